//! RANKED: Mujaz's own ranking: a few features weighted by hand, which hold
//! in any language and for any kind of text, and boosted trees over all
//! features, trained on what readers chose; see `models/README-summary.md`.

use super::Ranking;
use super::factors::{self, ScoreFactor};
use super::features::{self, NAMES, Row};
use super::trees::Forest;
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
pub(super) fn rank(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Ranking {
    let forest = Forest::builtin();
    let base = base_weights();
    let rows = features::compute(text, vectors);
    Ranking {
        scores: rows
            .iter()
            .map(|row| forest.predict(row) + BASE_WEIGHT * dot(&base, row))
            .collect(),
        leans: rows.iter().map(features::needs_previous).collect(),
        limited: false,
    }
}

/// Says how far each candidate lies above or below the average of the
/// document, by families of features.
pub(super) fn parts(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<Vec<ScoreFactor>> {
    let rows = features::compute(text, vectors);
    let weights = base_weights().map(|weight| BASE_WEIGHT * weight);
    let of_base = factors::of_weights(&weights, &rows);
    let of_trees = Forest::builtin().attribute(&rows);
    let has_title = !text.title_words.is_empty();
    let both = of_base.into_iter().zip(of_trees);
    both.map(|(mut base, trees)| {
        for (part, other) in base.iter_mut().zip(trees) {
            *part += other;
        }
        factors::by_family(&base, has_title)
    })
    .collect()
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
