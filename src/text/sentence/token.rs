//! Small readings of the text around a place: characters by their role, the
//! word before, the words after. Each looks at a bounded stretch, so that a
//! text of a million candidates is still read in linear time.

use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};

use crate::text::normalize::is_alphanumeric;

const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> =
    CodePointMapData::<GeneralCategory>::new();

/// Longest word, in bytes, that rules look at: what is longer is no
/// abbreviation, and a bound keeps one endless token from being read again
/// and again.
const MAX_TOKEN_BYTES: usize = 64;

/// How far, in bytes, rules look to either side: enough for the longest phrase
/// of any.
const HEAD_BYTES: usize = 160;

/// Tells whether a character ends sentences.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '؟'
            | '۔'
            | '‽'
            | '。'
            | '！'
            | '？'
            | '｡'
            | '．'
            | '।'
            | '॥'
            | '።'
            | '፧'
            | '։'
            | '။'
            | '។'
            | '᠃'
            | '⁇'
            | '⁈'
            | '⁉'
            | '܀'
            | '܁'
            | '܂'
            | '؞'
            | '⸮'
    )
}

/// Tells whether a text ends as a sentence does, quotes and brackets aside.
pub(super) fn ends_in_terminator(text: &str) -> bool {
    let core = text.trim_end_matches(|c: char| super::quote::is_closer(c) || c.is_whitespace());
    core.ends_with(is_terminator)
}

/// Tells whether a character is of a script that puts no space between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
            | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Tells whether a character has a capital or is one.
pub(super) fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Tells whether a character only directs or joins others and is not seen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Tells whether a character stands between words rather than in one.
fn parts_words(c: char) -> bool {
    !is_alphanumeric(c) && c != '\'' && !GeneralCategoryGroup::Mark.contains(CATEGORY.get(c))
}

/// Returns the words of a text without the punctuation around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(parts_words).filter(|word| !word.is_empty())
}

/// Counts words up to a limit; two letters of a script without spaces make
/// about one word.
pub(super) fn count_words(text: &str, limit: usize) -> usize {
    let mut halves = 0;
    let mut inside = false;
    for c in text.chars() {
        if halves >= 2 * limit {
            break;
        }
        if is_unspaced(c) {
            halves += 1;
        } else if !c.is_whitespace() && !inside {
            halves += 2;
        }
        inside = !c.is_whitespace() && !is_unspaced(c);
    }
    halves.div_ceil(2)
}

/// Returns the last run of non-space characters of a text, at most
/// [`MAX_TOKEN_BYTES`] of it.
pub(super) fn last_token(text: &str) -> &str {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        if c.is_whitespace() || text.len() - at > MAX_TOKEN_BYTES {
            break;
        }
        start = at;
    }
    &text[start..]
}

/// Returns the first word of a text without the quotes that open it.
pub(super) fn first_word(text: &str) -> &str {
    words(head(text)).next().unwrap_or_default()
}

/// Returns the first run of non-space characters of a text.
pub(super) fn first_token(text: &str) -> &str {
    head(text).split_whitespace().next().unwrap_or_default()
}

/// Returns the beginning of a text, enough for the longest phrase of a rule.
pub(super) fn head(text: &str) -> &str {
    let mut end = HEAD_BYTES.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Returns the end of a text, as much as [`head`] returns of its beginning.
pub(super) fn tail(text: &str) -> &str {
    let mut start = text.len().saturating_sub(HEAD_BYTES);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}
