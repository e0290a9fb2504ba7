//! Beginnings or endings of words with the weights that they earn.

use super::packed::{Packed, Side};
use super::table::{Key, Table, Weights};

/// Affixes of one side.
pub(super) struct Affixes {
    side: Side,
    table: Table,
    /// A bit for each length in bytes that affixes have which share their outermost bytes: few
    /// words need more than one look into the table.
    lengths: Vec<u16>,
}

/// Bits of the places of [`Affixes::lengths`].
const PLACE_BITS: u32 = 12;
/// Outermost bytes that tell affixes apart; a shorter affix has a place of its own.
const OUTERMOST: usize = 3;

impl Affixes {
    /// Builds the map of affixes, each of at most 15 bytes.
    pub(super) fn new(side: Side, entries: Vec<(Key, u8, f32)>) -> Self {
        let mut lengths = vec![0; 1 << PLACE_BITS];
        for (key, _, _) in &entries {
            let bytes = key.bytes();
            let outermost = Packed::of(*key, bytes).part(side, bytes.min(OUTERMOST));
            if let Some(lengths) = lengths.get_mut(place(outermost)) {
                *lengths |= 1 << bytes;
            }
        }
        let table = Table::new(entries);
        Affixes {
            side,
            table,
            lengths,
        }
    }

    /// Weights of the longest known affix that leaves something of the word, none without one.
    pub(super) fn longest(&self, word: &Packed) -> &[Weights] {
        let mut left = self.lengths(word);
        while let Some(bytes) = left.checked_ilog2() {
            let weights = self.table.get(word.part(self.side, bytes as usize));
            if !weights.is_empty() {
                return weights;
            }
            left ^= 1 << bytes;
        }
        &[]
    }

    /// Lengths less than the word's that its affixes may have.
    fn lengths(&self, word: &Packed) -> u32 {
        let lengths = (1..=OUTERMOST).map(|bytes| {
            let place = place(word.part(self.side, bytes));
            u32::from(self.lengths.get(place).copied().unwrap_or(0))
        });
        let shorter = (2 << word.longest(self.side)) - 1;
        lengths.fold(0, |all, more| all | more) & shorter
    }
}

/// Where the lengths of affixes are, by their outermost bytes.
fn place(outermost: Key) -> usize {
    ((outermost.0 as u32).wrapping_mul(0x9E37_79B9) >> (u32::BITS - PLACE_BITS)) as usize
}
