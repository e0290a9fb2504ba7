//! `SUM_BASIC`: Nenkova and Vanderwende, "The Impact of Frequency on
//! Summarization", MSR-TR-2005-101.
//!
//! Takes the sentence whose words have the highest average probability, then
//! squares the probabilities of its words, as they have been said. Like sumy
//! it leaves out the report's variant that only looks at sentences with the
//! most probable word.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::greedy;
use super::vector::{SentenceVectors, to_f64};

/// Scores each sentence by when it is taken.
pub(super) fn rank(vectors: &SentenceVectors) -> Vec<f64> {
    let mut probability = vec![0.0; vectors.terms()];
    let total: usize = vectors.words.iter().sum();
    for counts in &vectors.counts {
        counts.add_to(&mut probability, 1.0 / to_f64(total.max(1)));
    }
    // Probabilities only fall, so a stale average is an upper bound and few
    // need to be computed again.
    let mut heap: BinaryHeap<Entry> = (0..vectors.len())
        .map(|place| Entry::new(vectors, place, &probability, 0))
        .collect();
    let mut taken = Vec::with_capacity(vectors.len());
    while let Some(best) = heap.pop() {
        if best.as_of < taken.len() {
            heap.push(Entry::new(vectors, best.place, &probability, taken.len()));
            continue;
        }
        for &(term, count) in &vectors.counts[best.place].entries {
            let value = &mut probability[term as usize];
            // One squaring for each occurrence in the sentence.
            *value = value.powf(count.exp2());
        }
        taken.push(best.place);
    }
    greedy::scores(&taken, &vec![0.0; vectors.len()])
}

/// A sentence with an upper bound on its average probability.
#[derive(PartialEq)]
struct Entry {
    average: f64,
    place: usize,
    /// Number of taken sentences when `average` was computed.
    as_of: usize,
}

impl Entry {
    fn new(vectors: &SentenceVectors, place: usize, probability: &[f64], as_of: usize) -> Self {
        let words = to_f64(vectors.words[place].max(1));
        Self {
            average: vectors.counts[place].dot(probability) / words,
            place,
            as_of,
        }
    }
}

impl Eq for Entry {}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of equal ones the earlier in the document comes first.
        self.average
            .total_cmp(&other.average)
            .then(other.place.cmp(&self.place))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
