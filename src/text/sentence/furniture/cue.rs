//! Phrases that furniture opens with, and what follows them.

use std::ops::RangeInclusive;

use super::super::dateline::is_agency;
use super::super::token::{head, is_small, is_thai, is_unspaced, parts_words, past_words, words};
use super::super::unstopped::closes;
use crate::text::normalize::{is_alphanumeric, is_numeric, normalize};
use crate::text::rules::{PhraseSet, Rules};

/// Characters of a line, with marks and spaces, by which most are known to open
/// with no phrase.
const START_CHARS: usize = 16;
/// Fewest characters by which a phrase is known without a word's end.
const MIN_PHRASE_CHARS: usize = 3;
/// From, by, at: what labels of Thai end in before names, and their fewest characters.
const THAI_NAMING: [&str; 4] = ["จาก", "โดย", "ที่", "นี่"];
const MIN_NAMING_CHARS: usize = 6;
/// Fewest characters of a phrase, in a script without spaces, that no sentence
/// opens with.
const MIN_STRONG_CHARS: usize = 5;
/// Fewest words of one in a language with spaces, and in one that puts a space
/// between syllables.
const MIN_STRONG_WORDS: usize = 2;
const MIN_STRONG_SYLLABLES: usize = 3;
/// Longest preposition, in characters.
const MAX_PREPOSITION_CHARS: usize = 4;
/// Fewest words, or characters without spaces, of a phrase that is a notice by
/// itself.
const MIN_NOTICE_WORDS: usize = 4;
const MIN_NOTICE_CHARS: usize = 7;

/// Fewest words of a person's full name, and most of one that is all of a sentence.
const FULL_NAME_WORDS: usize = 2;
const NAME_WORDS: RangeInclusive<usize> = FULL_NAME_WORDS..=3;
/// Fewest words of a clause behind a lone preposition, and fewest syllables.
const MIN_CLAUSE_WORDS: usize = 3;
const MIN_CLAUSE_SYLLABLES: usize = 6;

/// A phrase that a line opens with.
pub(super) struct Cue<'n> {
    phrase: &'n str,
    /// What follows it.
    rest: &'n str,
}

impl<'n> Cue<'n> {
    /// Finds the phrase of a set that a normalised line begins with, as words or,
    /// where words are not spaced, as letters.
    pub(super) fn of(phrases: &PhraseSet, normal: &'n str) -> Option<Self> {
        if !phrases.may_open(normal) {
            return None;
        }
        let ends = |phrase: &&str| {
            let rest = &normal[phrase.len()..];
            !rest.starts_with(|c: char| !c.is_whitespace())
        };
        let mut prefixes = phrases.prefixes(normal);
        let longest = prefixes.next();
        let phrase = longest
            .filter(ends)
            .or_else(|| longest.and_then(|_| prefixes.find(ends)))
            .or_else(|| as_words(phrases, normal))
            .or_else(|| longest.filter(|phrase| is_of_letters(phrase, normal)))?;
        Some(Self {
            phrase: phrase.trim(),
            rest: &normal[phrase.len()..],
        })
    }

    fn words(&self) -> usize {
        words(self.phrase).count()
    }

    /// Tells whether hardly any sentence opens with the phrase: it has several
    /// words, the last no preposition, or a mark.
    pub(super) fn is_strong(&self, rules: &Rules) -> bool {
        if let Some(mark) = self
            .phrase
            .chars()
            .next_back()
            .filter(|&c| !is_alphanumeric(c))
        {
            return mark != '/';
        }
        if self.phrase.starts_with(is_unspaced) {
            return self.phrase.chars().nth(MIN_STRONG_CHARS - 1).is_some();
        }
        let last = words(self.phrase).last().unwrap_or_default();
        let preposition = self.words() == MIN_STRONG_WORDS
            && last.chars().nth(MAX_PREPOSITION_CHARS).is_none()
            && rules.stop_words.contains(last);
        let fewest = if rules.letters_are_words {
            MIN_STRONG_SYLLABLES
        } else {
            MIN_STRONG_WORDS
        };
        self.words() >= fewest && !preposition
    }

    /// Tells whether the phrase has more words than sentences share with labels.
    pub(super) fn has_several_words(&self) -> bool {
        self.words() > MIN_STRONG_WORDS
    }

    /// Tells whether the phrase ends in a stroke, as names before others do.
    pub(super) fn is_stroked(&self) -> bool {
        self.phrase.ends_with('/')
    }

    /// Tells whether the phrase is long enough to be a notice whatever follows.
    pub(super) fn is_notice(&self) -> bool {
        let long = |least: usize| self.phrase.chars().nth(least - 1).is_some();
        self.words() >= MIN_NOTICE_WORDS
            || self.phrase.contains(is_unspaced) && long(MIN_NOTICE_CHARS)
    }

    /// Tells whether a mark follows the phrase at once, as behind a label.
    pub(super) fn is_marked(&self) -> bool {
        let marks = [
            ':', '：', '-', '–', '—', '|', '/', '(', '（', '»', '›', '>', '=',
        ];
        self.phrase.ends_with([':', '：']) || self.rest.trim_start().starts_with(marks)
    }

    /// Tells whether a colon follows the phrase at once.
    pub(super) fn is_before_colon(&self) -> bool {
        let colons = [':', '：'];
        self.phrase.ends_with(colons) || self.rest.trim_start().starts_with(colons)
    }

    /// Tells whether nothing else is in the line.
    pub(super) fn is_whole(&self) -> bool {
        !self.rest.contains(is_alphanumeric)
    }

    /// Tells whether the phrase is one word that opens a clause, as one in small
    /// letters follows it.
    pub(super) fn is_word_of_sentence(&self, line: &str) -> bool {
        self.is_word()
            && words(bare(line))
                .nth(1)
                .is_some_and(|word| word.starts_with(is_small))
    }

    /// Tells whether the phrase is a word of times that labels the sentence behind its
    /// colon: "Stand: Am Abend waren …".
    pub(super) fn labels_sentence(&self, rules: &Rules) -> bool {
        let phrase = self.phrase.trim_end_matches([':', '：', ' ']);
        let is_stamp = |word: &str| rules.stamps.contains(word) || word.starts_with(is_numeric);
        self.is_before_colon()
            && words(phrase).count() == 1
            && words(self.rest).nth(1).is_some()
            && !words(self.rest).take(MIN_CLAUSE_WORDS).all(is_stamp)
            && is_stamp(phrase)
    }

    /// Tells whether nothing but names follows several words: "Imeandikwa na Asha Salum
    /// (Dodoma) na Peter Elias (Dar)."
    pub(super) fn names_alone(&self, line: &str, rules: &Rules) -> bool {
        if !rules.lacks_articles || self.words() < MIN_STRONG_WORDS {
            return false;
        }
        let is_name = |word: &str| word.starts_with(char::is_uppercase);
        let rest: Vec<&str> = words(past_words(line, self.words())).collect();
        let joins =
            |word: &str| rules.stop_words.contains(word) && !rules.speech_verbs.contains(word);
        rest.first().is_some_and(|word| is_name(word))
            && rest.last().is_some_and(|word| is_name(word))
            && rest
                .array_windows()
                .all(|&[one, next]| is_name(one) || is_name(next) && joins(one))
    }

    /// Tells whether a sentence is a lone preposition and a full name: "By Jane Doe."
    pub(super) fn is_before_name(&self, sentence: &str) -> bool {
        let name = || words(past_words(sentence, 1));
        self.is_word()
            && sentence.ends_with('.')
            && NAME_WORDS.contains(&name().count())
            && name().all(|word| word.starts_with(char::is_uppercase))
    }

    /// Tells whether what follows a lone word or an article, up to a comma, is no name
    /// but a clause: "Von Januar bis März gingen 1200 Anzeigen ein".
    pub(super) fn opens_clause(&self, line: &str, rules: &Rules) -> bool {
        if !self.is_preposition(rules) {
            return false;
        }
        let rest = past_words(line, self.words());
        let name = rest.split([',', '،', '|', '(']).next().unwrap_or(rest);
        closes(line) || has_verb(name, rules)
    }

    /// Tells whether the phrase is one word, or two of which the last is an article.
    fn is_preposition(&self, rules: &Rules) -> bool {
        let last = words(self.phrase).last().unwrap_or_default();
        self.is_word()
            || self.words() == MIN_STRONG_WORDS
                && (rules.letters_are_words || rules.stop_words.contains(last))
    }

    /// Tells whether the phrase is one word.
    pub(super) fn is_word(&self) -> bool {
        self.words() == 1 && !self.phrase.starts_with(is_unspaced)
    }
}

/// Tells whether what should be a name has verbs: words in small letters that are no
/// function words, two or one beside a figure, and not the title before a name, "Door
/// onze redacteur Jan de Wit", or behind one, "By Sarah Jones Education correspondent".
fn has_verb(name: &str, rules: &Rules) -> bool {
    let words: Vec<&str> = words(name).collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let fewest = if rules.letters_are_words {
        MIN_CLAUSE_SYLLABLES
    } else {
        MIN_CLAUSE_WORDS
    };
    let signed = words.iter().take(FULL_NAME_WORDS).all(&capital)
        || words.first().is_some_and(|word| is_agency(word));
    if words.len() < fewest || signed {
        return false;
    }
    let is_verb = |(at, word): &(usize, &&str)| {
        let plain =
            rules.letters_are_words || !rules.stop_words.contains(&normalize(word, rules.casing));
        word.starts_with(is_small) && plain && !words.get(at + 1).is_some_and(&capital)
    };
    let verbs = words.iter().enumerate().filter(is_verb).count();
    verbs > 1 || verbs == 1 && name.contains(is_numeric)
}

/// Finds the phrase that the words of a text begin with, the marks between them
/// left out.
fn as_words<'n>(phrases: &PhraseSet, normal: &'n str) -> Option<&'n str> {
    if !normal.contains(|c| parts_words(c) && c != ' ') {
        // Such a phrase is a prefix as it stands.
        return None;
    }
    let count = phrases.leading(words(normal))?;
    Some(&normal[..normal.len() - past_words(normal, count).len()])
}

/// Tells whether a phrase that a text begins with letter by letter is one of it. A
/// short one that runs on into the next word may be part of one: 記者 of 記者会見.
fn is_of_letters(phrase: &str, normal: &str) -> bool {
    let mark = phrase.ends_with(|c: char| !is_alphanumeric(c) && !is_thai(c));
    let apart = !normal[phrase.len()..].starts_with(is_alphanumeric);
    let unspaced = phrase.starts_with(is_unspaced);
    // Thai has a blank or a mark behind its labels, but for those that a name follows.
    let least = if phrase.starts_with(is_thai) {
        MIN_NAMING_CHARS
    } else {
        MIN_PHRASE_CHARS
    };
    let names = !phrase.starts_with(is_thai) || THAI_NAMING.iter().any(|end| phrase.ends_with(end));
    let long = unspaced && names && phrase.chars().nth(least - 1).is_some();
    mark || apart && unspaced || long
}

/// Returns the beginning of a line in normal form, as far as a label can be long,
/// if a phrase of one of the sets may be there; nothing otherwise.
pub(super) fn opening(line: &str, sets: &[&PhraseSet], rules: &Rules) -> String {
    let line = bare(line);
    let first = normalize(start(line), rules.casing);
    if sets.iter().any(|phrases| phrases.may_open(&first)) {
        normalize(label(line, rules), rules.casing)
    } else {
        String::new()
    }
}

/// Returns enough of a line to tell whether a phrase may be there.
fn start(line: &str) -> &str {
    let end = line.char_indices().nth(START_CHARS);
    end.map_or(line, |(at, _)| &line[..at])
}

/// Returns a line without the marks in front of it.
pub(super) fn bare(line: &str) -> &str {
    line.trim_start_matches(|c: char| !is_alphanumeric(c))
}

/// Returns as much of a line as a label in front of furniture can be long, and
/// the word behind it.
fn label<'l>(line: &'l str, rules: &Rules) -> &'l str {
    let head = head(line);
    let mut words = rules.longest_label + 1;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_a_word_more_than_any_phrase_has() {
        let rules = Rules::of("en");
        assert!(rules.longest_label > 1);
        let line = "— Read — more: about it, and about much more than this or that or else, \
                    and then some";
        let label = label(line, rules);
        assert!(line.starts_with(label));
        assert_eq!(
            words(label).count(),
            (rules.longest_label + 1).min(words(line).count())
        );
    }

    #[test]
    fn a_cue_knows_what_follows_it() {
        let rules = Rules::of("en");
        let cue = |line| Cue::of(&rules.links, line).expect("a phrase");
        assert!(cue("read also: the ships").is_marked());
        assert!(cue("advertisement").is_whole());
        assert!(cue("advertisement").is_word());
        assert!(!cue("advertisement for ships").is_whole());
        assert!(!cue("advertisement for ships").is_strong(rules));
        assert!(Cue::of(&rules.links, "the ships").is_none());
    }
}
