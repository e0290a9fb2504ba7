//! What is counted and timed while the service runs, for Prometheus.
//!
//! Names of calls are those of OpenTelemetry's conventions for RPC, the others
//! begin with `mujaz_`. Labels come from closed sets (methods, codes, known
//! languages, the topics of the taxonomy), so that no caller can make series.
//! Without [`start`] counting does nothing.

mod page;
mod process;

use std::sync::OnceLock;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::StatusCode;
use metrics::{
    Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram,
};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

pub(crate) use page::{CONTENT_TYPE, State, render};

use crate::engine::Analysis;
use crate::text::known_languages;

const CALL_DURATION: &str = "rpc_server_call_duration_seconds";
const REQUEST_SIZE: &str = "rpc_server_request_size_bytes";
const RESPONSE_SIZE: &str = "rpc_server_response_size_bytes";
const CALLS_IN_FLIGHT: &str = "mujaz_calls_in_flight";
const LANGUAGES: &str = "mujaz_documents_by_language_total";
const TOPICS: &str = "mujaz_documents_by_topic_total";
const CONNECTIONS_OPEN: &str = "mujaz_connections_open";
const CONNECTIONS_ACCEPTED: &str = "mujaz_connections_accepted_total";
const CONNECTIONS_REFUSED: &str = "mujaz_connections_refused_total";
const HTTP_REFUSED: &str = "mujaz_http_refused_total";
const ANSWERS_LEFT: &str = "mujaz_answers_left_total";
const HANDSHAKES_FAILED: &str = "mujaz_tls_handshakes_failed_total";
const CERTIFICATE_EXPIRY: &str = "mujaz_certificate_expiry_timestamp_seconds";
const TOKENS_REJECTED: &str = "mujaz_tokens_rejected_total";
const SHED: &str = "mujaz_shed_total";
const WORK_WAITING: &str = "mujaz_work_waiting";
const WORK_RUNNING: &str = "mujaz_work_running";
const POOL_THREADS: &str = "mujaz_pool_threads";
const RELOADS: &str = "mujaz_reloads_total";

/// Bounds of the duration histogram, in seconds: those of OpenTelemetry's
/// conventions, and below them what a short document takes.
const SECONDS: [f64; 17] = [
    0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0,
    7.5, 10.0,
];
/// Bounds of the size histograms, in bytes: powers of four up to the largest
/// batch by default.
const BYTES: [f64; 9] = [
    256.0, 1_024.0, 4_096.0, 16_384.0, 65_536.0, 262_144.0, 1_048_576.0, 4_194_304.0, 16_777_216.0,
];

/// Label of a language or topic outside the closed set.
const OTHER: &str = "other";
/// Label of a document without a topic.
const NO_TOPIC: &str = "none";

/// Begins to count, for the whole process; what was before is not counted.
///
/// # Errors
/// When something else counts in this process already.
pub fn start() -> Result<&'static PrometheusHandle, BuildError> {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    if let Some(handle) = HANDLE.get() {
        return Ok(handle);
    }
    let full = |name: &str| Matcher::Full(name.to_owned());
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(full(CALL_DURATION), &SECONDS)?
        .set_buckets_for_metric(full(REQUEST_SIZE), &BYTES)?
        .set_buckets_for_metric(full(RESPONSE_SIZE), &BYTES)?
        .install_recorder()?;
    describe_calls();
    describe_server();
    Ok(HANDLE.get_or_init(|| handle))
}

fn describe_calls() {
    describe_histogram!(
        CALL_DURATION,
        Unit::Seconds,
        "Time from the head of a call to its status."
    );
    describe_histogram!(
        REQUEST_SIZE,
        Unit::Bytes,
        "Bytes of a call's messages from the client, as gRPC sends them."
    );
    describe_histogram!(
        RESPONSE_SIZE,
        Unit::Bytes,
        "Bytes of a call's messages to the client, as gRPC sends them."
    );
    describe_gauge!(CALLS_IN_FLIGHT, "Calls that are not answered in full.");
    describe_counter!(LANGUAGES, "Documents analysed, by language.");
    describe_counter!(
        TOPICS,
        "Documents classified, by their most confident assigned topic."
    );
    describe_counter!(
        HTTP_REFUSED,
        "Requests over HTTP that were no call, by status code."
    );
    describe_counter!(
        TOKENS_REJECTED,
        "Calls without a valid token, or over its rate."
    );
}

/// Those without labels are there from the start, as zeros.
fn describe_server() {
    describe_gauge!(CONNECTIONS_OPEN, "Connections that are open.");
    describe_counter!(CONNECTIONS_ACCEPTED, "Connections accepted.");
    describe_counter!(
        CONNECTIONS_REFUSED,
        "Connections closed at once for being too many."
    );
    describe_counter!(
        ANSWERS_LEFT,
        "Calls reset because their clients did not take the answer."
    );
    describe_counter!(
        HANDSHAKES_FAILED,
        "TLS handshakes that failed or took too long."
    );
    describe_gauge!(
        CERTIFICATE_EXPIRY,
        Unit::Seconds,
        "When the certificate in use ends, in Unix time."
    );
    describe_counter!(
        RELOADS,
        "Files read again while serving, by what they are and outcome."
    );
    describe_counter!(
        SHED,
        "Documents refused: no room to hold them, too long a queue, or no thread in time."
    );
    describe_gauge!(WORK_WAITING, "Analyses that wait for a thread.");
    describe_gauge!(WORK_RUNNING, "Threads of the pool that analyse.");
    describe_gauge!(POOL_THREADS, "Threads of the pool.");
    for name in [CONNECTIONS_OPEN, WORK_WAITING, WORK_RUNNING] {
        gauge!(name).set(0);
    }
    for by in [Shed::NoRoom, Shed::LongQueue, Shed::NoTurn] {
        counter!(SHED, "by" => by.name()).absolute(0);
    }
    for name in [
        CONNECTIONS_ACCEPTED, CONNECTIONS_REFUSED, ANSWERS_LEFT, HANDSHAKES_FAILED,
    ] {
        counter!(name).absolute(0);
    }
}

/// A call, from its head to its status.
pub(crate) struct CallFigures {
    /// From a closed set.
    pub(crate) method: &'static str,
    pub(crate) code: &'static str,
    pub(crate) duration: Duration,
    pub(crate) received_bytes: u64,
    pub(crate) sent_bytes: u64,
}

/// Counts a call that has begun; [`call_ended`] must follow.
pub(crate) fn call_began(method: &'static str) {
    gauge!(CALLS_IN_FLIGHT, "rpc_method" => method).increment(1);
}

/// Counts a call that has ended.
#[expect(clippy::cast_precision_loss, reason = "sizes are far below 2⁵³")]
pub(crate) fn call_ended(call: &CallFigures) {
    let method = call.method;
    gauge!(CALLS_IN_FLIGHT, "rpc_method" => method).decrement(1);
    histogram!(
        CALL_DURATION,
        "rpc_system_name" => "grpc",
        "rpc_method" => method,
        "rpc_response_status_code" => call.code,
    )
    .record(call.duration);
    histogram!(REQUEST_SIZE, "rpc_method" => method).record(call.received_bytes as f64);
    histogram!(RESPONSE_SIZE, "rpc_method" => method).record(call.sent_bytes as f64);
}

/// Counts a document that was analysed.
pub(crate) fn document(analysis: &Analysis) {
    counter!(LANGUAGES, "language" => language_label(&analysis.language.code)).increment(1);
    if let Some(topics) = &analysis.topics {
        let top = topics.iter().find(|topic| topic.prediction.assigned);
        let label = top.map_or_else(|| NO_TOPIC.to_owned(), |topic| topic.id.clone());
        counter!(TOPICS, "topic" => label).increment(1);
    }
}

/// Returns the code of a known language, else [`OTHER`].
pub(crate) fn language_label(code: &str) -> &'static str {
    known_languages()
        .find(|known| *known == code)
        .unwrap_or(OTHER)
}

/// Counts a call that was refused for its token.
pub(crate) fn token_rejected(reason: &'static str) {
    counter!(TOKENS_REJECTED, "reason" => reason).increment(1);
}

/// Counts a request over HTTP that was no call.
pub(crate) fn http_refused(code: StatusCode) {
    counter!(HTTP_REFUSED, "http_response_status_code" => code.as_str().to_owned()).increment(1);
}

/// Counts that files were read again, or that they could not be used.
pub(crate) fn reloaded(what: &'static str, done: bool) {
    let outcome = if done { "ok" } else { "failed" };
    counter!(RELOADS, "what" => what, "outcome" => outcome).increment(1);
}

/// Notes when the certificate in use ends.
pub(crate) fn certificate_expires(at: SystemTime) {
    let since = at.duration_since(UNIX_EPOCH).unwrap_or_default();
    gauge!(CERTIFICATE_EXPIRY).set(since.as_secs_f64());
}

/// Counts a connection that was refused.
pub(crate) fn connection_refused() {
    counter!(CONNECTIONS_REFUSED).increment(1);
}

/// Counts a call that was reset because nobody took its answer.
pub(crate) fn answer_left() {
    counter!(ANSWERS_LEFT).increment(1);
}

/// Counts a connection whose handshake came to nothing.
pub(crate) fn handshake_failed() {
    counter!(HANDSHAKES_FAILED).increment(1);
}

/// Why work is refused under load.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shed {
    /// Too many requests, or bytes of them, are held.
    NoRoom,
    /// No thread would have been free in time.
    LongQueue,
    /// No thread was free in time.
    NoTurn,
}

impl Shed {
    const fn name(self) -> &'static str {
        match self {
            Self::NoRoom => "room",
            Self::LongQueue => "queue",
            Self::NoTurn => "turn",
        }
    }
}

/// Counts work that was refused.
pub(crate) fn shed(by: Shed) {
    counter!(SHED, "by" => by.name()).increment(1);
}

/// Notes how many threads analyse at most.
pub(crate) fn pool_threads(threads: usize) {
    gauge!(POOL_THREADS).set(u32::try_from(threads).unwrap_or(u32::MAX));
}

/// Something that is counted until it is dropped.
pub(crate) struct Counted(&'static str);

impl Counted {
    /// An analysis that waits for a thread.
    pub(crate) fn waiting() -> Self {
        Self::new(WORK_WAITING)
    }

    /// A thread that analyses.
    pub(crate) fn running() -> Self {
        Self::new(WORK_RUNNING)
    }

    /// A connection that was accepted.
    pub(crate) fn connection() -> Self {
        counter!(CONNECTIONS_ACCEPTED).increment(1);
        Self::new(CONNECTIONS_OPEN)
    }

    fn new(name: &'static str) -> Self {
        gauge!(name).increment(1);
        Self(name)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        gauge!(self.0).decrement(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_language_makes_no_series() {
        assert_eq!(language_label("ar"), "ar");
        for code in ["", "und", "x-made-up"] {
            assert_eq!(language_label(code), OTHER, "{code:?}");
        }
    }
}
