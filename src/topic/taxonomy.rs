//! The topics that documents are classified into, with names and codes.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use thiserror::Error;

/// Confidence from which a topic is assigned when the taxonomy names none.
const DEFAULT_THRESHOLD: f64 = 0.4;

/// A list of topics.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taxonomy {
    /// Version, which changes whenever a topic does.
    pub version: String,
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
    /// Confidence from which the topic is assigned, in [0, 1].
    #[serde(default = "default_threshold")]
    pub threshold: f64,
    /// IPTC Media Topic `QCodes`, the closest first.
    #[serde(default)]
    pub iptc: Vec<String>,
    /// Name by BCP-47 primary subtag.
    pub names: BTreeMap<String, String>,
    /// Description by BCP-47 primary subtag.
    #[serde(default)]
    pub descriptions: BTreeMap<String, String>,
}

fn default_threshold() -> f64 {
    DEFAULT_THRESHOLD
}

/// What is wrong with a taxonomy.
#[derive(Debug, Error)]
pub enum TaxonomyError {
    /// Not the TOML that is expected.
    #[error("{0}")]
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
    /// No topic, or a topic without id or name.
    #[error("{0}")]
    Missing(&'static str),
}

impl Taxonomy {
    /// Returns the taxonomy that is part of the program.
    ///
    /// # Errors
    /// None in a released program: a test reads it.
    pub fn builtin() -> Result<Self, TaxonomyError> {
        Self::parse(include_str!("taxonomy.toml"))
    }

    /// Reads a taxonomy from TOML.
    ///
    /// # Errors
    /// [`TaxonomyError`], which names the topic or the line.
    pub fn parse(toml: &str) -> Result<Self, TaxonomyError> {
        let taxonomy: Self = toml::from_str(toml)?;
        taxonomy.check()?;
        Ok(taxonomy)
    }

    pub(crate) fn check(&self) -> Result<(), TaxonomyError> {
        if self.topics.is_empty() {
            return Err(TaxonomyError::Missing("the taxonomy has no topic"));
        }
        let mut ids = BTreeSet::new();
        for topic in &self.topics {
            if topic.id.is_empty() || topic.names.is_empty() {
                return Err(TaxonomyError::Missing("a topic needs an id and a name"));
            }
            if !ids.insert(topic.id.as_str()) {
                return Err(TaxonomyError::DuplicateId(topic.id.clone()));
            }
            if !(0.0..=1.0).contains(&topic.threshold) {
                return Err(TaxonomyError::Threshold {
                    id: topic.id.clone(),
                    threshold: topic.threshold,
                });
            }
        }
        for topic in &self.topics {
            match &topic.parent {
                Some(parent) if !ids.contains(parent.as_str()) => {
                    return Err(TaxonomyError::UnknownParent {
                        id: topic.id.clone(),
                        parent: parent.clone(),
                    });
                }
                _ => {}
            }
        }
        Ok(())
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
            threshold: DEFAULT_THRESHOLD,
            iptc: Vec::new(),
            descriptions: BTreeMap::new(),
        };
        let taxonomy = Self {
            version: version.to_owned(),
            topics: ids.into_iter().map(topic).collect(),
        };
        taxonomy.check()?;
        Ok(taxonomy)
    }

    /// Returns the position of a topic by its id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.topics.iter().position(|topic| topic.id == id)
    }
}

impl Topic {
    /// Returns the name in a language, else in English, else in the first
    /// language that it has one in.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        in_language(&self.names, language)
    }

    /// Returns the description in a language, else in English, else in the
    /// first language that it has one in, else nothing.
    #[must_use]
    pub fn description(&self, language: &str) -> &str {
        in_language(&self.descriptions, language)
    }
}

fn in_language<'t>(texts: &'t BTreeMap<String, String>, language: &str) -> &'t str {
    texts
        .get(language)
        .or_else(|| texts.get("en"))
        .or_else(|| texts.values().next())
        .map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_taxonomy_is_complete() {
        let taxonomy = Taxonomy::builtin().expect("it parses");
        assert_eq!(taxonomy.topics.len(), 17);
        for topic in &taxonomy.topics {
            for language in [
                "ar", "en", "fr", "es", "de", "pt", "tr", "fa", "ur", "ru", "zh",
            ] {
                assert!(
                    topic.names.contains_key(language),
                    "{} {language}",
                    topic.id
                );
                assert!(
                    topic.descriptions.contains_key(language),
                    "{} {language}",
                    topic.id
                );
            }
            assert!(
                topic.iptc.iter().all(|code| code.starts_with("medtop:")),
                "{}",
                topic.id
            );
        }
    }

    #[test]
    fn names_what_is_wrong() {
        let topic = |more: &str| {
            format!("version = \"1\"\n[[topics]]\nid = \"a\"\nnames = {{ en = \"A\" }}\n{more}")
        };
        let message = |toml: &str| Taxonomy::parse(toml).expect_err("it is wrong").to_string();
        assert!(message(&topic("colour = 1")).contains("colour"));
        assert!(message(&topic("threshold = 2.0")).contains("[0, 1]"));
        assert!(message(&topic("parent = \"b\"")).contains("\"b\""));
        assert!(
            message(&topic("[[topics]]\nid = \"a\"\nnames = { en = \"A\" }")).contains("twice")
        );
        assert!(message("version = \"1\"\ntopics = []").contains("no topic"));
    }
}
