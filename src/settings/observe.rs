//! What operators see.

use std::net::SocketAddr;

use super::File;
use crate::cli::observe::{AdminListen, ObserveArgs};

/// Standard variables for the address of a collector, the one that wins first.
const COLLECTOR: [&str; 2] = [
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
];

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
    let standard = || COLLECTOR.iter().find_map(|name| std::env::var(name).ok());
    let collector = args.otlp_endpoint.clone().or(file.otlp_endpoint.clone());
    ObserveSettings {
        admin_listen,
        otlp_endpoint: collector.or_else(standard).filter(|url| !url.is_empty()),
    }
}
