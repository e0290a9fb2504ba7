//! Calls with bodies that are ready, whose answers are counted and not read.

use std::time::Duration;

use http::uri::PathAndQuery;
use prost::bytes::{Buf as _, BufMut as _, Bytes};
use tonic::client::Grpc;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Request, Status};

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

/// Makes one call.
pub(crate) async fn call(channel: Channel, body: Bytes, deadline: Duration) -> Outcome {
    let mut request = Request::new(body);
    request.set_timeout(deadline);
    let mut client = Grpc::new(channel);
    if client.ready().await.is_err() {
        return Outcome::Gone;
    }
    let path = PathAndQuery::from_static(METHOD);
    match client.unary(request, path, Raw).await {
        Ok(_) => Outcome::Answered,
        Err(status) => match status.code() {
            Code::ResourceExhausted => Outcome::Refused,
            // The client's own timer says CANCELLED.
            Code::DeadlineExceeded | Code::Cancelled => Outcome::Late,
            Code::Unavailable => Outcome::Gone,
            code => Outcome::Failed(code),
        },
    }
}

/// Sends bytes as they are and drops those that come.
#[derive(Debug, Default)]
struct Raw;

impl Codec for Raw {
    type Encode = Bytes;
    type Decode = ();
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for Raw {
    type Item = Bytes;
    type Error = Status;

    fn encode(&mut self, item: Bytes, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        buffer.put(item);
        Ok(())
    }
}

impl Decoder for Raw {
    type Item = ();
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<()>, Status> {
        buffer.advance(buffer.remaining());
        Ok(Some(()))
    }
}
