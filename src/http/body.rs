//! Bodies: a request's, which becomes a message when the service reads it,
//! and an answer's.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use http_body::{Body as HttpBody, Frame, SizeHint};
use http_body_util::BodyExt as _;
use prost::Message as _;
use prost::bytes::Bytes;
use prost_reflect::MessageDescriptor;
use tonic::body::Body;
use tonic::{Code, Status};

use super::coding::Coding;
use super::json;
use crate::admission::{Admission, Room};
use crate::grpc::frame::{HEADER, framed};
use crate::grpc::message::MessageLimits;
use crate::grpc::misread::Misread;
use crate::grpc::offload::off_the_network;
use crate::grpc::status;

/// What is needed to read a request.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) coding: Coding,
    /// What gives room for the body as it comes.
    pub(super) admission: Admission,
    /// The largest body, before and after decompression.
    pub(super) largest: MessageLimits,
    pub(super) message: MessageDescriptor,
    /// Where requests of a batch are noted that cannot be read.
    pub(super) misread: Misread,
}

impl Reading {
    /// Returns a body that is the message in `body`. Nothing is read before
    /// the service asks: tokens and admission come first.
    pub(super) fn body(self, body: Body) -> Body {
        Body::new(MessageBody(Some(Box::pin(self.read(body)))))
    }

    async fn read(self, body: Body) -> Result<Bytes, Status> {
        let (bytes, mut room) = self.collect(body).await?;
        let costly = match self.coding {
            Coding::Identity => bytes.len(),
            // Nobody knows yet how much it will be.
            Coding::Gzip => usize::MAX,
        };
        off_the_network(costly, move || {
            let read = self
                .coding
                .read(bytes, self.largest.bytes, |length| cover(&mut room, length));
            let fields = self.largest.fields;
            let message = json::decode_batch(&self.message, &read?, fields, &self.misread)?;
            framed(&message.encode_to_vec())
        })
        .await
    }

    /// Reads a body whole, and takes room for it as it comes.
    async fn collect(&self, mut body: Body) -> Result<(Vec<u8>, Room), Status> {
        let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
        self.check(announced)?;
        let room = self.admission.announce(announced);
        let mut room = room.map_err(|_| status::overloaded())?;
        let mut bytes = Vec::new();
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame?.into_data() else {
                continue;
            };
            self.check(bytes.len() + data.len())?;
            cover(&mut room, bytes.len() + data.len())?;
            bytes.extend_from_slice(&data);
        }
        Ok((bytes, room))
    }

    fn check(&self, length: usize) -> Result<(), Status> {
        if length > self.largest.bytes {
            return Err(status::message_too_large(self.largest.bytes));
        }
        Ok(())
    }
}

fn cover(room: &mut Room, length: usize) -> Result<(), Status> {
    room.cover(length).map_err(|_| status::overloaded())
}

/// Returns a body that is one message.
pub(super) fn message_body(message: Result<Vec<u8>, Status>) -> Body {
    let message = message.and_then(|message| framed(&message));
    Body::new(MessageBody(Some(Box::pin(std::future::ready(message)))))
}

type Pending = Pin<Box<dyn Future<Output = Result<Bytes, Status>> + Send>>;

/// A body of one frame that is yet to be made.
struct MessageBody(Option<Pending>);

impl HttpBody for MessageBody {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let Some(pending) = self.0.as_mut() else {
            return Poll::Ready(None);
        };
        let made = ready!(pending.as_mut().poll(context));
        self.0 = None;
        Poll::Ready(Some(made.map(Frame::data)))
    }
}

/// A gRPC answer.
pub(super) struct Answer {
    /// The message, encoded.
    pub(super) message: Vec<u8>,
    /// What is left of the answer's body: as long as it is there, the call
    /// counts as in flight.
    pub(super) call: Body,
}

/// Reads the answer of a call.
///
/// # Errors
/// The status with which the call ended.
pub(super) async fn read_answer(headers: &HeaderMap, mut body: Body) -> Result<Answer, Status> {
    if let Some(status) = Status::from_header_map(headers) {
        return Err(status);
    }
    let mut framed = Vec::new();
    loop {
        let frame = body.frame().await.ok_or_else(status::internal)??;
        match frame.into_data() {
            Ok(data) => framed.extend_from_slice(&data),
            Err(frame) => {
                ended(&frame.into_trailers().unwrap_or_default())?;
                break;
            }
        }
    }
    if framed.len() < HEADER {
        return Err(status::internal());
    }
    Ok(Answer {
        message: framed.split_off(HEADER),
        call: body,
    })
}

fn ended(trailers: &HeaderMap) -> Result<(), Status> {
    let status = Status::from_header_map(trailers);
    match status.filter(|status| status.code() != Code::Ok) {
        Some(status) => Err(status),
        None => Ok(()),
    }
}

/// Makes a response of JSON; `call` is let go when it has been sent.
pub(super) fn json_response(
    code: StatusCode,
    json: Vec<u8>,
    coding: Coding,
    call: Option<Body>,
) -> Response<Body> {
    let (coding, written) = coding.write(json);
    let body = JsonBody {
        json: Some(written.into()),
        call,
    };
    let mut response = Response::new(Body::new(body));
    *response.status_mut() = code;
    let headers = response.headers_mut();
    let json = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, json);
    let vary = HeaderValue::from_static("accept-encoding");
    headers.insert(header::VARY, vary);
    if coding == Coding::Gzip {
        let gzip = HeaderValue::from_static("gzip");
        headers.insert(header::CONTENT_ENCODING, gzip);
    }
    response
}

/// A body of one frame that holds on to a call.
struct JsonBody {
    json: Option<Bytes>,
    call: Option<Body>,
}

impl HttpBody for JsonBody {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let json = self.json.take();
        if json.is_none() {
            self.call = None;
        }
        Poll::Ready(json.map(|json| Ok(Frame::data(json))))
    }

    fn is_end_stream(&self) -> bool {
        self.json.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.json.as_ref().map_or(0, |json| json.len() as u64))
    }
}
