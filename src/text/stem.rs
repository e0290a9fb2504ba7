//! Reduces the forms of a word to one stem, so that counting and matching see one word.
//!
//! Words come in the shadow form: NFKC, lower case, without marks, tatweel and invisible characters,
//! Arabic letters folded (أإآ to ا, ى and ئ to ي, ؤ to و, ة to ه, Persian and Urdu variants to Arabic).
//! Arabic, Persian, Pashto, Urdu, Central Kurdish, Hebrew, Amharic, Hindi, Bengali, Indonesian,
//! Korean, Polish, Somali, Swahili and Ukrainian have light stemmers here; the languages that Snowball
//! covers use its algorithms; Chinese words are written in simplified characters; other words stay as
//! they are.
//!
//! Stems are keys, not words: show people the words they come from. Stemming a stem again may cut
//! more, as only the whole word tells an affix from a letter of the root.

mod affix;
mod amharic;
mod arabic;
mod bengali;
mod chinese;
#[cfg(test)]
mod forms;
mod hebrew;
mod hindi;
mod indonesian;
mod korean;
mod kurdish;
mod lexicon;
mod pashto;
mod persian;
mod polish;
mod somali;
mod swahili;
mod ukrainian;
mod urdu;

use std::borrow::Cow;
use std::fmt;

use rust_stemmers::Algorithm;

/// Words below this length stay whole: they are particles, or nothing can go without the root.
const SHORTEST: usize = 3;

/// The shortest stem of a Greek word.
const SHORTEST_GREEK: usize = 3;

/// Words above this length, in bytes, are not natural words (addresses, runs without spaces).
const LONGEST: usize = 200;

/// Stems words of one language; cheap to make for every document.
#[derive(Debug)]
pub(crate) struct Stemmer(Method);

enum Method {
    Identity,
    /// One of the light stemmers of this module: returns a slice, never allocates.
    Light(for<'a> fn(&'a str) -> &'a str),
    Snowball(rust_stemmers::Stemmer),
    /// A light one that changes the last letter of some words.
    Amharic,
    /// Of characters, not of affixes, so short words have it too.
    Chinese,
    /// The Portuguese one keeps most plurals apart: those become singulars first.
    SnowballPortuguese(rust_stemmers::Stemmer),
    /// The Greek one leaves a letter or none of short words: those stay whole.
    SnowballGreek(rust_stemmers::Stemmer),
}

impl fmt::Debug for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Identity => "Identity",
            Self::Light(_) => "Light",
            Self::Snowball(_) => "Snowball",
            Self::Amharic => "Amharic",
            Self::Chinese => "Chinese",
            Self::SnowballPortuguese(_) => "SnowballPortuguese",
            Self::SnowballGreek(_) => "SnowballGreek",
        })
    }
}

impl Stemmer {
    /// Makes the stemmer for a language by its BCP 47 primary subtag, such as `ar`; for a language
    /// without a stemmer it is the identity.
    #[must_use]
    pub(crate) fn new(code: &str) -> Self {
        Self(match code {
            "am" => Method::Amharic,
            "ar" => Method::Light(arabic::stem),
            "bn" => Method::Light(bengali::stem),
            "ckb" => Method::Light(kurdish::stem),
            "fa" => Method::Light(persian::stem),
            "ps" => Method::Light(pashto::stem),
            "ur" => Method::Light(urdu::stem),
            "he" => Method::Light(hebrew::stem),
            "hi" => Method::Light(hindi::stem),
            "id" | "ms" => Method::Light(indonesian::stem),
            "ko" => Method::Light(korean::stem),
            "pl" => Method::Light(polish::stem),
            "so" => Method::Light(somali::stem),
            "sw" => Method::Light(swahili::stem),
            "uk" => Method::Light(ukrainian::stem),
            "zh" => Method::Chinese,
            "pt" => {
                Method::SnowballPortuguese(rust_stemmers::Stemmer::create(Algorithm::Portuguese))
            }
            "el" => Method::SnowballGreek(rust_stemmers::Stemmer::create(Algorithm::Greek)),
            _ => snowball(code).map_or(Method::Identity, |algorithm| {
                Method::Snowball(rust_stemmers::Stemmer::create(algorithm))
            }),
        })
    }

    /// Returns the stem of a word in the shadow form.
    ///
    /// Words with a digit and words of fewer than three characters come back as they are, but for
    /// Chinese ones.
    #[must_use]
    pub(crate) fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        if !stemmable(word) && !matches!(self.0, Method::Chinese) {
            return Cow::Borrowed(word);
        }
        match &self.0 {
            Method::Identity => Cow::Borrowed(word),
            Method::Amharic => amharic::stem(word),
            Method::Chinese => chinese::stem(word),
            Method::Light(stem) => Cow::Borrowed(stem(word)),
            Method::Snowball(stemmer) => stemmer.stem(word),
            Method::SnowballPortuguese(stemmer) => match portuguese_singular(word) {
                Some(singular) => Cow::Owned(stemmer.stem(&singular).into_owned()),
                None => stemmer.stem(word),
            },
            Method::SnowballGreek(stemmer) => {
                let stem = stemmer.stem(word);
                let long_enough = stem.chars().nth(SHORTEST_GREEK - 1).is_some();
                if long_enough {
                    stem
                } else {
                    Cow::Borrowed(word)
                }
            }
        }
    }
}

/// Returns the singular of a Portuguese plural whose ending hides it: "eleições",
/// "hospitais", "papéis", "homens".
fn portuguese_singular(plural: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 6] = [
        ("ões", "ão"),
        ("ães", "ão"),
        ("ais", "al"),
        ("éis", "el"),
        ("óis", "ol"),
        ("ns", "m"),
    ];
    const SHORTEST: usize = 2;
    ENDINGS.iter().find_map(|(ending, singular)| {
        let rest = plural.strip_suffix(ending)?;
        let long_enough = rest.chars().nth(SHORTEST - 1).is_some();
        long_enough.then(|| format!("{rest}{singular}"))
    })
}

/// Names Snowball's algorithm for a language; its Arabic one is left out for our own.
fn snowball(code: &str) -> Option<Algorithm> {
    Some(match code {
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

fn stemmable(word: &str) -> bool {
    word.len() <= LONGEST
        && word.chars().nth(SHORTEST - 1).is_some()
        && !word.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODES: [&str; 35] = [
        "am", "ar", "bn", "ckb", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu",
        "id", "it", "ko", "ms", "nb", "nl", "pl", "ps", "pt", "ro", "ru", "so", "sv", "sw", "ta",
        "tr", "uk", "ur", "xx", "",
    ];

    #[test]
    fn each_language_has_its_stemmer() {
        let cases = [
            ("ar", "والحكومات", "حكوم"),
            ("am", "የመንግስቱ", "መንግስት"),
            ("ckb", "حكومهتهكان", "حكومهت"),
            ("fa", "كشورهاي", "كشور"),
            ("ps", "هېوادونو", "هېواد"),
            ("ur", "لوگون", "لوگ"),
            ("en", "elections", "elect"),
            ("fr", "élections", "élect"),
            ("de", "wahlen", "wahl"),
            ("es", "elecciones", "eleccion"),
            ("ru", "выборы", "выбор"),
            ("it", "elezioni", "elezion"),
            ("nl", "verkiezingen", "verkiez"),
            ("tr", "kitaplar", "kitap"),
            ("he", "הממשלות", "ממשל"),
            ("he", "בית", "בית"),
            ("el", "παιδια", "παιδια"),
            ("ro", "deputaţii", "deput"),
            ("pt", "hospitais", "hospital"),
            ("pt", "homens", "hom"),
            ("hi", "लड़कों", "लड़क"),
            ("hi", "लड़के", "लड़क"),
            ("bn", "হাসপাতালের", "হাসপাতাল"),
            ("id", "pemilihannya", "pemilih"),
            ("id", "bermain", "main"),
            ("ko", "정부에서는", "정부"),
            ("pl", "wyborach", "wybor"),
            ("so", "dowladda", "dowl"),
            ("sw", "waliofariki", "fariki"),
            ("uk", "виборах", "вибор"),
            ("zh", "總統", "总统"),
            ("xx", "elections", "elections"),
        ];
        for (code, word, stem) in cases {
            assert_eq!(Stemmer::new(code).stem(word), stem, "{code} {word}");
        }
    }

    #[test]
    fn words_with_digits_and_short_words_stay() {
        for word in ["covid19s", "g7s", "من", "as", "", "بناء2"] {
            for code in CODES {
                assert_eq!(Stemmer::new(code).stem(word), word, "{code}");
            }
        }
    }

    #[test]
    fn light_stemmers_do_not_allocate() {
        for (code, word) in [
            ("ar", "والحكومات"),
            ("ar", "بالوزراء"),
            ("fa", "كشورهاي"),
            ("ur", "خواتين"),
        ] {
            assert!(
                matches!(Stemmer::new(code).stem(word), Cow::Borrowed(_)),
                "{code} {word}"
            );
        }
    }

    /// Random words over alphabets that mix what the stemmers cut with letters of other lengths.
    #[test]
    fn no_word_makes_a_stemmer_panic() {
        let alphabets = [
            "والبكفسيتنهماء",
            "ةگٹیکa\u{64e}\u{200c}😀\u{301}",
            "hesingdlyatioun'éßığü",
            "аеиыйтсяος",
            "הובלמשכיםות",
            "ாகிுக்ेोंकी",
            "গুলোটিরকেদেরতেওই",
            "የመንግስትዎችኦችንበለከው",
            "حكومهتهكانيلهبهوهدايش",
            "정부에서는들이다했습니까지",
            "rządziecośćówałmi",
            "війцяістьюєїосьджз",
        ];
        let mut state: u64 = 7;
        let mut next = |bound: usize| {
            state = state
                .wrapping_mul(0x5851_f42d_4c95_7f2d)
                .wrapping_add(0x1405_7b7e_f767_814f);
            (state >> 33) as usize % bound
        };
        let stemmers = CODES.map(Stemmer::new);
        for _ in 0..20_000 {
            let letters: Vec<char> = alphabets[next(alphabets.len())]
                .chars()
                .chain(alphabets[next(alphabets.len())].chars())
                .collect();
            let word: String = (0..next(14))
                .map(|_| letters[next(letters.len())])
                .collect();
            for stemmer in &stemmers {
                let stem = stemmer.stem(&word);
                assert!(
                    word.is_empty() || !stem.is_empty() || matches!(stemmer.0, Method::Snowball(_)),
                    "{word}"
                );
            }
        }
    }
}
