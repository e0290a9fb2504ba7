//! What every algorithm promises, whatever the text.

use super::{Algorithm, Summary, SummaryOptions, summarize};
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
fn long_documents_stay_affordable() {
    let sentences: Vec<String> = (0..20_000)
        .map(|at| format!("Word{} stands by word{}.", at % 977, at % 5003))
        .collect();
    let text = sentences.join("\n");
    for algorithm in Algorithm::ALL {
        let started = std::time::Instant::now();
        assert_eq!(
            summary(&text, algorithm).sentences.len(),
            3,
            "{algorithm:?}"
        );
        // Generous, as tests run without optimisation and beside others.
        assert!(
            started.elapsed().as_secs() < 20,
            "{algorithm:?} {:?}",
            started.elapsed()
        );
    }
}
