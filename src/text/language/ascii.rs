//! Short words of ASCII letters, read sixteen bytes at a time.

use super::evidence::Case;
use super::packed::Packed;
use super::table::{KEY_BYTES, Key};
use crate::text::block::Block;

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
        let block = Block::at(text, at);
        let count = block.letters();
        if count == Block::BYTES || !block.byte(count).is_ascii() {
            return Ahead::Other;
        }
        if count == 0 {
            return Ahead::Sign;
        }
        let word = Key(block.lower().swap_bytes() >> (8 * (KEY_BYTES - count)));
        let is_capital = |at| block.byte(at).is_ascii_uppercase();
        let case = match (is_capital(0), is_capital(1)) {
            (true, true) => Case::Upper,
            (true, false) => Case::Capital,
            (false, _) => Case::Lower,
        };
        Ahead::Word(count, Packed::of(word, count), case)
    }
}
