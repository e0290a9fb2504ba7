//! A set of candidates and what another one would add to it.

use super::objective::Objective;
use crate::text::word::TermId;

/// What a sentence adds to a set, part by part.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::summary) struct Gain {
    /// Its own score.
    pub(in crate::summary) score: f64,
    /// What its own leaning costs, and what the next one, which is chosen and
    /// leans on it, gets back.
    pub(in crate::summary) leaning: f64,
    /// Worth of what it says, before that is compared.
    pub(in crate::summary) content: f64,
    /// What has been said already, taken off.
    pub(in crate::summary) repetition: f64,
    /// Worth of a story that had no sentence.
    pub(in crate::summary) story: f64,
}

impl Gain {
    pub(super) fn total(self) -> f64 {
        self.score + self.leaning + self.content + self.repetition + self.story
    }
}

/// A set of candidates that grows and shrinks by one.
#[derive(Debug)]
pub(in crate::summary) struct Selection<'a> {
    objective: &'a Objective<'a>,
    /// The set, in the order of taking.
    pub(super) members: Vec<usize>,
    /// What it is worth.
    pub(super) value: f64,
    /// What leaning costs it.
    pub(super) lost: f64,
    inside: Vec<bool>,
    /// Highest squared weight of each term in the set, by size.
    said: Vec<f64>,
    /// Number of members of each story.
    told: Vec<usize>,
    /// What each push changed.
    undo: Vec<Undo>,
}

/// What a push changed.
#[derive(Debug)]
struct Undo {
    value: f64,
    lost: f64,
    said: Vec<(TermId, f64)>,
}

impl<'a> Selection<'a> {
    pub(super) fn empty(objective: &'a Objective<'a>) -> Self {
        Self {
            objective,
            members: Vec::new(),
            value: 0.0,
            lost: 0.0,
            inside: vec![false; objective.len()],
            said: vec![0.0; objective.vectors.terms()],
            told: vec![0; objective.stories.iter().max().map_or(0, |last| last + 1)],
            undo: Vec::new(),
        }
    }

    pub(super) fn has(&self, candidate: usize) -> bool {
        self.inside[candidate]
    }

    /// Computes what a candidate that is not in the set would add.
    pub(in crate::summary) fn gain(&self, candidate: usize) -> Gain {
        let rules = &self.objective.rules;
        let size = self.objective.size(candidate);
        let (content, repetition) = if rules.redundancy > 0.0 {
            let (all, repeated) = self.repeated(candidate);
            let held_back = self.objective.held_back(candidate);
            (
                rules.redundancy * all,
                -rules.redundancy * repeated - held_back,
            )
        } else {
            (0.0, 0.0)
        };
        let story = self.objective.stories.get(candidate);
        let is_new = story.is_some_and(|&story| self.told[story] == 0);
        Gain {
            score: size * self.objective.scores[candidate],
            leaning: -self.leaning(candidate),
            content,
            repetition,
            story: f64::from(is_new) * rules.stories,
        }
    }

    /// What the set loses more by leaning when a candidate joins.
    fn leaning(&self, candidate: usize) -> f64 {
        let before = candidate.checked_sub(1);
        let own = if before.is_some_and(|before| self.inside[before]) {
            0.0
        } else {
            self.objective.loss(candidate)
        };
        let next = candidate + 1;
        let given_back = if self.inside.get(next) == Some(&true) {
            self.objective.loss(next)
        } else {
            0.0
        };
        own - given_back
    }

    /// Squared weight of a candidate, and the part of it that has been said.
    fn repeated(&self, candidate: usize) -> (f64, f64) {
        self.squares(candidate)
            .fold((0.0, 0.0), |(all, repeated), (term, square)| {
                (
                    all + square,
                    repeated + square.min(self.said[term as usize]),
                )
            })
    }

    /// Lists the squared weights of a candidate, by its size.
    fn squares(&self, candidate: usize) -> impl Iterator<Item = (TermId, f64)> + use<'a> {
        let size = self.objective.size(candidate);
        let entries = &self.objective.vectors.unit[candidate].entries;
        entries
            .iter()
            .map(move |&(term, weight)| (term, size * weight * weight))
    }

    /// Adds a candidate.
    pub(in crate::summary) fn push(&mut self, candidate: usize) {
        let gain = self.gain(candidate);
        let mut undo = Undo {
            value: self.value,
            lost: self.lost,
            said: Vec::new(),
        };
        self.value += gain.total();
        self.lost -= gain.leaning;
        if self.objective.rules.redundancy > 0.0 {
            for (term, square) in self.squares(candidate) {
                let said = &mut self.said[term as usize];
                if square > *said {
                    undo.said.push((term, *said));
                    *said = square;
                }
            }
        }
        if let Some(&story) = self.objective.stories.get(candidate) {
            self.told[story] += 1;
        }
        self.inside[candidate] = true;
        self.members.push(candidate);
        self.undo.push(undo);
    }

    /// Takes the last member out.
    pub(super) fn pop(&mut self) {
        let (Some(candidate), Some(undo)) = (self.members.pop(), self.undo.pop()) else {
            return;
        };
        self.inside[candidate] = false;
        if let Some(&story) = self.objective.stories.get(candidate) {
            self.told[story] -= 1;
        }
        for (term, said) in undo.said {
            self.said[term as usize] = said;
        }
        (self.value, self.lost) = (undo.value, undo.lost);
    }
}
