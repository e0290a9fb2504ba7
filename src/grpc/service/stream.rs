//! Documents as they come: read and analysed ahead of their answers, which
//! leave in the order in which the documents came.
//!
//! A document is read when there is a place for its answer, and a place is
//! free again when the client has taken the answer: a client that stops
//! reading stops being read.

use futures_util::StreamExt as _;
use tokio::sync::mpsc;
use tokio_stream::Stream;
use tokio_stream::wrappers::ReceiverStream;
use tokio_util::task::AbortOnDropHandle;
use tonic::{Status, Streaming};
use tracing::Instrument as _;

use super::call::Call;
use super::{Service, count};
use crate::grpc::{convert, pb, status};

/// Least number of documents of a stream that are read ahead.
const LEAST_IN_FLIGHT: usize = 8;
/// Documents that have arrived at the start of a drain and are still read:
/// about what the flow control of a connection holds of short ones.
const READ_IN_DRAIN: usize = 256;

type Requests = Streaming<pb::StreamAnalyzeDocumentsRequest>;
type Answer = pb::StreamAnalyzeDocumentsResponse;
/// An answer in the making, given up when it is dropped.
type Making = AbortOnDropHandle<Answer>;

impl Service {
    /// Returns how many documents of a stream are read ahead of their answers.
    pub(super) fn stream_in_flight(&self) -> usize {
        self.worker.share().max(LEAST_IN_FLIGHT)
    }

    /// Answers a stream until its client ends it or goes away, its deadline
    /// passes, or the server drains.
    pub(super) fn answer_stream(
        &self,
        call: Call,
        requests: Requests,
    ) -> impl Stream<Item = Result<Answer, Status>> + Send + use<> {
        let (sender, receiver) = mpsc::channel(self.stream_in_flight());
        let reading = self.clone().read_stream(call, requests, sender);
        tokio::spawn(reading.in_current_span());
        ReceiverStream::new(receiver).then(finish)
    }

    async fn read_stream(
        self,
        call: Call,
        mut requests: Requests,
        answers: mpsc::Sender<Result<Making, Status>>,
    ) {
        let mut left_in_drain = READ_IN_DRAIN;
        for index in 0.. {
            let Ok(place) = answers.reserve().await else {
                return;
            };
            left_in_drain -= usize::from(self.drain.is_cancelled());
            let request = tokio::select! {
                // What has arrived is answered before a drain ends the stream.
                biased;
                () = answers.closed() => return,
                () = passed(&call) => Some(Err(status::deadline_exceeded())),
                request = requests.next(), if left_in_drain > 0 => request,
                () = self.drain.cancelled() => None,
            };
            let making = match request {
                None => return,
                Some(Ok(request)) => Ok(self.start(&call, index, request)),
                Some(Err(error)) => Err(error),
            };
            let ended = making.is_err();
            place.send(making);
            if ended {
                return;
            }
        }
    }

    /// Starts the analysis of a document, which ends with its permit.
    fn start(
        &self,
        call: &Call,
        index: usize,
        request: pb::StreamAnalyzeDocumentsRequest,
    ) -> Making {
        let permit = call.permit();
        let terms = call.of_stream(self.load.request_timeout);
        let service = self.clone();
        let answer = async move {
            let answer = service.stream_answer(terms, index, request).await;
            drop(permit);
            answer
        };
        AbortOnDropHandle::new(tokio::spawn(answer.in_current_span()))
    }

    async fn stream_answer(
        &self,
        terms: crate::worker::Terms,
        index: usize,
        request: pb::StreamAnalyzeDocumentsRequest,
    ) -> Answer {
        use pb::stream_analyze_documents_response::Outcome;
        let pb::StreamAnalyzeDocumentsRequest {
            document,
            summary_options,
            classification_options,
        } = request;
        let document_id = document.as_ref().map(|one| one.id.clone());
        let request = pb::AnalyzeDocumentRequest {
            document,
            summary_options,
            classification_options,
        };
        let engine = self.engine.current();
        let outcome = self.outcome(engine, terms, convert::analyze(request)).await;
        Answer {
            index: count(index),
            document_id: document_id.unwrap_or_default(),
            outcome: Some(outcome.map_or_else(Outcome::Error, Outcome::Response)),
        }
    }
}

async fn finish(making: Result<Making, Status>) -> Result<Answer, Status> {
    making?.await.map_err(|_| status::internal())
}

/// Ends when the deadline of a call has passed.
async fn passed(call: &Call) {
    match call.deadline() {
        Some(deadline) => tokio::time::sleep_until(deadline.into()).await,
        None => std::future::pending().await,
    }
}
