//! Signals that ask the process to stop.

use std::io;

use tokio::signal::unix::{SignalKind, signal};

/// Returns a future that ends at the first SIGTERM or SIGINT.
///
/// # Errors
/// When the system refuses to install a handler.
pub(crate) fn requested() -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
