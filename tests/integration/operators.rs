//! The address for operators: figures and probes.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::Instant;

use mujaz::grpc::pb;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use serde_json::Value;
use tonic::Code;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::transport::Channel;
use tonic_prost::ProstCodec;

use crate::harness::{PATIENCE, request};
use crate::process::Process;
use crate::tls::{Authority, Files};
use crate::wire::{Wire, framed};

/// A server with an address for operators.
pub(crate) struct Observed {
    pub(crate) process: Process,
    admin: String,
}

impl Observed {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let admin = ["--admin-listen", "127.0.0.1:0"];
        let process = Process::start(&[&admin, arguments].concat());
        let entry = process.wait_for("listening for operators");
        let admin = entry["address"].as_str().expect("an address").to_owned();
        Self { process, admin }
    }

    pub(crate) fn ask(&self, line: &str) -> String {
        ask(&self.admin, line)
    }

    /// Reads the page until a sample is on it: figures of a call are complete
    /// a moment after its answer.
    pub(crate) fn wait_for(&self, sample: &str) -> String {
        let started = Instant::now();
        loop {
            let page = self.ask("GET /metrics");
            if page.lines().any(|line| line == sample) {
                return page;
            }
            assert!(started.elapsed() < PATIENCE, "no {sample} in\n{page}");
        }
    }

    pub(crate) async fn client(&self) -> AnalysisServiceClient<Channel> {
        AnalysisServiceClient::connect(format!("http://{}", self.process.address))
            .await
            .expect("a connection")
    }
}

/// Returns the value of a sample that is a whole number.
pub(crate) fn figure(page: &str, name: &str) -> usize {
    let value = page
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    value.expect("told").parse().expect("whole")
}

/// Returns the whole answer to a request such as `GET /`.
pub(crate) fn ask(address: &str, line: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_read_timeout(Some(PATIENCE)).expect("set");
    write!(stream, "{line} HTTP/1.0\r\n\r\n").expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("UTF-8");
    answer
}

#[tokio::test]
async fn figures_tell_of_calls_in_bounded_labels() {
    let server = Observed::start(&[]);
    let mut client = server.client().await;
    let text = "أعلن البنك المركزي رفع أسعار الفائدة. وتراجعت الأسواق بعد القرار.";
    client
        .analyze_document(request(text))
        .await
        .expect("an answer");
    let refused = client.analyze_document(request(" ")).await;
    assert_eq!(refused.expect_err("empty").code(), Code::InvalidArgument);
    for path in ["/made.up/First", "/made.up/Second"] {
        let code = call_unknown(&server, path).await;
        assert_eq!(code, Code::Unimplemented, "{path}");
    }
    let page = server.wait_for(&duration_count("_OTHER", "UNIMPLEMENTED", 2));
    let analyze = "mujaz.v1.AnalysisService/AnalyzeDocument";
    for sample in [
        duration_count(analyze, "OK", 1),
        duration_count(analyze, "INVALID_ARGUMENT", 1),
        "mujaz_documents_by_language_total{language=\"ar\"} 1".to_owned(),
        in_flight(analyze, 0),
        format!("rpc_server_request_size_bytes_count{{rpc_method=\"{analyze}\"}} 2"),
        "mujaz_connections_accepted_total 3".to_owned(),
        "mujaz_connections_refused_total 0".to_owned(),
        "mujaz_ready 1".to_owned(),
    ] {
        assert!(
            page.lines().any(|line| line == sample),
            "{sample} in\n{page}"
        );
    }
    for name in [
        "mujaz_build_info{",
        "mujaz_documents_by_topic_total{",
        "process_resident_memory_bytes ",
    ] {
        assert!(page.contains(name), "{name} in\n{page}");
    }
    assert!(!page.contains("made.up"), "{page}");
}

/// Whatever of a request was there, its caller has gone: no fault of the
/// server's.
#[tokio::test(flavor = "multi_thread")]
async fn calls_that_are_broken_off_count_as_cancelled() {
    let server = Observed::start(&[]);
    let wire = Wire::to(&server.process.address).await;
    let whole = framed(&request("One. Two. Three."));
    for name in ["AnalyzeDocument", "StreamAnalyzeDocuments"] {
        let method = format!("mujaz.v1.AnalysisService/{name}");
        for (count, part) in (1..).zip([0, 3, 7, whole.len()]) {
            let mut call = wire.call(name, &[]).await;
            call.send(whole.slice(..part), false);
            server.wait_for(&in_flight(&method, 1));
            call.reset();
            server.wait_for(&duration_count(&method, "CANCELLED", count));
            server.wait_for(&in_flight(&method, 0));
        }
    }
}

fn in_flight(method: &str, count: u32) -> String {
    format!("mujaz_calls_in_flight{{rpc_method=\"{method}\"}} {count}")
}

fn duration_count(method: &str, code: &str, count: u32) -> String {
    format!(
        "rpc_server_call_duration_seconds_count{{rpc_system_name=\"grpc\",\
         rpc_method=\"{method}\",rpc_response_status_code=\"{code}\"}} {count}"
    )
}

async fn call_unknown(server: &Observed, path: &'static str) -> Code {
    let url = format!("http://{}", server.process.address);
    let channel = Channel::from_shared(url).expect("a URL").connect().await;
    let mut client = Grpc::new(channel.expect("a connection"));
    client.ready().await.expect("ready");
    let codec = ProstCodec::<pb::ListTopicsRequest, pb::ListTopicsResponse>::default();
    let request = tonic::Request::new(pb::ListTopicsRequest::default());
    let answer = client.unary(request, PathAndQuery::from_static(path), codec);
    answer.await.expect_err("no such method").code()
}

#[test]
fn probes_and_versions_are_told_and_nothing_else() {
    let server = Observed::start(&["--drain-delay", "1m"]);
    server.wait_for("mujaz_ready 1");
    assert!(server.ask("GET /livez").starts_with("HTTP/1.0 200"));
    assert!(server.ask("HEAD /readyz").starts_with("HTTP/1.0 200"));
    assert!(server.ask("GET /else").starts_with("HTTP/1.0 404"));
    let refused = server.ask("POST /metrics");
    assert!(refused.starts_with("HTTP/1.0 405"), "{refused}");
    assert!(refused.contains("allow: GET, HEAD"), "{refused}");
    let info = server.ask("GET /debug/info");
    let (_, body) = info.split_once("\r\n\r\n").expect("a body");
    let info: Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(info["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(info["digest"].as_str().map(str::len), Some(64));

    server.process.signal("-TERM");
    server.process.wait_for("draining");
    assert!(server.ask("GET /readyz").starts_with("HTTP/1.0 503"));
    assert!(server.ask("GET /livez").starts_with("HTTP/1.0 200"));
    assert!(server.ask("GET /metrics").contains("\nmujaz_ready 0\n"));
}

#[tokio::test]
async fn operators_are_answered_when_no_more_connections_are_taken() {
    let server = Observed::start(&["--max-connections", "1"]);
    let _first = server.client().await;
    let mut refused = TcpStream::connect(&server.process.address).expect("accepted at first");
    refused.set_read_timeout(Some(PATIENCE)).expect("set");
    let read = refused.read(&mut [0; 1]);
    assert!(matches!(read, Ok(0) | Err(_)), "{read:?}");
    server.wait_for("mujaz_connections_refused_total 1");
    // Its task may begin after the refusal of the next.
    server.wait_for("mujaz_connections_open 1");
    assert!(server.ask("GET /readyz").starts_with("HTTP/1.0 200"));
}

#[tokio::test]
async fn reloads_are_counted() {
    let server = Observed::start(&[]);
    server.process.signal("-HUP");
    server.wait_for("mujaz_reloads_total{what=\"engine\",outcome=\"ok\"} 1");
}

/// Certificates, tokens and what comes of exchanging them.
#[tokio::test]
async fn secrets_and_their_exchange_are_counted() {
    let files = Files::new(&Authority::new());
    let digest = mujaz::tokens::digest_hex(b"good");
    let tokens = files.write("tokens.txt", &format!("desk sha256:{digest} rate=1/h\n"));
    let [cert, key] = ["server.pem", "server.key"].map(|name| files.path(name));
    let path = |path: &Path| path.to_str().expect("text").to_owned();
    let [cert, key, tokens] = [path(&cert), path(&key), path(&tokens)];
    let server = Observed::start(&[
        "--tls-cert", &cert, "--tls-key", &key, "--tokens-file", &tokens,
    ]);
    let page = server.wait_for("mujaz_ready 1");
    let expiry = sample(&page, "mujaz_certificate_expiry_timestamp_seconds ");
    assert!(expiry > 1.7e9, "{expiry}");

    let mut plain = TcpStream::connect(&server.process.address).expect("a connection");
    plain.write_all(b"GET / HTTP/1.0\r\n\r\n").expect("sent");
    server.wait_for("mujaz_tls_handshakes_failed_total 1");

    server.process.signal("-HUP");
    for what in ["certificates", "tokens"] {
        server.wait_for(&format!(
            "mujaz_reloads_total{{what=\"{what}\",outcome=\"ok\"}} 1"
        ));
    }
    files.write("tokens.txt", "no digest\n");
    files.write("server.pem", "no certificate\n");
    server.process.signal("-HUP");
    for what in ["certificates", "tokens"] {
        server.wait_for(&format!(
            "mujaz_reloads_total{{what=\"{what}\",outcome=\"failed\"}} 1"
        ));
    }
}

fn sample(page: &str, name: &str) -> f64 {
    let line = page.lines().find_map(|line| line.strip_prefix(name));
    line.expect(name).parse().expect("a number")
}

#[tokio::test]
async fn rejected_tokens_are_counted_by_reason() {
    let files = Files::new(&Authority::new());
    let digest = mujaz::tokens::digest_hex(b"good");
    let tokens = files.write("tokens.txt", &format!("desk sha256:{digest} rate=1/h\n"));
    let server = Observed::start(&["--tokens-file", tokens.to_str().expect("text")]);
    let mut client = server.client().await;
    for token in [
        None,
        Some("Bearer bad"),
        Some("Bearer good"),
        Some("Bearer good"),
    ] {
        let mut asked = tonic::Request::new(request("A sentence."));
        if let Some(token) = token {
            let value = token.parse().expect("ASCII");
            asked.metadata_mut().insert("authorization", value);
        }
        // What becomes of each is the matter of other tests.
        let _ = client.analyze_document(asked).await;
    }
    for reason in ["missing", "invalid", "limited"] {
        server.wait_for(&format!(
            "mujaz_tokens_rejected_total{{reason=\"{reason}\"}} 1"
        ));
    }
}

#[test]
fn requests_that_are_no_call_are_counted_and_named() {
    let server = Observed::start(&[]);
    let lines = ["GET /nowhere", "GET /v1/documents:analyze", "GET /other"];
    for line in lines {
        let answer = ask(&server.process.address, line);
        assert!(answer.contains("x-request-id: "), "{answer}");
    }
    let sample = |code, count| {
        format!("mujaz_http_refused_total{{http_response_status_code=\"{code}\"}} {count}")
    };
    server.wait_for(&sample(404, 2));
    server.wait_for(&sample(405, 1));
}
