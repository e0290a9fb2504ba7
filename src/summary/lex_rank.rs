//! LEXRANK: Erkan and Radev, "`LexRank`: Graph-based Lexical Centrality as
//! Salience in Text Summarization", JAIR 22, 2004.
//!
//! Sentences whose IDF-modified cosine passes a threshold are neighbours; a
//! sentence is as central as the neighbours that a random walk reaches it by.

use super::Ranking;
use super::graph::{self, Graph};
use super::vector::SentenceVectors;

/// The paper's best threshold.
const THRESHOLD: f64 = 0.1;

/// Scores each sentence by its centrality.
pub(super) fn rank(vectors: &SentenceVectors) -> Ranking {
    let places = graph::participants(vectors);
    let mut dense = vec![0.0; vectors.terms()];
    let graph = Graph::new(places.len(), |at, row| {
        let own = &vectors.unit[places[at]];
        own.add_to(&mut dense, 1.0);
        for (weight, &other) in row.iter_mut().zip(&places) {
            *weight = f64::from(vectors.unit[other].dot(&dense) > THRESHOLD);
        }
        own.add_to(&mut dense, -1.0);
    });
    Ranking {
        scores: graph::spread(&places, &graph.random_walk(), vectors.len()),
        limited: places.len() < vectors.len(),
    }
}
