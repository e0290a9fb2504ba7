//! The pauses that a connection's reader makes after calls on it were refused.
//!
//! What a client sends meanwhile waits with it and in the system's buffers, and
//! is then read at once. Answers are written all the time.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::time::{Sleep, sleep};

use crate::grpc::layers::admission::ReadPause;

/// The pauses of one connection.
#[derive(Debug)]
pub(super) struct Pauses {
    asked: ReadPause,
    running: Option<Pin<Box<Sleep>>>,
}

impl Pauses {
    pub(super) fn new(asked: ReadPause) -> Self {
        Self {
            asked,
            running: None,
        }
    }

    /// Is ready when the reader may go on.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.running.is_none() {
            self.running = self.asked.take().map(|pause| Box::pin(sleep(pause)));
        }
        if let Some(pause) = &mut self.running {
            ready!(pause.as_mut().poll(context));
            self.running = None;
            // What was refused meanwhile had been read before: one pause is for
            // all of it, else they would follow one another.
            let _ = self.asked.take();
        }
        Poll::Ready(())
    }
}
