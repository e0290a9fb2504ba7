//! What happens around every call: tokens asked for, errors completed, panics
//! caught, a line in the log, and a count of what is in flight.

pub mod access;
pub mod errors;
pub mod identity;
pub mod in_flight;
