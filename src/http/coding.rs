//! Content codings: gzip in both directions, nothing else.

use std::io::{self, Write as _};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderName, header};
use tonic::Status;

use crate::grpc::inflate::inflate;
use crate::grpc::status;

/// Shorter answers do not get shorter enough.
const MIN_COMPRESSED: usize = 1_024;

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Identity,
    Gzip,
}

impl Coding {
    /// Returns the coding of a request's body.
    ///
    /// # Errors
    /// When it is one that is not read.
    pub(super) fn of_body(headers: &HeaderMap) -> Result<Self, Status> {
        let Some(coding) = headers.get(header::CONTENT_ENCODING) else {
            return Ok(Self::Identity);
        };
        match coding.as_bytes().to_ascii_lowercase().as_slice() {
            b"gzip" | b"x-gzip" => Ok(Self::Gzip),
            b"identity" | b"" => Ok(Self::Identity),
            _ => Err(status::content_unsupported("content-encoding", "gzip")),
        }
    }

    /// Returns the coding that the caller wants an answer in.
    pub(super) fn accepted(headers: &HeaderMap) -> Self {
        let listed = values(headers, &header::ACCEPT_ENCODING);
        let mut codings = listed.flat_map(|value| value.split(','));
        if codings.any(is_wanted_gzip) {
            return Self::Gzip;
        }
        Self::Identity
    }

    /// Reads a body, to at most `limit` bytes; asks `room` for each length
    /// that it reaches.
    ///
    /// # Errors
    /// When the body is not in this coding, longer, or without room.
    pub(super) fn read(
        self,
        body: Vec<u8>,
        limit: usize,
        room: impl FnMut(usize) -> Result<(), Status>,
    ) -> Result<Vec<u8>, Status> {
        if self == Self::Identity {
            return Ok(body);
        }
        let decoder = MultiGzDecoder::new(body.as_slice());
        inflate(decoder, limit, room, |_| {
            status::not_json("the body is no gzip")
        })
    }

    /// Writes a body; returns it with the coding that it has then.
    pub(super) fn write(self, body: Vec<u8>) -> (Self, Vec<u8>) {
        if self == Self::Identity || body.len() < MIN_COMPRESSED {
            return (Self::Identity, body);
        }
        match compress(&body) {
            Ok(compressed) => (Self::Gzip, compressed),
            // Memory does not fail to be written to.
            Err(_) => (Self::Identity, body),
        }
    }
}

fn compress(body: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(body)?;
    encoder.finish()
}

fn values<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a str> {
    let all = headers.get_all(name);
    all.into_iter().filter_map(|value| value.to_str().ok())
}

/// Says whether an item of `accept-encoding` is gzip, and not with weight 0.
fn is_wanted_gzip(item: &str) -> bool {
    let mut parts = item.split(';').map(str::trim);
    let gzip = parts.next().is_some_and(|name| {
        ["gzip", "x-gzip", "*"]
            .iter()
            .any(|one| name.eq_ignore_ascii_case(one))
    });
    let weight = parts.find_map(|part| part.strip_prefix("q="));
    gzip && weight.is_none_or(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn gzip_is_given_to_those_who_want_it() {
        for (accepted, expected) in [
            ("gzip", Coding::Gzip),
            ("br, GZip;q=0.5", Coding::Gzip),
            ("*", Coding::Gzip),
            ("br", Coding::Identity),
            ("gzip;q=0", Coding::Identity),
            ("gzip; q=0.000, br", Coding::Identity),
            ("gzipped", Coding::Identity),
        ] {
            let value = HeaderValue::from_static(accepted);
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, value)]);
            assert_eq!(Coding::accepted(&headers), expected, "{accepted}");
        }
        assert_eq!(Coding::accepted(&HeaderMap::new()), Coding::Identity);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let body = vec![b'a'; 5_000];
        let (coding, written) = Coding::Gzip.write(body.clone());
        assert_eq!(coding, Coding::Gzip);
        assert!(written.len() < 200);
        assert_eq!(
            coding
                .read(written.clone(), 5_000, |_| Ok(()))
                .expect("fits"),
            body
        );
        let bomb = coding
            .read(written.clone(), 4_999, |_| Ok(()))
            .expect_err("one too many");
        assert!(bomb.message().contains("4999"));
        let full = |_| Err(status::overloaded());
        assert!(coding.read(written, 5_000, full).is_err());
        assert!(coding.read(b"plain".to_vec(), 9, |_| Ok(())).is_err());
    }
}
