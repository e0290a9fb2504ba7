//! The language data in the form that the analysis looks things up in:
//! normalised, hashed, made once for each language.

mod phrases;

use std::collections::HashSet;
use std::sync::OnceLock;

use foldhash::fast::FixedState;

use super::languages::{self, ALL, LanguageData};
use super::normalize::{Casing, normalize};
pub(crate) use phrases::PhraseSet;

/// A set of words in normalised form.
pub(crate) type WordSet = HashSet<String, FixedState>;

/// Fewest characters of a phrase that is more than a word may be where there are
/// no spaces.
const MIN_LONG_CHARS: usize = 5;

/// Rules that know no word, for languages without data.
static NO_LANGUAGE: LanguageData = LanguageData {
    code: "und",
    stop_words: "",
    titles: &[],
    abbreviations: &[],
    before_number: &[],
    ordinal_dot: false,
    connectives: &[],
    pronouns: &[],
    speech_verbs: &[],
    complementizers: &[],
    read_also: &[],
    labels: &[],
    captions: &[],
    bylines: &[],
    months: &[],
    stamps: "",
};

/// What is known of a language, ready for look-up.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "habits of writing that have nothing to do with each other"
)]
pub(crate) struct Rules {
    code: &'static str,
    pub(crate) casing: Casing,
    pub(crate) stop_words: WordSet,
    /// Abbreviations as written, after which no sentence ends.
    pub(crate) titles: HashSet<&'static str, FixedState>,
    /// Abbreviations as written, after which a sentence may end.
    pub(crate) abbreviations: HashSet<&'static str, FixedState>,
    /// Abbreviations of several words.
    pub(crate) spaced: Vec<&'static str>,
    /// What stands on the two sides of each space in them.
    pub(crate) spaced_cuts: Vec<(&'static str, &'static str)>,
    /// Abbreviations as written, after which no sentence ends if a number
    /// follows.
    pub(crate) before_number: HashSet<&'static str, FixedState>,
    pub(crate) ordinal_dot: bool,
    /// Whether the language is written in Latin letters.
    pub(crate) latin: bool,
    /// Whether all nouns have a capital, so that one opens no sentence.
    pub(crate) capital_nouns: bool,
    /// Whether words are put together to one, the last of which it is a kind of.
    pub(crate) compounds: bool,
    /// Whether lone small letters with marks are words.
    pub(crate) letters_are_words: bool,
    /// Whether a semicolon is a question mark.
    pub(crate) semicolon_asks: bool,
    /// Whether some writers set no full stops, and verbs end clauses.
    pub(crate) verbs_end: bool,
    /// Whether there are no articles, and names and nouns open most sentences.
    pub(crate) lacks_articles: bool,
    /// Whether an agency in brackets may stand behind any words, not a place alone.
    pub(crate) cites_in_brackets: bool,
    /// Whether many sentences have no stop by which they are told from captions.
    pub(crate) lacks_stops: bool,
    /// Whether particles make quotations part of a clause.
    pub(crate) embeds_quotations: bool,
    /// Whether blanks end sentences, and full stops only abbreviations.
    pub(crate) blanks_end: bool,
    /// Whether the cities before dashes are known by name, as others than reports have
    /// dashes behind their first word.
    pub(crate) knows_cities: bool,
    pub(crate) connectives: PhraseSet,
    pub(crate) pronouns: PhraseSet,
    pub(crate) speech_verbs: WordSet,
    pub(crate) complementizers: WordSet,
    pub(crate) links: PhraseSet,
    /// Those links that are notices whatever follows, or furniture alone.
    pub(crate) notices: PhraseSet,
    pub(crate) labels: PhraseSet,
    pub(crate) captions: PhraseSet,
    pub(crate) bylines: PhraseSet,
    /// Length in words of the longest phrase of the three.
    pub(crate) longest_label: usize,
    pub(crate) months: WordSet,
    /// The words of times of publication, those of months among them.
    pub(crate) stamps: WordSet,
}

impl Rules {
    /// Returns the rules of a language (BCP-47 primary subtag), or rules that
    /// know no word.
    pub(crate) fn of(language: &str) -> &'static Self {
        static KNOWN: [OnceLock<Rules>; ALL.len()] = [const { OnceLock::new() }; ALL.len()];
        static NONE: OnceLock<Rules> = OnceLock::new();
        match languages::position(language) {
            Some(at) => KNOWN[at].get_or_init(|| Self::new(ALL[at])),
            None => NONE.get_or_init(|| Self::new(&NO_LANGUAGE)),
        }
    }

    /// Tells whether these are the rules of a language.
    pub(crate) fn is(&self, code: &str) -> bool {
        self.code == code
    }

    /// Tells whether a word with its stop is an abbreviation.
    pub(crate) fn is_abbreviation(&self, word: &str) -> bool {
        [&self.titles, &self.abbreviations, &self.before_number]
            .iter()
            .any(|list| list.contains(word))
    }

    fn new(data: &'static LanguageData) -> Self {
        let casing = Casing::of_language(data.code);
        let words = |list: &[&str]| -> WordSet {
            list.iter().map(|word| normalize(word, casing)).collect()
        };
        let phrases = |list: &[&str]| PhraseSet::of(list, casing);
        let lists = [data.titles, data.abbreviations, data.before_number];
        let listed = lists.into_iter().flatten().copied();
        let spaced: Vec<&str> = listed.filter(|one| one.contains(' ')).collect();
        let links = phrases(data.read_also);
        let captions = phrases(data.captions);
        let bylines = phrases(data.bylines);
        Self {
            code: data.code,
            casing,
            longest_label: links.longest.max(captions.longest).max(bylines.longest),
            stop_words: data
                .stop_words
                .split_whitespace()
                .map(|word| normalize(word, casing))
                .collect(),
            titles: data.titles.iter().copied().collect(),
            abbreviations: data.abbreviations.iter().copied().collect(),
            spaced_cuts: spaced.iter().flat_map(|one| cuts(one)).collect(),
            spaced,
            before_number: data.before_number.iter().copied().collect(),
            ordinal_dot: data.ordinal_dot,
            latin: data.stop_words.contains(|c: char| c.is_ascii_alphabetic()),
            capital_nouns: data.code == "de",
            compounds: matches!(data.code, "de" | "nl" | "sv"),
            letters_are_words: data.code == "vi",
            semicolon_asks: data.code == "el",
            verbs_end: data.code == "ur",
            lacks_articles: matches!(data.code, "so" | "sw"),
            cites_in_brackets: matches!(data.code, "am" | "ckb"),
            lacks_stops: matches!(data.code, "am" | "th"),
            embeds_quotations: matches!(data.code, "ja" | "ko"),
            blanks_end: data.code == "th",
            knows_cities: matches!(data.code, "am" | "he" | "th"),
            connectives: phrases(data.connectives),
            pronouns: phrases(data.pronouns),
            speech_verbs: words(data.speech_verbs),
            complementizers: words(data.complementizers),
            notices: phrases(&long(data.read_also)),
            links,
            labels: phrases(data.labels),
            captions,
            bylines,
            months: words(data.months),
            stamps: data
                .months
                .iter()
                .chain([&data.stamps])
                .flat_map(|list| list.split_whitespace())
                .map(|word| normalize(word, casing))
                .collect(),
        }
    }
}

/// Lists the phrases that are more than a word, or than a word may be where there
/// are no spaces.
fn long(phrases: &[&'static str]) -> Vec<&'static str> {
    let is_long = |phrase: &str| {
        let unspaced = !phrase.is_ascii() && phrase.chars().nth(MIN_LONG_CHARS - 1).is_some();
        phrase.contains(' ') || unspaced
    };
    phrases
        .iter()
        .copied()
        .filter(|phrase| is_long(phrase))
        .collect()
}

/// Lists what stands on the two sides of each space of a phrase.
fn cuts(phrase: &str) -> impl Iterator<Item = (&str, &str)> {
    let spaces = phrase.match_indices(' ');
    spaces.map(|(at, space)| (&phrase[..at], &phrase[at + space.len()..]))
}
