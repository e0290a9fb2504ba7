//! Why a sentence has its score: parts with signs that add up to it.
//!
//! The first part is the same for all sentences of a document, its average
//! score ([`Factor::Average`]); every other part says how far the sentence
//! lies above or below for one reason. They add up to the score as it is
//! given, so they are scaled as it is: by the range of the algorithm's own
//! values, and with a focus by the share that is left beside it.

mod families;

pub(super) use families::{Contributions, by_family, of_weights};

use super::select::Objective;

/// A reason for a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// The average score of the document's sentences.
    Average,
    /// Where the sentence stands in the document and its paragraph.
    Position,
    /// What it shares with the other sentences.
    Centrality,
    /// What it shares with the title.
    Title,
    /// How long it is.
    Length,
    /// How it is written: numerals, names, quotations, questions.
    Form,
    /// Whether it opens with a connective or a pronoun, or the next one does.
    Opening,
    /// What kind of document it stands in, beside all other reasons.
    Document,
    /// What the sentences beside it are, and their being more important.
    Neighbours,
    /// The value of a published algorithm, which is not taken apart.
    Algorithm,
    /// What it has to do with the focus that the caller named.
    Focus,
    /// Its repeating what sentences of higher rank say.
    Redundancy,
    /// Its leaning on a sentence that is not chosen.
    Leaning,
    /// Its being the first of its story in a round-up of several.
    Story,
}

/// A part of a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreFactor {
    /// The reason.
    pub factor: Factor,
    /// What it adds to the score, or takes off.
    pub contribution: f64,
}

/// What one unit of the algorithm's own value, and one of the relevance to
/// the focus, adds to a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) value: f64,
    pub(super) focus: f64,
}

/// Takes the scores apart.
///
/// `parts` has for each candidate how far it lies above or below the others
/// for each reason, in the algorithm's own values; `focus` its relevance, empty
/// without a focus.
pub(super) fn explain(
    scores: &[f64],
    parts: Vec<Vec<ScoreFactor>>,
    focus: &[f64],
    scale: Scale,
) -> Vec<Vec<ScoreFactor>> {
    let average = mean(scores);
    let usual_focus = mean(focus);
    parts
        .into_iter()
        .enumerate()
        .map(|(at, mut factors)| {
            for part in &mut factors {
                part.contribution *= scale.value;
            }
            factors.extend(focus.get(at).map(|relevance| ScoreFactor {
                factor: Factor::Focus,
                contribution: scale.focus * (relevance - usual_focus),
            }));
            let mut factors = strongest_first(factors);
            factors.insert(
                0,
                ScoreFactor {
                    factor: Factor::Average,
                    contribution: average,
                },
            );
            factors
        })
        .collect()
}

/// Says of an algorithm that is not taken apart how far each value lies above
/// or below the average.
pub(super) fn whole(factor: Factor, values: &[f64]) -> Vec<Vec<ScoreFactor>> {
    let average = mean(values);
    let of_value = |value: &f64| ScoreFactor {
        factor,
        contribution: value - average,
    };
    values.iter().map(|value| vec![of_value(value)]).collect()
}

/// Says what beside its score counted for each chosen sentence, given those
/// before it.
pub(super) fn of_selection(objective: &Objective<'_>, chosen: &[usize]) -> Vec<Vec<ScoreFactor>> {
    let mut selection = objective.selection(&[]);
    chosen
        .iter()
        .map(|&candidate| {
            let gain = selection.gain(candidate);
            selection.push(candidate);
            let parts = [
                (Factor::Redundancy, gain.repetition),
                (Factor::Leaning, gain.leaning),
                (Factor::Story, gain.story),
            ];
            let factors = parts.map(|(factor, contribution)| ScoreFactor {
                factor,
                contribution,
            });
            strongest_first(factors.to_vec())
        })
        .collect()
}

/// Leaves out what adds nothing.
fn strongest_first(mut factors: Vec<ScoreFactor>) -> Vec<ScoreFactor> {
    factors.retain(|part| part.contribution != 0.0);
    let strength = |part: &ScoreFactor| part.contribution.abs();
    factors.sort_by(|a, b| {
        strength(b)
            .total_cmp(&strength(a))
            .then(a.factor.cmp(&b.factor))
    });
    factors
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / super::vector::to_f64(values.len().max(1))
}
