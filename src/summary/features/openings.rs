//! How a sentence is written: its opening, its quotations, its numerals.

use crate::summary::vector::{SentenceVectors, to_f64};
use crate::text::marks::{Mark, Stretch};
use crate::text::normalize::is_numeric;
use crate::text::word::Word;
use crate::text::{AnalyzedText, Sentence};

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
    /// Whether it opens with a pronoun, or with a verb of saying without its speaker.
    pub(super) pronoun: bool,
}

/// Words from which a connective tends to open another story.
const SHIFT_WORDS: usize = 2;

const OPENING_QUOTES: [char; 9] = ['«', '“', '"', '„', '「', '‘', '”', '\u{91}', '\u{93}'];
/// What opens that which is said.
const SAID_MARKS: [char; 7] = [':', '：', '«', '“', '"', '„', '「'];
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
            question: asks(written),
            exclamation: written.ends_with(['!', '！']),
            connective_words,
            pronoun,
        }
    }
}

/// Tells whether a sentence is a question, and its last mark not what is left of a quote.
fn asks(sentence: &str) -> bool {
    let quoted = || [".?", ",?"].iter().any(|end| sentence.ends_with(end));
    sentence.ends_with(['؟', '?', '？']) && !quoted() || sentence.ends_with("か。")
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

/// Tells of each candidate whether it stands inside a quotation that an earlier sentence of its
/// paragraph opened, and does not say who speaks.
pub(in crate::summary) fn go_on_speaking(
    text: &AnalyzedText<'_>,
    vectors: &SentenceVectors,
) -> Vec<bool> {
    let mut open = None;
    let mut paragraph = usize::MAX;
    let sentences = vectors.indices.iter().map(|&index| &text.sentences[index]);
    let goes_on = |sentence: &Sentence| {
        if std::mem::replace(&mut paragraph, sentence.paragraph) != sentence.paragraph {
            open = None;
        }
        let goes_on = open.is_some() && !text.words_of(sentence).iter().any(|word| word.speech);
        for mark in text.stretch_of(sentence).marks() {
            open = match open {
                Some(close) if close == mark.char => None,
                None => closer(mark.char),
                still => still,
            };
        }
        goes_on
    };
    sentences.map(goes_on).collect()
}

/// Returns what closes the quotation that a mark opens. Single marks are apostrophes too.
fn closer(opener: char) -> Option<char> {
    match opener {
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        '"' => Some('"'),
        '「' => Some('」'),
        _ => None,
    }
}

/// Tells whether a sentence opens with words that need the one before it.
pub(in crate::summary) fn leans_back(text: &AnalyzedText<'_>, words: &[Word]) -> bool {
    let (connective_words, pronoun) = leans(text, words);
    connective_words > 0 || pronoun
}

/// Counts the words of the connective that a sentence opens with, and tells
/// whether it opens with a pronoun, or with "said that" where verbs need none.
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
        rules.pronouns.leading(opening()).is_some() || says_without_speaker(text, words),
    )
}

/// Tells whether words open with a verb of saying and go on with what is said, in a language
/// whose verbs need no pronoun: «وأضاف أن …», "Añadió además que …". A connective may stand
/// before it. Readers of Arabic news choose such sentences half as often as others that open
/// with the verb.
fn says_without_speaker(text: &AnalyzedText<'_>, words: &[Word]) -> bool {
    let rules = text.rules;
    if rules.complementizers.is_empty() {
        return false;
    }
    let form = |word: &Word| text.vocabulary().form(word.form);
    let goes_on = |verb: &Word, rest: &[Word]| match rest {
        [that, ..] if opens_what_is_said(text, verb, that) => true,
        [that, ..] if rules.complementizers.contains(form(that)) => true,
        [between, that, ..] => between.stop && rules.complementizers.contains(form(that)),
        _ => false,
    };
    match words {
        [verb, rest @ ..] if verb.speech => goes_on(verb, rest),
        [before, verb, rest @ ..] if verb.speech => {
            rules
                .connectives
                .leading(std::iter::once(form(before)))
                .is_some()
                && goes_on(verb, rest)
        }
        _ => false,
    }
}

/// Tells whether a mark that opens what somebody says stands between two words.
fn opens_what_is_said(text: &AnalyzedText<'_>, one: &Word, next: &Word) -> bool {
    let gap = text.text().get(one.range.end..next.range.start);
    gap.is_some_and(|gap| gap.contains(SAID_MARKS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_of_saying_without_its_speaker_leans_back() {
        for (language, written, expected) in [
            ("ar", "وأضاف أن الأسعار ارتفعت.", true),
            ("ar", "كما أشار إلى أن الأسعار ارتفعت.", true),
            ("ar", "وتابع: «ارتفعت الأسعار».", true),
            ("ar", "وأضاف الوزير أن الأسعار ارتفعت.", false),
            ("ar", "وشدد على أن الأسعار ارتفعت.", true),
            ("ar", "ونقلت إلى المستشفى سيدة.", false),
            ("es", "Añadió que los precios subieron.", true),
            ("es", "Nadie dijo que los precios subieron.", false),
            ("it", "Ha detto che i prezzi sono saliti.", true),
            ("pt", "Disse ainda que os preços subiram.", true),
            ("pt", "Disse o ministro que os preços subiram.", false),
            ("en", "Many said: “Prices rise.”", false),
        ] {
            let text = AnalyzedText::new("", written, Some(language));
            let (_, pronoun) = leans(&text, &text.words);
            assert_eq!(pronoun, expected, "{written}");
        }
    }

    #[test]
    fn what_a_speaker_goes_on_with_is_known_by_the_open_quotation() {
        for (written, expected) in [
            (
                "“I don’t trust them. I never did. It is over,” she said. The hall emptied.",
                [false, true, false, false],
            ),
            (
                "\"I trusted them. I never did so again.\" Police came. They asked.",
                [false, true, false, false],
            ),
            (
                "«وثقت بهم. أخطأت. وانتهى الأمر» قالت الوزيرة. وغادرت القاعة.",
                [false, true, false, false],
            ),
            (
                "“I trusted them. It is over.\n\nPolice came. They asked.",
                [false, true, false, false],
            ),
        ] {
            let text = AnalyzedText::new("", written, None);
            let all: Vec<usize> = (0..text.sentences.len()).collect();
            let vectors = SentenceVectors::new(&text, &all);
            assert_eq!(go_on_speaking(&text, &vectors), expected, "{written}");
        }
    }
}
