//! Which terms of a text carry the log-odds of a linear model.

use std::rc::Rc;

use super::classifier::ModelData;
use super::features::Occurrence;
use super::lexicon::LexiconModel;
use super::lexicon::zones::{ZONES, Zones};
use super::vectorize::{lexicon_features, weights};
use super::{Contribution, Place, TopicScore};
use crate::text::AnalyzedText;

/// Contributions below this are not worth a name; they go into the rest.
const SMALLEST: f64 = 0.005;

/// Splits the log-odds of every topic into what each term adds.
pub(super) fn explain(
    data: &ModelData,
    lexicon: Option<&LexiconModel>,
    text: &AnalyzedText<'_>,
) -> Vec<TopicScore> {
    let mut carriers = Carriers::new(data.biases.len(), text.words.len());
    add_terms(data, text, &mut carriers);
    if let Some(lexicon) = lexicon {
        add_lexicon(data, lexicon.zones(text, true), &mut carriers);
    }
    carriers.into_scores(&data.biases)
}

/// Where a term first stands, the title before the text.
type First = (bool, usize, usize);

/// What terms add to each topic, with their places.
struct Carriers {
    topics: usize,
    /// Where each term first stands, and its number.
    order: Vec<(First, usize)>,
    /// By term.
    places: Vec<Vec<Place>>,
    /// By term, then by topic.
    weights: Vec<f64>,
}

impl Carriers {
    /// Makes room for what a text of so many words usually has.
    fn new(topics: usize, words: usize) -> Self {
        Self {
            topics,
            order: Vec::with_capacity(words),
            places: Vec::with_capacity(words),
            weights: Vec::with_capacity(topics * words),
        }
    }

    /// Adds a term, which has a place, and a weight for each topic.
    fn add(&mut self, places: Vec<Place>, weights: impl Iterator<Item = f64>) {
        let first = match places.first() {
            Some(Place::Title(range)) => (false, range.start, range.end),
            Some(Place::Text { range, .. }) => (true, range.start, range.end),
            None => return,
        };
        self.order.push((first, self.places.len()));
        self.places.push(places);
        self.weights.extend(weights);
    }

    /// Gives each topic its terms in the order of the text; those that first
    /// stand at the same place are one.
    fn into_scores(mut self, biases: &[f32]) -> Vec<TopicScore> {
        self.order.sort_unstable();
        let mut scores: Vec<TopicScore> = biases
            .iter()
            .map(|&bias| TopicScore {
                bias: f64::from(bias),
                contributions: Vec::with_capacity(self.order.len()),
                rest: 0.0,
            })
            .collect();
        let mut sums = vec![0.0; self.topics];
        for same in self.order.chunk_by(|a, b| a.0 == b.0) {
            sums.fill(0.0);
            let mut places = Vec::new();
            for &(_, term) in same {
                let weights = &self.weights[term * self.topics..][..self.topics];
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += weight;
                }
                let own = std::mem::take(&mut self.places[term]);
                if places.len() < own.len() {
                    places = own;
                }
            }
            share_out(&mut scores, &sums, &places.into());
        }
        scores
    }
}

/// Gives each topic what one term adds to it.
fn share_out(scores: &mut [TopicScore], weights: &[f64], places: &Rc<[Place]>) {
    for (score, &weight) in scores.iter_mut().zip(weights) {
        if weight.abs() < SMALLEST {
            score.rest += weight;
        } else {
            let places = Rc::clone(places);
            score.contributions.push(Contribution { weight, places });
        }
    }
}

/// Adds the words and pairs that the model knows.
fn add_terms(data: &ModelData, text: &AnalyzedText<'_>, carriers: &mut Carriers) {
    let topics = data.biases.len();
    let mut places: Vec<(u32, Place)> = Vec::with_capacity(text.words.len());
    let found = weights(text, &data.emphasis, &data.terms, |row, one| {
        places.push((row, place(one)));
    });
    // Stable: places stay in order.
    places.sort_by_key(|(row, _)| *row);
    let by_row = places.chunk_by(|a, b| a.0 == b.0);
    for ((row, value), places) in found.into_iter().zip(by_row) {
        let (scale, steps) = data.weights.of(row, topics);
        let factor = f64::from(value) * scale;
        let weights = steps.iter().map(|&step| factor * f64::from(step));
        let places = places.iter().map(|(_, place)| place.clone());
        carriers.add(places.collect(), weights);
    }
}

fn place(one: Occurrence) -> Place {
    match one.sentence {
        None => Place::Title(one.range),
        Some(sentence) => Place::Text {
            sentence,
            range: one.range,
        },
    }
}

/// Adds the terms of the lexicon: what a strength adds to the log-odds is
/// shared by the terms that make it up, in proportion.
fn add_lexicon(data: &ModelData, zones: Zones, carriers: &mut Carriers) {
    let topics = data.biases.len();
    let known = zones.strengths[0].len();
    // Log-odds for each unit of strength, by zone, lexicon's topic and topic.
    let mut rates = vec![0.0; ZONES * known * topics];
    lexicon_features(&zones, |at, zone, topic, value| {
        let value = value / zones.strengths[zone][topic];
        let rates = &mut rates[(zone * known + topic) * topics..][..topics];
        let weights = &data.lexicon_weights[at * topics..][..topics];
        for (rate, &weight) in rates.iter_mut().zip(weights) {
            *rate += value * f64::from(weight);
        }
    });
    let mut weights = vec![0.0; topics];
    for term in zones.terms {
        weights.fill(0.0);
        for (topic, shares) in &term.shares {
            for (zone, share) in shares.iter().enumerate() {
                let rates = &rates[(zone * known + topic) * topics..][..topics];
                for (weight, rate) in weights.iter_mut().zip(rates) {
                    *weight += share * rate;
                }
            }
        }
        carriers.add(term.places, weights.iter().copied());
    }
}
