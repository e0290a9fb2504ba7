//! Short words of ASCII letters, read sixteen bytes at a time.

use super::evidence::Case;
use super::packed::Packed;
use super::table::{KEY_BYTES, Key};

/// The byte 1 in each place.
const ONES: u128 = u128::MAX / 0xFF;
/// The bit that makes a byte other than ASCII.
const HIGH: u128 = 0x80 * ONES;

/// What stands at a place of a text.
pub(super) enum Ahead {
    /// A word of this many ASCII letters, and then the end or an ASCII character.
    Word(usize, Packed, Case),
    /// An ASCII character that isn't a letter.
    Sign,
    /// Anything else.
    Other,
}

impl Ahead {
    /// Looks at the text from a byte on.
    pub(super) fn of(text: &[u8], at: usize) -> Self {
        let block = block(text, at);
        let lower = block | (0x20 * ONES);
        // No sum of seven bits and a constant reaches into the next byte.
        let from_a = (lower & !HIGH) + (0x80 - u128::from(b'a')) * ONES;
        let beyond_z = (lower & !HIGH) + (0x7F - u128::from(b'z')) * ONES;
        let letters = from_a & !beyond_z & !block & HIGH;
        let count = (letters ^ HIGH).trailing_zeros() as usize / 8;
        if count == KEY_BYTES || block >> (8 * count) & 0x80 != 0 {
            return Ahead::Other;
        }
        if count == 0 {
            return Ahead::Sign;
        }
        let word = Key(lower.swap_bytes() >> (8 * (KEY_BYTES - count)));
        let case = match (block & 0x20, block & 0x2000) {
            (0, 0) if count > 1 => Case::Upper,
            (0, _) => Case::Capital,
            _ => Case::Lower,
        };
        Ahead::Word(count, Packed::of(word, count), case)
    }
}

/// Sixteen bytes from a place on, first one lowest, and zeros behind the end.
fn block(text: &[u8], at: usize) -> u128 {
    let rest = text.get(at..).unwrap_or(&[]);
    if let Some(block) = rest.first_chunk() {
        return u128::from_le_bytes(*block);
    }
    let mut padded = [0; KEY_BYTES];
    for (slot, byte) in padded.iter_mut().zip(rest) {
        *slot = *byte;
    }
    u128::from_le_bytes(padded)
}
