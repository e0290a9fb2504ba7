//! What is asked of a server, and whether it held.

use crate::{Bounds, Target, run, watch};
use std::process::ExitCode;

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
