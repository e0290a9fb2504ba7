//! Letters that stand for words: "J. K.", "U.S.", and in scripts from Arabic
//! to Bengali the names of English letters, "एस.", "اے۔ ایف۔ پی", «بي. بي. سي».

use super::token::{first_token, is_mark, last_token};
use crate::text::rules::Rules;

/// The English letters as Hindi, Bengali, Urdu and Arabic spell them.
const LETTER_NAMES: &[&str] = &[
    "ए", "बी", "सी", "डी", "ई", "एफ", "जी", "एच", "आई", "आइ", "जे", "के", "एल", "एम", "एन", "ओ",
    "पी", "क्यू", "आर", "एस", "टी", "यू", "वी", "डब्ल्यू", "डब्लू", "एक्स", "वाई", "जेड", "এ", "বি", "সি",
    "ডি", "ই", "এফ", "জি", "এইচ", "আই", "জে", "কে", "এল", "এম", "এন", "ও", "পি", "কিউ", "আর", "এস",
    "টি", "ইউ", "ভি", "ডব্লিউ", "এক্স", "ওয়াই", "জেড", "اے", "بی", "سی", "ڈی", "ای", "ایف", "جی",
    "ایچ", "آئی", "جے", "کے", "ایل", "ایم", "این", "او", "پی", "کیو", "آر", "ایس", "ٹی", "یو",
    "وی", "ڈبلیو", "ایکس", "وائی", "زیڈ", "إيه", "بي", "سي", "دي", "إي", "إف", "جي", "إتش", "آي",
    "جيه", "كيه", "ار", "اف", "إل", "إم", "إن", "أو", "كيو", "آر", "إس", "تي", "يو", "في", "دبليو",
    "إكس", "واي", "زد", "الف",
];

/// Letter names that are common words too, at whose end a sentence may well
/// stop: "came", "drank", a particle of respect, "and".
const ALSO_WORDS: &[&str] = &[
    "आई", "पी", "जी", "ओ", "ই", "ও", "আর", "آئی", "پی", "جی", "کے", "في", "أو", "إن",
];

/// "Are", "was" and "we are" in Pashto, letters elsewhere.
const VERBS_LIKE_LETTERS: &[&str] = &["دي", "و", "یو", "يو"];
/// Of, from, in, on, to, and: a name follows them.
const PASHTO_PREPOSITIONS: &[&str] = &["د", "له", "په", "پر", "تر", "او"];

/// Counts the letters of a token made only of letters with a stop each: 1
/// for "J.", 2 for "U.S.", 0 for anything else. Of several each may have a vowel
/// sign: "भा.ज.पा.".
pub(super) fn initials(word: &str) -> usize {
    let mut letters = 0;
    let several = core(word).contains(['.', '۔']);
    for part in core(word).split(['.', '۔']) {
        let part = part.trim_start_matches('-');
        if !(is_letter(part, several) || is_letter_name(part)) {
            return 0;
        }
        letters += 1;
    }
    letters
}

/// Tells whether a part of a token is one letter, with its vowel sign if there
/// are several parts.
fn is_letter(part: &str, with_sign: bool) -> bool {
    let mut chars = part.chars();
    chars.next().is_some_and(char::is_alphabetic)
        && chars.next().is_none_or(|sign| with_sign && is_mark(sign))
        && chars.next().is_none()
}

/// Tells whether a letter's name with a stop is none of several initials but
/// the last word of its sentence: a common word, or the end of an acronym
/// that is written without stops.
pub(super) fn is_lone_letter_name(token: &str, before: &str, right: &str, rules: &Rules) -> bool {
    let name = core(token);
    let previous = last_token(before);
    let in_chain = initials(previous) > 0 && core(previous).len() < previous.len()
        || initials(first_token(right)) > 0;
    let is_word = || ALSO_WORDS.contains(&name) || is_pashto_verb(name, before, rules);
    !in_chain && (is_word() || is_letter_name(previous))
}

/// Tells whether a letter's name is a verb of Pashto that closes what stands before it.
fn is_pashto_verb(name: &str, before: &str, rules: &Rules) -> bool {
    rules.is("ps")
        && VERBS_LIKE_LETTERS.contains(&name)
        && before.split_whitespace().nth(1).is_some()
        && !PASHTO_PREPOSITIONS.contains(&last_token(before))
}

fn is_letter_name(word: &str) -> bool {
    // No name is in Latin or Cyrillic letters, and most words that are asked for are.
    word.starts_with(|c| c >= '\u{600}') && LETTER_NAMES.contains(&word)
}

fn core(word: &str) -> &str {
    word.strip_suffix(['.', '۔']).unwrap_or_default()
}
