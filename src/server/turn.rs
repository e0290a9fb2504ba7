//! The turn that a connection leaves to its calls before it writes.
//!
//! A call that answers wakes its connection, and tokio runs what was woken last
//! before the other calls that are ready: each answer would be sent by itself.
//! A connection that goes to the end of the queue once finds the answers of all
//! of them, and sends them together.

use std::task::{Context, Poll};

/// Whether the calls had their turn before what is to be written.
#[derive(Debug, Default)]
pub(super) struct Turn {
    given: bool,
}

impl Turn {
    /// Is ready when what else was ready to run has run since the first write
    /// after [`Turn::end`].
    pub(super) fn poll_given(&mut self, context: &Context<'_>) -> Poll<()> {
        if self.given {
            return Poll::Ready(());
        }
        self.given = true;
        // A task that wakes itself is queued behind the others.
        context.waker().wake_by_ref();
        Poll::Pending
    }

    /// Notes that all there was is written.
    pub(super) fn end(&mut self) {
        self.given = false;
    }
}
