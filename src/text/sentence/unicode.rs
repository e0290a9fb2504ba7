//! Unicode's sentence boundaries (UAX #29), with no more of the algorithm than
//! a text needs.
//!
//! No boundary can stand in a run of letters, spaces and inner punctuation, and
//! of such a run the rules look at its last character only. So ICU starts
//! there, right before the first character that may matter, and goes on to the
//! next boundary.

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use crate::text::marks::Stretch;

/// Lists the boundaries of a text, both ends among them.
pub(super) fn boundaries(text: Stretch<'_>) -> Vec<usize> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut telling = text.marks().filter(|mark| !is_inner(mark.char)).peekable();
    let text = text.text;
    let mut places = vec![0];
    let mut start = 0;
    while start < text.len() {
        while telling.next_if(|mark| mark.at < start).is_some() {}
        let next = telling.peek().and_then(|mark| {
            let before = text[start..mark.at].trim_end_matches(is_transparent);
            let last = before.chars().next_back().map_or(0, char::len_utf8);
            let near = start + before.len() - last;
            let next = segmenter.segment_str(&text[near..]).nth(1);
            next.map(|at| near + at)
        });
        start = next.unwrap_or(text.len());
        places.push(start);
    }
    places
}

/// Tells whether a mark neither ends sentences or lines nor disappears in the
/// character before it, unless it is transparent.
fn is_inner(c: char) -> bool {
    matches!(
        c,
        ',' | '،'
            | ';'
            | '؛'
            | ':'
            | '"'
            | '\''
            | '«'
            | '»'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '('
            | ')'
            | '['
            | ']'
            | '-'
            | '–'
            | '—'
            | '/'
            | 'ـ'
            | '%'
            | '٪'
            | '&'
            | '+'
            | '='
            | '*'
            | '#'
            | '@'
            | '_'
            | '$'
            | '€'
            | '£'
    )
}

/// Tells whether a mark disappears in the character before it: vowel signs of
/// Arabic, and characters that direct.
fn is_transparent(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::marks::{is_mark, marks};
    use proptest::prelude::*;

    fn ours(text: &str) -> Vec<usize> {
        boundaries(Stretch::new(text, &marks(text)))
    }

    fn theirs(text: &str) -> Vec<usize> {
        SentenceSegmenter::new(SentenceBreakInvariantOptions::default())
            .segment_str(text)
            .collect()
    }

    #[test]
    fn every_plain_character_stands_in_any_place_as_unicode_says() {
        let all = (0..0x1000).filter_map(char::from_u32);
        for c in all.filter(|&c| !is_mark(c) || is_inner(c)) {
            for mark in [".", "!", "؟", "…", "\n", "\r\n", "\u{301}.", ". \u{64e}"] {
                for next in [
                    "a", "A", "ب", "7", " a", " A", " ب", ") ب", ", a", "\u{ad}A",
                ] {
                    let text = format!("b{c}{mark}{next}{c}{mark}{c}{next}{c}");
                    assert_eq!(ours(&text), theirs(&text), "{text:?}");
                }
            }
        }
        assert_eq!(ours(""), theirs(""));
    }

    proptest! {
        #[test]
        fn finds_the_boundaries_that_unicode_finds(
            text in r#"([a-zA-Zا-ي0-9 .!?؟،:;'"«»()…\r\n\u{85}\u{2029}\u{301}\u{ad}\u{64e}日。アДд1-]|\PC){0,60}"#
        ) {
            prop_assert_eq!(ours(&text), theirs(&text));
        }
    }
}
