//! Lines that announce the text below them, once all sentences are known, and
//! lines of a page that no text is around.

use super::super::place::asks;
use super::super::token::{
    count_tokens, count_words, ends_in_terminator, first_word, head, is_cased, is_small,
    is_unspaced, last_token, words,
};
use super::super::unstopped::closes;
use super::super::{RawSentence, SentenceKind};
use super::announced::may_be_name;
use super::is_item;
use crate::text::normalize::{is_numeric, normalize};
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
/// Beginnings of Arabic words whose first letter is not "and": minister, ministry,
/// death, delegation, agency, …
const OWN_WAW: &[&str] = &[
    "وزير", "وزار", "وزراء", "وفاة", "وفد", "وفود", "وكال", "وكيل", "وكلاء", "واشنطن", "ورش", "ولي",
    "والد", "والي", "وثيق", "وثائق", "وسط", "وصول", "وقف", "وضع", "وداع", "وحد", "ولاي", "ولاد",
    "وجه", "وجوه", "وارد", "وظائف", "وظيف", "وعد", "وعود", "ورق", "ورد", "ورود", "وسائل", "وسيل",
    "وساط", "وسيط", "وادي", "واحد", "واحة", "وباء", "وبائ", "وصف", "وجب", "وزن", "ورث", "وهم",
    "وهب", "واتس", "وول", "وفيات", "وداد", "ودائع", "وديع", "وتير", "وهران", "ويتكوف", "وائل",
    "وليد", "وسام", "وجدان", "وحش", "وحوش", "وافد", "وارسو", "ورم", "وشاح", "وصاي", "وعي", "وفاق",
    "وفاء", "وقائ", "وكر", "ولع", "وهج", "ويندوز", "ويكي", "ويل", "وست", "وطن", "وقود", "وقت",
    "وقاي", "واقع", "واجب",
];
/// Fewest words of an item, its bullet counted, that is no heading.
const MIN_ITEM_WORDS: usize = 5;
/// Fewest words of a line that says who speaks.
const MIN_SPEAKING_WORDS: usize = 3;
/// Fewest words of a line that a connective opens and no title.
const MIN_CLAUSE_WORDS: usize = 9;
/// The same of one that a verb ends.
const MIN_CLOSED_WORDS: usize = 8;
/// The same in Arabic, where hardly any title opens with one.
const MIN_JOINED_WORDS: usize = 4;
/// Shortest Arabic word that "and" may be the first letter of, in letters.
const MIN_JOINED_LETTERS: usize = 4;
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
        if line.announces(text, &below, rules) {
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
    order > 0
        && is_item(line)
        // A question is an interviewer's.
        && !line.ends_with([':', '：', '?', '؟', '？', ';'])
        && length(line, MIN_ITEM_WORDS) >= MIN_ITEM_WORDS
        && beside
}

/// Tells whether a line is a sentence that goes on with those before it, its stop
/// missing: a connective opens it, or the Arabic "and", or a verb ends it as in Urdu
/// it ends sentences.
fn goes_on(line: &str, rules: &Rules) -> bool {
    let arabic = std::ptr::eq(rules, Rules::of("ar"));
    let first = first_word(line);
    let joined = first.starts_with('و')
        && first.chars().nth(MIN_JOINED_LETTERS - 1).is_some()
        && !OWN_WAW.iter().any(|word| first.starts_with(word));
    // Titles in capitals, and in Vietnamese, open with any word.
    let capitals = line.contains(is_cased) && !line.contains(is_small);
    let may_open = !capitals && !rules.letters_are_words;
    let long = || may_open && count_words(line, MIN_CLAUSE_WORDS) >= MIN_CLAUSE_WORDS;
    let ends_clause = || count_words(line, MIN_CLOSED_WORDS) >= MIN_CLOSED_WORDS;
    let connects = || {
        let normal = normalize(head(line), rules.casing);
        rules.connectives.leading(words(&normal)).is_some()
    };
    let short = || arabic && count_words(line, MIN_JOINED_WORDS) >= MIN_JOINED_WORDS;
    arabic && joined
        || (short() || long()) && connects()
        || rules.verbs_end && ends_clause() && closes(line)
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
    let stopped = |paragraph: &&[RawSentence]| ends_in_terminator(line(paragraph));
    if paragraphs.iter().filter(|one| stopped(one)).count() < MIN_STOPPED {
        return Vec::new();
    }
    let is_short = |paragraph: &&[RawSentence], most: usize| {
        let line = line(paragraph);
        paragraph.len() == 1 && !is_item(line) && length(line, most + 1) <= most
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
    let titles = paragraphs[end..]
        .iter()
        .take_while(|one| !line(one).ends_with([':', '：', ',', '،', '、']));
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

impl Line<'_> {
    /// Tells whether it says who speaks, with the words below it: "The minister went
    /// on:".
    fn introduces(&self, rules: &Rules) -> bool {
        let said = || {
            let last = last_token(self.text.trim_end_matches([':', '：', ' ']));
            rules.speech_verbs.contains(&normalize(last, rules.casing))
        };
        !self.first
            && self.text.ends_with([':', '：'])
            && count_words(self.text, MIN_SPEAKING_WORDS) >= MIN_SPEAKING_WORDS
            && said()
    }

    /// Tells whether it announces the paragraph after it: a line that stands
    /// alone, or a headline of several sentences.
    fn announces(&self, text: &str, below: &Below<'_>, rules: &Rules) -> bool {
        let line = self.text;
        let alone = self.sentences.len() == 1;
        let several = self.first && body(self.sentences).count() == self.sentences.len();
        if !(alone || several) {
            return false;
        }
        let may_break_off = self.first && line.ends_with(['،', ',', '؛', ':', '…']);
        // A comma or a semicolon parts the clauses of one sentence.
        let clause = !self.first && line.ends_with([',', '،', ';', '؛']);
        let may_head = !ends_in_terminator(line) && !clause && !self.introduces(rules);
        let may_ask = self.first
            && alone
            && (line.ends_with(['?', '؟', '？']) || line.ends_with(|c| asks(c, rules)));
        if !may_break_off && !may_head && !may_ask {
            return false;
        }
        // Asked last, of the few lines that may announce, as it reads their words.
        if self.listed || !self.opens && !self.first && goes_on(line, rules) {
            return false;
        }
        let words = length(line, MAX_TEASER_WORDS + 1);
        if words > MAX_HEADING_WORDS && line.ends_with([':', '：']) && is_item(below.text) {
            return false;
        }
        if self.first && words <= MAX_TEASER_WORDS && is_said_twice(line) {
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
                || below.has_sentence_of(MIN_HEADED_WORDS.max(words + words / 4), text)
        };
        breaks_off
            || may_head && words <= most && is_headed()
            || may_ask && words <= MAX_HEADLINE_WORDS && below.is_report()
    }
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
