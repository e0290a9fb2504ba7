//! Errors as gRPC statuses: one code, one reason and the details that a
//! client acts on, each decided here and nowhere else.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;
use std::time::Duration;

use prost::Message as _;
use tonic::metadata::MetadataValue;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, FieldViolation, StatusExt as _};

use super::convert::Layout;
use super::rpc;
use crate::admission::Overloaded;
use crate::engine::{EngineError, Problem};
use crate::tokens::Refusal;
use crate::worker::WorkerError;

/// Tells clients that retry by themselves when to, in milliseconds.
const RETRY_PUSHBACK: &str = "grpc-retry-pushback-ms";

/// Domain of every reason.
pub const DOMAIN: &str = "mujaz";

/// What a call may be compressed with, for its client.
const ACCEPT_ENCODING: &str = "grpc-accept-encoding";

/// Reason of bytes that are no message.
const MALFORMED: &str = "MALFORMED_MESSAGE";
/// How prost begins to say that bytes are no message.
const NOT_DECODED: &str = "failed to decode Protobuf message";
/// Reason of a message beyond the limit on messages.
pub const MESSAGE_TOO_LARGE: &str = "MESSAGE_TOO_LARGE";
/// Reason of a body or a message in a coding that is not read.
const CONTENT_UNSUPPORTED: &str = "CONTENT_UNSUPPORTED";
/// Reason of a call that nothing answers.
const METHOD_UNKNOWN: &str = "METHOD_UNKNOWN";

/// When a refused caller may try again: long enough for a queue to shrink.
const RETRY_OVERLOADED: Duration = Duration::from_millis(250);
/// When to try again while this instance stops: at once, elsewhere.
const RETRY_DRAINING: Duration = Duration::from_millis(50);

/// A field of a request that is not acceptable, by its proto path.
#[derive(Debug, Clone, PartialEq)]
pub struct BadField {
    /// Proto path from the request message, such as `document.text`.
    pub path: String,
    /// What is wrong, without subject or full stop.
    pub description: String,
    /// Reason and metadata if this is the first bad field.
    pub reason: Reason,
}

/// Why a request is not acceptable, for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No text.
    EmptyText,
    /// Too many bytes of text.
    TextTooLarge {
        /// The limit.
        max_bytes: usize,
        /// The length.
        actual_bytes: usize,
    },
    /// An option outside its range, an unknown enum number among them.
    OptionOutOfRange,
    /// No topic of the taxonomy.
    UnknownTopic,
    /// No BCP-47 tag.
    LanguageCodeInvalid,
    /// A field that the message does not have.
    UnknownField,
    /// A value that its field cannot have, or two values.
    Malformed,
}

impl Reason {
    const fn name(&self) -> &'static str {
        match self {
            Self::EmptyText => "EMPTY_TEXT",
            Self::TextTooLarge { .. } => "TEXT_TOO_LARGE",
            Self::OptionOutOfRange => "OPTION_OUT_OF_RANGE",
            Self::UnknownTopic => "UNKNOWN_TOPIC",
            Self::LanguageCodeInvalid => "LANGUAGE_CODE_INVALID",
            Self::UnknownField => "UNKNOWN_FIELD",
            Self::Malformed => MALFORMED,
        }
    }

    fn metadata(&self) -> HashMap<String, String> {
        match self {
            Self::TextTooLarge {
                max_bytes,
                actual_bytes,
            } => sizes(*max_bytes, *actual_bytes),
            _ => HashMap::new(),
        }
    }
}

impl From<&Problem> for Reason {
    fn from(problem: &Problem) -> Self {
        match *problem {
            Problem::EmptyText => Self::EmptyText,
            Problem::TextTooLarge {
                max_bytes,
                actual_bytes,
            } => Self::TextTooLarge {
                max_bytes,
                actual_bytes,
            },
            Problem::LanguageCodeInvalid => Self::LanguageCodeInvalid,
            Problem::UnknownTopic => Self::UnknownTopic,
            Problem::OutOfRange(_) => Self::OptionOutOfRange,
        }
    }
}

/// Bytes of all bad fields that an error names. It stands in the headers of a
/// call, its details in base64 and its message once more, there perhaps with
/// three bytes for each; many clients take 8 KiB of headers.
const MAX_NAMED_BYTES: usize = 2_560;
/// What the encoding adds to a bad field, in bytes.
const FIELD_OVERHEAD: usize = 8;
/// Longest path, and longest description, in bytes.
const MAX_PART_BYTES: usize = 200;
/// Bytes of a message after which no more fields are put into it.
const MAX_MESSAGE_BYTES: usize = 400;

/// Answers a request with bad fields: `INVALID_ARGUMENT` that names them all
/// or, where they are too many for an error, says how many there are besides.
#[must_use]
pub fn invalid(fields: &[BadField]) -> Status {
    let mut details = match fields.first() {
        Some(first) => info(first.reason.name(), first.reason.metadata()),
        None => info("INVALID_ARGUMENT", HashMap::new()),
    };
    let violations = violations(fields);
    let message = lines(&violations);
    details.set_bad_request(violations);
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Names as many fields as there is room for; if that is not all, the last one
/// tells how many follow.
fn violations(fields: &[BadField]) -> Vec<FieldViolation> {
    let mut named = Vec::new();
    let mut left = MAX_NAMED_BYTES;
    for (at, field) in fields.iter().enumerate() {
        let path = shortened(&field.path);
        let mut description = shortened(&field.description).into_owned();
        let length = path.len() + description.len() + FIELD_OVERHEAD;
        let fits = length <= left;
        let follow = fields.len() - at - 1;
        if !fits && follow > 0 {
            description = format!("is not acceptable, nor are {follow} more fields");
        }
        named.push(FieldViolation::new(path, description));
        if !fits {
            break;
        }
        left -= length;
    }
    named
}

/// Puts fields into one line, as far as it is of a length to be read.
fn lines(violations: &[FieldViolation]) -> String {
    let mut message = String::new();
    for (at, one) in violations.iter().enumerate() {
        if message.len() > MAX_MESSAGE_BYTES {
            let more = violations.len() - at;
            return format!("{message}; and {more} more, see the details");
        }
        let between = if at == 0 { "" } else { "; " };
        message = format!("{message}{between}{} {}", one.field, one.description);
    }
    message
}

fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_PART_BYTES {
        return text.into();
    }
    format!("{}…", &text[..text.floor_char_boundary(MAX_PART_BYTES)]).into()
}

/// Answers an error of the engine, with fields named as in the message that
/// the request came in.
#[must_use]
pub fn engine(error: &EngineError, layout: Layout) -> Status {
    match error {
        EngineError::Invalid(violations) => {
            let fields: Vec<BadField> = violations
                .iter()
                .map(|violation| layout.bad_field(violation))
                .collect();
            invalid(&fields)
        }
        // Who has gone does not hear of it.
        EngineError::Stopped(_) => deadline_exceeded(),
    }
}

/// Answers work that the pool did not do.
#[must_use]
pub fn worker(error: &WorkerError) -> Status {
    match error {
        WorkerError::Overloaded => overloaded(),
        WorkerError::Expired => deadline_exceeded(),
        WorkerError::Panicked => internal(),
    }
}

/// Answers a request that there is no room or no time for under load.
#[must_use]
pub fn overloaded() -> Status {
    // Made once: it is given thousands of times a second just when time is short.
    static OVERLOADED: LazyLock<Status> = LazyLock::new(|| {
        try_again(
            Code::ResourceExhausted,
            "OVERLOADED",
            Overloaded.to_string(),
            RETRY_OVERLOADED,
        )
    });
    OVERLOADED.clone()
}

/// Answers a request whose deadline has passed.
#[must_use]
pub fn deadline_exceeded() -> Status {
    let details = info("DEADLINE_EXCEEDED", HashMap::new());
    Status::with_error_details(Code::DeadlineExceeded, "the deadline has passed", details)
}

/// Answers a batch with too many documents.
#[must_use]
pub fn batch_too_large(unit: &str, max: usize, actual: usize) -> Status {
    let message = format!("requests must have at most {max} {unit}, has {actual}");
    let mut details = info(
        "BATCH_TOO_LARGE",
        HashMap::from([
            (format!("max_{unit}"), max.to_string()),
            (format!("actual_{unit}"), actual.to_string()),
        ]),
    );
    details.set_bad_request([FieldViolation::new("requests", &message)]);
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers a batch without a document.
#[must_use]
pub fn batch_empty() -> Status {
    let message = "requests must hold at least one";
    let mut details = info("BATCH_EMPTY", HashMap::new());
    details.set_bad_request([FieldViolation::new("requests", message)]);
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers a request whose answer would be longer than answers may be; of a
/// batch, so long as far as it was made.
#[must_use]
pub fn answer_too_large(max_bytes: usize, actual_bytes: usize) -> Status {
    let details = info("ANSWER_TOO_LARGE", sizes(max_bytes, actual_bytes));
    let message = format!(
        "the answer may have at most {max_bytes} bytes, would have {actual_bytes} or more: \
         ask for fewer sentences, factors, evidence or documents"
    );
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers bytes that are no message, or text that is no UTF-8.
#[must_use]
pub fn malformed(cause: &str) -> Status {
    let details = info(MALFORMED, HashMap::new());
    let message = format!("the request is not a valid protobuf message: {cause}");
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers a body that cannot be read: bad chunks, bad base64, a connection that
/// ended. Whatever a layer before this one said of it stays.
#[must_use]
pub fn of_body(error: &Status) -> Status {
    if !error.details().is_empty() {
        return error.clone();
    }
    let details = info(MALFORMED, HashMap::new());
    Status::with_error_details(
        Code::InvalidArgument,
        "the body of the request cannot be read",
        details,
    )
}

/// Answers a call whose `grpc-timeout` is none.
#[must_use]
pub fn no_timeout() -> Status {
    let details = info(MALFORMED, HashMap::new());
    let message = "grpc-timeout must be at most eight digits and a unit, H, M, S, m, u or n";
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers a request in HTTP that is no JSON object, or no text.
#[must_use]
pub fn not_json(cause: &str) -> Status {
    let details = info(MALFORMED, HashMap::new());
    let message = format!("the request is not a valid JSON message: {cause}");
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers a message, or a body in HTTP, that is longer than it may be.
#[must_use]
pub fn message_too_large(max_bytes: usize) -> Status {
    let metadata = HashMap::from([("max_bytes".to_owned(), max_bytes.to_string())]);
    let details = info(MESSAGE_TOO_LARGE, metadata);
    let message = format!("the body must have at most {max_bytes} bytes");
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers a message of more fields than it may have: it would be too large
/// once it is decoded.
#[must_use]
pub fn too_many_fields(max_fields: usize) -> Status {
    let metadata = HashMap::from([("max_fields".to_owned(), max_fields.to_string())]);
    let details = info(MESSAGE_TOO_LARGE, metadata);
    let message = format!("the message must have at most {max_fields} fields and items of lists");
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers a body in HTTP of a kind that is not read.
#[must_use]
pub fn content_unsupported(header: &str, expected: &str) -> Status {
    let details = info(CONTENT_UNSUPPORTED, HashMap::new());
    let message = format!("{header} must be {expected}");
    Status::with_error_details(Code::InvalidArgument, message, details)
}

/// Answers a call whose messages are compressed in a way that is not read; its
/// code and metadata are those of gRPC's rules on compression.
#[must_use]
pub fn encoding_unsupported(accepted: &'static str) -> Status {
    let details = info(CONTENT_UNSUPPORTED, HashMap::new());
    let message = format!("grpc-encoding must be one of {accepted}");
    let mut status = Status::with_error_details(Code::Unimplemented, message, details);
    let accepted = MetadataValue::from_static(accepted);
    status.metadata_mut().insert(ACCEPT_ENCODING, accepted);
    status
}

/// Answers a request in HTTP that stands for no call.
#[must_use]
pub fn nothing_answers(message: &str) -> Status {
    let details = info(METHOD_UNKNOWN, HashMap::new());
    Status::with_error_details(Code::Unimplemented, message, details)
}

/// Answers a request that the server stops before it is done with.
#[must_use]
pub fn draining() -> Status {
    try_again(
        Code::Unavailable,
        "DRAINING",
        "the server is stopping",
        RETRY_DRAINING,
    )
}

/// Answers a call without a token where one is needed.
#[must_use]
pub fn token_missing() -> Status {
    let details = info("TOKEN_MISSING", HashMap::new());
    let message = "a token is needed: authorization: Bearer TOKEN";
    Status::with_error_details(Code::Unauthenticated, message, details)
}

/// Answers a call whose token does not admit it.
#[must_use]
pub fn token(refusal: &Refusal) -> Status {
    match refusal {
        Refusal::Invalid => {
            let details = info("TOKEN_INVALID", HashMap::new());
            Status::with_error_details(Code::PermissionDenied, "the token is not valid", details)
        }
        Refusal::Limited { retry_after } => {
            let message = "the calls of this token come too fast";
            try_again(
                Code::ResourceExhausted,
                "RATE_LIMITED",
                message,
                *retry_after,
            )
        }
    }
}

/// Answers a request whose handler panicked; says nothing of the cause.
#[must_use]
pub fn internal() -> Status {
    let details = info("INTERNAL", HashMap::new());
    Status::with_error_details(Code::Internal, "internal error", details)
}

/// Completes an error that did not come from this module: the ones that the
/// transport itself gives.
#[must_use]
pub fn complete(status: &Status) -> Status {
    if !status.details().is_empty() {
        return status.clone();
    }
    let (code, reason) = match status.code() {
        // What tonic decodes by itself (health) and cannot; the field stands in
        // the text.
        Code::Internal if status.message().starts_with(NOT_DECODED) => {
            (Code::InvalidArgument, MALFORMED)
        }
        // The transport's own limit on a message, as it comes and decompressed;
        // the size stands in the text.
        Code::OutOfRange | Code::ResourceExhausted => (Code::InvalidArgument, MESSAGE_TOO_LARGE),
        Code::DeadlineExceeded => (Code::DeadlineExceeded, "DEADLINE_EXCEEDED"),
        Code::Unimplemented => (Code::Unimplemented, METHOD_UNKNOWN),
        Code::Internal => (Code::Internal, "INTERNAL"),
        other => (other, "TRANSPORT"),
    };
    let details = info(reason, HashMap::new());
    Status::with_error_details(code, status.message(), details)
}

/// Returns a status as the message that stands in a batch or a stream.
#[must_use]
pub fn to_message(status: &Status) -> rpc::Status {
    let code = status.code() as i32;
    let detailed = rpc::Status::decode(status.details()).ok();
    // No details, which is what a transport gives, are a message without a code.
    let told = detailed.filter(|detailed| detailed.code == code);
    told.unwrap_or_else(|| rpc::Status {
        code,
        message: status.message().to_owned(),
        details: Vec::new(),
    })
}

/// An error that ends by itself: callers learn when, and clients that retry
/// by themselves from the metadata of the retry design (gRFC A6).
fn try_again(code: Code, reason: &str, message: impl Into<String>, delay: Duration) -> Status {
    let mut details = info(reason, HashMap::new());
    details.set_retry_info(Some(delay));
    let mut status = Status::with_error_details(code, message, details);
    let delay = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX);
    status.metadata_mut().insert(RETRY_PUSHBACK, delay.into());
    status
}

fn info(reason: &str, metadata: HashMap<String, String>) -> ErrorDetails {
    ErrorDetails::with_error_info(reason, DOMAIN, metadata)
}

fn sizes(max_bytes: usize, actual_bytes: usize) -> HashMap<String, String> {
    HashMap::from([
        ("max_bytes".to_owned(), max_bytes.to_string()),
        ("actual_bytes".to_owned(), actual_bytes.to_string()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bad(path: String, description: &str) -> BadField {
        BadField {
            path,
            description: description.to_owned(),
            reason: Reason::UnknownTopic,
        }
    }

    fn named(status: &Status) -> Vec<FieldViolation> {
        let details = status.get_error_details();
        details
            .bad_request()
            .expect("fields")
            .field_violations
            .clone()
    }

    /// Returns the length of the headers that carry a status.
    fn header_bytes(status: &Status) -> usize {
        let headers = status.clone().into_http::<()>().into_parts().0.headers;
        headers
            .iter()
            .map(|(name, value)| name.as_str().len() + value.len())
            .sum()
    }

    #[test]
    fn an_error_fits_headers_however_many_fields_are_bad() {
        let paths = |path: &'static str| (0..300).map(move |at| format!("{path}[{at}]"));
        let arabic = "حقل غير معروف ".repeat(1_000);
        for fields in [
            paths("classification_options.topic_ids")
                .map(|path| bad(path, "must be the id of a topic"))
                .collect::<Vec<_>>(),
            paths("x").map(|path| bad(path, &arabic)).collect(),
            vec![bad(arabic.clone(), &arabic); 2],
            vec![bad("x".repeat(1 << 20), "is unknown")],
        ] {
            let status = invalid(&fields);
            assert!(header_bytes(&status) < 7 << 10, "{}", header_bytes(&status));
            let told = named(&status);
            assert!(told.len() <= fields.len());
            if told.len() < fields.len() {
                let left = fields.len() - told.len();
                let last = &told[told.len() - 1].description;
                assert!(last.contains(&format!(" {left} more fields")), "{last}");
            }
        }
    }

    #[test]
    fn few_fields_are_all_named_in_full() {
        let fields: Vec<_> = (0..20)
            .map(|at| {
                bad(
                    format!("options.topic_ids[{at}]"),
                    "must be the id of a topic",
                )
            })
            .collect();
        let told = named(&invalid(&fields));
        assert_eq!(told.len(), fields.len());
        for (told, field) in told.iter().zip(&fields) {
            assert_eq!(
                (&told.field, &told.description),
                (&field.path, &field.description)
            );
        }
    }

    #[test]
    fn a_status_without_details_keeps_its_code_and_message() {
        let told = to_message(&Status::unavailable("transport error"));
        assert_eq!(told.code, Code::Unavailable as i32);
        assert_eq!(told.message, "transport error");
        let told = to_message(&draining());
        assert_eq!(told.code, Code::Unavailable as i32);
        assert_eq!(told.details.len(), 2);
    }
}
