//! The engine: one call that turns a document and options into an analysis.

mod analysis;
mod check;
mod present;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use thiserror::Error;

pub use crate::language_tag::LanguageTag;
pub use analysis::{
    Analysis, AnalyzedSentence, AnalyzedSummary, AnalyzedTopic, Evidence, Pipeline, Statistics,
    TopicDecision, Warning,
};
pub use check::{MAX_TOPIC_IDS, Part, Problem, Violation};

use crate::pace::{Pace, Stopped};
use crate::summary::{self, Algorithm, SummaryOptions};
use crate::text::{AnalyzedText, known_languages};
use crate::topic::classifier::{ClassifierError, LinearModel};
use crate::topic::custom::CustomModel;
use crate::topic::taxonomy::{Taxonomy, TaxonomyError};
use crate::topic::{self, ClassificationOptions, Detail, TopicModel, TopicScore};

/// Most times that ranking a long text, choosing and answering take as long as
/// reading it: 0.7 to 1.6 measured for RANKED, at most 0.7 for the others that
/// are linear in the text.
const RANKING_OVER_READING: u32 = 2;
/// The same for those that compare sentences in pairs: up to 12.5 measured for
/// LSA and 8.7 for the others, at about the largest number of sentences that
/// they compare.
const PAIRS_OVER_READING: u32 = 13;

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
    /// The time was spent before the answer was there.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// Why an engine could not be made.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The topic model cannot be used.
    #[error(transparent)]
    Model(#[from] ClassifierError),
    /// The taxonomy and the model do not go together.
    #[error(transparent)]
    Taxonomy(#[from] TaxonomyError),
}

/// Analyses documents. Cheap to share between threads, holds no state of any
/// document; a thread remembers single words of late ones with their stems, in
/// four megabytes, which changes times and never answers.
pub struct Engine {
    taxonomy: Taxonomy,
    model: Box<dyn TopicModel>,
    limits: Limits,
    pipeline: Arc<Pipeline>,
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
        Self::new(taxonomy, Box::new(model), limits)
    }

    /// Makes an engine with a model and a taxonomy of the caller's, whose
    /// topics the model knows or their terms describe.
    ///
    /// # Errors
    /// [`LoadError::Taxonomy`], which names the topic.
    pub fn with_taxonomy(
        model: LinearModel,
        taxonomy: Taxonomy,
        limits: Limits,
    ) -> Result<Self, LoadError> {
        let model = CustomModel::new(model, taxonomy)?;
        let taxonomy = model.taxonomy().clone();
        Ok(Self::new(taxonomy, Box::new(model), limits))
    }

    fn new(taxonomy: Taxonomy, model: Box<dyn TopicModel>, limits: Limits) -> Self {
        let pipeline = Arc::new(pipeline(&taxonomy, model.as_ref()));
        Self {
            taxonomy,
            model,
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

    /// Lists the languages whose text is known or that topics are built for
    /// (BCP-47 primary subtags), in alphabetical order.
    #[must_use]
    pub fn languages(&self) -> BTreeSet<&str> {
        let mut languages = self.model.languages();
        languages.retain(|code| self.supports(code));
        for code in known_languages() {
            languages.insert(code);
        }
        languages
    }

    /// Analyses what the topics are about, in every language that says so:
    /// tables are built when they are first needed, and no caller shall wait
    /// for them.
    pub fn warm_up(&self) {
        for document in descriptions(&self.taxonomy) {
            // One that is over a limit of the caller's has no answer.
            drop(self.analyze(&document, &AnalysisOptions::everything()));
        }
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
    /// [`EngineError::Invalid`] with everything that [`Engine::check`] finds.
    pub fn analyze(
        &self,
        document: &Document,
        options: &AnalysisOptions,
    ) -> Result<Analysis, EngineError> {
        self.analyze_within(document, options, &Pace::unlimited())
    }

    /// Analyses a document as long as there is time.
    ///
    /// Between its steps and inside the long ones it looks whether the time of
    /// `pace` is spent. Options that allow it get a cheaper algorithm when
    /// there is too little time for the one they name.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] as [`Engine::analyze`];
    /// [`EngineError::Stopped`] when the time is spent.
    pub fn analyze_within(
        &self,
        document: &Document,
        options: &AnalysisOptions,
        pace: &Pace<'_>,
    ) -> Result<Analysis, EngineError> {
        let started = Instant::now();
        let violations = self.check(document, options);
        if !violations.is_empty() {
            return Err(EngineError::Invalid(violations));
        }
        let declared = LanguageTag::declared(&document.language_code)
            .ok()
            .flatten();
        pace.check()?;
        let mut text =
            AnalyzedText::within(&document.title, &document.text, declared.as_deref(), pace);
        let reading = started.elapsed();
        pace.check()?;
        let scores = self.score(&text, options);
        pace.check()?;
        let mut warnings = present::language_warnings(self.model.as_ref(), &text, options);
        let summary = options.summary.as_ref().map(|wanted| {
            let relevance = self.focus_relevance(wanted, &scores, text.sentences.len());
            let used = affordable(wanted, reading, pace, &mut warnings);
            let summary = summary::summarize(&mut text, &used, &relevance, pace);
            present::summary_warnings(&text, &summary, &mut warnings);
            present::summary(&text, summary, used.algorithm)
        });
        pace.check()?;
        let topics = options.classification.as_ref().map(|wanted| {
            present::topics(&self.taxonomy, self.model.as_ref(), &text, scores, wanted)
        });
        let (topics, topic_decision) = topics.unzip();
        Ok(Analysis {
            document_id: document.id.clone(),
            language_supported: self.model.supports(&text.language.code),
            summary,
            topics,
            topic_decision,
            warnings,
            statistics: present::statistics(&text, started),
            language: text.language,
            pipeline: Arc::clone(&self.pipeline),
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
}

/// Returns the options with the cheapest algorithm in place of one that there
/// is no time for, when they allow it.
///
/// What ranking costs is told from what reading the same text on the same
/// machine has just cost.
fn affordable<'o>(
    options: &'o SummaryOptions,
    reading: Duration,
    pace: &Pace<'_>,
    warnings: &mut Vec<Warning>,
) -> Cow<'o, SummaryOptions> {
    let factor = if options.algorithm.compares_pairs() {
        PAIRS_OVER_READING
    } else {
        RANKING_OVER_READING
    };
    let enough = reading.saturating_mul(factor);
    let cheapest = options.algorithm == Algorithm::Lead;
    if !options.allow_degraded || cheapest || pace.time_left() >= enough {
        return Cow::Borrowed(options);
    }
    warnings.push(Warning::Degraded {
        asked: options.algorithm,
    });
    Cow::Owned(SummaryOptions {
        algorithm: Algorithm::Lead,
        ..options.clone()
    })
}

/// Returns the descriptions of all topics, a document for each language.
fn descriptions(taxonomy: &Taxonomy) -> impl Iterator<Item = Document> {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for (language, description) in taxonomy.topics.iter().flat_map(|one| &one.descriptions) {
        let text = texts.entry(language).or_default();
        text.push_str(description);
        text.push_str("\n\n");
    }
    texts.into_values().map(|text| Document {
        text,
        ..Document::default()
    })
}

fn pipeline(taxonomy: &Taxonomy, model: &dyn TopicModel) -> Pipeline {
    let version = env!("CARGO_PKG_VERSION");
    let mut hash = Sha256::new();
    for part in [
        version.as_bytes(),
        format!("{taxonomy:?}").as_bytes(),
        model.version().as_bytes(),
        &model.fingerprint(),
        summary::MODEL,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warm_engine_has_read_every_language_of_its_topics() {
        let engine = Engine::builtin(Limits::default()).expect("it is sound");
        let mut read: Vec<String> = descriptions(&engine.taxonomy)
            .map(|one| engine.analyze(&one, &AnalysisOptions::everything()))
            .map(|analysis| analysis.expect("short").language.code)
            .collect();
        read.sort_unstable();
        let described = &engine.taxonomy.topics[0].descriptions;
        assert!(read.iter().eq(described.keys()), "{read:?}");
        assert_eq!(read.len(), 31);
    }

    #[test]
    fn an_unknown_language_is_detected_and_an_unsupported_one_warned_of() {
        let engine = Engine::builtin(Limits::default()).expect("sound");
        let finnish = "Hallitus esitti tänään uuden suunnitelman, jonka on tarkoitus auttaa \
            maanviljelijöitä. Oppositio arvosteli suunnitelmaa heti.";
        let answer = |language: &str, classification| {
            let document = Document {
                text: finnish.to_owned(),
                language_code: language.to_owned(),
                ..Document::default()
            };
            let options = AnalysisOptions {
                classification,
                ..AnalysisOptions::everything()
            };
            engine.analyze(&document, &options).expect("sound")
        };
        for language in ["", "und", "und-Latn", "fi", "fin"] {
            for classification in [None, Some(ClassificationOptions::default())] {
                let answer = answer(language, classification);
                assert_eq!(answer.language.code, "fi");
                assert_eq!(answer.language.declared, language.starts_with("fi"));
                assert!(!answer.language_supported);
                let unsupported = Warning::LanguageUnsupported {
                    code: "fi".to_owned(),
                };
                assert!(answer.warnings.contains(&unsupported), "{language:?}");
            }
        }
    }

    #[test]
    fn evidence_shows_the_shortest_form_and_speaks_for_its_topic() {
        let engine = Engine::builtin(Limits::default()).expect("sound");
        let text = "رفعت البنوك أسعار الفائدة أمس. وقال مدير في بنك إن للبنوك أسبابا. وتراجع سعر \
            صرف العملة في بنك آخر، وخسرت الأسهم في السوق.";
        let document = Document {
            text: text.to_owned(),
            ..Document::default()
        };
        let topics = |most: Option<usize>| {
            let classification = ClassificationOptions {
                include_evidence: true,
                max_evidence_per_topic: most,
                ..ClassificationOptions::default()
            };
            let options = AnalysisOptions {
                classification: Some(classification),
                ..AnalysisOptions::everything()
            };
            let answer = engine.analyze(&document, &options).expect("sound");
            answer.topics.expect("wanted")
        };
        let unasked = &topics(None)[0];
        assert_eq!(unasked.id, "economy");
        assert!(unasked.evidence.iter().all(|one| one.weight > 0.0));
        let bank = unasked.evidence.iter().find(|one| one.occurrences == 4);
        let bank = bank.expect("four banks");
        // The first of two of this form, behind a longer one.
        assert_eq!(bank.matched_text, "بنك");
        assert_eq!(bank.span.utf8.start, text.find(" بنك ").expect("there") + 1);
        let asked = &topics(Some(1_000))[0];
        assert!(asked.evidence.len() > unasked.evidence.len());
    }

    #[test]
    fn malay_that_looks_like_indonesian_is_no_mismatch() {
        let engine = Engine::builtin(Limits::default()).expect("sound");
        let text = "Pemerintah mengatakan bahwa harga minyak akan naik pada bulan depan, dan \
            masyarakat diminta untuk tidak khawatir karena persediaan masih cukup.";
        let document = |language: &str| Document {
            text: text.to_owned(),
            language_code: language.to_owned(),
            ..Document::default()
        };
        let answer = |language| {
            let answer = engine.analyze(&document(language), &AnalysisOptions::everything());
            answer.expect("sound")
        };
        let mismatches = |language| {
            let warnings = answer(language).warnings.into_iter();
            warnings
                .filter(|one| matches!(one, Warning::LanguageMismatch { .. }))
                .count()
        };
        assert_eq!(answer("").language.code, "id");
        assert_eq!(["ms", "zsm", "id", "en"].map(mismatches), [0, 0, 0, 1]);
        let economy = engine
            .taxonomy()
            .topics
            .iter()
            .find(|one| one.id == "economy");
        let economy = economy.expect("there");
        assert_eq!(economy.name("ms"), economy.name("id"));
        assert_ne!(economy.name("ms"), economy.name("en"));
    }

    #[test]
    fn terms_of_one_topic_do_not_judge_the_others() {
        let toml = r#"
            version = "1"
            [[topics]]
            id = "oil"
            names = { en = "Oil" }
            terms = { "*" = ["OPEC"] }
            [[topics]]
            id = "falconry"
            names = { en = "Falconry" }
            terms = { ar = ["صقر"] }
        "#;
        let model = LinearModel::builtin().expect("sound");
        let taxonomy = Taxonomy::parse(toml).expect("sound");
        let engine = Engine::with_taxonomy(model, taxonomy, Limits::default()).expect("sound");
        let finnish = "Eilen moni ihminen tuli paikalle puhumaan omista arkisista asioistaan, ja sen \
            jälkeen kaikki lähtivät taas hitaasti kukin omaan kotiinsa, kuten heillä oli tapana.";
        let english = "Somebody said that it was so, and then he said that it was not so, and \
            they all said that this was that and that was this.";
        let decisions = |language: &str, text: &str, ids: &[&str]| {
            let document = Document {
                text: text.to_owned(),
                language_code: language.to_owned(),
                ..Document::default()
            };
            let options = AnalysisOptions {
                summary: None,
                classification: Some(ClassificationOptions {
                    topic_ids: ids.iter().map(|&id| id.to_owned()).collect(),
                    include_unassigned: true,
                    ..ClassificationOptions::default()
                }),
            };
            let answer = engine.analyze(&document, &options).expect("sound");
            let unsupported = Warning::LanguageUnsupported {
                code: language.to_owned(),
            };
            assert_eq!(
                answer.language_supported,
                !answer.warnings.contains(&unsupported)
            );
            let topics = answer.topics.expect("asked for");
            let of = |id: &str| {
                topics
                    .iter()
                    .find(|one| one.id == id)
                    .map(|one| one.decision)
            };
            (
                answer.language_supported,
                answer.topic_decision.expect("asked for"),
                ["oil", "falconry", "sport"].map(of),
            )
        };
        let (below, unable) = (
            TopicDecision::BelowThreshold,
            TopicDecision::LanguageUnsupported,
        );
        let all = decisions("fi", finnish, &[]);
        assert_eq!(all, (false, unable, [below, unable, unable].map(Some)));
        let all = decisions("en", english, &[]);
        assert_eq!(all, (true, below, [below, unable, below].map(Some)));
        let alone = decisions("fi", finnish, &["oil"]);
        assert_eq!(alone, (false, below, [Some(below), None, None]));
        let alone = decisions("en", english, &["falconry"]);
        assert_eq!(alone, (true, unable, [None, Some(unable), None]));
    }
}
