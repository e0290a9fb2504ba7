//! What a server takes on at once.

use mujaz::admission::LoadLimits;

use super::{File, SettingsError, in_range, not_too_long};
use crate::cli::ServeArgs;

/// Counted in 32 bits, and more than any machine should hold of requests.
const MAX_IN_FLIGHT_BYTES: usize = 4 << 30;
/// A day: whoever waits longer has gone.
const MAX_REQUEST_MILLISECONDS: usize = 24 * 60 * 60 * 1_000;

/// Resolves what is taken on at once.
pub(super) fn load(args: &ServeArgs, file: &File) -> LoadLimits {
    let default = LoadLimits::default();
    LoadLimits {
        capacity: args.capacity.or(file.capacity).unwrap_or(default.capacity),
        max_in_flight_bytes: args
            .max_in_flight_bytes
            .or(file.max_in_flight_bytes)
            .unwrap_or(default.max_in_flight_bytes),
        queue_time: args
            .queue_time
            .or(file.queue_time)
            .unwrap_or(default.queue_time),
        request_timeout: args
            .request_timeout
            .or(file.request_timeout)
            .unwrap_or(default.request_timeout),
    }
}

pub(super) fn check(load: &LoadLimits) -> Result<(), SettingsError> {
    not_too_long(&[("queue_time", load.queue_time)])?;
    in_range("capacity", load.capacity, 1..=1_000_000)?;
    in_range(
        "max_in_flight_bytes",
        load.max_in_flight_bytes,
        1..=MAX_IN_FLIGHT_BYTES,
    )?;
    let milliseconds = load.request_timeout.as_millis();
    in_range(
        "request_timeout in milliseconds",
        usize::try_from(milliseconds).unwrap_or(usize::MAX),
        1..=MAX_REQUEST_MILLISECONDS,
    )
}
