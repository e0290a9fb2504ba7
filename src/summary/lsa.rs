//! LSA: Gong and Liu, "Generic Text Summarization Using Relevance Measure and
//! Latent Semantic Analysis", SIGIR 2001, with the scoring of Steinberger and
//! Ježek, "Using Latent Semantic Analysis in Text Summarization and Summary
//! Evaluation", ISIM 2004.
//!
//! The singular vectors of the term-sentence matrix are the document's
//! subjects, the singular values their importance. A sentence is worth the
//! length of its vector in the space of the important subjects, each weighted
//! by its singular value.

use super::Ranking;
use super::graph;
use super::svd;
use super::vector::{SentenceVectors, SparseVector};
use crate::pace::Pace;

/// Most dimensions that are looked at: enough for any article, and a bound on
/// the time for longer documents.
const MAX_DIMENSIONS: usize = 32;
/// Share of the largest singular value from which a dimension is important,
/// as in the paper of 2004.
const IMPORTANT: f64 = 0.5;

/// Scores each sentence by its length in the space of the subjects.
pub(super) fn rank(vectors: &SentenceVectors, pace: &Pace<'_>) -> Ranking {
    let places = graph::participants(vectors);
    let columns: Vec<SparseVector> = places
        .iter()
        .map(|&place| relative_frequencies(&vectors.counts[place]))
        .collect();
    let subjects = svd::right_vectors(&columns, vectors.terms(), MAX_DIMENSIONS, pace);
    let largest = subjects.first().map_or(0.0, |subject| subject.value);
    let mut squares = vec![0.0; places.len()];
    for subject in subjects
        .iter()
        .filter(|one| one.value >= IMPORTANT * largest)
    {
        for (square, part) in squares.iter_mut().zip(&subject.vector) {
            *square += (subject.value * part).powi(2);
        }
    }
    let lengths: Vec<f64> = squares.into_iter().map(f64::sqrt).collect();
    Ranking {
        scores: graph::spread(&places, &lengths, vectors.len()),
        limited: places.len() < vectors.len(),
    }
}

/// Counts relative to the most frequent word of the sentence.
fn relative_frequencies(counts: &SparseVector) -> SparseVector {
    let most = counts
        .entries
        .iter()
        .map(|&(_, count)| count)
        .fold(1.0, f64::max);
    SparseVector {
        entries: counts
            .entries
            .iter()
            .map(|&(term, count)| (term, count / most))
            .collect(),
    }
}
