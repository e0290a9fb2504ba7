//! Which terms of a text carry the log-odds of a linear model.

use std::cmp::Reverse;
use std::rc::Rc;

use super::classifier::ModelData;
use super::features::Occurrence;
use super::lexicon::LexiconModel;
use super::lexicon::zones::{ZONES, Zones};
use super::vectorize::{lexicon_features, weights};
use super::{Contribution, Place, TopicScore, unite};
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

/// What terms add to each topic, with their places.
struct Carriers {
    topics: usize,
    /// By term.
    places: Vec<Vec<Place>>,
    /// By term, then by topic.
    weights: Vec<f64>,
    /// Rows of the model, for the first terms.
    rows: Vec<u32>,
    /// Where the rows stand, in the order of [`by_end`].
    known: Vec<(ByEnd, u32)>,
}

/// Whether a place is in the text, where it ends, and where it starts.
type ByEnd = (bool, usize, Reverse<usize>);

/// Puts places into the order in which terms are found.
fn by_end(place: &Place) -> ByEnd {
    let (in_text, start, end) = place.key();
    (in_text, end, Reverse(start))
}

impl Carriers {
    /// Makes room for what a text of so many words usually has.
    fn new(topics: usize, words: usize) -> Self {
        Self {
            topics,
            places: Vec::with_capacity(words),
            weights: Vec::with_capacity(topics * words),
            rows: Vec::with_capacity(words),
            known: Vec::with_capacity(words),
        }
    }

    /// Adds a term, which has a place, and a weight for each topic.
    fn add(&mut self, places: Vec<Place>, weights: impl Iterator<Item = f64>) {
        self.places.push(places);
        self.weights.extend(weights);
    }

    /// Adds a term of the lexicon; where one of the model's stands, it is that.
    fn add_known(&mut self, places: Vec<Place>, weights: &[f64]) {
        let Some(term) = places.first().and_then(|first| self.find(first)) else {
            self.add(places, weights.iter().copied());
            return;
        };
        let known = &mut self.weights[term * self.topics..][..self.topics];
        for (sum, weight) in known.iter_mut().zip(weights) {
            *sum += weight;
        }
        unite(&mut self.places[term], places);
    }

    /// Returns the term of the model that stands at a place.
    fn find(&self, place: &Place) -> Option<usize> {
        let place = by_end(place);
        let known = self.known.binary_search_by_key(&place, |(one, _)| *one);
        let row = self.known[known.ok()?].1;
        self.rows.binary_search(&row).ok()
    }

    /// Gives each topic its terms in the order of the text.
    fn into_scores(mut self, biases: &[f32]) -> Vec<TopicScore> {
        let firsts = self.places.iter().enumerate();
        let mut order: Vec<_> = firsts
            .filter_map(|(term, places)| Some((places.first()?.key(), term)))
            .collect();
        order.sort_unstable();
        let mut scores: Vec<TopicScore> = biases
            .iter()
            .map(|&bias| TopicScore {
                bias: f64::from(bias),
                contributions: Vec::with_capacity(order.len()),
                rest: 0.0,
            })
            .collect();
        for (_, term) in order {
            let weights = &self.weights[term * self.topics..][..self.topics];
            let places = std::mem::take(&mut self.places[term]);
            share_out(&mut scores, weights, &places.into());
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
    let known = places.iter().map(|(row, place)| (by_end(place), *row));
    carriers.known.extend(known);
    // Stable: places stay in order.
    places.sort_by_key(|(row, _)| *row);
    let by_row = places.chunk_by(|a, b| a.0 == b.0);
    for ((row, value), places) in found.into_iter().zip(by_row) {
        let (scale, steps) = data.weights.of(row, topics);
        let factor = f64::from(value) * scale;
        let weights = steps.iter().map(|&step| factor * f64::from(step));
        let places = places.iter().map(|(_, place)| place.clone());
        carriers.rows.push(row);
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
        carriers.add_known(term.places, &weights);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topic::classifier::LinearModel;
    use crate::topic::{Detail, TopicModel as _};

    #[test]
    fn a_word_of_model_and_lexicon_is_one_term_with_all_its_places() {
        let text = "The central bank raised rates again. Every bank lent less, and the bank rate \
            of the central bank of the country rose. One bank failed.";
        let model = LinearModel::builtin().expect("sound");
        let text = AnalyzedText::new("", text, Some("en"));
        let known = model.taxonomy().position("economy").expect("there");
        let score = &model.score(&text, Detail::Contributions)[known];
        let words = |place: &Place| {
            let (_, start, end) = place.key();
            &text.text()[start..end]
        };
        let first_words = |one: &Contribution| one.places.first().map(words);
        let mut names: Vec<_> = score.contributions.iter().filter_map(first_words).collect();
        let banks = |one: &&Contribution| one.places.iter().any(|place| words(place) == "bank");
        let bank: Vec<_> = score.contributions.iter().filter(banks).collect();
        assert_eq!(bank.len(), 1, "{bank:?}");
        assert_eq!(bank[0].places.len(), 5);
        assert_eq!(bank[0].places[0].key(), (true, 12, 16), "in a longer term");
        names.sort_unstable();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }
}
