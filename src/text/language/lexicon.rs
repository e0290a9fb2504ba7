//! Weighs words and letters of a text for each language of one script.

use super::affixes::Affixes;
use super::fold::unify;
use super::glyph::Glyphs;
use super::packed::{Packed, Side};
use super::profiles::Profile;
use super::script::Script;
use super::table::{Found, Key, Table, Weights};

/// Most languages that one script's lexicon may hold.
pub(super) const MAX_LANGUAGES: usize = 64;
/// Log-odds for each language.
pub(super) type Scores = [f32; MAX_LANGUAGES];

/// Log-odds of the most frequent function word; a word that one language uses every 20th word
/// and another hardly ever would earn 4, but neighbours repeat and evidence is not independent.
const WORD: f32 = 3.2;
/// Words this far down the list earn half of [`WORD`].
const HALF_RANK: f32 = 90.0;
/// One-letter words are also initials, units and list marks.
const ONE_LETTER: f32 = 0.45;
/// A beginning or an ending, by its length in characters: longer ones are surer.
const AFFIX: [f32; LONGEST_AFFIX + 1] = [0.0, 0.35, 0.6, 1.1, 1.5, 1.8];
/// Characters of the longest affix that is looked up.
const LONGEST_AFFIX: usize = 5;
/// A letter that only some languages write.
const LETTER: f32 = 2.2;
/// A letter that names and loans carry into other languages.
const SOFT_LETTER: f32 = 0.9;

/// Tables of all evidence for the languages of one script.
pub(super) struct Lexicon {
    /// What the characters are in words of the script.
    pub glyphs: Glyphs,
    /// What a language that no profile describes earns by chance with every word.
    pub unlisted_per_word: f32,
    codes: Vec<&'static str>,
    priors: Scores,
    words: Table,
    starts: Affixes,
    ends: Affixes,
    letters: Table,
    /// Where the weights of a letter are, for those of [`COMMON`]: few have
    /// any, and every letter of a text is asked for.
    common_letters: Vec<Found>,
}

/// Number of the first characters of Unicode, Latin to Arabic, whose letters
/// are weighed without a look into a table.
const COMMON: u32 = 0x800;

/// Entries of the tables while they are collected.
#[derive(Default)]
struct Entries {
    words: Vec<(Key, u8, f32)>,
    starts: Vec<(Key, u8, f32)>,
    ends: Vec<(Key, u8, f32)>,
    letters: Vec<(Key, u8, f32)>,
}

impl Lexicon {
    /// Builds the tables.
    pub(super) fn new<'p>(
        script: Script,
        profiles: impl Iterator<Item = &'p Profile>,
        soft_letters: &str,
    ) -> Self {
        let mut entries = Entries::default();
        let mut codes = Vec::new();
        let mut priors = [0.0; MAX_LANGUAGES];
        for ((language, prior), profile) in (0u8..).zip(&mut priors).zip(profiles) {
            codes.push(profile.code);
            *prior = profile.prior;
            entries.add_words(language, profile);
            entries.add_letters(language, profile, soft_letters);
        }
        let letters = Table::new(entries.letters);
        let find = |c: char| letters.find(Key::letter(c));
        Lexicon {
            glyphs: Glyphs::new(script),
            unlisted_per_word: unlisted_per_word(script),
            common_letters: (0..COMMON)
                .map(|code| char::from_u32(code).map_or(Found::default(), find))
                .collect(),
            codes,
            priors,
            words: Table::new(entries.words),
            starts: Affixes::new(Side::Beginning, entries.starts),
            ends: Affixes::new(Side::Ending, entries.ends),
            letters,
        }
    }

    /// Code of a language by its place in [`Scores`].
    pub(super) fn code(&self, language: usize) -> &'static str {
        self.codes.get(language).copied().unwrap_or("und")
    }

    /// Place in [`Scores`] of a language.
    pub(super) fn place(&self, code: &str) -> Option<usize> {
        self.codes.iter().position(|c| *c == code)
    }

    /// How many places of [`Scores`] are in use.
    pub(super) fn languages(&self) -> usize {
        self.codes.len()
    }

    /// What each language earns before any text.
    pub(super) fn priors(&self) -> &Scores {
        &self.priors
    }

    /// Adds a letter's evidence.
    pub(super) fn letter(&self, letter: char, factor: f32, scores: &mut Scores) {
        let found = match self.common_letters.get(letter as usize) {
            Some(found) => *found,
            None => self.letters.find(Key::letter(letter)),
        };
        if found != Found::default() {
            add(self.letters.weights(found), factor, scores);
        }
    }

    /// Adds a folded word's evidence: as a function word, else by its beginning and ending.
    pub(super) fn word(&self, word: &Packed, scores: &mut Scores) {
        if word
            .whole()
            .is_some_and(|key| add(self.words.get(key), 1.0, scores))
        {
            return;
        }
        add(self.starts.longest(word), 1.0, scores);
        add(self.ends.longest(word), 1.0, scores);
    }
}

impl Entries {
    fn add_words(&mut self, language: u8, profile: &Profile) {
        let key = |text: &str| Key::of(&text.chars().map(unify).collect::<String>());
        for (rank, word) in profile.words.split_whitespace().enumerate() {
            let short = if word.chars().nth(1).is_none() {
                ONE_LETTER
            } else {
                1.0
            };
            let weight = short * WORD / (1.0 + rank as f32 / HALF_RANK);
            self.words.extend(key(word).map(|k| (k, language, weight)));
        }
        for (table, affixes) in [
            (&mut self.starts, profile.starts),
            (&mut self.ends, profile.ends),
        ] {
            for affix in affixes.split_whitespace() {
                let weight = AFFIX.get(affix.chars().count()).copied();
                table.extend(key(affix).zip(weight).map(|(k, w)| (k, language, w)));
            }
        }
    }

    fn add_letters(&mut self, language: u8, profile: &Profile, soft: &str) {
        for letter in profile.letters.chars() {
            let weight = if soft.contains(letter) {
                SOFT_LETTER
            } else {
                LETTER
            };
            self.letters.push((Key::letter(letter), language, weight));
        }
    }
}

/// Where hardly any language is written but those that have a profile, words that tell nothing are
/// theirs.
fn unlisted_per_word(script: Script) -> f32 {
    match script {
        Script::Hebrew | Script::Ethiopic => 0.0,
        _ => 0.12,
    }
}

/// Adds weights to the scores; says whether there were any.
fn add(weights: &[Weights], factor: f32, scores: &mut Scores) -> bool {
    for (language, weight) in weights.iter().flatten() {
        scores[usize::from(*language) % MAX_LANGUAGES] += weight * factor;
    }
    !weights.is_empty()
}
