//! Lines that are no part of the story: bylines, captions, links, headings.
//! They are marked, never dropped.

use super::boundary::{head, is_closer, is_terminator};
use super::{RawSentence, SentenceKind, has_word};
use crate::text::normalize::normalize;
use crate::text::rules::{PhraseSet, Rules};

/// Longest line, in words, that points to another page.
const MAX_LINK_WORDS: usize = 20;
/// Longest byline in words.
const MAX_BYLINE_WORDS: usize = 10;
/// Longest caption in words.
const MAX_CAPTION_WORDS: usize = 40;
/// Longest heading in words.
const MAX_HEADING_WORDS: usize = 10;
/// Longest teaser in words: a first paragraph that breaks off at a comma.
const MAX_TEASER_WORDS: usize = 40;
/// A heading announces a longer text.
const MIN_HEADED_WORDS: usize = 8;

/// Names of picture agencies that close a caption's credit.
const PICTURE_CREDITS: &[&str] = &["getty images", "afp/getty", "(afp)", "(reuters)", "shutterstock", "ap photo"];

/// Marks the sentences of one paragraph.
pub(super) fn mark(text: &str, sentences: &mut [RawSentence], rules: &Rules) {
    let first = sentences.first().map_or(0, |sentence| sentence.range.start);
    let last = sentences.last().map_or(0, |sentence| sentence.range.end);
    let whole = line_kind(&text[first..last], rules);
    for sentence in sentences {
        let line = &text[sentence.range.clone()];
        if sentence.kind == SentenceKind::Dateline {
            continue;
        }
        sentence.kind = if !has_word(line) {
            SentenceKind::Symbols
        } else if let Some(kind) = whole {
            kind
        } else if let Some(kind) = tail_kind(line, rules) {
            kind
        } else {
            SentenceKind::Body
        };
    }
}

/// Marks, once all sentences are known, the paragraphs that only announce
/// others: headings, and a teaser that breaks off.
pub(super) fn mark_headings(text: &str, sentences: &mut [RawSentence]) {
    let words = |sentence: &RawSentence| text[sentence.range.clone()].split_whitespace().count();
    for at in 0..sentences.len().saturating_sub(1) {
        let (one, next) = (&sentences[at], &sentences[at + 1]);
        let alone = one.paragraph != next.paragraph
            && (at == 0 || sentences[at - 1].paragraph != one.paragraph);
        if one.kind != SentenceKind::Body || !alone {
            continue;
        }
        let line = &text[one.range.clone()];
        let breaks_off = one.paragraph == 0
            && line.ends_with(['،', ',', '؛', ':', '…'])
            && words(one) <= MAX_TEASER_WORDS;
        let announces = !ends_sentence(line)
            && words(one) <= MAX_HEADING_WORDS
            && words(next) >= MIN_HEADED_WORDS.max(words(one) + words(one) / 2);
        if breaks_off || announces {
            sentences[at].kind = SentenceKind::Heading;
        }
    }
}

/// Tells what a paragraph is when all of it is furniture.
fn line_kind(line: &str, rules: &Rules) -> Option<SentenceKind> {
    let words = line.split_whitespace().take(MAX_CAPTION_WORDS + 1).count();
    if words > MAX_CAPTION_WORDS {
        return None;
    }
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bracketed = line.starts_with(['(', '[', '（']) && line.ends_with([')', ']', '）']);
    if words <= MAX_LINK_WORDS && opens_with(&rules.links, bare, rules) {
        return Some(SentenceKind::Link);
    }
    if is_caption(line, bare, bracketed, rules) {
        return Some(SentenceKind::Caption);
    }
    let is_byline = words <= MAX_BYLINE_WORDS
        && opens_with(&rules.bylines, bare, rules)
        && (bracketed || bare.contains(':') || !ends_sentence(line));
    is_byline.then_some(SentenceKind::Byline)
}

/// Tells what a sentence at the end of a paragraph is when it alone is
/// furniture: "(Reporting by …)".
fn tail_kind(sentence: &str, rules: &Rules) -> Option<SentenceKind> {
    if !sentence.starts_with(['(', '[']) {
        return None;
    }
    let bare = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    if opens_with(&rules.bylines, bare, rules) {
        return Some(SentenceKind::Byline);
    }
    opens_with(&rules.captions, bare, rules).then_some(SentenceKind::Caption)
}

fn is_caption(line: &str, bare: &str, bracketed: bool, rules: &Rules) -> bool {
    let normal = normalize(line, rules.casing);
    let credited = PICTURE_CREDITS.iter().any(|credit| normal.ends_with(credit));
    let cued = opens_with(&rules.captions, bare, rules)
        && (bracketed || bare.contains([':', '-', '–', '/', '(']) || !ends_sentence(line));
    credited || cued
}

/// Tells whether a line begins with a phrase of a set; punctuation after it
/// is not looked at.
fn opens_with(phrases: &PhraseSet, line: &str, rules: &Rules) -> bool {
    let normal = normalize(head(line), rules.casing);
    let with_colons = normal.split_whitespace();
    let bare = normal
        .split(|c: char| c.is_whitespace() || matches!(c, ':' | '،' | ',' | '.' | '!' | '|' | '»'))
        .filter(|word| !word.is_empty());
    phrases.leading(with_colons).is_some() || phrases.leading(bare).is_some()
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(is_closer).ends_with(is_terminator)
}
