//! Scores for the algorithms that don't weigh sentences but take them one
//! after the other.

use super::vector::to_f64;

/// Gives the sentences that were taken scores that fall from 1 by the order
/// of taking, and those that never were the order of `rest` below them.
pub(super) fn scores(taken: &[usize], rest: &[f64]) -> Vec<f64> {
    let mut order = taken.to_vec();
    let mut is_taken = vec![false; rest.len()];
    for &place in taken {
        is_taken[place] = true;
    }
    let mut left: Vec<usize> = (0..rest.len()).filter(|&place| !is_taken[place]).collect();
    left.sort_by(|&a, &b| rest[b].total_cmp(&rest[a]));
    order.append(&mut left);
    let mut scores = vec![0.0; rest.len()];
    for (place, &sentence) in order.iter().enumerate() {
        scores[sentence] = 1.0 - to_f64(place) / to_f64(order.len());
    }
    scores
}
