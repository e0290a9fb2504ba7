//! Unicode's sentence boundaries (UAX #29), with no more of the algorithm than
//! a text needs.
//!
//! No boundary can stand in a run of letters, spaces and inner punctuation, and
//! of such a run the rules look at its last character only. So ICU starts
//! there, right before the first character that may matter, and goes on to the
//! next boundary.

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use crate::text::normalize::is_common_letter;

/// Lists the boundaries of a text, both ends among them.
pub(super) fn boundaries(text: &str) -> Vec<usize> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut places = vec![0];
    let mut start = 0;
    while start < text.len() {
        let near = start + before_telling(&text[start..]);
        let next = segmenter.segment_str(&text[near..]).nth(1);
        start = next.map_or(text.len(), |at| near + at);
        places.push(start);
    }
    places
}

/// Returns the start of the character before the first one that may have a
/// part in a boundary, or of the last one.
fn before_telling(text: &str) -> usize {
    let mut before = 0;
    for (at, c) in text.char_indices() {
        if !is_plain(c) {
            break;
        }
        before = at;
    }
    before
}

/// Tells whether a character neither ends sentences or lines nor disappears in
/// the one before it.
fn is_plain(c: char) -> bool {
    is_common_letter(c)
        || matches!(
            c,
            ' ' | '0'..='9' | ',' | '،' | ';' | '؛' | ':' | '"' | '«' | '»' | '(' | ')' | '-'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn theirs(text: &str) -> Vec<usize> {
        SentenceSegmenter::new(SentenceBreakInvariantOptions::default())
            .segment_str(text)
            .collect()
    }

    #[test]
    fn every_plain_character_stands_in_any_place_as_unicode_says() {
        let all = (0..0x800).filter_map(char::from_u32);
        for c in all.filter(|&c| is_plain(c)) {
            for mark in [".", "!", "؟", "…", "\n", "\r\n", "\u{301}.", ". \u{64e}"] {
                for next in [
                    "a", "A", "ب", "7", " a", " A", " ب", ") ب", ", a", "\u{ad}A",
                ] {
                    let text = format!("b{c}{mark}{next}{c}{mark}{c}{next}{c}");
                    assert_eq!(boundaries(&text), theirs(&text), "{text:?}");
                }
            }
        }
        assert_eq!(boundaries(""), theirs(""));
    }

    proptest! {
        #[test]
        fn finds_the_boundaries_that_unicode_finds(
            text in r#"([a-zA-Zا-ي0-9 .!?؟،:;'"«»()…\r\n\u{85}\u{2029}\u{301}\u{ad}\u{64e}日。アДд1-]|\PC){0,60}"#
        ) {
            prop_assert_eq!(boundaries(&text), theirs(&text));
        }
    }
}
