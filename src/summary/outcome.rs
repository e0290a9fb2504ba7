//! What a summary says, and how chosen and ranked sentences are put into it.

use super::SentenceOrder;

/// A sentence of a summary.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankedSentence {
    /// Position in [`AnalyzedText::sentences`].
    pub index: usize,
    /// Importance within the document, in [0, 1].
    pub score: f64,
    /// Place by importance, from 1.
    pub rank: usize,
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

/// Puts the chosen candidates, most important first, into the order asked for.
pub(super) fn arrange(
    candidates: &[usize],
    scores: &[f64],
    chosen: &[usize],
    order: SentenceOrder,
) -> Vec<RankedSentence> {
    let mut sentences: Vec<RankedSentence> = chosen
        .iter()
        .enumerate()
        .map(|(place, &candidate)| RankedSentence {
            index: candidates[candidate],
            score: scores[candidate],
            rank: place + 1,
        })
        .collect();
    if order == SentenceOrder::Document {
        sentences.sort_unstable_by_key(|sentence| sentence.index);
    }
    sentences
}

/// Gives every sentence of the text its score and rank; those that are no
/// candidates have score 0 and come last.
pub(super) fn all_sentences(
    count: usize,
    candidates: &[usize],
    scores: &[f64],
) -> Vec<RankedSentence> {
    let mut all: Vec<RankedSentence> = (0..count)
        .map(|index| RankedSentence {
            index,
            score: 0.0,
            rank: 0,
        })
        .collect();
    let mut is_candidate = vec![false; count];
    for (&index, &score) in candidates.iter().zip(scores) {
        all[index].score = score;
        is_candidate[index] = true;
    }
    let mut by_score: Vec<usize> = (0..count).collect();
    by_score.sort_by(|&a, &b| {
        is_candidate[b]
            .cmp(&is_candidate[a])
            .then(all[b].score.total_cmp(&all[a].score))
    });
    for (place, index) in by_score.into_iter().enumerate() {
        all[index].rank = place + 1;
    }
    all
}
