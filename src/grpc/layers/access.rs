//! What is known of each call when it has ended: a line in the log, and
//! figures. Never anything of a document.

mod body;
mod call;
mod method;
mod refusals;
mod request_id;
mod trace;

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{Request, Response};
use tonic::body::Body;
use tower::{Layer, Service};
use tracing::Instrument as _;

use body::{AnswerBody, ReceivedBody};
use call::Call;
pub(crate) use request_id::{REQUEST_ID, request_id};

/// Logs and counts every call.
#[derive(Debug, Clone, Copy, Default)]
pub struct AccessLayer;

impl<S> Layer<S> for AccessLayer {
    type Service = Access<S>;

    fn layer(&self, inner: S) -> Access<S> {
        Access { inner }
    }
}

/// A service whose calls are logged and counted.
#[derive(Debug, Clone)]
pub struct Access<S> {
    inner: S,
}

impl<S> Service<Request<Body>> for Access<S>
where
    S: Service<Request<Body>, Response = Response<Body>>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let mut call = Call::begin(&request);
        let received = call.received();
        let request = request.map(|body| Body::new(ReceivedBody::new(body, received)));
        let span = call.span();
        let answer = span.in_scope(|| self.inner.call(request));
        Box::pin(async move {
            let mut response = answer.instrument(span).await?;
            call.answered(&response);
            response.headers_mut().insert(REQUEST_ID, call.id());
            Ok(response.map(|body| Body::new(AnswerBody::new(body, call))))
        })
    }
}
