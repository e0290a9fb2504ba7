//! A load generator for a server on this machine.
//!
//! ```sh
//! cargo run --release --example load -- closed --duration 10s
//! cargo run --release --example load -- open --rate 1000 --duration 10s
//! cargo run --release --example load -- overload --program target/release/mujaz
//! cargo run --release --example load -- soak --count 2000000 --pid PID
//! cargo run --release --example load -- rolling --proxy haproxy
//! ```
//!
//! It refuses addresses that are not loopback, and every run is bounded in
//! count and time. Bodies are made once and answers are not decoded, so that
//! it takes as little as possible from the server beside it.

mod client;
mod documents;
mod fleet;
mod overload;
mod report;
mod rolling;
mod run;
mod scenario;
mod server;
mod watch;

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

use documents::Mix;

/// Puts load on a server on this machine and says how it took it.
#[derive(Debug, Parser)]
struct Cli {
    #[command(subcommand)]
    scenario: Scenario,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Subcommand)]
enum Scenario {
    /// Keep so many calls under way, each following on the one before
    Closed(Bounds),
    /// Make so many calls a second, whatever becomes of them
    Open {
        /// Calls a second
        #[arg(long)]
        rate: f64,
        #[command(flatten)]
        bounds: Bounds,
    },
    /// Find the peak, offer many times as much, and see what follows
    Overload(overload::Plan),
    /// Make many calls and compare memory before and after
    Soak(Bounds),
    /// Restart two servers behind a proxy over and over while callers that
    /// retry go on, then kill one of them
    Rolling(rolling::Plan),
}

/// What ends a run, whichever comes first.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Bounds {
    /// Longest time
    #[arg(long, value_parser = humantime::parse_duration, default_value = "1h")]
    pub(crate) duration: Duration,
    /// Most calls
    #[arg(long, default_value_t = 10_000_000)]
    pub(crate) count: u64,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Target {
    /// Address of the server
    #[arg(long, global = true, default_value = "127.0.0.1:50051", value_parser = loopback)]
    pub(crate) address: SocketAddr,
    /// Connections that calls are spread over
    #[arg(long, global = true, default_value_t = 32)]
    pub(crate) connections: usize,
    /// Calls under way in a closed loop
    #[arg(long, global = true, default_value_t = 16)]
    pub(crate) in_flight: usize,
    /// Deadline of each call
    #[arg(long, global = true, value_parser = humantime::parse_duration, default_value = "2s")]
    pub(crate) deadline: Duration,
    /// Sizes of documents in bytes with their weights
    #[arg(long, global = true, default_value = "4096:60,32768:30,262144:10")]
    pub(crate) mix: Mix,
    /// Process of the server, to watch its memory
    #[arg(long, global = true)]
    pub(crate) pid: Option<u32>,
}

fn loopback(text: &str) -> Result<SocketAddr, String> {
    let address: SocketAddr = text.parse().map_err(|_| "must be an address and a port")?;
    if address.ip().is_loopback() {
        return Ok(address);
    }
    Err("must be a loopback address".to_owned())
}

fn main() -> anyhow::Result<ExitCode> {
    let Cli { scenario, target } = Cli::parse();
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        match scenario {
            Scenario::Closed(bounds) => scenario::closed(&target, bounds).await,
            Scenario::Open { rate, bounds } => scenario::open(&target, rate, bounds).await,
            Scenario::Overload(plan) => overload::run(target, plan).await,
            Scenario::Soak(bounds) => scenario::soak(&target, bounds).await,
            Scenario::Rolling(plan) => rolling::run(target, plan).await,
        }
    })
}
