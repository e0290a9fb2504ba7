//! Which terms of a text carry the log-odds of a linear model.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::classifier::ModelData;
use super::features::Occurrence;
use super::lexicon::LexiconModel;
use super::lexicon::zones::{ZONES, Zones};
use super::vectorize::{lexicon_features, weights};
use super::{Contribution, Place, TopicScore};
use crate::text::AnalyzedText;

/// Contributions below this are not worth a name; they go into the rest.
const SMALLEST: f64 = 0.005;

/// What the terms at one place add to each topic.
#[derive(Default)]
struct Carrier {
    places: Vec<Place>,
    weights: Vec<f64>,
}

/// Carriers by where they first stand, the title before the text.
type Carriers = BTreeMap<(bool, usize, usize), Carrier>;

/// Splits the log-odds of every topic into what each term adds.
pub(super) fn explain(
    data: &ModelData,
    lexicon: Option<&LexiconModel>,
    text: &AnalyzedText<'_>,
) -> Vec<TopicScore> {
    let mut carriers = Carriers::new();
    add_terms(data, text, &mut carriers);
    if let Some(lexicon) = lexicon {
        add_lexicon(data, &lexicon.zones(text, true), &mut carriers);
    }
    let mut scores: Vec<TopicScore> = data
        .biases
        .iter()
        .map(|&bias| TopicScore {
            bias: f64::from(bias),
            ..TopicScore::default()
        })
        .collect();
    for carrier in carriers.into_values() {
        let places: Arc<[Place]> = carrier.places.into();
        for (score, &weight) in scores.iter_mut().zip(&carrier.weights) {
            if weight.abs() < SMALLEST {
                score.rest += weight;
            } else {
                let places = Arc::clone(&places);
                score.contributions.push(Contribution { weight, places });
            }
        }
    }
    scores
}

/// Adds the words and pairs that the model knows.
fn add_terms(data: &ModelData, text: &AnalyzedText<'_>, carriers: &mut Carriers) {
    let topics = data.biases.len();
    let mut places: BTreeMap<u32, Vec<Place>> = BTreeMap::new();
    let found = weights(text, &data.emphasis, &data.terms, |row, one| {
        places.entry(row).or_default().push(place(one));
    });
    for (row, value) in found {
        let (scale, steps) = data.weights.of(row, topics);
        let factor = f64::from(value) * scale;
        let weights = steps.iter().map(|&step| factor * f64::from(step));
        add(carriers, places.remove(&row).unwrap_or_default(), weights);
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
fn add_lexicon(data: &ModelData, zones: &Zones, carriers: &mut Carriers) {
    let topics = data.biases.len();
    let known = zones.strengths[0].len();
    // Log-odds for each unit of strength, by zone, lexicon's topic and topic.
    let mut rates = vec![0.0; ZONES * known * topics];
    lexicon_features(zones, |at, zone, topic, value| {
        let value = value / zones.strengths[zone][topic];
        let rates = &mut rates[(zone * known + topic) * topics..][..topics];
        let weights = &data.lexicon_weights[at * topics..][..topics];
        for (rate, &weight) in rates.iter_mut().zip(weights) {
            *rate += value * f64::from(weight);
        }
    });
    for term in &zones.terms {
        let mut weights = vec![0.0; topics];
        for (topic, shares) in &term.shares {
            for (zone, share) in shares.iter().enumerate() {
                let rates = &rates[(zone * known + topic) * topics..][..topics];
                for (weight, rate) in weights.iter_mut().zip(rates) {
                    *weight += share * rate;
                }
            }
        }
        add(carriers, term.places.clone(), weights);
    }
}

/// Adds weights to the carrier that first stands at the same place.
fn add(carriers: &mut Carriers, places: Vec<Place>, weights: impl IntoIterator<Item = f64>) {
    let Some(first) = places.first() else { return };
    let key = match first {
        Place::Title(range) => (false, range.start, range.end),
        Place::Text { range, .. } => (true, range.start, range.end),
    };
    let carrier = carriers.entry(key).or_default();
    if carrier.places.len() < places.len() {
        carrier.places = places;
    }
    for (at, weight) in weights.into_iter().enumerate() {
        match carrier.weights.get_mut(at) {
            Some(sum) => *sum += weight,
            None => carrier.weights.push(weight),
        }
    }
}
