//! The engine that is in use, and its replacement while requests run.

use std::fmt;
use std::sync::Arc;

use arc_swap::ArcSwap;
use tokio::sync::watch;

use crate::engine::Engine;
use crate::measure;

/// Makes an engine from what is in its files now.
type Load = dyn Fn() -> anyhow::Result<Engine> + Send + Sync;

/// An engine that can be replaced: whoever took it keeps it, and the next one
/// who asks gets the new one.
pub struct LiveEngine {
    current: ArcSwap<Engine>,
    load: Box<Load>,
}

impl fmt::Debug for LiveEngine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LiveEngine")
            .field("current", &self.current())
            .finish_non_exhaustive()
    }
}

fn warm(load: &Load) -> anyhow::Result<Engine> {
    let engine = load()?;
    engine.warm_up();
    Ok(engine)
}

impl LiveEngine {
    /// Loads the first engine; `load` makes every later one too.
    ///
    /// # Errors
    /// Those of `load`.
    pub fn new(
        load: impl Fn() -> anyhow::Result<Engine> + Send + Sync + 'static,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            current: ArcSwap::from_pointee(warm(&load)?),
            load: Box::new(load),
        })
    }

    /// Returns the engine in use.
    #[must_use]
    pub fn current(&self) -> Arc<Engine> {
        self.current.load_full()
    }

    /// Replaces the engine whenever `requested` changes, until its sender is
    /// gone. An engine that cannot be loaded leaves the old one in use.
    pub async fn follow(self: Arc<Self>, mut requested: watch::Receiver<()>) {
        while requested.changed().await.is_ok() {
            let live = Arc::clone(&self);
            // Reading, checking and warming a model up blocks for some tenths
            // of a second.
            let done = tokio::task::spawn_blocking(move || live.reload()).await;
            measure::reloaded("engine", matches!(done, Ok(Ok(()))));
            match done {
                Ok(Ok(())) => self.announce(),
                Ok(Err(error)) => {
                    tracing::error!(
                        error = format!("{error:#}"),
                        "reload failed, the old engine stays in use"
                    );
                }
                Err(_) => tracing::error!("reload panicked, the old engine stays in use"),
            }
        }
    }

    fn reload(&self) -> anyhow::Result<()> {
        self.current.store(Arc::new(warm(&self.load)?));
        Ok(())
    }

    fn announce(&self) {
        let engine = self.current();
        let pipeline = engine.pipeline();
        tracing::info!(
            model = pipeline.model_version,
            taxonomy = pipeline.taxonomy_version,
            digest = pipeline.digest,
            "engine reloaded"
        );
    }
}
