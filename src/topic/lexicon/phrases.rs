//! Finds phrases of stems in runs of words.
//!
//! Each stem of a document is looked up once; from there on phrases are paths
//! of numbers, so that a text takes time linear in its words.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use crate::text::interner::{Interner, hash};
use crate::text::word::{TermId, Vocabulary, Word};

/// Stands for "no word", "no node" and "no phrase".
const NONE: u32 = u32::MAX;
const ROOT: u32 = 0;

/// Fewest characters of a compound before its last word, and of that word.
const MIN_MODIFIER_CHARS: usize = 3;
const MIN_HEAD_CHARS: usize = 6;
/// Longest compound that is looked into: what is longer is no word.
const MAX_COMPOUND_BYTES: usize = 64;

/// A set of phrases as a tree, one step for each word.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    words: Interner,
    /// Steps from nodes other than the root.
    steps: HashMap<(u32, u32), u32, FixedState>,
    /// The phrase that ends at each node.
    ends: Vec<u32>,
    /// The node that each word leads to from the root.
    first: Vec<u32>,
}

impl Phrases {
    /// Numbers the phrases in the order in which they come.
    pub(super) fn new<'p>(phrases: impl IntoIterator<Item = &'p Vec<String>>) -> Self {
        let mut built = Self {
            ends: vec![NONE],
            ..Self::default()
        };
        for (number, phrase) in (0..).zip(phrases) {
            let end = phrase
                .iter()
                .fold(ROOT, |node, stem| built.extend(node, stem));
            built.ends[end as usize] = number;
        }
        built
    }

    /// Adds a step to a node unless it has it, and returns where it leads.
    fn extend(&mut self, node: u32, stem: &str) -> u32 {
        let word = self.words.intern(stem.as_bytes(), hash(stem.as_bytes()));
        if word as usize == self.first.len() {
            self.first.push(NONE);
        }
        let target = if node == ROOT {
            &mut self.first[word as usize]
        } else {
            self.steps.entry((node, word)).or_insert(NONE)
        };
        if *target == NONE {
            *target = u32::try_from(self.ends.len()).unwrap_or(NONE);
            self.ends.push(NONE);
        }
        *target
    }

    fn word(&self, stem: &[u8]) -> Option<u32> {
        self.words.find(stem, hash(stem))
    }

    /// Returns the word of each stem of a document; of one that is unknown, the
    /// word that it ends in if the language makes `compounds`.
    pub(super) fn look_up(&self, vocabulary: &Vocabulary, compounds: bool) -> Vec<u32> {
        let ids = 0..TermId::try_from(vocabulary.len()).unwrap_or(TermId::MAX);
        let word = |id| {
            let known = self.word(vocabulary.stem_bytes(id));
            let head = || compounds.then(|| self.head(vocabulary.stem(id))).flatten();
            known.or_else(head).unwrap_or(NONE)
        };
        ids.map(word).collect()
    }

    /// Returns the longest word, a phrase by itself, that a compound ends in:
    /// a "Lungenkrebspatient" is a patient.
    fn head(&self, compound: &str) -> Option<u32> {
        if compound.len() > MAX_COMPOUND_BYTES {
            return None;
        }
        let heads = compound.char_indices().skip(MIN_MODIFIER_CHARS);
        let heads = heads.map(|(at, _)| &compound[at..]);
        heads
            .take_while(|head| head.chars().nth(MIN_HEAD_CHARS - 1).is_some())
            .find_map(|head| self.word(head.as_bytes()))
            .filter(|&word| {
                let node = self.first[word as usize];
                self.ends.get(node as usize).is_some_and(|&end| end != NONE)
            })
    }

    /// Calls `each` with every phrase, the leftmost longest ones that do not
    /// overlap, and the range of words that it spans.
    pub(super) fn find(
        &self,
        known: &[u32],
        words: &[Word],
        mut each: impl FnMut(usize, Range<usize>),
    ) {
        let mut start = 0;
        while start < words.len() {
            match self.longest(known, &words[start..]) {
                Some((phrase, length)) => {
                    each(phrase, start..start + length);
                    start += length;
                }
                None => start += 1,
            }
        }
    }

    /// Calls `each` with every phrase wherever it stands, from the first word
    /// on, and the longer ones first of those that begin at one.
    pub(super) fn find_all(
        &self,
        known: &[u32],
        words: &[Word],
        mut each: impl FnMut(usize, Range<usize>),
    ) {
        let mut found = Vec::new();
        for start in 0..words.len() {
            self.walk(known, &words[start..], |phrase, length| {
                found.push((phrase, start..start + length));
            });
            for (phrase, range) in found.drain(..).rev() {
                each(phrase, range);
            }
        }
    }

    /// Returns the longest phrase that words begin with, and its length.
    fn longest(&self, known: &[u32], words: &[Word]) -> Option<(usize, usize)> {
        let mut longest = None;
        self.walk(known, words, |phrase, length| {
            longest = Some((phrase, length));
        });
        longest
    }

    /// Calls `each` with every phrase that words begin with, the shortest
    /// first, and its length.
    fn walk(&self, known: &[u32], words: &[Word], mut each: impl FnMut(usize, usize)) {
        let word = |word: &Word| {
            known
                .get(word.term as usize)
                .copied()
                .filter(|&one| one != NONE)
        };
        let Some(first) = words.first().and_then(word) else {
            return;
        };
        let mut node = self.first[first as usize];
        let mut length = 1;
        while let Some(&end) = self.ends.get(node as usize) {
            if end != NONE {
                each(end as usize, length);
            }
            let step = words
                .get(length)
                .and_then(word)
                .and_then(|one| self.steps.get(&(node, one)));
            node = step.copied().unwrap_or(NONE);
            length += 1;
        }
    }
}
