//! Sets of phrases, found at the beginning of texts.

use crate::text::normalize::{Casing, is_alphanumeric, normalize};
use crate::text::rules::WordSet;

/// Characters by which most texts are told from all phrases, and words of the
/// bits that stand for them.
const START_CHARS: usize = 6;
const START_WORDS: usize = 256;

/// A set of phrases of one or more words in normalised form.
#[derive(Debug)]
pub(crate) struct PhraseSet {
    /// In ascending order.
    phrases: Vec<String>,
    /// The first word of each.
    openers: WordSet,
    /// Whether one has such first characters: a bit by their hash.
    starts: [u64; START_WORDS],
    /// Whether a phrase has so many of them, less one.
    lengths: [bool; START_CHARS],
    /// Length of the longest phrase in words.
    pub(super) longest: usize,
    /// Length of the longest phrase in characters.
    longest_chars: usize,
}

impl PhraseSet {
    /// Collects phrases, which are normalised here.
    pub(crate) fn of(phrases: &[&str], casing: Casing) -> Self {
        let phrases = phrases.iter().map(|phrase| normalize(phrase, casing));
        let phrases = sorted(phrases.collect());
        let words = |phrase: &String| phrase.split_whitespace().count();
        let chars = |phrase: &String| phrase.chars().count();
        let opener = |phrase: &String| phrase.split_whitespace().next().map(str::to_owned);
        let mut starts = [0; START_WORDS];
        let mut lengths = [false; START_CHARS];
        for (at, hash) in phrases.iter().filter_map(|phrase| hashes(phrase).last()) {
            starts[word_of(hash)] |= bit_of(hash);
            lengths[at] = true;
        }
        Self {
            starts,
            lengths,
            longest: phrases.iter().map(words).max().unwrap_or(0),
            longest_chars: phrases.iter().map(chars).max().unwrap_or(0),
            openers: phrases.iter().filter_map(opener).collect(),
            phrases,
        }
    }

    /// Tells whether a text may begin with a phrase, by its first letters and
    /// digits: few do; the text must be normalised.
    pub(crate) fn may_open(&self, text: &str) -> bool {
        let found = |hash| self.starts[word_of(hash)] & bit_of(hash) != 0;
        hashes(text).any(|(at, hash)| self.lengths[at] && found(hash))
    }

    /// Lists the phrases of the set that a text begins with, letter by letter,
    /// the longest first; the text must be normalised.
    pub(crate) fn prefixes<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let mut key = text;
        std::iter::from_fn(move || {
            // Most texts that are asked for are empty, as no phrase may open them.
            while !key.is_empty() {
                // The last phrase up to the key is the longest that begins it, or
                // any that does is as short as what both have in common.
                let end = self
                    .phrases
                    .partition_point(|phrase| phrase.as_str() <= key);
                let last = self.phrases[..end].last()?;
                let common = common_prefix(last, key);
                if common == last.len() {
                    key = shorter(&key[..common]);
                    return Some(&text[..common]);
                }
                key = &key[..common];
            }
            None
        })
    }

    /// Returns the longest phrase of the set that a text ends in, letter by
    /// letter; the text must be normalised.
    pub(crate) fn suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        let starts = text.char_indices().rev().take(self.longest_chars);
        starts
            .map(|(at, _)| &text[at..])
            .filter(|suffix| self.contains(suffix))
            .last()
    }

    /// Returns how many of the first words make the longest phrase of the
    /// set; the words must be normalised.
    pub(crate) fn leading<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<usize> {
        let mut words = words.take(self.longest);
        let first = words.next().filter(|&first| self.openers.contains(first))?;
        let mut head = first.to_owned();
        let mut found = self.contains(first).then_some(1);
        for (before, word) in (1..).zip(words) {
            head.push(' ');
            head.push_str(word);
            if self.contains(&head) {
                found = Some(before + 1);
            }
        }
        found
    }

    fn contains(&self, text: &str) -> bool {
        let found = self
            .phrases
            .binary_search_by(|phrase| phrase.as_str().cmp(text));
        found.is_ok()
    }
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}

/// Hashes the first characters of a text, one more each time, without marks and
/// with one space between words.
fn hashes(text: &str) -> impl Iterator<Item = (usize, u64)> {
    let mut space = false;
    let chars = text.chars().filter(move |&c| {
        let again = space && c == ' ';
        space = if is_alphanumeric(c) {
            false
        } else {
            space || c == ' '
        };
        is_alphanumeric(c) || c == ' ' && !again
    });
    let hashes = chars.scan(0_u64, |hash, c| {
        *hash = (*hash ^ u64::from(u32::from(c))).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Some(*hash)
    });
    hashes.take(START_CHARS).enumerate()
}

/// Returns where the bit of a hash is, by its upper bits.
fn word_of(hash: u64) -> usize {
    (hash >> 56) as usize % START_WORDS
}

fn bit_of(hash: u64) -> u64 {
    1 << (hash >> 50 & 63)
}

/// Returns how many bytes two texts begin with alike, in whole characters.
fn common_prefix(one: &str, other: &str) -> usize {
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    alike.map(|(c, _)| c.len_utf8()).sum()
}

/// Returns a text without its last character.
fn shorter(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next_back();
    chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_all_phrases_that_a_text_begins_with() {
        let list = [
            "read", "read also", "read also:", "reader", "see", "a", "zoo",
        ];
        let set = PhraseSet::of(&list, Casing::Common);
        let prefixes = |text| set.prefixes(text).collect::<Vec<_>>();
        assert_eq!(
            prefixes("read also: this"),
            ["read also:", "read also", "read"]
        );
        assert_eq!(prefixes("readers"), ["reader", "read"]);
        assert_eq!(prefixes("reading"), ["read"]);
        assert_eq!(prefixes("abacus"), ["a"]);
        assert!(prefixes("seldom").is_empty());
        assert!(prefixes("").is_empty());
        let none = PhraseSet::of(&[], Casing::Common);
        assert!(none.prefixes("read").next().is_none() && !none.may_open("read"));
    }

    #[test]
    fn few_texts_may_open_with_a_phrase() {
        let set = PhraseSet::of(&["read also", "x", "写真"], Casing::Common);
        assert!(set.may_open("read — also"));
        assert!(set.may_open("read al"));
        assert!(set.may_open("x-ray"));
        assert!(set.may_open("写真は"));
        assert!(!set.may_open("rain"));
        assert!(set.may_open("read again"), "what follows is looked at then");
        assert!(!set.may_open("reading"));
        assert!(!set.may_open(""));
    }

    #[test]
    fn finds_phrases_as_words_and_at_the_end() {
        let set = PhraseSet::of(&["read", "read also", "photo:"], Casing::Common);
        assert_eq!(set.leading(["read", "also", "this"].into_iter()), Some(2));
        assert_eq!(set.leading(["reading"].into_iter()), None);
        assert_eq!(set.suffix("the ministerphoto:"), Some("photo:"));
        assert_eq!(set.suffix("the minister"), None);
    }
}
