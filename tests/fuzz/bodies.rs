//! Bodies of calls, cut into pieces anywhere, as they pass admission.

use std::convert::Infallible;
use std::io::{Read as _, Write as _};
use std::sync::Arc;
use std::time::Duration;

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use futures_util::stream;
use http::{Request, Response};
use http_body::Frame;
use http_body_util::{BodyExt as _, StreamBody};
use mujaz::admission::{Admission, LoadLimits};
use mujaz::grpc::layers::admission::{AdmissionLayer, Ticket};
use mujaz::grpc::message::{MessageLimits, Shapes};
use prost::Message as _;
use prost::bytes::{BufMut as _, Bytes};
use tokio::runtime::{Builder, Runtime};
use tonic::body::Body;
use tower::{Layer as _, ServiceExt as _};

use crate::{fuzz, wire};

/// Compression flag and length in front of a message.
const HEADER: usize = 5;
/// Longest message of a call, in bytes.
const MAX_BYTES: usize = 2_000;
/// Less than the longest message, which then takes all room.
const MAX_IN_FLIGHT_BYTES: usize = 1_500;
const TIME: Duration = Duration::from_mins(1);

const SINGLE: &str = "/mujaz.v1.AnalysisService/AnalyzeDocument";
const MANY: &str = "/mujaz.v1.AnalysisService/StreamAnalyzeDocuments";
const PLAIN: &str = "identity";
const GZIP: &str = "gzip";

/// What a call gave: its messages, and whether it ended well.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    messages: Vec<Vec<u8>>,
    sound: bool,
}

/// Reads what comes through, as a service does that answers at once.
async fn receive(request: Request<Body>) -> Result<Response<Body>, Infallible> {
    let (parts, mut body) = request.into_parts();
    let ticket = parts.extensions.get::<Ticket>().expect("admitted").clone();
    let mut given = Given {
        messages: Vec::new(),
        sound: true,
    };
    while let Some(frame) = body.frame().await {
        match frame.map(Frame::into_data) {
            Ok(Ok(message)) => {
                ticket.next().expect("a permit for each message");
                given.messages.push(message.to_vec());
            }
            Ok(Err(_)) => panic!("trailers pass"),
            Err(_) => given.sound = false,
        }
    }
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(given);
    Ok(response)
}

/// Makes a call whose body comes in pieces, and returns what the service got.
async fn call(path: &str, coding: &str, bytes: &[u8], piece: usize) -> Given {
    let limits = LoadLimits {
        max_in_flight_bytes: MAX_IN_FLIGHT_BYTES,
        ..LoadLimits::default()
    };
    let admission = Admission::new(&limits, Arc::default());
    let largest = MessageLimits {
        bytes: MAX_BYTES,
        fields: usize::MAX,
    };
    let shapes = Shapes::of_contract().expect("sound");
    let layer = AdmissionLayer::new(admission.clone(), shapes, largest, TIME);
    let pieces = bytes.chunks(piece).map(Bytes::copy_from_slice);
    let frames: Vec<_> = pieces
        .map(|one| Ok::<_, Infallible>(Frame::data(one)))
        .collect();
    let body = Body::new(StreamBody::new(stream::iter(frames)));
    let request = Request::post(path).header("grpc-encoding", coding);
    let request = request.body(body).expect("a request");
    let service = layer.layer(tower::service_fn(receive));
    let response = service.oneshot(request).await.expect("infallible");
    let held = admission.held();
    assert_eq!((held.requests, held.bytes), (0, 0), "all room is back");
    let given = response.extensions().get::<Given>();
    given.expect("there is room for a call").clone()
}

/// Cuts a body into its messages in the plainest way.
fn expected(path: &str, coding: &str, mut bytes: &[u8]) -> Given {
    let mut messages = Vec::new();
    while let Some(head) = bytes.first_chunk::<HEADER>() {
        let [flag, length @ ..] = *head;
        let length = u32::from_be_bytes(length) as usize;
        if length > MAX_BYTES || bytes.len() < HEADER + length {
            break;
        }
        let (message, rest) = bytes[HEADER..].split_at(length);
        let plain = match flag {
            0 => Some(message.to_vec()),
            1 if coding == GZIP => unzipped(message),
            _ => None,
        };
        let Some(plain) = plain else {
            break;
        };
        messages.push(framed(&plain));
        bytes = rest;
    }
    let sound = bytes.is_empty() && (path == MANY || messages.len() == 1);
    if path == SINGLE && !sound {
        messages.clear();
    }
    Given { messages, sound }
}

/// Reads what is gzip from its beginning to its end and not too long.
fn unzipped(message: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    let read = MultiGzDecoder::new(message).read_to_end(&mut plain);
    (read.is_ok() && plain.len() <= MAX_BYTES).then_some(plain)
}

fn zipped(message: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(message).expect("memory");
    let mut bytes = framed(&encoder.finish().expect("memory"));
    bytes[0] = 1;
    bytes
}

fn framed(message: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0];
    bytes.put_u32(u32::try_from(message.len()).expect("short"));
    bytes.extend_from_slice(message);
    bytes
}

/// Bodies of one message, of none, of several, and without an end, behind a
/// byte that says how they are cut.
fn seeds() -> Vec<Vec<u8>> {
    let one = |request: &mujaz::grpc::pb::AnalyzeDocumentRequest| framed(&request.encode_to_vec());
    let ones: Vec<_> = wire::seeds().iter().map(one).collect();
    let several = [
        framed(b""),
        framed(b"a"),
        ones[0].clone(),
        framed(&[b'b'; MAX_BYTES]),
    ]
    .concat();
    let without_end = several[..several.len() - 1].to_vec();
    let two = [framed(b"a"), framed(b"bc")].concat();
    let both = [zipped(b"abc"), framed(b"d"), zipped(&[b'e'; MAX_BYTES])].concat();
    let (short, long) = (zipped(b""), zipped(&[b'f'; MAX_BYTES + 1]));
    let mut bodies = vec![
        Vec::new(),
        framed(b""),
        two,
        several,
        without_end,
        both,
        short,
        long,
    ];
    bodies.extend(ones);
    let with_cut = |(cut, body): (u8, Vec<u8>)| [vec![cut], body].concat();
    (0..).zip(bodies).map(with_cut).collect()
}

#[test]
fn bodies() {
    let runtime = Builder::new_current_thread().enable_time().build();
    let runtime: Runtime = runtime.expect("a runtime");
    fuzz("bodies", seeds(), |input| {
        let (cut, bytes) = input.split_first().unwrap_or((&0, &[]));
        for (path, coding) in [(SINGLE, PLAIN), (SINGLE, GZIP), (MANY, PLAIN), (MANY, GZIP)] {
            let given = runtime.block_on(call(path, coding, bytes, usize::from(*cut) + 1));
            assert_eq!(given, expected(path, coding, bytes), "{path} {coding}");
        }
    });
}
