//! Who signs a text: names with their role, initials of editors, end marks.

use std::ops::RangeInclusive;

use super::super::dateline::is_agency;
use super::super::token::{
    count_words, ends_in_terminator, first_token, head, is_cased, is_mark, is_small, is_unspaced,
    last_token, words,
};
use super::{MAX_BYLINE_WORDS, is_address};
use crate::text::rules::Rules;

/// Longest name with an address, in words.
pub(super) const MAX_SIGNED_WORDS: usize = 5;
/// "Reporter", "correspondent" behind a name.
const REPORTERS: &[&str] = &[
    "기자", "특파원", "संवाददाता", "ब्यूरो", "डेस्क", "प्रतिनिधि", "প্রতিনিধি", "প্রতিবেদক", "সংবাদদাতা",
    "ডেস্ক", "রিপোর্টার", "논설위원", "인턴기자", "선임기자", "전문기자", "객원기자",
];
/// Marks of agencies behind a report: "end", "to be continued".
const END_MARKS: &[&str] = &[
    "النهاية", "انتهى", "يتبع", "پایان", "Segue", "segue", "fine", "끝",
];
/// "Wrote", before the name of who did, and fewest and most words of that.
const WROTE: &[&str] = &["كتب", "كتبت"];
const WRITER_WORDS: RangeInclusive<usize> = 2..=4;
/// Most letters of a part of the initials of editors, and most bytes of all.
const MAX_EDITOR_LETTERS: usize = 3;
const MAX_EDITORS_BYTES: usize = 60;
/// Fewest and most letters of a person's initials, and most bytes of all of
/// them.
const MIN_INITIALS_LETTERS: usize = 2;
const MAX_INITIALS_LETTERS: usize = 4;
const MAX_INITIALS_BYTES: usize = 40;
/// Most letters of the sign of a desk.
const MAX_DESK_LETTERS: usize = 3;
/// Most letters of a place or of a name before a stroke in a script without case.
const MAX_STROKED_LETTERS: usize = 12;
/// Most letters of a name in Chinese characters, and in a bracket of such names.
const MAX_HAN_NAME_LETTERS: usize = 6;
const MAX_HAN_NAMES_BYTES: usize = 90;
/// "Reporter", before names in Chinese characters.
const HAN_REPORTERS: &[&str] = &[
    "记者", "記者", "实习记者", "实习生", "特派记者", "特派員", "通讯员",
];
/// What a broadcaster's reporter says last: "I am …".
const I_AM: &str = "입니다.";
const MAX_SIGN_OFF_WORDS: usize = 4;
/// Words that names in a byline do without a capital.
const BYLINE_JOINTS: &[&str] = &["and", "for", "in", "of", "the"];

/// Tells whether a line is a name with what it is known by: "Kim 기자", an address
/// to write to; or the initials of who wrote and edited.
pub(super) fn is_signed(line: &str, length: usize) -> bool {
    let last = last_token(line);
    length <= MAX_SIGNED_WORDS
        && (REPORTERS.contains(&last)
            || last.contains('@') && is_address(last)
            || is_initialled(line))
}

/// Tells whether a sentence is the initials of who wrote and edited, with or
/// without the agencies that they used: "(abc/def)", "mfh/dpa/AFP".
pub(in super::super) fn is_initialled(sentence: &str) -> bool {
    let text = sentence.trim_matches(['(', ')', '/', ' ']);
    if text.len() > MAX_INITIALS_BYTES || !(text.contains('/') || sentence.starts_with('(')) {
        return false;
    }
    let parts = text.split(['/', ',', ' ', '(', ')']);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let all = |is_part: &dyn Fn(&str) -> bool| parts.iter().all(|part| is_part(part));
    let several = parts.len() > 1 && text.contains('/');
    let bracketed = sentence.starts_with('(');
    let opens = parts
        .first()
        .is_some_and(|part| are_initials(part, is_small));
    opens && all(&|part| are_initials(part, is_small) || is_agency(part))
        || several && bracketed && all(&|part| is_agency(part) || is_desk(part))
        || several && bracketed && all(&|part| are_initials(part, char::is_uppercase))
        || several && all(&is_caseless_letter)
}

/// Tells whether a part is the sign of an agency's desk: "Cro", "Pol".
pub(super) fn is_desk(part: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(is_small)
        && letters.all(is_small)
        && part.chars().nth(MAX_DESK_LETTERS).is_none()
}

/// Tells whether a sentence is a mark behind a report, with the initials of who sent
/// it: «(النهاية) ا م ن».
pub(super) fn is_end_mark(sentence: &str) -> bool {
    sentence.starts_with(['(', '/']) && {
        let mut words = words(head(sentence));
        words.next().is_some_and(|word| END_MARKS.contains(&word)) && words.all(is_caseless_letter)
    }
}

/// Tells whether a line is the initials of editors in a script without case, parted
/// by stops, strokes or hyphens, perhaps with the agencies that they used:
/// «ع.ح/ف.ي (د ب أ)», «بور-دت/كد», «م.ح.ق».
pub(super) fn are_editors(line: &str) -> bool {
    if line.len() > MAX_EDITORS_BYTES {
        return false;
    }
    let whole = line
        .strip_prefix('(')
        .and_then(|line| line.strip_suffix(')'));
    let (own, agencies) = match whole {
        Some(own) => (own, ""),
        None => line.split_once('(').unwrap_or((line, "")),
    };
    let named = agencies.trim_end_matches([')', '.']);
    let known = agencies.is_empty() || named.split([',', '،']).all(is_agency);
    let own = own.trim_start_matches(['=', '*', '-', ' ']);
    let parts = own.split(['.', '/', '-', ' ', '،']);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    // «ঢাকা/কাওছার/রাজীব».
    let stroked = !line.contains(' ')
        && parts
            .iter()
            .all(|part| is_caseless(part, MAX_STROKED_LETTERS));
    if own.contains('/') && stroked && parts.len() > 2 {
        return true;
    }
    let shaped = own.contains('/')
        || (whole.is_some() || own.contains('.'))
            && parts.iter().all(|part| is_caseless_letter(part));
    known && parts.len() > 1 && shaped && parts.iter().all(|part| is_of_editor(part))
}

/// Tells whether a line is the initials of editors in Latin letters: with a stroke
/// behind each or the last, "MVH/JDD/", or in brackets, "(İÖ-Y)".
pub(super) fn are_latin_editors(line: &str) -> bool {
    if line.len() > MAX_EDITORS_BYTES {
        return false;
    }
    let inside = line
        .strip_prefix('(')
        .and_then(|line| line.strip_suffix(')'));
    let parts: Vec<&str> = inside
        .unwrap_or(line)
        .trim_end_matches(['/', '.'])
        .split(['/', '-'])
        .collect();
    let are = |is_letter: fn(char) -> bool| {
        let mut parts = parts.iter();
        parts.all(|part| {
            part.chars().all(is_letter)
                && (1..=MAX_INITIALS_LETTERS).contains(&part.chars().count())
        })
    };
    let last = parts.last().map_or(0, |part| part.chars().count());
    // "mcd-lss/lve".
    let hyphened = inside.is_none() && line.contains('-') && line.contains('/');
    let stroked = line.matches('/').count() > 1 || line.ends_with('/') || hyphened;
    let bracketed = inside.is_some() && line.contains('-') && last == 1;
    parts.len() > 1
        && (stroked && (are(char::is_uppercase) || are(is_small))
            || bracketed && are(char::is_uppercase))
}

/// Tells whether a part is a few letters of a script without case.
fn is_of_editor(part: &str) -> bool {
    is_caseless(part, MAX_EDITOR_LETTERS)
}

/// Tells whether a part is letters of a script without case, at most so many, vowel
/// signs counted.
fn is_caseless(part: &str, most: usize) -> bool {
    let caseless = |c: char| (c.is_alphabetic() || is_mark(c)) && !is_cased(c) && !is_unspaced(c);
    part.chars().all(caseless) && part.chars().nth(most).is_none()
}

/// Tells whether a sentence is names in brackets, as they stand behind reports in
/// Chinese and Japanese: 【高橋健太】, （记者刘建国、王海燕）; or an agency with its
/// editors: "AGERPRES/(AS - autor: …)".
pub(super) fn is_bracketed_signature(sentence: &str) -> bool {
    let Some(text) = sentence.strip_suffix(['】', '）', ')']) else {
        return false;
    };
    if let Some((agency, _)) = text.split_once("/(") {
        return is_agency(agency);
    }
    let Some(opener) = text.chars().next() else {
        return false;
    };
    let inside = &text[opener.len_utf8()..];
    let named = HAN_REPORTERS.iter().any(|who| inside.starts_with(who));
    let framed = opener == '【' || named && matches!(opener, '（' | '(');
    let is_name = |name: &str| {
        name.chars().all(is_unspaced) && name.chars().nth(MAX_HAN_NAME_LETTERS).is_none()
    };
    framed
        && inside.len() <= MAX_HAN_NAMES_BYTES
        && inside
            .split(['、', '，', ' ', '・', '\u{3000}'])
            .all(is_name)
}

/// Tells whether a broadcaster's reporter says good-bye: «MBC뉴스 김철수입니다.».
pub(super) fn signs_off(sentence: &str) -> bool {
    let by_station = || {
        let first = first_token(sentence);
        first.starts_with(|c: char| c.is_ascii_uppercase()) && first.ends_with("뉴스")
    };
    sentence.ends_with(I_AM)
        && by_station()
        && count_words(sentence, MAX_SIGN_OFF_WORDS + 1) <= MAX_SIGN_OFF_WORDS
}

/// Tells whether a line says who wrote, with a dash or nothing before the name:
/// «كتب ـ أحمد سمير:».
pub(super) fn names_writer(line: &str, rules: &Rules) -> bool {
    let mut words = words(head(line)).filter(|word| *word != "ـ");
    if !words.next().is_some_and(|word| WROTE.contains(&word)) {
        return false;
    }
    let is_name = |word: &str| !word.starts_with("ال") && !word.ends_with('ة');
    // An adverb or an object ends in the letter: «كتب ميسي فصلا جديدا».
    let is_of_clause = |word: &str| word.ends_with(['ا', 'ً']) || rules.stop_words.contains(word);
    let names: Vec<&str> = words.take(WRITER_WORDS.end() + 1).collect();
    WRITER_WORDS.contains(&names.len())
        && names.first().is_some_and(|word| is_name(word))
        && !names.iter().any(|word| is_of_clause(word))
        && !ends_in_terminator(line)
}

/// Tells whether a part is one letter of a script without case.
fn is_caseless_letter(part: &str) -> bool {
    let mut chars = part.chars();
    let letter = chars.next().filter(|&c| c.is_alphabetic() && !is_cased(c));
    letter.is_some() && chars.next().is_none()
}

fn are_initials(part: &str, is_letter: fn(char) -> bool) -> bool {
    let letters = part.chars().take(MAX_INITIALS_LETTERS + 1).count();
    (MIN_INITIALS_LETTERS..=MAX_INITIALS_LETTERS).contains(&letters) && part.chars().all(is_letter)
}

/// Tells whether a line is nothing but names: "Staff Reporter and Jane Doe".
pub(super) fn are_reporters(line: &str) -> bool {
    let short = count_words(line, MAX_BYLINE_WORDS + 1) <= MAX_BYLINE_WORDS;
    short && words(line).all(|word| !word.starts_with(is_small) || BYLINE_JOINTS.contains(&word))
}
