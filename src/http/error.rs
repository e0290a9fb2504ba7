//! Errors in HTTP: `google.rpc.Status` as JSON with the code that goes with
//! it.

use std::time::Duration;

use http::{HeaderValue, StatusCode, header};
use prost_reflect::{DynamicMessage, MessageDescriptor};
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

use super::body;
use super::coding::Coding;
use super::json;
use crate::grpc::status;

/// Code of a request whose caller has gone, by nobody's standard but
/// everybody's use.
const CLIENT_CLOSED_REQUEST: u16 = 499;

/// What is sent when an error itself cannot be written.
const LAST_RESORT: &[u8] = br#"{"code":13,"message":"internal error"}"#;

/// An error that HTTP has a more exact code for than gRPC.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: StatusCode,
    pub(super) status: Status,
    /// The methods that there are, when it is the method that is wrong.
    pub(super) allow: Option<String>,
}

impl Refusal {
    pub(super) fn new(code: StatusCode, status: Status) -> Self {
        Self {
            code,
            status,
            allow: None,
        }
    }
}

impl From<Status> for Refusal {
    fn from(status: Status) -> Self {
        Self::new(http_code(&status), status)
    }
}

/// Returns the code of a status, by the table in `google/rpc/code.proto`; but
/// UNIMPLEMENTED is here a path that nothing answers, and a body can be too
/// large.
fn http_code(status: &Status) -> StatusCode {
    let reason = status.get_details_error_info().map(|info| info.reason);
    if reason.as_deref() == Some(status::MESSAGE_TOO_LARGE) {
        return StatusCode::PAYLOAD_TOO_LARGE;
    }
    match status.code() {
        Code::Ok => StatusCode::OK,
        Code::Cancelled => {
            StatusCode::from_u16(CLIENT_CLOSED_REQUEST).unwrap_or(StatusCode::BAD_REQUEST)
        }
        Code::InvalidArgument | Code::FailedPrecondition | Code::OutOfRange => {
            StatusCode::BAD_REQUEST
        }
        Code::Unauthenticated => StatusCode::UNAUTHORIZED,
        Code::PermissionDenied => StatusCode::FORBIDDEN,
        Code::NotFound | Code::Unimplemented => StatusCode::NOT_FOUND,
        Code::AlreadyExists | Code::Aborted => StatusCode::CONFLICT,
        Code::ResourceExhausted => StatusCode::TOO_MANY_REQUESTS,
        Code::Unknown | Code::Internal | Code::DataLoss => StatusCode::INTERNAL_SERVER_ERROR,
        Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::DeadlineExceeded => StatusCode::GATEWAY_TIMEOUT,
    }
}

/// Writes an error as a response; `descriptor` is that of `google.rpc.Status`,
/// in a pool that knows the details.
pub(super) fn response(
    refusal: &Refusal,
    descriptor: &MessageDescriptor,
    coding: Coding,
) -> http::Response<tonic::body::Body> {
    let status = status::complete(&refusal.status);
    let written = DynamicMessage::decode(descriptor.clone(), status.details())
        .map_err(|_| status::internal())
        .and_then(|message| json::encode(&message))
        .unwrap_or_else(|_| LAST_RESORT.to_vec());
    let mut response = body::json_response(refusal.code, written, coding, None);
    let headers = response.headers_mut();
    let retry = status.get_details_retry_info();
    if let Some(delay) = retry.and_then(|info| info.retry_delay) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(whole_seconds(delay)));
    }
    if refusal.code == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    let allow = refusal.allow.as_deref().map(HeaderValue::from_str);
    if let Some(Ok(allow)) = allow {
        headers.insert(header::ALLOW, allow);
    }
    response
}

/// Rounds up: `Retry-After` knows whole seconds only, and none is no wait.
fn whole_seconds(delay: Duration) -> u64 {
    delay.as_secs() + u64::from(delay.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_never_shortened() {
        for (delay, seconds) in [(0, 0), (1, 1), (250, 1), (1_000, 1), (1_001, 2)] {
            assert_eq!(whole_seconds(Duration::from_millis(delay)), seconds);
        }
    }

    #[test]
    fn codes_are_those_of_the_table() {
        for (code, expected) in [
            (Code::Cancelled, 499),
            (Code::InvalidArgument, 400),
            (Code::DeadlineExceeded, 504),
            (Code::Unauthenticated, 401),
            (Code::PermissionDenied, 403),
            (Code::ResourceExhausted, 429),
            (Code::Unimplemented, 404),
            (Code::Internal, 500),
            (Code::Unavailable, 503),
        ] {
            assert_eq!(http_code(&Status::new(code, "")).as_u16(), expected);
        }
        assert_eq!(http_code(&status::message_too_large(1)).as_u16(), 413);
    }
}
