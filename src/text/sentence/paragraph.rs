//! Paragraphs: which line ends close one and which only wrap a long line or
//! tear one at a link.

mod torn;

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::text::normalize::{is_alphanumeric, is_apostrophe, is_common_letter, is_numeric};

use self::torn::Place;
use super::token::{
    ends_in_terminator, first_token, is_cased, is_clock, is_small, is_thai, is_unspaced,
};
use crate::text::marks::{Mark, Stretch, marks};

/// A paragraph without white space at its ends.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    /// First byte in the whole text.
    pub(super) start: usize,
    content: Content<'t>,
}

#[derive(Debug)]
enum Content<'t> {
    AsWritten(Stretch<'t>),
    /// With wrapping line ends replaced by as many spaces, so that byte
    /// offsets stay those of the text.
    Unwrapped(String, Vec<Mark>),
}

impl Paragraph<'_> {
    /// Returns the paragraph as one line.
    pub(super) fn stretch(&self) -> Stretch<'_> {
        match &self.content {
            Content::AsWritten(stretch) => *stretch,
            Content::Unwrapped(text, marks) => Stretch::new(text, marks),
        }
    }
}

/// Widest line, in columns (an ideograph takes two), of text that was wrapped by a program: mail
/// and terminals wrap at 72 to 80, some agencies near 100.
const MAX_WRAP_COLUMN: usize = 120;
/// Narrowest line that wrapping is assumed of; lists and headings are
/// narrower.
const MIN_WRAP_COLUMN: usize = 50;
/// Share of lines, in percent, that must be full for the text to be wrapped.
const MIN_FULL_PERCENT: usize = 80;
/// Fewest full lines from which wrapping is evident.
const MIN_FULL_LINES: usize = 2;

/// What stands before the name of who wrote, in small letters.
const BYLINE_PREPOSITIONS: &[&str] = &[
    "by", "di", "de", "da", "do", "door", "von", "par", "por", "av",
];
/// Longest name of who wrote, in tokens.
const MAX_NAME_TOKENS: usize = 4;

/// A line without its end and white space at its ends.
struct Line<'t> {
    /// First byte in the whole text.
    start: usize,
    text: &'t str,
    /// Blanks before it.
    indent: usize,
}

impl Line<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Returns the column that the line reaches: the indent of a first line takes its room.
    fn reach(&self) -> usize {
        self.indent + width(self.text)
    }

    /// Returns the width of what could have stood on the line before: the
    /// first word, or the first character where words are not spaced.
    fn first_word_width(&self) -> usize {
        let word = self.text.split_whitespace().next().unwrap_or_default();
        match word.chars().next() {
            Some(c) if is_unspaced(c) => c.width().unwrap_or_default(),
            _ => width(word),
        }
    }
}

/// Splits a text into its paragraphs.
pub(super) fn split(whole: Stretch<'_>) -> Vec<Paragraph<'_>> {
    let text = whole.text;
    let lines = lines(whole);
    let layout = Layout::of(&lines);
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    let mut open: Option<Open> = None;
    let mut previous: Option<&Line<'_>> = None;
    for (number, line) in lines.iter().enumerate() {
        if line.text.is_empty() {
            close(whole, &mut paragraphs, open.take());
            previous = None;
            continue;
        }
        let place = previous.map(|previous| Place {
            line: previous,
            next: line,
            after: lines.get(number + 1),
        });
        match open.as_mut().zip(place) {
            Some((open, place)) if joins(text, open, place, &layout) => {
                open.range.end = line.end();
                open.wrapped = true;
            }
            _ => {
                let next = Open {
                    range: line.start..line.end(),
                    wrapped: false,
                };
                close(whole, &mut paragraphs, open.replace(next));
            }
        }
        previous = Some(line);
    }
    close(whole, &mut paragraphs, open);
    paragraphs
}

/// A paragraph of which more lines may come.
struct Open {
    range: Range<usize>,
    /// Whether it has more than one line.
    wrapped: bool,
}

fn close<'t>(text: Stretch<'t>, paragraphs: &mut Vec<Paragraph<'t>>, open: Option<Open>) {
    let Some(Open { range, wrapped }) = open else {
        return;
    };
    let start = range.start;
    let written = text.get(range);
    let content = if wrapped {
        let text = unwrap(written.text);
        let marks = marks(&text);
        Content::Unwrapped(text, marks)
    } else {
        Content::AsWritten(written)
    };
    paragraphs.push(Paragraph { start, content });
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

fn lines(text: Stretch<'_>) -> Vec<Line<'_>> {
    let ends = text.marks().filter(|mark| is_line_end(mark.char));
    let text = text.text;
    let mut lines = Vec::new();
    let mut start = 0;
    for end in ends {
        // "\r\n" is one line end, not an empty line between two.
        let inside_crlf = end.char == '\n' && text[..end.at].ends_with('\r');
        if !inside_crlf {
            lines.push(line(text, start..end.at));
        }
        start = end.end();
    }
    lines.push(line(text, start..text.len()));
    lines
}

fn line(text: &str, range: Range<usize>) -> Line<'_> {
    let line = super::trim(text, range.clone());
    Line {
        start: line.start,
        text: &text[line.clone()],
        indent: text[range.start..line.start].chars().count(),
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

/// How a text is laid out in lines.
struct Layout {
    wrap_column: Option<usize>,
    /// Whether sentences are torn at links.
    torn: bool,
}

impl Layout {
    fn of(lines: &[Line<'_>]) -> Self {
        let mut places = lines.array_windows().map(|[line, next, after]| Place {
            line,
            next,
            after: Some(after),
        });
        Self {
            wrap_column: wrap_column(lines),
            torn: places.any(Place::is_tear),
        }
    }
}

/// Tells whether a line ends only because the open paragraph was wrapped or
/// torn there.
fn joins(text: &str, open: &Open, place: Place<'_>, layout: &Layout) -> bool {
    let Place { line, next, .. } = place;
    if is_item(next.text) {
        return false;
    }
    let in_small = text[open.range.start..].starts_with(is_small);
    layout
        .wrap_column
        .is_some_and(|column| is_full(line, next, column))
        || opens_nothing(next.text)
        || runs_on(line, next) && (is_prose(line) || !in_small)
        || place.is_tear()
        || layout.torn && place.goes_on_at_link(open.wrapped)
}

/// Tells whether a line can only go on: pages that put each link on a line of
/// its own leave the comma after it at the head of the next. What closes a
/// quotation in one language opens it in another, as before a word: »Das. So
/// does the comma of a label: «،تصویر کا کیپشن».
fn opens_nothing(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('»' | '”' | '،') => !chars.next().is_some_and(is_alphanumeric),
        Some(c) => matches!(
            c,
            ',' | ';' | '؛' | ')' | ']' | '，' | '、' | '；' | '）' | '」' | '》'
        ),
        None => false,
    }
}

/// Lines of lists in small letters are narrower than those of prose.
fn is_prose(line: &Line<'_>) -> bool {
    (MIN_WRAP_COLUMN..=MAX_WRAP_COLUMN).contains(&width(line.text))
}

/// Tells whether the text itself goes on: no stop or colon, and a word in
/// small letters after it, which neither an address nor "iPhone" is.
fn runs_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    let word = first_token(next.text).trim_start_matches(is_apostrophe);
    word.starts_with(is_small)
        && !word.contains(|c: char| c.is_uppercase() || matches!(c, '/' | '@' | '_'))
        && !word.starts_with("www.")
        && !is_byline_or_label(next.text)
        && !is_time(next.text)
        && !line.text.ends_with([':', '：'])
        && line.text.contains(is_cased)
        && !ends_in_terminator(line.text)
}

/// Tells whether a line in small letters is one of a page's own: "by Anna Holt", a
/// label with its colon.
fn is_byline_or_label(line: &str) -> bool {
    let mut tokens = line.split_whitespace();
    let first = tokens.next().unwrap_or_default();
    let are_names = || {
        let mut names = tokens.clone().take(MAX_NAME_TOKENS + 1);
        tokens.clone().nth(MAX_NAME_TOKENS).is_none()
            && tokens.clone().next().is_some()
            && names.all(|name| name.starts_with(char::is_uppercase))
            && !ends_in_terminator(line)
    };
    first.ends_with(':') || BYLINE_PREPOSITIONS.contains(&first) && are_names()
}

/// Tells whether a line in small letters is a time: "vandaag, 14:05".
fn is_time(line: &str) -> bool {
    let mut tokens = line.split_whitespace();
    let short = tokens.clone().nth(MAX_NAME_TOKENS).is_none();
    short && !ends_in_terminator(line) && tokens.any(is_clock)
}

/// A wrapped line is full: the first word of the next one had no room.
fn is_full(line: &Line<'_>, next: &Line<'_>, column: usize) -> bool {
    line.reach() + 1 + next.first_word_width() > column
}

/// Finds the column that the text was wrapped at, if it was.
fn wrap_column(lines: &[Line<'_>]) -> Option<usize> {
    let pairs = || {
        let pairs = lines.array_windows();
        pairs.filter(|[line, next]: &&[Line<'_>; 2]| !line.text.is_empty() && !next.text.is_empty())
    };
    let mut column = 0;
    for line in pairs().flatten() {
        column = column.max(line.reach());
        // Most texts are settled by their first line.
        if column > MAX_WRAP_COLUMN {
            return None;
        }
    }
    if column < MIN_WRAP_COLUMN {
        return None;
    }
    let (mut full, mut open, mut short, mut last) = (0, 0, 0, 0);
    let mut expected = usize::MAX;
    for [line, next] in pairs() {
        let opens = expected != line.start;
        expected = next.start;
        // A slug above a text says nothing of how that is wrapped.
        if opens && width(line.text) < MIN_WRAP_COLUMN && !ends_in_terminator(line.text) {
            continue;
        }
        let ends = ends_in_terminator(line.text);
        // Some programs wrap early, so a line that runs on is as good.
        if is_full(line, next, column) || runs_on(line, next) {
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

/// Tells whether a character is a blank, or makes a picture of the bullet before it.
fn is_behind_bullet(c: char) -> bool {
    c.is_whitespace() || c == '\u{FE0F}'
}

/// Bullets of lists, which a blank follows.
const BULLETS: [char; 25] = [
    '•', '·', '▪', '●', '◦', '‣', '■', '*', '–', '-', '—', '٭', '◊', '►', '▸', '➤', '➔', '→', '✓',
    '✔', '▲', '△', '▷', '□', '+',
];
/// Those of posts and of East Asian lists, which none needs to follow.
const TIGHT_BULLETS: [char; 29] = [
    '🔹', '🔸', '🔻', '🔴', '🔵', '🟢', '🟠', '🟡', '🟣', '🟤', '⚪', '⚫', '🟥', '🟧', '🟨', '🟩',
    '🟦', '⭕', '⚡', '📍', '✅', '◾', '➖', '➡', '▶', '📌', '▽', '▼', '・',
];

/// Tells whether a line opens with a bullet, or with a number or a letter of a list.
pub(super) fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        // "a) ".
        Some(c) if c.is_alphabetic() => chars.as_str().starts_with(") "),
        Some(c) if BULLETS.contains(&c) => chars.next().is_some_and(is_behind_bullet),
        Some(c) if TIGHT_BULLETS.contains(&c) || is_circled(c) => true,
        // "(a) ", «(ক) »; a figure may stand so at the head of a wrapped line.
        Some('(') => line[1..].split_once(')').is_some_and(|(label, item)| {
            is_label(label)
                && !label.contains(|c| is_numeric(c) && !is_thai(c))
                && item.starts_with(' ')
        }),
        Some(c) if c.is_numeric() => {
            let rest = line.trim_start_matches(is_numeric);
            // "1 - " is a number as "1. " is, but "2024 - " begins a text.
            let numbered = is_label(&line[..line.len() - rest.len()]);
            let dashed = numbered
                && [" - ", " – "].iter().any(|dash| {
                    let item = rest.strip_prefix(dash);
                    item.is_some_and(|item| !item.starts_with(is_numeric))
                });
            dashed
                || numbered && rest.starts_with('、')
                || rest
                    .strip_prefix(['.', ')', '-', '۔'])
                    .is_some_and(|item| item.starts_with(char::is_whitespace))
        }
        _ => false,
    }
}

/// Most letters or figures of the number of an item in brackets.
const MAX_LABEL_CHARS: usize = 2;

/// Tells whether a text may be the number of an item: figures, one letter, small
/// Roman ones.
fn is_label(text: &str) -> bool {
    let length = text.chars().take(MAX_LABEL_CHARS + 1).count();
    let roman = || text.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let shaped = text.chars().all(is_numeric) || text.chars().count() == 1 || roman();
    (1..=MAX_LABEL_CHARS).contains(&length) && text.chars().all(char::is_alphanumeric) && shaped
}

/// Tells whether a character is a number in a circle: ①.
fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳' | '❶'..='➓')
}
