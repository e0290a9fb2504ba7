//! What an analysis says.

use std::sync::Arc;
use std::time::Duration;

use crate::summary::{Algorithm, ScoreFactor};
use crate::text::TextLanguage;
use crate::text::sentence::SentenceKind;
use crate::text::span::TextSpan;
use crate::topic::Prediction;

/// What computed an answer; equal digests give equal answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pipeline {
    /// Version of the program.
    pub version: &'static str,
    /// Version of the topic model.
    pub model_version: String,
    /// Version of the taxonomy.
    pub taxonomy_version: String,
    /// SHA-256 over all three and their contents, in hexadecimal.
    pub digest: String,
}

/// A sentence of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalyzedSentence {
    /// Position among all sentences, from 0.
    pub index: usize,
    /// Position of its paragraph, from 0.
    pub paragraph: usize,
    /// Place in the text.
    pub span: TextSpan,
    /// The text at `span`.
    pub text: String,
    /// Importance within the document, in [0, 1].
    pub score: f64,
    /// Place by importance, from 1.
    pub rank: usize,
    /// What kind of text it is.
    pub kind: SentenceKind,
    /// What adds up to `score`, when asked for.
    pub factors: Vec<ScoreFactor>,
    /// What beside `score` counted when it was chosen, when asked for.
    pub selection_factors: Vec<ScoreFactor>,
}

/// The summary of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalyzedSummary {
    /// The chosen sentences in the order asked for.
    pub sentences: Vec<AnalyzedSentence>,
    /// The algorithm that ranked them.
    pub algorithm: Algorithm,
    /// Every sentence in document order, when asked for.
    pub all_sentences: Vec<AnalyzedSentence>,
}

/// Why a topic is assigned or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicDecision {
    /// The confidence reaches the threshold.
    Assigned,
    /// It does not, and there was enough to judge by.
    BelowThreshold,
    /// It does not, and there are too few words to judge by.
    TextTooShort,
    /// It does not, and topics are not built for the language.
    LanguageUnsupported,
}

/// What an answer says about one topic.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalyzedTopic {
    /// Id of the topic.
    pub id: String,
    /// Name in the document's language, else in English.
    pub display_name: String,
    /// IPTC Media Topic `QCodes`.
    pub external_codes: Vec<String>,
    /// Confidence, threshold and log-odds.
    pub prediction: Prediction,
    /// Why it is assigned or not.
    pub decision: TopicDecision,
    /// The terms that carried the decision, the strongest first.
    pub evidence: Vec<Evidence>,
}

/// A term that carried a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Place of the first of its shortest occurrences, in the text or else in the title.
    pub span: TextSpan,
    /// Sentence of that place; `None` when it is in the title.
    pub sentence: Option<usize>,
    /// The words at `span`.
    pub matched_text: String,
    /// What all occurrences add to the log-odds.
    pub weight: f64,
    /// Number of occurrences.
    pub occurrences: usize,
}

/// Something the caller should know about a good answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Warning {
    /// Fewer words than topics need.
    ShortText {
        /// Words of text and title.
        words: usize,
    },
    /// Topics are not built for the language.
    LanguageUnsupported {
        /// BCP-47 primary subtag.
        code: String,
    },
    /// The language could not be told with certainty.
    LanguageUncertain {
        /// Probability that the language is right.
        confidence: f32,
    },
    /// The named language and the text do not go together.
    LanguageMismatch {
        /// What the caller named.
        declared: String,
        /// What the text looks like.
        detected: &'static str,
    },
    /// The text has one sentence.
    SingleSentence,
    /// The only sentence is longer than the bound.
    MaxCharactersExceeded {
        /// Its place.
        span: TextSpan,
    },
    /// The text has furniture only.
    NoBodySentence,
    /// Not all pairs of sentences were compared.
    CandidatesLimited,
    /// Nothing in the text has to do with the focus.
    FocusNotFound,
    /// There was too little time for the algorithm that was asked for.
    Degraded {
        /// The algorithm.
        asked: Algorithm,
    },
}

/// Sizes of a document and the time that it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statistics {
    /// Bytes of UTF-8.
    pub utf8_bytes: usize,
    /// Code points.
    pub code_points: usize,
    /// Sentences, furniture included.
    pub sentences: usize,
    /// Words of the text.
    pub words: usize,
    /// Time of the analysis.
    pub processing_time: Duration,
}

/// The answer for one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// `Document::id`.
    pub document_id: String,
    /// The language that it was analysed in.
    pub language: TextLanguage,
    /// Whether topics are built for the language.
    pub language_supported: bool,
    /// The summary, if wanted.
    pub summary: Option<AnalyzedSummary>,
    /// The topics, if wanted.
    pub topics: Option<Vec<AnalyzedTopic>>,
    /// [`TopicDecision::Assigned`] when a topic is, else why none is; `None`
    /// when topics were not wanted.
    pub topic_decision: Option<TopicDecision>,
    /// What the caller should know.
    pub warnings: Vec<Warning>,
    /// Sizes and time.
    pub statistics: Statistics,
    /// What computed all this.
    pub pipeline: Arc<Pipeline>,
}
