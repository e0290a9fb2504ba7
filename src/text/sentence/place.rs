//! Whether a sentence ends at a place, judged by what stands on its two sides.

use std::ops::Range;

use super::abbreviation::{
    full_stop_ends_sentence, letter_stop_ends_sentence, list_ending_follows, opens_sentence,
};
use super::candidate::starts_clipped;
use super::lost::LostQuotes;
use super::quote::{Openings, TWO_COMMAS, closes, is_bracket_end, is_bracket_start, is_closer};
use super::token::{
    count_words, ends_in_terminator, ends_in_two_colons, first_token, first_word, head, is_cased,
    is_hangul, is_hebrew, is_invisible, is_small, is_terminator, is_unspaced, last_token, words,
};
use super::unstopped::ends_in_bar;
use crate::text::normalize::{is_alphanumeric, is_numeric, normalize};
use crate::text::rules::{PhraseSet, Rules};

/// How many words after a quotation the verb that attributes it may come, in
/// scripts with case: a name of a few words, then the verb.
const MAX_WORDS_TO_VERB: usize = 4;
/// The same in scripts without, where languages put the verb last.
const MAX_CASELESS_WORDS_TO_VERB: usize = 6;
/// Longest text in brackets in which no sentence ends, in characters.
const MAX_BRACKETED_CHARS: usize = 40;
/// How far the end of a quotation may be for what stands in it not to be cut,
/// in characters.
const MAX_QUOTED_CHARS: usize = 120;
/// Most words in front of a headline, where there are no capitals.
const MAX_KICKER_WORDS: usize = 2;
/// Fewest words that "and said" does not lean on.
const MIN_SAID_WORDS: usize = 4;
/// Ends of addresses as names of portals write them.
const TOP_LEVEL_DOMAINS: &[&str] = &[
    "Ru", "RU", "Ру", "Рф", "РФ", "Com", "Ua", "UA", "نت", "كوم", "कॉम", "नेट", "কম", "নেট",
];
/// Endings that Hebrew sets behind a stop for the other gender.
const GENDER_ENDINGS: &[&str] = &["ת", "ה", "ות", "י", "ן", "ים", "ית", "יות", "תן", "נה"];
/// "And" where it is a letter.
const AND: [char; 3] = ['و', 'व', 'ও'];
/// Most digits of the number of an item.
const MAX_ITEM_DIGITS: usize = 2;
/// Most characters of a syllable in an abbreviation, vowel signs counted.
const MAX_SYLLABLE_CHARS: usize = 3;
/// Longest verb of saying in a script without spaces, in characters.
const MAX_VERB_CHARS: usize = 8;

/// What stands on both sides of a place where a sentence might end.
pub(super) struct Place<'p> {
    /// The text before, up to and with the terminator.
    core: &'p str,
    /// The last quote or bracket that closes between terminator and place.
    closer: Option<char>,
    /// What stands in the sentence before the pair that closes here, if that
    /// was opened inside the sentence.
    lead_in: &'p str,
    /// The quote or bracket that was opened last in the sentence and is still
    /// open, with what stands behind it up to the place; no bracket around the
    /// whole sentence.
    open: Option<(char, &'p str)>,
    /// Whether question marks stand for quotes.
    lost: LostQuotes,
    /// Whether white space stands there.
    spaced: bool,
    /// The text after, without white space at its start.
    right: &'p str,
    rules: &'p Rules,
}

impl<'p> Place<'p> {
    /// Looks at the place behind `closers`, with which the sentence that
    /// began at `start` might end.
    pub(super) fn new(
        paragraph: &'p str,
        start: usize,
        closers: Range<usize>,
        openings: &Openings<'_>,
        rules: &'p Rules,
    ) -> Self {
        let rest = &paragraph[closers.end..];
        let right = rest.trim_start();
        let mut visible = paragraph[closers.clone()]
            .chars()
            .filter(|&c| !is_invisible(c));
        let closer = visible.next();
        let opening = closer.and_then(|c| openings.opening_of(c)).unwrap_or(start);
        Self {
            core: &paragraph[start..closers.start],
            closer,
            lead_in: paragraph[start..opening.max(start)].trim(),
            open: (openings.last_open(closers.end))
                .filter(|&(c, at)| {
                    let is_first = || paragraph[start..at].trim().is_empty();
                    at >= start && !(is_bracket_start(c) && is_first())
                })
                .map(|(c, at)| (c, &paragraph[at + c.len_utf8()..closers.end])),
            lost: openings.lost,
            spaced: right.len() < rest.len(),
            right,
            rules,
        }
    }

    pub(super) fn ends_sentence(&self) -> bool {
        let Some(last) = self.core.chars().next_back() else {
            return false;
        };
        if self.goes_on_with_mark()
            || self.is_inner_bracket()
            || self.is_inside_bracket()
            || self.is_inside_clause()
        {
            return false;
        }
        match last {
            '.' if self.core.ends_with("..") => self.ellipsis_ends(),
            '…' => self.ellipsis_ends(),
            '.' => self.full_stop_ends(),
            '፡' | ':' => ends_in_two_colons(self.core) && !self.is_told_behind(),
            '።' => !self.is_told_behind(),
            '۔' if self.core.ends_with("۔۔") => self.ellipsis_ends(),
            '۔' => {
                self.closer.is_some()
                    || letter_stop_ends_sentence(self.core, self.right, self.rules)
            }
            ';' | '\u{37E}' => {
                self.mark_ends() && self.next_letter().is_some_and(char::is_uppercase)
            }
            '!' | '?' | '؟' | '‽' | '！' | '？' | '⁇' | '⁈' | '⁉' => self.mark_ends(),
            '。' | '｡' => !self.quote_goes_on(),
            '|' => ends_in_bar(self.core),
            other => is_terminator(other),
        }
    }

    /// In scripts with case a capital must follow; in the others anything
    /// that does not lean on the sentence before.
    fn ellipsis_ends(&self) -> bool {
        if list_ending_follows(self.right) || self.reference_follows() {
            return false;
        }
        match self.next_letter() {
            Some(c) if is_cased(c) => c.is_uppercase(),
            Some(c) if c.is_numeric() => false,
            Some(_) => {
                self.spaced && !self.is_kicker() && !self.leans_back() && !self.is_inside_title()
            }
            None => true,
        }
    }

    /// Tells whether dots part a word or two from the headline that follows, as a
    /// colon would: «رسميا.. الأهلي يتعاقد».
    fn is_kicker(&self) -> bool {
        let words = self.core.trim_end_matches(['.', '…', ' ']);
        let count = count_words(words, MAX_KICKER_WORDS + 1);
        count == 1 || count <= MAX_KICKER_WORDS && !ends_in_terminator(self.right)
    }

    fn full_stop_ends(&self) -> bool {
        if self.next_letter().is_some_and(is_small) && !starts_clipped(self.right)
            || self.is_in_unspaced_abbreviation()
            || self.is_in_dotted_abbreviation()
            || self.is_in_domain()
            || self.is_between_letters()
            || self.is_before_ending()
            || self.is_number_of_unspaced_item()
        {
            return false;
        }
        match self.closer {
            Some(c) if !is_bracket_end(c) => {
                let abbreviated = || {
                    self.right.starts_with(is_bracket_start)
                        && self.rules.abbreviations.contains(last_token(self.core))
                };
                !self.opens_with_speech_verb() && !abbreviated()
            }
            _ => full_stop_ends_sentence(self.core, self.right, self.rules),
        }
    }

    /// Tells whether the stop belongs to an abbreviation as all stops do where
    /// blanks end sentences, "ร่าง พ.ร.บ.", "14.00 น.", or to a name: "综指.SSEC".
    fn is_in_unspaced_abbreviation(&self) -> bool {
        let mut before = self.core.chars().rev().skip(1);
        before.next().is_some_and(is_unspaced)
            && (self.rules.blanks_end
                || !self.spaced && self.right.starts_with(|c: char| c.is_ascii_alphanumeric()))
    }

    /// Tells whether the stop is that of a number inside a list: "积分榜：1.海港 12分；2.泰山",
    /// "ดังนี้ 1.จัดทำ".
    fn is_number_of_unspaced_item(&self) -> bool {
        let core = self.core.trim_end_matches('.');
        let before = core.trim_end_matches(is_numeric);
        (1..=MAX_ITEM_DIGITS).contains(&core[before.len()..].chars().count())
            && (before.ends_with(['：', '；', '，', '“', '、'])
                || self.rules.blanks_end && !self.spaced && before.ends_with(' '))
            && self.right.starts_with(is_unspaced)
    }

    /// Tells whether the stop parts two lone letters: «12/ت.ص», «۱۴۰۲هـ.ش».
    fn is_between_letters(&self) -> bool {
        if self.spaced {
            return false;
        }
        let before = self.core.chars().rev().skip(1);
        let mut before = before.filter(|&c| c != 'ـ' && !is_invisible(c));
        let mut after = self.right.chars();
        // Behind a year the letters are those of an era: of the sun, of the moon, before
        // Christ.
        let is_era = self.right.starts_with(['ش', 'ق'])
            || ["ـ.", "ق."].iter().any(|sign| self.core.ends_with(sign));
        let is_caseless = |c: char| {
            c.is_alphabetic()
                && !is_cased(c)
                && !is_unspaced(c)
                && !is_hangul(c)
                && !AND.contains(&c)
        };
        before.next().is_some_and(is_caseless)
            && !before
                .next()
                .is_some_and(|c| c.is_alphabetic() || is_numeric(c) && !is_era)
            && after.next().is_some_and(is_caseless)
            && !after.next().is_some_and(char::is_alphanumeric)
    }

    /// Tells whether the stop parts a word from the ending of the other gender, as
    /// Hebrew writes for both: «תושבים.ות».
    fn is_before_ending(&self) -> bool {
        let mut before = self.core.chars().rev().skip(1);
        !self.spaced
            && before.next().is_some_and(is_hebrew)
            && GENDER_ENDINGS.contains(&first_word(self.right))
    }

    /// Tells whether the stop stands in the name of a portal: «Газета.Ru».
    fn is_in_domain(&self) -> bool {
        !self.spaced
            && (TOP_LEVEL_DOMAINS.contains(&first_word(self.right)) || self.is_in_quoted_name())
    }

    /// Tells whether the stop stands in the name of a portal in quotes: «Яндекс.Маркет».
    fn is_in_quoted_name(&self) -> bool {
        self.open.is_some_and(|(quote, inside)| {
            let end = self.right.find(|c: char| !c.is_alphabetic());
            let closed = end.is_some_and(|end| self.right[end..].starts_with(|c| closes(quote, c)));
            closed && !inside.trim_end_matches('.').contains(char::is_whitespace)
        })
    }

    /// Tells whether the stop parts syllables of an abbreviation where there are
    /// no capitals: "भा.ज.पा.".
    fn is_in_dotted_abbreviation(&self) -> bool {
        if self.spaced {
            return false;
        }
        let (before, after) = (last_token(self.core), first_token(self.right));
        let stopped = after.strip_suffix('.');
        stopped.is_some_and(|after| before.split('.').chain(after.split('.')).all(is_syllable))
    }

    /// Tells whether the place stands in, or closes, a quotation that a particle
    /// makes a part of its clause: 「…。…」と述べた, “….”고 했다.
    fn is_inside_clause(&self) -> bool {
        if !self.rules.embeds_quotations {
            return false;
        }
        let quoted = self.closer.is_some_and(|c| !is_bracket_end(c));
        let joined = |rest: &str| rest.starts_with(is_hangul);
        if quoted && !self.spaced && joined(self.right) {
            return true;
        }
        let Some((quote, inside)) = self.open.filter(|&(c, _)| !is_bracket_start(c)) else {
            return false;
        };
        // Who speaks stands before a quotation in Japanese reports: 理事長「…」.
        let speaker = quote == '「' && self.core.len() > inside.len() + quote.len_utf8();
        let mut rest = self.right.chars().take(MAX_QUOTED_CHARS);
        rest.any(|c| closes(quote, c)) && rest.next().map_or(speaker, char::is_alphabetic)
    }

    fn mark_ends(&self) -> bool {
        let inside_address = !self.spaced && last_token(self.core).contains(['/', '=', '&']);
        let lower = self.next_letter().is_some_and(is_small);
        !inside_address
            && !lower
            && !self.lost.end(self.core, self.spaced, self.right)
            && !self.quote_goes_on()
            && !self.is_mid_clause()
    }

    /// A quotation is no sentence of its own when its speaker follows.
    fn quote_goes_on(&self) -> bool {
        let quoted = self.closer.is_some_and(|c| !is_bracket_end(c));
        quoted && (self.right.starts_with('と') || self.attribution_follows())
    }

    /// Tells whether a closed quotation is a mere part of a clause, as a title
    /// is: «…؟» في, 《…？》卖出.
    fn is_mid_clause(&self) -> bool {
        let Some(next) = self.right.chars().next().filter(|_| self.closer.is_some()) else {
            return false;
        };
        if is_unspaced(next) {
            return self.lead_in.ends_with(is_alphanumeric);
        }
        let caseless = next.is_alphabetic() && !is_cased(next);
        caseless && self.opens_with_plain_function_word()
    }

    /// Tells whether someone who speaks follows: a verb of saying within a few
    /// words, before the clause ends.
    fn attribution_follows(&self) -> bool {
        if self.lead_in.ends_with([':', '：']) {
            // What a colon introduced is attributed already.
            return false;
        }
        let (clause, introduces) = first_clause(self.right);
        let normal = normalize(clause, self.rules.casing);
        if clause.starts_with(is_unspaced) {
            return !introduces && self.ends_in_speech_verb(&normal);
        }
        let Some(first) = clause.chars().find(|&c| is_alphanumeric(c)) else {
            return false;
        };
        // «…?» Waziri huyo alihoji: who leans back speaks.
        let leans = || {
            let count = self
                .rules
                .pronouns
                .leading(words(&normal))
                .filter(|&count| count > 1);
            count.is_some_and(|count| {
                let verb = words(&normal).nth(count);
                verb.is_some_and(|verb| self.is_attributing(verb))
            })
        };
        if first == 'و' || is_cased(first) && opens_sentence(self.right, self.rules) && !leans() {
            return false;
        }
        let reach = if is_cased(first) {
            MAX_WORDS_TO_VERB
        } else {
            MAX_CASELESS_WORDS_TO_VERB
        };
        words(&normal)
            .take(reach)
            .any(|word| self.is_attributing(word))
    }

    /// «…» وقال opens a new sentence; «…» قال closes the one before.
    fn is_attributing(&self, word: &str) -> bool {
        !word.starts_with('و') && self.rules.speech_verbs.contains(word)
    }

    fn ends_in_speech_verb(&self, clause: &str) -> bool {
        let starts = clause.char_indices().rev().take(MAX_VERB_CHARS);
        let mut endings = starts.map(|(at, _)| &clause[at..]);
        endings.any(|ending| self.rules.speech_verbs.contains(ending))
    }

    fn opens_with_speech_verb(&self) -> bool {
        self.is_attributing(&normalize(first_word(self.right), self.rules.casing))
    }

    /// Tells whether who speaks stands behind a quotation that has a stop of its own, as
    /// in Amharic.
    fn is_told_behind(&self) -> bool {
        let connects = || {
            let normal = normalize(head(self.right), self.rules.casing);
            self.rules.connectives.leading(words(&normal)).is_some()
        };
        self.closer.is_some_and(|c| !is_bracket_end(c))
            && self.opens_with_speech_verb()
            && !connects()
    }

    fn opens_with_plain_function_word(&self) -> bool {
        let normal = normalize(head(self.right), self.rules.casing);
        let leads = |set: &PhraseSet| set.leading(words(&normal)).is_some();
        let first = words(&normal).next().unwrap_or_default();
        if first == "و" {
            // "And" as a word of its own joins quotations; Arabic opens
            // sentences with it as a part of the next word.
            return true;
        }
        self.rules.stop_words.contains(first)
            && !first.starts_with('و')
            && !leads(&self.rules.connectives)
            && !leads(&self.rules.pronouns)
    }

    fn next_letter(&self) -> Option<char> {
        head(self.right).chars().find(|&c| is_alphanumeric(c))
    }

    /// Tells whether a conjunction or another function word follows.
    fn leans_back(&self) -> bool {
        let first = normalize(first_word(self.right), self.rules.casing);
        // "And said" opens a sentence behind more than a few words.
        let says = first.starts_with('و') && self.rules.speech_verbs.contains(&first);
        let opens = || count_words(self.core, MIN_SAID_WORDS) >= MIN_SAID_WORDS;
        let told = self.rules.verbs_end
            && self
                .rules
                .pronouns
                .leading(std::iter::once(first.as_str()))
                .is_some();
        self.rules.stop_words.contains(&first) && !(says && opens()) && !told
    }

    /// A bracket that was opened inside a sentence belongs to it.
    fn is_inner_bracket(&self) -> bool {
        self.closer.is_some_and(is_bracket_end) && !self.lead_in.is_empty()
    }

    /// Tells whether a pair that is still open closes before another sentence
    /// could end in it: the title «أيامكم.. نهايتكم» is one.
    fn is_inside_title(&self) -> bool {
        let Some((quote, _)) = self.open.filter(|&(c, _)| !is_bracket_start(c)) else {
            return false;
        };
        let rest = head(self.right);
        rest.find(|c| is_terminator(c) || closes(quote, c))
            .is_some_and(|at| !rest[at..].starts_with(is_terminator))
    }

    /// Tells whether the place lies inside a few words in brackets: «(اف. بی. آی)».
    fn is_inside_bracket(&self) -> bool {
        let Some((bracket, inside)) = self.open.filter(|&(c, _)| is_bracket_start(c)) else {
            return false;
        };
        // Of what goes on for long no more is counted than decides.
        let before = inside.chars().take(MAX_BRACKETED_CHARS).count();
        let mut rest = self.right.chars().take(MAX_BRACKETED_CHARS - before);
        rest.any(|c| closes(bracket, c))
    }

    /// Tells whether a note in brackets follows a quotation that breaks off,
    /// which says where it comes from.
    fn reference_follows(&self) -> bool {
        let quoted = self.core.trim_end_matches(['.', '…']);
        quoted.ends_with(is_closer) && self.right.starts_with(is_bracket_start)
    }

    /// Tells whether what follows can only go on with a sentence.
    fn goes_on_with_mark(&self) -> bool {
        if self.right.starts_with(TWO_COMMAS) || self.spaced && self.lost.open(self.right) {
            return false;
        }
        match self.right.chars().next() {
            Some(',' | '،' | ';' | '؛' | ':' | '、' | '，' | '；' | '：' | '؟' | '?' | '!') => {
                true
            }
            Some('-' | '–' | '—') => {
                let lower = self.next_letter().is_some_and(is_small);
                lower || self.closer.is_some() && self.opens_with_speech_verb()
            }
            _ => false,
        }
    }
}

/// Tells whether a part of an abbreviation is short and has no capitals; none is
/// left behind its last stop.
fn is_syllable(part: &str) -> bool {
    part.chars().take(MAX_SYLLABLE_CHARS + 1).count() <= MAX_SYLLABLE_CHARS
        && !part.chars().any(|c| c.is_numeric() || is_cased(c))
}

/// Tells whether a character asks a question in a language where elsewhere it
/// parts clauses: the Greek question mark is a semicolon.
pub(super) fn asks(c: char, rules: &Rules) -> bool {
    rules.semicolon_asks && matches!(c, ';' | '\u{37E}')
}

/// Returns the text up to its first stop or comma, and whether it is a colon
/// that ends it, which introduces something else.
fn first_clause(text: &str) -> (&str, bool) {
    let text = head(text);
    let is_end =
        |c: char| is_terminator(c) || matches!(c, ',' | '،' | '，' | '、' | ':' | '：' | '؛');
    let end = text.find(is_end).unwrap_or(text.len());
    (&text[..end], text[end..].starts_with([':', '：']))
}
