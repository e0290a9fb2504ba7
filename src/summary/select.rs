//! Chooses sentences within the caller's bounds, each time the one that is
//! worth most given what has been chosen already.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::vector::{SentenceVectors, to_f64};
use super::{DEFAULT_MAX_SENTENCES, SummaryOptions};
use crate::text::AnalyzedText;

/// The bounds of a summary, all in force together.
#[derive(Debug)]
pub(super) struct Bounds {
    sentences: usize,
    characters: usize,
}

impl Bounds {
    pub(super) fn new(options: &SummaryOptions, candidates: usize) -> Self {
        let by_count = options.max_sentences.unwrap_or(DEFAULT_MAX_SENTENCES);
        let by_ratio = options
            .max_ratio
            .map_or(usize::MAX, |ratio| share(ratio, candidates));
        Self {
            sentences: by_count.min(by_ratio),
            characters: options.max_characters.unwrap_or(usize::MAX),
        }
    }
}

/// Rounds down, but never to nothing.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of a count lies between 0 and the count"
)]
fn share(ratio: f64, count: usize) -> usize {
    // 0.3 × 10 must be 3 although it is 2.9999… in binary.
    const ROUNDING: f64 = 1e-9;
    ((ratio * to_f64(count) + ROUNDING).floor() as usize).max(1)
}

/// A candidate with a bound on what it is still worth.
#[derive(Debug, PartialEq)]
struct Entry {
    value: f64,
    candidate: usize,
    /// Number of chosen sentences when `value` was computed.
    as_of: usize,
}

impl Eq for Entry {}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of equal ones the earlier in the document comes first.
        self.value
            .total_cmp(&other.value)
            .then(other.candidate.cmp(&self.candidate))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Chooses candidates, the most important first.
///
/// A sentence is worth its score less `penalty` times the share of its weight
/// that chosen sentences have said. What is said only grows, so a stale value
/// is an upper bound and few need to be computed again: lazy greedy search
/// (Minoux 1978), near n log n.
pub(super) fn select(
    text: &AnalyzedText<'_>,
    vectors: &SentenceVectors,
    scores: &[f64],
    bounds: &Bounds,
    penalty: f64,
) -> Vec<usize> {
    let mut heap: BinaryHeap<Entry> = scores
        .iter()
        .enumerate()
        .map(|(candidate, &value)| Entry {
            value,
            candidate,
            as_of: 0,
        })
        .collect();
    let mut said = vec![false; vectors.terms()];
    let mut chosen = Vec::new();
    let mut left = bounds.characters;
    while chosen.len() < bounds.sentences {
        let Some(mut best) = heap.pop() else { break };
        let length = characters(text, vectors, best.candidate);
        if length > left && !chosen.is_empty() {
            continue;
        }
        if best.as_of < chosen.len() {
            best.value =
                scores[best.candidate] - penalty * repeated(vectors, best.candidate, &said);
            best.as_of = chosen.len();
            heap.push(best);
            continue;
        }
        left = left.saturating_sub(length);
        for &(term, _) in &vectors.unit[best.candidate].entries {
            said[term as usize] = true;
        }
        chosen.push(best.candidate);
    }
    chosen
}

/// Returns the index of the one chosen sentence when it alone breaks the
/// bound of characters.
pub(super) fn over_characters(
    text: &AnalyzedText<'_>,
    vectors: &SentenceVectors,
    chosen: &[usize],
    bounds: &Bounds,
) -> Option<usize> {
    let &first = chosen.first()?;
    let over = characters(text, vectors, first) > bounds.characters;
    over.then(|| vectors.indices[first])
}

fn characters(text: &AnalyzedText<'_>, vectors: &SentenceVectors, candidate: usize) -> usize {
    let range = &text.sentences[vectors.indices[candidate]].range;
    text.spans.span(range).code_points.len()
}

/// Share of a sentence's squared TF-IDF weight whose words have been said, in
/// [0, 1].
fn repeated(vectors: &SentenceVectors, candidate: usize, said: &[bool]) -> f64 {
    vectors.unit[candidate]
        .entries
        .iter()
        .filter(|(term, _)| said[*term as usize])
        .map(|(_, value)| value * value)
        .sum()
}
