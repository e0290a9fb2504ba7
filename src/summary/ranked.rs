//! RANKED: Mujaz's own ranking, a weighted sum of features that hold in any
//! language.

use super::features::{self, Features};
use super::vector::SentenceVectors;
use crate::text::AnalyzedText;

/// Weights of the features.
const POSITION: f64 = 1.0;
const CENTRALITY: f64 = 0.8;
const TITLE: f64 = 0.8;
const LENGTH: f64 = 0.5;
const LEANS_BACK: f64 = -0.3;
const BARE_QUOTE: f64 = -0.3;
const QUESTION: f64 = -0.3;

/// Scores each candidate.
pub(super) fn rank(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<f64> {
    features::compute(text, vectors).iter().map(score).collect()
}

fn score(features: &Features) -> f64 {
    POSITION * features.position
        + CENTRALITY * features.centrality
        + TITLE * features.title
        + LENGTH * features.length
        + LEANS_BACK * features.leans_back
        + BARE_QUOTE * features.bare_quote
        + QUESTION * features.question
}
