//! `mujaz.v1.AnalysisService`: each handler converts, has the work done and
//! converts back.

use std::pin::Pin;
use std::sync::Arc;

use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tokio_stream::{Stream, StreamExt as _};
use tokio_util::sync::CancellationToken;
use tonic::{Request, Response, Status, Streaming};

use super::convert::{self, Request as DomainRequest};
use super::pb::analysis_service_server::AnalysisService;
use super::{pb, rpc, status};
use crate::engine::{Analysis, Engine, LanguageTag};
use crate::live::LiveEngine;
use crate::summary::Algorithm;
use crate::text::known_languages;
use crate::worker::Worker;

/// Answers of a stream that wait for a slow client before reading stops.
const STREAM_IN_FLIGHT: usize = 8;

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

    /// Returns the largest message that is read, in bytes: above every limit
    /// on texts, so that those answer with their own error.
    #[must_use]
    pub const fn max_message_bytes(&self, max_text_bytes: usize) -> usize {
        let single = max_text_bytes.saturating_mul(4);
        let largest = if single > self.max_batch_bytes {
            single
        } else {
            self.max_batch_bytes.saturating_mul(2)
        };
        largest.saturating_add(Self::MESSAGE_OVERHEAD)
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
    drain: CancellationToken,
}

impl Service {
    /// Makes the service; `drain` ends its streams when it is cancelled.
    #[must_use]
    pub fn new(
        engine: Arc<LiveEngine>,
        worker: Worker,
        limits: WireLimits,
        drain: CancellationToken,
    ) -> Self {
        Self {
            engine,
            worker,
            limits,
            drain,
        }
    }

    /// Has a request analysed on the pool.
    async fn analyze(
        &self,
        engine: Arc<Engine>,
        request: DomainRequest,
    ) -> Result<Analysis, Status> {
        let done = self
            .worker
            .run(move || analyze_now(&engine, &request))
            .await;
        done.map_err(|error| status::worker(&error))?
    }

    /// Analyses one item of many; an error is part of the answer.
    async fn outcome(
        &self,
        engine: Arc<Engine>,
        request: pb::AnalyzeDocumentRequest,
    ) -> Result<pb::AnalyzeDocumentResponse, rpc::Status> {
        let analysis = self.analyze(engine, convert::analyze(request)).await;
        analysis
            .map(convert::analyze_response)
            .map_err(|error| status::to_message(&error))
    }

    fn check_batch(&self, requests: &[pb::AnalyzeDocumentRequest]) -> Result<(), Status> {
        let limits = self.limits;
        if requests.is_empty() || requests.len() > limits.max_batch_documents {
            return Err(status::batch_too_large(
                "documents",
                limits.max_batch_documents,
                requests.len(),
            ));
        }
        let bytes: usize = requests
            .iter()
            .filter_map(|request| request.document.as_ref())
            .map(|document| document.text.len() + document.title.len())
            .sum();
        if bytes > limits.max_batch_bytes {
            return Err(status::batch_too_large(
                "bytes", limits.max_batch_bytes, bytes,
            ));
        }
        Ok(())
    }

    /// Answers the documents of a stream one after the other until the
    /// client ends it, goes away, or the server drains.
    async fn answer_stream(
        self,
        mut requests: Streaming<pb::StreamAnalyzeDocumentsRequest>,
        answers: mpsc::Sender<Result<pb::StreamAnalyzeDocumentsResponse, Status>>,
    ) {
        let mut index = 0;
        loop {
            let request = tokio::select! {
                // What has arrived is answered before a drain ends the stream.
                biased;
                request = requests.next() => request,
                () = self.drain.cancelled() => None,
                () = answers.closed() => None,
            };
            let answer = match request {
                None => return,
                Some(Err(error)) => Err(error),
                Some(Ok(request)) => Ok(self.stream_answer(index, request).await),
            };
            let ended = answer.is_err();
            if answers.send(answer).await.is_err() || ended {
                return;
            }
            index += 1;
        }
    }

    async fn stream_answer(
        &self,
        index: u32,
        request: pb::StreamAnalyzeDocumentsRequest,
    ) -> pb::StreamAnalyzeDocumentsResponse {
        use pb::stream_analyze_documents_response::Outcome;
        let pb::StreamAnalyzeDocumentsRequest {
            document,
            summary_options,
            classification_options,
        } = request;
        let document_id = document
            .as_ref()
            .map(|one| one.id.clone())
            .unwrap_or_default();
        let outcome = self
            .outcome(
                self.engine.current(),
                pb::AnalyzeDocumentRequest {
                    document,
                    summary_options,
                    classification_options,
                },
            )
            .await;
        pb::StreamAnalyzeDocumentsResponse {
            index,
            document_id,
            outcome: Some(outcome.map_or_else(Outcome::Error, Outcome::Response)),
        }
    }

    fn info(&self) -> pb::GetServiceInfoResponse {
        let engine = self.engine.current();
        let limits = engine.limits();
        let max_message_bytes = self.limits.max_message_bytes(limits.max_text_bytes);
        pb::GetServiceInfoResponse {
            pipeline: Some(convert::pipeline_to_wire(engine.pipeline())),
            limits: Some(pb::ServiceLimits {
                max_text_bytes: limits.max_text_bytes as u64,
                max_batch_documents: clamp(self.limits.max_batch_documents),
                max_batch_bytes: self.limits.max_batch_bytes as u64,
                max_message_bytes: max_message_bytes as u64,
                max_focus_query_characters: clamp(limits.max_focus_query_characters),
                max_document_id_bytes: clamp(limits.max_document_id_bytes),
                max_stream_in_flight: clamp(STREAM_IN_FLIGHT),
            }),
            languages: known_languages()
                .map(|code| pb::LanguageSupport {
                    code: code.to_owned(),
                    summaries: true,
                    topics: engine.supports(code),
                })
                .collect(),
            algorithms: Algorithm::ALL
                .into_iter()
                .map(|algorithm| convert::algorithm_to_wire(algorithm).into())
                .collect(),
        }
    }
}

/// Checks a request and analyses it on the spot.
///
/// # Errors
/// The status that a caller of the service gets.
pub fn analyze_now(engine: &Engine, request: &DomainRequest) -> Result<Analysis, Status> {
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
        .analyze(document, options)
        .map_err(|error| status::engine(&error, *layout))
}

fn clamp(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[tonic::async_trait]
impl AnalysisService for Service {
    async fn analyze_document(
        &self,
        request: Request<pb::AnalyzeDocumentRequest>,
    ) -> Result<Response<pb::AnalyzeDocumentResponse>, Status> {
        let request = convert::analyze(request.into_inner());
        let done = self.analyze(self.engine.current(), request).await?;
        Ok(Response::new(convert::analyze_response(done)))
    }

    async fn summarize_document(
        &self,
        request: Request<pb::SummarizeDocumentRequest>,
    ) -> Result<Response<pb::SummarizeDocumentResponse>, Status> {
        let request = convert::summarize(request.into_inner());
        let done = self.analyze(self.engine.current(), request).await?;
        Ok(Response::new(convert::summarize_response(done)))
    }

    async fn classify_document(
        &self,
        request: Request<pb::ClassifyDocumentRequest>,
    ) -> Result<Response<pb::ClassifyDocumentResponse>, Status> {
        let request = convert::classify(request.into_inner());
        let done = self.analyze(self.engine.current(), request).await?;
        Ok(Response::new(convert::classify_response(done)))
    }

    async fn batch_analyze_documents(
        &self,
        request: Request<pb::BatchAnalyzeDocumentsRequest>,
    ) -> Result<Response<pb::BatchAnalyzeDocumentsResponse>, Status> {
        use pb::analyze_document_result::Outcome;
        let pb::BatchAnalyzeDocumentsRequest { requests } = request.into_inner();
        self.check_batch(&requests)?;
        let engine = self.engine.current();
        let mut results = Vec::with_capacity(requests.len());
        for (index, request) in requests.into_iter().enumerate() {
            let document_id = request.document.as_ref().map(|one| one.id.clone());
            let outcome = self.outcome(Arc::clone(&engine), request).await;
            results.push(pb::AnalyzeDocumentResult {
                index: clamp(index),
                document_id: document_id.unwrap_or_default(),
                outcome: Some(outcome.map_or_else(Outcome::Error, Outcome::Response)),
            });
        }
        Ok(Response::new(pb::BatchAnalyzeDocumentsResponse { results }))
    }

    type StreamAnalyzeDocumentsStream =
        Pin<Box<dyn Stream<Item = Result<pb::StreamAnalyzeDocumentsResponse, Status>> + Send>>;

    async fn stream_analyze_documents(
        &self,
        request: Request<Streaming<pb::StreamAnalyzeDocumentsRequest>>,
    ) -> Result<Response<Self::StreamAnalyzeDocumentsStream>, Status> {
        let (sender, receiver) = mpsc::channel(STREAM_IN_FLIGHT);
        tokio::spawn(self.clone().answer_stream(request.into_inner(), sender));
        Ok(Response::new(Box::pin(ReceiverStream::new(receiver))))
    }

    async fn list_topics(
        &self,
        request: Request<pb::ListTopicsRequest>,
    ) -> Result<Response<pb::ListTopicsResponse>, Status> {
        let pb::ListTopicsRequest { language_code } = request.into_inner();
        let language = language_or_english(&language_code)?;
        let engine = self.engine.current();
        let taxonomy = engine.taxonomy();
        Ok(Response::new(pb::ListTopicsResponse {
            topics: taxonomy
                .topics
                .iter()
                .map(|topic| convert::topic_to_wire(topic, &language))
                .collect(),
            taxonomy_version: taxonomy.version.clone(),
        }))
    }

    async fn get_service_info(
        &self,
        _request: Request<pb::GetServiceInfoRequest>,
    ) -> Result<Response<pb::GetServiceInfoResponse>, Status> {
        Ok(Response::new(self.info()))
    }
}

fn language_or_english(code: &str) -> Result<String, Status> {
    if code.is_empty() {
        return Ok("en".to_owned());
    }
    LanguageTag::parse(code)
        .map(LanguageTag::into_primary)
        .map_err(|error| {
            status::invalid(&[status::BadField {
                path: "language_code".to_owned(),
                description: format!("is {error}"),
                reason: status::Reason::LanguageCodeInvalid,
            }])
        })
}
