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

/// What a document costs beyond its bytes, in bytes: an empty one takes about as
/// long as a kilobyte more of a long one. Without it, the pace of short texts
/// would foretell far too long a wait behind a long one.
const OVERHEAD: usize = 1_024;
/// What a server that has done nothing yet counts as done: the first documents
/// take longer than those to come, and nobody shall be refused for that.
const BEFORE: Pace = Pace {
    work: 1e6,
    seconds: 0.1,
};

/// The work that waits for a number of threads, in bytes, and its pace.
#[derive(Debug, Default)]
pub struct Backlog {
    work: AtomicUsize,
    pace: Mutex<Pace>,
}

/// Work done of late.
#[derive(Debug, Clone, Copy)]
struct Pace {
    work: f64,
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
    work: usize,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.backlog.work.fetch_sub(self.work, Ordering::Relaxed);
    }
}

impl Backlog {
    /// Counts a document of so many bytes as waiting.
    #[must_use]
    pub fn enter(self: &Arc<Self>, bytes: usize) -> Waiting {
        let work = work(bytes);
        self.work.fetch_add(work, Ordering::Relaxed);
        Waiting {
            backlog: Arc::clone(self),
            work,
        }
    }

    /// Learns that one of `threads` threads took `time` for so many bytes.
    pub fn learn(&self, bytes: usize, time: Duration, threads: usize) {
        let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        pace.work = MEMORY.mul_add(pace.work, to_f64(work(bytes)));
        pace.seconds = MEMORY.mul_add(pace.seconds, time.as_secs_f64() / to_f64(threads.max(1)));
    }

    /// Foretells how long a document that comes now waits for a thread.
    #[must_use]
    pub fn wait(&self) -> Duration {
        let work = to_f64(self.work.load(Ordering::Relaxed));
        let pace = *self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds = work * pace.seconds / pace.work;
        Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)
    }
}

/// What a document of so many bytes costs.
fn work(bytes: usize) -> usize {
    bytes.saturating_add(OVERHEAD)
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

    /// A backlog whose two threads take so long for a document of some bytes.
    fn with_pace(bytes: usize, time: Duration) -> Arc<Backlog> {
        let backlog = Arc::new(Backlog::default());
        for _ in 0..2_000 {
            backlog.learn(bytes, time, 2);
        }
        backlog
    }

    fn millis(backlog: &Backlog) -> u128 {
        (backlog.wait() + Duration::from_micros(500)).as_millis()
    }

    #[test]
    fn the_wait_grows_with_what_waits_and_ends_with_it() {
        let backlog = with_pace(1_000, Duration::from_millis(20));
        assert_eq!(backlog.wait(), Duration::ZERO);
        let first = backlog.enter(1_000);
        let second = backlog.enter(2 * work(1_000) - OVERHEAD);
        assert_eq!(millis(&backlog), 30);
        drop(first);
        assert_eq!(millis(&backlog), 20);
        drop(second);
        assert_eq!(backlog.wait(), Duration::ZERO);
    }

    #[test]
    fn the_pace_of_short_texts_does_not_hold_for_a_long_one() {
        let backlog = with_pace(20, Duration::from_micros(40));
        let _waiting = backlog.enter(1 << 20);
        assert!(backlog.wait() < Duration::from_millis(50));
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
