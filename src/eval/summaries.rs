//! Summaries against abstracts that people wrote or sentences that they
//! chose.

use std::ops::Range;

use super::judge::Judge;
use super::rouge::Rouge;
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

/// How long a summary may be that is compared with written ones; beside
/// extracts it always has as many sentences as they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    /// The first sentences of the ranking, to the one with which their words
    /// come closest to the mean number of the references'.
    Words,
    /// What is returned for the mean code points of the references as
    /// `max_characters`: a choice that never has more of them, unless its
    /// first sentence alone has.
    Characters,
}

/// Scores one system on one document; `None` when it cannot be: without
/// words, or for the agreement of a single reader.
#[must_use]
pub fn evaluate(case: &Case, system: System, budget: Budget) -> Option<Score> {
    let mut text = AnalyzedText::new(&case.title, &case.text, case.language.as_deref());
    let judge = Judge::new(&text, &case.gold)?;
    match (system, budget, &case.gold) {
        (System::Oracle, ..) => judge.best(),
        (System::Algorithm(algorithm), Budget::Characters, Gold::References(references)) => {
            let total: usize = references.iter().map(|one| one.chars().count()).sum();
            let most = (total / references.len()).max(1);
            judge.score_all(&ranked(&mut text, algorithm, Some(most)))
        }
        (System::Algorithm(algorithm), ..) => judge.score(&ranked(&mut text, algorithm, None)),
    }
}

/// Lists as many sentences as there may be, the most important first.
fn ranked(
    text: &mut AnalyzedText<'_>,
    algorithm: Algorithm,
    max_characters: Option<usize>,
) -> Vec<usize> {
    let options = SummaryOptions {
        algorithm,
        max_sentences: Some(text.sentences.len()),
        max_characters,
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
        let lead = evaluate(
            &case(gold.clone()),
            System::Algorithm(Algorithm::Lead),
            Budget::Words,
        );
        assert_eq!(
            lead,
            Some(Score::Rouge(Rouge {
                one: 1.0,
                two: 1.0,
                l: 1.0
            }))
        );
        assert_eq!(evaluate(&case(gold), System::Oracle, Budget::Words), lead);
    }

    #[test]
    fn characters_are_never_exceeded_and_words_may_be() {
        let gold = Gold::References(vec!["the river rose the bridge".to_owned()]);
        let lead = |budget| {
            let system = System::Algorithm(Algorithm::Lead);
            match evaluate(&case(gold.clone()), system, budget) {
                Some(Score::Rouge(rouge)) => rouge.one,
                other => panic!("{other:?}"),
            }
        };
        // Seven words are as near to five as three are, so both sentences are
        // taken, but they have 37 code points and the reference 25.
        assert!((lead(Budget::Words) - 10.0 / 12.0).abs() < 1e-9);
        assert!((lead(Budget::Characters) - 6.0 / 8.0).abs() < 1e-9);
    }

    #[test]
    fn agreement_is_the_mean_over_readers() {
        let sentences = vec![0..15, 16..38, 39..54];
        let gold = Gold::Extracts {
            sentences,
            chosen: vec![vec![0, 1], vec![2, 1]],
        };
        let lead = evaluate(
            &case(gold.clone()),
            System::Algorithm(Algorithm::Lead),
            Budget::Words,
        );
        assert_eq!(lead, Some(Score::Agreement(0.75)));
        assert_eq!(
            evaluate(&case(gold), System::Oracle, Budget::Words),
            Some(Score::Agreement(0.5))
        );
    }

    #[test]
    fn nothing_to_compare_is_no_score() {
        let gold = Gold::References(vec!["…".to_owned()]);
        assert_eq!(evaluate(&case(gold), System::Oracle, Budget::Words), None);
    }
}
