//! The sentences that matter: rank by one of several published algorithms or
//! by our own, then select within the caller's bounds.
//!
//! ```text
//! AnalyzedText ─ vectors ─ algorithm ─ focus ─ select ─ Summary
//! ```

mod algorithm;
mod candidates;
mod centroid;
mod edmundson;
pub mod features;
mod focus;
mod forest;
mod graph;
mod greedy;
mod kl_sum;
mod lead;
mod lex_rank;
mod lsa;
mod luhn;
mod neighbours;
mod options;
mod outcome;
mod pac_sum;
mod ranked;
mod ranker;
mod reduction;
mod select;
mod sum_basic;
mod svd;
mod text_rank;
pub mod train;
mod trees;
mod vector;

pub use algorithm::Algorithm;
pub use options::{DEFAULT_MAX_SENTENCES, DEFAULT_REDUNDANCY, SentenceOrder, SummaryOptions};
pub use outcome::{Notes, RankedSentence, Summary};
pub(crate) use ranker::MODEL;
pub use ranker::Ranker;

#[cfg(test)]
mod tests;

use crate::pace::Pace;
use crate::text::AnalyzedText;
use algorithm::{Ranking, rank};
use candidates::candidates;
use outcome::{all_sentences, arrange};
use vector::SentenceVectors;

/// Summarises a text.
///
/// `topic_relevance` says for each sentence of the text how much it has to do
/// with `focus_topic_id`, on any scale from 0; empty without a focus topic.
/// The summary is empty when `pace` is spent before it is done.
#[must_use]
pub fn summarize(
    text: &mut AnalyzedText<'_>,
    options: &SummaryOptions,
    topic_relevance: &[f64],
    pace: &Pace<'_>,
) -> Summary {
    let query = text.read_more(&options.focus_query);
    let (candidates, no_body) = candidates(text);
    let vectors = SentenceVectors::new(text, &candidates);
    let Ranking { scores, limited } = rank(text, &vectors, options.algorithm, pace);
    if pace.is_spent() {
        return Summary::default();
    }
    let mut scores = to_unit_range(scores);
    let focus = focus::relevance(text, &vectors, &query, topic_relevance);
    let focus_not_found = focus::blend(&mut scores, focus.as_deref());
    let bounds = select::Bounds::new(options, candidates.len());
    let penalty = options
        .redundancy_penalty
        .unwrap_or(options.algorithm.default_redundancy());
    let chosen = select::select(text, &vectors, &scores, &bounds, penalty);
    let notes = Notes {
        over_characters: select::over_characters(text, &vectors, &chosen, &bounds),
        no_body: no_body && !candidates.is_empty(),
        candidates_limited: limited,
        focus_not_found,
    };
    Summary {
        sentences: arrange(&candidates, &scores, &chosen, options.order),
        all_sentences: if options.include_all_sentences {
            all_sentences(text.sentences.len(), &candidates, &scores)
        } else {
            Vec::new()
        },
        notes,
    }
}

/// Computes what the ranker knows of each sentence that may be chosen, with
/// its position in the text: for training and for looking into.
#[must_use]
pub fn sentence_features(text: &AnalyzedText<'_>) -> Vec<(usize, features::Row)> {
    let (candidates, _) = candidates(text);
    let vectors = SentenceVectors::new(text, &candidates);
    let rows = features::compute(text, &vectors);
    candidates.into_iter().zip(rows).collect()
}

/// Scales scores so that the lowest is 0 and the highest 1; equal ones are 1.
fn to_unit_range(mut scores: Vec<f64>) -> Vec<f64> {
    let low = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let high = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = high - low;
    for score in &mut scores {
        *score = if range > 0.0 {
            (*score - low) / range
        } else {
            1.0
        };
    }
    scores
}
