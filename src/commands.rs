//! What each command does.

pub(crate) mod analyze;
mod connect;
pub(crate) mod eval;
mod files;
pub(crate) mod health;
mod labelled;
mod lines;
mod plot;
mod report;
pub(crate) mod serve;
pub(crate) mod token;
pub(crate) mod topics;
pub(crate) mod train;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use mujaz::engine::{Engine, Limits};
use mujaz::topic::classifier::LinearModel;
use mujaz::topic::taxonomy::Taxonomy;

/// A person's own files have no limit but the spans'.
const UNLIMITED: Limits = Limits {
    max_text_bytes: u32::MAX as usize,
    max_focus_query_characters: 1_024,
    max_document_id_bytes: 1_024,
};

/// The files that an engine is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct EngineFiles {
    /// The topic model; the default one without it.
    pub(crate) model: Option<PathBuf>,
    /// The taxonomy; the model's own without it.
    pub(crate) taxonomy: Option<PathBuf>,
}

impl EngineFiles {
    /// Makes an engine from what the files hold now.
    fn engine(&self, limits: Limits) -> anyhow::Result<Engine> {
        let model = match &self.model {
            Some(path) => model(path)?,
            None => LinearModel::builtin()?,
        };
        let Some(path) = &self.taxonomy else {
            return Ok(Engine::with_model(model, limits));
        };
        Engine::with_taxonomy(model, taxonomy(path)?, limits)
            .with_context(|| format!("taxonomy {}", path.display()))
    }
}

fn model(path: &Path) -> anyhow::Result<LinearModel> {
    let name = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("cannot read model {name}"))?;
    LinearModel::from_bytes(&bytes).with_context(|| format!("model {name}"))
}

fn taxonomy(path: &Path) -> anyhow::Result<Taxonomy> {
    let name = path.display();
    let toml =
        std::fs::read_to_string(path).with_context(|| format!("cannot read taxonomy {name}"))?;
    Taxonomy::parse(&toml).with_context(|| format!("taxonomy {name}"))
}
