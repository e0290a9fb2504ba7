//! Lines torn at links: some pages put each link on a line of its own and tear
//! the sentence that it stands in.
//!
//! "She met the mayor⏎Rosa Lind⏎, who …": what follows a link tells that both
//! stand inside a sentence. A page where that is seen has other links of which
//! nothing tells it: "… said the⏎New York⏎Times had asked him."

use crate::text::sentence::token::{count_words, ends_in_terminator, is_small};

use super::{Line, MIN_WRAP_COLUMN, is_item, opens_nothing, runs_on, width};

/// Longest link in words: a name of three, "Recep Tayyip Erdoğan".
const MAX_LINK_WORDS: usize = 3;

/// Two lines that follow each other, and what follows them, which may be
/// nothing. Rules look no further, so that texts of many short lines are read
/// in linear time.
#[derive(Clone, Copy)]
pub(super) struct Place<'l> {
    pub(super) line: &'l Line<'l>,
    pub(super) next: &'l Line<'l>,
    pub(super) after: Option<&'l Line<'l>>,
}

impl Place<'_> {
    /// Tells whether the second line is a link with its sentence on both
    /// sides.
    pub(super) fn is_tear(self) -> bool {
        is_open(self.line)
            && is_link(self.next)
            && self.after.is_some_and(|after| goes_on(self.next, after))
            && !self.is_list()
    }

    /// Three short lines in a row are a list, unless the third opens with a
    /// mark that can only go on.
    fn is_list(self) -> bool {
        let ends_list = |after: &Line<'_>| is_short(after) && after.text.starts_with(is_small);
        is_short(self.line) && is_short(self.next) && self.after.is_some_and(ends_list)
    }

    /// Tells, on a page that has tears, whether the text goes on behind the
    /// first line, which is `inside` a paragraph or begins one.
    pub(super) fn goes_on_at_link(self, inside: bool) -> bool {
        self.leads_to_link(inside)
            || inside && self.leads_from_link()
            || is_wide(self.next) && runs_on(self.line, self.next)
    }

    /// Tells whether a line breaks off before a link that prose follows. Only a
    /// single word is taken for one: two are a byline or a heading as often.
    fn leads_to_link(self, inside: bool) -> bool {
        is_open(self.line)
            && (inside || !is_short(self.line))
            && !is_heading_in_capitals(self.line.text)
            && is_link(self.next)
            && count_words(self.next.text, 2) == 1
            && self.after.is_some_and(is_wide)
    }

    /// Tells whether the first line is a link that goes on, unless a list
    /// follows.
    fn leads_from_link(self) -> bool {
        is_short(self.line) && !(is_short(self.next) && self.after.is_some_and(is_short))
    }
}

/// Tells whether the text goes on by what the next line opens with.
fn goes_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    opens_nothing(next.text) || runs_on(line, next)
}

/// Tells whether a line neither ends a sentence nor announces what follows.
fn is_open(line: &Line<'_>) -> bool {
    !line.text.is_empty() && !line.text.ends_with([':', '：']) && !ends_in_terminator(line.text)
}

/// Tells whether a line is too wide for a heading or an entry of a list.
fn is_wide(line: &Line<'_>) -> bool {
    width(line.text) >= MIN_WRAP_COLUMN
}

/// Tells whether a line is open and as short as a link.
fn is_short(line: &Line<'_>) -> bool {
    is_open(line) && count_words(line.text, MAX_LINK_WORDS + 1) <= MAX_LINK_WORDS
}

/// Tells whether a line can be a link: a few words that are neither an entry of
/// a list, a date or a rule of dashes nor a heading in capitals.
fn is_link(line: &Line<'_>) -> bool {
    is_short(line)
        && line.text.starts_with(char::is_alphabetic)
        && !is_item(line.text)
        && !is_heading_in_capitals(line.text)
}

/// Tells whether several words are all in capitals, as acronyms alone are in
/// links.
fn is_heading_in_capitals(line: &str) -> bool {
    line.contains(char::is_whitespace)
        && line.contains(char::is_uppercase)
        && !line.contains(is_small)
}
