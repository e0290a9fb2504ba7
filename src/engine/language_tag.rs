//! Language tags of BCP 47 (RFC 5646), as far as the primary subtag.

use thiserror::Error;

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

    /// Returns the primary subtag in its shortest form.
    #[must_use]
    pub fn into_primary(self) -> String {
        self.primary
    }
}

/// Gives the shortest code (RFC 5646, section 2.2.1) of the languages that
/// rules exist for, current codes for retired ones, and the macrolanguage for
/// the kinds of Arabic, Persian, Chinese and Malay.
fn canonical(code: &str) -> &str {
    match code {
        "ara" | "arb" | "ary" | "arz" | "apc" | "ajp" | "acm" | "aeb" | "afb" | "apd" => "ar",
        "fas" | "per" | "pes" | "prs" => "fa",
        "urd" => "ur",
        "pus" | "pbt" | "pbu" => "ps",
        "heb" | "iw" => "he",
        "eng" => "en",
        "fra" | "fre" => "fr",
        "spa" => "es",
        "por" => "pt",
        "deu" | "ger" => "de",
        "ita" => "it",
        "nld" | "dut" => "nl",
        "tur" => "tr",
        "rus" => "ru",
        "ukr" => "uk",
        "pol" => "pl",
        "ron" | "rum" | "mo" => "ro",
        "ell" | "gre" => "el",
        "swe" => "sv",
        "hin" => "hi",
        "ben" => "bn",
        "zho" | "chi" | "cmn" | "yue" => "zh",
        "jpn" => "ja",
        "kor" => "ko",
        "tha" => "th",
        "vie" => "vi",
        "ind" | "in" => "id",
        "swa" | "swh" => "sw",
        "som" => "so",
        "amh" => "am",
        other => other,
    }
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
    fn refuses_what_is_no_tag() {
        for tag in [
            "a", "arabisch-", "ar_EG", "عربي", "x-private", "e n", "123", "en--US", "abcdefghi",
        ] {
            assert_eq!(LanguageTag::parse(tag), Err(LanguageTagError), "{tag}");
        }
    }
}
