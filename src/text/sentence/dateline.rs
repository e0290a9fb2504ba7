//! The dateline that opens a report: place, date or agency before a dash.

use super::boundary::{first_word, head};
use crate::text::normalize::normalize;
use crate::text::rules::Rules;

/// Longest dateline in words; a longer beginning is part of the report.
const MAX_WORDS: usize = 9;
/// Longest place without an agency's name, in words.
const MAX_PLACE_WORDS: usize = 3;
/// Paragraphs in which a bare place and a dash make a dateline: further down
/// they are more likely part of a sentence.
const MAX_BARE_PARAGRAPH: usize = 1;
/// Fewest words after a dateline, without which it would be a title.
const MIN_WORDS_AFTER: usize = 4;

/// News agencies, normalised, in the spellings of datelines.
const AGENCIES: &[&str] = &[
    "reuters", "afp", "ap", "upi", "dpa", "efe", "ansa", "lusa", "xinhua", "tass", "aa", "dha",
    "iha", "irna", "isna", "bloomberg", "interfax", "ria", "pti", "ani", "antara", "kuna", "wam",
    "spa", "qna", "bna", "mena", "aps", "map", "tap", "wafa", "sana", "petra", "reuter",
    "رويترز", "واس", "وام", "قنا", "كونا", "بنا", "بترا", "سانا", "وفا", "وات", "واج", "واع",
    "اف ب", "ا ف ب", "ا.ف.ب", "د ب ا", "د.ب.ا", "ا ش ا", "ا.ش.ا", "ا ب", "ا.ب", "و م ع",
    "الاناضول", "شينخوا", "سبوتنيك", "العمانيه", "فرانس برس", "وكالات", "ايرنا", "ايسنا",
    "فارس", "تسنيم", "مهر", "روترز", "اي ايف بي", "тасс", "риа новости", "интерфакс", "рейтер",
    "新华社", "法新社", "路透社", "共同社", "時事", "भाषा", "एएनआई",
];

/// Returns where the dateline of a paragraph ends, if it has one.
pub(super) fn end(paragraph: &str, number: usize, rules: &Rules) -> Option<usize> {
    let head = head(paragraph);
    let (place, close) = closing_dash(head)?;
    let words = place.split_whitespace().count();
    let after = paragraph[close..].trim_start();
    let enough_after = after.split_whitespace().nth(MIN_WORDS_AFTER - 1).is_some();
    if words == 0 || words > MAX_WORDS || !enough_after {
        return None;
    }
    let is_dateline = names_agency(place, rules)
        || is_capitals_place(place)
        || (number <= MAX_BARE_PARAGRAPH && is_bare_place(place, after, rules));
    is_dateline.then_some(close)
}

/// Splits a paragraph's head at the dash or colon that may close a dateline:
/// the last one of the first few words for which the rest still reads as one.
fn closing_dash(head: &str) -> Option<(&str, usize)> {
    let mut found = None;
    for (at, c) in head.char_indices() {
        let after = &head[at + c.len_utf8()..];
        let before = &head[..at];
        if ends_dateline(before) || before.split_whitespace().count() > MAX_WORDS {
            break;
        }
        let is_dash = matches!(c, '–' | '—' | '-' | 'ـ' | '−');
        let stands_apart = before.ends_with([' ', ')', '.', '\u{a0}']) && after.starts_with(char::is_whitespace);
        let is_colon = matches!(c, ':' | '：') && !after.starts_with(|c: char| c.is_numeric());
        if (is_dash && stands_apart) || is_colon {
            let place = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-'));
            found = Some((place, at + c.len_utf8()));
            if is_colon || closes_here(after) {
                break;
            }
        }
    }
    found
}

/// A second dash within a few words still belongs to the dateline:
/// «القاهرة - (أ ف ب) -» and «رويترز - لندن: ».
fn closes_here(after: &str) -> bool {
    const LOOK_AHEAD_WORDS: usize = 5;
    let mut words = after.split_whitespace().take(LOOK_AHEAD_WORDS);
    !words.any(|word| matches!(word, "–" | "—" | "-" | "ـ") || word.ends_with([':', '-']) && word.len() > 1)
}

/// A sentence end before any dash means that there is no dateline.
fn ends_dateline(before: &str) -> bool {
    before.ends_with(['؟', '!', '?', '،', '؛', '۔', '。', '"', '«', '“'])
}

fn names_agency(place: &str, rules: &Rules) -> bool {
    let normal = normalize(place, rules.casing);
    let spaced: String = normal
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '.' { c } else { ' ' })
        .collect();
    let padded = format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "));
    AGENCIES
        .iter()
        .any(|agency| padded.contains(&format!(" {agency} ")) || padded.contains(&format!(" {agency}. ")))
}

/// "PARIS", "NEW YORK, May 5": the place all in capitals.
fn is_capitals_place(place: &str) -> bool {
    let city = place.split([',', '(', '/']).next().unwrap_or_default().trim();
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3
        && city.split_whitespace().count() <= MAX_PLACE_WORDS + 1
        && city.chars().all(|c| !c.is_alphabetic() || c.is_uppercase())
}

/// A place of a script without case: a few content words before a dash.
fn is_bare_place(place: &str, after: &str, rules: &Rules) -> bool {
    let normal = normalize(place, rules.casing);
    let caseless = normal
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(|c| !c.is_lowercase());
    let mut words = normal.split_whitespace();
    let follows_verb = {
        let word = normalize(first_word(after), rules.casing);
        rules.speech_verbs.contains(&word)
    };
    caseless
        && follows_verb
        && normal.split_whitespace().count() <= MAX_PLACE_WORDS
        && !words.any(|word| rules.stop_words.contains(word))
}
