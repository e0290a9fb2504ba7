//! From what every term adds to the few reasons that are shown.
//!
//! Terms overlap: "Nicolas Hulot" holds "Hulot", and a word of a lexicon is a
//! word of the model too. Such terms are one reason, named by the strongest of
//! them, so that the others leave room for what else decided.

use std::collections::BTreeMap;

use super::{Contribution, Place};

/// Terms that are looked at for each reason that is wanted.
const TERMS_PER_REASON: usize = 4;
/// Places of a term that are looked at.
const MOST_PLACES: usize = 64;

/// Lists the reasons of the largest weight, equal ones by first appearance.
/// Weights of terms that share words and a sign are added up.
pub(super) fn strongest(contributions: &[Contribution], most: usize) -> Vec<Contribution> {
    let mut reasons: Vec<Contribution> = Vec::new();
    let mut taken = Taken::default();
    for at in by_weight(contributions, most.saturating_mul(TERMS_PER_REASON)) {
        let one = &contributions[at];
        let same = taken.find(one).filter(|&reason| {
            let is_positive = |weight: f64| weight > 0.0;
            is_positive(reasons[reason].weight) == is_positive(one.weight)
        });
        if let Some(reason) = same {
            reasons[reason].weight += one.weight;
        } else {
            taken.add(one, reasons.len());
            reasons.push(one.clone());
        }
    }
    // The sort is stable.
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    reasons.truncate(most);
    reasons
}

/// Lists the places of the largest weights, equal ones by first appearance.
fn by_weight(contributions: &[Contribution], most: usize) -> Vec<usize> {
    let weight = |&at: &usize| contributions[at].weight.abs();
    let order = |a: &usize, b: &usize| weight(b).total_cmp(&weight(a)).then(a.cmp(b));
    let mut places: Vec<usize> = (0..contributions.len()).collect();
    if most < places.len() {
        // Few are wanted of many, so the others need no order.
        places.select_nth_unstable_by(most, order);
        places.truncate(most);
    }
    places.sort_unstable_by(order);
    places
}

/// Where the reasons stand.
#[derive(Debug, Default)]
struct Taken {
    /// The end and the reason of each place, by its start.
    places: BTreeMap<(bool, usize), (usize, usize)>,
}

impl Taken {
    /// Returns the reason that a term shares a place with, the one within the
    /// other.
    fn find(&self, one: &Contribution) -> Option<usize> {
        places(one).find_map(|(in_text, start, end)| {
            let (before, within) = ((in_text, 0), (in_text, end));
            let around = self.places.range(before..=(in_text, start)).next_back();
            let around = around.filter(|(_, (other, _))| *other >= end);
            let inside = || {
                let mut inside = self.places.range((in_text, start)..within);
                inside.find(|(_, (other, _))| *other <= end)
            };
            around.or_else(inside).map(|(_, (_, reason))| *reason)
        })
    }

    fn add(&mut self, one: &Contribution, reason: usize) {
        for (in_text, start, end) in places(one) {
            self.places.entry((in_text, start)).or_insert((end, reason));
        }
    }
}

/// Lists the first places of a term: whether they are in the text, and from
/// where to where.
fn places(one: &Contribution) -> impl Iterator<Item = (bool, usize, usize)> {
    let places = one.places.iter().take(MOST_PLACES);
    places.map(|place| match place {
        Place::Title(range) => (false, range.start, range.end),
        Place::Text { range, .. } => (true, range.start, range.end),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(weight: f64, ranges: &[(usize, usize)]) -> Contribution {
        let place = |&(start, end): &(usize, usize)| Place::Text {
            sentence: 0,
            range: start..end,
        };
        Contribution {
            weight,
            places: ranges.iter().map(place).collect(),
        }
    }

    fn weights(reasons: &[Contribution]) -> Vec<f64> {
        reasons.iter().map(|one| one.weight).collect()
    }

    #[test]
    fn the_strongest_terms_come_first_and_of_equal_ones_the_earlier() {
        let weights = [0.5, -2.0, 0.5, 2.0, 1.0, -0.5, 0.1];
        let contributions = weights.map(|weight| term(weight, &[]));
        let all = [-2.0, 2.0, 1.0, 0.5, 0.5, -0.5, 0.1];
        for most in 0..9 {
            let chosen = strongest(&contributions, most);
            let chosen: Vec<String> = chosen.iter().map(|one| one.weight.to_string()).collect();
            let expected: Vec<String> = all.iter().take(most).map(f64::to_string).collect();
            assert_eq!(chosen, expected, "{most}");
        }
    }

    #[test]
    fn terms_within_each_other_are_one_reason() {
        let word = term(1.0, &[(8, 13), (40, 45)]);
        let pair = term(0.5, &[(0, 13)]);
        let other_pair = term(0.25, &[(40, 52)]);
        let found = strongest(&[pair.clone(), word.clone(), other_pair.clone()], 5);
        assert_eq!(weights(&found), [1.75]);
        assert_eq!(found[0].places, word.places);
        // Named by the pair where that is stronger.
        let pair = term(3.0, &[(0, 13)]);
        let found = strongest(&[pair.clone(), word, other_pair], 5);
        assert_eq!(weights(&found), [4.0, 0.25]);
        assert_eq!(found[0].places, pair.places);
    }

    #[test]
    fn neighbours_the_title_and_the_other_sign_stay_apart() {
        let word = term(1.0, &[(8, 13)]);
        let title = Contribution {
            weight: 0.5,
            places: [Place::Title(8..13)].into(),
        };
        let against = term(-0.5, &[(8, 13)]);
        let overlapping = term(0.4, &[(10, 20)]);
        let found = strongest(&[word, title, against, overlapping], 5);
        assert_eq!(weights(&found), [1.0, 0.5, -0.5, 0.4]);
    }

    #[test]
    fn what_is_added_up_may_come_first() {
        let parts = [
            term(1.0, &[(0, 4)]),
            term(0.75, &[(9, 13)]),
            term(0.5, &[(9, 20)]),
        ];
        assert_eq!(weights(&strongest(&parts, 1)), [1.25]);
    }
}
