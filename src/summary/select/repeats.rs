//! Sentences that say what a more important one says: a lead and its
//! retelling, a standfirst and the text below it.
//!
//! The objective weighs the words that two sentences share one by one, and the
//! longer of two tellings hides behind what else it has. Half of the words of
//! a sentence in one other are no chance.

use super::objective::Rules;
use crate::summary::vector::{SentenceVectors, to_f64};

/// Share of a sentence's content words, each counted once, that another has
/// if it repeats them. Of readers' choices in 942 articles no fewer are found
/// with 0.5 than with 0.7 or without the rule, and of ROUGE-1 against written
/// summaries no more than 0.2 is lost on any set.
const SHARE: f64 = 0.5;
/// The same share of the more important one's words: the lead that a longer
/// sentence tells again. With 0.65 and 0.8 no set loses more than 0.1 and 8 of
/// 543 summaries that were read change, most of which had a lead twice; with
/// 0.55 two readers, BNLPC and WGSS lose 0.3.
const SHARE_OF_OTHER: f64 = 0.65;
/// Fewest words that make such a share: of a short sentence chance has most.
const MIN_SHARED: usize = 6;
/// What a repetition loses, in redundancy penalties.
const PENALTIES: f64 = 3.0;
/// Most sentences that the others are compared with, the most important ones.
const MOST: usize = u64::BITS as usize;

/// Returns what each candidate loses for repeating a more important one, at
/// most what leaning leaves of its score; empty where the rules ask for no such
/// thing.
///
/// Linear in the words, but for the order.
pub(in crate::summary) fn find(
    rules: &Rules,
    scores: &[f64],
    vectors: &SentenceVectors,
) -> Vec<f64> {
    if rules.redundancy == 0.0 {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..scores.len()).collect();
    // The sort is stable: of equal scores the earlier sentence comes first.
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let mut said = Said::new(vectors);
    let mut losses = vec![0.0; scores.len()];
    for candidate in order {
        if said.has(candidate) {
            let most = (1.0 - rules.leaning) * scores[candidate];
            losses[candidate] = most.min(PENALTIES * rules.redundancy);
        } else {
            said.add(candidate);
        }
    }
    losses
}

/// What the most important sentences say.
struct Said<'v> {
    vectors: &'v SentenceVectors,
    /// Which of the sentences have each term, by their bits.
    holders: Vec<u64>,
    /// Number of different content words of each of the sentences.
    lengths: Vec<usize>,
}

impl<'v> Said<'v> {
    fn new(vectors: &'v SentenceVectors) -> Self {
        Self {
            vectors,
            holders: vec![0; vectors.terms()],
            lengths: Vec::new(),
        }
    }

    /// Tells whether one of the sentences says most of what a candidate does,
    /// or is told again by it.
    fn has(&self, candidate: usize) -> bool {
        let terms = &self.vectors.counts[candidate].entries;
        let mut shared = [0_usize; MOST];
        for &(term, _) in terms {
            let mut holders = self.holders[term as usize];
            while holders != 0 {
                shared[holders.trailing_zeros() as usize] += 1;
                holders &= holders - 1;
            }
        }
        let share = |words: usize, all: usize| to_f64(words) / to_f64(all.max(1));
        let mut both = shared.iter().zip(&self.lengths);
        both.any(|(&words, &length)| {
            share(words, terms.len()) >= SHARE
                || words >= MIN_SHARED && share(words, length) >= SHARE_OF_OTHER
        })
    }

    fn add(&mut self, candidate: usize) {
        if self.lengths.len() == MOST {
            return;
        }
        let terms = &self.vectors.counts[candidate].entries;
        for &(term, _) in terms {
            self.holders[term as usize] |= 1 << self.lengths.len();
        }
        self.lengths.push(terms.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::Algorithm;
    use crate::text::AnalyzedText;

    fn losses(text: &str, scores: &[f64], redundancy: f64) -> Vec<f64> {
        let text = AnalyzedText::new("", text, Some("en"));
        let all: Vec<usize> = (0..text.sentences.len()).collect();
        let vectors = SentenceVectors::new(&text, &all);
        find(
            &Rules::new(Algorithm::Ranked, Some(redundancy)),
            scores,
            &vectors,
        )
    }

    const RETOLD: &str = "The minister of trade resigned over a gift. Farmers went on strike. \
        According to the paper, the minister of trade resigned over a gift on Monday. \
        A strike of pilots ended.";

    #[test]
    fn the_less_important_of_two_loses() {
        assert_eq!(
            losses(RETOLD, &[0.9, 0.5, 0.6, 0.4], 0.1),
            [0.0, 0.0, 3.0 * 0.1, 0.0]
        );
        assert_eq!(
            losses(RETOLD, &[0.6, 0.5, 0.9, 0.4], 0.1),
            [3.0 * 0.1, 0.0, 0.0, 0.0]
        );
        // Of equal ones the later.
        assert_eq!(losses(RETOLD, &[0.2; 4], 1.0), [0.0, 0.0, 0.7 * 0.2, 0.0]);
    }

    #[test]
    fn a_lead_that_a_longer_sentence_tells_again_is_said_once() {
        let text = "The trade minister resigned in parliament over golden watches from hotels. \
            Anna Holt, trade minister since the spring election, resigned in parliament on Monday \
            over golden watches that the owner of Varde hotels had sent to her flat in Oslo.";
        assert_eq!(losses(text, &[0.9, 0.5], 0.1), [0.0, 3.0 * 0.1]);
        // So it is whichever comes first.
        assert_eq!(losses(text, &[0.5, 0.9], 0.1), [3.0 * 0.1, 0.0]);
    }

    #[test]
    fn nobody_loses_where_no_penalty_is() {
        assert!(losses(RETOLD, &[0.9, 0.5, 0.6, 0.4], 0.0).is_empty());
    }

    #[test]
    fn more_sentences_than_are_compared_with_are_fine() {
        let sentence = |at| format!("Word{at} stands here{at}.");
        let mut sentences: Vec<String> = (0..200).map(sentence).collect();
        sentences.push(sentence(3));
        let found = losses(&sentences.join(" "), &[0.5; 201], 0.1);
        assert_eq!(
            found.iter().filter(|&&loss| loss > 0.0).count(),
            1,
            "{found:?}"
        );
        assert!(found[200] > 0.0);
    }
}
