//! Places in a text, whatever the text is.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use mujaz::text::normalize::{Casing, normalize};
use mujaz::text::span::{Offsets, SpanIndex, TextSpan};
use mujaz::text::word::Word;
use mujaz::text::{AnalyzedText, Sentence};
use proptest::prelude::*;

const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> =
    CodePointMapData::<GeneralCategory>::new();

/// Units before every character boundary of a string, counted one character
/// after the other.
pub(crate) struct NaiveUnits<'t> {
    text: &'t str,
    /// UTF-16 code units and code points, by byte; `None` inside a character.
    before: Vec<Option<(usize, usize)>>,
}

impl<'t> NaiveUnits<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let mut before = vec![None; text.len() + 1];
        let mut units = (0, 0);
        for (at, character) in text.char_indices() {
            before[at] = Some(units);
            units.0 += character.len_utf16();
            units.1 += 1;
        }
        before[text.len()] = Some(units);
        Self { text, before }
    }

    /// Returns the string at a span after a check that its three units agree.
    pub(crate) fn at(&self, span: TextSpan) -> &'t str {
        let Offsets { start, end } = span.utf8;
        assert!(start <= end && end <= self.text.len(), "{span:?}");
        let units = |at: usize| self.before[at].expect("a character boundary");
        let ends = (units(start), units(end));
        assert_eq!(ends.0.0, span.utf16.start, "{span:?}");
        assert_eq!(ends.1.0, span.utf16.end, "{span:?}");
        assert_eq!(ends.0.1, span.code_points.start, "{span:?}");
        assert_eq!(ends.1.1, span.code_points.end, "{span:?}");
        &self.text[start..end]
    }
}

/// Any string, from any script or from what trips over its own rules.
fn any_text() -> impl Strategy<Value = String> {
    let tricky = prop::sample::select(vec![
        "محمّد ", "ـــ", "ﻻ", "ﷺ", "ھے۔ ", "می\u{200c}رود ", "؟ ", "، ", "«", "»", "S. ", "Dr. ",
        "3.5 ", "e\u{301}", "İ", "ß", "ﬁ", "😀", "👩\u{200d}👩\u{200d}👧", "🇵🇸", "\u{202e}",
        "\u{2067}", "\0", "\r\n", "\n\n", "\u{2028}", "\u{85}", "\u{a0}", "\u{feff}", ". ", "… ",
        "ไทย", "東京は", "한국 ", "नमस्ते। ", "www.x.org ", "https://x/ ", "\"", "'", "l’eau ",
        "READ MORE: ", "- ", "الخليل - ", "a", "Z", " ",
    ])
    .prop_map(str::to_owned);
    let piece = prop_oneof![3 => tricky, 1 => any::<String>(), 1 => "\\PC{0,12}"];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Tells whether a stretch is one letter, with marks, vowels of Hangul and
/// characters that analysis drops, which normalization writes as several.
fn is_one_unit(stretch: &str) -> bool {
    let joins = |one: char| {
        GeneralCategoryGroup::Mark.contains(CATEGORY.get(one))
            || ('\u{1160}'..='\u{11ff}').contains(&one)
            || normalize(&one.to_string(), Casing::Common).is_empty()
    };
    let nfkc = ComposingNormalizerBorrowed::new_nfkc().normalize(stretch);
    stretch.chars().skip(1).all(joins) && nfkc.chars().count() > 1
}

/// Checks that words are in order, not empty, on boundaries and within `range`.
///
/// Words share nothing, but for a unit that stands for several words, such as
/// U+FDFA, "May God bless him and grant him peace": each of them has its place
/// there.
fn check_words(text: &str, words: &[Word], range: Range<usize>) -> Result<(), TestCaseError> {
    let mut previous = range.start..range.start;
    for word in words {
        let Word { range: own, .. } = word;
        prop_assert!(own.start < own.end, "{own:?} is empty");
        prop_assert!(own.end <= range.end, "{own:?} outside {range:?}");
        prop_assert!(text.get(own.clone()).is_some(), "{own:?} cuts");
        let shared = text.get(own.start..previous.end).unwrap_or_default();
        prop_assert!(
            shared.is_empty() || is_one_unit(shared),
            "{own:?} after {previous:?}"
        );
        prop_assert!(own.end >= previous.end, "{own:?} after {previous:?}");
        previous = own.clone();
    }
    Ok(())
}

/// What an analysis says, without its text.
fn facts(text: &AnalyzedText<'_>) -> (String, Vec<Sentence>, Vec<Word>, Vec<Word>, Vec<String>) {
    let vocabulary = text.vocabulary();
    let words = text.words.iter().chain(&text.title_words);
    (
        format!("{:?}", text.language),
        text.sentences.clone(),
        text.words.clone(),
        text.title_words.clone(),
        words
            .map(|word| vocabulary.stem(word.term).to_owned())
            .collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_are_in_order_inside_their_sentence(title in any_text(), text in any_text()) {
        let analyzed = AnalyzedText::new(&title, &text, None);
        let (mut reached, mut next_word) = (0, 0);
        for sentence in &analyzed.sentences {
            prop_assert!(sentence.range.start >= reached);
            prop_assert!(text.get(sentence.range.clone()).is_some_and(|one| !one.is_empty()));
            prop_assert_eq!(sentence.words.start, next_word);
            check_words(&text, analyzed.words_of(sentence), sentence.range.clone())?;
            reached = sentence.range.end;
            next_word = sentence.words.end;
        }
        prop_assert_eq!(next_word, analyzed.words.len());
        check_words(&title, &analyzed.title_words, 0..title.len())?;
        prop_assert_eq!(analyzed.sentences.is_empty(), text.trim().is_empty());
    }

    #[test]
    fn every_word_has_a_stem(title in any_text(), text in any_text()) {
        let analyzed = AnalyzedText::new(&title, &text, None);
        for word in analyzed.words.iter().chain(&analyzed.title_words) {
            prop_assert!((word.term as usize) < analyzed.vocabulary().len());
            prop_assert!(!analyzed.vocabulary().stem(word.term).is_empty());
        }
    }

    #[test]
    fn the_three_units_agree_with_a_naive_count(text in any_text(), repeat in 1_usize..8) {
        let text = text.repeat(repeat);
        let (index, naive) = (SpanIndex::new(&text), NaiveUnits::of(&text));
        let ends: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        for (place, &start) in ends.iter().enumerate() {
            for &end in [start, text.len()].iter().chain(ends.get(place + 1)) {
                prop_assert_eq!(naive.at(index.span(&(start..end))), &text[start..end]);
            }
        }
        prop_assert_eq!(index.code_points(), text.chars().count());
    }

    #[test]
    fn the_same_text_gives_the_same_analysis(title in any_text(), text in any_text()) {
        let first = AnalyzedText::new(&title, &text, None);
        let second = AnalyzedText::new(&title, &text, None);
        prop_assert_eq!(facts(&first), facts(&second));
    }
}
