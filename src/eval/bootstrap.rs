//! Confidence intervals by the percentile bootstrap (Efron 1979).

use crate::random::SplitMix;

/// A mean with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// Mean over all documents.
    pub mean: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

/// Samples drawn with replacement; the ends of the interval then waver in the
/// fourth digit.
const SAMPLES: usize = 1_000;
/// Seed of the sampling, the same for all columns of a table, so that the
/// same documents are drawn for each.
const SEED: u64 = 0x6d75_6a61_7a00_0001;

/// Estimates the mean of a score over documents like these; 0 for none.
#[must_use]
pub fn estimate(scores: &[f64]) -> Estimate {
    if scores.is_empty() {
        return Estimate::default();
    }
    let mut random = SplitMix(SEED);
    let mut means: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            mean(
                scores.iter().map(|_| scores[random.below(scores.len())]),
                scores.len(),
            )
        })
        .collect();
    means.sort_by(f64::total_cmp);
    Estimate {
        mean: mean(scores.iter().copied(), scores.len()),
        low: means[SAMPLES / 40],
        high: means[SAMPLES - 1 - SAMPLES / 40],
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of documents are far below 2^53"
)]
fn mean(values: impl Iterator<Item = f64>, count: usize) -> f64 {
    values.sum::<f64>() / count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_leave_no_doubt() {
        let found = estimate(&[0.5; 20]);
        assert_eq!(
            found,
            Estimate {
                mean: 0.5,
                low: 0.5,
                high: 0.5
            }
        );
        assert_eq!(estimate(&[]), Estimate::default());
    }

    #[test]
    fn the_interval_is_that_of_theory_and_repeats() {
        // 200 coin flips: 0.5 ± 1.96 √(0.25 / 200) = 0.5 ± 0.069.
        let flips: Vec<f64> = (0..200).map(|at| f64::from(at % 2)).collect();
        let found = estimate(&flips);
        assert!((found.low - 0.431).abs() < 0.012 && (found.high - 0.569).abs() < 0.012);
        assert_eq!(found, estimate(&flips));
    }
}
