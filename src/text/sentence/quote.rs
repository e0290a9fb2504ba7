//! Quotes and brackets: which open, which close, and which opened where.
//!
//! Most are both: `“` opens in English and closes in German, `"` does either
//! everywhere. The white space around one tells more than its shape.
//!
//! U+0091 to U+0094 are the quotes of Windows-1252 in a text that was read as
//! Latin-1. U+FFFD may be one that was lost, but also a blank or a letter: it
//! closes what it is glued to, before a blank, and is never half of a pair.

use super::lost::LostQuotes;
use super::token::{is_hangul, is_invisible, is_terminator};
use crate::text::marks::Stretch;
use crate::text::normalize::{is_alphanumeric, is_apostrophe};
use crate::text::rules::Rules;

/// What opens a quotation where „ is not on the keyboard.
pub(super) const TWO_COMMAS: &str = ",,";

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
                | '״'
                | '」'
                | '』'
                | '》'
                | '〉'
                | '\u{91}'..='\u{94}' | char::REPLACEMENT_CHARACTER
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

/// Tells whether a character opens a bracket.
pub(super) fn is_bracket_start(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '【' | '（' | '［' | '〔' | '﴿')
}

/// Returns the straight quote for the sign of Hebrew acronyms, which is set for
/// one.
fn plain(c: char) -> char {
    if c == '״' { '"' } else { c }
}

/// Tells whether the quote `c` opens, by its neighbours; for those between
/// which neighbours don't decide, by whether there is one that it closes.
fn opens(c: char, before: Option<char>, rest: &str, closes_open: bool) -> bool {
    let after = rest.chars().next();
    let apart = before.is_none_or(char::is_whitespace);
    let at_word = after.is_some_and(is_alphanumeric);
    let at_space = after.is_none_or(char::is_whitespace);
    match c {
        '«' | '‹' if before.is_some_and(is_terminator) && !closes_open => true,
        // Two of them are set for one: ‹‹…››, ''…'', and ‘’…’’ by programs that
        // turn the first.
        '«' | '“' | '‘' | '‹' | '’' | '\'' if apart && opens_doubled(c, rest) => true,
        '«' | '“' | '‘' if apart && after.is_some_and(opens_mark) => true,
        '«' | '“' | '‘' | '‹' | '\u{91}' | '\u{93}' => {
            at_word || apart && after.is_some_and(char::is_whitespace)
        }
        '»' | '”' | '’' | '›' | '″' | '\u{92}' | '\u{94}' => apart && at_word,
        char::REPLACEMENT_CHARACTER => apart || !at_space,
        '"' if apart && at_word => true,
        '"' if !apart && at_space => false,
        '"' => !closes_open,
        '\'' => at_word,
        _ => is_opener(c),
    }
}

/// Tells whether a quote is set twice before what it opens.
fn opens_doubled(first: char, rest: &str) -> bool {
    let mut next = rest.chars();
    let second = next.next();
    // These two close as well.
    let both = is_apostrophe(first) || second == Some('’');
    let doubles = second == Some(first) || (first, second) == ('‘', Some('’'));
    doubles && (!both || next.next().is_some_and(|c| !c.is_whitespace()))
}

/// Tells whether a character opens a question or an exclamation.
fn opens_mark(c: char) -> bool {
    matches!(c, '¿' | '¡')
}

/// Tells whether `end` closes what `start` opened.
pub(super) fn closes(start: char, end: char) -> bool {
    match plain(start) {
        '"' => plain(end) == '"',
        '\'' => end == start,
        '“' => matches!(end, '”' | '"'),
        '”' | '„' => matches!(end, '”' | '“' | '"'),
        '‘' | '‚' | '’' => matches!(end, '’' | '‘' | '\''),
        '«' => matches!(end, '»'),
        '»' => matches!(end, '«' | '»'),
        '\u{91}' => end == '\u{92}',
        '\u{93}' => end == '\u{94}',
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
    /// Whether question marks stand for some.
    pub(super) lost: LostQuotes,
}

impl<'p> Openings<'p> {
    /// Starts at a place of a paragraph other than its first byte.
    pub(super) fn starting_at(place: usize, paragraph: Stretch<'p>, rules: &Rules) -> Self {
        Self {
            paragraph,
            read_to: place,
            in_straight: false,
            open: Vec::new(),
            lost: LostQuotes::of(paragraph, rules),
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
            let rest = &text[start + mark.end()..];
            self.note(mark.char, before, rest, start + mark.at);
        }
        self.read_to = end;
    }

    fn note(&mut self, c: char, before: Option<char>, rest: &str, at: usize) {
        let after = rest.chars().next();
        // Korean writes particles at the quotation: ‘끝났다’고.
        let particle = before.is_some_and(is_hangul) && self.opening_of(c).is_some();
        if c == char::REPLACEMENT_CHARACTER {
            return;
        }
        let inside_word =
            before.is_some_and(is_alphanumeric) && after.is_some_and(is_alphanumeric) && !particle;
        // Apostrophes, and the Hebrew acronyms' gershayim.
        let quote = plain(c);
        if inside_word && (quote == '"' || is_apostrophe(quote)) {
            return;
        }
        let opens = opens(
            quote,
            before,
            rest,
            self.closes_open(quote, self.in_straight),
        );
        if quote == '"' {
            self.in_straight = opens;
        }
        if opens {
            self.open.push((c, at));
        } else if self.open.last().is_some_and(|&(start, _)| closes(start, c)) {
            self.open.pop();
        }
    }

    /// Tells whether a quote of two uses has one to close.
    fn closes_open(&self, c: char, in_straight: bool) -> bool {
        if c == '"' {
            in_straight
        } else {
            self.opening_of(c).is_some()
        }
    }

    /// Returns where the pair that `closer` closes was opened, if that is
    /// known.
    pub(super) fn opening_of(&self, closer: char) -> Option<usize> {
        let recent = self.open.iter().rev().take(MAX_NESTING);
        let mut matching = recent.filter(|&&(start, _)| closes(start, closer));
        matching.next().map(|&(_, at)| at)
    }

    /// Returns the pair that was opened last before a place and is still open,
    /// with where it was opened, as far as has been read.
    pub(super) fn last_open(&self, before: usize) -> Option<(char, usize)> {
        let mut open = self.open.iter().rev();
        open.find(|&&(_, at)| at < before).copied()
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
            if opens_direction(c) || gap > 0 && is_invisible(c) && !closes_direction(c) {
                return cut;
            }
            let before = text[..cut + gap].chars().next_back();
            let behind = &rest[c.len_utf8()..];
            let quote = plain(c);
            if opens(quote, before, behind, self.closes_open(quote, in_straight)) {
                return cut;
            }
            in_straight &= quote != '"';
            cut += gap + c.len_utf8();
        }
    }
}

/// Tells whether a character opens a run of another direction, which what follows it is written in.
fn opens_direction(c: char) -> bool {
    matches!(
        c,
        '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}'
    )
}

/// Tells whether a character closes such a run.
fn closes_direction(c: char) -> bool {
    matches!(c, '\u{202C}' | '\u{2069}')
}
