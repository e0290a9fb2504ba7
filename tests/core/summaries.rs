//! What the options of a summary do.

use mujaz::engine::{Analysis, AnalysisOptions, Document, Engine, Limits, Warning};
use mujaz::summary::{Algorithm, SentenceOrder, SummaryOptions};

/// Ten sentences on three subjects; the last repeats the first.
const TEXT: &str = "The harbour of the old town was closed on Monday after a storm. \
    Waves of six metres broke over the eastern pier. \
    Fishermen pulled their boats onto the beach during the night. \
    The ministry of health opened a vaccination centre at the station. \
    Doctors expect four hundred patients a day. \
    A concert of the city orchestra was moved to the town hall. \
    The conductor thanked the musicians for their patience. \
    Schools stay open, the mayor said. \
    Buses follow the winter timetable until Friday. \
    The harbour of the old town was closed on Monday after a storm.";

fn summarize(options: SummaryOptions) -> Analysis {
    let engine = Engine::builtin(Limits::default()).expect("it is sound");
    let document = Document {
        text: TEXT.to_owned(),
        language_code: "en".to_owned(),
        ..Document::default()
    };
    let wanted = AnalysisOptions {
        summary: Some(options),
        classification: None,
    };
    engine.analyze(&document, &wanted).expect("it is sound")
}

fn indexes(analysis: &Analysis) -> Vec<usize> {
    let summary = analysis.summary.as_ref().expect("it was asked for");
    summary.sentences.iter().map(|one| one.index).collect()
}

fn lead(options: SummaryOptions) -> Vec<usize> {
    indexes(&summarize(SummaryOptions {
        algorithm: Algorithm::Lead,
        ..options
    }))
}

#[test]
fn three_sentences_without_bounds() {
    assert_eq!(lead(SummaryOptions::default()), [0, 1, 2]);
}

#[test]
fn all_bounds_hold_together() {
    let options = SummaryOptions {
        max_sentences: Some(5),
        max_ratio: Some(0.4),
        ..SummaryOptions::default()
    };
    assert_eq!(lead(options.clone()), [0, 1, 2, 3]);
    let tight = SummaryOptions {
        max_characters: Some(115),
        ..options
    };
    // The third is too long for what is left; the next that fits follows.
    let chosen = lead(tight);
    assert_eq!(chosen[..2], [0, 1]);
    assert!(chosen.len() < 4, "{chosen:?}");
}

#[test]
fn a_ratio_never_gives_nothing() {
    let options = SummaryOptions {
        max_ratio: Some(0.01),
        ..SummaryOptions::default()
    };
    assert_eq!(lead(options), [0]);
}

#[test]
fn the_best_sentence_is_given_even_when_it_is_too_long() {
    let analysis = summarize(SummaryOptions {
        max_characters: Some(10),
        ..SummaryOptions::default()
    });
    assert_eq!(indexes(&analysis).len(), 1);
    let warned = |warning: &Warning| matches!(warning, Warning::MaxCharactersExceeded { .. });
    assert!(analysis.warnings.iter().any(warned));
}

#[test]
fn order_by_rank_begins_with_the_best() {
    let by = |order| {
        summarize(SummaryOptions {
            order,
            algorithm: Algorithm::Centroid,
            ..SummaryOptions::default()
        })
    };
    let ranked = by(SentenceOrder::Rank)
        .summary
        .expect("a summary")
        .sentences;
    let ranks: Vec<usize> = ranked.iter().map(|one| one.rank).collect();
    assert_eq!(ranks, [1, 2, 3]);
    assert!(ranked.windows(2).all(|pair| pair[0].score >= pair[1].score));
    let mut sorted = indexes(&by(SentenceOrder::Rank));
    sorted.sort_unstable();
    assert_eq!(indexes(&by(SentenceOrder::Document)), sorted);
}

#[test]
fn a_query_biases_every_algorithm() {
    for algorithm in Algorithm::ALL {
        let analysis = summarize(SummaryOptions {
            max_sentences: Some(1),
            algorithm,
            focus_query: "orchestra concert".to_owned(),
            ..SummaryOptions::default()
        });
        assert_eq!(indexes(&analysis), [5], "{algorithm:?}");
    }
}

#[test]
fn a_topic_biases_every_algorithm() {
    for algorithm in Algorithm::ALL {
        let analysis = summarize(SummaryOptions {
            max_sentences: Some(1),
            algorithm,
            focus_topic_id: "health".to_owned(),
            ..SummaryOptions::default()
        });
        let chosen = indexes(&analysis);
        assert!([3, 4].contains(&chosen[0]), "{algorithm:?} {chosen:?}");
    }
}

#[test]
fn all_sentences_have_scores_and_factors() {
    for algorithm in Algorithm::ALL {
        let analysis = summarize(SummaryOptions {
            algorithm,
            include_all_sentences: true,
            include_score_factors: true,
            ..SummaryOptions::default()
        });
        let all = analysis.summary.expect("a summary").all_sentences;
        assert_eq!(all.len(), 10, "{algorithm:?}");
        assert!(all.iter().any(|one| one.score > 0.999), "{algorithm:?}");
        assert!(
            all.iter().all(|one| !one.factors.is_empty()),
            "{algorithm:?}"
        );
    }
}

#[test]
fn a_focus_that_is_not_there_is_said() {
    let analysis = summarize(SummaryOptions {
        focus_query: "volcano".to_owned(),
        ..SummaryOptions::default()
    });
    assert!(analysis.warnings.contains(&Warning::FocusNotFound));
}

#[test]
fn a_full_penalty_keeps_repetition_out() {
    let with = |penalty| {
        indexes(&summarize(SummaryOptions {
            max_sentences: Some(5),
            algorithm: Algorithm::Centroid,
            redundancy_penalty: Some(penalty),
            ..SummaryOptions::default()
        }))
    };
    assert!(with(0.0).contains(&0) && with(0.0).contains(&9));
    let chosen = with(1.0);
    assert!(!(chosen.contains(&0) && chosen.contains(&9)), "{chosen:?}");
}
