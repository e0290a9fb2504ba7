//! The documents of an evaluation: JSON lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use mujaz::eval::summaries::{Case, Gold};
use serde::Deserialize;

/// One line: either `refs` or `sentences` and `chosen`.
#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default, alias = "language_code", alias = "languageCode")]
    lang: Option<String>,
    #[serde(default)]
    refs: Vec<String>,
    #[serde(default)]
    sentences: Vec<(usize, usize)>,
    #[serde(default)]
    chosen: Vec<Chosen>,
}

/// Readings, or the one reading without brackets of its own.
#[derive(Deserialize)]
#[serde(untagged)]
enum Chosen {
    Reading(Vec<usize>),
    Sentence(usize),
}

/// Reads a file, or standard input for "-".
pub(super) fn read(path: &Path) -> anyhow::Result<Vec<Case>> {
    let name = path.display();
    if path.as_os_str() == "-" {
        return lines(io::stdin().lock()).context("standard input");
    }
    let file = File::open(path).with_context(|| format!("cannot open {name}"))?;
    lines(BufReader::new(file)).with_context(|| name.to_string())
}

fn lines(mut reader: impl BufRead) -> anyhow::Result<Vec<Case>> {
    const GZIP: [u8; 2] = [0x1f, 0x8b];
    if reader.fill_buf()?.starts_with(&GZIP) {
        bail!("compressed; pipe it through `gzip -dc` and read \"-\"");
    }
    let mut cases = Vec::new();
    for (number, line) in reader.lines().enumerate() {
        let line = line?;
        if !line.trim().is_empty() {
            let case = serde_json::from_str(&line)
                .map_err(Into::into)
                .and_then(case);
            cases.push(case.with_context(|| format!("line {}", number + 1))?);
        }
    }
    Ok(cases)
}

fn case(line: Line) -> anyhow::Result<Case> {
    let gold = if line.refs.is_empty() {
        extracts(&line)?
    } else {
        Gold::References(line.refs)
    };
    Ok(Case {
        title: line.title.unwrap_or_default(),
        text: line.text,
        language: line.lang.filter(|tag| !tag.is_empty()),
        gold,
    })
}

fn extracts(line: &Line) -> anyhow::Result<Gold> {
    let mut chosen = Vec::new();
    let mut single = Vec::new();
    for one in &line.chosen {
        match one {
            Chosen::Reading(reading) => chosen.push(reading.clone()),
            Chosen::Sentence(sentence) => single.push(*sentence),
        }
    }
    if !single.is_empty() {
        chosen.push(single);
    }
    ensure!(!chosen.is_empty(), "neither refs nor sentences and chosen");
    let known = |reading: &Vec<usize>| reading.iter().all(|&at| at < line.sentences.len());
    ensure!(
        chosen.iter().all(known),
        "chosen names a sentence that is not listed"
    );
    Ok(Gold::Extracts {
        sentences: line
            .sentences
            .iter()
            .map(|&(start, end)| start..end)
            .collect(),
        chosen,
    })
}
