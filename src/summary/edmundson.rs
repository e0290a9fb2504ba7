//! EDMUNDSON: "New Methods in Automatic Extracting", Journal of the ACM
//! 16(2), 1969.
//!
//! The sum of four methods: cue words, key words, words of title and
//! headings, location. The paper's best mix leaves the key words out; here
//! they only decide between sentences that the other three call equal.

use super::features::{TitleWords, leans_back};
use super::vector::{SentenceVectors, to_f64};
use crate::text::AnalyzedText;
use crate::text::sentence::SentenceKind;

/// Weight of an opening that leans on an earlier sentence, the paper's
/// "stigma words"; a list of "bonus words" exists for one subject only.
const STIGMA: f64 = -1.0;
/// Weight of each word of title and headings.
const TITLE: f64 = 1.0;
/// Weight of the first and last paragraph, and of the first and last sentence
/// of a paragraph.
const LOCATION: f64 = 1.0;
/// Weight of the key words of a sentence, less than any other difference.
const KEY: f64 = 0.5;
/// Share of the text's words from which a word is a key word.
const KEY_SHARE: f64 = 0.01;

/// Scores each sentence by the sum of the four methods.
pub(super) fn rank(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<f64> {
    let title = TitleWords::with_headings(text);
    let keys = key_words(vectors);
    (0..vectors.len())
        .map(|place| {
            let words = text.words_of(&text.sentences[vectors.indices[place]]);
            let stigma = f64::from(leans_back(text, words));
            let share = vectors.counts[place].dot(&keys) / to_f64(vectors.words[place].max(1));
            STIGMA * stigma
                + TITLE * title.occurrences(words)
                + LOCATION * location(text, vectors, place)
                + KEY * share
        })
        .collect()
}

/// 1 for each word that makes a fair share of the text.
fn key_words(vectors: &SentenceVectors) -> Vec<f64> {
    let mut counts = vec![0.0; vectors.terms()];
    for vector in &vectors.counts {
        vector.add_to(&mut counts, 1.0);
    }
    let least = (KEY_SHARE * to_f64(vectors.words.iter().sum())).max(2.0);
    counts
        .into_iter()
        .map(|count| f64::from(count >= least))
        .collect()
}

/// Counts how often a sentence stands first or last: its paragraph in the
/// text, itself in its paragraph.
fn location(text: &AnalyzedText<'_>, vectors: &SentenceVectors, place: usize) -> f64 {
    let paragraph_of = |place: usize| text.sentences[vectors.indices[place]].paragraph;
    let own = paragraph_of(place);
    let last = vectors.len() - 1;
    let outer = own == paragraph_of(0) || own == paragraph_of(last);
    let opens = place == 0 || paragraph_of(place - 1) != own;
    let closes = place == last || paragraph_of(place + 1) != own;
    f64::from(outer) + f64::from(opens || closes)
}

impl TitleWords {
    /// The words of the title and of all headings inside the text.
    fn with_headings(text: &AnalyzedText<'_>) -> Self {
        let headings = text
            .sentences
            .iter()
            .filter(|one| one.kind == SentenceKind::Heading);
        let words = headings.flat_map(|heading| text.words_of(heading));
        Self::of(text, text.title_words.iter().chain(words))
    }
}
