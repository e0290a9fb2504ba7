//! What an analysis costs.
//!
//! `cargo bench --bench analyze`; the figures of a group are named by what is
//! asked for.

#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark stops by panicking"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::BytesCount;
use mujaz::engine::{AnalysisOptions, Document, Engine, Limits};
use mujaz::summary::{Algorithm, SummaryOptions};
use mujaz::text::AnalyzedText;

/// The program's own, as much of the time goes into small pieces of memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::builtin(Limits::default()).expect("the built-in engine"));

/// Texts of several topics, made up for this project.
const DOCUMENTS: &str = include_str!("../seeds/documents.jsonl");
/// Bytes of an article of usual length.
const ARTICLE_BYTES: usize = 4_096;
/// Bytes of the longest text that an engine takes by default.
const MAX_BYTES: usize = 1 << 20;

fn main() {
    divan::main();
}

/// The Arabic sentences of [`DOCUMENTS`], over and over.
fn arabic_sentences() -> impl Iterator<Item = String> {
    let texts: String = DOCUMENTS
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a JSON object"))
        .filter(|document| {
            document["id"]
                .as_str()
                .is_some_and(|id| id.starts_with("ar-"))
        })
        .filter_map(|document| Some(format!("{}\n\n", document["text"].as_str()?)))
        .collect();
    let analyzed = AnalyzedText::new("", &texts, Some("ar"));
    let sentences: Vec<String> = analyzed
        .sentences
        .iter()
        .map(|one| texts[one.range.clone()].to_owned())
        .collect();
    assert!(!sentences.is_empty(), "no Arabic document");
    sentences.into_iter().cycle()
}

fn article() -> String {
    let mut article = String::new();
    for sentence in arabic_sentences() {
        if article.len() + sentence.len() > ARTICLE_BYTES {
            break;
        }
        article += &sentence;
        article.push(' ');
    }
    article
}

/// A text of so many different sentences, each a few words of a real one.
fn short_sentences(count: usize) -> String {
    let words: BTreeSet<String> = arabic_sentences()
        .take(200)
        .flat_map(|sentence| {
            let words = sentence.split_whitespace();
            words
                .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_owned())
                .filter(|word| word.chars().count() > 1)
                .collect::<Vec<_>>()
        })
        .collect();
    let words: Vec<String> = words.into_iter().collect();
    let mut text = String::new();
    for number in 0..count {
        // The third word moves on with every round, so no sentence returns.
        let round = number / words.len();
        for step in [0, 7, 31 + round] {
            text += &words[(number + step) % words.len()];
            text.push(' ');
        }
        text.pop();
        text += ".\n";
    }
    text
}

fn summary(algorithm: Algorithm) -> AnalysisOptions {
    AnalysisOptions {
        summary: Some(SummaryOptions {
            algorithm,
            ..SummaryOptions::default()
        }),
        classification: None,
    }
}

fn topics() -> AnalysisOptions {
    AnalysisOptions {
        summary: None,
        ..AnalysisOptions::everything()
    }
}

/// Topics with the terms that carried them.
fn evidence() -> AnalysisOptions {
    let mut options = topics();
    if let Some(classification) = &mut options.classification {
        classification.include_evidence = true;
    }
    options
}

/// Everything, with evidence and all scores.
fn complete() -> AnalysisOptions {
    let mut options = AnalysisOptions::everything();
    if let Some(summary) = &mut options.summary {
        summary.include_all_sentences = true;
    }
    if let Some(classification) = &mut options.classification {
        classification.include_evidence = true;
        classification.include_unassigned = true;
    }
    options
}

fn measure(bencher: Bencher<'_, '_>, text: String, options: &AnalysisOptions) {
    let engine = &*ENGINE;
    let document = Document {
        text,
        ..Document::default()
    };
    bencher
        .counter(BytesCount::of_str(&document.text))
        .bench_local(|| {
            engine
                .analyze(black_box(&document), options)
                .expect("an analysis")
        });
}

fn measure_text(bencher: Bencher<'_, '_>, text: &str) {
    bencher
        .counter(BytesCount::of_str(text))
        .bench_local(|| black_box(AnalyzedText::new("", black_box(text), None).words.len()));
}

/// An Arabic article of 4 KiB.
mod article {
    use super::{Algorithm, AnalysisOptions, Bencher};

    #[divan::bench]
    fn text(bencher: Bencher<'_, '_>) {
        super::measure_text(bencher, &super::article());
    }

    #[divan::bench(args = Algorithm::ALL.map(Algorithm::name))]
    fn summary(bencher: Bencher<'_, '_>, name: &str) {
        let named = Algorithm::ALL.into_iter().find(|one| one.name() == name);
        let algorithm = named.expect("an algorithm");
        super::measure(bencher, super::article(), &super::summary(algorithm));
    }

    #[divan::bench]
    fn topics(bencher: Bencher<'_, '_>) {
        super::measure(bencher, super::article(), &super::topics());
    }

    #[divan::bench]
    fn evidence(bencher: Bencher<'_, '_>) {
        super::measure(bencher, super::article(), &super::evidence());
    }

    #[divan::bench]
    fn everything(bencher: Bencher<'_, '_>) {
        super::measure(bencher, super::article(), &AnalysisOptions::everything());
    }

    #[divan::bench]
    fn complete(bencher: Bencher<'_, '_>) {
        super::measure(bencher, super::article(), &super::complete());
    }
}

/// How the cost grows with the number of sentences.
mod growth {
    use super::{Algorithm, AnalysisOptions, Bencher, MAX_BYTES};

    const COUNTS: [usize; 5] = [10, 100, 1_000, 10_000, 20_000];

    fn sentences(count: usize) -> String {
        let text = super::short_sentences(count);
        assert!(text.len() <= MAX_BYTES, "{} bytes", text.len());
        text
    }

    #[divan::bench(args = COUNTS)]
    fn text(bencher: Bencher<'_, '_>, count: usize) {
        super::measure_text(bencher, &sentences(count));
    }

    #[divan::bench(args = COUNTS)]
    fn ranked(bencher: Bencher<'_, '_>, count: usize) {
        super::measure(
            bencher,
            sentences(count),
            &super::summary(Algorithm::Ranked),
        );
    }

    #[divan::bench(args = COUNTS)]
    fn lex_rank(bencher: Bencher<'_, '_>, count: usize) {
        super::measure(
            bencher,
            sentences(count),
            &super::summary(Algorithm::LexRank),
        );
    }

    #[divan::bench(args = COUNTS)]
    fn topics(bencher: Bencher<'_, '_>, count: usize) {
        super::measure(bencher, sentences(count), &super::topics());
    }

    #[divan::bench(args = COUNTS)]
    fn everything(bencher: Bencher<'_, '_>, count: usize) {
        super::measure(bencher, sentences(count), &AnalysisOptions::everything());
    }
}

/// The longest texts that an engine takes by default, at their worst.
mod longest {
    use super::{Algorithm, Bencher, MAX_BYTES};

    fn tiny_sentences() -> String {
        let piece = "هنا. ";
        piece.repeat(MAX_BYTES / piece.len())
    }

    fn one_line() -> String {
        let mut line = String::new();
        for sentence in super::arabic_sentences() {
            let words: String = sentence
                .chars()
                .map(|c| if c.is_alphabetic() { c } else { ' ' })
                .collect();
            if line.len() + words.len() > MAX_BYTES {
                break;
            }
            line += &words;
        }
        line
    }

    #[divan::bench]
    fn tiny_sentences_complete(bencher: Bencher<'_, '_>) {
        super::measure(bencher, tiny_sentences(), &super::complete());
    }

    #[divan::bench]
    fn tiny_sentences_lex_rank(bencher: Bencher<'_, '_>) {
        super::measure(
            bencher,
            tiny_sentences(),
            &super::summary(Algorithm::LexRank),
        );
    }

    #[divan::bench]
    fn one_line_complete(bencher: Bencher<'_, '_>) {
        super::measure(bencher, one_line(), &super::complete());
    }

    #[divan::bench]
    fn one_line_lex_rank(bencher: Bencher<'_, '_>) {
        super::measure(bencher, one_line(), &super::summary(Algorithm::LexRank));
    }
}
