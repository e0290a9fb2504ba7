//! Sentences as sparse TF-IDF vectors: the one notion of similarity that all
//! algorithms share.

use crate::text::AnalyzedText;
use crate::text::word::TermId;

/// A sparse vector with ascending terms.
#[derive(Debug, Default, Clone)]
pub(super) struct SparseVector {
    pub(super) entries: Vec<(TermId, f64)>,
}

impl SparseVector {
    pub(super) fn norm(&self) -> f64 {
        self.entries
            .iter()
            .map(|(_, value)| value * value)
            .sum::<f64>()
            .sqrt()
    }

    /// Returns the inner product with a dense vector.
    pub(super) fn dot(&self, dense: &[f64]) -> f64 {
        self.entries
            .iter()
            .map(|&(term, value)| value * dense[term as usize])
            .sum()
    }

    /// Adds `factor` times this vector to a dense one.
    pub(super) fn add_to(&self, dense: &mut [f64], factor: f64) {
        for &(term, value) in &self.entries {
            dense[term as usize] += factor * value;
        }
    }
}

/// The candidate sentences of a text as vectors over its content words.
#[derive(Debug)]
pub(super) struct SentenceVectors {
    /// Counts of content words, one vector for each candidate.
    pub(super) counts: Vec<SparseVector>,
    /// TF-IDF, scaled to length 1 (or 0 without a content word).
    pub(super) unit: Vec<SparseVector>,
    /// Number of content words of each candidate.
    pub(super) words: Vec<usize>,
    /// Inverse sentence frequency of each term, in nats.
    pub(super) idf: Vec<f64>,
    /// Position of each candidate in the text's sentences.
    pub(super) indices: Vec<usize>,
}

impl SentenceVectors {
    pub(super) fn new(text: &AnalyzedText<'_>, candidates: &[usize]) -> Self {
        let counts: Vec<SparseVector> = candidates
            .iter()
            .map(|&index| count_terms(text, index))
            .collect();
        let words = candidates
            .iter()
            .map(|&index| {
                text.words_of(&text.sentences[index])
                    .iter()
                    .filter(|word| !word.stop)
                    .count()
            })
            .collect();
        let idf = inverse_frequencies(&counts, text.vocabulary().len());
        let unit = counts.iter().map(|vector| to_unit(vector, &idf)).collect();
        Self {
            counts,
            unit,
            words,
            idf,
            indices: candidates.to_vec(),
        }
    }

    /// Returns the number of candidates.
    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    /// Returns the number of different terms of the text.
    pub(super) fn terms(&self) -> usize {
        self.idf.len()
    }
}

fn count_terms(text: &AnalyzedText<'_>, index: usize) -> SparseVector {
    let words = text.words_of(&text.sentences[index]);
    let mut terms: Vec<TermId> = words
        .iter()
        .filter(|word| !word.stop)
        .map(|word| word.term)
        .collect();
    terms.sort_unstable();
    SparseVector {
        entries: terms
            .chunk_by(|a, b| a == b)
            .map(|same| (same[0], to_f64(same.len())))
            .collect(),
    }
}

/// `ln(1 + N / n)`: a term of every sentence still counts a little, which
/// keeps texts of two or three sentences from having no weight at all.
fn inverse_frequencies(counts: &[SparseVector], terms: usize) -> Vec<f64> {
    let mut frequency = vec![0_u32; terms];
    for &(term, _) in counts.iter().flat_map(|vector| &vector.entries) {
        frequency[term as usize] += 1;
    }
    let total = to_f64(counts.len());
    frequency
        .into_iter()
        .map(|n| {
            if n == 0 {
                0.0
            } else {
                (total / f64::from(n)).ln_1p()
            }
        })
        .collect()
}

/// Weights counts and scales them to length 1 (or 0 without a weight).
pub(super) fn to_unit(counts: &SparseVector, idf: &[f64]) -> SparseVector {
    let mut vector = counts.clone();
    for (term, value) in &mut vector.entries {
        *value *= idf[*term as usize];
    }
    let norm = vector.norm();
    if norm > 0.0 {
        for (_, value) in &mut vector.entries {
            *value /= norm;
        }
    }
    vector
}

/// Converts a count; exact below 2^53, far beyond any document.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(super) fn to_f64(count: usize) -> f64 {
    count as f64
}
