//! The sentences that matter: rank by one of several published algorithms or
//! by our own, then select within the caller's bounds.
//!
//! ```text
//! AnalyzedText ─ vectors ─ algorithm ─ focus ─ select ─ Summary
//! ```

mod account;
mod algorithm;
mod candidates;
mod centroid;
mod edmundson;
mod factors;
pub mod features;
mod focus;
mod forest;
mod graph;
mod greedy;
mod interview;
mod kl_sum;
mod lead;
mod lex_rank;
mod lsa;
mod luhn;
mod neighbours;
mod opening;
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
mod waiting;

pub use algorithm::Algorithm;
pub use factors::{Factor, ScoreFactor};
pub use options::{DEFAULT_MAX_SENTENCES, SentenceOrder, SummaryOptions};
pub use outcome::{Notes, RankedSentence, Summary};
pub(crate) use ranker::MODEL;
pub use ranker::Ranker;

#[cfg(test)]
mod tests;

use crate::pace::Pace;
use crate::text::AnalyzedText;
use algorithm::{Ranking, parts, rank};
use candidates::candidates;
use factors::Scale;
use outcome::Verdict;
use select::{Bounds, Objective, Rules};
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
    let asked = (!options.focus_query.is_empty()).then(|| text.read_more(&options.focus_query));
    let (candidates, no_body) = candidates(text);
    let vectors = SentenceVectors::new(text, &candidates);
    let focus = focus::relevance(text, &vectors, asked.as_deref(), topic_relevance);
    let scored = Scored::new(text, &vectors, options.algorithm, focus, pace);
    if pace.is_spent() {
        return Summary::default();
    }
    let rules = Rules::new(options.algorithm, options.redundancy_penalty);
    let stories = rules.stories(text, &vectors);
    let repeats = select::repeats(&rules, &scored.scores, &vectors);
    let objective = Objective {
        rules,
        scores: &scored.scores,
        repeats: &repeats,
        vectors: &vectors,
        sizes: &[],
        leans: &scored.leans,
        stories: &stories,
    };
    let bounds = Bounds::new(options, text, &vectors);
    let chosen = select::select(&objective, &bounds);
    let wanted = options.include_score_factors;
    let factors = wanted.then(|| scored.factors(text, &vectors, options.algorithm));
    let reasons = wanted.then(|| factors::of_selection(&objective, &chosen));
    let verdict = Verdict {
        candidates: &candidates,
        scores: &scored.scores,
        factors: &factors.unwrap_or_default(),
    };
    let all_sentences = options
        .include_all_sentences
        .then(|| verdict.all_sentences(text.sentences.len()));
    Summary {
        sentences: verdict.arrange(&chosen, reasons.unwrap_or_default(), options.order),
        all_sentences: all_sentences.unwrap_or_default(),
        notes: Notes {
            over_characters: bounds.broken_by(&chosen).map(|one| candidates[one]),
            no_body: no_body && !candidates.is_empty(),
            candidates_limited: scored.limited,
            focus_not_found: scored.focus_not_found,
        },
    }
}

/// The candidates' scores, and where they come from.
struct Scored {
    /// The algorithm's own values.
    values: Vec<f64>,
    /// Values and focus together, in [0, 1].
    scores: Vec<f64>,
    /// See [`Ranking::leans`].
    leans: Vec<bool>,
    /// Relevance to the focus, empty without one.
    focus: Vec<f64>,
    scale: Scale,
    limited: bool,
    focus_not_found: bool,
}

impl Scored {
    fn new(
        text: &AnalyzedText<'_>,
        vectors: &SentenceVectors,
        algorithm: Algorithm,
        focus: Vec<f64>,
        pace: &Pace<'_>,
    ) -> Self {
        let Ranking {
            scores: values,
            leans,
            limited,
        } = rank(text, vectors, algorithm, pace);
        let mut scores = values.clone();
        let by_range = to_unit_range(&mut scores);
        let blended = focus::blend(&mut scores, &focus);
        let scale = blended.unwrap_or(Scale {
            value: 1.0,
            focus: 0.0,
        });
        Self {
            values,
            scores,
            leans,
            focus_not_found: !focus.is_empty() && blended.is_none(),
            focus,
            scale: Scale {
                value: by_range * scale.value,
                ..scale
            },
            limited,
        }
    }

    fn factors(
        &self,
        text: &AnalyzedText<'_>,
        vectors: &SentenceVectors,
        algorithm: Algorithm,
    ) -> Vec<Vec<ScoreFactor>> {
        let parts = parts(text, vectors, algorithm, &self.values);
        factors::explain(&self.scores, parts, &self.focus, self.scale)
    }
}

/// Computes what the ranker knows of each sentence that may be chosen, with
/// its position in the text: for training and for looking into.
#[must_use]
pub fn sentence_features(text: &AnalyzedText<'_>) -> Vec<(usize, features::Row)> {
    let (candidates, _) = candidates(text);
    let vectors = SentenceVectors::new(text, &candidates);
    let rows = features::compute(text, &vectors, &Pace::unlimited());
    candidates.into_iter().zip(rows).collect()
}

/// Scores that differ by a smaller share of the highest are equal but for rounding.
const ROUNDING: f64 = 1e-12;

/// Scales scores so that the lowest is 0 and the highest 1, and returns the
/// factor; equal ones are 1.
fn to_unit_range(scores: &mut [f64]) -> f64 {
    let low = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let high = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = high - low;
    if range <= ROUNDING * high.abs().max(low.abs()) {
        scores.fill(1.0);
        return 0.0;
    }
    for score in scores {
        *score = (*score - low) / range;
    }
    range.recip()
}
