//! What the messages of a call must be like.

use std::sync::Arc;

use prost::bytes::Bytes;
use tonic::Status;

use super::coding::Coding;
use crate::admission::Room;
use crate::grpc::frame::HEADER;
use crate::grpc::message::{MessageLimits, Shape};
use crate::grpc::status;

/// The form of a call's messages.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) coding: Coding,
    /// The largest one, before and after decompression.
    pub(super) largest: MessageLimits,
    /// What it is made of, if it may have many fields.
    pub(super) shape: Option<Arc<Shape>>,
}

impl Form {
    /// Checks what stands in front of a message: its flag and its length.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT`.
    pub(super) fn check_header(&self, flag: u8, length: usize) -> Result<(), Status> {
        self.coding.check(flag)?;
        if length > self.largest.bytes {
            return Err(status::message_too_large(self.largest.bytes));
        }
        Ok(())
    }

    /// Makes a message plain, header and all, and checks that it may be
    /// decoded; returns it with room for it.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when it is not as it should be, `RESOURCE_EXHAUSTED`
    /// when there is no room.
    pub(super) async fn plain(self, message: Bytes, room: Room) -> Result<(Bytes, Room), Status> {
        let plain = self.coding.plain(message, room, self.largest.bytes).await?;
        if let (Some(shape), Some(message)) = (&self.shape, plain.0.get(HEADER..)) {
            shape.check(message, self.largest.fields)?;
        }
        Ok(plain)
    }
}
