//! Lines that are no part of the story: bylines, captions, links, headings.
//! They are marked, never dropped.

pub(super) mod announced;
pub(super) mod boilerplate;
pub(super) mod caption;
mod clause;
mod cue;
pub(super) mod greeting;
pub(super) mod heading;
mod signature;
mod stamp;

use super::SentenceKind;
use super::dateline::{is_agency, is_signature};
use super::has_word;
use super::joint::is_dashed_heading;
use super::line::without_stop;
use super::paragraph::is_item;
use super::place::asks;
use super::quote::{is_bracket_end, is_bracket_start};
use super::token::{
    count_words, ends_in_terminator, head, is_cased, is_small, is_terminator, is_unspaced,
    last_token, words,
};
use crate::text::marks::{Mark, Stretch};
use crate::text::normalize::{is_alphanumeric, is_numeric, normalize};
use crate::text::rules::Rules;
use clause::{ends_in_speech, is_clause};
use cue::{Cue, bare};
pub(super) use signature::is_initialled;
use signature::{
    are_editors, are_latin_editors, are_reporters, is_bracketed_signature, is_end_mark, is_signed,
    names_writer, signs_off,
};

/// Longest sentence, in words, that points to another page; a line without a
/// final mark may have more, as it names several.
pub(super) const MAX_LINK_WORDS: usize = 20;
/// Longest sentence with a full stop, in words, whose first two words alone are enough.
const MAX_STOPPED_LINK_WORDS: usize = 11;
/// Longest beginning, in words, that points to another page before a colon.
const MAX_LINK_LABEL_WORDS: usize = 5;
/// Networks that readers are asked to follow a page on.
const NETWORKS: &[&str] = &["Google News", "WhatsApp", "Telegram", "Viber"];
/// Longest label before an address, in words.
const MAX_ADDRESSED_WORDS: usize = 2;
/// What addresses of pages begin with.
const ADDRESSES: &[&str] = &["http://", "https://", "www.", "t.me/", "bit.ly/", "fb.com/"];
/// Longest line of labels in words and in bytes.
const MAX_LABELS_WORDS: usize = 12;
const MAX_LABELS_BYTES: usize = 240;
/// Longest sentence that is a preposition and a name, in words.
const MAX_BY_NAME_WORDS: usize = 4;
/// Full stops.
const STOPS: [char; 5] = ['.', '。', '।', '۔', '።'];
/// Fewest words of what somebody says behind a label.
const MIN_SPOKEN_WORDS: usize = 6;
/// Longest row of a table in bytes, and its fewest figures.
const MAX_ROW_BYTES: usize = 160;
const MIN_ROW_FIGURES: usize = 2;
/// Longest unit written onto a figure, in letters.
const MAX_UNIT_LETTERS: usize = 2;
/// Longest name of a source behind the last sentence, in words.
const MAX_SOURCE_WORDS: usize = 4;
/// Longest byline in words.
const MAX_BYLINE_WORDS: usize = 10;

/// Tells what a paragraph is when all of it is furniture.
pub(super) fn line_kind(line: &str, rules: &Rules) -> Option<SentenceKind> {
    if stamp::is_stamp(line, rules) {
        return Some(SentenceKind::Dateline);
    }
    if !line.contains(char::is_alphabetic) || is_row(line) {
        return Some(SentenceKind::Symbols);
    }
    let length = count_words(line, caption::MAX_WORDS + 1);
    if length > caption::MAX_WORDS {
        return None;
    }
    if is_address(line) || are_tags(line) {
        return Some(SentenceKind::Link);
    }
    if let Some(kind) = caption::copyright_kind(line) {
        return Some(kind);
    }
    if signs_post(line, length) || are_editors(line) || are_latin_editors(line) {
        return Some(SentenceKind::Byline);
    }
    let sets = [&rules.links, &rules.captions, &rules.bylines];
    let opening = cue::opening(line, &sets, rules);
    let line = Line {
        text: line,
        length,
        opening: &opening,
        ends: ends_in_terminator(line) || line.ends_with(|c| asks(c, rules)),
    };
    line.kind(rules).or_else(|| line.english_kind(rules))
}

/// A paragraph that may be furniture as a whole.
struct Line<'l> {
    text: &'l str,
    /// Its words.
    length: usize,
    /// As much of it as a label can be long, in normal form.
    opening: &'l str,
    /// Whether it ends as sentences do.
    ends: bool,
}

impl Line<'_> {
    fn kind(&self, rules: &Rules) -> Option<SentenceKind> {
        if self.is_link(rules) || self.is_of_labels(rules) {
            return Some(SentenceKind::Link);
        }
        if caption::is_caption(self.text, self.opening, rules) {
            return Some(SentenceKind::Caption);
        }
        if self.is_byline(rules)
            || is_signed(self.text, self.length)
            || names_writer(self.text, rules)
        {
            return Some(SentenceKind::Byline);
        }
        let is_stamp = stamp::is_stamp_without_time(self.text, rules);
        is_stamp.then_some(SentenceKind::Dateline)
    }

    /// Pages of other languages have lines in English left over: buttons and
    /// notices.
    fn english_kind(&self, rules: &Rules) -> Option<SentenceKind> {
        if rules.is("en") || !self.text.is_ascii() {
            return None;
        }
        let english = Rules::of("en");
        let is_notice = || {
            let opening = cue::opening(self.text, &[&english.links], english);
            Cue::of(&english.links, &opening).is_some_and(|cue| cue.is_notice())
        };
        (self.is_of_labels(english) || is_notice()).then_some(SentenceKind::Link)
    }

    fn is_of_labels(&self, rules: &Rules) -> bool {
        self.length <= MAX_LABELS_WORDS && are_labels(self.text, rules)
    }

    fn is_link(&self, rules: &Rules) -> bool {
        let Some(cue) = Cue::of(&rules.links, self.opening) else {
            return false;
        };
        if cue.is_word() && !cue.is_marked() && is_clause(self.text, rules)
            || self.text.ends_with(STOPS) && cue.labels_sentence(rules)
            || !cue.is_marked() && is_told(self.text, rules)
        {
            return false;
        }
        let short = self.length <= MAX_LINK_WORDS || !self.ends;
        let names_network = || NETWORKS.iter().any(|network| self.text.contains(network));
        let brief = self.length <= MAX_STOPPED_LINK_WORDS
            || cue.has_several_words()
            || !self.text.starts_with(is_cased) && !self.text.ends_with(['.', '۔', '።']);
        let clear = !self.ends
            || brief && cue.is_strong(rules)
            || cue.is_marked()
            || cue.is_whole()
            || names_network();
        short && clear || cue.is_notice()
    }

    fn is_byline(&self, rules: &Rules) -> bool {
        let Some(cue) = Cue::of(&rules.bylines, self.opening) else {
            return false;
        };
        let text = self.text;
        let bracketed = text.starts_with(is_bracket_start) && text.ends_with(is_bracket_end);
        let asks = text.ends_with(['?', '؟', '？']);
        // An interviewer, "PV: Xin ông cho biết nguyên nhân vụ việc.", or what a Chinese
        // report lists, 设计：车身采用流线造型。
        let speaks = rules.letters_are_words
            && self.length >= MIN_SPOKEN_WORDS
            && words(text).skip(2).any(|word| word.starts_with(is_small))
            || text.starts_with(is_unspaced);
        let several = || text.trim_end_matches('।').contains('।');
        if self.ends && cue.is_before_colon() && (speaks || several()) {
            return false;
        }
        // "Reporting by …; editing by …" may be longer.
        let short = self.length <= MAX_BYLINE_WORDS || cue.is_strong(rules) && text.contains(';');
        short
            && !asks
            // A lone preposition stands before a name, and names have capitals.
            && !cue.is_word_of_sentence(text)
            && (cue.is_before_colon() || !cue.opens_clause(text, rules))
            && (bracketed || cue.is_before_colon() || !self.ends || cue.names_alone(text, rules))
    }
}

/// Tells whether a short line is nothing but labels, with figures between them:
/// "Facebook Twitter", "Comments (12)".
fn are_labels(line: &str, rules: &Rules) -> bool {
    // Marks part words where no space does, so words alone are no bound.
    if line.len() > MAX_LABELS_BYTES {
        return false;
    }
    let normal = normalize(line, rules.casing);
    let words: Vec<&str> = words(&normal)
        .filter(|word| !word.chars().all(is_numeric))
        .collect();
    let mut left = words.as_slice();
    while !left.is_empty() {
        match rules.labels.leading(left.iter().copied()) {
            Some(count) => left = &left[count..],
            None => return false,
        }
    }
    true
}

/// Tells whether a line is a row of a table: more than half of it are figures, or,
/// behind a label, half of it:
/// "1. Berlin 24 815:702 40:8", "Euro: 4,97 lei (+0,2 %)".
fn is_row(line: &str) -> bool {
    if line.len() > MAX_ROW_BYTES || !line.contains(is_numeric) || ends_in_terminator(line) {
        return false;
    }
    let (mut figures, mut others, mut parted) = (0, 0, 0);
    let tokens = line.split_whitespace().skip(usize::from(is_item(line)));
    for token in tokens.filter(|token| token.contains(is_alphanumeric)) {
        let digits = token.chars().filter(|&c| is_numeric(c)).count();
        let unit = token.chars().filter(|c| c.is_alphabetic()).count();
        // "155g", but not "20년".
        if digits > 0 && unit <= MAX_UNIT_LETTERS && (unit == 0 || token.is_ascii()) {
            figures += 1;
            // "4,97", "3:2".
            parted += usize::from(words(token).nth(1).is_some());
        } else {
            others += 1;
        }
    }
    let greater = figures > others && (parted > 0 || figures > MIN_ROW_FIGURES);
    let labelled = figures == others && parted >= MIN_ROW_FIGURES && line.contains(':');
    figures >= MIN_ROW_FIGURES && (greater || labelled)
}

/// Tells whether a line is nothing but tags: "#Economy #Trade".
fn are_tags(line: &str) -> bool {
    line.starts_with('#') && line.split_whitespace().all(|token| token.starts_with('#'))
}

/// Tells whether a line signs a post on a social network: "The ministry
/// (@ministry) March 12, 2026".
fn signs_post(line: &str, length: usize) -> bool {
    length <= MAX_BYLINE_WORDS && line.contains("(@") && !ends_in_terminator(line)
}

/// Tells whether a link is a mere label that titles may follow, "Read also:",
/// and no button.
fn is_bare_link(line: &str, rules: &Rules) -> bool {
    if count_words(line, MAX_LINK_LABEL_WORDS + 1) > MAX_LINK_LABEL_WORDS || are_labels(line, rules)
    {
        return false;
    }
    let normal = normalize(bare(line), rules.casing);
    Cue::of(&rules.links, &normal).is_some_and(|cue| cue.is_whole() || line.ends_with([':', '：']))
}

/// Tells whether a byline is a mere label that a name may follow: "Author".
fn is_bare_byline(line: &str, rules: &Rules) -> bool {
    let normal = normalize(bare(line), rules.casing);
    Cue::of(&rules.bylines, &normal).is_some_and(|cue| cue.is_whole())
}

/// Tells what a sentence is when it alone is furniture: "(Reporting by …)" or
/// "Read also: …" at the end of a paragraph. Whether it is a time is known of one that
/// is a paragraph by itself.
pub(super) fn sentence_kind(
    whole: Stretch<'_>,
    is_paragraph: bool,
    rules: &Rules,
) -> Option<SentenceKind> {
    let sentence = whole.text;
    if !has_word(sentence) {
        return Some(SentenceKind::Symbols);
    }
    if is_signature(sentence) || !is_paragraph && stamp::is_stamp(sentence, rules) {
        return Some(SentenceKind::Dateline);
    }
    if let Some(kind) = caption::copyright_kind(sentence) {
        return Some(kind);
    }
    if is_link(whole, rules) || is_end_mark(sentence) {
        return Some(SentenceKind::Link);
    }
    if !is_paragraph && stamp::is_stamp_without_time(sentence, rules) {
        return Some(SentenceKind::Dateline);
    }
    if is_dashed_heading(sentence) {
        return Some(SentenceKind::Heading);
    }
    if is_initialled(sentence) || signs_off(sentence) {
        return Some(SentenceKind::Byline);
    }
    let bracketed = sentence.starts_with(is_bracket_start) && is_all_bracketed(sentence, rules);
    if !bracketed && !may_be_signed(sentence) {
        return None;
    }
    let opening = cue::opening(sentence, &[&rules.bylines, &rules.captions], rules);
    if let Some(cue) = Cue::of(&rules.bylines, &opening) {
        let signs = bracketed || cue.is_before_name(sentence);
        return signs.then_some(SentenceKind::Byline);
    }
    if !bracketed {
        return None;
    }
    Cue::of(&rules.captions, &opening).map(|_| SentenceKind::Caption)
}

/// Tells what the last of several sentences of a paragraph is when it signs them:
/// "Quelle: dpa".
pub(super) fn closing_kind(sentence: &str, rules: &Rules) -> Option<SentenceKind> {
    let names_source = || {
        let parts = sentence.split_once([':', '：']);
        parts.is_some_and(|(_, name)| is_source(name)) && {
            let opening = cue::opening(sentence, &[&rules.bylines], rules);
            Cue::of(&rules.bylines, &opening).is_some_and(|cue| cue.is_before_colon())
        }
    };
    (is_bracketed_signature(sentence) || names_source()).then_some(SentenceKind::Byline)
}

/// Tells whether what follows a label is an agency, or names in capitals.
fn is_source(text: &str) -> bool {
    let are_names = || {
        (1..=MAX_SOURCE_WORDS).contains(&count_words(text, MAX_SOURCE_WORDS + 1))
            && !text.contains(is_numeric)
            && words(text).all(|word| word.starts_with(char::is_uppercase))
    };
    !ends_in_terminator(text) && (is_agency(text) || are_names())
}

/// Tells whether a sentence has few enough words for "By Jane Doe."
fn may_be_signed(sentence: &str) -> bool {
    sentence.ends_with('.') && count_words(sentence, MAX_BY_NAME_WORDS + 1) <= MAX_BY_NAME_WORDS
}

/// Tells whether a sentence that opens with a bracket ends with one, or has but
/// a link behind it.
fn is_all_bracketed(sentence: &str, rules: &Rules) -> bool {
    let behind = sentence.find(is_bracket_end).map(|end| &sentence[end..]);
    sentence
        .trim_end_matches(is_terminator)
        .ends_with(is_bracket_end)
        || behind.is_some_and(|rest| opens_with_link(rest, rules))
}

fn opens_with_link(text: &str, rules: &Rules) -> bool {
    let opening = cue::opening(text, &[&rules.links], rules);
    Cue::of(&rules.links, &opening).is_some()
}

/// Tells what a sentence is that was a line without a full stop, such as the
/// name of a reporter after the word "By".
pub(super) fn joined_line_kind(
    sentence: &str,
    previous: Option<SentenceKind>,
    rules: &Rules,
) -> Option<SentenceKind> {
    let line = without_stop(sentence)?;
    if previous == Some(SentenceKind::Byline) && are_reporters(line) {
        return Some(SentenceKind::Byline);
    }
    line_kind(line, rules)
}

/// Tells what a sentence is that runs into the next one without a mark: a
/// heading or the headline of another page, unless it is too long for one.
pub(super) fn run_in_heading_kind(sentence: &str) -> Option<SentenceKind> {
    let most = heading::MAX_HEADLINE_WORDS;
    let short = count_words(sentence, most + 1) <= most;
    short.then_some(SentenceKind::Heading)
}

/// Tells whether a sentence points to another page, which it names behind a
/// colon, or is a notice that pages have.
fn is_link(whole: Stretch<'_>, rules: &Rules) -> bool {
    let sentence = whole.text;
    let is_colon = |mark: &Mark| matches!(mark.char, ':' | '：');
    let colon = whole
        .marks()
        .find(is_colon)
        .filter(|colon| colon.end() <= head(sentence).len());
    let Some(colon) = colon else {
        let opening = cue::opening(sentence, &[&rules.notices], rules);
        return Cue::of(&rules.notices, &opening).is_some_and(|cue| {
            cue.is_notice() && !is_told(sentence, rules) || cue.is_whole() && cue.is_strong(rules)
        });
    };
    let label = &sentence[..colon.at];
    count_words(label, MAX_LINK_LABEL_WORDS + 1) <= MAX_LINK_LABEL_WORDS
        && count_words(sentence, MAX_LINK_WORDS + 1) <= MAX_LINK_WORDS
        && opens_with_link(&sentence[..colon.end()], rules)
        && !(sentence.ends_with(STOPS) && labels_sentence(sentence, rules))
}

/// Tells whether a sentence is the rest of the headline of a link before it, which dots part
/// in two: «رابط الخبر: بالصور .. افتتاح المتحف».
pub(super) fn goes_on(link: &str, sentence: &str) -> bool {
    let parted = |text: &str| text.ends_with("..") || text.ends_with('…');
    parted(link)
        && count_words(sentence, MAX_LINK_WORDS + 1) <= MAX_LINK_WORDS
        && (parted(sentence) || !ends_in_terminator(sentence))
}

/// Tells whether a sentence is what somebody says.
fn is_told(text: &str, rules: &Rules) -> bool {
    let said = text.trim_end_matches(STOPS).trim_end();
    // A paper may have the name of such a verb.
    let named = last_token(said).starts_with(char::is_uppercase);
    said.len() < text.len() && !named && ends_in_speech(said, rules)
}

/// Tells whether a label of one word stands before a sentence.
fn labels_sentence(text: &str, rules: &Rules) -> bool {
    let opening = cue::opening(text, &[&rules.links], rules);
    Cue::of(&rules.links, &opening).is_some_and(|cue| cue.labels_sentence(rules))
}

/// Tells whether a line is nothing but the address of a person, or of a page behind a
/// label: "Telegram: t.me/…".
fn is_address(line: &str) -> bool {
    let (label, address) = line.rsplit_once(' ').unwrap_or(("", line));
    let is_page = || ADDRESSES.iter().any(|start| address.starts_with(start));
    // A post of a few words may have an address behind it as well.
    let labels = || {
        let marked = !label.ends_with(is_alphanumeric) && !ends_in_terminator(label);
        let most = if marked { MAX_ADDRESSED_WORDS } else { 1 };
        count_words(label, most + 1) <= most
    };
    let ends_sentence = !label.is_empty() && address.ends_with('.');
    address.is_ascii()
        && !ends_sentence
        && (label.is_empty() && address.contains('@') || is_page() && labels())
}
