//! Words of a sentence as stems, each with its place in the text.

mod recent;

use std::ops::Range;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::interner::{Interner, hash};
use super::normalize::{Shadow, is_word_char};
use super::rules::Rules;
use super::segment::segment;
use super::stem::Stemmer;
use recent::{Known, Language, Recent};

/// Number of a stem in a [`Vocabulary`].
pub type TermId = u32;

/// Number of a word form in a [`Vocabulary`].
pub type FormId = u32;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Byte range in the text, marks included.
    pub range: Range<usize>,
    /// The stem.
    pub term: TermId,
    /// The normalised spelling.
    pub form: FormId,
    /// Whether the word is a function word.
    pub stop: bool,
    /// Whether the word is a verb of saying.
    pub speech: bool,
}

/// Most forms that room is made for before they come; longer texts repeat
/// themselves.
const USUAL_FORMS: usize = 1_024;

/// What is known of a word form.
#[derive(Debug, Clone, Copy)]
struct Class {
    term: TermId,
    form: FormId,
    stop: bool,
    speech: bool,
}

/// The stems of one document, each with a number.
///
/// Numbers are given in order of first appearance, so they are the same
/// whenever the document is.
#[derive(Debug, Default)]
pub struct Vocabulary {
    stems: Interner,
    forms: Interner,
    /// What is known of each form, so that each is stemmed only once.
    classes: Vec<Class>,
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
        self.stems.len() == 0
    }

    /// Returns the stem of a number that this vocabulary gave.
    #[must_use]
    pub fn stem(&self, term: TermId) -> &str {
        self.stems.get(term)
    }

    /// Returns the normalised spelling of a number that this vocabulary gave.
    #[must_use]
    pub fn form(&self, form: FormId) -> &str {
        self.forms.get(form)
    }

    /// Makes room for the words of a text.
    pub(crate) fn reserve(&mut self, words: usize) {
        let words = words.min(USUAL_FORMS);
        self.forms.reserve(words);
        self.stems.reserve(words);
    }

    /// Returns what is known of a form.
    fn classify(&mut self, spelling: &str, lexis: &Lexis, recent: &mut Recent) -> Class {
        let hash = hash(spelling);
        let (number, is_new) = self.forms.intern(spelling, hash);
        if let Some(&class) = self.classes.get(number as usize).filter(|_| !is_new) {
            return class;
        }
        let class = if let Some(known) = recent.get(lexis.language, spelling, hash) {
            self.class(number, known)
        } else {
            let stem = lexis.stemmer.stem(spelling);
            let known = lexis.known(spelling, &stem);
            recent.put(lexis.language, spelling, hash, known);
            self.class(number, known)
        };
        self.classes.push(class);
        class
    }

    fn class(&mut self, form: FormId, known: Known<'_>) -> Class {
        Class {
            term: self.stems.intern(known.stem, known.stem_hash).0,
            form,
            stop: known.stop,
            speech: known.speech,
        }
    }
}

/// What a language knows of its words.
struct Lexis {
    /// Whose words are remembered, if they are.
    language: Language,
    stemmer: Stemmer,
    rules: &'static Rules,
}

impl Lexis {
    fn new(code: &str, rules: &'static Rules) -> Self {
        let stemmer = Stemmer::new(code);
        // To remember a word costs more than a light stemmer does: Arabic
        // news would take a twelfth longer.
        let language = if stemmer.is_costly() {
            Language::new(code)
        } else {
            Language::NONE
        };
        Self {
            language,
            stemmer,
            rules,
        }
    }

    /// Looks up what is known of a form with such a stem.
    fn known<'s>(&self, form: &str, stem: &'s str) -> Known<'s> {
        Known {
            stem,
            stem_hash: hash(stem),
            stop: self.rules.stop_words.contains(form),
            speech: self.rules.speech_verbs.contains(form),
        }
    }
}

/// Finds the words of texts in one language.
pub(crate) struct WordReader {
    segmenter: WordSegmenterBorrowed<'static>,
    lexis: Lexis,
    apostrophe: Apostrophe,
    /// The shadow of what is being read.
    shadow: Shadow,
    pub(crate) vocabulary: Vocabulary,
}

impl WordReader {
    pub(crate) fn new(language: &str, rules: &'static Rules) -> Self {
        Self {
            // Dictionaries, not the neural models: those read Thai at
            // 0.5 MB/s, which would let one document stop a server.
            segmenter: WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()),
            lexis: Lexis::new(language, rules),
            apostrophe: Apostrophe::of_language(language),
            shadow: Shadow::new(rules.casing, 0),
            vocabulary: Vocabulary::default(),
        }
    }

    /// Appends the words of `source[piece]` to `words`.
    pub(crate) fn read(&mut self, source: &str, piece: Range<usize>, words: &mut Vec<Word>) {
        recent::with(|recent| self.read_with(recent, source, piece, words));
    }

    fn read_with(
        &mut self,
        recent: &mut Recent,
        source: &str,
        piece: Range<usize>,
        words: &mut Vec<Word>,
    ) {
        self.shadow.clear();
        self.shadow.push(source, piece);
        let Self {
            segmenter,
            lexis,
            apostrophe,
            shadow,
            vocabulary,
        } = self;
        // A glued word carries no meaning of its own.
        let mut push = |form: Range<usize>, glued: bool| {
            // ICU's own notion of a word is false for one that ends in a
            // combining mark, so the characters decide.
            let text = &shadow.text()[form.clone()];
            if text.contains(is_word_char) {
                let class = vocabulary.classify(text, lexis, recent);
                words.push(Word {
                    range: shadow.source_range(&form),
                    term: class.term,
                    form: class.form,
                    stop: class.stop || glued,
                    speech: class.speech,
                });
            }
        };
        segment(shadow.text(), *segmenter, |form| {
            match apostrophe.split(&shadow.text()[form.clone()]) {
                None => push(form, false),
                Some(length) => {
                    let middle = form.start + length;
                    push(form.start..middle, *apostrophe == Apostrophe::AfterArticle);
                    push(middle..form.end, *apostrophe == Apostrophe::BeforeSuffix);
                }
            }
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

    /// Returns how much of a word its first apostrophe parts from a rest.
    fn split(self, form: &str) -> Option<usize> {
        if self == Self::Inside {
            return None;
        }
        let length = form.find('\'')? + 1;
        (length < form.len()).then_some(length)
    }
}
