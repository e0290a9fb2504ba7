//! Lines that are no part of the story: bylines, captions, links, headings.
//! They are marked, never dropped.

use std::ops::Range;

use super::dateline::is_signature;
use super::joint::is_dashed_heading;
use super::line::without_stop;
use super::place::asks;
use super::quote::{is_bracket_end, is_bracket_start};
use super::token::{
    count_tokens, count_words, ends_in_terminator, head, is_cased, is_small, is_terminator,
    is_unspaced, last_token, tail, words,
};
use super::{RawSentence, SentenceKind, has_word};
use crate::text::marks::{Mark, Stretch};
use crate::text::normalize::{is_alphanumeric, is_numeric, normalize};
use crate::text::rules::{PhraseSet, Rules};

/// Longest sentence, in words, that points to another page; a line without a
/// final mark may have more, as it names several.
const MAX_LINK_WORDS: usize = 20;
/// Longest beginning, in words, that points to another page before a colon.
const MAX_LINK_LABEL_WORDS: usize = 5;
/// Longest byline in words.
const MAX_BYLINE_WORDS: usize = 10;
/// Longest name with an address, in words.
const MAX_SIGNED_WORDS: usize = 5;
/// "Reporter", "correspondent" behind a name.
const REPORTERS: [&str; 2] = ["기자", "특파원"];
/// Most letters of a person's initials, and most bytes of all of them.
const MAX_INITIALS_LETTERS: usize = 4;
const MAX_INITIALS_BYTES: usize = 14;
/// Longest credit behind a caption, in words.
const MAX_CREDIT_WORDS: usize = 8;
/// Longest caption in words.
const MAX_CAPTION_WORDS: usize = 40;
/// Longest heading in words.
const MAX_HEADING_WORDS: usize = 10;
/// Longest headline in words.
const MAX_HEADLINE_WORDS: usize = 18;
/// Longest teaser in words: a first paragraph that breaks off at a comma.
const MAX_TEASER_WORDS: usize = 40;
/// Most lines above a document that announce it together, such as what, where
/// and when.
const MAX_OPENING_LINES: usize = 5;
/// A heading announces a longer text.
const MIN_HEADED_WORDS: usize = 8;
/// Fewest characters by which a phrase is known without a word's end.
const MIN_PHRASE_CHARS: usize = 3;

/// Longest time of publication in words.
const MAX_STAMP_WORDS: usize = 12;
/// The same in bytes, so that few sentences are looked at.
const MAX_STAMP_BYTES: usize = 120;
/// What a time of publication consists of, beside numbers and months, in
/// alphabetical order.
const STAMP_WORDS: &[&str] = &[
    "a", "am", "apr", "at", "aug", "bst", "cdt", "cest", "cet", "created", "cst", "dec", "edt",
    "est", "feb", "first", "fri", "friday", "gmt", "ist", "jan", "jul", "jun", "last", "m", "mar",
    "mdt", "modified", "mon", "monday", "mst", "nov", "oct", "on", "p", "pdt", "pm", "posted",
    "pst", "published", "sat", "saturday", "sep", "sept", "sun", "sunday", "thu", "thursday",
    "tue", "tuesday", "updated", "utc", "wed", "wednesday", "น",
];
/// Year, month and day, written onto their numbers.
const DATE_SIGNS: [char; 6] = ['年', '月', '日', '년', '월', '일'];
/// What announces a time of publication.
const STAMP_LABELS: &[&str] = &["published", "posted", "created", "updated", "modified"];
/// Words that names in a byline do without a capital.
const BYLINE_JOINTS: &[&str] = &["and", "for", "in", "of", "the"];

/// Names of picture agencies that close a caption's credit.
const PICTURE_CREDITS: &[&str] = &[
    "getty images", "afp/getty", "(afp)", "(reuters)", "shutterstock", "ap photo",
];

/// Commas of all scripts.
const COMMAS: [char; 4] = [',', '،', '，', '、'];

/// What stands in front of captions in whatever language.
const CAPTION_LABELS: &[&str] = &["Image caption ", "Image copyright "];

/// Marks, once all sentences are known, the paragraphs that only announce
/// others: headings, and a teaser that breaks off.
pub(super) fn mark_headings(text: &str, sentences: &mut [RawSentence]) {
    let mut headings = Vec::new();
    let paragraphs: Vec<&[RawSentence]> = sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
        .collect();
    let opening = opening_lines(text, &paragraphs);
    let mut next: &[RawSentence] = &[];
    for paragraph in paragraphs.into_iter().rev() {
        if body(paragraph).next().is_none() {
            // Bylines and captions may stand between a headline and its text.
            continue;
        }
        let number = paragraph[0].paragraph;
        // Those below it come first, so the last heading is the one nearest.
        let heading = headings.last().copied();
        let at_once =
            !heading.is_some_and(|heading| next.iter().all(|one| one.paragraph > heading));
        let below = Below {
            text: whole(text, next),
            sentences: next,
            at_once,
        };
        if announces(text, paragraph, &below, opening) {
            headings.push(number);
            if number < MAX_OPENING_LINES {
                // What is above it announces the same text.
                continue;
            }
        }
        next = paragraph;
    }
    headings.reverse();
    for sentence in sentences {
        if headings.binary_search(&sentence.paragraph).is_ok() {
            sentence.kind = SentenceKind::Heading;
        }
    }
}

/// Counts the lines above the first paragraph that ends as a sentence does: where
/// there are capitals, a headline may stand on any of them, below a kicker.
fn opening_lines(text: &str, paragraphs: &[&[RawSentence]]) -> usize {
    let first = paragraphs.iter().find(|paragraph| {
        let line = whole(text, paragraph);
        ends_in_terminator(line) || !line.chars().any(is_cased)
    });
    first
        .and_then(|paragraph| paragraph.first())
        .map_or(0, |sentence| sentence.paragraph.min(MAX_OPENING_LINES))
}

/// Returns a paragraph from its first sentence to its last.
fn whole<'t>(text: &'t str, paragraph: &[RawSentence]) -> &'t str {
    match (paragraph.first(), paragraph.last()) {
        (Some(first), Some(last)) => &text[first.range.start..last.range.end],
        _ => "",
    }
}

/// Lists the sentences that are running text.
fn body(paragraph: &[RawSentence]) -> impl Iterator<Item = &RawSentence> {
    let sentences = paragraph.iter();
    sentences.filter(|sentence| sentence.kind == SentenceKind::Body)
}

/// The paragraph that a line may announce.
struct Below<'s> {
    text: &'s str,
    sentences: &'s [RawSentence],
    /// Whether no heading stands between.
    at_once: bool,
}

impl Below<'_> {
    /// Tells whether it follows at once, ends as sentences do and is longer than
    /// most headings.
    fn is_report(&self) -> bool {
        self.at_once
            && ends_in_terminator(self.text)
            && length(self.text, MIN_HEADED_WORDS) >= MIN_HEADED_WORDS
    }

    /// Tells whether it has a sentence of so many words.
    fn has_sentence_of(&self, words: usize, text: &str) -> bool {
        body(self.sentences).any(|sentence| length(&text[sentence.range.clone()], words) >= words)
    }
}

/// Tells whether a line announces the paragraph after it: one that stands alone,
/// or a headline of several sentences.
fn announces(text: &str, paragraph: &[RawSentence], below: &Below<'_>, opening: usize) -> bool {
    let number = paragraph.first().map_or(0, |first| first.paragraph);
    let opens_document = number == 0;
    if paragraph.len() > 1 && !(opens_document && body(paragraph).count() == paragraph.len()) {
        return false;
    }
    let line = whole(text, paragraph);
    let may_break_off = opens_document && line.ends_with(['،', ',', '؛', ':', '…']);
    let may_head = !ends_in_terminator(line);
    if !may_break_off && !may_head {
        return false;
    }
    let words = length(line, MAX_TEASER_WORDS + 1);
    if opens_document && words <= MAX_TEASER_WORDS && is_said_twice(line) {
        return true;
    }
    let may_be_headline = opens_document || number < opening;
    let most = if may_be_headline {
        MAX_HEADLINE_WORDS
    } else {
        MAX_HEADING_WORDS
    };
    let breaks_off = may_break_off && paragraph.len() == 1 && words <= MAX_TEASER_WORDS;
    let is_headed = || {
        may_be_headline && below.is_report()
            || below.has_sentence_of(MIN_HEADED_WORDS.max(words + words / 4), text)
    };
    breaks_off || may_head && words <= most && is_headed()
}

/// Tells whether a line has the same words twice, as pages do that show their
/// headline in two places.
fn is_said_twice(line: &str) -> bool {
    let middle = line.len() / 2;
    let halves = line.split_at_checked(middle);
    halves.is_some_and(|(first, second)| {
        first.contains(' ') && first == second.trim_start() && second.starts_with(' ')
    })
}

/// Counts words up to a limit: what stands between spaces where there are some.
fn length(text: &str, limit: usize) -> usize {
    if text.contains(is_unspaced) {
        count_words(text, limit)
    } else {
        count_tokens(text, limit)
    }
}

/// Tells what a paragraph is when all of it is furniture.
pub(super) fn line_kind(line: &str, rules: &Rules) -> Option<SentenceKind> {
    if !has_word(line) {
        return Some(SentenceKind::Symbols);
    }
    let length = count_words(line, MAX_CAPTION_WORDS + 1);
    if length > MAX_CAPTION_WORDS {
        return None;
    }
    let bare = bare(line);
    let opening = normalize(label(bare, rules), rules.casing);
    let bracketed = line.starts_with(['(', '[', '（']) && line.ends_with([')', ']', '）']);
    if is_address(line) {
        return Some(SentenceKind::Link);
    }
    let ends = ends_in_terminator(line) || line.ends_with(|c| asks(c, rules));
    let is_link_long = length <= MAX_LINK_WORDS || !ends;
    if is_link_long && opens_with(&rules.links, &opening) {
        return Some(SentenceKind::Link);
    }
    let is_cued = opens_with(&rules.captions, &opening)
        && (bracketed || bare.contains([':', '-', '–', '/', '(']) || !ends)
        || opens_with_label(&rules.captions, line, &opening);
    if is_cued || is_labelled(line) || is_credited(line, rules) || has_credit(line, rules) {
        return Some(SentenceKind::Caption);
    }
    let is_byline = length <= MAX_BYLINE_WORDS
        && opens_with(&rules.bylines, &opening)
        && (bracketed || bare.contains([':', '：']) || !ends);
    (is_byline || is_signed(line, length)).then_some(SentenceKind::Byline)
}

/// Tells whether a line begins with a phrase of several words before a comma,
/// "Image caption, The mayor …", or with one that brought a comma along and runs
/// into the text: «،تصویر کا کیپشنمیئر». It is given in normal form too.
fn opens_with_label(phrases: &PhraseSet, line: &str, normal: &str) -> bool {
    let Some(label) = phrases.prefix(normal) else {
        return false;
    };
    let is_long = label.contains(' ') || label.starts_with(is_unspaced);
    let before_comma = normal[label.len()..].starts_with(COMMAS);
    is_long && (before_comma || line.starts_with(COMMAS))
}

/// Tells whether a line is a name with what it is known by: "Kim 기자", an address
/// to write to.
fn is_signed(line: &str, length: usize) -> bool {
    let last = last_token(line);
    length <= MAX_SIGNED_WORDS
        && (REPORTERS.contains(&last) || last.contains('@') && is_address(last))
}

/// Tells whether a paragraph of several sentences is a caption, as a credit
/// closes it: "A flat in Kharkiv was damaged. © AFP".
pub(super) fn is_credited_caption(
    paragraph: &str,
    sentences: &[Range<usize>],
    rules: &Rules,
) -> bool {
    let [_, .., last] = sentences else {
        return false;
    };
    let credit = &paragraph[last.clone()];
    if ends_in_terminator(credit)
        || count_words(credit, MAX_CREDIT_WORDS + 1) > MAX_CREDIT_WORDS
        || count_words(paragraph, MAX_CAPTION_WORDS + 1) > MAX_CAPTION_WORDS
    {
        return false;
    }
    let opening = || normalize(label(bare(credit), rules), rules.casing);
    let cued = credit.starts_with(is_bracket_start) || credit.contains([':', '：']);
    credit.starts_with('©') || cued && opens_with(&rules.captions, &opening())
}

/// Tells whether a link is a mere label, "Read also:", which titles may follow.
pub(super) fn is_bare_label(line: &str, rules: &Rules) -> bool {
    if count_words(line, MAX_LINK_LABEL_WORDS + 1) > MAX_LINK_LABEL_WORDS {
        return false;
    }
    let normal = normalize(bare(line), rules.casing);
    let all = rules.links.leading(words(&normal)) == Some(words(&normal).count());
    all || line.ends_with([':', '：'])
}

/// Tells whether a line may be the title of another page.
pub(super) fn may_be_title(line: &str) -> bool {
    !ends_in_terminator(line) && count_words(line, MAX_LINK_WORDS + 1) <= MAX_LINK_WORDS
}

/// Tells what a sentence is when it alone is furniture: "(Reporting by …)" or
/// "Read also: …" at the end of a paragraph.
pub(super) fn sentence_kind(whole: Stretch<'_>, rules: &Rules) -> Option<SentenceKind> {
    let sentence = whole.text;
    if !has_word(sentence) {
        return Some(SentenceKind::Symbols);
    }
    if is_signature(sentence) || is_stamp(sentence, rules) {
        return Some(SentenceKind::Dateline);
    }
    if is_link(whole, rules) {
        return Some(SentenceKind::Link);
    }
    if is_dashed_heading(sentence) {
        return Some(SentenceKind::Heading);
    }
    if is_initialled(sentence) {
        return Some(SentenceKind::Byline);
    }
    if !sentence.starts_with(is_bracket_start) || !is_all_bracketed(sentence, rules) {
        return None;
    }
    let opening = normalize(label(bare(sentence), rules), rules.casing);
    if opens_with(&rules.bylines, &opening) {
        return Some(SentenceKind::Byline);
    }
    opens_with(&rules.captions, &opening).then_some(SentenceKind::Caption)
}

/// Tells whether a sentence that opens with a bracket ends with one, or has but
/// a link behind it.
fn is_all_bracketed(sentence: &str, rules: &Rules) -> bool {
    let behind = sentence.find(is_bracket_end).map(|end| &sentence[end..]);
    sentence
        .trim_end_matches(is_terminator)
        .ends_with(is_bracket_end)
        || behind.is_some_and(|rest| {
            opens_with(
                &rules.links,
                &normalize(label(bare(rest), rules), rules.casing),
            )
        })
}

/// Tells whether a sentence is the initials of who wrote and edited: "(abc/def)".
fn is_initialled(sentence: &str) -> bool {
    let inside = sentence
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    inside.is_some_and(|inside| {
        inside.len() <= MAX_INITIALS_BYTES
            && inside.split('/').all(|part| {
                (2..=MAX_INITIALS_LETTERS).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_lowercase())
            })
    })
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
    let short = count_words(sentence, MAX_HEADLINE_WORDS + 1) <= MAX_HEADLINE_WORDS;
    short.then_some(SentenceKind::Heading)
}

/// Tells whether a line is nothing but names: "Staff Reporter and Jane Doe".
fn are_reporters(line: &str) -> bool {
    let short = count_words(line, MAX_BYLINE_WORDS + 1) <= MAX_BYLINE_WORDS;
    short && words(line).all(|word| !word.starts_with(is_small) || BYLINE_JOINTS.contains(&word))
}

/// Tells whether a sentence is nothing but the time of publication: "Updated:
/// 18:10 EST, 8 May 2012", or the label of one.
fn is_stamp(sentence: &str, rules: &Rules) -> bool {
    if sentence.len() > MAX_STAMP_BYTES {
        return false;
    }
    let (mut numbers, mut others, mut labels) = (0, 0, 0);
    // Months with stops in them, "มี.ค.", are one word.
    let is_month =
        |token: &str| token.contains('.') && rules.months.contains(&normalize(token, rules.casing));
    let parts = sentence.split_whitespace().flat_map(|token| {
        let whole = is_month(token).then_some(token);
        let parts = whole.is_none().then(|| words(token));
        whole.into_iter().chain(parts.into_iter().flatten())
    });
    for word in parts {
        if numbers + others == MAX_STAMP_WORDS {
            return false;
        }
        if word.starts_with(is_numeric) {
            numbers += 1;
            others += usize::from(word.contains(DATE_SIGNS));
            continue;
        }
        let normal = normalize(word, rules.casing);
        let known = STAMP_WORDS.binary_search(&normal.as_str()).is_ok();
        if !known && !rules.months.contains(&normal) {
            return false;
        }
        others += 1;
        labels += usize::from(STAMP_LABELS.contains(&normal.as_str()));
    }
    numbers > 0 && others > 0 || labels > 0 && sentence.contains(':')
}

/// Tells whether a sentence points to another page, which it names behind a
/// colon.
fn is_link(whole: Stretch<'_>, rules: &Rules) -> bool {
    let sentence = whole.text;
    let is_colon = |mark: &Mark| matches!(mark.char, ':' | '：');
    let Some(colon) = whole
        .marks()
        .find(is_colon)
        .filter(|colon| colon.end() <= head(sentence).len())
    else {
        return false;
    };
    let label = &sentence[..colon.at];
    count_words(label, MAX_LINK_LABEL_WORDS + 1) <= MAX_LINK_LABEL_WORDS
        && count_words(sentence, MAX_LINK_WORDS + 1) <= MAX_LINK_WORDS
        && opens_with(
            &rules.links,
            &normalize(bare(&sentence[..colon.end()]), rules.casing),
        )
}

/// Returns a line without the marks in front of it.
fn bare(line: &str) -> &str {
    line.trim_start_matches(|c: char| !is_alphanumeric(c))
}

/// Returns as much of a line as a label in front of furniture can be long.
fn label<'l>(line: &'l str, rules: &Rules) -> &'l str {
    let head = head(line);
    let mut words = rules.longest_label;
    let mut end = 0;
    for token in head.split_inclusive(char::is_whitespace) {
        if words == 0 {
            break;
        }
        end += token.len();
        words -= usize::from(token.contains(is_alphanumeric));
    }
    &head[..end]
}

/// Tells whether a line is nothing but the address of a page or a person.
fn is_address(line: &str) -> bool {
    let whole = line.is_ascii() && !line.contains(' ');
    whole
        && (line.contains('@')
            || ["http://", "https://", "www."]
                .iter()
                .any(|start| line.starts_with(start)))
}

/// Tells whether a label stands in front of a caption, perhaps after the name
/// of the picture's owner.
fn is_labelled(line: &str) -> bool {
    CAPTION_LABELS.iter().any(|label| line.contains(label))
}

/// Tells whether a line without a final stop closes in a credit: "The minister
/// (Photo: X)", "… | Photo: X".
fn has_credit(line: &str, rules: &Rules) -> bool {
    let end = tail(line).trim_end_matches(is_bracket_end);
    let Some((_, credit)) = end.rsplit_once(['(', '[', '|', '（']) else {
        return false;
    };
    credit.contains([':', '：'])
        && !ends_in_terminator(line)
        && opens_with(&rules.captions, &normalize(bare(credit), rules.casing))
}

fn is_credited(line: &str, rules: &Rules) -> bool {
    // Few lines end in the letter of a credit, so few are normalised.
    let last = line.chars().next_back().filter(char::is_ascii);
    let ends_like = |credit: &&str| last.is_none_or(|c| credit.ends_with(c.to_ascii_lowercase()));
    if !PICTURE_CREDITS.iter().any(ends_like) {
        return false;
    }
    let normal = normalize(tail(line), rules.casing);
    PICTURE_CREDITS
        .iter()
        .any(|credit| normal.ends_with(credit))
}

/// Tells whether a normalised line begins with a phrase of a set, as words or,
/// where words are not spaced, as letters.
fn opens_with(phrases: &PhraseSet, normal: &str) -> bool {
    phrases.leading(normal.split_whitespace()).is_some()
        || phrases.leading(words(normal)).is_some()
        || opens_with_letters(phrases, normal)
}

/// A short phrase that runs on into the next word may be part of one: 記者 of
/// 記者会見.
fn opens_with_letters(phrases: &PhraseSet, normal: &str) -> bool {
    let Some(phrase) = phrases.prefix(normal) else {
        return false;
    };
    let mark = phrase.ends_with(|c: char| !is_alphanumeric(c));
    let apart = !normal[phrase.len()..].starts_with(is_alphanumeric);
    let long = phrase.starts_with(is_unspaced) && phrase.chars().count() >= MIN_PHRASE_CHARS;
    mark || apart && phrase.starts_with(is_unspaced) || long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_stamps_are_in_order() {
        assert!(STAMP_WORDS.is_sorted());
    }

    #[test]
    fn a_label_has_as_many_words_as_any_phrase_has() {
        let rules = Rules::of("en");
        assert!(rules.longest_label > 1);
        let line = "— Read — more: about it, and about much more than this";
        let label = label(line, rules);
        assert!(line.starts_with(label) && label.len() < line.len());
        assert_eq!(words(label).count(), rules.longest_label);
    }
}
