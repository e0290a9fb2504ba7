//! Topics that nobody trained: the terms that a taxonomy lists for them give
//! their log-odds.
//!
//! A term that occurs `f` times (title 2, opening 1, later 0.2) has the
//! strength `f / (f + 1)`: the first occurrence says most, and no term alone
//! can say everything. A topic of strength `s`, the sum over its terms in
//! proportion to the length of the text, has the log-odds
//! `BIAS + GAIN × ln(1 + s / UNIT)`, which its terms share. A term that is
//! mentioned once, and no other, has [`LONE_STRENGTH`] at most.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{Lexicon, LexiconBuilder, length_factor};
use super::taxonomy::{EVERY_LANGUAGE, Taxonomy, TaxonomyError, TermProblem};
use super::{Contribution, Place, TopicScore, story, unite};
use crate::text::languages::served_by;
use crate::text::{AnalyzedText, known_languages};

// Fitted on 6,992 labelled documents in seven languages, with random draws of
// 6, 12 and 25 terms of each topic and language standing for what a person
// lists; the bias is set to 0.05, a topic rarer than theirs. Over all decisions
// the expected calibration error is then 0.033, 0.019 and 0.015.

/// Log-odds of a topic of which no term occurs.
pub(super) const BIAS: f64 = -3.0;
const GAIN: f64 = 2.47;
const UNIT: f64 = 0.32;
/// Occurrences at which a term has half the strength that it can have.
const HALF_STRENGTH: f64 = 1.0;
/// Largest strength of one mention of one term: it tells that somebody used a
/// word, not what a text is about. Its confidence is 0.47 then, below the usual
/// threshold; what a second mention or term adds is as it was fitted.
const LONE_STRENGTH: f64 = 0.7;
/// Words of a text, title included, that one mention may be the topic of: those
/// of a headline.
const FEW_WORDS: usize = 8;
/// Names the rules of languages that are unknown.
const UNKNOWN_LANGUAGE: &str = "und";

/// The terms of a taxonomy's topics.
#[derive(Debug)]
pub(super) struct TermTopics {
    /// By language.
    lexicons: BTreeMap<String, Lexicon>,
}

impl TermTopics {
    /// Reads the terms of all topics.
    pub(super) fn new(taxonomy: &Taxonomy) -> Result<Self, TaxonomyError> {
        let named = taxonomy.topics.iter().flat_map(|topic| topic.terms.keys());
        let mut languages: BTreeSet<String> = named.cloned().collect();
        if languages.remove(EVERY_LANGUAGE) {
            let known = known_languages().chain([UNKNOWN_LANGUAGE]);
            languages.extend(known.map(str::to_owned));
        }
        let mut lexicons = BTreeMap::new();
        for language in languages {
            let lexicon = lexicon(&language, taxonomy)?;
            lexicons.insert(language, lexicon);
        }
        Ok(Self { lexicons })
    }

    /// Adds what the terms of a text say to the scores of the topics.
    pub(super) fn add(&self, text: &AnalyzedText<'_>, scores: &mut [TopicScore]) {
        let unknown = || self.lexicons.get(UNKNOWN_LANGUAGE);
        let language = served_by(&text.language.code);
        let lexicon = self.lexicons.get(language).or_else(unknown);
        let Some(lexicon) = lexicon else { return };
        let factor = length_factor(text);
        let mut found: BTreeMap<usize, Vec<Contribution>> = BTreeMap::new();
        for ((topic, _), one) in lexicon.find_by_topic(text) {
            found.entry(topic).or_default().push(Contribution {
                weight: factor * one.frequency / (one.frequency + HALF_STRENGTH),
                places: one.places.into(),
            });
        }
        let has_few_words = has_few_words(text);
        for (topic, mut contributions) in found {
            if !has_few_words {
                doubt_lone_mention(&mut contributions);
            }
            join(&mut scores[topic].contributions, to_log_odds(contributions));
        }
    }
}

fn has_few_words(text: &AnalyzedText<'_>) -> bool {
    story::words(text, FEW_WORDS + 1) + text.title_words.len() <= FEW_WORDS
}

/// Bounds the strength of one mention of one term, if there is no more.
fn doubt_lone_mention(contributions: &mut [Contribution]) {
    if let [only] = contributions
        && only.places.len() == 1
    {
        only.weight = only.weight.min(LONE_STRENGTH);
    }
}

/// Adds a taxonomy's terms to those of a model, in the order of the text. A term
/// that stands where one of the model's does is that one.
fn join(known: &mut Vec<Contribution>, terms: Vec<Contribution>) {
    let first = |one: &Contribution| one.places.first().map(Place::key);
    let mut owners: BTreeMap<_, Option<usize>> = terms
        .iter()
        .filter_map(|one| Some((first(one)?, None)))
        .collect();
    for (at, one) in known.iter().enumerate() {
        for place in one.places.iter() {
            if let Some(owner) = owners.get_mut(&place.key()) {
                *owner = Some(at);
            }
        }
    }
    for term in terms {
        match first(&term).and_then(|first| owners.get(&first).copied().flatten()) {
            Some(owner) => absorb(&mut known[owner], &term),
            None => known.push(term),
        }
    }
    known.sort_by_key(first);
}

/// Adds what a term says to another that it is.
fn absorb(known: &mut Contribution, term: &Contribution) {
    let mut places = known.places.to_vec();
    unite(&mut places, term.places.iter().cloned());
    known.places = places.into();
    known.weight += term.weight;
}

fn lexicon(language: &str, taxonomy: &Taxonomy) -> Result<Lexicon, TaxonomyError> {
    let mut built = LexiconBuilder::new(language);
    for (position, topic) in taxonomy.topics.iter().enumerate() {
        for key in [language, EVERY_LANGUAGE] {
            for term in topic.terms.get(key).into_iter().flatten() {
                let wrong = |problem| topic.wrong_term(key, term, problem);
                let pattern = built
                    .pattern(term)
                    .ok_or_else(|| wrong(TermProblem::NoWord))?;
                if built.is_of_function_words(term) {
                    let language = language.to_owned();
                    return Err(wrong(TermProblem::FunctionWords { language }));
                }
                built.take_marks(&pattern, term);
                built.add(pattern, position, 1.0);
            }
        }
    }
    Ok(built.build())
}

/// Turns the strengths of one topic's terms into shares of its log-odds.
fn to_log_odds(mut contributions: Vec<Contribution>) -> Vec<Contribution> {
    let strength: f64 = contributions.iter().map(|one| one.weight).sum();
    let rate = GAIN * (strength / UNIT).ln_1p() / strength;
    for contribution in &mut contributions {
        contribution.weight *= rate;
    }
    contributions
}
