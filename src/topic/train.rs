//! Learns a linear model from labelled documents.
//!
//! ```text
//! documents ─ counts ─ vectors ─┬─ one fold left out each time ─ margins ─ calibration, thresholds
//!                               └─ all ─ weights ─────────────────────────── model
//! ```

mod learner;
mod sample;

use std::collections::BTreeMap;

use thiserror::Error;

use super::calibrate::{self, Scaling};
use super::classifier::{ClassifierError, ModelData, TermWeights, builtin_lexicon};
use super::features::Emphasis;
use super::lexicon::{self, LexiconModel};
use super::metrics::{self, Judged, Report};
use super::sigmoid;
use super::taxonomy::{Taxonomy, TaxonomyError};
use super::trust::{self, Trust};
use super::vectorize::{self, Terms, lexicon_features, lexicon_width};
use crate::text::AnalyzedText;
use learner::{Course, Learner};
use sample::{
    MAX_COUNTS, Reservoir, Sample, choose_terms, column, folds, identity, languages, narrow,
    topics_of, vectors,
};

/// Parts of the documents, each judged by a model that learnt from the others;
/// fewer documents than that are too few.
pub const FOLDS: usize = 5;

/// Most topics of a model. More are hardly meant: names of authors, or ids.
pub const MAX_TOPICS: usize = 4_096;
/// Most weights of terms that are learnt, of all topics together: half a
/// gibibyte while training, 64 MiB of the model file.
const MAX_WEIGHTS: usize = 1 << 26;

/// How a model is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// Version that the model is given.
    pub version: String,
    /// How occurrences count.
    pub emphasis: Emphasis,
    /// How far short texts are trusted.
    pub trust: Trust,
    /// Whether the lexicons' topics are features.
    pub lexicon: bool,
    /// Whether figures are terms: the years and sums of news say of no topic what
    /// another document bears out.
    pub figures: bool,
    /// Weight of the errors against the size of the weights; `None` for the
    /// one that suits documents left out best.
    pub cost: Option<f64>,
    /// Most documents that are learnt from; of more, and of those whose terms
    /// would take over a gibibyte, a random sample is.
    pub max_documents: usize,
    /// Most terms that are learnt, the most frequent; fewer where there are
    /// hundreds of topics, so that memory stays bounded.
    pub max_terms: usize,
}

impl Recipe {
    /// For labels of the reader's kind: what a piece of news is about.
    #[must_use]
    pub fn news(version: &str) -> Self {
        Self {
            version: version.to_owned(),
            emphasis: Emphasis::NEWS,
            trust: Trust::NEWS,
            lexicon: true,
            figures: false,
            cost: Some(0.5),
            max_documents: 1_000_000,
            max_terms: 1 << 17,
        }
    }

    /// For any texts and labels.
    #[must_use]
    pub fn plain(version: &str) -> Self {
        Self {
            emphasis: Emphasis::EVEN,
            trust: Trust::FULL,
            lexicon: false,
            figures: true,
            cost: None,
            max_terms: 1 << 18,
            ..Self::news(version)
        }
    }
}

/// Why nothing can be learnt.
#[derive(Debug, Error)]
pub enum TrainError {
    /// Too few documents.
    #[error("{0} labelled documents are too few, at least {FOLDS} are needed")]
    TooFew(usize),
    /// Too many topics.
    #[error("{0} different topics are too many, at most {MAX_TOPICS} are learnt")]
    TooManyTopics(usize),
    /// The labels make no taxonomy.
    #[error(transparent)]
    Taxonomy(#[from] TaxonomyError),
    /// The lexicons cannot be used.
    #[error(transparent)]
    Lexicon(#[from] ClassifierError),
}

/// How far training is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Separators learnt for the choice of a cost and for calibration.
    pub done: usize,
    /// All of them.
    pub total: usize,
}

/// What training gives.
#[derive(Debug)]
pub struct Trained {
    /// The model, to be written to a file.
    pub model: ModelData,
    /// Scores on documents that the model judging them had not seen.
    pub report: Report,
    /// Documents that were learnt from.
    pub used: usize,
    /// Documents that were read.
    pub read: usize,
    /// Documents that say word for word what one before them says.
    pub repeated: usize,
    /// Topics that documents left out tell nothing of: their confidences are not calibrated.
    pub uncalibrated: Vec<String>,
}

/// Collects labelled documents, in bounded memory, and learns from them.
#[derive(Debug)]
pub struct Trainer {
    recipe: Recipe,
    taxonomy: Option<Taxonomy>,
    lexicon: Option<LexiconModel>,
    labels: BTreeMap<String, u32>,
    samples: Reservoir,
}

impl Trainer {
    /// Starts with no document. Without a taxonomy the labels are the topics.
    ///
    /// # Errors
    /// [`TrainError::Taxonomy`] for a taxonomy with a topic that has no name.
    pub fn new(recipe: Recipe, taxonomy: Option<Taxonomy>) -> Result<Self, TrainError> {
        if let Some(taxonomy) = &taxonomy {
            taxonomy.check()?;
        }
        let version = if recipe.lexicon { lexicon::VERSION } else { "" };
        Ok(Self {
            lexicon: builtin_lexicon(version)?,
            samples: Reservoir::new(recipe.max_documents, MAX_COUNTS),
            labels: BTreeMap::new(),
            taxonomy,
            recipe,
        })
    }

    /// Adds a document with its labels, the primary first. Documents of one
    /// group (an outlet, a day) are never judged by a model that saw others of
    /// it; a document without a group is its own.
    pub fn add(&mut self, text: &AnalyzedText<'_>, labels: &[String], group: Option<&str>) {
        let numbers = labels.iter().map(|label| self.number(label)).collect();
        let Some(slot) = self.samples.slot() else {
            return;
        };
        let mut lexicon = Vec::new();
        if let Some(model) = &self.lexicon {
            lexicon_features(&model.zones(text, false), |at, _, _, value| {
                lexicon.push((column(at), narrow(value)));
            });
            lexicon.sort_by_key(|(at, _)| *at);
        }
        let counts = vectorize::count(text, &self.recipe.emphasis, self.recipe.figures);
        let sample = Sample {
            language: text.language.code.clone(),
            labels: numbers,
            group: group.map(str::to_owned),
            words: trust::length(text, &self.recipe.emphasis),
            identity: identity(&counts),
            counts,
            lexicon,
        };
        self.samples.put(slot, sample);
    }

    fn number(&mut self, label: &str) -> u32 {
        if let Some(&number) = self.labels.get(label) {
            return number;
        }
        let number = column(self.labels.len());
        self.labels.insert(label.to_owned(), number);
        number
    }

    /// Learns from what was added; `progress` hears of each separator.
    ///
    /// # Errors
    /// [`TrainError`], which says what is missing.
    pub fn finish(mut self, progress: &mut dyn FnMut(Progress)) -> Result<Trained, TrainError> {
        let read = self.samples.seen();
        let mut samples = self.samples.take();
        if samples.len() < FOLDS {
            return Err(TrainError::TooFew(samples.len()));
        }
        let taxonomy = match self.taxonomy.take() {
            Some(taxonomy) => taxonomy.with_topics(|id| self.labels.contains_key(id))?,
            None => Taxonomy::of_ids(&self.recipe.version, self.labels.keys().cloned())?,
        };
        let topics = taxonomy.topics.len();
        if topics > MAX_TOPICS {
            return Err(TrainError::TooManyTopics(topics));
        }
        let labels = topics_of(&samples, &self.labels, &taxonomy);
        let folds = folds(&samples);
        let most_terms = self.recipe.max_terms.min(MAX_WEIGHTS / topics.max(1));
        let terms = choose_terms(&samples, most_terms);
        let rows = vectors(
            &mut samples,
            &terms,
            self.lexicon.as_ref().map_or(0, lexicon_width),
        );
        let learner = Learner {
            rows: &rows,
            labels: &labels,
            folds: &folds.numbers,
            topics,
        };
        let steps = learner.steps(self.recipe.cost.is_none());
        let mut course = Course::new(steps, progress);
        let cost = match self.recipe.cost {
            Some(cost) => cost,
            None => learner.choose_cost(&mut course),
        };
        let judged = learner.judged();
        let margins = learner.margins_left_out(&learner.all(), &judged, cost, &mut course);
        let left_out = LeftOut { judged, margins };
        let weights = learner.separators(cost, &mut course);
        let mut trained = self.assemble(taxonomy, terms, &samples, &learner, weights, &left_out);
        trained.read = read;
        trained.repeated = folds.repeated;
        Ok(trained)
    }

    fn assemble(
        self,
        mut taxonomy: Taxonomy,
        terms: Terms,
        samples: &[Sample],
        learner: &Learner<'_>,
        mut weights: Vec<Vec<f64>>,
        left_out: &LeftOut,
    ) -> Trained {
        let topics = taxonomy.topics.len();
        let mut uncalibrated = Vec::new();
        let mut confidences = Vec::with_capacity(topics);
        let mut anchors = Vec::with_capacity(topics);
        for (topic, margins) in left_out.margins.iter().enumerate() {
            let positive = learner.positive(&left_out.judged, topic);
            let fitted = calibrate::fit(margins, &positive);
            let scaling = fitted.unwrap_or_else(|| Scaling::unfitted(&positive));
            let anchor = calibrate::prior(&positive) + self.recipe.trust.lift;
            let confidence: Vec<f64> = margins
                .iter()
                .zip(&left_out.judged)
                .map(|(&margin, &at)| {
                    let log_odds = scaling.log_odds(margin);
                    sigmoid(
                        self.recipe
                            .trust
                            .temper(log_odds, anchor, samples[at].words),
                    )
                })
                .collect();
            let learnt = match fitted {
                Some(_) => calibrate::best_threshold(&confidence, &positive),
                None => calibrate::UNLEARNT_THRESHOLD,
            };
            let topic_of = &mut taxonomy.topics[topic];
            topic_of.threshold.get_or_insert(learnt);
            if fitted.is_none() {
                uncalibrated.push(topic_of.id.clone());
            }
            scale(&mut weights[topic], scaling);
            confidences.push(confidence);
            anchors.push(narrow(anchor));
        }
        let judged = left_out.judged.iter();
        let judged = judged.map(|&at| (&samples[at], &learner.labels[at]));
        let report = judge(&taxonomy, judged, &confidences);
        let model = self.model(taxonomy, terms, samples, &weights, anchors);
        Trained {
            model,
            report,
            used: samples.len(),
            read: samples.len(),
            repeated: 0,
            uncalibrated,
        }
    }

    fn model(
        self,
        taxonomy: Taxonomy,
        terms: Terms,
        samples: &[Sample],
        weights: &[Vec<f64>],
        anchors: Vec<f32>,
    ) -> ModelData {
        let of = |at: usize| weights.iter().map(move |one| one[at]);
        let mut term_weights = TermWeights::default();
        for row in 0..terms.keys.len() {
            term_weights.push(&of(row).collect::<Vec<_>>());
        }
        let bias = weights.first().map_or(0, |one| one.len() - 1);
        ModelData {
            version: self.recipe.version,
            languages: languages(samples),
            emphasis: self.recipe.emphasis,
            lexicon: if self.lexicon.is_some() {
                lexicon::VERSION
            } else {
                ""
            }
            .to_owned(),
            weights: term_weights,
            lexicon_weights: (terms.keys.len()..bias).flat_map(of).map(narrow).collect(),
            biases: of(bias).map(narrow).collect(),
            trust: self.recipe.trust,
            anchors,
            taxonomy,
            terms,
        }
    }
}

/// Margins under models that had not seen the documents.
struct LeftOut {
    /// The documents, by position.
    judged: Vec<usize>,
    /// The margins of each topic, one for each of those.
    margins: Vec<Vec<f64>>,
}

/// Folds the calibration into the weights, whose last one is the bias.
fn scale(weights: &mut [f64], scaling: Scaling) {
    for weight in weights.iter_mut() {
        *weight *= scaling.slope;
    }
    if let Some(bias) = weights.last_mut() {
        *bias += scaling.offset;
    }
}

/// Scores the confidences of models that had not seen the documents.
fn judge<'s>(
    taxonomy: &Taxonomy,
    judged: impl Iterator<Item = (&'s Sample, &'s Vec<usize>)>,
    confidences: &[Vec<f64>],
) -> Report {
    let topics: Vec<(String, f64)> = taxonomy
        .topics
        .iter()
        .map(|topic| (topic.id.clone(), topic.threshold()))
        .collect();
    let judged: Vec<Judged> = judged
        .enumerate()
        .map(|(at, (sample, labels))| {
            let confidences: Vec<f64> = confidences.iter().map(|one| one[at]).collect();
            let assigned = confidences
                .iter()
                .zip(&topics)
                .map(|(p, (_, from))| p >= from);
            Judged {
                language: sample.language.clone(),
                labels: labels.clone(),
                assigned: assigned.collect(),
                confidences,
            }
        })
        .collect();
    metrics::evaluate(&topics, &judged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{decode, encode};
    use crate::topic::classifier::LinearModel;
    use crate::topic::{Detail, TopicModel};

    fn train(recipe: Recipe) -> Trained {
        let mut trainer = Trainer::new(recipe, None).expect("lexicons are sound");
        let money = [
            "The bank raised rates.", "Stocks and shares fell.", "The bank sold shares.",
        ];
        let games = [
            "The team won the match.", "A goal in the final match.", "The team lost a goal.",
        ];
        for round in 0..6 {
            for (label, texts) in [("money", money), ("games", games)] {
                let text = format!("{} {}", texts[round % 3], texts[(round + 1) % 3]);
                let text = AnalyzedText::new("", &text, Some("en"));
                trainer.add(&text, &[label.to_owned()], None);
            }
        }
        trainer.finish(&mut |_| {}).expect("enough documents")
    }

    #[test]
    fn learns_what_it_is_shown() {
        let trained = train(Recipe::plain("1"));
        assert!(
            trained.report.overall.micro_f1 > Some(0.99),
            "{:?}",
            trained.report.overall
        );
        let model = LinearModel::from_bytes(&encode(&trained.model)).expect("sound");
        let text = AnalyzedText::new("", "The bank raised shares.", Some("en"));
        let scores = model.score(&text, Detail::LogOdds);
        assert_eq!(model.taxonomy().topics[1].id, "money");
        assert!(
            scores[1].logit() > 0.0 && scores[0].logit() < 0.0,
            "{scores:?}"
        );
    }

    /// Trains on documents of five labels in turn; the word of each must make it the likeliest.
    fn learnt_in_turn(group: impl Fn(usize) -> Option<String>) -> Trained {
        const WORDS: [&str; 5] = ["bank", "match", "film", "court", "flood"];
        let mut trainer = Trainer::new(Recipe::plain("1"), None).expect("no taxonomy");
        for at in 0..50 {
            let word = WORDS[at % 5];
            let text = format!("The {word} of day {at}, a {word} again.");
            let text = AnalyzedText::new("", &text, Some("en"));
            trainer.add(&text, &[word.to_owned()], group(at % 5).as_deref());
        }
        let learnt = trainer.finish(&mut |_| {}).expect("enough documents");
        let model = LinearModel::from_bytes(&encode(&learnt.model)).expect("sound");
        let strongest = |word: &&str| {
            let text = AnalyzedText::new("", word, Some("en"));
            let scores = model.score(&text, Detail::LogOdds);
            let topics = model.taxonomy().topics.iter().zip(scores);
            let best = topics.max_by(|a, b| a.1.logit().total_cmp(&b.1.logit()));
            best.expect("five topics").0.id.clone()
        };
        let strongest: Vec<String> = WORDS.iter().map(strongest).collect();
        assert_eq!(strongest, WORDS);
        learnt
    }

    #[test]
    fn labels_in_turn_are_learnt_as_in_any_order() {
        let learnt = learnt_in_turn(|_| None);
        assert!(learnt.report.overall.micro_f1 > Some(0.99));
        assert!(learnt.uncalibrated.is_empty());
    }

    #[test]
    fn groups_of_one_label_each_are_told_and_turn_no_topic_round() {
        let learnt = learnt_in_turn(|label| Some(format!("desk {label}")));
        assert!(learnt.report.overall.micro_f1 < Some(0.5));
        assert_eq!(learnt.uncalibrated.len(), 5);
    }

    #[test]
    fn the_same_documents_give_the_same_bytes() {
        let recipe = Recipe {
            lexicon: true,
            max_documents: 9,
            ..Recipe::plain("1")
        };
        assert_eq!(
            encode(&train(recipe.clone()).model),
            encode(&train(recipe).model)
        );
    }

    #[test]
    fn evidence_adds_up_to_the_log_odds() {
        let recipe = Recipe {
            lexicon: true,
            ..Recipe::plain("1")
        };
        let file = encode(&train(recipe).model);
        assert!(decode(&file).is_ok());
        let model = LinearModel::from_bytes(&file).expect("sound");
        let text = "The bank won the match. Shares in the team fell; the goal is a stock market.";
        let text = AnalyzedText::new("Bank shares", text, Some("en"));
        let plain = model.score(&text, Detail::LogOdds);
        let explained = model.score(&text, Detail::Contributions);
        for (plain, explained) in plain.iter().zip(&explained) {
            assert!((plain.logit() - explained.logit()).abs() < 1e-9);
            assert!(!explained.contributions.is_empty());
            assert!(
                explained
                    .contributions
                    .iter()
                    .all(|one| !one.places.is_empty())
            );
        }
    }

    #[test]
    fn too_many_topics_are_an_error() {
        let mut trainer = Trainer::new(Recipe::plain("1"), None).expect("no lexicon");
        let text = AnalyzedText::new("", "Rates rose.", Some("en"));
        for author in 0..=MAX_TOPICS {
            trainer.add(&text, &[format!("author-{author}")], None);
        }
        let error = trainer.finish(&mut |_| {}).expect_err("one too many");
        assert!(
            error.to_string().starts_with("4097 different topics"),
            "{error}"
        );
    }

    #[test]
    fn too_few_documents_are_an_error() {
        let trainer = Trainer::new(Recipe::plain("1"), None).expect("no lexicon");
        assert!(matches!(
            trainer.finish(&mut |_| {}),
            Err(TrainError::TooFew(0))
        ));
    }
}
