//! LambdaMART (Burges, "From RankNet to LambdaRank to LambdaMART", MSR-TR-
//! 2010-82): of two sentences of a document, the one with the higher label is
//! pushed up as strongly as changing their places would change NDCG.
//!
//! As in LightGBM, a pair counts less the further its scores are apart
//! already, and a document with much disorder is damped.

use std::ops::Range;

use super::Example;
use super::boost::Objective;
use super::grow::Slope;
use super::objective::logistic;

/// Places that matter: a summary takes about three sentences, and those that
/// just miss it should be known.
const PLACES: usize = 6;
/// Gain of a label of 1: the scale on which the published settings of this
/// objective are made, where labels are grades from 0 to 4.
const FULL_GAIN: f64 = 4.0;
/// Keeps the force between equal scores finite.
const LEAST_DISTANCE: f64 = 0.01;

/// Labels of the sentences, document by document.
pub(super) struct Order {
    documents: Vec<Document>,
}

struct Document {
    /// Where its sentences stand among all.
    rows: Range<usize>,
    gains: Vec<f64>,
    weight: f64,
    /// The highest discounted gain that an order can have; 0 if all labels
    /// are 0.
    ideal: f64,
}

impl Order {
    /// Takes the labels; `None` if no document has different ones.
    pub(super) fn new(examples: &[&Example]) -> Option<Self> {
        let mut first = 0;
        let mut document = |example: &&Example| {
            let rows = first..first + example.labels.len();
            first = rows.end;
            Document::new(rows, example)
        };
        let documents: Vec<Document> = examples.iter().map(&mut document).collect();
        let is_mixed = |document: &Document| {
            let first = document.gains.first();
            document.gains.iter().any(|gain| Some(gain) != first)
        };
        documents.iter().any(is_mixed).then_some(Self { documents })
    }
}

impl Objective for Order {
    fn start(&self) -> f64 {
        0.0
    }

    fn slopes(&self, scores: &[f64], slopes: &mut [Slope]) {
        for document in &self.documents {
            let rows = document.rows.clone();
            document.slopes(&scores[rows.clone()], &mut slopes[rows]);
        }
    }
}

impl Document {
    fn new(rows: Range<usize>, example: &Example) -> Self {
        let gain = |&label: &f32| FULL_GAIN * f64::from(label);
        let gains: Vec<f64> = example.labels.iter().map(gain).collect();
        let mut best = gains.clone();
        best.sort_by(|a, b| b.total_cmp(a));
        let top = best.iter().take(PLACES).enumerate();
        Self {
            rows,
            weight: f64::from(example.weight),
            ideal: top.map(|(place, gain)| gain * discount(place)).sum(),
            gains,
        }
    }

    fn slopes(&self, scores: &[f64], slopes: &mut [Slope]) {
        slopes.fill(Slope::default());
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        let is_level = order.first().map(|&at| scores[at]) == order.last().map(|&at| scores[at]);
        let mut disorder = 0.0;
        for (place, &one) in order.iter().enumerate().take(PLACES) {
            for (further, &other) in order.iter().enumerate().skip(place + 1) {
                let change = (self.gains[one] - self.gains[other]).abs()
                    * (discount(place) - discount(further));
                if change <= 0.0 {
                    continue;
                }
                let (better, worse) = if self.gains[one] > self.gains[other] {
                    (one, other)
                } else {
                    (other, one)
                };
                let lead = scores[better] - scores[worse];
                let distance = if is_level {
                    1.0
                } else {
                    LEAST_DISTANCE + lead.abs()
                };
                disorder += push(slopes, better, worse, lead, change / self.ideal / distance);
            }
        }
        self.scale(slopes, disorder);
    }

    /// Damps what much disorder makes large, and applies the weight.
    fn scale(&self, slopes: &mut [Slope], disorder: f64) {
        let damping = if disorder > 0.0 {
            disorder.ln_1p() / std::f64::consts::LN_2 / disorder
        } else {
            1.0
        };
        for slope in slopes {
            slope.gradient *= damping * self.weight;
            slope.curvature *= damping * self.weight;
        }
    }
}

/// Pushes one sentence up and one down by what changing their places is
/// worth; returns the sum of the forces.
fn push(slopes: &mut [Slope], better: usize, worse: usize, lead: f64, worth: f64) -> f64 {
    let chance = logistic(-lead);
    let force = chance * worth;
    let curvature = chance * (1.0 - chance) * worth;
    slopes[better].gradient -= force;
    slopes[worse].gradient += force;
    slopes[better].curvature += curvature;
    slopes[worse].curvature += curvature;
    2.0 * force
}

/// How much a place counts (Järvelin and Kekäläinen 2002).
#[expect(
    clippy::cast_precision_loss,
    reason = "places of sentences are far below 2^53"
)]
fn discount(place: usize) -> f64 {
    1.0 / (place as f64 + 2.0).log2()
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    fn slopes(labels: &[f32], scores: &[f64]) -> Vec<Slope> {
        let one = example(labels, 1.0);
        let order = Order::new(&[&one]).expect("labels differ");
        let mut slopes = vec![Slope::default(); scores.len()];
        order.slopes(scores, &mut slopes);
        slopes
    }

    #[test]
    fn a_pair_is_pushed_by_what_its_exchange_is_worth() {
        // Equal scores: force = 1/2 × (1 - 1/log2 3), the ideal being 1 × 4;
        // disorder is twice that.
        let found = slopes(&[0.0, 1.0], &[0.0, 0.0]);
        let force = 0.5 * (1.0 - 1.0 / 3.0_f64.log2());
        let expected = force * (1.0 + 2.0 * force).log2() / (2.0 * force);
        assert!((found[1].gradient + expected).abs() < 1e-12, "{found:?}");
        assert!((found[0].gradient - expected).abs() < 1e-12, "{found:?}");
        assert!(
            (found[0].curvature - expected / 2.0).abs() < 1e-12,
            "{found:?}"
        );
    }

    #[test]
    fn forces_go_up_the_labels_and_cancel() {
        let found = slopes(&[0.5, 0.0, 1.0, 0.0], &[0.3, 0.2, 0.1, 0.0]);
        assert!(found[2].gradient < 0.0 && found[1].gradient > 0.0);
        let sum: f64 = found.iter().map(|slope| slope.gradient).sum();
        assert!(sum.abs() < 1e-12 && found.iter().all(|slope| slope.curvature > 0.0));
    }

    #[test]
    fn going_down_the_slope_orders_a_list() {
        let labels = [0.0, 1.0, 0.25, 0.75, 0.5];
        let mut scores = vec![0.0; labels.len()];
        for _ in 0..200 {
            let slopes = slopes(&labels, &scores);
            for (score, slope) in scores.iter_mut().zip(slopes) {
                *score -= 0.1 * slope.gradient;
            }
        }
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        assert_eq!(order, [1, 3, 4, 2, 0]);
    }

    #[test]
    fn labels_without_a_difference_teach_nothing() {
        let (one, other) = (example(&[1.0, 1.0], 1.0), example(&[0.0], 1.0));
        assert!(Order::new(&[&one, &other]).is_none());
    }
}
