//! The dateline of South Asian papers: a place, perhaps a date, and in brackets
//! who reports, with no mark behind them: «اسلام آباد (نیوز ڈیسک) حکومت نے …»,
//! "New Delhi, Jul 30 (PTI) The government …".

use std::ops::Range;

use super::super::token::{count_words, is_cased, words};
use super::agency::names_agency;
use super::{MAX_BARE_PARAGRAPH, is_capitalised};
use crate::text::normalize::{is_numeric, normalize};
use crate::text::rules::Rules;

/// What the name of a newspaper's desk, reporter or source has in it.
const SOURCES: &[&str] = &[
    "ڈیسک", "رپورٹر", "نیوز", "ایجنسی", "ایجنسیز", "پوائنٹ", "ڈاٹ کام", "نمائندہ", "نامہ نگار",
    "مانیٹرنگ", "بیورو", "وقائع نگار", "آن لائن", "روزنامہ", "سی این این",
];
/// Longest place and date, in words.
const MAX_PLACE_AND_DATE_WORDS: usize = 5;
/// Longest source, in words.
const MAX_SOURCE_WORDS: usize = 9;

/// Returns where such a dateline ends.
pub(super) fn end(head: &str, number: usize, rules: &Rules) -> Option<usize> {
    let Range { start, end } = brackets(head)?;
    let (place, source) = (&head[..start], &head[start + 1..end]);
    let is_dateline = number <= MAX_BARE_PARAGRAPH
        && is_place_and_date(place, rules)
        && count_words(source, MAX_SOURCE_WORDS + 1) <= MAX_SOURCE_WORDS
        && (names_agency(source) || SOURCES.iter().any(|one| source.contains(one)));
    is_dateline.then_some(end + 1)
}

/// Finds the first pair of brackets.
fn brackets(head: &str) -> Option<Range<usize>> {
    let start = head.find('(')?;
    let end = start + head[start..].find(')')?;
    Some(start..end)
}

/// Tells whether a text may be a place with the day of the report: few words,
/// each with a capital or none of them a function word.
fn is_place_and_date(text: &str, rules: &Rules) -> bool {
    if text.chars().any(is_cased) && is_capitalised(text) {
        return true;
    }
    let normal = normalize(text, rules.casing);
    let length = count_words(text, MAX_PLACE_AND_DATE_WORDS + 1);
    (1..=MAX_PLACE_AND_DATE_WORDS).contains(&length)
        && !text.starts_with(is_numeric)
        && !words(&normal).any(|word| rules.stop_words.contains(word))
}
