//! Question marks that an encoding left of quotes and apostrophes: "?We won,? she said. It
//! wasn?t close."
//!
//! Where writers set a blank before a question mark or none behind it, as in "Who won ?We did",
//! the same marks ask, so a paragraph must show elsewhere that it lost its quotes.

use super::quote::is_closer;
use crate::text::marks::{Mark, Stretch};
use crate::text::normalize::is_alphanumeric;
use crate::text::rules::Rules;

/// Longest ending behind an apostrophe: "they?re".
const MAX_ENDING_LETTERS: usize = 2;

/// Whether question marks of a paragraph stand for quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct LostQuotes(bool);

impl LostQuotes {
    /// Looks for a question mark behind a comma or a full stop, or in place of an apostrophe, in
    /// a language of Latin letters that sets no blank before its own as French does.
    pub(super) fn of(paragraph: Stretch<'_>, rules: &Rules) -> Self {
        let shows = |mark: Mark| {
            let before = paragraph.text[..mark.at].chars().next_back();
            let after = &paragraph.text[mark.end()..];
            mark.char == '?'
                && before.is_some_and(|c| {
                    matches!(c, ',' | '.') || c.is_alphabetic() && opens_with_ending(after)
                })
        };
        Self(rules.latin && !rules.is("fr") && paragraph.marks().any(shows))
    }

    /// Tells whether a text behind a blank opens with a mark that stands for a quote.
    pub(super) fn open(self, text: &str) -> bool {
        let quoted = text.strip_prefix('?');
        self.0 && quoted.is_some_and(|quoted| quoted.starts_with(is_quoted))
    }

    /// Tells whether a text, behind which another follows at once or apart from it, ends in a
    /// mark that stands for a quote: one behind a comma, or one that opens what follows.
    pub(super) fn end(self, text: &str, spaced: bool, next: &str) -> bool {
        let before = text.strip_suffix('?').filter(|_| self.0);
        before.is_some_and(|before| {
            let opens = || before.ends_with(char::is_whitespace) && next.starts_with(is_quoted);
            before.ends_with(',') || !spaced && opens()
        })
    }
}

/// Tells whether a character may open what is quoted: a letter, a figure or what is left of one.
fn is_quoted(c: char) -> bool {
    is_alphanumeric(c) || c == char::REPLACEMENT_CHARACTER
}

/// Tells whether a text opens with the letter or two that stand behind an apostrophe, and no
/// name of a parameter: "page?id=4".
fn opens_with_ending(text: &str) -> bool {
    let rest = text.trim_start_matches(char::is_lowercase);
    let letters = text[..text.len() - rest.len()].chars();
    let ends = rest.is_empty()
        || rest.starts_with(|c: char| {
            c.is_whitespace() || is_closer(c) || matches!(c, '.' | ',' | '?')
        });
    ends && (1..=MAX_ENDING_LETTERS).contains(&letters.take(MAX_ENDING_LETTERS + 1).count())
}
