//! Deadlines: the caller's (`grpc-timeout`) and the server's own, answered
//! with `DEADLINE_EXCEEDED`. (The timers of tonic's own server would answer
//! CANCELLED.)

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use http::{HeaderMap, HeaderName, Request, Response};
use tonic::body::Body;
use tower::{Layer, Service};

use super::method::Method;
use crate::grpc::status;

const GRPC_TIMEOUT: HeaderName = HeaderName::from_static("grpc-timeout");
/// Longest time of a call that analyses nothing: its answer takes no time, so
/// this bounds how long its request may be on its way.
const LIGHT_TIMEOUT: Duration = Duration::from_secs(30);
/// Most digits of a timeout in the gRPC specification.
const MAX_DIGITS: usize = 8;

/// When the answer to a call is of no use any more; in its extensions and in
/// those of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline(pub Instant);

/// Gives calls their deadlines.
#[derive(Debug, Clone, Copy)]
pub struct DeadlineLayer {
    request_timeout: Duration,
}

impl DeadlineLayer {
    /// Ends every call for an analysis after `request_timeout` at the latest,
    /// and others after half a minute. Streams last as long as their callers
    /// want, those of answers from their first message on.
    #[must_use]
    pub fn new(request_timeout: Duration) -> Self {
        Self { request_timeout }
    }
}

impl<S> Layer<S> for DeadlineLayer {
    type Service = Deadlines<S>;

    fn layer(&self, inner: S) -> Deadlines<S> {
        Deadlines {
            inner,
            request_timeout: self.request_timeout,
        }
    }
}

/// A service whose calls have deadlines.
#[derive(Debug, Clone)]
pub struct Deadlines<S> {
    inner: S,
    request_timeout: Duration,
}

impl<S, B> Service<Request<B>> for Deadlines<S>
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

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let asked = timeout(request.headers());
        let most = match Method::of(request.uri().path()) {
            Method::Analysis => Some(self.request_timeout),
            Method::Light => Some(LIGHT_TIMEOUT),
            Method::AnalysisStream | Method::LightStream => None,
        };
        let least = [asked, most].into_iter().flatten().min();
        let deadline = least.and_then(|least| Instant::now().checked_add(least));
        if let Some(deadline) = deadline {
            request.extensions_mut().insert(Deadline(deadline));
        }
        let answer = self.inner.call(request);
        Box::pin(async move {
            let Some(deadline) = deadline else {
                return answer.await;
            };
            let answer = tokio::time::timeout_at(deadline.into(), answer).await;
            let Ok(answer) = answer else {
                return Ok(status::deadline_exceeded().into_http());
            };
            let mut response = answer?;
            // For what has to be done before it can be sent.
            response.extensions_mut().insert(Deadline(deadline));
            Ok(response)
        })
    }
}

/// Reads `grpc-timeout`; what the specification does not allow is no timeout.
fn timeout(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(GRPC_TIMEOUT)?.to_str().ok()?;
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    if digits.len() > MAX_DIGITS || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let number: u32 = digits.parse().ok()?;
    let unit = match unit {
        "H" => Duration::from_hours(1),
        "M" => Duration::from_mins(1),
        "S" => Duration::from_secs(1),
        "m" => Duration::from_millis(1),
        "u" => Duration::from_micros(1),
        "n" => Duration::from_nanos(1),
        _ => return None,
    };
    unit.checked_mul(number)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::future::pending;

    use tokio::time::timeout as within;
    use tower::ServiceExt as _;

    use super::*;

    /// Returns the status that a call ends with whose request never comes.
    async fn ended(path: &str) -> Option<String> {
        let layer = DeadlineLayer::new(Duration::from_secs(1));
        let service = layer.layer(tower::service_fn(|_: Request<Body>| {
            pending::<Result<Response<Body>, Infallible>>()
        }));
        let request = Request::post(path).body(Body::empty()).expect("sound");
        let answer = within(Duration::from_hours(1), service.oneshot(request)).await;
        let headers = answer.ok()?.expect("infallible").into_parts().0.headers;
        Some(headers["grpc-status"].to_str().expect("ASCII").to_owned())
    }

    #[tokio::test(start_paused = true)]
    async fn only_streams_may_be_on_their_way_for_ever() {
        let exceeded = Some("4".to_owned());
        let analysis = "/mujaz.v1.AnalysisService/AnalyzeDocument";
        assert_eq!(ended(analysis).await, exceeded);
        assert_eq!(ended("/grpc.health.v1.Health/Check").await, exceeded);
        let stream = "/mujaz.v1.AnalysisService/StreamAnalyzeDocuments";
        assert_eq!(ended(stream).await, None);
    }

    #[test]
    fn timeouts_are_read_as_the_specification_says() {
        for (text, expected) in [
            ("1H", Some(Duration::from_hours(1))),
            ("2M", Some(Duration::from_mins(2))),
            ("3S", Some(Duration::from_secs(3))),
            ("99999999m", Some(Duration::from_millis(99_999_999))),
            ("5u", Some(Duration::from_micros(5))),
            ("0n", Some(Duration::ZERO)),
            ("100000000n", None),
            ("m", None),
            ("", None),
            ("+1S", None),
            ("1.5S", None),
            ("1s", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(GRPC_TIMEOUT, text.parse().expect("ASCII"));
            assert_eq!(timeout(&headers), expected, "{text:?}");
        }
        assert_eq!(timeout(&HeaderMap::new()), None);
    }
}
