//! Work that would keep a thread of the network from its other calls.

use std::num::NonZero;
use std::sync::{Arc, LazyLock};
use std::thread::available_parallelism;

use tokio::sync::Semaphore;
use tonic::Status;

use super::status;

/// Work on more bytes than this leaves the thread that serves the network: it
/// takes about a millisecond.
const INLINE_BYTES: usize = 128 << 10;

/// As many such works at once as there are cores: more would take the time of
/// the network's threads all the same, and hold more memory.
static PLACES: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    let cores = available_parallelism().map_or(1, NonZero::get);
    Arc::new(Semaphore::new(cores))
});

/// Does `work` here if it is on few bytes, else on a thread for it, when its
/// turn comes.
///
/// # Errors
/// That of `work`; INTERNAL when it panics.
pub(crate) async fn off_the_network<T: Send + 'static>(
    bytes: usize,
    work: impl FnOnce() -> Result<T, Status> + Send + 'static,
) -> Result<T, Status> {
    if bytes <= INLINE_BYTES {
        return work();
    }
    let place = Arc::clone(&PLACES).acquire_owned().await;
    let place = place.map_err(|_| status::internal())?;
    let placed = move || {
        // Until the work is done, even when nobody waits for it any more.
        let _place = place;
        work()
    };
    tokio::task::spawn_blocking(placed)
        .await
        .unwrap_or_else(|_| Err(status::internal()))
}
