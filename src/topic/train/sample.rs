//! Labelled documents as counts, a bounded number of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::FOLDS;
use crate::topic::linear::{Random, Rows};
use crate::topic::taxonomy::Taxonomy;
use crate::topic::vectorize::Terms;

/// A term must stand in so many documents to be learnt.
const FEWEST_DOCUMENTS: u32 = 2;
/// A language counts as trained from so many documents.
const LANGUAGE_DOCUMENTS: usize = 20;
const SEED: u64 = 2026;
/// Most folds of groups: each costs a separator of every topic.
const MAX_GROUP_FOLDS: usize = 32;
/// Most counts of terms that are kept, of eight bytes each: a gibibyte. A
/// million documents of sixty words fit; of longer ones fewer.
pub(super) const MAX_COUNTS: usize = 1 << 27;

/// Hashes the counts of a document, which say the same where it does.
pub(super) fn identity(counts: &[(u32, f32)]) -> Option<u64> {
    let of = |&(key, count): &(u32, f32)| (key, count.to_bits());
    let all: Vec<(u32, u32)> = counts.iter().map(of).collect();
    (!all.is_empty()).then(|| FixedState::default().hash_one(all))
}

/// A labelled document.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) language: String,
    /// Numbers of its labels, the primary first.
    pub(super) labels: Vec<u32>,
    pub(super) group: Option<String>,
    /// Its length, as trust in it goes by.
    pub(super) words: f64,
    /// Keys of its terms with their counts.
    pub(super) counts: Vec<(u32, f32)>,
    /// The same for documents that say the same; `None` for one without a word.
    pub(super) identity: Option<u64>,
    /// Features of the lexicons.
    pub(super) lexicon: Vec<(u32, f32)>,
}

/// A uniform random sample of a stream (algorithm R of J. Vitter, "Random
/// Sampling with a Reservoir", 1985), with a fixed seed. When its documents
/// have too many terms it goes on with a random half of them, which is again
/// a uniform sample.
#[derive(Debug)]
pub(super) struct Reservoir {
    samples: Vec<Sample>,
    capacity: usize,
    /// Counts of terms in the samples.
    counts: usize,
    max_counts: usize,
    seen: usize,
    random: Random,
}

impl Reservoir {
    pub(super) fn new(capacity: usize, max_counts: usize) -> Self {
        Self {
            samples: Vec::new(),
            capacity,
            counts: 0,
            max_counts,
            seen: 0,
            random: Random::new(SEED),
        }
    }

    /// Returns where the next document belongs, `None` to pass it over.
    pub(super) fn slot(&mut self) -> Option<usize> {
        self.seen += 1;
        if self.samples.len() < self.capacity {
            return Some(self.samples.len());
        }
        let slot = self.random.below(self.seen);
        (slot < self.capacity).then_some(slot)
    }

    pub(super) fn put(&mut self, slot: usize, sample: Sample) {
        self.counts += sample.counts.len();
        match self.samples.get_mut(slot) {
            Some(old) => {
                self.counts -= old.counts.len();
                *old = sample;
            }
            None => self.samples.push(sample),
        }
        while self.counts > self.max_counts && self.samples.len() > 1 {
            self.halve();
        }
    }

    fn halve(&mut self) {
        self.random.shuffle(&mut self.samples);
        self.samples.truncate(self.samples.len() / 2);
        self.capacity = self.samples.len();
        self.counts = self.samples.iter().map(|one| one.counts.len()).sum();
    }

    pub(super) fn seen(&self) -> usize {
        self.seen
    }

    pub(super) fn take(&mut self) -> Vec<Sample> {
        std::mem::take(&mut self.samples)
    }
}

/// Returns the topics of each sample; labels outside the taxonomy are none.
pub(super) fn topics_of(
    samples: &[Sample],
    labels: &BTreeMap<String, u32>,
    taxonomy: &Taxonomy,
) -> Vec<Vec<usize>> {
    let topics: BTreeMap<u32, usize> = labels
        .iter()
        .filter_map(|(label, &number)| Some((number, taxonomy.position(label)?)))
        .collect();
    let of = |sample: &Sample| {
        sample
            .labels
            .iter()
            .filter_map(|one| topics.get(one).copied())
            .collect()
    };
    samples.iter().map(of).collect()
}

/// Chooses the terms to be learnt, the most frequent, and weighs them.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(super) fn choose_terms(samples: &[Sample], most: usize) -> Terms {
    let mut documents: HashMap<u32, u32, FixedState> = HashMap::default();
    for (key, _) in samples.iter().flat_map(|sample| &sample.counts) {
        *documents.entry(*key).or_default() += 1;
    }
    let mut chosen: Vec<(u32, u32)> = documents
        .into_iter()
        .filter(|(_, count)| *count >= FEWEST_DOCUMENTS)
        .collect();
    chosen.sort_unstable_by_key(|&(key, count)| (std::cmp::Reverse(count), key));
    chosen.truncate(most);
    chosen.sort_unstable();
    let all = samples.len() as f64 + 1.0;
    let idf = |&(_, count): &(u32, u32)| narrow((all / (f64::from(count) + 1.0)).ln() + 1.0);
    Terms::new(
        chosen.iter().map(|(key, _)| *key).collect(),
        chosen.iter().map(idf).collect(),
    )
}

/// Returns the vectors of all samples: terms, lexicons, and a one for the
/// bias. The counts are used up, so that memory holds them or the vectors.
pub(super) fn vectors(samples: &mut [Sample], terms: &Terms, lexicon_width: usize) -> Rows {
    let first = column(terms.keys.len());
    let bias = terms.keys.len() + lexicon_width;
    let mut rows = Rows::new(bias + 1);
    for sample in samples {
        let known = |(key, count)| Some((terms.row(key)?, count));
        let counts = std::mem::take(&mut sample.counts);
        let mut counts: Vec<(u32, f32)> = counts.into_iter().filter_map(known).collect();
        terms.weigh(&mut counts);
        counts.extend(
            sample
                .lexicon
                .iter()
                .map(|&(at, value)| (first + at, value)),
        );
        counts.push((column(bias), 1.0));
        rows.push(counts);
    }
    rows
}

/// Which part of the documents each belongs to.
#[derive(Debug, PartialEq)]
pub(super) struct Folds {
    /// Number of the fold of each sample.
    pub(super) numbers: Vec<usize>,
    /// Samples that say what one before them says.
    pub(super) repeated: usize,
}

/// Deals the samples to folds.
///
/// A fold is a group, if its language has several, so that a model never judges an outlet that it
/// knows; of very many groups some share a fold. Else it is one of equal parts, as without its only
/// group a model would not know the language. Of each primary label the parts have equally many
/// samples: a model that had seen none of a label would be told by its margins that it is wrong.
/// Of what is said twice no model judges one that has seen the other, unless it is said in two
/// groups.
pub(super) fn folds(samples: &[Sample]) -> Folds {
    let groups = numbered_groups(samples);
    let mut dealt: BTreeMap<Option<u32>, usize> = BTreeMap::new();
    let mut known: HashMap<u64, usize, FixedState> = HashMap::default();
    let mut repeated = 0;
    let mut fold = |sample: &Sample| {
        let earlier = sample.identity.and_then(|said| known.get(&said).copied());
        repeated += usize::from(earlier.is_some());
        let group = || {
            let name = sample.group.as_deref()?;
            groups.get(&(sample.language.as_str(), name)).copied()
        };
        let deal = || {
            let label = sample.labels.first().copied();
            // Rare labels must not all begin with the first part.
            let start = label.map_or(0, |label| label as usize % FOLDS);
            let next = dealt.entry(label).or_insert(start);
            *next += 1;
            (*next - 1) % FOLDS
        };
        let fold = group().or(earlier).unwrap_or_else(deal);
        if let Some(said) = sample.identity {
            known.entry(said).or_insert(fold);
        }
        fold
    };
    Folds {
        numbers: samples.iter().map(&mut fold).collect(),
        repeated,
    }
}

/// Numbers the folds of those groups, by language and name, that are left out as a whole.
fn numbered_groups(samples: &[Sample]) -> BTreeMap<(&str, &str), usize> {
    let mut groups: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for sample in samples {
        if let Some(group) = &sample.group {
            groups.entry(&sample.language).or_default().insert(group);
        }
    }
    groups.retain(|_, groups| groups.len() > 1);
    let names: BTreeSet<&str> = groups.values().flatten().copied().collect();
    let numbers = (0..MAX_GROUP_FOLDS).cycle().map(|number| FOLDS + number);
    let numbers: BTreeMap<&str, usize> = names.into_iter().zip(numbers).collect();
    let mut folds = BTreeMap::new();
    for (language, names) in groups {
        folds.extend(
            names
                .into_iter()
                .map(|name| ((language, name), numbers[name])),
        );
    }
    folds
}

/// Lists the languages that have enough samples.
pub(super) fn languages(samples: &[Sample]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sample in samples {
        *counts.entry(&sample.language).or_default() += 1;
    }
    let enough = counts
        .into_iter()
        .filter(|(_, count)| *count >= LANGUAGE_DOCUMENTS);
    enough.map(|(language, _)| language.to_owned()).collect()
}

/// Numbers a column; there are far fewer than 2^32.
pub(super) fn column(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "rounded to a precision on purpose"
)]
pub(super) fn narrow(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(group: Option<&str>, keys: &[u32]) -> Sample {
        let counts: Vec<(u32, f32)> = keys.iter().map(|key| (*key, 1.0)).collect();
        Sample {
            language: "en".to_owned(),
            labels: Vec::new(),
            group: group.map(str::to_owned),
            words: 0.0,
            identity: identity(&counts),
            counts,
            lexicon: Vec::new(),
        }
    }

    #[test]
    fn a_reservoir_is_full_and_no_fuller() {
        let mut reservoir = Reservoir::new(3, MAX_COUNTS);
        for key in 0..100 {
            if let Some(slot) = reservoir.slot() {
                reservoir.put(slot, sample(None, &[key]));
            }
        }
        assert_eq!(reservoir.seen(), 100);
        let kept: Vec<u32> = reservoir.take().iter().map(|one| one.counts[0].0).collect();
        assert_eq!(kept.len(), 3);
        assert!(kept.iter().any(|key| *key > 3), "{kept:?}");
    }

    #[test]
    fn a_reservoir_of_long_documents_keeps_fewer_of_all() {
        let mut reservoir = Reservoir::new(1_000, 640);
        for key in 0..1_000 {
            if let Some(slot) = reservoir.slot() {
                reservoir.put(slot, sample(None, &[key; 4]));
            }
        }
        let kept: Vec<u32> = reservoir.take().iter().map(|one| one.counts[0].0).collect();
        assert!((80..=160).contains(&kept.len()), "{kept:?}");
        let late = kept.iter().filter(|key| **key >= 500).count();
        assert!((25..=kept.len() - 25).contains(&late), "{kept:?}");
    }

    #[test]
    fn keeps_the_most_frequent_terms() {
        let samples = [
            sample(None, &[2, 4, 6]),
            sample(None, &[4, 6]),
            sample(None, &[2, 4]),
        ];
        assert_eq!(choose_terms(&samples, 9).keys, [2, 4, 6]);
        let two = choose_terms(&samples, 2);
        assert_eq!(two.keys, [2, 4]);
        assert!((two.idf[1] - 1.0).abs() < 1e-6);
    }

    #[test]
    fn groups_are_folds_when_their_language_has_several() {
        let one: Vec<Sample> = (0..7).map(|_| sample(Some("a"), &[])).collect();
        assert_eq!(folds(&one).numbers, [0, 1, 2, 3, 4, 0, 1]);
        let two: Vec<Sample> = [Some("b"), None, Some("a"), Some("b")]
            .map(|g| sample(g, &[]))
            .into();
        assert_eq!(folds(&two).numbers, [6, 0, 5, 6]);
    }

    #[test]
    fn many_groups_share_folds() {
        let of_day = |day: usize| sample(Some(&format!("{day:03}")), &[]);
        let days: Vec<Sample> = (0..400).map(|at| of_day(at / 2)).collect();
        let numbers = folds(&days).numbers;
        let distinct: BTreeSet<&usize> = numbers.iter().collect();
        assert_eq!(distinct.len(), MAX_GROUP_FOLDS);
        assert!(numbers.chunks(2).all(|day| day[0] == day[1]));
    }

    #[test]
    fn every_part_has_documents_of_every_label_in_whatever_order_they_come() {
        let labelled = |at: u32| Sample {
            labels: vec![at % 5],
            ..sample(None, &[at])
        };
        let samples: Vec<Sample> = (0..50).map(labelled).collect();
        let numbers = folds(&samples).numbers;
        for label in 0..5 {
            let mut of_label: Vec<usize> = numbers.iter().skip(label).step_by(5).copied().collect();
            of_label.sort_unstable();
            assert_eq!(of_label, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
        }
    }

    #[test]
    fn what_is_said_twice_is_of_one_part() {
        let samples: Vec<Sample> = [1, 2, 3, 1, 3, 1].map(|key| sample(None, &[key])).into();
        let folds = folds(&samples);
        assert_eq!(folds.numbers, [0, 1, 2, 0, 2, 0]);
        assert_eq!(folds.repeated, 3);
        let empty: Vec<Sample> = (0..3).map(|_| sample(None, &[])).collect();
        assert_eq!(super::folds(&empty).repeated, 0);
    }
}
