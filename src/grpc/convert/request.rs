//! Requests: wire to domain.

use std::fmt::Display;

use crate::engine::{AnalysisOptions, Document, Part, Violation};
use crate::grpc::pb;
use crate::grpc::status::{BadField, Reason};
use crate::summary::{Algorithm, SentenceOrder, SummaryOptions};
use crate::topic::ClassificationOptions;

/// Where the parts of a request stand in its message, for the paths of errors.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Its place in a batch.
    request: Option<usize>,
    summary: &'static str,
    classification: &'static str,
}

const ANALYZE: Layout = Layout {
    request: None,
    summary: "summary_options",
    classification: "classification_options",
};
const SINGLE: Layout = Layout {
    request: None,
    summary: "options",
    classification: "options",
};

impl Layout {
    fn path(self, part: Part, field: impl Display) -> String {
        let part = match part {
            Part::Document => "document",
            Part::Summary => self.summary,
            Part::Classification => self.classification,
        };
        match self.request {
            Some(index) => format!("requests[{index}].{part}.{field}"),
            None => format!("{part}.{field}"),
        }
    }

    /// Names a violation by its path in the message.
    #[must_use]
    pub fn bad_field(self, violation: &Violation) -> BadField {
        BadField {
            path: self.path(violation.part, &violation.field),
            description: violation.description(),
            reason: Reason::from(&violation.problem),
        }
    }
}

/// A request in domain terms, with what the conversion already refuses.
#[derive(Debug, Clone)]
pub struct Request {
    /// The document.
    pub document: Document,
    /// What is wanted.
    pub options: AnalysisOptions,
    /// Fields with values that the domain has no word for.
    pub bad_fields: Vec<BadField>,
    /// Where the parts stand in the message.
    pub layout: Layout,
}

/// Converts a request for both parts.
#[must_use]
pub fn analyze(request: pb::AnalyzeDocumentRequest) -> Request {
    laid_out(request, ANALYZE)
}

/// Converts a request for both parts that has this place in a batch.
#[must_use]
pub fn of_batch(request: pb::AnalyzeDocumentRequest, index: usize) -> Request {
    let layout = Layout {
        request: Some(index),
        ..ANALYZE
    };
    laid_out(request, layout)
}

fn laid_out(request: pb::AnalyzeDocumentRequest, layout: Layout) -> Request {
    let pb::AnalyzeDocumentRequest {
        document,
        summary_options,
        classification_options,
    } = request;
    let mut bad_fields = Vec::new();
    Request {
        document: convert_document(document),
        options: AnalysisOptions {
            summary: Some(summary(summary_options, layout, &mut bad_fields)),
            classification: Some(classification(classification_options)),
        },
        bad_fields,
        layout,
    }
}

/// Converts a request for a summary.
#[must_use]
pub fn summarize(request: pb::SummarizeDocumentRequest) -> Request {
    let pb::SummarizeDocumentRequest { document, options } = request;
    let mut bad_fields = Vec::new();
    Request {
        document: convert_document(document),
        options: AnalysisOptions {
            summary: Some(summary(options, SINGLE, &mut bad_fields)),
            classification: None,
        },
        bad_fields,
        layout: SINGLE,
    }
}

/// Converts a request for topics.
#[must_use]
pub fn classify(request: pb::ClassifyDocumentRequest) -> Request {
    let pb::ClassifyDocumentRequest { document, options } = request;
    Request {
        document: convert_document(document),
        options: AnalysisOptions {
            summary: None,
            classification: Some(classification(options)),
        },
        bad_fields: Vec::new(),
        layout: SINGLE,
    }
}

/// A missing document is one without text, which the engine refuses.
fn convert_document(document: Option<pb::Document>) -> Document {
    let pb::Document {
        id,
        title,
        text,
        language_code,
    } = document.unwrap_or_default();
    Document {
        id,
        title,
        text,
        language_code,
    }
}

fn summary(
    options: Option<pb::SummaryOptions>,
    layout: Layout,
    bad: &mut Vec<BadField>,
) -> SummaryOptions {
    let pb::SummaryOptions {
        max_sentences,
        max_characters,
        max_ratio,
        sentence_order,
        algorithm,
        focus_query,
        focus_topic_id,
        redundancy_penalty,
        include_all_sentences,
        allow_degraded,
        include_score_factors,
    } = options.unwrap_or_default();
    let mut known = |field: &str, found: Option<()>, number: i32| {
        if found.is_none() {
            bad.push(BadField {
                path: layout.path(Part::Summary, field),
                description: format!("has the unknown number {number}"),
                reason: Reason::OptionOutOfRange,
            });
        }
    };
    let order = order_from_wire(sentence_order);
    known("sentence_order", order.map(drop), sentence_order);
    let ranker = algorithm_from_wire(algorithm);
    known("algorithm", ranker.map(drop), algorithm);
    SummaryOptions {
        max_sentences: max_sentences.map(to_usize),
        max_characters: max_characters.map(to_usize),
        max_ratio,
        order: order.unwrap_or_default(),
        algorithm: ranker.unwrap_or_default(),
        focus_query,
        focus_topic_id,
        redundancy_penalty,
        include_all_sentences,
        allow_degraded,
        include_score_factors,
    }
}

fn classification(options: Option<pb::ClassificationOptions>) -> ClassificationOptions {
    let pb::ClassificationOptions {
        topic_ids,
        min_confidence,
        max_topics,
        include_evidence,
        max_evidence_per_topic,
        include_unassigned,
    } = options.unwrap_or_default();
    ClassificationOptions {
        topic_ids,
        min_confidence,
        max_topics: max_topics.map(to_usize),
        include_evidence,
        max_evidence_per_topic: max_evidence_per_topic.map(to_usize),
        include_unassigned,
    }
}

fn order_from_wire(number: i32) -> Option<SentenceOrder> {
    Some(match pb::SentenceOrder::try_from(number).ok()? {
        pb::SentenceOrder::Unspecified | pb::SentenceOrder::Document => SentenceOrder::Document,
        pb::SentenceOrder::Rank => SentenceOrder::Rank,
    })
}

fn algorithm_from_wire(number: i32) -> Option<Algorithm> {
    use pb::SummaryAlgorithm as Wire;
    Some(match Wire::try_from(number).ok()? {
        Wire::Unspecified | Wire::Ranked => Algorithm::Ranked,
        Wire::Lead => Algorithm::Lead,
        Wire::LexRank => Algorithm::LexRank,
        Wire::TextRank => Algorithm::TextRank,
        Wire::PacSum => Algorithm::PacSum,
        Wire::Centroid => Algorithm::Centroid,
        Wire::Luhn => Algorithm::Luhn,
        Wire::Edmundson => Algorithm::Edmundson,
        Wire::Lsa => Algorithm::Lsa,
        Wire::SumBasic => Algorithm::SumBasic,
        Wire::KlSum => Algorithm::KlSum,
        Wire::Reduction => Algorithm::Reduction,
    })
}

fn to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
