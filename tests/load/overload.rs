//! More calls than a server can answer, between two measurements of what it
//! can: the machine may be slower or faster by the minute.

use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use clap::Args;
use tokio::process::Child;

use crate::report::Report;
use crate::scenario::verdict;
use crate::{Bounds, Target, run, server, watch};

/// Time to find the peak in.
const PEAK_TIME: Duration = Duration::from_secs(10);
/// Share of the peak that an overloaded server still answers.
const LEAST_GOODPUT: f64 = 0.8;
/// Health checks of an overloaded server take at most this at the 99th
/// percentile.
const HEALTH: Duration = Duration::from_millis(50);
/// Time after which nothing of an overload is felt any more.
const RECOVERY: Duration = Duration::from_secs(1);

#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// Load as a multiple of the peak
    #[arg(long, default_value_t = 10.0)]
    times: f64,
    /// Time of each overload
    #[arg(long, value_parser = humantime::parse_duration, default_value = "60s")]
    duration: Duration,
    /// Overloads one after the other, which are judged together
    #[arg(long, default_value = "1")]
    rounds: NonZero<usize>,
    /// Server to start on one half of the cores, with the other half left to
    /// the generator (needs taskset); without it, one that runs at the address
    #[arg(long)]
    program: Option<PathBuf>,
}

/// One overload and what came before and after.
struct Round {
    before: Report,
    over: Report,
    after: Report,
}

impl Round {
    /// Returns the answers a second that the server can give.
    fn peak(&self) -> f64 {
        f64::midpoint(self.before.goodput(), self.after.goodput())
    }

    fn kept(&self) -> f64 {
        self.over.goodput() / self.peak()
    }
}

pub(crate) async fn run(mut target: Target, plan: Plan) -> anyhow::Result<ExitCode> {
    let started = start(&mut target, &plan).await?;
    watch::memory(&target, "before");
    let mut rounds = Vec::new();
    for _ in 0..plan.rounds.get() {
        rounds.push(round(&target, &plan).await?);
    }
    watch::memory(&target, "at the end");
    drop(started);
    Ok(verdict(&checks(&rounds)))
}

/// Starts the server, if one is to be started.
async fn start(target: &mut Target, plan: &Plan) -> anyhow::Result<Option<Child>> {
    let Some(program) = &plan.program else {
        return Ok(None);
    };
    let cores = std::thread::available_parallelism()?.get();
    ensure!(cores > 1, "--program needs two cores at least");
    let half = cores / 2;
    let command = server::on_cores(program, 0, half - 1);
    let server = server::start(command, target.address, &[]).await?;
    server::move_to_cores(half, cores - 1).await?;
    target.pid = Some(server.id().context("the server has ended by itself")?);
    Ok(Some(server))
}

async fn round(target: &Target, plan: &Plan) -> anyhow::Result<Round> {
    let before = peak(target, "peak before").await?;
    let rate = plan.times * before.goodput();
    let over = run::open(target, rate, for_time(plan.duration)).await?;
    over.tell(&format!("overload, {rate:.0} calls/s"));
    watch::memory(target, "after the overload");
    tokio::time::sleep(RECOVERY).await;
    let after = peak(target, "peak a second after").await?;
    let round = Round {
        before,
        over,
        after,
    };
    println!(
        "goodput under overload: {:.0} % of the peak before and after",
        100.0 * round.kept()
    );
    Ok(round)
}

async fn peak(target: &Target, name: &str) -> anyhow::Result<Report> {
    let peak = run::closed(target, for_time(PEAK_TIME)).await?;
    peak.tell(name);
    Ok(peak)
}

fn for_time(duration: Duration) -> Bounds {
    Bounds {
        duration,
        count: u64::MAX,
    }
}

fn checks(rounds: &[Round]) -> [(&'static str, bool); 4] {
    let sum = |of: fn(&Round) -> f64| rounds.iter().map(of).sum::<f64>();
    let kept = sum(|round| round.over.goodput()) / sum(Round::peak);
    println!("goodput in all: {:.0} % of the peak", 100.0 * kept);
    let all = |holds: fn(&Round) -> bool| rounds.iter().all(holds);
    [
        ("goodput at least 80 % of the peak", kept >= LEAST_GOODPUT),
        (
            "health p99 under 50 ms",
            all(|round| round.over.health.quantile(0.99) < HEALTH),
        ),
        (
            "no call fails",
            all(|round| round.over.counts.failed + round.after.counts.failed == 0),
        ),
        (
            "recovered within a second",
            sum(|round| round.after.goodput())
                >= LEAST_GOODPUT * sum(|round| round.before.goodput()),
        ),
    ]
}
