//! Says which language a text is written in.
//!
//! A text goes through at most four sieves, each cheaper than the next:
//!
//! ```text
//! text → sample (768 bytes, no links) → script census ─┬─ one-language script (el, th, ka …) → done
//!                                                  ├─ Han, kana, Hangul → east_asian
//!                                                  └─ letters + function words of that script
//!                                                        └─ Latin and unsure → + whatlang trigrams
//! ```
//!
//! A long text of which the sample leaves doubt, as menus in another language do, is asked again
//! with four times as much of it.
//!
//! All tables are written by hand; nothing is trained. The same text gives the same answer on
//! every machine: tables are sorted and nothing depends on the order of a hash map.

// Counts are bounded by the sample, ranks by the profiles; hashing cuts on purpose.
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]

mod affixes;
mod ascii;
mod east_asian;
mod evidence;
mod fold;
mod glyph;
mod latin;
mod lexicon;
mod packed;
mod profiles;
mod sample;
mod script;
mod table;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use evidence::Evidence;
use lexicon::Lexicon;
use profiles::{LATIN, LATIN_SOFT, Profile, arabic, cyrillic, others};
use sample::Sample;
use script::{Census, Dominant, Script};

/// Code of a text of which nothing can be said.
pub const UNKNOWN: &str = "und";

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detection {
    /// BCP-47 primary subtag, [`UNKNOWN`] when nothing can be said.
    pub code: &'static str,
    /// Probability that `code` is right, 0 to 1.
    pub confidence: f32,
}

/// Nothing can be said.
const UNDETERMINED: Detection = Detection {
    code: UNKNOWN,
    confidence: 0.0,
};

/// Confidence and share of one script from which on no more of a text is looked at.
const CLEAR: f32 = 0.9;

/// Latin words that leave less probability than this call for a second opinion.
const SURE: f32 = 0.95;

/// Detects the language that most of `text` is written in.
///
/// Dialects count as their language (Egyptian and Moroccan Arabic are `ar`), Chinese is `zh` in
/// either writing, Norwegian `no`. Links, addresses, digits, vowel signs and tatweel are ignored.
/// A long text costs no more than 768 bytes of it, from the beginning, the middle and the end, and
/// 3 KiB from twelve places where these leave doubt.
#[must_use]
pub fn detect(text: &str) -> Detection {
    let sample = Sample::of(text);
    let (first, purity) = judge(&sample);
    if first.confidence.min(purity) >= CLEAR {
        return first;
    }
    look_again(&sample, text).unwrap_or(first)
}

/// Few texts come here, and the others should not pay for it.
#[cold]
fn look_again(sample: &Sample<'_>, text: &str) -> Option<Detection> {
    sample.wider(text).map(|wider| judge(&wider).0)
}

/// The language of a sample, and the share of its letters that are of one script.
fn judge(sample: &Sample<'_>) -> (Detection, f32) {
    let census = Census::of(sample.runs());
    let Some(dominant) = census.dominant() else {
        return (UNDETERMINED, 0.0);
    };
    (judge_script(dominant, &census, sample), dominant.share)
}

fn judge_script(dominant: Dominant, census: &Census, sample: &Sample<'_>) -> Detection {
    let (code, probability) = match dominant.script {
        Script::Single(_) => (dominant.script.only_language().unwrap_or(UNKNOWN), 1.0),
        Script::Han => east_asian::decide(census, sample.pieces()),
        shared => by_words(shared, sample),
    };
    if code == UNKNOWN {
        return UNDETERMINED;
    }
    Detection {
        code,
        confidence: probability * trust(dominant),
    }
}

/// How far the script itself is to be trusted: a handful of letters may be a name or a formula,
/// and of two scripts with equal parts either may be the quoted one.
fn trust(dominant: Dominant) -> f32 {
    /// Letters that are as likely a name or a sign as text.
    const EVEN: f32 = 1.0;
    let amount = dominant.weight / (dominant.weight + EVEN);
    let purity = (0.4 + 0.8 * dominant.share).min(1.0);
    amount * purity
}

/// Code and probability from letters and words, for a script that several languages share.
fn by_words(script: Script, sample: &Sample<'_>) -> (&'static str, f32) {
    let Some(lexicon) = lexicon(script) else {
        return (UNKNOWN, 0.0);
    };
    let mut verdict = Evidence::of(lexicon, sample.runs()).verdict(lexicon);
    let first = verdict.best(lexicon);
    if script != Script::Latin || first.1 > SURE {
        return (lexicon.code(first.0), first.1);
    }
    latin::second_opinion(lexicon, sample, &mut verdict);
    let second = verdict.best(lexicon);
    (lexicon.code(second.0), second.1)
}

/// Tables of a script, built when first used.
fn lexicon(script: Script) -> Option<&'static Lexicon> {
    use Script::{Arabic, Bengali, Cyrillic, Devanagari, Ethiopic, Hebrew, Latin};
    static LATIN_TABLES: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(Latin, LATIN.iter().copied().flatten(), LATIN_SOFT));
    static ARABIC: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(Arabic, arabic::PROFILES.iter(), arabic::SOFT));
    static CYRILLIC: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(Cyrillic, cyrillic::PROFILES.iter(), cyrillic::SOFT));
    static HEBREW: LazyLock<Lexicon> = LazyLock::new(|| small(Hebrew, others::HEBREW));
    static DEVANAGARI: LazyLock<Lexicon> = LazyLock::new(|| small(Devanagari, others::DEVANAGARI));
    static BENGALI: LazyLock<Lexicon> = LazyLock::new(|| small(Bengali, others::BENGALI));
    static ETHIOPIC: LazyLock<Lexicon> = LazyLock::new(|| small(Ethiopic, others::ETHIOPIC));
    match script {
        Latin => Some(&LATIN_TABLES),
        Arabic => Some(&ARABIC),
        Cyrillic => Some(&CYRILLIC),
        Hebrew => Some(&HEBREW),
        Devanagari => Some(&DEVANAGARI),
        Bengali => Some(&BENGALI),
        Ethiopic => Some(&ETHIOPIC),
        Script::Han | Script::Kana | Script::Hangul | Script::Single(_) => None,
    }
}

fn small(script: Script, profiles: &'static [Profile]) -> Lexicon {
    Lexicon::new(script, profiles.iter(), "")
}
