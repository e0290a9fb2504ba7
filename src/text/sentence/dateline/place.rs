//! The places and days of datelines: what may be the name of one where nobody has a
//! list of them all.

use super::super::abbreviation::full_stop_ends_sentence;
use super::super::candidate::starts_capitalised;
use super::super::token::{count_words, first_word, is_cased, is_small, is_terminator, words};
use super::{MAX_WORDS, is_dash, separators};
use crate::text::marks::Stretch;
use crate::text::normalize::{is_numeric, normalize};
use crate::text::rules::Rules;

/// Longest place without an agency's name, in words.
pub(super) const MAX_PLACE_WORDS: usize = 3;
/// "New" in "New Delhi", a function word of Urdu.
const NEW: &str = "نئی";
/// A name whose normal form is that of the word "on".
const ALI: &str = "علي";
/// Longest place and date before an agency's name, in words.
const MAX_DATED_PLACE_WORDS: usize = 6;
/// Longest place that opens a report before a dash like any other, in words.
const MAX_OPENING_WORDS: usize = 2;
/// Words to the next mark that might close a dateline as well.
const MAX_NEARBY_WORDS: usize = 5;
/// More words than most headlines have, and no more than a head shows.
const MIN_REPORT_WORDS: usize = 10;
/// What stands before a dash as places do, and is none: "urgent", "video",
/// "source", who speaks, what a notice says first.
const NO_PLACES: &[&str] = &[
    "عاجل", "فيديو", "بالفيديو", "مصدر", "مصادر", "وزير", "وزيرة", "وزارة", "رئيس", "الرئيس",
    "الوزير", "الوزارة", "الخارجية", "الداخلية", "الجيش", "المتحدث", "حماس", "مراسلنا", "مراسلتنا",
    "بيان", "ملاحظة", "تنويه", "المكان", "الزمان", "السبب", "الهدف", "النتيجة", "السؤال", "الجواب",
    "دولت", "فوری", "فیلم", "ویدئو", "ویدیو", "تورم", "وزارت", "سخنگوی", "سخنگو", "رئیس", "استقلال",
    "پرسپولیس", "سپاهان", "تراکتور", "وزیراعظم", "وزیراعلیٰ", "صدر", "چیئرمین", "ترجمان", "ذرائع",
    "بریکنگ", "سوال", "جواب", "نوٹ", "تصحیح", "وضاحت", "الف", "پاک", "پاکستان", "بھارت", "چین",
    "امریکہ", "امریکا", "ایران", "روس", "اسرائیل", "ہند", "ABD", "CHP", "AKP", "MHP", "THY",
    "TCMB", "TBMM", "AFAD", "BAŞKAN", "USA", "NATO", "UN",
];
/// Cities of Urdu papers, which stand before the colon of a report.
const URDU_CITIES: &[&str] = &[
    "کراچی", "لاہور", "اسلام آباد", "راولپنڈی", "پشاور", "کوئٹہ", "ملتان", "فیصل آباد", "گوجرانوالہ",
    "سیالکوٹ", "حیدرآباد", "سکھر", "مظفرآباد", "گلگت", "مانسہرہ", "ایبٹ آباد", "نئی دہلی", "ممبئی",
    "لکھنؤ", "پٹنہ", "سرینگر", "سری نگر", "جموں", "بھوپال", "کولکاتا", "بنگلورو", "چنئی",
    "احمد آباد", "علی گڑھ", "کابل", "تہران", "ڈھاکہ", "ڈھاکا", "دبئی", "ابوظہبی", "ریاض", "دوحہ",
    "غزہ", "بیروت", "دمشق", "بغداد", "قاہرہ", "انقرہ", "استنبول", "لندن", "پیرس", "برلن",
    "واشنگٹن", "نیویارک", "ماسکو", "بیجنگ", "ٹوکیو", "سڈنی", "جنیوا",
];
/// Fewest letters of a place in a script without capitals.
const MIN_PLACE_LETTERS: usize = 3;
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
    "Warszawa", "Washington", "Wien", "Yogyakarta", "Zürich", "İstanbul", "Jeddah", "Manchester",
    "Birmingham", "Muscat", "Manama", "Sharjah", "Dammam", "Makkah", "Johannesburg", "Cape Town",
    "Harare", "Kampala", "Addis Ababa", "Dera Ismail Khan", "Gujranwala", "Sialkot", "Gwadar",
    "Hong Kong", "Jammu", "Alger", "Algiers",
];
/// Most words of a date whose month is not known.
const MAX_DATE_WORDS: usize = 3;
const YEAR_DIGITS: usize = 4;
/// Figures of a date without the name of a month: "12.03.2026".
pub(super) const DATE_FIGURES: usize = 3;
/// Fewest words after it, no more than a head shows in any script.
const MIN_WORDS_AFTER_CITY: usize = 6;

/// A place, perhaps with a date: "NAIROBI, Kenya, Jan. 5".
pub(super) fn is_dated_place(place: &str, rules: &Rules) -> bool {
    let dated = place.contains(is_numeric);
    let short = count_words(place, MAX_DATED_PLACE_WORDS + 1) <= MAX_DATED_PLACE_WORDS;
    short && !place.starts_with(is_small) && (dated || is_bare_name(place, rules))
        || place.chars().next().is_some_and(is_cased) && is_capitalised(place)
}

/// Tells whether a text may be a name: few words, no function word among
/// them, and each with a capital where there are capitals.
pub(super) fn is_bare_name(text: &str, rules: &Rules) -> bool {
    let short = (1..=MAX_PLACE_WORDS).contains(&count_words(text, MAX_PLACE_WORDS + 1));
    if text.chars().any(is_cased) {
        return short && is_capitalised(text);
    }
    short && are_names(text, rules)
}

/// Tells whether no word is one that names do without.
pub(super) fn are_names(text: &str, rules: &Rules) -> bool {
    // In normal form Ali is such a word, so it goes first.
    let names: Vec<&str> = words(text)
        .filter(|&word| word != ALI && word != NEW)
        .collect();
    let normal = normalize(&names.join(" "), rules.casing);
    !words(&normal).any(|word| rules.stop_words.contains(word) || rules.speech_verbs.contains(word))
}

pub(super) fn is_capitalised(text: &str) -> bool {
    words(text).count() <= MAX_DATED_PLACE_WORDS
        && !words(text).any(|word| word.starts_with(is_small))
}

/// A place without an agency before a dash: "GENEVA —", «الدوحة- ».
pub(super) fn is_bare_place(raw: &str, after: Stretch<'_>, number: usize, rules: &Rules) -> bool {
    let apart = raw.ends_with(|c: char| c.is_whitespace() || matches!(c, ')' | '.'));
    let place = raw.trim().trim_matches(['(', ')']);
    if place.chars().any(is_cased) {
        let leans = || number == 0 && is_capitals_place(place, rules);
        return (apart || leans())
            && (is_capitals_place(place, rules)
                || CITIES.contains(&place)
                || is_city_and_country(place) && opens_with_function_word(after.text, rules)
                || is_name_of_city(place, rules) && opens_with_function_word(after.text, rules));
    }
    // A dash that leans on the word before it is a dateline's own.
    let names_place = is_bare_name(place, rules) && may_be_place(place);
    let follows_verb = rules
        .speech_verbs
        .contains(&normalize(first_word(after.text), rules.casing));
    names_place
        && (!apart || follows_verb || number == 0 && is_opening_place(place, after))
        && !is_aside(after, rules)
}

/// Tells whether a name in a script without capitals may be that of a place.
fn may_be_place(name: &str) -> bool {
    name.chars().nth(MIN_PLACE_LETTERS - 1).is_some()
        && !name.contains(|c: char| c.is_numeric() || matches!(c, '|' | '#' | ':' | '：'))
        && !NO_PLACES.contains(&first_word(name))
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

/// A place and the day of the report: "Bogotá, 12 de marzo de 2026", «دبي، 12 مارس».
pub(super) fn is_place_and_day(text: &str, rules: &Rules) -> bool {
    let cased = text.chars().any(is_cased);
    let comma = text.find([',', '،']);
    // Without capitals a number may stand behind the place at once.
    let Some(end) = comma.or_else(|| text.find(is_numeric).filter(|_| !cased)) else {
        return false;
    };
    let (place, day) = (text[..end].trim(), &text[end..]);
    // «ثورة 25 يناير» has a day, but no year.
    let dated = comma.is_some() || words(day).any(is_year);
    let is_of_time = !is_city_name(place) && rules.stamps.contains(&normalize(place, rules.casing));
    (cased || may_be_place(place))
        && dated
        && !is_of_time
        && is_bare_name(place, rules)
        && is_day(day, rules)
}

fn is_year(word: &str) -> bool {
    word.chars().count() == YEAR_DIGITS && word.chars().all(is_numeric)
}

/// Tells whether a text is nothing but a day: "12 de marzo de 2026", «12 مارس 2026 م».
pub(super) fn is_day(text: &str, rules: &Rules) -> bool {
    let cased = text.chars().any(is_cased);
    let figures = words(text)
        .filter(|word| word.starts_with(is_numeric))
        .count();
    let mut named = figures >= DATE_FIGURES && words(text).count() == figures;
    let is_of_day = |word: &str| {
        let normal = normalize(word, rules.casing);
        let function_word = rules.stop_words.contains(&normal);
        let known = rules.stamps.contains(&normal);
        named |= if cased {
            known && !function_word
        } else {
            rules.months.contains(&normal)
        };
        known || function_word || rules.months.contains(&normal) || word.starts_with(is_numeric)
    };
    text.contains(is_numeric) && words(text).all(is_of_day) && named
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
pub(super) fn is_city(stopped: &str, after: &str, rules: &Rules) -> bool {
    let after = after.trim_start();
    let opens = after.starts_with(is_numeric) || starts_capitalised(after);
    let text = stopped.trim_end_matches('.');
    if opens && CITIES.contains(&text) {
        return true;
    }
    opens
        && text.starts_with(char::is_uppercase)
        && text
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && text.chars().nth(MIN_CITY_LETTERS - 1).is_some()
        && count_words(after, MIN_WORDS_AFTER_CITY) >= MIN_WORDS_AFTER_CITY
        && !rules.stop_words.contains(&normalize(text, rules.casing))
        && full_stop_ends_sentence(stopped, after, rules)
}

/// A city in capitals before the colon of a report: "KARACHI: The …".
pub(super) fn is_capitals_head(place: &str, after: &str, rules: &Rules) -> bool {
    let after = after.trim_start();
    let cased = is_capitals_place(place, rules)
        && is_city_name(place)
        && (starts_capitalised(after) || after.starts_with(is_numeric));
    (cased || URDU_CITIES.contains(&place))
        && count_words(after, MIN_WORDS_AFTER_CITY) >= MIN_WORDS_AFTER_CITY
}

/// Tells whether a text is the name of a known city, whatever its letters' case.
pub(super) fn is_city_name(text: &str) -> bool {
    CITIES.iter().any(|city| fold(city).eq(fold(text)))
}

fn fold(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase)
}

/// "Cairo, Egypt".
fn is_city_and_country(text: &str) -> bool {
    let parts = text.split_once(", ");
    parts.is_some_and(|(city, country)| CITIES.contains(&city) && is_capitalised(country))
}

/// "PARIS", "NEW YORK, May 5": the place all in capitals.
pub(super) fn is_capitals_place(place: &str, rules: &Rules) -> bool {
    let end = place.find([',', '(', '/']).unwrap_or(place.len());
    let (city, behind) = (place[..end].trim(), &place[end..]);
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    let dated = behind.contains(is_numeric) && words(behind).count() <= MAX_DATE_WORDS;
    let is_of_day = |word: &str| {
        let normal = normalize(word, rules.casing);
        rules.months.contains(&normal) || rules.stamps.contains(&normal)
    };
    let mut tokens = behind.split_whitespace();
    letters >= 3
        && !NO_PLACES.contains(&city)
        && (dated || tokens.all(|token| !token.starts_with(is_small) || is_of_day(token)))
        && city.split_whitespace().count() <= MAX_PLACE_WORDS
        && city
            .chars()
            .all(|c| c.is_uppercase() || c.is_whitespace() || matches!(c, '.' | '\'' | '-'))
}
