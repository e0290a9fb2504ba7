//! The documents of an evaluation: JSON lines.

use std::path::Path;

use mujaz::eval::summaries::{Case, Gold};
use serde::Deserialize;

use crate::commands::lines;

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

/// A document with a headline.
pub(in crate::commands) struct Headlined {
    pub(in crate::commands) title: String,
    pub(in crate::commands) text: String,
    pub(in crate::commands) language: Option<String>,
}

/// Reads a file, or standard input for "-".
pub(super) fn read(path: &Path) -> anyhow::Result<Vec<Case>> {
    let mut cases = Vec::new();
    lines::read(&[path.to_owned()], true, |line| {
        cases.push(case(line)?);
        Ok(())
    })?;
    Ok(cases)
}

/// Reads a document with what people said of it.
pub(in crate::commands) fn case(line: &[u8]) -> Result<Case, String> {
    let line = parse(line)?;
    let gold = if line.refs.is_empty() {
        extracts(&line)?
    } else {
        Gold::References(line.refs)
    };
    Ok(Case {
        title: line.title.unwrap_or_default(),
        text: line.text,
        language: language(line.lang.as_deref())?,
        gold,
    })
}

/// Reads a document with a headline; what people said of it is left alone.
pub(in crate::commands) fn headlined(line: &[u8]) -> Result<Headlined, String> {
    let line = parse(line)?;
    let title = line.title.unwrap_or_default();
    if title.trim().is_empty() {
        return Err("no \"title\"".to_owned());
    }
    Ok(Headlined {
        title,
        text: line.text,
        language: language(line.lang.as_deref())?,
    })
}

/// Reads the primary subtag, by which everything in the core goes.
fn language(tag: Option<&str>) -> Result<Option<String>, String> {
    lines::declared_language(tag.unwrap_or_default())
}

fn parse(line: &[u8]) -> Result<Line, String> {
    serde_json::from_slice(line).map_err(|error| error.to_string())
}

fn extracts(line: &Line) -> Result<Gold, String> {
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
    if chosen.is_empty() {
        return Err("neither refs nor sentences and chosen".to_owned());
    }
    if chosen
        .iter()
        .flatten()
        .any(|&at| at >= line.sentences.len())
    {
        return Err("chosen names a sentence that is not listed".to_owned());
    }
    Ok(Gold::Extracts {
        sentences: line
            .sentences
            .iter()
            .map(|&(start, end)| start..end)
            .collect(),
        chosen,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_read_as_everywhere_else() {
        for (tag, language) in [
            ("ar-EG", Some("ar")),
            ("arz", Some("ar")),
            ("", None),
            ("und", None),
        ] {
            let line = format!(r#"{{"text": "t", "title": "h", "lang": {tag:?}, "refs": ["r"]}}"#);
            let case = case(line.as_bytes()).expect("sound");
            assert_eq!(case.language.as_deref(), language);
            let headlined = headlined(line.as_bytes()).expect("sound");
            assert_eq!(headlined.language.as_deref(), language);
        }
    }

    #[test]
    fn a_line_with_a_bad_tag_is_named() {
        use std::io::Write as _;

        let mut file = tempfile::NamedTempFile::new().expect("a file");
        let lines = r#"{"text": "t", "refs": ["r"]}
            {"text": "t", "refs": ["r"], "languageCode": "ar_EG"}"#;
        file.write_all(lines.as_bytes()).expect("written");
        let error = read(file.path()).expect_err("no tag");
        let error = error.to_string();
        assert!(
            error.ends_with(r#":2: bad language code "ar_EG""#),
            "{error}"
        );
    }
}
