//! Numbers for strings, in the order in which they first come.
//!
//! A document has hundreds of word forms; with all of them in one piece of
//! memory a new one costs no allocation and an old one no detour.

use std::hash::{BuildHasher, Hasher as _};

use foldhash::fast::FixedState;

/// Slots of a table that has met its first string; always a power of two.
const FEWEST_SLOTS: usize = 64;

/// Distinct strings, each with its number.
#[derive(Debug, Default)]
pub(super) struct Interner {
    /// All strings, one after the other.
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
    /// Open addressing with linear probing; at most half are taken.
    slots: Vec<Option<Slot>>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u32,
    number: u32,
}

impl Interner {
    /// Returns how many strings there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Makes room for so many strings.
    pub(super) fn reserve(&mut self, strings: usize) {
        if self.slots.len() <= 2 * strings {
            self.resize((2 * strings + 1).next_power_of_two());
        }
    }

    /// Returns a string by its number, an empty one for a number never given.
    pub(super) fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|one| self.ends.get(one));
        let end = self.ends.get(number).copied().unwrap_or_default();
        let start = start.copied().unwrap_or_default();
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns the number of a string with the hash that [`hash`] gives, and
    /// whether it is new.
    pub(super) fn intern(&mut self, string: &str, hash: u32) -> (u32, bool) {
        if self.slots.len() <= 2 * self.ends.len() {
            self.resize((2 * self.slots.len()).max(FEWEST_SLOTS));
        }
        match self.find(hash, string) {
            Ok(number) => (number, false),
            Err(free) => {
                // A text has fewer words than bytes, and bytes are bounded
                // far below.
                let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
                self.text.push_str(string);
                self.ends.push(self.text.len());
                self.slots[free] = Some(Slot { hash, number });
                (number, true)
            }
        }
    }

    /// Returns the number of a string, or the free slot where it belongs.
    fn find(&self, hash: u32, string: &str) -> Result<u32, usize> {
        let mut at = self.home(hash);
        while let Some(slot) = self.slots[at] {
            if slot.hash == hash && self.get(slot.number) == string {
                return Ok(slot.number);
            }
            at = self.after(at);
        }
        Err(at)
    }

    /// Moves to a table of so many slots, a power of two and over twice the
    /// strings.
    fn resize(&mut self, slots: usize) {
        let old = std::mem::replace(&mut self.slots, vec![None; slots]);
        for slot in old.into_iter().flatten() {
            let mut at = self.home(slot.hash);
            while self.slots[at].is_some() {
                at = self.after(at);
            }
            self.slots[at] = Some(slot);
        }
    }

    fn home(&self, hash: u32) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    fn after(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

/// Hashes with a fixed seed, so that a document takes the same time whenever
/// it is analysed.
#[expect(
    clippy::cast_possible_truncation,
    reason = "all bits of the hash are mixed"
)]
pub(super) fn hash(string: &str) -> u32 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(string.as_bytes());
    hasher.finish() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_numbers_in_order_and_the_same_ones_again() {
        let mut interner = Interner::default();
        let strings: Vec<String> = (0..1_000).map(|number| format!("كلمة{number}")).collect();
        for (number, string) in (0..).zip(&strings) {
            assert_eq!(interner.intern(string, hash(string)), (number, true));
        }
        for (number, string) in (0..).zip(&strings) {
            assert_eq!(interner.intern(string, hash(string)), (number, false));
            assert_eq!(interner.get(number), string);
        }
        assert_eq!(interner.len(), strings.len());
    }

    #[test]
    fn knows_the_empty_string_and_no_number_that_it_never_gave() {
        let mut interner = Interner::default();
        assert_eq!(interner.get(0), "");
        assert_eq!(interner.intern("a", hash("a")), (0, true));
        assert_eq!(interner.intern("", hash("")), (1, true));
        assert_eq!(interner.intern("", hash("")), (1, false));
        assert_eq!(interner.get(1), "");
        assert_eq!(interner.get(7), "");
    }
}
