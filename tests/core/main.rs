//! The core from outside: golden files, properties, data sets when they are
//! there.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod bad_input;
mod data;
mod languages;
mod pace;
mod sentences;
mod spans;
mod summaries;
mod summary_floors;
mod topic_floors;
