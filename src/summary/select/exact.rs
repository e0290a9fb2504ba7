//! Branch and bound: the best set where that can be known in few steps.
//!
//! Candidates are tried by falling ceiling, which is the most that one can
//! add: its score, its story and what it says beyond the most important
//! sentence, without any leaning. A branch ends when the highest ceilings for
//! the places that are left cannot lift it over the best set so far.

use super::bounds::Bounds;
use super::objective::{Objective, ROUNDING};
use super::selection::Selection;

/// Most sentences of a set that is searched for; more have too many sets.
const MAX_SENTENCES: usize = 8;
/// Most sets that are looked at. Three sentences out of 90, or four out of 20,
/// have no more, so that the best of them is always found, and a bound of a
/// tenth of a millisecond holds for the rest.
const MAX_STEPS: usize = 4_000;

/// Returns the best set with `first` in it, or the best one that was found
/// within the steps; `start` if there is none better.
pub(super) fn improve(
    objective: &Objective<'_>,
    bounds: &Bounds,
    first: usize,
    start: Vec<usize>,
) -> Vec<usize> {
    let all = start.len() == objective.len();
    if all || start.len() < 2 || bounds.sentences > MAX_SENTENCES {
        return start;
    }
    let mut chosen = objective.selection(&[first]);
    let ceilings = ceilings(objective, &chosen);
    let mut search = Search {
        bounds,
        ceilings,
        best_value: objective.selection(&start).value,
        best: start,
        steps: MAX_STEPS,
    };
    search.descend(&mut chosen, 0, bounds.room(&[first]));
    search.best
}

struct Search<'a> {
    bounds: &'a Bounds,
    /// Candidates with the most that each can add, falling.
    ceilings: Vec<(usize, f64)>,
    best: Vec<usize>,
    best_value: f64,
    steps: usize,
}

/// Lists the candidates outside the set with the most that they can add.
fn ceilings(objective: &Objective<'_>, chosen: &Selection<'_>) -> Vec<(usize, f64)> {
    let mut ceilings: Vec<(usize, f64)> = (0..objective.len())
        .filter(|&candidate| !chosen.has(candidate))
        .map(|candidate| {
            let gain = chosen.gain(candidate);
            (candidate, gain.total() - gain.leaning)
        })
        .collect();
    ceilings.sort_by(|a, b| b.1.total_cmp(&a.1));
    ceilings
}

impl Search<'_> {
    /// Adds every set that extends the chosen one by candidates from `from`
    /// on.
    fn descend(&mut self, chosen: &mut Selection<'_>, from: usize, room: usize) {
        if chosen.value > self.best_value + ROUNDING {
            self.best_value = chosen.value;
            self.best.clone_from(&chosen.members);
        }
        let places = self.bounds.sentences - chosen.members.len();
        if places == 0 {
            return;
        }
        for at in from..self.ceilings.len() {
            let highest = self.ceilings[at..].iter().take(places);
            let most = chosen.value + chosen.lost + highest.map(|one| one.1).sum::<f64>();
            if most <= self.best_value + ROUNDING || self.steps == 0 {
                return;
            }
            let candidate = self.ceilings[at].0;
            let length = self.bounds.length(candidate);
            if length > room {
                continue;
            }
            self.steps -= 1;
            chosen.push(candidate);
            self.descend(chosen, at + 1, room - length);
            chosen.pop();
        }
    }
}
