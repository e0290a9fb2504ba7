//! Who does the work: an engine in this process or a running server.

use std::time::Duration;

use anyhow::Context as _;
use futures_util::{StreamExt as _, stream};
use mujaz::engine::Engine;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::grpc::service::analyze_now;
use mujaz::grpc::{convert, pb, rpc, status};
use mujaz::pace::Pace;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use tokio::runtime::Runtime;
use tonic::Status;
use tonic::service::interceptor::InterceptedService;
use tonic::transport::Channel;
use tonic_types::StatusExt as _;

use crate::cli::{AnalyzeArgs, Part};
use crate::commands::connect::{self, Bearer};

/// Calls that are under way at once: enough to keep a server of many cores
/// busy, and few enough for each to get its turn in time.
const CALLS_AT_ONCE: usize = 32;
/// Most tries of a call that a server has no room for.
const TRIES: usize = 20;

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
    Remote(Box<(Runtime, Client)>),
}

/// Calls a server with the caller's token.
type Client = AnalysisServiceClient<InterceptedService<Channel, Bearer>>;

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
            Worker::Remote(remote) => remote.0.block_on(call_all(&remote.1, requests, only)),
        }
    }
}

impl Worker {
    fn new(args: &AnalyzeArgs) -> anyhow::Result<Self> {
        let Some(url) = &args.server else {
            let files = EngineFiles {
                model: args.model.clone(),
                taxonomy: args.taxonomy.clone(),
            };
            let engine = files.engine(UNLIMITED)?;
            return Ok(Self::Local(Box::new(engine)));
        };
        let runtime = Runtime::new().context("cannot start the runtime")?;
        let endpoint = connect::endpoint(url, &args.client)?;
        let bearer = Bearer::read(args.token_file.as_deref())?;
        let channel = runtime
            .block_on(endpoint.connect())
            .with_context(|| format!("cannot connect to {url}"))?;
        let client = AnalysisServiceClient::with_interceptor(channel, bearer);
        let client = client.max_decoding_message_size(usize::MAX);
        Ok(Self::Remote(Box::new((runtime, client))))
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

fn for_summary(request: pb::AnalyzeDocumentRequest) -> pb::SummarizeDocumentRequest {
    pb::SummarizeDocumentRequest {
        document: request.document,
        options: request.summary_options,
    }
}

fn for_topics(request: pb::AnalyzeDocumentRequest) -> pb::ClassifyDocumentRequest {
    pb::ClassifyDocumentRequest {
        document: request.document,
        options: request.classification_options,
    }
}

async fn call_all(
    client: &Client,
    requests: Vec<Result<pb::AnalyzeDocumentRequest, rpc::Status>>,
    only: Option<Part>,
) -> Vec<Answer> {
    stream::iter(requests)
        .map(|request| async move { call(client.clone(), request?, only).await })
        .buffered(CALLS_AT_ONCE)
        .collect()
        .await
}

/// Calls, and again after the time that a server without room for it names.
async fn call(
    mut client: Client,
    request: pb::AnalyzeDocumentRequest,
    only: Option<Part>,
) -> Answer {
    let mut tries = 0;
    loop {
        tries += 1;
        match call_once(&mut client, request.clone(), only).await {
            Ok(answer) => return Ok(answer),
            Err(error) => match try_again_after(&error) {
                Some(delay) if tries < TRIES => tokio::time::sleep(delay).await,
                _ => return Err(status::to_message(&error)),
            },
        }
    }
}

/// Calls for what is wanted and returns it as a part of the whole answer.
async fn call_once(
    client: &mut Client,
    request: pb::AnalyzeDocumentRequest,
    only: Option<Part>,
) -> Result<pb::AnalyzeDocumentResponse, Status> {
    Ok(match only {
        None => client.analyze_document(request).await?.into_inner(),
        Some(Part::Summary) => {
            let answer = client.summarize_document(for_summary(request)).await?;
            let answer = answer.into_inner();
            pb::AnalyzeDocumentResponse {
                document_id: answer.document_id,
                language: answer.language,
                summary: answer.summary,
                warnings: answer.warnings,
                statistics: answer.statistics,
                pipeline: answer.pipeline,
                ..pb::AnalyzeDocumentResponse::default()
            }
        }
        Some(Part::Topics) => {
            let answer = client.classify_document(for_topics(request)).await?;
            let answer = answer.into_inner();
            pb::AnalyzeDocumentResponse {
                document_id: answer.document_id,
                language: answer.language,
                topics: answer.topics,
                topic_decision: answer.topic_decision,
                warnings: answer.warnings,
                statistics: answer.statistics,
                pipeline: answer.pipeline,
                ..pb::AnalyzeDocumentResponse::default()
            }
        }
    })
}

/// Returns when a refused call is worth another try, if it is.
fn try_again_after(error: &Status) -> Option<Duration> {
    let details = error.get_error_details();
    details.retry_info().and_then(|info| info.retry_delay)
}
