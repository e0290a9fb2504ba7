//! The documents of an evaluation: JSON lines.

use std::ops::Range;
use std::path::PathBuf;

use mujaz::eval::summaries::{Case, Gold};
use serde::Deserialize;

use crate::commands::lines::{self, Lines};

/// One line: either `refs` or `sentences` and `chosen`.
#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default, alias = "language_code", alias = "languageCode")]
    lang: Option<String>,
    #[serde(default)]
    refs: Option<Vec<String>>,
    #[serde(default)]
    sentences: Option<Vec<(usize, usize)>>,
    #[serde(default)]
    chosen: Option<Vec<Chosen>>,
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

/// Reads files, or standard input for "-"; a bad line is told of, and ends the reading if that
/// is to be `strict`.
pub(super) fn read(files: &[PathBuf], strict: bool) -> anyhow::Result<(Vec<Case>, Lines)> {
    let mut cases = Vec::new();
    let lines = lines::read(files, strict, |line| {
        cases.push(case(line)?);
        Ok(())
    })?;
    Ok((cases, lines))
}

/// Reads a document with what people said of it.
pub(in crate::commands) fn case(line: &[u8]) -> Result<Case, String> {
    let mut line = parse(line)?;
    let references = line.refs.take().unwrap_or_default();
    let gold = if references.is_empty() {
        extracts(&line)?
    } else {
        Gold::References(references)
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
    for one in line.chosen.iter().flatten() {
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
    if chosen.iter().any(Vec::is_empty) {
        return Err("chosen has a reading without a sentence".to_owned());
    }
    let sentences = spans(line)?;
    if chosen.iter().flatten().any(|&at| at >= sentences.len()) {
        return Err("chosen names a sentence that is not listed".to_owned());
    }
    Ok(Gold::Extracts { sentences, chosen })
}

/// Reads the places of the sentences, which are code points of the text, one behind the other.
fn spans(line: &Line) -> Result<Vec<Range<usize>>, String> {
    let length = line.text.chars().count();
    let mut end = 0;
    let mut spans = Vec::new();
    for &(from, to) in line.sentences.iter().flatten() {
        if from < end || to < from {
            return Err(format!(
                "sentence {from} to {to} is not behind the one before it"
            ));
        }
        if to > length {
            return Err(format!(
                "sentence {from} to {to} lies outside the text of {length} code points"
            ));
        }
        spans.push(from..to);
        end = to;
    }
    Ok(spans)
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
    fn places_outside_the_text_and_empty_readings_are_refused() {
        for (sentences, chosen, fault) in [
            ("[[0, 2], [2, 9]]", "[[0]]", "lies outside"),
            ("[[2, 4], [0, 2]]", "[[0]]", "is not behind"),
            ("[[0, 2]]", "[[0], []]", "without a sentence"),
            ("[[0, 2]]", "[[1]]", "not listed"),
        ] {
            let line = format!(
                r#"{{"text": "a b.", "sentences": {sentences}, "chosen": {chosen}, "refs": null}}"#
            );
            let error = case(line.as_bytes()).err().unwrap_or_default();
            assert!(error.contains(fault), "{error}");
        }
    }

    #[test]
    fn a_line_with_a_bad_tag_is_named() {
        use std::io::Write as _;

        let mut file = tempfile::NamedTempFile::new().expect("a file");
        let lines = r#"{"text": "t", "refs": ["r"]}
            {"text": "t", "refs": ["r"], "languageCode": "ar_EG"}"#;
        file.write_all(lines.as_bytes()).expect("written");
        let files = [file.path().to_owned()];
        let (cases, lines) = read(&files, false).expect("one is sound");
        assert_eq!((cases.len(), lines), (1, Lines { good: 1, bad: 1 }));
        let error = read(&files, true).expect_err("no tag").to_string();
        assert!(
            error.ends_with(r#":2: bad language code "ar_EG""#),
            "{error}"
        );
    }
}
