//! What sentences share with each other, all in time linear in the words.

use crate::summary::vector::{SentenceVectors, to_f64};
use crate::summary::{centroid, graph, pac_sum};

/// One value for each candidate; but for `introduces` in [0, 1].
pub(super) struct Relations {
    /// Likeness to all that follows, relative to the highest.
    pub(super) forward: Vec<f64>,
    /// Likeness to all that precedes, relative to the highest.
    pub(super) backward: Vec<f64>,
    /// Likeness to all, relative to the highest.
    pub(super) degree: Vec<f64>,
    /// Centroid value, relative to the highest.
    pub(super) centroid: Vec<f64>,
    /// Cosine with the first candidate.
    pub(super) to_first: Vec<f64>,
    /// Cosine with the next candidate.
    pub(super) to_next: Vec<f64>,
    /// Mean probability of its words, relative to the highest.
    pub(super) frequency: Vec<f64>,
    /// Log of the number of words that first stand here and come back.
    pub(super) introduces: Vec<f64>,
    /// Share of words that first stand here.
    pub(super) new_words: Vec<f64>,
}

impl Relations {
    pub(super) fn new(vectors: &SentenceVectors) -> Self {
        let forward = pac_sum::rank(vectors);
        let degree = graph::degree(vectors);
        let backward = degree
            .iter()
            .zip(&forward)
            .map(|(all, after)| (all - after).max(0.0));
        let (introduces, new_words) = first_uses(vectors);
        Self {
            backward: relative(backward.collect()),
            forward: relative(forward),
            degree: relative(degree),
            centroid: relative(centroid::rank(vectors)),
            to_first: likeness_to_first(vectors),
            to_next: likeness_to_next(vectors),
            frequency: relative(frequency(vectors)),
            introduces,
            new_words,
        }
    }
}

/// Divides by the highest value.
fn relative(mut values: Vec<f64>) -> Vec<f64> {
    let highest = values.iter().copied().fold(0.0, f64::max);
    if highest > 0.0 {
        for value in &mut values {
            *value /= highest;
        }
    }
    values
}

fn likeness_to_first(vectors: &SentenceVectors) -> Vec<f64> {
    let mut dense = vec![0.0; vectors.terms()];
    if let Some(first) = vectors.unit.first() {
        first.add_to(&mut dense, 1.0);
    }
    let likeness = vectors.unit.iter().map(|vector| vector.dot(&dense));
    // Of the first itself it says nothing.
    likeness
        .enumerate()
        .map(|(at, value)| if at == 0 { 0.0 } else { value })
        .collect()
}

fn likeness_to_next(vectors: &SentenceVectors) -> Vec<f64> {
    let mut dense = vec![0.0; vectors.terms()];
    let mut likeness = vec![0.0; vectors.len()];
    for (at, pair) in vectors.unit.windows(2).enumerate() {
        pair[0].add_to(&mut dense, 1.0);
        likeness[at] = pair[1].dot(&dense);
        for &(term, _) in &pair[0].entries {
            dense[term as usize] = 0.0;
        }
    }
    likeness
}

fn occurrences(vectors: &SentenceVectors) -> Vec<f64> {
    let mut counts = vec![0.0; vectors.terms()];
    for vector in &vectors.counts {
        vector.add_to(&mut counts, 1.0);
    }
    counts
}

fn frequency(vectors: &SentenceVectors) -> Vec<f64> {
    let counts = occurrences(vectors);
    vectors
        .counts
        .iter()
        .zip(&vectors.words)
        .map(|(vector, &words)| vector.dot(&counts) / to_f64(words.max(1)))
        .collect()
}

fn first_uses(vectors: &SentenceVectors) -> (Vec<f64>, Vec<f64>) {
    let counts = occurrences(vectors);
    let mut seen = vec![false; vectors.terms()];
    let of_sentence = |vector: &crate::summary::vector::SparseVector| {
        let (mut returning, mut new) = (0, 0);
        for &(term, count) in &vector.entries {
            if !std::mem::replace(&mut seen[term as usize], true) {
                new += 1;
                returning += usize::from(counts[term as usize] > count);
            }
        }
        let terms = vector.entries.len().max(1);
        (to_f64(returning).ln_1p(), to_f64(new) / to_f64(terms))
    };
    vectors.counts.iter().map(of_sentence).unzip()
}

/// Places by value, from 1 for the highest to 0 for the lowest; equal ones by
/// position.
pub(in crate::summary) fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
    let steps = to_f64(values.len().saturating_sub(1).max(1));
    let mut ranks = vec![0.0; values.len()];
    for (place, &at) in order.iter().enumerate() {
        ranks[at] = 1.0 - to_f64(place) / steps;
    }
    ranks
}
