//! Who does the work: an engine in this process or a running server.

use anyhow::Context as _;
use mujaz::engine::Engine;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::grpc::service::analyze_now;
use mujaz::grpc::{convert, pb, rpc, status};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use tokio::runtime::Runtime;
use tonic::transport::{Channel, Endpoint};

use crate::commands::{EngineFiles, UNLIMITED};

/// An answer, or why there is none.
pub(super) type Answer = Result<pb::AnalyzeDocumentResponse, rpc::Status>;

/// Does the work for requests that could be read.
pub(super) enum Backend {
    Local(Box<Engine>),
    Remote(Box<Runtime>, AnalysisServiceClient<Channel>),
}

impl Backend {
    /// Connects to `server`, or makes an engine without one.
    pub(super) fn new(server: Option<&str>, files: &EngineFiles) -> anyhow::Result<Self> {
        let Some(url) = server else {
            let engine = files.engine(UNLIMITED)?;
            return Ok(Self::Local(Box::new(engine)));
        };
        let runtime = Runtime::new().context("cannot start the runtime")?;
        let endpoint =
            Endpoint::from_shared(url.to_owned()).with_context(|| format!("bad URL {url:?}"))?;
        let channel = runtime
            .block_on(endpoint.connect())
            .with_context(|| format!("cannot connect to {url}"))?;
        let client = AnalysisServiceClient::new(channel).max_decoding_message_size(usize::MAX);
        Ok(Self::Remote(Box::new(runtime), client))
    }

    /// Answers all requests, in their order, several at once.
    pub(super) fn analyze(
        &self,
        requests: Vec<Result<pb::AnalyzeDocumentRequest, rpc::Status>>,
    ) -> Vec<Answer> {
        match self {
            Self::Local(engine) => requests
                .into_par_iter()
                .map(|request| local(engine, request?))
                .collect(),
            Self::Remote(runtime, client) => runtime.block_on(remote(client, requests)),
        }
    }
}

fn local(engine: &Engine, request: pb::AnalyzeDocumentRequest) -> Answer {
    analyze_now(engine, &convert::analyze(request))
        .map(convert::analyze_response)
        .map_err(|error| status::to_message(&error))
}

async fn remote(
    client: &AnalysisServiceClient<Channel>,
    requests: Vec<Result<pb::AnalyzeDocumentRequest, rpc::Status>>,
) -> Vec<Answer> {
    let calls: Vec<_> = requests
        .into_iter()
        .map(|request| {
            let mut client = client.clone();
            tokio::spawn(async move {
                let answer = client.analyze_document(request?).await;
                answer
                    .map(tonic::Response::into_inner)
                    .map_err(|error| status::to_message(&error))
            })
        })
        .collect();
    let mut answers = Vec::with_capacity(calls.len());
    for call in calls {
        answers.push(
            call.await
                .unwrap_or_else(|_| Err(status::to_message(&status::internal()))),
        );
    }
    answers
}
