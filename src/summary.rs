//! The sentences that matter: rank by one of several published algorithms or
//! by our own, then select within the caller's bounds.
//!
//! ```text
//! AnalyzedText ─ vectors ─ algorithm ─ focus ─ select ─ Summary
//! ```

mod centroid;
mod edmundson;
pub mod features;
mod focus;
mod graph;
mod greedy;
mod kl_sum;
mod lead;
mod lex_rank;
mod lsa;
mod luhn;
mod pac_sum;
mod ranked;
mod reduction;
mod select;
mod sum_basic;
mod svd;
mod text_rank;
mod trees;
mod vector;

pub(crate) use trees::MODEL;

#[cfg(test)]
mod tests;

use crate::text::AnalyzedText;
use crate::text::sentence::SentenceKind;
use vector::SentenceVectors;

/// How sentences are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Algorithm {
    /// Mujaz's own.
    #[default]
    Ranked,
    /// The first sentences.
    Lead,
    /// Erkan and Radev 2004.
    LexRank,
    /// Mihalcea and Tarau 2004.
    TextRank,
    /// Zheng and Lapata 2019.
    PacSum,
    /// Radev et al. 2004.
    Centroid,
    /// Luhn 1958.
    Luhn,
    /// Edmundson 1969.
    Edmundson,
    /// Gong and Liu 2001; Steinberger and Ježek 2004.
    Lsa,
    /// Nenkova and Vanderwende 2005.
    SumBasic,
    /// Haghighi and Vanderwende 2009.
    KlSum,
    /// The Reduction summarizer of sumy.
    Reduction,
}

impl Algorithm {
    /// Every algorithm that can be named, in the order of the contract.
    pub const ALL: [Self; 12] = [
        Self::Ranked,
        Self::Lead,
        Self::LexRank,
        Self::TextRank,
        Self::PacSum,
        Self::Centroid,
        Self::Luhn,
        Self::Edmundson,
        Self::Lsa,
        Self::SumBasic,
        Self::KlSum,
        Self::Reduction,
    ];

    /// Returns the name as it is written on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ranked => "ranked",
            Self::Lead => "lead",
            Self::LexRank => "lex-rank",
            Self::TextRank => "text-rank",
            Self::PacSum => "pac-sum",
            Self::Centroid => "centroid",
            Self::Luhn => "luhn",
            Self::Edmundson => "edmundson",
            Self::Lsa => "lsa",
            Self::SumBasic => "sum-basic",
            Self::KlSum => "kl-sum",
            Self::Reduction => "reduction",
        }
    }

    /// Returns the redundancy penalty that holds when the caller names none:
    /// the papers' own algorithms have none.
    const fn default_redundancy(self) -> f64 {
        match self {
            Self::Ranked => DEFAULT_REDUNDANCY,
            _ => 0.0,
        }
    }
}

/// Redundancy penalty of [`Algorithm::Ranked`] when the caller names none.
pub const DEFAULT_REDUNDANCY: f64 = 0.3;
/// Number of sentences when the caller names none.
pub const DEFAULT_MAX_SENTENCES: usize = 3;

/// The order of the sentences in a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SentenceOrder {
    /// As in the document.
    #[default]
    Document,
    /// The most important first.
    Rank,
}

/// What a summary should be like; all bounds hold together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SummaryOptions {
    /// Most sentences, [`DEFAULT_MAX_SENTENCES`] when `None`.
    pub max_sentences: Option<usize>,
    /// Most code points.
    pub max_characters: Option<usize>,
    /// Largest share of the body sentences, in (0, 1].
    pub max_ratio: Option<f64>,
    /// Order of the chosen sentences.
    pub order: SentenceOrder,
    /// How sentences are ranked.
    pub algorithm: Algorithm,
    /// Words that the summary should be about; empty for none.
    pub focus_query: String,
    /// Id of the topic that the summary should be about; empty for none.
    pub focus_topic_id: String,
    /// Penalty for repeating what has been chosen, in [0, 1].
    pub redundancy_penalty: Option<f64>,
    /// Whether the scores of all sentences are wanted.
    pub include_all_sentences: bool,
}

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

/// Scores of the candidate sentences, and whether some were left out.
struct Ranking {
    scores: Vec<f64>,
    limited: bool,
}

impl From<Vec<f64>> for Ranking {
    fn from(scores: Vec<f64>) -> Self {
        Self {
            scores,
            limited: false,
        }
    }
}

/// Summarises a text.
///
/// `topic_relevance` says for each sentence of the text how much it has to do
/// with `focus_topic_id`, on any scale from 0; empty without a focus topic.
#[must_use]
pub fn summarize(
    text: &mut AnalyzedText<'_>,
    options: &SummaryOptions,
    topic_relevance: &[f64],
) -> Summary {
    let query = text.read_more(&options.focus_query);
    let (candidates, no_body) = candidates(text);
    let vectors = SentenceVectors::new(text, &candidates);
    let Ranking { scores, limited } = rank(text, &vectors, options.algorithm);
    let mut scores = to_unit_range(scores);
    let focus = focus::relevance(text, &vectors, &query, topic_relevance);
    let focus_not_found = focus::blend(&mut scores, focus.as_deref());
    let bounds = select::Bounds::new(options, candidates.len());
    let penalty = options
        .redundancy_penalty
        .unwrap_or(options.algorithm.default_redundancy());
    let chosen = select::select(text, &vectors, &scores, &bounds, penalty);
    let notes = Notes {
        over_characters: select::over_characters(text, &vectors, &chosen, &bounds),
        no_body: no_body && !candidates.is_empty(),
        candidates_limited: limited,
        focus_not_found,
    };
    Summary {
        sentences: arrange(&candidates, &scores, &chosen, options.order),
        all_sentences: if options.include_all_sentences {
            all_sentences(text.sentences.len(), &candidates, &scores)
        } else {
            Vec::new()
        },
        notes,
    }
}

/// Computes what the ranker knows of each sentence that may be chosen, with
/// its position in the text: for training and for looking into.
#[must_use]
pub fn sentence_features(text: &AnalyzedText<'_>) -> Vec<(usize, features::Row)> {
    let (candidates, _) = candidates(text);
    let vectors = SentenceVectors::new(text, &candidates);
    let rows = features::compute(text, &vectors);
    candidates.into_iter().zip(rows).collect()
}

/// Lists the sentences that may be chosen: the body, or everything with words
/// when there is no body, or everything.
fn candidates(text: &AnalyzedText<'_>) -> (Vec<usize>, bool) {
    let of = |accepts: &dyn Fn(SentenceKind) -> bool| -> Vec<usize> {
        let sentences = text.sentences.iter().enumerate();
        sentences
            .filter(|(_, sentence)| accepts(sentence.kind))
            .map(|(index, _)| index)
            .collect()
    };
    let body = of(&|kind| kind == SentenceKind::Body);
    if !body.is_empty() {
        return (body, false);
    }
    let with_words = of(&|kind| kind != SentenceKind::Symbols);
    if with_words.is_empty() {
        return (of(&|_| true), true);
    }
    (with_words, true)
}

fn rank(text: &AnalyzedText<'_>, vectors: &SentenceVectors, algorithm: Algorithm) -> Ranking {
    match algorithm {
        Algorithm::Ranked => ranked::rank(text, vectors).into(),
        Algorithm::Lead => lead::rank(vectors.len()).into(),
        Algorithm::LexRank => lex_rank::rank(vectors),
        Algorithm::TextRank => text_rank::rank(vectors),
        Algorithm::PacSum => pac_sum::rank(vectors).into(),
        Algorithm::Centroid => centroid::rank(vectors).into(),
        Algorithm::Luhn => luhn::rank(text, vectors).into(),
        Algorithm::Edmundson => edmundson::rank(text, vectors).into(),
        Algorithm::Lsa => lsa::rank(vectors),
        Algorithm::SumBasic => sum_basic::rank(vectors).into(),
        Algorithm::KlSum => kl_sum::rank(vectors),
        Algorithm::Reduction => reduction::rank(vectors).into(),
    }
}

/// Scales scores so that the lowest is 0 and the highest 1; equal ones are 1.
fn to_unit_range(mut scores: Vec<f64>) -> Vec<f64> {
    let low = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let high = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = high - low;
    for score in &mut scores {
        *score = if range > 0.0 {
            (*score - low) / range
        } else {
            1.0
        };
    }
    scores
}

/// Puts the chosen candidates, most important first, into the order asked for.
fn arrange(
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
fn all_sentences(count: usize, candidates: &[usize], scores: &[f64]) -> Vec<RankedSentence> {
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
