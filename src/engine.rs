//! The engine: one call that turns a document and options into an analysis.

mod check;
mod language_tag;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use thiserror::Error;

pub use check::{Part, Problem, Violation};
pub use language_tag::LanguageTag;

use crate::summary::{self, Algorithm, Summary, SummaryOptions};
use crate::text::sentence::SentenceKind;
use crate::text::span::TextSpan;
use crate::text::{AnalyzedText, TextLanguage};
use crate::topic::classifier::{ClassifierError, LinearModel};
use crate::topic::taxonomy::Taxonomy;
use crate::topic::{
    self, ClassificationOptions, Detail, Place, Prediction, TopicModel, TopicScore,
};

/// Fewest words for topics to be trusted.
const SHORT_TEXT_WORDS: usize = 20;
/// Confidence below which the language is called uncertain.
const CERTAIN_LANGUAGE: f32 = 0.6;

/// A document to be analysed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The caller's own name for it.
    pub id: String,
    /// The headline; empty for none.
    pub title: String,
    /// The body; every span refers to it.
    pub text: String,
    /// BCP-47 tag; empty to detect.
    pub language_code: String,
}

/// What is wanted of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnalysisOptions {
    /// The summary, if wanted.
    pub summary: Option<SummaryOptions>,
    /// The topics, if wanted.
    pub classification: Option<ClassificationOptions>,
}

impl AnalysisOptions {
    /// Both parts with all defaults.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            summary: Some(SummaryOptions::default()),
            classification: Some(ClassificationOptions::default()),
        }
    }
}

/// The largest inputs that an engine takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest text and largest title, in bytes of UTF-8.
    pub max_text_bytes: usize,
    /// Longest focus query, in code points.
    pub max_focus_query_characters: usize,
    /// Longest document id, in bytes.
    pub max_document_id_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_text_bytes: 1 << 20,
            max_focus_query_characters: 1_024,
            max_document_id_bytes: 1_024,
        }
    }
}

/// Why a document was not analysed.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum EngineError {
    /// The document or an option is not acceptable; every reason is listed.
    #[error("{}", check::describe(.0))]
    Invalid(Vec<Violation>),
    /// An algorithm that is not built.
    #[error("algorithm {} is not built yet", .0.name())]
    AlgorithmUnavailable(Algorithm),
}

/// Why an engine could not be made.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The topic model cannot be used.
    #[error(transparent)]
    Model(#[from] ClassifierError),
}

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
    /// The terms that carried the decision, the strongest first.
    pub evidence: Vec<Evidence>,
}

/// A term that carried a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Place of the first occurrence, in the text or in the title.
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
    /// What the caller should know.
    pub warnings: Vec<Warning>,
    /// Sizes and time.
    pub statistics: Statistics,
}

/// Analyses documents. Cheap to share between threads, holds no state of any
/// document.
pub struct Engine {
    taxonomy: Taxonomy,
    model: Box<dyn TopicModel>,
    limits: Limits,
    pipeline: Pipeline,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("pipeline", &self.pipeline)
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// Makes an engine with the built-in taxonomy and model.
    ///
    /// # Errors
    /// [`LoadError`]; none in a released program.
    pub fn builtin(limits: Limits) -> Result<Self, LoadError> {
        Ok(Self::with_model(LinearModel::builtin()?, limits))
    }

    /// Makes an engine with a model of the caller's and its taxonomy.
    #[must_use]
    pub fn with_model(model: LinearModel, limits: Limits) -> Self {
        let taxonomy = model.taxonomy().clone();
        let pipeline = pipeline(&taxonomy, &model);
        Self {
            taxonomy,
            model: Box::new(model),
            limits,
            pipeline,
        }
    }

    /// Returns the topics.
    #[must_use]
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// Returns what computes the answers.
    #[must_use]
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// Returns the largest inputs that are taken.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Tells whether topics are built for a language (BCP-47 primary subtag).
    #[must_use]
    pub fn supports(&self, language: &str) -> bool {
        self.model.supports(language)
    }

    /// Lists everything that is wrong with a request; empty when it may be
    /// analysed.
    #[must_use]
    pub fn check(&self, document: &Document, options: &AnalysisOptions) -> Vec<Violation> {
        check::check(document, options, &self.limits, &self.taxonomy)
    }

    /// Analyses a document.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] with everything that [`Engine::check`] finds;
    /// [`EngineError::AlgorithmUnavailable`].
    pub fn analyze(
        &self,
        document: &Document,
        options: &AnalysisOptions,
    ) -> Result<Analysis, EngineError> {
        let started = Instant::now();
        let violations = self.check(document, options);
        if !violations.is_empty() {
            return Err(EngineError::Invalid(violations));
        }
        if let Some(summary) = &options.summary
            && !summary.algorithm.is_available()
        {
            return Err(EngineError::AlgorithmUnavailable(summary.algorithm));
        }
        let declared = LanguageTag::parse(&document.language_code)
            .ok()
            .map(LanguageTag::into_primary);
        let mut text = AnalyzedText::new(&document.title, &document.text, declared.as_deref());
        let scores = self.score(&text, options);
        let mut warnings = self.language_warnings(&text, options);
        let summary = options.summary.as_ref().map(|wanted| {
            let relevance = self.focus_relevance(wanted, &scores, text.sentences.len());
            let summary = summary::summarize(&mut text, wanted, &relevance);
            summary_warnings(&text, &summary, &mut warnings);
            present_summary(&text, summary, wanted.algorithm)
        });
        let topics = options
            .classification
            .as_ref()
            .map(|wanted| self.present_topics(&text, scores, wanted));
        Ok(Analysis {
            document_id: document.id.clone(),
            language_supported: self.model.supports(&text.language.code),
            summary,
            topics,
            warnings,
            statistics: statistics(&text, started),
            language: text.language,
        })
    }

    /// Scores the topics when the answer needs them.
    fn score(&self, text: &AnalyzedText<'_>, options: &AnalysisOptions) -> Vec<TopicScore> {
        let for_focus = options
            .summary
            .as_ref()
            .is_some_and(|summary| !summary.focus_topic_id.is_empty());
        let with_evidence = options
            .classification
            .as_ref()
            .is_some_and(|wanted| wanted.include_evidence);
        if for_focus || with_evidence {
            self.model.score(text, Detail::Contributions)
        } else if options.classification.is_some() {
            self.model.score(text, Detail::LogOdds)
        } else {
            Vec::new()
        }
    }

    fn focus_relevance(
        &self,
        options: &SummaryOptions,
        scores: &[TopicScore],
        sentences: usize,
    ) -> Vec<f64> {
        self.taxonomy
            .position(&options.focus_topic_id)
            .and_then(|topic| scores.get(topic))
            .map(|score| topic::sentence_relevance(score, sentences))
            .unwrap_or_default()
    }

    fn language_warnings(
        &self,
        text: &AnalyzedText<'_>,
        options: &AnalysisOptions,
    ) -> Vec<Warning> {
        let language = &text.language;
        let mut warnings = Vec::new();
        if !language.declared && language.confidence < CERTAIN_LANGUAGE {
            warnings.push(Warning::LanguageUncertain {
                confidence: language.confidence,
            });
        }
        let differs = language.detected.code != language.code
            && language.detected.confidence >= CERTAIN_LANGUAGE;
        if language.declared && differs {
            warnings.push(Warning::LanguageMismatch {
                declared: language.code.clone(),
                detected: language.detected.code,
            });
        }
        if options.classification.is_some() {
            if !self.model.supports(&language.code) {
                warnings.push(Warning::LanguageUnsupported {
                    code: language.code.clone(),
                });
            }
            let words = text.words.len() + text.title_words.len();
            if words < SHORT_TEXT_WORDS {
                warnings.push(Warning::ShortText { words });
            }
        }
        warnings
    }

    fn present_topics(
        &self,
        text: &AnalyzedText<'_>,
        scores: Vec<TopicScore>,
        options: &ClassificationOptions,
    ) -> Vec<AnalyzedTopic> {
        topic::decide(&self.taxonomy, scores, options)
            .into_iter()
            .map(|mut prediction| {
                let topic = &self.taxonomy.topics[prediction.topic];
                let evidence = std::mem::take(&mut prediction.evidence);
                AnalyzedTopic {
                    id: topic.id.clone(),
                    display_name: topic.name(&text.language.code).to_owned(),
                    external_codes: topic.iptc.clone(),
                    evidence: evidence
                        .iter()
                        .filter_map(|one| present_evidence(text, one))
                        .collect(),
                    prediction,
                }
            })
            .collect()
    }
}

fn pipeline(taxonomy: &Taxonomy, model: &dyn TopicModel) -> Pipeline {
    let version = env!("CARGO_PKG_VERSION");
    let mut hash = Sha256::new();
    for part in [
        version.as_bytes(),
        format!("{taxonomy:?}").as_bytes(),
        model.version().as_bytes(),
        &model.fingerprint(),
    ] {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let digest = hash
        .finalize()
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
    Pipeline {
        version,
        model_version: model.version().to_owned(),
        taxonomy_version: taxonomy.version.clone(),
        digest,
    }
}

fn summary_warnings(text: &AnalyzedText<'_>, summary: &Summary, warnings: &mut Vec<Warning>) {
    let notes = summary.notes;
    if text.sentences.len() == 1 {
        warnings.push(Warning::SingleSentence);
    }
    if let Some(index) = notes.over_characters {
        warnings.push(Warning::MaxCharactersExceeded {
            span: text.spans.span(&text.sentences[index].range),
        });
    }
    let flags = [
        (notes.no_body, Warning::NoBodySentence),
        (notes.candidates_limited, Warning::CandidatesLimited),
        (notes.focus_not_found, Warning::FocusNotFound),
    ];
    warnings.extend(
        flags
            .into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, warning)| warning),
    );
}

fn present_summary(
    text: &AnalyzedText<'_>,
    summary: Summary,
    algorithm: Algorithm,
) -> AnalyzedSummary {
    let present = |ranked: summary::RankedSentence| {
        let sentence = &text.sentences[ranked.index];
        AnalyzedSentence {
            index: ranked.index,
            paragraph: sentence.paragraph,
            span: text.spans.span(&sentence.range),
            text: text.text()[sentence.range.clone()].to_owned(),
            score: ranked.score,
            rank: ranked.rank,
            kind: sentence.kind,
        }
    };
    AnalyzedSummary {
        sentences: summary.sentences.into_iter().map(present).collect(),
        algorithm,
        all_sentences: summary.all_sentences.into_iter().map(present).collect(),
    }
}

/// Presents a term by its first place; `None` if it has none.
fn present_evidence(text: &AnalyzedText<'_>, term: &topic::Contribution) -> Option<Evidence> {
    // Spans of the text are what most callers want, so they come first.
    let in_text = term
        .places
        .iter()
        .find(|place| matches!(place, Place::Text { .. }));
    let (span, sentence, matched) = match in_text.or(term.places.first())? {
        Place::Text { sentence, range } => (
            text.spans.span(range),
            Some(*sentence),
            &text.text()[range.clone()],
        ),
        Place::Title(range) => (
            crate::text::span::SpanIndex::new(text.title).span(range),
            None,
            &text.title[range.clone()],
        ),
    };
    Some(Evidence {
        span,
        sentence,
        matched_text: matched.to_owned(),
        weight: term.weight,
        occurrences: term.places.len(),
    })
}

fn statistics(text: &AnalyzedText<'_>, started: Instant) -> Statistics {
    Statistics {
        utf8_bytes: text.text().len(),
        code_points: text.spans.code_points(),
        sentences: text.sentences.len(),
        words: text.words.len(),
        processing_time: started.elapsed(),
    }
}
