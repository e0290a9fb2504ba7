//! Paragraphs: which line ends close one and which only wrap a long line.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::text::normalize::{is_common_letter, is_numeric};

use super::token::{ends_in_terminator, first_token, is_unspaced};

/// A paragraph without white space at its ends.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    /// First byte in the whole text.
    pub(super) start: usize,
    /// The paragraph with wrapping line ends replaced by as many spaces, so
    /// that byte offsets stay those of the text.
    pub(super) text: Cow<'t, str>,
}

/// Widest line, in columns (an ideograph takes two), of text that was wrapped by a program: mail
/// and terminals wrap at 72 to 80, some agencies near 100.
const MAX_WRAP_COLUMN: usize = 110;
/// Narrowest line that wrapping is assumed of; lists and headings are
/// narrower.
const MIN_WRAP_COLUMN: usize = 50;
/// Share of lines, in percent, that must be full for the text to be wrapped.
const MIN_FULL_PERCENT: usize = 80;
/// Fewest full lines from which wrapping is evident.
const MIN_FULL_LINES: usize = 2;

struct Line {
    /// Byte range without line end and white space at the ends.
    range: Range<usize>,
    /// Width in columns.
    width: usize,
    /// Width of what could have stood on the line before: the first word, or
    /// the first character where words are not spaced.
    first_word: usize,
}

/// Splits a text into its paragraphs.
pub(super) fn split(text: &str) -> Vec<Paragraph<'_>> {
    let lines = lines(text);
    let wrap_column = wrap_column(text, &lines);
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    let mut open: Option<Open> = None;
    let mut previous: Option<&Line> = None;
    for line in &lines {
        if line.range.is_empty() {
            close(text, &mut paragraphs, open.take());
            previous = None;
            continue;
        }
        match open.as_mut().zip(previous) {
            Some((open, before)) if joins(text, open.range.start, before, line, wrap_column) => {
                open.range.end = line.range.end;
                open.wrapped = true;
            }
            _ => {
                let next = Open {
                    range: line.range.clone(),
                    wrapped: false,
                };
                close(text, &mut paragraphs, open.replace(next));
            }
        }
        previous = Some(line);
    }
    close(text, &mut paragraphs, open);
    paragraphs
}

/// A paragraph of which more lines may come.
struct Open {
    range: Range<usize>,
    /// Whether it has more than one line.
    wrapped: bool,
}

fn close<'t>(text: &'t str, paragraphs: &mut Vec<Paragraph<'t>>, open: Option<Open>) {
    let Some(Open { range, wrapped }) = open else {
        return;
    };
    let piece = &text[range.clone()];
    let unwrapped = if wrapped {
        Cow::Owned(unwrap(piece))
    } else {
        Cow::Borrowed(piece)
    };
    paragraphs.push(Paragraph {
        start: range.start,
        text: unwrapped,
    });
}

/// Replaces each line end by spaces of the same length in bytes.
fn unwrap(piece: &str) -> String {
    let mut unwrapped = String::with_capacity(piece.len());
    for c in piece.chars() {
        if is_line_end(c) {
            unwrapped.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            unwrapped.push(c);
        }
    }
    unwrapped
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Lists the characters that end lines.
fn line_ends(text: &str) -> impl Iterator<Item = (usize, char)> {
    // Bytes are enough to look at: few characters begin with those two.
    let first_of_others = [0xC2, 0xE2];
    let bytes = text.bytes().enumerate();
    let first_bytes = bytes
        .filter(move |(_, byte)| matches!(byte, b'\n'..=b'\r') || first_of_others.contains(byte));
    let chars = first_bytes.filter_map(|(at, _)| Some((at, text[at..].chars().next()?)));
    chars.filter(|&(_, c)| is_line_end(c))
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, end) in line_ends(text) {
        // "\r\n" is one line end, not an empty line between two.
        let inside_crlf = end == '\n' && at > 0 && text.as_bytes()[at - 1] == b'\r';
        if !inside_crlf {
            lines.push(line(text, start..at));
        }
        start = at + end.len_utf8();
    }
    lines.push(line(text, start..text.len()));
    lines
}

fn line(text: &str, range: Range<usize>) -> Line {
    let range = super::trim(text, range);
    let content = &text[range.clone()];
    let word = content.split_whitespace().next().unwrap_or_default();
    let first_word = match word.chars().next() {
        Some(c) if is_unspaced(c) => c.width().unwrap_or_default(),
        _ => width(word),
    };
    Line {
        width: width(content),
        first_word,
        range,
    }
}

/// Counts columns as programs that wrap do: character by character, without
/// ligatures. Stops beyond the widest line that counts as wrapped, as no rule
/// tells wider ones apart.
fn width(text: &str) -> usize {
    let mut width = 0;
    for c in text.chars() {
        width += if is_common_letter(c) || c == ' ' {
            1
        } else {
            c.width().unwrap_or_default()
        };
        if width > MAX_WRAP_COLUMN {
            break;
        }
    }
    width
}

/// Tells whether a line ends only because a paragraph, which began at
/// `start`, was wrapped or torn there.
fn joins(text: &str, start: usize, line: &Line, next: &Line, wrap_column: Option<usize>) -> bool {
    let next_text = &text[next.range.clone()];
    if starts_item(next_text) {
        return false;
    }
    wrap_column.is_some_and(|column| is_full(line, next, column))
        || next_text.starts_with(opens_nothing)
        || runs_on(text, line, next)
            && (is_prose(line) || !text[start..].starts_with(char::is_lowercase))
}

/// Tells whether a character can only go on: pages that put each link on a
/// line of its own leave the comma after it at the head of the next.
fn opens_nothing(c: char) -> bool {
    matches!(c, ',' | '،' | ';' | '؛' | ')' | ']' | '»' | '”')
}

/// Lines of lists in small letters are narrower than those of prose.
fn is_prose(line: &Line) -> bool {
    (MIN_WRAP_COLUMN..=MAX_WRAP_COLUMN).contains(&line.width)
}

/// Tells whether the text itself goes on: no stop or colon, and a word in
/// small letters after it, which neither an address nor "iPhone" is.
fn runs_on(text: &str, line: &Line, next: &Line) -> bool {
    let (before, after) = (
        &text[line.range.clone()],
        first_token(&text[next.range.clone()]),
    );
    let word = after.trim_start_matches(['\'', '’']);
    word.starts_with(char::is_lowercase)
        && !word.contains(|c: char| c.is_uppercase() || matches!(c, '/' | '@' | '_'))
        && !before.ends_with([':', '：'])
        && !ends_in_terminator(before)
}

/// A wrapped line is full: the first word of the next one had no room.
fn is_full(line: &Line, next: &Line, column: usize) -> bool {
    line.width + 1 + next.first_word > column
}

/// Finds the column that the text was wrapped at, if it was.
fn wrap_column(text: &str, lines: &[Line]) -> Option<usize> {
    let pairs = || {
        lines
            .array_windows()
            .filter(|[line, next]: &&[Line; 2]| !line.range.is_empty() && !next.range.is_empty())
    };
    let column = pairs().flatten().map(|line| line.width).max()?;
    if !(MIN_WRAP_COLUMN..=MAX_WRAP_COLUMN).contains(&column) {
        return None;
    }
    let (mut full, mut open, mut short, mut last) = (0, 0, 0, 0);
    for [line, next] in pairs() {
        let ends = ends_in_terminator(&text[line.range.clone()]);
        // Some programs wrap early, so a line that runs on is as good.
        if is_full(line, next, column) || runs_on(text, line, next) {
            full += 1;
            open += usize::from(!ends);
        } else if ends {
            last += 1;
        } else {
            short += 1;
        }
    }
    // Lines that each end a sentence are paragraphs, however even they look;
    // a short one that does is the last of its own, as long as they are few.
    let evident = full >= MIN_FULL_LINES
        && full * 100 >= (full + short) * MIN_FULL_PERCENT
        && full >= last
        && open * 2 >= full;
    evident.then_some(column)
}

/// Tells whether a line opens with a bullet or a number of a list.
fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '·' | '▪' | '●' | '◦' | '‣' | '■' | '*' | '–' | '-' | '—') => {
            chars.next().is_some_and(char::is_whitespace)
        }
        Some(c) if c.is_numeric() => {
            let rest = line.trim_start_matches(is_numeric);
            rest.strip_prefix(['.', ')', '-'])
                .is_some_and(|item| item.starts_with(char::is_whitespace))
        }
        _ => false,
    }
}
