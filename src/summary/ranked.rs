//! RANKED: Mujaz's own ranking: a few features weighted by hand, which hold
//! in any language and for any kind of text, and boosted trees over all
//! features, trained on what readers chose; see `models/README-summary.md`.

use std::sync::LazyLock;

use super::features::{self, NAMES, Row};
use super::forest::Forest;
use super::trees;
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
/// Weight of the base beside the log-odds of the trees, cross-validated.
const BASE_WEIGHT: f64 = 0.341;

/// Scores each candidate.
pub(super) fn rank(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<f64> {
    let rows = features::compute(text, vectors);
    let base = base_weights();
    let learned = forest().predict(&rows);
    let sum = |(row, learned): (&Row, f64)| learned + BASE_WEIGHT * dot(&base, row);
    rows.iter().zip(learned).map(sum).collect()
}

/// Returns the trees that are built in.
fn forest() -> &'static Forest {
    static FOREST: LazyLock<Forest> = LazyLock::new(|| {
        // A test reads the file that is built in, so it cannot be unsound in
        // a released program; without trees only the base is left.
        let trees = trees::read(trees::MODEL).unwrap_or_default();
        Forest::new(&trees).unwrap_or_default()
    });
    &FOREST
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
    fn the_built_in_trees_fit_into_a_forest() {
        let trees = trees::read(trees::MODEL).expect("a sound file");
        assert!(Forest::new(&trees).is_some());
    }

    #[test]
    fn every_weight_of_the_base_names_a_feature() {
        assert!(BASE.iter().all(|(name, _)| NAMES.contains(name)));
    }
}
