//! What waits for a thread, and how long it will wait.
//!
//! A queue that is bounded by its length alone is too long when work is large
//! or slow: callers wait until they are refused, and what was read for them
//! was read for nothing. So the wait is foretold from the bytes that wait and
//! the pace of late, and whoever would wait too long is refused beforehand.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Share of what is known of the pace that each further document leaves:
/// the last hundred documents or so count.
const MEMORY: f64 = 0.99;

/// What a server that has done nothing yet counts as done: the first documents
/// take longer than those to come, and nobody shall be refused for that.
const BEFORE: Pace = Pace {
    bytes: 1e6,
    seconds: 0.1,
};

/// The bytes that wait for a number of threads, and their pace.
#[derive(Debug, Default)]
pub struct Backlog {
    bytes: AtomicUsize,
    pace: Mutex<Pace>,
}

/// Work done of late.
#[derive(Debug, Clone, Copy)]
struct Pace {
    bytes: f64,
    /// Time of a thread, over the number of threads.
    seconds: f64,
}

impl Default for Pace {
    fn default() -> Self {
        BEFORE
    }
}

/// A document that waits, until this is dropped.
#[derive(Debug)]
pub struct Waiting {
    backlog: Arc<Backlog>,
    bytes: usize,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.backlog.bytes.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

impl Backlog {
    /// Counts a document of so many bytes as waiting.
    #[must_use]
    pub fn enter(self: &Arc<Self>, bytes: usize) -> Waiting {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        Waiting {
            backlog: Arc::clone(self),
            bytes,
        }
    }

    /// Learns that one of `threads` threads took `time` for so many bytes.
    pub fn learn(&self, bytes: usize, time: Duration, threads: usize) {
        let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        pace.bytes = MEMORY.mul_add(pace.bytes, to_f64(bytes));
        pace.seconds = MEMORY.mul_add(pace.seconds, time.as_secs_f64() / to_f64(threads.max(1)));
    }

    /// Foretells how long a document that comes now waits for a thread.
    #[must_use]
    pub fn wait(&self) -> Duration {
        let bytes = to_f64(self.bytes.load(Ordering::Relaxed));
        let pace = *self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds = bytes * pace.seconds / pace.bytes.max(1.0);
        Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "bytes and threads stay far below 2^53"
)]
fn to_f64(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A backlog whose threads take so many milliseconds for a thousand bytes.
    fn with_pace(millis: u64) -> Arc<Backlog> {
        let backlog = Arc::new(Backlog::default());
        for _ in 0..2_000 {
            backlog.learn(1_000, Duration::from_millis(2 * millis), 2);
        }
        backlog
    }

    fn millis(backlog: &Backlog) -> u128 {
        (backlog.wait() + Duration::from_micros(500)).as_millis()
    }

    #[test]
    fn the_wait_grows_with_what_waits_and_ends_with_it() {
        let backlog = with_pace(10);
        assert_eq!(backlog.wait(), Duration::ZERO);
        let first = backlog.enter(1_000);
        let second = backlog.enter(2_000);
        assert_eq!(millis(&backlog), 30);
        drop(first);
        assert_eq!(millis(&backlog), 20);
        drop(second);
        assert_eq!(backlog.wait(), Duration::ZERO);
    }

    #[test]
    fn one_slow_document_does_not_make_a_fresh_server_refuse() {
        let backlog = Arc::new(Backlog::default());
        backlog.learn(1_000, Duration::from_millis(50), 1);
        let _waiting = backlog.enter(1_000_000);
        assert!(backlog.wait() < Duration::from_millis(200));
    }

    #[test]
    fn any_figures_give_a_time() {
        let backlog = Arc::new(Backlog::default());
        backlog.learn(usize::MAX, Duration::MAX, 0);
        let _waiting = backlog.enter(usize::MAX);
        assert!(backlog.wait() > Duration::ZERO);
    }
}
