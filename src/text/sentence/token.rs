//! Small readings of the text around a place: characters by their role, the
//! word before, the words after. Each looks at a bounded stretch, so that a
//! text of a million candidates is still read in linear time.

use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};

use super::unstopped::ends_in_bar;
use crate::text::normalize::{is_alphanumeric, is_numeric};

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
            | '৷'
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

/// Tells whether a text ends in what stands for the Ethiopic full stop where that is
/// not on the keyboard: two word spaces, or two colons behind a letter.
pub(super) fn ends_in_two_colons(text: &str) -> bool {
    let colons = |c: char| matches!(c, '፡' | ':');
    let two = |text: &str| text.chars().rev().take(2).filter(|&c| colons(c)).count() == 2;
    let before = || {
        text.trim_end_matches(colons)
            .trim_end_matches(is_behind_stop)
    };
    text.ends_with("፡፡") || two(text) && before().ends_with(is_ethiopic)
}

fn is_ethiopic(c: char) -> bool {
    matches!(c, '\u{1200}'..='\u{135F}')
}

/// Tells whether a text ends as a sentence does, quotes and brackets aside.
pub(super) fn ends_in_terminator(text: &str) -> bool {
    // Iranian agencies set a stroke behind the last stop.
    let core = text.trim_end_matches(|c| is_behind_stop(c) || c == '/');
    core.ends_with(is_terminator) || ends_in_two_colons(core) || ends_in_bar(core)
}

/// Tells whether a character may stand behind the stop of a sentence.
fn is_behind_stop(c: char) -> bool {
    super::quote::is_closer(c) || c.is_whitespace()
}

/// Tells whether a character is of a script that puts no space between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    // No such script comes before Thai, and most text does.
    c >= '\u{E00}'
        && matches!(
            c,
            '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
                | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
                | '\u{20000}'..='\u{3FFFF}'
        )
}

/// Tells whether a character is a letter of Hebrew.
pub(super) fn is_hebrew(c: char) -> bool {
    matches!(c, 'א'..='ת')
}

/// Tells whether a character is of Thai.
pub(super) fn is_thai(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{E7F}')
}

/// Returns what a letter of such a script counts.
fn letter_count(c: char) -> usize {
    match c {
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => {
            SOUTH_EAST_ASIAN_LETTER
        }
        _ => EAST_ASIAN_LETTER,
    }
}

/// Tells whether a character is a small letter beside which capitals are in
/// use: Georgian writes with what Unicode calls small letters alone.
pub(super) fn is_small(c: char) -> bool {
    c.is_lowercase() && !matches!(c, '\u{10D0}'..='\u{10FF}')
}

/// Tells whether a character has a capital or is one.
pub(super) fn is_cased(c: char) -> bool {
    is_small(c) || c.is_uppercase()
}

/// Tells whether a token is a time of the day: "14:05", "9.30".
pub(super) fn is_clock(token: &str) -> bool {
    const DIGITS: usize = 2;
    let digits = |part: &str| part.chars().all(is_numeric).then(|| part.chars().count());
    let parts = token.split_once([':', '.']);
    parts.is_some_and(|(hour, minute)| {
        digits(hour).is_some_and(|count| (1..=DIGITS).contains(&count))
            && digits(minute) == Some(DIGITS)
    })
}

/// Tells whether a character is a syllable of Korean.
pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// Tells whether a character only directs or joins others and is not seen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Tells whether a character stands between words rather than in one.
pub(super) fn parts_words(c: char) -> bool {
    !is_alphanumeric(c) && c != '\'' && !is_mark(c)
}

/// Tells whether a character sits on the one before it.
pub(super) fn is_mark(c: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CATEGORY.get(c))
}

/// Returns the words of a text without the punctuation around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(parts_words).filter(|word| !word.is_empty())
}

/// Returns what follows the first words of a text.
pub(super) fn past_words(text: &str, count: usize) -> &str {
    let mut rest = text;
    for _ in 0..count {
        rest = rest.trim_start_matches(parts_words);
        let end = rest.find(parts_words).unwrap_or(rest.len());
        rest = &rest[end..];
    }
    rest
}

/// What a word counts, and a character of a script without spaces: two of
/// China and Japan, or five of Thailand and its neighbours, make about a word.
const WORD: usize = 10;
const EAST_ASIAN_LETTER: usize = 5;
const SOUTH_EAST_ASIAN_LETTER: usize = 2;

/// Counts words up to a limit.
pub(super) fn count_words(text: &str, limit: usize) -> usize {
    let mut count = 0;
    let mut inside = false;
    let mut rest = text;
    while count < WORD * limit {
        let Some((within, length)) = next_within(rest) else {
            break;
        };
        rest = &rest[length..];
        match within {
            Within::Word if !inside => count += WORD,
            Within::Unspaced(letter) => count += letter,
            Within::Word | Within::Space => {}
        }
        inside = within == Within::Word;
    }
    count.div_ceil(WORD)
}

/// Counts the runs of characters between white space up to a limit.
pub(super) fn count_tokens(text: &str, limit: usize) -> usize {
    let mut tokens = 0;
    let mut inside = false;
    let mut rest = text;
    while tokens < limit {
        let Some((within, length)) = next_within(rest) else {
            break;
        };
        rest = &rest[length..];
        let is_token = within != Within::Space;
        tokens += usize::from(is_token && !inside);
        inside = is_token;
    }
    tokens
}

/// What a piece of a text stands within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Space,
    /// A word between spaces.
    Word,
    /// Words without spaces between them; what a letter counts.
    Unspaced(usize),
}

/// Tells what a text begins with and how long that is, in bytes: as much of a
/// word as its bytes alone tell, or one character.
fn next_within(text: &str) -> Option<(Within, usize)> {
    let word = text.bytes().take_while(|&byte| IS_OF_WORD[byte as usize]);
    match word.count() {
        0 if text.starts_with(' ') => return Some((Within::Space, 1)),
        0 => {}
        length => return Some((Within::Word, length)),
    }
    let c = text.chars().next()?;
    let within = if c.is_whitespace() {
        Within::Space
    } else if is_unspaced(c) {
        Within::Unspaced(letter_count(c))
    } else {
        Within::Word
    };
    Some((within, c.len_utf8()))
}

/// Whether a byte, behind a whole character, is of a word between spaces
/// whatever follows: one that stands for no white space and begins no
/// character beyond Arabic, nor one of those around the no-break space.
static IS_OF_WORD: [bool; 256] = {
    let mut of_word = [false; 256];
    let mut byte = 0;
    while byte < of_word.len() {
        of_word[byte] = matches!(byte, 0x21..=0xC1 | 0xC3..=0xDF);
        byte += 1;
    }
    of_word
};

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Words character by character, as the definition says.
    fn words_one_by_one(text: &str) -> usize {
        let pieces = text.split(|c: char| c.is_whitespace() || is_unspaced(c));
        let spaced = pieces.filter(|piece| !piece.is_empty()).count();
        let letters = text.chars().filter(|&c| is_unspaced(c)).map(letter_count);
        spaced + letters.sum::<usize>().div_ceil(WORD)
    }

    proptest! {
        #[test]
        fn counts_what_stands_between_spaces(
            text in r"([ a-zا-يéЖ日กහ\u{85}\u{a0}\u{1680}\u{2003}\u{3000}\t\n]|\PC){0,40}",
            limit in 0_usize..30,
        ) {
            prop_assert_eq!(
                count_tokens(&text, limit),
                text.split_whitespace().take(limit).count()
            );
            prop_assert_eq!(count_words(&text, 1_000), words_one_by_one(&text));
            prop_assert_eq!(
                count_words(&text, limit) >= limit,
                count_words(&text, 1_000) >= limit
            );
        }
    }
}
