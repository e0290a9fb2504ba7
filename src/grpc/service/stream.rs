//! Documents as they come: read and analysed ahead of their answers, which
//! leave in the order in which the documents came.
//!
//! A document is read when there is a place for its answer, and a place is
//! free again when the client has taken the answer: a client that stops
//! reading stops being read. A large answer takes room until it has been sent;
//! where there is none it is not kept, but made anew when it is the next to
//! leave and there is room: answers that wait for those before them could
//! otherwise keep the room that these need, or memory without any.

use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use prost::Message as _;
use tokio::sync::{Semaphore, mpsc};
use tokio::time::timeout_at;
use tokio_stream::Stream;
use tokio_util::task::AbortOnDropHandle;
use tonic::{Status, Streaming};
use tracing::{Instrument as _, Span};

use super::call::Call;
use super::{SMALL_ANSWER_BYTES, Service, check_answer, count, size};
use crate::admission::Room;
use crate::engine::Engine;
use crate::grpc::convert::{self, Request as DomainRequest};
use crate::grpc::pb::stream_analyze_documents_response::Outcome;
use crate::grpc::{pb, status};
use crate::worker::Terms;

/// Least number of documents of a stream that are read ahead: more than are
/// analysed at once where there are few threads, so that short ones follow one
/// another at once.
const LEAST_IN_FLIGHT: usize = 8;
/// Documents that have arrived at the start of a drain and are still read:
/// about what the flow control of a connection holds of short ones.
const READ_IN_DRAIN: usize = 256;

type Requests = Streaming<pb::StreamAnalyzeDocumentsRequest>;
type Answer = pb::StreamAnalyzeDocumentsResponse;
/// An answer in the making, given up when it is dropped.
type Making = AbortOnDropHandle<Made>;
/// An answer with the room that it takes until it has been sent; without one it
/// is small.
type Roomed = (Answer, Option<Room>);

/// A stream that is being answered.
#[derive(Debug, Clone)]
struct Answering {
    service: Service,
    call: Call,
    /// The share of the pool that its documents have together.
    turns: Arc<Semaphore>,
}

/// A document that was read.
#[derive(Debug)]
struct Asked {
    index: u32,
    document_id: String,
    request: Arc<DomainRequest>,
    engine: Arc<Engine>,
}

/// What was made of a document.
#[derive(Debug)]
enum Made {
    Answer(Box<Answer>, Option<Room>),
    /// An answer of so many bytes, for which there was no room.
    Unkept {
        asked: Asked,
        bytes: usize,
        room: Room,
    },
}

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
        // One more is in hand: the next to leave.
        let (sender, receiver) = mpsc::channel(self.stream_in_flight() - 1);
        let answering = Answering {
            service: self.clone(),
            call,
            turns: Arc::new(Semaphore::new(self.worker.share())),
        };
        tokio::spawn(answering.clone().read(requests, sender).in_current_span());
        let span = Span::current();
        // What is asked for the next answer has sent the one before.
        stream::unfold((receiver, None), move |(mut receiver, sent)| {
            let answering = answering.clone();
            let next = async move {
                drop::<Option<Room>>(sent);
                let making = receiver.recv().await?;
                Some(match answering.finish(making).await {
                    Ok((answer, room)) => (Ok(answer), (receiver, room)),
                    Err(error) => (Err(error), (receiver, None)),
                })
            };
            next.instrument(span.clone())
        })
    }
}

impl Answering {
    async fn read(self, mut requests: Requests, answers: mpsc::Sender<Result<Making, Status>>) {
        let mut left_in_drain = READ_IN_DRAIN;
        for index in 0.. {
            let Ok(place) = answers.reserve().await else {
                return;
            };
            left_in_drain -= usize::from(self.service.drain.is_cancelled());
            let request = tokio::select! {
                // What has arrived is answered before a drain ends the stream.
                biased;
                () = answers.closed() => return,
                () = passed(&self.call) => Some(Err(status::deadline_exceeded())),
                request = requests.next(), if left_in_drain > 0 => request,
                () = self.service.drain.cancelled() => None,
            };
            let making = match request {
                None => return,
                Some(Ok(request)) => Ok(self.start(index, request)),
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
    fn start(&self, index: usize, request: pb::StreamAnalyzeDocumentsRequest) -> Making {
        let permit = self.call.permit();
        let terms = self.terms();
        let asked = Asked::of(index, request, self.service.engine.current());
        let answering = self.clone();
        let making = async move {
            let answer = answering.answer(terms, &asked).await;
            let bytes = answer.encoded_len();
            let Some(permit) = permit.filter(|_| bytes > SMALL_ANSWER_BYTES) else {
                return Made::Answer(answer.into(), None);
            };
            asked.keep(answer, bytes, permit.into_room())
        };
        AbortOnDropHandle::new(tokio::spawn(making.in_current_span()))
    }

    /// Waits for the answer that is the next to leave.
    async fn finish(&self, making: Result<Making, Status>) -> Result<Roomed, Status> {
        let made = making?.await.map_err(|_| status::internal())?;
        let (asked, bytes, mut room) = match made {
            Made::Answer(answer, room) => return Ok((*answer, room)),
            Made::Unkept { asked, bytes, room } => (asked, bytes, room),
        };
        let terms = self.terms();
        let covering = room.cover_in_turn(bytes);
        let covered = match terms.deadline {
            Some(deadline) => timeout_at(deadline.into(), covering).await.ok(),
            None => Some(covering.await),
        };
        let answer = match covered {
            Some(Ok(())) => self.answer(terms, &asked).await,
            _ => asked.overloaded(),
        };
        Ok((answer, Some(room)))
    }

    /// The terms of a document from now on.
    fn terms(&self) -> Terms {
        self.call.of_stream(self.service.load.request_timeout)
    }

    async fn answer(&self, terms: Terms, asked: &Asked) -> Answer {
        // It is never closed.
        let _turn = self.turns.acquire().await;
        let (engine, request) = (Arc::clone(&asked.engine), Arc::clone(&asked.request));
        let outcome = self.service.outcome(engine, terms, request).await;
        asked.bounded(outcome.map_or_else(Outcome::Error, Outcome::Response))
    }
}

impl Asked {
    fn of(index: usize, request: pb::StreamAnalyzeDocumentsRequest, engine: Arc<Engine>) -> Self {
        let pb::StreamAnalyzeDocumentsRequest {
            document,
            summary_options,
            classification_options,
        } = request;
        let document_id = document.as_ref().map(|one| one.id.clone());
        let request = convert::analyze(pb::AnalyzeDocumentRequest {
            document,
            summary_options,
            classification_options,
        });
        Self {
            index: count(index),
            document_id: document_id.unwrap_or_default(),
            request: Arc::new(request),
            engine,
        }
    }

    /// Answers with what became of the document, as long as that may be said.
    fn bounded(&self, outcome: Outcome) -> Answer {
        let answer = self.answer(outcome);
        match check_answer(answer.encoded_len()) {
            Ok(()) => answer,
            Err(error) => self.answer(Outcome::Error(status::to_message(&error))),
        }
    }

    /// Keeps a large answer if there is room for it, else its document.
    fn keep(self, answer: Answer, bytes: usize, mut room: Room) -> Made {
        if room.covers(bytes) {
            return Made::Answer(answer.into(), Some(room));
        }
        // What was read ahead of its room has none so far.
        match room.cover(size(&self.request)) {
            Ok(()) => Made::Unkept {
                asked: self,
                bytes,
                room,
            },
            Err(_) => Made::Answer(self.overloaded().into(), None),
        }
    }

    fn overloaded(&self) -> Answer {
        self.answer(Outcome::Error(status::to_message(&status::overloaded())))
    }

    fn answer(&self, outcome: Outcome) -> Answer {
        Answer {
            index: self.index,
            document_id: self.document_id.clone(),
            outcome: Some(outcome),
        }
    }
}

/// Ends when the deadline of a call has passed.
async fn passed(call: &Call) {
    match call.deadline() {
        Some(deadline) => tokio::time::sleep_until(deadline.into()).await,
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use tonic::Code;

    use super::super::MAX_ANSWER_BYTES;
    use super::*;
    use crate::admission::{Admission, LoadLimits};
    use crate::engine::Limits;

    fn asked(text: &str) -> Asked {
        let engine = Engine::builtin(Limits::default()).expect("sound");
        let document = pb::Document {
            text: text.to_owned(),
            ..pb::Document::default()
        };
        let request = pb::StreamAnalyzeDocumentsRequest {
            document: Some(document),
            ..pb::StreamAnalyzeDocumentsRequest::default()
        };
        Asked::of(3, request, engine.into())
    }

    #[tokio::test]
    async fn nothing_is_kept_without_room() {
        const ANSWER: usize = 80_000;
        let limits = LoadLimits {
            max_in_flight_bytes: 95_000,
            ..LoadLimits::default()
        };
        let admission = Admission::new(&limits, Arc::default());
        let keep = |room| asked(&"a".repeat(10_000)).keep(Answer::default(), ANSWER, room);
        let kept = keep(admission.room().expect("room"));
        assert!(matches!(kept, Made::Answer(_, Some(_))));
        assert_eq!(admission.held().bytes, ANSWER);
        let unkept = keep(admission.room().expect("room"));
        assert!(matches!(unkept, Made::Unkept { bytes: ANSWER, .. }));
        assert_eq!(admission.held().bytes, ANSWER + 10_000);
        let mut ahead = admission.room().expect("room");
        ahead.cover_in_turn(10_001).await.expect("without room");
        let permit = ahead.admit().expect("a place");
        let Made::Answer(refused, None) = keep(permit.into_room()) else {
            panic!("it is kept");
        };
        let Some(Outcome::Error(error)) = refused.outcome else {
            panic!("an answer");
        };
        assert_eq!(error.code, Code::ResourceExhausted as i32);
        drop((kept, unkept));
        assert_eq!(admission.held().bytes, 0);
    }

    #[test]
    fn an_answer_that_is_too_long_is_an_error_in_its_place() {
        let asked = asked("");
        let response = |bytes| {
            Outcome::Response(pb::AnalyzeDocumentResponse {
                document_id: "a".repeat(bytes),
                ..pb::AnalyzeDocumentResponse::default()
            })
        };
        let short = asked.bounded(response(MAX_ANSWER_BYTES - 20));
        assert!(matches!(short.outcome, Some(Outcome::Response(_))));
        let long = asked.bounded(response(MAX_ANSWER_BYTES));
        assert_eq!(long.index, 3);
        let Some(Outcome::Error(error)) = long.outcome else {
            panic!("an answer");
        };
        assert_eq!(error.code, Code::InvalidArgument as i32);
        assert_eq!(error.details.len(), 1);
    }
}
