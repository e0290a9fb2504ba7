//! What happens around every call: errors completed, panics caught, a line in
//! the log, and a count of what is in flight.

pub mod access;
pub mod errors;
pub mod in_flight;
