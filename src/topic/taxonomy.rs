//! The topics that documents are classified into, with names and codes.

mod error;
mod left_out;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use serde::Deserialize;

pub use error::{ByLanguage, TaxonomyError, TermProblem};
pub use left_out::LeftOut;

use crate::text::languages::served_by;

/// Confidence from which a topic is assigned when nobody named or learnt one.
const DEFAULT_THRESHOLD: f64 = 0.5;
/// Stands for every language where terms are listed by language, as in the
/// language ranges of RFC 4647.
pub(crate) const EVERY_LANGUAGE: &str = "*";

/// A list of topics.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taxonomy {
    /// Version, which changes whenever a topic does.
    pub version: String,
    /// Whether topics of the model that this taxonomy does not list join it,
    /// after its own; false once they have.
    #[serde(default = "yes")]
    pub keep_model_topics: bool,
    /// The topics, in the order in which they are listed.
    pub topics: Vec<Topic>,
}

/// A topic of a taxonomy.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Stable identifier, such as "science-technology".
    pub id: String,
    /// Id of the topic above this one.
    #[serde(default)]
    pub parent: Option<String>,
    /// Confidence from which the topic is assigned, in [0, 1]; `None` for
    /// what a model learns.
    #[serde(default)]
    pub threshold: Option<f64>,
    /// IPTC Media Topic `QCodes`, the closest first.
    #[serde(default)]
    pub iptc: Vec<String>,
    /// Name by BCP-47 primary subtag; a model adds those that it knows.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Description by BCP-47 primary subtag.
    #[serde(default)]
    pub descriptions: BTreeMap<String, String>,
    /// Words and phrases that speak for the topic, by BCP-47 primary subtag or
    /// "*" for every language.
    #[serde(default)]
    pub terms: BTreeMap<String, Vec<String>>,
}

fn yes() -> bool {
    true
}

impl Taxonomy {
    /// Returns the taxonomy that is part of the program.
    ///
    /// # Errors
    /// None in a released program: a test reads it.
    pub fn builtin() -> Result<Self, TaxonomyError> {
        Self::parse(include_str!("taxonomy.toml"))
    }

    /// Reads a taxonomy from TOML. Topics that a model knows may lack names.
    ///
    /// # Errors
    /// [`TaxonomyError`], which names the topic or the line.
    pub fn parse(toml: &str) -> Result<Self, TaxonomyError> {
        let mut taxonomy: Self = toml::from_str(toml)?;
        taxonomy.check_written()?;
        for topic in &mut taxonomy.topics {
            topic.unify_languages()?;
        }
        taxonomy.check_listed()?;
        Ok(taxonomy)
    }

    /// Checks what only a person gets wrong; labels that a model was trained
    /// on may be any text.
    fn check_written(&self) -> Result<(), TaxonomyError> {
        if self.version.trim().is_empty() {
            return Err(TaxonomyError::NoVersion);
        }
        let mut topics = (1..).zip(&self.topics);
        topics.try_for_each(|(place, topic)| topic.check_written(place))
    }

    /// Checks a taxonomy that nothing will be added to.
    pub(crate) fn check(&self) -> Result<(), TaxonomyError> {
        self.check_listed()?;
        let nameless = self.topics.iter().find(|topic| topic.names.is_empty());
        nameless.map_or(Ok(()), |topic| Err(TaxonomyError::NoName(topic.id.clone())))
    }

    /// Checks what is listed, to which a model may add.
    fn check_listed(&self) -> Result<(), TaxonomyError> {
        if self.topics.is_empty() {
            return Err(TaxonomyError::NoTopic);
        }
        let mut ids = BTreeSet::new();
        for (place, topic) in (1..).zip(&self.topics) {
            if topic.id.is_empty() {
                let id = String::new();
                return Err(TaxonomyError::Id { place, id });
            }
            topic.check()?;
            if !ids.insert(topic.id.as_str()) {
                return Err(TaxonomyError::DuplicateId(topic.id.clone()));
            }
        }
        self.check_parents()
    }

    /// Checks that the ways up from all topics end. Each topic is passed once,
    /// as those above one that was passed were passed too.
    fn check_parents(&self) -> Result<(), TaxonomyError> {
        let positions = self.positions();
        // The topic whose way up came by.
        let mut passed: Vec<Option<usize>> = vec![None; self.topics.len()];
        for start in 0..self.topics.len() {
            let mut at = Some(start);
            while let Some(topic) = at.filter(|&topic| passed[topic] != Some(start)) {
                at = match passed[topic].replace(start) {
                    Some(_) => None,
                    None => self.parent(topic, &positions)?,
                };
            }
            if let Some(topic) = at {
                return Err(TaxonomyError::Cycle(self.topics[topic].id.clone()));
            }
        }
        Ok(())
    }

    /// Returns the position of the parent of a topic, if it is here.
    fn parent(
        &self,
        topic: usize,
        positions: &BTreeMap<&str, usize>,
    ) -> Result<Option<usize>, TaxonomyError> {
        let Topic { id, parent, .. } = &self.topics[topic];
        let Some(parent) = parent else {
            return Ok(None);
        };
        match positions.get(parent.as_str()) {
            Some(&position) => Ok(Some(position)),
            // It may be one of the topics that are still to join.
            None if self.keep_model_topics => Ok(None),
            None => Err(TaxonomyError::UnknownParent {
                id: id.clone(),
                parent: parent.clone(),
            }),
        }
    }

    /// Makes a taxonomy of topics that have no name but their id.
    ///
    /// # Errors
    /// [`TaxonomyError`] for no id, an empty one or a repeated one.
    pub fn of_ids(
        version: &str,
        ids: impl IntoIterator<Item = String>,
    ) -> Result<Self, TaxonomyError> {
        let topic = |id: String| Topic {
            names: BTreeMap::from([("en".to_owned(), id.clone())]),
            id,
            parent: None,
            threshold: None,
            iptc: Vec::new(),
            descriptions: BTreeMap::new(),
            terms: BTreeMap::new(),
        };
        let taxonomy = Self {
            version: version.to_owned(),
            keep_model_topics: true,
            topics: ids.into_iter().map(topic).collect(),
        };
        taxonomy.check()?;
        Ok(taxonomy)
    }

    /// Returns the taxonomy without the topics that `keep` refuses; topics
    /// below them move to the top.
    ///
    /// # Errors
    /// [`TaxonomyError::NoTopic`] when no topic is left.
    pub(crate) fn with_topics(
        mut self,
        keep: impl Fn(&str) -> bool,
    ) -> Result<Self, TaxonomyError> {
        self.topics.retain(|topic| keep(&topic.id));
        for topic in &mut self.topics {
            topic.parent = topic.parent.take().filter(|parent| keep(parent));
        }
        self.check()?;
        Ok(self)
    }

    /// Returns the positions of all topics by their ids.
    pub(crate) fn positions(&self) -> BTreeMap<&str, usize> {
        let ids = self.topics.iter().map(|topic| topic.id.as_str());
        ids.zip(0..).collect()
    }

    /// Returns the position of a topic by its id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.topics.iter().position(|topic| topic.id == id)
    }
}

impl Topic {
    /// Returns the confidence from which the topic is assigned.
    #[must_use]
    pub fn threshold(&self) -> f64 {
        self.threshold.unwrap_or(DEFAULT_THRESHOLD)
    }

    /// Takes what is not listed from what a model knows of the topic.
    pub(crate) fn inherit(&mut self, known: &Self) {
        let texts = [
            (&mut self.names, &known.names),
            (&mut self.descriptions, &known.descriptions),
        ];
        for (own, known) in texts {
            for (language, text) in known {
                own.entry(language.clone()).or_insert_with(|| text.clone());
            }
        }
        if self.iptc.is_empty() {
            self.iptc.clone_from(&known.iptc);
        }
        self.threshold = self.threshold.or(known.threshold);
        self.parent = self.parent.take().or_else(|| known.parent.clone());
    }

    /// Tells whether terms are listed under a language or "*".
    pub(crate) fn has_terms(&self, key: &str) -> bool {
        let terms = self.terms.get(served_by(key));
        terms.is_some_and(|terms| !terms.is_empty())
    }

    fn check_named(&self, is_empty: impl Fn(&str) -> bool) -> Result<(), TaxonomyError> {
        let nameless = self.names.iter().find(|(_, name)| is_empty(name));
        nameless.map_or(Ok(()), |(language, _)| {
            Err(TaxonomyError::EmptyName {
                id: self.id.clone(),
                language: language.clone(),
            })
        })
    }

    fn check(&self) -> Result<(), TaxonomyError> {
        self.check_named(str::is_empty)?;
        if !(0.0..=1.0).contains(&self.threshold()) {
            return Err(TaxonomyError::Threshold {
                id: self.id.clone(),
                threshold: self.threshold(),
            });
        }
        for (language, terms) in &self.terms {
            for term in terms {
                if let Some(problem) = problem(term) {
                    return Err(self.wrong_term(language, term, problem));
                }
            }
        }
        Ok(())
    }

    pub(crate) fn wrong_term(&self, key: &str, term: &str, problem: TermProblem) -> TaxonomyError {
        TaxonomyError::Term {
            id: self.id.clone(),
            language: key.to_owned(),
            term: term.to_owned(),
            problem,
        }
    }

    /// Returns the name in a language, else in English, else in the first
    /// language that it has one in, else the id.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        in_language(&self.names, language).unwrap_or(&self.id)
    }

    /// Returns the description in a language, else in English, else in the
    /// first language that it has one in, else nothing.
    #[must_use]
    pub fn description(&self, language: &str) -> &str {
        in_language(&self.descriptions, language).unwrap_or_default()
    }
}

/// Tells what is wrong with a term in any language.
fn problem(term: &str) -> Option<TermProblem> {
    if !has_word(term) {
        return Some(TermProblem::NoWord);
    }
    let mut words = term.split_whitespace().filter(|word| has_word(word));
    words.any(loses_symbols).then_some(TermProblem::Symbols)
}

fn has_word(term: &str) -> bool {
    term.chars().any(char::is_alphanumeric)
}

/// Tells whether a word begins or ends with a symbol that tells it from the
/// word without it. One between letters, as in "R&D", keeps its words together.
fn loses_symbols(word: &str) -> bool {
    let plain = |c: char| !c.is_alphanumeric() && !is_symbol(c);
    let opening = word.trim_start_matches(|c| c != '.' && plain(c));
    let closing = word.trim_end_matches(plain);
    // ".NET" is a name, "etc." an abbreviation.
    opening.starts_with(|c| c == '.' || is_symbol(c)) || closing.ends_with(is_symbol)
}

/// Tells marks with a meaning of their own from punctuation.
fn is_symbol(c: char) -> bool {
    const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> =
        CodePointMapData::<GeneralCategory>::new();
    matches!(c, '#' | '%' | '&' | '*' | '@' | '/' | '\\' | '٪')
        || GeneralCategoryGroup::Symbol.contains(CATEGORY.get(c))
}

fn in_language<'t>(texts: &'t BTreeMap<String, String>, language: &str) -> Option<&'t str> {
    // Malay and Indonesian stand in for each other.
    let close = || {
        let mut texts = texts.iter();
        texts.find_map(|(key, text)| (served_by(key) == served_by(language)).then_some(text))
    };
    let text = texts.get(language).or_else(close);
    let text = text.or_else(|| texts.get("en"));
    text.or_else(|| texts.values().next()).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_taxonomy_has_all_topics() {
        let taxonomy = Taxonomy::builtin().expect("it parses");
        assert_eq!(taxonomy.topics.len(), 17);
    }

    #[test]
    fn names_what_is_wrong() {
        let topic = |more: &str| {
            format!(
                "version = \"1\"\nkeep_model_topics = false\n[[topics]]\nid = \"a\"\nnames = {{ en = \"A\" }}\n{more}"
            )
        };
        let message = |toml: &str| Taxonomy::parse(toml).expect_err("it is wrong").to_string();
        assert!(message(&topic("colour = 1")).contains("colour"));
        assert!(message(&topic("threshold = 2.0")).contains("[0, 1]"));
        assert!(message(&topic("parent = \"b\"")).contains("\"b\""));
        assert!(
            message(&topic("[[topics]]\nid = \"a\"\nnames = { en = \"A\" }")).contains("twice")
        );
        assert!(message("version = \"1\"\ntopics = []").contains("no topic"));
        assert!(message(&topic("parent = \"a\"")).contains("its own parents"));
        assert!(message(&topic("").replace("\"A\"", "\"\"")).contains("name for \"en\""));
        assert!(message(&topic("").replace("\"a\"", "\"\"")).contains("topic 1"));
        assert!(message(&topic("terms = { english = [\"x\"] }")).contains("\"english\""));
        for (more, named) in [
            (
                "names.english = \"A\"",
                "topic \"a\" has names for \"english\"",
            ),
            ("names.pt-BR = \"A\"", "topic \"a\" has names for \"pt-BR\""),
            (
                "descriptions = { \"*\" = \"A\" }",
                "topic \"a\" has descriptions for \"*\"",
            ),
            (
                "iptc = [\"nonsense\"]",
                "topic \"a\" has the code \"nonsense\"",
            ),
            (
                "iptc = [\"medtop:2000082\"]",
                "topic \"a\" has the code \"medtop:2000082\"",
            ),
            (
                "[[topics]]\nid = \" \"",
                "topic 2 of the taxonomy has the id \" \"",
            ),
            (
                "[[topics]]\nid = \"b \"",
                "topic 2 of the taxonomy has the id \"b \"",
            ),
        ] {
            let toml = topic(more).replace("names = { en = \"A\" }", "names.en = \"A\"");
            assert!(message(&toml).starts_with(named), "{}", message(&toml));
        }
        assert!(message(&topic("").replace("\"1\"", "\" \"")).contains("version"));
        assert!(message(&topic("terms = { en = [\"x\", \" \"] }")).contains("\" \""));
        for term in ["C++", "C# code", ".NET", "«C++»", "(100%)", "$100", "#fire"] {
            let told = message(&topic(&format!("terms = {{ en = [\"{term}\"] }}")));
            let named = format!("topic \"a\" has the term {term:?}");
            assert!(
                told.starts_with(&named) && told.contains("symbols"),
                "{told}"
            );
        }
        for term in [
            "R&D", "U.S.", "Marks & Spencer", "«Yahoo!»", "COVID-19", "24/7",
        ] {
            assert_eq!(problem(term), None, "{term}");
        }
        assert!(message(&topic("terms = { en = 1 }")).contains("line 6"));
    }

    #[test]
    fn a_cycle_is_found_from_below_and_long_ways_up_in_time() {
        let topic = |id: usize, parent: usize| {
            format!("[[topics]]\nid = \"t{id}\"\nparent = \"t{parent}\"\n")
        };
        let parse = |topics: &[String]| {
            let topics = topics.concat();
            Taxonomy::parse(&format!(
                "version = \"1\"\nkeep_model_topics = false\n{topics}"
            ))
        };
        let cycle = parse(&[topic(1, 2), topic(2, 3), topic(3, 2)]).expect_err("a cycle");
        assert!(
            matches!(&cycle, TaxonomyError::Cycle(id) if id == "t2"),
            "{cycle}"
        );
        // By comparing each with all on its way it was minutes.
        let mut long: Vec<String> = (0..5_000).map(|id| topic(id, id + 1)).collect();
        long.push("[[topics]]\nid = \"t5000\"\n".to_owned());
        let started = std::time::Instant::now();
        assert_eq!(parse(&long).expect("sound").topics.len(), 5_001);
        assert!(started.elapsed().as_secs() < 20);
    }
}
