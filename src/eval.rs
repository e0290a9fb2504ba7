//! How good answers are, measured against what readers wrote or chose.

mod bootstrap;
mod judge;
mod oracle;
pub mod rouge;
pub mod summaries;

pub use bootstrap::{Estimate, estimate};
pub use judge::Judge;
