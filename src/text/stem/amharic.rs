//! Amharic: a light stemmer for nouns and adjectives, whose prepositions are written as one word
//! with them (የ, በ, ለ, ከ …) and whose ending holds plural, article, possession, object and "and".
//!
//! Most endings change the vowel of the last letter of the word, a syllable: መንግስት, መንግስቱ,
//! መንግስታት. So the last syllable loses its vowel, but not its consonant, by which መስጠም, to sink, is told
//! from መስጠት, to give. Verbs are left as they are, as their roots change inside.

use std::borrow::Cow;

use super::affix::has_chars;

/// The shortest stem, in syllables.
const SHORT: usize = 3;

/// The shortest stem behind የ, "of", and before the plural in ዎች, which few words have of their own.
const SHORTER: usize = 2;

/// The shortest stem before ም, "also", and ና, "and", which end many words, and before the plural ት.
const LONG: usize = 4;

/// Prepositions with the syllables that must remain, longest first.
const PREPOSITIONS: [(&str, usize); 8] = [
    ("እንደ", SHORT),
    ("እስከ", SHORT),
    ("ስለ", SHORT),
    ("ወደ", SHORT),
    ("የ", SHORTER),
    ("በ", SHORT),
    ("ለ", SHORT),
    ("ከ", SHORT),
];

/// Endings that are whole syllables, with the syllables that must remain: plural behind a vowel,
/// "their", peoples, article, adjectives; object, "also" and "and".
const ENDINGS: [(&str, usize); 12] = [
    ("ዎች", SHORTER),
    ("ዎቹ", SHORTER),
    ("ዎቻ", SHORTER),
    ("ቸው", SHORT),
    ("ውያ", SHORT),
    ("ዊት", SHORT),
    ("ው", SHORT),
    ("ዋ", SHORT),
    ("ዊ", SHORT),
    ("ን", SHORT),
    ("ም", LONG),
    ("ና", LONG),
];

/// Endings of the plural behind a syllable in o.
const PLURALS: [char; 3] = ['ች', 'ቹ', 'ቻ'];

/// The learned plural, behind a syllable in a: መንግስታት, እንስሳት.
const LEARNED_PLURAL: char = 'ት';

/// Syllables stand in rows of eight, one for each vowel; these are the places of a, of hardly any
/// vowel, and of o.
const PLACE_OF_A: u32 = 3;
const PLACE_OF_NONE: u32 = 5;
const PLACE_OF_O: u32 = 6;
const ROW: u32 = 8;

/// Returns the stem of a word, a slice of it unless its last syllable has a vowel.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    if !word.chars().all(is_syllable) {
        return Cow::Borrowed(word);
    }
    let word = cut_all(word, ending);
    let word = cut_all(word, preposition);
    if has_chars(word, SHORT) {
        without_vowel(word)
    } else {
        Cow::Borrowed(word)
    }
}

fn is_syllable(c: char) -> bool {
    ('\u{1200}'..='\u{135A}').contains(&c)
}

/// Cuts until nothing is left to cut.
fn cut_all(mut word: &str, cut: impl Fn(&str) -> Option<&str>) -> &str {
    while let Some(rest) = cut(word) {
        word = rest;
    }
    word
}

fn ending(word: &str) -> Option<&str> {
    // Of the four syllables of "medicine" na is the last, whether "of" is before them or not.
    let preposed = usize::from(word.starts_with(['የ', 'በ', 'ለ', 'ከ']));
    ENDINGS
        .iter()
        .find_map(|&(ending, keep)| {
            let keep = if keep == LONG { LONG + preposed } else { keep };
            word.strip_suffix(ending)
                .filter(|rest| has_chars(rest, keep))
        })
        .or_else(|| {
            word.strip_suffix(LEARNED_PLURAL)
                .filter(|rest| has_chars(rest, LONG) && rest.ends_with(has_a))
        })
        .or_else(|| {
            word.strip_suffix(PLURALS)
                .filter(|rest| has_chars(rest, SHORT) && rest.ends_with(has_o))
        })
}

fn preposition(word: &str) -> Option<&str> {
    PREPOSITIONS.iter().find_map(|&(start, keep)| {
        word.strip_prefix(start)
            .filter(|rest| has_chars(rest, keep))
    })
}

fn has_a(c: char) -> bool {
    u32::from(c) % ROW == PLACE_OF_A
}

fn has_o(c: char) -> bool {
    u32::from(c) % ROW == PLACE_OF_O
}

/// Takes the vowel off the last syllable.
fn without_vowel(word: &str) -> Cow<'_, str> {
    let mut syllables = word.chars();
    let last = syllables.next_back();
    let bare = last.and_then(|c| {
        let code = u32::from(c);
        char::from_u32(code - code % ROW + PLACE_OF_NONE)
    });
    match bare.filter(|_| bare != last) {
        Some(bare) => Cow::Owned(format!("{}{bare}", syllables.as_str())),
        None => Cow::Borrowed(word),
    }
}

#[cfg(test)]
mod tests {
    use super::super::forms::{assert_apart, assert_meet};
    use super::*;

    /// Forms that must meet, one class a line.
    const MEET: &str = "
        መንግስት መንግስቱ የመንግስት በመንግስት መንግስታት መንግስታዊ የመንግስታቸው
        ጦርነት ጦርነቱ ጦርነቱን ጦርነቶች የጦርነት በጦርነቱ
        ተማሪ ተማሪው ተማሪዎች ተማሪዎቹ የተማሪዎች ለተማሪዎችና
        ሰራተኛ ሰራተኞች ሰራተኞቹ የሰራተኞች
        ሚኒስትር ሚኒስትሩ ሚኒስትሮች የሚኒስትሮች
        ሆስፒታል ሆስፒታሉ ሆስፒታሎች በሆስፒታሉ
        ተጫዋች ተጫዋቹ ተጫዋቾች ተጫዋቾቹ
        ከተማ ከተማዋ የከተማ የከተማዋ ከተማዎች
        በሽታ በሽታው በሽታዎች የበሽታው በበሽታው
        ህክምና የህክምና ህክምናው ለህክምና
        ጨዋታ ጨዋታው ጨዋታዎች በጨዋታው
        እንስሳ እንስሳት የእንስሳት እንስሳትን
        ፖሊስ የፖሊስ በፖሊስ ፖሊስን
        ኢትዮጵያ የኢትዮጵያ በኢትዮጵያ ኢትዮጵያዊ ኢትዮጵያውያን ኢትዮጵያዊት
        ጤና የጤና
        ዋጋ ዋጋዎች የዋጋ
    ";

    const APART: &[(&str, &str)] = &[
        ("ሚኒስትር", "ሚኒስቴር"),
        ("ከተማ", "ተማሪ"),
        ("በሽታ", "ሽታ"),
        ("ህግ", "ሀገር"),
        ("ምርጫ", "ምርት"),
        ("ሰው", "ሰላም"),
        ("ጦርነት", "ጦር"),
        ("መስጠም", "መስጠት"),
        ("ማዕቀብ", "ማዕቀፍ"),
    ];

    /// The stem as a slice, which the assertions ask for.
    fn slice(word: &str) -> &str {
        Box::leak(stem(word).into_owned().into_boxed_str())
    }

    #[test]
    fn forms_of_a_word_meet() {
        assert_meet(slice, MEET.lines());
    }

    #[test]
    fn unlike_words_stay_apart() {
        assert_apart(slice, APART);
    }
}
