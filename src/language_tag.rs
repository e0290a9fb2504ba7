//! Language tags of BCP 47 (RFC 5646), as far as the primary subtag.

use thiserror::Error;

use crate::text::language::UNKNOWN;

/// A well-formed language tag, reduced to its primary subtag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageTag {
    primary: String,
}

/// The string is not a well-formed language tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a BCP-47 language tag")]
pub struct LanguageTagError;

/// Longest subtag by RFC 5646, section 2.1.
const MAX_SUBTAG: usize = 8;
/// Longest tag that is looked at; registered ones stay far below.
const MAX_TAG: usize = 64;

impl LanguageTag {
    /// Reads a tag such as "ar", "pt-BR" or "zh-Hant-TW"; case does not
    /// matter.
    ///
    /// # Errors
    /// [`LanguageTagError`] when the tag is not well-formed; "und" is, and
    /// tags for private use alone ("x-…") are not accepted.
    pub fn parse(tag: &str) -> Result<Self, LanguageTagError> {
        if tag.len() > MAX_TAG {
            return Err(LanguageTagError);
        }
        let mut subtags = tag.split('-');
        let primary = subtags.next().unwrap_or_default();
        let is_primary = (2..=MAX_SUBTAG).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_subtag = |subtag: &str| {
            (1..=MAX_SUBTAG).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if !is_primary || !subtags.all(is_subtag) {
            return Err(LanguageTagError);
        }
        Ok(Self {
            primary: canonical(&primary.to_ascii_lowercase()).to_owned(),
        })
    }

    /// Reads the language that somebody declares: none if the tag is empty or
    /// "und", which says that nothing is known.
    ///
    /// # Errors
    /// [`LanguageTagError`] as [`parse`](Self::parse).
    pub fn declared(tag: &str) -> Result<Option<String>, LanguageTagError> {
        if tag.is_empty() {
            return Ok(None);
        }
        let primary = Self::parse(tag)?.into_primary();
        Ok((primary != UNKNOWN).then_some(primary))
    }

    /// Returns the primary subtag in its shortest form.
    #[must_use]
    pub fn into_primary(self) -> String {
        self.primary
    }
}

/// The code that rules, models and detection have for a language, by other codes
/// of it: the shortest (RFC 5646, section 2.2.1), the current one for one that
/// was retired, and the macrolanguage (ISO 639-3) for the kinds of Arabic,
/// Persian, Pashto, Chinese, Malay, Norwegian and so on. Sorani Kurdish and
/// Indonesian stay by themselves, as they have rules of their own.
#[rustfmt::skip]
const CANONICAL: [(&str, &str); 199] = [
    ("aao", "ar"), ("abh", "ar"), ("abv", "ar"), ("acm", "ar"), ("acq", "ar"), ("acw", "ar"),
    ("acx", "ar"), ("acy", "ar"), ("adf", "ar"), ("aeb", "ar"), ("aec", "ar"), ("afb", "ar"),
    ("afr", "af"), ("ajp", "ar"), ("alb", "sq"), ("amh", "am"), ("apc", "ar"), ("apd", "ar"),
    ("ara", "ar"), ("arb", "ar"), ("arm", "hy"), ("arq", "ar"), ("ars", "ar"), ("ary", "ar"),
    ("arz", "ar"), ("asm", "as"), ("auz", "ar"), ("avl", "ar"), ("ayh", "ar"), ("ayl", "ar"),
    ("ayn", "ar"), ("ayp", "ar"), ("azb", "az"), ("aze", "az"), ("azj", "az"), ("baq", "eu"),
    ("bel", "be"), ("ben", "bn"), ("bod", "bo"), ("bul", "bg"), ("bur", "my"), ("cat", "ca"),
    ("cdo", "zh"), ("ces", "cs"), ("chi", "zh"), ("cjy", "zh"), ("cmn", "zh"), ("cnp", "zh"),
    ("cpx", "zh"), ("csp", "zh"), ("cym", "cy"), ("cze", "cs"), ("czh", "zh"), ("czo", "zh"),
    ("dan", "da"), ("deu", "de"), ("div", "dv"), ("dut", "nl"), ("ekk", "et"), ("ell", "el"),
    ("eng", "en"), ("epo", "eo"), ("est", "et"), ("eus", "eu"), ("fas", "fa"), ("fil", "tl"),
    ("fin", "fi"), ("fra", "fr"), ("fre", "fr"), ("gan", "zh"), ("gaz", "om"), ("geo", "ka"),
    ("ger", "de"), ("gle", "ga"), ("glg", "gl"), ("gre", "el"), ("guj", "gu"), ("hak", "zh"),
    ("hat", "ht"), ("hau", "ha"), ("heb", "he"), ("hin", "hi"), ("hrv", "hr"), ("hsn", "zh"),
    ("hun", "hu"), ("hye", "hy"), ("ibo", "ig"), ("ice", "is"), ("ike", "iu"), ("iku", "iu"),
    ("in", "id"), ("ind", "id"), ("isl", "is"), ("ita", "it"), ("iw", "he"), ("jav", "jv"),
    ("ji", "yi"), ("jpn", "ja"), ("jw", "jv"), ("kan", "kn"), ("kat", "ka"), ("kaz", "kk"),
    ("khk", "mn"), ("khm", "km"), ("kin", "rw"), ("kir", "ky"), ("kmr", "ku"), ("kor", "ko"),
    ("kur", "ku"), ("lao", "lo"), ("lat", "la"), ("lav", "lv"), ("lit", "lt"), ("ltz", "lb"),
    ("lvs", "lv"), ("lzh", "zh"), ("mac", "mk"), ("mal", "ml"), ("mar", "mr"), ("may", "ms"),
    ("mkd", "mk"), ("mlg", "mg"), ("mlt", "mt"), ("mnp", "zh"), ("mo", "ro"), ("mol", "ro"),
    ("mon", "mn"), ("msa", "ms"), ("mya", "my"), ("nan", "zh"), ("nb", "no"), ("nep", "ne"),
    ("nld", "nl"), ("nn", "no"), ("nno", "no"), ("nob", "no"), ("nor", "no"), ("npi", "ne"),
    ("ori", "or"), ("orm", "om"), ("ory", "or"), ("pan", "pa"), ("pbt", "ps"), ("pbu", "ps"),
    ("per", "fa"), ("pes", "fa"), ("pga", "ar"), ("plt", "mg"), ("pol", "pl"), ("por", "pt"),
    ("prs", "fa"), ("pst", "ps"), ("pus", "ps"), ("ron", "ro"), ("rum", "ro"), ("rus", "ru"),
    ("shu", "ar"), ("sin", "si"), ("slk", "sk"), ("slo", "sk"), ("slv", "sl"), ("sna", "sn"),
    ("snd", "sd"), ("som", "so"), ("spa", "es"), ("sqi", "sq"), ("srp", "sr"), ("ssh", "ar"),
    ("swa", "sw"), ("swc", "sw"), ("swe", "sv"), ("swh", "sw"), ("tam", "ta"), ("tat", "tt"),
    ("tel", "te"), ("tgk", "tg"), ("tgl", "tl"), ("tha", "th"), ("tib", "bo"), ("tir", "ti"),
    ("tuk", "tk"), ("tur", "tr"), ("uig", "ug"), ("ukr", "uk"), ("urd", "ur"), ("uzb", "uz"),
    ("uzn", "uz"), ("uzs", "uz"), ("vie", "vi"), ("wel", "cy"), ("wuu", "zh"), ("ydd", "yi"),
    ("yid", "yi"), ("yor", "yo"), ("yue", "zh"), ("zho", "zh"), ("zlm", "ms"), ("zsm", "ms"),
    ("zul", "zu"),
];

/// Returns the code by which a language is known here.
pub(crate) fn canonical(code: &str) -> &str {
    let found = CANONICAL.binary_search_by_key(&code, |(other, _)| other);
    found.map_or(code, |at| CANONICAL[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_primary_subtag() {
        for (tag, primary) in [
            ("ar", "ar"),
            ("AR-eg", "ar"),
            ("pt-BR", "pt"),
            ("zh-Hant-TW", "zh"),
            ("ara", "ar"),
            ("iw", "he"),
            ("und", "und"),
            ("de-x-firma", "de"),
        ] {
            assert_eq!(
                LanguageTag::parse(tag).map(LanguageTag::into_primary),
                Ok(primary.to_owned())
            );
        }
    }

    #[test]
    fn knows_other_codes_of_the_same_language() {
        assert!(CANONICAL.is_sorted_by(|a, b| a.0 < b.0));
        for (code, known) in CANONICAL {
            assert_eq!(canonical(known), known, "{code} is not found at once");
        }
        for (tag, primary) in [
            ("arq", "ar"),
            ("ars-SA", "ar"),
            ("apc", "ar"),
            ("shu", "ar"),
            ("pst", "ps"),
            ("nb-NO", "no"),
            ("nn", "no"),
            ("zsm", "ms"),
            ("msa", "ms"),
            ("ind", "id"),
            ("wuu", "zh"),
            ("ckb", "ckb"),
        ] {
            let read = LanguageTag::parse(tag).map(LanguageTag::into_primary);
            assert_eq!(read.as_deref(), Ok(primary), "{tag}");
        }
    }

    #[test]
    fn nothing_known_is_nothing_declared() {
        for tag in ["", "und", "UND-Arab"] {
            assert_eq!(LanguageTag::declared(tag), Ok(None), "{tag}");
        }
        assert_eq!(LanguageTag::declared("nob"), Ok(Some("no".to_owned())));
        assert_eq!(LanguageTag::declared("x"), Err(LanguageTagError));
    }

    #[test]
    fn refuses_what_is_no_tag() {
        for tag in [
            "a", "arabisch-", "ar_EG", "عربي", "x-private", "e n", "123", "en--US", "abcdefghi",
        ] {
            assert_eq!(LanguageTag::parse(tag), Err(LanguageTagError), "{tag}");
        }
    }
}
