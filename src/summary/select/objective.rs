//! What a set of sentences is worth: the one thing that selection maximises.
//!
//! ```text
//! F(S) = Σ score(i) · (1 − leaning · [i leans on a sentence not in S])
//!      + redundancy · Σ over terms of the highest squared weight in S
//!      + stories · number of stories that S has a sentence of
//! ```
//!
//! The squared weights of a sentence add up to 1, so the second line takes
//! `redundancy` times the share that has been said off every sentence beyond
//! a constant. No sentence ever takes from the worth of a set. Without the
//! leaning, F is submodular: what a sentence adds only falls as others join.

use super::stories;
use crate::summary::Algorithm;
use crate::summary::vector::SentenceVectors;
use crate::text::AnalyzedText;
use crate::text::word::TermId;

/// How much beside the scores counts; 0 switches a rule off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::summary) struct Rules {
    /// Penalty for repeating what has been said, in [0, 1].
    pub(in crate::summary) redundancy: f64,
    /// Share of its score that a sentence loses which opens with a pronoun or
    /// quotes without a speaker, while the sentence before it is not chosen;
    /// in [0, 1].
    pub(in crate::summary) leaning: f64,
    /// Worth of the first sentence of each story of a round-up.
    pub(in crate::summary) stories: f64,
}

/// Redundancy penalty of [`Algorithm::Ranked`] when the caller names none.
const DEFAULT_REDUNDANCY: f64 = 0.3;
/// See [`Rules::leaning`]. Small, as a sentence is no better for being what
/// another leans on.
const LEANING: f64 = 0.15;
/// See [`Rules::stories`]. Half the range of the scores: a story gets its
/// sentence unless nothing in it matters.
const STORIES: f64 = 0.5;

impl Rules {
    /// Returns the rules of an algorithm: those of the papers have none but
    /// the penalty that a caller names.
    pub(in crate::summary) fn new(algorithm: Algorithm, redundancy: Option<f64>) -> Self {
        let own = match algorithm {
            Algorithm::Ranked => Self {
                redundancy: DEFAULT_REDUNDANCY,
                leaning: LEANING,
                stories: STORIES,
            },
            _ => Self {
                redundancy: 0.0,
                leaning: 0.0,
                stories: 0.0,
            },
        };
        Self {
            redundancy: redundancy.unwrap_or(own.redundancy),
            ..own
        }
    }

    /// Finds the stories of a text where the rules ask for them.
    pub(in crate::summary) fn stories(
        &self,
        text: &AnalyzedText<'_>,
        vectors: &SentenceVectors,
    ) -> Vec<usize> {
        if self.stories > 0.0 {
            stories::find(text, vectors)
        } else {
            Vec::new()
        }
    }
}

/// What is known of the candidates, and what a set of them is worth.
#[derive(Debug)]
pub(in crate::summary) struct Objective<'a> {
    pub(in crate::summary) rules: Rules,
    /// Score of each candidate, in [0, 1].
    pub(in crate::summary) scores: &'a [f64],
    pub(in crate::summary) vectors: &'a SentenceVectors,
    /// Whether each candidate leans on the one before it; empty where no rule
    /// asks.
    pub(in crate::summary) leans: &'a [bool],
    /// The story of each candidate, from 0; empty for a text of one story.
    pub(in crate::summary) stories: &'a [usize],
}

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

impl<'a> Objective<'a> {
    /// Returns the number of candidates.
    pub(super) fn len(&self) -> usize {
        self.scores.len()
    }

    /// Tells whether a set is worth just the sum of its scores.
    pub(super) fn is_sum(&self) -> bool {
        self.rules.redundancy == 0.0 && self.leans.is_empty() && self.stories.is_empty()
    }

    /// Returns the better of two sets, the first if they are equal.
    pub(super) fn better(&self, first: Vec<usize>, second: Vec<usize>) -> Vec<usize> {
        let worth = |set: &[usize]| self.selection(set).value;
        if worth(&second) > worth(&first) + ROUNDING {
            second
        } else {
            first
        }
    }

    /// Starts with a set.
    pub(in crate::summary) fn selection(&'a self, members: &[usize]) -> Selection<'a> {
        let mut selection = Selection {
            objective: self,
            members: Vec::new(),
            value: 0.0,
            lost: 0.0,
            inside: vec![false; self.len()],
            said: vec![0.0; self.vectors.terms()],
            told: vec![0; self.stories.iter().max().map_or(0, |last| last + 1)],
            undo: Vec::new(),
        };
        for &member in members {
            selection.push(member);
        }
        selection
    }

    /// What a candidate loses while the one before it is not chosen. The
    /// first has none before it, so nothing could be done about it.
    fn loss(&self, candidate: usize) -> f64 {
        let leans = candidate > 0 && self.leans.get(candidate) == Some(&true);
        f64::from(leans) * self.rules.leaning * self.scores[candidate]
    }
}

/// Differences below this are rounding, not worth.
pub(super) const ROUNDING: f64 = 1e-9;

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
    /// Highest squared weight of each term in the set.
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

impl Selection<'_> {
    pub(super) fn has(&self, candidate: usize) -> bool {
        self.inside[candidate]
    }

    /// Computes what a candidate that is not in the set would add.
    pub(in crate::summary) fn gain(&self, candidate: usize) -> Gain {
        let rules = &self.objective.rules;
        let (content, repetition) = if rules.redundancy > 0.0 {
            let (all, repeated) = self.repeated(candidate);
            (rules.redundancy * all, -rules.redundancy * repeated)
        } else {
            (0.0, 0.0)
        };
        let story = self.objective.stories.get(candidate);
        let is_new = story.is_some_and(|&story| self.told[story] == 0);
        Gain {
            score: self.objective.scores[candidate],
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
        let entries = &self.objective.vectors.unit[candidate].entries;
        entries
            .iter()
            .fold((0.0, 0.0), |(all, repeated), &(term, weight)| {
                let square = weight * weight;
                (
                    all + square,
                    repeated + square.min(self.said[term as usize]),
                )
            })
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
            for &(term, weight) in &self.objective.vectors.unit[candidate].entries {
                let said = &mut self.said[term as usize];
                let square = weight * weight;
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
