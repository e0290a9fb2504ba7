//! One line in the log for each call: what was asked, how it ended, how long
//! it took. Never anything of a document.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use http::{HeaderName, HeaderValue, Request, Response};
use tonic::body::Body;
use tonic::{Code, Status};
use tower::{Layer, Service};

use crate::tokens::Caller;

/// The caller's id of a call, or ours; given back in the answer.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Least time between two lines about refused calls.
const REFUSALS_INTERVAL: Duration = Duration::from_secs(1);
/// Longest id that is taken from a caller.
const MAX_REQUEST_ID: usize = 128;

/// Logs every call.
#[derive(Debug, Clone, Copy, Default)]
pub struct AccessLayer;

impl<S> Layer<S> for AccessLayer {
    type Service = Access<S>;

    fn layer(&self, inner: S) -> Access<S> {
        Access { inner }
    }
}

/// A service whose calls are logged.
#[derive(Debug, Clone)]
pub struct Access<S> {
    inner: S,
}

impl<S, B> Service<Request<B>> for Access<S>
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
        let started = Instant::now();
        let id = request_id(&request);
        let method = request.uri().path().trim_start_matches('/').to_owned();
        let answer = self.inner.call(request);
        Box::pin(async move {
            let mut response = answer.await?;
            log(&method, &id, &response, started);
            response.headers_mut().insert(REQUEST_ID, id);
            Ok(response)
        })
    }
}

/// Takes the caller's id if it is short and printable, else counts.
fn request_id<B>(request: &Request<B>) -> HeaderValue {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let given = request.headers().get(REQUEST_ID);
    if let Some(id) = given.filter(|id| id.len() <= MAX_REQUEST_ID && id.to_str().is_ok()) {
        return id.clone();
    }
    HeaderValue::from(NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Calls refused since the last line about them.
static REFUSALS: Refusals = Refusals(Mutex::new((0, None)));

/// Counts refusals, and the time since the last line about them.
struct Refusals(Mutex<(u64, Option<Instant>)>);

impl Refusals {
    /// Counts one; returns the count when it is time for a line.
    fn add(&self, now: Instant) -> Option<u64> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, last) = &mut *state;
        *count += 1;
        if last.is_some_and(|last| now.duration_since(last) < REFUSALS_INTERVAL) {
            return None;
        }
        *last = Some(now);
        Some(std::mem::take(count))
    }
}

/// The level follows the code: the server's failures are errors, refusals
/// under load warnings, and a caller's mistake is nobody's alarm.
fn log(method: &str, id: &HeaderValue, response: &Response<Body>, started: Instant) {
    let status = Status::from_header_map(response.headers());
    let code = status.as_ref().map_or(Code::Ok, Status::code);
    let id = id.to_str().unwrap_or_default();
    let caller = response.extensions().get().map(Caller::name);
    let duration = started.elapsed().as_secs_f64();
    let name = code_name(code);
    macro_rules! line {
        ($level:ident) => {
            tracing::$level!(
                rpc.method = method,
                rpc.response.status_code = name,
                request_id = id,
                caller,
                duration_seconds = duration,
                "call"
            )
        };
    }
    match code {
        Code::Internal | Code::Unknown | Code::DataLoss => line!(error),
        // Thousands a second under load: a line for each would be load too.
        Code::ResourceExhausted => {
            line!(debug);
            if let Some(refused) = REFUSALS.add(Instant::now()) {
                tracing::warn!(refused, "calls refused");
            }
        }
        Code::Unavailable | Code::DeadlineExceeded => line!(warn),
        _ if method.starts_with("grpc.") => line!(debug),
        _ => line!(info),
    }
}

/// Names a code as the gRPC specification and OpenTelemetry write it.
const fn code_name(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "CANCELLED",
        Code::Unknown => "UNKNOWN",
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::DeadlineExceeded => "DEADLINE_EXCEEDED",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::PermissionDenied => "PERMISSION_DENIED",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        Code::Internal => "INTERNAL",
        Code::Unavailable => "UNAVAILABLE",
        Code::DataLoss => "DATA_LOSS",
        Code::Unauthenticated => "UNAUTHENTICATED",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_give_one_line_an_interval() {
        let refusals = Refusals(Mutex::new((0, None)));
        let start = Instant::now();
        assert_eq!(refusals.add(start), Some(1));
        assert_eq!(refusals.add(start), None);
        assert_eq!(refusals.add(start + REFUSALS_INTERVAL / 2), None);
        assert_eq!(refusals.add(start + REFUSALS_INTERVAL), Some(3));
        assert_eq!(refusals.add(start + REFUSALS_INTERVAL), None);
    }
}
