//! What is asked of a server, and whether it held.

use std::process::ExitCode;
use std::time::Duration;

use crate::report::Report;
use crate::{Bounds, Target, run, watch};

/// Time to find the peak in.
const PEAK_TIME: Duration = Duration::from_secs(10);
/// Share of the peak that an overloaded server still answers.
const LEAST_GOODPUT: f64 = 0.8;
/// Health checks of an overloaded server take at most this at the 99th
/// percentile.
const HEALTH: Duration = Duration::from_millis(50);
/// Time after which nothing of an overload is felt any more…
const RECOVERY: Duration = Duration::from_secs(1);
/// …as is seen in this time.
const AFTER_TIME: Duration = Duration::from_secs(3);

fn for_time(duration: Duration) -> Bounds {
    Bounds {
        duration,
        count: u64::MAX,
    }
}

pub(crate) async fn closed(target: &Target, bounds: Bounds) -> anyhow::Result<ExitCode> {
    run::closed(target, bounds).await?.tell("closed loop");
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn open(target: &Target, rate: f64, bounds: Bounds) -> anyhow::Result<ExitCode> {
    run::open(target, rate, bounds).await?.tell("open loop");
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn soak(target: &Target, bounds: Bounds) -> anyhow::Result<ExitCode> {
    // Caches and pools fill up before the start counts as one.
    let warm = Bounds {
        count: bounds.count / 100,
        ..bounds
    };
    run::closed(target, warm).await?;
    watch::memory(target, "at the start");
    let report = run::closed(target, bounds).await?;
    report.tell("soak");
    watch::memory(target, "at the end");
    Ok(verdict(&[(
        "every call is answered",
        report.counts.answered == bounds.count,
    )]))
}

pub(crate) async fn overload(
    target: &Target,
    times: f64,
    duration: Duration,
) -> anyhow::Result<ExitCode> {
    watch::memory(target, "before");
    let peak = run::closed(target, for_time(PEAK_TIME)).await?;
    peak.tell("peak");
    watch::memory(target, "after the peak");
    let rate = times * peak.goodput();
    let over = run::open(target, rate, for_time(duration)).await?;
    over.tell(&format!("overload, {rate:.0} calls/s"));
    watch::memory(target, "after the overload");
    tokio::time::sleep(RECOVERY).await;
    let after = run::closed(target, for_time(AFTER_TIME)).await?;
    after.tell("a second after");
    Ok(verdict(&checks(&peak, &over, &after)))
}

fn checks(peak: &Report, over: &Report, after: &Report) -> [(&'static str, bool); 4] {
    let kept = over.goodput() / peak.goodput();
    println!("goodput under overload: {:.0} % of the peak", 100.0 * kept);
    [
        ("goodput at least 80 % of the peak", kept >= LEAST_GOODPUT),
        (
            "health p99 under 50 ms",
            over.health.quantile(0.99) < HEALTH,
        ),
        (
            "no call fails",
            over.counts.failed + after.counts.failed == 0,
        ),
        (
            "recovered within a second",
            after.goodput() >= LEAST_GOODPUT * peak.goodput(),
        ),
    ]
}

/// Says what held; fails when something did not.
pub(crate) fn verdict(checks: &[(&str, bool)]) -> ExitCode {
    for (name, held) in checks {
        println!("{} {name}", if *held { "ok    " } else { "FAILED" });
    }
    if checks.iter().all(|(_, held)| *held) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
