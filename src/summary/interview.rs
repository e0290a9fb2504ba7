//! Lowers the questions of an interviewer: what was asked is no news.
//!
//! The trees have seen few interviews, and take a question that names the matter for a sentence
//! that tells of it.

use super::features::{Row, position};
use super::neighbours::range;

/// What a question loses, as a share of the range of the scores.
const PENALTY: f64 = 1.0;
/// Fewest questions in paragraphs of their own that make an interview: of 34 in seven such
/// documents readers chose one, of 44 that end a paragraph there two.
const QUESTIONS: usize = 2;

const QUESTION: usize = position("question");
const OPENS_PARAGRAPH: usize = position("opens_paragraph");

/// Returns the scores of the candidates with the questions of an interview lowered: those that
/// end a paragraph, as what is asked within an answer is the answer's.
pub(super) fn lower(scores: &[f64], rows: &[Row]) -> Vec<f64> {
    let opens = |at: usize| rows.get(at).is_some_and(|row| row[OPENS_PARAGRAPH] > 0.0);
    let asks = |at: &usize| rows[*at][QUESTION] > 0.0 && opens(at + 1);
    let asked: Vec<usize> = (0..rows.len()).filter(asks).collect();
    let mut lowered = scores.to_vec();
    if asked.iter().filter(|&&at| opens(at)).count() >= QUESTIONS {
        let penalty = PENALTY * range(scores);
        for at in asked {
            lowered[at] -= penalty;
        }
    }
    lowered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::features::NAMES;

    /// Rows of sentences: whether each is a question, and whether it opens a paragraph.
    fn rows<const N: usize>(sentences: [(bool, bool); N]) -> [Row; N] {
        sentences.map(|(asks, opens)| {
            let mut row = [0.0; NAMES.len()];
            row[QUESTION] = f32::from(u8::from(asks));
            row[OPENS_PARAGRAPH] = f32::from(u8::from(opens));
            row
        })
    }

    const ASKED: (bool, bool) = (true, true);
    const ANSWER: (bool, bool) = (false, true);

    #[test]
    fn questions_in_paragraphs_of_their_own_make_an_interview() {
        let scores = [1.0, 0.0, 0.75, 0.25];
        let interview = rows([ASKED, ANSWER, ASKED, ANSWER]);
        assert_eq!(lower(&scores, &interview), [0.0, 0.0, -0.25, 0.25]);
        let one = rows([ASKED, ANSWER, ANSWER, ANSWER]);
        assert_eq!(lower(&scores, &one), scores);
        assert!(lower(&[], &[]).is_empty());
    }

    #[test]
    fn what_an_answer_asks_stays() {
        let within = (true, false);
        let goes_on = (false, false);
        let scores = [1.0, 0.0, 0.75, 0.5, 0.25, 0.25];
        let rows = rows([ASKED, ANSWER, ASKED, ANSWER, within, goes_on]);
        assert_eq!(lower(&scores, &rows), [0.0, 0.0, -0.25, 0.5, 0.25, 0.25]);
    }
}
