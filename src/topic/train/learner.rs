//! Learns separators from the rows of a table, and how strictly to learn them.

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::thread;

use super::Progress;
use crate::topic::calibrate;
use crate::topic::linear::{self, Random, Rows, dot};

/// Costs that are tried. On test sets in four languages the best
/// of 0.25, 0.5, 1, 2 and 4 was anything from the lowest to 2, so the range
/// goes one step further down; 0.125 itself was not compared.
const COSTS: [f64; 5] = [0.125, 0.25, 0.5, 1.0, 2.0];
/// Most documents that costs are compared on, chosen at random: a comparison
/// takes five times the calibration. That the best cost of so many is also that
/// of more is a guess that was not tested.
const MOST_COMPARED: usize = 10_000;
/// Most judgements that are kept, of all topics and documents together: a
/// gibibyte with all that is told of them.
const MAX_JUDGEMENTS: usize = 1 << 25;
/// Separators that are learnt at a time; each keeps forty bytes a document.
const AT_A_TIME: usize = 8;
const SEED: u64 = 1_202;

/// Learns separators from some rows of a table.
pub(super) struct Learner<'t> {
    pub(super) rows: &'t Rows,
    /// Topics of each row, the primary first.
    pub(super) labels: &'t [Vec<usize>],
    /// Fold of each row.
    pub(super) folds: &'t [usize],
    pub(super) topics: usize,
}

impl Learner<'_> {
    /// Learns one topic's weights, the last of which is the bias.
    pub(super) fn train(&self, among: &[usize], topic: usize, cost: f64) -> Vec<f64> {
        linear::train(
            self.rows,
            among,
            |at| self.labels[at].contains(&topic),
            cost,
        )
    }

    /// Tells which rows belong to a topic.
    pub(super) fn positive(&self, among: &[usize], topic: usize) -> Vec<bool> {
        let holds = |&at: &usize| self.labels[at].contains(&topic);
        among.iter().map(holds).collect()
    }

    /// Returns all rows.
    pub(super) fn all(&self) -> Vec<usize> {
        (0..self.folds.len()).collect()
    }

    /// Returns, by topic, the margin of each of the rows `judged` under a model
    /// that was learnt from those `among` without its fold.
    pub(super) fn margins_left_out(
        &self,
        among: &[usize],
        judged: &[usize],
        cost: f64,
        course: &mut Course<'_>,
    ) -> Vec<Vec<f64>> {
        let mut margins = vec![vec![0.0; judged.len()]; self.topics];
        for fold in self.parts() {
            let is_left_out = |row: usize| self.folds[row] == fold;
            let left_out = (0..judged.len()).filter(|&at| is_left_out(judged[at]));
            let left_out: Vec<usize> = left_out.collect();
            let learnt = among.iter().copied().filter(|&row| !is_left_out(row));
            let learnt: Vec<usize> = learnt.collect();
            let found = self.of_topics(course, |topic| {
                if left_out.is_empty() {
                    return Vec::new();
                }
                let weights = self.train(&learnt, topic, cost);
                let margin = |&at: &usize| dot(self.rows.row(judged[at]), &weights);
                left_out.iter().map(margin).collect()
            });
            for (margins, found) in margins.iter_mut().zip(found) {
                for (&at, margin) in left_out.iter().zip(found) {
                    margins[at] = margin;
                }
            }
        }
        margins
    }

    /// Returns the weights of each topic, learnt from all rows.
    pub(super) fn separators(&self, cost: f64, course: &mut Course<'_>) -> Vec<Vec<f64>> {
        let all = self.all();
        self.of_topics(course, |topic| self.train(&all, topic, cost))
    }

    /// Learns something of each topic, some at a time; the same on any number of processors.
    fn of_topics<T: Send>(
        &self,
        course: &mut Course<'_>,
        learn: impl Fn(usize) -> T + Sync,
    ) -> Vec<T> {
        let topics: Vec<usize> = (0..self.topics).collect();
        let mut results = Vec::with_capacity(self.topics);
        for some in topics.chunks(AT_A_TIME) {
            thread::scope(|scope| {
                let learn = &learn;
                let begin = |&topic: &usize| scope.spawn(move || learn(topic));
                for thread in some.iter().map(begin).collect::<Vec<_>>() {
                    results.push(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
                    course.step();
                }
            });
        }
        results
    }

    /// Returns the cost whose separators are the least surprised by documents
    /// left out; of equals the lowest.
    pub(super) fn choose_cost(&self, course: &mut Course<'_>) -> f64 {
        let among = self.compared();
        let mut best = (COSTS[0], f64::INFINITY);
        for cost in COSTS {
            let margins = self.margins_left_out(&among, &among, cost, course);
            let surprise = (0..self.topics)
                .map(|topic| calibrate::surprise(&margins[topic], &self.positive(&among, topic)))
                .sum();
            if surprise < best.1 {
                best = (cost, surprise);
            }
        }
        best.0
    }

    /// Counts the separators learnt: for the choice of a cost, for calibration and for the model.
    pub(super) fn steps(&self, choosing: bool) -> usize {
        let rounds = if choosing { COSTS.len() + 1 } else { 1 };
        (rounds * self.parts().len() + 1) * self.topics
    }

    /// Returns the rows that calibration, thresholds and the report look at:
    /// all of them unless there are very many, and topics too.
    pub(super) fn judged(&self) -> Vec<usize> {
        self.some(MAX_JUDGEMENTS / self.topics.max(1))
    }

    /// Returns the rows that costs are compared on.
    fn compared(&self) -> Vec<usize> {
        self.some(MOST_COMPARED.min(MAX_JUDGEMENTS / self.topics.max(1)))
    }

    /// Returns all rows, or as many of them, chosen at random, as are allowed.
    fn some(&self, most: usize) -> Vec<usize> {
        let mut rows = self.all();
        if rows.len() > most {
            Random::new(SEED).shuffle(&mut rows);
            rows.truncate(most);
        }
        rows
    }

    /// Returns the numbers of the folds that have rows.
    fn parts(&self) -> BTreeSet<usize> {
        self.folds.iter().copied().collect()
    }
}

/// Tells how far training is.
pub(super) struct Course<'p> {
    now: Progress,
    hear: &'p mut dyn FnMut(Progress),
}

impl<'p> Course<'p> {
    pub(super) fn new(total: usize, hear: &'p mut dyn FnMut(Progress)) -> Self {
        Self {
            now: Progress { done: 0, total },
            hear,
        }
    }

    fn step(&mut self) {
        self.now.done += 1;
        (self.hear)(self.now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: usize = 60;
    const DOCUMENTS: usize = 120;

    /// Documents of five words, of which each speaks for one of two topics and
    /// the most decide; of every `odd`th document the label is wrong.
    fn documents(odd: usize) -> (Rows, Vec<Vec<usize>>) {
        let mut random = Random::new(1);
        let mut rows = Rows::new(WORDS + 1);
        let mut labels = Vec::new();
        for at in 1..=DOCUMENTS {
            let words: Vec<usize> = (0..5).map(|_| random.below(WORDS)).collect();
            let votes = words.iter().filter(|word| **word % 2 == 1).count();
            labels.push(vec![usize::from((votes > 2) != (at % odd == 0))]);
            let words = words.into_iter().chain([WORDS]);
            rows.push(words.map(|word| (u32::try_from(word).expect("small"), 0.5)));
        }
        (rows, labels)
    }

    #[test]
    fn the_noisier_the_labels_the_lower_the_cost() {
        let folds: Vec<usize> = (0..DOCUMENTS).map(|at| at % 5).collect();
        let chosen = |odd| {
            let (rows, labels) = documents(odd);
            let learner = Learner {
                rows: &rows,
                labels: &labels,
                folds: &folds,
                topics: 2,
            };
            let mut seen = Vec::new();
            let mut hear = |progress| seen.push(progress);
            let cost = learner.choose_cost(&mut Course::new(learner.steps(true), &mut hear));
            assert_eq!(seen.len() + 5 * 2 + 2, learner.steps(true));
            cost
        };
        assert!(chosen(3) < chosen(usize::MAX));
    }

    #[test]
    fn many_documents_are_compared_by_some_of_every_fold() {
        let folds: Vec<usize> = (0..3 * MOST_COMPARED).map(|at| at % 5).collect();
        let learner = Learner {
            rows: &Rows::new(1),
            labels: &[],
            folds: &folds,
            topics: 0,
        };
        let compared = learner.compared();
        assert_eq!(compared.len(), MOST_COMPARED);
        assert_eq!(learner.judged().len(), folds.len());
        let folds_of = |rows: &[usize]| -> BTreeSet<usize> {
            rows.iter().map(|&at| learner.folds[at]).collect()
        };
        assert_eq!(folds_of(&compared).len(), 5);
        let of_many_topics = Learner {
            topics: 4_096,
            ..learner
        };
        let judged = of_many_topics.judged();
        assert_eq!(judged.len() * 4_096, MAX_JUDGEMENTS);
        assert_eq!(of_many_topics.compared().len(), judged.len());
        assert_eq!(folds_of(&judged).len(), 5);
    }
}
