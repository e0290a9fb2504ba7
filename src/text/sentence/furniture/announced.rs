//! Lines that a label on the line before announces: the titles of other pages
//! below "Read also:", the name below "Author", the text of a caption.

use super::super::SentenceKind;
use super::super::token::{count_words, ends_in_terminator, is_small, words};
use super::signature::MAX_SIGNED_WORDS;
use super::{MAX_LINK_WORDS, caption, is_bare_byline, is_bare_link};
use crate::text::rules::Rules;

/// Most titles below a label.
const MOST_TITLES: usize = 4;

/// What stands in names beside letters, and in notes behind them.
const NAME_MARKS: [char; 8] = [' ', '.', '-', '\'', '’', ',', '(', ')'];

/// What the lines below may be.
#[derive(Default)]
pub(in super::super) struct Announced {
    kind: Option<SentenceKind>,
    /// Lines that may yet be announced.
    left: usize,
    /// Whether the label is on the line before.
    at_once: bool,
    /// Whether titles can be told from the paragraphs of the text: by stops, by length,
    /// or by the blanks of Thai.
    told_apart: bool,
}

impl Announced {
    /// Starts above a text, from whose paragraphs titles can be told or not.
    pub(in super::super) fn new(told_apart: bool) -> Self {
        Self {
            told_apart,
            ..Self::default()
        }
    }

    /// Tells what a line is if it is announced.
    pub(in super::super) fn kind(&self, line: &str) -> Option<SentenceKind> {
        let kind = self.kind.filter(|_| self.left > 0)?;
        let fits = match kind {
            SentenceKind::Byline => may_be_name(line),
            SentenceKind::Caption => true,
            _ => self.told_apart && (may_be_title(line) || self.at_once && may_be_question(line)),
        };
        fits.then_some(kind)
    }

    /// Takes note of a line, whose kind is known without those before it.
    pub(in super::super) fn read(
        &mut self,
        line: &str,
        own_kind: Option<SentenceKind>,
        rules: &Rules,
    ) {
        let announces = match own_kind {
            Some(SentenceKind::Link) if is_bare_link(line, rules) => MOST_TITLES,
            Some(SentenceKind::Byline) if is_bare_byline(line, rules) => 1,
            Some(SentenceKind::Caption) if caption::is_bare_label(line, rules) => 1,
            _ => 0,
        };
        if announces > 0 {
            *self = Self {
                kind: own_kind,
                left: announces,
                at_once: true,
                ..*self
            };
            return;
        }
        let goes_on =
            own_kind.is_some() || may_be_title(line) || self.at_once && may_be_question(line);
        self.left = match own_kind {
            _ if !goes_on || self.kind != Some(SentenceKind::Link) => 0,
            None => self.left.saturating_sub(1),
            Some(_) => self.left,
        };
        self.at_once = false;
    }
}

/// Tells whether a line may be the title of another page.
fn may_be_title(line: &str) -> bool {
    let introduces = line.ends_with([':', '：']);
    !introduces
        && !ends_in_terminator(line)
        && count_words(line, MAX_LINK_WORDS + 1) <= MAX_LINK_WORDS
}

/// Tells whether a line may be a title that asks.
fn may_be_question(line: &str) -> bool {
    line.strip_suffix(['?', '؟', '？'])
        .is_some_and(may_be_title)
}

/// Tells whether a line may be the name of a person.
pub(super) fn may_be_name(line: &str) -> bool {
    !ends_in_terminator(line)
        && count_words(line, MAX_SIGNED_WORDS + 1) <= MAX_SIGNED_WORDS
        && line
            .chars()
            .all(|c| c.is_alphabetic() || NAME_MARKS.contains(&c))
        && !words(line).any(|word| word.starts_with(is_small))
}
