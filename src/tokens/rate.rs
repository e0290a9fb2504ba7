//! How often a caller may call.

use std::str::FromStr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Most calls in the unit of a rate.
const MAX_CALLS: u32 = 1_000_000;

/// Calls in a time: `100/s`, `600/m`, `1000/h`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    calls: u32,
    per: Duration,
}

impl Rate {
    /// Returns the time that one call takes up.
    fn interval(self) -> Duration {
        self.per / self.calls
    }

    /// Returns how far a caller may run ahead: the calls of a second, one at
    /// least.
    fn burst(self) -> Duration {
        Duration::from_secs(1).saturating_sub(self.interval())
    }
}

impl FromStr for Rate {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (calls, unit) = text.split_once('/').ok_or(())?;
        let per = match unit {
            "s" => Duration::from_secs(1),
            "m" => Duration::from_mins(1),
            "h" => Duration::from_hours(1),
            _ => return Err(()),
        };
        let calls = calls.parse().map_err(drop)?;
        if (1..=MAX_CALLS).contains(&calls) {
            Ok(Self { calls, per })
        } else {
            Err(())
        }
    }
}

/// Counts calls against a rate by the generic cell rate algorithm (ITU-T
/// I.371): all it holds is when the calls so far will have been worked off.
#[derive(Debug)]
pub(super) struct Bucket {
    rate: Rate,
    worked_off: Mutex<Option<Instant>>,
}

impl Bucket {
    pub(super) fn new(rate: Rate) -> Self {
        Self {
            rate,
            worked_off: Mutex::new(None),
        }
    }

    pub(super) const fn rate(&self) -> Rate {
        self.rate
    }

    /// Counts a call, or returns when one may come.
    pub(super) fn take(&self, now: Instant) -> Result<(), Duration> {
        let mut worked_off = self
            .worked_off
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let from = worked_off.map_or(now, |time| time.max(now));
        let wait = (from - now).saturating_sub(self.rate.burst());
        if !wait.is_zero() {
            return Err(wait);
        }
        *worked_off = Some(from + self.rate.interval());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_of_calls_may_come_at_once_and_then_the_rate_holds() {
        let bucket = Bucket::new("100/s".parse().expect("a rate"));
        let start = Instant::now();
        let admitted = (0..1_000).filter(|_| bucket.take(start).is_ok()).count();
        assert_eq!(admitted, 100);
        let steps = (1..=1_000).map(|step| start + Duration::from_millis(step));
        let later = steps.filter(|now| bucket.take(*now).is_ok()).count();
        assert_eq!(later, 100);
    }

    #[test]
    fn rates_have_bounds_and_units() {
        for bad in ["", "1", "0/s", "1/d", "-1/s", "1000001/s", "1 /s"] {
            assert!(bad.parse::<Rate>().is_err(), "{bad:?}");
        }
        for good in ["1/s", "600/m", "1000000/h"] {
            assert!(good.parse::<Rate>().is_ok(), "{good:?}");
        }
    }
}
