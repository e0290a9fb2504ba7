//! How strongly a lexicon speaks for each topic in the parts of a text: what
//! a linear model sees of the lexicons, and the same in every language.

use super::{LexiconModel, factor, frequency, length_factor};
use crate::text::AnalyzedText;
use crate::topic::{Place, story};

/// The whole, the title, and the lead.
pub(crate) const ZONES: usize = 3;
/// The words of the text that are its lead, roughly its first sentence.
const LEAD_WORDS: usize = 40;

/// The strengths of the topics in a text.
#[derive(Debug, Default)]
pub(crate) struct Zones {
    /// By zone, then by topic of the lexicon; empty without a lexicon.
    pub(crate) strengths: [Vec<f64>; ZONES],
    /// The terms that they are made of.
    pub(crate) terms: Vec<ZoneTerm>,
}

/// A term of the lexicon in a text.
#[derive(Debug)]
pub(crate) struct ZoneTerm {
    /// Every place, title first.
    pub(crate) places: Vec<Place>,
    /// What it adds to the strength of a topic in each zone.
    pub(crate) shares: Vec<(usize, [f64; ZONES])>,
}

impl LexiconModel {
    /// Returns the number of topics that the lexicons know.
    pub(crate) fn topics(&self) -> usize {
        self.taxonomy.topics.len()
    }

    /// Measures a text; terms are listed only on demand.
    pub(crate) fn zones(&self, text: &AnalyzedText<'_>, with_terms: bool) -> Zones {
        let Some(lexicon) = self.lexicon(&text.language.code) else {
            return Zones::default();
        };
        let mut found: Vec<(usize, Place, Option<usize>)> = Vec::new();
        lexicon.visit(text, |term, place, at| found.push((term, place, at)));
        // Stable: places stay in order.
        found.sort_by_key(|(term, ..)| *term);
        let factors = factors(text);
        let mut zones = Zones {
            strengths: std::array::from_fn(|_| vec![0.0; self.topics()]),
            terms: Vec::new(),
        };
        for same in found.chunk_by(|a, b| a.0 == b.0) {
            let counts = counts(same);
            let mut term = ZoneTerm {
                places: Vec::new(),
                shares: Vec::new(),
            };
            for &(topic, strength) in lexicon.terms.get(same[0].0) {
                let share = std::array::from_fn(|zone| {
                    factors[zone] * strength * (1.0_f64 + counts[zone]).log2()
                });
                for (sum, one) in zones.strengths.iter_mut().zip(share) {
                    sum[topic] += one;
                }
                term.shares.push((topic, share));
            }
            if with_terms {
                term.places = same.iter().map(|(_, place, _)| place.clone()).collect();
                zones.terms.push(term);
            }
        }
        zones
    }
}

#[expect(clippy::cast_precision_loss, reason = "word counts are far below 2^53")]
fn factors(text: &AnalyzedText<'_>) -> [f64; ZONES] {
    [
        length_factor(text),
        factor(text.title_words.len() as f64),
        factor(story::words(text, LEAD_WORDS) as f64),
    ]
}

/// Counts the occurrences of one term in each zone.
fn counts(occurrences: &[(usize, Place, Option<usize>)]) -> [f64; ZONES] {
    let mut counts = [0.0; ZONES];
    for &(_, _, at) in occurrences {
        counts[0] += frequency(at);
        match at {
            None => counts[1] += 1.0,
            Some(at) if at < LEAD_WORDS => counts[2] += 1.0,
            Some(_) => {}
        }
    }
    counts
}
