//! Summaries against abstracts that people wrote or sentences that they
//! chose.

use std::ops::Range;

use super::oracle;
use super::rouge::{Rouge, Tokenizer, Tokens, mean_score};
use crate::pace::Pace;
use crate::summary::{Algorithm, SummaryOptions, summarize};
use crate::text::AnalyzedText;

/// What people said of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Gold {
    /// Summaries that they wrote.
    References(Vec<String>),
    /// Sentences that they chose.
    Extracts {
        /// All sentences of the text, as ranges of code points.
        sentences: Vec<Range<usize>>,
        /// For each reader the chosen ones, by position.
        chosen: Vec<Vec<usize>>,
    },
}

/// A document with what people said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The headline; empty for none.
    pub title: String,
    /// The body.
    pub text: String,
    /// BCP-47 primary subtag; `None` to detect.
    pub language: Option<String>,
    /// What is wanted.
    pub gold: Gold,
}

/// How well one summary does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Score {
    /// Against written summaries.
    Rouge(Rouge),
    /// Share of the readers' sentences that were chosen, in [0, 1].
    Agreement(f64),
}

/// Who made a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// One of the algorithms.
    Algorithm(Algorithm),
    /// The best that is possible: greedy search with the references known,
    /// or one reader against the others.
    Oracle,
}

/// Scores one system on one document; `None` when it cannot be: without
/// words, or for the agreement of a single reader.
#[must_use]
pub fn evaluate(case: &Case, system: System) -> Option<Score> {
    let mut text = AnalyzedText::new(&case.title, &case.text, case.language.as_deref());
    match &case.gold {
        Gold::References(references) => rouge(&mut text, references, system).map(Score::Rouge),
        Gold::Extracts { sentences, chosen } => {
            agreement(&mut text, sentences, chosen, system).map(Score::Agreement)
        }
    }
}

/// Takes sentences as ranked until their words come closest to the mean
/// length of the references.
fn rouge(text: &mut AnalyzedText<'_>, references: &[String], system: System) -> Option<Rouge> {
    let mut tokenizer = Tokenizer::default();
    let references: Vec<Tokens> = references.iter().map(|one| tokenizer.tokens(one)).collect();
    let sentences: Vec<Tokens> = text
        .sentences
        .iter()
        .map(|sentence| tokenizer.tokens(&text.text()[sentence.range.clone()]))
        .collect();
    let total: usize = references.iter().map(Vec::len).sum();
    if total == 0 || sentences.is_empty() {
        return None;
    }
    let chosen = match system {
        System::Oracle => oracle::greedy(&sentences, &references),
        System::Algorithm(algorithm) => {
            let ranked = ranked(text, algorithm, sentences.len());
            within_budget(&ranked, &sentences, total / references.len())
        }
    };
    let mut chosen = chosen;
    chosen.sort_unstable();
    let words: Tokens = chosen
        .iter()
        .flat_map(|&at| sentences[at].iter().copied())
        .collect();
    Some(mean_score(&words, &references))
}

fn within_budget(ranked: &[usize], sentences: &[Tokens], budget: usize) -> Vec<usize> {
    let mut chosen = Vec::new();
    let mut words = 0_usize;
    for &at in ranked {
        let longer = words + sentences[at].len();
        if !chosen.is_empty() && longer.abs_diff(budget) > words.abs_diff(budget) {
            break;
        }
        chosen.push(at);
        words = longer;
    }
    chosen
}

/// Lists the first sentences, the most important first.
fn ranked(text: &mut AnalyzedText<'_>, algorithm: Algorithm, count: usize) -> Vec<usize> {
    let options = SummaryOptions {
        algorithm,
        max_sentences: Some(count),
        order: crate::summary::SentenceOrder::Rank,
        ..SummaryOptions::default()
    };
    let summary = summarize(text, &options, &[], &Pace::unlimited());
    summary
        .sentences
        .iter()
        .map(|sentence| sentence.index)
        .collect()
}

/// Share of as many sentences as a reader chose that the reader chose too,
/// as the mean over readers.
fn agreement(
    text: &mut AnalyzedText<'_>,
    gold: &[Range<usize>],
    chosen: &[Vec<usize>],
    system: System,
) -> Option<f64> {
    let System::Algorithm(algorithm) = system else {
        return readers_agreement(chosen);
    };
    let count = chosen.iter().map(Vec::len).max()?;
    let ours: Vec<usize> = ranked(text, algorithm, count)
        .into_iter()
        .filter_map(|index| most_common(&code_points(text, index), gold))
        .collect();
    Some(mean(chosen.iter().map(|reader| share(reader, &ours))))
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

    fn case(gold: Gold) -> Case {
        Case {
            title: String::new(),
            text: TEXT.to_owned(),
            language: Some("en".to_owned()),
            gold,
        }
    }

    #[test]
    fn lead_takes_as_many_words_as_the_reference_has() {
        let gold = Gold::References(vec!["the river rose".to_owned()]);
        let lead = evaluate(&case(gold.clone()), System::Algorithm(Algorithm::Lead));
        assert_eq!(
            lead,
            Some(Score::Rouge(Rouge {
                one: 1.0,
                two: 1.0,
                l: 1.0
            }))
        );
        assert_eq!(evaluate(&case(gold), System::Oracle), lead);
    }

    #[test]
    fn agreement_is_the_mean_over_readers() {
        let sentences = vec![0..15, 16..38, 39..54];
        let gold = Gold::Extracts {
            sentences,
            chosen: vec![vec![0, 1], vec![2, 1]],
        };
        let lead = evaluate(&case(gold.clone()), System::Algorithm(Algorithm::Lead));
        assert_eq!(lead, Some(Score::Agreement(0.75)));
        assert_eq!(
            evaluate(&case(gold), System::Oracle),
            Some(Score::Agreement(0.5))
        );
    }

    #[test]
    fn nothing_to_compare_is_no_score() {
        let gold = Gold::References(vec!["…".to_owned()]);
        assert_eq!(evaluate(&case(gold), System::Oracle), None);
    }
}
