//! Datelines with no mark behind them: a place, perhaps a date, and who reports in
//! brackets, as in South Asian papers, or between slashes, as Arab agencies have it:
//! «اسلام آباد (نیوز ڈیسک) حکومت نے …», "New Delhi, Jul 30 (PTI) The government …",
//! «الدوحة في 12 مارس /قنا/ أكد …».

use std::ops::Range;

use super::super::token::{count_words, first_word, is_cased, is_terminator, words};
use super::agency::{is_agency, is_domain, names_agency, quoted};
use super::cities::CITIES;
use super::place::{
    DATE_FIGURES, MAX_PLACE_WORDS, are_names, is_bare_name, is_capitalised, is_colon_city, is_day,
    is_known_place,
};
use super::{MAX_BARE_PARAGRAPH, ends_in_name, is_colon, is_dash, opens_with_verb};
use crate::text::normalize::{is_alphanumeric, is_numeric, normalize};
use crate::text::rules::Rules;

/// What the name of a newspaper's desk, reporter or source has in it.
const SOURCES: &[&str] = &[
    "ڈیسک", "رپورٹر", "نیوز", "ایجنسی", "ایجنسیز", "پوائنٹ", "ڈاٹ کام", "نمائندہ", "نامہ نگار",
    "مانیٹرنگ", "بیورو", "ٹی وی رپورٹ", "نوائے وقت", "پریس ریلیز", "سٹی رپورٹر", "پ ر",
    "وقائع نگار", "آن لائن", "روزنامہ", "سی این این",
];
/// The same of Pashto and Kurdish, which people have beside their names as well, and so
/// behind a known city alone.
const SOURCES_OF_CITIES: &[&str] = &["رپورټ", "ډېسک", "ډيسک", "بيورو", "نمائنده", "پەیامنێر"];
/// Longest place and date, in words.
const MAX_PLACE_AND_DATE_WORDS: usize = 5;
/// Longest source, in words.
const MAX_SOURCE_WORDS: usize = 9;

/// Who reports for a Hindi or Bengali paper.
const REPORTERS: &[&str] = &["संवाददाता", "डेस्क", "প্রতিবেদক", "সংবাদদাতা", "ডেস্ক", "রিপোর্টার"];
/// "Representative", "bureau", which others have as well.
const AGENTS: &[&str] = &["प्रतिनिधि", "ब्यूरो", "প্রতিনিধি", "ব্যুরো"];
/// "Of", in Hindi.
const OF: &[&str] = &["का", "की", "के"];
/// Longest name of one with the city, in words.
const MAX_REPORTER_WORDS: usize = 6;

/// Longest place and date before an agency between slashes, in words.
const MAX_WORDS_BEFORE_SLASH: usize = 8;
/// Longest place with the day by two calendars, in words.
const MAX_DATED_WORDS: usize = 15;
/// Stops that no place has.
const SENTENCE_ENDS: [char; 4] = ['።', '؟', '?', '!'];
/// "Agency", in Kurdish "channel", "report" and "paper" too, in front of a name that is
/// part of a sentence.
const SOURCE_WORDS: [&str; 6] = ["وكالة", "ئاژانسی", "کەناڵی", "پێگەی", "ڕاپۆرت", "ڕۆژنامەی"];
/// "That", "about", "reported": words behind an agency that is part of a sentence.
const REPORTED: &[&str] = &[
    "أن", "إن", "بأن", "عن", "نے", "کے", "کی", "کا", "کو", "سے", "میں", "پر", "ڕایگەیاند", "گوتی",
    "وتی", "بڵاویکردەوە", "باس", "لە",
];

/// Returns where such a dateline ends.
pub(super) fn end(head: &str, number: usize, rules: &Rules) -> Option<usize> {
    if number > MAX_BARE_PARAGRAPH {
        return None;
    }
    bracketed(head, rules)
        .or_else(|| slashed(head, rules))
        .or_else(|| behind_colon(head, rules))
        .or_else(|| dated(head, rules))
        .or_else(|| behind_domain(head))
        .or_else(|| by_reporter(head, rules))
}

/// Finds a portal and a city, which a capital follows: "Liputan6.com, Jakarta Harga …".
fn behind_domain(head: &str) -> Option<usize> {
    let (portal, rest) = head.split_at(head.find([',', ' '])?);
    let rest = rest.strip_prefix(", ")?;
    if !is_domain(&portal.to_lowercase()) {
        return None;
    }
    let behind = |city: &&str| rest.strip_prefix(*city)?.strip_prefix(' ');
    let after = CITIES.iter().find_map(behind)?;
    let opens = after.starts_with(char::is_uppercase);
    opens.then(|| head.len() - after.len() - 1)
}

/// Finds who reports for a Hindi or Bengali paper, with the city before or behind it:
/// «जागरण संवाददाता, लखनऊ।», «ক্রীড়া প্রতিবেদক :».
fn by_reporter(head: &str, rules: &Rules) -> Option<usize> {
    if !head.starts_with(is_indic) {
        return None;
    }
    let at = head.find(['।', '॥', ':', '|'])?;
    if head[at..].starts_with('।') && !rules.is("hi") {
        return None;
    }
    let (who, rest) = head.split_at(at);
    if count_words(who, MAX_REPORTER_WORDS + 1) > MAX_REPORTER_WORDS {
        return None;
    }
    let after = rest.trim_start_matches(['।', '॥', ':', '|', ' ']);
    let behind_colon = rest.starts_with(':');
    let reports = who
        .split(',')
        .any(|part| names_reporter(part, behind_colon));
    let marks = rest[..rest.len() - after.len()].trim_end();
    (reports && !after.is_empty() && !after.contains('?')).then_some(at + marks.len())
}

/// Tells whether a character is a letter of Hindi or Bengali.
pub(super) fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{9FF}')
}

/// Tells whether a part of such a line is who reports: not a sentence about somebody's
/// reporter, nor the reporter who asks, nor a bureau that is quoted.
fn names_reporter(part: &str, quoted: bool) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let Some((last, whose)) = words.split_last() else {
        return false;
    };
    let known = REPORTERS.contains(last)
        || AGENTS.contains(last) && (!quoted || is_colon_city(&whose.join(" ")))
        || *last == "सूत्र" && whose == ["संवाद"];
    known
        && !whose.is_empty()
        && !whose
            .iter()
            .any(|word| OF.contains(word) || word.ends_with('র'))
}

/// Finds a paper in quotes behind the colon or dash of a place: «دبي: «الخليج» …».
fn behind_colon(head: &str, rules: &Rules) -> Option<usize> {
    let source = quoted(head)?;
    let place = head[..source.start].trim_end();
    let name = place.trim_end_matches(|c: char| is_colon(c) || is_dash(c));
    // «لـ» is a word with its tatweel.
    let marked = name.len() < place.len() && (!place.ends_with('ـ') || ends_in_name(name));
    let name = name.trim();
    // «مدرب الهلال: «الاتحاد» فريق قوي» is what somebody says.
    let reports = count_words(name, 2) == 1 || opens_with_verb(&head[source.end..], rules);
    (marked && reports && is_bare_name(name, rules)).then_some(source.end)
}

/// Finds an agency behind a place and a day, which may be given by two calendars:
/// «الرياض 11 رمضان 1447 هـ الموافق 28 فبراير 2026 م واس».
fn dated(head: &str, rules: &Rules) -> Option<usize> {
    let place = head.find(is_numeric)?;
    if !is_bare_name(head[..place].trim(), rules) {
        return None;
    }
    let (mut end, mut has_month) = (place, false);
    for token in head[place..]
        .split_inclusive(char::is_whitespace)
        .take(MAX_DATED_WORDS)
    {
        end += token.len();
        let word = token.trim();
        let normal = normalize(word, rules.casing);
        has_month |= rules.months.contains(&normal);
        if has_month && is_agency(word) {
            return Some(end - (token.len() - token.trim_end().len()));
        }
        if !(word.starts_with(is_numeric)
            || rules.months.contains(&normal)
            || rules.stamps.contains(&normal))
        {
            return None;
        }
    }
    None
}

/// Returns where the dash or the dots behind a place end, if there are any.
fn past_marks(head: &str, end: usize) -> usize {
    let rest = head[end..].trim_start_matches(' ');
    let is_mark = |c: char| is_dash(c) || is_colon(c) || matches!(c, '.' | '=' | '۔');
    let after = rest.trim_start_matches(is_mark);
    if after.len() < rest.len() {
        head.len() - after.len()
    } else {
        end
    }
}

fn bracketed(head: &str, rules: &Rules) -> Option<usize> {
    let Range { start, end } = brackets(head)?;
    let (place, source) = (&head[..start], &head[start + 1..end]);
    let day = place
        .find(|c| is_numeric(c) || matches!(c, '،' | ','))
        .unwrap_or(start);
    let city = place[..day].trim();
    // In these an agency stands behind other words as well: "the price of oil (Reuters)".
    let placed = !rules.cites_in_brackets || is_known_place(city) || place.contains(is_numeric);
    let names_place = is_place_and_date(place, rules)
        || is_dated(place, rules)
        || rules.is("am") && is_day(place, rules);
    let is_dateline = placed
        && names_place
        && reports(place, &head[end + 1..], rules)
        && count_words(source, MAX_SOURCE_WORDS + 1) <= MAX_SOURCE_WORDS
        && (names_agency(source)
            || SOURCES.iter().any(|one| source.contains(one))
            || is_known_place(city)
                && SOURCES_OF_CITIES.iter().any(|one| source.contains(one)))
        // A sentence may end in who says it.
        && (head[end..].contains(is_alphanumeric) || !head[end + 1..].starts_with(is_terminator));
    is_dateline.then(|| past_marks(head, end + 1))
}

/// Tells whether a place before a source is none of the words of a sentence:
/// «نقلت وكالة (رويترز) عن …».
fn reports(before: &str, after: &str, rules: &Rules) -> bool {
    let normal = normalize(before, rules.casing);
    !SOURCE_WORDS.iter().any(|word| before.contains(word))
        && !before.contains(SENTENCE_ENDS)
        && !REPORTED.contains(&first_word(after))
        && !words(&normal).any(|word| rules.speech_verbs.contains(word))
}

/// Finds an agency between slashes, and tells whether a place is before it.
fn slashed(head: &str, rules: &Rules) -> Option<usize> {
    let slashes: Vec<usize> = head.match_indices('/').map(|(at, _)| at).collect();
    let mut pairs = slashes.windows(2).map(|pair| (pair[0], pair[1]));
    let (start, end) = pairs.find(|&(start, end)| is_agency(&head[start + 1..end]))?;
    let (before, after) = (&head[..start], &head[end + 1..]);
    let has_place = is_bare_name(before, rules) || is_dated(before, rules);
    (has_place && reports(before, after, rules)).then_some(end + 1)
}

/// Tells whether a text may be a place with a date, function words between them.
fn is_dated(text: &str, rules: &Rules) -> bool {
    let number = text.find(is_numeric);
    let place = number.map(|at| text[..at].trim_end()).unwrap_or_default();
    let fits = count_words(text, MAX_WORDS_BEFORE_SLASH + 1) <= MAX_WORDS_BEFORE_SLASH
        && (1..=MAX_PLACE_WORDS + 1).contains(&count_words(place, MAX_PLACE_WORDS + 2));
    let normal = normalize(text, rules.casing);
    let figures = words(text)
        .filter(|word| word.starts_with(is_numeric))
        .count();
    let dated = figures >= DATE_FIGURES || words(&normal).any(|word| rules.months.contains(word));
    let first = words(&normal).next().unwrap_or_default();
    // "La Habana": an article is part of the name.
    let article =
        words(place).nth(1).is_some() && place.contains(is_cased) && is_capitalised(place);
    let is_place = article || !rules.stop_words.contains(first) && !rules.stamps.contains(first);
    fits && dated && is_place && !words(&normal).any(|word| rules.speech_verbs.contains(word))
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
    let length = count_words(text, MAX_PLACE_AND_DATE_WORDS + 1);
    (1..=MAX_PLACE_AND_DATE_WORDS).contains(&length)
        && !text.starts_with(is_numeric)
        && are_names(text, rules)
}
