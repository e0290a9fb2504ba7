//! Sentence boundaries against `tests/golden/sentences/`, see the format there.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use mujaz::text::sentence::{self, SentenceKind};

/// Stands between sentences in a golden case.
const BREAK: char = '‖';
/// Stands for a line end in a golden case.
const LINE_END: &str = "⏎";

/// A golden case: a text and the sentences that it should be cut into.
struct Case {
    name: String,
    language: String,
    text: String,
    sentences: Vec<(Option<SentenceKind>, String)>,
}

fn parse(file: &str, line: &str) -> Case {
    let mut columns = line.splitn(3, '\t');
    let mut column = || columns.next().expect("three columns").to_owned();
    let (language, name, parts) = (column(), column(), column().replace(LINE_END, "\n"));
    let sentences: Vec<(Option<SentenceKind>, String)> = parts.split(BREAK).map(marked).collect();
    let text = parts
        .split(BREAK)
        .map(|part| part.replacen(&marker(part), "", 1))
        .collect();
    Case {
        name: format!("{file} {name}"),
        language,
        text,
        sentences,
    }
}

/// Returns the furniture marker of a part, such as `{link}`, or nothing.
fn marker(part: &str) -> String {
    let part = part.trim();
    match part.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some((name, _)) => format!("{{{name}}}"),
        None => String::new(),
    }
}

fn marked(part: &str) -> (Option<SentenceKind>, String) {
    let marker = marker(part);
    let kind = match marker.as_str() {
        "" => None,
        "{dateline}" => Some(SentenceKind::Dateline),
        "{byline}" => Some(SentenceKind::Byline),
        "{caption}" => Some(SentenceKind::Caption),
        "{link}" => Some(SentenceKind::Link),
        other => panic!("unknown marker {other}"),
    };
    (kind, part.replacen(&marker, "", 1).trim().to_owned())
}

/// Cuts the case's text and keeps of the kinds only those that golden files
/// mark.
fn actual(case: &Case) -> Vec<(Option<SentenceKind>, String)> {
    sentence::split(&case.text, &case.language)
        .into_iter()
        .map(|one| {
            let kind = match one.kind {
                SentenceKind::Body | SentenceKind::Heading | SentenceKind::Symbols => None,
                kind => Some(kind),
            };
            (kind, case.text[one.range].to_owned())
        })
        .collect()
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sentences");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("golden files")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let content = fs::read_to_string(&file).expect("UTF-8");
        let lines = content.split('\n').filter(|line| !line.is_empty() && !line.starts_with('#'));
        cases.extend(lines.map(|line| parse(&name, line)));
    }
    cases
}

#[test]
fn golden_cases_are_cut_as_written() {
    let cases = cases();
    assert!(cases.len() >= 200, "only {} cases", cases.len());
    let mut report = String::new();
    let mut failed = 0;
    for case in &cases {
        let actual = actual(case);
        if actual != case.sentences {
            failed += 1;
            let _ = writeln!(report, "{}", case.name);
            for (label, side) in [("want", &case.sentences), ("have", &actual)] {
                let _ = writeln!(report, "  {label} {side:?}");
            }
        }
    }
    assert!(failed == 0, "{failed} of {} cases fail\n{report}", cases.len());
}
