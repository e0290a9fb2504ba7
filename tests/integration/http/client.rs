//! A client of HTTP/1.1 that sends exactly what it is told.

use std::collections::HashMap;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::harness::{PATIENCE, TestServer};

/// A response, header names in lower case.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) code: u16,
    pub(super) headers: HashMap<String, String>,
    pub(super) body: Vec<u8>,
}

impl Response {
    pub(super) fn json(&self) -> Value {
        assert_eq!(self.headers["content-type"], "application/json");
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// Returns the reason in `google.rpc.ErrorInfo` and the bad fields.
    pub(super) fn told(&self) -> (String, Vec<String>) {
        let error = self.json();
        let details = error["details"].as_array().expect("details").clone();
        let of = |name: &str| {
            let kind = format!("type.googleapis.com/google.rpc.{name}");
            details.iter().find(|one| one["@type"] == *kind).cloned()
        };
        let info = of("ErrorInfo").expect("always there");
        assert_eq!(info["domain"], "mujaz");
        let bad = of("BadRequest").unwrap_or_default();
        let violations = bad["fieldViolations"].as_array().cloned();
        let paths = violations.unwrap_or_default().into_iter();
        (
            info["reason"].as_str().expect("text").to_owned(),
            paths
                .map(|one| one["field"].as_str().expect("text").to_owned())
                .collect(),
        )
    }
}

/// A connection, kept alive.
pub(super) struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

impl Connection {
    pub(super) async fn open(server: &TestServer) -> Self {
        let address = server.url.trim_start_matches("http://");
        Self {
            stream: TcpStream::connect(address).await.expect("a connection"),
            received: Vec::new(),
        }
    }

    pub(super) async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.write_all(bytes.as_ref()).await.expect("open");
    }

    /// Reads one response; its body is as long as `content-length` says.
    pub(super) async fn receive(&mut self) -> Response {
        let head = self.read_until(end_of_head).await;
        let head: Vec<u8> = self.received.drain(..head).collect();
        let head = String::from_utf8(head).expect("text");
        let mut lines = head.split("\r\n").filter(|line| !line.is_empty());
        let status = lines.next().expect("a status line");
        let code = status[9..12].parse().expect("a code");
        let headers: HashMap<String, String> = lines
            .map(|line| line.split_once(": ").expect("a header"))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let length = headers["content-length"].parse().expect("a length");
        self.read_until(|received| (received.len() >= length).then_some(length))
            .await;
        Response {
            code,
            headers,
            body: self.received.drain(..length).collect(),
        }
    }

    /// Reads until the server closes the connection.
    pub(super) async fn rest(mut self) -> Vec<u8> {
        timeout(PATIENCE, self.stream.read_to_end(&mut self.received))
            .await
            .expect("in time")
            .expect("no reset");
        self.received
    }

    async fn read_until(&mut self, done: impl Fn(&[u8]) -> Option<usize>) -> usize {
        loop {
            if let Some(length) = done(&self.received) {
                return length;
            }
            let read = timeout(PATIENCE, self.stream.read_buf(&mut self.received));
            let read = read.await.expect("in time").expect("no reset");
            assert!(read > 0, "closed early");
        }
    }
}

fn end_of_head(received: &[u8]) -> Option<usize> {
    let end = received.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some(end + 4)
}

/// Writes a request with headers, each `name: value`.
pub(super) fn request(method: &str, path: &str, headers: &[&str], body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("{method} {path} HTTP/1.1\r\nhost: test\r\n").into_bytes();
    for header in headers {
        bytes.extend(format!("{header}\r\n").into_bytes());
    }
    bytes.extend(format!("content-length: {}\r\n\r\n", body.len()).into_bytes());
    bytes.extend(body);
    bytes
}

/// Writes a POST of JSON.
pub(super) fn post(path: &str, json: &str) -> Vec<u8> {
    let headers = ["content-type: application/json; charset=utf-8"];
    request("POST", path, &headers, json.as_bytes())
}

/// Sends one request on a connection of its own.
pub(super) async fn ask(server: &TestServer, bytes: impl AsRef<[u8]>) -> Response {
    let mut connection = Connection::open(server).await;
    connection.send(bytes).await;
    connection.receive().await
}

pub(super) async fn get(server: &TestServer, path: &str) -> Response {
    ask(server, request("GET", path, &[], b"")).await
}
