//! Errors that the transport gives by itself get the details that every error
//! of the service has; a panic becomes INTERNAL.

use std::any::Any;
use std::error::Error;

use http::Response;
use http_body::Body as HttpBody;
use prost::bytes::Bytes;
use tonic::body::Body;
use tonic::{Code, Status};
use tower_http::catch_panic::ResponseForPanic;

use crate::grpc::status;

/// Gives an error response without details those of [`status::complete`].
#[must_use]
pub fn complete(response: Response<Body>) -> Response<Body> {
    if response.headers().contains_key(Status::GRPC_STATUS_DETAILS) {
        return response;
    }
    match Status::from_header_map(response.headers()) {
        Some(found) if found.code() != Code::Ok && found.details().is_empty() => {
            let mut completed = status::complete(&found).into_http::<Body>();
            // What other layers put there (a request id) must stay.
            for (name, value) in response.headers() {
                completed
                    .headers_mut()
                    .entry(name)
                    .or_insert_with(|| value.clone());
            }
            completed
        }
        _ => response,
    }
}

/// Gives the body of a response its plain type back.
pub fn with_plain_body<B>(response: Response<B>) -> Response<Body>
where
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    response.map(Body::new)
}

/// Answers a panicked handler with INTERNAL; the panic's message stays in
/// the log.
#[derive(Debug, Clone, Copy)]
pub struct AnswerPanic;

impl ResponseForPanic for AnswerPanic {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, _cause: Box<dyn Any + Send>) -> Response<Body> {
        status::internal().into_http()
    }
}
