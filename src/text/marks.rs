//! The characters of a text that are neither common letters nor digits nor
//! spaces: one in twenty, and the only ones at which rules of sentences begin
//! and of which a ranking takes note.
//!
//! They are found in one pass, so that nobody has to read the letters between
//! them once more.

use std::ops::Range;

use super::segment::{Kind, TABLED, tabled};

/// Bytes of text for which room for one mark is made.
const BYTES_PER_MARK: usize = 16;

/// Whether a character is no mark, for those in the table.
static PLAIN: [bool; TABLED as usize] = {
    let mut plain = [false; TABLED as usize];
    let mut code = 0;
    while code < TABLED {
        plain[code as usize] = is_plain(code);
        code += 1;
    }
    plain
};

/// Letters and digits that join words, and the space, but not tatweel, which is
/// a dash at times.
const fn is_plain(code: u32) -> bool {
    let arabic_digit = matches!(code, 0x660..=0x669 | 0x6F0..=0x6F9);
    let joins = matches!(tabled(code), Kind::Letter | Kind::Digit | Kind::Space);
    arabic_digit || joins && code != 0x640
}

/// A character that is no common letter, digit or space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its first byte.
    pub(crate) at: usize,
    pub(crate) char: char,
}

impl Mark {
    /// Returns the place behind it.
    pub(crate) fn end(self) -> usize {
        self.at + self.char.len_utf8()
    }
}

/// Lists the marks of a text in order.
pub(crate) fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::with_capacity(text.len() / BYTES_PER_MARK);
    let chars = text.char_indices().filter(|&(_, c)| is_mark(c));
    marks.extend(chars.map(|(at, char)| Mark { at, char }));
    marks
}

/// Tells whether a character is a mark.
pub(crate) fn is_mark(c: char) -> bool {
    match PLAIN.get(c as usize) {
        Some(plain) => !plain,
        None => !is_far_letter(c),
    }
}

/// Tells whether a character behind the table is a letter: Hindi, Bengali, Thai,
/// Vietnamese, Japanese, Chinese, Korean.
fn is_far_letter(c: char) -> bool {
    matches!(
        c,
        '\u{904}'..='\u{939}' | '\u{985}'..='\u{9B9}' | '\u{E01}'..='\u{E30}'
            | '\u{1E00}'..='\u{1EFF}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}'
            | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
    )
}

/// A piece of a text with its marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch<'t> {
    pub(crate) text: &'t str,
    marks: &'t [Mark],
    /// Place of its first byte in the text whose marks they are.
    start: usize,
}

impl<'t> Stretch<'t> {
    /// Takes a whole text with all its marks.
    pub(crate) fn new(text: &'t str, marks: &'t [Mark]) -> Self {
        let start = 0;
        Self { text, marks, start }
    }

    /// Returns the piece in a range of its bytes.
    pub(crate) fn get(self, range: Range<usize>) -> Self {
        let (start, end) = (self.start + range.start, self.start + range.end);
        let first = self.marks.partition_point(|mark| mark.at < start);
        let rest = &self.marks[first..];
        Self {
            text: &self.text[range],
            marks: &rest[..rest.partition_point(|mark| mark.at < end)],
            start,
        }
    }

    /// Returns what stands from a place on.
    pub(crate) fn after(self, place: usize) -> Self {
        self.get(place..self.text.len())
    }

    /// Lists its marks, by their places in it.
    pub(crate) fn marks(self) -> impl Iterator<Item = Mark> + Clone + use<'t> {
        let Self { marks, start, .. } = self;
        marks.iter().map(move |mark| Mark {
            at: mark.at - start,
            ..*mark
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_properties::CodePointMapData;
    use icu_properties::props::SentenceBreak;

    /// What is no mark is to the rules of Unicode a letter, a digit, a space or
    /// nothing: it neither ends sentences nor disappears in what it follows.
    #[test]
    fn only_letters_digits_and_spaces_are_no_marks() {
        let property = CodePointMapData::<SentenceBreak>::new();
        for c in ('\0'..=char::MAX).filter(|&c| !is_mark(c)) {
            let plain = [
                SentenceBreak::Lower,
                SentenceBreak::Upper,
                SentenceBreak::OLetter,
                SentenceBreak::Numeric,
                SentenceBreak::Sp,
                SentenceBreak::Other,
            ];
            assert!(plain.contains(&property.get(c)), "{c:?}");
        }
    }

    #[test]
    fn a_stretch_has_the_marks_that_stand_in_it() {
        let text = "قال: «نعم»، éA9.";
        let marks = marks(text);
        let whole = Stretch::new(text, &marks);
        let chars =
            |stretch: Stretch<'_>| stretch.marks().map(|mark| mark.char).collect::<String>();
        assert_eq!(chars(whole), ":«»،.");
        let from = text.find('«').expect("it is there");
        let rest = whole.after(from);
        assert!(
            rest.marks()
                .all(|mark| rest.text[mark.at..].starts_with(mark.char))
        );
        let inner = rest.get(0..rest.text.find('،').expect("it is there"));
        assert_eq!(chars(inner), "«»");
        assert!(
            inner
                .marks()
                .all(|mark| inner.text[..mark.end()].ends_with(mark.char))
        );
        assert_eq!(inner.after(inner.text.len()).marks().count(), 0);
    }
}
