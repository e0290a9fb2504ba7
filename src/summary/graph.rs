//! The sentence graph of the pairwise algorithms and a random walk on it.

use super::vector::{SentenceVectors, to_f64};
use crate::pace::Pace;

/// Most sentences of which all pairs are compared: about a million pairs,
/// some tens of milliseconds. Longer documents are cut to their most central
/// sentences first, and the answer says so.
pub(super) const MAX_SENTENCES: usize = 1_500;

/// Damping of the random walk, from the `PageRank` paper.
const DAMPING: f64 = 0.85;
/// The walk stops when no score moves by more than this.
const TOLERANCE: f64 = 1e-6;
/// Most steps of the walk; 0.85^100 is far below the tolerance.
const MAX_STEPS: usize = 100;

/// Picks the sentences that take part in the graph, in ascending order.
pub(super) fn participants(vectors: &SentenceVectors) -> Vec<usize> {
    let mut places: Vec<usize> = (0..vectors.len()).collect();
    if places.len() > MAX_SENTENCES {
        let centrality = degree(vectors);
        places.sort_by(|&a, &b| centrality[b].total_cmp(&centrality[a]));
        places.truncate(MAX_SENTENCES);
        places.sort_unstable();
    }
    places
}

/// Similarity of each sentence to all sentences together, in linear time.
pub(super) fn degree(vectors: &SentenceVectors) -> Vec<f64> {
    let mut sum = vec![0.0; vectors.terms()];
    for vector in &vectors.unit {
        vector.add_to(&mut sum, 1.0);
    }
    vectors.unit.iter().map(|vector| vector.dot(&sum)).collect()
}

/// A square matrix of similarities, row by row.
pub(super) struct Graph {
    size: usize,
    weights: Vec<f64>,
}

impl Graph {
    /// Fills the matrix, while there is time; `row(i, out)` writes the
    /// similarities of `i` to all.
    pub(super) fn new(
        size: usize,
        pace: &Pace<'_>,
        mut row: impl FnMut(usize, &mut [f64]),
    ) -> Self {
        let mut weights = vec![0.0; size * size];
        for (at, out) in weights.chunks_exact_mut(size.max(1)).enumerate() {
            if pace.is_spent() {
                break;
            }
            row(at, out);
        }
        Self { size, weights }
    }

    /// Returns the stationary distribution of a damped random walk that
    /// follows edges by weight; a node without edges jumps anywhere.
    pub(super) fn random_walk(mut self, pace: &Pace<'_>) -> Vec<f64> {
        let uniform = 1.0 / to_f64(self.size.max(1));
        for row in self.weights.chunks_exact_mut(self.size.max(1)) {
            let sum: f64 = row.iter().sum();
            for weight in row {
                *weight = if sum > 0.0 { *weight / sum } else { uniform };
            }
        }
        let mut scores = vec![uniform; self.size];
        for _ in 0..MAX_STEPS {
            let next = self.step(&scores, uniform);
            let moved = scores
                .iter()
                .zip(&next)
                .map(|(a, b)| (a - b).abs())
                .fold(0.0, f64::max);
            scores = next;
            if moved < TOLERANCE || pace.is_spent() {
                break;
            }
        }
        scores
    }

    fn step(&self, scores: &[f64], uniform: f64) -> Vec<f64> {
        let mut next = vec![(1.0 - DAMPING) * uniform; self.size];
        for (row, score) in self.weights.chunks_exact(self.size.max(1)).zip(scores) {
            for (to, weight) in next.iter_mut().zip(row) {
                *to += DAMPING * score * weight;
            }
        }
        next
    }
}

/// Spreads the scores of the participants over all sentences; the others get
/// the lowest.
pub(super) fn spread(participants: &[usize], scores: &[f64], total: usize) -> Vec<f64> {
    let lowest = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let mut all = vec![if lowest.is_finite() { lowest } else { 0.0 }; total];
    for (&place, &score) in participants.iter().zip(scores) {
        all[place] = score;
    }
    all
}
