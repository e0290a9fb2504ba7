//! Cross-entropy between labels in [0, 1] and the chance that a score stands
//! for.

use super::Example;
use super::boost::Objective;
use super::grow::Slope;
use crate::summary::vector::to_f64;

/// Sentences from which on a document weighs little more for being longer: a
/// book must not drown the news.
const FULL_DOCUMENT: f64 = 10.0;
/// Keeps the first score finite when all labels are alike.
const LEAST_CHANCE: f64 = 1e-6;

/// Labels and weights of all sentences.
pub(super) struct CrossEntropy {
    labels: Vec<f64>,
    weights: Vec<f64>,
}

impl CrossEntropy {
    pub(super) fn new(examples: &[&Example]) -> Self {
        let mut labels = Vec::new();
        let mut weights = Vec::new();
        for example in examples {
            let count = example.labels.len();
            labels.extend(example.labels.iter().map(|&label| f64::from(label)));
            let weight =
                f64::from(example.weight) * FULL_DOCUMENT / (FULL_DOCUMENT + to_f64(count));
            weights.resize(weights.len() + count, weight);
        }
        Self { labels, weights }
    }
}

impl Objective for CrossEntropy {
    /// The log-odds of the mean label.
    fn start(&self) -> f64 {
        let all: f64 = self.weights.iter().sum();
        let pairs = self.labels.iter().zip(&self.weights);
        let chosen: f64 = pairs.map(|(label, weight)| label * weight).sum();
        let chance = (chosen / all).clamp(LEAST_CHANCE, 1.0 - LEAST_CHANCE);
        (chance / (1.0 - chance)).ln()
    }

    fn slopes(&self, scores: &[f64], slopes: &mut [Slope]) {
        let wanted = self.labels.iter().zip(&self.weights);
        for ((slope, score), (label, weight)) in slopes.iter_mut().zip(scores).zip(wanted) {
            let chance = logistic(*score);
            *slope = Slope {
                gradient: weight * (chance - label),
                curvature: weight * chance * (1.0 - chance),
            };
        }
    }
}

/// The chance that a log-odds stands for.
pub(super) fn logistic(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    #[test]
    fn slopes_are_those_of_the_loss() {
        let one = example(&[0.25, 1.0], 1.2);
        let objective = CrossEntropy::new(&[&one]);
        // Two sentences: 1.2 × 10 / 12 = 1.
        let loss = |score: f64| -(0.25 * score - score.exp().ln_1p());
        let mut slopes = [Slope::default(); 2];
        let step = 1e-4;
        objective.slopes(&[0.7, 0.0], &mut slopes);
        let gradient = (loss(0.7 + step) - loss(0.7 - step)) / (2.0 * step);
        let curvature = (loss(0.7 + step) - 2.0 * loss(0.7) + loss(0.7 - step)) / step.powi(2);
        assert!((slopes[0].gradient - gradient).abs() < 1e-6, "{slopes:?}");
        assert!((slopes[0].curvature - curvature).abs() < 1e-5, "{slopes:?}");
        assert!((slopes[1].gradient + 0.5).abs() < 1e-6, "{slopes:?}");
    }

    #[test]
    fn the_start_is_where_all_gradients_cancel() {
        let (one, other) = (example(&[1.0, 0.0], 1.0), example(&[0.5, 0.0, 0.0], 3.0));
        let objective = CrossEntropy::new(&[&one, &other]);
        let mut slopes = [Slope::default(); 5];
        objective.slopes(&[objective.start(); 5], &mut slopes);
        let sum: f64 = slopes.iter().map(|slope| slope.gradient).sum();
        assert!(sum.abs() < 1e-9, "{sum}");
    }
}
