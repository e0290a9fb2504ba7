//! A word in numbers, so that no string is made to look up its parts.

use super::table::{KEY_BYTES, Key};

/// A folded word, of which no more is kept than is looked up.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Packed {
    /// The first letters, as many as there is room for.
    head: u128,
    head_bytes: usize,
    /// The last bytes.
    tail: u128,
    bytes: usize,
}

/// An end of a word.
#[derive(Debug, Clone, Copy)]
pub(super) enum Side {
    Beginning,
    Ending,
}

impl Packed {
    /// Takes a word of few enough bytes to be a key.
    pub(super) fn of(word: Key, bytes: usize) -> Self {
        Packed {
            head: word.0,
            head_bytes: bytes,
            tail: word.0,
            bytes,
        }
    }

    /// Adds a letter to the end.
    pub(super) fn push(&mut self, letter: char) {
        self.tail = match u128::from(u32::from(letter)) {
            code @ 0..0x80 => self.tail << 8 | code,
            code @ 0x80..0x800 => self.tail << 16 | 0xC080 | (code & 0x7C0) << 2 | code & 0x3F,
            _ => {
                let mut buffer = [0; 4];
                let utf8 = letter.encode_utf8(&mut buffer).bytes();
                utf8.fold(self.tail, |tail, byte| tail << 8 | u128::from(byte))
            }
        };
        self.bytes += letter.len_utf8();
        if self.bytes <= KEY_BYTES {
            self.head = self.tail;
            self.head_bytes = self.bytes;
        }
    }

    /// The word as a whole, unless it is longer than any that is known.
    pub(super) fn whole(&self) -> Option<Key> {
        (self.bytes <= KEY_BYTES).then_some(Key(self.tail))
    }

    /// Bytes that a part at one end, shorter than the word, has at most.
    pub(super) fn longest(&self, side: Side) -> usize {
        let kept = match side {
            Side::Beginning => self.head_bytes,
            Side::Ending => KEY_BYTES - 1,
        };
        kept.min(self.bytes.saturating_sub(1))
    }

    /// The first or the last bytes, one at least; all where there are not as many.
    pub(super) fn part(&self, side: Side, bytes: usize) -> Key {
        Key(match side {
            Side::Beginning => self.head >> (8 * self.head_bytes.saturating_sub(bytes)),
            Side::Ending => self.tail & (u128::MAX >> (8 * KEY_BYTES.saturating_sub(bytes))),
        })
    }
}
