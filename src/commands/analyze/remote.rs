//! A running server that does the work.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use futures_util::{StreamExt as _, stream};
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::grpc::{pb, rpc, status};
use tokio::runtime::Runtime;
use tonic::service::interceptor::InterceptedService;
use tonic::transport::Channel;
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

use super::backend::{Answer, for_summary, for_topics};
use crate::cli::{AnalyzeArgs, Part};
use crate::commands::connect::{self, Bearer};

/// Calls that are under way at once: enough to keep a server of many cores
/// busy, and few enough for each to get its turn in time.
const CALLS_AT_ONCE: usize = 32;
/// Most tries of a call that a server has no room for or does not get.
const TRIES: u32 = 20;
/// Wait before the second try of a server that is out of reach; it doubles up to the longest, so
/// that all of them together are half a minute, in which servers restart.
const FIRST_WAIT: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// Calls a server with the caller's token.
type Client = AnalysisServiceClient<InterceptedService<Channel, Bearer>>;

pub(super) struct Remote {
    url: String,
    runtime: Runtime,
    client: Client,
    /// Whether the server was out of reach for all tries of a call.
    lost: AtomicBool,
}

impl Remote {
    pub(super) fn connect(url: &str, args: &AnalyzeArgs) -> anyhow::Result<Self> {
        let runtime = Runtime::new().context("cannot start the runtime")?;
        let bearer = Bearer::read(args.token_file.as_deref())?;
        let channel = runtime.block_on(connect::connect(url, &args.client))?;
        let client = AnalysisServiceClient::with_interceptor(channel, bearer);
        Ok(Self {
            url: url.to_owned(),
            runtime,
            client: client.max_decoding_message_size(usize::MAX),
            lost: AtomicBool::new(false),
        })
    }

    /// Tells whether the server was out of reach for so long that asking it
    /// for more is of no use.
    pub(super) fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Relaxed)
    }

    /// Answers all requests, in their order, several at once.
    pub(super) fn analyze(
        &self,
        requests: Vec<Result<pb::AnalyzeDocumentRequest, rpc::Status>>,
        only: Option<Part>,
    ) -> Vec<Answer> {
        let answers = stream::iter(requests)
            .map(|request| async move { self.call(request?, only).await })
            .buffered(CALLS_AT_ONCE)
            .collect();
        self.runtime.block_on(answers)
    }

    /// Calls, and again after a while if the server has no room for it or is
    /// out of reach: an analysis may be asked for twice.
    async fn call(&self, request: pb::AnalyzeDocumentRequest, only: Option<Part>) -> Answer {
        let mut client = self.client.clone();
        let mut tries = 0;
        loop {
            tries += 1;
            let error = match call_once(&mut client, request.clone(), only).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            let unreachable = is_unreachable(&error);
            let wait = if unreachable {
                Some(wait_before(tries))
            } else {
                retry_delay(&error)
            };
            match wait {
                Some(wait) if tries < TRIES && !self.is_lost() => tokio::time::sleep(wait).await,
                _ => {
                    self.lost.fetch_or(unreachable, Ordering::Relaxed);
                    return Err(self.told(&error));
                }
            }
        }
    }

    /// Puts an error into a message, which names the server unless the service answered with it.
    fn told(&self, error: &Status) -> rpc::Status {
        let mut told = status::to_message(error);
        if error.get_error_details().error_info().is_none() {
            let hint = match error.code() {
                Code::Internal if self.url.starts_with("http://") => " (with TLS it is https://)",
                _ => "",
            };
            told.message = format!("no answer from {}: {}{hint}", self.url, told.message);
        }
        told
    }
}

/// Tells errors of a connection from those that the service answers with,
/// each of which has a reason.
fn is_unreachable(error: &Status) -> bool {
    let of_transport = matches!(
        error.code(),
        Code::Unavailable | Code::Cancelled | Code::Unknown
    );
    of_transport && error.get_error_details().error_info().is_none()
}

/// Returns the wait after so many tries.
fn wait_before(tries: u32) -> Duration {
    LONGEST_WAIT.min(FIRST_WAIT * (1 << (tries - 1).min(8)))
}

/// Returns when a refused call is worth another try, if it is.
fn retry_delay(error: &Status) -> Option<Duration> {
    let details = error.get_error_details();
    details.retry_info().and_then(|info| info.retry_delay)
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
