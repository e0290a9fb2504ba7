//! What a run counts and how it is told.

use std::num::NonZero;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hdrhistogram::Histogram;

use crate::client::Outcome;

/// Longest time that is told apart, in microseconds.
const LONGEST: u64 = 120_000_000;

/// Times in microseconds, to three digits.
pub(crate) struct Times(Mutex<Histogram<u64>>);

impl Times {
    pub(crate) fn new() -> anyhow::Result<Self> {
        let histogram = Histogram::new_with_bounds(1, LONGEST, 3)?;
        Ok(Self(Mutex::new(histogram)))
    }

    pub(crate) fn record(&self, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(LONGEST);
        let mut histogram = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        histogram.saturating_record(micros);
    }

    pub(crate) fn quantile(&self, share: f64) -> Duration {
        let histogram = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Duration::from_micros(histogram.value_at_quantile(share))
    }

    fn tell(&self, name: &str) {
        let shares = [0.5, 0.9, 0.99, 0.999, 1.0];
        let [p50, p90, p99, p999, max] =
            shares.map(|share| self.quantile(share).as_secs_f64() * 1e3);
        println!(
            "  {name:<10} p50 {p50:.1} ms  p90 {p90:.1}  p99 {p99:.1}  p99.9 {p999:.1}  max {max:.1}"
        );
    }
}

/// What became of the calls of a run.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) answered: u64,
    pub(crate) refused: u64,
    pub(crate) late: u64,
    pub(crate) failed: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Answered => &mut self.answered,
            Outcome::Refused => &mut self.refused,
            Outcome::Late => &mut self.late,
            Outcome::Gone | Outcome::Failed(_) => &mut self.failed,
        } += 1;
    }
}

/// A run and what was measured of it.
pub(crate) struct Report {
    pub(crate) counts: Counts,
    pub(crate) time: Duration,
    /// Of the calls that were answered.
    pub(crate) answers: Arc<Times>,
    /// Of health checks on a connection of their own.
    pub(crate) health: Arc<Times>,
    /// Calls that the generator was too slow for.
    pub(crate) unsent: u64,
    /// Seconds of the CPU that the generator itself took, where they are told.
    pub(crate) own_cpu: Option<f64>,
    /// Those that the server took, if it is known which process it is.
    pub(crate) server_cpu: Option<f64>,
}

impl Report {
    /// Answers a second.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    pub(crate) fn goodput(&self) -> f64 {
        self.counts.answered as f64 / self.time.as_secs_f64()
    }

    pub(crate) fn tell(&self, name: &str) {
        let Counts {
            answered,
            refused,
            late,
            failed,
        } = self.counts;
        println!(
            "{name}: {:.1} s, {:.0} answers/s; {answered} answered, {refused} refused, {late} late, \
             {failed} failed, {} unsent",
            self.time.as_secs_f64(),
            self.goodput(),
            self.unsent
        );
        self.answers.tell("answers");
        self.health.tell("health");
        let shares = [("generator", self.own_cpu), ("server", self.server_cpu)];
        for (who, taken) in shares {
            if let Some(taken) = taken {
                println!("  {who} took {:.0} % of all cores", self.share(taken));
            }
        }
    }

    /// Returns a time of the CPU in percent of what all cores had.
    #[expect(clippy::cast_precision_loss, reason = "cores are few")]
    fn share(&self, taken: f64) -> f64 {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        100.0 * taken / (self.time.as_secs_f64() * cores as f64)
    }
}
