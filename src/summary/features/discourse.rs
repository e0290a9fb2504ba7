//! How a sentence takes up the thread: who speaks, and whether it opens with
//! what is known or with something new.

use crate::summary::vector::{SentenceVectors, to_f64};
use crate::text::AnalyzedText;
use crate::text::word::Word;

/// Words from the start within which a verb of saying opens a sentence.
const SPEECH_WITHIN: usize = 4;
/// Words after the verb of saying that may name who speaks.
const SPEAKER_WORDS: usize = 3;
/// New words among those that make a new speaker: a name or an office is
/// seldom a single word.
const SPEAKER_NEW_WORDS: usize = 2;
/// Words from the start in which the opening is looked for.
const OPENING_WITHIN: usize = 9;
/// Content words that make the opening.
const OPENING_WORDS: usize = 4;

/// How one sentence goes on from those before it.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    /// Whether the first word is a verb of saying.
    pub(super) opens_with_speech: bool,
    /// Whether a verb of saying near the start is followed by no name: the
    /// one who spoke before goes on.
    pub(super) bare_speech: bool,
    /// Whether a verb of saying near the start is followed by words that are
    /// new to the text.
    pub(super) new_speaker: bool,
    /// Share of the opening's content words that are new to the text.
    pub(super) opening_new: f64,
    /// Number of the opening's content words that are new and come back.
    pub(super) opening_returns: f64,
    /// How early the opening names something known: 1 for its first content
    /// word, 1/2 for the second, 0 for none.
    pub(super) opening_known: f64,
}

impl Discourse {
    pub(super) fn all(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<Self> {
        let mut seen = vec![false; vectors.terms()];
        let frequency = sentence_frequency(vectors);
        let of_candidate = |(at, &index): (usize, &usize)| {
            let words = text.words_of(&text.sentences[index]);
            let known = Known {
                seen: &seen,
                frequency: &frequency,
            };
            let own = known.describe(words);
            for &(term, _) in &vectors.counts[at].entries {
                seen[term as usize] = true;
            }
            own
        };
        vectors
            .indices
            .iter()
            .enumerate()
            .map(of_candidate)
            .collect()
    }

    pub(super) fn values(&self) -> [f64; 6] {
        [
            f64::from(self.opens_with_speech),
            f64::from(self.bare_speech),
            f64::from(self.new_speaker),
            self.opening_new,
            self.opening_returns,
            self.opening_known,
        ]
    }
}

/// Counts the candidates that each term stands in.
pub(super) fn sentence_frequency(vectors: &SentenceVectors) -> Vec<u32> {
    let mut frequency = vec![0; vectors.terms()];
    for &(term, _) in vectors.counts.iter().flat_map(|vector| &vector.entries) {
        frequency[term as usize] += 1;
    }
    frequency
}

/// What the text has said so far, and says in all.
struct Known<'a> {
    seen: &'a [bool],
    frequency: &'a [u32],
}

impl Known<'_> {
    fn is_new(&self, word: &Word) -> bool {
        !self.seen[word.term as usize]
    }

    fn describe(&self, words: &[Word]) -> Discourse {
        let opening: Vec<&Word> = words
            .iter()
            .take(OPENING_WITHIN)
            .filter(|word| !word.stop && !word.speech)
            .take(OPENING_WORDS)
            .collect();
        let new = || opening.iter().filter(|word| self.is_new(word));
        let returning = new().filter(|word| self.frequency[word.term as usize] > 1);
        let known = opening.iter().position(|word| !self.is_new(word));
        Discourse {
            opens_with_speech: words.first().is_some_and(|word| word.speech),
            opening_new: to_f64(new().count()) / to_f64(opening.len().max(1)),
            opening_returns: to_f64(returning.count()),
            opening_known: known.map_or(0.0, |place| 1.0 / (1.0 + to_f64(place))),
            ..self.speaker(words)
        }
    }

    fn speaker(&self, words: &[Word]) -> Discourse {
        let Some(verb) = words
            .iter()
            .take(SPEECH_WITHIN)
            .position(|word| word.speech)
        else {
            return Discourse::default();
        };
        let named = &words[verb + 1..];
        let new = named
            .iter()
            .take(SPEAKER_WORDS)
            .filter(|word| !word.stop && self.is_new(word));
        Discourse {
            bare_speech: named.first().is_none_or(|word| word.stop),
            new_speaker: new.count() >= SPEAKER_NEW_WORDS,
            ..Discourse::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Discourse> {
        let text = AnalyzedText::new("", text, Some("en"));
        let candidates: Vec<usize> = (0..text.sentences.len()).collect();
        Discourse::all(&text, &SentenceVectors::new(&text, &candidates))
    }

    #[test]
    fn a_speaker_is_new_once() {
        let all = all(
            "The harbour froze. Said minister Ada Brandt: the ships wait. \
            Said minister Ada Brandt: they wait long. She said that the ice will melt.",
        );
        let new: Vec<bool> = all.iter().map(|one| one.new_speaker).collect();
        assert_eq!(new, [false, true, false, false]);
        let bare: Vec<bool> = all.iter().map(|one| one.bare_speech).collect();
        assert_eq!(bare, [false, false, false, true]);
    }

    #[test]
    fn an_opening_is_new_or_known() {
        let all = all("The harbour froze. The harbour stays closed. Snow fell on mountains.");
        assert!(all[0].opening_new > 0.99 && all[0].opening_known == 0.0);
        assert!(all[1].opening_new < 0.99 && all[1].opening_known > 0.99);
        assert!(all[2].opening_new > 0.99);
        assert!(all[0].opening_returns > 0.99, "harbour comes back");
        assert!(all[2].opening_returns < 0.01);
    }
}
