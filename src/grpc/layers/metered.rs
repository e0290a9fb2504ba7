//! A request body that takes room for each message before it gives it away.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http_body::{Body as HttpBody, Frame};
use prost::bytes::Bytes;
use tokio::time::Sleep;
use tonic::Status;
use tonic::body::Body;

use super::admission::Ticket;
use crate::admission::{Admission, Overloaded, Permit};
use crate::grpc::status;

/// A compression flag and a length of four bytes stand before each message.
const HEADER: usize = 5;

/// When a message without room is refused.
#[derive(Debug, Clone, Copy)]
pub(super) enum Refusal {
    /// At once, and the call with it.
    AtOnce,
    /// Never: it waits, and so does its sender.
    Never {
        /// Time that the message has to arrive once there is room.
        message_timeout: Duration,
    },
}

type Admitting = Pin<Box<dyn Future<Output = Result<Permit, Overloaded>> + Send>>;

/// A body of gRPC messages.
pub(super) struct Metered {
    body: Body,
    admission: Admission,
    ticket: Ticket,
    refusal: Refusal,
    framing: Framing,
    /// What has been received and not been given away.
    received: Bytes,
    /// The wait for room.
    admitting: Option<Admitting>,
    /// When the message that has begun must be complete.
    complete_by: Option<Pin<Box<Sleep>>>,
}

impl Metered {
    pub(super) fn new(body: Body, admission: Admission, ticket: Ticket, refusal: Refusal) -> Self {
        Self {
            body,
            admission,
            ticket,
            refusal,
            framing: Framing::default(),
            received: Bytes::new(),
            admitting: None,
            complete_by: None,
        }
    }

    /// Waits for more from the client, as long as the message has time.
    fn poll_more(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        let late = self.complete_by.as_mut();
        if frame.is_pending() && late.is_some_and(|late| late.as_mut().poll(context).is_ready()) {
            return Poll::Ready(Some(Err(status::deadline_exceeded())));
        }
        frame
    }

    fn poll_room(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Status>> {
        if let Some(admitting) = &mut self.admitting {
            let permit = ready!(admitting.as_mut().poll(context));
            self.admitting = None;
            self.ticket.put(permit.map_err(|_| status::overloaded())?);
            self.framing.admitted = true;
            if let Refusal::Never { message_timeout } = self.refusal {
                self.complete_by = Some(Box::pin(tokio::time::sleep(message_timeout)));
            }
        }
        Poll::Ready(Ok(()))
    }

    fn ask_for_room(&mut self, bytes: usize) {
        let admission = self.admission.clone();
        self.admitting = Some(match self.refusal {
            Refusal::AtOnce => Box::pin(std::future::ready(admission.try_admit(bytes))),
            Refusal::Never { .. } => Box::pin(admission.admit(bytes)),
        });
    }
}

impl HttpBody for Metered {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let this = self.get_mut();
        loop {
            if let Err(refused) = ready!(this.poll_room(context)) {
                return Poll::Ready(Some(Err(refused)));
            }
            if this.received.is_empty() {
                match ready!(this.poll_more(context)) {
                    Some(Ok(frame)) => match frame.into_data() {
                        Ok(data) => this.received = data,
                        Err(other) => return Poll::Ready(Some(Ok(other))),
                    },
                    ended => return Poll::Ready(ended),
                }
                continue;
            }
            match this.framing.advance(&this.received) {
                Step::Admit(bytes) => this.ask_for_room(bytes),
                Step::Pass(bytes) => {
                    if this.framing.is_between() {
                        this.complete_by = None;
                    }
                    let passed = this.received.split_to(bytes);
                    return Poll::Ready(Some(Ok(Frame::data(passed))));
                }
            }
        }
    }
}

/// Where in a sequence of messages a body stands.
#[derive(Debug, Default)]
struct Framing {
    header: [u8; HEADER],
    /// Bytes of the header that have passed.
    filled: usize,
    /// Bytes of the message that have not passed.
    left: usize,
    /// Whether there is room for the message whose header is complete.
    admitted: bool,
}

/// What may happen next.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// So many bytes may pass; never across the end of a message.
    Pass(usize),
    /// A message of so many bytes needs room before more may pass.
    Admit(usize),
}

impl Framing {
    /// Tells whether no message has begun.
    fn is_between(&self) -> bool {
        self.left == 0 && self.filled == 0
    }

    /// Looks at bytes that come next and are not none.
    fn advance(&mut self, bytes: &[u8]) -> Step {
        if self.left > 0 {
            return Step::Pass(self.pass(bytes.len()));
        }
        let taken = bytes.len().min(HEADER - self.filled);
        self.header[self.filled..self.filled + taken].copy_from_slice(&bytes[..taken]);
        if self.filled + taken < HEADER {
            self.filled += taken;
            return Step::Pass(taken);
        }
        let [_, length @ ..] = self.header;
        let length = u32::from_be_bytes(length) as usize;
        if !std::mem::take(&mut self.admitted) {
            return Step::Admit(length);
        }
        self.filled = 0;
        self.left = length;
        Step::Pass(taken + self.pass(bytes.len() - taken))
    }

    /// Lets at most `available` bytes of the message pass.
    fn pass(&mut self, available: usize) -> usize {
        let passed = available.min(self.left);
        self.left -= passed;
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs bytes in pieces through a framing; returns the sizes admitted and
    /// the pieces passed.
    fn run(bytes: &[u8], piece: usize) -> (Vec<usize>, Vec<usize>) {
        let mut framing = Framing::default();
        let (mut admitted, mut passed) = (Vec::new(), Vec::new());
        for mut piece in bytes.chunks(piece) {
            while !piece.is_empty() {
                match framing.advance(piece) {
                    Step::Admit(bytes) => {
                        admitted.push(bytes);
                        framing.admitted = true;
                    }
                    Step::Pass(bytes) => {
                        passed.push(bytes);
                        piece = &piece[bytes..];
                    }
                }
            }
        }
        assert!(framing.is_between());
        (admitted, passed)
    }

    #[test]
    fn each_message_is_admitted_once_however_it_is_cut() {
        let bytes = [
            &[0, 0, 0, 0, 3, b'a', b'b', b'c'][..],
            &[1, 0, 0, 0, 0],
            &[0, 0, 0, 0, 1, b'd'],
        ]
        .concat();
        for piece in 1..=bytes.len() {
            let (admitted, passed) = run(&bytes, piece);
            assert_eq!(admitted, [3, 0, 1], "pieces of {piece}");
            assert_eq!(passed.iter().sum::<usize>(), bytes.len());
        }
        let (_, passed) = run(&bytes, bytes.len());
        assert_eq!(passed, [8, 5, 6], "never across the end of a message");
    }
}
