//! Whether a full stop ends a sentence or belongs to an abbreviation, an
//! initial, an ordinal or the number of an item.

use super::boundary::{first_word, head, last_token};
use crate::text::normalize::normalize;
use crate::text::rules::Rules;

/// Most digits of an ordinal ("19. yüzyıl") or of an item's number; a year
/// with a full stop ends its sentence.
const MAX_ORDINAL_DIGITS: usize = 2;

/// What may follow "5 p.m." within the sentence.
const AFTER_CLOCK_TIME: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "ET", "EST",
    "EDT", "GMT", "UTC", "CET", "CEST", "PT", "PST", "PDT", "BST", "IST", "Eastern", "Central",
    "Pacific", "Mountain", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
];

/// Tells whether the full stop at the end of `left` ends a sentence that
/// `right` does not belong to.
pub(super) fn full_stop_ends_sentence(left: &str, right: &str, rules: &Rules) -> bool {
    let token = last_token(left);
    let word = token.trim_start_matches(is_opener);
    let before = left[..left.len() - token.len()].trim_end();
    if is_item_number(word) && before.is_empty() {
        return false;
    }
    if is_title(word, rules) || crosses_spaced(left, right, rules) {
        return false;
    }
    if rules.before_number.contains(word) && right.starts_with(char::is_numeric) {
        return false;
    }
    if rules.ordinal_dot && is_ordinal(word) {
        return opens_sentence(right, rules);
    }
    if is_clock_time(word) {
        return !AFTER_CLOCK_TIME.contains(&first_word(right));
    }
    if rules.abbreviations.contains(word) || ends_in_spaced(left, rules) {
        return is_unit_after_number(word, before) || opens_sentence(right, rules);
    }
    match initials(word) {
        0 => true,
        1 => single_letter_ends(word, before, right, rules),
        _ => opens_sentence(right, rules),
    }
}

/// A lone letter with a full stop is an initial, unless it stands for the
/// unit of a number ("2024 م.") or the next word can only open a sentence.
fn single_letter_ends(word: &str, before: &str, right: &str, rules: &Rules) -> bool {
    if word.starts_with(char::is_lowercase) {
        return false;
    }
    if word.starts_with(char::is_uppercase) {
        // "George W. Bush" and "J. K. Rowling", but "Plan B. The company".
        return opens_sentence(right, rules);
    }
    if is_unit_after_number(word, before) {
        return true;
    }
    // The last of spaced initials: "أ. ف. ب. وأضاف".
    let part_of_chain = initials(last_token(before)) == 1;
    part_of_chain && initials(last_token_of_head(right)) != 1 && opens_sentence(right, rules)
}

fn last_token_of_head(right: &str) -> &str {
    head(right).split_whitespace().next().unwrap_or_default()
}

/// Signs of eras and measures after a number: "1445 هـ." ends a sentence.
fn is_unit_after_number(word: &str, before: &str) -> bool {
    let short = word.chars().filter(|c| c.is_alphabetic()).count() <= 2;
    short
        && word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
        && last_token(before).ends_with(char::is_numeric)
}

/// Counts the letters of a token made only of letters with a full stop each:
/// 1 for "J.", 2 for "U.S.", 0 for anything else.
fn initials(word: &str) -> usize {
    let mut letters = 0;
    for part in word.strip_suffix('.').unwrap_or_default().split('.') {
        let part = part.trim_start_matches('-');
        let mut chars = part.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_alphabetic() => letters += 1,
            _ => return 0,
        }
    }
    letters
}

fn is_title(word: &str, rules: &Rules) -> bool {
    rules.titles.contains(word)
        // Arabic writes one-letter words together with the title: "ود. سالم".
        || word
            .strip_prefix(['و', 'ف', 'ل', 'ب', 'ك'])
            .is_some_and(|title| title.len() > 1 && rules.titles.contains(title))
}

/// Tells whether the place lies inside an abbreviation of several words, such
/// as between "z." and "B.".
fn crosses_spaced(left: &str, right: &str, rules: &Rules) -> bool {
    rules.spaced.iter().any(|abbreviation| {
        abbreviation.match_indices(' ').any(|(at, space)| {
            ends_with_word(left, &abbreviation[..at])
                && right.starts_with(&abbreviation[at + space.len()..])
        })
    })
}

fn ends_in_spaced(left: &str, rules: &Rules) -> bool {
    rules
        .spaced
        .iter()
        .any(|abbreviation| ends_with_word(left, abbreviation))
}

fn ends_with_word(text: &str, ending: &str) -> bool {
    text.strip_suffix(ending)
        .is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// "1." and "a." in front of an item.
fn is_item_number(word: &str) -> bool {
    let core = word.strip_suffix('.').unwrap_or_default();
    let length = core.chars().count();
    (1..=3).contains(&length) && core.chars().all(char::is_numeric)
        || length == 1 && core.chars().all(char::is_alphabetic)
}

fn is_ordinal(word: &str) -> bool {
    let core = word.strip_suffix('.').unwrap_or_default();
    (1..=MAX_ORDINAL_DIGITS).contains(&core.len()) && core.bytes().all(|byte| byte.is_ascii_digit())
        || !core.is_empty() && core.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
}

fn is_clock_time(word: &str) -> bool {
    matches!(word, "a.m." | "p.m." | "A.M." | "P.M.")
        || word.trim_start_matches(char::is_numeric) == "p.m."
}

/// Tells whether a text begins as only a sentence does: a capital on a
/// function word, or, without case, a verb of saying or a connective.
fn opens_sentence(right: &str, rules: &Rules) -> bool {
    let word = first_word(right);
    let Some(first) = word.chars().next() else {
        return true;
    };
    if first.is_lowercase() || first.is_numeric() {
        return false;
    }
    let normal = normalize(head(right), rules.casing);
    let words = || {
        normal
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|word| !word.is_empty())
    };
    let leans = rules.connectives.leading(words()).is_some()
        || rules.pronouns.leading(words()).is_some();
    let known = words().next().unwrap_or_default();
    if first.is_uppercase() {
        return leans || rules.stop_words.contains(known);
    }
    leans || rules.speech_verbs.contains(known)
}

fn is_opener(c: char) -> bool {
    !c.is_alphanumeric() && c != '.'
}
