//! Whether a full stop ends a sentence or belongs to an abbreviation, an
//! initial, an ordinal, a date or the number of an item.

use super::initials::{initials, is_lone_letter_name};
use super::numeral::{is_clock_time, is_dotted_number, is_item_number, is_list_number, is_ordinal};
use super::token::{
    first_token, first_word, head, is_cased, is_small, is_unspaced, last_token, tail, words,
};
use crate::text::normalize::{is_alphanumeric, is_apostrophe, is_numeric, normalize};
use crate::text::rules::Rules;

/// Days and zones: what, but for months, may follow "5 p.m." within the
/// sentence.
const AFTER_CLOCK_TIME: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "et", "est",
    "edt", "gmt", "utc", "cet", "cest", "pt", "pst", "pdt", "bst", "ist", "eastern", "central",
    "pacific", "mountain",
];

/// Most words of the time of a place, "time" counted.
const MAX_ZONE_WORDS: usize = 3;

/// Abbreviations that close a list: a capital after one opens a sentence.
const LIST_ENDINGS: &[&str] = &[
    "etc.", "dll.", "dsb.", "dst.", "n.k.", "nk.", "т. д.", "т.д.", "т. п.", "т.п.", "и др.",
    "и пр.", "vb.", "itd.", "itp.", "osv.", "m.m.", "m.fl.", "ecc.", "enz.", "e.d.", "e.a.",
    "та ін.", "т. ін.", "ș.a.", "ș.a.m.d.", "κ.λπ.", "κλπ.", "κ.ά.", "إلخ.", "الخ.",
];

/// Signs of years behind their number.
const YEARS: &[&str] = &["г.", "гг.", "р.", "рр."];
/// Thousand, million and the like before a unit.
const MULTIPLES: &[&str] = &[
    "тыс.", "млн", "млн.", "млрд", "млрд.", "трлн", "тис.", "ألف", "آلاف", "مليون", "ملايين",
    "مليار", "مليارات", "تريليون",
];
/// Fewest words before a measure that ends a sentence: with fewer it stands in
/// an address or a list.
const MIN_WORDS_BEFORE_MEASURE: usize = 4;

/// Fewest characters of a unit behind a stroke, with its stop.
const MIN_UNIT_CHARS: usize = 4;

/// Letters that Arabic and Hebrew write together with the word after them.
const PREFIXES: [char; 12] = ['و', 'ف', 'ل', 'ب', 'ك', 'ו', 'ה', 'ב', 'כ', 'ל', 'מ', 'ש'];

/// Tells whether the full stop at the end of `left` ends a sentence that
/// `right` does not belong to.
pub(super) fn full_stop_ends_sentence(left: &str, right: &str, rules: &Rules) -> bool {
    if !has_detached_stop(left) {
        return Stop::new(left, right, rules).ends_sentence();
    }
    let left = attach_stops(tail(left));
    let right = attach_stops(head(right));
    Stop::new(&left, &right, rules).ends_sentence()
}

/// Tells whether white space parts the stop from its word, as some newsrooms
/// set it: «د . أحمد», «(أ . ف . ب)».
fn has_detached_stop(text: &str) -> bool {
    let word = text.strip_suffix('.').unwrap_or_default();
    word.ends_with(char::is_whitespace)
}

/// Writes a text with its stops at the words that they follow, so that one
/// set of rules reads both ways of setting them.
fn attach_stops(text: &str) -> String {
    let mut attached = String::with_capacity(text.len());
    for (place, part) in text.split('.').enumerate() {
        if place > 0 {
            attached.truncate(attached.trim_end().len());
            attached.push('.');
        }
        attached.push_str(part);
    }
    attached
}

/// The same of an Urdu full stop, which stands after letters only in names
/// that are spelt out.
pub(super) fn letter_stop_ends_sentence(left: &str, right: &str, rules: &Rules) -> bool {
    let token = last_token(left);
    let before = left[..left.len() - token.len()].trim_end();
    if is_list_number(token) && before.is_empty() {
        return false;
    }
    initials(token) == 0 || is_lone_letter_name(token, before, right, rules)
}

/// Tells whether "etc." follows, which belongs to the list before.
pub(super) fn list_ending_follows(right: &str) -> bool {
    LIST_ENDINGS.contains(&first_token(right))
}

/// A full stop with what stands around it.
struct Stop<'s> {
    left: &'s str,
    right: &'s str,
    /// The word with the stop.
    word: &'s str,
    /// The text before the word.
    before: &'s str,
    rules: &'s Rules,
    /// The rules whose abbreviations hold besides: English ones for Latin
    /// letters within another script.
    english: Option<&'static Rules>,
}

impl<'s> Stop<'s> {
    fn new(left: &'s str, right: &'s str, rules: &'s Rules) -> Self {
        let whole = last_word(last_token(left));
        let word = unit(whole, right).unwrap_or(whole);
        let foreign = !rules.latin && word.is_ascii();
        Self {
            left,
            right,
            word,
            before: left[..left.len() - word.len()].trim_end(),
            rules,
            english: foreign.then(|| Rules::of("en")),
        }
    }

    fn ends_sentence(&self) -> bool {
        if self.stays_open() {
            return false;
        }
        if self.rules.ordinal_dot && is_ordinal(self.word) {
            return !self.month_follows() && self.opens_sentence();
        }
        let hour = || self.word.starts_with(is_numeric) || self.follows_number();
        if is_clock_time(self.word) && hour() {
            return !self.month_follows() && !self.clock_time_goes_on();
        }
        if self.is_abbreviation() {
            return self.opens_sentence()
                || self.list_ends()
                || self.era_ends()
                || self.is_measure();
        }
        match initials(self.word) {
            0 => true,
            1 => self.single_letter_ends(),
            _ => self.opens_sentence(),
        }
    }

    /// After these no sentence ends, whatever follows.
    fn stays_open(&self) -> bool {
        // "Tel. +252 61 …".
        let number = self.right.strip_prefix('+').unwrap_or(self.right);
        let number_follows = || number.starts_with(is_numeric) || self.letter_number_follows();
        is_item_number(self.word) && self.before.is_empty()
            || self.opens_item_behind_colon()
            || self.is_in_dotted_date()
            || self.is_title()
            || self
                .lists()
                .any(|rules| crosses_spaced(self.left, self.right, rules))
            || self.knows(|rules| rules.before_number.contains(self.word)) && number_follows()
    }

    /// "inc. V", "sez. III". In English "I" and "X" are words.
    fn letter_number_follows(&self) -> bool {
        let next = first_token(self.right).trim_end_matches([',', ';', ')']);
        let least = if self.rules.is("en") { 2 } else { 1 };
        next.len() >= least
            && next
                .chars()
                .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
    }

    /// "The list: 1. Ships; 2. Boats."
    fn opens_item_behind_colon(&self) -> bool {
        self.word.starts_with(is_numeric)
            && is_item_number(self.word)
            && (self.before.ends_with([';', '؛'])
                || self.before.ends_with([':', '：']) && matches!(self.word, "1." | "١." | "۱."))
    }

    fn lists(&self) -> impl Iterator<Item = &Rules> {
        std::iter::once(self.rules).chain(self.english)
    }

    fn knows(&self, is_known: impl Fn(&Rules) -> bool) -> bool {
        self.lists().any(is_known)
    }

    fn is_title(&self) -> bool {
        if self.is_unit_after_number() || self.is_measure() {
            return false;
        }
        let bare = self.word.strip_prefix(PREFIXES).unwrap_or_default();
        let elided = last_part(self.word);
        self.knows(|rules| {
            rules.titles.contains(self.word)
                || rules.titles.contains(bare) && bare.len() > 1
                || elided.is_some_and(|word| rules.titles.contains(word))
                || elided.is_some_and(|word| rules.before_number.contains(word))
        })
    }

    fn is_abbreviation(&self) -> bool {
        self.knows(|rules| {
            rules.abbreviations.contains(self.word)
                || rules
                    .spaced
                    .iter()
                    .any(|spaced| ends_with_word(self.left, spaced))
        })
    }

    /// "5. Mai", "5. 3. 2024", "2024. 5. 3.".
    fn is_in_dotted_date(&self) -> bool {
        let next = first_token(self.right);
        is_dotted_number(self.word)
            && (is_dotted_number(next) || is_dotted_number(last_token(self.before)))
    }

    fn month_follows(&self) -> bool {
        let next = normalize(first_word(self.right), self.rules.casing);
        self.knows(|rules| rules.months.contains(&next))
    }

    fn clock_time_goes_on(&self) -> bool {
        let next = first_word(self.right).to_lowercase();
        // "New York time", "local time", but "By that time".
        let mut zone = words(head(self.right)).take(MAX_ZONE_WORDS);
        let in_time_of = zone
            .find(|&word| !word.starts_with(char::is_uppercase) && word != "local")
            .is_some_and(|word| word == "time");
        AFTER_CLOCK_TIME.contains(&next.as_str()) || in_time_of
    }

    /// After "etc." any capital opens a sentence, but in German, where nouns
    /// have one.
    fn list_ends(&self) -> bool {
        let next = head(self.right).chars().find(|&c| is_alphanumeric(c));
        let opens = next.is_some_and(|c| c == 'و' || c.is_uppercase() && !self.rules.capital_nouns);
        opens
            && LIST_ENDINGS
                .iter()
                .any(|ending| ends_with_word(self.left, ending))
    }

    /// Signs of eras after a number end a sentence before "and": Arabic
    /// opens most sentences with it.
    fn era_ends(&self) -> bool {
        let next = self.right.strip_prefix('و');
        next.is_some_and(|next| !next.starts_with(is_numeric))
            && (self.is_unit_after_number() || self.is_behind_number() && self.is_abbreviation())
    }

    fn follows_number(&self) -> bool {
        last_token(self.before).ends_with(is_numeric)
    }

    /// Tells whether a measure in Cyrillic or Greek ends a sentence with its
    /// number, as a capital follows: "99,3 тыс. руб. Премьер". Of a year, "2023 г.",
    /// that says nothing.
    fn is_measure(&self) -> bool {
        let next = first_word(self.right);
        !self.rules.latin
            && self.word.starts_with(is_small)
            && !self.word.is_ascii()
            && !YEARS.contains(&self.word)
            && next.starts_with(char::is_uppercase)
            && self.is_behind_number()
            && words(tail(self.before)).count() >= MIN_WORDS_BEFORE_MEASURE
    }

    /// Tells whether a number stands before the word, or before a multiple of it.
    fn is_behind_number(&self) -> bool {
        let last = last_token(self.before);
        let multiple = || {
            let rest = self.before[..self.before.len() - last.len()].trim_end();
            MULTIPLES.contains(&last) && last_token(rest).ends_with(is_numeric)
        };
        let century = || last.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        last.ends_with(is_numeric) || century() || multiple()
    }

    /// Signs of eras and measures after a number: "1445 هـ.".
    fn is_unit_after_number(&self) -> bool {
        let caseless = |c: char| c.is_alphabetic() && !is_cased(c);
        let letters = || {
            let letters = self.word.chars().filter(|&c| c.is_alphabetic() && c != 'ـ');
            letters.count()
        };
        // The number first, as it takes least to look for.
        self.follows_number() && self.word.starts_with(caseless) && letters() == 1
    }

    /// "27 °C.", "17 độ C.", "3,5 m."
    fn is_unit_letter(&self) -> bool {
        // "1° C. Leclerc" came first.
        let degree = self.before.strip_suffix('°');
        degree.is_some_and(|before| before.ends_with(char::is_whitespace))
            || last_token(self.before) == "độ"
            || self.follows_number() && matches!(self.word, "m." | "g." | "l." | "h." | "s.")
    }

    /// A lone letter with a full stop is an initial, unless it is a word ("ý"),
    /// stands for the unit of a number ("2024 م.") or the next word can only
    /// open a sentence.
    fn single_letter_ends(&self) -> bool {
        if self.is_unit_letter() && first_word(self.right).starts_with(char::is_uppercase) {
            return true;
        }
        if self.word.starts_with(is_small) {
            return self.rules.letters_are_words && !self.word.is_ascii();
        }
        if self.word.starts_with(char::is_uppercase) {
            // "George W. Bush" and "J. K. Rowling", but "Plan B. The company".
            return initials(first_token(self.right)) == 0 && self.opens_sentence();
        }
        if self.is_unit_after_number() {
            return self.era_ends() || self.opens_sentence();
        }
        if is_lone_letter_name(self.word, self.before, self.right, self.rules) {
            return true;
        }
        // The last of spaced initials: "أ. ف. ب. وأضاف".
        let closes_chain =
            initials(last_token(self.before)) == 1 && initials(first_token(self.right)) != 1;
        closes_chain && self.opens_sentence()
    }

    fn opens_sentence(&self) -> bool {
        opens_sentence(self.right, self.rules)
    }
}

/// Returns the word of a token: without opening marks, and only the Latin
/// letters at its end where words are not spaced.
fn last_word(token: &str) -> &str {
    let word = token.trim_start_matches(|c: char| !is_alphanumeric(c) && c != '.');
    match word.rfind(is_unspaced) {
        Some(at) => word[at..].trim_start_matches(is_unspaced),
        None => word,
    }
}

/// Returns the unit behind a stroke, "$71,3/барр.", which ends a sentence before a
/// capital.
fn unit<'w>(word: &'w str, right: &str) -> Option<&'w str> {
    let (_, unit) = word.rsplit_once('/')?;
    let long = unit.chars().nth(MIN_UNIT_CHARS - 1).is_some();
    (long && !first_word(right).starts_with(char::is_uppercase)).then_some(unit)
}

/// Returns what follows an elided article, or a hyphen unless in small letters:
/// "art." of "L'art.", "Gen." of "US-Gen.", nothing of "co-ed.".
fn last_part(word: &str) -> Option<&str> {
    let hyphened = || word.rsplit_once('-').map(|(_, part)| part);
    word.rsplit_once(is_apostrophe)
        .map(|(_, part)| part)
        .or_else(|| hyphened().filter(|part| !part.starts_with(is_small)))
}

/// Tells whether the place lies inside an abbreviation of several words, such
/// as between "z." and "B.".
fn crosses_spaced(left: &str, right: &str, rules: &Rules) -> bool {
    let mut cuts = rules.spaced_cuts.iter();
    cuts.any(|(before, after)| right.starts_with(after) && ends_with_word(left, before))
}

fn ends_with_word(text: &str, ending: &str) -> bool {
    text.strip_suffix(ending)
        .is_some_and(|before| !before.ends_with(is_alphanumeric))
}

/// Tells whether a text begins as only a sentence does: a capital on a
/// function word, or, without case, a verb of saying or a connective.
pub(super) fn opens_sentence(right: &str, rules: &Rules) -> bool {
    let right = right.trim_start_matches(['\'', '’', '‘']);
    let Some(first) = first_word(right).chars().next() else {
        return true;
    };
    if is_small(first) || first.is_numeric() {
        return false;
    }
    let token = first_token(right).trim_start_matches(|c| !is_alphanumeric(c));
    if initials(token.trim_end_matches(|c| !is_alphanumeric(c) && c != '.')) > 1 {
        // "I.L.": of the letters each may be a word.
        return false;
    }
    let normal = normalize(head(right), rules.casing);
    let leans = rules.connectives.leading(words(&normal)).is_some()
        || rules.pronouns.leading(words(&normal)).is_some();
    let known = words(&normal).next().unwrap_or_default();
    let opener = if first.is_uppercase() {
        &rules.stop_words
    } else {
        &rules.speech_verbs
    };
    leans || opener.contains(known)
}
