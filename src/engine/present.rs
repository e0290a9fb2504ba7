//! From what was computed to what is said: spans, names, warnings.

use std::time::Instant;

use super::AnalysisOptions;
use super::analysis::{
    AnalyzedSentence, AnalyzedSummary, AnalyzedTopic, Evidence, Statistics, TopicDecision, Warning,
};
use crate::summary::{Algorithm, RankedSentence, Summary};
use crate::text::AnalyzedText;
use crate::text::languages::served_by;
use crate::text::span::SpanIndex;
use crate::topic::taxonomy::Taxonomy;
use crate::topic::{
    self, ClassificationOptions, Contribution, Place, Prediction, TopicModel, TopicScore,
};

/// Fewest words for topics to be trusted.
const SHORT_TEXT_WORDS: usize = 20;
/// Confidence below which the language is called uncertain.
const CERTAIN_LANGUAGE: f32 = 0.6;

pub(super) fn language_warnings(
    model: &dyn TopicModel,
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
    let differs = served_by(language.detected.code) != served_by(&language.code)
        && language.detected.confidence >= CERTAIN_LANGUAGE;
    if language.declared && differs {
        warnings.push(Warning::LanguageMismatch {
            declared: language.code.clone(),
            detected: language.detected.code,
        });
    }
    // A summary too is best effort in a language that the model was not built
    // for, and whoever reads "supported" in an answer finds the reason here.
    if !model.supports(&language.code) {
        warnings.push(Warning::LanguageUnsupported {
            code: language.code.clone(),
        });
    }
    if options.classification.is_some() {
        let words = words_of(text);
        if words < SHORT_TEXT_WORDS {
            warnings.push(Warning::ShortText { words });
        }
    }
    warnings
}

fn words_of(text: &AnalyzedText<'_>) -> usize {
    text.words.len() + text.title_words.len()
}

pub(super) fn topics(
    taxonomy: &Taxonomy,
    model: &dyn TopicModel,
    text: &AnalyzedText<'_>,
    scores: Vec<TopicScore>,
    options: &ClassificationOptions,
) -> (Vec<AnalyzedTopic>, TopicDecision) {
    let present = |prediction: Prediction| {
        let judged = model.judges(prediction.topic, &text.language.code);
        topic(taxonomy, text, prediction, not_assigned(judged, text))
    };
    let topics: Vec<AnalyzedTopic> = topic::decide(taxonomy, scores, options)
        .into_iter()
        .map(present)
        .collect();
    // Assigned topics come first.
    let decision = match topics.first() {
        Some(first) if first.prediction.assigned => TopicDecision::Assigned,
        _ => not_assigned(judged(taxonomy, model, text, options), text),
    };
    (topics, decision)
}

/// Tells whether topics that were looked at can be judged in the language of
/// a text: one of them if it is supported, else all.
fn judged(
    taxonomy: &Taxonomy,
    model: &dyn TopicModel,
    text: &AnalyzedText<'_>,
    options: &ClassificationOptions,
) -> bool {
    let language = &text.language.code;
    let considered = options.considered();
    let topics = taxonomy.topics.iter().enumerate();
    let mut judged = topics
        .filter(|(_, topic)| considered(&topic.id))
        .map(|(at, _)| model.judges(at, language));
    if model.supports(language) {
        judged.any(|judged| judged)
    } else {
        judged.all(|judged| judged)
    }
}

/// Says why a topic that is not assigned is not.
fn not_assigned(judged: bool, text: &AnalyzedText<'_>) -> TopicDecision {
    if !judged {
        TopicDecision::LanguageUnsupported
    } else if words_of(text) < SHORT_TEXT_WORDS {
        TopicDecision::TextTooShort
    } else {
        TopicDecision::BelowThreshold
    }
}

fn topic(
    taxonomy: &Taxonomy,
    text: &AnalyzedText<'_>,
    mut prediction: Prediction,
    otherwise: TopicDecision,
) -> AnalyzedTopic {
    let topic = &taxonomy.topics[prediction.topic];
    let terms = std::mem::take(&mut prediction.evidence);
    AnalyzedTopic {
        id: topic.id.clone(),
        display_name: topic.name(&text.language.code).to_owned(),
        external_codes: topic.iptc.clone(),
        evidence: terms.iter().filter_map(|one| evidence(text, one)).collect(),
        decision: if prediction.assigned {
            TopicDecision::Assigned
        } else {
            otherwise
        },
        prediction,
    }
}

pub(super) fn summary_warnings(
    text: &AnalyzedText<'_>,
    summary: &Summary,
    warnings: &mut Vec<Warning>,
) {
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

pub(super) fn summary(
    text: &AnalyzedText<'_>,
    summary: Summary,
    algorithm: Algorithm,
) -> AnalyzedSummary {
    let present = |ranked: RankedSentence| {
        let sentence = &text.sentences[ranked.index];
        AnalyzedSentence {
            index: ranked.index,
            paragraph: sentence.paragraph,
            span: text.spans.span(&sentence.range),
            text: text.text()[sentence.range.clone()].to_owned(),
            score: ranked.score,
            rank: ranked.rank,
            kind: sentence.kind,
            factors: ranked.factors,
            selection_factors: ranked.selection_factors,
        }
    };
    AnalyzedSummary {
        sentences: summary.sentences.into_iter().map(present).collect(),
        algorithm,
        all_sentences: summary.all_sentences.into_iter().map(present).collect(),
    }
}

/// Presents a term by the place where its form is shortest, mostly the one with the fewest
/// particles and endings («تونس» rather than «ولتونس»); `None` if it has none.
fn evidence(text: &AnalyzedText<'_>, term: &Contribution) -> Option<Evidence> {
    // Spans of the text are what most callers want, so they come first.
    let key = |place: &&Place| match place {
        Place::Text { range, .. } => (false, text.text()[range.clone()].chars().count()),
        Place::Title(range) => (true, text.title[range.clone()].chars().count()),
    };
    // Of equal ones the first.
    let (span, sentence, matched) = match term.places.iter().min_by_key(key)? {
        Place::Text { sentence, range } => (
            text.spans.span(range),
            Some(*sentence),
            &text.text()[range.clone()],
        ),
        Place::Title(range) => (
            SpanIndex::new(text.title).span(range),
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

pub(super) fn statistics(text: &AnalyzedText<'_>, started: Instant) -> Statistics {
    Statistics {
        utf8_bytes: text.text().len(),
        code_points: text.spans.code_points(),
        sentences: text.sentences.len(),
        words: text.words.len(),
        processing_time: started.elapsed(),
    }
}
