//! The shapes of numbers that a full stop belongs to.

use crate::text::normalize::is_numeric;

/// Most digits of an ordinal ("19. yüzyıl") or of an item's number; a year
/// with a full stop ends its sentence.
const MAX_ORDINAL_DIGITS: usize = 2;

/// "1." and "a." in front of an item.
pub(super) fn is_item_number(word: &str) -> bool {
    let core = word.strip_suffix('.').unwrap_or_default();
    let length = core.chars().count();
    (1..=3).contains(&length) && core.chars().all(is_numeric)
        || length == 1 && core.chars().all(char::is_alphabetic)
        || matches!(core, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix")
}

/// "۵۔", as Urdu writes it.
pub(super) fn is_list_number(word: &str) -> bool {
    let core = word.strip_suffix('۔').unwrap_or_default();
    !core.is_empty() && core.chars().all(is_numeric)
}

/// "5.", "25./26." and "XIV." where a full stop makes an ordinal.
pub(super) fn is_ordinal(word: &str) -> bool {
    let word = word.rsplit_once("./").map_or(word, |(_, last)| last);
    let core = word.strip_suffix('.').unwrap_or_default();
    let roman = || core.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
    is_dotted_number(word) && core.len() <= MAX_ORDINAL_DIGITS || !core.is_empty() && roman()
}

/// A part of a date written with full stops.
pub(super) fn is_dotted_number(word: &str) -> bool {
    const YEAR_DIGITS: usize = 4;
    let core = word.strip_suffix('.').unwrap_or_default();
    (1..=YEAR_DIGITS).contains(&core.len()) && core.bytes().all(|byte| byte.is_ascii_digit())
}

/// "p.m.", with or without the hour.
pub(super) fn is_clock_time(word: &str) -> bool {
    let unit = word.trim_start_matches(is_numeric);
    matches!(unit, "a.m." | "p.m." | "A.M." | "P.M.")
}
