//! Many documents in one message.

use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use prost::encoding::message;
use tonic::Status;

use super::call::Call;
use super::{SMALL_ANSWER_BYTES, Service, check_answer, count};
use crate::admission::Permit;
use crate::engine::Engine;
use crate::grpc::{convert, pb, status};

/// Number of `BatchAnalyzeDocumentsResponse.results`.
const RESULTS: u32 = 1;

impl Service {
    /// Analyses the documents of a batch, no more of them at once than one
    /// caller's share, and puts the answers into the order of the requests.
    /// The permit takes room for them as they come; when they are too long
    /// together, or there is no room, the rest is not analysed any more.
    pub(super) async fn analyze_batch(
        &self,
        call: &Call,
        requests: Vec<pb::AnalyzeDocumentRequest>,
        permit: Option<&mut Permit>,
    ) -> Result<pb::BatchAnalyzeDocumentsResponse, Status> {
        let engine = self.engine.current();
        let mut growing = Growing { bytes: 0, permit };
        let mut results = Vec::with_capacity(requests.len());
        let mut coming = stream::iter(requests.into_iter().enumerate())
            .map(|(index, request)| self.batch_result(Arc::clone(&engine), call, index, request))
            .buffer_unordered(self.worker.share());
        while let Some(result) = coming.next().await {
            growing.add(&result)?;
            results.push(result);
        }
        results.sort_unstable_by_key(|result| result.index);
        Ok(pb::BatchAnalyzeDocumentsResponse { results })
    }

    async fn batch_result(
        &self,
        engine: Arc<Engine>,
        call: &Call,
        index: usize,
        request: pb::AnalyzeDocumentRequest,
    ) -> pb::AnalyzeDocumentResult {
        use pb::analyze_document_result::Outcome;
        let document_id = request.document.as_ref().map(|one| one.id.clone());
        let outcome = if let Some(error) = call.misread(index) {
            Err(status::to_message(&error))
        } else {
            let request = Arc::new(convert::of_batch(request, index));
            self.outcome(engine, call.of_many(), request).await
        };
        pb::AnalyzeDocumentResult {
            index: count(index),
            document_id: document_id.unwrap_or_default(),
            outcome: Some(outcome.map_or_else(Outcome::Error, Outcome::Response)),
        }
    }

    /// Checks what a batch holds as a whole.
    pub(super) fn check_batch(
        &self,
        requests: &[pb::AnalyzeDocumentRequest],
    ) -> Result<(), Status> {
        let (most, bytes) = (self.limits.max_batch_documents, self.limits.max_batch_bytes);
        if requests.is_empty() {
            return Err(status::batch_empty());
        }
        let actual = requests.len();
        if actual > most {
            return Err(status::batch_too_large("documents", most, actual));
        }
        let actual: usize = requests
            .iter()
            .filter_map(|request| request.document.as_ref())
            .map(|document| document.text.len() + document.title.len())
            .sum();
        if actual > bytes {
            return Err(status::batch_too_large("bytes", bytes, actual));
        }
        Ok(())
    }
}

/// The length of the answer to a batch, as far as it is known.
struct Growing<'p> {
    bytes: usize,
    permit: Option<&'p mut Permit>,
}

impl Growing<'_> {
    /// Adds a result, for which there must be room.
    fn add(&mut self, result: &pb::AnalyzeDocumentResult) -> Result<(), Status> {
        self.bytes += message::encoded_len(RESULTS, result);
        check_answer(self.bytes)?;
        match &mut self.permit {
            Some(permit) if self.bytes > SMALL_ANSWER_BYTES => {
                permit.cover(self.bytes).map_err(|_| status::overloaded())
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use prost::Message as _;
    use tonic::Code;

    use super::super::MAX_ANSWER_BYTES;
    use super::*;
    use crate::admission::{Admission, LoadLimits};

    fn result(bytes: usize) -> pb::AnalyzeDocumentResult {
        pb::AnalyzeDocumentResult {
            document_id: "a".repeat(bytes),
            ..pb::AnalyzeDocumentResult::default()
        }
    }

    #[test]
    fn the_sum_of_the_results_is_the_length_of_the_answer() {
        let mut growing = Growing {
            bytes: 0,
            permit: None,
        };
        let results: Vec<_> = [0, 1, 127, 128, 70_000].map(result).into();
        for result in &results {
            growing.add(result).expect("short");
        }
        let answer = pb::BatchAnalyzeDocumentsResponse { results };
        assert_eq!(growing.bytes, answer.encoded_len());
        let error = growing.add(&result(MAX_ANSWER_BYTES)).expect_err("long");
        assert_eq!(error.code(), Code::InvalidArgument);
    }

    #[test]
    fn the_results_take_room_as_they_come() {
        let limits = LoadLimits {
            max_in_flight_bytes: 100_000,
            ..LoadLimits::default()
        };
        let admission = Admission::new(&limits, Arc::default());
        let _other = {
            let mut room = admission.room().expect("room");
            room.cover(10_000).expect("room");
            room
        };
        let room = admission.room().expect("room");
        let mut permit = room.admit().expect("a place");
        let mut growing = Growing {
            bytes: 0,
            permit: Some(&mut permit),
        };
        growing.add(&result(60_000)).expect("small");
        assert_eq!(admission.held().bytes, 10_000);
        growing.add(&result(20_000)).expect("room");
        assert!(admission.held().bytes > 90_000);
        let error = growing.add(&result(10_000)).expect_err("no room");
        assert_eq!(error.code(), Code::ResourceExhausted);
    }
}
