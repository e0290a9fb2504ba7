//! LUHN: "The Automatic Creation of Literature Abstracts", IBM Journal of
//! Research and Development 2(2), 1958.
//!
//! Words that come back in the document are significant. A sentence is worth
//! its best bracket: a run that opens and closes with significant words and
//! nowhere has more than four others between them.

use super::vector::{SentenceVectors, to_f64};
use crate::text::AnalyzedText;
use crate::text::word::Word;

/// Most insignificant words between two significant ones of one bracket.
const MAX_GAP: usize = 4;
/// Fewest occurrences of a significant word in the document.
const MIN_COUNT: f64 = 2.0;

/// Scores each sentence by its best bracket.
pub(super) fn rank(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<f64> {
    let mut counts = vec![0.0; vectors.terms()];
    for vector in &vectors.counts {
        vector.add_to(&mut counts, 1.0);
    }
    vectors
        .indices
        .iter()
        .map(|&index| best_bracket(text.words_of(&text.sentences[index]), &counts))
        .collect()
}

/// The square of a bracket's significant words over its length; a single word
/// is no bracket.
fn best_bracket(words: &[Word], counts: &[f64]) -> f64 {
    let significant = words
        .iter()
        .enumerate()
        .filter(|(_, word)| !word.stop && counts[word.term as usize] >= MIN_COUNT);
    let mut best = 0.0_f64;
    let (mut first, mut last, mut found) = (0, 0, 0);
    for (at, _) in significant {
        if found == 0 || at - last > MAX_GAP {
            (first, found) = (at, 0);
        }
        (last, found) = (at, found + 1);
        if found > 1 {
            best = best.max(to_f64(found * found) / to_f64(last - first + 1));
        }
    }
    best
}
