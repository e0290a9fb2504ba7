//! `mujaz.v1.AnalysisService`: each handler converts, has the work done and
//! converts back.

mod batch;
mod call;
mod info;
mod stream;

use std::pin::Pin;
use std::sync::Arc;

use prost::Message;
use tokio_stream::Stream;
use tokio_util::sync::CancellationToken;
use tonic::{Request, Response, Status, Streaming};
use tracing::Span;
use tracing::field::Empty;

use super::convert::{self, Request as DomainRequest};
use super::layers::admission::Unsent;
use super::message::MessageLimits;
use super::pb::analysis_service_server::AnalysisService;
use super::{pb, rpc, status};
use crate::admission::{LoadLimits, Permit};
use crate::engine::{Analysis, Engine};
use crate::live::LiveEngine;
use crate::measure;
use crate::pace::Pace;
use crate::worker::{Terms, Worker};
use call::Call;

/// Largest answer, in bytes: four times the texts of the largest batch.
const MAX_ANSWER_BYTES: usize = 64 << 20;
/// Largest message that is answered in JSON, in bytes; what clients of gRPC take
/// by default. On its way to JSON a message of many small parts takes a hundred
/// times its memory.
pub(crate) const MAX_JSON_ANSWER_BYTES: usize = 4 << 20;
/// Answers up to this many bytes take no room while they are sent: what there
/// may be of them at once is bounded by calls and connections.
const SMALL_ANSWER_BYTES: usize = 64 << 10;

/// What a batch may hold, and how large a message is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WireLimits {
    /// Most requests in a batch.
    pub max_batch_documents: usize,
    /// Most bytes of text and title in a batch.
    pub max_batch_bytes: usize,
}

impl WireLimits {
    /// Room in a message beyond its texts: options, ids, framing.
    const MESSAGE_OVERHEAD: usize = 1 << 20;
    /// Fields that a document may have on average, and documents for which
    /// there is room in the smallest batch, so that one alone may name
    /// thousands of topics.
    const FIELDS_PER_DOCUMENT: usize = 256;
    const FEWEST_DOCUMENTS: usize = 256;

    /// Returns the largest message that is read: above every limit on texts
    /// and on documents in a batch, so that those answer with their own error.
    #[must_use]
    pub fn message(&self, max_text_bytes: usize) -> MessageLimits {
        let single = max_text_bytes.saturating_mul(4);
        let largest = if single > self.max_batch_bytes {
            single
        } else {
            self.max_batch_bytes.saturating_mul(2)
        };
        let documents = self.max_batch_documents.max(Self::FEWEST_DOCUMENTS);
        MessageLimits {
            bytes: largest.saturating_add(Self::MESSAGE_OVERHEAD),
            fields: documents.saturating_mul(Self::FIELDS_PER_DOCUMENT),
        }
    }
}

impl Default for WireLimits {
    fn default() -> Self {
        Self {
            max_batch_documents: 256,
            max_batch_bytes: 16 << 20,
        }
    }
}

/// The service over an engine and a pool. A request keeps the engine that it
/// began with.
#[derive(Debug, Clone)]
pub struct Service {
    engine: Arc<LiveEngine>,
    worker: Worker,
    limits: WireLimits,
    load: LoadLimits,
    drain: CancellationToken,
}

impl Service {
    /// Makes the service; `drain` ends its streams when it is cancelled.
    #[must_use]
    pub fn new(
        engine: Arc<LiveEngine>,
        worker: Worker,
        limits: WireLimits,
        load: LoadLimits,
        drain: CancellationToken,
    ) -> Self {
        Self {
            engine,
            worker,
            limits,
            load,
            drain,
        }
    }

    /// Answers a call for one document.
    async fn single<Q, A: Message + 'static>(
        &self,
        request: Request<Q>,
        read: fn(Q) -> DomainRequest,
        write: fn(Analysis) -> A,
    ) -> Result<Response<A>, Status> {
        let (call, message) = Call::of(request);
        let permit = call.permit();
        let engine = self.engine.current();
        let request = Arc::new(read(message));
        let answer = self.analyze(engine, call.alone(), request, write);
        respond(answer.await?, permit)
    }

    /// Has a request analysed and its answer written on the pool.
    async fn analyze<A: Send + 'static>(
        &self,
        engine: Arc<Engine>,
        terms: Terms,
        request: Arc<DomainRequest>,
        write: fn(Analysis) -> A,
    ) -> Result<A, Status> {
        let around = Span::current();
        let step = step(&request);
        let bytes = size(&request);
        let work = move |pace: &Pace<'_>| {
            let _inside = step.enter();
            let analysis = analyze_now(&engine, &request, pace)?;
            note(&analysis, &step, &around, terms);
            Ok(write(analysis))
        };
        let done = self.worker.run(terms, bytes, work).await;
        done.map_err(|error| status::worker(&error))?
    }

    /// Analyses one document of many; an error is part of the answer.
    async fn outcome(
        &self,
        engine: Arc<Engine>,
        terms: Terms,
        request: Arc<DomainRequest>,
    ) -> Result<pb::AnalyzeDocumentResponse, rpc::Status> {
        let answer = self.analyze(engine, terms, request, convert::analyze_response);
        answer.await.map_err(|error| status::to_message(&error))
    }
}

/// Answers with a message. A large one gives up the place of its request and
/// takes room of its own until it has been sent: some options ask for answers
/// that are many times as long as the text.
fn respond<A: Message>(answer: A, permit: Option<Permit>) -> Result<Response<A>, Status> {
    let bytes = answer.encoded_len();
    check_answer(bytes)?;
    let mut response = Response::new(answer);
    if let Some(permit) = permit.filter(|_| bytes > SMALL_ANSWER_BYTES) {
        let mut room = permit.into_room();
        room.cover(bytes).map_err(|_| status::overloaded())?;
        response.extensions_mut().insert(Unsent::new(room));
    }
    Ok(response)
}

/// Checks that an answer of so many bytes may be given.
fn check_answer(bytes: usize) -> Result<(), Status> {
    if bytes > MAX_ANSWER_BYTES {
        return Err(status::answer_too_large(MAX_ANSWER_BYTES, bytes));
    }
    Ok(())
}

/// The bytes of a request that are read.
fn size(request: &DomainRequest) -> usize {
    request.document.text.len() + request.document.title.len()
}

/// The span of an analysis, in the trace of its call.
fn step(request: &DomainRequest) -> Span {
    tracing::debug_span!(
        "analyze",
        utf8_bytes = request.document.text.len(),
        language = Empty,
        sentences = Empty,
        summary = request.options.summary.is_some(),
        topics = request.options.classification.is_some(),
    )
}

/// Notes what may be told of an analysis in figures, traces and the log.
fn note(analysis: &Analysis, step: &Span, call: &Span, terms: Terms) {
    measure::document(analysis);
    let language = measure::language_label(&analysis.language.code);
    step.record("language", language);
    step.record("sentences", analysis.statistics.sentences);
    // A call for many documents has no language of its own.
    if !terms.patient {
        call.record("language", language);
    }
}

/// Checks a request and analyses it on the spot, as long as there is time.
///
/// # Errors
/// The status that a caller of the service gets.
pub fn analyze_now(
    engine: &Engine,
    request: &DomainRequest,
    pace: &Pace<'_>,
) -> Result<Analysis, Status> {
    let DomainRequest {
        document,
        options,
        bad_fields,
        layout,
    } = request;
    // A request with several faults hears of all of them at once.
    if !bad_fields.is_empty() {
        let violations = engine.check(document, options);
        let mut fields: Vec<_> = violations.iter().map(|one| layout.bad_field(one)).collect();
        fields.extend(bad_fields.iter().cloned());
        return Err(status::invalid(&fields));
    }
    engine
        .analyze_within(document, options, pace)
        .map_err(|error| status::engine(&error, *layout))
}

/// Converts a number of things; the limits keep it far below 2^32.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[tonic::async_trait]
impl AnalysisService for Service {
    async fn analyze_document(
        &self,
        request: Request<pb::AnalyzeDocumentRequest>,
    ) -> Result<Response<pb::AnalyzeDocumentResponse>, Status> {
        self.single(request, convert::analyze, convert::analyze_response)
            .await
    }

    async fn summarize_document(
        &self,
        request: Request<pb::SummarizeDocumentRequest>,
    ) -> Result<Response<pb::SummarizeDocumentResponse>, Status> {
        self.single(request, convert::summarize, convert::summarize_response)
            .await
    }

    async fn classify_document(
        &self,
        request: Request<pb::ClassifyDocumentRequest>,
    ) -> Result<Response<pb::ClassifyDocumentResponse>, Status> {
        self.single(request, convert::classify, convert::classify_response)
            .await
    }

    async fn batch_analyze_documents(
        &self,
        request: Request<pb::BatchAnalyzeDocumentsRequest>,
    ) -> Result<Response<pb::BatchAnalyzeDocumentsResponse>, Status> {
        let (call, message) = Call::of(request);
        let mut permit = call.permit();
        self.check_batch(&message.requests)?;
        let answer = self.analyze_batch(&call, message.requests, permit.as_mut());
        respond(answer.await?, permit)
    }

    type StreamAnalyzeDocumentsStream =
        Pin<Box<dyn Stream<Item = Result<pb::StreamAnalyzeDocumentsResponse, Status>> + Send>>;

    async fn stream_analyze_documents(
        &self,
        request: Request<Streaming<pb::StreamAnalyzeDocumentsRequest>>,
    ) -> Result<Response<Self::StreamAnalyzeDocumentsStream>, Status> {
        let (call, requests) = Call::of(request);
        let answers = self.answer_stream(call, requests);
        Ok(Response::new(Box::pin(answers)))
    }

    async fn list_topics(
        &self,
        request: Request<pb::ListTopicsRequest>,
    ) -> Result<Response<pb::ListTopicsResponse>, Status> {
        let pb::ListTopicsRequest { language_code } = request.into_inner();
        self.topics(&language_code).map(Response::new)
    }

    async fn get_service_info(
        &self,
        _request: Request<pb::GetServiceInfoRequest>,
    ) -> Result<Response<pb::GetServiceInfoResponse>, Status> {
        Ok(Response::new(self.info()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admission::Admission;

    fn answer(bytes: usize) -> pb::AnalyzeDocumentResponse {
        pb::AnalyzeDocumentResponse {
            document_id: "a".repeat(bytes),
            ..pb::AnalyzeDocumentResponse::default()
        }
    }

    #[test]
    fn a_title_is_work_as_well() {
        let request = convert::analyze(pb::AnalyzeDocumentRequest {
            document: Some(pb::Document {
                title: "a".repeat(10),
                text: "b".repeat(20),
                ..pb::Document::default()
            }),
            ..pb::AnalyzeDocumentRequest::default()
        });
        assert_eq!(size(&request), 30);
    }

    #[tokio::test]
    async fn a_large_answer_takes_room_until_it_is_gone() {
        let limits = LoadLimits {
            max_in_flight_bytes: 100_000,
            ..LoadLimits::default()
        };
        let admission = Admission::new(&limits, Arc::default());
        let permit = || {
            let room = admission.room().expect("room");
            Some(room.admit().expect("a place"))
        };
        let small = respond(answer(1_000), permit()).expect("an answer");
        assert_eq!(admission.held().bytes, 0);
        let large = respond(answer(80_000), permit()).expect("an answer");
        assert_eq!(admission.held().requests, 0);
        assert!(admission.held().bytes > 80_000);
        let third = respond(answer(80_000), permit()).expect_err("no room");
        assert_eq!(third.code(), tonic::Code::ResourceExhausted);
        drop((small, large));
        assert_eq!(admission.held().bytes, 0);
        let fourth = respond(answer(MAX_ANSWER_BYTES), permit()).expect_err("too long");
        assert_eq!(fourth.code(), tonic::Code::InvalidArgument);
    }
}
