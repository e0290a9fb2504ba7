//! Paragraphs: which line ends close one and which only wrap a long line.

use std::borrow::Cow;
use std::ops::Range;

/// A paragraph without white space at its ends.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    /// First byte in the whole text.
    pub(super) start: usize,
    /// The paragraph with wrapping line ends replaced by as many spaces, so
    /// that byte offsets stay those of the text.
    pub(super) text: Cow<'t, str>,
}

/// Widest line, in characters, of text that was wrapped by a program: mail
/// and terminals wrap at 72 to 80, some agencies near 100.
const MAX_WRAP_COLUMN: usize = 110;
/// Narrowest line that wrapping is assumed of; lists are narrower.
const MIN_WRAP_COLUMN: usize = 30;
/// Share of lines, in percent, that must be full for the text to be wrapped.
const MIN_FULL_PERCENT: usize = 80;
/// Fewest full lines from which wrapping is evident.
const MIN_FULL_LINES: usize = 2;

struct Line {
    /// Byte range without line end and white space at the ends.
    range: Range<usize>,
    /// Length in characters.
    width: usize,
    /// Length of the first word in characters.
    first_word: usize,
}

/// Splits a text into its paragraphs.
pub(super) fn split(text: &str) -> Vec<Paragraph<'_>> {
    let lines = lines(text);
    let wrap_column = wrap_column(text, &lines);
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut previous: Option<&Line> = None;
    for line in &lines {
        if line.range.is_empty() {
            close(text, &mut paragraphs, open.take());
            previous = None;
            continue;
        }
        let goes_on = previous.is_some_and(|before| joins(text, before, line, wrap_column));
        match open.as_mut() {
            Some(range) if goes_on => range.end = line.range.end,
            _ => close(text, &mut paragraphs, open.replace(line.range.clone())),
        }
        previous = Some(line);
    }
    close(text, &mut paragraphs, open);
    paragraphs
}

fn close<'t>(text: &'t str, paragraphs: &mut Vec<Paragraph<'t>>, range: Option<Range<usize>>) {
    let Some(range) = range else { return };
    let piece = &text[range.clone()];
    let unwrapped = if piece.contains(is_line_end) {
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
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, end) in text.match_indices(is_line_end) {
        // "\r\n" is one line end, not an empty line between two.
        let inside_crlf = end == "\n" && at > 0 && text.as_bytes()[at - 1] == b'\r';
        if !inside_crlf {
            lines.push(line(text, start..at));
        }
        start = at + end.len();
    }
    lines.push(line(text, start..text.len()));
    lines
}

fn line(text: &str, range: Range<usize>) -> Line {
    let range = super::trim(text, range);
    let content = &text[range.clone()];
    let first_word = content.split_whitespace().next().unwrap_or_default();
    Line {
        width: content.chars().count(),
        first_word: first_word.chars().count(),
        range,
    }
}

/// Tells whether a line ends only because a paragraph was wrapped there.
fn joins(text: &str, line: &Line, next: &Line, wrap_column: Option<usize>) -> bool {
    let next_text = &text[next.range.clone()];
    if starts_item(next_text) {
        return false;
    }
    if wrap_column.is_some_and(|column| is_full(line, next, column)) {
        return true;
    }
    line.width >= MIN_WRAP_COLUMN
        && line.width <= MAX_WRAP_COLUMN
        && next_text.starts_with(char::is_lowercase)
        && !ends_sentence(&text[line.range.clone()])
}

/// A wrapped line is full: the first word of the next one had no room.
fn is_full(line: &Line, next: &Line, column: usize) -> bool {
    line.width + 1 + next.first_word > column
}

/// Finds the column that the text was wrapped at, if it was.
fn wrap_column(text: &str, lines: &[Line]) -> Option<usize> {
    let pairs = || {
        lines
            .windows(2)
            .filter(|pair| !pair[0].range.is_empty() && !pair[1].range.is_empty())
    };
    let column = pairs().flatten().map(|line| line.width).max()?;
    if !(MIN_WRAP_COLUMN..=MAX_WRAP_COLUMN).contains(&column) {
        return None;
    }
    let total = pairs().count();
    let full = pairs().filter(|pair| is_full(&pair[0], &pair[1], column));
    let (mut count, mut open) = (0, 0);
    for pair in full {
        count += 1;
        open += usize::from(!ends_sentence(&text[pair[0].range.clone()]));
    }
    // Lines that each end a sentence are paragraphs, however even they look.
    let evident = count >= MIN_FULL_LINES
        && count * 100 >= total * MIN_FULL_PERCENT
        && open * 2 >= count;
    evident.then_some(column)
}

fn ends_sentence(line: &str) -> bool {
    let core = line.trim_end_matches(super::boundary::is_closer);
    core.ends_with(super::boundary::is_terminator)
}

/// Tells whether a line opens with a bullet or a number of a list.
fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '·' | '▪' | '●' | '◦' | '‣' | '■' | '*' | '–' | '-' | '—') => {
            chars.next().is_some_and(char::is_whitespace)
        }
        Some(c) if c.is_numeric() => {
            let rest = line.trim_start_matches(char::is_numeric);
            rest.strip_prefix(['.', ')', '-'])
                .is_some_and(|item| item.starts_with(char::is_whitespace))
        }
        _ => false,
    }
}
