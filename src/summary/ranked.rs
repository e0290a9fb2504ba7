//! RANKED: Mujaz's own ranking: a few features weighted by hand, which hold
//! in any language and for any kind of text, and boosted trees over all
//! features, trained on what readers chose; see `models/README-summary.md`.

use std::sync::LazyLock;

use super::Ranking;
use super::factors::{self, Factor, ScoreFactor};
use super::features::{self, NAMES, Row};
use super::ranker::Ranker;
use super::vector::{SentenceVectors, to_f64};
use crate::pace::Pace;
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
pub(super) fn rank(text: &AnalyzedText<'_>, vectors: &SentenceVectors, pace: &Pace<'_>) -> Ranking {
    let rows = features::compute(text, vectors, pace);
    let go_on = features::go_on_speaking(text, vectors);
    let leans = rows.iter().zip(go_on);
    Ranking {
        scores: Ranker::builtin().scores(&rows),
        leans: leans
            .map(|(row, goes_on)| goes_on || features::needs_previous(row))
            .collect(),
        limited: false,
    }
}

/// Says how far each candidate's score lies above or below the average of the
/// document, by families of features.
pub(super) fn parts(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<Vec<ScoreFactor>> {
    let rows = features::compute(text, vectors, &Pace::unlimited());
    let ranker = Ranker::builtin();
    let steps = ranker.steps(&rows);
    let lowered = [
        (Factor::Form, beyond_mean(&steps.values, &steps.asked)),
        (Factor::Centrality, beyond_mean(&steps.asked, &steps.opened)),
        (
            Factor::Neighbours,
            beyond_mean(&steps.opened, &steps.scores),
        ),
    ];
    let has_title = !text.title_words.is_empty();
    let all = ranker.attribute(&rows).enumerate();
    all.map(|(at, contributions)| {
        let mut families = factors::by_family(&contributions, has_title);
        for family in &mut families {
            let own = lowered
                .iter()
                .filter(|(factor, _)| *factor == family.factor);
            family.contribution += own.map(|(_, by)| by[at]).sum::<f64>();
        }
        families
    })
    .collect()
}

/// Returns what a step adds to each score, less what it adds on average.
fn beyond_mean(before: &[f64], after: &[f64]) -> Vec<f64> {
    let added = before
        .iter()
        .zip(after)
        .map(|(before, after)| after - before);
    let added: Vec<f64> = added.collect();
    let usual = added.iter().sum::<f64>() / to_f64(added.len().max(1));
    added.into_iter().map(|one| one - usual).collect()
}

/// Computes the part that is not learned.
pub(super) fn base(rows: &[Row]) -> Vec<f64> {
    rows.iter().map(|row| dot(&*BASE_WEIGHTS, row)).collect()
}

/// The weight of each feature in the part that is not learned.
pub(super) static BASE_WEIGHTS: LazyLock<[f64; NAMES.len()]> = LazyLock::new(|| {
    NAMES.map(|name| {
        let found = BASE.iter().find(|(base, _)| *base == name);
        found.map_or(0.0, |(_, weight)| *weight)
    })
});

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
