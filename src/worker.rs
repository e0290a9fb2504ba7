//! The bounded CPU pool that analyses documents, apart from the threads that
//! serve the network.

use std::sync::Arc;

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use thiserror::Error;
use tokio::sync::{Semaphore, oneshot};

/// Why a piece of work was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WorkerError {
    /// Too much work is waiting already.
    #[error("the server is overloaded")]
    Overloaded,
    /// The work panicked.
    #[error("internal error")]
    Panicked,
}

/// Runs work on a fixed number of threads with a bounded queue.
#[derive(Debug, Clone)]
pub struct Worker {
    pool: Arc<ThreadPool>,
    places: Arc<Semaphore>,
}

impl Worker {
    /// Starts a pool of `threads` threads (0 for one a core) that holds at
    /// most `capacity` pieces of work, running and waiting together.
    ///
    /// # Errors
    /// When the system refuses to start the threads.
    pub fn new(threads: usize, capacity: usize) -> Result<Self, ThreadPoolBuildError> {
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads)
            .thread_name(|number| format!("analysis-{number}"))
            .build()?;
        Ok(Self {
            pool: Arc::new(pool),
            places: Arc::new(Semaphore::new(capacity)),
        })
    }

    /// Does `work` on the pool and waits for it.
    ///
    /// Work whose caller has gone before its turn is not started.
    ///
    /// # Errors
    /// [`WorkerError::Overloaded`] at once when the queue is full;
    /// [`WorkerError::Panicked`] when the work does.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, WorkerError> {
        let place = Arc::clone(&self.places)
            .try_acquire_owned()
            .map_err(|_| WorkerError::Overloaded)?;
        let (sender, receiver) = oneshot::channel();
        self.pool.spawn(move || {
            let _place = place;
            if sender.is_closed() {
                return;
            }
            let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
            // The caller may have gone meanwhile; then nobody wants it.
            let _ = sender.send(result.map_err(|_| WorkerError::Panicked));
        });
        receiver.await.unwrap_or(Err(WorkerError::Panicked))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn refuses_what_does_not_fit() {
        let worker = Worker::new(1, 1).expect("threads");
        let (release, wait) = mpsc::channel::<()>();
        let busy = {
            let worker = worker.clone();
            tokio::spawn(async move { worker.run(move || wait.recv()).await })
        };
        while worker.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(worker.run(|| ()).await, Err(WorkerError::Overloaded));
        release.send(()).expect("it waits");
        assert!(busy.await.expect("no panic").is_ok());
        assert_eq!(worker.run(|| 7).await, Ok(7));
    }

    #[tokio::test]
    async fn survives_a_panic() {
        let worker = Worker::new(1, 4).expect("threads");
        let result = worker.run(|| panic!("on purpose")).await;
        assert_eq!(result, Err::<(), _>(WorkerError::Panicked));
        assert_eq!(worker.run(|| 7).await, Ok(7));
    }
}
