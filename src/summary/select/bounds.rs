//! What the caller allows.

use crate::summary::vector::{SentenceVectors, to_f64};
use crate::summary::{DEFAULT_MAX_SENTENCES, SummaryOptions};
use crate::text::AnalyzedText;

/// The bounds of a summary, all in force together.
#[derive(Debug)]
pub(in crate::summary) struct Bounds {
    /// Most sentences.
    pub(super) sentences: usize,
    /// Most code points.
    characters: usize,
    /// Code points of each candidate; empty when they are not bounded.
    lengths: Vec<usize>,
}

impl Bounds {
    /// Takes the bounds from the options; `vectors` are of the candidates.
    pub(in crate::summary) fn new(
        options: &SummaryOptions,
        text: &AnalyzedText<'_>,
        vectors: &SentenceVectors,
    ) -> Self {
        let by_count = options.max_sentences.unwrap_or(DEFAULT_MAX_SENTENCES);
        let by_ratio = options
            .max_ratio
            .map_or(usize::MAX, |ratio| share(ratio, vectors.len()));
        let length = |&index: &usize| {
            let range = &text.sentences[index].range;
            text.spans.span(range).code_points.len()
        };
        Self {
            sentences: by_count.min(by_ratio).min(vectors.len()),
            characters: options.max_characters.unwrap_or(usize::MAX),
            lengths: match options.max_characters {
                Some(_) => vectors.indices.iter().map(length).collect(),
                None => Vec::new(),
            },
        }
    }

    /// Returns the bound of sentences alone.
    pub(super) fn of_sentences(&self) -> Self {
        Self {
            sentences: self.sentences,
            characters: usize::MAX,
            lengths: Vec::new(),
        }
    }

    /// Tells whether code points are bounded.
    pub(super) fn has_lengths(&self) -> bool {
        !self.lengths.is_empty()
    }

    /// Tells whether candidates have no more code points than are allowed.
    pub(super) fn hold(&self, chosen: &[usize]) -> bool {
        let used: usize = chosen.iter().map(|&one| self.length(one)).sum();
        used <= self.characters
    }

    /// Returns the lengths of the candidates beside the average.
    pub(super) fn sizes(&self) -> Vec<f64> {
        let total: usize = self.lengths.iter().sum();
        let average = to_f64(total.max(1)) / to_f64(self.lengths.len().max(1));
        let size = |&length: &usize| to_f64(length) / average;
        self.lengths.iter().map(size).collect()
    }

    /// Returns the code points of a candidate, 0 when they are not bounded.
    pub(super) fn length(&self, candidate: usize) -> usize {
        self.lengths.get(candidate).copied().unwrap_or(0)
    }

    /// Returns the code points that are left beside the chosen candidates.
    pub(super) fn room(&self, chosen: &[usize]) -> usize {
        let used: usize = chosen.iter().map(|&one| self.length(one)).sum();
        self.characters.saturating_sub(used)
    }

    /// Returns the one chosen candidate when it alone breaks the bound of
    /// characters.
    pub(in crate::summary) fn broken_by(&self, chosen: &[usize]) -> Option<usize> {
        let &first = chosen.first()?;
        (self.length(first) > self.characters).then_some(first)
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
