//! Admits the messages of calls.
//!
//! A gRPC message says its length in front: one without room is refused then,
//! while the rest of it is still held up by the flow control of its connection.
//! Where it is clear beforehand that there will be none, the head of a call is
//! answered at once: its client then stops sending. The connection that it came
//! by is left unread for a moment then.

use std::collections::VecDeque;
use std::future::{Ready, ready};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{Either, Map};
use http::{Request, Response};
use tonic::body::Body;
use tower::{Layer, Service};

use super::coding::Coding;
use super::form::Form;
use super::held::HeldBody;
use super::metered::{Messages, Metered};
use super::method::Method;
use crate::admission::{Admission, Permit, Room};
use crate::grpc::message::{MessageLimits, Shapes};
use crate::grpc::status;

/// The permits of the messages of one call that were read and not yet
/// answered, first in, first out; in its extensions.
#[derive(Debug, Clone, Default)]
pub struct Ticket(Arc<Mutex<VecDeque<Permit>>>);

impl Ticket {
    /// Takes the permit of the next message.
    #[must_use]
    pub fn next(&self) -> Option<Permit> {
        let mut permits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        permits.pop_front()
    }

    pub(super) fn put(&self, permit: Permit) {
        let mut permits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        permits.push_back(permit);
    }
}

/// Room for an answer that is yet to be sent; in its extensions.
#[derive(Debug, Clone)]
pub struct Unsent {
    _room: Arc<Room>,
}

impl Unsent {
    /// Holds on to `room` until the answer has been sent.
    #[must_use]
    pub fn new(room: Room) -> Self {
        Self {
            _room: Arc::new(room),
        }
    }
}

/// Holds on to the room for an answer until it has been sent.
fn hold<E>(answer: Result<Response<Body>, E>) -> Result<Response<Body>, E> {
    let mut response = answer?;
    match response.extensions_mut().remove::<Unsent>() {
        Some(unsent) => Ok(response.map(|body| HeldBody::around(body, unsent))),
        None => Ok(response),
    }
}

/// Longest pause of a connection by which calls come that are never refused:
/// one for health may be the next.
const LONGEST_SHARED_PAUSE: Duration = Duration::from_millis(25);

/// The pause that a connection's reader should make, since a call on it was
/// refused; in the extensions of each request of the connection.
#[derive(Debug, Clone, Default)]
pub struct ReadPause(Arc<Reader>);

#[derive(Debug, Default)]
struct Reader {
    /// The pause that is due, in microseconds.
    due: AtomicU64,
    /// Light calls have come by the connection.
    shared: AtomicBool,
}

impl ReadPause {
    /// Asks the reader to pause so long, from its next read on; for 25 ms at
    /// most when a light call has come by its connection.
    pub fn ask(&self, pause: Duration) {
        let pause = if self.0.shared.load(Ordering::Relaxed) {
            pause.min(LONGEST_SHARED_PAUSE)
        } else {
            pause
        };
        let micros = u64::try_from(pause.as_micros()).unwrap_or(u64::MAX);
        self.0.due.store(micros, Ordering::Relaxed);
    }

    /// Takes the pause that is due, if any; it is due once.
    #[must_use]
    pub fn take(&self) -> Option<Duration> {
        let micros = self.0.due.swap(0, Ordering::Relaxed);
        (micros > 0).then(|| Duration::from_micros(micros))
    }

    /// Notes that a light call has come by the connection.
    fn share(&self) {
        self.0.shared.store(true, Ordering::Relaxed);
    }
}

/// Longest message of a call that is never refused, in bytes: no name of a
/// service, a language or a symbol is as long.
const MAX_LIGHT_BYTES: usize = 16 << 10;

/// Admits calls.
#[derive(Debug, Clone)]
pub struct AdmissionLayer {
    admission: Admission,
    /// What admits the calls that are never refused.
    light: Admission,
    shapes: Shapes,
    largest: MessageLimits,
    request_timeout: Duration,
}

impl AdmissionLayer {
    /// Admits calls with messages that are as large as `largest` at most, their
    /// fields counted by `shapes`, as long as `admission` has room. A message of
    /// a stream has `request_timeout` to arrive once it has begun.
    #[must_use]
    pub fn new(
        admission: Admission,
        shapes: Shapes,
        largest: MessageLimits,
        request_timeout: Duration,
    ) -> Self {
        Self {
            admission,
            light: Admission::unlimited(),
            shapes,
            largest,
            request_timeout,
        }
    }

    /// Returns the body of a call, which takes room for its messages.
    fn meter(&self, body: Body, method: Method, form: Form, ticket: Ticket) -> Body {
        let (admission, ticket) = match method {
            Method::Analysis | Method::AnalysisStream => (&self.admission, Some(ticket)),
            // They are answered at once, and nobody takes their permits.
            Method::Light | Method::LightStream => (&self.light, None),
        };
        let messages = match method {
            Method::Analysis | Method::Light => Messages::Single,
            Method::AnalysisStream | Method::LightStream => Messages::Many {
                message_timeout: self.request_timeout,
            },
        };
        let admission = admission.clone();
        Body::new(Metered::new(body, messages, form, admission, ticket))
    }

    /// Returns what the messages of a call must be like.
    fn form(&self, path: &str, method: Method, coding: Coding) -> Form {
        let bytes = match method {
            Method::Analysis | Method::AnalysisStream => self.largest.bytes,
            Method::Light | Method::LightStream => MAX_LIGHT_BYTES,
        };
        Form {
            coding,
            largest: MessageLimits {
                bytes,
                ..self.largest
            },
            shape: self.shapes.of(path),
        }
    }
}

impl<S> Layer<S> for AdmissionLayer {
    type Service = Admit<S>;

    fn layer(&self, inner: S) -> Admit<S> {
        Admit {
            inner,
            layer: self.clone(),
        }
    }
}

/// A service whose messages are admitted.
#[derive(Debug, Clone)]
pub struct Admit<S> {
    inner: S,
    layer: AdmissionLayer,
}

impl<S> Admit<S> {
    /// Answers a call of an analysis at once when there will be no room for it.
    /// Reading pauses then, so that the calls that follow are read and refused
    /// together: one by one they would take the time that the admitted ones need.
    fn refusal(&self, method: Method, request: &Request<Body>) -> Option<Response<Body>> {
        let reader = request.extensions().get::<ReadPause>();
        if method == Method::Analysis && self.layer.admission.foresee().is_err() {
            if let Some(reader) = reader {
                reader.ask(self.layer.admission.read_pause());
            }
            return Some(status::overloaded().into_http());
        }
        if let (Method::Light | Method::LightStream, Some(reader)) = (method, reader) {
            reader.share();
        }
        None
    }
}

impl<S> Service<Request<Body>> for Admit<S>
where
    S: Service<Request<Body>, Response = Response<Body>>,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Either<
        Ready<Result<Response<Body>, S::Error>>,
        Map<S::Future, fn(Result<Response<Body>, S::Error>) -> Result<Response<Body>, S::Error>>,
    >;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let method = Method::of(request.uri().path());
        if let Some(refusal) = self.refusal(method, &request) {
            return Either::Left(ready(Ok(refusal)));
        }
        let Some(coding) = Coding::take(request.headers_mut()) else {
            let refusal = status::encoding_unsupported(Coding::ACCEPTED);
            return Either::Left(ready(Ok(refusal.into_http())));
        };
        let ticket = Ticket::default();
        request.extensions_mut().insert(ticket.clone());
        let form = self.layer.form(request.uri().path(), method, coding);
        let request = request.map(|body| self.layer.meter(body, method, form, ticket));
        Either::Right(self.inner.call(request).map(hold))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_due_once_and_short_where_light_calls_come_by() {
        let long = Duration::from_millis(80);
        let pause = ReadPause::default();
        assert_eq!(pause.take(), None);
        pause.ask(long);
        assert_eq!(pause.take(), Some(long));
        assert_eq!(pause.take(), None);
        pause.share();
        pause.ask(long);
        assert_eq!(pause.take(), Some(LONGEST_SHARED_PAUSE));
        pause.ask(LONGEST_SHARED_PAUSE / 2);
        assert_eq!(pause.take(), Some(LONGEST_SHARED_PAUSE / 2));
    }
}
