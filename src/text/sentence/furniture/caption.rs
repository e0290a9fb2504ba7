//! Captions and credits of pictures.

use std::ops::Range;

use super::super::SentenceKind;
use super::super::dateline::{is_agency, is_signature};
use super::super::quote::{is_bracket_end, is_bracket_start};
use super::super::token::{
    count_words, ends_in_terminator, is_small, is_terminator, is_unspaced, last_token, tail, words,
};
use super::cue::{self, Cue, bare};
use super::signature::is_desk;
use crate::text::normalize::{is_alphanumeric, is_numeric, normalize};
use crate::text::rules::{PhraseSet, Rules};

/// Longest caption in words.
pub(super) const MAX_WORDS: usize = 40;
/// Longest caption, in words, that an agency alone closes.
const MAX_SIGNED_WORDS: usize = 25;
/// Longest name of the owner of its rights, in words.
const MAX_SIGNED_NAME_WORDS: usize = 5;
/// Longest credit behind a caption, in words.
const MAX_CREDIT_WORDS: usize = 8;
/// Fewest characters of a label that is known without a word's beginning.
const MIN_LABEL_CHARS: usize = 4;
/// Longest line, in words, that opens with the sign of copyright.
const MAX_COPYRIGHT_WORDS: usize = 20;
/// Digits of a year, which a notice of copyright has and a credit has not.
const YEAR_DIGITS: usize = 4;

/// Picture agencies that close a caption's credit.
const PICTURE_CREDITS: &[&str] = &[
    "getty images", "afp/getty", "(afp)", "(reuters)", "shutterstock", "ap photo",
    "picture alliance", "/keystone", "/ keystone", "/imago", "/ imago",
];

/// "Photographed by", behind the name.
const PHOTOGRAPHED: &[&str] = &["摄", "攝", "撮影"];

/// What stands in front of captions in whatever language.
const LABELS: &[&str] = &["Image caption ", "Image copyright "];

/// Commas of all scripts.
const COMMAS: [char; 4] = [',', '،', '，', '、'];

/// Tells whether a line is a caption or a credit. It is given in normal form
/// too, as far as a label can be.
pub(super) fn is_caption(line: &str, opening: &str, rules: &Rules) -> bool {
    opens_with_cue(line, opening, rules)
        || opens_with_label(&rules.captions, line, opening)
        || LABELS.iter().any(|label| line.contains(label))
        || is_credited(line, rules)
        || has_bracketed_credit(line, rules)
        || PHOTOGRAPHED.iter().any(|verb| line.ends_with(verb))
        || !ends_in_terminator(line) && has_credit(line, rules)
}

/// Tells whether a line closes in a credit in brackets: "The court (Photo: X).",
/// "The court (file photo)".
fn has_bracketed_credit(line: &str, rules: &Rules) -> bool {
    let end = tail(line).trim_end_matches(is_terminator);
    let inside = end.strip_suffix([')', ']', '）']).and_then(|end| {
        let start = end.rfind(is_bracket_start)?;
        Some(&end[start..])
    });
    inside.is_some_and(|inside| {
        let credit = normalize(bare(inside), rules.casing);
        Cue::of(&rules.captions, &credit).is_some_and(|cue| {
            cue.is_before_colon()
                || cue.is_strong(rules) && (cue.is_whole() || end.len() == line.len())
        })
    })
}

/// Tells whether a line opens with what captions open with, and is no sentence
/// that happens to.
fn opens_with_cue(line: &str, opening: &str, rules: &Rules) -> bool {
    let Some(cue) = Cue::of(&rules.captions, opening) else {
        return false;
    };
    let bracketed = line.starts_with(is_bracket_start) && line.ends_with(is_bracket_end);
    // An agency's name with a stroke opens datelines too, in brackets.
    let strong = cue.is_strong(rules) || cue.is_stroked() && !line.starts_with(is_bracket_start);
    let marked = strong && bare(line).contains([':', '-', '–', '/', '(']);
    bracketed || marked || cue.is_marked() || !ends_in_terminator(line)
}

/// Tells whether a line begins with a phrase of several words before a comma,
/// "Image caption, The mayor …", or with one that brought a comma along and runs
/// into the text: «،تصویر کا کیپشنمیئر».
fn opens_with_label(phrases: &PhraseSet, line: &str, opening: &str) -> bool {
    let Some(label) = phrases.prefixes(opening).next() else {
        return false;
    };
    let is_long = label.contains(' ') || label.starts_with(is_unspaced);
    let before_comma = opening[label.len()..].starts_with(COMMAS);
    is_long && (before_comma || line.starts_with(COMMAS))
}

/// Tells whether a caption's label stands alone, its text on the next line.
pub(super) fn is_bare_label(line: &str, rules: &Rules) -> bool {
    let ends = line.ends_with(COMMAS) || line.ends_with([':', '：']);
    ends && {
        let opening = cue::opening(line, &[&rules.captions], rules);
        Cue::of(&rules.captions, &opening).is_some_and(|cue| cue.is_whole())
    }
}

/// Tells whether a paragraph of several sentences is a caption, as a credit
/// closes it: "A flat in Kharkiv was damaged. © AFP".
pub(in super::super) fn is_credited_caption(
    paragraph: &str,
    sentences: &[Range<usize>],
    rules: &Rules,
) -> bool {
    let [_, .., last] = sentences else {
        return false;
    };
    let credit = &paragraph[last.clone()];
    if ends_in_terminator(credit)
        || count_words(credit, MAX_CREDIT_WORDS + 1) > MAX_CREDIT_WORDS
        || count_words(paragraph, MAX_WORDS + 1) > MAX_WORDS
    {
        return false;
    }
    let bare_credit = credit.trim_end_matches(is_bracket_end);
    if credit.starts_with('©')
        || is_agency_and_name(credit)
        || PHOTOGRAPHED.iter().any(|verb| bare_credit.ends_with(verb))
    {
        return true;
    }
    let opening = cue::opening(credit, &[&rules.captions], rules);
    let cued = credit.starts_with(is_bracket_start) || credit.contains([':', '：']);
    Cue::of(&rules.captions, &opening)
        .is_some_and(|cue| cued || cue.is_whole() && cue.is_strong(rules))
}

/// "(Xinhua/Li Ming)": an agency alone signs a report.
fn is_agency_and_name(credit: &str) -> bool {
    let inside = credit.trim_matches(|c: char| !is_alphanumeric(c));
    let short = count_words(inside, MAX_SIGNED_NAME_WORDS + 1) <= MAX_SIGNED_NAME_WORDS;
    short
        && !inside.contains(". ")
        && inside.contains('/')
        && !is_signature(credit)
        && inside.split('/').any(is_agency)
        && !inside.split('/').any(is_desk)
        // In small letters they are the initials of who wrote.
        && !inside.split('/').any(|part| part.trim().starts_with(is_small))
}

/// Tells whether a line closes in a credit: "The minister (Photo: X)",
/// "… | Photo: X", or with the label glued to it, "… the ministerPhoto: X".
fn has_credit(line: &str, rules: &Rules) -> bool {
    let end = tail(line).trim_end_matches(is_bracket_end);
    let Some((before, name)) = end.rsplit_once([':', '：']) else {
        let short = count_words(line, MAX_SIGNED_WORDS + 1) <= MAX_SIGNED_WORDS;
        // Many sentences of Thai and Amharic have no stop by which they are told from
        // captions.
        return short
            && !rules.lacks_stops
            && closes_in_agency(end, line.ends_with(is_bracket_end));
    };
    if count_words(name, MAX_CREDIT_WORDS + 1) > MAX_CREDIT_WORDS {
        return false;
    }
    let mut with_colon = normalize(before.trim_end(), rules.casing);
    let is_label = |phrase: &str| phrase.chars().count() >= MIN_LABEL_CHARS;
    let plain = rules.captions.suffix(&with_colon).is_some_and(is_label);
    with_colon.push(':');
    plain || rules.captions.suffix(&with_colon).is_some_and(is_label)
}

/// Tells whether a line that is no longer than most captions closes in an agency
/// behind a bar or in a bracket, or in the owner of the rights.
fn closes_in_agency(line: &str, bracketed: bool) -> bool {
    if let Some((before, owner)) = line.rsplit_once('©') {
        let short = count_words(owner, MAX_SIGNED_NAME_WORDS + 1) <= MAX_SIGNED_NAME_WORDS;
        return short && before.contains(is_alphanumeric);
    }
    if let Some((before, agency)) = line.rsplit_once('|') {
        return before.contains(is_alphanumeric) && is_agency(agency.trim());
    }
    let parts = line.rsplit_once(['(', '[', '（']);
    parts.is_some_and(|(before, credit)| {
        // "Handout/X via AFP" names it last.
        let last = || !credit.contains(',') && is_agency(last_token(credit));
        let named = is_agency(credit.trim()) || last();
        bracketed && before.contains(is_alphanumeric) && !ends_in_terminator(before) && named
    })
}

fn is_credited(line: &str, rules: &Rules) -> bool {
    // Few lines end in the letter of a credit, so few are normalised.
    let last = line.chars().next_back().filter(char::is_ascii);
    let ends_like = |credit: &&str| last.is_none_or(|c| credit.ends_with(c.to_ascii_lowercase()));
    if !PICTURE_CREDITS.iter().any(ends_like) {
        return false;
    }
    let normal = normalize(tail(line), rules.casing);
    PICTURE_CREDITS
        .iter()
        .any(|credit| normal.ends_with(credit))
}

/// Tells what a line is that opens with the sign of copyright: with a year the
/// notice of who owns the page, else the credit of a picture.
pub(super) fn copyright_kind(line: &str) -> Option<SentenceKind> {
    let named = line.starts_with("Copyright") && line.contains(['©', 'ⓒ']);
    let letter = ["(c)", "(C)"].iter().any(|sign| line.starts_with(sign));
    let signed = named || letter || line.starts_with(['©', 'ⓒ']);
    if !signed
        || count_words(line, MAX_COPYRIGHT_WORDS + 1) > MAX_COPYRIGHT_WORDS
        || letter && is_third_item(line)
    {
        return None;
    }
    let mut numbers = line.split(|c| !is_numeric(c));
    let has_year = numbers.any(|number| number.chars().count() == YEAR_DIGITS);
    Some(if has_year {
        SentenceKind::Byline
    } else {
        SentenceKind::Caption
    })
}

/// Tells whether a line that opens with "(c)" is an item of a list, as it ends as
/// sentences or clauses do and is no name.
fn is_third_item(line: &str) -> bool {
    let mut behind = words(line).skip(1);
    let is_credit = |word: &str| word.starts_with(is_numeric) || is_agency(word);
    (ends_in_terminator(line) || line.ends_with([';', ',']))
        && !line.contains(':')
        && !behind.next().is_some_and(is_credit)
        && behind.any(|word| word.starts_with(is_small))
}
