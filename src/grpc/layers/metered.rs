//! A request body that gives its messages away as a whole, with room for them.
//!
//! What reads messages behind it reserves memory for what a header announces,
//! decompresses what is there, and then waits for the end of the call, however
//! long that takes. So a message stays here until it is whole, and the message
//! of a call for a single one until the call has nothing more to send; and it
//! is plain when it leaves.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http_body::{Body as HttpBody, Frame};
use prost::bytes::{Bytes, BytesMut};
use tokio::time::{Instant, Sleep};
use tonic::body::Body;
use tonic::{Code, Status};

use super::admission::Ticket;
use super::form::Form;
use crate::admission::{Admission, Overloaded, Permit, Room};
use crate::grpc::frame::HEADER;
use crate::grpc::status;

/// How many messages a call has, and what becomes of one without room.
#[derive(Debug, Clone, Copy)]
pub(super) enum Messages {
    /// One, which is refused.
    Single,
    /// Any number; they wait, and so does their sender.
    Many {
        /// Time that a message has to arrive, beside the wait for room.
        message_timeout: Duration,
    },
}

/// A message for which there is room.
enum Arrived {
    Part(Room),
    Whole(Bytes, Permit),
}

type Arriving = Pin<Box<dyn Future<Output = Result<Arrived, Status>> + Send>>;
type Polled<T> = Poll<Result<T, Status>>;

/// A body of gRPC messages.
pub(super) struct Metered {
    body: Body,
    messages: Messages,
    form: Form,
    admission: Admission,
    /// Where permits wait for who works on their messages; without one they
    /// end when the messages are given away.
    ticket: Option<Ticket>,
    /// What has been received and belongs to no message yet.
    received: Bytes,
    message: Message,
    /// The room of the message, once its length is known.
    room: Option<Room>,
    /// The wait for more of it, or for it to be plain.
    arriving: Option<Arriving>,
    /// The time that the message of many has.
    clock: Option<Clock>,
    /// A message was given away.
    given: bool,
    ended: bool,
}

impl Metered {
    pub(super) fn new(
        body: Body,
        messages: Messages,
        form: Form,
        admission: Admission,
        ticket: Option<Ticket>,
    ) -> Self {
        Self {
            body,
            messages,
            form,
            admission,
            ticket,
            received: Bytes::new(),
            message: Message::default(),
            room: None,
            arriving: None,
            clock: None,
            given: false,
            ended: false,
        }
    }

    /// Returns the next message with its header, `None` after the last.
    fn poll_message(&mut self, context: &mut Context<'_>) -> Polled<Option<Bytes>> {
        loop {
            if let Some(message) = ready!(self.poll_arriving(context))? {
                return Poll::Ready(Ok(Some(message)));
            }
            if !self.received.is_empty() {
                self.take()?;
                continue;
            }
            match ready!(self.poll_more(context))? {
                Some(data) => self.received = data,
                None if self.message.is_empty() => return Poll::Ready(self.nothing_more()),
                None => self.end()?,
            }
        }
    }

    /// Waits for what the message waits for; returns it when it is whole and
    /// has its place.
    fn poll_arriving(&mut self, context: &mut Context<'_>) -> Polled<Option<Bytes>> {
        let Some(arriving) = &mut self.arriving else {
            return Poll::Ready(Ok(None));
        };
        let polled = arriving.as_mut().poll(context);
        if let (true, Some(clock)) = (polled.is_pending(), &mut self.clock) {
            // It is not the client who is slow.
            clock.stop();
        }
        let arrived = ready!(polled)?;
        self.arriving = None;
        Poll::Ready(Ok(self.keep(arrived)))
    }

    fn keep(&mut self, arrived: Arrived) -> Option<Bytes> {
        match arrived {
            Arrived::Part(room) => {
                self.room = Some(room);
                None
            }
            Arrived::Whole(message, permit) => {
                self.clock = None;
                self.given = true;
                self.leave(permit);
                Some(message)
            }
        }
    }

    /// Ends, unless a message has to be there and never came: tonic would find
    /// fault with the server.
    fn nothing_more(&self) -> Result<Option<Bytes>, Status> {
        match self.messages {
            Messages::Single if !self.given => Err(status::malformed("there is none")),
            Messages::Single | Messages::Many { .. } => Ok(None),
        }
    }

    /// Waits for more from the client, as long as the message has time;
    /// returns `None` at the end.
    fn poll_more(&mut self, context: &mut Context<'_>) -> Polled<Option<Bytes>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Err(error))) = &frame
            && error.code() == Code::Cancelled
        {
            // The client has broken the call off, which is therefore dropped.
            // tonic would answer before that, and find fault with the server.
            return Poll::Pending;
        }
        if frame.is_pending() && self.clock.as_mut().is_some_and(|clock| clock.ends(context)) {
            return Poll::Ready(Err(status::deadline_exceeded()));
        }
        // Trailers have no meaning in a request.
        let data = |frame: Frame<Bytes>| frame.into_data().unwrap_or_default();
        let frame = frame.map(|frame| frame.map(|frame| frame.map(data)).transpose());
        frame.map_err(|error| status::of_body(&error))
    }

    /// Takes what was received into the message, and room for it.
    fn take(&mut self) -> Result<(), Status> {
        if self.message.is_whole() {
            return Err(status::malformed("there is more than one"));
        }
        if let Some((flag, length)) = self.message.take(&mut self.received) {
            self.form.check_header(flag, length)?;
            self.begin(length).map_err(overloaded)?;
        }
        self.arrive().map_err(overloaded)
    }

    /// Begins a message of so many bytes.
    fn begin(&mut self, bytes: usize) -> Result<(), Overloaded> {
        self.room = Some(match self.messages {
            Messages::Single => self.admission.announce(bytes)?,
            Messages::Many { message_timeout } => {
                self.clock = Some(Clock::of(message_timeout));
                self.admission.room()?
            }
        });
        Ok(())
    }

    /// Takes room for what there is of the message, or waits for it.
    fn arrive(&mut self) -> Result<(), Overloaded> {
        let bytes = self.message.arrived();
        match self.messages {
            Messages::Single => self.room.as_mut().map_or(Ok(()), |room| room.cover(bytes)),
            Messages::Many { .. } => {
                let whole = self.message.is_whole().then(|| self.message.give());
                let form = self.form.clone();
                self.arriving = self.room.take().map(|mut room| -> Arriving {
                    Box::pin(async move {
                        room.cover_in_turn(bytes).await.map_err(overloaded)?;
                        let Some(message) = whole else {
                            return Ok(Arrived::Part(room));
                        };
                        let (message, room) = form.plain(message, room).await?;
                        let permit = room.admit_in_turn().await.map_err(overloaded)?;
                        Ok(Arrived::Whole(message, permit))
                    })
                });
                Ok(())
            }
        }
    }

    /// Has the message that was to be the only one made plain, and admitted.
    fn end(&mut self) -> Result<(), Status> {
        let room = self.room.take().filter(|_| self.message.is_whole());
        let room = room.ok_or_else(|| status::malformed("it ends too early"))?;
        let plain = self.form.clone().plain(self.message.give(), room);
        self.arriving = Some(Box::pin(async move {
            let (message, room) = plain.await?;
            let permit = room.admit().map_err(overloaded)?;
            Ok(Arrived::Whole(message, permit))
        }));
        Ok(())
    }

    /// Leaves the permit of a message that is given away.
    fn leave(&self, permit: Permit) {
        if let Some(ticket) = &self.ticket {
            ticket.put(permit);
        }
    }
}

fn overloaded(_: Overloaded) -> Status {
    status::overloaded()
}

impl HttpBody for Metered {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let this = self.get_mut();
        if this.ended {
            return Poll::Ready(None);
        }
        let message = ready!(this.poll_message(context)).transpose();
        this.ended = !matches!(message, Some(Ok(_)));
        Poll::Ready(message.map(|message| message.map(Frame::data)))
    }
}

/// A message with its header, as far as it is there.
#[derive(Debug, Default)]
struct Message {
    bytes: BytesMut,
    /// Bytes that it will have behind the header, once that is there.
    length: Option<usize>,
}

impl Message {
    fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Tells whether nothing is missing.
    fn is_whole(&self) -> bool {
        self.length == Some(self.arrived())
    }

    /// Returns how many bytes are there behind the header.
    fn arrived(&self) -> usize {
        self.bytes.len().saturating_sub(HEADER)
    }

    /// Takes the rest of the header or of the message behind it, as far as it
    /// has been received; returns the flag and the length that a complete
    /// header tells.
    fn take(&mut self, received: &mut Bytes) -> Option<(u8, usize)> {
        let end = HEADER + self.length.unwrap_or(0);
        let taken = received.len().min(end - self.bytes.len());
        self.bytes.extend_from_slice(&received.split_to(taken));
        if self.length.is_some() {
            return None;
        }
        let &[flag, length @ ..] = <&[u8; HEADER]>::try_from(&self.bytes[..]).ok()?;
        let length = u32::from_be_bytes(length) as usize;
        self.length = Some(length);
        Some((flag, length))
    }

    /// Gives the bytes away; the next message begins.
    fn give(&mut self) -> Bytes {
        std::mem::take(self).bytes.freeze()
    }
}

/// The time that is left, when it does not stand still.
#[derive(Debug)]
struct Clock {
    up: Pin<Box<Sleep>>,
    stopped: Option<Instant>,
}

impl Clock {
    fn of(time: Duration) -> Self {
        Self {
            up: Box::pin(tokio::time::sleep(time)),
            stopped: None,
        }
    }

    /// Stands still until it is asked.
    fn stop(&mut self) {
        self.stopped.get_or_insert_with(Instant::now);
    }

    /// Goes on, and tells whether the time is up; if not, wakes who asks then.
    fn ends(&mut self, context: &mut Context<'_>) -> bool {
        if let Some(stopped) = self.stopped.take() {
            let later = self.up.deadline() + stopped.elapsed();
            self.up.as_mut().reset(later);
        }
        self.up.as_mut().poll(context).is_ready()
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::{BodyExt as _, Full};

    use super::super::coding::Coding;
    use super::*;
    use crate::grpc::message::MessageLimits;

    /// Runs bytes in pieces into messages; returns the lengths that headers
    /// told, and the messages.
    fn run(bytes: &[u8], piece: usize) -> (Vec<usize>, Vec<Bytes>) {
        let mut message = Message::default();
        let (mut told, mut whole) = (Vec::new(), Vec::new());
        for piece in bytes.chunks(piece) {
            let mut received = Bytes::copy_from_slice(piece);
            while !received.is_empty() {
                told.extend(message.take(&mut received).map(|(_, length)| length));
                if message.is_whole() {
                    whole.push(message.give());
                }
            }
        }
        assert!(message.is_empty());
        (told, whole)
    }

    #[test]
    fn messages_are_whole_however_they_are_cut() {
        let messages = [
            &[0, 0, 0, 0, 3, b'a', b'b', b'c'][..],
            &[1, 0, 0, 0, 0],
            &[0, 0, 0, 0, 1, b'd'],
        ];
        let bytes = messages.concat();
        for piece in 1..=bytes.len() {
            let (told, whole) = run(&bytes, piece);
            assert_eq!(told, [3, 0, 1], "pieces of {piece}");
            assert_eq!(whole, messages, "pieces of {piece}");
        }
    }

    /// A stream that nobody takes permits for may last for ever.
    #[tokio::test]
    async fn permits_without_a_ticket_end_with_their_messages() {
        let two = [&[0, 0, 0, 0, 1, b'a'][..], &[0, 0, 0, 0, 1, b'b']].concat();
        let messages = Messages::Many {
            message_timeout: Duration::from_mins(1),
        };
        let form = Form {
            coding: Coding::Identity,
            largest: MessageLimits {
                bytes: 1,
                fields: 1,
            },
            shape: None,
        };
        for (ticket, held) in [(None, 0), (Some(Ticket::default()), 2)] {
            let admission = Admission::unlimited();
            let body = Body::new(Full::new(Bytes::from(two.clone())));
            let (form, ticket) = (form.clone(), ticket.clone());
            let metered = Metered::new(body, messages, form, admission.clone(), ticket);
            let read = metered.collect().await.expect("sound").to_bytes();
            assert_eq!(read, two);
            assert_eq!(admission.held().requests, held);
        }
    }
}
