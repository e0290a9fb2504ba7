//! Times of publication and of reading: "Updated: 18:10 EST, 8 May 2012",
//! "3 hours ago", "Madrid - 12 mar 2026 - 13:45".

use super::super::dateline::is_agency;
use super::super::token::{count_words, ends_in_terminator, is_clock, is_hebrew, is_small, words};
use crate::text::normalize::{is_numeric, normalize};
use crate::text::rules::Rules;

/// Longest time of publication in words.
const MAX_WORDS: usize = 18;
/// The same in bytes, so that few sentences are looked at.
const MAX_BYTES: usize = 160;
/// Longest place or name of an outlet beside a time, in words.
const MAX_NAME_WORDS: usize = 4;
/// Most letters that are written onto a number: "14h30", "3rd".
const MAX_GLUED_LETTERS: usize = 2;
/// Fewest numbers of a date in figures: "25.03.25".
const MIN_DATE_NUMBERS: usize = 3;
/// "In the time of", which a place follows.
const IN_TIME_OF: [&str; 3] = ["بتوقيت", "توقيت", "وقت"];
/// Most words of such a place.
const MAX_ZONE_WORDS: usize = 2;
/// Year, month, day, hour, minute and second, written onto their numbers.
const SIGNS: [char; 15] = [
    '年', '月', '日', '時', '时', '分', '点', '點', '秒', '년', '월', '일', '시', '분', '초',
];

/// Tells whether a sentence is nothing but a time of publication or of reading,
/// perhaps beside the name of a place or an outlet.
pub(super) fn is_stamp(sentence: &str, rules: &Rules) -> bool {
    if sentence.len() > MAX_BYTES || sentence.ends_with('。') {
        return false;
    }
    // "17:10.", at the head of an entry.
    if sentence.contains(':') && sentence.strip_suffix('.').is_some_and(is_clock) {
        return true;
    }
    let stopped = ends_in_terminator(sentence);
    if stopped && !opens_with_time(sentence, rules) || !sentence.contains(is_numeric) {
        return false;
    }
    let (mut all, mut names) = (Content::default(), 0);
    for part in parts(behind_agency(sentence)) {
        match Content::of(part, rules) {
            Some(content) => all.add(&content),
            None if is_name(part) && !stopped => names += 1,
            None => return false,
        }
        if names > 1 || all.words() > MAX_WORDS {
            return false;
        }
    }
    // A sentence may be as short as "It is 7 pm.", but has no date then.
    let dated = all.date || all.month || sentence.contains(':');
    // Rates have days before them as well.
    let is_rate = || sentence.contains(['%', '$', '€']);
    all.numbers > 0 && (all.date || all.others > 0) && (!stopped || dated) && !is_rate()
}

/// Leaves out the agency in front of the number of its report: "KUNA 071210 GMT".
fn behind_agency(line: &str) -> &str {
    let number = line.find(is_numeric).unwrap_or(line.len());
    let (name, rest) = line.split_at(number);
    if is_agency(name) { rest } else { line }
}

/// Tells whether the first word of a sentence is one of times: of most it is not.
fn opens_with_time(sentence: &str, rules: &Rules) -> bool {
    let first = words(sentence).next().unwrap_or_default();
    first.starts_with(is_numeric) || is_known(first, rules)
}

/// Tells whether a line is nothing but the words of a time or the label of one:
/// "Published", "Updated yesterday".
pub(super) fn is_stamp_without_time(line: &str, rules: &Rules) -> bool {
    let is_function_word = |word| rules.stop_words.contains(&normalize(word, rules.casing));
    let bare = !ends_in_terminator(line) || line.contains(':');
    bare && line.len() <= MAX_BYTES
        && Content::of(line, rules).is_some_and(|all| all.others > 0 && all.numbers == 0)
        && !words(line).all(is_function_word)
}

/// Cuts a sentence where times stand beside each other and beside names.
fn parts(sentence: &str) -> impl Iterator<Item = &str> {
    let parts = sentence.split(['|', '•', '·', '—', '–']);
    let parts = parts.flat_map(|part| part.split(" - "));
    let parts = parts.flat_map(|part| part.split(" / "));
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// Tells whether a part may be the name of a place or an outlet.
fn is_name(part: &str) -> bool {
    count_words(part, MAX_NAME_WORDS + 1) <= MAX_NAME_WORDS
        && !words(part).any(|word| word.starts_with(is_small))
}

/// What a time consists of.
#[derive(Default)]
struct Content {
    numbers: usize,
    others: usize,
    /// Whether there is a date in figures.
    date: bool,
    /// Whether there is the name of a month.
    month: bool,
}

impl Content {
    /// Counts what a part consists of; `None` if there is another word in it.
    fn of(part: &str, rules: &Rules) -> Option<Self> {
        let mut content = Self::default();
        let mut zone = 0_usize;
        for token in part.split_whitespace() {
            let known = content.take(token, rules);
            if known.is_none() && zone == 0 {
                return None;
            }
            zone = match known {
                _ if IN_TIME_OF.contains(&token) => MAX_ZONE_WORDS,
                Some(()) => 0,
                None => zone - 1,
            };
            if content.words() > MAX_WORDS {
                return None;
            }
        }
        Some(content)
    }

    fn words(&self) -> usize {
        self.numbers + self.others
    }

    fn add(&mut self, other: &Self) {
        self.numbers += other.numbers;
        self.others += other.others;
        self.date |= other.date;
        self.month |= other.month;
    }

    fn take(&mut self, token: &str, rules: &Rules) -> Option<()> {
        // Months with stops in them, "มี.ค.", are one word.
        if token.contains('.') && rules.months.contains(&normalize(token, rules.casing)) {
            self.others += 1;
            self.month = true;
            return Some(());
        }
        // About forty, the seventh, to seven: «כ-40», «ה-7», «ל-7».
        let about = token.split_once('-').is_some_and(|(letter, number)| {
            matches!(letter, "כ" | "ה" | "ו" | "ל") && number.starts_with(is_numeric)
        });
        if about {
            return None;
        }
        let figures = words(token).filter(|word| word.chars().all(is_numeric));
        let is_date = figures.count() >= MIN_DATE_NUMBERS && token.contains(['.', '/', '-']);
        self.date |= is_date;
        words(token).try_for_each(|word| self.take_word(word, rules))
    }

    /// Takes a word, or a number with what is written onto it: "2026年3月10日".
    fn take_word(&mut self, word: &str, rules: &Rules) -> Option<()> {
        let mut behind_number = false;
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let numeric = is_numeric(first);
            let end = rest
                .find(|c| is_numeric(c) != numeric)
                .unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if numeric {
                self.numbers += 1;
            } else {
                let signs = behind_number && run.chars().all(|c| SIGNS.contains(&c));
                let short = run.chars().count() <= MAX_GLUED_LETTERS;
                let glued = behind_number && short && run.is_ascii();
                if !(signs || glued || is_known(run, rules)) {
                    return None;
                }
                // A Hebrew letter may be a day or the initial of a name.
                let bare = run.trim_end_matches(['\'', '׳']);
                let letter = run.starts_with(is_hebrew) && bare.chars().nth(1).is_none();
                self.others += usize::from(!letter);
                self.month |= rules.months.contains(&normalize(run, rules.casing));
            }
            (behind_number, rest) = (numeric, after);
        }
        Some(())
    }
}

/// Tells whether a word is one of times in its language, or in English, in which
/// pages of other languages have theirs at times.
fn is_known(word: &str, rules: &Rules) -> bool {
    let english = word.is_ascii().then(|| Rules::of("en"));
    rules.stamps.contains(&normalize(word, rules.casing))
        || english.is_some_and(|rules| rules.stamps.contains(&word.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_from_sentences_about_them() {
        let stamp = |text, language| is_stamp(text, Rules::of(language));
        for (language, text) in [
            ("en", "Updated: 18:10 EST, 8 May 2012"),
            ("en", "3 hours ago"),
            ("en", "5 min read"),
            ("en", "10/29/2025"),
            ("en", "PTI / Jul 21, 2025"),
            ("en", "Updated - July 5, 2025 10:20 am IST - CHENNAI"),
            ("es", "Madrid - 12 mar 2026 - 13:45"),
            ("fr", "Publié le 12 mars 2026 à 14h30"),
            ("de", "12. März 2025, 14:30 Uhr"),
            ("ar", "الأحد، 05 مايو 2024 03:40 م"),
            ("ru", "Опубликовано 3 часа назад"),
            ("ja", "2026年3月10日 20時14分"),
            ("ko", "수정 2026-03-10 20:14"),
        ] {
            assert!(stamp(text, language), "{text}");
        }
        assert!(is_stamp_without_time("Published", Rules::of("en")));
        assert!(!is_stamp_without_time("Le", Rules::of("fr")));
        for (language, text) in [
            ("en", "In 2012 it rained."),
            ("en", "Three died on Monday"),
            ("fr", "Publié le 12 mars, le rapport a été contesté."),
            ("ja", "16日の東京株式市場では値下がりしました。"),
            ("zh", "2026年的第一场雪落在北京。"),
            ("ru", "Обновлено 40 процентов парка"),
            ("de", "Galatasaray 90:84"),
            ("en", "Monday was cold."),
            ("fr", "Il est 19H00."),
        ] {
            assert!(!stamp(text, language), "{text}");
        }
    }
}
