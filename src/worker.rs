//! The bounded CPU pool that analyses documents, apart from the threads that
//! serve the network.
//!
//! Work gets its turn first come first served. What many documents come in at
//! once (a batch, a stream) never has more than [`Worker::share`] of them
//! waiting, so that others get their turn in between.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use thiserror::Error;
use tokio::sync::{Semaphore, oneshot};

use crate::backlog::Backlog;
use crate::measure::{self, Counted, Shed};
use crate::pace::{Budget, Pace};

/// Work that each thread has at hand, running and next, so that it need not
/// wait for the other threads to bring more.
const AT_HAND: usize = 2;

/// Why a piece of work was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WorkerError {
    /// It did not begin in time.
    #[error("the server is overloaded")]
    Overloaded,
    /// Its deadline passed.
    #[error("the deadline has passed")]
    Expired,
    /// The work panicked.
    #[error("internal error")]
    Panicked,
}

/// How long somebody waits for a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    /// When the answer is of no use any more.
    pub deadline: Option<Instant>,
    /// Whether it waits to begin until then, rather than for the queue
    /// time at most: for parts of what has been admitted as a whole.
    pub patient: bool,
}

/// Runs work on a fixed number of threads.
#[derive(Debug, Clone)]
pub struct Worker {
    pool: Arc<ThreadPool>,
    turns: Arc<Semaphore>,
    queue_time: Duration,
    backlog: Arc<Backlog>,
}

impl Worker {
    /// Starts a pool of `threads` threads (0 for one a core) that work waits
    /// for at most `queue_time`.
    ///
    /// # Errors
    /// When the system refuses to start the threads.
    pub fn new(threads: usize, queue_time: Duration) -> Result<Self, ThreadPoolBuildError> {
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads)
            .thread_name(|number| format!("analysis-{number}"))
            .build()?;
        measure::pool_threads(pool.current_num_threads());
        Ok(Self {
            turns: Arc::new(Semaphore::new(AT_HAND * pool.current_num_threads())),
            pool: Arc::new(pool),
            queue_time,
            backlog: Arc::default(),
        })
    }

    /// Returns what waits for a turn.
    #[must_use]
    pub fn backlog(&self) -> &Arc<Backlog> {
        &self.backlog
    }

    /// Returns how many documents of one caller may wait at once.
    #[must_use]
    pub fn share(&self) -> usize {
        AT_HAND * self.pool.current_num_threads()
    }

    /// Does `work` on so many bytes on the pool and waits for it.
    ///
    /// Work whose deadline has passed or whose caller has gone before its turn
    /// is not started; once started, its pace is spent. What is foretold of
    /// other work is learnt from what succeeds: what fails stops early.
    ///
    /// # Errors
    /// [`WorkerError::Overloaded`] when it has not begun within the queue
    /// time; [`WorkerError::Expired`] when it has not before the deadline;
    /// [`WorkerError::Panicked`] when the work does.
    pub async fn run<T: Send + 'static, E: Send + 'static>(
        &self,
        terms: Terms,
        bytes: usize,
        work: impl FnOnce(&Pace<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<Result<T, E>, WorkerError> {
        let waiting = (self.backlog.enter(bytes), Counted::waiting());
        let patience = self.patience(terms);
        let turn = patience.wait(Arc::clone(&self.turns).acquire_owned());
        let turn = turn.await?;
        let (start, started) = oneshot::channel();
        let (sender, receiver) = oneshot::channel();
        let (backlog, threads) = (Arc::clone(&self.backlog), self.pool.current_num_threads());
        self.pool.spawn_fifo(move || {
            let _turn = turn;
            drop(waiting);
            if start.send(()).is_err() {
                tracing::debug!("work not started");
                return;
            }
            let started = Instant::now();
            let done = work_on(&sender, terms.deadline, work);
            if matches!(done, Ok(Ok(_))) {
                backlog.learn(bytes, started.elapsed(), threads);
            }
            // The caller may have gone meanwhile; then nobody wants it.
            let _ = sender.send(done);
        });
        // A turn may still be behind other work of its thread.
        patience.wait(started).await?;
        receiver.await.unwrap_or(Err(WorkerError::Panicked))
    }

    /// Tells until when work on these terms may wait to begin.
    fn patience(&self, terms: Terms) -> Patience {
        let queued = Instant::now().checked_add(self.queue_time);
        let (until, error) = match (terms.deadline, queued) {
            (Some(deadline), Some(queued)) if !terms.patient && queued < deadline => {
                (Some(queued), WorkerError::Overloaded)
            }
            (None, queued) if !terms.patient => (queued, WorkerError::Overloaded),
            (deadline, _) => (deadline, WorkerError::Expired),
        };
        Patience { until, error }
    }
}

/// How long somebody waits for work to begin, and what it is told then.
struct Patience {
    until: Option<Instant>,
    error: WorkerError,
}

impl Patience {
    async fn wait<T, E>(
        &self,
        awaited: impl Future<Output = Result<T, E>>,
    ) -> Result<T, WorkerError> {
        let come = match self.until {
            Some(until) => tokio::time::timeout_at(until.into(), awaited).await,
            None => Ok(awaited.await),
        };
        let Ok(Ok(come)) = come else {
            if self.error == WorkerError::Overloaded {
                measure::shed(Shed::NoTurn);
            }
            return Err(self.error);
        };
        Ok(come)
    }
}

/// Does work that somebody waits for, unless nobody does any more.
fn work_on<T>(
    caller: &oneshot::Sender<Result<T, WorkerError>>,
    deadline: Option<Instant>,
    work: impl FnOnce(&Pace<'_>) -> T,
) -> Result<T, WorkerError> {
    let budget = Waiting { caller, deadline };
    let pace = Pace::within(&budget);
    if pace.is_spent() {
        tracing::debug!("work not started");
        return Err(WorkerError::Expired);
    }
    let _running = Counted::running();
    tracing::trace!("work started");
    let done = catch_unwind(AssertUnwindSafe(|| work(&pace)));
    if pace.is_spent() {
        tracing::debug!("work stopped");
    }
    done.map_err(|_| WorkerError::Panicked)
}

/// The time until a deadline, none once the caller has gone.
struct Waiting<'a, T> {
    caller: &'a oneshot::Sender<T>,
    deadline: Option<Instant>,
}

impl<T> Budget for Waiting<'_, T> {
    fn time_left(&self) -> Duration {
        if self.caller.is_closed() {
            return Duration::ZERO;
        }
        self.deadline.map_or(Duration::MAX, |deadline| {
            deadline.saturating_duration_since(Instant::now())
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    const PATIENT: Terms = Terms {
        deadline: None,
        patient: true,
    };

    #[expect(clippy::unnecessary_wraps, reason = "work may fail")]
    fn nothing(_: &Pace<'_>) -> Result<(), ()> {
        Ok(())
    }

    /// A worker of one thread, whose turns are all taken until the channel
    /// is dropped.
    async fn blocked(queue_time: Duration) -> (Worker, mpsc::Sender<()>) {
        let worker = Worker::new(1, queue_time).expect("threads");
        let (release, wait) = mpsc::channel::<()>();
        let wait = Arc::new(std::sync::Mutex::new(wait));
        for _ in 0..worker.share() {
            let (worker, wait) = (worker.clone(), Arc::clone(&wait));
            tokio::spawn(async move {
                let block = move |_: &Pace<'_>| wait.lock().map(|wait| wait.recv()).map_err(drop);
                worker.run(PATIENT, 1, block).await
            });
        }
        while worker.turns.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        (worker, release)
    }

    #[tokio::test]
    async fn refuses_what_does_not_get_its_turn() {
        let (worker, release) = blocked(Duration::from_millis(1)).await;
        let refused = worker.run(Terms::default(), 1, nothing).await;
        assert_eq!(refused, Err(WorkerError::Overloaded));
        drop(release);
        assert_eq!(worker.run(PATIENT, 1, nothing).await, Ok(Ok(())));
    }

    /// It has its turn, behind other work of the only thread.
    #[tokio::test]
    async fn refuses_what_has_its_turn_and_does_not_begin() {
        let worker = Worker::new(1, Duration::from_millis(10)).expect("threads");
        let (release, wait) = mpsc::channel::<()>();
        let (started, is_started) = oneshot::channel();
        let running = tokio::spawn({
            let worker = worker.clone();
            let block = move |_: &Pace<'_>| {
                started.send(())?;
                wait.recv().map_err(drop)
            };
            async move { worker.run(Terms::default(), 1, block).await }
        });
        is_started.await.expect("it starts");
        assert!(worker.turns.available_permits() > 0);
        let refused = worker.run(Terms::default(), 1, nothing).await;
        assert_eq!(refused, Err(WorkerError::Overloaded));
        // What runs has begun in time, however long it takes.
        release.send(()).expect("waited for");
        assert_eq!(running.await.expect("no panic"), Ok(Ok(())));
    }

    #[tokio::test]
    async fn what_fails_foretells_nothing() {
        let worker = Worker::new(1, Duration::MAX).expect("threads");
        let foretold = || {
            let _waiting = worker.backlog().enter(1 << 20);
            worker.backlog().wait()
        };
        let before = foretold();
        let failed = worker.run(PATIENT, 1 << 30, |_| Err::<(), _>(())).await;
        assert_eq!(failed, Ok(Err(())));
        assert_eq!(foretold(), before);
        assert_eq!(worker.run(PATIENT, 1 << 30, nothing).await, Ok(Ok(())));
        assert!(foretold() < before);
    }

    #[tokio::test]
    async fn what_is_part_of_something_waits_for_its_turn() {
        let (worker, release) = blocked(Duration::ZERO).await;
        let waiting = tokio::spawn({
            let worker = worker.clone();
            async move { worker.run(PATIENT, 1, nothing).await }
        });
        tokio::task::yield_now().await;
        drop(release);
        assert_eq!(waiting.await.expect("no panic"), Ok(Ok(())));
    }

    #[tokio::test]
    async fn a_deadline_ends_the_waiting() {
        let (worker, _release) = blocked(Duration::MAX).await;
        let terms = Terms {
            deadline: Instant::now().checked_add(Duration::from_millis(1)),
            patient: true,
        };
        assert_eq!(
            worker.run(terms, 1, nothing).await,
            Err(WorkerError::Expired)
        );
    }

    #[tokio::test]
    async fn stops_when_the_caller_has_gone() {
        let worker = Worker::new(1, Duration::MAX).expect("threads");
        let (started, is_started) = oneshot::channel();
        let (stopped, is_stopped) = oneshot::channel();
        let call = tokio::spawn(async move {
            let until_spent = move |pace: &Pace<'_>| {
                started.send(()).expect("waited for");
                while !pace.is_spent() {
                    std::thread::yield_now();
                }
                stopped.send(())
            };
            worker.run(PATIENT, 1, until_spent).await
        });
        is_started.await.expect("it starts");
        call.abort();
        is_stopped.await.expect("it stops");
    }

    #[tokio::test]
    async fn survives_a_panic() {
        let worker = Worker::new(1, Duration::MAX).expect("threads");
        let panics = |_: &Pace<'_>| -> Result<(), ()> { panic!("on purpose") };
        let result = worker.run(PATIENT, 1, panics).await;
        assert_eq!(result, Err(WorkerError::Panicked));
        assert_eq!(worker.run(PATIENT, 1, nothing).await, Ok(Ok(())));
    }
}
