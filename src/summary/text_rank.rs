//! TEXTRANK: Mihalcea and Tarau, "`TextRank`: Bringing Order into Texts",
//! EMNLP 2004.
//!
//! Two sentences are as similar as they share words, relative to the
//! logarithms of their lengths.

use super::Ranking;
use super::graph::{self, Graph};
use super::vector::{SentenceVectors, SparseVector};
use crate::pace::Pace;

/// Scores each sentence by its centrality.
pub(super) fn rank(vectors: &SentenceVectors, pace: &Pace<'_>) -> Ranking {
    let places = graph::participants(vectors);
    let logs: Vec<f64> = places
        .iter()
        .map(|&place| length(&vectors.counts[place]).ln())
        .collect();
    let mut present = vec![false; vectors.terms()];
    let graph = Graph::new(places.len(), pace, |at, row| {
        mark(&vectors.counts[places[at]], &mut present, true);
        for (other, weight) in row.iter_mut().enumerate() {
            if other != at {
                let shared = shared(&vectors.counts[places[other]], &present);
                *weight = similarity(shared, logs[at] + logs[other]);
            }
        }
        mark(&vectors.counts[places[at]], &mut present, false);
    });
    Ranking::of_pairs(
        graph::spread(&places, &graph.random_walk(pace), vectors.len()),
        places.len() < vectors.len(),
    )
}

/// One word each gives a sum of logarithms of 0, where the paper's quotient
/// is not defined: the overlap itself is taken.
pub(super) fn similarity(shared: f64, logs: f64) -> f64 {
    if logs > 0.0 { shared / logs } else { shared }
}

fn length(counts: &SparseVector) -> f64 {
    counts
        .entries
        .iter()
        .map(|(_, count)| count)
        .sum::<f64>()
        .max(1.0)
}

fn mark(counts: &SparseVector, present: &mut [bool], value: bool) {
    for &(term, _) in &counts.entries {
        present[term as usize] = value;
    }
}

fn shared(counts: &SparseVector, present: &[bool]) -> f64 {
    let words = counts.entries.iter();
    words
        .map(|&(term, _)| f64::from(present[term as usize]))
        .sum()
}
