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

use std::collections::BinaryHeap;

use super::bounds::Bounds;
use super::objective::Objective;
use super::selection::Selection;
use crate::summary::vector::to_f64;
use crate::summary::waiting::Waiting;

/// What the best candidate has most of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// What it adds.
    Gain,
    /// What it adds for each code point.
    Density,
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
    // A candidate with an upper bound on its key, and the number of members
    // when that was computed.
    let entry = |chosen: &Selection<'_>, at| {
        let gain = chosen.gain(at).total();
        let value = match key {
            Key::Gain => gain,
            Key::Density => gain / to_f64(bounds.length(at).max(1)),
        };
        (Waiting { value, at }, chosen.members.len())
    };
    let mut heap: BinaryHeap<(Waiting, usize)> = (0..objective.len())
        .map(|candidate| entry(&chosen, candidate))
        .collect();
    let mut room = bounds.room(&chosen.members);
    while chosen.members.len() < bounds.sentences {
        let Some((Waiting { at: best, .. }, as_of)) = heap.pop() else {
            break;
        };
        let length = bounds.length(best);
        if chosen.has(best) || length > room {
            continue;
        }
        if as_of < chosen.members.len() {
            heap.push(entry(&chosen, best));
            continue;
        }
        room -= length;
        chosen.push(best);
        // The neighbours' leaning may add more than it did before.
        let last = objective.len() - 1;
        let before = best.saturating_sub(1);
        let after = (best + 1).min(last);
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
