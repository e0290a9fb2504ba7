//! What each command does.

pub(crate) mod analyze;
mod connect;
pub(crate) mod eval;
mod files;
pub(crate) mod health;
mod labelled;
mod lines;
mod plot;
mod progress;
mod report;
pub(crate) mod serve;
mod terminal;
pub(crate) mod token;
pub(crate) mod topics;
pub(crate) mod train;

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use mujaz::engine::{Engine, Limits};
use mujaz::model;
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
    let unreadable = || format!("cannot read model {name}");
    let (mut file, size) = open(path).with_context(unreadable)?;
    let mut bytes = Vec::new();
    let mut first = (&mut file).take(model::HEADER as u64);
    first.read_to_end(&mut bytes).with_context(unreadable)?;
    model::check_header(&bytes, size).with_context(|| format!("model {name}"))?;
    // Not more than was checked, if somebody writes to it meanwhile.
    let mut rest = file.take(size);
    rest.read_to_end(&mut bytes).with_context(unreadable)?;
    LinearModel::from_bytes(&bytes).with_context(|| format!("model {name}"))
}

fn taxonomy(path: &Path) -> anyhow::Result<Taxonomy> {
    let name = path.display();
    let unreadable = || format!("cannot read taxonomy {name}");
    let (mut file, _) = open(path).with_context(unreadable)?;
    let mut toml = String::new();
    file.read_to_string(&mut toml).with_context(unreadable)?;
    Taxonomy::parse(&toml).with_context(|| format!("taxonomy {name}"))
}

/// Opens a regular file, or what a link to one leads to, and returns its size.
/// Opening a pipe would wait for its writer, who may never come; a server that
/// reads its files anew would wait as well.
fn open(path: &Path) -> io::Result<(File, u64)> {
    let about = std::fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    Ok((File::open(path)?, about.len()))
}
