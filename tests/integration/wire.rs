//! A client that does with HTTP/2 what well-behaved clients don't.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use h2::client::{ResponseFuture, SendRequest};
use h2::{RecvStream, SendStream};
use http::{HeaderMap, Request};
use prost::Message;
use prost::bytes::{BufMut as _, Bytes, BytesMut};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::harness::{PATIENCE, TestServer};

/// The service that calls are for.
pub(crate) const SERVICE: &str = "mujaz.v1.AnalysisService";

/// A connection to a server.
pub(crate) struct Wire(SendRequest<Bytes>);

impl Wire {
    pub(crate) async fn connect(server: &TestServer) -> Self {
        Self::to(server.url.trim_start_matches("http://")).await
    }

    pub(crate) async fn to(address: &str) -> Self {
        let socket = TcpStream::connect(address).await.expect("a connection");
        let (requests, connection) = h2::client::handshake(socket).await.expect("HTTP/2");
        tokio::spawn(connection);
        Self(requests)
    }

    /// Opens a call that sends nothing yet.
    pub(crate) async fn call(&self, method: &str, headers: &[(&str, &str)]) -> Call {
        let request = head(method, headers);
        let mut requests = self.0.clone().ready().await.expect("open");
        let (answer, body) = requests.send_request(request, false).expect("sent");
        Call { answer, body }
    }
}

/// Makes the head of a call.
pub(crate) fn head(method: &str, headers: &[(&str, &str)]) -> Request<()> {
    let mut request = Request::post(format!("http://mujaz/{SERVICE}/{method}"))
        .header("te", "trailers")
        .header("content-type", "application/grpc");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).expect("a request")
}

/// An open call.
pub(crate) struct Call {
    answer: ResponseFuture,
    body: SendStream<Bytes>,
}

impl Call {
    pub(crate) fn send(&mut self, bytes: impl Into<Bytes>, last: bool) {
        self.body.send_data(bytes.into(), last).expect("sent");
    }

    /// Breaks the call off, as clients do whose deadline has passed.
    pub(crate) fn reset(mut self) {
        self.body.send_reset(h2::Reason::CANCEL);
    }

    /// Waits for the head of the answer and leaves the rest of it.
    pub(crate) async fn begun(self) -> (RecvStream, SendStream<Bytes>) {
        let answer = timeout(PATIENCE, self.answer).await.expect("in time");
        (answer.expect("an answer").into_body(), self.body)
    }

    /// Waits for an answer without a message and returns its headers.
    pub(crate) async fn refused(self) -> HeaderMap {
        let answer = timeout(PATIENCE, self.answer).await.expect("in time");
        answer.expect("an answer").headers().clone()
    }
}

impl Call {
    /// Waits for the end and returns its status, in the headers or behind
    /// the messages.
    pub(crate) async fn status(self) -> String {
        let ended = async {
            let answer = self.answer.await.expect("an answer");
            if let Some(status) = answer.headers().get("grpc-status") {
                return status.clone();
            }
            let mut body = answer.into_body();
            while let Some(data) = body.data().await {
                let length = data.expect("data").len();
                body.flow_control().release_capacity(length).expect("held");
            }
            let trailers = body.trailers().await.expect("no reset");
            trailers.expect("trailers")["grpc-status"].clone()
        };
        let status = timeout(PATIENCE, ended).await.expect("in time");
        status.to_str().expect("ASCII").to_owned()
    }
}

/// Puts a message into the frame of gRPC.
pub(crate) fn framed(message: &impl Message) -> Bytes {
    let mut frame = BytesMut::from(&announced(message.encoded_len())[..]);
    frame.put(&message.encode_to_vec()[..]);
    frame.freeze()
}

/// Puts a message into the frame of gRPC, compressed by gzip.
pub(crate) fn compressed(message: &impl Message) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let written = encoder.write_all(&message.encode_to_vec());
    let gzip = written.and_then(|()| encoder.finish()).expect("in memory");
    let mut frame = announced(gzip.len());
    frame[0] = 1;
    frame.extend(gzip);
    frame
}

/// The header of a message of so many bytes.
pub(crate) fn announced(bytes: usize) -> Vec<u8> {
    let length = u32::try_from(bytes).expect("small");
    [&[0][..], &length.to_be_bytes()].concat()
}
