//! What each command does.

pub(crate) mod analyze;
pub(crate) mod eval;
pub(crate) mod health;
pub(crate) mod serve;
pub(crate) mod topics;
