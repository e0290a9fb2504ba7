//! Central Kurdish: a light stemmer for nouns and adjectives, which carry definiteness, number,
//! possession and the latter half of circumpositions as endings: قوتابخانە, قوتابخانەکانی,
//! لەقوتابخانەکەدا.
//!
//! Endings go one after the other until none fits; the silent ه goes too, as the definite form hides
//! it (قوتابخانهكه). لە and بە written as one word with the noun go from what remains. Verbs are left
//! as they are, their prefixes too: that needs a dictionary.

use super::affix::{cut_prefix, cut_suffix, is_arabic_script, letters};

/// The shortest stem in general.
const SHORT: usize = 3;

/// The shortest stem before endings that many whole words share: ان (جيهان), دا (بهغدا), تر.
const LONG: usize = 4;

/// The shortest stem before يش, "also", which ends words such as ياسايش, and behind به, with which
/// many words begin.
const LONGEST: usize = 5;

/// Endings with the letters that must remain, those that contain others first: the circumposition
/// (هوه, دا), "also", plural and singular with the article, "a", comparatives, plural, possession,
/// ezafe.
const ENDINGS: [(&str, usize); 14] = [
    ("يهوه", SHORT),
    ("هوه", SHORT),
    ("يش", LONGEST),
    ("دا", LONG),
    ("هكان", SHORT),
    ("هكه", SHORT),
    ("هكهش", SHORT),
    ("يهك", SHORT),
    ("يك", SHORT),
    ("ترين", SHORT),
    ("تر", LONG),
    ("يان", LONG),
    ("ان", LONG),
    ("ي", SHORT),
];

/// The article behind a vowel, where it has no ه of its own: دادگاكه, زانكوكان.
const ARTICLES: [&str; 2] = ["كان", "كه"];

/// Letters of vowels that end nouns.
const VOWELS: [char; 2] = ['ا', 'و'];

/// Joins nouns as "of" and "in": cut before the endings from long words, after them from others.
const IN: &str = "له";

/// Joins nouns as "with" and "by".
const WITH: &str = "به";

/// "Club", whose stem would be يان, "or".
const CLUB: &str = "يانه";

/// "Perhaps", whose stem would be that of "lesson".
const PERHAPS: &str = "لهوانه";

/// Returns the stem of a word in the shadow form, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    if letters(word) < SHORT || !is_arabic_script(word) || word.starts_with(PERHAPS) {
        return word;
    }
    if let Some(club) = word.get(..CLUB.len()).filter(|&start| start == CLUB) {
        return club;
    }
    let mut word = cut_prefix(word, IN, LONGEST).unwrap_or(word);
    while let Some(rest) = ending(word) {
        word = rest;
    }
    cut_prefix(word, IN, SHORT)
        .or_else(|| cut_prefix(word, WITH, LONGEST))
        .unwrap_or(word)
}

/// Cuts one ending.
fn ending(word: &str) -> Option<&str> {
    let listed = || {
        ENDINGS
            .iter()
            .find_map(|&(ending, keep)| cut_suffix(word, ending, keep))
    };
    article(word)
        .or_else(listed)
        .or_else(|| cut_suffix(word, "ه", SHORT))
}

fn article(word: &str) -> Option<&str> {
    ARTICLES
        .iter()
        .filter_map(|article| cut_suffix(word, article, LONG))
        .find(|rest| rest.ends_with(VOWELS))
}

#[cfg(test)]
mod tests {
    use super::super::forms::{assert_apart, assert_meet};
    use super::*;

    /// Forms that must meet, one class a line.
    const MEET: &str = "
        قوتابخانە قوتابخانەی قوتابخانەکە قوتابخانەکان قوتابخانەکانی قوتابخانەیەک لەقوتابخانەکاندا
        یاری یارییەکە یاریەکەدا یارییەکان لەیاریەکەدا
        یاریزان یاریزانان یاریزانەکە یاریزانێک یاریزانەکانی
        دادگا دادگای دادگاکە دادگاکان دادگایەک دادگایی دادگاکەی
        وەزیر وەزیران وەزیری وەزیرێک وەزیرەکان وەزیرەکانی
        زانکۆ زانکۆی زانکۆکان زانکۆکە زانکۆیەک لەزانکۆدا
        حکومەت حکومەتی حکومەتەکان حکومەتەکەی لەحکومەتدا
        کۆمپانیا کۆمپانیای کۆمپانیاکان کۆمپانیایەکی
        ئابووری ئابوورییەوە ئابوورییەکان
        گەورە گەورەتر گەورەترین
        بەرپرس بەرپرسان بەرپرسێکی بەرپرسەکان
        زانا زانایان زانایانی
        وڵات وڵاتان وڵاتەکە وڵاتانی وڵاتێک
        شەڕ شەڕی شەڕەکە شەڕێک
        یانە یانەی یانەکە یانەکان
        جیهان جیهانی لەجیهاندا
    ";

    const APART: &[(&str, &str)] = &[
        ("یانە", "یان"),
        ("ئاسایش", "یاسا"),
        ("لەوانەیە", "وانە"),
        ("ژیان", "ژن"),
        ("پارێزگا", "پارێزگار"),
        ("نەخۆش", "نەخۆشخانە"),
        ("زانست", "زانکۆ"),
        ("بەغدا", "باغ"),
    ];

    #[test]
    fn forms_of_a_word_meet() {
        assert_meet(stem, MEET.lines());
    }

    #[test]
    fn unlike_words_stay_apart() {
        assert_apart(stem, APART);
    }
}
