//! What a set of sentences is worth: the one thing that selection maximises.
//!
//! ```text
//! F(S) = Σ size(i) · score(i) · (1 − leaning · [i leans on a sentence not in S])
//!      − Σ size(i) · what i loses for repeating a more important sentence
//!      + redundancy · Σ over terms of the highest size(i) · squared weight in S
//!      + stories · number of stories that S has a sentence of
//! ```
//!
//! Where sentences are counted, each has the size 1. Where their characters
//! are, what matters is how much of the room holds what is important, so that
//! a sentence counts by its length; else two short ones would always be worth
//! more than the long one that says it.
//!
//! The squared weights of a sentence add up to 1, so the second line takes
//! `redundancy` times the share that has been said off every sentence beyond
//! a constant. No sentence ever takes from the worth of a set. Without the
//! leaning, F is submodular: what a sentence adds only falls as others join.

use super::selection::Selection;
use super::stories;
use crate::summary::Algorithm;
use crate::summary::vector::SentenceVectors;
use crate::text::AnalyzedText;

/// How much beside the scores counts; 0 switches a rule off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::summary) struct Rules {
    /// Penalty for repeating what has been said, in [0, 1].
    pub(in crate::summary) redundancy: f64,
    /// Share of its score that a sentence loses which opens with a pronoun,
    /// quotes without a speaker or goes on with what one says, while the
    /// sentence before it is not chosen; in [0, 1].
    pub(in crate::summary) leaning: f64,
    /// Worth of the first sentence of each story of a round-up.
    pub(in crate::summary) stories: f64,
}

/// Redundancy penalty of [`Algorithm::Ranked`] when the caller names none.
/// Small, as its scores spread the choice over the text already.
const DEFAULT_REDUNDANCY: f64 = 0.1;
/// See [`Rules::leaning`]. On the extracts 0.15, 0.3 and 0.5 choose as well, within 0.002.
const LEANING: f64 = 0.3;
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
#[derive(Debug, Clone, Copy)]
pub(in crate::summary) struct Objective<'a> {
    pub(in crate::summary) rules: Rules,
    /// Score of each candidate, in [0, 1].
    pub(in crate::summary) scores: &'a [f64],
    /// What each candidate loses for repeating a more important one, at most
    /// what leaning leaves of its score; empty where no rule asks.
    pub(in crate::summary) repeats: &'a [f64],
    pub(in crate::summary) vectors: &'a SentenceVectors,
    /// Size of each candidate, 1 on average; empty where all have the same.
    pub(in crate::summary) sizes: &'a [f64],
    /// Whether each candidate leans on the one before it; empty where no rule
    /// asks.
    pub(in crate::summary) leans: &'a [bool],
    /// The story of each candidate, from 0; empty for a text of one story.
    pub(in crate::summary) stories: &'a [usize],
}

impl<'a> Objective<'a> {
    /// Returns the number of candidates.
    pub(super) fn len(&self) -> usize {
        self.scores.len()
    }

    /// Returns how much a candidate counts.
    pub(super) fn size(&self, candidate: usize) -> f64 {
        self.sizes.get(candidate).copied().unwrap_or(1.0)
    }

    /// Returns what a candidate loses for repeating a more important one.
    pub(super) fn held_back(&self, candidate: usize) -> f64 {
        self.size(candidate) * self.repeats.get(candidate).copied().unwrap_or(0.0)
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
        let mut selection = Selection::empty(self);
        for &member in members {
            selection.push(member);
        }
        selection
    }

    /// What a candidate loses while the one before it is not chosen. The
    /// first has none before it, so nothing could be done about it.
    pub(super) fn loss(&self, candidate: usize) -> f64 {
        let leans = candidate > 0 && self.leans.get(candidate) == Some(&true);
        f64::from(leans) * self.rules.leaning * self.size(candidate) * self.scores[candidate]
    }
}

/// Differences below this are rounding, not worth.
pub(super) const ROUNDING: f64 = 1e-9;
