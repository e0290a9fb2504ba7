//! `SUM_BASIC`: Nenkova and Vanderwende, "The Impact of Frequency on
//! Summarization", MSR-TR-2005-101.
//!
//! Takes the sentence whose words have the highest average probability, then
//! squares the probabilities of its words, as they have been said. Like sumy
//! it leaves out the report's variant that only looks at sentences with the
//! most probable word.

use std::collections::BinaryHeap;

use super::greedy;
use super::vector::{SentenceVectors, to_f64};
use super::waiting::Waiting;

/// Scores each sentence by when it is taken.
pub(super) fn rank(vectors: &SentenceVectors) -> Vec<f64> {
    let mut probability = vec![0.0; vectors.terms()];
    let total: usize = vectors.words.iter().sum();
    for counts in &vectors.counts {
        counts.add_to(&mut probability, 1.0 / to_f64(total.max(1)));
    }
    // Probabilities only fall, so a stale average is an upper bound and few
    // need to be computed again; beside each is how many had been taken then.
    let mut heap: BinaryHeap<(Waiting, usize)> = (0..vectors.len())
        .map(|at| (average(vectors, at, &probability), 0))
        .collect();
    let mut taken = Vec::with_capacity(vectors.len());
    while let Some((Waiting { at, .. }, as_of)) = heap.pop() {
        if as_of < taken.len() {
            heap.push((average(vectors, at, &probability), taken.len()));
            continue;
        }
        for &(term, count) in &vectors.counts[at].entries {
            let value = &mut probability[term as usize];
            // One squaring for each occurrence in the sentence.
            *value = value.powf(count.exp2());
        }
        taken.push(at);
    }
    greedy::scores(&taken, &vec![0.0; vectors.len()])
}

/// The average probability of a sentence's words.
fn average(vectors: &SentenceVectors, at: usize, probability: &[f64]) -> Waiting {
    let words = to_f64(vectors.words[at].max(1));
    Waiting {
        value: vectors.counts[at].dot(probability) / words,
        at,
    }
}
