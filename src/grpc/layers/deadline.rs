//! Deadlines: the caller's (`grpc-timeout`) and the server's own, answered
//! with `DEADLINE_EXCEEDED`. (The timers of tonic's own server would answer
//! CANCELLED.)

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use http::{HeaderMap, HeaderName, Request, Response};
use tonic::Status;
use tonic::body::Body;
use tower::{Layer, Service};

use super::method::Method;
use crate::grpc::status;

const GRPC_TIMEOUT: HeaderName = HeaderName::from_static("grpc-timeout");
/// Longest time of a call that analyses nothing, if others have more: its answer
/// takes no time, so this bounds how long its request may be on its way.
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
    /// Ends every call after `request_timeout` at the latest, and one that
    /// analyses nothing after half a minute if that is earlier. Streams last as long as their callers
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
        let asked = match timeout(request.headers()) {
            Ok(asked) => asked,
            Err(refusal) => return Box::pin(async move { Ok(refusal.into_http()) }),
        };
        let most = match Method::of(request.uri().path()) {
            Method::Analysis => Some(self.request_timeout),
            Method::Light => Some(self.request_timeout.min(LIGHT_TIMEOUT)),
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

/// Reads `grpc-timeout`.
///
/// # Errors
/// `INVALID_ARGUMENT` for what the specification does not allow: whoever sent it
/// waits for an answer in a time that nobody knows.
fn timeout(headers: &HeaderMap) -> Result<Option<Duration>, Status> {
    let Some(given) = headers.get(GRPC_TIMEOUT) else {
        return Ok(None);
    };
    let read = given.to_str().ok().and_then(duration);
    read.map(Some).ok_or_else(status::no_timeout)
}

fn duration(text: &str) -> Option<Duration> {
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

    /// Returns when a call ends whose request never comes, where calls may take
    /// `request_timeout`; by a clock of its own, which stands still until then.
    fn ended(path: &str, request_timeout: Duration) -> Option<Duration> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build();
        runtime.expect("a runtime").block_on(async {
            let layer = DeadlineLayer::new(request_timeout);
            let service = layer.layer(tower::service_fn(|_: Request<Body>| {
                pending::<Result<Response<Body>, Infallible>>()
            }));
            let request = Request::post(path).body(Body::empty()).expect("sound");
            let began = tokio::time::Instant::now();
            let answer = within(Duration::from_hours(1), service.oneshot(request)).await;
            let headers = answer.ok()?.expect("infallible").into_parts().0.headers;
            assert_eq!(headers["grpc-status"], "4");
            Some(Duration::from_secs(began.elapsed().as_secs()))
        })
    }

    #[test]
    fn only_streams_may_be_on_their_way_for_ever() {
        let [second, minute] = [1, 60].map(Duration::from_secs);
        let analysis = "/mujaz.v1.AnalysisService/AnalyzeDocument";
        assert_eq!(ended(analysis, second), Some(second));
        assert_eq!(ended(analysis, minute), Some(minute));
        let light = "/grpc.health.v1.Health/Check";
        assert_eq!(ended(light, second), Some(second));
        assert_eq!(ended(light, minute), Some(LIGHT_TIMEOUT));
        let stream = "/mujaz.v1.AnalysisService/StreamAnalyzeDocuments";
        assert_eq!(ended(stream, second), None);
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
            assert_eq!(duration(text), expected, "{text:?}");
        }
        let mut headers = HeaderMap::new();
        assert!(timeout(&headers).is_ok_and(|none| none.is_none()));
        headers.insert(GRPC_TIMEOUT, "1s".parse().expect("ASCII"));
        let refused = timeout(&headers).expect_err("no unit");
        assert!(refused.message().contains(GRPC_TIMEOUT.as_str()));
    }
}
