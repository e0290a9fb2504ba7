//! What every algorithm promises, whatever the text.

use super::{Algorithm, Factor, RankedSentence, ScoreFactor, Summary, SummaryOptions, summarize};
use crate::pace::Pace;
use crate::text::AnalyzedText;

const TEXT: &str = "The river rose above its banks on Monday. Officials closed two bridges over \
    the river. A school near the river was evacuated. Bread was sold as usual. However, they \
    expect the water to fall. The bridges over the river open again on Friday.";

fn summary(text: &str, algorithm: Algorithm) -> Summary {
    let mut text = AnalyzedText::new("River floods bridges", text, Some("en"));
    let options = SummaryOptions {
        algorithm,
        include_all_sentences: true,
        ..SummaryOptions::default()
    };
    summarize(&mut text, &options, &[], &Pace::unlimited())
}

#[test]
fn every_algorithm_scores_within_bounds() {
    for algorithm in Algorithm::ALL {
        let first = summary(TEXT, algorithm);
        assert_eq!(first, summary(TEXT, algorithm), "{algorithm:?}");
        assert_eq!(first.sentences.len(), 3, "{algorithm:?}");
        let scores = || first.all_sentences.iter().map(|one| one.score);
        assert!(
            scores().all(|score| (0.0..=1.0).contains(&score)),
            "{algorithm:?}"
        );
    }
}

#[test]
fn central_sentences_share_words_with_the_rest() {
    use Algorithm::{Centroid, LexRank, Lsa, Luhn, PacSum, Ranked, Reduction, TextRank};
    for algorithm in [
        Ranked, LexRank, TextRank, PacSum, Centroid, Luhn, Lsa, Reduction,
    ] {
        let chosen = summary(TEXT, algorithm).sentences;
        assert!(chosen.iter().all(|one| one.index != 3), "{algorithm:?}");
    }
}

#[test]
fn no_text_is_too_small_or_too_odd() {
    for text in [
        "a", "1", "!", "The the of.", "One. One. One. One. One.", "of a the. the of.",
    ] {
        for algorithm in Algorithm::ALL {
            assert!(
                !summary(text, algorithm).sentences.is_empty(),
                "{algorithm:?} {text}"
            );
        }
    }
}

#[test]
fn long_documents_have_summaries() {
    let sentences: Vec<String> = (0..20_000)
        .map(|at| format!("Word{} stands by word{}.", at % 977, at % 5003))
        .collect();
    let text = sentences.join("\n");
    for algorithm in Algorithm::ALL {
        assert_eq!(
            summary(&text, algorithm).sentences.len(),
            3,
            "{algorithm:?}"
        );
    }
}

/// All sentences with their factors; `query` is the focus.
fn explained(algorithm: Algorithm, query: &str) -> Summary {
    let mut text = AnalyzedText::new("River floods bridges", TEXT, Some("en"));
    let options = SummaryOptions {
        algorithm,
        focus_query: query.to_owned(),
        include_all_sentences: true,
        include_score_factors: true,
        ..SummaryOptions::default()
    };
    summarize(&mut text, &options, &[], &Pace::unlimited())
}

fn sum(factors: &[ScoreFactor]) -> f64 {
    factors.iter().map(|part| part.contribution).sum()
}

fn kinds(sentence: &RankedSentence) -> Vec<Factor> {
    sentence.factors.iter().map(|part| part.factor).collect()
}

#[test]
fn factors_add_up_to_the_score() {
    for algorithm in Algorithm::ALL {
        for query in ["", "school bread", "volcano"] {
            let summary = explained(algorithm, query);
            let all = summary.sentences.iter().chain(&summary.all_sentences);
            for one in all {
                let sum = sum(&one.factors);
                assert!(
                    (sum - one.score).abs() < 1e-6,
                    "{algorithm:?} {query} {one:?}"
                );
            }
        }
    }
}

#[test]
fn factors_name_the_reasons() {
    let ranked = explained(Algorithm::Ranked, "").all_sentences;
    assert!(ranked.iter().all(|one| kinds(one).len() > 3), "{ranked:?}");
    let lead = explained(Algorithm::Lead, "").all_sentences;
    assert_eq!(kinds(&lead[0]), [Factor::Average, Factor::Position]);
    let focused = explained(Algorithm::Lsa, "school").all_sentences;
    let of_focus = |one: &ScoreFactor| one.factor == Factor::Focus;
    let focus = focused[2].factors.iter().find(|part| of_focus(part));
    assert!(focus.is_some_and(|part| part.contribution > 0.0));
}

#[test]
fn factors_are_given_only_when_asked_for() {
    let summary = summary(TEXT, Algorithm::Ranked);
    let mut all = summary.sentences.iter().chain(&summary.all_sentences);
    assert!(all.all(|one| one.factors.is_empty() && one.selection_factors.is_empty()));
}

#[test]
fn repetition_is_named_where_it_counted() {
    let repeated = "The bridge over the river is closed. Bread is sold as usual today. \
        The bridge over the river is closed.";
    let mut text = AnalyzedText::new("", repeated, Some("en"));
    let options = SummaryOptions {
        redundancy_penalty: Some(1.0),
        include_score_factors: true,
        ..SummaryOptions::default()
    };
    let summary = summarize(&mut text, &options, &[], &Pace::unlimited());
    let last = summary.sentences.iter().find(|one| one.rank == 3);
    let reasons = &last.expect("three sentences").selection_factors;
    assert_eq!(reasons[0].factor, Factor::Redundancy);
    assert!((reasons[0].contribution + 1.0).abs() < 1e-9, "{reasons:?}");
}

fn scores_of(written: &str, algorithm: Algorithm) -> Vec<f64> {
    let all = summary(written, algorithm).all_sentences;
    all.iter().map(|one| one.score).collect()
}

#[test]
fn scores_that_are_equal_but_for_rounding_are_equal() {
    let cliques = ["Copper falls. "; 6].concat() + &["Rain helps wheat. "; 3].concat();
    for algorithm in [Algorithm::LexRank, Algorithm::TextRank] {
        let scores = scores_of(&cliques, algorithm);
        assert!(scores.iter().all(|score| score - 1.0 > -1e-9), "{scores:?}");
    }
}

#[test]
fn sentences_that_are_alike_are_neighbours_in_the_shortest_text_too() {
    let text = "The minister of trade resigned over the gift. \
        The minister of trade resigned over a gift. Rain fell in the north today.";
    // A walk stays in the pair as long as in the single one.
    assert_eq!(scores_of(text, Algorithm::LexRank), [1.0, 1.0, 1.0]);
}

#[test]
fn sentences_of_one_word_have_edges_too() {
    let scores = scores_of("Rain. Snow. Rain. Wind. Rain.", Algorithm::Reduction);
    assert_eq!(scores, [1.0, 0.0, 1.0, 0.0, 1.0]);
}

#[test]
fn a_sentence_without_content_is_never_the_closest_to_the_document() {
    let text = "The central bank raised interest rates on Monday. And so it was. \
        The bank said inflation was too high. Shares of the bank fell by two percent.";
    let scores = scores_of(text, Algorithm::KlSum);
    let lowest = scores.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(scores[1] - lowest < 1e-9, "{scores:?}");
}

#[test]
fn a_query_finds_other_forms_and_says_when_it_finds_none() {
    let text = "Shares fell on Monday. Ormanlar hızla yandı. The minister spoke to farmers.";
    let focused = |query: &str| {
        let mut text = AnalyzedText::new("", text, Some("tr"));
        let options = SummaryOptions {
            focus_query: query.to_owned(),
            max_sentences: Some(1),
            ..SummaryOptions::default()
        };
        summarize(&mut text, &options, &[], &Pace::unlimited())
    };
    for query in ["orman", "ormanlar"] {
        assert_eq!(focused(query).sentences[0].index, 1, "{query}");
    }
    for query in ["...", "balık"] {
        assert!(focused(query).notes.focus_not_found, "{query}");
    }
}
