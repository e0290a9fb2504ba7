//! Words of a sentence as stems, each with its place in the text.

mod plain;
mod recent;

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::interner::{Interner, hash};
use super::normalize::{Casing, Shadow, is_word_char};
use super::rules::Rules;
use super::segment::segment;
use super::stem::Stemmer;
use crate::pace::{Pace, Stopped};
use plain::{Alphabet, Next, PlainReader, PlainWord};
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

/// Words that are looked up together.
const TOGETHER: usize = 64;

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

    /// Returns the bytes of a stem.
    pub(crate) fn stem_bytes(&self, term: TermId) -> &[u8] {
        self.stems.bytes(term)
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
        self.classes.reserve(words);
    }

    /// Returns what is known of a form, given as its bytes and their hash.
    fn classify(
        &mut self,
        form: &[u8],
        hash: u32,
        lexis: &Lexis,
        recent: &mut Recent,
    ) -> Option<Class> {
        if let Some(number) = self.forms.find(form, hash) {
            return self.classes.get(number as usize).copied();
        }
        if let Some(known) = recent.get(lexis.language, form, hash) {
            return Some(self.add(form, hash, known));
        }
        let spelling = str::from_utf8(form).ok()?;
        let stem = lexis.stemmer.stem(spelling);
        let known = lexis.known(spelling, &stem);
        recent.put(lexis.language, form, hash, known);
        Some(self.add(form, hash, known))
    }

    fn add(&mut self, form: &[u8], form_hash: u32, known: Known<'_>) -> Class {
        let class = Class {
            term: self.stems.intern(known.stem, hash(known.stem)),
            form: self.forms.add(form, form_hash),
            stop: known.stop,
            speech: known.speech,
        };
        self.classes.push(class);
        class
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
        Self {
            language: Language::new(code),
            stemmer: Stemmer::new(code),
            rules,
        }
    }

    /// Looks up what is known of a form with such a stem.
    fn known<'s>(&self, form: &str, stem: &'s str) -> Known<'s> {
        Known {
            stem: stem.as_bytes(),
            stop: self.rules.stop_words.contains(form),
            speech: self.rules.speech_verbs.contains(form),
        }
    }
}

/// Finds the words of texts in one language.
pub(crate) struct WordReader {
    alphabet: &'static Alphabet,
    general: General,
    apostrophe: Apostrophe,
    lexis: Lexis,
    unknown: Unknown,
    pub(crate) vocabulary: Vocabulary,
}

impl WordReader {
    pub(crate) fn new(language: &str, rules: &'static Rules) -> Self {
        Self {
            alphabet: Alphabet::of(rules.casing),
            general: General::new(rules.casing),
            apostrophe: Apostrophe::of_language(language),
            lexis: Lexis::new(language, rules),
            unknown: Unknown::default(),
            vocabulary: Vocabulary::default(),
        }
    }

    /// Appends the words of `source[piece]` to `words`, or only the first of
    /// them if the time is spent before: a text may be one endless sentence.
    pub(crate) fn read(
        &mut self,
        source: &str,
        piece: Range<usize>,
        words: &mut Vec<Word>,
        pace: &Pace<'_>,
    ) {
        // Whoever gave the time asks again whether it is spent.
        let _ = recent::with(|recent| self.read_with(recent, source, piece, words, pace));
    }

    fn read_with(
        &mut self,
        recent: &mut Recent,
        source: &str,
        piece: Range<usize>,
        words: &mut Vec<Word>,
        pace: &Pace<'_>,
    ) -> Result<(), Stopped> {
        let mut reader = PlainReader::new(self.alphabet, source, piece);
        loop {
            match reader.next() {
                Next::Word(word) => {
                    let form = reader.form();
                    self.apostrophe.part_plain(&word, form, &mut self.unknown);
                }
                Next::General(piece) => {
                    let Self {
                        general, unknown, ..
                    } = self;
                    general.read(source, piece, self.apostrophe, unknown);
                }
                Next::End => break,
            }
            if self.unknown.words.len() >= TOGETHER {
                self.look_up(recent, words, pace)?;
            }
        }
        self.look_up(recent, words, pace)
    }

    /// Appends the words that were read to `words`, with what is known of them;
    /// drops those that there is no time for.
    fn look_up(
        &mut self,
        recent: &mut Recent,
        words: &mut Vec<Word>,
        pace: &Pace<'_>,
    ) -> Result<(), Stopped> {
        let Unknown {
            forms,
            words: unknown,
        } = &mut self.unknown;
        recent.fetch(self.lexis.language, unknown.iter().map(|word| word.hash));
        let (mut start, mut stopped) = (0, Ok(()));
        for (count, word) in (1..).zip(unknown.drain(..)) {
            let form = &forms[start..word.form_end];
            start = word.form_end;
            let class = self
                .vocabulary
                .classify(form, word.hash, &self.lexis, recent);
            words.extend(class.map(|class| Word {
                range: word.range,
                term: class.term,
                form: class.form,
                stop: class.stop || word.glued,
                speech: class.speech,
            }));
            // Few sentences have so many words, so most cost no look at the time.
            if count % TOGETHER == 0 {
                stopped = pace.check();
                if stopped.is_err() {
                    break;
                }
            }
        }
        forms.clear();
        stopped
    }
}

/// Dictionaries, not the neural models: those read Thai at 0.5 MB/s, which
/// would let one document stop a server.
static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// Finds words in what no table knows.
struct General {
    /// The shadow of what is being read.
    shadow: Shadow,
}

impl General {
    fn new(casing: Casing) -> Self {
        Self {
            shadow: Shadow::new(casing, 0),
        }
    }

    fn read(
        &mut self,
        source: &str,
        piece: Range<usize>,
        apostrophe: Apostrophe,
        unknown: &mut Unknown,
    ) {
        self.shadow.clear();
        self.shadow.push(source, piece);
        segment(self.shadow.text(), *SEGMENTER, |form| {
            apostrophe.part(&self.shadow, form, unknown);
        });
    }
}

/// Words that are read and not looked up yet.
#[derive(Debug, Default)]
struct Unknown {
    /// The folded forms, one after the other.
    forms: Vec<u8>,
    words: Vec<UnknownWord>,
}

#[derive(Debug)]
struct UnknownWord {
    range: Range<usize>,
    /// Where its form ends.
    form_end: usize,
    hash: u32,
    /// Whether it is glued to another: then it carries no meaning of its own.
    glued: bool,
}

impl Unknown {
    /// Takes a word with its folded form and its place in the text.
    fn take(&mut self, form: &[u8], range: Range<usize>, glued: bool) {
        self.forms.extend_from_slice(form);
        self.words.push(UnknownWord {
            range,
            form_end: self.forms.len(),
            hash: hash(form),
            glued,
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

    /// Takes the one or two words that an apostrophe makes of a plain one.
    fn part_plain(self, word: &PlainWord, form: &[u8], unknown: &mut Unknown) {
        match word.apostrophe.clone().filter(|_| self != Self::Inside) {
            None => unknown.take(form, word.range.clone(), false),
            Some((at, place)) => {
                let (end, source_end) = if self.is_of_first() {
                    (at + 1, place.end)
                } else {
                    (at, place.start)
                };
                let (first, second) = (&form[..end], &form[at + 1..]);
                unknown.take(
                    first,
                    word.range.start..source_end,
                    self == Self::AfterArticle,
                );
                unknown.take(
                    second,
                    place.end..word.range.end,
                    self == Self::BeforeSuffix,
                );
            }
        }
    }

    /// Tells whether an apostrophe belongs to the first of the words that it
    /// parts: to "l'", not to the name before "'nin".
    fn is_of_first(self) -> bool {
        self == Self::AfterArticle
    }

    /// Takes the words that an apostrophe makes of a stretch of a shadow, which
    /// may hold none.
    fn part(self, shadow: &Shadow, form: Range<usize>, unknown: &mut Unknown) {
        let mut take = |form: Range<usize>, glued: bool| {
            // ICU's own notion of a word is false for one that ends in a
            // combining mark, so the characters decide.
            let text = &shadow.text()[form.clone()];
            if text.contains(is_word_char) {
                unknown.take(text.as_bytes(), shadow.source_range(&form), glued);
            }
        };
        match self.split(&shadow.text()[form.clone()]) {
            None => take(form, false),
            Some(at) => {
                let behind = form.start + at + 1;
                let first_end = behind - usize::from(!self.is_of_first());
                take(form.start..first_end, self == Self::AfterArticle);
                take(behind..form.end, self == Self::BeforeSuffix);
            }
        }
    }

    /// Returns where the first apostrophe of a word stands, if it parts it.
    fn split(self, form: &str) -> Option<usize> {
        if self == Self::Inside {
            return None;
        }
        let at = form.find('\'')?;
        (at + 1 < form.len()).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::pace::Budget;
    use proptest::prelude::*;

    fn reader(language: &str) -> WordReader {
        WordReader::new(language, Rules::of(language))
    }

    /// The words of a text with their forms.
    fn quick(language: &str, text: &str) -> Vec<(Word, String)> {
        let (mut reader, mut words) = (reader(language), Vec::new());
        reader.read(text, 0..text.len(), &mut words, &Pace::unlimited());
        with_forms(&reader, words)
    }

    /// The same by the general way alone.
    fn slow(language: &str, text: &str) -> Vec<(Word, String)> {
        let (mut reader, mut words) = (reader(language), Vec::new());
        recent::with(|recent| {
            let (whole, unknown) = (0..text.len(), &mut reader.unknown);
            reader.general.read(text, whole, reader.apostrophe, unknown);
            reader.look_up(recent, &mut words, &Pace::unlimited())
        })
        .expect("time without end");
        with_forms(&reader, words)
    }

    fn with_forms(reader: &WordReader, words: Vec<Word>) -> Vec<(Word, String)> {
        let form = |word: &Word| reader.vocabulary.form(word.form).to_owned();
        words
            .into_iter()
            .map(|word| (word.clone(), form(&word)))
            .collect()
    }

    #[test]
    fn reads_every_character_as_the_general_way_does() {
        for c in (0..0x3000).filter_map(char::from_u32) {
            for text in [
                format!("{c}"),
                format!("a{c} {c}a a{c}a 1{c}1 a{c}1 1{c}a"),
                format!("ب{c}ب ب'{c} {c}'ب {c}.{c},{c}:{c}"),
                format!("{c}\u{301} a{c}\u{301}a \u{301}{c} {c}\u{ad}a {c}{c}"),
            ] {
                for language in ["en", "tr", "fr"] {
                    assert_eq!(quick(language, &text), slow(language, &text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn a_turkish_name_is_the_same_with_endings() {
        let text = "Galatasaray Galatasaray'ın Galatasaray’ın Galatasaray\u{92}ın";
        let words = quick("tr", text);
        assert_eq!(words.len(), 7);
        for (word, form) in [&words[0], &words[1], &words[3], &words[5]] {
            assert_eq!(form, "galatasaray");
            assert_eq!(word.term, words[0].0.term);
            assert_eq!(&text[word.range.clone()], "Galatasaray");
        }
    }

    #[test]
    fn a_long_word_is_read_whole() {
        for letters in [59, 60, 61, 62, 63, 64, 65, 1_000] {
            let text = format!("a {} b", "é".repeat(letters / 2) + &"a".repeat(letters % 2));
            assert_eq!(quick("en", &text), slow("en", &text));
            assert_eq!(quick("en", &text).len(), 3);
        }
    }

    /// Time that is always up.
    struct NoTime;

    impl Budget for NoTime {
        fn time_left(&self) -> Duration {
            Duration::ZERO
        }
    }

    #[test]
    fn an_endless_sentence_is_not_read_on_without_time() {
        let spaced = "word ".repeat(10 * TOGETHER);
        // Without spaces all of it is read in the general way at once.
        let unspaced = "我们".repeat(10 * TOGETHER);
        for text in [spaced, unspaced] {
            let (mut reader, mut words) = (reader("zh"), Vec::new());
            let pace = Pace::within(&NoTime);
            reader.read(&text, 0..text.len(), &mut words, &pace);
            assert_eq!(words.len(), TOGETHER);
            // What was left unread comes in no later text.
            words.clear();
            reader.read("end", 0..3, &mut words, &Pace::unlimited());
            assert_eq!(words.len(), 1);
        }
    }

    proptest! {
        #[test]
        fn finds_what_the_general_way_finds(
            text in r#"([a-zA-ZاإةٱıİşßЖж0-9 .,:;'’\u{92}"«»،؟…–_\-אבé\u{301}\u{338}\u{200d}\u{ad}\u{64e}\u{a0}กกิ日本カ한ạ😀👍🏽🇸🇦हिं=]|\PC){0,40}"#
        ) {
            for language in ["en", "tr", "fr", "ar"] {
                prop_assert_eq!(quick(language, &text), slow(language, &text));
            }
        }
    }
}
