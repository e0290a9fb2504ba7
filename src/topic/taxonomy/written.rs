//! What a person writes into a taxonomy: what only a person gets wrong, and the
//! codes of languages, of which there are several.

use std::collections::BTreeMap;

use icu_properties::CodePointSetData;
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint};

use super::{ByLanguage, EVERY_LANGUAGE, TaxonomyError, Topic};
use crate::language_tag::canonical;
use crate::text::languages::served_by;

impl Topic {
    pub(super) fn check_written(&self, place: usize) -> Result<(), TaxonomyError> {
        let id = &self.id;
        if id.trim() != id || is_blank(id) || id.contains(is_any_control) {
            let id = id.clone();
            return Err(TaxonomyError::Id { place, id });
        }
        self.check_languages(ByLanguage::Names, self.names.keys())?;
        self.check_languages(ByLanguage::Descriptions, self.descriptions.keys())?;
        self.check_languages(ByLanguage::Terms, self.terms.keys())?;
        self.check_named(is_blank)?;
        self.check_clean(ByLanguage::Names, &self.names, char::is_control)?;
        // A description may have several lines.
        let control = |c: char| c.is_control() && c != '\n';
        self.check_clean(ByLanguage::Descriptions, &self.descriptions, control)?;
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

    fn check_clean(
        &self,
        what: ByLanguage,
        texts: &BTreeMap<String, String>,
        is_unclean: impl Fn(char) -> bool,
    ) -> Result<(), TaxonomyError> {
        let unclean = texts.iter().find(|(_, text)| text.contains(&is_unclean));
        unclean.map_or(Ok(()), |(language, _)| {
            Err(TaxonomyError::Unclean {
                id: self.id.clone(),
                what,
                language: language.clone(),
            })
        })
    }

    /// Gives each language the code by which it is known here, as requests do:
    /// what is listed for "ara" is for "ar". Terms for Malay are for Indonesian,
    /// as which it is read.
    pub(super) fn unify_languages(&mut self) -> Result<(), TaxonomyError> {
        let id = &self.id;
        unify(&mut self.names, id, ByLanguage::Names, canonical)?;
        unify(
            &mut self.descriptions,
            id,
            ByLanguage::Descriptions,
            canonical,
        )?;
        unify(&mut self.terms, id, ByLanguage::Terms, read_as)
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

/// Tells a text of which nothing is seen.
fn is_blank(text: &str) -> bool {
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    text.chars()
        .all(|c| c.is_whitespace() || c.is_control() || ignorable.contains(c))
}

/// Tells control characters, those that turn the direction of a text among them.
fn is_any_control(c: char) -> bool {
    c.is_control() || CodePointSetData::new::<BidiControl>().contains(c)
}

/// Returns the language as which texts in one are read.
fn read_as(key: &str) -> &str {
    served_by(canonical(key))
}

/// Gives the keys of a list the codes that languages are known by.
fn unify<T>(
    list: &mut BTreeMap<String, T>,
    id: &str,
    what: ByLanguage,
    known_by: impl Fn(&str) -> &str,
) -> Result<(), TaxonomyError> {
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    for (key, one) in std::mem::take(list) {
        let code = known_by(&key).to_owned();
        if let Some(first) = keys.insert(code.clone(), key.clone()) {
            return Err(TaxonomyError::SameLanguage {
                id: id.to_owned(),
                what,
                first,
                second: key,
            });
        }
        list.insert(code, one);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topic::taxonomy::Taxonomy;

    /// A taxonomy of one topic, with more of what it has.
    fn of_topic(id: &str, more: &str) -> Result<Taxonomy, TaxonomyError> {
        let topic = format!("[[topics]]\nid = \"{id}\"\n{more}");
        Taxonomy::parse(&format!("version = \"1\"\n{topic}"))
    }

    #[test]
    fn other_codes_of_a_language_are_that_language() {
        let more = "names = { ara = \"A\", nb = \"N\", deu = \"D\", ms = \"M\" }\n\
            terms = { ms = [\"minyak\"], fas = [\"نفت\"], \"*\" = [\"OPEC\"] }";
        let taxonomy = of_topic("a", more).expect("sound");
        let topic = &taxonomy.topics[0];
        let names: Vec<&str> = ["ar", "no", "de", "ms", "id", "fi"]
            .map(|code| topic.name(code))
            .into();
        assert_eq!(names, ["A", "N", "D", "M", "M", "A"]);
        assert!(topic.terms.keys().eq(["*", "fa", "id"]), "{topic:?}");
        assert!(
            ["ms", "id", "fa", "*"]
                .iter()
                .all(|key| topic.has_terms(key))
        );
        for (more, named) in [
            (
                "names = { ar = \"A\", ara = \"B\" }",
                "names for \"ar\" and \"ara\"",
            ),
            (
                "descriptions = { nn = \"A\", nb = \"B\" }",
                "descriptions for \"nb\" and \"nn\"",
            ),
            (
                "terms = { id = [\"a\"], ms = [\"b\"] }",
                "terms for \"id\" and \"ms\"",
            ),
        ] {
            let error = of_topic("a", more).expect_err(more).to_string();
            assert!(
                error.contains(named) && error.contains("one language"),
                "{error}"
            );
        }
    }

    #[test]
    fn malay_names_are_indonesian_ones_when_there_are_no_others() {
        let of = |more| of_topic("a", more).expect("sound").topics[0].clone();
        let topic = of("names = { en = \"E\", id = \"I\" }\ndescriptions = { id = \"D\" }");
        assert_eq!((topic.name("ms"), topic.description("ms")), ("I", "D"));
        let both = of("names = { en = \"E\", id = \"I\", ms = \"M\" }");
        assert_eq!((both.name("ms"), both.name("id")), ("M", "I"));
    }

    #[test]
    fn what_nobody_sees_is_refused_with_its_place() {
        for (id, more, named) in [
            ("\\u200B\\u2060", "", "topic 1 of the taxonomy"),
            ("a\\u202Eb", "", "topic 1 of the taxonomy"),
            ("a\\u200Fb", "", "topic 1 of the taxonomy"),
            (
                "a",
                "names.en = \" \"",
                "\"a\" has an empty name for \"en\"",
            ),
            (
                "a",
                "names.ar = \"\\u200B\"",
                "\"a\" has an empty name for \"ar\"",
            ),
            (
                "a", "names.en = \"b\\u001B[0m\"", "\"a\" has names with control",
            ),
            (
                "a",
                "descriptions.en = \"b\\u0007\"",
                "\"a\" has descriptions with control",
            ),
        ] {
            let error = of_topic(id, more).expect_err(more).to_string();
            assert!(error.contains(named), "{error}");
        }
        // Joiners belong to the spelling, and marks of direction to names.
        of_topic(
            "می\\u200Cخواهم",
            "names.ar = \"نص\\u200F!\"\ndescriptions.en = \"a\\nb\"",
        )
        .expect("sound");
    }
}
