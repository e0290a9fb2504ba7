//! What becomes of each character in the shadow.

use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};

use super::Casing;

const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> =
    CodePointMapData::<GeneralCategory>::new();

const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It carries no identity of a word.
    Dropped,
    /// It becomes one letter, unless a mark follows.
    Letter(char),
    /// It is normalised together with what stands before it.
    Mark,
    /// It needs the full algorithm.
    Full,
}

impl Fate {
    fn new(c: char, casing: Casing) -> Self {
        if is_dropped(c) {
            Self::Dropped
        } else if joins_previous(c) {
            Self::Mark
        } else {
            fold_simple(c, casing).map_or(Self::Full, Self::Letter)
        }
    }

    /// Runs the full algorithm beforehand where it gives one letter, as for
    /// most of the alphabets that [`fold_simple`] does not know.
    fn tabled(c: char, casing: Casing) -> Self {
        let fate = Self::new(c, casing);
        if fate != Self::Full {
            return fate;
        }
        let mut folded = String::new();
        fold_fully(c.encode_utf8(&mut [0; 4]), casing, &mut folded);
        let mut letters = folded.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Self::Letter(letter),
            _ => Self::Full,
        }
    }
}

/// Characters whose fate is looked up rather than worked out: Latin to Arabic,
/// what lies between, and common punctuation.
const TABLED: u32 = 0x2040;

/// The fates of characters under one casing.
pub(super) struct Letters {
    casing: Casing,
    fates: Vec<Fate>,
}

impl Letters {
    /// Returns the table of a casing, made when first used.
    pub(super) fn of(casing: Casing) -> &'static Self {
        static COMMON: LazyLock<Letters> = LazyLock::new(|| Letters::new(Casing::Common));
        static TURKIC: LazyLock<Letters> = LazyLock::new(|| Letters::new(Casing::Turkic));
        match casing {
            Casing::Common => &COMMON,
            Casing::Turkic => &TURKIC,
        }
    }

    fn new(casing: Casing) -> Self {
        let tabled = (0..TABLED).filter_map(char::from_u32);
        Self {
            casing,
            fates: tabled.map(|c| Fate::tabled(c, casing)).collect(),
        }
    }

    #[inline]
    pub(super) fn fate(&self, c: char) -> Fate {
        match self.fates.get(c as usize) {
            Some(&fate) => fate,
            None => Fate::new(c, self.casing),
        }
    }

    /// Tells whether a text goes on with a mark on what stands before it.
    pub(super) fn starts_with_mark(&self, text: &str) -> bool {
        let next = text.chars().next();
        next.is_some_and(|c| self.fate(c) == Fate::Mark)
    }
}

/// Tells whether a character carries no identity of a word: vowel marks,
/// tatweel, invisible and direction characters.
#[expect(clippy::match_same_arms, reason = "grouped by script")]
pub(super) fn is_dropped(c: char) -> bool {
    match c {
        '\0'..='\u{AC}' => false,
        // Arabic: signs of honour, tashkeel, tatweel, Quranic marks.
        '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' => true,
        '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' => true,
        '\u{6EA}'..='\u{6ED}' | '\u{8D3}'..='\u{8FF}' => true,
        // Hebrew points and cantillation, but not its punctuation.
        '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' => true,
        '\u{5C7}' => true,
        // Soft hyphen, joiners, zero-width spaces, direction and variation.
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' => true,
        '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}' => true,
        _ => false,
    }
}

/// Tells whether a character may be an apostrophe; U+0092 is that of Windows-1252 in a text that
/// was read as Latin-1.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{92}')
}

/// Tells whether a character makes a word of what it stands in: a letter or a
/// digit, not a mark that only sits on one.
pub(crate) fn is_word_char(c: char) -> bool {
    is_common_letter(c) || c.is_alphanumeric() && !is_dropped(c) && !is_mark(c)
}

/// Tells the same as [`char::is_alphanumeric`], for which the standard library
/// searches a table unless the character is in ASCII.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_common_letter(c) || c.is_alphanumeric()
}

/// Tells the same as [`char::is_numeric`], as quickly.
pub(crate) fn is_numeric(c: char) -> bool {
    !is_common_letter(c) && c.is_numeric()
}

/// Tells whether a character is one of the letters of which most texts
/// consist: a quick answer where letters are uninteresting.
pub(crate) fn is_common_letter(c: char) -> bool {
    match c {
        '\0'..='\u{BF}' => c.is_ascii_alphabetic(),
        // Latin with marks, but for two signs, and Cyrillic.
        '×' | '÷' => false,
        '\u{C0}'..='\u{24F}' | '\u{400}'..='\u{481}' => true,
        _ => is_arabic_letter_block(c),
    }
}

fn is_mark(c: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CATEGORY.get(c))
}

/// Tells whether a character must be normalised together with the one before
/// it: marks, and the vowels and finals of conjoining Hangul.
fn joins_previous(c: char) -> bool {
    if (c as u32) < 0x300 || is_arabic_letter_block(c) {
        return false;
    }
    matches!(c, '\u{1160}'..='\u{11FF}') || (!is_dropped(c) && is_mark(c))
}

/// The letters of the basic Arabic block never compose with what follows into
/// anything that folding would tell apart.
fn is_arabic_letter_block(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}')
}

/// Folds a character that NFKC leaves alone or maps to one character without
/// looking at its neighbours; `None` when it needs the full algorithm.
#[expect(clippy::match_same_arms, reason = "grouped by script")]
fn fold_simple(c: char, casing: Casing) -> Option<char> {
    match c {
        'I' if casing == Casing::Turkic => Some('ı'),
        '\0'..='\u{7F}' => Some(c.to_ascii_lowercase()),
        'İ' => Some('i'),
        'ς' => Some('σ'),
        // Romanian is written with commas below; its stemmer, and what is typed
        // on old keyboards, has cedillas.
        'ș' | 'Ș' => Some('ş'),
        'ț' | 'Ț' => Some('ţ'),
        'ß'..='\u{FF}' => Some(c),
        'À'..='Ö' | 'Ø'..='Þ' => c.to_lowercase().next(),
        'А'..='я' => c.to_lowercase().next(),
        // Most Russian is written without its dots.
        'ё' | 'Ё' => Some('е'),
        '\u{430}'..='\u{45F}' => Some(c),
        '\u{5D0}'..='\u{5F4}' => fold_hebrew(c),
        '\u{621}'..='\u{6FF}' => fold_arabic(c),
        // NFKC takes the vowel "am" of Thai and Lao apart, but dictionaries, and
        // with them the cuts between words, know it as one letter.
        '\u{E33}' | '\u{EB3}' => Some(c),
        '\u{1200}'..='\u{1346}' => Some(fold_ethiopic(c)),
        '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => Some(c),
        '“' | '”' | '„' | '\u{93}' | '\u{94}' => Some('"'),
        // The third is the apostrophe of Ukrainian, a letter by Unicode; the last two are those
        // of Windows-1252 in a text that was read as Latin-1.
        '’' | '‘' | 'ʼ' | '\u{91}' | '\u{92}' => Some('\''),
        _ => None,
    }
}

/// Appends what the full algorithm makes of a letter and the marks on it.
pub(super) fn fold_fully(unit: &str, casing: Casing, folded: &mut String) {
    for c in NFKC.normalize_iter(unit.chars()) {
        if !is_dropped(c) {
            match fold_simple(c, casing) {
                Some(simple) => folded.push(simple),
                None => folded.extend(c.to_lowercase()),
            }
        }
    }
}

/// Gives one letter for the forms that writers of Arabic, Persian, Urdu,
/// Pashto and Kurdish use for the same one, and ASCII digits.
fn fold_arabic(c: char) -> Option<char> {
    Some(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ئ' | 'ی' | 'ې' | 'ۍ' | 'ے' | 'ۓ' | 'ێ' | 'ۑ' | 'ؽ' | 'ؾ' | 'ؿ' => 'ي',
        'ؤ' | 'ۆ' | 'ۇ' | 'ۈ' | 'ۋ' | 'ۅ' | 'ۊ' | 'ۏ' | 'ۉ' | 'ۄ' => 'و',
        'ة' | 'ۀ' | 'ہ' | 'ۂ' | 'ۃ' | 'ھ' | 'ە' | 'ۿ' => 'ه',
        'ک' | 'ڪ' | 'ػ' | 'ؼ' => 'ك',
        'ګ' => 'گ',
        'ں' | 'ڼ' | 'ڻ' => 'ن',
        'ڕ' => 'ر',
        'ڵ' => 'ل',
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10)?,
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10)?,
        '٫' => '.',
        '\u{675}'..='\u{678}' => return None,
        _ => c,
    })
}

/// Gives the letters that Hebrew writes otherwise at the end of a word the form
/// that they have within one, and quotation marks for the two of acronyms.
fn fold_hebrew(c: char) -> Option<char> {
    Some(match c {
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        '\u{5F3}' => '\'',
        '\u{5F4}' => '"',
        '\u{5D0}'..='\u{5EA}' => c,
        _ => return None,
    })
}

/// Gives one letter for those of the Ethiopic script that Amharic no longer
/// tells apart by sound and writers by habit only.
fn fold_ethiopic(c: char) -> char {
    let (from, to) = match c {
        // In the fourth order, "a", the gutturals sound as in the first.
        '\u{1203}' | '\u{1213}' | '\u{1283}' => return '\u{1200}',
        '\u{12A3}' | '\u{12D3}' => return '\u{12A0}',
        '\u{1210}'..='\u{1216}' => (0x1210, 0x1200),
        '\u{1220}'..='\u{1226}' => (0x1220, 0x1230),
        '\u{1280}'..='\u{1286}' => (0x1280, 0x1200),
        '\u{12D0}'..='\u{12D6}' => (0x12D0, 0x12A0),
        '\u{1340}'..='\u{1346}' => (0x1340, 0x1338),
        _ => return c,
    };
    char::from_u32(c as u32 - from + to).unwrap_or(c)
}
