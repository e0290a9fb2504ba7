//! LEXRANK: Erkan and Radev, "`LexRank`: Graph-based Lexical Centrality as
//! Salience in Text Summarization", JAIR 22, 2004.
//!
//! Sentences whose IDF-modified cosine passes a threshold are neighbours; a
//! sentence is as central as the neighbours that a random walk reaches it by.

use super::Ranking;
use super::graph::{self, Graph};
use super::vector::{SentenceVectors, SparseVector, to_f64, to_unit};
use crate::pace::Pace;

/// The paper's best threshold.
const THRESHOLD: f64 = 0.1;
/// Least weight of a word: of two sentences that are alike, in a text of three, no word would have
/// any, and they would be neighbours of none.
const LEAST_IDF: f64 = 0.05;

/// Scores each sentence by its centrality.
pub(super) fn rank(vectors: &SentenceVectors, pace: &Pace<'_>) -> Ranking {
    let places = graph::participants(vectors);
    let unit = unit_vectors(vectors, &places);
    let mut dense = vec![0.0; vectors.terms()];
    let graph = Graph::new(places.len(), pace, |at, row| {
        unit[at].add_to(&mut dense, 1.0);
        for (weight, other) in row.iter_mut().zip(&unit) {
            *weight = f64::from(other.dot(&dense) > THRESHOLD);
        }
        unit[at].add_to(&mut dense, -1.0);
    });
    Ranking::of_pairs(
        graph::spread(&places, &graph.random_walk(pace), vectors.len()),
        places.len() < vectors.len(),
    )
}

/// TF-IDF vectors of length 1 with the IDF that sumy uses, ln(N / (1 + n)), in place of the paper's
/// ln(N / n) of a large collection.
fn unit_vectors(vectors: &SentenceVectors, places: &[usize]) -> Vec<SparseVector> {
    let mut frequency = vec![0.0; vectors.terms()];
    for &(term, _) in vectors.counts.iter().flat_map(|counts| &counts.entries) {
        frequency[term as usize] += 1.0;
    }
    let total = to_f64(vectors.len());
    let idf: Vec<f64> = frequency
        .into_iter()
        .map(|sentences: f64| (total / (1.0 + sentences)).ln().max(LEAST_IDF))
        .collect();
    places
        .iter()
        .map(|&place| to_unit(&vectors.counts[place], &idf))
        .collect()
}
