//! Compares rankings of the sentences of a text with what people said of it,
//! and turns that into labels to learn from.

use std::ops::Range;

use super::oracle;
use super::rouge::{Tokenizer, Tokens, mean_score, share_of_words};
use super::summaries::{Gold, Score};
use crate::text::AnalyzedText;

/// What a sentence counts when an earlier one is a piece of the same sentence
/// of the readers, who cut the text more coarsely: to take both gains nothing.
/// 0.4 was best of some values in cross-validation.
const LATER_PIECE: f64 = 0.4;

/// What people said of one text, in terms of its sentences. Holds nothing of
/// the text itself.
#[derive(Debug, Clone)]
pub struct Judge(Verdict);

#[derive(Debug, Clone)]
enum Verdict {
    References {
        /// Words of every sentence of ours.
        sentences: Vec<Tokens>,
        references: Vec<Tokens>,
    },
    Extracts {
        /// For each sentence of ours the one of the readers' that shares most
        /// with it.
        places: Vec<Option<usize>>,
        chosen: Vec<Vec<usize>>,
    },
}

impl Judge {
    /// Takes what people said of a text; `None` when there is nothing to
    /// compare with.
    #[must_use]
    pub fn new(text: &AnalyzedText<'_>, gold: &Gold) -> Option<Self> {
        match gold {
            Gold::References(references) => of_references(text, references),
            Gold::Extracts { sentences, chosen } => Some(of_extracts(text, sentences, chosen)),
        }
        .map(Self)
    }

    /// Scores the first sentences of a ranking, which names all sentences
    /// that may be chosen, the most important first: those whose words come
    /// closest to the mean length of the references, or as many as a reader
    /// chose.
    #[must_use]
    pub fn score(&self, ranked: &[usize]) -> Option<Score> {
        match &self.0 {
            Verdict::References {
                sentences,
                references,
            } => {
                let total: usize = references.iter().map(Vec::len).sum();
                let budget = total / references.len();
                self.score_all(within_budget(ranked, sentences, budget))
            }
            Verdict::Extracts { chosen, .. } => {
                let count = chosen.iter().map(Vec::len).max()?;
                self.score_all(&ranked[..count.min(ranked.len())])
            }
        }
    }

    /// Scores sentences as they are, in any order; `None` when no reader
    /// chose any.
    pub(super) fn score_all(&self, summary: &[usize]) -> Option<Score> {
        match &self.0 {
            Verdict::References {
                sentences,
                references,
            } => Some(rouge(summary.to_vec(), sentences, references)),
            Verdict::Extracts { places, chosen } => {
                let ours: Vec<usize> = summary.iter().filter_map(|&at| places[at]).collect();
                let shares = chosen.iter().map(|reader| share(reader, &ours));
                (!chosen.is_empty()).then(|| Score::Agreement(mean(shares)))
            }
        }
    }

    /// Scores the best that is possible: greedy search with the references
    /// known, or each reader against the others; `None` for a single reader.
    pub(super) fn best(&self) -> Option<Score> {
        match &self.0 {
            Verdict::References {
                sentences,
                references,
            } => {
                let chosen = oracle::greedy(sentences, references);
                Some(rouge(chosen, sentences, references))
            }
            Verdict::Extracts { chosen, .. } => readers_agreement(chosen).map(Score::Agreement),
        }
    }

    /// Says how much each of the candidate sentences belongs into a summary,
    /// in [0, 1]: the share of readers who chose it, less for a second piece
    /// of what was chosen; or half whether the greedy oracle takes it and half
    /// how much of it stands in the references, relative to the other
    /// candidates and squared, so that only the best come near 1.
    #[must_use]
    pub fn labels(&self, candidates: &[usize]) -> Vec<f64> {
        match &self.0 {
            Verdict::References {
                sentences,
                references,
            } => {
                let own: Vec<Tokens> = candidates.iter().map(|&at| sentences[at].clone()).collect();
                let taken = oracle::greedy(&own, references);
                let shares = own.iter().map(|one| share_of_words(one, references));
                let relative = to_unit_range(shares.collect());
                let label = |(at, share): (usize, f64)| {
                    f64::midpoint(f64::from(taken.contains(&at)), share * share)
                };
                relative.into_iter().enumerate().map(label).collect()
            }
            Verdict::Extracts { places, chosen } => {
                let mut seen = Vec::new();
                let label = |&at: &usize| {
                    let place = places[at]?;
                    let is_later = seen.contains(&place);
                    seen.push(place);
                    let says = |reader: &Vec<usize>| f64::from(reader.contains(&place));
                    let share = mean(chosen.iter().map(says));
                    Some(if is_later { LATER_PIECE * share } else { share })
                };
                let labels = candidates.iter().map(label);
                labels.map(Option::unwrap_or_default).collect()
            }
        }
    }
}

fn of_references(text: &AnalyzedText<'_>, references: &[String]) -> Option<Verdict> {
    let mut tokenizer = Tokenizer::new(text.rules.casing);
    let references: Vec<Tokens> = references.iter().map(|one| tokenizer.tokens(one)).collect();
    let sentences: Vec<Tokens> = text
        .sentences
        .iter()
        .map(|sentence| tokenizer.tokens(&text.text()[sentence.range.clone()]))
        .collect();
    let has_words = references.iter().any(|one| !one.is_empty()) && !sentences.is_empty();
    has_words.then_some(Verdict::References {
        sentences,
        references,
    })
}

fn of_extracts(text: &AnalyzedText<'_>, gold: &[Range<usize>], chosen: &[Vec<usize>]) -> Verdict {
    let count = text.sentences.len();
    Verdict::Extracts {
        places: (0..count)
            .map(|index| most_common(&code_points(text, index), gold))
            .collect(),
        chosen: chosen.to_vec(),
    }
}

fn rouge(mut chosen: Vec<usize>, sentences: &[Tokens], references: &[Tokens]) -> Score {
    chosen.sort_unstable();
    let words: Tokens = chosen
        .iter()
        .flat_map(|&at| sentences[at].iter().copied())
        .collect();
    Score::Rouge(mean_score(&words, references))
}

/// Returns the first sentences whose words come closest to a number.
fn within_budget<'r>(ranked: &'r [usize], sentences: &[Tokens], budget: usize) -> &'r [usize] {
    let mut words = 0_usize;
    for (count, &at) in ranked.iter().enumerate() {
        let longer = words + sentences[at].len();
        if count > 0 && longer.abs_diff(budget) > words.abs_diff(budget) {
            return &ranked[..count];
        }
        words = longer;
    }
    ranked
}

/// Agreement of each reader with each other; `None` for a single one.
fn readers_agreement(chosen: &[Vec<usize>]) -> Option<f64> {
    let pairs = chosen.iter().enumerate().flat_map(|(at, one)| {
        let others = chosen
            .iter()
            .enumerate()
            .filter(move |(other, _)| *other != at);
        others.map(move |(_, other)| share(one, other))
    });
    (chosen.len() > 1).then(|| mean(pairs))
}

fn share(wanted: &[usize], found: &[usize]) -> f64 {
    mean(wanted.iter().map(|one| f64::from(found.contains(one))))
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// Scales values so that the lowest is 0 and the highest 1; equal ones are 0.
fn to_unit_range(mut values: Vec<f64>) -> Vec<f64> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for value in &mut values {
        *value = if high > low {
            (*value - low) / (high - low)
        } else {
            0.0
        };
    }
    values
}

fn code_points(text: &AnalyzedText<'_>, index: usize) -> Range<usize> {
    let span = text.spans.span(&text.sentences[index].range).code_points;
    span.start..span.end
}

/// Finds the gold sentence that shares most with one of ours, as both may
/// have been cut by different rules.
fn most_common(ours: &Range<usize>, gold: &[Range<usize>]) -> Option<usize> {
    let shared = |one: &Range<usize>| {
        one.end
            .min(ours.end)
            .saturating_sub(one.start.max(ours.start))
    };
    let best = (0..gold.len()).rev().max_by_key(|&at| shared(&gold[at]))?;
    (shared(&gold[best]) > 0).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The river rose. The bridge was closed. Bread was sold.";

    fn judge(gold: &Gold) -> Judge {
        let text = AnalyzedText::new("", TEXT, Some("en"));
        Judge::new(&text, gold).expect("something to compare with")
    }

    #[test]
    fn readers_choices_are_labels() {
        let gold = Gold::Extracts {
            sentences: vec![0..15, 16..38, 39..54],
            chosen: vec![vec![0, 1], vec![1, 2]],
        };
        let judge = judge(&gold);
        assert_eq!(judge.labels(&[0, 1, 2]), [0.5, 1.0, 0.5]);
        assert_eq!(judge.labels(&[1]), [1.0]);
        assert_eq!(judge.score(&[1, 0, 2]), Some(Score::Agreement(0.75)));
    }

    #[test]
    fn the_first_piece_of_a_readers_sentence_counts_most() {
        let gold = Gold::Extracts {
            sentences: vec![0..38, 39..54],
            chosen: vec![vec![0]],
        };
        assert_eq!(judge(&gold).labels(&[0, 1, 2]), [1.0, 0.4, 0.0]);
    }

    #[test]
    fn what_references_say_is_a_label() {
        let gold = Gold::References(vec!["the bridge was closed".to_owned()]);
        let labels = judge(&gold).labels(&[0, 1, 2]);
        // The second is the oracle's and all in the reference; the first and
        // the third share a word with it.
        assert!((labels[1] - 1.0).abs() < 1e-9, "{labels:?}");
        assert!(labels[0] < 0.1 && labels[2] < 0.1, "{labels:?}");
    }
}
