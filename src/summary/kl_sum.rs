//! `KL_SUM`: Haghighi and Vanderwende, "Exploring Content Models for
//! Multi-Document Summarization", NAACL 2009.
//!
//! Takes, one after the other, the sentence that brings the summary's word
//! distribution closest to the document's, by the Kullback-Leibler divergence
//! of the document from the summary. A word that the summary lacks would make
//! the divergence infinite, and smoothing would make the shortest sentences
//! the best; so, as in sumy, the sum runs over the words of the summary.

use super::Ranking;
use super::graph;
use super::greedy;
use super::vector::{SentenceVectors, SparseVector, to_f64};
use crate::pace::Pace;

/// Most sentences that are taken by the divergence; a longer summary goes on
/// in the order of the last comparison. With the bound on the sentences that
/// are compared this keeps the time below some tens of milliseconds.
const MAX_TAKEN: usize = 100;

/// Scores each sentence by when it is taken.
pub(super) fn rank(vectors: &SentenceVectors, time: &Pace<'_>) -> Ranking {
    let mut left = graph::participants(vectors);
    let limited = left.len() < vectors.len();
    let mut summary = Growing::new(vectors);
    let mut last = vec![f64::NEG_INFINITY; vectors.len()];
    let mut taken = Vec::new();
    while taken.len() < MAX_TAKEN && !left.is_empty() && !time.is_spent() {
        let mut best = 0;
        for (at, &place) in left.iter().enumerate() {
            last[place] = summary.fit_with(&vectors.counts[place], vectors.words[place]);
            if last[place] > last[left[best]] {
                best = at;
            }
        }
        let place = left.remove(best);
        summary.add(&vectors.counts[place], vectors.words[place]);
        taken.push(place);
    }
    Ranking::of_pairs(greedy::scores(&taken, &last), limited)
}

/// A summary that grows, and the document that it should be like.
struct Growing {
    /// The document's distribution, p.
    document: Vec<f64>,
    /// The summary's counts c and their sum.
    counts: Vec<f64>,
    total: f64,
    /// Sum of p over the summary's words.
    mass: f64,
    /// Sum of p ln(p / c) over the summary's words.
    weighted: f64,
}

impl Growing {
    fn new(vectors: &SentenceVectors) -> Self {
        let total: usize = vectors.words.iter().sum();
        let mut document = vec![0.0; vectors.terms()];
        for counts in &vectors.counts {
            counts.add_to(&mut document, 1.0 / to_f64(total.max(1)));
        }
        Self {
            counts: vec![0.0; document.len()],
            total: 0.0,
            mass: 0.0,
            weighted: 0.0,
            document,
        }
    }

    /// The negative divergence with a sentence added. One without content words changes nothing,
    /// which is less than anything else does.
    fn fit_with(&self, sentence: &SparseVector, words: usize) -> f64 {
        if words == 0 {
            return f64::NEG_INFINITY;
        }
        let (mass, weighted) = self.with(sentence);
        -(mass * (self.total + to_f64(words)).ln() + weighted)
    }

    fn with(&self, sentence: &SparseVector) -> (f64, f64) {
        let (mut mass, mut weighted) = (self.mass, self.weighted);
        for &(term, count) in &sentence.entries {
            let share = self.document[term as usize];
            let known = self.counts[term as usize];
            if known > 0.0 {
                weighted += share * (known / (known + count)).ln();
            } else {
                mass += share;
                weighted += share * (share / count).ln();
            }
        }
        (mass, weighted)
    }

    fn add(&mut self, sentence: &SparseVector, words: usize) {
        (self.mass, self.weighted) = self.with(sentence);
        sentence.add_to(&mut self.counts, 1.0);
        self.total += to_f64(words);
    }
}
