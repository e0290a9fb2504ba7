//! What can be wrong with a taxonomy.

use std::fmt;

use thiserror::Error;

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
    /// Two keys of a list are codes of one language.
    #[error("topic {id:?} has {what} for {first:?} and {second:?}, which are one language")]
    SameLanguage {
        /// The topic.
        id: String,
        /// What is listed.
        what: ByLanguage,
        /// One key.
        first: String,
        /// The other key.
        second: String,
    },
    /// An id that nobody could type: blank, with space around it, or with
    /// characters that are not seen.
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
    /// A name of which nothing is seen.
    #[error("topic {id:?} has an empty name for {language:?}")]
    EmptyName {
        /// The topic.
        id: String,
        /// Key of the name.
        language: String,
    },
    /// A name or description that is not fit to be shown.
    #[error("topic {id:?} has {what} with control characters for {language:?}")]
    Unclean {
        /// The topic.
        id: String,
        /// What is listed.
        what: ByLanguage,
        /// The key.
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
    #[error("whose words are nothing but function words in {language:?}")]
    FunctionWords {
        /// The language.
        language: String,
    },
}
