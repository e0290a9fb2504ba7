//! Bengali: cuts the endings of case, number and article off nouns, one after the other as they are
//! added: ছাত্র, ছাত্রদের, ছাত্রটিকে, গাড়িগুলোর.
//!
//! Verbs are left as they are: their many forms share too little.

use super::affix::{cut_ending, has_chars};

/// The shortest stem, in characters; vowel signs count.
const SHORTEST: usize = 3;

/// Endings of emphasis, which come last: "also", "just".
const EMPHASIS: [&str; 2] = ["ও", "ই"];
/// Endings of case, the first of nouns that end in a vowel.
const CASE: [&str; 5] = ["\u{9af}\u{9bc}ের", "দেরকে", "দের", "ের", "কে"];
/// Endings of place behind a vowel; behind a consonant their first letter is
/// the word's: আদালত-ে.
const PLACE_BEHIND_VOWEL: [&str; 2] = ["\u{9af}\u{9bc}", "তে"];
const PLACE: [&str; 1] = ["ে"];
/// The ending of possession behind a vowel. It goes behind another ending too,
/// as it does where it is of the word itself: সরকার, সরকারের.
const POSSESSION: [&str; 1] = ["র"];
/// Signs of vowels.
const VOWELS: std::ops::RangeInclusive<char> = '\u{9be}'..='\u{9cc}';
/// Joins two consonants, so no word ends in it: পার্টি is no form of পার্.
const HASANTA: char = '\u{9cd}';
/// Endings of number and the article.
const NUMBER: [&str; 8] = ["গুলো", "গুলি", "গুলা", "সমূহ", "টি", "টা", "েরা", "রা"];

/// Returns the stem of a word, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    let word = cut(word, &EMPHASIS);
    let cased = changed(word, cut(word, &CASE))
        .or_else(|| changed(word, cut_behind_vowel(word, &PLACE_BEHIND_VOWEL)))
        .unwrap_or_else(|| cut(word, &PLACE));
    cut(cut_behind_vowel(cased, &POSSESSION), &NUMBER)
}

fn changed<'w>(word: &str, cut: &'w str) -> Option<&'w str> {
    (cut.len() < word.len()).then_some(cut)
}

/// Cuts the first ending that stands behind a vowel.
fn cut_behind_vowel<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    cut_ending(word, endings, |rest| {
        is_stem(rest) && rest.ends_with(is_vowel)
    })
    .unwrap_or(word)
}

fn is_vowel(c: char) -> bool {
    VOWELS.contains(&c)
}

/// Cuts the first ending that leaves enough of the word.
fn cut<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    cut_ending(word, endings, is_stem).unwrap_or(word)
}

fn is_stem(rest: &str) -> bool {
    has_chars(rest, SHORTEST) && !rest.ends_with(HASANTA)
}

#[cfg(test)]
mod tests {
    use super::super::forms::assert_meet;
    use super::*;

    #[test]
    fn forms_of_a_noun_meet() {
        let classes = [
            "ছাত্র ছাত্রের ছাত্রকে ছাত্রদের ছাত্ররা ছাত্রটি ছাত্রটিকে",
            "ঢাকা ঢাকার ঢাকাতে",
            "ভাই ভাইয়ের ভাইকে",
            "সরকার সরকারের সরকারকে",
            "আদালত আদালতের আদালতে",
            "গাজা গাজায় গাজার",
            "পার্টি পার্টির",
            "লকডাউন লকডাউনের লকডাউনে লকডাউনও",
            "হাসপাতাল হাসপাতালে হাসপাতালের হাসপাতালগুলো হাসপাতালগুলোতে হাসপাতালটি",
        ];
        assert_meet(stem, classes);
    }
}
