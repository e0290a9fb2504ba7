//! Hebrew: cuts plurals and, from long words only, the article and particles written as one word.
//!
//! Unpointed Hebrew hides whether a first letter is a particle, so short words keep theirs.

/// The shortest stem that a plural leaves.
const AFTER_PLURAL: usize = 3;

/// The shortest stem that the article or "and" leaves, and any of them behind
/// which a plural was cut: what has one is a noun.
const AFTER_ARTICLE: usize = 4;

/// The shortest stem that the prepositions and "that", all letters of many roots, leave.
const AFTER_PREPOSITION: usize = 5;

/// Endings of plurals, with letters as they are within a word.
const PLURALS: [&str; 3] = ["יימ", "ימ", "ות"];

/// Returns the stem of a word without points, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    let plural = PLURALS.iter().find_map(|ending| word.strip_suffix(ending));
    match plural.filter(|rest| letters(rest) >= AFTER_PLURAL) {
        // The plural first: of "games" the particles would take the first letter.
        Some(rest) => cut_particles(rest, AFTER_ARTICLE, AFTER_ARTICLE),
        None => cut_particles(word, AFTER_PREPOSITION, AFTER_ARTICLE),
    }
}

fn cut_particles(word: &str, after_preposition: usize, after_article: usize) -> &str {
    let word = cut_start(word, &["ו"], after_preposition);
    let word = cut_start(word, &["ב", "ל", "מ", "כ", "ש"], after_preposition);
    cut_start(word, &["ה"], after_article)
}

fn cut_start<'a>(word: &'a str, prefixes: &[&str], keep: usize) -> &'a str {
    let rest = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix));
    rest.filter(|rest| letters(rest) >= keep).unwrap_or(word)
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::super::forms::{assert_apart, assert_meet};
    use super::*;

    #[test]
    fn plurals_meet_their_singular() {
        let classes = [
            "משחק משחקים המשחקים",
            "שחקן שחקנים השחקן",
            "ממשלות הממשלות",
            "שכונות בשכונות",
            "שופט שופטים",
        ];
        assert_meet(stem, classes);
        assert_apart(stem, &[("בחירות", "מחירים")]);
    }
}
