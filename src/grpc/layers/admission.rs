//! Admits the messages of calls for analyses as they come.
//!
//! A gRPC message says its length in front: one without room is refused then,
//! while the rest of it is still held up by the flow control of its connection.
//! Where it is clear beforehand that there will be none, the head of a call is
//! answered at once: its client then stops sending. The connection that it came
//! by is left unread for a moment then.

use std::collections::VecDeque;
use std::future::{Ready, ready};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::Either;
use http::{Request, Response};
use tonic::body::Body;
use tower::{Layer, Service};

use super::metered::{Metered, Refusal};
use super::method::Method;
use crate::admission::{Admission, Overloaded, Permit};
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

/// The pause that a connection's reader should make, since a call on it was
/// refused; in the extensions of each request of the connection.
#[derive(Debug, Clone, Default)]
pub struct ReadPause(Arc<AtomicU64>);

impl ReadPause {
    /// Asks the reader to pause so long, from its next read on.
    pub fn ask(&self, pause: Duration) {
        let micros = u64::try_from(pause.as_micros()).unwrap_or(u64::MAX);
        self.0.store(micros, Ordering::Relaxed);
    }

    /// Takes the pause that is due, if any; it is due once.
    #[must_use]
    pub fn take(&self) -> Option<Duration> {
        let micros = self.0.swap(0, Ordering::Relaxed);
        (micros > 0).then(|| Duration::from_micros(micros))
    }
}

/// Admits calls.
#[derive(Debug, Clone)]
pub struct AdmissionLayer {
    admission: Admission,
    request_timeout: Duration,
}

impl AdmissionLayer {
    /// Admits calls as long as `admission` has room. A message of a stream
    /// has `request_timeout` to arrive once it has begun.
    #[must_use]
    pub fn new(admission: Admission, request_timeout: Duration) -> Self {
        Self {
            admission,
            request_timeout,
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
    /// Answers a call that there will be no room for. Reading pauses, so that
    /// the calls that follow are read and refused together: one by one they
    /// would take the time that the admitted ones need.
    fn refuse(&self, request: &Request<Body>) -> Response<Body> {
        if let Some(reader) = request.extensions().get::<ReadPause>() {
            reader.ask(self.layer.admission.read_pause());
        }
        status::overloaded().into_http()
    }
}

impl<S> Service<Request<Body>> for Admit<S>
where
    S: Service<Request<Body>, Response = Response<Body>>,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Either<Ready<Result<Response<Body>, S::Error>>, S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let refusal = match Method::of(request.uri().path()) {
            Method::Analysis => match self.layer.admission.foresee() {
                Ok(()) => Refusal::AtOnce,
                Err(Overloaded) => return Either::Left(ready(Ok(self.refuse(&request)))),
            },
            Method::AnalysisStream => Refusal::Never {
                message_timeout: self.layer.request_timeout,
            },
            Method::Light => return Either::Right(self.inner.call(request)),
        };
        let ticket = Ticket::default();
        request.extensions_mut().insert(ticket.clone());
        let admission = self.layer.admission.clone();
        let request = request.map(|body| Body::new(Metered::new(body, admission, ticket, refusal)));
        Either::Right(self.inner.call(request))
    }
}
