//! The places and days of datelines: what may be the name of one where nobody has a
//! list of them all.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::super::abbreviation::full_stop_ends_sentence;
use super::super::candidate::starts_capitalised;
use super::super::furniture::heading::MAX_HEADLINE_WORDS;
use super::super::token::{
    count_words, ends_in_terminator, first_word, is_cased, is_clock, is_small, is_terminator,
    is_thai, last_token, past_words, words,
};
use super::cities::{CITIES, COLON_CITIES, MORE_CITIES};
use super::{MAX_WORDS, is_agency, is_colon, is_dash, separators};
use crate::text::marks::Stretch;
use crate::text::normalize::{is_apostrophe, is_numeric, normalize};
use crate::text::rules::Rules;

/// Longest place without an agency's name, in words.
pub(super) const MAX_PLACE_WORDS: usize = 3;
/// "New" in "New Delhi", a function word of Urdu.
const NEW: &str = "نئی";
/// A name whose normal form is that of the word "on".
const ALI: &str = "علي";
/// Longest place and date before an agency's name, in words.
const MAX_DATED_PLACE_WORDS: usize = 7;
/// Longest place that opens a report before a dash like any other, in words.
const MAX_OPENING_WORDS: usize = 2;
/// Longest aside behind a city, in words.
const MAX_ASIDE_WORDS: usize = 6;
/// Words to the next mark that might close a dateline as well.
const MAX_NEARBY_WORDS: usize = 5;
/// More words than most headlines have, and no more than a head shows.
const MIN_REPORT_WORDS: usize = 10;
/// What stands before a dash as places do, and is none: "urgent", "video",
/// "source", who speaks, what a notice says first.
#[rustfmt::skip]
const NO_PLACES: &[&str] = &[
    "عاجل", "فيديو", "بالفيديو", "مصدر", "مصادر", "وزير", "وزيرة", "وزارة", "رئيس", "الرئيس",
    "الوزير", "الوزارة", "الخارجية", "الداخلية", "الجيش", "المتحدث", "حماس", "مراسلنا", "مراسلتنا",
    "بيان", "ملاحظة", "تنويه", "المكان", "الزمان", "السبب", "الهدف", "النتيجة", "السؤال", "الجواب",
    "دولت", "فوری", "فیلم", "ویدئو", "ویدیو", "تورم", "وزارت", "سخنگوی", "سخنگو", "رئیس",
    "استقلال", "پرسپولیس", "سپاهان", "تراکتور", "وزیراعظم", "وزیراعلیٰ", "صدر", "چیئرمین",
    "ترجمان", "ذرائع", "بریکنگ", "سوال", "جواب", "نوٹ", "تصحیح", "وضاحت", "الف", "پاک", "پاکستان",
    "بھارت", "چین", "امریکہ", "امریکا", "ایران", "روس", "اسرائیل", "ہند", "ABD", "CHP", "AKP",
    "MHP", "THY", "TCMB", "TBMM", "AFAD", "BAŞKAN", "USA", "NATO", "UN", "Перше", "Друге", "Третє", "Первое", "Второе", "Третье", "Во-первых", "По-перше", "AMP", "AMPLIACIÓN",
    "AVANCE", "URGENTE", "EN VIVO", "EN DIRECTO", "ENTREVISTA", "ANÁLISIS", "OPINIÓN", "CRÓNICA",
    "PERFIL", "VIDEO", "VÍDEO", "FOTOS", "FALLO", "CORRECCIÓN", "CORRIGE", "UPDATE", "LIVE",
    "LIVE UPDATE", "FOTO", "WIDEO", "EXCLUSIV", "INTERVIU", "ANALIZĂ", "OPINIE", "ANALYSE",
    "COLUMN", "COMMENTAAR", "NECROLOGIE", "RECENSIE", "DEBATT", "LEDARE", "ANALYS", "KRÖNIKA",
    "RECENSION", "INSÄNDARE", "KRAJ", "PILNE", "WYWIAD", "OPINIA", "ΕΚΤΑΚΤΟ", "ΒΙΝΤΕΟ", "ΑΠΟΨΗ",
    "ΑΝΑΛΥΣΗ", "ΑΠΟΚΛΕΙΣΤΙΚΟ", "SPORT", "सवाल", "जवाब", "प्रश्न", "उत्तर", "सोना", "चांदी", "भारत",
    "पाकिस्तान", "अमेरिका", "चीन", "कुल", "टॉस", "गेंदबाजी", "मंत्री", "प्रधानमंत्री", "भाजपा",
    "कांग्रेस", "सपा", "पुलिस", "कोर्ट", "सरकार", "आरबीआई", "नोट", "ब्रेकिंग", "वीडियो", "প্রশ্ন",
    "উত্তর", "ভারত", "বাংলাদেশ", "পাকিস্তান", "বিএনপি", "জামায়াত", "এনসিপি", "আওয়ামী",
    "প্রধানমন্ত্রী", "মন্ত্রী", "পুলিশ", "সরকার", "ব্রেকিং", "ভিডিও", "মোট", "AGU", "ANAC", "ANTT",
    "BNDES", "CPI", "ENEM", "GNR", "IBGE", "INSS", "IPMA", "MDB", "MPF", "OAB", "PGR", "PSD",
    "PSDB", "PSOL", "PSP", "SNS", "STF", "STJ", "TCU", "TSE", "TST", "CGIL", "CISL", "CSM",
    "INAIL", "INPS", "ISTAT", "MEF", "MIMIT", "UIL",
];
/// Fewest letters of a place in a script without capitals.
const MIN_PLACE_LETTERS: usize = 3;
/// "He", "she": a dash before them stands between a term and what it means.
const EXPLAINING: [&str; 2] = ["هو", "هي"];
/// Road, highway, motorway, railway in Pashto, Kurdish, Persian, Urdu, Bengali, Arabic and
/// Hindi.
#[rustfmt::skip]
const ROADS: &[&str] = &[
    "سړک", "لار", "ڕێگا", "ڕێگای", "شاڕێی", "جاده", "آزادراه", "بزرگراه", "راه‌آهن", "موٹروے",
    "موٹر", "شاہراہ", "روڈ", "طريق", "हाईवे", "एक्सप्रेसवे", "मार्ग", "राजमार्ग", "रेलमार्ग", "মহাসড়ক", "সড়ক",
    "রুট",
];
/// Countries behind the city of a release in Arabic.
#[rustfmt::skip]
const ARABIC_COUNTRIES: &[&str] = &[
    "المملكة العربية السعودية", "السعودية", "الإمارات العربية المتحدة", "الإمارات",
    "دولة الإمارات العربية المتحدة", "قطر", "دولة قطر", "الكويت", "دولة الكويت", "البحرين",
    "مملكة البحرين", "عمان", "عُمان", "سلطنة عمان", "سلطنة عُمان", "مصر", "جمهورية مصر العربية",
    "الأردن", "المملكة الأردنية الهاشمية", "لبنان", "سوريا", "سورية", "العراق", "فلسطين", "اليمن",
    "المغرب", "المملكة المغربية", "تونس", "الجزائر", "ليبيا", "السودان", "موريتانيا", "تركيا",
    "فرنسا", "ألمانيا", "سويسرا", "إسبانيا", "إيطاليا", "بريطانيا", "المملكة المتحدة",
    "الولايات المتحدة", "الولايات المتحدة الأمريكية", "الصين", "الهند", "سنغافورة",
];
/// Countries that a dash may lead to in Thai.
#[rustfmt::skip]
const THAI_COUNTRIES: &[&str] = &[
    "ไทย", "จีน", "มาเลเซีย", "อิสราเอล", "กัมพูชา", "ลาว", "เมียนมา", "เวียดนาม", "ญี่ปุ่น",
    "อินเดีย", "สหรัฐ", "อิหร่าน", "รัสเซีย", "ยูเครน",
];
/// Government house, parliament, ministry, office, city hall, before the day of a report.
const THAI_OFFICES: [&str; 6] = ["ทำเนียบ", "รัฐสภา", "กระทรวง", "สำนักงาน", "ศาลา", "กทม"];
/// "News centre", before the city that it is in.
const THAI_BUREAU: &str = "ศูนย์ข่าว";
/// Longest name of a city in bytes.
const MAX_CITY_BYTES: usize = 48;
/// Most initials of an outlet behind a city.
const MAX_INITIALS: usize = 5;
/// Fewest letters of a city's name that stands before a full stop.
const MIN_CITY_LETTERS: usize = 4;
/// Most words of a date whose month is not known.
const MAX_DATE_WORDS: usize = 3;
const YEAR_DIGITS: usize = 4;
/// Figures of a date without the name of a month: "12.03.2026".
pub(super) const DATE_FIGURES: usize = 3;
/// Most words of two sides before a score, and digits of their goals.
const MAX_SIDE_WORDS: usize = 4;
const MAX_GOALS_DIGITS: usize = 2;
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
    let first = number == 0;
    if place.chars().any(is_cased) {
        let capitals = is_capitals_place(place, rules);
        (apart || first && capitals)
            && !is_match(place, after.text)
            && (capitals
                || CITIES.contains(&place)
                || first && rules.lacks_articles && is_city_and_initials(raw.trim())
                || (is_city_and_country(place) || first && is_city_and_land(raw.trim()))
                    && opens_with_function_word(after.text, rules)
                || is_plain_city(place, after, rules))
    } else if (rules.knows_cities || is_road(after.text)) && is_pair(place, after.text) {
        false
    } else if rules.knows_cities {
        (first || !apart) && is_known_place(place) && !opens_aside(after) && !has_score(after.text)
    } else {
        is_caseless_place(place, apart, after, first, rules)
    }
}

/// A name in capitals and small letters that may be that of a city, before a report.
fn is_plain_city(name: &str, after: Stretch<'_>, rules: &Rules) -> bool {
    // Without articles more than reports opens like one.
    let surely = || is_city_name(name) && !is_pair(name, after.text) && !opens_aside(after);
    is_name_of_city(name, rules)
        && (!rules.lacks_articles || surely())
        && opens_with_function_word(after.text, rules)
}

/// A place in a script without capitals.
fn is_caseless_place(
    place: &str,
    apart: bool,
    after: Stretch<'_>,
    first: bool,
    rules: &Rules,
) -> bool {
    // A dash that leans on the word before it is a dateline's own.
    let names_place = is_bare_name(place, rules) && may_be_place(place);
    let follows_verb = rules
        .speech_verbs
        .contains(&normalize(first_word(after.text), rules.casing));
    let opens = || (names_place || is_known_place(place)) && is_opening_place(place, after);
    (names_place && (!apart || follows_verb) || first && opens()) && !is_aside(after, rules)
}

/// Tells whether a known city follows the dash behind one: «کابل- کندهار لویه لار …».
fn is_pair(place: &str, text: &str) -> bool {
    let text = text.trim_start();
    let names_other = || {
        (1..=MAX_PLACE_WORDS).any(|words| {
            let rest = past_words(text, words);
            is_known_place(text[..text.len() - rest.len()].trim())
        })
    };
    // Thai writes on behind the name without a blank.
    let runs_on =
        || text.starts_with(is_thai) && COLON_CITIES.iter().any(|name| text.starts_with(name));
    // A country that runs on is the subject of a report.
    let names_country = || {
        let mut behind = THAI_COUNTRIES
            .iter()
            .filter_map(|name| text.strip_prefix(name));
        behind.any(|rest| rest.starts_with(' '))
    };
    is_known_place(place) && (names_other() || runs_on() || names_country())
}

/// Tells whether a text stands before a dash as places do, and is none.
pub(super) fn is_no_place(text: &str) -> bool {
    NO_PLACES.contains(&text)
}

/// Tells whether a name in a script without capitals may be that of a place.
fn may_be_place(name: &str) -> bool {
    name.chars().nth(MIN_PLACE_LETTERS - 1).is_some()
        && !name.contains(|c: char| c.is_numeric() || matches!(c, '|' | '#' | ':' | '：'))
        && !is_no_place(first_word(name))
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
    (count_words(place, MAX_OPENING_WORDS + 1) <= MAX_OPENING_WORDS || is_known_place(place))
        && !explains
        && !nearby
        && is_report(after)
}

/// Tells whether a road is named: «کابل- کندهار لویه لار».
fn is_road(text: &str) -> bool {
    words(text)
        .take(MAX_NEARBY_WORDS)
        .any(|word| ROADS.contains(&word))
}

/// Tells whether another dash follows one, no agency between them: "Goma – Mji mkuu wa
/// Kivu Kaskazini – unashikiliwa".
fn opens_aside(whole: Stretch<'_>) -> bool {
    let after = whole.text;
    let closing = separators(whole).find(|place| after[place.clone()].starts_with(is_dash));
    closing.is_some_and(|place| {
        let aside = after[..place.start].trim();
        let behind = after[place.end..].trim_start();
        count_words(aside, MAX_ASIDE_WORDS + 1) <= MAX_ASIDE_WORDS
            && !aside.contains(is_terminator)
            && !behind.starts_with(|c: char| c.is_uppercase() || is_numeric(c))
            && !is_agency(aside)
    })
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
    // Without capitals a number may stand behind the place at once, and a date in figures
    // behind a city.
    let number = || {
        let number = text.find(is_numeric);
        number.filter(|&at| {
            let (city, day) = text.split_at(at);
            !cased || !day.contains(char::is_alphabetic) && is_city_name(city.trim_end())
        })
    };
    let Some(end) = comma.or_else(number) else {
        return false;
    };
    let (place, day) = (text[..end].trim(), &text[end..]);
    if place.contains(|c: char| is_numeric(c) || c == ':') {
        return false;
    }
    // «ثورة 25 يناير» has a day, but no year.
    let dated = comma.is_some() || words(day).any(is_year);
    let is_of_time = !is_city_name(place) && rules.stamps.contains(&normalize(place, rules.casing));
    (cased || may_be_place(place))
        && dated
        && !is_of_time
        && is_bare_name(place, rules)
        && is_day(day, rules)
}

/// Tells whether a text is a day whose month has stops in it, perhaps behind a place,
/// as Thai reports open: "กรุงเทพฯ 14 พ.ย.", "14 พ.ย.2568".
pub(super) fn is_dotted_day(text: &str, after: &str, rules: &Rules) -> bool {
    if !rules.blanks_end {
        return false;
    }
    // Between two days the dash stands for "to".
    let behind = after.trim_start_matches(|c| c == ' ' || is_dash(c));
    let Some(number) = text
        .find(is_numeric)
        .filter(|_| !behind.starts_with(is_numeric))
    else {
        return false;
    };
    let (place, day) = text.split_at(number);
    let day = day.trim_start_matches(is_numeric).trim();
    let month = day.trim_end_matches(is_numeric).trim_end();
    let place = place.trim();
    month.ends_with('.')
        && rules.months.contains(&normalize(month, rules.casing))
        && (place.is_empty()
            || is_known_place(place)
            || THAI_OFFICES.iter().any(|office| place.starts_with(office)))
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
        && (rules.lacks_articles || rules.stop_words.contains(&normalize(word, rules.casing)))
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
    let text = stopped.trim_end_matches('.');
    let opens = after.starts_with(is_numeric)
        || starts_capitalised(after)
        || opens_in_capitals(after) && is_city_name(text);
    if opens && (CITIES.contains(&text) || MORE_CITIES.contains(&text)) {
        return true;
    }
    opens
        && (is_one_name(text) || are_capital_names(text))
        && !is_no_place(text)
        && count_words(after, MIN_WORDS_AFTER_CITY) >= MIN_WORDS_AFTER_CITY
        && !rules.stop_words.contains(&normalize(text, rules.casing))
        && full_stop_ends_sentence(stopped, after, rules)
}

/// Tells whether a text opens with a word in capitals: "SERIKALI imesema".
fn opens_in_capitals(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    first.chars().nth(1).is_some() && first.chars().all(char::is_uppercase)
}

/// A city in capitals before the colon of a report: "KARACHI: The …".
pub(super) fn is_capitals_head(place: &str, after: &str, rules: &Rules) -> bool {
    let after = after.trim_start();
    let cased = is_capitals_place(place, rules)
        && is_city_name(place)
        && (starts_capitalised(after)
            || after.starts_with(is_numeric)
            || opens_in_capitals(after) && after.contains(is_small) && !is_headline(after));
    (cased || is_colon_city(place) && !lists_cities(after))
        && count_words(after, MIN_WORDS_AFTER_CITY) >= MIN_WORDS_AFTER_CITY
}

/// Tells whether a text, as far as a head shows it, may be a headline.
fn is_headline(text: &str) -> bool {
    !ends_in_terminator(text) && count_words(text, MAX_HEADLINE_WORDS + 1) <= MAX_HEADLINE_WORDS
}

/// Tells whether a text, as far as a head shows it, is longer than most headlines.
fn is_report(text: &str) -> bool {
    text.trim_end().ends_with(is_terminator)
        || count_words(text, MIN_REPORT_WORDS) >= MIN_REPORT_WORDS
}

/// Tells whether another city stands before a colon of a text, as in a list of them.
fn lists_cities(text: &str) -> bool {
    let parts = text.split_once(is_colon);
    parts.is_some_and(|(before, _)| is_colon_city(last_token(before)))
}

/// Tells whether a text is the name of a known city, in whatever script.
pub(super) fn is_known_place(text: &str) -> bool {
    let text = text.trim_start_matches(THAI_BUREAU);
    is_colon_city(text) || is_city_name(text)
}

/// A city in its country in Arabic, perhaps with a day:
/// «دبي، الإمارات العربية المتحدة، 3 سبتمبر 2024».
pub(super) fn is_in_country(text: &str, rules: &Rules) -> bool {
    let mut parts = text.split(['،', ',']).map(str::trim);
    parts.next().is_some_and(|city| is_bare_name(city, rules))
        && parts
            .next()
            .is_some_and(|country| ARABIC_COUNTRIES.contains(&country))
        && parts.all(|day| is_day(day, rules) || words(day).all(is_year))
}

/// Tells whether a text is a known city of a script without capitals.
pub(super) fn is_colon_city(text: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&str, FixedState>> =
        LazyLock::new(|| COLON_CITIES.iter().copied().collect());
    text.len() <= MAX_CITY_BYTES && KNOWN.contains(text)
}

/// Tells whether a text is the name of a known city, whatever its letters' case.
pub(super) fn is_city_name(text: &str) -> bool {
    static FOLDED: LazyLock<HashSet<String, FixedState>> = LazyLock::new(|| {
        let cities = CITIES.iter().chain(MORE_CITIES);
        cities.map(|city| city.to_lowercase()).collect()
    });
    text.len() <= MAX_CITY_BYTES && FOLDED.contains(&text.to_lowercase())
}

/// "Cairo, Egypt".
fn is_city_and_country(text: &str) -> bool {
    let parts = text.split_once(", ");
    parts.is_some_and(|(city, country)| {
        (CITIES.contains(&city) || MORE_CITIES.contains(&city))
            && is_capitalised(country)
            && (country == city || !is_city_name(country))
    })
}

/// "Leipzig (Sachsen)".
fn is_city_and_land(text: &str) -> bool {
    let parts = text
        .strip_suffix(')')
        .and_then(|text| text.split_once(" ("));
    parts.is_some_and(|(city, land)| {
        is_city_name(city) && land.contains(is_small) && is_capitalised(land)
    })
}

/// A city and an outlet, known by its initials: "Boosaaso (HM)".
fn is_city_and_initials(text: &str) -> bool {
    let parts = text.strip_suffix(')').and_then(|text| text.split_once('('));
    parts.is_some_and(|(city, outlet)| {
        is_city_name(city.trim_end())
            && outlet.chars().count() <= MAX_INITIALS
            && outlet.chars().all(char::is_uppercase)
    })
}

/// Tells whether a text is one word with a capital, long enough for a city.
fn is_one_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text
            .chars()
            .all(|c| c.is_alphabetic() || c == '-' || is_apostrophe(c))
        && text.chars().nth(MIN_CITY_LETTERS - 1).is_some()
}

/// "NOWY SĄCZ", "LINZ/WELS": a known city in capitals, perhaps beside another.
fn are_capital_names(text: &str) -> bool {
    let capitals = |name: &str| {
        name.chars()
            .all(|c| c.is_uppercase() || matches!(c, '-' | ' '))
    };
    match text.split_once('/') {
        Some((first, second)) => {
            capitals(first) && capitals(second) && (is_city_name(first) || is_city_name(second))
        }
        None => capitals(text) && is_city_name(text),
    }
}

/// Tells whether the other side or the end of a way follows a place in small letters,
/// not a report: "Ambri-Piotta 3:2", "Magdeburg: Das Spitzenspiel".
fn is_match(place: &str, text: &str) -> bool {
    if !place.contains(is_small) {
        return false;
    }
    let after = text.trim_start();
    let end = after.find([' ', ',', ':']).unwrap_or(after.len());
    let (other, rest) = after.split_at(end);
    // "Nairobi, Kenya – Zanzibar …" is no match.
    let sides = !place.contains(',');
    sides && other != place && is_city_name(other) || rest.starts_with(':') || has_score(after)
}

/// Tells whether a score follows a name: no small letter and no time of the day is
/// before it.
fn has_score(text: &str) -> bool {
    let is_result = |token: &&str| {
        let result = token.trim_end_matches(['.', ',']);
        let parts = result.split_once([':', '-', '–']);
        let goals = |goals: &str| {
            (1..=MAX_GOALS_DIGITS).contains(&goals.chars().count()) && goals.chars().all(is_numeric)
        };
        !is_clock(result) && parts.is_some_and(|(ours, theirs)| goals(ours) && goals(theirs))
    };
    let tokens = text.split_whitespace().take(MAX_SIDE_WORDS);
    let mut named = tokens.take_while(|token| !token.starts_with(is_small));
    named.any(|token| is_result(&token))
}

/// Tells whether a text is a known city of a script without capitals, perhaps with the
/// day: «देहरादून», «रायपुर, 30 नवंबर».
pub(super) fn is_listed_place(text: &str) -> bool {
    let is_day = |day: &str| {
        day.contains(is_numeric) && count_words(day, MAX_DATE_WORDS + 1) <= MAX_DATE_WORDS
    };
    match text.split_once(',') {
        Some((city, day)) => is_colon_city(city.trim()) && is_day(day),
        None => is_colon_city(text.trim()),
    }
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
        && !is_no_place(city)
        && (dated || tokens.all(|token| !token.starts_with(is_small) || is_of_day(token)))
        && city.split_whitespace().count() <= MAX_PLACE_WORDS
        && city
            .chars()
            .all(|c| c.is_uppercase() || c.is_whitespace() || matches!(c, '.' | '\'' | '-'))
}
