//! What the text core knows of each language: one file a language, one table.

mod am;
mod ar;
mod bn;
mod ckb;
mod de;
mod el;
mod en;
mod es;
mod fa;
mod fr;
mod he;
mod hi;
mod id;
mod it;
mod ja;
mod ko;
mod nl;
mod pl;
mod ps;
mod pt;
mod ro;
mod ru;
mod so;
mod sv;
mod sw;
mod th;
mod tr;
mod uk;
mod ur;
mod vi;
mod zh;

/// The words and habits of one language, as far as the text core needs them.
///
/// All word lists but [`titles`](Self::titles), [`abbreviations`](Self::abbreviations) and
/// [`before_number`](Self::before_number) are in lower case, and all are in the normal
/// orthography of the language: whoever looks a word up normalises both sides.
pub(crate) struct LanguageData {
    /// The ISO 639 code, in two letters where there is one.
    pub(crate) code: &'static str,
    /// Function words and the commonest glue of news reports, parted by white space.
    pub(crate) stop_words: &'static str,
    /// Abbreviations with a dot that stand before a name or another word and so never end a
    /// sentence.
    pub(crate) titles: &'static [&'static str],
    /// Other abbreviations with dots, which end a sentence only if the next word clearly opens
    /// one.
    pub(crate) abbreviations: &'static [&'static str],
    /// Abbreviations, among them those of months, that do not end a sentence when a number
    /// follows.
    pub(crate) before_number: &'static [&'static str],
    /// Whether a number with a dot is an ordinal, as in “5. Januar”.
    pub(crate) ordinal_dot: bool,
    /// Words and phrases that lean on the sentence before when they open one.
    pub(crate) connectives: &'static [&'static str],
    /// Openers of a sentence whose sense is in a sentence before.
    pub(crate) pronouns: &'static [&'static str],
    /// Verbs of saying, in the forms that news uses.
    pub(crate) speech_verbs: &'static [&'static str],
    /// What stands behind a verb of saying whose speaker goes without saying, as he may
    /// where verbs need no pronoun.
    pub(crate) complementizers: &'static [&'static str],
    /// What opens a line of links, advertisement or other page furniture.
    pub(crate) read_also: &'static [&'static str],
    /// What is a line of page furniture when nothing else is on it: buttons, the names of
    /// networks, "Advertisement".
    pub(crate) labels: &'static [&'static str],
    /// What opens the caption or credit of a picture, or closes it in brackets.
    pub(crate) captions: &'static [&'static str],
    /// What opens the line that names the author.
    pub(crate) bylines: &'static [&'static str],
    /// The names of the months in every calendar in use, with the inflected forms of dates.
    pub(crate) months: &'static [&'static str],
    /// What times of publication and of reading consist of beside numbers and months, word by
    /// word, parted by white space.
    pub(crate) stamps: &'static str,
}

/// Every language, sorted by its code.
pub(crate) const ALL: [&LanguageData; 31] = [
    &am::DATA,
    &ar::DATA,
    &bn::DATA,
    &ckb::DATA,
    &de::DATA,
    &el::DATA,
    &en::DATA,
    &es::DATA,
    &fa::DATA,
    &fr::DATA,
    &he::DATA,
    &hi::DATA,
    &id::DATA,
    &it::DATA,
    &ja::DATA,
    &ko::DATA,
    &nl::DATA,
    &pl::DATA,
    &ps::DATA,
    &pt::DATA,
    &ro::DATA,
    &ru::DATA,
    &so::DATA,
    &sv::DATA,
    &sw::DATA,
    &th::DATA,
    &tr::DATA,
    &uk::DATA,
    &ur::DATA,
    &vi::DATA,
    &zh::DATA,
];

/// Returns the code of the language whose data serves one: Malay is written
/// much like Indonesian.
pub(crate) fn served_by(code: &str) -> &str {
    if code == "ms" { "id" } else { code }
}

/// Returns the position in [`ALL`] of the data for a language.
pub(crate) fn position(code: &str) -> Option<usize> {
    let code = served_by(code);
    ALL.binary_search_by(|language| language.code.cmp(code))
        .ok()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{ALL, LanguageData, position};

    type List = (&'static str, &'static [&'static str]);

    fn dotted(language: &LanguageData) -> [List; 3] {
        [
            ("titles", language.titles),
            ("abbreviations", language.abbreviations),
            ("before_number", language.before_number),
        ]
    }

    fn phrases(language: &LanguageData) -> [List; 8] {
        [
            ("connectives", language.connectives),
            ("pronouns", language.pronouns),
            ("speech_verbs", language.speech_verbs),
            ("read_also", language.read_also),
            ("labels", language.labels),
            ("captions", language.captions),
            ("bylines", language.bylines),
            ("months", language.months),
        ]
    }

    #[test]
    fn the_table_is_sorted_and_each_code_is_found_once() {
        assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
        for language in ALL {
            let found = position(language.code).map(|at| ALL[at].code);
            assert_eq!(found, Some(language.code));
        }
        assert!(position("xx").is_none());
        assert!(position("").is_none());
    }

    #[test]
    fn stop_words_are_many_and_distinct_and_in_lower_case() {
        for language in ALL {
            let mut seen = HashSet::new();
            for word in language.stop_words.split_whitespace() {
                assert!(seen.insert(word), "{}: {word} twice", language.code);
                assert_eq!(word, word.to_lowercase(), "{}", language.code);
            }
            assert!(seen.len() >= 60, "{}: {}", language.code, seen.len());
            let stamps: Vec<&str> = language.stamps.split_whitespace().collect();
            let distinct: HashSet<&str> = stamps.iter().copied().collect();
            assert_eq!(stamps.len(), distinct.len(), "{}", language.code);
        }
    }

    #[test]
    fn lists_hold_trimmed_and_distinct_items() {
        for language in ALL {
            let code = language.code;
            for (name, list) in dotted(language).into_iter().chain(phrases(language)) {
                let mut seen = HashSet::new();
                for item in list {
                    let words: Vec<&str> = item.split_whitespace().collect();
                    assert!(!words.is_empty(), "{code}: {name} has an empty item");
                    assert_eq!(*item, words.join(" "), "{code}: {name}");
                    assert!(seen.insert(*item), "{code}: {name} has {item} twice");
                }
            }
        }
    }

    #[test]
    fn phrases_are_in_lower_case_and_no_list_of_them_is_empty() {
        for language in ALL {
            for (name, list) in phrases(language) {
                assert!(!list.is_empty(), "{}: {name}", language.code);
                for item in list {
                    assert_eq!(*item, item.to_lowercase(), "{}: {name}", language.code);
                }
            }
        }
    }

    #[test]
    fn abbreviations_end_in_a_dot_and_none_is_a_title_too() {
        for language in ALL {
            for (name, list) in dotted(language) {
                for item in list {
                    assert!(item.ends_with('.'), "{}: {name}: {item}", language.code);
                }
            }
            for item in language.titles {
                let both = language.abbreviations.contains(item);
                assert!(!both, "{}: {item}", language.code);
            }
        }
    }

    #[test]
    fn continued_literals_keep_words_apart() {
        let words = |code| ALL[position(code).unwrap()].stop_words.split_whitespace();
        assert!(words("en").any(|word| word == "the"));
        assert!(words("ar").any(|word| word == "على"));
        for language in ALL {
            assert!(!language.stop_words.contains(['\n', '\\', '|', ',']));
        }
    }
}
