//! Which web pages may call: none, unless their origins are named.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use http::{HeaderName, HeaderValue, Method, Uri, header};
use serde::Deserialize;
use thiserror::Error;
use tower_http::cors::{AllowOrigin, CorsLayer};

/// How long a browser may remember what it was allowed.
const MAX_AGE: Duration = Duration::from_hours(1);

/// What a page may send.
const REQUEST_HEADERS: [HeaderName; 9] = [
    header::AUTHORIZATION,
    header::CONTENT_ENCODING,
    header::CONTENT_TYPE,
    HeaderName::from_static("grpc-timeout"),
    HeaderName::from_static("traceparent"),
    HeaderName::from_static("tracestate"),
    HeaderName::from_static("x-grpc-web"),
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("x-user-agent"),
];
/// What a page may read.
const RESPONSE_HEADERS: [HeaderName; 5] = [
    header::RETRY_AFTER,
    HeaderName::from_static("grpc-message"),
    HeaderName::from_static("grpc-status"),
    HeaderName::from_static("grpc-status-details-bin"),
    HeaderName::from_static("x-request-id"),
];

/// What web pages may do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WebSettings {
    /// Whether gRPC-Web is answered.
    pub grpc_web: bool,
    /// The origins whose pages may call, over JSON and gRPC-Web.
    pub origins: Vec<Origin>,
}

/// An origin of web pages, or any.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Origin {
    /// Every origin.
    Any,
    /// One, as a browser names it.
    Exact(HeaderValue),
}

/// Why a text is no origin.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("an origin is scheme://host or scheme://host:port without a path, or *; not {0:?}")]
pub struct OriginError(String);

impl FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, OriginError> {
        if text == "*" {
            return Ok(Self::Any);
        }
        let wrong = || OriginError(text.to_owned());
        let uri: Uri = text.parse().map_err(|_| wrong())?;
        let (scheme, host) = uri.scheme_str().zip(uri.authority()).ok_or_else(wrong)?;
        // Browsers send it exactly so; anything else would match nothing.
        let named = format!("{scheme}://{host}").to_ascii_lowercase();
        if named != text || named.contains('*') {
            return Err(wrong());
        }
        HeaderValue::try_from(named)
            .map(Self::Exact)
            .map_err(|_| wrong())
    }
}

impl TryFrom<String> for Origin {
    type Error = OriginError;

    fn try_from(text: String) -> Result<Self, OriginError> {
        text.parse()
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("*"),
            Self::Exact(origin) => f.write_str(&String::from_utf8_lossy(origin.as_bytes())),
        }
    }
}

/// Makes the layer that tells browsers what is allowed; none when no origin
/// may call.
pub(super) fn layer(origins: &[Origin]) -> Option<CorsLayer> {
    if origins.is_empty() {
        return None;
    }
    let exact = origins.iter().map(|origin| match origin {
        Origin::Any => None,
        Origin::Exact(name) => Some(name.clone()),
    });
    let allowed = match exact.collect::<Option<Vec<_>>>() {
        Some(names) => AllowOrigin::list(names),
        None => AllowOrigin::any(),
    };
    let layer = CorsLayer::new()
        .allow_origin(allowed)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers(REQUEST_HEADERS)
        .expose_headers(RESPONSE_HEADERS)
        .max_age(MAX_AGE);
    Some(layer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_as_browsers_name_them() {
        for good in [
            "*", "https://example.org", "http://localhost:5173", "http://[::1]:80",
        ] {
            assert_eq!(good.parse::<Origin>().expect(good).to_string(), good);
        }
        for bad in [
            "", "example.org", "https://", "https://example.org/", "https://example.org/path",
            "https://Example.org", "https://*.example.org", "null", "https://a b",
        ] {
            assert!(bad.parse::<Origin>().is_err(), "{bad}");
        }
    }
}
