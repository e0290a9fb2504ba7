//! Linear separators, learnt by dual coordinate descent.
//!
//! C.-J. Hsieh et al., "A Dual Coordinate Descent Method for Large-scale
//! Linear SVM", ICML 2008, with the squared hinge loss: minimises
//! `|w|² / 2 + cost × Σ max(0, 1 − y w·x)²`.

use super::lists::Lists;
use crate::random::SplitMix;

/// Ends of the search: a spread of the gradient, or so many passes.
const TOLERANCE: f64 = 0.05;
const MAX_PASSES: usize = 100;
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// Vectors that are mostly zero.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    entries: Lists<(u32, f32)>,
    width: usize,
}

impl Rows {
    /// Makes room for vectors of `width` dimensions.
    pub(crate) fn new(width: usize) -> Self {
        Self {
            width,
            ..Self::default()
        }
    }

    pub(crate) fn push(&mut self, row: impl IntoIterator<Item = (u32, f32)>) {
        self.entries.push(row);
    }

    pub(crate) fn row(&self, at: usize) -> &[(u32, f32)] {
        self.entries.get(at)
    }
}

/// Returns the product of a vector and weights.
pub(crate) fn dot(row: &[(u32, f32)], weights: &[f64]) -> f64 {
    row.iter()
        .map(|&(at, value)| f64::from(value) * weights[at as usize])
        .sum()
}

/// Learns the weights that tell the rows for which `positive` holds from the
/// others, looking at `among` only.
pub(crate) fn train(
    rows: &Rows,
    among: &[usize],
    positive: impl Fn(usize) -> bool,
    cost: f64,
) -> Vec<f64> {
    let diagonal = 0.5 / cost;
    let mut examples: Vec<Example> = among
        .iter()
        .map(|&at| Example {
            at,
            sign: if positive(at) { 1.0 } else { -1.0 },
            alpha: 0.0,
            curvature: diagonal
                + rows
                    .row(at)
                    .iter()
                    .map(|(_, x)| f64::from(*x).powi(2))
                    .sum::<f64>(),
        })
        .collect();
    let mut weights = vec![0.0; rows.width];
    let mut random = Random::new(SEED);
    for _ in 0..MAX_PASSES {
        random.shuffle(&mut examples);
        if pass(rows, &mut examples, &mut weights, diagonal) < TOLERANCE {
            break;
        }
    }
    weights
}

struct Example {
    at: usize,
    sign: f64,
    alpha: f64,
    /// Diagonal of the dual's quadratic form.
    curvature: f64,
}

/// Improves each dual variable once; returns the spread of the projected
/// gradient, which is zero at the optimum.
fn pass(rows: &Rows, examples: &mut [Example], weights: &mut [f64], diagonal: f64) -> f64 {
    let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
    for example in examples {
        let row = rows.row(example.at);
        let gradient = example.sign * dot(row, weights) - 1.0 + diagonal * example.alpha;
        // At its bound a variable can only grow.
        let projected = if example.alpha == 0.0 {
            gradient.min(0.0)
        } else {
            gradient
        };
        lowest = lowest.min(projected);
        highest = highest.max(projected);
        if projected.abs() > 1e-12 {
            let before = example.alpha;
            example.alpha = (before - gradient / example.curvature).max(0.0);
            let step = (example.alpha - before) * example.sign;
            for &(at, value) in row {
                weights[at as usize] += step * f64::from(value);
            }
        }
    }
    if highest >= lowest {
        highest - lowest
    } else {
        0.0
    }
}

/// What learning draws: by remainders, as the models that there are were learnt.
#[derive(Debug)]
pub(crate) struct Random(SplitMix);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(SplitMix(seed))
    }

    /// Returns a number below `bound`, which is not zero.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the remainder is below a usize"
    )]
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.0.next() % bound as u64) as usize
    }

    /// Puts items in a random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_points() -> Rows {
        let mut rows = Rows::new(1);
        rows.push([(0, 1.0)]);
        rows.push([(0, -1.0)]);
        rows
    }

    /// w²/2 + 2c(1 − w)² is smallest at w = 4c / (1 + 4c).
    #[test]
    fn finds_the_optimum_of_a_hand_computed_case() {
        for cost in [0.25, 1.0, 4.0] {
            let weights = train(&two_points(), &[0, 1], |at| at == 0, cost);
            let expected = 4.0 * cost / (1.0 + 4.0 * cost);
            assert!(
                (weights[0] - expected).abs() < 0.02,
                "{} {expected}",
                weights[0]
            );
        }
    }

    /// The first numbers of the seed 1234567 are published with the generator.
    #[test]
    fn what_is_drawn_never_changes() {
        let mut random = Random::new(1_234_567);
        let drawn: Vec<usize> = (0..5).map(|_| random.below(1_000_000)).collect();
        assert_eq!(drawn, [365_317, 807_973, 370_423, 82_431, 223_821]);
        let mut items = [0, 1, 2, 3, 4, 5, 6, 7];
        Random::new(SEED).shuffle(&mut items);
        assert_eq!(items, [1, 0, 3, 5, 6, 7, 2, 4]);
    }

    #[test]
    fn one_class_only_gives_finite_weights() {
        let weights = train(&two_points(), &[0, 1], |_| false, 1.0);
        assert!(weights[0].is_finite());
        assert_eq!(train(&two_points(), &[], |_| true, 1.0), [0.0]);
    }
}
