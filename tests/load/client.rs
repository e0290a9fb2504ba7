//! Calls with bodies that are ready, whose answers are counted and not read.
//!
//! They go to the channel as they are: a codec would copy each body first, and
//! that would be taken from the server beside it.

use std::future::poll_fn;
use std::time::Duration;

use http::{HeaderMap, Request, header};
use http_body_util::{BodyExt as _, Full};
use prost::bytes::Bytes;
use tonic::body::Body;
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Status};
use tower::Service as _;

use crate::Target;

const METHOD: &str = "/mujaz.v1.AnalysisService/AnalyzeDocument";

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Answered,
    /// No room, or no turn in time.
    Refused,
    /// The deadline passed.
    Late,
    /// The server, or the way to it, is gone: UNAVAILABLE.
    Gone,
    Failed(Code),
}

/// Opens the connections that calls are spread over.
pub(crate) async fn connect(target: &Target) -> anyhow::Result<Vec<Channel>> {
    let endpoint = Endpoint::from_shared(format!("http://{}", target.address))?;
    let mut channels = Vec::new();
    for _ in 0..target.connections.max(1) {
        channels.push(endpoint.connect().await?);
    }
    Ok(channels)
}

/// Makes one call with a message in its frame.
pub(crate) async fn call(channel: Channel, frame: Bytes, deadline: Duration) -> Outcome {
    let code = match status(channel, frame, deadline).await {
        Ok(status) | Err(status) => status.code(),
    };
    match code {
        Code::Ok => Outcome::Answered,
        Code::ResourceExhausted => Outcome::Refused,
        // The client's own timer says CANCELLED.
        Code::DeadlineExceeded | Code::Cancelled => Outcome::Late,
        Code::Unavailable => Outcome::Gone,
        code => Outcome::Failed(code),
    }
}

/// Returns the status that the server gives, or that there was none.
async fn status(mut channel: Channel, frame: Bytes, deadline: Duration) -> Result<Status, Status> {
    let request = request(frame, deadline)?;
    let ready = poll_fn(|context| channel.poll_ready(context)).await;
    ready.map_err(|error| Status::unavailable(error.to_string()))?;
    let answer = channel.call(request).await;
    let answer = answer.map_err(|error| Status::from_error(error.into()))?;
    // An error without an answer has its status in the head.
    if let Some(status) = Status::from_header_map(answer.headers()) {
        return Ok(status);
    }
    let body = answer.into_body().collect().await?;
    let none = HeaderMap::new();
    let trailers = body.trailers().unwrap_or(&none);
    Status::from_header_map(trailers).ok_or_else(|| Status::unknown("no status"))
}

fn request(frame: Bytes, deadline: Duration) -> Result<Request<Body>, Status> {
    Request::post(METHOD)
        .header(header::TE, "trailers")
        .header(header::CONTENT_TYPE, "application/grpc")
        .header("grpc-timeout", format!("{}u", deadline.as_micros()))
        .body(Body::new(Full::new(frame)))
        .map_err(|error| Status::internal(error.to_string()))
}
