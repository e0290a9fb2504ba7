//! PACSUM: Zheng and Lapata, "Sentence Centrality Revisited for Unsupervised
//! Summarization", ACL 2019 (arXiv 1906.03508), over TF-IDF vectors.
//!
//! An edge counts for the sentence that comes first: what the rest of the
//! text takes up again is what matters. With the paper's weights for news
//! (backward 0, forward 1, no threshold) the centrality of a sentence is its
//! inner product with the sum of all later ones, which takes linear time.

use super::vector::SentenceVectors;

/// Scores each sentence by its similarity to all that follow it.
pub(super) fn rank(vectors: &SentenceVectors) -> Vec<f64> {
    let mut later = vec![0.0; vectors.terms()];
    let mut scores = vec![0.0; vectors.len()];
    for (score, vector) in scores.iter_mut().zip(&vectors.unit).rev() {
        *score = vector.dot(&later);
        vector.add_to(&mut later, 1.0);
    }
    scores
}
