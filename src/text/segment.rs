//! Cuts a normalised text into words by Unicode's rules (UAX #29).
//!
//! Most text is letters, digits and common punctuation of which the rules have
//! little to say; a table and one look ahead decide there what the whole
//! algorithm would. Whatever stands between two spaces and holds any other
//! character is left to ICU.

use std::ops::Range;
use std::str::CharIndices;

use icu_segmenter::WordSegmenterBorrowed;

/// What the rules make of a character, by its `Word_Break` property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `ALetter`: joins letters and digits.
    Letter,
    /// `Numeric`: joins letters and digits.
    Digit,
    /// `MidLetter`: joins two letters that it stands between.
    BetweenLetters,
    /// `MidNum`: joins two digits.
    BetweenDigits,
    /// `MidNumLet` and `Single_Quote`: joins two letters or two digits.
    Between,
    /// No word, and in no word.
    Apart,
    /// `WSegSpace`: a boundary stands before it, whatever it follows.
    Space,
    /// Anything else: the whole algorithm decides.
    Other,
}

/// Characters that are looked up in a table: Latin to Arabic.
pub(super) const TABLED: u32 = 0x800;
static KINDS: [Kind; TABLED as usize] = {
    let mut kinds = [Kind::Other; TABLED as usize];
    let mut code = 0;
    while code < TABLED {
        kinds[code as usize] = tabled(code);
        code += 1;
    }
    kinds
};

/// The kinds of the characters in [`KINDS`]. Hebrew letters have rules of
/// their own, and so has the underscore; both are left out.
pub(super) const fn tabled(code: u32) -> Kind {
    match code {
        0x41..=0x5A
        | 0x61..=0x7A
        | 0xC0..=0xD6
        | 0xD8..=0xF6
        | 0xF8..=0x24F
        | 0x391..=0x3A1
        | 0x3A3..=0x3CE
        | 0x400..=0x481
        | 0x48A..=0x52F
        | 0x620..=0x64A
        | 0x66E..=0x66F
        | 0x671..=0x6D3
        | 0x6D5 => Kind::Letter,
        0x30..=0x39 => Kind::Digit,
        0x20 => Kind::Space,
        0x3A | 0xB7 => Kind::BetweenLetters,
        0x2C | 0x3B | 0x60C => Kind::BetweenDigits,
        0x2E | 0x27 => Kind::Between,
        0x5F => Kind::Other,
        0..=0x7E
        | 0xA1..=0xA7
        | 0xA9
        | 0xAB
        | 0xAC
        | 0xAE
        | 0xB0
        | 0xB1
        | 0xB6
        | 0xBB
        | 0xBF
        | 0xD7
        | 0xF7
        | 0x61B
        | 0x61F
        | 0x66A
        | 0x6D4 => Kind::Apart,
        _ => Kind::Other,
    }
}

impl Kind {
    pub(super) fn of(c: char) -> Self {
        match KINDS.get(c as usize) {
            Some(&kind) => kind,
            None => match c {
                '\u{1E00}'..='\u{1EFF}' => Self::Letter,
                '\u{2010}'..='\u{2015}' | '\u{2022}' | '\u{2039}' | '\u{203A}' => Self::Apart,
                _ => Self::Other,
            },
        }
    }

    fn is_word(self) -> bool {
        matches!(self, Self::Letter | Self::Digit)
    }

    /// Tells whether a mark of this kind makes one word of what stands on its
    /// two sides.
    pub(super) fn joins(self, before: Self, after: Self) -> bool {
        let letters = before == Self::Letter && after == Self::Letter;
        let digits = before == Self::Digit && after == Self::Digit;
        match self {
            Self::BetweenLetters => letters,
            Self::BetweenDigits => digits,
            Self::Between => letters || digits,
            _ => false,
        }
    }
}

/// Calls `each` with every stretch of a text that the rules leave in one
/// piece and that has a letter or digit, in order; others may be among them.
pub(super) fn segment(
    text: &str,
    unicode: WordSegmenterBorrowed<'_>,
    mut each: impl FnMut(Range<usize>),
) {
    let mut start = 0;
    while start < text.len() {
        let hard = plain(text, start, &mut each);
        let end = text[hard..].find(' ').map_or(text.len(), |at| hard + at);
        let mut from = hard;
        for at in unicode.segment_str(&text[hard..end]).skip(1) {
            each(from..hard + at);
            from = hard + at;
        }
        start = end;
    }
}

/// Lists words from `start` on by the table alone. Returns the boundary from
/// which the next character that the table does not know can matter.
fn plain(text: &str, start: usize, each: &mut impl FnMut(Range<usize>)) -> usize {
    let mut reader = Reader(text[start..].char_indices());
    loop {
        let at = start + reader.0.offset();
        match reader.next() {
            None => return text.len(),
            Some(Kind::Other) => return at,
            Some(kind) if kind.is_word() => match reader.end_of_word(kind) {
                Some(end) => each(at..start + end),
                None => return at,
            },
            Some(_) => {}
        }
    }
}

/// Reads the kinds of characters.
struct Reader<'t>(CharIndices<'t>);

impl Reader<'_> {
    fn next(&mut self) -> Option<Kind> {
        self.0.next().map(|(_, c)| Kind::of(c))
    }

    fn peek(&self) -> Option<Kind> {
        self.0.clone().next().map(|(_, c)| Kind::of(c))
    }

    /// Reads on to the end of a word whose last character so far is of kind
    /// `last`; `None` if a character that the table does not know may belong
    /// to it.
    fn end_of_word(&mut self, mut last: Kind) -> Option<usize> {
        loop {
            let end = self.0.offset();
            match self.next() {
                Some(Kind::Other) => return None,
                Some(kind) if kind.is_word() => last = kind,
                None | Some(Kind::Apart | Kind::Space) => return Some(end),
                Some(mark) => match self.peek() {
                    Some(Kind::Other) => return None,
                    Some(after) if mark.joins(last, after) => {}
                    _ => return Some(end),
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::{Casing, is_word_char, normalize};
    use icu_segmenter::WordSegmenter;
    use icu_segmenter::options::WordBreakInvariantOptions;
    use proptest::prelude::*;

    fn unicode() -> WordSegmenterBorrowed<'static> {
        WordSegmenter::new_dictionary(WordBreakInvariantOptions::default())
    }

    fn with_word(text: &str, ranges: Vec<Range<usize>>) -> Vec<&str> {
        let pieces = ranges.into_iter().map(|range| &text[range]);
        pieces.filter(|one| one.contains(is_word_char)).collect()
    }

    fn ours(text: &str) -> Vec<&str> {
        let mut ranges = Vec::new();
        segment(text, unicode(), |range| ranges.push(range));
        with_word(text, ranges)
    }

    fn theirs(text: &str) -> Vec<&str> {
        let ends: Vec<usize> = unicode().segment_str(text).collect();
        with_word(text, ends.windows(2).map(|pair| pair[0]..pair[1]).collect())
    }

    #[test]
    fn the_table_says_of_every_character_what_unicode_says() {
        let known = (0..0x3000).filter_map(char::from_u32);
        for c in known.filter(|&c| Kind::of(c) != Kind::Other) {
            for text in [
                format!("{c}"),
                format!("a{c}"),
                format!("{c}a"),
                format!("a{c}a"),
                format!("1{c}1"),
                format!("a{c}1"),
                format!("1{c}a"),
                format!("a{c}{c}a"),
                format!("ب{c}ب {c}'{c}"),
                format!("{c}.{c},{c}:{c} {c}_{c}"),
                format!("{c}\u{301}{c}'\u{301}{c}"),
            ] {
                assert_eq!(ours(&text), theirs(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn joins_what_a_mark_stands_inside() {
        assert_eq!(
            ours("l'armée u.s. a.b, 3,5 3.5"),
            ["l'armée", "u.s", "a.b", "3,5", "3.5"]
        );
        assert_eq!(ours("قال، «نعم» (3:2)؟ لا."), ["قال", "نعم", "3", "2", "لا"]);
    }

    proptest! {
        #[test]
        fn finds_the_words_that_unicode_finds(
            text in r#"([a-zا-ي0-9 .,:;'"«»،؟_\-אבé\u{301}\u{200d}\u{ad}กกิ日本カ한😀👍🏽🇸🇦हिं]|\PC){0,40}"#
        ) {
            let text = normalize(&text, Casing::Common);
            prop_assert_eq!(ours(&text), theirs(&text));
        }
    }
}
