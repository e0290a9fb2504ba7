//! Hebrew: cuts plurals and, from long words only, the article and particles written as one word.
//!
//! Unpointed Hebrew hides whether a first letter is a particle, so short words keep theirs.

/// The shortest stem that a plural leaves.
const AFTER_PLURAL: usize = 3;

/// The shortest stem that the article or "and" leaves.
const AFTER_ARTICLE: usize = 4;

/// The shortest stem that the prepositions and "that", all letters of many roots, leave.
const AFTER_PREPOSITION: usize = 5;

/// Returns the stem of a word without points, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    let word = cut_start(word, &["ו"], AFTER_PREPOSITION);
    let word = cut_start(word, &["ב", "ל", "מ", "כ", "ש"], AFTER_PREPOSITION);
    let word = cut_start(word, &["ה"], AFTER_ARTICLE);
    let plural = ["יים", "ים", "ות"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    plural
        .filter(|rest| letters(rest) >= AFTER_PLURAL)
        .unwrap_or(word)
}

fn cut_start<'a>(word: &'a str, prefixes: &[&str], keep: usize) -> &'a str {
    let rest = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix));
    rest.filter(|rest| letters(rest) >= keep).unwrap_or(word)
}

fn letters(word: &str) -> usize {
    word.chars().count()
}
