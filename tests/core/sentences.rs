//! Sentence boundaries against `tests/golden/sentences/`, see the format there.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use mujaz::text::sentence::{self, SentenceKind};
use proptest::prelude::*;

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
        "{heading}" => Some(SentenceKind::Heading),
        "{link}" => Some(SentenceKind::Link),
        "{symbols}" => Some(SentenceKind::Symbols),
        other => panic!("unknown marker {other}"),
    };
    (kind, part.replacen(&marker, "", 1).trim().to_owned())
}

/// Cuts the case's text and keeps of the kinds only those that golden files
/// mark; headings only where the case marks one.
fn actual(case: &Case) -> Vec<(Option<SentenceKind>, String)> {
    let is_heading = |kind: &Option<SentenceKind>| *kind == Some(SentenceKind::Heading);
    let marks_headings = case.sentences.iter().any(|(kind, _)| is_heading(kind));
    sentence::split(&case.text, &case.language)
        .into_iter()
        .map(|one| {
            let kind = match one.kind {
                SentenceKind::Body | SentenceKind::Symbols => None,
                SentenceKind::Heading if !marks_headings => None,
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
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let content = fs::read_to_string(&file).expect("UTF-8");
        let lines = content
            .split('\n')
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
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
    assert!(
        failed == 0,
        "{failed} of {} cases fail\n{report}",
        cases.len()
    );
}

/// Languages with rules of different kinds, and none.
const LANGUAGES: [&str; 11] = [
    "ar", "de", "en", "fa", "fr", "hi", "tr", "ur", "vi", "zh", "und",
];

/// Characters and words that rules look at, in the worst company.
const NASTY: &[&str] = &[
    ".", "..", "…", "!", "?", "؟", "۔", "。", "！", "？", "।", ",", "،", ":", "：", ";", "-", "–",
    "—", "ـ", "/", "=", "\"", "'", "“", "”", "„", "‘", "’", "«", "»", "‹", "›", "(", ")", "[", "]",
    "（", "）", "【", "】", "「", "」", "《", "》", " ", " ", " ", "\u{a0}", "\u{202f}",
    "\u{3000}", "\n", "\r\n", "\r", "\n\n", "\u{85}", "\u{2028}", "\u{2029}", "\t", "\u{b}", "\0",
    "\u{200e}", "\u{200f}", "\u{202b}", "\u{202c}", "\u{feff}", "\u{200b}", "\u{ad}", "\u{301}",
    "a", "B", "I", "İ", "ß", "ǅ", "Dr.", "U.S.", "z. B.", "p.m.", "etc.", "The", "said", "by",
    "PARIS", "AFP", "و", "قال", "قَالَ", "د.", "هـ.", "إلخ.", "رويترز", "في", "ﷲ", "ए", "एस.", "दी",
    "اے۔", "ایف", "說", "说", "新华社", "日电", "記者", "共同", "กขค", "한국", "1", "12", "2024.",
    "tế", "NEW YORK", "Cairo", "Egypt", "Reuters", "Aug. 5", "May", "--", "[1]", "a)", "🔹",
    "مارس", "قنا", "واس", "عكاظ", "الخليج", "الرياض", "كتب", "انتهى", "بتوقيت", "وقال", "س.ع/م.ر",
    "لـ", "٣", "٫", "Ⅳ", "½", "😀", "👩‍👩‍👧", "🇪🇬", "•", "\u{fffd}", "\u{10ffff}",
];

/// Checks what is promised of any text: ranges in order, trimmed, on character
/// boundaries, and nothing lost but white space.
fn check_cover(text: &str, language: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    let mut paragraph = 0;
    for sentence in sentence::split(text, language) {
        let range = sentence.range;
        prop_assert!(end <= range.start && range.start < range.end && range.end <= text.len());
        prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
        prop_assert!(
            text[end..range.start].trim().is_empty(),
            "lost before {range:?}"
        );
        let piece = &text[range.clone()];
        prop_assert_eq!(piece, piece.trim());
        prop_assert!(sentence.paragraph >= paragraph);
        (end, paragraph) = (range.end, sentence.paragraph);
    }
    prop_assert!(text[end..].trim().is_empty(), "lost at the end");
    Ok(())
}

fn nasty_text() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(prop::sample::select(NASTY), 0..60);
    parts.prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_text_is_covered(text in any::<String>()) {
        for language in LANGUAGES {
            check_cover(&text, language)?;
        }
    }

    #[test]
    fn text_that_plays_with_the_rules_is_covered(text in nasty_text()) {
        for language in LANGUAGES {
            check_cover(&text, language)?;
        }
    }
}

/// Texts of one megabyte that would be slow if any rule looked further than
/// its bound. The limit is generous, for machines under load and builds
/// without optimisation; a quadratic rule takes minutes.
#[test]
fn long_texts_take_linear_time() {
    const BYTES: usize = 1 << 20;
    const LIMIT: Duration = Duration::from_secs(30);
    let units = [
        "a", " ", ".", "…", "\"", "(", ")", "«", ". ", "a. ", "Hi. ", "قال. ", "و۔ ", "अ. ", "。",
        "你。", "“？”", "(.) ", "1. ", "A.", "-", ": ", " - ", "\n", "a\n", "…»", "…(“", "؟» ",
        "x\u{200f}.",
    ];
    // What is opened at the start and never closed, and words of a verb.
    let opened = [
        ("x (", "A. "),
        ("x «", "و.. "),
        ("x \"", "A; "),
        ("", "ہے "),
    ];
    for (start, unit) in units.map(|unit| ("", unit)).into_iter().chain(opened) {
        let text = start.to_owned() + &unit.repeat(BYTES / unit.len());
        let languages: &[&str] = match start {
            "" => &["ar", "en", "zh", "ur"],
            _ => &["ar", "el"],
        };
        let begun = Instant::now();
        for language in languages {
            let _ = sentence::split(&text, language);
        }
        let taken = begun.elapsed();
        assert!(taken < LIMIT, "{start:?} and {unit:?} take {taken:?}");
    }
}
