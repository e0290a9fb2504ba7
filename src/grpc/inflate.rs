//! Compressed bytes, read in steps for each of which there is room: a kilobyte
//! may become a thousand.

use std::io::{self, Read};

use tonic::Status;

use super::status;

/// Bytes that are decompressed before there is asked whether there is room:
/// they are on each of the threads at worst.
const STEP: u64 = 256 << 10;

/// Reads everything that a decoder gives, to at most `limit` bytes; asks `room`
/// for each length that it reaches.
///
/// # Errors
/// `MESSAGE_TOO_LARGE` beyond the limit, that of `room`, and what `broken`
/// makes of bytes that can't be read.
pub(crate) fn inflate(
    mut decoder: impl Read,
    limit: usize,
    mut room: impl FnMut(usize) -> Result<(), Status>,
    broken: impl Fn(io::Error) -> Status,
) -> Result<Vec<u8>, Status> {
    let mut read = Vec::new();
    loop {
        let before = read.len();
        let part = decoder.by_ref().take(STEP).read_to_end(&mut read);
        part.map_err(&broken)?;
        if read.len() > limit {
            return Err(status::message_too_large(limit));
        }
        if read.len() == before {
            return Ok(read);
        }
        room(read.len())?;
    }
}
