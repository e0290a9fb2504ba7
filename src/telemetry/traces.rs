//! Traces, sent to a collector of OpenTelemetry over gRPC.
//!
//! Spans are put into a bounded queue that a thread empties; a collector that
//! is slow or gone costs spans, never calls.

use std::time::Duration;

use anyhow::Context as _;
use opentelemetry::KeyValue;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_otlp::{SpanExporter, WithExportConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::resource::{EnvResourceDetector, TelemetryResourceDetector};
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing::{Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::registry::LookupSpan;

use crate::settings::variable;

/// Longest wait for the last spans to leave when the program ends.
const FLUSH_TIME: Duration = Duration::from_secs(2);
const SERVICE: &str = "mujaz";

/// Makes what sends spans to `collector`; the standard variables `OTEL_…` say
/// how (sampling, headers, time limits, names).
pub(super) fn provider(collector: &str) -> anyhow::Result<SdkTracerProvider> {
    // The exporter itself finds that out when it sends.
    anyhow::ensure!(
        collector.starts_with("http://") || collector.starts_with("https://"),
        "bad OTLP endpoint {collector:?}: must begin with http:// or https://"
    );
    let exporter = SpanExporter::builder()
        .with_tonic()
        .with_endpoint(collector)
        .build()
        .with_context(|| format!("bad OTLP endpoint {collector:?}"))?;
    Ok(SdkTracerProvider::builder()
        .with_resource(resource())
        .with_batch_exporter(exporter)
        .build())
}

/// Says who sends: the variables, and without them the program.
fn resource() -> Resource {
    let own = [
        KeyValue::new("service.name", SERVICE),
        KeyValue::new("service.version", env!("CARGO_PKG_VERSION")),
    ];
    let resource = Resource::builder_empty()
        .with_detector(Box::new(TelemetryResourceDetector))
        .with_attributes(own)
        .with_detector(Box::new(EnvResourceDetector::new()));
    match variable("OTEL_SERVICE_NAME") {
        Some(name) => resource.with_service_name(name).build(),
        None => resource.build(),
    }
}

/// Makes spans of our own code into spans of traces; nothing else, and no
/// lines of the log.
pub(super) fn layer<S>(provider: &SdkTracerProvider) -> impl Layer<S> + use<S>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    let ours = |of: &Metadata<'_>| of.is_span() && of.target().starts_with(SERVICE);
    tracing_opentelemetry::layer()
        .with_tracer(provider.tracer(SERVICE))
        .with_location(false)
        .with_threads(false)
        .with_target(false)
        .with_level(false)
        .with_tracked_inactivity(false)
        .with_filter(filter_fn(ours))
}

/// Sends what is left.
pub(super) fn finish(provider: &SdkTracerProvider) {
    if let Err(error) = provider.shutdown_with_timeout(FLUSH_TIME) {
        tracing::warn!(%error, "the last spans did not reach the collector");
    }
}
