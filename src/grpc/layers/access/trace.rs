//! The span of a call: a part of its caller's trace, as W3C's `traceparent`
//! says. It names the call in every line of the log, and is exported where
//! traces are collected.

use std::net::SocketAddr;

use http::{HeaderMap, HeaderName, HeaderValue};
use opentelemetry::Context;
use opentelemetry::propagation::{Extractor, TextMapPropagator as _};
use opentelemetry::trace::{Status, TraceContextExt as _, TraceId};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tonic::Code;
use tracing::Span;
use tracing::field::{Empty, display};
use tracing_opentelemetry::OpenTelemetrySpanExt as _;

use super::method;
use crate::measure::CallFigures;

/// Begins the span of a call; probes have none.
pub(super) fn begin(
    method: &'static str,
    id: &HeaderValue,
    peer: Option<SocketAddr>,
    headers: &HeaderMap,
) -> Span {
    if method::is_routine(method) {
        return Span::none();
    }
    let span = tracing::info_span!(
        parent: None,
        "call",
        otel.name = method,
        otel.kind = "server",
        request_id = id.to_str().unwrap_or_default(),
        trace_id = Empty,
        language = Empty,
    );
    let caller =
        TraceContextPropagator::new().extract_with_context(&Context::new(), &Given(headers));
    let given = caller.span().span_context().trace_id();
    // Where no traces are collected there is no parent to set.
    let _ = span.set_parent(caller);
    let own = span.context().span().span_context().trace_id();
    let trace_id = if own == TraceId::INVALID { given } else { own };
    if trace_id != TraceId::INVALID {
        span.record("trace_id", display(trace_id));
    }
    span.set_attribute("rpc.system.name", "grpc");
    span.set_attribute("rpc.method", method);
    if let Some(peer) = peer {
        span.set_attribute("network.peer.address", peer.ip().to_string());
        span.set_attribute("network.peer.port", i64::from(peer.port()));
    }
    span
}

/// Notes how a call ended.
pub(super) fn end(span: &Span, code: Code, figures: &CallFigures) {
    span.set_attribute("rpc.response.status_code", figures.code);
    if is_fault(code) {
        span.set_attribute("error.type", figures.code);
        span.set_status(Status::error(""));
    }
}

/// Tells whether a code is a fault of the server, as OpenTelemetry's
/// conventions have it.
const fn is_fault(code: Code) -> bool {
    matches!(
        code,
        Code::Unknown
            | Code::DeadlineExceeded
            | Code::Unimplemented
            | Code::Internal
            | Code::Unavailable
            | Code::DataLoss
    )
}

/// The headers of a call, as propagators read them.
struct Given<'a>(&'a HeaderMap);

impl Extractor for Given<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.to_str().ok()
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(HeaderName::as_str).collect()
    }
}
