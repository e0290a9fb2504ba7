//! Reads the words of one script and turns the evidence into a language and a probability.

use super::ascii::Ahead;
use super::fold::unify;
use super::glyph::Glyph;
use super::lexicon::{Lexicon, MAX_LANGUAGES, Scores};
use super::packed::Packed;
use super::script::{Finder, Script};
use icu_normalizer::properties::CanonicalCompositionBorrowed;

/// How a word is written: in Latin and Cyrillic text that tells names and acronyms from words.
#[derive(Debug, Clone, Copy)]
pub(super) enum Case {
    Lower,
    Capital,
    Upper,
}

/// Capitalised words are often names (De Niro, La Paz), and short words in capitals acronyms
/// (WHO, IT, EU): both say little, unless the whole text is written so.
const CASE_FACTOR: [f32; 3] = [1.0, 0.5, 0.1];
/// A case that this share of words has is the text's style.
const STYLE_SHARE: f32 = 0.55;

/// Words of a text support each other less than independent evidence would; this makes the
/// probabilities true on single sentences and headlines of 32 languages.
const TEMPERATURE: f32 = 0.9;

/// What the words of a text say.
pub(super) struct Evidence {
    scores: [Scores; 3],
    words: [f32; 3],
}

/// Log-odds of each language, by its place in the lexicon.
pub(super) struct Verdict {
    scores: Scores,
    words: f32,
}

/// Reads words letter by letter.
struct Reader<'l> {
    lexicon: &'l Lexicon,
    finder: Finder,
    evidence: Evidence,
    word: Packed,
    case: Case,
    letters: usize,
    previous: Option<char>,
}

impl Evidence {
    /// Weighs all words of the lexicon's script.
    pub(super) fn of<'t>(lexicon: &Lexicon, runs: impl Iterator<Item = &'t str>) -> Self {
        let ascii = lexicon.glyphs.script() == Script::Latin;
        let mut reader = Reader::new(lexicon);
        for run in runs {
            let mut rest = run;
            while !rest.is_empty() {
                if ascii {
                    rest = reader.ascii_words(rest);
                }
                rest = reader.word(rest);
            }
        }
        reader.evidence
    }

    /// Adds up the three cases: a case that is the text's style counts in full.
    pub(super) fn verdict(&self, lexicon: &Lexicon) -> Verdict {
        let words = self.words.iter().sum::<f32>();
        let mut scores = *lexicon.priors();
        for ((part, count), factor) in self.scores.iter().zip(self.words).zip(CASE_FACTOR) {
            let style = count > STYLE_SHARE * words;
            let factor = if style { 1.0 } else { factor };
            for (score, more) in scores.iter_mut().zip(part) {
                *score += factor * more;
            }
        }
        Verdict { scores, words }
    }
}

impl Verdict {
    /// Adds evidence from elsewhere.
    pub(super) fn add(&mut self, place: usize, log_odds: f32) {
        if let Some(score) = self.scores.get_mut(place) {
            *score += log_odds;
        }
    }

    /// Best place and its probability, among the languages of the lexicon and "none of them".
    pub(super) fn best(&self, lexicon: &Lexicon) -> (usize, f32) {
        let scores = self.scores.iter().take(lexicon.languages()).copied();
        let first = (0, f32::MIN);
        let best = scores
            .clone()
            .enumerate()
            .fold(first, |a, b| if b.1 > a.1 { b } else { a });
        let odds = |score: f32| ((score - best.1) / TEMPERATURE).exp();
        let none = odds(lexicon.unlisted_per_word * self.words);
        let total = none + scores.map(odds).sum::<f32>();
        (best.0, 1.0 / total)
    }
}

impl<'l> Reader<'l> {
    fn new(lexicon: &'l Lexicon) -> Self {
        let evidence = Evidence {
            scores: [[0.0; MAX_LANGUAGES]; 3],
            words: [0.0; 3],
        };
        Reader {
            lexicon,
            finder: Finder::new(),
            evidence,
            word: Packed::default(),
            case: Case::Lower,
            letters: 0,
            previous: None,
        }
    }

    /// Reads words as long as they are short and in ASCII, which most of Latin text is; returns
    /// what is left.
    fn ascii_words<'t>(&mut self, text: &'t str) -> &'t str {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            match Ahead::of(bytes, at) {
                // What ends a word is read with it.
                Ahead::Word(letters, word, case) => {
                    self.weigh_word(&word, case);
                    at += letters + 1;
                }
                Ahead::Sign => at += 1,
                Ahead::Other => break,
            }
        }
        text.get(at..).unwrap_or("")
    }

    /// Reads characters until something ends a word; returns what is left.
    fn word<'t>(&mut self, text: &'t str) -> &'t str {
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match self.lexicon.glyphs.of(c, &mut self.finder) {
                // Lam-alef is one character of a printed page and two letters.
                Glyph::Letter(lam, _) if matches!(c, '\u{FEF5}'..='\u{FEFC}') => {
                    self.letter(lam, false);
                    self.letter('ا', false);
                }
                Glyph::Letter(folded, upper) => self.letter(folded, upper),
                Glyph::Mark => self.mark(c),
                Glyph::Sign => {
                    self.sign(c);
                    return chars.as_str();
                }
            }
        }
        self.end_of_word();
        ""
    }

    fn letter(&mut self, folded: char, upper: bool) {
        self.note_case(upper);
        self.flush();
        self.previous = Some(folded);
        self.letters += 1;
    }

    /// The first letter makes a word capitalised, the second one upper case.
    fn note_case(&mut self, upper: bool) {
        self.case = match (self.letters, upper, self.case) {
            (0, true, _) => Case::Capital,
            (0, false, _) => Case::Lower,
            (1, true, Case::Capital) => Case::Upper,
            (_, _, case) => case,
        };
    }

    /// A combining mark joins its letter (é may be two characters) or is left out.
    fn mark(&mut self, c: char) {
        if let Some(previous) = self.previous {
            let composed = CanonicalCompositionBorrowed::new().compose(previous, c);
            self.previous = composed.or(self.previous);
        }
    }

    /// A letter is taken when the next one comes, because a mark may still change it.
    fn flush(&mut self) {
        if let Some(letter) = self.previous.take() {
            self.weigh_letter(letter);
            self.word.push(unify(letter));
        }
    }

    fn weigh_letter(&mut self, letter: char) {
        if letter.is_ascii() {
            return;
        }
        let factor = match self.case {
            Case::Lower => 1.0,
            // The factor of the case comes on top.
            Case::Capital | Case::Upper => 0.8,
        };
        if let Some(scores) = self.evidence.scores.get_mut(self.case as usize) {
            self.lexicon.letter(letter, factor, scores);
        }
    }

    /// Anything else ends the word; some signs (¿ „ ·) are evidence themselves.
    fn sign(&mut self, c: char) {
        self.end_of_word();
        if !c.is_ascii()
            && let Some(scores) = self.evidence.scores.first_mut()
        {
            self.lexicon.letter(c, 1.0, scores);
        }
    }

    fn end_of_word(&mut self) {
        self.flush();
        if self.letters > 0 {
            let word = std::mem::take(&mut self.word);
            self.weigh_word(&word, self.case);
        }
        self.letters = 0;
        self.case = Case::Lower;
    }

    fn weigh_word(&mut self, word: &Packed, case: Case) {
        if let (Some(scores), Some(words)) = (
            self.evidence.scores.get_mut(case as usize),
            self.evidence.words.get_mut(case as usize),
        ) {
            *words += 1.0;
            self.lexicon.word(word, scores);
        }
    }
}
