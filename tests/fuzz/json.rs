//! JSON, through the gateway and as the command line reads it.

use std::convert::Infallible;
use std::sync::Arc;

use http_body_util::BodyExt as _;
use mujaz::admission::{Admission, LoadLimits};
use mujaz::grpc::message::MessageLimits;
use mujaz::grpc::pb;
use mujaz::http::JsonLayer;
use prost::Message as _;
use tonic::Status;
use tonic::body::Body;
use tower::{Layer as _, ServiceExt as _, service_fn};

use crate::{fuzz, wire};

const PATH: &str = "/v1/documents:analyze";
/// A compression flag and a length of four bytes stand before each message.
const FRAME: usize = 5;

/// Stands behind the gateway: what comes through must be a message.
async fn behind(request: http::Request<Body>) -> Result<http::Response<Body>, Infallible> {
    if let Ok(body) = request.into_body().collect().await {
        let bytes = body.to_bytes();
        let message = bytes.get(FRAME..).expect("a frame");
        pb::AnalyzeDocumentRequest::decode(message).expect("a message");
    }
    Ok(Status::aborted("nothing is analysed here").into_http())
}

#[test]
fn requests_in_json() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.expect("a runtime");
    let layer = JsonLayer::new(
        MessageLimits {
            bytes: 1 << 20,
            fields: 1 << 16,
        },
        Admission::new(&LoadLimits::default(), Arc::default()),
        false,
    )
    .expect("sound");
    let seeds = wire::seeds();
    let seeds = seeds
        .iter()
        .map(|seed| serde_json::to_vec(seed).expect("JSON"))
        .collect();
    fuzz("json", seeds, |input| {
        if let Ok(request) = serde_json::from_slice(input) {
            wire::check(request);
        }
        let request = http::Request::post(PATH)
            .header("content-type", "application/json")
            .body(Body::new(
                String::from_utf8_lossy(input).into_owned().boxed_unsync(),
            ))
            .expect("a request");
        let answer = layer.layer(service_fn(behind)).oneshot(request);
        let response = runtime.block_on(answer).expect("an answer");
        let code = response.status().as_u16();
        assert!([400, 409, 413].contains(&code), "{code}");
    });
}
