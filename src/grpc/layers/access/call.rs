//! One call, from its head to its status.

use std::hash::{BuildHasher as _, RandomState};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use tonic::body::Body;
use tonic::transport::server::TcpConnectInfo;
use tonic::{Code, Status};
use tracing::Span;

use super::{method, refusals, trace};
use crate::measure::{self, CallFigures};
use crate::tokens::Caller;

/// The caller's id of a call, or ours; given back in the answer.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Longest id that is taken from a caller.
const MAX_REQUEST_ID: usize = 128;

/// What is known of a call; it is logged and counted when this is dropped.
#[derive(Debug)]
pub(super) struct Call {
    method: &'static str,
    id: HeaderValue,
    peer: Option<SocketAddr>,
    caller: Option<Caller>,
    started: Instant,
    received: Arc<AtomicU64>,
    sent: u64,
    /// None as long as the answer is under way.
    code: Option<Code>,
    span: Span,
}

impl Call {
    pub(super) fn begin(request: &Request<Body>) -> Self {
        let method = method::name(request.uri().path());
        measure::call_began(method);
        let info = request.extensions().get::<TcpConnectInfo>();
        let peer = info.and_then(TcpConnectInfo::remote_addr);
        let id = request_id(request.headers());
        Self {
            span: trace::begin(method, &id, peer, request.headers()),
            method,
            id,
            peer,
            caller: None,
            started: Instant::now(),
            received: Arc::default(),
            sent: 0,
            code: None,
        }
    }

    /// Returns the counter of the bytes that are received.
    pub(super) fn received(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.received)
    }

    pub(super) fn id(&self) -> HeaderValue {
        self.id.clone()
    }

    pub(super) fn span(&self) -> Span {
        self.span.clone()
    }

    /// Notes the head of the answer; an error without an answer has its
    /// status there.
    pub(super) fn answered(&mut self, response: &Response<Body>) {
        self.caller = response.extensions().get().cloned();
        self.code = code(response.headers());
    }

    pub(super) fn sent(&mut self, bytes: u64) {
        self.sent += bytes;
    }

    /// Notes the status behind an answer.
    pub(super) fn ended(&mut self, trailers: &HeaderMap) {
        self.code = code(trailers).or(self.code);
    }

    /// Notes that an answer stopped without a status.
    pub(super) fn broke_off(&mut self) {
        self.code.get_or_insert(Code::Unknown);
    }

    /// The level follows the code: the server's failures are errors, refusals
    /// under load warnings, and a caller's mistake is nobody's alarm.
    fn log(&self, code: Code, figures: &CallFigures) {
        macro_rules! line {
            ($level:ident) => {
                tracing::$level!(
                    parent: &self.span,
                    rpc.method = figures.method,
                    rpc.response.status_code = figures.code,
                    request_id = self.id.to_str().unwrap_or_default(),
                    caller = self.caller.as_ref().map(Caller::name),
                    peer = self.peer.map(tracing::field::display),
                    duration_seconds = figures.duration.as_secs_f64(),
                    received_bytes = figures.received_bytes,
                    sent_bytes = figures.sent_bytes,
                    "call"
                )
            };
        }
        match code {
            Code::Internal | Code::Unknown | Code::DataLoss => line!(error),
            // Thousands a second under load: a line for each would be load too.
            Code::ResourceExhausted => {
                line!(debug);
                refusals::note();
            }
            Code::Unavailable | Code::DeadlineExceeded => line!(warn),
            _ if method::is_routine(self.method) => line!(debug),
            _ => line!(info),
        }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        // Nobody waited for the rest of an answer without a status.
        let code = self.code.unwrap_or(Code::Cancelled);
        let figures = CallFigures {
            method: self.method,
            code: code_name(code),
            duration: self.started.elapsed(),
            received_bytes: self.received.load(Ordering::Relaxed),
            sent_bytes: self.sent,
        };
        measure::call_ended(&figures);
        trace::end(&self.span, code, &figures);
        self.log(code, &figures);
    }
}

/// Takes the caller's id if it is short and printable, else makes one that no
/// other process makes.
fn request_id(headers: &HeaderMap) -> HeaderValue {
    static PROCESS: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(()));
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let given = headers.get(REQUEST_ID).filter(|id| is_sane(id.as_bytes()));
    let own = || {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        HeaderValue::from_str(&format!("{:016x}-{number}", *PROCESS)).ok()
    };
    let mut id = given
        .cloned()
        .or_else(own)
        .unwrap_or_else(|| HeaderValue::from_static("unknown"));
    // Keeps it out of the table of headers that HTTP/2 remembers: it never comes
    // again, and each new one would be compared with all before it.
    id.set_sensitive(true);
    id
}

fn is_sane(id: &[u8]) -> bool {
    (1..=MAX_REQUEST_ID).contains(&id.len()) && id.iter().all(u8::is_ascii_graphic)
}

fn code(headers: &HeaderMap) -> Option<Code> {
    let code = headers.get(Status::GRPC_STATUS)?;
    Some(Code::from_bytes(code.as_bytes()))
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

    fn id_for(given: Option<&[u8]>) -> String {
        let value = given.map(|id| HeaderValue::from_bytes(id).expect("a value"));
        let headers = value.map(|value| (REQUEST_ID, value)).into_iter().collect();
        let id = request_id(&headers);
        id.to_str().expect("printable").to_owned()
    }

    #[test]
    fn only_a_sane_id_is_taken_from_the_caller() {
        assert_eq!(id_for(Some(b"abc-1")), "abc-1");
        let longest = [b'x'; MAX_REQUEST_ID];
        assert_eq!(id_for(Some(&longest)).as_bytes(), longest);
        let too_long = [b'x'; MAX_REQUEST_ID + 1];
        for bad in [&b""[..], b"a b", "معرف".as_bytes(), &too_long] {
            assert_ne!(id_for(Some(bad)).as_bytes(), bad);
        }
        assert_ne!(id_for(None), id_for(None));
    }
}
