//! Bengali: cuts the endings of case, number and article off nouns, one after the other as they are
//! added: ছাত্র, ছাত্রদের, ছাত্রটিকে, গাড়িগুলোর.
//!
//! Verbs are left as they are: their many forms share too little.

/// The shortest stem, in characters; vowel signs count.
const SHORTEST: usize = 3;

/// Endings of emphasis, which come last: "also", "just".
const EMPHASIS: [&str; 2] = ["ও", "ই"];
/// Endings of case; of a noun that ends in a vowel the first has a letter before
/// it that joins the two.
const CASE: [&str; 7] = ["\u{9af}\u{9bc}ের", "দেরকে", "দের", "ের", "কে", "তে", "ে"];
/// The ending of possession behind a vowel; behind a consonant it is of the word.
const OF_VOWEL: &str = "র";
/// Signs of vowels.
const VOWELS: std::ops::RangeInclusive<char> = '\u{9be}'..='\u{9cc}';
/// Endings of number and the article.
const NUMBER: [&str; 8] = ["গুলো", "গুলি", "গুলা", "সমূহ", "টি", "টা", "েরা", "রা"];

/// Returns the stem of a word, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    let word = cut(word, &EMPHASIS);
    let cased = cut(word, &CASE);
    let possessed =
        || long_enough(word.strip_suffix(OF_VOWEL)).filter(|rest| rest.ends_with(is_vowel));
    let bare = if cased.len() < word.len() {
        cased
    } else {
        possessed().unwrap_or(word)
    };
    cut(bare, &NUMBER)
}

fn is_vowel(c: char) -> bool {
    VOWELS.contains(&c)
}

/// Cuts the first ending that leaves enough of the word.
fn cut<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    let mut rests = endings
        .iter()
        .filter_map(|ending| long_enough(word.strip_suffix(ending)));
    rests.next().unwrap_or(word)
}

fn long_enough(rest: Option<&str>) -> Option<&str> {
    rest.filter(|rest| rest.chars().nth(SHORTEST - 1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::{Casing, normalize};

    #[test]
    fn forms_of_a_noun_meet() {
        let classes = [
            "ছাত্র ছাত্রের ছাত্রকে ছাত্রদের ছাত্ররা ছাত্রটি ছাত্রটিকে",
            "ঢাকা ঢাকার ঢাকাতে",
            "ভাই ভাইয়ের ভাইকে",
            "লকডাউন লকডাউনের লকডাউনে লকডাউনও",
            "হাসপাতাল হাসপাতালে হাসপাতালের হাসপাতালগুলো হাসপাতালগুলোতে হাসপাতালটি",
        ];
        for class in classes {
            let forms: Vec<String> = class
                .split(' ')
                .map(|form| normalize(form, Casing::Common))
                .collect();
            for form in &forms {
                assert_eq!(stem(form), stem(&forms[0]), "{form}");
            }
        }
    }
}
