//! Compressed messages (`grpc-encoding`). What reads messages behind the layers
//! would inflate the whole of one at once, on a thread that serves others; so
//! they are inflated here, with room for each step and off the network.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use http::{HeaderMap, HeaderName};
use prost::bytes::Bytes;
use tonic::Status;

use crate::admission::Room;
use crate::grpc::frame::{HEADER, framed};
use crate::grpc::inflate::inflate;
use crate::grpc::offload::off_the_network;
use crate::grpc::status;

const GRPC_ENCODING: HeaderName = HeaderName::from_static("grpc-encoding");
/// Largest window of zstd, as a power of two: what RFC 8878 asks decoders for,
/// and all that its usual levels use. A frame may ask for 128 MiB.
const ZSTD_WINDOW: u32 = 23;

/// How the messages of a call may be compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Identity,
    Gzip,
    Zstd,
}

impl Coding {
    /// Names of all codings, as `grpc-accept-encoding` lists them.
    pub(super) const ACCEPTED: &'static str = "identity,gzip,zstd";

    /// Takes the coding out of the headers of a call, whose messages are plain
    /// from here on; `None` if it is another one.
    pub(super) fn take(headers: &mut HeaderMap) -> Option<Self> {
        match headers.remove(GRPC_ENCODING).as_ref().map(AsRef::as_ref) {
            None | Some(b"identity") => Some(Self::Identity),
            Some(b"gzip") => Some(Self::Gzip),
            Some(b"zstd") => Some(Self::Zstd),
            Some(_) => None,
        }
    }

    /// Checks the flag in front of a message.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` if it is none, or says that the message is compressed
    /// where no coding was named.
    pub(super) fn check(self, flag: u8) -> Result<(), Status> {
        match flag {
            0 => Ok(()),
            1 if self != Self::Identity => Ok(()),
            1 => Err(status::malformed(
                "it is compressed, and grpc-encoding does not say how",
            )),
            _ => Err(status::malformed("its first byte is no compression flag")),
        }
    }

    /// Makes a message plain, header and all; returns it with room for it.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when it is not in this coding or longer than `limit`
    /// bytes, `RESOURCE_EXHAUSTED` when there is no room.
    pub(super) async fn plain(
        self,
        message: Bytes,
        mut room: Room,
        limit: usize,
    ) -> Result<(Bytes, Room), Status> {
        if message.first() == Some(&0) {
            return Ok((message, room));
        }
        // Nobody knows yet how much it will be.
        off_the_network(usize::MAX, move || {
            let cover = |length| room.cover(length).map_err(|_| status::overloaded());
            let decoder = self.decoder(message.slice(HEADER..)).map_err(broken)?;
            let plain = inflate(decoder, limit, cover, broken)?;
            Ok((framed(&plain)?, room))
        })
        .await
    }

    fn decoder(self, message: Bytes) -> io::Result<Box<dyn Read>> {
        let message = io::Cursor::new(message);
        Ok(match self {
            Self::Identity => Box::new(message),
            Self::Gzip => Box::new(MultiGzDecoder::new(message)),
            Self::Zstd => {
                let mut decoder = zstd::Decoder::with_buffer(message)?;
                decoder.window_log_max(ZSTD_WINDOW)?;
                Box::new(decoder)
            }
        })
    }
}

fn broken(_: io::Error) -> Status {
    status::malformed("it is not compressed as grpc-encoding says")
}
