//! A request in HTTP as the gRPC call that it stands for.

use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, Version, header};
use tonic::body::Body;

use super::body::{self, Reading};
use super::coding::Coding;
use super::error::Refusal;
use super::route::{Route, Source};
use super::{json, query};
use crate::admission::Admission;
use crate::grpc::message::MessageLimits;
use crate::grpc::misread::Misread;
use crate::grpc::status;

/// Headers that speak of the body or the connection, and no metadata.
const NOT_METADATA: [&str; 14] = [
    "accept", "accept-encoding", "connection", "content-encoding", "content-length",
    "content-type", "expect", "grpc-accept-encoding", "grpc-encoding", "host", "keep-alive",
    "proxy-connection", "transfer-encoding", "upgrade",
];

/// Turns a request into a call of `route`, with JSON as large as `largest` at
/// most, for which there must be room.
///
/// # Errors
/// When the body is of a kind that is not read.
pub(super) fn to_call(
    route: &Route,
    request: Request<Body>,
    admission: &Admission,
    largest: MessageLimits,
) -> Result<Request<Body>, Refusal> {
    let (mut parts, body) = request.into_parts();
    let asked = parts.uri.query().unwrap_or_default();
    let message = match &route.source {
        Source::Body => {
            check_content_type(&parts.headers)?;
            refuse_query(route, asked)?;
            let misread = Misread::default();
            parts.extensions.insert(misread.clone());
            let reading = Reading {
                coding: coding(&parts.headers)?,
                admission: admission.clone(),
                largest,
                message: route.input(),
                misread,
            };
            reading.body(body)
        }
        Source::Query => body::message_body(from_query(route, asked, largest)),
        Source::Probe(message) => body::message_body(Ok(message.clone())),
    };
    parts.method = Method::POST;
    parts.version = Version::HTTP_2;
    parts.uri = route.rpc.clone().into();
    make_metadata(&mut parts.headers);
    Ok(Request::from_parts(parts, message))
}

fn from_query(
    route: &Route,
    asked: &str,
    largest: MessageLimits,
) -> Result<Vec<u8>, tonic::Status> {
    use prost::Message as _;
    let object = query::to_json(asked)?;
    let message = json::decode(&route.input(), object.as_bytes(), largest.fields)?;
    Ok(message.encode_to_vec())
}

/// Where the body is the request, a parameter would be overlooked.
fn refuse_query(route: &Route, asked: &str) -> Result<(), Refusal> {
    if asked.is_empty() {
        return Ok(());
    }
    let path = &route.path;
    let cause = format!("{path} takes its request from the body and no query");
    Err(status::not_json(&cause).into())
}

/// Anything but JSON is refused, none too: what a web page can send without
/// asking first (a form, plain text) must not reach a server on the loopback
/// address.
fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let given = headers.get(header::CONTENT_TYPE);
    let kind = given.and_then(|value| value.to_str().ok()).unwrap_or("");
    let essence = kind.split(';').next().unwrap_or("").trim();
    if essence.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(unsupported(status::content_unsupported(
        "content-type", "application/json",
    )))
}

fn coding(headers: &HeaderMap) -> Result<Coding, Refusal> {
    Coding::of_body(headers).map_err(unsupported)
}

fn unsupported(status: tonic::Status) -> Refusal {
    Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, status)
}

fn make_metadata(headers: &mut HeaderMap) {
    for name in NOT_METADATA {
        headers.remove(name);
    }
    let grpc = HeaderValue::from_static("application/grpc");
    headers.insert(header::CONTENT_TYPE, grpc);
    headers.insert(header::TE, HeaderValue::from_static("trailers"));
}
