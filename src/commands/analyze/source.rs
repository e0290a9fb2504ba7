//! Where documents come from: whole files, or lines of JSON.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use mujaz::grpc::{pb, rpc};
use serde::Deserialize;
use tonic::Code;

use super::request::Template;
use crate::cli::InputFormat;
use crate::commands::files;
use crate::commands::lines::{self, STANDARD_INPUT};

/// A document that was read, or what is wrong with it.
#[derive(Debug)]
pub(super) struct Item {
    /// File, and line if it holds several documents.
    pub(super) name: String,
    /// The document's own name, as far as it could be read.
    pub(super) id: String,
    pub(super) request: Result<pb::AnalyzeDocumentRequest, rpc::Status>,
    /// Bytes of input that it took.
    pub(super) bytes: u64,
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
    open: Option<Lines>,
    total_bytes: Option<u64>,
}

/// A file that is read line by line.
struct Lines {
    name: String,
    number: usize,
    reader: Box<dyn BufRead>,
}

impl Source {
    /// Prepares to read `files`, or standard input without any; files that
    /// cannot be opened are an error now rather than half-way.
    pub(super) fn open(files: &[PathBuf], format: InputFormat) -> anyhow::Result<Self> {
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
        Ok(Self {
            waiting,
            format,
            open: None,
            total_bytes,
        })
    }

    /// Returns the number of bytes of all input, if it is known.
    pub(super) fn total_bytes(&self) -> Option<u64> {
        self.total_bytes
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
                if let Some(item) = lines.next(template)? {
                    return Ok(Some(item));
                }
                self.open = None;
            }
            let Some(path) = self.waiting.pop_front() else {
                return Ok(None);
            };
            let reader = reader(&path)?;
            match self.format {
                InputFormat::Text => return read_text(&path, reader, template).map(Some),
                InputFormat::Jsonl => {
                    self.open = Some(Lines {
                        name: path.display().to_string(),
                        number: 0,
                        reader,
                    });
                }
            }
        }
    }
}

fn reader(path: &Path) -> anyhow::Result<Box<dyn BufRead>> {
    if path.as_os_str() == STANDARD_INPUT {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Box::new(BufReader::new(file)))
}

/// Reads a whole file as the text of one document, named after the file.
fn read_text(
    path: &Path,
    mut reader: Box<dyn BufRead>,
    template: &Template,
) -> anyhow::Result<Item> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    reader
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {name}"))?;
    let length = bytes.len() as u64;
    let request = match String::from_utf8(bytes) {
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
        bytes: length,
    })
}

impl Lines {
    /// Reads the next line that is not blank.
    fn next(&mut self, template: &Template) -> anyhow::Result<Option<Item>> {
        let mut line = Vec::new();
        let mut bytes = 0;
        loop {
            line.clear();
            let read = self
                .reader
                .read_until(b'\n', &mut line)
                .with_context(|| format!("cannot read {}", self.name))?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            bytes += read as u64;
            if !lines::content(&line, self.number).trim_ascii().is_empty() {
                break;
            }
        }
        let name = format!("{}:{}", self.name, self.number);
        let content = lines::content(&line, self.number);
        let read = serde_json::from_slice(content);
        let id = match &read {
            Ok(pb::Document { id, .. }) => id.clone(),
            Err(_) => id_alone(content),
        };
        let request = read
            .map(|document| template.fill(document))
            .map_err(|error| invalid(format!("{name}: {error}")));
        Ok(Some(Item {
            name,
            id,
            request,
            bytes,
        }))
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
