//! REDUCTION: the algorithm of Adam Fabish's Reduction
//! (<https://github.com/adamfabish/Reduction>), known from sumy: the sentence
//! graph of `TextRank` without the walk; a sentence is worth the weight of its
//! edges.
//!
//! The weight of an edge is the number of equal pairs of words over the sum
//! of the logarithms of both lengths, so all edges to sentences of one length
//! can be added up at once. A document of W words has at most √(2W) different
//! lengths, which keeps the time near linear without leaving a pair out.

use std::collections::BTreeMap;

use super::text_rank;
use super::vector::{SentenceVectors, SparseVector, to_f64};

/// Scores each sentence by the weight of its edges.
pub(super) fn rank(vectors: &SentenceVectors) -> Vec<f64> {
    let lengths = &vectors.words;
    let mut of_length: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, &length) in lengths
        .iter()
        .enumerate()
        .filter(|(_, length)| **length > 0)
    {
        of_length.entry(length).or_default().push(place);
    }
    let mut scores = vec![0.0; vectors.len()];
    let mut sum = vec![0.0; vectors.terms()];
    for (&length, places) in &of_length {
        add_all(vectors, places, &mut sum, 1.0);
        for (place, score) in scores.iter_mut().enumerate() {
            let own = &vectors.counts[place];
            let itself = if lengths[place] == length {
                squares(own)
            } else {
                0.0
            };
            let logs = to_f64(lengths[place].max(1)).ln() + to_f64(length).ln();
            *score += text_rank::similarity(own.dot(&sum) - itself, logs);
        }
        add_all(vectors, places, &mut sum, -1.0);
    }
    scores
}

fn add_all(vectors: &SentenceVectors, places: &[usize], sum: &mut [f64], factor: f64) {
    for &place in places {
        vectors.counts[place].add_to(sum, factor);
    }
}

fn squares(vector: &SparseVector) -> f64 {
    vector.entries.iter().map(|(_, count)| count * count).sum()
}
