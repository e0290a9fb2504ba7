//! Which words of a text a headline would take, without seeing one: what a
//! sentence says of them, and what it is the first to say.
//!
//! The weights are those of a logistic regression over the words of 1,879
//! news articles in four languages, with "stands in the headline" as the
//! outcome; no weight belongs to a particular word, so it holds in any
//! language.

use super::discourse::sentence_frequency;
use super::relations::ranks;
use crate::summary::vector::{SentenceVectors, SparseVector, to_f64};
use crate::text::AnalyzedText;
use crate::text::normalize::is_numeric;

/// Weight of the log of the count.
const COUNT: f64 = 1.0;
/// Weight of the share of candidates that have the word, relative to the
/// most widespread word.
const SPREAD: f64 = 0.86;
/// Weight of standing in one candidate only.
const ONCE: f64 = -0.1;
/// Weight of 1 / (1 + candidates before the first use).
const EARLY: f64 = 3.9;
/// What that overstates for the first and the second candidate.
const FIRST: f64 = -1.0;
const SECOND: f64 = -0.25;
/// Weight of the share of the text from first to last use.
const EXTENT: f64 = 0.41;
/// Weight of opening with a digit.
const NUMERAL: f64 = 0.36;
/// Number of a text's most frequent words that are its themes.
const THEMES: usize = 10;
/// Content words below which a sentence's mean says little.
const FEW_WORDS: usize = 3;

/// One value for each candidate.
#[derive(Debug, Default)]
pub(super) struct Salience {
    rows: Vec<[f64; 12]>,
}

impl Salience {
    pub(super) fn new(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Self {
        let words = WordSalience::new(text, vectors);
        let mut seen = vec![false; vectors.terms()];
        let sums: Vec<Sums> = vectors
            .counts
            .iter()
            .map(|counts| words.sum(counts, &mut seen, &vectors.idf))
            .collect();
        Self {
            rows: to_rows(&sums),
        }
    }

    pub(super) fn values(&self, at: usize) -> [f64; 12] {
        self.rows[at]
    }
}

fn to_rows(sums: &[Sums]) -> Vec<[f64; 12]> {
    let rank = |of: fn(&Sums) -> f64| ranks(&sums.iter().map(of).collect::<Vec<_>>());
    let by_all = rank(|sums| sums.all);
    let by_new = rank(|sums| sums.new);
    let by_mean = rank(|sums| sums.mean);
    let by_beyond = rank(|sums| sums.beyond_first);
    let row = |(at, sums): (usize, &Sums)| {
        [
            sums.all, sums.new, sums.beyond_first, sums.mean, sums.highest, by_all[at], by_new[at],
            by_mean[at], by_beyond[at], sums.themes, sums.new_themes, sums.weight,
        ]
    };
    sums.iter().enumerate().map(row).collect()
}

/// What a sentence has of the salience of its text.
#[derive(Debug, Default)]
struct Sums {
    /// Share of the text's salience, each word once.
    all: f64,
    /// That of words which first stand here.
    new: f64,
    /// That of words which don't stand in the first candidate.
    beyond_first: f64,
    /// Mean of its words, relative to the mean of the text's.
    mean: f64,
    highest: f64,
    /// Share of the themes.
    themes: f64,
    /// Number of themes that first stand here.
    new_themes: f64,
    /// Log of the weight of its words.
    weight: f64,
}

/// The salience of each term.
struct WordSalience {
    /// Adds up to 1.
    shares: Vec<f64>,
    first_use: Vec<usize>,
    is_theme: Vec<bool>,
    themes: usize,
    different: usize,
}

impl WordSalience {
    fn new(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Self {
        let uses = Uses::new(vectors);
        let mut shares: Vec<f64> = (0..vectors.terms())
            .map(|term| uses.odds(term, text))
            .collect();
        let total: f64 = shares.iter().sum();
        for share in &mut shares {
            *share /= total.max(f64::MIN_POSITIVE);
        }
        let themes = uses.themes();
        let mut is_theme = vec![false; vectors.terms()];
        for &term in &themes {
            is_theme[term] = true;
        }
        Self {
            shares,
            is_theme,
            themes: themes.len(),
            different: uses.frequency.iter().filter(|&&n| n > 0).count(),
            first_use: uses.first,
        }
    }

    fn sum(&self, counts: &SparseVector, seen: &mut [bool], idf: &[f64]) -> Sums {
        let mut sums = Sums::default();
        let mut weight = 0.0;
        for term in counts.entries.iter().map(|&(term, _)| term as usize) {
            let share = self.shares[term];
            let is_new = !std::mem::replace(&mut seen[term], true);
            let theme = f64::from(self.is_theme[term]);
            sums.all += share;
            sums.new += if is_new { share } else { 0.0 };
            sums.beyond_first += if self.first_use[term] > 0 { share } else { 0.0 };
            sums.highest = sums.highest.max(share);
            sums.themes += theme / to_f64(self.themes.max(1));
            sums.new_themes += if is_new { theme } else { 0.0 };
            weight += idf[term];
        }
        let words = counts.entries.len().max(FEW_WORDS);
        sums.mean = sums.all / to_f64(words) * to_f64(self.different);
        sums.weight = weight.ln_1p();
        sums
    }
}

/// Where each term is used.
struct Uses {
    count: Vec<f64>,
    frequency: Vec<u32>,
    first: Vec<usize>,
    last: Vec<usize>,
    most_widespread: f64,
    candidates: usize,
}

impl Uses {
    fn new(vectors: &SentenceVectors) -> Self {
        let frequency = sentence_frequency(vectors);
        let mut uses = Self {
            count: vec![0.0; vectors.terms()],
            first: vec![usize::MAX; vectors.terms()],
            last: vec![0; vectors.terms()],
            most_widespread: f64::from(frequency.iter().copied().max().unwrap_or(0)).max(1.0),
            candidates: vectors.len(),
            frequency,
        };
        for (at, vector) in vectors.counts.iter().enumerate() {
            for &(term, count) in &vector.entries {
                let term = term as usize;
                uses.count[term] += count;
                uses.first[term] = uses.first[term].min(at);
                uses.last[term] = at;
            }
        }
        uses
    }

    /// Odds that a headline has the term, up to a factor that all terms of a
    /// text share; 0 for terms that no candidate has.
    fn odds(&self, term: usize, text: &AnalyzedText<'_>) -> f64 {
        let frequency = f64::from(self.frequency[term]);
        if frequency <= 0.0 {
            return 0.0;
        }
        let first = self.first[term];
        let before = match first {
            0 => FIRST,
            1 => SECOND,
            _ => 0.0,
        };
        let number = u32::try_from(term).unwrap_or(u32::MAX);
        let digit = text.vocabulary().stem(number).starts_with(is_numeric);
        let extent = to_f64(self.last[term] - first) / to_f64((self.candidates - 1).max(1));
        let logit = COUNT * self.count[term].ln()
            + SPREAD * frequency / self.most_widespread
            + ONCE * f64::from(self.frequency[term] == 1)
            + EARLY / (1.0 + to_f64(first))
            + before
            + EXTENT * extent
            + NUMERAL * f64::from(digit);
        logit.exp()
    }

    /// Lists the most frequent terms of those that are used again, equal ones
    /// by first appearance in the text.
    fn themes(&self) -> Vec<usize> {
        let mut terms: Vec<usize> = (0..self.count.len())
            .filter(|&term| self.count[term] > 1.0)
            .collect();
        terms.sort_by(|&a, &b| self.count[b].total_cmp(&self.count[a]));
        terms.truncate(THEMES);
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The harbour froze on Monday. The harbour stays closed. Mayors met. \
        Prices of the harbour rose.";

    fn sums(text: &str) -> Vec<Sums> {
        let text = AnalyzedText::new("", text, Some("en"));
        let candidates: Vec<usize> = (0..text.sentences.len()).collect();
        let vectors = SentenceVectors::new(&text, &candidates);
        let words = WordSalience::new(&text, &vectors);
        let total: f64 = words.shares.iter().sum();
        assert!(total == 0.0 || (total - 1.0).abs() < 1e-9);
        let mut seen = vec![false; vectors.terms()];
        let counts = vectors.counts.iter();
        counts
            .map(|counts| words.sum(counts, &mut seen, &vectors.idf))
            .collect()
    }

    #[test]
    fn what_comes_early_and_often_is_salient() {
        let sums = sums(TEXT);
        assert!(sums[0].all > sums[1].all && sums[1].all > sums[2].all);
        assert!(sums[3].all > sums[2].all, "the harbour again");
        assert!((sums[0].all - sums[0].new).abs() < 1e-9);
        assert!(sums[0].beyond_first.abs() < 1e-9);
        assert!(sums[3].new < sums[3].all);
    }

    #[test]
    fn the_only_theme_is_new_once() {
        let sums = sums(TEXT);
        let new: Vec<f64> = sums.iter().map(|one| one.new_themes).collect();
        assert!((new.iter().sum::<f64>() - 1.0).abs() < 1e-9 && new[0] > 0.9);
        assert!((sums[3].themes - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_text_without_content_words_has_none() {
        let sums = sums("The. Of the. And.");
        assert!(sums.iter().all(|one| one.all == 0.0 && one.mean == 0.0));
    }
}
