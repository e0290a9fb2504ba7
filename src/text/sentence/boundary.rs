//! Where a sentence ends inside a paragraph: Unicode boundaries (UAX #29)
//! and a few of our own as candidates, and the rules that refuse some.

use std::ops::Range;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use super::abbreviation::full_stop_ends_sentence;
use super::{has_word, trim};
use crate::text::normalize::normalize;
use crate::text::rules::Rules;

/// Longest word, in bytes, that rules look at: what is longer is no
/// abbreviation, and a bound keeps one endless token from being read again
/// and again.
const MAX_TOKEN_BYTES: usize = 64;

/// Fewest letters before a full stop without a space after it for the stop to
/// end a sentence ("ended.The next"), rather than being part of a name.
const MIN_LETTERS_BEFORE_MISSING_SPACE: usize = 3;

/// Splits `paragraph[from..]` into sentences, as ranges of the paragraph.
pub(super) fn split(paragraph: &str, from: usize, rules: &Rules) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = from;
    let mut quotes = QuoteCounter::default();
    for candidate in candidates(paragraph, from) {
        if candidate <= start {
            continue;
        }
        let inside_quotes = quotes.is_open_at(paragraph, candidate);
        let cut = past_closers(paragraph, candidate, inside_quotes);
        if is_boundary(paragraph, start, cut, rules) {
            pieces.push(start..cut);
            start = cut;
        }
    }
    pieces.push(start..paragraph.len());
    join_wordless(paragraph, pieces)
}

/// Trims the pieces and gives those without a letter or digit (stray quotes,
/// bullets, emoji) to their neighbour.
fn join_wordless(paragraph: &str, pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
    let mut orphan_start = None;
    for piece in pieces {
        let piece = trim(paragraph, piece);
        if piece.is_empty() {
            continue;
        }
        if has_word(&paragraph[piece.clone()]) {
            let start = orphan_start.take().unwrap_or(piece.start);
            joined.push(start..piece.end);
        } else if let Some(last) = joined.last_mut() {
            last.end = piece.end;
        } else {
            orphan_start.get_or_insert(piece.start);
        }
    }
    if let Some(start) = orphan_start {
        joined.push(trim(paragraph, start..paragraph.len()));
    }
    joined
}

/// Lists, in ascending order, every place where a sentence might begin.
fn candidates(paragraph: &str, from: usize) -> Vec<usize> {
    let text = &paragraph[from..];
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut places: Vec<usize> = segmenter.segment_str(text).map(|at| from + at).collect();
    let unicode = places.len();
    let stops = text.match_indices(['.', '!', '?', '…']);
    places.extend(stops.filter_map(|(at, _)| own_candidate(paragraph, from + at)));
    if places.len() > unicode {
        places.sort_unstable();
        places.dedup();
    }
    places
}

/// Finds the sentence start after a stop that Unicode's rules don't see: one
/// that begins with a digit, or one without a space before it.
fn own_candidate(paragraph: &str, stop: usize) -> Option<usize> {
    let after = stop + paragraph[stop..].chars().next()?.len_utf8();
    let rest = &paragraph[after..];
    let closed = rest.trim_start_matches(is_closer);
    let next = closed.trim_start();
    if next.len() < closed.len() && next.starts_with(char::is_numeric) {
        return Some(paragraph.len() - next.len());
    }
    let missing_space = paragraph[stop..].starts_with('.')
        && starts_capitalised(rest)
        && ends_in_plain_word(&paragraph[..stop]);
    missing_space.then_some(after)
}

fn starts_capitalised(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// Tells whether a text ends in a word of lower-case letters only: not part
/// of an address, a file name or an abbreviation.
fn ends_in_plain_word(text: &str) -> bool {
    let token = last_token(text);
    let word = token.trim_start_matches(|c: char| !c.is_alphanumeric());
    let letters = word.chars().skip(1).filter(|c| c.is_lowercase()).count();
    letters >= MIN_LETTERS_BEFORE_MISSING_SPACE - 1 && word.chars().all(char::is_alphabetic)
}

/// Moves a candidate over the quotes and brackets that close what stands
/// before it.
fn past_closers(paragraph: &str, candidate: usize, mut inside_quotes: bool) -> usize {
    let mut cut = candidate;
    loop {
        let rest = paragraph[cut..].trim_start();
        let Some(c) = rest.chars().next().filter(|&c| is_closer(c)) else {
            return cut;
        };
        let after = &rest[c.len_utf8()..];
        let opens_word = after.starts_with(char::is_alphanumeric);
        if opens_word || (is_straight_quote(c) && !inside_quotes) {
            return cut;
        }
        inside_quotes = false;
        cut = paragraph.len() - after.len();
    }
}

/// Tells whether a sentence ends at `cut`.
fn is_boundary(paragraph: &str, start: usize, cut: usize, rules: &Rules) -> bool {
    let left = paragraph[start..cut].trim_end();
    let core = left.trim_end_matches(|c: char| is_closer(c) || c.is_whitespace());
    let place = Place {
        core,
        closed: core.len() < left.len(),
        spaced: paragraph[..cut].ends_with(char::is_whitespace)
            || paragraph[cut..].starts_with(char::is_whitespace),
        right: paragraph[cut..].trim_start(),
    };
    if continues(place.right) {
        return false;
    }
    match core.chars().next_back() {
        Some('.') if core.ends_with("..") => place.ellipsis_ends(rules),
        Some('…') => place.ellipsis_ends(rules),
        Some('.') => place.full_stop_ends(rules),
        Some('!' | '?' | '؟' | '‽') => place.mark_ends(rules),
        Some('。' | '！' | '？' | '｡' | '．') => !(place.closed && place.right.starts_with('と')),
        Some(c) => is_terminator(c),
        None => false,
    }
}

/// What stands on both sides of a place where a sentence might end.
struct Place<'p> {
    /// The text before, up to and with the terminator.
    core: &'p str,
    /// Whether quotes or brackets close between terminator and place.
    closed: bool,
    /// Whether white space stands there.
    spaced: bool,
    /// The text after, without white space at its start.
    right: &'p str,
}

impl Place<'_> {
    /// In scripts with case a capital must follow; in the others anything
    /// that does not lean on the sentence before.
    fn ellipsis_ends(&self, rules: &Rules) -> bool {
        match self.next_letter() {
            Some(c) if is_cased(c) => c.is_uppercase(),
            Some(c) if c.is_numeric() => false,
            Some(_) => self.spaced && !self.right_leans_back(rules),
            None => true,
        }
    }

    fn full_stop_ends(&self, rules: &Rules) -> bool {
        if self.next_letter().is_some_and(char::is_lowercase) {
            return false;
        }
        if self.closed {
            return !self.speech_follows(rules);
        }
        full_stop_ends_sentence(self.core, self.right, rules)
    }

    fn mark_ends(&self, rules: &Rules) -> bool {
        let inside_address = !self.spaced && last_token(self.core).contains(['/', '=', '&']);
        let goes_on = self.next_letter().is_some_and(char::is_lowercase);
        !inside_address && !goes_on && !(self.closed && self.speech_follows(rules))
    }

    fn next_letter(&self) -> Option<char> {
        self.right.chars().find(|c| c.is_alphanumeric())
    }

    fn speech_follows(&self, rules: &Rules) -> bool {
        let word = normalize(first_word(self.right), rules.casing);
        // «…» وقال opens a new sentence; «…» قال closes the one before.
        rules.speech_verbs.contains(&word) && !word.starts_with('و')
    }

    fn right_leans_back(&self, rules: &Rules) -> bool {
        let head = normalize(head(self.right), rules.casing);
        let words = || head.split_whitespace();
        rules.connectives.leading(words()).is_some()
            || words().next().is_some_and(|word| rules.stop_words.contains(word))
    }
}

/// Tells whether what follows can only go on with a sentence.
fn continues(right: &str) -> bool {
    let mut chars = right.chars();
    match chars.next() {
        Some(',' | '،' | ';' | '؛' | ':' | '、' | '，' | '；' | '：' | '؟' | '?' | '!') => true,
        Some('-' | '–' | '—') => chars
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase),
        _ => false,
    }
}

/// Keeps count of straight quotes, which open and close alike.
#[derive(Default)]
struct QuoteCounter {
    read_to: usize,
    open: bool,
}

impl QuoteCounter {
    fn is_open_at(&mut self, text: &str, place: usize) -> bool {
        let new = &text.as_bytes()[self.read_to..place.max(self.read_to)];
        let quotes = new.iter().filter(|&&byte| byte == b'"').count();
        self.open ^= quotes % 2 == 1;
        self.read_to = place.max(self.read_to);
        self.open
    }
}

fn is_straight_quote(c: char) -> bool {
    matches!(c, '"' | '\'')
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Tells whether a character ends sentences.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '؟' | '۔' | '‽' | '。' | '！' | '？' | '｡' | '．' | '।' | '॥' | '።' | '፧'
            | '։' | '။' | '។' | '᠃' | '⁇' | '⁈' | '⁉' | '܀' | '܁' | '܂' | '؞' | '⸮'
    )
}

/// Tells whether a character can close a quotation or a bracket.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '】' | '》' | '〉' | '）'
            | '］' | '〕' | '“' | '«' | '﴾'
    )
}

/// Returns the last run of non-space characters of a text, at most
/// [`MAX_TOKEN_BYTES`] of it.
pub(super) fn last_token(text: &str) -> &str {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        if c.is_whitespace() || text.len() - at > MAX_TOKEN_BYTES {
            break;
        }
        start = at;
    }
    &text[start..]
}

/// Returns the first word of a text without the quotes that open it.
pub(super) fn first_word(text: &str) -> &str {
    let text = head(text).trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | ':' | '.' | '»' | '"'));
    &text[..end.unwrap_or(text.len())]
}

/// Returns the beginning of a text, enough for the longest phrase of a rule.
pub(super) fn head(text: &str) -> &str {
    const HEAD_BYTES: usize = 160;
    let mut end = HEAD_BYTES.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
