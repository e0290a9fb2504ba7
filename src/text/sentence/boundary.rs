//! Cuts a paragraph into sentences: candidates, each moved to its side of the
//! quotes around it and then judged.

use std::ops::Range;

use super::candidate::candidates;
use super::dateline::is_signature;
use super::furniture::is_initialled;
use super::place::Place;
use super::quote::{Openings, is_closer, is_opener};
use super::token::{is_terminator, last_token};
use super::{blank, has_word, joint, trim, unstopped};
use crate::text::marks::Stretch;
use crate::text::rules::Rules;

/// Most digits of a note's number.
const MAX_NOTE_DIGITS: usize = 3;

/// Splits a paragraph from a place on into sentences, as ranges of it.
pub(super) fn split(paragraph: Stretch<'_>, from: usize, rules: &Rules) -> Vec<Range<usize>> {
    let text = paragraph.text;
    let mut pieces = Vec::new();
    let mut start = from;
    let mut openings = Openings::starting_at(from, paragraph, rules);
    for candidate in candidates(paragraph, from, openings.lost, rules) {
        let end = from + text[from..candidate].trim_end_matches(is_between).len();
        if end <= start {
            continue;
        }
        openings.read(end);
        let cut = past_notes(text, openings.past_closers(end));
        if cut == text.len() {
            // The last sentence ends here, whatever it ends in.
            break;
        }
        if Place::new(text, start, end..cut, &openings, rules).ends_sentence() {
            pieces.push(start..cut);
            start = cut;
            openings.forget();
        }
    }
    let end = start + signature_start(&text[start..]).unwrap_or(text.len() - start);
    pieces.push(start..end);
    if end < text.len() {
        pieces.push(end..text.len());
    }
    let pieces = join_wordless(text, pieces);
    if rules.latin {
        return joint::split(text, pieces, rules);
    }
    if rules.verbs_end {
        return unstopped::split(text, pieces);
    }
    if rules.blanks_end {
        return blank::split(text, pieces);
    }
    pieces
}

/// Returns where the initials of who wrote begin, which stand behind the last stop:
/// "… nach Hause. pm/hm".
fn signature_start(sentence: &str) -> Option<usize> {
    if sentence.ends_with(is_terminator) {
        return None;
    }
    // "… สัปดาห์นี้.-417-สำนักข่าวไทย".
    let dashed = sentence.rfind(".-").map(|stop| stop + 1);
    if let Some(at) = dashed.filter(|&at| is_signature(&sentence[at..])) {
        return Some(at);
    }
    let last = last_token(sentence);
    let before = sentence[..sentence.len() - last.len()].trim_end();
    (before.ends_with('.') && is_initialled(last)).then(|| sentence.len() - last.len())
}

/// Returns the place behind the numbers of notes that follow at once: "[1]".
fn past_notes(text: &str, cut: usize) -> usize {
    let mut rest = &text[cut..];
    loop {
        let next = if rest.len() < text[cut..].len() {
            rest.trim_start()
        } else {
            rest
        };
        let Some(inside) = next.strip_prefix('[') else {
            break;
        };
        let number = inside
            .bytes()
            .take(MAX_NOTE_DIGITS)
            .take_while(u8::is_ascii_digit);
        let digits = number.count();
        match inside[digits..].strip_prefix(']') {
            Some(after) if digits > 0 => rest = after,
            _ => break,
        }
    }
    text.len() - rest.len()
}

/// Tells whether a character stands between two sentences.
fn is_between(c: char) -> bool {
    c.is_whitespace() || is_closer(c) || is_opener(c)
}

/// Trims the pieces and gives those without a letter or digit (stray quotes,
/// bullets, emoji) to their neighbour.
fn join_wordless(paragraph: &str, pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
    let mut orphan_start = None;
    for piece in pieces {
        let piece = trim(paragraph, piece);
        if piece.is_empty() {
            continue;
        }
        if has_word(&paragraph[piece.clone()]) {
            let start = orphan_start.take().unwrap_or(piece.start);
            joined.push(start..piece.end);
        } else if let Some(last) = joined.last_mut() {
            last.end = piece.end;
        } else {
            orphan_start.get_or_insert(piece.start);
        }
    }
    if let Some(start) = orphan_start {
        joined.push(trim(paragraph, start..paragraph.len()));
    }
    joined
}
