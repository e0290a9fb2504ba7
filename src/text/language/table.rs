//! A read-only map from a short string to weights of languages.
//!
//! Ten look-ups are made for every word of a text and most of them miss, so this is an open hash
//! table over packed strings: a miss is one multiplication and one comparison. The hash is a fixed
//! one; only words of the profiles are stored, so no sender can make them collide.

/// Bytes of a string that can be looked up: a `u128`.
pub(super) const KEY_BYTES: usize = 16;

/// A string, packed to the right so that its beginnings and endings are shifts and masks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(pub u128);

impl Key {
    /// Packs a string; `None` when it is too long, as no function word is.
    pub(super) fn of(text: &str) -> Option<Key> {
        let packed = text.bytes().fold(0, |key, b| key << 8 | u128::from(b));
        (text.len() <= KEY_BYTES).then_some(Key(packed))
    }

    /// How many bytes a string has.
    pub(super) fn bytes(self) -> usize {
        KEY_BYTES - self.0.leading_zeros() as usize / 8
    }

    /// A letter by its number.
    pub(super) fn letter(letter: char) -> Key {
        Key(u128::from(u32::from(letter)))
    }

    /// Fibonacci hashing of both halves.
    fn hash(self) -> usize {
        let folded = (self.0 >> 64) as u64 ^ (self.0 as u64).rotate_left(29);
        (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
    }
}

/// A language's place and what the string earns it.
pub(super) type Weight = (u8, f32);

/// Weights that are added together: most strings have no more, and loops that all run once are
/// foreseen. What is left over earns nothing.
pub(super) type Weights = [Weight; 4];

/// Where the weights of a string are; nowhere by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Found {
    start: u16,
    end: u16,
}

/// A string and where its weights are.
type Entry = (Key, Found);

/// Bits of the filter for each weight: one string in ten that isn't there
/// passes.
const FILTER_BITS: usize = 8;

/// The map.
pub(super) struct Table {
    /// Whether a string with such bits of the hash is there: eight kilobytes
    /// at most, which stay near as entries do not.
    filter: Vec<u64>,
    /// One more than the place of an entry, 0 without one: a third is full at most.
    slots: Vec<u16>,
    entries: Vec<Entry>,
    weights: Vec<Weights>,
}

impl Table {
    /// Builds the map; a string listed twice for a language keeps its better weight.
    pub(super) fn new(mut entries: Vec<(Key, u8, f32)>) -> Self {
        entries.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
        entries.dedup_by_key(|entry| (entry.0, entry.1));
        let size = (entries.len() * 3).next_power_of_two();
        let mut table = Table {
            filter: vec![0; (entries.len() * FILTER_BITS / 64).next_power_of_two()],
            slots: vec![0; size],
            entries: Vec::with_capacity(entries.len()),
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
        let start = self.weights.len() as u16;
        for group in same.chunks(Weights::default().len()) {
            let mut weights = Weights::default();
            for (weight, entry) in weights.iter_mut().zip(group) {
                *weight = (entry.1, entry.2);
            }
            self.weights.push(weights);
        }
        let (word, bit) = self.filter_place(key);
        if let Some(word) = self.filter.get_mut(word) {
            *word |= bit;
        }
        let at = self.probe(key);
        let end = self.weights.len() as u16;
        self.entries.push((key, Found { start, end }));
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = self.entries.len() as u16;
        }
    }

    /// Weights of a string, none when it is unknown.
    pub(super) fn get(&self, key: Key) -> &[Weights] {
        self.weights(self.find(key))
    }

    /// Where the weights of a string are.
    pub(super) fn find(&self, key: Key) -> Found {
        let (word, bit) = self.filter_place(key);
        if self.filter.get(word).is_none_or(|word| word & bit == 0) {
            return Found::default();
        }
        let slot = self.slots.get(self.probe(key)).copied().unwrap_or(0);
        self.entry(slot)
            .map_or(Found::default(), |(_, found)| *found)
    }

    /// The weights at a place.
    pub(super) fn weights(&self, found: Found) -> &[Weights] {
        self.weights
            .get(usize::from(found.start)..usize::from(found.end))
            .unwrap_or(&[])
    }

    /// The word of the filter and the bit in it that stand for a string.
    fn filter_place(&self, key: Key) -> (usize, u64) {
        let hash = key.hash();
        let word = (hash / u64::BITS as usize) & (self.filter.len() - 1);
        (word, 1 << (hash % u64::BITS as usize))
    }

    /// The slot of `key`, or the empty one where it would stand.
    fn probe(&self, key: Key) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.hash() & mask;
        while self
            .slots
            .get(at)
            .and_then(|slot| self.entry(*slot))
            .is_some_and(|entry| entry.0 != key)
        {
            at = (at + 1) & mask;
        }
        at
    }

    fn entry(&self, slot: u16) -> Option<&Entry> {
        self.entries.get(usize::from(slot).wrapping_sub(1))
    }
}
