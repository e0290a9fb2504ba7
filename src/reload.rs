//! Signals that ask the process to read its files again.

use std::io;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// Returns what changes at each SIGHUP.
///
/// # Errors
/// When the system refuses to install a handler.
pub(crate) fn requests() -> io::Result<watch::Receiver<()>> {
    let mut hang_up = signal(SignalKind::hangup())?;
    let (sender, receiver) = watch::channel(());
    tokio::spawn(async move { while hang_up.recv().await.is_some() && sender.send(()).is_ok() {} });
    Ok(receiver)
}
