//! A read-only map from a short string to weights of languages.
//!
//! Ten look-ups are made for every word of a text and most of them miss, so this is an open hash
//! table over packed strings: a miss is one multiplication and one comparison. The hash is a fixed
//! one; only words of the profiles are stored, so no sender can make them collide.

/// Bytes of a string that can be looked up: a `u128`.
pub(super) const KEY_BYTES: usize = 16;

/// A string, packed from the left so that its beginnings and endings are masks and shifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(u128);

impl Key {
    /// Packs a string; `None` when it is too long, as no function word is.
    pub(super) fn of(text: &str) -> Option<Key> {
        (text.len() <= KEY_BYTES).then(|| Key::pack(text.as_bytes()))
    }

    /// Packs the first bytes of a string of any length.
    pub(super) fn head(text: &str) -> Key {
        Key::pack(text.as_bytes().get(..KEY_BYTES).unwrap_or(text.as_bytes()))
    }

    /// Packs the last bytes of a string of any length.
    pub(super) fn tail(text: &str) -> Key {
        let skipped = text.len().saturating_sub(KEY_BYTES);
        Key::pack(text.as_bytes().get(skipped..).unwrap_or(&[]))
    }

    /// Its first `bytes` bytes.
    pub(super) fn beginning(self, bytes: usize) -> Key {
        Key(self.0
            & u128::MAX
                .checked_shl(bits(KEY_BYTES.saturating_sub(bytes)))
                .unwrap_or(0))
    }

    /// All but its first `bytes` bytes.
    pub(super) fn after(self, bytes: usize) -> Key {
        Key(self.0.checked_shl(bits(bytes)).unwrap_or(0))
    }

    /// A letter by its number.
    pub(super) fn letter(letter: char) -> Key {
        Key(u128::from(u32::from(letter)))
    }

    fn pack(bytes: &[u8]) -> Key {
        let mut packed = [0; KEY_BYTES];
        for (slot, byte) in packed.iter_mut().zip(bytes) {
            *slot = *byte;
        }
        Key(u128::from_be_bytes(packed))
    }

    /// Fibonacci hashing of both halves.
    fn hash(self) -> usize {
        let folded = (self.0 >> 64) as u64 ^ (self.0 as u64).rotate_left(29);
        (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
    }
}

/// The word of a filter and the bit in it that stand for a string.
fn filter_place(key: Key) -> (usize, u64) {
    let bits = key.hash() & ((1 << FILTER_BITS) - 1);
    (bits / u64::BITS as usize, 1 << (bits % u64::BITS as usize))
}

fn bits(bytes: usize) -> u32 {
    u32::try_from(bytes * 8).unwrap_or(u32::MAX)
}

/// A language's place and what the string earns it.
pub(super) type Weight = (u8, f32);

/// Where the weights of a string are; no string has the key 0.
type Slot = (Key, u16, u16);

const EMPTY: Slot = (Key(0), 0, 0);

/// Bits of the hash that tell most strings which are not there from those
/// that are, without a look at the slots.
const FILTER_BITS: u32 = 14;

/// The map. A default one is empty.
#[derive(Default)]
pub(super) struct Table {
    /// Whether a string with such bits of the hash is there: two kilobytes,
    /// which stay near as the slots do not.
    filter: Vec<u64>,
    slots: Vec<Slot>,
    weights: Vec<Weight>,
}

impl Table {
    /// Builds the map; a string listed twice for a language keeps its better weight.
    pub(super) fn new(mut entries: Vec<(Key, u8, f32)>) -> Self {
        entries.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
        entries.dedup_by_key(|entry| (entry.0, entry.1));
        let size = (entries.len() * 3).next_power_of_two();
        let mut table = Table {
            filter: vec![0; 1 << (FILTER_BITS - u64::BITS.ilog2())],
            slots: vec![EMPTY; size],
            weights: Vec::with_capacity(entries.len()),
        };
        for same in entries.chunk_by(|a, b| a.0 == b.0) {
            table.insert(same);
        }
        table
    }

    fn insert(&mut self, same: &[(Key, u8, f32)]) {
        let Some(key) = same.first().map(|entry| entry.0) else {
            return;
        };
        let Ok(start) = u16::try_from(self.weights.len()) else {
            return;
        };
        self.weights
            .extend(same.iter().map(|entry| (entry.1, entry.2)));
        let end = u16::try_from(self.weights.len()).unwrap_or(start);
        let (word, bit) = filter_place(key);
        if let Some(word) = self.filter.get_mut(word) {
            *word |= bit;
        }
        let at = self.probe(key);
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = (key, start, end);
        }
    }

    /// Weights of a string, none when it is unknown.
    pub(super) fn get(&self, key: Key) -> &[Weight] {
        let (word, bit) = filter_place(key);
        if self.filter.get(word).is_none_or(|word| word & bit == 0) {
            return &[];
        }
        let (_, start, end) = self.slots.get(self.probe(key)).copied().unwrap_or(EMPTY);
        self.weights
            .get(usize::from(start)..usize::from(end))
            .unwrap_or(&[])
    }

    /// Says that there is nothing to find.
    pub(super) fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// The slot of `key`, or the empty one where it would stand: a third is full at most.
    fn probe(&self, key: Key) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.hash() & mask;
        while self
            .slots
            .get(at)
            .is_some_and(|slot| slot.0 != key && slot.0 != EMPTY.0)
        {
            at = (at + 1) & mask;
        }
        at
    }
}
