//! What was typed as the request that each document is put into.

use mujaz::grpc::{convert, pb};
use mujaz::summary::Algorithm;

use crate::cli::{AnalyzeArgs, ClassificationArgs, Order, OutputFormat, SummaryArgs};

/// Flags by the fields of the options that they set.
const FLAGS: [(&str, &str); 10] = [
    ("max_sentences", "--max-sentences"),
    ("max_characters", "--max-characters"),
    ("max_ratio", "--max-ratio"),
    ("focus_query", "--focus"),
    ("focus_topic_id", "--focus-topic"),
    ("redundancy_penalty", "--redundancy-penalty"),
    ("topic_ids", "--topics"),
    ("min_confidence", "--min-confidence"),
    ("max_topics", "--max-topics"),
    ("max_evidence_per_topic", "--max-evidence"),
];

/// A request without its document.
#[derive(Debug, Clone)]
pub(super) struct Template {
    title: String,
    language: String,
    summary: pb::SummaryOptions,
    classification: pb::ClassificationOptions,
}

impl Template {
    pub(super) fn new(args: &AnalyzeArgs) -> Self {
        let for_person = args.output() == OutputFormat::Text;
        Self {
            title: args.document.title.clone(),
            language: args.document.language.clone(),
            summary: summary(&args.summary),
            classification: classification(&args.topics, for_person),
        }
    }

    /// Makes a request of a document; what it does not say of itself is taken
    /// from the command line.
    pub(super) fn fill(&self, mut document: pb::Document) -> pb::AnalyzeDocumentRequest {
        if document.title.is_empty() {
            document.title.clone_from(&self.title);
        }
        if document.language_code.is_empty() {
            document.language_code.clone_from(&self.language);
        }
        pb::AnalyzeDocumentRequest {
            document: Some(document),
            summary_options: Some(self.summary.clone()),
            classification_options: Some(self.classification.clone()),
        }
    }
}

/// Returns an error by its flags if it begins with one of the options, which are the same for all
/// documents: "--max-ratio must be in (0, 1]".
pub(super) fn in_flags(message: &str) -> Option<String> {
    let faults: Option<Vec<String>> = message.split("; ").map(in_flag).collect();
    Some(faults?.join("; "))
}

/// The same of one field: `classification_options.topic_ids[0] must be …`.
fn in_flag(fault: &str) -> Option<String> {
    let (path, problem) = fault.split_once(' ')?;
    let (_, field) = path.split_once("options.")?;
    let name = field.split('[').next().unwrap_or_default();
    let (_, flag) = FLAGS.iter().find(|(of, _)| *of == name)?;
    let problem = problem.replace("ListTopics", "`mujaz topics`");
    Some(format!("{flag} {problem}"))
}

fn summary(args: &SummaryArgs) -> pb::SummaryOptions {
    let order = match args.order {
        Order::Document => pb::SentenceOrder::Document,
        Order::Rank => pb::SentenceOrder::Rank,
    };
    let algorithm = Algorithm::ALL
        .into_iter()
        .find(|algorithm| algorithm.name() == args.algorithm)
        .unwrap_or_default();
    pb::SummaryOptions {
        max_sentences: args.max_sentences,
        max_characters: args.max_characters,
        max_ratio: args.max_ratio,
        sentence_order: order.into(),
        algorithm: convert::algorithm_to_wire(algorithm).into(),
        focus_query: args.focus.clone(),
        focus_topic_id: args.focus_topic.clone(),
        redundancy_penalty: args.redundancy_penalty,
        include_all_sentences: args.all_sentences,
        allow_degraded: args.allow_degraded,
        include_score_factors: args.factors,
    }
}

fn classification(args: &ClassificationArgs, for_person: bool) -> pb::ClassificationOptions {
    pb::ClassificationOptions {
        topic_ids: args.topics.clone(),
        min_confidence: args.min_confidence,
        max_topics: args.max_topics,
        include_evidence: args.evidence || for_person,
        max_evidence_per_topic: args.max_evidence,
        include_unassigned: args.all_topics,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_options_are_told_by_their_flags() {
        for (message, told) in [
            (
                "summary_options.max_ratio must be in (0, 1]; summary_options.max_sentences must be 1 to 9",
                Some("--max-ratio must be in (0, 1]; --max-sentences must be 1 to 9"),
            ),
            (
                "options.topic_ids[0] must be the id of a topic, see ListTopics",
                Some("--topics must be the id of a topic, see `mujaz topics`"),
            ),
            (
                "document.text must be short; options.max_ratio must be 1",
                None,
            ),
            ("no answer", None),
        ] {
            assert_eq!(in_flags(message).as_deref(), told);
        }
    }
}
