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
mod lost;
mod numeral;
mod paragraph;
mod place;
mod quote;
mod token;
mod unicode;
mod unstopped;

use std::ops::Range;

use furniture::announced::Announced;
use furniture::caption::is_credited_caption;
use furniture::{MAX_LINK_WORDS, boilerplate, greeting, heading};
use paragraph::Paragraph;
pub(crate) use token::is_unspaced;
use token::{count_words, ends_in_terminator, is_clock};

use super::marks::{Stretch, marks};
use super::normalize::{is_numeric, is_word_char};
use super::rules::Rules;

/// Paragraphs of running text at the beginning among which people are greeted.
const GREETED_PARAGRAPHS: usize = 2;

/// Bytes of text for which room for one sentence is made.
const BYTES_PER_SENTENCE: usize = 128;

/// What kind of text a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentenceKind {
    /// Running text.
    Body,
    /// A heading inside the text or a teaser above it.
    Heading,
    /// Place, date or agency in front of a report, or the time of publication.
    Dateline,
    /// Who wrote, edited or translated, or owns the page.
    Byline,
    /// Caption or credit of a picture.
    Caption,
    /// What pages have around a story: titles of other pages, buttons, menus,
    /// notices; below a press release, who sent it and whom to ask.
    Link,
    /// No letter and no digit; of a whole line, no letter, or a row of a table of
    /// which figures are half or more.
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
    let paragraphs = paragraph::split(whole);
    // Paragraphs longer than titles are told from them as well.
    let told_apart = |one: &Paragraph<'_>| {
        let text = one.stretch().text;
        ends_in_terminator(text) || count_words(text, MAX_LINK_WORDS + 1) > MAX_LINK_WORDS
    };
    let mut announced = Announced::new(rules.blanks_end || paragraphs.iter().any(told_apart));
    // Paragraphs of running text so far.
    let mut bodies = 0;
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let line = paragraph.stretch();
        let own_kind = furniture::line_kind(line.text, rules);
        let kind = own_kind.or_else(|| announced.kind(line.text));
        announced.read(line.text, own_kind, rules);
        let first = sentences.len();
        let pieces = cut(line, kind, bodies, joined, rules);
        sentences.extend(pieces.into_iter().map(|(piece, kind)| RawSentence {
            range: paragraph.start + piece.start..paragraph.start + piece.end,
            paragraph: number,
            kind,
        }));
        let has_body = |one: &RawSentence| one.kind == SentenceKind::Body;
        bodies += usize::from(sentences[first..].iter().any(has_body) && is_prose(line.text));
    }
    heading::mark(text, &mut sentences, rules);
    boilerplate::mark(text, &mut sentences);
    sentences
}

/// Tells whether a sentence may be the day of what is told: a number, a stop and no hour.
fn is_told_day(sentence: &str) -> bool {
    let day = sentence.strip_suffix(['.', '።', '۔']);
    day.is_some_and(|day| day.contains(is_numeric) && !day.contains(':') && !is_clock(day))
}

/// Tells whether a paragraph is no mere line of a page: it ends as sentences do,
/// or is longer than headlines are.
fn is_prose(paragraph: &str) -> bool {
    let long = heading::MAX_HEADLINE_WORDS + 1;
    ends_in_terminator(paragraph) || count_words(paragraph, long) >= long
}

/// Cuts a paragraph, of which so many of running text are before it, into its
/// dateline and its sentences; `kind` is what all of it is.
fn cut(
    line: Stretch<'_>,
    kind: Option<SentenceKind>,
    bodies: usize,
    joined: bool,
    rules: &Rules,
) -> Vec<(Range<usize>, SentenceKind)> {
    // "READ MORE:" looks like a dateline, so furniture is known first.
    let dateline_end = match kind {
        None => dateline::end(line, bodies, rules).unwrap_or(0),
        Some(_) => 0,
    };
    let pieces = boundary::split(line, dateline_end, rules);
    let credited = is_credited_caption(line.text, &pieces, rules);
    let kind = kind.or(credited.then_some(SentenceKind::Caption));
    let mut cut = Vec::with_capacity(pieces.len() + 1);
    if dateline_end > 0 {
        cut.push((0..dateline_end, SentenceKind::Dateline));
    }
    let mut previous = None;
    let mut before = "";
    let several = pieces.len() > 1;
    let first = pieces.first().map_or(0, |piece| piece.start);
    for piece in pieces {
        let sentence = line.get(piece.clone());
        let is_paragraph = !several && dateline_end == 0;
        // Between others a day with a stop is part of what is told.
        let is_inner = piece.start > first && piece.end < line.text.len();
        let mut own_kind = furniture::sentence_kind(sentence, is_paragraph, rules);
        let is_dateline = own_kind == Some(SentenceKind::Dateline);
        if is_dateline && is_inner && !joined && is_told_day(sentence.text) {
            own_kind = None;
        }
        if bodies < GREETED_PARAGRAPHS && greeting::is_greeting(sentence.text) {
            own_kind = own_kind.or(Some(SentenceKind::Heading));
        }
        if several && piece.end == line.text.len() {
            own_kind = own_kind.or_else(|| furniture::closing_kind(sentence.text, rules));
        }
        if joined && own_kind.is_none() {
            own_kind = furniture::joined_line_kind(sentence.text, previous, rules);
        }
        if previous == Some(SentenceKind::Link) && furniture::goes_on(before, sentence.text) {
            own_kind = own_kind.or(previous);
        }
        let rest = &line.text[piece.end..];
        if !rest.is_empty() && joint::is_capitals_heading(sentence.text) {
            own_kind = own_kind.or(Some(SentenceKind::Heading));
        }
        if joint::runs_into(sentence.text, rest) {
            own_kind = own_kind.or_else(|| furniture::run_in_heading_kind(sentence.text));
        }
        cut.push((piece, kind.or(own_kind).unwrap_or(SentenceKind::Body)));
        previous = own_kind;
        before = sentence.text;
    }
    cut
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
