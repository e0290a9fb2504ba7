//! Files that are read again when asked to or when they change, while the
//! server runs.

use std::future::pending;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tokio::sync::watch;

use crate::measure;

/// Contents of files by digest; `None` for one that cannot be read.
type Seen = Vec<Option<[u8; 32]>>;

/// Files that something was, or is about to be, made from.
pub(super) struct Reloadable {
    /// What they are, for the log.
    what: &'static str,
    files: Arc<[PathBuf]>,
    seen: Seen,
}

impl Reloadable {
    /// Remembers what is in the files, before they are read to be used: a
    /// change after that is never missed.
    pub(super) fn new(what: &'static str, files: Vec<PathBuf>) -> Self {
        Self {
            what,
            seen: files.iter().map(|path| digest(path)).collect(),
            files: files.into(),
        }
    }

    /// Applies the files again at each request, and when their contents have
    /// changed and then stayed the same for a turn of `every`: certificate
    /// and key are seldom written in one step. Contents are compared rather
    /// than times, because orchestrators exchange symbolic links.
    pub(super) async fn watch(
        self,
        apply: impl Fn() -> anyhow::Result<()> + Send + Sync + 'static,
        mut requests: watch::Receiver<()>,
        every: Duration,
    ) {
        let apply = Arc::new(apply);
        let mut applied = self.seen.clone();
        let mut last = applied.clone();
        loop {
            let asked = tokio::select! {
                () = requested(&mut requests) => true,
                () = tokio::time::sleep(every) => false,
            };
            let now = self.look().await;
            let settled = now == last && now != applied;
            last.clone_from(&now);
            if asked || settled {
                applied = now;
                self.reload(Arc::clone(&apply)).await;
            }
        }
    }

    async fn look(&self) -> Seen {
        let files = Arc::clone(&self.files);
        let digests = move || files.iter().map(|path| digest(path)).collect();
        tokio::task::spawn_blocking(digests)
            .await
            .unwrap_or_default()
    }

    async fn reload(&self, apply: Arc<impl Fn() -> anyhow::Result<()> + Send + Sync + 'static>) {
        let what = self.what;
        let done = tokio::task::spawn_blocking(move || apply()).await;
        measure::reloaded(what, matches!(done, Ok(Ok(()))));
        match done {
            Ok(Ok(())) => tracing::info!(what, "reloaded"),
            Ok(Err(error)) => {
                let error = format!("{error:#}");
                tracing::error!(what, error, "reload failed, the old stays in use");
            }
            Err(_) => tracing::error!(what, "reload panicked, the old stays in use"),
        }
    }
}

/// Ends at the next request; never once nobody can ask any more.
async fn requested(requests: &mut watch::Receiver<()>) {
    if requests.changed().await.is_err() {
        pending::<()>().await;
    }
}

fn digest(path: &Path) -> Option<[u8; 32]> {
    let contents = std::fs::read(path).ok()?;
    Some(Sha256::digest(contents).into())
}
