//! Hindi: cuts the longest inflectional ending, after Ramanathan & Rao 2003, "A Lightweight Stemmer
//! for Hindi", whose list is here in part: endings of nouns, adjectives and participles. Unlike there a
//! short word keeps what may be of its root, and the plural of nouns in -ā goes first: नेता, नेताओं.

use super::affix::{cut_ending, has_chars};

/// The shortest stem, in characters; vowel signs count, as in the paper's implementation.
const SHORTEST: usize = 3;
/// The shortest stem before a vowel sign that is as often of the word: हाथी is not हाथ.
const BEFORE_VOWEL: usize = 4;
/// Joins two consonants, so no word ends in it: टक्कर is no form of टक्.
const VIRAMA: char = '\u{94d}';

/// Endings of the plural that stand behind the vowel of the noun.
const PLURALS: [&str; 3] = ["ओं", "एं", "एँ"];
/// Endings, longest first.
const ENDINGS: [&str; 28] = [
    "ाएंगी", "ाएंगे", "ियों", "ियाँ", "ियां", "ेंगे", "ेंगी", "ाकर", "ाने", "ाना", "ाते", "ाती", "ाता", "कर",
    "ने", "ना", "ते", "ती", "ता", "ों", "ें", "ीं", "ाई", "ाए", "ो", "े", "ि", "ु",
];
/// Endings that short words have of their own.
const VOWELS: [&str; 2] = ["ी", "ा"];

/// Returns the stem of a word, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    let word = cut(word, &PLURALS, SHORTEST).unwrap_or(word);
    cut(word, &ENDINGS, SHORTEST)
        .or_else(|| cut(word, &VOWELS, BEFORE_VOWEL))
        .unwrap_or(word)
}

/// Cuts the first ending that leaves so many characters.
fn cut<'w>(word: &'w str, endings: &[&str], shortest: usize) -> Option<&'w str> {
    cut_ending(word, endings, |rest| {
        has_chars(rest, shortest) && !rest.ends_with(VIRAMA)
    })
}

#[cfg(test)]
mod tests {
    use super::super::forms::{assert_apart, assert_meet};
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        assert_meet(
            stem,
            [
                "नेता नेताओं",
                "मतदाता मतदाताओं",
                "चुनाव चुनावों",
                "पार्टी पार्टियों पार्टियां",
                "सरकार सरकारें सरकारों",
            ],
        );
    }

    #[test]
    fn short_words_stay_apart() {
        assert_apart(stem, &[("हाथी", "हाथ"), ("सेना", "से")]);
    }

    #[test]
    fn no_stem_ends_in_a_joining_sign() {
        assert_eq!(stem("टक्कर"), "टक्कर");
    }
}
