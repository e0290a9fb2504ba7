//! RANKED: Mujaz's own ranking: a few features weighted by hand, which hold
//! in any language and for any kind of text, and boosted trees over all
//! features, trained on what readers chose; see `models/README-summary.md`.

use super::features::{self, NAMES, Row};
use super::ranker::Ranker;
use super::vector::SentenceVectors;
use crate::text::AnalyzedText;

/// The part that is not learned. It keeps the ranking close to what is known
/// of news where the trees have seen no such document.
const BASE: [(&str, f64); 8] = [
    ("position", 1.0),
    ("forward_centrality", 0.8),
    ("title", 0.8),
    ("fragment", -0.5),
    ("connective", -0.3),
    ("pronoun", -0.3),
    ("bare_quote", -0.3),
    ("question", -0.3),
];

/// Scores each candidate.
pub(super) fn rank(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<f64> {
    Ranker::builtin().scores(&features::compute(text, vectors))
}

/// Computes the part that is not learned.
pub(super) fn base(rows: &[Row]) -> Vec<f64> {
    let weights = base_weights();
    rows.iter().map(|row| dot(&weights, row)).collect()
}

fn base_weights() -> [f64; NAMES.len()] {
    NAMES.map(|name| {
        let found = BASE.iter().find(|(base, _)| *base == name);
        found.map_or(0.0, |(_, weight)| *weight)
    })
}

fn dot(weights: &[f64], row: &Row) -> f64 {
    weights
        .iter()
        .zip(row)
        .map(|(weight, &value)| weight * f64::from(value))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_of_the_base_names_a_feature() {
        assert!(BASE.iter().all(|(name, _)| NAMES.contains(name)));
    }
}
