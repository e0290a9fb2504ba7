//! Places where a sentence might begin: Unicode's (UAX #29) and a few that
//! its rules don't see.

use super::abbreviation::opens_sentence;
use super::lost::LostQuotes;
use super::place::asks;
use super::quote::{TWO_COMMAS, is_closer, is_opener};
use super::token::{ends_in_two_colons, is_cased, last_token};
use super::unicode::boundaries;
use super::unstopped::{closes, ends_in_bar};
use crate::text::marks::{Mark, Stretch};
use crate::text::normalize::{is_alphanumeric, is_apostrophe, is_numeric};
use crate::text::rules::Rules;

/// Fewest letters before a full stop without a space after it for the stop to
/// end a sentence ("ended.The next"), rather than being part of a name.
const MIN_LETTERS_BEFORE_MISSING_SPACE: usize = 3;
/// The same of a part behind a hyphen: "dit-il.Le".
const MIN_LETTERS_BEHIND_HYPHEN: usize = 2;

/// Verbs that close sentences of Pashto: is, are, was, were, became, did.
const PASHTO_VERBS: &[&str] = &[
    "دی", "دي", "ده", "وه", "وو", "شو", "شول", "شوه", "شي", "کړ", "کړل", "کړه",
];

/// Longest acronym that opens a sentence without a space before it.
const MAX_ACRONYM_LETTERS: usize = 6;

/// Lists, in ascending order, every place where a sentence might begin.
pub(super) fn candidates(
    paragraph: Stretch<'_>,
    from: usize,
    lost: LostQuotes,
    rules: &Rules,
) -> Vec<usize> {
    let text = paragraph.after(from);
    let mut places = boundaries(text);
    for place in &mut places {
        *place += from;
    }
    let unicode = places.len();
    let marks = paragraph.marks().skip_while(|mark| mark.at < from);
    let stops = marks.filter(|mark| is_stop(mark.char) || asks(mark.char, rules));
    places.extend(stops.filter_map(|stop| own_candidate(paragraph.text, stop, lost, rules)));
    if places.len() > unicode {
        places.sort_unstable();
        places.dedup();
    }
    places
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…' | '፡' | ':' | '৷' | '|')
}

/// Finds the sentence start after a stop that Unicode's rules don't see: one after "…",
/// or after the numerator or the bar that some set for a danda, one that begins with a
/// digit, a dash or what is left of a quote, one without a space before it.
fn own_candidate(paragraph: &str, stop: Mark, lost: LostQuotes, rules: &Rules) -> Option<usize> {
    let Mark { at, char: mark } = stop;
    let after = stop.end();
    let rest = &paragraph[after..];
    let closed = rest.trim_start_matches(is_closer);
    let next = closed.trim_start();
    let spaced = next.len() < closed.len();
    if next.starts_with('…') {
        return None;
    }
    if matches!(mark, '፡' | ':') {
        let stops = ends_in_two_colons(&paragraph[..after]);
        return stops.then_some(paragraph.len() - next.len());
    }
    if mark == '|' {
        return ends_in_bar(&paragraph[..after]).then_some(paragraph.len() - next.len());
    }
    let starts = spaced
        && (next.starts_with(is_numeric)
            || next.starts_with(TWO_COMMAS)
            || starts_clipped(next)
            || lost.open(next))
        || starts_item(next)
        || starts_answer(mark, rest);
    if matches!(mark, '…' | '৷') || asks(mark, rules) || starts {
        return Some(paragraph.len() - next.len());
    }
    let missing_space = mark == '.'
        && (rest.starts_with(is_numeric) && ends_in_closing_verb(&paragraph[..at], rules)
            || starts_capitalised(rest)
                && (ends_in_plain_word(&paragraph[..at])
                    || ends_in_capitals(&paragraph[..at]) && opens_sentence(rest, rules))
            || starts_with_acronym(rest) && ends_in_small_word(&paragraph[..at]));
    missing_space.then_some(after)
}

/// Tells whether a text opens with a dash or a bullet before a capital, as the
/// parts of a report do that were once lines: "… in May.- Where to go".
fn starts_item(text: &str) -> bool {
    let item = text.strip_prefix(['-', '–', '—', '•', '▪', '●', '■', '►']);
    item.is_some_and(|item| {
        let words = item.trim_start_matches(|c: char| c == ' ' || is_closer(c) || is_opener(c));
        item.starts_with(' ') && starts_capitalised(words)
    })
}

/// Tells whether a text opens with a clipped word in small letters, as no other
/// word at the beginning of a sentence is: "'s Avonds", "'t Is".
pub(super) fn starts_clipped(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| is_apostrophe(c) || c == '‘')
        && chars.next().is_some_and(|c| c.is_ascii_lowercase())
        && chars.next() == Some(' ')
        && chars.next().is_some_and(char::is_uppercase)
}

/// Tells whether an answer in a script without capitals follows a question:
/// «لماذا؟- لا أكتب».
fn starts_answer(mark: char, rest: &str) -> bool {
    let answer = rest
        .strip_prefix("- ")
        .filter(|_| matches!(mark, '؟' | '?'));
    answer.is_some_and(|answer| answer.starts_with(|c: char| c.is_alphabetic() && !is_cased(c)))
}

/// Tells whether a text opens with "The", "A " or "L'a": a capital, and no
/// more.
pub(super) fn starts_capitalised(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_some_and(|c| {
            // "L'a", and "E' " for "È ".
            let elided =
                is_apostrophe(c) && chars.next().is_some_and(|c| c.is_alphabetic() || c == ' ');
            elided || c.is_lowercase() || c.is_whitespace()
        })
}

/// Tells whether a text opens with a word of a few capitals: "RTL said".
fn starts_with_acronym(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_uppercase()).unwrap_or(text.len());
    let length = text[..end].chars().take(MAX_ACRONYM_LETTERS + 1).count();
    (2..=MAX_ACRONYM_LETTERS).contains(&length) && text[end..].starts_with([' ', ',', '\'', '’'])
}

/// Tells whether a text ends in a word of lower-case letters only: not part
/// of an address, a file name or an abbreviation.
fn ends_in_plain_word(text: &str) -> bool {
    let word = last_part(text);
    let least = if text[..text.len() - word.len()].ends_with('-') {
        MIN_LETTERS_BEHIND_HYPHEN
    } else {
        MIN_LETTERS_BEFORE_MISSING_SPACE
    };
    let letters = word.chars().skip(1).filter(|c| c.is_lowercase()).count();
    letters >= least - 1 && word.chars().all(char::is_alphabetic)
}

/// Tells whether a text ends in a verb that closes sentences of Pashto, «دي.۲۰ کسان», of
/// Urdu or Hindi.
fn ends_in_closing_verb(text: &str, rules: &Rules) -> bool {
    closes(text) || rules.is("ps") && PASHTO_VERBS.contains(&last_part(text))
}

/// Tells whether a text ends in such a word without a capital: "Bagle" of
/// "Bagle.AT" is a name.
pub(super) fn ends_in_small_word(text: &str) -> bool {
    ends_in_plain_word(text) && last_part(text).starts_with(char::is_lowercase)
}

/// Tells whether a text ends in a word of capitals only, as the names of
/// companies and channels are.
fn ends_in_capitals(text: &str) -> bool {
    let word = last_part(text);
    word.chars().count() >= MIN_LETTERS_BEFORE_MISSING_SPACE && word.chars().all(char::is_uppercase)
}

/// Returns the last word of a text, of one with hyphens or apostrophes the
/// part behind them, without the marks in front of it.
fn last_part(text: &str) -> &str {
    let token = last_token(text);
    let part = token.rsplit(['-', '\'', '’']).next().unwrap_or(token);
    part.trim_start_matches(|c| !is_alphanumeric(c))
}
