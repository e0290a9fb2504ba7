//! Bias towards what the caller asked about: words or a topic.

mod forms;

use super::factors::Scale;
use super::to_unit_range;
use super::vector::{SentenceVectors, SparseVector};
use crate::text::AnalyzedText;
use crate::text::word::{FormId, TermId, Word};

/// Share of the focus in the final score; the rest is the algorithm's. Above
/// one half, so that a sentence about the focus beats any that is not unless
/// it is nearly worthless.
const FOCUS_SHARE: f64 = 0.6;

/// Says for each candidate how much it has to do with the focus, in [0, 1];
/// nothing without a focus. `query` are the words that were asked for, which may be none though
/// something was.
pub(super) fn relevance(
    text: &AnalyzedText<'_>,
    vectors: &SentenceVectors,
    query: Option<&[Word]>,
    topic: &[f64],
) -> Vec<f64> {
    let by_query = query.map(|query| query_relevance(text, vectors, query));
    let by_topic = (!topic.is_empty()).then(|| topic_relevance(vectors, topic));
    match (by_query, by_topic) {
        (Some(a), Some(b)) => a.iter().zip(&b).map(|(x, y)| (x + y) / 2.0).collect(),
        (one, other) => one.or(other).unwrap_or_default(),
    }
}

/// Blends the focus into scores in [0, 1]; `None` if the text has nothing to
/// do with it, in which case the scores stay as they are.
pub(super) fn blend(scores: &mut [f64], focus: &[f64]) -> Option<Scale> {
    if focus.iter().all(|&value| value <= 0.0) {
        return None;
    }
    for (score, value) in scores.iter_mut().zip(focus) {
        *score = (1.0 - FOCUS_SHARE) * *score + FOCUS_SHARE * value;
    }
    let scale = to_unit_range(scores);
    Some(Scale {
        value: (1.0 - FOCUS_SHARE) * scale,
        focus: FOCUS_SHARE * scale,
    })
}

/// Share of the query's content words, by weight, that the sentence has.
fn query_relevance(text: &AnalyzedText<'_>, vectors: &SentenceVectors, query: &[Word]) -> Vec<f64> {
    let mut occurs = vec![false; text.vocabulary().len()];
    for &(term, _) in vectors.counts.iter().flat_map(|counts| &counts.entries) {
        occurs[term as usize] = true;
    }
    let mut wanted = vec![0.0; text.vocabulary().len()];
    let mut strange = Vec::new();
    for word in query.iter().filter(|word| !word.stop) {
        if occurs[word.term as usize] {
            wanted[word.term as usize] = vectors.idf[word.term as usize];
        } else {
            strange.push(word);
        }
    }
    for term in akin(text, &strange) {
        wanted[term as usize] = vectors.idf[term as usize];
    }
    let share = |counts: &SparseVector| {
        let terms = counts.entries.iter();
        terms.map(|&(term, _)| wanted[term as usize]).sum()
    };
    let mut relevance: Vec<f64> = vectors.counts.iter().map(share).collect();
    scale_to_one(&mut relevance);
    relevance
}

/// Most words of a query that are looked for by their forms: each looks at every form of the text.
const MAX_STRANGE: usize = 16;

/// Finds the terms of words that may be other forms of words that the text lacks.
fn akin(text: &AnalyzedText<'_>, strange: &[&Word]) -> Vec<TermId> {
    let vocabulary = text.vocabulary();
    if strange.is_empty() {
        return Vec::new();
    }
    let mut forms: Vec<(FormId, TermId)> = text.words.iter().map(|w| (w.form, w.term)).collect();
    forms.sort_unstable();
    forms.dedup();
    let is_akin = |asked: &Word, &(form, term): &(FormId, TermId)| {
        let (asked_form, found) = (vocabulary.form(asked.form), vocabulary.form(form));
        vocabulary.stem(term) == asked_form
            || vocabulary.stem(asked.term) == found
            || forms::are_akin(asked_form, found)
    };
    let asked = strange.iter().take(MAX_STRANGE);
    let found = asked.flat_map(|asked| forms.iter().filter(|one| is_akin(asked, one)));
    found.map(|(_, term)| *term).collect()
}

fn topic_relevance(vectors: &SentenceVectors, topic: &[f64]) -> Vec<f64> {
    let mut relevance: Vec<f64> = vectors
        .indices
        .iter()
        .map(|&index| topic.get(index).copied().unwrap_or(0.0).max(0.0))
        .collect();
    scale_to_one(&mut relevance);
    relevance
}

fn scale_to_one(values: &mut [f64]) {
    let high = values.iter().copied().fold(0.0, f64::max);
    if high > 0.0 {
        for value in values {
            *value /= high;
        }
    }
}
