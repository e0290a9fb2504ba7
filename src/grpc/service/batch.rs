//! Many documents in one message.

use std::sync::Arc;

use futures_util::StreamExt as _;
use futures_util::stream;
use tonic::Status;

use super::{Service, count};
use crate::engine::Engine;
use crate::grpc::{convert, pb, status};
use crate::worker::Terms;

impl Service {
    /// Analyses the documents of a batch, no more of them at once than one
    /// caller's share, and puts the answers into the order of the requests.
    pub(super) async fn analyze_batch(
        &self,
        terms: Terms,
        requests: Vec<pb::AnalyzeDocumentRequest>,
    ) -> Vec<pb::AnalyzeDocumentResult> {
        let engine = self.engine.current();
        let mut results: Vec<_> = stream::iter(requests.into_iter().enumerate())
            .map(|(index, request)| self.batch_result(Arc::clone(&engine), terms, index, request))
            .buffer_unordered(self.worker.share())
            .collect()
            .await;
        results.sort_unstable_by_key(|result| result.index);
        results
    }

    async fn batch_result(
        &self,
        engine: Arc<Engine>,
        terms: Terms,
        index: usize,
        request: pb::AnalyzeDocumentRequest,
    ) -> pb::AnalyzeDocumentResult {
        use pb::analyze_document_result::Outcome;
        let document_id = request.document.as_ref().map(|one| one.id.clone());
        let outcome = self
            .outcome(engine, terms, Arc::new(convert::of_batch(request, index)))
            .await;
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
