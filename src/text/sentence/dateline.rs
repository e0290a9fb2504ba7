//! The dateline that opens a report: place, date or agency before a dash.
//!
//! A sentence that loses its head costs more than a dateline that stays, so
//! the shape alone never decides: it takes an agency's name, a place in
//! capitals, or a dash that only datelines have.

mod agency;
mod unmarked;

use std::ops::{Range, RangeInclusive};

use super::abbreviation::full_stop_ends_sentence;
use super::candidate::starts_capitalised;
use super::token::{
    count_words, first_word, head, is_cased, is_small, is_terminator, last_token, words,
};
use crate::text::marks::{Mark, Stretch};
use crate::text::normalize::{is_alphanumeric, is_numeric, normalize};
use crate::text::rules::Rules;
pub(super) use agency::is_agency;
use agency::{is_called_agency, names_agency};

/// Longest dateline in words; a longer beginning is part of the report.
const MAX_WORDS: usize = 9;
/// Longest paragraph, in words, that is nothing but a dateline.
const MAX_OWN_LINE_WORDS: usize = 6;
/// Longest place without an agency's name, in words.
const MAX_PLACE_WORDS: usize = 3;
/// Words of a reporter's full name.
const REPORTER_WORDS: RangeInclusive<usize> = 2..=4;
/// A name whose normal form is that of the word "on".
const ALI: &str = "علي";
/// Longest place and date before an agency's name, in words.
const MAX_DATED_PLACE_WORDS: usize = 6;
/// Paragraphs in which a place makes a dateline without an agency: further
/// down it is more likely part of a sentence.
const MAX_BARE_PARAGRAPH: usize = 2;
/// Longest place that opens a report before a dash like any other, in words.
const MAX_OPENING_WORDS: usize = 2;
/// Words to the next mark that might close a dateline as well.
const MAX_NEARBY_WORDS: usize = 5;
/// More words than most headlines have, and no more than a head shows.
const MIN_REPORT_WORDS: usize = 10;
/// "He", "she": a dash before them stands between a term and what it means.
const EXPLAINING: [&str; 2] = ["هو", "هي"];
/// Fewest letters of a city's name that stands before a full stop.
const MIN_CITY_LETTERS: usize = 4;
/// Cities that stand before the dash of a report whatever follows it, and in
/// capitals before its colon.
const CITIES: &[&str] = &[
    "Abu Dhabi", "Ahmedabad", "Bengaluru", "Bhopal", "Chandigarh", "Chennai", "Colombo",
    "Faisalabad", "Gilgit", "Guwahati", "Hyderabad", "Jaipur", "Kochi", "Kolkata", "Lahore",
    "Lucknow", "Multan", "Muzaffarabad", "Patna", "Peshawar", "Pune", "Quetta", "Ranchi",
    "Rawalpindi", "Srinagar", "Sukkur", "Thiruvananthapuram", "Abuja", "Accra", "Amsterdam",
    "Ankara", "Athen", "Athens", "Baghdad", "Bandung", "Bangkok", "Beijing", "Beirut", "Berlin",
    "Bern", "Bogor", "Bogotá", "Bratislava", "Brasília", "Brussels", "Bruxelles", "Brüssel",
    "Budapest", "Buenos Aires", "Cairo", "Canberra", "Caracas", "Ciudad de México", "Copenhagen",
    "Dakar", "Damascus", "Dar es Salaam", "Denpasar", "Depok", "Dhaka", "Doha", "Dubai", "Dublin",
    "Frankfurt", "Geneva", "Genf", "Genève", "Hamburg", "Hanoi", "Helsinki", "Hà Nội", "Islamabad",
    "Istanbul", "Jakarta", "Jerusalem", "Kabul", "Karachi", "Kathmandu", "Khartoum", "Kiew",
    "Kuala Lumpur", "Kyiv", "Köln", "Lagos", "Lima", "Lisboa", "Lisbon", "London", "Londres",
    "Luanda", "Madrid", "Makassar", "Manila", "Maputo", "Medan", "Melbourne", "Mexico City",
    "Milano", "Montevideo", "Moscou", "Moscow", "Moskau", "Mumbai", "München", "Nairobi", "Napoli",
    "New Delhi", "New York", "Oslo", "Ottawa", "Palembang", "Paris", "Pekanbaru", "Praha",
    "Pretoria", "Quito", "Rabat", "Riyadh", "Roma", "Rome", "Semarang", "Seoul", "Singapore",
    "Stockholm", "Surabaya", "Sydney", "Tehran", "Tokyo", "Torino", "Tripoli", "Tunis", "Warsaw",
    "Warszawa", "Washington", "Wien", "Yogyakarta", "Zürich", "İstanbul",
];
/// Fewest words after it, no more than a head shows in any script.
const MIN_WORDS_AFTER_CITY: usize = 6;
/// Fewest words after a dateline, without which it would be a title.
const MIN_WORDS_AFTER: usize = 3;

/// Returns where the dateline of a paragraph ends, if it has one.
pub(super) fn end(whole: Stretch<'_>, number: usize, rules: &Rules) -> Option<usize> {
    let paragraph = whole.text;
    let end = own_line(paragraph, rules)
        .or_else(|| closed(whole, number, rules))
        .or_else(|| agency::east_asian(head(paragraph)))
        .or_else(|| unmarked::end(head(paragraph), number, rules))?;
    let after = paragraph[end..].trim_start();
    let goes_on = after.starts_with(is_small);
    let enough = after.is_empty() || count_words(after, MIN_WORDS_AFTER) >= MIN_WORDS_AFTER;
    (enough && !goes_on).then_some(end)
}

/// A short paragraph that is all dateline: «رويترز - لندن».
fn own_line(paragraph: &str, rules: &Rules) -> Option<usize> {
    let short = count_words(paragraph, MAX_OWN_LINE_WORDS + 1) <= MAX_OWN_LINE_WORDS;
    let line = paragraph.trim_end_matches(|c: char| is_dash(c) || is_colon(c) || c.is_whitespace());
    let is_place = || paragraph.ends_with(is_dash) && is_capitals_place(line);
    let is_dateline =
        short && !line.ends_with(is_terminator) && (is_place_and_agency(line, rules) || is_place());
    is_dateline.then_some(paragraph.len())
}

/// Tells whether a sentence is nothing but the agency that signs a report:
/// "(DHA)".
pub(super) fn is_signature(sentence: &str) -> bool {
    is_agency(sentence.trim_matches(|c: char| !is_alphanumeric(c)))
}

/// Reads a paragraph's head up to the last dash, colon or full stop for which
/// everything before it is a dateline.
fn closed(paragraph: Stretch<'_>, number: usize, rules: &Rules) -> Option<usize> {
    let opening = paragraph.get(0..head(paragraph.text).len());
    let head = opening.text;
    let mut found: Option<usize> = None;
    for separator in separators(opening) {
        if found.is_some_and(|end| separator.start < end) {
            continue;
        }
        let before = head[..separator.start].trim_end();
        if count_words(before, MAX_WORDS + 1) > MAX_WORDS {
            break;
        }
        let part = head[found.unwrap_or(0)..separator.start].trim();
        let closes = match found {
            None => closes_dateline(opening, &separator, number, rules),
            Some(end) => goes_on(&head[..end], part, rules),
        };
        if closes {
            found = Some(separator.end);
        } else if found.is_some() {
            break;
        }
    }
    found
}

/// Tells whether one more part belongs to a dateline, being what it left out, or
/// nothing between two marks:
/// «رويترز - لندن: », «أحمد علي- الرياض: », "КАЗАНЬ, 5 мая — РИА Новости."
fn goes_on(dateline: &str, part: &str, rules: &Rules) -> bool {
    let caseless = !part.chars().any(is_cased);
    part.is_empty()
        || is_agency(part.trim_matches(|c: char| !is_alphanumeric(c)))
        || (names_agency(dateline) || caseless && !has_spaced_dash(dateline))
            && is_bare_name(part, rules)
}

fn has_spaced_dash(text: &str) -> bool {
    text.trim_end_matches(is_dash)
        .ends_with(char::is_whitespace)
}

/// Lists the dashes, colons and full stops that might close a dateline, up to
/// a mark that no dateline holds.
fn separators(head: Stretch<'_>) -> impl Iterator<Item = Range<usize>> {
    let marks = head.marks().take_while(|mark| {
        !matches!(
            mark.char,
            '؟' | '!' | '?' | '؛' | ';' | '۔' | '。' | '"' | '«' | '“' | '”' | '„'
        )
    });
    let head = head.text;
    marks.filter_map(move |mark| {
        let Mark { at, char: c } = mark;
        let after = &head[mark.end()..];
        let apart = after.starts_with(char::is_whitespace);
        let separates = match c {
            'ـ' => apart && ends_in_name(&head[..at]),
            '|' => apart,
            c if is_dash(c) => apart,
            c if is_colon(c) => {
                !(after.starts_with(is_numeric) && head[..at].ends_with(is_numeric))
            }
            '.' => apart || after.starts_with(is_dash),
            '।' => head[..at].ends_with(')'),
            _ => false,
        };
        let dash = after.trim_start_matches(is_dash);
        let end = if c == '.' && dash.starts_with(char::is_whitespace) {
            head.len() - dash.len()
        } else {
            head.len() - after.len()
        };
        separates.then_some(at..end)
    })
}

/// A tatweel is a dash after a name, but not after a letter: «لـ», «هـ».
fn ends_in_name(before: &str) -> bool {
    const MIN_NAME_LETTERS: usize = 3;
    last_token(before)
        .chars()
        .filter(|c| c.is_alphabetic())
        .count()
        >= MIN_NAME_LETTERS
}

/// Tells whether what stands before a separator is a dateline.
fn closes_dateline(
    opening: Stretch<'_>,
    separator: &Range<usize>,
    number: usize,
    rules: &Rules,
) -> bool {
    let head = opening.text;
    let raw = &head[..separator.start];
    // Of a place that was left out a comma may be left.
    let before = raw.trim_start_matches([',', '،', ' ']).trim();
    let mark = head[separator.clone()].chars().next().unwrap_or_default();
    let signed = before.ends_with([')', '/', ']', '）']) || before.contains([' ', '/']);
    let with_agency = is_place_and_agency(before, rules);
    let after = opening.after(separator.end);
    if matches!(mark, '.' | '।') {
        return with_agency && before.ends_with([')', '/', ']'])
            || number <= MAX_BARE_PARAGRAPH
                && (is_city(
                    &head[..separator.start + mark.len_utf8()],
                    after.text,
                    rules,
                ) || is_place_and_day(before, rules));
    }
    if is_colon(mark) {
        // "AFP: Why did you leave?" is an interview.
        return is_called_agency(before)
            || with_agency && opens_in_agency(before)
            || signed
                && (with_agency && ends_in_agency(before) || is_correspondent(before, rules))
            || number == 0
                && (is_reporter_at(before, rules) || is_capitals_head(before, after.text));
    }
    with_agency
        || mark == '|' && is_place_beside_agency(before, rules)
        || number <= MAX_BARE_PARAGRAPH
            && (is_bare_place(raw, after, number, rules) || is_place_and_day(before, rules))
}

/// Tells whether the last part of a text, in brackets or behind a dash, is an
/// agency.
fn ends_in_agency(text: &str) -> bool {
    let text = text.trim_end_matches([')', ']', '/', '）']);
    let start = text.rfind(|c: char| matches!(c, '(' | '[' | '/' | '（') || is_dash(c));
    start.is_some_and(|at| {
        names_agency(text[at..].trim_start_matches(|c: char| !is_alphanumeric(c)))
    })
}

/// Tells whether an agency stands before a dash that touches it: «واس-الرياض».
fn opens_in_agency(text: &str) -> bool {
    let agency = text.split_once(is_dash).map(|(agency, _)| agency);
    agency.is_some_and(|agency| !agency.ends_with(char::is_whitespace) && is_agency(agency))
}

/// A place and whoever reports from there, in brackets: «کراچی (نامہ نگار)».
fn is_correspondent(text: &str, rules: &Rules) -> bool {
    let Some((place, reporter)) = text.strip_suffix(')').and_then(|text| text.split_once('('))
    else {
        return false;
    };
    let normal = normalize(reporter, rules.casing);
    rules.bylines.leading(words(&normal)).is_some() && is_bare_name(place.trim(), rules)
}

/// A place and the full name of whoever reports from there behind a dash, where
/// there are no capitals: «الشارقة - محمد علي».
fn is_reporter_at(text: &str, rules: &Rules) -> bool {
    let Some((place, reporter)) = text.split_once(is_dash) else {
        return false;
    };
    let caseless = !text.chars().any(|c| is_cased(c) || c.is_numeric());
    caseless
        && is_bare_name(place.trim(), rules)
        && REPORTER_WORDS.contains(&words(reporter).count())
        && are_names(reporter, rules)
}

/// Tells whether a text is nothing but an agency, with or without a place and
/// a date.
fn is_place_and_agency(text: &str, rules: &Rules) -> bool {
    if !names_agency(text) {
        return false;
    }
    let is_border = |c: char| matches!(c, '(' | '[' | '/' | '（') || is_dash(c);
    let end = text.find(is_border).unwrap_or(text.len());
    let place = text[..end].trim();
    place.is_empty() || is_agency(place) || is_dated_place(place, rules)
}

/// A place and an agency with nothing between them: "KARLSRUHE taz".
fn is_place_beside_agency(text: &str, rules: &Rules) -> bool {
    let parts = text.rsplit_once(' ');
    parts.is_some_and(|(place, agency)| is_agency(agency) && is_bare_name(place, rules))
}

/// A place, perhaps with a date: "NAIROBI, Kenya, Jan. 5".
fn is_dated_place(place: &str, rules: &Rules) -> bool {
    let dated = place.contains(is_numeric);
    let short = count_words(place, MAX_DATED_PLACE_WORDS + 1) <= MAX_DATED_PLACE_WORDS;
    short && !place.starts_with(is_small) && (dated || is_bare_name(place, rules))
        || place.chars().next().is_some_and(is_cased) && is_capitalised(place)
}

/// Tells whether a text may be a name: few words, no function word among
/// them, and each with a capital where there are capitals.
fn is_bare_name(text: &str, rules: &Rules) -> bool {
    let short = (1..=MAX_PLACE_WORDS).contains(&count_words(text, MAX_PLACE_WORDS + 1));
    if text.chars().any(is_cased) {
        return short && is_capitalised(text);
    }
    short && are_names(text, rules)
}

/// Tells whether no word is one that names do without.
fn are_names(text: &str, rules: &Rules) -> bool {
    // In normal form Ali is such a word, so it goes first.
    let names: Vec<&str> = words(text).filter(|&word| word != ALI).collect();
    let normal = normalize(&names.join(" "), rules.casing);
    !words(&normal).any(|word| rules.stop_words.contains(word) || rules.speech_verbs.contains(word))
}

fn is_capitalised(text: &str) -> bool {
    words(text).count() <= MAX_DATED_PLACE_WORDS
        && !words(text).any(|word| word.starts_with(is_small))
}

/// A place without an agency before a dash: "GENEVA —", «الدوحة- ».
fn is_bare_place(raw: &str, after: Stretch<'_>, number: usize, rules: &Rules) -> bool {
    let apart = raw.ends_with(|c: char| c.is_whitespace() || matches!(c, ')' | '.'));
    let place = raw.trim();
    if place.chars().any(is_cased) {
        return apart
            && (is_capitals_place(place)
                || CITIES.contains(&place)
                || is_name_of_city(place, rules) && opens_with_function_word(after.text, rules));
    }
    // A dash that leans on the word before it is a dateline's own.
    let names_place = is_bare_name(place, rules) && place.chars().all(|c| !c.is_numeric());
    let follows_verb = rules
        .speech_verbs
        .contains(&normalize(first_word(after.text), rules.casing));
    names_place
        && (!apart || follows_verb || number == 0 && is_opening_place(place, after))
        && !is_aside(after, rules)
}

/// Tells whether a name in front of a whole report is the place that it comes
/// from: no headline, and nothing that the dash explains or a colon follows.
fn is_opening_place(place: &str, whole: Stretch<'_>) -> bool {
    let after = whole.text;
    let explains = EXPLAINING.contains(&first_word(after));
    let nearby = separators(whole).next().is_some_and(|next| {
        let between = &after[..next.start];
        count_words(between, MAX_NEARBY_WORDS + 1) <= MAX_NEARBY_WORDS
    });
    let reports = after.trim_end().ends_with(is_terminator)
        || count_words(after, MIN_REPORT_WORDS) >= MIN_REPORT_WORDS;
    count_words(place, MAX_OPENING_WORDS + 1) <= MAX_OPENING_WORDS
        && !explains
        && !nearby
        && reports
}

/// Tells whether a dash opened an aside, which another closes: «وصلت- كما قال
/// الأب- متأخرة».
fn is_aside(whole: Stretch<'_>, rules: &Rules) -> bool {
    let after = whole.text;
    let closing = separators(whole).find(|place| after[place.clone()].starts_with(is_dash));
    closing.is_some_and(|place| {
        let aside = &after[..place.start];
        count_words(aside, MAX_WORDS) < MAX_WORDS && !is_bare_name(aside.trim(), rules)
    })
}

/// A place and the day of the report: "Bogotá, 12 de marzo de 2026".
fn is_place_and_day(text: &str, rules: &Rules) -> bool {
    let Some((place, day)) = text.split_once(',') else {
        return false;
    };
    let mut named = false;
    let is_of_day = |word: &str| {
        let normal = normalize(word, rules.casing);
        let function_word = rules.stop_words.contains(&normal);
        let known = rules.stamps.contains(&normal);
        named |= known && !function_word;
        known || function_word || word.starts_with(is_numeric)
    };
    place.chars().any(is_cased)
        && is_bare_name(place, rules)
        && day.contains(is_numeric)
        && words(day).all(is_of_day)
        && named
}

/// Tells whether a text opens with a capital that only the beginning of a
/// sentence gives it: "The", "Die".
fn opens_with_function_word(text: &str, rules: &Rules) -> bool {
    let word = first_word(text);
    starts_capitalised(text.trim_start())
        && rules.stop_words.contains(&normalize(word, rules.casing))
}

/// Tells whether a text may be the name of a city: one word or two with
/// capitals, and no function word among them.
fn is_name_of_city(text: &str, rules: &Rules) -> bool {
    count_words(text, MAX_OPENING_WORDS + 1) <= MAX_OPENING_WORDS
        && text.chars().all(|c| c.is_alphabetic() || c == ' ')
        && text.chars().nth(MIN_CITY_LETTERS - 1).is_some()
        && is_capitalised(text)
        && are_names(text, rules)
}

/// "Köln. Wegen …", "STOCKHOLM. The …": one word with a capital before a longer
/// sentence, unless the stop is that of a title.
fn is_city(stopped: &str, after: &str, rules: &Rules) -> bool {
    let after = after.trim_start();
    let opens = after.starts_with(is_numeric) || starts_capitalised(after);
    let text = stopped.trim_end_matches('.');
    if opens && CITIES.contains(&text) {
        return true;
    }
    opens
        && text.starts_with(char::is_uppercase)
        && text.chars().all(char::is_alphabetic)
        && text.chars().nth(MIN_CITY_LETTERS - 1).is_some()
        && count_words(after, MIN_WORDS_AFTER_CITY) >= MIN_WORDS_AFTER_CITY
        && !rules.stop_words.contains(&normalize(text, rules.casing))
        && full_stop_ends_sentence(stopped, after, rules)
}

/// A city in capitals before the colon of a report: "KARACHI: The …".
fn is_capitals_head(place: &str, after: &str) -> bool {
    let after = after.trim_start();
    is_capitals_place(place)
        && CITIES
            .iter()
            .any(|city| city.to_lowercase() == place.to_lowercase())
        && (starts_capitalised(after) || after.starts_with(is_numeric))
        && count_words(after, MIN_WORDS_AFTER_CITY) >= MIN_WORDS_AFTER_CITY
}

/// "PARIS", "NEW YORK, May 5": the place all in capitals.
fn is_capitals_place(place: &str) -> bool {
    let city = place
        .split([',', '(', '/'])
        .next()
        .unwrap_or_default()
        .trim();
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3
        && city.split_whitespace().count() <= MAX_PLACE_WORDS
        && city
            .chars()
            .all(|c| c.is_uppercase() || c.is_whitespace() || matches!(c, '.' | '\'' | '-'))
}

fn is_dash(c: char) -> bool {
    matches!(c, '–' | '—' | '-' | 'ـ' | '−' | '―')
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}
