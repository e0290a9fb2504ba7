//! What stands before each message of gRPC: a flag that tells whether it is
//! compressed, and its length in four bytes.

use prost::bytes::{BufMut as _, Bytes, BytesMut};
use tonic::Status;

use super::status;

/// Bytes of the flag and the length.
pub(crate) const HEADER: usize = 5;

/// Puts flag and length before a message that is not compressed.
///
/// # Errors
/// `MESSAGE_TOO_LARGE` when four bytes do not hold its length.
pub(crate) fn framed(message: &[u8]) -> Result<Bytes, Status> {
    let length =
        u32::try_from(message.len()).map_err(|_| status::message_too_large(u32::MAX as usize))?;
    let mut framed = BytesMut::with_capacity(HEADER + message.len());
    framed.put_u8(0);
    framed.put_u32(length);
    framed.put_slice(message);
    Ok(framed.freeze())
}
