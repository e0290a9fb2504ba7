//! Lines that announce the text below them, once all sentences are known, and
//! lines of a page that no text is around.

use super::super::place::asks;
use super::super::quote::{is_bracket_end, is_bracket_start};
use super::super::token::{count_tokens, count_words, ends_in_terminator, is_unspaced};
use super::super::unstopped::closes;
use super::super::{RawSentence, SentenceKind};
use super::announced::may_be_name;
use super::clause::{ends_clause, ends_in_speech, goes_on, is_clause};
use super::is_item;
use crate::text::normalize::is_numeric;
use crate::text::rules::Rules;

/// Longest heading in words.
const MAX_HEADING_WORDS: usize = 10;
/// Longest headline in words.
pub(in super::super) const MAX_HEADLINE_WORDS: usize = 18;
/// Longest teaser in words: a first paragraph that breaks off at a comma.
const MAX_TEASER_WORDS: usize = 40;
/// Most lines above a document that announce it together, such as what, where
/// and when.
const MAX_OPENING_LINES: usize = 5;
/// A heading announces a longer text.
const MIN_HEADED_WORDS: usize = 8;
/// Longest entry of a menu in words, and fewest entries.
const MAX_ENTRY_WORDS: usize = 4;
const MIN_ENTRIES: usize = 3;
/// Fewest words of an item, its bullet counted, that is no heading.
const MIN_ITEM_WORDS: usize = 5;
/// Fewest words of a line that says who speaks.
const MIN_SPEAKING_WORDS: usize = 3;
/// Longest note in brackets behind a line, in words.
const MAX_NOTE_WORDS: usize = 3;
/// Bullets that point to other pages as well.
const ARROWS: [char; 5] = ['►', '▸', '➤', '➔', '→'];
/// What parts the teasers of a deck.
const DECK_SIGNS: [&str; 3] = [" • ", " ● ", " ■ "];
/// Fewest words of each.
const MIN_TEASER_WORDS: usize = 3;
/// Fewest paragraphs with a stop by which lines without one are no text.
const MIN_STOPPED: usize = 3;

/// Marks the paragraphs that only announce others, headings and a teaser that
/// breaks off, and the menus, titles and names around the text.
pub(in super::super) fn mark(text: &str, sentences: &mut [RawSentence], rules: &Rules) {
    let paragraphs: Vec<&[RawSentence]> = sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
        // Bylines and captions may stand between a headline and its text.
        .filter(|paragraph| body(paragraph).next().is_some())
        .collect();
    let around = around(text, &paragraphs, rules);
    let headings = headings(text, &paragraphs, rules);
    for sentence in sentences {
        if headings.binary_search(&sentence.paragraph).is_ok() {
            sentence.kind = SentenceKind::Heading;
        } else if let Ok(at) = around.binary_search_by_key(&sentence.paragraph, |(one, _)| *one) {
            sentence.kind = around[at].1;
        }
    }
}

/// Lists the paragraphs that announce others.
fn headings(text: &str, paragraphs: &[&[RawSentence]], rules: &Rules) -> Vec<usize> {
    let opening = opening_lines(text, paragraphs);
    let mut report = paragraphs.iter().skip(opening.max(1));
    let page = Page {
        text,
        loose: report.any(|one| is_loose(whole(text, one))),
    };
    let mut headings = Vec::new();
    let mut next: &[RawSentence] = &[];
    for (order, paragraph) in paragraphs.iter().enumerate().rev() {
        // Those below it come first, so the last heading is the one nearest.
        let heading = headings.last().copied();
        let at_once =
            !heading.is_some_and(|heading| next.iter().all(|one| one.paragraph > heading));
        let below = Below {
            text: whole(text, next),
            sentences: next,
            at_once,
        };
        let line = Line {
            text: whole(text, paragraph),
            sentences: paragraph,
            first: order == 0,
            listed: is_listed(text, paragraphs, order),
            opens: order < opening && (order == 0 || !is_item(whole(text, paragraph))),
        };
        if line.announces(&page, &below, rules) {
            headings.push(paragraph[0].paragraph);
            if order < MAX_OPENING_LINES {
                // What is above it announces the same text.
                continue;
            }
        }
        next = paragraph;
    }
    headings.reverse();
    headings
}

/// Tells whether a paragraph is an item of a list, beside another.
/// With a word or two, or a colon of its own, it is a heading as well.
fn is_listed(text: &str, paragraphs: &[&[RawSentence]], order: usize) -> bool {
    let above = order
        .checked_sub(1)
        .map(|above| whole(text, paragraphs[above]));
    let below = paragraphs.get(order + 1).map(|below| whole(text, below));
    let line = whole(text, paragraphs[order]);
    // Where whole paragraphs have bullets, so have their headings.
    let is_entry =
        |line: &str| is_item(line) && length(line, MAX_HEADLINE_WORDS + 1) <= MAX_HEADLINE_WORDS;
    let beside = above.is_some_and(is_entry) || below.is_some_and(is_entry);
    // The first line may be a headline with a sign of its own.
    let sign = |line: &str| line.chars().next().filter(|c| !is_numeric(*c));
    let marked_alike = below.is_some_and(|below| sign(below) == sign(line));
    is_item(line)
        && (order > 0 || marked_alike)
        // A question is an interviewer's.
        && !line.ends_with([':', '：', '?', '؟', '？', ';'])
        && beside
        && (length(line, MIN_ITEM_WORDS) >= MIN_ITEM_WORDS || above.is_some_and(is_entry))
}

/// Tells whether a line lacks its stop though it is longer than headings are.
fn is_loose(line: &str) -> bool {
    !is_stopped(line)
        && !line.ends_with([':', '：'])
        && !is_item(line)
        && length(line, MAX_HEADING_WORDS + 1) > MAX_HEADING_WORDS
}

/// Counts the lines above the first paragraph that ends as a sentence does and is
/// longer than most headings: a headline may stand on any of them, below a kicker.
/// Where nothing ends so, as in Thai and in verse, there are none.
fn opening_lines(text: &str, paragraphs: &[&[RawSentence]]) -> usize {
    let report = paragraphs.iter().position(|paragraph| {
        let line = whole(text, paragraph);
        ends_in_terminator(line) && length(line, MIN_HEADED_WORDS) >= MIN_HEADED_WORDS
    });
    report.map_or(0, |lines| lines.min(MAX_OPENING_LINES))
}

/// Lists the paragraphs around the text that are no part of it, where enough of it
/// has stops: entries of a menu above the first paragraph with a stop, and, behind
/// the last one, titles of other pages and names of who wrote.
fn around(text: &str, paragraphs: &[&[RawSentence]], rules: &Rules) -> Vec<(usize, SentenceKind)> {
    let line = |paragraph: &&[RawSentence]| whole(text, paragraph);
    let stopped = |paragraph: &&[RawSentence]| is_stopped(line(paragraph));
    if paragraphs.iter().filter(|one| stopped(one)).count() < MIN_STOPPED {
        return Vec::new();
    }
    let is_short = |paragraph: &&[RawSentence], most: usize| {
        let line = line(paragraph);
        // A lone arrow points to another page.
        let listed = is_item(line) && !line.starts_with(ARROWS);
        paragraph.len() == 1 && !listed && length(line, most + 1) <= most
    };
    let first = paragraphs.iter().position(&stopped).unwrap_or(0);
    let end = paragraphs
        .iter()
        .rposition(stopped)
        .map_or(0, |last| last + 1);
    let entries = paragraphs[..first]
        .chunk_by(|a, b| is_short(a, MAX_ENTRY_WORDS) == is_short(b, MAX_ENTRY_WORDS));
    let entries =
        entries.filter(|run| run.len() >= MIN_ENTRIES && is_short(&run[0], MAX_ENTRY_WORDS));
    // A list is text, and a colon or a comma is before it.
    let listed = paragraphs[end..]
        .iter()
        .position(|one| line(one).ends_with([':', '：', ',', '،', '、']));
    // What is above that is its heading.
    let last = listed.map_or(paragraphs.len(), |at| end + at.saturating_sub(1));
    let titles = paragraphs[end..last].iter();
    // What ends in a number is a row of a table.
    let is_title = |one: &&&[RawSentence]| {
        let text = line(one);
        is_short(one, MAX_HEADING_WORDS) && !text.ends_with(is_numeric) && !goes_on(text, rules)
    };
    let titles = titles.filter(is_title);
    let number = |paragraph: &&[RawSentence]| paragraph[0].paragraph;
    let kind = |paragraph: &&[RawSentence]| {
        if may_be_name(line(paragraph)) {
            SentenceKind::Byline
        } else {
            SentenceKind::Link
        }
    };
    let entries = entries
        .flatten()
        .map(|one| (number(one), SentenceKind::Link));
    entries
        .chain(titles.map(|one| (number(one), kind(one))))
        .collect()
}

/// Tells whether a line ends as sentences do, perhaps with a note in brackets behind
/// the stop: "… on Monday. [ab/cd]"; one in front of it, as in "Bill passed (upd.)", is
/// no stop of the line.
fn is_stopped(line: &str) -> bool {
    if !line.ends_with(is_bracket_end) {
        return ends_in_terminator(line);
    }
    let note = line.rfind(is_bracket_start);
    let before = note.map(|at| (line[..at].trim_end(), &line[at..]));
    let before = before.filter(|(before, note)| {
        // One with a stop of its own is a sentence: ((خبرې روانې دي.)).
        let most = if ends_in_terminator(note) {
            1
        } else {
            MAX_NOTE_WORDS
        };
        !before.is_empty() && count_words(note, most + 1) <= most
    });
    ends_in_terminator(before.map_or(line, |(before, _)| before))
}

/// Returns a paragraph from its first sentence to its last.
pub(super) fn whole<'t>(text: &'t str, paragraph: &[RawSentence]) -> &'t str {
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

/// A paragraph that may announce the one below it.
struct Line<'s> {
    text: &'s str,
    sentences: &'s [RawSentence],
    /// Whether it is the first of the document.
    first: bool,
    /// Whether it is an item of a list.
    listed: bool,
    /// Whether it stands above the report.
    opens: bool,
}

/// The document that lines are looked at in.
struct Page<'t> {
    text: &'t str,
    /// Whether whole sentences below the report have no stop.
    loose: bool,
}

impl Line<'_> {
    /// Tells whether it says who speaks, with the words below it: "The minister went
    /// on:".
    fn introduces(&self, rules: &Rules) -> bool {
        let said = || ends_in_speech(self.text.trim_end_matches([':', '：', ' ']), rules);
        !self.first
            && self.text.ends_with([':', '：'])
            && count_words(self.text, MIN_SPEAKING_WORDS) >= MIN_SPEAKING_WORDS
            && said()
    }

    /// Tells whether it announces the paragraph after it: a line that stands
    /// alone, or a headline of several sentences.
    fn announces(&self, page: &Page<'_>, below: &Below<'_>, rules: &Rules) -> bool {
        let line = self.text;
        let alone = self.sentences.len() == 1;
        let several = self.first && body(self.sentences).count() == self.sentences.len();
        if !(alone || several) {
            return false;
        }
        let may_break_off = self.first && line.ends_with(['،', ',', '؛', ':', '…']);
        // A comma or a semicolon parts the clauses of one sentence.
        let clause = !self.first && ends_clause(line);
        let may_head = !is_stopped(line) && !clause && !self.introduces(rules);
        let may_ask = self.first
            && alone
            && (line.ends_with(['?', '؟', '？']) || line.ends_with(|c| asks(c, rules)));
        if !may_break_off && !may_head && !may_ask {
            return false;
        }
        // Asked last, of the few lines that may announce, as it reads their words.
        let below_opening = !self.opens && !self.first;
        let is_sentence = || goes_on(line, rules) || page.loose && is_clause(line, rules);
        if self.listed || below_opening && is_sentence() {
            return false;
        }
        let words = length(line, MAX_TEASER_WORDS + 1);
        if words > MAX_HEADING_WORDS && line.ends_with([':', '：']) && is_item(below.text) {
            return false;
        }
        let twofold = || {
            self.first && is_said_twice(line)
                || alone && self.opens && !self.first && is_deck(line, rules)
        };
        if words <= MAX_TEASER_WORDS && twofold() {
            return true;
        }
        let most = if self.first || self.opens {
            MAX_HEADLINE_WORDS
        } else {
            MAX_HEADING_WORDS
        };
        let breaks_off = may_break_off && alone && words <= MAX_TEASER_WORDS;
        let is_headed = || {
            self.opens
                || self.first && below.is_report()
                || below.has_sentence_of(MIN_HEADED_WORDS.max(words + words / 4), page.text)
        };
        breaks_off
            || may_head && words <= most && is_headed()
            || may_ask && words <= MAX_HEADLINE_WORDS && below.is_report()
    }
}

/// Tells whether a line below the headline has several teasers: "The bill passed in May
/// • What it will cost • Who has to pay", and is no list behind a colon.
fn is_deck(line: &str, rules: &Rules) -> bool {
    let sign = DECK_SIGNS.iter().find(|sign| line.contains(*sign));
    sign.is_some_and(|sign| {
        let mut teasers = line.split(sign);
        let first = teasers.clone().next().unwrap_or_default();
        !first.contains([':', '：'])
            && teasers.all(|teaser| {
                let words = length(teaser, MAX_HEADLINE_WORDS + 1);
                let told = closes(teaser) || is_clause(teaser, rules);
                (MIN_TEASER_WORDS..=MAX_HEADLINE_WORDS).contains(&words) && !told
            })
    })
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
