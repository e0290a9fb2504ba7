//! What web pages may do: nothing by default, with CORS what is named.

use mujaz::admission::LoadLimits;
use mujaz::grpc::pb;
use mujaz::http::WebSettings;
use mujaz::server::ServerSettings;
use prost::Message as _;

use super::client::{Connection, Response, ask, request};
use crate::harness::{TestServer, request as analyze};

const PAGE: &str = "origin: https://page.example";

async fn server() -> TestServer {
    server_with(LoadLimits::default()).await
}

async fn server_with(load: LoadLimits) -> TestServer {
    TestServer::with(ServerSettings {
        load,
        web: WebSettings {
            grpc_web: true,
            origins: vec!["https://page.example".parse().expect("an origin")],
        },
        ..ServerSettings::default()
    })
    .await
}

async fn preflight(server: &TestServer, path: &str, origin: &str) -> Response {
    let headers = [
        origin,
        "access-control-request-method: POST",
        "access-control-request-headers: content-type,x-grpc-web",
    ];
    ask(server, request("OPTIONS", path, &headers, b"")).await
}

#[tokio::test]
async fn pages_of_named_origins_may_call() {
    let server = server().await;
    for path in [
        "/v1/documents:analyze",
        "/mujaz.v1.AnalysisService/AnalyzeDocument",
    ] {
        let response = preflight(&server, path, PAGE).await;
        assert_eq!(response.code, 200);
        let allowed = &response.headers["access-control-allow-origin"];
        assert_eq!(allowed, "https://page.example");
        let headers = &response.headers["access-control-allow-headers"];
        assert!(headers.contains("x-grpc-web") && headers.contains("authorization"));
        let other = preflight(&server, path, "origin: https://other.example").await;
        assert!(!other.headers.contains_key("access-control-allow-origin"));
    }
    let response = ask(&server, request("GET", "/v1/info", &[PAGE], b"")).await;
    assert_eq!(response.code, 200);
    assert_eq!(
        response.headers["access-control-allow-origin"],
        "https://page.example"
    );
}

/// Splits a gRPC-Web body into its frames: a flag and bytes.
fn frames(mut body: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let mut frames = Vec::new();
    while let [flag, a, b, c, d, rest @ ..] = body {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        frames.push((*flag, rest[..length].to_vec()));
        body = &rest[length..];
    }
    frames
}

/// Joins the chunks of a body that came with HTTP/1.1.
fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut joined = Vec::new();
    while let Some(end) = body.windows(2).position(|two| two == b"\r\n") {
        let length = std::str::from_utf8(&body[..end]).expect("text");
        let length = usize::from_str_radix(length, 16).expect("a length");
        joined.extend(&body[end + 2..end + 2 + length]);
        body = &body[end + 4 + length..];
    }
    joined
}

async fn call_of_a_page(server: &TestServer, message: &[u8]) -> (String, Vec<(u8, Vec<u8>)>) {
    let mut body = vec![0];
    body.extend(u32::try_from(message.len()).expect("short").to_be_bytes());
    body.extend(message);
    let headers = [
        PAGE,
        "content-type: application/grpc-web+proto",
        "x-grpc-web: 1",
        "connection: close",
    ];
    let path = "/mujaz.v1.AnalysisService/AnalyzeDocument";
    let mut connection = Connection::open(server).await;
    connection
        .send(request("POST", path, &headers, &body))
        .await;
    let all = connection.rest().await;
    let end = all.windows(4).position(|four| four == b"\r\n\r\n");
    let (head, body) = all.split_at(end.expect("a head") + 4);
    let head = String::from_utf8(head.to_vec()).expect("text");
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
    assert!(head.contains("access-control-allow-origin: https://page.example"));
    let frames = if head.contains("transfer-encoding: chunked") {
        frames(&unchunked(body))
    } else {
        frames(body)
    };
    (head, frames)
}

#[tokio::test]
async fn a_page_calls_over_grpc_web() {
    let (_, frames) =
        call_of_a_page(&server().await, &analyze("A sentence.").encode_to_vec()).await;
    let [(0, message), (0x80, trailers)] = frames.as_slice() else {
        panic!("{frames:?}");
    };
    let answer = pb::AnalyzeDocumentResponse::decode(message.as_slice()).expect("a message");
    assert_eq!(answer.summary.expect("a summary").sentences.len(), 1);
    let trailers = std::str::from_utf8(trailers).expect("text");
    assert!(trailers.contains("grpc-status:0"), "{trailers}");
}

/// Checks that a page is told a status in a place where its client looks.
async fn check_told(server: &TestServer, text: &str, code: i32) {
    let (head, frames) = call_of_a_page(server, &analyze(text).encode_to_vec()).await;
    let trailers: Vec<u8> = frames.into_iter().flat_map(|(_, bytes)| bytes).collect();
    let told = head + &String::from_utf8_lossy(&trailers);
    let status = ["grpc-status: ", "grpc-status:"].map(|name| format!("{name}{code}"));
    assert!(status.iter().any(|one| told.contains(one)), "{told}");
    assert!(told.contains("grpc-status-details-bin"), "{told}");
}

#[tokio::test]
async fn a_page_is_told_errors() {
    check_told(&server().await, "", 3).await;
}

#[tokio::test]
async fn a_page_is_told_that_its_base64_is_none() {
    let headers = [
        "content-type: application/grpc-web-text",
        "connection: close",
    ];
    let path = "/mujaz.v1.AnalysisService/AnalyzeDocument";
    for body in [&b"!!!!"[..], b"AAAAAAA"] {
        let mut connection = Connection::open(&server().await).await;
        connection.send(request("POST", path, &headers, body)).await;
        let told = connection.rest().await;
        let told = String::from_utf8_lossy(&told);
        assert!(told.contains("grpc-status: 3"), "{told}");
    }
}

#[tokio::test]
async fn a_page_is_told_that_it_is_refused_before_it_is_read() {
    let full = server_with(LoadLimits {
        capacity: 0,
        ..LoadLimits::default()
    })
    .await;
    check_told(&full, "A sentence.", 8).await;
}
