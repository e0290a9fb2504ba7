//! CENTROID: the centroid value of Radev, Jing, Styś and Tam, "Centroid-based
//! summarization of multiple documents", Information Processing & Management
//! 40(6), 2004.
//!
//! The centroid holds the document's words whose count × IDF is salient; a
//! sentence is worth the sum of the centroid over its words.

use super::vector::{SentenceVectors, to_f64};

/// Share of the strongest word's weight from which a word is in the centroid.
const SALIENCE: f64 = 0.1;

/// Scores each sentence by its centroid value.
pub(super) fn rank(vectors: &SentenceVectors) -> Vec<f64> {
    let centroid = centroid(vectors);
    vectors
        .counts
        .iter()
        .map(|counts| counts.dot(&centroid))
        .collect()
}

fn centroid(vectors: &SentenceVectors) -> Vec<f64> {
    let mut weights = vec![0.0; vectors.terms()];
    for counts in &vectors.counts {
        counts.add_to(&mut weights, 1.0 / to_f64(vectors.len()));
    }
    for (weight, idf) in weights.iter_mut().zip(&vectors.idf) {
        *weight *= idf;
    }
    let strongest = weights.iter().copied().fold(0.0, f64::max);
    for weight in &mut weights {
        if *weight < SALIENCE * strongest {
            *weight = 0.0;
        }
    }
    weights
}
