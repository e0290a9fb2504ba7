//! The service and the command line from outside: servers on real sockets,
//! the program as its users run it, snapshots over `seeds/`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod admission;
mod bombs;
mod calls;
mod command_line;
mod connections;
mod crowds;
mod deadlines;
mod errors;
mod harness;
mod http;
mod lifecycle;
mod many;
mod operators;
mod process;
mod properties;
mod reload;
mod secrecy;
mod snapshots;
mod taxonomy;
mod tls;
mod tokens;
mod traces;
mod training;
mod unread;
mod wire;
