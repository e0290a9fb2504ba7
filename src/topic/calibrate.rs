//! From margins to probabilities, and from probabilities to decisions.

use super::sigmoid;

/// Passes of Newton's method; it converges in a handful.
const MAX_STEPS: usize = 50;
const CONVERGED: f64 = 1e-9;
/// Keeps the Hessian away from singular.
const RIDGE: f64 = 1e-9;
/// Fewest positive examples for a threshold to be learnt from them.
const FEWEST_POSITIVES: usize = 3;
/// Lowest F1 at which a threshold is one: a model that does not tell a topic from others does
/// "best" when it gives it to every document.
const FAINTEST_F1: f64 = 0.2;
/// Threshold of a topic that has too few examples, or is not told from others.
pub(crate) const UNLEARNT_THRESHOLD: f64 = 0.5;
/// What stands in where nothing can be fitted: log-odds for a margin of one, and beyond those of an
/// example of which nothing is known. On BBC, TTC-3600, AG News and SANAD, 22 topics, the fitted
/// ones are 5.5 to 9.1 and 2.0 to 4.1.
const USUAL_SLOPE: f64 = 7.5;
const USUAL_OFFSET: f64 = 3.0;

/// Returns the log-odds of an example of which nothing is known.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(crate) fn prior(positive: &[bool]) -> f64 {
    let ones = positive.iter().filter(|yes| **yes).count() as f64;
    let zeros = positive.len() as f64 - ones;
    ((ones + 1.0) / (zeros + 1.0)).ln()
}

/// `log-odds = slope × margin + offset`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scaling {
    pub(crate) slope: f64,
    pub(crate) offset: f64,
}

impl Scaling {
    /// For a separator of which no document left out tells how far it is right.
    pub(crate) fn unfitted(positive: &[bool]) -> Self {
        Self {
            slope: USUAL_SLOPE,
            offset: prior(positive) + USUAL_OFFSET,
        }
    }

    pub(crate) fn log_odds(self, margin: f64) -> f64 {
        self.slope * margin + self.offset
    }
}

/// Fits the sigmoid of J. Platt, "Probabilistic Outputs for Support Vector
/// Machines", 1999, by Newton's method; his softened targets keep the
/// probabilities of separable data off 0 and 1.
///
/// `None` where higher margins are not the likelier: models that had not seen the only documents
/// of a topic take them for anything else, and to turn their margins round would turn the model
/// that has seen them.
pub(crate) fn fit(margins: &[f64], positive: &[bool]) -> Option<Scaling> {
    let scaling = minimise(margins, positive);
    (scaling.slope > 0.0).then_some(scaling)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn minimise(margins: &[f64], positive: &[bool]) -> Scaling {
    let ones = positive.iter().filter(|yes| **yes).count() as f64;
    let zeros = margins.len() as f64 - ones;
    let (high, low) = ((ones + 1.0) / (ones + 2.0), 1.0 / (zeros + 2.0));
    let target = |yes: bool| if yes { high } else { low };
    let mut scaling = Scaling {
        slope: 1.0,
        offset: prior(positive),
    };
    let mut loss = log_loss(margins, positive, target, scaling);
    for _ in 0..MAX_STEPS {
        let (slope, offset) = newton_step(margins, positive, target, scaling);
        let mut size = 1.0;
        let (next, next_loss) = loop {
            let next = Scaling {
                slope: scaling.slope - size * slope,
                offset: scaling.offset - size * offset,
            };
            let next_loss = log_loss(margins, positive, target, next);
            if next_loss <= loss || size < 1e-6 {
                break (next, next_loss);
            }
            size /= 2.0;
        };
        if loss - next_loss < CONVERGED {
            break;
        }
        (scaling, loss) = (next, next_loss);
    }
    scaling
}

/// Returns the log-loss of calibrated margins, in nats over all of them.
pub(crate) fn surprise(margins: &[f64], positive: &[bool]) -> f64 {
    let constant = || Scaling {
        slope: 0.0,
        offset: prior(positive),
    };
    let scaling = fit(margins, positive).unwrap_or_else(constant);
    log_loss(margins, positive, |yes| f64::from(u8::from(yes)), scaling)
}

fn log_loss(
    margins: &[f64],
    positive: &[bool],
    target: impl Fn(bool) -> f64,
    scaling: Scaling,
) -> f64 {
    let loss = |margin: f64, yes: bool| {
        let logit = scaling.log_odds(margin);
        // ln(1 + e^x) without overflow, less the share of the target.
        logit.max(0.0) + (-logit.abs()).exp().ln_1p() - target(yes) * logit
    };
    margins
        .iter()
        .zip(positive)
        .map(|(&margin, &yes)| loss(margin, yes))
        .sum()
}

fn newton_step(
    margins: &[f64],
    positive: &[bool],
    target: impl Fn(bool) -> f64,
    scaling: Scaling,
) -> (f64, f64) {
    let (mut gs, mut go) = (0.0, 0.0);
    let (mut ss, mut so, mut oo) = (RIDGE, 0.0, RIDGE);
    for (&margin, &yes) in margins.iter().zip(positive) {
        let p = sigmoid(scaling.log_odds(margin));
        let (error, curvature) = (p - target(yes), p * (1.0 - p));
        gs += error * margin;
        go += error;
        ss += curvature * margin * margin;
        so += curvature * margin;
        oo += curvature;
    }
    let determinant = ss * oo - so * so;
    (
        (gs * oo - go * so) / determinant,
        (go * ss - gs * so) / determinant,
    )
}

/// Returns the threshold at which F1 is highest, a half where no threshold makes it
/// [`FAINTEST_F1`].
///
/// F1 lies between its value and those of its neighbours when other documents
/// come, so the threshold is put halfway to the next lower probability.
pub(crate) fn best_threshold(probabilities: &[f64], positive: &[bool]) -> f64 {
    let total = positive.iter().filter(|yes| **yes).count();
    if total < FEWEST_POSITIVES {
        return UNLEARNT_THRESHOLD;
    }
    let mut ranked: Vec<(f64, bool)> = probabilities
        .iter()
        .copied()
        .zip(positive.iter().copied())
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut best) = (0, (FAINTEST_F1, UNLEARNT_THRESHOLD));
    for (at, &(probability, yes)) in ranked.iter().enumerate() {
        hits += usize::from(yes);
        let next = ranked.get(at + 1).map_or(0.0, |(next, _)| *next);
        if next < probability {
            let score = f1(hits, at + 1, total);
            if score > best.0 {
                best = (score, f64::midpoint(probability, next));
            }
        }
    }
    best.1
}

/// Returns the harmonic mean of precision and recall; 0 when nothing is hit.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(crate) fn f1(hits: usize, assigned: usize, labelled: usize) -> f64 {
    if hits == 0 {
        0.0
    } else {
        2.0 * hits as f64 / (assigned + labelled) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two margins only: the fit must reproduce the softened frequencies.
    #[test]
    fn fits_frequencies_exactly() {
        let margins = [-1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0];
        let positive = [true, false, false, false, true, true, true, false];
        let scaling = fit(&margins, &positive).expect("they rise");
        let (high, low) = (5.0 / 6.0, 1.0 / 6.0);
        let expected = (3.0 * high + low) / 4.0;
        assert!((sigmoid(scaling.log_odds(1.0)) - expected).abs() < 1e-6);
        assert!((sigmoid(scaling.log_odds(-1.0)) - (high + 3.0 * low) / 4.0).abs() < 1e-6);
    }

    #[test]
    fn degenerate_data_gives_finite_scalings() {
        for (margins, positive) in [
            (vec![], vec![]),
            (vec![2.0], vec![true]),
            (vec![1.0, 1.0], vec![true, false]),
            (vec![-5.0, 5.0], vec![false, true]),
        ] {
            let scaling = minimise(&margins, &positive);
            assert!(
                scaling.slope.is_finite() && scaling.offset.is_finite(),
                "{margins:?}"
            );
        }
    }

    #[test]
    fn margins_that_fall_with_the_truth_are_not_turned_round() {
        let margins = [1.0, 0.5, -0.5, -1.0];
        let positive = [false, false, true, true];
        assert_eq!(fit(&margins, &positive), None);
        let unfitted = Scaling::unfitted(&positive);
        assert!(unfitted.log_odds(0.5) > 0.0 && unfitted.log_odds(-0.5) < 0.0);
    }

    #[test]
    fn the_threshold_is_where_f1_is_highest() {
        let probabilities = [0.9, 0.8, 0.7, 0.4, 0.2, 0.1];
        let positive = [true, true, false, true, false, false];
        assert!((best_threshold(&probabilities, &positive) - 0.3).abs() < 1e-12);
        assert!((best_threshold(&[0.9], &[true]) - UNLEARNT_THRESHOLD).abs() < 1e-12);
    }

    #[test]
    fn a_topic_that_is_not_told_from_others_is_not_given_to_every_document() {
        let probabilities: Vec<f64> = (0..1_000).map(|at| f64::from(at) / 1e6).collect();
        let positive: Vec<bool> = (0..1_000).map(|at| at % 250 == 0).collect();
        assert!((best_threshold(&probabilities, &positive) - UNLEARNT_THRESHOLD).abs() < 1e-12);
    }

    #[test]
    fn f1_of_a_hand_computed_case() {
        assert!((f1(2, 3, 4) - 4.0 / 7.0).abs() < 1e-12);
        assert!(f1(0, 0, 0).abs() < 1e-12);
    }
}
