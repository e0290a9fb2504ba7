//! Requests of a batch that could not be read. In JSON each can be read by
//! itself: a bad one is an error in its place, as one with a bad option is.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tonic::Status;

use super::status::{self, BadField};

/// What is wrong with requests of a batch, by their places; in the extensions of
/// a call, set before its message is given away.
#[derive(Debug, Clone, Default)]
pub(crate) struct Misread(Arc<OnceLock<BTreeMap<usize, Vec<BadField>>>>);

impl Misread {
    /// Notes what could not be read.
    pub(crate) fn note(&self, bad: BTreeMap<usize, Vec<BadField>>) {
        // A call has one message.
        let _ = self.0.set(bad);
    }

    /// Returns the error of the request at a place, if it could not be read.
    pub(crate) fn error(&self, index: usize) -> Option<Status> {
        let bad = self.0.get()?.get(&index)?;
        Some(status::invalid(bad))
    }
}
