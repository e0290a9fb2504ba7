//! Files that are read again when asked to or when they change, while the
//! server runs.

use std::future::pending;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tokio::sync::watch;

/// Contents of files by digest; `None` for one that cannot be read.
type Seen = Vec<Option<[u8; 32]>>;

/// Files and what becomes of them.
pub(super) struct Reloadable<F> {
    /// What they are, for the log.
    pub(super) what: &'static str,
    pub(super) files: Vec<PathBuf>,
    /// Reads the files and exchanges what holds; on an error the old holds on.
    pub(super) apply: F,
}

impl<F> Reloadable<F>
where
    F: Fn() -> anyhow::Result<()> + Send + Sync + 'static,
{
    /// Applies the files again at each request, and when their contents have
    /// changed and then stayed the same for a turn of `every`: certificate
    /// and key are seldom written in one step. Contents are compared rather
    /// than times, because orchestrators exchange symbolic links.
    pub(super) async fn watch(self, mut requests: watch::Receiver<()>, every: Duration) {
        let shared = Arc::new(self);
        let mut applied = shared.look().await;
        let mut last = applied.clone();
        loop {
            let asked = tokio::select! {
                () = requested(&mut requests) => true,
                () = tokio::time::sleep(every) => false,
            };
            let now = shared.look().await;
            let settled = now == last && now != applied;
            last.clone_from(&now);
            if asked || settled {
                applied = now;
                shared.reload().await;
            }
        }
    }

    async fn look(self: &Arc<Self>) -> Seen {
        let shared = Arc::clone(self);
        let digests = move || shared.files.iter().map(|path| digest(path)).collect();
        tokio::task::spawn_blocking(digests)
            .await
            .unwrap_or_default()
    }

    async fn reload(self: &Arc<Self>) {
        let shared = Arc::clone(self);
        let done = tokio::task::spawn_blocking(move || (shared.apply)()).await;
        match done {
            Ok(Ok(())) => tracing::info!(what = self.what, "reloaded"),
            Ok(Err(error)) => {
                let error = format!("{error:#}");
                tracing::error!(what = self.what, error, "cannot reload, the old stays");
            }
            Err(error) => tracing::error!(what = self.what, %error, "cannot reload"),
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
