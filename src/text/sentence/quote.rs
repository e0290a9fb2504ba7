//! Quotes and brackets: which open, which close, and which opened where.
//!
//! Most are both: `“` opens in English and closes in German, `"` does either
//! everywhere. The white space around one tells more than its shape.

use super::token::is_invisible;
use crate::text::marks::Stretch;
use crate::text::normalize::is_alphanumeric;

/// How many open pairs are looked through for the one that closes.
const MAX_NESTING: usize = 8;

/// Tells whether a character can close a quotation or a bracket. Invisible
/// characters stay with what stands before them, too.
pub(super) fn is_closer(c: char) -> bool {
    is_bracket_end(c)
        || is_invisible(c)
        || matches!(
            c,
            '"' | '\''
                | '”'
                | '’'
                | '»'
                | '›'
                | '“'
                | '«'
                | '‘'
                | '‹'
                | '″'
                | '」'
                | '』'
                | '》'
                | '〉'
        )
}

/// Tells whether a character closes a bracket.
pub(super) fn is_bracket_end(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '】' | '）' | '］' | '〕' | '﴾')
}

/// Tells whether a character can only open.
pub(super) fn is_opener(c: char) -> bool {
    is_bracket_start(c) || matches!(c, '„' | '‚' | '「' | '『' | '《' | '〈' | '¿' | '¡')
}

fn is_bracket_start(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '【' | '（' | '［' | '〔' | '﴿')
}

/// Tells whether the quote `c` opens, by its neighbours; for a straight one
/// between which neighbours don't decide, by whether another is open.
fn opens(c: char, before: Option<char>, after: Option<char>, in_straight: bool) -> bool {
    let apart = before.is_none_or(char::is_whitespace);
    let at_word = after.is_some_and(is_alphanumeric);
    let at_space = after.is_none_or(char::is_whitespace);
    match c {
        '«' | '“' | '‘' | '‹' => at_word || apart && after.is_some_and(char::is_whitespace),
        '»' | '”' | '’' | '›' | '″' => apart && at_word,
        '"' if apart && at_word => true,
        '"' if !apart && at_space => false,
        '"' => !in_straight,
        '\'' => at_word,
        _ => is_opener(c),
    }
}

/// Tells whether `end` closes what `start` opened.
fn closes(start: char, end: char) -> bool {
    match start {
        '"' | '\'' => end == start,
        '“' => matches!(end, '”' | '"'),
        '”' | '„' => matches!(end, '”' | '“' | '"'),
        '‘' | '‚' | '’' => matches!(end, '’' | '‘' | '\''),
        '«' => matches!(end, '»'),
        '»' => matches!(end, '«' | '»'),
        '‹' => end == '›',
        '›' => end == '‹',
        '「' => end == '」',
        '『' => end == '』',
        '《' => end == '》',
        '〈' => end == '〉',
        _ => is_bracket_start(start) && is_bracket_end(end),
    }
}

/// The quotes and brackets of a paragraph that are open, read as far as the
/// sentences are found.
pub(super) struct Openings<'p> {
    paragraph: Stretch<'p>,
    read_to: usize,
    in_straight: bool,
    open: Vec<(char, usize)>,
}

impl<'p> Openings<'p> {
    /// Starts at a place of a paragraph other than its first byte.
    pub(super) fn starting_at(place: usize, paragraph: Stretch<'p>) -> Self {
        Self {
            paragraph,
            read_to: place,
            in_straight: false,
            open: Vec::new(),
        }
    }

    /// Forgets what was opened in a sentence that has ended.
    pub(super) fn forget(&mut self) {
        self.open.clear();
    }

    /// Reads on to `place`.
    pub(super) fn read(&mut self, place: usize) {
        let (start, end) = (self.read_to, place.max(self.read_to));
        let text = self.paragraph.text;
        let unread = self.paragraph.get(start..end).marks();
        for mark in unread.filter(|mark| is_opener(mark.char) || is_closer(mark.char)) {
            let before = text[..start + mark.at].chars().next_back();
            let after = text[start + mark.end()..].chars().next();
            self.note(mark.char, before, after, start + mark.at);
        }
        self.read_to = end;
    }

    fn note(&mut self, c: char, before: Option<char>, after: Option<char>, at: usize) {
        let inside_word = before.is_some_and(is_alphanumeric) && after.is_some_and(is_alphanumeric);
        // Apostrophes, and the Hebrew acronyms' gershayim.
        if inside_word && matches!(c, '"' | '\'' | '’') {
            return;
        }
        let opens = opens(c, before, after, self.in_straight);
        if c == '"' {
            self.in_straight = opens;
        }
        if opens {
            self.open.push((c, at));
        } else if self.open.last().is_some_and(|&(start, _)| closes(start, c)) {
            self.open.pop();
        }
    }

    /// Returns where the pair that `closer` closes was opened, if that is
    /// known.
    pub(super) fn opening_of(&self, closer: char) -> Option<usize> {
        let recent = self.open.iter().rev().take(MAX_NESTING);
        let mut matching = recent.filter(|&&(start, _)| closes(start, closer));
        matching.next().map(|&(_, at)| at)
    }

    /// Returns the place behind the quotes and brackets that close what ends
    /// at `end`, and before those that open what follows.
    pub(super) fn past_closers(&self, end: usize) -> usize {
        let text = self.paragraph.text;
        let mut cut = end;
        let mut in_straight = self.in_straight;
        loop {
            let gap = text[cut..].len() - text[cut..].trim_start().len();
            let rest = &text[cut + gap..];
            let Some(c) = rest.chars().next().filter(|&c| is_closer(c)) else {
                return cut;
            };
            let before = text[..cut + gap].chars().next_back();
            let after = rest[c.len_utf8()..].chars().next();
            if opens(c, before, after, in_straight) {
                return cut;
            }
            in_straight &= c != '"';
            cut += gap + c.len_utf8();
        }
    }
}
