//! Answers: domain to wire.

use crate::engine::{
    Analysis, AnalyzedSentence, AnalyzedSummary, AnalyzedTopic, Evidence, Pipeline, Statistics,
    Warning,
};
use crate::grpc::pb;
use crate::summary::Algorithm;
use crate::text::sentence::SentenceKind;
use crate::text::span::TextSpan;
use crate::topic::Prediction;
use crate::topic::taxonomy::Topic;

/// Everything that an answer may have.
struct Parts {
    document_id: String,
    language: pb::Language,
    summary: Option<pb::Summary>,
    topics: Vec<pb::TopicPrediction>,
    warnings: Vec<pb::Warning>,
    statistics: pb::Statistics,
    pipeline: pb::Pipeline,
}

/// Converts an answer with both parts.
#[must_use]
pub fn analyze_response(analysis: Analysis) -> pb::AnalyzeDocumentResponse {
    let parts = parts(analysis);
    pb::AnalyzeDocumentResponse {
        document_id: parts.document_id,
        language: Some(parts.language),
        summary: parts.summary,
        topics: parts.topics,
        warnings: parts.warnings,
        statistics: Some(parts.statistics),
        pipeline: Some(parts.pipeline),
    }
}

/// Converts an answer with a summary.
#[must_use]
pub fn summarize_response(analysis: Analysis) -> pb::SummarizeDocumentResponse {
    let parts = parts(analysis);
    pb::SummarizeDocumentResponse {
        document_id: parts.document_id,
        language: Some(parts.language),
        summary: parts.summary,
        warnings: parts.warnings,
        statistics: Some(parts.statistics),
        pipeline: Some(parts.pipeline),
    }
}

/// Converts an answer with topics.
#[must_use]
pub fn classify_response(analysis: Analysis) -> pb::ClassifyDocumentResponse {
    let parts = parts(analysis);
    pb::ClassifyDocumentResponse {
        document_id: parts.document_id,
        language: Some(parts.language),
        topics: parts.topics,
        warnings: parts.warnings,
        statistics: Some(parts.statistics),
        pipeline: Some(parts.pipeline),
    }
}

fn parts(analysis: Analysis) -> Parts {
    let Analysis {
        document_id,
        language,
        language_supported,
        summary,
        topics,
        warnings,
        statistics,
        pipeline,
    } = analysis;
    Parts {
        document_id,
        language: pb::Language {
            code: language.code,
            confidence: f64::from(language.confidence),
            supported: language_supported,
            declared: language.declared,
        },
        summary: summary.map(summary_to_wire),
        topics: topics
            .unwrap_or_default()
            .into_iter()
            .map(prediction_to_wire)
            .collect(),
        warnings: warnings.iter().map(warning_to_wire).collect(),
        statistics: statistics_to_wire(statistics),
        pipeline: pipeline_to_wire(&pipeline),
    }
}

fn summary_to_wire(summary: AnalyzedSummary) -> pb::Summary {
    let AnalyzedSummary {
        sentences,
        algorithm,
        all_sentences,
    } = summary;
    pb::Summary {
        sentences: sentences.into_iter().map(sentence_to_wire).collect(),
        algorithm_used: algorithm_to_wire(algorithm).into(),
        all_sentences: all_sentences.into_iter().map(sentence_to_wire).collect(),
    }
}

fn sentence_to_wire(sentence: AnalyzedSentence) -> pb::Sentence {
    let AnalyzedSentence {
        index,
        paragraph,
        span,
        text,
        score,
        rank,
        kind,
    } = sentence;
    pb::Sentence {
        index: to_u32(index),
        paragraph_index: to_u32(paragraph),
        span: Some(span_to_wire(span)),
        text,
        score,
        rank: to_u32(rank),
        kind: kind_to_wire(kind).into(),
    }
}

fn prediction_to_wire(topic: AnalyzedTopic) -> pb::TopicPrediction {
    let AnalyzedTopic {
        id,
        display_name,
        external_codes,
        prediction,
        evidence,
    } = topic;
    let Prediction {
        topic: _,
        confidence,
        threshold,
        assigned,
        logit,
        bias,
        rest,
        evidence: _,
    } = prediction;
    pb::TopicPrediction {
        topic_id: id,
        display_name,
        confidence,
        threshold,
        assigned,
        external_codes,
        evidence: evidence.into_iter().map(evidence_to_wire).collect(),
        logit,
        bias,
        rest,
    }
}

fn evidence_to_wire(evidence: Evidence) -> pb::Evidence {
    let Evidence {
        span,
        sentence,
        matched_text,
        weight,
        occurrences,
    } = evidence;
    let field = if sentence.is_some() {
        pb::DocumentField::Text
    } else {
        pb::DocumentField::Title
    };
    pb::Evidence {
        span: Some(span_to_wire(span)),
        sentence_index: sentence.map(to_u32),
        matched_text,
        weight,
        field: field.into(),
        occurrences: to_u32(occurrences),
    }
}

fn warning_to_wire(warning: &Warning) -> pb::Warning {
    use pb::WarningCode as Code;
    let (code, message, span) = match warning {
        Warning::ShortText { words } => (
            Code::ShortText,
            format!("the document has {words} words, too few for topics to be trusted"),
            None,
        ),
        Warning::LanguageUnsupported { code } => (
            Code::LanguageUnsupported,
            format!("topics are not built for the language {code:?}"),
            None,
        ),
        Warning::LanguageUncertain { confidence } => (
            Code::LanguageUncertain,
            format!("the language was told with confidence {confidence:.2} only"),
            None,
        ),
        Warning::LanguageMismatch { declared, detected } => (
            Code::LanguageMismatch,
            format!("the document is declared to be {declared:?} but looks like {detected:?}"),
            None,
        ),
        Warning::SingleSentence => (
            Code::SingleSentence,
            "the text has a single sentence".to_owned(),
            None,
        ),
        Warning::MaxCharactersExceeded { span } => (
            Code::MaxCharactersExceeded,
            "the most important sentence alone is longer than max_characters".to_owned(),
            Some(span_to_wire(*span)),
        ),
        Warning::NoBodySentence => (
            Code::NoBodySentence,
            "the text has no sentence of running text".to_owned(),
            None,
        ),
        Warning::CandidatesLimited => (
            Code::CandidatesLimited,
            "only the most central sentences were compared with each other".to_owned(),
            None,
        ),
        Warning::FocusNotFound => (
            Code::FocusNotFound,
            "nothing in the text has to do with the focus, which was left aside".to_owned(),
            None,
        ),
        Warning::Degraded { asked } => (
            Code::Degraded,
            format!(
                "there was too little time for the algorithm {}",
                asked.name()
            ),
            None,
        ),
    };
    pb::Warning {
        code: code.into(),
        message,
        span,
    }
}

fn statistics_to_wire(statistics: Statistics) -> pb::Statistics {
    let Statistics {
        utf8_bytes,
        code_points,
        sentences,
        words,
        processing_time,
    } = statistics;
    pb::Statistics {
        utf8_bytes: to_u64(utf8_bytes),
        code_points: to_u64(code_points),
        sentences: to_u32(sentences),
        words: to_u32(words),
        processing_time: Some(processing_time.into()),
    }
}

/// Converts what computed an answer.
#[must_use]
pub fn pipeline_to_wire(pipeline: &Pipeline) -> pb::Pipeline {
    let Pipeline {
        version,
        model_version,
        taxonomy_version,
        digest,
    } = pipeline;
    pb::Pipeline {
        version: (*version).to_owned(),
        model_version: model_version.clone(),
        taxonomy_version: taxonomy_version.clone(),
        digest: digest.clone(),
    }
}

/// Converts a topic, named in `language` where the taxonomy has that.
#[must_use]
pub fn topic_to_wire(topic: &Topic, language: &str) -> pb::Topic {
    let Topic {
        id,
        parent,
        threshold,
        iptc,
        names,
        descriptions,
    } = topic;
    pb::Topic {
        id: id.clone(),
        display_name: topic.name(language).to_owned(),
        description: topic.description(language).to_owned(),
        names: names.clone(),
        descriptions: descriptions.clone(),
        parent_id: parent.clone().unwrap_or_default(),
        threshold: *threshold,
        external_codes: iptc.clone(),
    }
}

fn span_to_wire(span: TextSpan) -> pb::TextSpan {
    let TextSpan {
        utf8,
        utf16,
        code_points,
    } = span;
    pb::TextSpan {
        utf8_start: to_u32(utf8.start),
        utf8_end: to_u32(utf8.end),
        utf16_start: to_u32(utf16.start),
        utf16_end: to_u32(utf16.end),
        code_point_start: to_u32(code_points.start),
        code_point_end: to_u32(code_points.end),
    }
}

fn kind_to_wire(kind: SentenceKind) -> pb::SentenceKind {
    match kind {
        SentenceKind::Body => pb::SentenceKind::Body,
        SentenceKind::Heading => pb::SentenceKind::Heading,
        SentenceKind::Dateline => pb::SentenceKind::Dateline,
        SentenceKind::Byline => pb::SentenceKind::Byline,
        SentenceKind::Caption => pb::SentenceKind::Caption,
        SentenceKind::Link => pb::SentenceKind::Link,
        SentenceKind::Symbols => pb::SentenceKind::Symbols,
    }
}

/// Converts the name of an algorithm.
#[must_use]
pub fn algorithm_to_wire(algorithm: Algorithm) -> pb::SummaryAlgorithm {
    use pb::SummaryAlgorithm as Wire;
    match algorithm {
        Algorithm::Ranked => Wire::Ranked,
        Algorithm::Lead => Wire::Lead,
        Algorithm::LexRank => Wire::LexRank,
        Algorithm::TextRank => Wire::TextRank,
        Algorithm::PacSum => Wire::PacSum,
        Algorithm::Centroid => Wire::Centroid,
        Algorithm::Luhn => Wire::Luhn,
        Algorithm::Edmundson => Wire::Edmundson,
        Algorithm::Lsa => Wire::Lsa,
        Algorithm::SumBasic => Wire::SumBasic,
        Algorithm::KlSum => Wire::KlSum,
        Algorithm::Reduction => Wire::Reduction,
    }
}

/// Converts a count; the limits keep every count below 2^32.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn to_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
