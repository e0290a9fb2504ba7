//! What the service says of itself.

use tonic::Status;

use super::{MAX_ANSWER_BYTES, MAX_JSON_ANSWER_BYTES, Service, count};
use crate::engine::{LanguageTag, Limits, MAX_TOPIC_IDS};
use crate::grpc::{convert, pb, status};
use crate::summary::Algorithm;
use crate::text::known_languages;

impl Service {
    pub(super) fn info(&self) -> pb::GetServiceInfoResponse {
        let engine = self.engine.current();
        pb::GetServiceInfoResponse {
            pipeline: Some(convert::pipeline_to_wire(engine.pipeline())),
            limits: Some(self.limits_to_wire(engine.limits())),
            languages: engine
                .languages()
                .into_iter()
                .map(|code| pb::LanguageSupport {
                    code: code.to_owned(),
                    summaries: known_languages().any(|known| known == code),
                    topics: engine.supports(code),
                })
                .collect(),
            algorithms: Algorithm::ALL
                .into_iter()
                .map(|algorithm| convert::algorithm_to_wire(algorithm).into())
                .collect(),
        }
    }

    fn limits_to_wire(&self, limits: Limits) -> pb::ServiceLimits {
        let message = self.limits.message(limits.max_text_bytes);
        pb::ServiceLimits {
            max_text_bytes: limits.max_text_bytes as u64,
            max_batch_documents: count(self.limits.max_batch_documents),
            max_batch_bytes: self.limits.max_batch_bytes as u64,
            max_message_bytes: message.bytes as u64,
            max_focus_query_characters: count(limits.max_focus_query_characters),
            max_document_id_bytes: count(limits.max_document_id_bytes),
            max_stream_in_flight: count(self.stream_in_flight()),
            max_in_flight_requests: count(self.load.capacity),
            max_in_flight_bytes: self.load.max_in_flight_bytes as u64,
            max_queue_time: Some(self.load.queue_time.into()),
            max_request_time: Some(self.load.request_timeout.into()),
            max_message_fields: count(message.fields),
            max_answer_bytes: MAX_ANSWER_BYTES as u64,
            max_json_answer_bytes: MAX_JSON_ANSWER_BYTES as u64,
            max_topic_ids: count(MAX_TOPIC_IDS),
        }
    }

    pub(super) fn topics(&self, language_code: &str) -> Result<pb::ListTopicsResponse, Status> {
        let language = language_or_english(language_code)?;
        let engine = self.engine.current();
        let taxonomy = engine.taxonomy();
        Ok(pb::ListTopicsResponse {
            topics: taxonomy
                .topics
                .iter()
                .map(|topic| convert::topic_to_wire(topic, &language))
                .collect(),
            taxonomy_version: taxonomy.version.clone(),
        })
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
