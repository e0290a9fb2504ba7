//! Cuts affixes from words, never below a stated number of letters.
//!
//! Every word form of a document is asked for dozens of affixes; cut and compared where they are
//! named, they cost a few instructions each instead of a call.

/// Counts the letters of a word.
///
/// Arabic-script letters take two bytes each in UTF-8, so for the words that the Arabic, Persian
/// and Urdu stemmers accept (see [`is_arabic_script`]) half the byte length is the letter count.
pub(super) const fn letters(word: &str) -> usize {
    word.len() / 2
}

/// Tells whether every letter is one of the two-byte Arabic block, which the byte arithmetic needs.
pub(super) fn is_arabic_script(word: &str) -> bool {
    word.len().is_multiple_of(2)
        && word
            .as_bytes()
            .chunks_exact(2)
            .all(|pair| matches!(pair[0], 0xD8..=0xDB))
}

/// Cuts `prefix` if at least `keep` letters remain.
#[inline]
pub(super) fn cut_prefix<'a>(word: &'a str, prefix: &str, keep: usize) -> Option<&'a str> {
    let (start, rest) = word.split_at_checked(prefix.len())?;
    (letters(rest) >= keep && start == prefix).then_some(rest)
}

/// Cuts `suffix` if at least `keep` letters remain.
#[inline]
pub(super) fn cut_suffix<'a>(word: &'a str, suffix: &str, keep: usize) -> Option<&'a str> {
    let (rest, end) = word.split_at_checked(word.len().checked_sub(suffix.len())?)?;
    (letters(rest) >= keep && end == suffix).then_some(rest)
}

/// Cuts the first of `suffixes` that fits, so longer ones come first in the list.
pub(super) fn cut_any_suffix<'a>(word: &'a str, suffixes: &[&str], keep: usize) -> Option<&'a str> {
    suffixes
        .iter()
        .find_map(|suffix| cut_suffix(word, suffix, keep))
}

/// Tells whether a word of any script has so many characters, at least one.
pub(super) fn has_chars(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

/// Cuts the first of `endings` that leaves what fits.
pub(super) fn cut_ending<'w>(
    word: &'w str,
    endings: &[&str],
    fits: impl Fn(&str) -> bool,
) -> Option<&'w str> {
    let mut rests = endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    rests.find(|rest| fits(rest))
}
