//! What operators see.

use std::net::SocketAddr;

use super::File;
use crate::cli::observe::{AdminListen, ObserveArgs};

/// Standard variables for the address of a collector, the one that wins first.
const COLLECTOR: [&str; 2] = [
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
];

/// Turns OpenTelemetry off when it is "true".
const DISABLED: &str = "OTEL_SDK_DISABLED";
/// Names what traces are sent by; with "none" there are none.
const EXPORTER: &str = "OTEL_TRACES_EXPORTER";

/// Where operators look.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ObserveSettings {
    /// Address for figures and probes. None by default: a second server on a
    /// machine must not fail for a port that nobody asked for.
    pub(crate) admin_listen: Option<SocketAddr>,
    /// Collector of traces.
    pub(crate) otlp_endpoint: Option<String>,
}

/// Resolves what operators see.
pub(super) fn observe(args: &ObserveArgs, file: &File) -> ObserveSettings {
    let AdminListen(admin_listen) = args.admin_listen.or(file.admin_listen).unwrap_or_default();
    let from_variables = || COLLECTOR.into_iter().find_map(variable);
    let collector = args.otlp_endpoint.clone().or(file.otlp_endpoint.clone());
    let collector = collector.or_else(from_variables);
    ObserveSettings {
        admin_listen,
        otlp_endpoint: collector.filter(|url| !url.is_empty() && !is_turned_off()),
    }
}

/// Tells whether the standard variables turn traces off, wherever they would go.
fn is_turned_off() -> bool {
    let is = |name, value: &str| variable(name).is_some_and(|set| set.eq_ignore_ascii_case(value));
    is(DISABLED, "true") || is(EXPORTER, "none")
}

/// Reads a standard variable; an empty one is not set, as OpenTelemetry has it.
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
