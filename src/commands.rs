//! What each command does.

pub(crate) mod analyze;
mod connect;
pub(crate) mod eval;
pub(crate) mod health;
mod labelled;
mod lines;
mod plot;
mod report;
pub(crate) mod serve;
pub(crate) mod token;
pub(crate) mod topics;
pub(crate) mod train;

use std::path::Path;

use anyhow::Context as _;
use mujaz::engine::{Engine, Limits};
use mujaz::topic::classifier::LinearModel;

/// A person's own files have no limit but the spans'.
const UNLIMITED: Limits = Limits {
    max_text_bytes: u32::MAX as usize,
    max_focus_query_characters: 1_024,
    max_document_id_bytes: 1_024,
};

/// Makes an engine with the model of a file, or with the default model.
fn engine(model: Option<&Path>, limits: Limits) -> anyhow::Result<Engine> {
    let Some(path) = model else {
        return Ok(Engine::builtin(limits)?);
    };
    let name = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("cannot read model {name}"))?;
    let model = LinearModel::from_bytes(&bytes).with_context(|| format!("model {name}"))?;
    Ok(Engine::with_model(model, limits))
}
