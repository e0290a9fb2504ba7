//! A trained model under a deployment's own taxonomy: other names and
//! thresholds for its topics, and further topics that are known by their terms
//! alone.

use std::collections::BTreeSet;

use super::classifier::LinearModel;
use super::taxonomy::{EVERY_LANGUAGE, Taxonomy, TaxonomyError};
use super::terms::{self, TermTopics};
use super::{Detail, TopicModel, TopicScore};
use crate::text::AnalyzedText;

/// A trained model and the terms of a taxonomy.
#[derive(Debug)]
pub struct CustomModel {
    trained: LinearModel,
    taxonomy: Taxonomy,
    /// Position of each topic in the trained model.
    sources: Vec<Option<usize>>,
    terms: TermTopics,
}

impl CustomModel {
    /// Puts a model under a taxonomy.
    ///
    /// Topics of the model that the taxonomy does not list follow its own,
    /// unless it says otherwise; of those that it lists, names, descriptions,
    /// codes, parents and thresholds that it leaves out are the model's.
    ///
    /// # Errors
    /// [`TaxonomyError`] for a topic that the model does not know and that has
    /// no terms or no name, and for a parent that is nowhere.
    pub fn new(trained: LinearModel, mut taxonomy: Taxonomy) -> Result<Self, TaxonomyError> {
        let known = trained.taxonomy();
        inherit(&mut taxonomy, known)?;
        if taxonomy.keep_model_topics {
            let listed = taxonomy.positions();
            let others = known.topics.iter();
            let others = others.filter(|topic| !listed.contains_key(topic.id.as_str()));
            let others: Vec<_> = others.cloned().collect();
            taxonomy.topics.extend(others);
            taxonomy.keep_model_topics = false;
        }
        taxonomy.check()?;
        let sources = known.positions();
        let source = |id: &String| sources.get(id.as_str()).copied();
        Ok(Self {
            sources: taxonomy.topics.iter().map(|one| source(&one.id)).collect(),
            terms: TermTopics::new(&taxonomy)?,
            trained,
            taxonomy,
        })
    }

    /// Returns the topics with their thresholds.
    #[must_use]
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }
}

/// Takes what the topics of a taxonomy leave out from a model's.
fn inherit(taxonomy: &mut Taxonomy, known: &Taxonomy) -> Result<(), TaxonomyError> {
    let listed: BTreeSet<String> = taxonomy.topics.iter().map(|one| one.id.clone()).collect();
    let stays = |id: &String| taxonomy.keep_model_topics || listed.contains(id);
    let positions = known.positions();
    for topic in &mut taxonomy.topics {
        match positions.get(topic.id.as_str()) {
            Some(&at) => {
                let mut source = known.topics[at].clone();
                source.parent = source.parent.filter(stays);
                topic.inherit(&source);
            }
            None if topic.terms.values().all(Vec::is_empty) => {
                return Err(TaxonomyError::NoTerms(topic.id.clone()));
            }
            None => {}
        }
    }
    Ok(())
}

impl TopicModel for CustomModel {
    fn version(&self) -> &str {
        self.trained.version()
    }

    fn fingerprint(&self) -> Vec<u8> {
        self.trained.fingerprint()
    }

    /// A language is supported when a topic has a model or terms of just that
    /// language. Terms for every language speak for their own topics alone, so
    /// that they make a language supported only when all topics have some.
    fn supports(&self, language: &str) -> bool {
        let trained = self.sources.iter().any(Option::is_some);
        let mut topics = self.taxonomy.topics.iter();
        (trained && self.trained.supports(language))
            || topics.any(|topic| topic.has_terms(language))
            || (0..self.sources.len()).all(|topic| self.judges(topic, language))
    }

    fn languages(&self) -> BTreeSet<&str> {
        let topics = self.taxonomy.topics.iter();
        let terms = topics.flat_map(|topic| topic.terms.keys());
        let of_terms = terms.filter(|key| *key != EVERY_LANGUAGE);
        let mut languages = self.trained.languages();
        languages.extend(of_terms.map(String::as_str));
        languages
    }

    /// Terms for every language are too few to stand for the model of a
    /// topic that has one.
    fn judges(&self, topic: usize, language: &str) -> bool {
        let terms = &self.taxonomy.topics[topic];
        let by_source = match self.sources[topic] {
            Some(at) => self.trained.judges(at, language),
            None => terms.has_terms(EVERY_LANGUAGE),
        };
        by_source || terms.has_terms(language)
    }

    fn score(&self, text: &AnalyzedText<'_>, detail: Detail) -> Vec<TopicScore> {
        let mut trained = self.trained.score(text, detail);
        let score = |source: &Option<usize>| match source {
            Some(at) => std::mem::take(&mut trained[*at]),
            None => TopicScore {
                bias: terms::BIAS,
                ..TopicScore::default()
            },
        };
        let mut scores: Vec<TopicScore> = self.sources.iter().map(score).collect();
        self.terms.add(text, &mut scores);
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topic::taxonomy::Topic;
    use crate::topic::{Place, sigmoid};

    const TAXONOMY: &str = r#"
version = "house-1"

[[topics]]
id = "falconry"
parent = "sport"
names = { en = "Falconry", ar = "الصقارة" }
terms = { en = ["falcon", "falconry", "bird of prey"], ar = ["صقر", "الصيد بالصقور"], "*" = ["IAF"] }

[[topics]]
id = "sport"
threshold = 0.9
names = { en = "Games" }
"#;

    fn model(taxonomy: &str) -> Result<CustomModel, TaxonomyError> {
        let trained = LinearModel::builtin().expect("it is sound");
        CustomModel::new(trained, Taxonomy::parse(taxonomy)?)
    }

    fn confidence(model: &CustomModel, title: &str, text: &str, language: &str) -> f64 {
        let text = AnalyzedText::new(title, text, Some(language));
        sigmoid(model.score(&text, Detail::LogOdds)[0].logit())
    }

    #[test]
    fn topics_of_the_file_come_first_and_the_models_own_stay() {
        let taxonomy = model(TAXONOMY).expect("sound").taxonomy;
        assert_eq!(taxonomy.topics.len(), 18);
        assert_eq!(taxonomy.topics[1].name("en"), "Games");
        assert_eq!(taxonomy.topics[1].threshold, Some(0.9));
        assert!((taxonomy.topics[0].threshold() - 0.5).abs() < 1e-9);
        let learnt = LinearModel::builtin().expect("sound");
        assert_eq!(taxonomy.topics[2], learnt.taxonomy().topics[0]);
        let alone = TAXONOMY.replacen('\n', "\nkeep_model_topics = false\n", 1);
        assert_eq!(model(&alone).expect("sound").taxonomy.topics.len(), 2);
    }

    #[test]
    fn what_a_known_topic_leaves_out_is_the_models() {
        let toml = "version = \"1\"\n[[topics]]\nid = \"sport\"\n";
        let learnt = LinearModel::builtin().expect("sound");
        let learnt = learnt.taxonomy();
        let sport = &learnt.topics[learnt.position("sport").expect("there")];
        let of = |more: &str| {
            model(&format!("{toml}{more}"))
                .expect("sound")
                .taxonomy
                .topics[0]
                .clone()
        };
        let mut expected = sport.clone();
        expected.threshold = Some(0.9);
        assert_eq!(of("threshold = 0.9"), expected);
        let renamed = of("names = { en = \"Games\" }\niptc = [\"medtop:20000822\"]");
        assert_eq!(
            (renamed.name("en"), renamed.name("ar")),
            ("Games", sport.name("ar"))
        );
        assert_eq!(renamed.descriptions, sport.descriptions);
        assert_eq!(renamed.iptc, ["medtop:20000822"]);
        assert_eq!(renamed.threshold, sport.threshold);
    }

    #[test]
    fn the_parent_is_inherited_when_it_is_there() {
        let mut known = LinearModel::builtin().expect("sound").taxonomy().clone();
        known.topics[1].parent = Some(known.topics[0].id.clone());
        let (above, below) = (known.topics[0].clone(), known.topics[1].clone());
        let inherited = |topics: &[&Topic], keep_model_topics| {
            let mut taxonomy = Taxonomy {
                topics: topics.iter().map(|&one| one.clone()).collect(),
                keep_model_topics,
                ..known.clone()
            };
            taxonomy.topics[0].parent = None;
            inherit(&mut taxonomy, &known).expect("sound");
            taxonomy.topics[0].parent.clone()
        };
        assert_eq!(inherited(&[&below], true).as_ref(), Some(&above.id));
        assert_eq!(
            inherited(&[&below, &above], false).as_ref(),
            Some(&above.id)
        );
        assert_eq!(inherited(&[&below], false), None);
    }

    #[test]
    fn a_longer_term_hides_shorter_ones_of_its_own_topic_only() {
        let toml = r#"
            version = "1"
            [[topics]]
            id = "banks"
            names = { en = "Banks" }
            terms = { en = ["bank", "bank rate"] }
            [[topics]]
            id = "policy"
            names = { en = "Policy" }
            terms = { en = ["central bank", "rate"] }
        "#;
        let model = model(toml).expect("sound");
        let text = AnalyzedText::new("", "The central bank rate rose.", Some("en"));
        let scores = model.score(&text, Detail::Contributions);
        let found = |topic: usize| found(&text, &scores[topic]).concat();
        assert_eq!(found(0), ["bank rate"]);
        assert_eq!(found(1), ["central bank", "rate"]);
    }

    /// The words at each place of each term that a topic was given.
    fn found<'t>(text: &'t AnalyzedText<'_>, score: &TopicScore) -> Vec<Vec<&'t str>> {
        let word = |place: &Place| match place {
            Place::Title(range) => &text.title[range.clone()],
            Place::Text { range, .. } => &text.text()[range.clone()],
        };
        let terms = score.contributions.iter();
        terms
            .map(|one| one.places.iter().map(word).collect())
            .collect()
    }

    #[test]
    fn words_around_a_mark_are_no_phrase_unless_it_was_written_so() {
        let toml = r#"
            version = "1"
            [[topics]]
            id = "wind"
            names = { en = "Wind" }
            terms = { en = ["wind farm", "Wind, Inc"], ar = ["طاقة الرياح"] }
        "#;
        let model = model(toml).expect("sound");
        let of = |language, text: &str| {
            let text = AnalyzedText::new("", text, Some(language));
            found(&text, &model.score(&text, Detail::Contributions)[0])
                .concat()
                .join(" | ")
        };
        for apart in [
            "The wind, farm workers said.", "wind: farm", "Wind (farm) wind; farm",
        ] {
            assert_eq!(of("en", apart), "", "{apart}");
        }
        assert_eq!(
            of("en", "A \"wind farm\", wind-farm."),
            "wind farm | wind-farm"
        );
        assert_eq!(of("en", "The “wind” farm."), "wind” farm");
        assert_eq!(of("en", "It is Wind, Inc. now."), "Wind, Inc");
        assert_eq!(
            of("ar", "تنتج طاقة الرياح الكهرباء، وقال إنها طاقة، الرياح."),
            "طاقة الرياح"
        );
    }

    #[test]
    fn a_term_that_the_model_knows_too_is_one() {
        let toml = r#"
            version = "1"
            [[topics]]
            id = "sport"
            terms = { en = ["team", "away team"] }
        "#;
        let model = model(toml).expect("sound");
        let text = "The away team lost the match. The team of the coach had won the cup.";
        let text = AnalyzedText::new("", text, Some("en"));
        let scores = model.score(&text, Detail::Contributions);
        let plain = model.score(&text, Detail::LogOdds);
        assert!((scores[0].logit() - plain[0].logit()).abs() < 1e-9);
        let mut firsts: Vec<&str> = Vec::new();
        for words in found(&text, &scores[0]) {
            firsts.push(words[0]);
            if words[0] == "team" {
                assert_eq!(words.len(), 2, "inside the longer term too");
            }
        }
        assert!(
            firsts.contains(&"team") && firsts.contains(&"away team"),
            "{firsts:?}"
        );
        let (all, places) = (firsts.len(), &scores[0].contributions);
        firsts.sort_unstable();
        firsts.dedup();
        assert_eq!(firsts.len(), all, "{firsts:?}");
        assert!(places.is_sorted_by_key(|one| one.places[0].key()));
    }

    #[test]
    fn one_mention_of_one_term_assigns_no_topic_but_in_a_headline() {
        let model = model(TAXONOMY).expect("sound");
        let rest = "and the visitors of the old market square in the town were happy about it";
        let of =
            |title: &str, text: &str| confidence(&model, title, &format!("{text} {rest}."), "en");
        for (title, text) in [("", "A falcon came"), ("A falcon came", "It was early")] {
            let lone = of(title, text);
            assert!((0.4..0.5).contains(&lone), "{title} {text}: {lone}");
        }
        for (title, text) in [
            ("", "A falcon came with its falcon"),
            ("", "A falcon, a bird of prey, came"),
            ("The falcon", "A falcon came"),
        ] {
            let more = of(title, text);
            assert!(more >= 0.5, "{title} {text}: {more}");
        }
        assert!(confidence(&model, "", "Falcon flies over Doha.", "en") >= 0.5);
    }

    #[test]
    fn malay_has_the_terms_of_indonesian() {
        let toml = "version = \"1\"\n[[topics]]\nid = \"oil\"\nnames = { en = \"Oil\" }\n\
            terms = { ms = [\"minyak\", \"telaga\"] }";
        let model = model(toml).expect("sound");
        for language in ["ms", "id"] {
            assert!(model.judges(0, language), "{language}");
            let found = confidence(&model, "", "Minyak dari telaga itu dijual.", language);
            assert!(found >= 0.5, "{language} {found}");
        }
    }

    #[test]
    fn a_term_of_function_words_is_refused_with_its_language() {
        for (terms, named) in [
            ("en = [\"OPEC\", \"of the\"]", "\"of the\" for \"en\""),
            ("\"*\" = [\"IT\"]", "\"IT\" for \"*\""),
        ] {
            let topic = format!("[[topics]]\nid = \"x\"\nterms = {{ {terms} }}");
            let toml = format!("version = \"1\"\n{topic}\nnames = {{ en = \"X\" }}");
            let error = model(&toml).expect_err(terms).to_string();
            assert!(
                error.starts_with("topic \"x\" has the term ") && error.contains(named),
                "{error}"
            );
            assert!(error.contains("function words in \""), "{error}");
        }
    }

    #[test]
    fn languages_of_terms_are_listed() {
        let toml = "version = \"1\"\n[[topics]]\nid = \"x\"\nnames = { en = \"X\" }\n\
            terms = { ca = [\"paraula\"], \"*\" = [\"OPEC\"] }";
        let model = model(toml).expect("sound");
        let languages = model.languages();
        assert!(languages.contains("ca") && languages.contains("ar"));
        assert!(!languages.contains(EVERY_LANGUAGE));
    }

    #[test]
    fn a_new_topic_needs_a_name() {
        let toml = "version = \"1\"\n[[topics]]\nid = \"x\"\nterms = { en = [\"word\"] }";
        let error = model(toml).expect_err("no name").to_string();
        assert!(error.contains("\"x\" needs a name"), "{error}");
    }

    #[test]
    fn terms_alone_assign_a_topic_in_each_of_their_languages() {
        let model = model(TAXONOMY).expect("sound");
        let off = "The central bank raised its interest rate by a quarter of a point on Monday.";
        for (language, title, text) in [
            (
                "en",
                "The falcons return",
                "A bird of prey was seen over the old town.",
            ),
            (
                "ar",
                "",
                "عرض الصقار صقرا في مهرجان الصيد بالصقور، وقال إن الصقر سريع.",
            ),
            (
                "de",
                "",
                "Die IAF tagt in Berlin. Der Verband IAF lädt zu Gesprächen ein.",
            ),
        ] {
            let found = confidence(&model, title, text, language);
            assert!(found >= 0.5, "{language} {found}");
        }
        assert!(confidence(&model, "", off, "en") < 0.1);
    }

    #[test]
    fn trained_topics_keep_their_scores_and_terms_add_up() {
        let model = model(TAXONOMY).expect("sound");
        let text = "The falcon won the race. The crowd cheered the falcon and its team.";
        let text = AnalyzedText::new("Falconry", text, Some("en"));
        let plain = model.score(&text, Detail::LogOdds);
        let explained = model.score(&text, Detail::Contributions);
        for (plain, explained) in plain.iter().zip(&explained) {
            assert!((plain.logit() - explained.logit()).abs() < 1e-9);
        }
        let trained = LinearModel::builtin().expect("sound");
        let sport = trained.taxonomy().position("sport").expect("there");
        let alone = trained.score(&text, Detail::LogOdds)[sport].logit();
        assert!((plain[1].logit() - alone).abs() < 1e-9);
        let falcon = &explained[0].contributions;
        assert_eq!(falcon.len(), 2, "{falcon:?}");
        assert_eq!(falcon.iter().map(|one| one.places.len()).sum::<usize>(), 3);
    }

    #[test]
    fn terms_for_every_language_support_one_when_all_topics_have_some() {
        let beside = model(TAXONOMY).expect("sound");
        assert!(beside.supports("de") && !beside.supports("fi"));
        let alone = r#"
            version = "1"
            keep_model_topics = false
            [[topics]]
            id = "oil"
            names = { en = "Oil" }
            terms = { "*" = ["OPEC"] }
        "#;
        assert!(model(alone).expect("sound").supports("sw"));
        let one_more =
            "[[topics]]\nid = \"x\"\nnames = { en = \"X\" }\nterms = { fi = [\"sana\"] }";
        let mixed = model(&format!("{alone}\n{one_more}")).expect("sound");
        assert!(mixed.supports("fi") && !mixed.supports("sw"));
    }

    #[test]
    fn a_topic_that_nothing_tells_is_refused() {
        let toml = "version = \"1\"\n[[topics]]\nid = \"x\"\nnames = { en = \"X\" }";
        let error = model(toml).expect_err("no terms").to_string();
        assert!(error.contains("\"x\""), "{error}");
    }
}
