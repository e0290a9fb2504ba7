//! The dateline that opens a report: place, date or agency before a dash.
//!
//! A sentence that loses its head costs more than a dateline that stays, so
//! the shape alone never decides: it takes an agency's name, a place in
//! capitals, or a dash that only datelines have.

mod agency;
mod cities;
mod names;
mod place;
mod unmarked;

use std::ops::{Range, RangeInclusive};

use super::furniture::heading::MAX_HEADLINE_WORDS;
use super::initials::initials;
use super::token::{
    count_words, ends_in_terminator, first_token, first_word, head, is_cased, is_small,
    is_terminator, last_token, words,
};
use crate::text::marks::{Mark, Stretch};
use crate::text::normalize::{is_alphanumeric, is_numeric, normalize};
use crate::text::rules::Rules;
pub(super) use agency::is_agency;
use agency::{is_called_agency, is_paper, is_quote, names_agency, quoted};
use place::{
    are_names, is_bare_name, is_bare_place, is_capitals_head, is_capitals_place, is_city,
    is_city_name, is_dated_place, is_day, is_dotted_day, is_in_country, is_known_place,
    is_listed_place, is_no_place, is_place_and_day,
};

/// Longest part of a dateline in words; a longer one is part of the report.
const MAX_WORDS: usize = 9;
/// Longest paragraph, in words, that is nothing but a dateline.
const MAX_OWN_LINE_WORDS: usize = 6;
/// Words of a reporter's full name.
const REPORTER_WORDS: RangeInclusive<usize> = 2..=4;
/// Fewest letters of a label before a stop and a dash: "P.-" asks.
const MIN_LABEL_LETTERS: usize = 4;
/// Paragraphs in which a place makes a dateline without an agency: further
/// down it is more likely part of a sentence.
const MAX_BARE_PARAGRAPH: usize = 2;
/// Fewest words after a dateline, without which it would be a title.
const MIN_WORDS_AFTER: usize = 3;

/// Returns where the dateline of a paragraph ends, if it has one.
pub(super) fn end(whole: Stretch<'_>, number: usize, rules: &Rules) -> Option<usize> {
    let paragraph = whole.text;
    let unmarked = || unmarked::end(head(paragraph), number, rules);
    // «ባሕር ዳር: ኅዳር 15/2018 ዓ.ም (አሚኮ)».
    let behind_colon = |end: usize| {
        let colon = rules.cites_in_brackets && paragraph[..end].ends_with(is_colon);
        colon
            .then(unmarked)
            .flatten()
            .map_or(end, |later| later.max(end))
    };
    let end = own_line(paragraph, rules)
        .or_else(|| closed(whole, number, rules).map(behind_colon))
        .or_else(|| agency::east_asian(head(paragraph)))
        .or_else(unmarked)?;
    let end = past_dash(paragraph, past_agency(paragraph, end, rules));
    let after = paragraph[end..].trim_start();
    let goes_on = after.starts_with(is_small);
    let enough = after.is_empty() || count_words(after, MIN_WORDS_AFTER) >= MIN_WORDS_AFTER;
    // «लखनऊ: पुलिस ने …» may be a headline; Urdu often lacks its stops.
    let headline = is_city_colon(&paragraph[..end])
        && !rules.verbs_end
        && !ends_in_terminator(paragraph)
        && count_words(paragraph, MAX_HEADLINE_WORDS + 1) <= MAX_HEADLINE_WORDS;
    (enough && !goes_on && !headline).then_some(end)
}

/// Takes along a dash behind the agency or the day: "(SONNA) -- ", "14 พ.ย.-".
fn past_dash(paragraph: &str, end: usize) -> usize {
    let rest = &paragraph[end..];
    let after = rest.trim_start().trim_start_matches(is_dash);
    let leans = paragraph[..end].ends_with(['.', ')', ':']) && rest.starts_with(is_dash);
    let apart = after.starts_with(' ') && rest.trim_start().starts_with(is_dash);
    if leans || apart {
        paragraph.len() - after.len()
    } else {
        end
    }
}

/// Tells whether a dateline is a city before a colon, in a script without capitals.
fn is_city_colon(dateline: &str) -> bool {
    let bare = dateline.trim_end_matches(is_behind_dateline);
    let city = bare.strip_suffix(is_colon);
    city.is_some_and(|city| is_listed_place(city.trim()))
}

/// Takes along an agency behind the dash, which a verb of saying follows:
/// «الدوحة - قنا أعلنت …».
fn past_agency(paragraph: &str, end: usize, rules: &Rules) -> usize {
    let rest = paragraph[end..].trim_start();
    let agency = first_token(rest);
    let after = &rest[agency.len()..];
    if agency.starts_with('(') && is_signature(agency) {
        return paragraph.len() - after.len();
    }
    if is_agency(agency) && opens_with_verb(after, rules) {
        paragraph.len() - after.len()
    } else {
        end
    }
}

/// Tells whether a verb of saying opens a text, as it opens reports in Arabic.
fn opens_with_verb(text: &str, rules: &Rules) -> bool {
    let verb = normalize(first_word(text), rules.casing);
    rules.speech_verbs.contains(&verb) && !verb.chars().any(is_cased)
}

/// A short paragraph that is all dateline: «رويترز - لندن», "Lisboa, 12 de março de 2026".
fn own_line(paragraph: &str, rules: &Rules) -> Option<usize> {
    let line = paragraph.trim_end_matches(|c: char| is_dash(c) || is_colon(c) || c.is_whitespace());
    let short = count_words(paragraph, MAX_OWN_LINE_WORDS + 1) <= MAX_OWN_LINE_WORDS;
    // «… 밝혔다. /연합뉴스» is a sentence and who sent it.
    let told = || line.contains("다. ") || line.contains(['።', '۔', '।']);
    if !short || line.ends_with(is_terminator) || told() {
        return None;
    }
    let is_place =
        || paragraph.ends_with(is_dash) && (is_capitals_place(line, rules) || is_known_place(line));
    let is_dated_city = || {
        let city = line.split(',').next().unwrap_or_default();
        is_known_place(city) && is_place_and_day(line, rules)
    };
    let by_agency =
        is_place_and_agency(line, rules) && (!line.contains('/') || ends_in_agency(line));
    (by_agency || is_place() || is_dated_city()).then_some(paragraph.len())
}

/// Tells whether a sentence is nothing but the agency that signs a report:
/// "(DHA)".
pub(super) fn is_signature(sentence: &str) -> bool {
    let name = sentence.trim_matches(|c: char| !is_alphanumeric(c));
    // "-417-สำนักข่าวไทย": the number of an editor.
    let unnumbered = name.trim_start_matches(|c| is_numeric(c) || is_dash(c));
    is_agency(name) || unnumbered.len() < name.len() && is_agency(unnumbered)
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
        let part = head[found.unwrap_or(0)..separator.start].trim();
        if count_words(part, MAX_WORDS + 1) > MAX_WORDS {
            break;
        }
        let mark = head[separator.clone()].chars().next();
        let closes = match found {
            None => closes_dateline(opening, &separator, number, rules),
            Some(end) => goes_on(&head[..end], part, mark, rules),
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
fn goes_on(dateline: &str, part: &str, mark: Option<char>, rules: &Rules) -> bool {
    if dateline.ends_with('।') {
        return false;
    }
    if is_city_colon(dateline) {
        // «هەولێر: ٣٥ پلە، سلێمانی: …» goes on with other cities.
        return part.is_empty() || is_agency(part) || is_day(part, rules);
    }
    let caseless = !part.chars().any(is_cased);
    let dated = part.contains(is_numeric) && is_capitals_place(part, rules);
    // Behind the agency the place: "İHA - Konya - Belediye …".
    let second_place = || {
        let agency = dateline.trim_end_matches(is_behind_dateline);
        mark.is_some_and(is_dash) && is_agency(agency) && count_words(part, 2) == 1
    };
    part.is_empty()
        || quoted(part).is_some_and(|range| range == (0..part.len()))
        || is_agency(by_correspondent(part).trim_matches(|c: char| !is_alphanumeric(c)))
        || is_signed_by_agency(part)
        // «الرياض، المملكة العربية السعودية — 3 سبتمبر 2024 — أعلنت …».
        || is_day(part, rules) && is_in_country(dateline.trim_end_matches(is_behind_dateline), rules)
        || names_agency(dateline) && (is_day(part, rules) || is_place_and_day(part, rules))
        // "Москва. 12 марта. ИНТЕРФАКС -".
        || dateline.ends_with('.') && is_day(part, rules)
        || !(mark == Some('.') && is_stop_of_word(part, rules))
            && (caseless || is_city_name(part) || dated || second_place())
            && (names_agency(dateline) || caseless && !has_spaced_dash(dateline))
            && is_bare_name(part, rules)
}

/// Leaves out the correspondent before an agency: "/Корр. ТАСС/".
fn by_correspondent(part: &str) -> &str {
    part.trim_start_matches("/Корр. ")
}

/// Tells whether the stop behind a part is that of its last word: «(বাসস): ড. করিম».
fn is_stop_of_word(part: &str, rules: &Rules) -> bool {
    let stopped = format!("{}.", last_token(part));
    rules.is_abbreviation(&stopped) || initials(&stopped) > 0
}

/// "РИА Новости, Анна Орлова": an agency and who reports for it.
fn is_signed_by_agency(part: &str) -> bool {
    let parts = part.split_once(',');
    parts.is_some_and(|(agency, name)| {
        is_agency(agency)
            && REPORTER_WORDS.contains(&words(name).count())
            && words(name).all(|word| word.starts_with(char::is_uppercase))
    })
}

/// Tells whether a character may part a dateline from what follows.
fn is_behind_dateline(c: char) -> bool {
    is_dash(c) || c.is_whitespace()
}

fn has_spaced_dash(text: &str) -> bool {
    text.trim_end_matches(is_dash)
        .ends_with(char::is_whitespace)
}

/// Lists the dashes, colons and full stops that might close a dateline, up to
/// a mark that no dateline holds.
fn separators(head: Stretch<'_>) -> impl Iterator<Item = Range<usize>> {
    let source = quoted(head.text).unwrap_or_default();
    let is_of_source = {
        let source = source.clone();
        move |mark: &Mark| source.contains(&mark.at)
    };
    let marks = head.marks().take_while(move |mark| {
        source.contains(&mark.at)
            || !matches!(
                mark.char,
                '؟' | '!' | '?' | '؛' | ';' | '۔' | '。' | '"' | '«' | '“' | '”' | '„'
            )
    });
    let marks = marks.filter(move |mark| !is_of_source(mark));
    let head = head.text;
    marks.filter_map(move |mark| {
        let Mark { at, char: c } = mark;
        let after = &head[mark.end()..];
        let apart = after.starts_with(char::is_whitespace);
        let separates = match c {
            'ـ' => apart && ends_in_name(&head[..at]),
            '|' => apart,
            c if is_dash(c) => apart,
            // "14:30", "EU:s".
            c if is_colon(c) => {
                let in_number = after.starts_with(is_numeric) && head[..at].ends_with(is_numeric);
                !in_number && !after.starts_with(is_small)
            }
            // "/Корр. ТАСС/" is an agency.
            '.' => (apart || after.starts_with(is_dash)) && !head[..at].ends_with("/Корр"),
            '।' => head[..at].ends_with(')') || is_listed_place(&head[..at]),
            _ => false,
        };
        let rest = after.strip_prefix(' ').unwrap_or(after);
        let dash = rest.trim_start_matches(is_dash);
        let dashed = dash.len() < rest.len() && dash.starts_with(char::is_whitespace);
        let end = if c == '.' && dashed {
            head.len() - dash.len()
        } else if is_colon(c) && !dash.starts_with(is_numeric) {
            // "13/11/2025:-".
            head.len() - after.trim_start_matches(is_dash).len()
        } else {
            head.len() - after.len()
        };
        (separates && !is_bracketed(head, at)).then_some(at..end)
    })
}

/// Tells whether a place lies within brackets that are closed behind it.
fn is_bracketed(head: &str, at: usize) -> bool {
    let (before, after) = head.split_at(at);
    let open = before
        .rfind('(')
        .is_some_and(|start| !before[start..].contains(')'));
    open && after.contains(')')
}

/// A tatweel is a dash after a name, but not after a letter: «لـ», «هـ».
fn ends_in_name(before: &str) -> bool {
    const MIN_NAME_LETTERS: usize = 3;
    last_token(before.trim_end())
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
    // Of two dashes the second is the separator.
    let raw = head[..separator.start].trim_end_matches(is_dash);
    // Of a place that was left out a comma may be left.
    let before = raw.trim_start_matches([',', '،', ' ']).trim();
    let mark = head[separator.clone()].chars().next().unwrap_or_default();
    let after = opening.after(separator.end);
    if matches!(mark, '.' | '।') {
        let stopped = &head[..separator.start + mark.len_utf8()];
        return is_label_before_dash(before, &head[separator.start..], rules)
            && (number <= MAX_BARE_PARAGRAPH || is_city_name(before))
            || number <= MAX_BARE_PARAGRAPH
                && after.text.starts_with(is_dash)
                && is_dotted_day(stopped, after.text, rules)
            || closes_at_stop(before, stopped, after.text, number, rules);
    }
    if is_colon(mark) {
        return closes_at_colon(before, after.text, number, rules);
    }
    // Amharic has a dash behind its colon.
    if let Some(before) = before.strip_suffix('፡') {
        return closes_at_colon(before.trim_end(), after.text, number, rules);
    }
    is_place_and_agency(before, rules)
        || number == 0 && (is_place_dash_paper(before, rules) || is_in_country(before, rules))
        || mark == '|' && is_place_beside_agency(before, rules)
        || number <= MAX_BARE_PARAGRAPH
            && (is_bare_place(raw, after, number, rules)
                || is_place_and_day(before, rules)
                || is_dotted_day(before, after.text, rules))
}

/// Tells whether what stands before a full stop is a dateline: "Köln.", «देहरादून।».
fn closes_at_stop(before: &str, stopped: &str, after: &str, number: usize, rules: &Rules) -> bool {
    let with_agency = (before.ends_with([')', '/', ']']) || is_place_dash_agency(before, rules))
        && is_place_and_agency(before, rules);
    let known = number == 0 || is_city_name(before);
    let is_place = || {
        stopped.ends_with('।') && is_listed_place(before)
            || known && is_city(stopped, after, rules)
            || before.contains([',', '،']) && is_place_and_day(before, rules)
    };
    with_agency || number <= MAX_BARE_PARAGRAPH && is_place()
}

/// Tells whether what stands before a colon is a dateline: «(رويترز):», "KARACHI:".
fn closes_at_colon(before: &str, after: &str, number: usize, rules: &Rules) -> bool {
    let with_agency = is_place_and_agency(before, rules);
    let signed = before.ends_with([')', '/', ']', '）']) || before.contains([' ', '/']);
    // Further down "Wagner (AA):" speaks.
    let early = number <= MAX_BARE_PARAGRAPH;
    // "AFP: Why did you leave?" is an interview.
    is_called_agency(before)
        || with_agency && opens_in_agency(before)
        || signed
            && (early || !before.contains(is_cased))
            && (with_agency && ends_in_agency(before) || is_correspondent(before, rules))
        || early && is_place_and_day(before, rules)
        || number == 0
            && (!rules.knows_cities && is_reporter_at(before, rules)
                || is_capitals_head(before, after, rules))
}

/// Tells whether a label stands before a stop that a dash touches, as in Spanish:
/// "LONDRES.- ", "12-mayo-2026.- ".
fn is_label_before_dash(before: &str, stop: &str, rules: &Rules) -> bool {
    let dash = stop.trim_start_matches('.');
    let after = dash.trim_start_matches(is_dash);
    let apart = after.len() < dash.len() && after.starts_with(char::is_whitespace);
    let is_of_label = |word: &str| {
        let normal = normalize(word, rules.casing);
        word.starts_with(char::is_uppercase)
            || word.starts_with(is_numeric)
            || rules.months.contains(&normal)
            || rules.stop_words.contains(&normal)
    };
    let capital = |c: char| c.is_uppercase() || is_numeric(c);
    apart
        && before.starts_with(capital)
        && before.chars().filter(|c| c.is_alphabetic()).count() >= MIN_LABEL_LETTERS
        && !is_no_place(before)
        && words(before).all(is_of_label)
}

/// Tells whether the last part of a text, in brackets or behind a dash, is an
/// agency.
fn ends_in_agency(text: &str) -> bool {
    let text = text.trim_end_matches([')', ']', '/', '）']);
    let start = text.rfind(|c: char| matches!(c, '(' | '[' | '/' | '（') || is_dash(c));
    start.is_some_and(|at| {
        names_agency(text[at..].trim_start_matches(|c: char| !is_alphanumeric(c) && !is_quote(c)))
    })
}

/// A place and an agency behind a dash: «موسكو - سبوتنيك».
fn is_place_dash_agency(text: &str, rules: &Rules) -> bool {
    let parts = text.rsplit_once(is_dash);
    parts.is_some_and(|(place, agency)| is_agency(agency) && is_bare_name(place.trim(), rules))
}

/// A place and a paper behind a dash: «عمان - الرأي».
fn is_place_dash_paper(text: &str, rules: &Rules) -> bool {
    let parts = text.rsplit_once(is_dash);
    parts.is_some_and(|(place, paper)| is_paper(paper.trim()) && is_bare_name(place.trim(), rules))
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
    if let Some((place, source)) = text.split_once(is_colon) {
        let source = source.trim();
        let is_source = is_agency(source) || quoted(source) == Some(0..source.len());
        return is_source && is_dated_place(place.trim(), rules);
    }
    let is_border = |c: char| matches!(c, '(' | '[' | '/' | '（') || is_dash(c) || is_quote(c);
    let end = text.find(is_border).unwrap_or(text.len());
    let place = text[..end].trim();
    // "Jakarta, Beritasatu.com".
    let beside = || {
        let parts = place.split_once(", ");
        parts.is_some_and(|(city, agency)| is_agency(agency) && is_city_name(city))
    };
    place.is_empty() || is_agency(place) || is_dated_place(place, rules) || beside()
}

/// A place and an agency with nothing between them: "KARLSRUHE taz".
fn is_place_beside_agency(text: &str, rules: &Rules) -> bool {
    let parts = text.rsplit_once(' ');
    parts.is_some_and(|(place, agencies)| {
        agencies.split('/').any(is_agency) && is_bare_name(place, rules)
    })
}

fn is_dash(c: char) -> bool {
    matches!(c, '–' | '—' | '-' | 'ـ' | '−' | '―' | '─')
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '፦')
}
