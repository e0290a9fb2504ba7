//! What a caller may ask of a summary.

use super::Algorithm;

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
    /// Whether a cheaper algorithm may be used when there is little time left.
    pub allow_degraded: bool,
}
