//! The topics that documents are classified into, with names and codes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use serde::Deserialize;
use thiserror::Error;

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

/// What is wrong with a taxonomy.
#[derive(Debug, Error)]
pub enum TaxonomyError {
    /// Not the TOML that is expected.
    #[error(transparent)]
    Syntax(#[from] toml::de::Error),
    /// Two topics have one id.
    #[error("topic {0:?} is listed twice")]
    DuplicateId(String),
    /// A parent is no topic.
    #[error("topic {id:?} names the unknown parent {parent:?}")]
    UnknownParent {
        /// The topic.
        id: String,
        /// The parent that it names.
        parent: String,
    },
    /// A threshold is no probability.
    #[error("topic {id:?} has the threshold {threshold}, which is not in [0, 1]")]
    Threshold {
        /// The topic.
        id: String,
        /// The threshold.
        threshold: f64,
    },
    /// A topic is above itself.
    #[error("topic {0:?} is among its own parents")]
    Cycle(String),
    /// Something is listed under what is no language.
    #[error("topic {id:?} has {what} for {language:?}, which is no BCP-47 primary subtag like \"en\"{or}", or = .what.or())]
    Language {
        /// The topic.
        id: String,
        /// What is listed.
        what: ByLanguage,
        /// The key.
        language: String,
    },
    /// An id that nobody could type: blank, with space around it or with
    /// control characters.
    #[error(
        "topic {place} of the taxonomy has the id {id:?}, which is blank, has space around it or control characters"
    )]
    Id {
        /// Its place from 1.
        place: usize,
        /// The id.
        id: String,
    },
    /// A code that is none of IPTC's.
    #[error("topic {id:?} has the code {code:?}, which is not \"medtop:\" and eight digits")]
    Code {
        /// The topic.
        id: String,
        /// The code.
        code: String,
    },
    /// A version without a character.
    #[error("the version of the taxonomy is empty")]
    NoVersion,
    /// A term that would not find what it says.
    #[error("topic {id:?} has the term {term:?} for {language:?}, {problem}")]
    Term {
        /// The topic.
        id: String,
        /// Key of the list.
        language: String,
        /// The term.
        term: String,
        /// What is wrong with it.
        problem: TermProblem,
    },
    /// Nothing tells a topic from the others.
    #[error("topic {0:?} is unknown to the model and has no terms")]
    NoTerms(String),
    /// A topic without a name that is not one of the model's.
    #[error("topic {0:?} needs a name: it is none that the model knows")]
    NoName(String),
    /// A name without a character.
    #[error("topic {id:?} has an empty name for {language:?}")]
    EmptyName {
        /// The topic.
        id: String,
        /// Key of the name.
        language: String,
    },
    /// No topic.
    #[error("the taxonomy has no topic")]
    NoTopic,
}

/// What a topic lists by language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByLanguage {
    /// Its names.
    Names,
    /// Its descriptions.
    Descriptions,
    /// Its terms, which may be for every language.
    Terms,
}

impl ByLanguage {
    /// Says what else a key may be.
    fn or(self) -> &'static str {
        match self {
            Self::Names | Self::Descriptions => "",
            Self::Terms => " nor \"*\"",
        }
    }
}

impl fmt::Display for ByLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Names => "names",
            Self::Descriptions => "descriptions",
            Self::Terms => "terms",
        })
    }
}

/// Why a term would not find what it says.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TermProblem {
    /// Nothing to look for.
    #[error("which has no word")]
    NoWord,
    /// Words are matched without the symbols around them: "C++" would find C.
    #[error("of which the symbols would be lost: only words are matched")]
    Symbols,
    /// Words that nearly every text has.
    #[error("which is nothing but function words in {language:?}")]
    FunctionWords {
        /// The language.
        language: String,
    },
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
        let taxonomy: Self = toml::from_str(toml)?;
        taxonomy.check_written()?;
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
        self.topics
            .iter()
            .try_for_each(|topic| self.check_parents(topic))
    }

    /// Checks that the way up from a topic ends.
    fn check_parents(&self, topic: &Topic) -> Result<(), TaxonomyError> {
        let mut at = topic;
        for _ in &self.topics {
            let Some(parent) = &at.parent else {
                return Ok(());
            };
            match self.topics.iter().find(|one| one.id == *parent) {
                Some(above) => at = above,
                // It may be one of the topics that are still to join.
                None if self.keep_model_topics => return Ok(()),
                None => {
                    return Err(TaxonomyError::UnknownParent {
                        id: at.id.clone(),
                        parent: parent.clone(),
                    });
                }
            }
        }
        Err(TaxonomyError::Cycle(topic.id.clone()))
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

    fn check_written(&self, place: usize) -> Result<(), TaxonomyError> {
        let id = &self.id;
        if id.trim() != id || id.is_empty() || id.contains(char::is_control) {
            let id = id.clone();
            return Err(TaxonomyError::Id { place, id });
        }
        self.check_languages(ByLanguage::Names, self.names.keys())?;
        self.check_languages(ByLanguage::Descriptions, self.descriptions.keys())?;
        self.check_languages(ByLanguage::Terms, self.terms.keys())?;
        let wrong = self.iptc.iter().find(|code| !is_media_topic(code));
        wrong.map_or(Ok(()), |code| {
            Err(TaxonomyError::Code {
                id: id.clone(),
                code: code.clone(),
            })
        })
    }

    fn check_languages<'k>(
        &self,
        what: ByLanguage,
        mut keys: impl Iterator<Item = &'k String>,
    ) -> Result<(), TaxonomyError> {
        let every = what == ByLanguage::Terms;
        let may_be = |key: &str| is_language(key) || (every && key == EVERY_LANGUAGE);
        let wrong = keys.find(|key| !may_be(key));
        wrong.map_or(Ok(()), |language| {
            Err(TaxonomyError::Language {
                id: self.id.clone(),
                what,
                language: language.clone(),
            })
        })
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
        self.terms.get(key).is_some_and(|terms| !terms.is_empty())
    }

    fn check(&self) -> Result<(), TaxonomyError> {
        if let Some((language, _)) = self.names.iter().find(|(_, name)| name.is_empty()) {
            return Err(TaxonomyError::EmptyName {
                id: self.id.clone(),
                language: language.clone(),
            });
        }
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

/// Tells the primary subtags of BCP 47 that languages have.
fn is_language(key: &str) -> bool {
    (2..=3).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Tells the `QCodes` of IPTC Media Topics, such as "medtop:20000822".
fn is_media_topic(code: &str) -> bool {
    let digits = code.strip_prefix("medtop:").unwrap_or_default();
    digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit())
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
    let text = texts.get(language).or_else(|| texts.get("en"));
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
}
