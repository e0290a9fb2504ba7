//! How a sentence is written: its opening, its quotations, its numerals.

use crate::summary::vector::{SentenceVectors, to_f64};
use crate::text::AnalyzedText;
use crate::text::marks::{Mark, Stretch};
use crate::text::normalize::is_numeric;
use crate::text::word::Word;

/// What the writing of one sentence shows.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "observations that don't exclude each other"
)]
pub(super) struct Openings {
    /// Share of words with a digit.
    pub(super) numerals: f64,
    /// Share of the words after the first that open with a capital.
    pub(super) capitals: f64,
    pub(super) marks: Marks,
    pub(super) opens_with_quote: bool,
    /// Whether a verb of saying stands in it.
    pub(super) says: bool,
    pub(super) question: bool,
    pub(super) exclamation: bool,
    /// Number of words of the connective that it opens with, 0 for none: long
    /// ones ("on the other hand") tend to open another story, short ones to go
    /// on with the one before.
    pub(super) connective_words: usize,
    /// Whether it opens with a pronoun.
    pub(super) pronoun: bool,
}

/// Words from which a connective tends to open another story.
const SHIFT_WORDS: usize = 2;

const OPENING_QUOTES: [char; 9] = ['«', '“', '"', '„', '「', '‘', '”', '\u{91}', '\u{93}'];
const CLOSING_QUOTES: [char; 8] = ['»', '”', '"', '“', '」', '’', '\u{92}', '\u{94}'];

impl Openings {
    pub(super) fn all(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<Self> {
        let sentences = vectors.indices.iter().map(|&index| &text.sentences[index]);
        sentences
            .map(|sentence| Self::of(text, text.stretch_of(sentence), text.words_of(sentence)))
            .collect()
    }

    pub(super) fn opens_with_connective(&self) -> bool {
        self.connective_words > 0
    }

    pub(super) fn opens_another_story(&self) -> bool {
        self.connective_words >= SHIFT_WORDS
    }

    pub(super) fn leans_back(&self) -> bool {
        self.opens_with_connective() || self.pronoun
    }

    fn of(text: &AnalyzedText<'_>, stretch: Stretch<'_>, words: &[Word]) -> Self {
        let written = stretch.text;
        // Most first letters have no capital or are none; the tables behind the
        // others are slow.
        let capital = |c: char| !matches!(c, 'a'..='z' | '\u{600}'..='\u{6FF}') && c.is_uppercase();
        let form = |word: &Word| &text.text()[word.range.clone()];
        let share = |count: usize| to_f64(count) / to_f64(words.len().max(1));
        let digits = words
            .iter()
            .filter(|word| form(word).starts_with(is_numeric));
        let capitals = words
            .iter()
            .skip(1)
            .filter(|word| form(word).starts_with(capital));
        let (connective_words, pronoun) = leans(text, words);
        Self {
            numerals: share(digits.count()),
            capitals: share(capitals.count()),
            marks: Marks::of(stretch),
            opens_with_quote: written.starts_with(OPENING_QUOTES),
            says: words.iter().any(|word| word.speech),
            question: written.ends_with(['؟', '?', '？']),
            exclamation: written.ends_with(['!', '！']),
            connective_words,
            pronoun,
        }
    }
}

/// The punctuation inside one sentence.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Share of the bytes between an opening and a closing quotation mark; a
    /// mark that is never closed quotes up to the end.
    pub(super) quoted: f64,
    /// Number of commas and semicolons.
    pub(super) commas: usize,
    pub(super) colons: usize,
}

impl Marks {
    fn of(stretch: Stretch<'_>) -> Self {
        let mut marks = Self::default();
        let mut quoted = 0;
        let mut open = None;
        for Mark { at, char: c } in stretch.marks() {
            match (c, open) {
                (',' | '،' | '؛' | ';' | '、' | '，', _) => marks.commas += 1,
                (':' | '：', _) => marks.colons += 1,
                (c, None) if OPENING_QUOTES.contains(&c) => open = Some(at),
                (c, Some(start)) if CLOSING_QUOTES.contains(&c) => {
                    quoted += at - start;
                    open = None;
                }
                _ => {}
            }
        }
        let length = stretch.text.len();
        quoted += open.map_or(0, |start| length - start);
        marks.quoted = to_f64(quoted) / to_f64(length.max(1));
        marks
    }
}

/// Tells whether a sentence opens with words that need the one before it.
pub(in crate::summary) fn leans_back(text: &AnalyzedText<'_>, words: &[Word]) -> bool {
    let (connective_words, pronoun) = leans(text, words);
    connective_words > 0 || pronoun
}

/// Counts the words of the connective that a sentence opens with, and tells
/// whether it opens with a pronoun.
fn leans(text: &AnalyzedText<'_>, words: &[Word]) -> (usize, bool) {
    /// The longest connectives have four or five words.
    const LONGEST_OPENING: usize = 5;
    let rules = text.rules;
    let opening = || {
        let first = words.iter().take(LONGEST_OPENING);
        first.map(|word| text.vocabulary().form(word.form))
    };
    (
        rules.connectives.leading(opening()).unwrap_or(0),
        rules.pronouns.leading(opening()).is_some(),
    )
}
