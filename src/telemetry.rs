//! The log: lines for a person on a terminal, JSON for everything else; and
//! traces for a collector, where one is set.

mod panics;
mod traces;

use std::io::IsTerminal as _;

use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer, fmt};

use crate::cli::log::LogFilter;

/// What is told of the program while it runs.
pub(crate) struct Telemetry {
    traces: Option<SdkTracerProvider>,
}

impl Telemetry {
    /// Sends what is left to the collector, for a bounded time.
    pub(crate) fn finish(self) {
        if let Some(traces) = self.traces {
            traces::finish(&traces);
        }
    }
}

/// Starts logging to standard error, and sending traces to `collector`; the
/// latter within a runtime.
///
/// # Errors
/// When the collector's address cannot be read.
pub(crate) fn start(filter: &LogFilter, collector: Option<&str>) -> anyhow::Result<Telemetry> {
    let traces = collector.map(traces::provider).transpose()?;
    let lines = fmt::layer().with_writer(std::io::stderr);
    let lines = if std::io::stderr().is_terminal() {
        lines.with_target(false).boxed()
    } else {
        // The innermost span is enough: it has the request's id.
        let json = lines.json().flatten_event(true);
        json.with_span_list(false).boxed()
    };
    tracing_subscriber::registry()
        .with(lines.with_filter(filter.targets()))
        .with(traces.as_ref().map(traces::layer))
        .init();
    panics::keep_secret();
    Ok(Telemetry { traces })
}
