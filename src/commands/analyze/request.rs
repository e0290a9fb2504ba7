//! What was typed as the request that each document is put into.

use mujaz::grpc::{convert, pb};
use mujaz::summary::Algorithm;

use crate::cli::{AnalyzeArgs, ClassificationArgs, Order, OutputFormat, SummaryArgs};

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
