//! What a summary says, and how chosen and ranked sentences are put into it.

use super::SentenceOrder;
use super::factors::ScoreFactor;

/// A sentence of a summary.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RankedSentence {
    /// Position in [`AnalyzedText::sentences`](crate::text::AnalyzedText).
    pub index: usize,
    /// Importance within the document, in [0, 1].
    pub score: f64,
    /// Place by importance, from 1.
    pub rank: usize,
    /// What adds up to `score`, when asked for.
    pub factors: Vec<ScoreFactor>,
    /// What beside `score` counted when it was chosen, when asked for.
    pub selection_factors: Vec<ScoreFactor>,
}

/// The sentences that matter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// The chosen sentences in the order asked for.
    pub sentences: Vec<RankedSentence>,
    /// Every sentence in document order, when asked for.
    pub all_sentences: Vec<RankedSentence>,
    /// What the caller should know.
    pub notes: Notes,
}

/// What the caller of a summary should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Notes {
    /// Index of the only sentence, which alone is longer than
    /// `max_characters`.
    pub over_characters: Option<usize>,
    /// The text has furniture only.
    pub no_body: bool,
    /// Not all pairs of sentences were compared.
    pub candidates_limited: bool,
    /// Nothing in the text has to do with the focus.
    pub focus_not_found: bool,
}

/// What there is to say of the candidates, one element for each.
pub(super) struct Verdict<'a> {
    /// Place of each in the text's sentences.
    pub(super) candidates: &'a [usize],
    pub(super) scores: &'a [f64],
    /// What each score is made of; empty unless asked for.
    pub(super) factors: &'a [Vec<ScoreFactor>],
}

impl Verdict<'_> {
    fn sentence(&self, candidate: usize) -> RankedSentence {
        RankedSentence {
            index: self.candidates[candidate],
            score: self.scores[candidate],
            factors: self.factors.get(candidate).cloned().unwrap_or_default(),
            ..RankedSentence::default()
        }
    }

    /// Puts the chosen candidates, most important first, into the order asked
    /// for; `reasons` says what counted for each.
    pub(super) fn arrange(
        &self,
        chosen: &[usize],
        mut reasons: Vec<Vec<ScoreFactor>>,
        order: SentenceOrder,
    ) -> Vec<RankedSentence> {
        reasons.resize(chosen.len(), Vec::new());
        let mut sentences: Vec<RankedSentence> = chosen
            .iter()
            .zip(reasons)
            .enumerate()
            .map(|(place, (&candidate, reasons))| RankedSentence {
                rank: place + 1,
                selection_factors: reasons,
                ..self.sentence(candidate)
            })
            .collect();
        if order == SentenceOrder::Document {
            sentences.sort_unstable_by_key(|sentence| sentence.index);
        }
        sentences
    }

    /// Gives every sentence of the text its score and rank; those that are no
    /// candidates have score 0 and come last.
    pub(super) fn all_sentences(&self, count: usize) -> Vec<RankedSentence> {
        let mut all: Vec<RankedSentence> = (0..count)
            .map(|index| RankedSentence {
                index,
                ..RankedSentence::default()
            })
            .collect();
        for (candidate, &index) in self.candidates.iter().enumerate() {
            all[index] = self.sentence(candidate);
        }
        for (place, index) in self.by_score(count).into_iter().enumerate() {
            all[index].rank = place + 1;
        }
        all
    }

    /// Lists all sentences of the text, the best candidate first.
    fn by_score(&self, count: usize) -> Vec<usize> {
        let mut of_candidate: Vec<Option<f64>> = vec![None; count];
        for (&index, &score) in self.candidates.iter().zip(self.scores) {
            of_candidate[index] = Some(score);
        }
        let key = |index: usize| of_candidate[index].unwrap_or(f64::NEG_INFINITY);
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|&a, &b| key(b).total_cmp(&key(a)));
        order
    }
}
