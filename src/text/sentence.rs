//! Cuts a text into sentences and says which of them are furniture.
//!
//! Paragraphs first (line ends that are mere wrapping are seen through), then
//! Unicode sentence boundaries (UAX #29), then the repairs that real text
//! needs: abbreviations, initials, ordinals, quotes, ellipses.

mod abbreviation;
mod boundary;
mod dateline;
mod furniture;
mod paragraph;

use std::ops::Range;

use super::rules::Rules;

/// What kind of text a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentenceKind {
    /// Running text.
    Body,
    /// A heading inside the text or a teaser above it.
    Heading,
    /// Place, date or agency in front of a report.
    Dateline,
    /// Who wrote, edited or translated.
    Byline,
    /// Caption or credit of a picture.
    Caption,
    /// A pointer to something else to read.
    Link,
    /// No letter and no digit.
    Symbols,
}

/// A sentence's place and kind, before its words are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawSentence {
    /// Byte range in the text, without white space at its ends.
    pub range: Range<usize>,
    /// Position of its paragraph, from 0.
    pub paragraph: usize,
    /// What kind of text it is.
    pub kind: SentenceKind,
}

/// Cuts `text` into sentences by the rules of a language (BCP-47 primary
/// subtag); by those that hold everywhere when it is not known.
///
/// The ranges are in ascending order, never overlap, lie on character
/// boundaries and cover every character that is not white space.
#[must_use]
pub fn split(text: &str, language: &str) -> Vec<RawSentence> {
    let rules = Rules::of(language);
    let paragraphs = paragraph::split(text);
    let mut sentences = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let begin = sentences.len();
        let dateline_end = dateline::end(&paragraph.text, number, rules);
        let mut cut = |piece: Range<usize>, kind| {
            sentences.push(RawSentence {
                range: paragraph.start + piece.start..paragraph.start + piece.end,
                paragraph: number,
                kind,
            });
        };
        if let Some(end) = dateline_end {
            cut(0..end, SentenceKind::Dateline);
        }
        for piece in boundary::split(&paragraph.text, dateline_end.unwrap_or(0), rules) {
            cut(piece, SentenceKind::Body);
        }
        furniture::mark(text, &mut sentences[begin..], rules);
    }
    furniture::mark_headings(text, &mut sentences);
    sentences
}

/// Tells whether a string has a letter or a digit of any script.
pub(crate) fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Shrinks a byte range of `text` by the white space at its ends.
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = range.end - (piece.len() - piece.trim_end().len());
    start..end.max(start)
}
