//! Where documents come from: whole files, or lines of JSON.

use std::collections::VecDeque;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use indicatif::ProgressBar;
use mujaz::grpc::{pb, rpc};
use serde::Deserialize;
use tonic::Code;

use super::request::Template;
use crate::cli::InputFormat;
use crate::commands::lines::{self, Line, LineReader, STANDARD_INPUT};
use crate::commands::{files, progress};

/// A document that was read, or what is wrong with it.
#[derive(Debug)]
pub(super) struct Item {
    /// File, and line if it holds several documents.
    pub(super) name: String,
    /// The document's own name, as far as it could be read.
    pub(super) id: String,
    pub(super) request: Result<pb::AnalyzeDocumentRequest, rpc::Status>,
}

impl Item {
    pub(super) fn document(&self) -> Option<&pb::Document> {
        self.request.as_ref().ok()?.document.as_ref()
    }
}

/// Reads documents one after the other.
pub(super) struct Source {
    waiting: VecDeque<PathBuf>,
    format: InputFormat,
    open: Option<LineReader>,
    bar: ProgressBar,
}

impl Source {
    /// Prepares to read `files`, or standard input without any; files that
    /// cannot be opened are an error now rather than half-way. A bar shows how
    /// much was read where somebody waits for it.
    pub(super) fn open(
        files: &[PathBuf],
        format: InputFormat,
        waited_for: bool,
    ) -> anyhow::Result<Self> {
        let mut waiting: VecDeque<PathBuf> = files.iter().cloned().collect();
        if waiting.is_empty() {
            waiting.push_back(PathBuf::from(STANDARD_INPUT));
        }
        let mut total_bytes = Some(0);
        for path in &waiting {
            let size = files::size(path);
            let size = size.with_context(|| format!("cannot read {}", path.display()))?;
            total_bytes = total_bytes.zip(size).map(|(total, size)| total + size);
        }
        let bar = if waited_for {
            progress::bytes(total_bytes)
        } else {
            ProgressBar::hidden()
        };
        Ok(Self {
            waiting,
            format,
            open: None,
            bar,
        })
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Reads the next documents, at most `count`; none at the end.
    pub(super) fn next_chunk(
        &mut self,
        count: usize,
        template: &Template,
    ) -> anyhow::Result<Vec<Item>> {
        let mut items = Vec::new();
        while items.len() < count {
            match self.next(template)? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        Ok(items)
    }

    fn next(&mut self, template: &Template) -> anyhow::Result<Option<Item>> {
        loop {
            if let Some(lines) = &mut self.open {
                if let Some(line) = lines.next()? {
                    return Ok(Some(read_line(line, template)));
                }
                self.open = None;
            }
            let Some(path) = self.waiting.pop_front() else {
                return Ok(None);
            };
            match self.format {
                InputFormat::Text => return read_text(&path, &self.bar, template).map(Some),
                InputFormat::Jsonl => self.open = Some(LineReader::open(&path, &self.bar)?),
            }
        }
    }
}

/// Reads a whole file as the text of one document, named after the file.
fn read_text(path: &Path, bar: &ProgressBar, template: &Template) -> anyhow::Result<Item> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    lines::open(path, bar)?
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {name}"))?;
    let text = lines::unmarked(&bytes).to_owned();
    let request = match String::from_utf8(text) {
        Ok(text) => Ok(template.fill(pb::Document {
            id: name.clone(),
            text,
            ..pb::Document::default()
        })),
        Err(error) => Err(invalid(format!(
            "not UTF-8 at byte {}",
            error.utf8_error().valid_up_to()
        ))),
    };
    Ok(Item {
        id: name.clone(),
        name,
        request,
    })
}

/// Reads the document of a line.
fn read_line(line: Line<'_>, template: &Template) -> Item {
    let (id, document) = match line.content {
        Ok(content) => match serde_json::from_slice::<pb::Document>(content) {
            Ok(document) => (document.id.clone(), Ok(document)),
            Err(error) => (id_alone(content), Err(error.to_string())),
        },
        Err(problem) => (String::new(), Err(problem)),
    };
    Item {
        name: line.place,
        id,
        request: document
            .map(|document| template.fill(document))
            .map_err(invalid),
    }
}

/// Returns the id of a line of JSON that is no document, if it has one.
fn id_alone(line: &[u8]) -> String {
    #[derive(Deserialize)]
    struct Identified {
        id: String,
    }
    serde_json::from_slice(line).map_or_else(|_| String::new(), |Identified { id }| id)
}

fn invalid(message: String) -> rpc::Status {
    rpc::Status {
        code: Code::InvalidArgument.into(),
        message,
        details: Vec::new(),
    }
}
