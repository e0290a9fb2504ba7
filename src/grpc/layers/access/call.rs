//! One call, from its head to its status.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use http::{HeaderMap, HeaderValue, Request, Response};
use tonic::body::Body;
use tonic::transport::server::TcpConnectInfo;
use tonic::{Code, Status};
use tracing::Span;

use super::request_id::{REQUEST_ID, request_id};
use super::{method, refusals, trace};
use crate::measure::{self, CallFigures};
use crate::tokens::Caller;

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
        let id = request_id(request.headers().get(REQUEST_ID));
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
