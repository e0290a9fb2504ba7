//! From a text to the vector that a linear model weighs.
//!
//! Terms weigh `ln(1 + count) × idf`, with words and pairs each scaled to unit
//! length; behind them come the strengths of the lexicons' topics.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::features::{Emphasis, Occurrence, Term, TermHasher, merge, visit};
use super::lexicon::LexiconModel;
use super::lexicon::zones::{ZONES, Zones};
use crate::text::AnalyzedText;
use crate::text::normalize::is_numeric;
use crate::text::word::TermId;

/// Length of the part of pairs beside that of words: a pair says less than
/// its two words. A guess (0.3 of the squared length) that was not tuned.
const PAIRS: f32 = 0.55;
/// Scales of the lexicons' features, so that regularisation treats the
/// absolute strength, the relative one and the words on a par.
const ABSOLUTE: f64 = 0.105;
const RELATIVE: f64 = 0.316;
/// Strength at which the strongest topic has half of its relative feature: a
/// lone hint is no sign that a text has a topic at all, however little speaks
/// for the others. Documents left out are judged alike with 0 to 8; with 8 the
/// fewest texts that have no topic are given one.
const COMPANY: f64 = 8.0;

/// The terms that a model knows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    /// Keys in ascending order; the last bit tells pairs from words.
    pub(crate) keys: Vec<u32>,
    /// Inverse document frequency of each.
    pub(crate) idf: Vec<f32>,
    rows: HashMap<u32, u32, FixedState>,
    /// Whether a term with such bits of the key is there: of the pairs of a
    /// text few are, and this stays in the processor's cache as the rows do not.
    filter: Vec<u64>,
}

/// Bits of the filter for each term.
const BITS_PER_TERM: usize = 8;

impl Terms {
    pub(crate) fn new(keys: Vec<u32>, idf: Vec<f32>) -> Self {
        let words = (keys.len() * BITS_PER_TERM).div_ceil(u64::BITS as usize);
        let mut filter = vec![0; words.next_power_of_two()];
        for &key in &keys {
            let (word, bit) = filter_place(key, &filter);
            filter[word] |= bit;
        }
        let rows = keys.iter().copied().zip(0..).collect();
        Self {
            keys,
            idf,
            rows,
            filter,
        }
    }

    pub(crate) fn row(&self, key: u32) -> Option<u32> {
        let (word, bit) = filter_place(key, &self.filter);
        if self.filter.get(word)? & bit == 0 {
            return None;
        }
        self.rows.get(&key).copied()
    }

    /// Turns counts of known terms, by ascending row, into weights.
    pub(crate) fn weigh(&self, counts: &mut [(u32, f32)]) {
        let mut squares = [0.0_f32; 2];
        for (row, value) in counts.iter_mut() {
            *value = value.ln_1p() * self.idf[*row as usize];
            squares[self.kind(*row)] += *value * *value;
        }
        let [words, pairs] = squares.map(|sum| if sum > 0.0 { sum.sqrt().recip() } else { 0.0 });
        let scales = [words, PAIRS * pairs];
        for (row, value) in counts.iter_mut() {
            *value *= scales[self.kind(*row)];
        }
    }

    /// 0 for a word, 1 for a pair.
    fn kind(&self, row: u32) -> usize {
        (self.keys[row as usize] & 1) as usize
    }
}

/// Returns the word of a filter and the bit in it that stand for a key. The
/// last bit of keys says little.
fn filter_place(key: u32, filter: &[u64]) -> (usize, u64) {
    let place = (key >> 1) as usize;
    let word = (place / u64::BITS as usize) & filter.len().wrapping_sub(1);
    (word, 1 << (place % u64::BITS as usize))
}

/// Returns the key under which a term is stored.
pub(crate) fn key(hasher: &TermHasher, term: Term) -> u32 {
    (hasher.key(term) & !1) | u32::from(matches!(term, Term::Pair(..)))
}

/// Counts the terms of a text by ascending key, those with figures only if wanted.
pub(crate) fn count(
    text: &AnalyzedText<'_>,
    emphasis: &Emphasis,
    with_figures: bool,
) -> Vec<(u32, f32)> {
    let hasher = TermHasher::new(text);
    let vocabulary = text.vocabulary();
    // "1,200" and "3.5" are one word each.
    let is_of_number = |c: char| is_numeric(c) || matches!(c, '.' | ',' | '\'' | '٫' | '٬');
    let is_figure = |word: TermId| vocabulary.stem(word).chars().all(is_of_number);
    let has_figure = |term: Term| match term {
        Term::Word(word) => is_figure(word),
        Term::Pair(first, second) => is_figure(first) || is_figure(second),
    };
    let mut found = Vec::with_capacity(2 * text.words.len());
    visit(text, emphasis, |one, weight| {
        if with_figures || !has_figure(one.term) {
            found.push((key(&hasher, one.term), weight));
        }
    });
    found.sort_by_key(|(key, _)| *key);
    merge(found)
}

/// Finds the known terms of a text and gives each row its weight.
pub(crate) fn weights(
    text: &AnalyzedText<'_>,
    emphasis: &Emphasis,
    terms: &Terms,
    mut each: impl FnMut(u32, Occurrence),
) -> Vec<(u32, f32)> {
    let hasher = TermHasher::new(text);
    // Words recur, so each is looked up once.
    let words: Vec<Option<u32>> = hasher
        .words()
        .map(|word| terms.row(key(&hasher, Term::Word(word))))
        .collect();
    let mut found = Vec::with_capacity(text.words.len());
    visit(text, emphasis, |one, weight| {
        let row = match one.term {
            Term::Word(word) => words.get(word as usize).copied().flatten(),
            pair @ Term::Pair(..) => terms.row(key(&hasher, pair)),
        };
        if let Some(row) = row {
            found.push((row, weight));
            each(row, one);
        }
    });
    found.sort_by_key(|(row, _)| *row);
    let mut counts = merge(found);
    terms.weigh(&mut counts);
    counts
}

/// Returns how many features the lexicons have.
pub(crate) fn lexicon_width(lexicon: &LexiconModel) -> usize {
    2 * ZONES * lexicon.topics()
}

/// Calls `each` with each feature of the lexicons that is not zero: its
/// number, zone, topic and value.
pub(crate) fn lexicon_features(zones: &Zones, mut each: impl FnMut(usize, usize, usize, f64)) {
    for (zone, strengths) in zones.strengths.iter().enumerate() {
        let strongest = strengths.iter().copied().fold(0.0, f64::max);
        let relative = RELATIVE / (strongest + COMPANY);
        for (topic, &strength) in strengths.iter().enumerate() {
            if strength > 0.0 {
                let at = 2 * (zone * strengths.len() + topic);
                each(at, zone, topic, ABSOLUTE * strength.ln_1p());
                each(at + 1, zone, topic, relative * strength);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_pairs_have_their_lengths() {
        let terms = Terms::new(vec![2, 4, 7], vec![1.0, 2.0, 3.0]);
        let mut counts = [(0, 1.0), (1, 1.0), (2, 5.0)];
        terms.weigh(&mut counts);
        assert!((counts[0].1 - 1.0 / 5.0_f32.sqrt()).abs() < 1e-6);
        assert!((counts[1].1 - 2.0 / 5.0_f32.sqrt()).abs() < 1e-6);
        assert!((counts[2].1 - PAIRS).abs() < 1e-6);
    }

    #[test]
    fn a_lone_hint_says_less_than_many_signs() {
        let relative = |strength| {
            let zones = Zones {
                strengths: std::array::from_fn(|_| vec![strength]),
                terms: Vec::new(),
            };
            let mut values = Vec::new();
            lexicon_features(&zones, |_, _, _, value| values.push(value));
            values[1]
        };
        assert!(relative(1.0) < RELATIVE / 8.0);
        assert!(relative(40.0) > RELATIVE * 0.8);
    }

    #[test]
    fn finds_the_terms_that_it_counts() {
        let text = AnalyzedText::new("", "Prices rise. Oil prices fall.", Some("en"));
        let counts = count(&text, &Emphasis::EVEN, true);
        let terms = Terms::new(
            counts.iter().map(|(key, _)| *key).collect(),
            vec![1.0; counts.len()],
        );
        let found = weights(&text, &Emphasis::EVEN, &terms, |_, _| {});
        assert_eq!(found.len(), counts.len());
        let total = counts.iter().map(|(_, n)| n).sum::<f32>();
        assert!((total - (5.0 + 3.0)).abs() < 1e-6, "{total}");
    }

    #[test]
    fn leaves_out_figures_unless_they_are_wanted() {
        let text = AnalyzedText::new("", "Prices fell 1,200 percent by ٢٠٢٤.", Some("en"));
        let terms = |with_figures| count(&text, &Emphasis::EVEN, with_figures).len();
        // Four pairs: prices fell, fell 1,200, 1,200 percent, percent ٢٠٢٤.
        assert_eq!(terms(true), 5 + 4);
        assert_eq!(terms(false), 3 + 1);
    }
}
