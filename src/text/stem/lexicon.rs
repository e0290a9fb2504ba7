//! A word list hashed at compile time: looked up in a few nanoseconds, built without start-up cost.

#![allow(
    clippy::cast_possible_truncation,
    reason = "offsets fit the 16 bits that a slot has for them, as every_listed_stem_is_final shows"
)]
#![allow(
    clippy::large_stack_arrays,
    reason = "the table is built by the compiler, not on a stack at run time"
)]

/// Slots in the table; a power of two over twice the number of entries, so probes stay short.
const SLOTS: usize = 8192;

/// Bits that a slot keeps for the offset inside its text; then comes the number of the text.
const OFFSET_BITS: u32 = 16;

/// The bits above: part of the hash, so that most words which are not there never touch the texts.
const PRINT: u32 = 0xff00_0000;

/// A set of words, some with a replacement, read from texts such as `"قانون وزراء=وزير"`.
pub(super) struct Lexicon {
    texts: &'static [&'static str],
    /// Zero when empty, else, below the print, one more than `text number << OFFSET_BITS | offset`.
    slots: [u32; SLOTS],
}

impl Lexicon {
    /// Reads entries separated by white space; each is `word` or `word=stem`.
    pub(super) const fn new(texts: &'static [&'static str]) -> Self {
        let mut slots = [0; SLOTS];
        let mut number = 0;
        while number < texts.len() {
            slots = enter(
                slots,
                texts[number].as_bytes(),
                (number as u32) << OFFSET_BITS,
            );
            number += 1;
        }
        Self { texts, slots }
    }

    /// Cuts the endings of a word, from the outside in, as long as what remains is not listed.
    pub(super) fn cut<'w>(
        &self,
        mut word: &'w str,
        endings: &[fn(&str) -> Option<&str>],
    ) -> &'w str {
        for cut in endings {
            let Some(rest) = cut(word) else { continue };
            if let Some(stem) = self.get(rest) {
                return stem;
            }
            word = rest;
        }
        word
    }

    /// Returns the stem that the list gives for `word`: its replacement, or the word itself.
    pub(super) fn get<'a>(&self, word: &'a str) -> Option<&'a str> {
        let hash = hash(word.as_bytes(), 0, word.len());
        let mut slot = hash as usize % SLOTS;
        loop {
            let entry = self.slots[slot].checked_sub(1)?;
            slot = (slot + 1) % SLOTS;
            if (entry ^ hash) & PRINT != 0 {
                continue;
            }
            let entry = entry & !PRINT;
            let text = self.texts.get((entry >> OFFSET_BITS) as usize)?;
            let offset = (entry & ((1 << OFFSET_BITS) - 1)) as usize;
            let after = text.get(offset..)?.strip_prefix(word);
            match after.map(|rest| (rest, rest.as_bytes().first())) {
                Some((rest, Some(b'='))) => return rest[1..].split_ascii_whitespace().next(),
                Some((_, None | Some(b' ' | b'\n'))) => return Some(word),
                _ => {}
            }
        }
    }

    /// Lists the entries with the stems they give, for the tests of the lists themselves.
    #[cfg(test)]
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let all = self
            .texts
            .iter()
            .flat_map(|text| text.split_ascii_whitespace());
        all.map(|entry| entry.split_once('=').unwrap_or((entry, entry)))
    }
}

/// Enters every word of one text; a word that is there already keeps its first meaning.
const fn enter(mut slots: [u32; SLOTS], text: &[u8], base: u32) -> [u32; SLOTS] {
    let mut start = 0;
    while start < text.len() {
        let mut end = start;
        while end < text.len() && !matches!(text[end], b' ' | b'\n' | b'=') {
            end += 1;
        }
        if end > start {
            let hash = hash(text, start, end);
            let mut slot = hash as usize % SLOTS;
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = hash & PRINT | (base + start as u32 + 1);
        }
        // The replacement after `=` is not an entry of its own.
        while end < text.len() && !matches!(text[end], b' ' | b'\n') {
            end += 1;
        }
        start = end + 1;
    }
    slots
}

/// Hashes a word of two-byte letters by its length, two letters at each end and one in the middle,
/// which tells apart nearly all words at a cost that does not grow with their length.
const fn hash(bytes: &[u8], start: usize, end: usize) -> u32 {
    let length = end - start;
    if length < 4 {
        return length as u32;
    }
    let ends = four(bytes, start) | four(bytes, end - 4) << 32;
    let middle = start + (length / 4) * 2;
    let middle = bytes[middle] as u64 | (bytes[middle + 1] as u64) << 8 | (length as u64) << 16;
    // Odd constants from SplitMix64; the high bits of a product are the well mixed ones.
    let mixed =
        (ends ^ middle.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> 32) as u32
}

const fn four(bytes: &[u8], at: usize) -> u64 {
    let (_, tail) = bytes.split_at(at);
    match tail.first_chunk() {
        Some(chunk) => u32::from_le_bytes(*chunk) as u64,
        None => 0,
    }
}
