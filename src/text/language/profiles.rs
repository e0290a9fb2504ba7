//! What is known of each language: function words, telling letters, beginnings and endings.
//!
//! Written by hand from grammars, not counted from a corpus: nothing here was trained.

pub(super) mod arabic;
mod central_europe;
pub(super) mod cyrillic;
mod germanic;
pub(super) mod others;
mod romance;
mod world;

/// Evidence for one language among the languages of its script.
pub(super) struct Profile {
    /// BCP-47 primary subtag.
    pub code: &'static str,
    /// Log-odds before any text: negative for languages that news desks seldom meet.
    pub prior: f32,
    /// Letters and signs that the language writes and some neighbour does not.
    pub letters: &'static str,
    /// Function words, most frequent first: the order sets their weight.
    pub words: &'static str,
    /// Beginnings of words.
    pub starts: &'static str,
    /// Endings of words.
    pub ends: &'static str,
}

/// Languages of the Latin script, by family.
pub(super) const LATIN: &[&[Profile]] = &[
    germanic::PROFILES,
    romance::PROFILES,
    central_europe::PROFILES,
    world::PROFILES,
];

/// Latin letters that loans and names carry everywhere (café, Müller, São).
pub(super) const LATIN_SOFT: &str = "éèáàíóúöäüñç«»„“”ô";
