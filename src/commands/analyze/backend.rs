//! Who does the work: an engine in this process or a running server.

use anyhow::Context as _;
use mujaz::engine::Engine;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::grpc::service::analyze_now;
use mujaz::grpc::{convert, pb, rpc, status};
use mujaz::pace::Pace;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use tokio::runtime::Runtime;
use tonic::service::interceptor::InterceptedService;
use tonic::transport::Channel;

use crate::cli::AnalyzeArgs;
use crate::commands::connect::{self, Bearer};

/// An answer, or why there is none.
pub(super) type Answer = Result<pb::AnalyzeDocumentResponse, rpc::Status>;

/// Does the work for requests that could be read.
pub(super) enum Backend {
    Local(Box<Engine>),
    Remote(Box<(Runtime, Client)>),
}

/// Calls a server with the caller's token.
type Client = AnalysisServiceClient<InterceptedService<Channel, Bearer>>;

impl Backend {
    /// Connects to the server that the arguments name, or makes an engine.
    pub(super) fn new(args: &AnalyzeArgs) -> anyhow::Result<Self> {
        let Some(url) = &args.server else {
            let model = args.model.as_deref();
            let engine = crate::commands::engine(model, crate::commands::UNLIMITED)?;
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
            Self::Remote(remote) => remote.0.block_on(call(&remote.1, requests)),
        }
    }
}

fn local(engine: &Engine, request: pb::AnalyzeDocumentRequest) -> Answer {
    analyze_now(engine, &convert::analyze(request), &Pace::unlimited())
        .map(convert::analyze_response)
        .map_err(|error| status::to_message(&error))
}

async fn call(
    client: &Client,
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
