//! Labelled documents, one JSON object a line.

use std::path::PathBuf;

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthChar as _;

use super::lines::{self, Lines};
use super::terminal::quoted;

/// What the language is called in proto3 JSON and in proto. "lang" is left
/// alone: the default model's recipe detects the language of documents that
/// have it.
const LANGUAGE_KEYS: [&str; 2] = ["languageCode", "language_code"];

/// A document with what readers say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Labelled {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) language_code: String,
    /// Ids of its topics, the primary first.
    pub(crate) topics: Vec<String>,
    pub(crate) group: Option<String>,
}

/// How files of labelled documents are read.
#[derive(Debug, Clone)]
pub(crate) struct Reading<'a> {
    pub(crate) files: &'a [PathBuf],
    /// Whether a bad line ends the reading.
    pub(crate) strict: bool,
    /// Key whose value is the group, if there are groups.
    pub(crate) group_by: Option<&'a str>,
}

impl Reading<'_> {
    /// Hands on each document and tells of each line that is none; `each`
    /// may refuse a document, which makes its line a bad one.
    pub(crate) fn read(
        &self,
        mut each: impl FnMut(Labelled) -> Result<(), String>,
    ) -> anyhow::Result<Lines> {
        lines::read(self.files, self.strict, |line| {
            parse(line, self.group_by).and_then(&mut each)
        })
    }
}

/// Reads `{"text", "title"?, "languageCode"?, "topics": […] or "label": "…"}`;
/// other keys are left alone.
fn parse(line: &[u8], group_by: Option<&str>) -> Result<Labelled, String> {
    let mut value: Map<String, Value> =
        serde_json::from_slice(line).map_err(|error| format!("not a JSON object: {error}"))?;
    let group = group_by.map_or(Ok(None), |key| group(&value, key))?;
    let text = optional_text(&mut value, "text")?.unwrap_or_default();
    if text.trim().is_empty() {
        return Err("no \"text\"".to_owned());
    }
    Ok(Labelled {
        title: optional_text(&mut value, "title")?.unwrap_or_default(),
        language_code: language(&mut value)?,
        topics: topics(&mut value)?,
        text,
        group,
    })
}

/// Reads a group; a day or a number of an outlet may be written without quotes.
fn group(value: &Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match value.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(group)) if group.trim().is_empty() => Ok(None),
        Some(Value::String(group)) => Ok(Some(group.clone())),
        Some(Value::Number(group)) if !group.is_f64() => Ok(Some(group.to_string())),
        Some(_) => Err(format!("{key:?} is neither a string nor an integer")),
    }
}

fn language(value: &mut Map<String, Value>) -> Result<String, String> {
    for key in LANGUAGE_KEYS {
        match optional_text(value, key)? {
            Some(code) if !code.is_empty() => return Ok(code),
            _ => {}
        }
    }
    Ok(String::new())
}

fn optional_text(value: &mut Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match value.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("{key:?} is not a string")),
    }
}

fn topics(value: &mut Map<String, Value>) -> Result<Vec<String>, String> {
    let mut given = |key| value.remove(key).filter(|value| !value.is_null());
    let (key, labels) = match (given("topics"), given("label")) {
        (Some(_), Some(_)) => return Err("both \"topics\" and \"label\"".to_owned()),
        (Some(Value::Array(topics)), None) => ("topics", topics),
        (Some(topic @ Value::String(_)), None) => ("topics", vec![topic]),
        (Some(_), None) => return Err("\"topics\" is not a list of strings".to_owned()),
        (None, Some(topic)) => ("label", vec![topic]),
        (None, None) => return Err("no \"topics\" and no \"label\"".to_owned()),
    };
    let mut topics: Vec<String> = Vec::with_capacity(labels.len());
    for one in labels {
        let label = label(&one).map_err(|problem| format!("{key:?} {problem}"))?;
        if !topics.iter().any(|topic| topic == label) {
            topics.push(label.to_owned());
        }
    }
    Ok(topics)
}

/// Reads a label without the blanks around it, which nobody means, and refuses
/// one that cannot be read in a report.
fn label(value: &Value) -> Result<&str, String> {
    let label = value.as_str().ok_or("has something that is not a string")?;
    let label = label.trim();
    if !label.chars().any(is_visible) {
        return Err("has a label that is empty or invisible".to_owned());
    }
    if label.contains(char::is_control) {
        let label = quoted(label);
        return Err(format!("has a control character in the label {label}"));
    }
    Ok(label)
}

/// Tells characters that take a cell from marks, joiners and fillers.
fn is_visible(c: char) -> bool {
    !c.is_whitespace() && c.width().is_some_and(|cells| cells > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lists_and_single_labels() {
        let read = |line: &str| parse(line.as_bytes(), Some("set")).expect(line);
        let many = read(r#"{"text": "x", "title": "t", "topics": ["b", "a", "b"], "set": "s"}"#);
        assert_eq!(many.topics, ["b", "a"]);
        assert_eq!(many.group.as_deref(), Some("s"));
        assert_eq!(read(r#"{"text": "x", "label": "a"}"#).topics, ["a"]);
        assert_eq!(read(r#"{"text": "x", "topics": []}"#).topics, [""; 0]);
        let blank = r#"{"text": "x", "topics": [" a\n", "a", "हिन्दी"]}"#;
        assert_eq!(read(blank).topics, ["a", "हिन्दी"]);
        let null = r#"{"text": "x", "topics": null, "label": "a"}"#;
        assert_eq!(read(null).topics, ["a"]);
    }

    #[test]
    fn a_language_has_the_names_of_the_contract() {
        for (more, expected) in [
            (r#""languageCode": "ar""#, "ar"),
            (r#""language_code": "ar""#, "ar"),
            (r#""languageCode": "", "language_code": "ar""#, "ar"),
            (r#""lang": "ar""#, ""),
        ] {
            let line = format!(r#"{{"text": "x", "label": "a", {more}}}"#);
            let read = parse(line.as_bytes(), None).expect("sound");
            assert_eq!(read.language_code, expected, "{more}");
        }
    }

    #[test]
    fn a_group_is_a_string_or_an_integer() {
        let read = |group: &str| {
            let line = format!(r#"{{"text": "x", "label": "a", "day": {group}}}"#);
            parse(line.as_bytes(), Some("day")).map(|document| document.group)
        };
        for (group, expected) in [
            (r#""7""#, Some("7")),
            ("7", Some("7")),
            ("-7", Some("-7")),
            ("null", None),
            (r#"" ""#, None),
        ] {
            assert_eq!(read(group), Ok(expected.map(str::to_owned)), "{group}");
        }
        for wrong in ["7.5", "true", "[7]"] {
            let problem = read(wrong).expect_err(wrong);
            assert!(problem.starts_with("\"day\" is neither"), "{problem}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (line, expected) in [
            ("[]", "JSON"),
            (r#"{"topics": ["a"]}"#, "text"),
            (r#"{"text": " ", "topics": ["a"]}"#, "text"),
            (r#"{"text": "x"}"#, "label"),
            (r#"{"text": "x", "topics": null}"#, "label"),
            (
                r#"{"text": "x", "label": "a", "language_code": 1}"#,
                "language_code",
            ),
            (r#"{"text": "x", "topics": [1]}"#, "topics"),
            (r#"{"text": "x", "title": 1, "label": "a"}"#, "title"),
            (r#"{"text": "x", "topics": ["a"], "label": "a"}"#, "both"),
            (r#"{"text": "x", "label": 1}"#, "\"label\" has something"),
            (
                r#"{"text": "x", "label": ["a"]}"#,
                "\"label\" has something",
            ),
            (
                r#"{"text": "x", "label": " "}"#,
                "\"label\" has a label that is empty",
            ),
            (
                r#"{"text": "x", "topics": ["a", "\u200b\u2060"]}"#,
                "\"topics\" has a label that is empty or invisible",
            ),
            (
                r#"{"text": "x", "topics": ["a\u001b[2J"]}"#,
                "\"topics\" has a control character in the label \"a [2J\"",
            ),
        ] {
            let problem = parse(line.as_bytes(), None).expect_err(line);
            assert!(problem.contains(expected), "{problem}");
        }
    }

    #[test]
    fn bad_lines_are_counted_or_fatal() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(
            file.path(),
            "{\"text\": \"x\", \"label\": \"a\"}\n\nnonsense\n",
        )
        .expect("written");
        let files = [file.path().to_owned()];
        let mut reading = Reading {
            files: &files,
            strict: false,
            group_by: None,
        };
        let lines = reading.read(|_| Ok(())).expect("not strict");
        assert_eq!(lines, Lines { good: 1, bad: 1 });
        reading.strict = true;
        let error = reading.read(|_| Ok(())).expect_err("strict");
        assert!(error.to_string().contains(":3: "), "{error}");
    }
}
