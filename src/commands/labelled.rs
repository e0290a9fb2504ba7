//! Labelled documents, one JSON object a line.

use std::path::PathBuf;

use serde_json::{Map, Value};

use super::lines::{self, Lines};

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
    /// Key whose value is the group.
    pub(crate) group_by: &'a str,
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
fn parse(line: &[u8], group_by: &str) -> Result<Labelled, String> {
    let mut value: Map<String, Value> =
        serde_json::from_slice(line).map_err(|error| format!("not a JSON object: {error}"))?;
    let group = match value.get(group_by) {
        Some(Value::String(group)) => Some(group.clone()),
        _ => None,
    };
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
    let wrong = || "\"topics\" is not a list of strings that are not empty".to_owned();
    let mut given = |key| value.remove(key).filter(|value| !value.is_null());
    let labels = match (given("topics"), given("label")) {
        (Some(Value::Array(topics)), _) => topics,
        (Some(topic @ Value::String(_)), _) | (None, Some(topic)) => vec![topic],
        (Some(_), _) => return Err(wrong()),
        (None, None) => return Err("no \"topics\" and no \"label\"".to_owned()),
    };
    let mut topics: Vec<String> = Vec::with_capacity(labels.len());
    for label in labels {
        match label {
            Value::String(label) if label.trim().is_empty() => return Err(wrong()),
            Value::String(label) if topics.contains(&label) => {}
            Value::String(label) => topics.push(label),
            _ => return Err(wrong()),
        }
    }
    Ok(topics)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lists_and_single_labels() {
        let read = |line: &str| parse(line.as_bytes(), "set").expect(line);
        let many = read(r#"{"text": "x", "title": "t", "topics": ["b", "a", "b"], "set": "s"}"#);
        assert_eq!(many.topics, ["b", "a"]);
        assert_eq!(many.group.as_deref(), Some("s"));
        assert_eq!(read(r#"{"text": "x", "label": "a"}"#).topics, ["a"]);
        assert_eq!(read(r#"{"text": "x", "topics": []}"#).topics, [""; 0]);
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
            let read = parse(line.as_bytes(), "group").expect("sound");
            assert_eq!(read.language_code, expected, "{more}");
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
        ] {
            let problem = parse(line.as_bytes(), "group").expect_err(line);
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
            group_by: "group",
        };
        let lines = reading.read(|_| Ok(())).expect("not strict");
        assert_eq!(lines, Lines { good: 1, bad: 1 });
        reading.strict = true;
        let error = reading.read(|_| Ok(())).expect_err("strict");
        assert!(error.to_string().contains(":3: "), "{error}");
    }
}
