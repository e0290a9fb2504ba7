//! Cuts a text into sentences and says which of them are furniture.
//!
//! Paragraphs first (line ends that are mere wrapping are seen through), then
//! Unicode sentence boundaries (UAX #29), then the repairs that real text
//! needs: abbreviations, initials, ordinals, quotes, ellipses.

mod abbreviation;
mod blank;
mod boundary;
mod candidate;
mod dateline;
mod furniture;
mod initials;
mod joint;
mod line;
mod numeral;
mod paragraph;
mod place;
mod quote;
mod token;
mod unicode;
mod unstopped;

use std::ops::Range;

use super::marks::{Stretch, marks};
use super::normalize::is_word_char;
use super::rules::Rules;

/// Bytes of text for which room for one sentence is made.
const BYTES_PER_SENTENCE: usize = 128;

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
    split_marked(Stretch::new(text, &marks(text)), language)
}

/// Does the same as [`split`] with a text whose marks are known.
pub(crate) fn split_marked(whole: Stretch<'_>, language: &str) -> Vec<RawSentence> {
    let rules = Rules::of(language);
    let text = whole.text;
    let joined = line::are_joined(whole);
    let mut sentences = Vec::with_capacity(text.len() / BYTES_PER_SENTENCE);
    let mut titles = Titles::default();
    // Paragraphs so far that are not furniture.
    let mut bodies = 0;
    for (number, paragraph) in paragraph::split(whole).iter().enumerate() {
        let stretch = paragraph.stretch();
        let own_kind = furniture::line_kind(stretch.text, rules);
        let mut kind = own_kind.or_else(|| titles.kind(stretch.text));
        titles.read(stretch.text, own_kind, rules);
        // "READ MORE:" looks like a dateline, so furniture is known first.
        let dateline_end = match kind {
            None => dateline::end(stretch, bodies, rules).unwrap_or(0),
            Some(_) => 0,
        };
        bodies += usize::from(own_kind.is_none());
        let mut push = |piece: Range<usize>, kind| {
            sentences.push(RawSentence {
                range: paragraph.start + piece.start..paragraph.start + piece.end,
                paragraph: number,
                kind,
            });
        };
        if dateline_end > 0 {
            push(0..dateline_end, SentenceKind::Dateline);
        }
        let mut previous = None;
        let pieces = boundary::split(stretch, dateline_end, rules);
        if furniture::is_credited_caption(stretch.text, &pieces, rules) {
            kind = kind.or(Some(SentenceKind::Caption));
        }
        for piece in pieces {
            let sentence = stretch.get(piece.clone());
            let mut own_kind = furniture::sentence_kind(sentence, rules);
            if joined && own_kind.is_none() {
                own_kind = furniture::joined_line_kind(sentence.text, previous, rules);
            }
            let rest = &stretch.text[piece.end..];
            if !rest.is_empty() && joint::is_capitals_heading(sentence.text) {
                own_kind = own_kind.or(Some(SentenceKind::Heading));
            }
            if joint::runs_into(sentence.text, rest) {
                own_kind = own_kind.or_else(|| furniture::run_in_heading_kind(sentence.text));
            }
            push(piece, kind.or(own_kind).unwrap_or(SentenceKind::Body));
            previous = own_kind;
        }
    }
    furniture::mark_headings(text, &mut sentences);
    sentences
}

/// The titles of other pages that a label announces: "Read also:" on a line of
/// its own, and each title on the next ones.
#[derive(Default)]
struct Titles {
    /// Lines that may yet be titles.
    left: usize,
}

impl Titles {
    /// Most titles below a label.
    const MOST: usize = 4;

    /// Tells what a line is if it is one of them.
    fn kind(&self, line: &str) -> Option<SentenceKind> {
        (self.left > 0 && furniture::may_be_title(line)).then_some(SentenceKind::Link)
    }

    /// Takes note of a line, whose kind is known without those before it.
    fn read(&mut self, line: &str, own_kind: Option<SentenceKind>, rules: &Rules) {
        self.left = match own_kind {
            Some(SentenceKind::Link) if furniture::is_bare_label(line, rules) => Self::MOST,
            None if furniture::may_be_title(line) => self.left.saturating_sub(1),
            None => 0,
            Some(_) => self.left,
        };
    }
}

/// Tells whether a string has a letter or a digit of any script.
pub(crate) fn has_word(text: &str) -> bool {
    text.chars().any(is_word_char)
}

/// Shrinks a byte range of `text` by the white space at its ends.
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = range.end - (piece.len() - piece.trim_end().len());
    start..end.max(start)
}
