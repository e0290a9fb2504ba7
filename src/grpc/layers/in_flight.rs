//! Counts the analysis calls that are not answered in full, so that a drain
//! can wait for them and for nothing else, and gives up those that take longer
//! than it waits.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{Request, Response};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tonic::body::Body;
use tower::{Layer, Service};

use super::held::HeldBody;
use crate::grpc::status;

/// Paths that count; health and reflection streams may last forever.
const COUNTED_PREFIX: &str = "/mujaz.";

/// Counts calls with a tracker.
#[derive(Debug, Clone)]
pub struct InFlightLayer {
    tracker: TaskTracker,
    give_up: CancellationToken,
}

impl InFlightLayer {
    /// Counts with `tracker`, whose `wait` ends when nothing is in flight.
    /// When `give_up` is cancelled, what has no answer yet gets UNAVAILABLE.
    #[must_use]
    pub fn new(tracker: TaskTracker, give_up: CancellationToken) -> Self {
        Self { tracker, give_up }
    }
}

impl<S> Layer<S> for InFlightLayer {
    type Service = InFlight<S>;

    fn layer(&self, inner: S) -> InFlight<S> {
        InFlight {
            inner,
            tracker: self.tracker.clone(),
            give_up: self.give_up.clone(),
        }
    }
}

/// A service whose calls are counted.
#[derive(Debug, Clone)]
pub struct InFlight<S> {
    inner: S,
    tracker: TaskTracker,
    give_up: CancellationToken,
}

impl<S, B> Service<Request<B>> for InFlight<S>
where
    S: Service<Request<B>, Response = Response<Body>>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let counted = request.uri().path().starts_with(COUNTED_PREFIX);
        let token = counted.then(|| self.tracker.token());
        let answer = self.inner.call(request);
        let give_up = self.give_up.clone();
        Box::pin(async move {
            let response = match give_up.run_until_cancelled(answer).await {
                Some(response) => response?,
                None => status::draining().into_http(),
            };
            Ok(response.map(|body| HeldBody::around(body, token)))
        })
    }
}
