//! Lets nobody but the holders of tokens call, where tokens are set; health
//! and reflection stay open.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use arc_swap::ArcSwap;
use http::header::AUTHORIZATION;
use http::{HeaderMap, Request, Response};
use tonic::Status;
use tonic::body::Body;
use tower::{Layer, Service};

use crate::grpc::status;
use crate::measure;
use crate::tokens::{Caller, Tokens};

/// Paths that need no token: probes and tools have none.
const OPEN_PREFIXES: [&str; 2] = ["/grpc.health.", "/grpc.reflection."];
/// Scheme of the header, in any case.
const SCHEME: &[u8] = b"bearer ";

/// Asks for tokens.
#[derive(Debug, Clone)]
pub struct IdentityLayer {
    tokens: Option<Arc<ArcSwap<Tokens>>>,
}

impl IdentityLayer {
    /// Asks for one of the tokens that hold when a call comes; for none if
    /// there is no such set.
    #[must_use]
    pub fn new(tokens: Option<Arc<ArcSwap<Tokens>>>) -> Self {
        Self { tokens }
    }
}

impl<S> Layer<S> for IdentityLayer {
    type Service = Identity<S>;

    fn layer(&self, inner: S) -> Identity<S> {
        Identity {
            inner,
            tokens: self.tokens.clone(),
        }
    }
}

/// A service that is for holders of tokens.
#[derive(Debug, Clone)]
pub struct Identity<S> {
    inner: S,
    tokens: Option<Arc<ArcSwap<Tokens>>>,
}

impl<S, B> Service<Request<B>> for Identity<S>
where
    S: Service<Request<B>, Response = Response<Body>>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    /// Puts the [`Caller`] into the extensions of the request, for what
    /// treats callers apart, and of the response, for the log.
    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let caller = match self.identify(&request) {
            Ok(caller) => caller,
            Err(refused) => return Box::pin(async move { Ok(refused.into_http()) }),
        };
        if let Some(caller) = &caller {
            request.extensions_mut().insert(caller.clone());
        }
        let answer = self.inner.call(request);
        Box::pin(async move {
            let mut response = answer.await?;
            if let Some(caller) = caller {
                response.extensions_mut().insert(caller);
            }
            Ok(response)
        })
    }
}

impl<S> Identity<S> {
    /// Returns who calls, nobody in particular where no token is needed.
    fn identify<B>(&self, request: &Request<B>) -> Result<Option<Caller>, Status> {
        let path = request.uri().path();
        let open = OPEN_PREFIXES.iter().any(|prefix| path.starts_with(prefix));
        let Some(tokens) = self.tokens.as_ref().filter(|_| !open) else {
            return Ok(None);
        };
        let Some(token) = bearer(request.headers()) else {
            measure::token_rejected("missing");
            return Err(status::token_missing());
        };
        let admitted = tokens.load().admit(token, Instant::now());
        admitted.map(Some).map_err(|refusal| {
            measure::token_rejected(refusal.name());
            status::token(&refusal)
        })
    }
}

/// Returns the token in the headers.
fn bearer(headers: &HeaderMap) -> Option<&[u8]> {
    let value = headers.get(AUTHORIZATION)?.as_bytes();
    let (scheme, token) = value.split_at_checked(SCHEME.len())?;
    scheme
        .eq_ignore_ascii_case(SCHEME)
        .then(|| token.trim_ascii())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn the_scheme_is_read_in_any_case_and_no_other_is() {
        for (value, expected) in [
            ("Bearer abc", Some("abc")),
            ("bearer abc", Some("abc")),
            ("BEARER  abc", Some("abc")),
            ("Bearer ", Some("")),
            ("Bearer", None),
            ("Basic abc", None),
            ("abc", None),
            ("", None),
        ] {
            let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static(value))]);
            let found = bearer(&headers);
            assert_eq!(found, expected.map(str::as_bytes), "{value:?}");
        }
    }
}
