//! What can be said of a sentence in any language: where it stands, what it
//! shares with title and text, how it opens.

use super::pac_sum;
use super::vector::{SentenceVectors, to_f64};
use crate::text::AnalyzedText;
use crate::text::normalize::normalize;
use crate::text::word::Word;

/// Features of one candidate sentence, each in [0, 1].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Features {
    /// 1 for the first candidate, falling with its distance from the top.
    pub(super) position: f64,
    /// Directed centrality relative to the most central candidate.
    pub(super) centrality: f64,
    /// Share of the title's content words.
    pub(super) title: f64,
    /// 1 at and above a full length, less for fragments.
    pub(super) length: f64,
    /// 1 when it opens with a connective or a pronoun that leans back.
    pub(super) leans_back: f64,
    /// 1 when it is mostly a quotation and names no speaker.
    pub(super) bare_quote: f64,
    /// 1 when it asks a question.
    pub(super) question: f64,
}

/// Candidates over which the advantage of position halves.
const POSITION_HALF_LIFE: f64 = 2.0;
/// Content words of a sentence that says enough to stand alone.
const FULL_LENGTH_WORDS: f64 = 8.0;

/// Computes the features of every candidate.
pub(super) fn compute(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<Features> {
    let mut centrality = pac_sum::rank(vectors);
    let most = centrality.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    for value in &mut centrality {
        *value /= most;
    }
    let title = TitleWords::new(text);
    (0..vectors.len())
        .map(|candidate| {
            let sentence = &text.sentences[vectors.indices[candidate]];
            let words = text.words_of(sentence);
            let written = &text.text()[sentence.range.clone()];
            Features {
                position: 1.0 / (1.0 + to_f64(candidate) / POSITION_HALF_LIFE),
                centrality: centrality[candidate],
                title: title.share(words),
                length: (content(words) / FULL_LENGTH_WORDS).min(1.0),
                leans_back: f64::from(leans_back(text, words)),
                bare_quote: f64::from(is_bare_quote(text, written, words)),
                question: f64::from(written.ends_with(['؟', '?', '？'])),
            }
        })
        .collect()
}

fn content(words: &[Word]) -> f64 {
    to_f64(words.iter().filter(|word| !word.stop).count())
}

/// The content words of the title, by term.
pub(super) struct TitleWords {
    wanted: Vec<bool>,
    count: usize,
}

impl TitleWords {
    fn new(text: &AnalyzedText<'_>) -> Self {
        Self::of(text, text.title_words.iter())
    }

    pub(super) fn of<'w>(text: &AnalyzedText<'_>, words: impl Iterator<Item = &'w Word>) -> Self {
        let mut wanted = vec![false; text.vocabulary().len()];
        let mut count = 0;
        for word in words.filter(|word| !word.stop) {
            count += usize::from(!wanted[word.term as usize]);
            wanted[word.term as usize] = true;
        }
        Self { wanted, count }
    }

    /// Counts the words that are of the title.
    pub(super) fn occurrences(&self, words: &[Word]) -> f64 {
        to_f64(
            words
                .iter()
                .filter(|word| self.wanted[word.term as usize])
                .count(),
        )
    }

    /// Share of the title's words that stand among `words`, in [0, 1].
    fn share(&self, words: &[Word]) -> f64 {
        if self.count == 0 {
            return 0.0;
        }
        let mut found: Vec<u32> = words
            .iter()
            .map(|word| word.term)
            .filter(|&term| self.wanted[term as usize])
            .collect();
        found.sort_unstable();
        found.dedup();
        to_f64(found.len()) / to_f64(self.count)
    }
}

/// Tells whether a sentence opens with words that need the one before it.
pub(super) fn leans_back(text: &AnalyzedText<'_>, words: &[Word]) -> bool {
    /// The longest connectives have four or five words.
    const LONGEST_OPENING: usize = 5;
    let rules = text.rules;
    let opening: Vec<String> = words
        .iter()
        .take(LONGEST_OPENING)
        .map(|word| normalize(&text.text()[word.range.clone()], rules.casing))
        .collect();
    let opening = || opening.iter().map(String::as_str);
    rules.connectives.leading(opening()).is_some() || rules.pronouns.leading(opening()).is_some()
}

/// Tells whether a sentence is a quotation without anyone who says it.
fn is_bare_quote(text: &AnalyzedText<'_>, written: &str, words: &[Word]) -> bool {
    let quoted = written.starts_with(['«', '“', '"', '„', '「', '‘']);
    quoted
        && !words.iter().any(|word| {
            let form = &text.text()[word.range.clone()];
            let form = normalize(form, text.rules.casing);
            text.rules.speech_verbs.contains(&form)
        })
}
