//! A second opinion on short Latin text: whatlang's letter trigrams.
//!
//! Function words decide a sentence but a headline may have none; trigrams still see something.
//! whatlang alone mistakes one English headline in five, so its answer is one voice of several.

use std::sync::LazyLock;

use super::evidence::Verdict;
use super::fold::is_mark;
use super::lexicon::Lexicon;
use super::sample::Sample;
use super::script::{Finder, Script};
use whatlang::{Detector, Lang};

/// The languages that whatlang is asked about. Catalan and Azerbaijani are left out: it sees them
/// in every other Spanish and Turkish headline. So are those that it knows less well than we do.
const ASKED: &[(Lang, &str)] = &[
    (Lang::Eng, "en"),
    (Lang::Fra, "fr"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Deu, "de"),
    (Lang::Nld, "nl"),
    (Lang::Pol, "pl"),
    (Lang::Tur, "tr"),
    (Lang::Ron, "ro"),
    (Lang::Swe, "sv"),
    (Lang::Dan, "da"),
    (Lang::Nob, "no"),
    (Lang::Fin, "fi"),
    (Lang::Ces, "cs"),
    (Lang::Slk, "sk"),
    (Lang::Hun, "hu"),
    (Lang::Ind, "id"),
    (Lang::Hrv, "hr"),
    (Lang::Slv, "sl"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Vie, "vi"),
];

/// Log-odds of whatlang's answer at its full confidence, by measurement on headlines.
const TRIGRAMS: f32 = 2.5;
/// Bytes that whatlang reads: longer texts have function words and don't come here.
const READ: usize = 600;

/// Adds whatlang's answer to what the words said.
pub(super) fn second_opinion(lexicon: &Lexicon, sample: &Sample<'_>, verdict: &mut Verdict) {
    static DETECTOR: LazyLock<Detector> =
        LazyLock::new(|| Detector::with_allowlist(ASKED.iter().map(|asked| asked.0).collect()));
    let Some(answer) = DETECTOR.detect(&latin_letters(sample)) else {
        return;
    };
    let code = ASKED
        .iter()
        .find(|asked| asked.0 == answer.lang())
        .map(|asked| asked.1);
    if let Some(place) = code.and_then(|code| lexicon.place(code)) {
        verdict.add(place, TRIGRAMS * answer.confidence() as f32);
    }
}

/// The beginning of the sample with Latin letters only: whatlang takes a census of its own, and
/// another script in the text must not change its question.
fn latin_letters(sample: &Sample<'_>) -> String {
    let mut letters = String::with_capacity(READ);
    let mut finder = Finder::new();
    for piece in sample.pieces() {
        if letters.len() + piece.len() > READ {
            break;
        }
        letters.extend(piece.chars().map(|c| {
            let kept = is_mark(c) || finder.script(c) == Some(Script::Latin);
            if kept { c } else { ' ' }
        }));
        letters.push(' ');
    }
    letters
}
