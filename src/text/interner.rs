//! Numbers for strings, in the order in which they first come.
//!
//! A document has hundreds of word forms; with all of them in one piece of
//! memory a new one costs no allocation and an old one no detour.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::SharedSeed;
use foldhash::fast::FoldHasher;

/// Slots of a table that has met its first string; always a power of two.
const FEWEST_SLOTS: usize = 64;

/// Bytes of a string that room is made for.
const USUAL_BYTES: usize = 8;

/// Distinct strings, each with its number; they come and are kept as bytes.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    /// The bytes of all strings, one after the other.
    text: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
    /// Open addressing with linear probing; at most half are taken.
    slots: Vec<Option<Slot>>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u32,
    /// How many strings there were with this one.
    count: NonZeroU32,
}

impl Slot {
    fn number(self) -> u32 {
        self.count.get() - 1
    }
}

impl Interner {
    /// Returns how many strings there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Makes room for so many strings.
    pub(crate) fn reserve(&mut self, strings: usize) {
        self.text.reserve(strings * USUAL_BYTES);
        self.ends.reserve(strings);
        if self.slots.len() <= 2 * strings {
            self.resize((2 * strings + 1).next_power_of_two());
        }
    }

    /// Returns a string by its number, an empty one for a number never given.
    pub(crate) fn get(&self, number: u32) -> &str {
        str::from_utf8(self.bytes(number)).unwrap_or_default()
    }

    /// Returns the bytes of a string, which need no second look at whether
    /// they are one.
    pub(crate) fn bytes(&self, number: u32) -> &[u8] {
        self.text.get(self.range(number)).unwrap_or_default()
    }

    fn range(&self, number: u32) -> Range<usize> {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|one| self.ends.get(one));
        let end = self.ends.get(number).copied().unwrap_or_default();
        start.copied().unwrap_or_default()..end
    }

    /// Returns the number of a string with the hash that [`hash`] gives.
    pub(crate) fn intern(&mut self, string: &[u8], hash: u32) -> u32 {
        let known = self.find(string, hash);
        known.unwrap_or_else(|| self.add(string, hash))
    }

    /// Returns the number of a string if it has one.
    pub(crate) fn find(&self, string: &[u8], hash: u32) -> Option<u32> {
        let mut at = self.home(hash);
        while let Some(slot) = *self.slots.get(at)? {
            if slot.hash == hash && self.bytes(slot.number()) == string {
                return Some(slot.number());
            }
            at = self.after(at);
        }
        None
    }

    /// Gives a number to a string that has none.
    pub(crate) fn add(&mut self, string: &[u8], hash: u32) -> u32 {
        if self.slots.len() <= 2 * self.ends.len() {
            self.resize(2 * self.slots.len());
        }
        // A text has fewer words than bytes, and bytes are bounded far below.
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.text.extend_from_slice(string);
        self.ends.push(self.text.len());
        let free = self.free(hash);
        let slot = Slot {
            hash,
            count: NonZeroU32::MIN.saturating_add(number),
        };
        self.slots[free] = Some(slot);
        slot.number()
    }

    /// Returns the free slot where a new string with such a hash belongs.
    fn free(&self, hash: u32) -> usize {
        let mut at = self.home(hash);
        while self.slots[at].is_some() {
            at = self.after(at);
        }
        at
    }

    /// Moves to a table of so many slots, a power of two and over twice the
    /// strings, but never of fewer than would leave one free.
    fn resize(&mut self, slots: usize) {
        let new = vec![None; slots.max(FEWEST_SLOTS)];
        let old = std::mem::replace(&mut self.slots, new);
        for slot in old.into_iter().flatten() {
            let free = self.free(slot.hash);
            self.slots[free] = Some(slot);
        }
    }

    fn home(&self, hash: u32) -> usize {
        hash as usize & self.slots.len().wrapping_sub(1)
    }

    fn after(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

/// What strings are hashed with: drawn for each process, so that no sender can
/// know which words meet in one place and make a text of them, every word of
/// which would be compared with all before it. No answer depends on it, as
/// numbers go by first appearance.
static SEED: LazyLock<(u64, SharedSeed)> = LazyLock::new(|| {
    let drawn = RandomState::new();
    // Both, as a factor that is known could be made zero whatever the other is.
    (drawn.hash_one(0), SharedSeed::from_u64(drawn.hash_one(1)))
});

/// Hashes with the seed of this process.
#[expect(
    clippy::cast_possible_truncation,
    reason = "all bits of the hash are mixed"
)]
pub(crate) fn hash(string: &[u8]) -> u32 {
    let (own, shared) = &*SEED;
    let mut hasher = FoldHasher::with_seed(*own, shared);
    hasher.write(string);
    hasher.finish() as u32
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use foldhash::fast::FixedState;

    use super::*;

    fn intern(interner: &mut Interner, string: &str) -> u32 {
        interner.intern(string.as_bytes(), hash(string.as_bytes()))
    }

    #[test]
    fn gives_numbers_in_order_and_the_same_ones_again() {
        let mut interner = Interner::default();
        let strings: Vec<String> = (0..1_000).map(|number| format!("كلمة{number}")).collect();
        for _ in 0..2 {
            for (number, string) in (0..).zip(&strings) {
                assert_eq!(intern(&mut interner, string), number);
                assert_eq!(interner.get(number), string);
            }
        }
        assert_eq!(interner.len(), strings.len());
    }

    #[test]
    fn knows_the_empty_string_and_no_number_that_it_never_gave() {
        let mut interner = Interner::default();
        assert_eq!(interner.get(0), "");
        assert_eq!(interner.find(b"a", hash(b"a")), None);
        assert_eq!(intern(&mut interner, "a"), 0);
        assert_eq!(interner.find(b"", hash(b"")), None);
        for _ in 0..2 {
            assert_eq!(intern(&mut interner, ""), 1);
        }
        assert_eq!(interner.get(1), "");
        assert_eq!(interner.get(7), "");
    }

    #[test]
    fn words_chosen_to_meet_by_a_public_seed_do_not() {
        const PLACES: u64 = 1 << 8;
        let public = |word: &String| {
            let mut hasher = FixedState::default().build_hasher();
            hasher.write(word.as_bytes());
            hasher.finish() % PLACES == 0
        };
        let words = (0..).map(|number| format!("word{number:04x}"));
        let chosen = words.filter(public).take(200);
        let places = chosen.map(|word| u64::from(hash(word.as_bytes())) % PLACES);
        let places: BTreeSet<u64> = places.collect();
        // Of 200 words in 256 places, 139 are expected to be alone or first.
        assert!(places.len() > 80, "{}", places.len());
    }
}
