//! A bounded sample of a text, without links and addresses.

/// Bytes of a window. Three times 256, the beginning, the middle and the end, are 70 words of Arabic,
/// 125 of English, when 20 are enough; and they bound the work for a text of any length. Of 58,209
/// articles one has another language than with twice as much, and it is in two.
const WINDOW: usize = 256;

/// Windows of a text at first, and in a second look.
const FEW: usize = 3;
const MANY: usize = 12;

/// Windows of a text, in order, cut at characters, without links, addresses
/// and handles.
pub(super) struct Sample<'t> {
    windows: Vec<&'t str>,
    runs: Vec<&'t str>,
}

impl<'t> Sample<'t> {
    /// Takes the whole of a short text, three windows of a long one.
    pub(super) fn of(text: &'t str) -> Self {
        Self::of_windows(trimmed(text), FEW)
    }

    /// Takes four times as much of a text of which this is a sample, if there
    /// is more.
    pub(super) fn wider(&self, text: &'t str) -> Option<Self> {
        (self.windows.len() == FEW).then(|| Self::of_windows(trimmed(text), MANY))
    }

    /// Takes so many windows, evenly spread, or the whole of a text that has
    /// not more.
    fn of_windows(text: &'t str, count: usize) -> Self {
        let windows = if text.len() <= count * WINDOW {
            vec![text]
        } else {
            let last = text.len() - WINDOW;
            let starts = (0..count).map(|at| last * at / (count - 1));
            starts.map(|start| window(text, start)).collect()
        };
        let mut runs = Vec::with_capacity(windows.len());
        for window in &windows {
            add_runs(window, &mut runs);
        }
        Sample { windows, runs }
    }

    /// What stands between two addresses, blanks included; some are empty.
    pub(super) fn runs(&self) -> impl Iterator<Item = &'t str> {
        self.runs.iter().copied()
    }

    /// What stands between two blanks or an address; some are empty.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &'t str> {
        let chunks = self.windows.iter().flat_map(|w| w.split_whitespace());
        chunks.flat_map(|chunk| match address_sign(chunk) {
            Some(sign) => around_address(chunk, sign),
            None => [chunk, ""],
        })
    }
}

/// Blank or numeric padding at either end must not use up a window.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphabetic())
}

fn window(text: &str, start: usize) -> &str {
    let from = text.ceil_char_boundary(start);
    let to = text.floor_char_boundary(start + WINDOW);
    text.get(from..to).unwrap_or("")
}

/// Cuts a window at its addresses.
fn add_runs<'t>(window: &'t str, runs: &mut Vec<&'t str>) {
    let mut rest = window;
    while let Some(sign) = address_sign(rest) {
        let (_, tail) = rest.split_at(sign);
        let length = tail.find(char::is_whitespace).unwrap_or(tail.len());
        let (cut, next) = rest.split_at(sign + length);
        runs.extend(around_address(cut, sign));
        rest = next;
    }
    runs.push(rest);
}

/// What stands before and after an address, of which one sign is known, in a text that has no
/// blank behind it. Chinese and Thai glue words to links, so not all of it can be dropped.
fn around_address(text: &str, sign: usize) -> [&str; 2] {
    let (head, tail) = text.split_at(sign);
    let before = head.trim_end_matches(|c: char| c.is_ascii_graphic());
    let after = tail.trim_start_matches(|c: char| c.is_ascii_graphic());
    [before, after]
}

/// Position of a sign that only addresses, handles, tags and file names carry: `@`, `_`, `://`,
/// or a point between two ASCII letters or digits (`bbc.co.uk`).
fn address_sign(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .step_by(BLOCK)
        .zip(bytes.chunks(BLOCK))
        .filter(|(start, block)| may_have_sign(block, bytes.get(start + 1..).unwrap_or(&[])))
        .flat_map(|(start, block)| start..start + block.len())
        .find(|at| is_address_sign(bytes, *at))
}

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// Whether a sign may be in a block, of which `next` is the same from the second byte on.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "what never stops early compares many bytes at a time"
)]
fn may_have_sign(block: &[u8], next: &[u8]) -> bool {
    let alone = |b: u8| (b == b'@') | (b == b'_');
    let pair = |b: u8, next: u8| ((b == b':') & (next == b'/')) | ((b == b'.') & (next >= b'a'));
    let last = block.last().copied().is_some_and(alone);
    let pairs = block.iter().zip(next);
    pairs.fold(last, |any, (b, next)| any | alone(*b) | pair(*b, *next))
}

fn is_address_sign(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b'@' | b'_') => true,
        Some(b':') => bytes.get(at + 1..at + 3) == Some(b"//".as_slice()),
        Some(b'.') => is_inner_point(bytes, at),
        _ => false,
    }
}

/// A point between lower-case ASCII letters; `U.S.` and `end.Next` are not addresses.
fn is_inner_point(bytes: &[u8], at: usize) -> bool {
    let lower = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_lowercase);
    at > 0 && lower(at - 1) && lower(at + 1) && lower(at + 2)
}
