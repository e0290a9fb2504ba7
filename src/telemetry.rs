//! The log: lines for a person on a terminal, JSON for everything else; and
//! traces for a collector, where one is set.

mod panics;
mod traces;

use std::io::IsTerminal as _;

use anyhow::Context as _;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer, fmt};

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
/// `filter` is a level or a list of directives as in `info,mujaz=debug`.
///
/// # Errors
/// When the filter cannot be read, or the collector's address.
pub(crate) fn start(filter: &str, collector: Option<&str>) -> anyhow::Result<Telemetry> {
    let filter =
        EnvFilter::try_new(filter).with_context(|| format!("bad log filter {filter:?}"))?;
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
        .with(lines.with_filter(filter))
        .with(traces.as_ref().map(traces::layer))
        .init();
    panics::keep_secret();
    Ok(Telemetry { traces })
}
