//! What sentences share with the title.

use crate::summary::vector::{SparseVector, to_f64};
use crate::text::AnalyzedText;
use crate::text::word::Word;

/// The content words of the title, by term.
pub(in crate::summary) struct TitleWords {
    wanted: Vec<bool>,
    count: usize,
}

impl TitleWords {
    pub(super) fn new(text: &AnalyzedText<'_>) -> Self {
        Self::of(text, text.title_words.iter())
    }

    pub(in crate::summary) fn of<'w>(
        text: &AnalyzedText<'_>,
        words: impl Iterator<Item = &'w Word>,
    ) -> Self {
        let mut wanted = vec![false; text.vocabulary().len()];
        let mut count = 0;
        for word in words.filter(|word| !word.stop) {
            count += usize::from(!wanted[word.term as usize]);
            wanted[word.term as usize] = true;
        }
        Self { wanted, count }
    }

    /// Counts the words that are of the title.
    pub(in crate::summary) fn occurrences(&self, words: &[Word]) -> f64 {
        to_f64(
            words
                .iter()
                .filter(|word| self.wanted[word.term as usize])
                .count(),
        )
    }

    /// Share of the title's words that stand among `words`, in [0, 1].
    pub(in crate::summary) fn share(&self, words: &[Word]) -> f64 {
        if self.count == 0 {
            return 0.0;
        }
        let mut found: Vec<u32> = words
            .iter()
            .map(|word| word.term)
            .filter(|&term| self.wanted[term as usize])
            .collect();
        found.sort_unstable();
        found.dedup();
        to_f64(found.len()) / to_f64(self.count)
    }

    /// Gives for each sentence the share of the title's words that it is the
    /// first to use, in [0, 1].
    pub(super) fn first_uses(&self, sentences: &[SparseVector]) -> Vec<f64> {
        let mut left = self.wanted.clone();
        let count_new = |sentence: &SparseVector| {
            let terms = sentence.entries.iter().map(|&(term, _)| term as usize);
            let new = terms.filter(|&term| std::mem::take(&mut left[term]));
            to_f64(new.count()) / to_f64(self.count.max(1))
        };
        sentences.iter().map(count_new).collect()
    }

    /// Returns the length of the title's TF-IDF vector.
    pub(super) fn norm(&self, idf: &[f64]) -> f64 {
        let wanted = self.wanted.iter().zip(idf).filter(|(wanted, _)| **wanted);
        wanted.map(|(_, idf)| idf * idf).sum::<f64>().sqrt()
    }

    /// Cosine of a sentence's TF-IDF vector with the title's, in [0, 1];
    /// `norm` is that of [`norm`](Self::norm).
    pub(super) fn likeness(&self, unit: &SparseVector, idf: &[f64], norm: f64) -> f64 {
        if norm <= 0.0 {
            return 0.0;
        }
        let shared = unit
            .entries
            .iter()
            .filter(|(term, _)| self.wanted[*term as usize]);
        shared
            .map(|&(term, value)| value * idf[term as usize])
            .sum::<f64>()
            / norm
    }
}
