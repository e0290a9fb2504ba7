//! A request body that takes room for each part of a message before it gives it
//! away.

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
use crate::admission::{Admission, Overloaded, Permit, Room};
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

/// A message for which there is room.
enum Arrived {
    Part(Room),
    Whole(Permit),
}

type Arriving = Pin<Box<dyn Future<Output = Result<Arrived, Overloaded>> + Send>>;

/// A body of gRPC messages.
pub(super) struct Metered {
    body: Body,
    admission: Admission,
    ticket: Ticket,
    refusal: Refusal,
    framing: Framing,
    /// What has been received and not been given away.
    received: Bytes,
    /// The room of the message that has begun.
    room: Option<Room>,
    /// Bytes of what was received that pass when there is room for them.
    passing: usize,
    /// The wait for that.
    arriving: Option<Arriving>,
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
            room: None,
            passing: 0,
            arriving: None,
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

    /// Begins a message of so many bytes.
    fn begin(&mut self, bytes: usize) -> Result<(), Overloaded> {
        self.room = Some(match self.refusal {
            Refusal::AtOnce => self.admission.announce(bytes)?,
            Refusal::Never { .. } => self.admission.room()?,
        });
        self.give_time();
        Ok(())
    }

    /// Gives a message of a stream the time that it has to arrive.
    fn give_time(&mut self) {
        if let Refusal::Never { message_timeout } = self.refusal {
            self.complete_by = Some(Box::pin(tokio::time::sleep(message_timeout)));
        }
    }

    /// Lets so many bytes pass once there is room for them, and when they end
    /// their message, a place for it.
    fn pass(&mut self, bytes: usize) -> Result<(), Overloaded> {
        self.passing = bytes;
        let Some(mut room) = self.room.take() else {
            return Ok(());
        };
        let (arrived, whole) = (self.framing.arrived(), self.framing.is_between());
        match self.refusal {
            Refusal::AtOnce => {
                room.cover(arrived)?;
                self.keep(if whole {
                    Arrived::Whole(room.admit()?)
                } else {
                    Arrived::Part(room)
                });
            }
            Refusal::Never { .. } => {
                self.arriving = Some(Box::pin(arrive_in_turn(room, arrived, whole)));
            }
        }
        Ok(())
    }

    fn keep(&mut self, arrived: Arrived) {
        match arrived {
            Arrived::Part(room) => self.room = Some(room),
            Arrived::Whole(permit) => {
                self.complete_by = None;
                self.ticket.put(permit);
            }
        }
    }

    fn poll_room(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Overloaded>> {
        let Some(arriving) = &mut self.arriving else {
            return Poll::Ready(Ok(()));
        };
        let polled = arriving.as_mut().poll(context);
        if polled.is_pending() {
            // It is not the client who is slow.
            self.give_time();
        }
        let arrived = ready!(polled);
        self.arriving = None;
        self.keep(arrived?);
        Poll::Ready(Ok(()))
    }
}

/// Waits for room for the bytes of a message that have arrived, and when they
/// are the whole, for its place.
async fn arrive_in_turn(mut room: Room, bytes: usize, whole: bool) -> Result<Arrived, Overloaded> {
    room.cover_in_turn(bytes).await?;
    Ok(if whole {
        Arrived::Whole(room.admit_in_turn().await?)
    } else {
        Arrived::Part(room)
    })
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
            if ready!(this.poll_room(context)).is_err() {
                return Poll::Ready(Some(Err(status::overloaded())));
            }
            if this.passing > 0 {
                let passed = this.received.split_to(std::mem::take(&mut this.passing));
                return Poll::Ready(Some(Ok(Frame::data(passed))));
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
            let admitted = match this.framing.advance(&this.received) {
                Step::Begin(bytes) => this.begin(bytes),
                Step::Pass(bytes) => this.pass(bytes),
            };
            if admitted.is_err() {
                return Poll::Ready(Some(Err(status::overloaded())));
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
    /// Bytes of the message, and of them those that have not passed.
    length: usize,
    left: usize,
    /// Whether the message whose header is complete has begun.
    begun: bool,
}

/// What may happen next.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// So many bytes may pass; never across the end of a message.
    Pass(usize),
    /// A message of so many bytes begins.
    Begin(usize),
}

impl Framing {
    /// Tells whether no message has begun.
    fn is_between(&self) -> bool {
        self.left == 0 && self.filled == 0
    }

    /// Returns how many bytes of the message have passed.
    fn arrived(&self) -> usize {
        self.length - self.left
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
        self.begun = !self.begun;
        if self.begun {
            return Step::Begin(length);
        }
        self.filled = 0;
        self.length = length;
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

    /// Runs bytes in pieces through a framing; returns the sizes of messages
    /// that began and of the pieces passed.
    fn run(bytes: &[u8], piece: usize) -> (Vec<usize>, Vec<usize>) {
        let mut framing = Framing::default();
        let (mut begun, mut passed) = (Vec::new(), Vec::new());
        for mut piece in bytes.chunks(piece) {
            while !piece.is_empty() {
                match framing.advance(piece) {
                    Step::Begin(bytes) => begun.push(bytes),
                    Step::Pass(bytes) => {
                        passed.push(bytes);
                        piece = &piece[bytes..];
                    }
                }
            }
        }
        assert!(framing.is_between());
        (begun, passed)
    }

    #[test]
    fn each_message_begins_once_however_it_is_cut() {
        let bytes = [
            &[0, 0, 0, 0, 3, b'a', b'b', b'c'][..],
            &[1, 0, 0, 0, 0],
            &[0, 0, 0, 0, 1, b'd'],
        ]
        .concat();
        for piece in 1..=bytes.len() {
            let (begun, passed) = run(&bytes, piece);
            assert_eq!(begun, [3, 0, 1], "pieces of {piece}");
            assert_eq!(passed.iter().sum::<usize>(), bytes.len());
        }
        let (_, passed) = run(&bytes, bytes.len());
        assert_eq!(passed, [8, 5, 6], "never across the end of a message");
    }
}
