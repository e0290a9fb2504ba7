//! Places in a text, in UTF-8 bytes, UTF-16 code units and code points.

use std::ops::Range;

/// A half-open range of a string in three units at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextSpan {
    /// UTF-8 bytes.
    pub utf8: Offsets,
    /// UTF-16 code units.
    pub utf16: Offsets,
    /// Unicode code points.
    pub code_points: Offsets,
}

/// The two ends of a half-open range, `[start, end)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Offsets {
    /// The first unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
}

impl Offsets {
    /// Returns the number of units, 0 for an empty range.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Tells whether the range holds no unit.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// Distance in bytes between two remembered positions: a query scans at most
/// this much, and the index costs 16 bytes of memory for each of them. A byte
/// counts up to it.
const STRIDE: usize = 128;

/// Converts byte offsets of one string to the other units in constant time.
#[derive(Debug)]
pub struct SpanIndex<'t> {
    text: &'t str,
    /// Units before each multiple of [`STRIDE`] bytes.
    checkpoints: Vec<Units>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Units {
    utf16: usize,
    code_points: usize,
}

impl Units {
    /// Counts the units of at most [`STRIDE`] bytes of whole or cut UTF-8: a
    /// code point counts where its first byte stands, so sums over
    /// neighbouring slices are exact.
    fn of(bytes: &[u8]) -> Self {
        // Counts as small as the bytes let many be counted at a time.
        let (mut code_points, mut supplementary) = (0_u8, 0_u8);
        for &byte in bytes {
            code_points += u8::from((byte & 0xC0) != 0x80);
            supplementary += u8::from(byte >= 0xF0);
        }
        let code_points = usize::from(code_points);
        Self {
            utf16: code_points + usize::from(supplementary),
            code_points,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            utf16: self.utf16 + other.utf16,
            code_points: self.code_points + other.code_points,
        }
    }
}

impl<'t> SpanIndex<'t> {
    /// Builds the index in one pass over `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut total = Units::default();
        for block in text.as_bytes().chunks(STRIDE) {
            checkpoints.push(total);
            total = total.plus(Units::of(block));
        }
        checkpoints.push(total);
        Self { text, checkpoints }
    }

    /// Returns the text that the index was built over.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the length of the text in code points.
    #[must_use]
    pub fn code_points(&self) -> usize {
        self.units_before(self.text.len()).code_points
    }

    /// Converts a byte range; its ends must be inside the text and on
    /// character boundaries, and are clamped to the text otherwise.
    #[must_use]
    pub fn span(&self, bytes: &Range<usize>) -> TextSpan {
        let start = self.units_before(bytes.start);
        let end = self.units_before(bytes.end);
        TextSpan {
            utf8: Offsets {
                start: bytes.start,
                end: bytes.end,
            },
            utf16: Offsets {
                start: start.utf16,
                end: end.utf16,
            },
            code_points: Offsets {
                start: start.code_points,
                end: end.code_points,
            },
        }
    }

    fn units_before(&self, offset: usize) -> Units {
        let offset = offset.min(self.text.len());
        let block = offset / STRIDE;
        let rest = &self.text.as_bytes()[block * STRIDE..offset];
        self.checkpoints[block].plus(Units::of(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_every_unit_at_every_boundary() {
        let text = "aé؟😀 محمّد".repeat(40);
        let index = SpanIndex::new(&text);
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for at in ends {
            let span = index.span(&(at..text.len()));
            assert_eq!(span.utf16.start, text[..at].encode_utf16().count());
            assert_eq!(span.code_points.start, text[..at].chars().count());
        }
        assert_eq!(index.code_points(), text.chars().count());
    }

    #[test]
    fn an_empty_text_has_an_empty_span() {
        assert_eq!(SpanIndex::new("").span(&(0..0)), TextSpan::default());
    }
}
