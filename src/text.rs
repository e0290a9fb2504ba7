//! The text core: from a string to sentences and words that know their place.
//!
//! ```text
//! text ─ language ─ marks ─ sentences ─ words ─ stems
//!           │                   │         │
//!        census              UAX #29    NFKC and letter folding:
//!        + rules             + repairs  a table, a shadow where it ends
//! ```

mod block;
pub(crate) mod interner;
pub mod language;
pub(crate) mod languages;
pub(crate) mod marks;
pub mod normalize;
pub(crate) mod rules;
mod segment;
pub mod sentence;
pub mod span;
mod stem;
pub mod word;

use std::ops::Range;

use crate::pace::Pace;
use language::Detection;
use marks::{Mark, Stretch};
use rules::Rules;
use sentence::SentenceKind;
use span::SpanIndex;
use word::{Vocabulary, Word, WordReader};

/// Bytes of text for which room for one word is made: an English word and its
/// space have six, an Arabic one eleven.
const BYTES_PER_WORD: usize = 8;

/// A sentence of an analysed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Byte range in the text, without white space at its ends.
    pub range: Range<usize>,
    /// Position of its paragraph, from 0.
    pub paragraph: usize,
    /// What kind of text it is.
    pub kind: SentenceKind,
    /// Range of its words in [`AnalyzedText::words`].
    pub words: Range<usize>,
}

/// The language of a text and how it is known.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLanguage {
    /// BCP-47 primary subtag, "und" when unknown.
    pub code: String,
    /// Probability that `code` is right, in [0, 1].
    pub confidence: f32,
    /// Whether the caller named it.
    pub declared: bool,
    /// What the text itself looks like.
    pub detected: Detection,
}

/// A text with its title, cut into sentences and words.
pub struct AnalyzedText<'t> {
    /// Converts byte ranges of the text to spans.
    pub spans: SpanIndex<'t>,
    /// The language that the rules were taken from.
    pub language: TextLanguage,
    /// All sentences in order, furniture included.
    pub sentences: Vec<Sentence>,
    /// All words of the text in order.
    pub words: Vec<Word>,
    /// The title as it was given.
    pub title: &'t str,
    /// All words of the title in order.
    pub title_words: Vec<Word>,
    pub(crate) rules: &'static Rules,
    marks: Vec<Mark>,
    reader: WordReader,
}

impl std::fmt::Debug for AnalyzedText<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AnalyzedText")
            .field("language", &self.language)
            .field("sentences", &self.sentences.len())
            .field("words", &self.words.len())
            .finish_non_exhaustive()
    }
}

impl<'t> AnalyzedText<'t> {
    /// Analyses a text and its title, which may be empty, in the language
    /// named by its BCP-47 primary subtag or else in the one detected.
    ///
    /// Takes time linear in the length of both. Never fails: whatever the
    /// text is, it has sentences unless it is blank.
    #[must_use]
    pub fn new(title: &'t str, text: &'t str, declared: Option<&str>) -> Self {
        Self::within(title, text, declared, &Pace::unlimited())
    }

    /// Does the same as [`new`](Self::new) while there is time; what is made
    /// with a spent `pace` lacks words and must be thrown away.
    #[must_use]
    pub fn within(title: &'t str, text: &'t str, declared: Option<&str>, pace: &Pace<'_>) -> Self {
        let language = text_language(title, text, declared);
        let rules = Rules::of(&language.code);
        let mut reader = WordReader::new(&language.code, rules);
        let about = text.len() / BYTES_PER_WORD;
        reader.vocabulary.reserve(about);
        let mut words = Vec::with_capacity(about);
        let marks = marks::marks(text);
        let sentences = sentence::split_marked(Stretch::new(text, &marks), &language.code)
            .into_iter()
            .take_while(|_| !pace.is_spent())
            .map(|raw| {
                let first = words.len();
                reader.read(text, raw.range.clone(), &mut words, pace);
                Sentence {
                    range: raw.range,
                    paragraph: raw.paragraph,
                    kind: raw.kind,
                    words: first..words.len(),
                }
            })
            .collect();
        let mut analyzed = Self {
            spans: SpanIndex::new(text),
            language,
            sentences,
            words,
            title,
            title_words: Vec::new(),
            rules,
            marks,
            reader,
        };
        analyzed.title_words = analyzed.read_within(title, pace);
        analyzed
    }

    /// Returns the text as it was given.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.spans.text()
    }

    /// Returns the stems of title and text.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.reader.vocabulary
    }

    /// Returns the words of a sentence.
    #[must_use]
    pub fn words_of(&self, sentence: &Sentence) -> &[Word] {
        &self.words[sentence.words.clone()]
    }

    /// Returns a sentence as it was written, with its marks.
    pub(crate) fn stretch_of(&self, sentence: &Sentence) -> Stretch<'_> {
        Stretch::new(self.text(), &self.marks).get(sentence.range.clone())
    }

    /// Reads the words of another string, such as a query, with the same
    /// stems and the same numbers.
    pub fn read_more(&mut self, other: &str) -> Vec<Word> {
        self.read_within(other, &Pace::unlimited())
    }

    fn read_within(&mut self, other: &str, pace: &Pace<'_>) -> Vec<Word> {
        let mut words = Vec::new();
        self.reader.read(other, 0..other.len(), &mut words, pace);
        words
    }
}

fn text_language(title: &str, text: &str, declared: Option<&str>) -> TextLanguage {
    let mut detected = language::detect(text);
    if detected.code == language::UNKNOWN {
        detected = language::detect(title);
    }
    match declared {
        Some(code) => TextLanguage {
            code: code.to_owned(),
            confidence: 1.0,
            declared: true,
            detected,
        },
        None => TextLanguage {
            code: detected.code.to_owned(),
            confidence: detected.confidence,
            declared: false,
            detected,
        },
    }
}

/// Returns the codes of the languages whose words and rules are known, in
/// alphabetical order.
pub fn known_languages() -> impl Iterator<Item = &'static str> {
    languages::ALL.iter().map(|data| data.code)
}
