//! Lines that are sentences though they end as headings do, their stop missing.

use super::super::token::{
    count_words, first_word, head, is_cased, is_small, past_words, tail, words,
};
use super::super::unstopped::closes;
use crate::text::normalize::normalize;
use crate::text::rules::Rules;

/// Commas, which part clauses.
const COMMAS: [char; 4] = [',', '،', '，', '、'];
/// Semicolons.
const SEMICOLONS: [char; 3] = [';', '؛', '；'];
/// What closes a quotation that a clause may go on behind.
const CLOSERS: [char; 6] = ['"', '”', '“', '»', '’', '」'];
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
/// Fewest words of a line that a verb ends.
const MIN_CLOSED_WORDS: usize = 8;
/// Fewest words of a line that a connective opens and no title.
const MIN_CLAUSE_WORDS: usize = 9;
/// The same in Arabic, where hardly any title opens with one.
const MIN_JOINED_WORDS: usize = 4;
/// Shortest Arabic word that "and" may be the first letter of, in letters.
const MIN_JOINED_LETTERS: usize = 4;
/// Most words of a verb of saying.
const MAX_SPEECH_WORDS: usize = 3;
/// "That", behind a verb of saying without a subject.
const THAT: &[&str] = &["que", "che", "că", "что", "що"];
/// "According to", in normal form.
const ACCORDING: &[&str] = &[
    "secondo", "stando a", "segundo", "de acordo com", "según", "de acuerdo con", "selon",
    "according to", "volgens", "enligt", "według", "potrivit", "conform", "по данным", "по словам",
    "за даними", "за словами", "σύμφωνα με", "menurut", "berdasarkan",
];
/// What predicates end in that no title has, in Japanese.
const JAPANESE_ENDS: &[&str] = &[
    "です", "ます", "ました", "ません", "でした", "ている", "ていた", "だった",
];
/// What they end in, in Korean, plainly and politely, and fewest words of a polite one.
const KOREAN_END: char = '다';
const KOREAN_POLITE_END: &str = "니다";
const MIN_KOREAN_WORDS: usize = 4;
/// Fewest words of a line that a verb of Amharic ends.
const MIN_AMHARIC_WORDS: usize = 6;
/// "And", behind a semicolon.
const AND: &[&str] = &[
    "and", "und", "et", "y", "e", "и", "та", "ve", "dan", "और", "एवं", "এবং", "ও",
];

/// Tells whether a line goes on with the sentences before it, which no title does: a
/// connective opens it, or the Arabic "and", or a verb ends it as it ends sentences in
/// Urdu, Hindi and Korean.
pub(super) fn goes_on(line: &str, rules: &Rules) -> bool {
    let arabic = rules.is("ar");
    let first = first_word(line);
    let joined = first.starts_with('و')
        && first.chars().nth(MIN_JOINED_LETTERS - 1).is_some()
        && !OWN_WAW.iter().any(|word| first.starts_with(word));
    let has = |words: usize| count_words(line, words) >= words;
    let short = || arabic && has(MIN_JOINED_WORDS);
    let long = || may_open_clause(line, rules) && has(MIN_CLAUSE_WORDS);
    arabic && joined
        || (short() || long()) && connects(line, rules).is_some()
        || closes(line) && has(MIN_CLOSED_WORDS)
        || line.ends_with(KOREAN_END) && has(MIN_CLOSED_WORDS)
        || line.ends_with(KOREAN_POLITE_END) && has(MIN_KOREAN_WORDS)
        || ends_in_amharic_verb(line) && has(MIN_AMHARIC_WORDS)
}

/// Tells whether a line ends in the perfect of Amharic, «አጽድቋል», «ተናግረዋል», which has a
/// syllable with "wa" before its last letter, as no noun has.
fn ends_in_amharic_verb(line: &str) -> bool {
    let Some(verb) = line.strip_suffix('ል') else {
        return false;
    };
    let last = verb
        .chars()
        .next_back()
        .filter(|c| matches!(c, '\u{1200}'..='\u{1357}'));
    last.is_some_and(|c| matches!(c, 'ዋ' | 'ቋ' | 'ኳ' | 'ጓ' | 'ኋ') || u32::from(c) % 8 == 7)
}

/// Tells whether a line is a sentence, as it says who said it or opens with a
/// connective and a comma; so are some headings and titles of other pages.
pub(super) fn is_clause(line: &str, rules: &Rules) -> bool {
    may_open_clause(line, rules)
        && connects(line, rules).is_some_and(|rest| rest.starts_with(COMMAS))
        || is_cased_clause(line, rules)
        || JAPANESE_ENDS.iter().any(|end| line.ends_with(end))
}

/// Titles in capitals, and in Vietnamese, open with any word.
fn may_open_clause(line: &str, rules: &Rules) -> bool {
    !are_capitals(line) && !rules.letters_are_words
}

fn are_capitals(line: &str) -> bool {
    line.contains(is_cased) && !line.contains(is_small)
}

/// Tells whether a line ends as clauses do that the next line goes on with, and
/// "and" may stand behind the semicolon.
pub(super) fn ends_clause(line: &str) -> bool {
    let joined = line
        .rsplit_once(' ')
        .is_some_and(|(clause, and)| clause.ends_with(SEMICOLONS) && AND.contains(&and));
    line.ends_with(COMMAS) || line.ends_with(SEMICOLONS) || joined
}

/// Tells whether a text ends in a verb of saying.
pub(super) fn ends_in_speech(text: &str, rules: &Rules) -> bool {
    let normal = normalize(tail(text), rules.casing);
    let words: Vec<&str> = words(&normal).collect();
    let lengths = 1..=MAX_SPEECH_WORDS.min(words.len());
    lengths
        .map(|length| words[words.len() - length..].join(" "))
        .any(|phrase| rules.speech_verbs.contains(&phrase))
}

/// Returns what follows the connective that opens a line.
fn connects(line: &str, rules: &Rules) -> Option<String> {
    let normal = normalize(head(line), rules.casing);
    let count = rules.connectives.leading(words(&normal))?;
    Some(past_words(&normal, count).trim_start().to_owned())
}

/// Tells whether a line says who said it: "„…”, a spus primarul", "Dijo que …", "Ia
/// menambahkan …", or, if it is longer than most headings, "…, police say" and
/// "Secondo i carabinieri, …".
fn is_cased_clause(line: &str, rules: &Rules) -> bool {
    if are_capitals(line) {
        return false;
    }
    let long = count_words(line, MIN_CLAUSE_WORDS) >= MIN_CLAUSE_WORDS;
    let attributed = line.rsplit_once(COMMAS).is_some_and(|(said, who)| {
        (long || said.ends_with(CLOSERS)) && opens_with_speech(who, rules)
    });
    attributed || is_reported(line, long, rules)
}

/// Tells whether a line says at its beginning that somebody said it; a source before a
/// comma says so of a long one.
fn is_reported(line: &str, long: bool, rules: &Rules) -> bool {
    let normal = normalize(head(line), rules.casing);
    let mut first = words(&normal);
    let verb = first
        .next()
        .is_some_and(|word| rules.speech_verbs.contains(word));
    let says_that = verb && first.next().is_some_and(|word| THAT.contains(&word));
    let by_pronoun = || {
        let count = rules.pronouns.leading(words(&normal));
        count.is_some_and(|count| opens_with_speech(past_words(&normal, count), rules))
    };
    let sourced = || {
        ACCORDING.iter().any(|phrase| {
            let rest = normal.strip_prefix(phrase);
            rest.is_some_and(|rest| rest.starts_with(' ') && rest.contains(','))
        })
    };
    says_that || by_pronoun() || long && sourced()
}

/// Tells whether a verb of saying opens a text, with its auxiliary if it has one.
fn opens_with_speech(text: &str, rules: &Rules) -> bool {
    let normal = normalize(head(text), rules.casing);
    let opening: Vec<&str> = words(&normal).take(MAX_SPEECH_WORDS).collect();
    let is_speech = |words: &[&str]| rules.speech_verbs.contains(&words.join(" "));
    let auxiliary = opening
        .first()
        .is_some_and(|word| rules.stop_words.contains(*word));
    (1..=opening.len()).any(|length| is_speech(&opening[..length]))
        || auxiliary && opening.get(1..2).is_some_and(is_speech)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::Casing;

    #[test]
    fn what_is_compared_with_normal_forms_is_in_normal_form() {
        for phrase in THAT.iter().chain(ACCORDING) {
            assert_eq!(normalize(phrase, Casing::Common), *phrase);
        }
    }

    #[test]
    fn a_sentence_without_its_stop_is_told_from_a_title() {
        for (language, sentence, title) in [
            (
                "es",
                "Por su parte, la oposición no asistió",
                "La oposición, por su parte",
            ),
            (
                "de",
                "\"Wir streiken\", sagte der Verband",
                "Wir streiken, so oder so",
            ),
            (
                "es",
                "Indicó que la obra costará 90 millones",
                "La obra costará 90 millones",
            ),
            (
                "ko",
                "경찰은 달아난 용의자를 쫓고 있습니다",
                "유가 급등에 정부 비상",
            ),
            ("ja", "警察が原因を調べている", "市が交通計画を発表"),
            (
                "hi",
                "फरार आरोपियों पर जल्द ही इनाम घोषित किया जाएगा",
                "गांव में मारपीट के बाद पुलिस तैनात",
            ),
        ] {
            let rules = Rules::of(language);
            let is_sentence = |line| goes_on(line, rules) || is_clause(line, rules);
            assert!(is_sentence(sentence), "{sentence}");
            assert!(!is_sentence(title), "{title}");
        }
    }
}
