//! Hindi: cuts the longest inflectional ending, after Ramanathan & Rao 2003, "A Lightweight Stemmer
//! for Hindi", whose list is here in part: endings of nouns, adjectives and participles.

/// The shortest stem, in characters; vowel signs count, as in the paper's implementation.
const SHORTEST: usize = 2;

/// Endings, longest first.
const ENDINGS: [&str; 34] = [
    "ाएंगी", "ाएंगे", "ियों", "ियाँ", "ियां", "ाओं", "ाएं", "ाएँ", "ुओं", "ुएं", "ेंगे", "ेंगी", "ाकर", "ाने", "ाना",
    "ाते", "ाती", "ाता", "कर", "ने", "ना", "ते", "ती", "ता", "ों", "ें", "ीं", "ाई", "ाए", "ो", "े", "ी",
    "ि", "ा",
];

/// Returns the stem of a word, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    let rest = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    rest.filter(|rest| rest.chars().count() >= SHORTEST)
        .unwrap_or(word)
}
