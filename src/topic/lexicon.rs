//! Topics from weighted terms: each language has a list of words and phrases
//! for every topic, matched on stems.

mod phrases;
pub(crate) mod zones;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use thiserror::Error;

use super::Place;
use super::clause::{clauses, is_parted, is_parting};
use super::lists::Lists;
use super::story;
use super::taxonomy::Taxonomy;
use crate::pace::Pace;
use crate::text::AnalyzedText;
use crate::text::languages::served_by;
use crate::text::rules::Rules;
use crate::text::word::{Word, WordReader};
use phrases::Phrases;

/// Version of the lexicons; changes whenever one of them does, or what is found of it.
pub(crate) const VERSION: &str = "lexicon-2026.12.4";

/// The lexicons that are part of the program, by BCP-47 primary subtag in
/// alphabetical order.
const SOURCES: [(&str, &str); 31] = [
    ("am", include_str!("lexicon/am.txt")),
    ("ar", include_str!("lexicon/ar.txt")),
    ("bn", include_str!("lexicon/bn.txt")),
    ("ckb", include_str!("lexicon/ckb.txt")),
    ("de", include_str!("lexicon/de.txt")),
    ("el", include_str!("lexicon/el.txt")),
    ("en", include_str!("lexicon/en.txt")),
    ("es", include_str!("lexicon/es.txt")),
    ("fa", include_str!("lexicon/fa.txt")),
    ("fr", include_str!("lexicon/fr.txt")),
    ("he", include_str!("lexicon/he.txt")),
    ("hi", include_str!("lexicon/hi.txt")),
    ("id", include_str!("lexicon/id.txt")),
    ("it", include_str!("lexicon/it.txt")),
    ("ja", include_str!("lexicon/ja.txt")),
    ("ko", include_str!("lexicon/ko.txt")),
    ("nl", include_str!("lexicon/nl.txt")),
    ("pl", include_str!("lexicon/pl.txt")),
    ("ps", include_str!("lexicon/ps.txt")),
    ("pt", include_str!("lexicon/pt.txt")),
    ("ro", include_str!("lexicon/ro.txt")),
    ("ru", include_str!("lexicon/ru.txt")),
    ("so", include_str!("lexicon/so.txt")),
    ("sv", include_str!("lexicon/sv.txt")),
    ("sw", include_str!("lexicon/sw.txt")),
    ("th", include_str!("lexicon/th.txt")),
    ("tr", include_str!("lexicon/tr.txt")),
    ("uk", include_str!("lexicon/uk.txt")),
    ("ur", include_str!("lexicon/ur.txt")),
    ("vi", include_str!("lexicon/vi.txt")),
    ("zh", include_str!("lexicon/zh.txt")),
];

/// An occurrence in the title counts as often as this many in the text.
const TITLE_OCCURRENCES: f64 = 2.0;
/// News says what it is about in its first words; later ones count less.
const OPENING_WORDS: usize = 200;
/// What an occurrence after the opening counts.
const LATER_OCCURRENCE: f64 = 0.2;
/// Length, in words, at which a strength counts as it is, and the shortest
/// that is told apart: short texts have few terms, but each says more.
const REFERENCE_WORDS: f64 = 150.0;
const SHORTEST_WORDS: f64 = 30.0;
/// Strength of a term by its weight in the list: a hint needs company.
const STRENGTHS: [f64; 4] = [0.5, 1.2, 2.5, 4.5];

/// What is wrong with a lexicon.
#[derive(Debug, Error)]
enum LexiconError {
    /// A line that is neither a comment, a topic nor a term.
    #[error("lexicon {language:?}, line {line}: {problem}")]
    Line {
        /// BCP-47 primary subtag.
        language: String,
        /// From 1.
        line: usize,
        /// What is wrong with it.
        problem: &'static str,
    },
}

/// The lexicons of all languages.
#[derive(Debug)]
pub struct LexiconModel {
    taxonomy: Taxonomy,
    /// In the order of [`SOURCES`], each read when a text first needs it: a
    /// program that reads one text would spend its time on the others.
    lexicons: [OnceLock<Lexicon>; SOURCES.len()],
}

impl LexiconModel {
    /// Returns the built-in lexicons for a taxonomy; terms of topics that the
    /// taxonomy does not have are left out.
    #[must_use]
    pub fn builtin(taxonomy: Taxonomy) -> Self {
        Self {
            taxonomy,
            lexicons: std::array::from_fn(|_| OnceLock::new()),
        }
    }

    /// Returns the lexicon of a language; a list that is unsound, which a test
    /// rules out, has no terms.
    fn lexicon(&self, language: &str) -> Option<&Lexicon> {
        let at = position(language)?;
        let (code, source) = SOURCES[at];
        let read = || Lexicon::parse(code, source, &self.taxonomy).unwrap_or_default();
        Some(self.lexicons[at].get_or_init(read))
    }

    /// Returns the bytes that determine what is measured, for the digest.
    pub(super) fn fingerprint() -> Vec<u8> {
        let parts = SOURCES
            .iter()
            .flat_map(|(language, source)| [*language, *source]);
        let parameters = format!(
            "{VERSION} {TITLE_OCCURRENCES} {OPENING_WORDS} {LATER_OCCURRENCE} {REFERENCE_WORDS} \
             {SHORTEST_WORDS} {STRENGTHS:?}"
        );
        parts
            .chain([parameters.as_str()])
            .collect::<Vec<_>>()
            .join("\0")
            .into_bytes()
    }

    /// Tells whether there is a lexicon of a language.
    pub(super) fn supports(language: &str) -> bool {
        position(language).is_some()
    }
}

/// Returns the place in [`SOURCES`] of what serves a language.
fn position(language: &str) -> Option<usize> {
    let found = SOURCES.binary_search_by_key(&served_by(language), |(code, _)| code);
    found.ok()
}

/// A long text has more terms of everything; each counts for less.
#[expect(clippy::cast_precision_loss, reason = "word counts are far below 2^53")]
pub(super) fn length_factor(text: &AnalyzedText<'_>) -> f64 {
    let opening = story::words(text, OPENING_WORDS) as f64;
    let title = text.title_words.len() as f64;
    factor(opening + TITLE_OCCURRENCES * title)
}

fn factor(length: f64) -> f64 {
    (REFERENCE_WORDS / length.max(SHORTEST_WORDS)).sqrt()
}

/// A term in a document.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) places: Vec<Place>,
    /// Number of occurrences, weighted by place.
    pub(super) frequency: f64,
}

impl Found {
    fn add(&mut self, place: Place, frequency: f64) {
        self.places.push(place);
        self.frequency += frequency;
    }
}

/// The terms of one language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    phrases: Phrases,
    /// Topics and strengths of each phrase.
    pub(super) terms: Lists<(usize, f64)>,
    /// Whether each phrase was written in function words ("Dr").
    function_words: Vec<bool>,
    /// Whether each phrase was written with marks that part others.
    parted: Vec<bool>,
}

impl Lexicon {
    fn parse(language: &str, source: &str, taxonomy: &Taxonomy) -> Result<Self, LexiconError> {
        let mut terms = LexiconBuilder::new(language);
        let mut topic = None;
        for (number, line) in source.lines().enumerate() {
            let wrong = |problem| LexiconError::Line {
                language: language.to_owned(),
                line: number + 1,
                problem,
            };
            match read_line(line).map_err(wrong)? {
                Line::Nothing => {}
                Line::Topic(id) => topic = Some(taxonomy.position(id)),
                Line::Term(strength, term) => {
                    let topic = topic.ok_or_else(|| wrong("a term before any topic"))?;
                    let pattern = terms.pattern(term).ok_or_else(|| wrong("no word"))?;
                    if let Some(topic) = topic {
                        if terms.is_of_function_words(term) {
                            terms.function_words.insert(pattern.clone());
                        }
                        terms.add(pattern, topic, strength);
                    }
                }
            }
        }
        Ok(terms.build())
    }

    /// Finds, for each topic by itself, its terms in title and text: a term
    /// hides shorter ones of its own topic only, and has no mark in it that
    /// parts clauses unless it was written so.
    pub(super) fn find_by_topic(&self, text: &AnalyzedText<'_>) -> BTreeMap<(usize, usize), Found> {
        let known = self
            .phrases
            .look_up(text.vocabulary(), text.rules.compounds);
        let mut found: BTreeMap<(usize, usize), Found> = BTreeMap::new();
        for run in runs(text) {
            // The word from which on each topic's terms overlap no other.
            let mut free: BTreeMap<usize, usize> = BTreeMap::new();
            self.phrases.find_all(&known, run.words, |term, words| {
                if !self.parted[term] && is_parted(run.source, &run.words[words.clone()]) {
                    return;
                }
                for &(topic, _) in self.terms.get(term) {
                    let free = free.entry(topic).or_default();
                    if *free <= words.start {
                        *free = words.end;
                        let found = found.entry((topic, term)).or_default();
                        found.add(run.place(&words), frequency(run.position(&words)));
                    }
                }
            });
        }
        found
    }

    /// Calls `each` with every occurrence of a term, title first: the term,
    /// its place, and the position of its first word unless in the title.
    fn visit(&self, text: &AnalyzedText<'_>, mut each: impl FnMut(usize, Place, Option<usize>)) {
        let known = self
            .phrases
            .look_up(text.vocabulary(), text.rules.compounds);
        for clause in runs(text).flat_map(Run::clauses) {
            self.phrases.find(&known, clause.words, |term, words| {
                let of_function_words = clause.words[words.clone()].iter().all(|word| word.stop);
                // Stems of function words meet others: "tué" and "tu".
                if !of_function_words || self.function_words[term] {
                    each(term, clause.place(&words), clause.position(&words));
                }
            });
        }
    }
}

/// Words that phrases may stand in: the title, a sentence, or a clause of one.
struct Run<'t> {
    /// What the words are ranges of.
    source: &'t str,
    words: &'t [Word],
    /// The sentence, and the position of its first word; `None` for the title.
    sentence: Option<(usize, usize)>,
}

/// Returns the title and the sentences of a story.
fn runs<'t>(text: &'t AnalyzedText<'_>) -> impl Iterator<Item = Run<'t>> {
    let title = Run {
        source: text.title,
        words: &text.title_words,
        sentence: None,
    };
    let sentences = story::parts(text).map(|part| Run {
        source: text.text(),
        words: part.words,
        sentence: Some((part.sentence, part.before)),
    });
    std::iter::once(title).chain(sentences)
}

impl<'t> Run<'t> {
    /// Splits it at the marks between its words.
    fn clauses(self) -> impl Iterator<Item = Self> + 't {
        let Self {
            source,
            words,
            sentence,
        } = self;
        clauses(source, words).scan(0, move |before, words| {
            let clause = Self {
                source,
                words,
                sentence: sentence.map(|(number, first)| (number, first + *before)),
            };
            *before += words.len();
            Some(clause)
        })
    }

    /// Returns the place of some of its words.
    fn place(&self, words: &Range<usize>) -> Place {
        let range = bytes(self.words, words);
        match self.sentence {
            None => Place::Title(range),
            Some((sentence, _)) => Place::Text { sentence, range },
        }
    }

    /// Returns the position of the first of some of its words in the text.
    fn position(&self, words: &Range<usize>) -> Option<usize> {
        self.sentence.map(|(_, first)| first + words.start)
    }
}

/// What an occurrence counts by the position of its first word, `None` in
/// the title.
fn frequency(at: Option<usize>) -> f64 {
    match at {
        None => TITLE_OCCURRENCES,
        Some(at) if at < OPENING_WORDS => 1.0,
        Some(_) => LATER_OCCURRENCE,
    }
}

/// Returns the bytes that a range of words takes; the range is not empty.
fn bytes(words: &[Word], range: &Range<usize>) -> Range<usize> {
    words[range.start].range.start..words[range.end - 1].range.end
}

/// Collects the terms of one language.
pub(super) struct LexiconBuilder {
    reader: WordReader,
    terms: BTreeMap<Vec<String>, BTreeMap<usize, f64>>,
    /// Terms that were written in function words.
    function_words: BTreeSet<Vec<String>>,
    /// Terms that were written with marks that part others.
    parted: BTreeSet<Vec<String>>,
}

impl LexiconBuilder {
    pub(super) fn new(language: &str) -> Self {
        Self {
            reader: WordReader::new(language, Rules::of(language)),
            terms: BTreeMap::new(),
            function_words: BTreeSet::new(),
            parted: BTreeSet::new(),
        }
    }

    /// Returns the stems of a term, or `None` if it has no word.
    pub(super) fn pattern(&mut self, term: &str) -> Option<Vec<String>> {
        let words = self.read(term);
        let stem = |word: &Word| self.reader.vocabulary.stem(word.term).to_owned();
        (!words.is_empty()).then(|| words.iter().map(stem).collect())
    }

    /// Tells whether a term has nothing but function words.
    pub(super) fn is_of_function_words(&mut self, term: &str) -> bool {
        self.read(term).iter().all(|word| word.stop)
    }

    fn read(&mut self, term: &str) -> Vec<Word> {
        let mut words = Vec::new();
        self.reader
            .read(term, 0..term.len(), &mut words, &Pace::unlimited());
        words
    }

    /// Remembers whether a term has marks that part others.
    pub(super) fn take_marks(&mut self, pattern: &[String], term: &str) {
        if term.contains(is_parting) {
            self.parted.insert(pattern.to_vec());
        }
    }

    /// Adds a term to a topic; of two with the same stems the stronger stays.
    pub(super) fn add(&mut self, pattern: Vec<String>, topic: usize, strength: f64) {
        let known = self.terms.entry(pattern).or_default();
        let known = known.entry(topic).or_default();
        *known = known.max(strength);
    }

    pub(super) fn build(self) -> Lexicon {
        let among = |set: &BTreeSet<Vec<String>>| {
            let patterns = self.terms.keys();
            patterns.map(|pattern| set.contains(pattern)).collect()
        };
        Lexicon {
            phrases: Phrases::new(self.terms.keys()),
            function_words: among(&self.function_words),
            parted: among(&self.parted),
            terms: self.terms.into_values().collect(),
        }
    }
}

enum Line<'l> {
    Nothing,
    Topic(&'l str),
    Term(f64, &'l str),
}

/// Reads a line of a lexicon: `# comment`, `[topic]` or `WEIGHT TERM`.
fn read_line(line: &str) -> Result<Line<'_>, &'static str> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(Line::Nothing);
    }
    if let Some(id) = line.strip_prefix('[') {
        return id
            .strip_suffix(']')
            .map(Line::Topic)
            .ok_or("no closing bracket");
    }
    let (weight, term) = line.split_once(' ').ok_or("no weight before the term")?;
    let weight: usize = weight.parse().map_err(|_| "the weight is no number")?;
    let strength = weight.checked_sub(1).and_then(|at| STRENGTHS.get(at));
    Ok(Line::Term(
        *strength.ok_or("the weight is not 1 to 4")?,
        term,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_builtin_lexicon_knows_every_topic() {
        let taxonomy = Taxonomy::builtin().expect("it parses");
        assert!(SOURCES.is_sorted(), "they are searched by language");
        for (language, source) in SOURCES {
            let lexicon = Lexicon::parse(language, source, &taxonomy).expect(language);
            for (topic, described) in taxonomy.topics.iter().enumerate() {
                let terms = lexicon.terms.items().iter();
                let terms = terms.filter(|(one, _)| *one == topic);
                assert!(terms.count() >= 40, "{language} {}", described.id);
                let named = described.names.contains_key(language)
                    && described.descriptions.contains_key(language);
                assert!(named, "{language} {}", described.id);
            }
        }
    }

    #[test]
    fn names_between_quotation_marks_are_parts_of_phrases() {
        let taxonomy = Taxonomy::builtin().expect("it parses");
        let source = "[security]\n4 تنظيم القاعدة\n[economy]\n4 نفط غاز";
        let lexicon = Lexicon::parse("ar", source, &taxonomy).expect("it is sound");
        let found = |text: &str| {
            let text = AnalyzedText::new("", text, Some("ar"));
            let mut found = 0;
            lexicon.visit(&text, |_, _, _| found += 1);
            found
        };
        assert_eq!(found("أعلن تنظيم «القاعدة» مسؤوليته."), 1);
        assert_eq!(found("أعلن تنظيم \"القاعدة\" مسؤوليته."), 1);
        assert_eq!(found("باعت الشركة النفط، والغاز ونفط، غاز."), 0);
    }

    #[test]
    fn no_term_of_a_builtin_lexicon_has_a_mark_that_parts_its_words() {
        for (language, source) in SOURCES {
            let mut reader = LexiconBuilder::new(language);
            for line in source.lines() {
                if let Ok(Line::Term(_, term)) = read_line(line) {
                    let words = reader.read(term);
                    assert!(!is_parted(term, &words), "{language} {term}");
                }
            }
        }
    }

    #[test]
    fn malay_is_served_by_the_indonesian_one() {
        assert_eq!(position("ms"), position("id"));
        assert_eq!(position("fi"), None);
    }

    #[test]
    fn a_function_word_is_no_term_though_it_has_its_stem() {
        let taxonomy = Taxonomy::builtin().expect("it parses");
        let source = "[science-technology]\n4 bilim\n[culture]\n1 sen";
        let lexicon = Lexicon::parse("tr", source, &taxonomy).expect("it is sound");
        let text = AnalyzedText::new("", "Bunu bile bilim adamı sen misin?", Some("tr"));
        let mut found = Vec::new();
        lexicon.visit(&text, |_, place, _| match place {
            Place::Text { range, .. } => found.push(&text.text()[range]),
            Place::Title(_) => {}
        });
        assert_eq!(found, ["bilim", "sen"], "a term of function words is one");
    }

    #[test]
    fn matches_whole_stems_and_the_longest_phrase() {
        let taxonomy = Taxonomy::builtin().expect("it parses");
        let source = "[economy]\n1 strike\n[conflict]\n4 air strike\n[sport]\n2 win";
        let lexicon = Lexicon::parse("en", source, &taxonomy).expect("it is sound");
        let text = AnalyzedText::new(
            "Air strikes",
            "An air strike hit. Strikers window.",
            Some("en"),
        );
        let mut places = Vec::new();
        lexicon.visit(&text, |_, place, _| places.push(place));
        assert_eq!(
            places,
            [
                Place::Title(0..11),
                Place::Text {
                    sentence: 0,
                    range: 3..13
                }
            ]
        );
    }

    #[test]
    fn names_the_line_that_is_wrong() {
        let taxonomy = Taxonomy::builtin().expect("it parses");
        for source in [
            "2 early", "[sport", "[sport]\n9 x", "[sport]\nterm", "[sport]\n1 ...",
        ] {
            let error = Lexicon::parse("en", source, &taxonomy).expect_err(source);
            assert!(error.to_string().contains("line "), "{error}");
        }
    }
}
