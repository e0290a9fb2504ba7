//! Who does the work: an engine in this process or a running server.

use mujaz::engine::Engine;
use mujaz::grpc::service::analyze_now;
use mujaz::grpc::{convert, pb, rpc, status};
use mujaz::pace::Pace;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::remote::Remote;
use crate::cli::{AnalyzeArgs, Part};
use crate::commands::{EngineFiles, UNLIMITED};

/// An answer, or why there is none.
pub(super) type Answer = Result<pb::AnalyzeDocumentResponse, rpc::Status>;

/// Does the work for requests that could be read.
pub(super) struct Backend {
    worker: Worker,
    /// The part of the answer that is wanted, if not all of it.
    only: Option<Part>,
}

enum Worker {
    Local(Box<Engine>),
    Remote(Box<Remote>),
}

impl Backend {
    /// Connects to the server that the arguments name, or makes an engine.
    pub(super) fn new(args: &AnalyzeArgs) -> anyhow::Result<Self> {
        Ok(Self {
            worker: Worker::new(args)?,
            only: args.only,
        })
    }

    /// Answers all requests, in their order, several at once.
    pub(super) fn analyze(
        &self,
        requests: Vec<Result<pb::AnalyzeDocumentRequest, rpc::Status>>,
    ) -> Vec<Answer> {
        let only = self.only;
        match &self.worker {
            Worker::Local(engine) => requests
                .into_par_iter()
                .map(|request| local(engine, request?, only))
                .collect(),
            Worker::Remote(remote) => remote.analyze(requests, only),
        }
    }

    /// Tells whether more requests are of no use, as the server is gone.
    pub(super) fn is_lost(&self) -> bool {
        match &self.worker {
            Worker::Local(_) => false,
            Worker::Remote(remote) => remote.is_lost(),
        }
    }
}

impl Worker {
    fn new(args: &AnalyzeArgs) -> anyhow::Result<Self> {
        if let Some(url) = &args.server {
            return Ok(Self::Remote(Box::new(Remote::connect(url, args)?)));
        }
        let files = EngineFiles {
            model: args.model.clone(),
            taxonomy: args.taxonomy.clone(),
        };
        let engine = files.engine(UNLIMITED)?;
        Ok(Self::Local(Box::new(engine)))
    }
}

fn local(engine: &Engine, request: pb::AnalyzeDocumentRequest, only: Option<Part>) -> Answer {
    let request = match only {
        None => convert::analyze(request),
        Some(Part::Summary) => convert::summarize(for_summary(request)),
        Some(Part::Topics) => convert::classify(for_topics(request)),
    };
    analyze_now(engine, &request, &Pace::unlimited())
        .map(convert::analyze_response)
        .map_err(|error| status::to_message(&error))
}

pub(super) fn for_summary(request: pb::AnalyzeDocumentRequest) -> pb::SummarizeDocumentRequest {
    pb::SummarizeDocumentRequest {
        document: request.document,
        options: request.summary_options,
    }
}

pub(super) fn for_topics(request: pb::AnalyzeDocumentRequest) -> pb::ClassifyDocumentRequest {
    pb::ClassifyDocumentRequest {
        document: request.document,
        options: request.classification_options,
    }
}
