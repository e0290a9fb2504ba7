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
/// Most sets that are looked at. Three sentences out of 89, or four out of 29,
/// have no more, so that the best of them is always found, and a bound of a
/// tenth of a millisecond holds for the rest.
const MAX_STEPS: usize = 4_000;
/// Most candidates that do not fit and are passed over: each takes far less
/// time than a set, but of a long text there may be very many for every set.
const MAX_MISFITS: usize = 16 * MAX_STEPS;

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
    let mut search = Search::new(objective, bounds, start);
    search.run(objective, first);
    search.best
}

struct Search<'a> {
    bounds: &'a Bounds,
    /// Candidates with the most that each can add, falling.
    ceilings: Vec<(usize, f64)>,
    best: Vec<usize>,
    best_value: f64,
    /// Sets that may still be looked at.
    steps: usize,
    /// Candidates that may still be passed over.
    misfits: usize,
}

/// Lists the candidates outside the set that fit into the room beside it, with
/// the most that they can add.
fn ceilings(
    objective: &Objective<'_>,
    bounds: &Bounds,
    chosen: &Selection<'_>,
    room: usize,
) -> Vec<(usize, f64)> {
    let mut ceilings: Vec<(usize, f64)> = (0..objective.len())
        .filter(|&candidate| !chosen.has(candidate) && bounds.length(candidate) <= room)
        .map(|candidate| {
            let gain = chosen.gain(candidate);
            (candidate, gain.total() - gain.leaning)
        })
        .collect();
    ceilings.sort_by(|a, b| b.1.total_cmp(&a.1));
    ceilings
}

impl<'a> Search<'a> {
    fn new(objective: &Objective<'_>, bounds: &'a Bounds, start: Vec<usize>) -> Self {
        Self {
            bounds,
            ceilings: Vec::new(),
            best_value: objective.selection(&start).value,
            best: start,
            steps: MAX_STEPS,
            misfits: MAX_MISFITS,
        }
    }

    /// Looks for a better set with `first` in it.
    fn run(&mut self, objective: &Objective<'_>, first: usize) {
        let mut chosen = objective.selection(&[first]);
        let room = self.bounds.room(&[first]);
        self.ceilings = ceilings(objective, self.bounds, &chosen, room);
        self.descend(&mut chosen, 0, room);
    }

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
            let spent = self.steps == 0 || self.misfits == 0;
            if most <= self.best_value + ROUNDING || spent {
                return;
            }
            let candidate = self.ceilings[at].0;
            let length = self.bounds.length(candidate);
            if length > room {
                self.misfits -= 1;
                continue;
            }
            self.steps -= 1;
            chosen.push(candidate);
            self.descend(chosen, at + 1, room - length);
            chosen.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::SummaryOptions;
    use crate::summary::select::Rules;
    use crate::summary::vector::SentenceVectors;
    use crate::text::AnalyzedText;

    /// Searches a text of equal sentences, all but the first of `letters`;
    /// returns the candidates, and how many of them were passed over.
    fn search(sentences: usize, letters: usize, room: usize) -> (usize, usize) {
        let sentence = format!(" W{}.", "o".repeat(letters - 2));
        let written = format!("One.{}", sentence.repeat(sentences - 1));
        let text = AnalyzedText::new("", &written, Some("en"));
        let candidates: Vec<usize> = (0..text.sentences.len()).collect();
        let vectors = SentenceVectors::new(&text, &candidates);
        let objective = Objective {
            rules: Rules {
                redundancy: 0.0,
                leaning: 0.1,
                stories: 0.0,
            },
            scores: &vec![1.0; sentences],
            repeats: &[],
            vectors: &vectors,
            sizes: &[],
            leans: &vec![false; sentences],
            stories: &[],
        };
        let options = SummaryOptions {
            max_sentences: Some(8),
            max_characters: Some(room),
            ..SummaryOptions::default()
        };
        let bounds = Bounds::new(&options, &text, &vectors);
        let mut search = Search::new(&objective, &bounds, vec![0, 1]);
        search.run(&objective, 0);
        (search.ceilings.len(), MAX_MISFITS - search.misfits)
    }

    #[test]
    fn candidates_that_do_not_fit_are_counted_or_left_out() {
        // Each fits beside the first sentence, but no two do.
        assert_eq!(search(500, 20, 30), (499, MAX_MISFITS));
        assert_eq!(search(500, 20, 20), (0, 0));
    }
}
