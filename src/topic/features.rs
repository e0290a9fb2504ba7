//! What a text shows to a linear model: its words, its pairs of neighbouring
//! words, and how strongly the lexicons speak for each of their topics.

use std::ops::Range;

use super::clause::clauses;
use super::story;
use crate::text::AnalyzedText;
use crate::text::word::{TermId, Word};

/// How much an occurrence counts by its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Emphasis {
    /// An occurrence in the title, in occurrences in the opening.
    pub title: f32,
    /// Words of the story that are its opening.
    pub opening_words: usize,
    /// An occurrence after the opening, in occurrences in the opening.
    pub later: f32,
}

impl Emphasis {
    /// News says what it is about in its title and first words.
    pub const NEWS: Self = Self {
        title: 2.0,
        opening_words: 200,
        later: 0.2,
    };
    /// Every word counts alike.
    pub const EVEN: Self = Self {
        title: 1.0,
        opening_words: usize::MAX,
        later: 1.0,
    };
}

/// A word, or two of a clause that follow each other but for function words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    Word(TermId),
    Pair(TermId, TermId),
}

/// A place where a term stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) term: Term,
    /// `None` in the title.
    pub(crate) sentence: Option<usize>,
    pub(crate) range: Range<usize>,
}

/// Calls `each` with every occurrence of a term and what it counts.
pub(crate) fn visit(
    text: &AnalyzedText<'_>,
    emphasis: &Emphasis,
    mut each: impl FnMut(Occurrence, f32),
) {
    for clause in clauses(text.title, &text.title_words) {
        visit_clause(clause, None, |one, _| each(one, emphasis.title));
    }
    for part in story::parts(text) {
        let mut before = part.before;
        for clause in clauses(text.text(), part.words) {
            visit_clause(clause, Some(part.sentence), |one, at| {
                let opening = before + at < emphasis.opening_words;
                each(one, if opening { 1.0 } else { emphasis.later });
            });
            before += clause.len();
        }
    }
}

/// Visits the terms of one clause with the position of their last word.
fn visit_clause(words: &[Word], sentence: Option<usize>, mut each: impl FnMut(Occurrence, usize)) {
    let mut previous: Option<&Word> = None;
    for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.stop) {
        let one = |term, start| Occurrence {
            term,
            sentence,
            range: start..word.range.end,
        };
        each(one(Term::Word(word.term), word.range.start), at);
        if let Some(first) = previous {
            each(
                one(Term::Pair(first.term, word.term), first.range.start),
                at,
            );
        }
        previous = Some(word);
    }
}

/// Numbers terms by their spelling, alike in every program and document.
#[derive(Debug)]
pub(crate) struct TermHasher {
    /// Hash of each stem of the text.
    stems: Vec<u64>,
}

impl TermHasher {
    pub(crate) fn new(text: &AnalyzedText<'_>) -> Self {
        let vocabulary = text.vocabulary();
        let ids = 0..TermId::try_from(vocabulary.len()).unwrap_or(TermId::MAX);
        Self {
            stems: ids.map(|id| fnv(vocabulary.stem_bytes(id))).collect(),
        }
    }

    /// Lists the words of the text, each once.
    pub(crate) fn words(&self) -> impl Iterator<Item = TermId> {
        0..TermId::try_from(self.stems.len()).unwrap_or(TermId::MAX)
    }

    /// Returns the key of a term. Thirty-two bits keep model files small; of
    /// the words that a model does not know, one in tens of thousands is
    /// taken for one that it does.
    pub(crate) fn key(&self, term: Term) -> u32 {
        match term {
            Term::Word(word) => fold(self.stem(word)),
            Term::Pair(a, b) => {
                fold(self.stem(a).rotate_left(23).wrapping_mul(FNV_PRIME) ^ self.stem(b))
            }
        }
    }

    fn stem(&self, id: TermId) -> u64 {
        self.stems.get(id as usize).copied().unwrap_or_default()
    }
}

const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// FNV-1a, 64 bits: its definition is fixed, and keys are stored in files.
fn fnv(text: &[u8]) -> u64 {
    text.iter().fold(FNV_BASIS, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
    })
}

/// Mixes all bits (the finaliser of `MurmurHash3`) and keeps the upper half.
fn fold(mut hash: u64) -> u32 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    ((hash ^ (hash >> 33)) >> 32) as u32
}

/// Adds up neighbours with the same key.
pub(crate) fn merge(sorted: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    let mut merged: Vec<(u32, f32)> = Vec::with_capacity(sorted.len());
    for (key, weight) in sorted {
        match merged.last_mut() {
            Some((last, sum)) if *last == key => *sum += weight,
            _ => merged.push((key, weight)),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_and_pairs_by_place() {
        let text = AnalyzedText::new(
            "Bank",
            "The bank of England raised rates. Bank.",
            Some("en"),
        );
        let emphasis = Emphasis {
            title: 2.0,
            opening_words: 6,
            later: 0.5,
        };
        let mut seen = Vec::new();
        visit(&text, &emphasis, |one, weight| {
            let source = if one.sentence.is_some() {
                text.text()
            } else {
                text.title
            };
            seen.push((source[one.range].to_owned(), weight));
        });
        let expected = [
            ("Bank", 2.0),
            ("bank", 1.0),
            ("England", 1.0),
            ("bank of England", 1.0),
            ("raised", 1.0),
            ("England raised", 1.0),
            ("rates", 1.0),
            ("raised rates", 1.0),
            ("Bank", 0.5),
        ];
        assert_eq!(
            seen,
            expected.map(|(term, weight)| (term.to_owned(), weight))
        );
    }

    /// Keys are stored in files, so they never change.
    #[test]
    fn keys_are_fixed() {
        assert_eq!(fnv(b""), FNV_BASIS);
        assert_eq!(fnv(b"a"), 0xaf63_dc4c_8601_ec8c);
    }
}
