//! A bounded sample of a text, without links and addresses.

/// Bytes taken from the beginning, the middle and the end. Three times 256 are 70 words of Arabic,
/// 125 of English, when 20 are enough; and they bound the work for a text of any length. Of 58,209
/// articles one has another language than with twice as much, and it is in two.
const WINDOW: usize = 256;

/// Up to three windows of a text, in order, cut at characters, without links,
/// addresses and handles.
pub(super) struct Sample<'t> {
    pieces: Vec<&'t str>,
}

impl<'t> Sample<'t> {
    /// Takes the whole of a short text, three windows of a long one.
    pub(super) fn of(text: &'t str) -> Self {
        // Blank or numeric padding at either end must not use up a window.
        let text = text.trim_matches(|c: char| !c.is_alphabetic());
        if text.len() <= 3 * WINDOW {
            return Self::of_windows(&[text]);
        }
        let middle = text.len() / 2 - WINDOW / 2;
        Self::of_windows(&[
            window(text, 0),
            window(text, middle),
            window(text, text.len() - WINDOW),
        ])
    }

    fn of_windows(windows: &[&'t str]) -> Self {
        let chunks = windows.iter().flat_map(|window| window.split_whitespace());
        let mut pieces = Vec::with_capacity(WINDOW);
        for chunk in chunks {
            pieces.extend(without_address(chunk));
        }
        Sample { pieces }
    }

    /// What stands between two blanks or an address; some are empty.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &'t str> {
        self.pieces.iter().copied()
    }
}

fn window(text: &str, start: usize) -> &str {
    let from = text.ceil_char_boundary(start);
    let to = text.floor_char_boundary(start + WINDOW);
    text.get(from..to).unwrap_or("")
}

/// What stands before and after an address inside one blank-separated chunk. Chinese and Thai
/// glue words to links, so the chunk itself can't be dropped.
fn without_address(chunk: &str) -> [&str; 2] {
    let Some(sign) = address_sign(chunk) else {
        return [chunk, ""];
    };
    let (head, tail) = chunk.split_at(sign);
    let before = head.trim_end_matches(|c: char| c.is_ascii_graphic());
    let after = tail.trim_start_matches(|c: char| c.is_ascii_graphic());
    [before, after]
}

/// Position of a sign that only addresses, handles, tags and file names carry: `@`, `_`, `://`,
/// or a point between two ASCII letters or digits (`bbc.co.uk`).
fn address_sign(chunk: &str) -> Option<usize> {
    let bytes = chunk.as_bytes();
    bytes
        .iter()
        .position(|b| matches!(b, b'@' | b'_' | b':' | b'.'))
        .and_then(|first| {
            (first..bytes.len()).find(|&at| match bytes.get(at) {
                Some(b'@' | b'_') => true,
                Some(b':') => bytes.get(at + 1..at + 3) == Some(b"//".as_slice()),
                Some(b'.') => is_inner_point(bytes, at),
                _ => false,
            })
        })
}

/// A point between lower-case ASCII letters; `U.S.` and `end.Next` are not addresses.
fn is_inner_point(bytes: &[u8], at: usize) -> bool {
    let lower = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_lowercase);
    at > 0 && lower(at - 1) && lower(at + 1) && lower(at + 2)
}
