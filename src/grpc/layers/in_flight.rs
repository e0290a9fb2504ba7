//! Counts the analysis calls that are not answered in full, so that a drain
//! can wait for them and for nothing else.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::{Request, Response};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;
use tonic::body::Body;
use tower::{Layer, Service};

/// Paths that count; health and reflection streams may last forever.
const COUNTED_PREFIX: &str = "/mujaz.";

/// Counts calls with a tracker.
#[derive(Debug, Clone)]
pub struct InFlightLayer {
    tracker: TaskTracker,
}

impl InFlightLayer {
    /// Counts with `tracker`, whose `wait` ends when nothing is in flight.
    #[must_use]
    pub fn new(tracker: TaskTracker) -> Self {
        Self { tracker }
    }
}

impl<S> Layer<S> for InFlightLayer {
    type Service = InFlight<S>;

    fn layer(&self, inner: S) -> InFlight<S> {
        InFlight {
            inner,
            tracker: self.tracker.clone(),
        }
    }
}

/// A service whose calls are counted.
#[derive(Debug, Clone)]
pub struct InFlight<S> {
    inner: S,
    tracker: TaskTracker,
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
        Box::pin(async move {
            let response = answer.await?;
            Ok(response.map(|body| Body::new(CountedBody { body, token })))
        })
    }
}

/// A body that counts until it has been read to its end or dropped.
struct CountedBody {
    body: Body,
    token: Option<TaskTrackerToken>,
}

impl HttpBody for CountedBody {
    type Data = <Body as HttpBody>::Data;
    type Error = <Body as HttpBody>::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let this = self.get_mut();
        let frame = ready!(Pin::new(&mut this.body).poll_frame(context));
        if frame.is_none() {
            this.token = None;
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
