//! How long an analysis takes: `cargo bench --bench analyze`.

use std::fmt::Write as _;
use std::hint::black_box;

use divan::Bencher;
use mujaz::summary::{Algorithm, SummaryOptions, summarize};
use mujaz::text::AnalyzedText;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ARABIC: &str = include_str!("../seeds/ar-round-up.txt");
const ARTICLE_BYTES: usize = 4_096;

fn main() {
    divan::main();
}

/// An Arabic text of about four kilobytes.
fn article() -> String {
    let mut text = ARABIC.to_owned();
    while text.len() < ARTICLE_BYTES {
        text = format!("{text}\n{ARABIC}");
    }
    let end = (ARTICLE_BYTES..).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text.truncate(end);
    text
}

#[divan::bench(args = [None, Some("ar")])]
fn text_analysis(bencher: Bencher<'_, '_>, language: Option<&str>) {
    let text = article();
    bencher.bench(|| AnalyzedText::new("", black_box(&text), language).words.len());
}

#[divan::bench(args = Algorithm::ALL)]
fn summary(bencher: Bencher<'_, '_>, algorithm: Algorithm) {
    let text = article();
    let options = SummaryOptions { algorithm, ..SummaryOptions::default() };
    bencher.bench(|| {
        let mut text = AnalyzedText::new("", black_box(&text), None);
        summarize(&mut text, &options, &[])
    });
}

/// Ranking must not grow faster than n log n up to this many sentences.
#[divan::bench(args = [200, 2_000, 20_000], sample_count = 10)]
fn ranked_sentences(bencher: Bencher<'_, '_>, sentences: usize) {
    let mut text = String::new();
    for at in 0..sentences {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "The word{} of day {} met word{} again.", at % 977, at, at % 5_003);
    }
    bencher.bench(|| {
        let mut text = AnalyzedText::new("", black_box(&text), Some("en"));
        summarize(&mut text, &SummaryOptions::default(), &[])
    });
}
