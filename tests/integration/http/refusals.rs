//! Every error: HTTP code, reason, fields, and when to retry.

use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use mujaz::admission::LoadLimits;
use mujaz::server::ServerSettings;
use mujaz::tokens::digest_hex;
use serde_json::json;

use super::client::{Connection, Response, ask, get, post, request};
use crate::harness::TestServer;

const ANALYZE: &str = "/v1/documents:analyze";
const JSON: &str = "content-type: application/json";

fn assert_told(response: &Response, code: u16, reason: &str, paths: &[&str]) {
    assert_eq!(response.code, code, "{:?}", response.json());
    let (told, named) = response.told();
    assert_eq!(told, reason, "{:?}", response.json());
    assert_eq!(named, paths);
    assert!(response.headers.contains_key("x-request-id"));
}

#[tokio::test]
async fn bad_requests_name_every_bad_field() {
    let server = TestServer::start().await;
    for (json, reason, paths) in [
        ("{}", "EMPTY_TEXT", &["document.text"][..]),
        (
            r#"{"document": {"text": " "}, "summaryOptions": {"maxRatio": 2}}"#,
            "EMPTY_TEXT",
            &["document.text", "summary_options.max_ratio"],
        ),
        (
            r#"{"document": {"text": "A."}, "classificationOptions": {"topicIds": ["x"]}}"#,
            "UNKNOWN_TOPIC",
            &["classification_options.topic_ids[0]"],
        ),
        (
            r#"{"document": {"text": "A.", "lang": "ar"}, "options": {}}"#,
            "UNKNOWN_FIELD",
            &["document.lang", "options"],
        ),
        (
            r#"{"document": {"text": "A.", "text": "B."}}"#,
            "MALFORMED_MESSAGE",
            &["document.text"],
        ),
        (
            r#"{"document": {"text": 7}}"#,
            "MALFORMED_MESSAGE",
            &["document.text"],
        ),
        (
            r#"{"document": {"text": "A."}, "summaryOptions": {"algorithm": 4711}}"#,
            "OPTION_OUT_OF_RANGE",
            &["summary_options.algorithm"],
        ),
        (
            r#"{"document": {"text": "A."}, "summaryOptions": {"maxRatio": "NaN"}}"#,
            "OPTION_OUT_OF_RANGE",
            &["summary_options.max_ratio"],
        ),
        ("{\"document\"", "MALFORMED_MESSAGE", &[]),
        ("[]", "MALFORMED_MESSAGE", &[]),
        ("", "MALFORMED_MESSAGE", &[]),
    ] {
        let response = ask(&server, post(ANALYZE, json)).await;
        assert_told(&response, 400, reason, paths);
        assert_eq!(response.json()["code"], 3);
    }
    let nested = format!("{{\"document\": {}", "[".repeat(1 << 20));
    let response = ask(&server, post(ANALYZE, &nested)).await;
    assert_told(&response, 400, "MALFORMED_MESSAGE", &[]);
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_its_senders_mistake() {
    let server = TestServer::start().await;
    let head = format!(
        "POST {ANALYZE} HTTP/1.1\r\nhost: test\r\n{JSON}\r\ntransfer-encoding: chunked\r\n\r\n"
    );
    let response = ask(&server, format!("{head}no length\r\n")).await;
    assert_told(&response, 400, "MALFORMED_MESSAGE", &[]);
}

#[tokio::test]
async fn bad_queries_name_the_parameter() {
    let server = TestServer::start().await;
    for (path, reason, paths) in [
        ("/v1/topics?language=ar", "UNKNOWN_FIELD", &["language"][..]),
        (
            "/v1/topics?languageCode=ar&languageCode=en",
            "MALFORMED_MESSAGE",
            &["language_code"],
        ),
        (
            "/v1/topics?languageCode=%D8%B9",
            "LANGUAGE_CODE_INVALID",
            &["language_code"],
        ),
        ("/v1/topics?languageCode=%FF", "MALFORMED_MESSAGE", &[]),
        ("/v1/info?verbose", "UNKNOWN_FIELD", &["verbose"]),
    ] {
        assert_told(&get(&server, path).await, 400, reason, paths);
    }
    // Where the body is the request, a parameter would be overlooked.
    let path = "/v1/documents:analyze?maxSentences=1";
    let response = ask(&server, post(path, r#"{"document": {"text": "A."}}"#)).await;
    assert_told(&response, 400, "MALFORMED_MESSAGE", &[]);
}

#[tokio::test]
async fn paths_methods_and_kinds_of_bodies_have_their_codes() {
    let server = TestServer::start().await;
    for path in [
        "/",
        "/v1",
        "/v1/documents",
        "/v1/info/",
        "/mujaz.v1.AnalysisService/ListTopics",
    ] {
        assert_told(&get(&server, path).await, 404, "METHOD_UNKNOWN", &[]);
    }
    for (method, path, allow) in [
        ("GET", ANALYZE, "POST"),
        ("DELETE", "/v1/topics", "GET"),
        ("OPTIONS", "/v1/topics", "GET"),
    ] {
        let response = ask(&server, request(method, path, &[], b"")).await;
        assert_told(&response, 405, "METHOD_UNKNOWN", &[]);
        assert_eq!(response.headers["allow"], allow);
        assert!(!response.headers.contains_key("access-control-allow-origin"));
    }
    for headers in [
        &[][..],
        &["content-type: text/plain"],
        &["content-type: application/x-www-form-urlencoded"],
        &["content-type: application/json-seq"],
        &[JSON, "content-encoding: br"],
    ] {
        let response = ask(&server, request("POST", ANALYZE, headers, b"{}")).await;
        assert_told(&response, 415, "CONTENT_UNSUPPORTED", &[]);
    }
    // gRPC needs HTTP/2, and gRPC-Web is off.
    for kind in [
        "application/grpc", "application/grpc-web", "application/grpc-web-text",
    ] {
        let kind = format!("content-type: {kind}");
        let path = "/mujaz.v1.AnalysisService/ListTopics";
        let response = ask(&server, request("POST", path, &[&kind], &[0; 5])).await;
        assert_told(&response, 404, "METHOD_UNKNOWN", &[]);
    }
}

#[tokio::test]
async fn sizes_have_limits() {
    let server = TestServer::start().await;
    let large = json!({"document": {"text": "ا".repeat(5 << 20)}}).to_string();
    assert!(large.len() > 10_000_000);
    let response = ask(&server, post(ANALYZE, &large)).await;
    assert_told(&response, 400, "TEXT_TOO_LARGE", &["document.text"]);
    let info = response.json()["details"][0].clone();
    assert_eq!(info["metadata"]["max_bytes"], "1048576");

    // Refused by the length that it announces.
    let mut connection = Connection::open(&server).await;
    let head = format!(
        "POST {ANALYZE} HTTP/1.1\r\nhost: test\r\n{JSON}\r\ncontent-length: 1000000000\r\n\r\n"
    );
    connection.send(head).await;
    assert_told(&connection.receive().await, 413, "MESSAGE_TOO_LARGE", &[]);

    // A bomb: 100 MB of spaces in 100 kB.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b' '; 100_000_000]).expect("memory");
    let bomb = encoder.finish().expect("memory");
    let headers = [JSON, "content-encoding: gzip"];
    let response = ask(&server, request("POST", ANALYZE, &headers, &bomb)).await;
    assert_told(&response, 413, "MESSAGE_TOO_LARGE", &[]);
    let response = ask(&server, request("POST", ANALYZE, &headers, b"{}")).await;
    assert_told(&response, 400, "MALFORMED_MESSAGE", &[]);
}

#[tokio::test]
async fn overload_is_429_with_a_time_to_retry() {
    let server = TestServer::with(ServerSettings {
        threads: 1,
        load: LoadLimits {
            capacity: 1,
            ..LoadLimits::default()
        },
        ..ServerSettings::default()
    })
    .await;
    let text = "A sentence of some words. ".repeat(30_000);
    let asked = post(ANALYZE, &json!({"document": {"text": text}}).to_string());
    let mut connections = Vec::new();
    for _ in 0..16 {
        let mut connection = Connection::open(&server).await;
        connection.send(&asked).await;
        connections.push(connection);
    }
    let mut codes = Vec::new();
    for mut connection in connections {
        let response = connection.receive().await;
        codes.push(response.code);
        if response.code != 200 {
            assert_told(&response, 429, "OVERLOADED", &[]);
            assert_eq!(response.headers["retry-after"], "1");
        }
    }
    assert!(codes.contains(&200) && codes.contains(&429), "{codes:?}");
}

#[tokio::test]
async fn tokens_are_asked_for_but_by_probes_and_descriptions() {
    let file = tempfile::NamedTempFile::new().expect("a file");

    std::fs::write(
        file.path(),
        format!("page sha256:{}\n", digest_hex(b"test")),
    )
    .expect("written");
    let mut settings = ServerSettings::default();
    settings.secrets.tokens = Some(file.path().to_owned());
    let server = TestServer::with(settings).await;
    let asked = |token: &'static [&'static str]| request("GET", "/v1/info", token, b"");

    let response = ask(&server, asked(&[])).await;
    assert_told(&response, 401, "TOKEN_MISSING", &[]);
    assert_eq!(response.headers["www-authenticate"], "Bearer");
    let response = ask(&server, asked(&["authorization: Bearer wrong"])).await;
    assert_told(&response, 403, "TOKEN_INVALID", &[]);
    let response = ask(&server, asked(&["authorization: Bearer test"])).await;
    assert_eq!(response.code, 200);
    // Who may not call is told so before a byte of the body is looked at.
    assert_told(
        &ask(&server, post(ANALYZE, "{")).await,
        401,
        "TOKEN_MISSING",
        &[],
    );
    for open in ["/readyz", "/healthz", "/openapi.json"] {
        assert_eq!(get(&server, open).await.code, 200, "{open}");
    }
}

#[tokio::test]
async fn json_takes_room_as_it_comes() {
    let server = TestServer::with_room(1 << 20).await;
    let asked = json!({"document": {"text": "A sentence. ".repeat(70_000)}}).to_string();
    let asked = post(ANALYZE, &asked);
    let (begin, rest) = asked.split_at(asked.len() - 1_000);
    let mut first = Connection::open(&server).await;
    first.send(begin).await;
    // Until its room is taken, as far as it has come.
    tokio::time::sleep(Duration::from_millis(200)).await;
    let second = ask(&server, &asked).await;
    assert_told(&second, 429, "OVERLOADED", &[]);
    let mut chunked = Connection::open(&server).await;
    let head = format!(
        "POST {ANALYZE} HTTP/1.1\r\nhost: test\r\n{JSON}\r\ntransfer-encoding: chunked\r\n\r\n"
    );
    let text = "a".repeat(300_000);
    chunked
        .send(format!("{head}{:x}\r\n{text}\r\n0\r\n\r\n", text.len()))
        .await;
    assert_told(&chunked.receive().await, 429, "OVERLOADED", &[]);
    assert_eq!(get(&server, "/v1/info").await.code, 200, "never refused");
    first.send(rest).await;
    assert_eq!(first.receive().await.code, 200);
    assert_eq!(ask(&server, &asked).await.code, 200);
}

#[tokio::test]
async fn deadlines_are_504() {
    let server = TestServer::start().await;
    let body = br#"{"document": {"text": "A."}}"#;
    let headers = [JSON, "grpc-timeout: 1n"];
    let response = ask(&server, request("POST", ANALYZE, &headers, body)).await;
    assert_told(&response, 504, "DEADLINE_EXCEEDED", &[]);
    let headers = [JSON, "grpc-timeout: 1s"];
    let response = ask(&server, request("POST", ANALYZE, &headers, body)).await;
    assert_told(&response, 400, "MALFORMED_MESSAGE", &[]);
    assert!(
        response.json()["message"]
            .to_string()
            .contains("grpc-timeout")
    );
    // A body that does not come is not waited for.
    let mut slow = Connection::open(&server).await;
    let headers = [JSON, "grpc-timeout: 100m"];
    let asked = request("POST", ANALYZE, &headers, body);
    slow.send(&asked[..asked.len() - 5]).await;
    assert_told(&slow.receive().await, 504, "DEADLINE_EXCEEDED", &[]);
}

/// A sentence of few letters is long in JSON.
#[tokio::test]
async fn an_answer_that_is_too_long_is_refused() {
    let server = TestServer::start().await;
    let body = json!({
        "document": {"text": "A.\n".repeat(60_000)},
        "summaryOptions": {"includeAllSentences": true, "includeScoreFactors": true},
    });
    let response = ask(&server, post(ANALYZE, &body.to_string())).await;
    assert_told(&response, 400, "ANSWER_TOO_LARGE", &[]);
}

#[tokio::test]
async fn a_head_that_is_too_long_is_refused() {
    let server = TestServer::start().await;
    let long = format!("x-long: {}", "a".repeat(100_000));
    let response = ask(&server, request("GET", "/v1/info", &[&long], b"")).await;
    assert_eq!(response.code, 431);
}
