//! The page that Prometheus reads: what was counted, and what is looked up
//! when it asks.

use std::fmt::Write as _;

use metrics_exporter_prometheus::PrometheusHandle;

use super::process::ProcessFigures;
use crate::engine::Pipeline;

/// Content type of the page.
pub(crate) const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What is looked up for the page.
pub(crate) struct State<'a> {
    pub(crate) pipeline: &'a Pipeline,
    pub(crate) ready: bool,
    pub(crate) requests_held: usize,
    pub(crate) bytes_held: usize,
}

/// Writes the page. The pipeline is looked up here because its labels change
/// with a reload, and a series that was counted would stay.
pub(crate) fn render(counted: &PrometheusHandle, state: &State<'_>) -> String {
    let mut page = counted.render();
    let (name, labels) = ("mujaz_build_info", labels(state.pipeline));
    let build = format!("{name}{{{labels}}}");
    sample(
        &mut page, "gauge", name, "What computes the answers.", &build, 1,
    );
    let ready = u8::from(state.ready);
    gauge(&mut page, "mujaz_ready", "Whether calls are taken.", ready);
    gauge(
        &mut page,
        "mujaz_requests_held",
        "Requests for analyses that are not answered.",
        state.requests_held,
    );
    gauge(
        &mut page,
        "mujaz_request_bytes_held",
        "Bytes held of requests for analyses, of parts of them too.",
        state.bytes_held,
    );
    if let Some(process) = ProcessFigures::look() {
        write_process(&mut page, &process);
    }
    page
}

fn labels(pipeline: &Pipeline) -> String {
    let Pipeline {
        version,
        model_version,
        taxonomy_version,
        digest,
    } = pipeline;
    let labels = [
        ("version", *version),
        ("model_version", model_version),
        ("taxonomy_version", taxonomy_version),
        ("digest", digest),
    ];
    let labels = labels.map(|(name, value)| format!("{name}=\"{}\"", escaped(value)));
    labels.join(",")
}

/// Names of the figures that every Prometheus client library gives.
fn write_process(page: &mut String, process: &ProcessFigures) {
    let cpu = "process_cpu_seconds_total";
    let seconds = process.cpu_seconds;
    sample(
        page,
        "counter",
        cpu,
        "CPU time, in the system and out of it.",
        cpu,
        seconds,
    );
    let resident = process.resident_bytes;
    gauge(
        page,
        "process_resident_memory_bytes",
        "Memory in use.",
        resident,
    );
    let started = process.started;
    gauge(
        page,
        "process_start_time_seconds",
        "When it started, in Unix time.",
        started,
    );
    gauge(
        page,
        "process_open_fds",
        "Files and sockets that are open.",
        process.open_files,
    );
    gauge(page, "process_threads", "Threads.", process.threads);
}

fn gauge(page: &mut String, name: &str, help: &str, value: impl std::fmt::Display) {
    sample(page, "gauge", name, help, name, value);
}

fn sample(
    page: &mut String,
    kind: &str,
    name: &str,
    help: &str,
    series: &str,
    value: impl std::fmt::Display,
) {
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "# HELP {name} {help}\n# TYPE {name} {kind}\n{series} {value}\n"
    );
}

/// A deployment's model says its versions itself.
fn escaped(value: &str) -> String {
    value
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_cannot_break_out_of_its_label() {
        assert_eq!(escaped("a\"} 1\n\\"), "a\\\"} 1\\n\\\\");
    }
}
