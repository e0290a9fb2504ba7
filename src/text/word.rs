//! Words of a sentence as stems, each with its place in the text.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::normalize::{Casing, Shadow, is_word_char};
use super::rules::Rules;
use super::stem::Stemmer;

/// Number of a stem in a [`Vocabulary`].
pub type TermId = u32;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Byte range in the text, marks included.
    pub range: Range<usize>,
    /// The stem.
    pub term: TermId,
    /// Whether the word is a function word.
    pub stop: bool,
    /// Whether the word is a verb of saying.
    pub speech: bool,
}

/// What is known of a word form.
#[derive(Debug, Clone, Copy)]
struct Class {
    term: TermId,
    stop: bool,
    speech: bool,
}

/// The stems of one document, each with a number.
///
/// Numbers are given in order of first appearance, so they are the same
/// whenever the document is.
#[derive(Debug, Default)]
pub struct Vocabulary {
    stems: Vec<Box<str>>,
    ids: HashMap<Box<str>, TermId, FixedState>,
    /// What is known of each word form, so that each is stemmed only once.
    forms: HashMap<Box<str>, Class, FixedState>,
}

impl Vocabulary {
    /// Returns the number of different stems.
    #[must_use]
    pub fn len(&self) -> usize {
        self.stems.len()
    }

    /// Tells whether no word has been seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    /// Returns the stem of a number that this vocabulary gave.
    #[must_use]
    pub fn stem(&self, term: TermId) -> &str {
        self.stems.get(term as usize).map_or("", |stem| stem)
    }

    fn intern(&mut self, stem: &str) -> TermId {
        if let Some(&id) = self.ids.get(stem) {
            return id;
        }
        // A text has fewer words than bytes, and bytes are bounded far below.
        let id = TermId::try_from(self.stems.len()).unwrap_or(TermId::MAX);
        self.stems.push(stem.into());
        self.ids.insert(stem.into(), id);
        id
    }
}

/// Finds the words of texts in one language.
pub(crate) struct WordReader {
    segmenter: WordSegmenterBorrowed<'static>,
    stemmer: Stemmer,
    rules: &'static Rules,
    apostrophe: Apostrophe,
    pub(crate) vocabulary: Vocabulary,
}

impl WordReader {
    pub(crate) fn new(language: &str, rules: &'static Rules) -> Self {
        Self {
            // Dictionaries, not the neural models: those read Thai at
            // 0.5 MB/s, which would let one document stop a server.
            segmenter: WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()),
            stemmer: Stemmer::new(language),
            rules,
            apostrophe: Apostrophe::of_language(language),
            vocabulary: Vocabulary::default(),
        }
    }

    pub(crate) fn casing(&self) -> Casing {
        self.rules.casing
    }

    /// Appends the words of `source[piece]` to `words`, with `shadow` as the
    /// shadow of the whole source.
    pub(crate) fn read(
        &mut self,
        source: &str,
        piece: Range<usize>,
        shadow: &mut Shadow,
        words: &mut Vec<Word>,
    ) {
        let part = shadow.push(source, piece);
        let text = &shadow.text()[part.clone()];
        let mut start = 0;
        for end in self.segmenter.segment_str(text).skip(1) {
            let (head, tail) = self.apostrophe.split(&text[start..end]);
            let middle = part.start + end - tail.len();
            let article = self.apostrophe == Apostrophe::AfterArticle && !tail.is_empty();
            self.push(head, part.start + start, article, shadow, words);
            let suffix = self.apostrophe == Apostrophe::BeforeSuffix;
            self.push(tail, middle, suffix, shadow, words);
            start = end;
        }
    }

    /// Appends a word that stands at `start` in the shadow, if it is one;
    /// `glued` ones carry no meaning of their own.
    fn push(
        &mut self,
        form: &str,
        start: usize,
        glued: bool,
        shadow: &Shadow,
        words: &mut Vec<Word>,
    ) {
        // ICU's own notion of a word is false for one that ends in a
        // combining mark, so the characters decide.
        if !form.chars().any(is_word_char) {
            return;
        }
        let class = classify(&mut self.vocabulary, &self.stemmer, self.rules, form);
        words.push(Word {
            range: shadow.source_range(&(start..start + form.len())),
            term: class.term,
            stop: class.stop || glued,
            speech: class.speech,
        });
    }
}

/// What an apostrophe inside a word does in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Apostrophe {
    /// It belongs to the word: "don't".
    Inside,
    /// It ends an elided article or preposition: "l'armée".
    AfterArticle,
    /// It begins the endings of a name: "Türkiye'nin".
    BeforeSuffix,
}

impl Apostrophe {
    fn of_language(code: &str) -> Self {
        match code {
            "fr" | "it" | "ca" | "oc" | "pt" => Self::AfterArticle,
            "tr" | "az" => Self::BeforeSuffix,
            _ => Self::Inside,
        }
    }

    /// Splits a word behind its first apostrophe.
    fn split(self, form: &str) -> (&str, &str) {
        match form.find('\'') {
            Some(at) if self != Self::Inside => form.split_at(at + 1),
            _ => (form, ""),
        }
    }
}

fn classify(vocabulary: &mut Vocabulary, stemmer: &Stemmer, rules: &Rules, form: &str) -> Class {
    if let Some(&known) = vocabulary.forms.get(form) {
        return known;
    }
    let term = vocabulary.intern(&stemmer.stem(form));
    let class = Class {
        term,
        stop: rules.stop_words.contains(form),
        speech: rules.speech_verbs.contains(form),
    };
    vocabulary.forms.insert(form.into(), class);
    class
}
