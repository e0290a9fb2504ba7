//! Sixteen bytes of a text at once: how most words in Latin letters are read.

/// The byte 1 in each place.
const ONES: u128 = u128::MAX / 0xFF;
/// The bit that makes a byte other than ASCII.
const HIGH: u128 = 0x80 * ONES;
/// The bit that makes an ASCII letter small.
const SMALL: u128 = 0x20 * ONES;

/// Sixteen bytes, the first one lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block(u128);

impl Block {
    /// Bytes of a block.
    pub(super) const BYTES: usize = 16;

    /// Takes the bytes of a text from a place on, and zeros behind its end.
    pub(super) fn at(text: &[u8], place: usize) -> Self {
        let rest = text.get(place..).unwrap_or(&[]);
        if let Some(block) = rest.first_chunk() {
            return Self(u128::from_le_bytes(*block));
        }
        let mut padded = [0; Self::BYTES];
        for (slot, byte) in padded.iter_mut().zip(rest) {
            *slot = *byte;
        }
        Self(u128::from_le_bytes(padded))
    }

    /// Counts the ASCII letters that it begins with.
    pub(super) fn letters(self) -> usize {
        let lower = self.0 | SMALL;
        // No sum of seven bits and a constant reaches into the next byte.
        let from_a = (lower & !HIGH) + (0x80 - u128::from(b'a')) * ONES;
        let beyond_z = (lower & !HIGH) + (0x7F - u128::from(b'z')) * ONES;
        let letters = from_a & !beyond_z & !self.0 & HIGH;
        (letters ^ HIGH).trailing_zeros() as usize / 8
    }

    /// Returns it with its letters in lower case; other bytes are of no use.
    pub(super) fn lower(self) -> u128 {
        self.0 | SMALL
    }

    /// Returns one of its bytes, 0 for a place behind them.
    pub(super) fn byte(self, place: usize) -> u8 {
        let bytes = self.0.to_le_bytes();
        bytes.get(place).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_and_folds_the_letters_at_its_beginning(
            text in r"[a-zA-Z]{0,20}([@`\[{\u{0}\u{7f}éب 5]|\PC){0,20}"
        ) {
            let block = Block::at(text.as_bytes(), 0);
            let letters = text.bytes().take(Block::BYTES);
            let letters = letters.take_while(u8::is_ascii_alphabetic).count();
            prop_assert_eq!(block.letters(), letters);
            let lower = text[..letters].to_ascii_lowercase();
            prop_assert_eq!(&block.lower().to_le_bytes()[..letters], lower.as_bytes());
            let next = text.bytes().take(Block::BYTES).nth(letters);
            prop_assert_eq!(block.byte(letters), next.unwrap_or_default());
        }
    }
}
