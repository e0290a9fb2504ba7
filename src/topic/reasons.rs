//! From what every term adds to the few reasons that are shown.
//!
//! Terms overlap: "Nicolas Hulot" holds "Hulot", and a word of a lexicon is a
//! word of the model too. Such terms are one reason, named by the strongest of
//! them, so that the others leave room for what else decided.

use std::ops::Range;

use super::{Contribution, DEFAULT_MAX_EVIDENCE, Place};

/// Share of the strongest reason's weight that makes another worth telling unasked, and a weight
/// in nats that always does: weaker ones are mostly words that any text has.
const LEAST_SHARE: f64 = 0.15;
const CLEAR: f64 = 0.5;

/// Lists the reasons of the largest weight, equal ones by first appearance.
pub(super) fn strongest(contributions: &[Contribution], most: usize) -> Vec<Contribution> {
    let reasons = by_strength(contributions).into_iter().take(most);
    reasons.map(|one| one.named(contributions)).collect()
}

/// Lists the few reasons that tell a reader why: for a topic that is assigned what speaks for
/// it, for another what speaks for and against it.
pub(super) fn telling(contributions: &[Contribution], assigned: bool) -> Vec<Contribution> {
    let mut reasons = by_strength(contributions);
    reasons.retain(|one| !assigned || one.weight > 0.0);
    let first = reasons.first().map_or(0.0, |first| first.weight.abs());
    let least = CLEAR.min(LEAST_SHARE * first);
    let worth_telling = reasons.iter().take(DEFAULT_MAX_EVIDENCE);
    worth_telling
        .take_while(|one| one.weight.abs() >= least)
        .map(|one| one.named(contributions))
        .collect()
}

/// Lists all reasons, the strongest first. Weights of terms that share words and a sign are
/// added up first: what a reason weighs does not depend on how many are wanted.
fn by_strength(contributions: &[Contribution]) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    let mut taken: [Taken; 2] = Default::default();
    for at in by_weight(contributions) {
        let one = &contributions[at];
        let taken = &mut taken[usize::from(one.weight > 0.0)];
        if let Some(reason) = taken.find(one) {
            reasons[reason].weight += one.weight;
        } else {
            taken.add(one, reasons.len());
            let weight = one.weight;
            reasons.push(Reason { weight, name: at });
        }
    }
    // The sort is stable.
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    reasons
}

/// Terms that are told as one.
struct Reason {
    weight: f64,
    /// The strongest of the terms.
    name: usize,
}

impl Reason {
    fn named(&self, contributions: &[Contribution]) -> Contribution {
        Contribution {
            weight: self.weight,
            places: contributions[self.name].places.clone(),
        }
    }
}

/// Lists the terms of the largest weights first, equal ones by first
/// appearance.
fn by_weight(contributions: &[Contribution]) -> Vec<usize> {
    let weight = |at: usize| contributions[at].weight.abs();
    let mut order: Vec<usize> = (0..contributions.len()).collect();
    order.sort_unstable_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
    order
}

/// Where the reasons of one sign stand.
#[derive(Debug, Default)]
struct Taken {
    places: Vec<TakenPlace>,
    /// For each byte of the title and of the text one more than the position
    /// of the place that it belongs to, or 0: a place is found in as many
    /// steps as it has bytes, however many there are.
    bytes: [Vec<u32>; 2],
}

#[derive(Debug)]
struct TakenPlace {
    range: Range<usize>,
    reason: usize,
}

impl Taken {
    /// Returns the reason that a term shares a place with, the one within the
    /// other.
    fn find(&self, one: &Contribution) -> Option<usize> {
        let mut places = one.places.iter().map(Place::key);
        places.find_map(|(in_text, start, end)| self.find_at(in_text, &(start..end)))
    }

    fn find_at(&self, in_text: bool, range: &Range<usize>) -> Option<usize> {
        let bytes = self.bytes[usize::from(in_text)].get(range.start..)?;
        let mut numbers = bytes.iter().take(range.len());
        numbers.find_map(|&number| {
            let taken = self.places.get((number as usize).wrapping_sub(1))?;
            let nested = is_within(&taken.range, range) || is_within(range, &taken.range);
            nested.then_some(taken.reason)
        })
    }

    /// Takes the places of a term, but what others have of them.
    fn add(&mut self, one: &Contribution, reason: usize) {
        for (in_text, start, end) in one.places.iter().map(Place::key) {
            let range = start..end;
            self.places.push(TakenPlace { range, reason });
            // Offsets of a text fit 32 bits, and so do the numbers of its words.
            let number = u32::try_from(self.places.len()).unwrap_or(0);
            let bytes = &mut self.bytes[usize::from(in_text)];
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            let free = bytes[start..end].iter_mut().filter(|byte| **byte == 0);
            free.for_each(|byte| *byte = number);
        }
    }
}

fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
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

    #[test]
    fn what_a_reason_weighs_does_not_depend_on_how_many_are_wanted() {
        let mut parts: Vec<_> = (0..9)
            .map(|at| term(1.0, &[(9 * at, 9 * at + 4)]))
            .collect();
        // Weaker than all others, and a part of the last.
        parts.push(term(0.5, &[(72, 80)]));
        let all = weights(&strongest(&parts, usize::MAX));
        assert_eq!(all[..2], [1.5, 1.0]);
        for most in 0..=all.len() {
            assert_eq!(weights(&strongest(&parts, most)), all[..most]);
        }
    }

    #[test]
    fn what_is_told_unasked_carries_the_decision() {
        let weights_of = [0.5, -2.0, 1.0, 0.1, -0.2, 0.14];
        let contributions = weights_of.map(|weight| term(weight, &[]));
        assert_eq!(weights(&telling(&contributions, true)), [1.0, 0.5]);
        assert_eq!(weights(&telling(&contributions, false)), [-2.0, 1.0, 0.5]);
        let beside_a_strong_one = [8.0, 0.6, 0.4].map(|weight| term(weight, &[]));
        assert_eq!(weights(&telling(&beside_a_strong_one, true)), [8.0, 0.6]);
        let many = [1.0; 9].map(|weight| term(weight, &[]));
        assert_eq!(telling(&many, true).len(), DEFAULT_MAX_EVIDENCE);
        assert!(telling(&[], true).is_empty());
    }

    #[test]
    fn a_place_is_told_from_those_that_it_touches() {
        let pair = term(-1.0, &[(0, 12)]);
        let next = term(-0.5, &[(8, 17)]);
        let last = term(-0.25, &[(13, 17)]);
        let around = term(-0.125, &[(7, 22)]);
        let found = strongest(&[pair, next, last, around], 5);
        assert_eq!(weights(&found), [-1.0, -0.875]);
    }
}
