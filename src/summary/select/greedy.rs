//! Greedy search: each time the candidate that adds most.
//!
//! Without leaning, F is submodular and never falls, so that a set of n
//! sentences found by gain is worth at least 1 − 1/e of the best set (Nemhauser,
//! Wolsey and Fisher 1978). With a bound on characters alone, the better of the
//! sets found by gain and by gain per character is worth at least half of that
//! (Khuller, Moss and Naor 1999; Lin and Bilmes, NAACL 2010).
//!
//! What a candidate adds rarely rises, so that an old value is an upper bound
//! and few need to be computed again: lazy evaluation (Minoux 1978), near
//! n log n.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::bounds::Bounds;
use super::objective::Objective;
use super::selection::Selection;
use crate::summary::vector::to_f64;

/// What the best candidate has most of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// What it adds.
    Gain,
    /// What it adds for each code point.
    Density,
}

/// A candidate with an upper bound on its key.
#[derive(Debug, PartialEq)]
struct Entry {
    key: f64,
    candidate: usize,
    /// Number of members when `key` was computed.
    as_of: usize,
}

impl Eq for Entry {}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of equal ones the earlier in the document comes first.
        self.key
            .total_cmp(&other.key)
            .then(other.candidate.cmp(&self.candidate))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Returns the candidate that alone is worth most.
pub(super) fn most_important(objective: &Objective<'_>) -> Option<usize> {
    let empty = objective.selection(&[]);
    let worth: Vec<f64> = (0..objective.len())
        .map(|at| empty.gain(at).total())
        .collect();
    // The last of equal ones is returned, so the first comes last.
    (0..worth.len())
        .rev()
        .max_by(|&a, &b| worth[a].total_cmp(&worth[b]))
}

/// Takes candidates after `first` until the bounds leave no room.
pub(super) fn search(
    objective: &Objective<'_>,
    bounds: &Bounds,
    first: usize,
    key: Key,
) -> Vec<usize> {
    let mut chosen = objective.selection(&[first]);
    let entry = |chosen: &Selection<'_>, candidate| {
        let gain = chosen.gain(candidate).total();
        Entry {
            key: match key {
                Key::Gain => gain,
                Key::Density => gain / to_f64(bounds.length(candidate).max(1)),
            },
            candidate,
            as_of: chosen.members.len(),
        }
    };
    let mut heap: BinaryHeap<Entry> = (0..objective.len())
        .map(|candidate| entry(&chosen, candidate))
        .collect();
    let mut room = bounds.room(&chosen.members);
    while chosen.members.len() < bounds.sentences {
        let Some(best) = heap.pop() else { break };
        let length = bounds.length(best.candidate);
        if chosen.has(best.candidate) || length > room {
            continue;
        }
        if best.as_of < chosen.members.len() {
            heap.push(entry(&chosen, best.candidate));
            continue;
        }
        room -= length;
        chosen.push(best.candidate);
        // The neighbours' leaning may add more than it did before.
        let last = objective.len() - 1;
        let before = best.candidate.saturating_sub(1);
        let after = (best.candidate + 1).min(last);
        for neighbour in [before, after] {
            if objective.rules.leaning > 0.0 && !chosen.has(neighbour) {
                heap.push(entry(&chosen, neighbour));
            }
        }
    }
    chosen.members
}

/// Puts a set into the order in which the search would take it.
pub(super) fn in_order(objective: &Objective<'_>, set: &[usize]) -> Vec<usize> {
    let mut left = set.to_vec();
    left.sort_unstable();
    let mut chosen = objective.selection(&[]);
    while !left.is_empty() {
        let gains: Vec<f64> = left.iter().map(|&one| chosen.gain(one).total()).collect();
        let best = (0..left.len())
            .rev()
            .max_by(|&a, &b| gains[a].total_cmp(&gains[b]));
        chosen.push(left.remove(best.unwrap_or(0)));
    }
    chosen.members
}
