//! The normalised shadow of a text, and the way back to the text itself.
//!
//! Analysis never looks at the text as it was written but at its shadow:
//! NFKC (UAX #15), lower case, one form for letters that writers use
//! interchangeably, no vowel marks, tatweel or invisible characters. Each
//! stretch of the shadow remembers the bytes that it came from, so whatever is
//! found in the shadow is reported in the caller's own bytes.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};

const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();
const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> =
    CodePointMapData::<GeneralCategory>::new();

/// Most marks of one base letter that are normalised together. Text that
/// piles up more is not language; the rest is taken as a unit of its own, so
/// that time stays linear.
const MAX_UNIT_CHARS: usize = 32;

/// How letters with two readings are lower-cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Casing {
    /// `I` becomes `i`.
    #[default]
    Common,
    /// `I` becomes `ı` and `İ` becomes `i`: Turkish and Azerbaijani.
    Turkic,
}

impl Casing {
    /// Returns the casing of a language by its BCP-47 primary subtag.
    #[must_use]
    pub fn of_language(code: &str) -> Self {
        match code {
            "tr" | "az" => Self::Turkic,
            _ => Self::Common,
        }
    }
}

/// A run of the shadow whose bytes correspond to a run of the source.
#[derive(Debug, Clone, Copy)]
struct Run {
    shadow: usize,
    source: usize,
    /// End of the run in the source, with the dropped marks that follow it.
    source_end: usize,
    /// Whether each byte of the shadow stands for one byte of the source.
    linear: bool,
}

/// The normalised form of one or more pieces of a text.
#[derive(Debug, Default)]
pub struct Shadow {
    text: String,
    runs: Vec<Run>,
    casing: Casing,
}

impl Shadow {
    /// Makes an empty shadow with room for a source of `capacity` bytes.
    #[must_use]
    pub fn new(casing: Casing, capacity: usize) -> Self {
        Self {
            text: String::with_capacity(capacity),
            runs: Vec::new(),
            casing,
        }
    }

    /// Returns the normalised text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Appends the shadow of `source[piece]` and returns its range in
    /// [`Shadow::text`]. Pieces must come in ascending order.
    pub fn push(&mut self, source: &str, piece: Range<usize>) -> Range<usize> {
        let begin = self.text.len();
        let first_run = self.runs.len();
        let mut chars = source[piece.clone()].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let start = piece.start + at;
            if is_dropped(c) {
                self.extend_last(first_run, start, c.len_utf8());
                continue;
            }
            let mut end = start + c.len_utf8();
            let mut count = 1;
            while let Some(&(_, next)) = chars.peek() {
                if count >= MAX_UNIT_CHARS || !joins_previous(next) {
                    break;
                }
                end += next.len_utf8();
                count += 1;
                chars.next();
            }
            match fold_simple(c, self.casing) {
                Some(folded) if count == 1 => self.push_char(folded, start..end, first_run),
                _ => self.push_unit(&source[start..end], start..end),
            }
        }
        begin..self.text.len()
    }

    /// Maps a range of the shadow back to the bytes of the source that it
    /// came from, whole characters with all their marks.
    #[must_use]
    pub fn source_range(&self, shadow: &Range<usize>) -> Range<usize> {
        let start = self.run_at(shadow.start).map_or(0, |run| {
            run.source
                + if run.linear {
                    shadow.start - run.shadow
                } else {
                    0
                }
        });
        let end = self.source_end(shadow.end);
        start..end.max(start)
    }

    fn source_end(&self, shadow_end: usize) -> usize {
        let Some(last) = shadow_end.checked_sub(1).and_then(|at| self.run_at(at)) else {
            return 0;
        };
        let next = self.runs.partition_point(|run| run.shadow <= last.shadow);
        let run_end = self
            .runs
            .get(next)
            .map_or(self.text.len(), |run| run.shadow);
        if last.linear && shadow_end < run_end {
            last.source + (shadow_end - last.shadow)
        } else {
            last.source_end
        }
    }

    fn run_at(&self, shadow: usize) -> Option<Run> {
        let after = self.runs.partition_point(|run| run.shadow <= shadow);
        self.runs.get(after.checked_sub(1)?).copied()
    }

    /// Appends one folded character, in the last run when the bytes go on
    /// without a gap and without a change of length.
    fn push_char(&mut self, folded: char, source: Range<usize>, first_run: usize) {
        let linear = folded.len_utf8() == source.len();
        let shadow = self.text.len();
        self.text.push(folded);
        if linear
            && self.runs.len() > first_run
            && let Some(run) = self.runs.last_mut()
            && run.linear
            && run.source_end == source.start
            && run.source_end - run.source == shadow - run.shadow
        {
            run.source_end = source.end;
            return;
        }
        self.runs.push(Run {
            shadow,
            source: source.start,
            source_end: source.end,
            linear,
        });
    }

    /// Appends a letter with its marks, or a letter with a compatibility
    /// form, through full NFKC.
    fn push_unit(&mut self, unit: &str, source: Range<usize>) {
        let shadow = self.text.len();
        for c in NFKC.normalize_iter(unit.chars()) {
            if !is_dropped(c) {
                match fold_simple(c, self.casing) {
                    Some(folded) => self.text.push(folded),
                    None => self.text.extend(c.to_lowercase()),
                }
            }
        }
        if self.text.len() > shadow {
            self.runs.push(Run {
                shadow,
                source: source.start,
                source_end: source.end,
                linear: false,
            });
        }
    }

    /// Gives a dropped character to the letter before it.
    fn extend_last(&mut self, first_run: usize, at: usize, len: usize) {
        if self.runs.len() > first_run
            && let Some(run) = self.runs.last_mut()
            && run.source_end == at
        {
            run.source_end = at + len;
        }
    }
}

/// Returns the normalised form of a whole string.
#[must_use]
pub fn normalize(text: &str, casing: Casing) -> String {
    let mut shadow = Shadow::new(casing, text.len());
    shadow.push(text, 0..text.len());
    shadow.text
}

/// Tells whether a character carries no identity of a word: vowel marks,
/// tatweel, invisible and direction characters.
#[expect(clippy::match_same_arms, reason = "grouped by script")]
fn is_dropped(c: char) -> bool {
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

/// Tells whether a character makes a word of what it stands in: a letter or a
/// digit, not a mark that only sits on one.
pub(crate) fn is_word_char(c: char) -> bool {
    // Most letters by far are one of these two, without a look at a table.
    c.is_ascii_alphanumeric()
        || is_arabic_letter_block(c)
        || (c.is_alphanumeric() && !is_dropped(c) && !is_mark(c))
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
        'ß'..='\u{FF}' => Some(c),
        'À'..='Ö' | 'Ø'..='Þ' => c.to_lowercase().next(),
        'А'..='я' => c.to_lowercase().next(),
        '\u{430}'..='\u{45F}' | '\u{5D0}'..='\u{5EA}' => Some(c),
        '\u{621}'..='\u{6FF}' => fold_arabic(c),
        '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => Some(c),
        '“' | '”' | '„' => Some('"'),
        '’' | '‘' => Some('\''),
        _ => None,
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
        'ک' | 'ڪ' | 'ګ' | 'ػ' | 'ؼ' => 'ك',
        'ں' | 'ڼ' | 'ڻ' => 'ن',
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10)?,
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10)?,
        '٫' => '.',
        '\u{675}'..='\u{678}' => return None,
        _ => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shadow_of(text: &str) -> Shadow {
        let mut shadow = Shadow::new(Casing::Common, text.len());
        shadow.push(text, 0..text.len());
        shadow
    }

    /// What the source says at the place where `found` stands in the shadow.
    fn source_of<'t>(text: &'t str, found: &str) -> &'t str {
        let shadow = shadow_of(text);
        let at = shadow.text().find(found).expect("in the shadow");
        &text[shadow.source_range(&(at..at + found.len()))]
    }

    #[test]
    fn folds_to_one_form() {
        for (written, expected) in [
            ("إِنَّ الوَزيرَ", "ان الوزير"),
            ("العـــراق", "العراق"),
            ("ﺍﻟﺴﻼﻡ", "السلام"),
            ("ﷲ", "الله"),
            ("مدرسة مستشفى مسؤول شائعة", "مدرسه مستشفي مسوول شايعه"),
            ("کتاب های", "كتاب هاي"),
            ("می\u{200C}شود", "ميشود"),
            ("پاکستان کے وزیرِ اعظم", "پاكستان كي وزير اعظم"),
            ("٢٠٢٦ ۱۲۳", "2026 123"),
            ("Ｆｕｌｌ ① ﬁn", "full 1 fin"),
            ("CAFE\u{301}", "café"),
            ("Straße", "straße"),
            ("שָׁלוֹם", "שלום"),
            ("한국", "한국"),
            ("हिन्दी", "हिन्दी"),
            ("a\u{200B}b\u{FEFF}c", "abc"),
        ] {
            assert_eq!(normalize(written, Casing::Common), expected, "{written}");
        }
    }

    #[test]
    fn turkish_keeps_its_two_letters_i() {
        assert_eq!(normalize("IŞIK İZMİR", Casing::Turkic), "ışık izmir");
        assert_eq!(normalize("IŞIK İZMİR", Casing::Common), "işik izmir");
    }

    #[test]
    fn leads_back_to_the_bytes_as_written() {
        for (text, found, written) in [
            ("قال إِنَّ الوَزيرَ هنا", "الوزير", "الوَزيرَ"),
            ("في العـــراق اليوم", "العراق", "العـــراق"),
            ("قال (ﷺ) هنا", "الله", "ﷺ"),
            ("an ﬁne day", "fine", "ﬁne"),
            ("سنة ٢٠٢٦م", "2026", "٢٠٢٦"),
            ("le CAFE\u{301} noir", "café", "CAFE\u{301}"),
            ("می\u{200C}شود ", "ميشود", "می\u{200C}شود"),
        ] {
            assert_eq!(source_of(text, found), written);
        }
    }

    #[test]
    fn a_tower_of_marks_takes_linear_time_and_maps_back() {
        let text = format!("a{} b", "\u{301}".repeat(100_000));
        let shadow = shadow_of(&text);
        let at = shadow.text().rfind('b').expect("the last letter");
        assert_eq!(&text[shadow.source_range(&(at..at + 1))], "b");
    }
}
