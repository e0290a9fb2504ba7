//! Calls refused under load: thousands a second, told of in one line a
//! second.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Least time between two lines about refused calls.
const INTERVAL: Duration = Duration::from_secs(1);

/// Calls refused since the last line about them.
static REFUSALS: Refusals = Refusals(Mutex::new((0, None)));

/// Notes a refused call.
pub(super) fn note() {
    if let Some(refused) = REFUSALS.add(Instant::now()) {
        tracing::warn!(refused, "calls refused");
    }
}

/// Counts refusals, and the time since the last line about them.
struct Refusals(Mutex<(u64, Option<Instant>)>);

impl Refusals {
    /// Counts one; returns the count when it is time for a line.
    fn add(&self, now: Instant) -> Option<u64> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, last) = &mut *state;
        *count += 1;
        if last.is_some_and(|last| now.duration_since(last) < INTERVAL) {
            return None;
        }
        *last = Some(now);
        Some(std::mem::take(count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_give_one_line_an_interval() {
        let refusals = Refusals(Mutex::new((0, None)));
        let start = Instant::now();
        assert_eq!(refusals.add(start), Some(1));
        assert_eq!(refusals.add(start), None);
        assert_eq!(refusals.add(start + INTERVAL / 2), None);
        assert_eq!(refusals.add(start + INTERVAL), Some(3));
        assert_eq!(refusals.add(start + INTERVAL), None);
    }
}
