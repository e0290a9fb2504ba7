//! Everything that can be wrong with a document or an option.

use std::collections::BTreeSet;

use super::{AnalysisOptions, Document, LanguageTag, Limits};
use crate::summary::SummaryOptions;
use crate::topic::ClassificationOptions;
use crate::topic::taxonomy::Taxonomy;

/// Most sentences that a summary may be asked for.
const MAX_SENTENCES: usize = 10_000;
/// Most evidence terms for each topic.
const MAX_EVIDENCE: usize = 1_000;

/// Most topics that may be asked for by their ids: far more than taxonomies
/// have, and few enough to name each that is unknown.
pub const MAX_TOPIC_IDS: usize = 10_000;

/// The part of a request that a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The document.
    Document,
    /// The options of the summary.
    Summary,
    /// The options of the classification.
    Classification,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// No character that is not white space.
    EmptyText,
    /// More bytes than allowed.
    TextTooLarge {
        /// The limit.
        max_bytes: usize,
        /// The length.
        actual_bytes: usize,
    },
    /// Not a BCP-47 language tag.
    LanguageCodeInvalid,
    /// No topic of the taxonomy.
    UnknownTopic,
    /// Outside its range; the text says which.
    OutOfRange(String),
}

/// A field that is not acceptable.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    /// The part of the request.
    pub part: Part,
    /// Name of the field in that part, as in the contract, with an index for
    /// an element of a list.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Violation {
    /// Makes a violation of an option.
    #[must_use]
    pub fn new(part: Part, field: &str, problem: Problem) -> Self {
        Self {
            part,
            field: field.to_owned(),
            problem,
        }
    }

    /// Says what is wrong, as a sentence without subject or full stop.
    #[must_use]
    pub fn description(&self) -> String {
        match &self.problem {
            Problem::EmptyText => "must hold a character that is not white space".to_owned(),
            Problem::TextTooLarge {
                max_bytes,
                actual_bytes,
            } => format!("must have at most {max_bytes} bytes of UTF-8, has {actual_bytes}"),
            Problem::LanguageCodeInvalid => "must be a BCP-47 language tag".to_owned(),
            Problem::UnknownTopic => "must be the id of a topic, see ListTopics".to_owned(),
            Problem::OutOfRange(range) => range.clone(),
        }
    }
}

/// Puts violations into one line.
pub(super) fn describe(violations: &[Violation]) -> String {
    let lines: Vec<String> = violations
        .iter()
        .map(|violation| format!("{} {}", violation.field, violation.description()))
        .collect();
    lines.join("; ")
}

pub(super) fn check(
    document: &Document,
    options: &AnalysisOptions,
    limits: &Limits,
    taxonomy: &Taxonomy,
) -> Vec<Violation> {
    let mut violations = check_document(document, limits);
    if let Some(summary) = &options.summary {
        violations.extend(check_summary(summary, limits, taxonomy));
    }
    if let Some(classification) = &options.classification {
        violations.extend(check_classification(classification, taxonomy));
    }
    violations
}

fn check_document(document: &Document, limits: &Limits) -> Vec<Violation> {
    let mut found = Found::new(Part::Document);
    if document.text.trim().is_empty() {
        found.add("text", Problem::EmptyText);
    }
    for (field, value) in [("text", &document.text), ("title", &document.title)] {
        if value.len() > limits.max_text_bytes {
            let problem = Problem::TextTooLarge {
                max_bytes: limits.max_text_bytes,
                actual_bytes: value.len(),
            };
            found.add(field, problem);
        }
    }
    let longest = limits.max_document_id_bytes;
    found.require("id", document.id.len() <= longest, || {
        format!("must have at most {longest} bytes")
    });
    if LanguageTag::declared(&document.language_code).is_err() {
        found.add("language_code", Problem::LanguageCodeInvalid);
    }
    found.violations
}

fn check_summary(options: &SummaryOptions, limits: &Limits, taxonomy: &Taxonomy) -> Vec<Violation> {
    let mut found = Found::new(Part::Summary);
    let sentences = options.max_sentences;
    found.require(
        "max_sentences",
        sentences.is_none_or(|n| (1..=MAX_SENTENCES).contains(&n)),
        || format!("must be 1 to {MAX_SENTENCES}"),
    );
    found.require("max_characters", options.max_characters != Some(0), || {
        "must be at least 1".to_owned()
    });
    // Comparisons with NaN are false, so NaN is refused too.
    found.require(
        "max_ratio",
        options
            .max_ratio
            .is_none_or(|ratio| ratio > 0.0 && ratio <= 1.0),
        || "must be in (0, 1]".to_owned(),
    );
    found.probability("redundancy_penalty", options.redundancy_penalty);
    let longest = limits.max_focus_query_characters;
    let query = options.focus_query.chars().take(longest + 1).count();
    found.require("focus_query", query <= longest, || {
        format!("must have at most {longest} code points")
    });
    let topic = &options.focus_topic_id;
    if !topic.is_empty() && taxonomy.position(topic).is_none() {
        found.add("focus_topic_id", Problem::UnknownTopic);
    }
    found.violations
}

fn check_classification(options: &ClassificationOptions, taxonomy: &Taxonomy) -> Vec<Violation> {
    let mut found = Found::new(Part::Classification);
    let wanted = &options.topic_ids;
    found.require("topic_ids", wanted.len() <= MAX_TOPIC_IDS, || {
        format!("must be at most {MAX_TOPIC_IDS}, are {}", wanted.len())
    });
    let known = known_of(wanted, taxonomy);
    for (at, id) in wanted.iter().take(MAX_TOPIC_IDS).enumerate() {
        if !known.contains(id.as_str()) {
            found.add(&format!("topic_ids[{at}]"), Problem::UnknownTopic);
        }
    }
    found.probability("min_confidence", options.min_confidence);
    found.require("max_topics", options.max_topics != Some(0), || {
        "must be at least 1".to_owned()
    });
    let evidence = options.max_evidence_per_topic;
    found.require(
        "max_evidence_per_topic",
        evidence.is_none_or(|n| (1..=MAX_EVIDENCE).contains(&n)),
        || format!("must be 1 to {MAX_EVIDENCE}"),
    );
    found.violations
}

/// Returns those ids that are topics: thousands may be asked for of a taxonomy
/// of thousands, so no id is compared with every topic.
fn known_of<'w>(wanted: &'w [String], taxonomy: &Taxonomy) -> BTreeSet<&'w str> {
    let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
    let topics = taxonomy.topics.iter();
    topics
        .filter_map(|topic| wanted.get(topic.id.as_str()).copied())
        .collect()
}

/// Collects the violations of one part.
struct Found {
    part: Part,
    violations: Vec<Violation>,
}

impl Found {
    fn new(part: Part) -> Self {
        Self {
            part,
            violations: Vec::new(),
        }
    }

    fn add(&mut self, field: &str, problem: Problem) {
        self.violations
            .push(Violation::new(self.part, field, problem));
    }

    fn require(&mut self, field: &str, holds: bool, range: impl FnOnce() -> String) {
        if !holds {
            self.add(field, Problem::OutOfRange(range()));
        }
    }

    fn probability(&mut self, field: &str, value: Option<f64>) {
        let holds = value.is_none_or(|value| (0.0..=1.0).contains(&value));
        self.require(field, holds, || "must be in [0, 1]".to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unknown_topic_is_named_by_its_place() {
        let taxonomy = Taxonomy::builtin().expect("sound");
        let ids = ["sport", "chess", "economy", "chess", "sport"];
        let options = ClassificationOptions {
            topic_ids: ids.map(str::to_owned).to_vec(),
            ..ClassificationOptions::default()
        };
        let found = check_classification(&options, &taxonomy);
        let fields: Vec<&str> = found.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["topic_ids[1]", "topic_ids[3]"]);
    }
}
