//! LEAD: the first sentences, which news is written to put first; the baseline
//! that readers preferred to extracts in Brandow, Mitze and Rau, "Automatic
//! Condensation of Electronic Publications by Sentence Selection", Information
//! Processing & Management 31(5), 1995.

use super::vector::to_f64;

/// Scores each sentence by how early it stands.
pub(super) fn rank(sentences: usize) -> Vec<f64> {
    (0..sentences).map(|at| to_f64(sentences - at)).collect()
}
