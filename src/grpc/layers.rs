//! What happens around every call: tokens asked for, errors completed, panics
//! caught, a line in the log, a count of what is in flight, a deadline, and room
//! for its bytes.

pub mod access;
pub mod admission;
mod coding;
pub mod deadline;
pub mod errors;
mod form;
mod held;
pub mod identity;
pub mod in_flight;
mod metered;
mod method;
