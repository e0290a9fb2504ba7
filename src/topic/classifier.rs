//! The trained model: one linear separator for each topic, calibrated, whose
//! log-odds are the sum of what each term of the text adds.

use std::collections::BTreeSet;

use super::features::Emphasis;
use super::lexicon::LexiconModel;
use super::taxonomy::{Taxonomy, TaxonomyError};
use super::trust::Trust;
use super::vectorize::{Terms, lexicon_features, lexicon_width, weights};
use super::{Detail, TopicModel, TopicScore, evidence, trust};
use crate::model::{self, ModelError};
use crate::text::AnalyzedText;
use thiserror::Error;

/// The default model.
const BUILTIN: &[u8] = include_bytes!("../../models/news.mujaz");

/// Everything that a model file holds.
#[derive(Debug, Clone)]
pub struct ModelData {
    /// Changes whenever answers may.
    pub version: String,
    /// The topics, with the thresholds that were learnt.
    pub taxonomy: Taxonomy,
    /// Languages of the training documents, in alphabetical order.
    pub languages: Vec<String>,
    /// How occurrences count.
    pub emphasis: Emphasis,
    /// Version of the lexicons that are features; empty for none.
    pub lexicon: String,
    pub(crate) terms: Terms,
    pub(crate) weights: TermWeights,
    /// Log-odds for each feature of the lexicons, by feature, then by topic.
    pub(crate) lexicon_weights: Vec<f32>,
    /// Log-odds of each topic before its terms.
    pub(crate) biases: Vec<f32>,
    /// How far short texts are trusted.
    pub trust: Trust,
    /// Log-odds that those of each topic are taken to in short texts.
    pub(crate) anchors: Vec<f32>,
}

impl ModelData {
    /// Returns the number of words and pairs of words that the model knows.
    #[must_use]
    pub fn terms(&self) -> usize {
        self.terms.keys.len()
    }
}

/// Log-odds by term and topic in eight bits, with a scale for each term.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct TermWeights {
    pub(crate) scales: Vec<f32>,
    pub(crate) steps: Vec<i8>,
}

impl TermWeights {
    /// Adds the weights of the next term.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounded to a precision on purpose"
    )]
    pub(crate) fn push(&mut self, weights: &[f64]) {
        let largest = weights
            .iter()
            .fold(0.0, |most: f64, one| most.max(one.abs()));
        let scale = (largest / f64::from(i8::MAX)) as f32;
        self.scales.push(scale);
        let step = |weight: &f64| match scale {
            0.0 => 0,
            scale => (weight / f64::from(scale)).round() as i8,
        };
        self.steps.extend(weights.iter().map(step));
    }

    /// Returns the scale and the steps of a term.
    pub(crate) fn of(&self, row: u32, topics: usize) -> (f64, &[i8]) {
        let row = row as usize;
        (
            f64::from(self.scales[row]),
            &self.steps[row * topics..(row + 1) * topics],
        )
    }
}

/// Why a model cannot be used.
#[derive(Debug, Error)]
pub enum ClassifierError {
    /// The file is not a sound model.
    #[error(transparent)]
    File(#[from] ModelError),
    /// The taxonomy in it is unsound.
    #[error("the taxonomy of the model is unsound")]
    Taxonomy(#[from] TaxonomyError),
    /// The lexicons are not those that the model was trained with.
    #[error("the model was trained with lexicons {trained:?}, this program has {present:?}")]
    OtherLexicon {
        /// What the model names.
        trained: String,
        /// What there is.
        present: &'static str,
    },
}

/// A model that is ready to score texts.
#[derive(Debug)]
pub struct LinearModel {
    data: ModelData,
    lexicon: Option<LexiconModel>,
    fingerprint: Vec<u8>,
}

impl LinearModel {
    /// Reads the model that is part of the program.
    ///
    /// # Errors
    /// None in a released program: a test reads it.
    pub fn builtin() -> Result<Self, ClassifierError> {
        let mut model = Self::from_bytes(BUILTIN)?;
        // Names and descriptions may have been improved since the training.
        let mut taxonomy = Taxonomy::builtin()?;
        for topic in &mut taxonomy.topics {
            if let Some(at) = model.data.taxonomy.position(&topic.id) {
                topic.threshold = model.data.taxonomy.topics[at].threshold;
            }
        }
        model.data.taxonomy = taxonomy;
        Ok(model)
    }

    /// Reads a model from the bytes of its file.
    ///
    /// # Errors
    /// [`ClassifierError`], which says what is wrong with the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ClassifierError> {
        let (data, fingerprint) = model::decode(bytes)?;
        data.taxonomy.check()?;
        let lexicon = builtin_lexicon(&data.lexicon)?;
        let expected = lexicon.as_ref().map_or(0, lexicon_width) * data.taxonomy.topics.len();
        if data.lexicon_weights.len() != expected {
            return Err(ModelError::Inconsistent("weights of the lexicons").into());
        }
        Ok(Self {
            data,
            lexicon,
            fingerprint,
        })
    }

    /// Returns what the model file holds.
    #[must_use]
    pub fn data(&self) -> &ModelData {
        &self.data
    }

    /// Returns the topics with their thresholds.
    #[must_use]
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.data.taxonomy
    }

    fn log_odds(&self, text: &AnalyzedText<'_>) -> Vec<TopicScore> {
        let topics = self.data.biases.len();
        let mut sums = vec![0.0; topics];
        let found = weights(text, &self.data.emphasis, &self.data.terms, |_, _| {});
        for (row, value) in found {
            let (scale, steps) = self.data.weights.of(row, topics);
            let value = f64::from(value) * scale;
            for (sum, &step) in sums.iter_mut().zip(steps) {
                *sum += value * f64::from(step);
            }
        }
        if let Some(lexicon) = &self.lexicon {
            lexicon_features(&lexicon.zones(text, false), |at, _, _, value| {
                let row = &self.data.lexicon_weights[at * topics..(at + 1) * topics];
                for (sum, &weight) in sums.iter_mut().zip(row) {
                    *sum += value * f64::from(weight);
                }
            });
        }
        let score = |(rest, &bias): (f64, &f32)| TopicScore {
            bias: f64::from(bias),
            contributions: Vec::new(),
            rest,
        };
        sums.into_iter().zip(&self.data.biases).map(score).collect()
    }
}

/// Returns the lexicons of the version that a model was trained with.
pub(crate) fn builtin_lexicon(version: &str) -> Result<Option<LexiconModel>, ClassifierError> {
    let present = super::lexicon::VERSION;
    match version {
        "" => Ok(None),
        version if version == present => Ok(Some(LexiconModel::builtin(Taxonomy::builtin()?))),
        version => Err(ClassifierError::OtherLexicon {
            trained: version.to_owned(),
            present,
        }),
    }
}

impl TopicModel for LinearModel {
    fn version(&self) -> &str {
        &self.data.version
    }

    fn fingerprint(&self) -> Vec<u8> {
        let mut parts = self.fingerprint.clone();
        if self.lexicon.is_some() {
            parts.extend(LexiconModel::fingerprint());
        }
        parts
    }

    fn supports(&self, language: &str) -> bool {
        self.data.languages.iter().any(|one| one == language)
            || self.lexicon.is_some() && LexiconModel::supports(language)
    }

    fn languages(&self) -> BTreeSet<&str> {
        self.data.languages.iter().map(String::as_str).collect()
    }

    fn score(&self, text: &AnalyzedText<'_>, detail: Detail) -> Vec<TopicScore> {
        let mut scores = match detail {
            Detail::LogOdds => self.log_odds(text),
            Detail::Contributions => evidence::explain(&self.data, self.lexicon.as_ref(), text),
        };
        let share = self
            .data
            .trust
            .share(trust::length(text, &self.data.emphasis));
        for (score, &anchor) in scores.iter_mut().zip(&self.data.anchors) {
            trust::temper(score, share, f64::from(anchor));
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [(&str, &str, &str); 3] = [
        ("ar", "البنك المركزي يرفع أسعار الفائدة", "economy"),
        (
            "en",
            "The striker scored twice and the team won the cup final.",
            "sport",
        ),
        (
            "de",
            "Das Krankenhaus behandelt Patienten mit der neuen Impfung.",
            "health",
        ),
    ];

    #[test]
    fn the_builtin_model_knows_every_topic_and_language() {
        let model = LinearModel::builtin().expect("it is sound");
        assert_eq!(model.taxonomy().topics.len(), 17);
        for (language, text, expected) in TEXTS {
            assert!(model.supports(language), "{language}");
            let scores = model.score(&AnalyzedText::new("", text, None), Detail::LogOdds);
            let best = (0..17).max_by(|&a, &b| scores[a].logit().total_cmp(&scores[b].logit()));
            assert_eq!(best, model.taxonomy().position(expected), "{text}");
        }
    }

    #[test]
    fn evidence_adds_up_in_the_builtin_model() {
        let model = LinearModel::builtin().expect("it is sound");
        for (_, text, _) in TEXTS {
            let text = AnalyzedText::new(text, text, None);
            let plain = model.score(&text, Detail::LogOdds);
            let explained = model.score(&text, Detail::Contributions);
            for (plain, explained) in plain.iter().zip(explained) {
                assert!((plain.logit() - explained.logit()).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn weights_are_rounded_to_a_127th_of_the_largest() {
        let mut weights = TermWeights::default();
        weights.push(&[1.0, -0.5, 0.0]);
        let (scale, steps) = weights.of(0, 3);
        assert_eq!(steps, [127, -64, 0]);
        assert!((scale - 1.0 / 127.0).abs() < 1e-6);
    }

    #[test]
    fn a_model_for_other_lexicons_is_refused() {
        let error = builtin_lexicon("lexicon-1999").expect_err("it is another");
        assert!(error.to_string().contains("lexicon-1999"), "{error}");
    }
}
