//! Every route, answered: with what gRPC answers, on connections of any kind.

use std::io::{Read as _, Write as _};
use std::time::Duration;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use http::{HeaderValue, Method};
use http_body_util::BodyExt as _;
use mujaz::grpc::pb;
use mujaz::server::ServerSettings;
use serde::Serialize;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::client::{Connection, ask, get, post, request};
use crate::harness::{TestServer, documents};

const ANALYZE: &str = "/v1/documents:analyze";
const DOCUMENT: &str = r#"{"document": {"id": "a", "text": "A sentence. And another one."}}"#;

/// Drops what is measured and therefore never the same.
fn without_times(mut value: Value) -> Value {
    match &mut value {
        Value::Object(members) => {
            members.remove("processingTime");
            for member in members.values_mut() {
                *member = without_times(member.take());
            }
        }
        Value::Array(items) => {
            for item in items {
                *item = without_times(item.take());
            }
        }
        _ => {}
    }
    value
}

fn of_grpc(answer: impl Serialize) -> Value {
    without_times(serde_json::to_value(answer).expect("JSON"))
}

async fn of_http(server: &TestServer, path: &str, message: &impl Serialize) -> Value {
    let json = serde_json::to_string(message).expect("JSON");
    let response = ask(server, post(path, &json)).await;
    assert_eq!(response.code, 200);
    without_times(response.json())
}

#[tokio::test]
async fn documents_are_answered_as_over_grpc() {
    let server = TestServer::start().await;
    let mut client = server.client().await;
    for document in documents() {
        let analyze = pb::AnalyzeDocumentRequest {
            document: Some(document.clone()),
            summary_options: Some(pb::SummaryOptions {
                include_all_sentences: true,
                ..pb::SummaryOptions::default()
            }),
            classification_options: Some(pb::ClassificationOptions {
                include_evidence: true,
                ..pb::ClassificationOptions::default()
            }),
        };
        let answer = of_http(&server, ANALYZE, &analyze).await;
        let expected = client.analyze_document(analyze).await.expect("an answer");
        assert_eq!(answer, of_grpc(expected.into_inner()));

        let summarize = pb::SummarizeDocumentRequest {
            document: Some(document.clone()),
            options: None,
        };
        let answer = of_http(&server, "/v1/documents:summarize", &summarize).await;
        let expected = client.summarize_document(summarize).await;
        assert_eq!(answer, of_grpc(expected.expect("an answer").into_inner()));

        let classify = pb::ClassifyDocumentRequest {
            document: Some(document),
            options: None,
        };
        let answer = of_http(&server, "/v1/documents:classify", &classify).await;
        let expected = client.classify_document(classify).await;
        assert_eq!(answer, of_grpc(expected.expect("an answer").into_inner()));
    }
}

#[tokio::test]
async fn a_batch_tells_errors_as_json_does() {
    let server = TestServer::start().await;
    let asked =
        r#"{"requests": [{"document": {"id": "b", "text": " "}}, {"document": {"text": "A."}}]}"#;
    let response = ask(&server, post("/v1/documents:batchAnalyze", asked)).await;
    assert_eq!(response.code, 200);
    let results = response.json()["results"].clone();
    let error = &results[0]["error"];
    assert_eq!(results[0]["documentId"], "b");
    assert_eq!(error["code"], 3);
    assert_eq!(error["details"][0]["reason"], "EMPTY_TEXT");
    assert_eq!(
        error["details"][1]["fieldViolations"][0]["field"],
        "requests[0].document.text"
    );
    assert_eq!(results[1]["index"], 1);
    assert!(results[1]["response"]["summary"].is_object());
}

#[tokio::test]
async fn a_request_of_a_batch_that_cannot_be_read_is_an_error_in_its_place() {
    let server = TestServer::start().await;
    let asked = r#"{"requests": [{"document": {"id": "a", "text": 7}, "options": {}}, "b",
        {"document": {"text": "A."}}]}"#;
    let response = ask(&server, post("/v1/documents:batchAnalyze", asked)).await;
    assert_eq!(response.code, 200, "{:?}", response.json());
    let results = response.json()["results"].clone();
    assert_eq!(results[0]["documentId"], "a");
    for (index, reason, paths) in [
        (
            0,
            "UNKNOWN_FIELD",
            &["requests[0].options", "requests[0].document.text"][..],
        ),
        (1, "MALFORMED_MESSAGE", &["requests[1]"]),
    ] {
        let details = &results[index]["error"]["details"];
        assert_eq!(details[0]["reason"], reason);
        let fields = details[1]["fieldViolations"].as_array().expect("fields");
        assert!(
            fields.iter().map(|one| &one["field"]).eq(paths),
            "{details}"
        );
    }
    assert!(results[2]["response"]["summary"].is_object());
}

#[tokio::test]
async fn topics_and_info_are_those_of_grpc() {
    let server = TestServer::start().await;
    let mut client = server.client().await;
    for (query, code) in [
        ("", ""),
        ("?languageCode=ar", "ar"),
        ("?language_code=pt%2DBR", "pt-BR"),
    ] {
        let response = get(&server, &format!("/v1/topics{query}")).await;
        assert_eq!(response.code, 200);
        let language_code = code.to_owned();
        let expected = client.list_topics(pb::ListTopicsRequest { language_code });
        let expected = expected.await.expect("an answer").into_inner();
        assert_eq!(response.json(), of_grpc(expected));
    }
    let response = get(&server, "/v1/info").await;
    let expected = client.get_service_info(pb::GetServiceInfoRequest {});
    let expected = expected.await.expect("an answer").into_inner();
    assert_eq!(response.json(), of_grpc(expected));
}

#[tokio::test]
async fn equal_answers_are_equal_bytes() {
    let server = TestServer::start().await;
    let first = get(&server, "/v1/topics").await.body;
    assert_eq!(first, get(&server, "/v1/topics").await.body);
}

#[tokio::test]
async fn a_connection_serves_many_requests_and_in_order() {
    let server = TestServer::start().await;
    let mut connection = Connection::open(&server).await;
    connection.send(post(ANALYZE, DOCUMENT)).await;
    assert_eq!(connection.receive().await.code, 200);
    // All at once, a refused one among them.
    let bytes: Vec<u8> = [
        post(ANALYZE, DOCUMENT),
        request("GET", "/v1/info", &[], b""),
        post(ANALYZE, "{"),
        request("GET", "/nothing", &[], b""),
        post("/v1/documents%3Asummarize", DOCUMENT),
    ]
    .concat();
    connection.send(bytes).await;
    let mut codes = Vec::new();
    for _ in 0..5 {
        codes.push(connection.receive().await.code);
    }
    assert_eq!(codes, [200, 200, 400, 404, 200]);
}

#[tokio::test]
async fn a_body_may_come_in_chunks() {
    let server = TestServer::start().await;
    let mut connection = Connection::open(&server).await;
    let head = "POST /v1/documents:analyze HTTP/1.1\r\nhost: test\r\n\
                content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    connection.send(head).await;
    for part in DOCUMENT.as_bytes().chunks(7) {
        connection.send(format!("{:x}\r\n", part.len())).await;
        connection.send(part).await;
        connection.send("\r\n").await;
    }
    connection.send("0\r\n\r\n").await;
    let response = connection.receive().await;
    assert_eq!(response.code, 200);
    assert_eq!(response.json()["documentId"], "a");
}

#[tokio::test]
async fn bodies_may_be_compressed_both_ways() {
    let server = TestServer::start().await;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(DOCUMENT.as_bytes()).expect("memory");
    let headers = [
        "content-type: application/json",
        "content-encoding: gzip",
        "accept-encoding: br, gzip",
    ];
    let compressed = encoder.finish().expect("memory");
    let response = ask(&server, request("POST", ANALYZE, &headers, &compressed)).await;
    assert_eq!(response.code, 200);

    let response = ask(&server, request("GET", "/v1/topics", &headers[2..], b"")).await;
    assert_eq!(response.headers["content-encoding"], "gzip");
    let mut text = String::new();
    let mut decoder = GzDecoder::new(response.body.as_slice());
    decoder.read_to_string(&mut text).expect("gzip");
    let plain = get(&server, "/v1/topics").await;
    assert_eq!(text.as_bytes(), plain.body);
    assert!(response.body.len() < plain.body.len());
}

#[tokio::test]
async fn http_2_speaks_json_too() {
    let server = TestServer::start().await;
    let mut asked = http::Request::new(tonic::body::Body::new(DOCUMENT.to_owned()));
    *asked.method_mut() = Method::POST;
    *asked.uri_mut() = ANALYZE.parse().expect("a path");
    let json = HeaderValue::from_static("application/json");
    asked.headers_mut().insert("content-type", json);
    let response = server.channel().await.oneshot(asked).await;
    let response = response.expect("a response");
    assert_eq!(response.status(), 200);
    let body = response.into_body().collect().await.expect("a body");
    let answer: Value = serde_json::from_slice(&body.to_bytes()).expect("JSON");
    assert_eq!(answer["documentId"], "a");
}

#[tokio::test]
async fn a_head_is_a_get_without_its_body() {
    let server = TestServer::start().await;
    let mut connection = Connection::open(&server).await;
    let head = "HEAD /v1/info HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n";
    connection.send(head).await;
    let all = String::from_utf8(connection.rest().await).expect("text");
    assert!(all.starts_with("HTTP/1.1 200 OK\r\n"), "{all}");
    assert!(all.ends_with("\r\n\r\n"), "{all}");
}

#[tokio::test]
async fn the_callers_request_id_comes_back() {
    let server = TestServer::start().await;
    let headers = ["x-request-id: trace-7"];
    for path in ["/v1/info", "/v1/topics?languageCode=-"] {
        let response = ask(&server, request("GET", path, &headers, b"")).await;
        assert_eq!(response.headers["x-request-id"], "trace-7", "{path}");
    }
}

#[tokio::test]
async fn probes_tell_readiness_and_liveness_by_their_code() {
    let server = TestServer::with(ServerSettings {
        drain_delay: Duration::from_secs(1),
        ..ServerSettings::default()
    })
    .await;
    for path in ["/readyz", "/healthz"] {
        let response = get(&server, path).await;
        assert_eq!(
            (response.code, &response.json()),
            (200, &json!({"status": "SERVING"}))
        );
    }
    server.stop.cancel();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let response = get(&server, "/readyz").await;
    assert_eq!(
        (response.code, &response.json()),
        (503, &json!({"status": "NOT_SERVING"}))
    );
    assert_eq!(get(&server, "/healthz").await.code, 200);
}

#[tokio::test]
async fn a_drain_waits_for_the_answer() {
    let server = TestServer::start().await;
    let mut idle = Connection::open(&server).await;
    idle.send(request("GET", "/v1/info", &[], b"")).await;
    idle.receive().await;
    let text = "A sentence of some words. ".repeat(20_000);
    let asked = json!({"document": {"text": text}}).to_string();
    let mut connection = Connection::open(&server).await;
    connection.send(post(ANALYZE, &asked)).await;
    // Until the call has begun.
    tokio::time::sleep(Duration::from_millis(100)).await;
    server.stop.cancel();
    assert_eq!(connection.receive().await.code, 200);
    server.running.await.expect("no panic").expect("cleanly");
    assert!(idle.rest().await.is_empty(), "closed, not cut");
}
