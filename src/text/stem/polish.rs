//! Polish: cuts the longest inflectional ending off nouns, adjectives and the commonest verbs, then
//! what changes before endings, so that the forms meet: rząd and rządzie, polityk and politycy,
//! wypadek and wypadku, prezydent and prezydenci, artysta and artyści.
//!
//! It follows no published list. As only slices are returned, vowels that change inside the word
//! keep forms apart (ręka and rąk, naród and narodu, miasto and mieście), and so do ł and l.

use super::affix::{cut_ending, has_chars};

/// The shortest stem, in characters.
const SHORTEST: usize = 3;
/// The shortest stem of what may as well belong to the word.
const SHORT: usize = 4;
/// The shortest stem of a noun of action.
const SHORTEST_ACTION: usize = 5;

/// Words that are cut no further than this: their ends look like endings, or they would meet
/// common words (powodzi, of the flood, and powodu, of the cause).
const WHOLE: [&str; 18] = [
    "kolej", "problem", "system", "zamach", "hokej", "reżim", "poziom", "syndrom", "dyplom",
    "przełom", "slalom", "zapach", "powodzi", "powodziow", "sprawc", "ostrzał", "trybunał",
    "przeciwciał",
];

/// What follows the ś of wolność, część, most (moście), artysta (artyści), wejście.
const AFTER_S: [&str; 11] = [
    "ciami", "ciach", "ciom", "ciem", "cią", "cia", "cie", "ciu", "ci", "ć", "cię",
];

/// What follows the vowel of nouns of action and their like: szczepienie, mieszkań, kampanii.
const ACTION: [&str; 12] = [
    "niami", "niach", "niom", "niem", "nią", "nię", "nia", "nie", "nii", "niu", "ni", "ń",
];

/// Endings and their shortest stems, longest first.
const ENDINGS: [(&str, usize); 47] = [
    ("owali", SHORT),
    ("iemu", SHORTEST),
    ("iego", SHORTEST),
    ("iami", SHORTEST),
    ("iach", SHORTEST),
    ("ymi", SHORTEST),
    ("imi", SHORTEST),
    ("ego", SHORTEST),
    ("emu", SHORTEST),
    ("ach", SHORTEST),
    ("ami", SHORTEST),
    ("iom", SHORTEST),
    ("iem", SHORTEST),
    ("iej", SHORTEST),
    ("ich", SHORTEST),
    ("ych", SHORTEST),
    ("uje", SHORT),
    ("ują", SHORT),
    ("ają", SHORT),
    ("ili", SHORT),
    ("yli", SHORT),
    ("ów", SHORTEST),
    ("om", SHORTEST),
    ("em", SHORTEST),
    ("ej", SHORTEST),
    ("ym", SHORTEST),
    ("im", SHORTEST),
    ("um", SHORT),
    ("ia", SHORTEST),
    ("ie", SHORTEST),
    ("ii", SHORTEST),
    ("io", SHORT),
    ("iu", SHORTEST),
    ("ię", SHORTEST),
    ("ią", SHORTEST),
    ("ać", SHORT),
    ("ić", SHORT),
    ("yć", SHORT),
    ("eć", SHORT),
    ("a", SHORTEST),
    ("e", SHORTEST),
    ("i", SHORTEST),
    ("o", SHORTEST),
    ("u", SHORTEST),
    ("y", SHORTEST),
    ("ą", SHORTEST),
    ("ę", SHORTEST),
];

/// Returns the stem of a lower-case word, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    if let Some(rest) = whole(word)
        .or_else(|| after_s(word))
        .or_else(|| action(word))
    {
        return rest;
    }
    let ended = ENDINGS
        .iter()
        .find_map(|&(ending, shortest)| cut(word, ending, shortest));
    harden(ended.unwrap_or(word))
}

/// Returns the word of [`WHOLE`] that a word is a form of.
fn whole(word: &str) -> Option<&str> {
    let is_ending = |rest: &str| ENDINGS.iter().any(|&(ending, _)| ending == rest);
    WHOLE.into_iter().find(|whole| {
        word.strip_prefix(whole)
            .is_some_and(|rest| rest.is_empty() || is_ending(rest))
    })
}

/// Cuts what follows ś, and the ś too where other forms have st: artyści, artysta.
fn after_s(word: &str) -> Option<&str> {
    let rest = AFTER_S
        .iter()
        .find_map(|ending| cut(word, ending, SHORTEST).filter(|rest| rest.ends_with('ś')))?;
    Some(cut_after(rest, "ś", SHORT, "yi").unwrap_or(rest))
}

/// Cuts the ending of a noun of action together with its n.
fn action(word: &str) -> Option<&str> {
    let vowel = |rest: &&str| rest.ends_with(['a', 'e']);
    ACTION
        .iter()
        .filter_map(|ending| cut(word, ending, SHORTEST_ACTION))
        .find(vowel)
}

/// Cuts consonants that change before endings, -ow- and the past tense.
fn harden(word: &str) -> &str {
    if let Some(rest) = changing(word) {
        return rest;
    }
    let bare = cut(word, "ow", SHORT).unwrap_or(word);
    let mut past = ["ał", "ił", "ył"].iter();
    let bare = past.find_map(|end| cut(bare, end, SHORT)).unwrap_or(bare);
    let bare = cut(bare, "ow", SHORT).unwrap_or(bare);
    let bare = cut(bare, "i", SHORT).unwrap_or(bare);
    let bare = cut_after(bare, "z", SHORTEST, "d")
        .or_else(|| cut_after(bare, "z", SHORT, "r"))
        .unwrap_or(bare);
    changing(bare).unwrap_or(bare)
}

/// Cuts k or c, with the e that comes and goes, t or c, and st.
fn changing(word: &str) -> Option<&str> {
    let e = ["iec", "ek", "ec"]
        .iter()
        .find_map(|end| cut(word, end, SHORT));
    let st = || cut_after(word, "st", SHORT, "yi");
    let t = || {
        ["t", "c"]
            .iter()
            .find_map(|end| cut_after(word, end, SHORT, "na"))
    };
    let k = || {
        let rest = ["k", "c"].iter().find_map(|end| cut(word, end, SHORT));
        rest.filter(|rest| !rest.ends_with(['a', 'ą', 'e', 'ę', 'o', 'ó', 'u']))
    };
    e.or_else(st).or_else(t).or_else(k)
}

/// Cuts an ending if at least `shortest` characters remain.
fn cut<'w>(word: &'w str, ending: &str, shortest: usize) -> Option<&'w str> {
    cut_ending(word, &[ending], |rest| has_chars(rest, shortest))
}

/// Cuts an ending behind one of some letters.
fn cut_after<'w>(word: &'w str, ending: &str, shortest: usize, letters: &str) -> Option<&'w str> {
    cut(word, ending, shortest).filter(|rest| rest.ends_with(|c: char| letters.contains(c)))
}

#[cfg(test)]
mod tests {
    use super::super::forms::assert_meet;
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        let classes = [
            "rząd rządu rządowi rządem rządzie rządy rządów rządom rządami rządach",
            "policja policji policję policją policje",
            "partia partii partię partią partie partiom partiach",
            "wybory wyborów wyborom wyborami wyborach",
            "prezydent prezydenta prezydentem prezydencie prezydenci prezydentów",
            "polityk polityka politykiem politycy polityków polityce",
            "wypadek wypadku wypadki wypadkach wypadków wypadkiem",
            "szczepionka szczepionki szczepionkę szczepionce szczepionek szczepionkami",
            "szczepienie szczepienia szczepieniu szczepień szczepieniami szczepieniem",
            "wolność wolności wolnością",
            "artysta artysty artyście artyści artystów artystami artystą",
            "polski polska polskie polskiego polskiej polskich polskimi polscy",
            "nowy nowa nowe nowego nowej nowych nowym nowymi",
            "lekarz lekarza lekarze lekarzy lekarzom lekarzami lekarzem",
            "teatr teatru teatrze teatry teatrów teatrem",
            "muzeum muzea muzeów muzeach",
            "sędzia sędziego sędziów sędziowie sędziemu",
            "wojna wojny wojnie wojnę wojną wojnach",
            "problem problemu problemy problemów problemem",
            "generał generała generałowie generałem generałów",
            "kandydat kandydaci kandydata kandydacie kandydatów",
            "naukowiec naukowca naukowcy naukowców naukowcem",
            "podatek podatku podatki podatków podatkowy podatkowe podatkowych",
            "system systemu systemy systemem systemów",
            "strajk strajki strajków strajkuje strajkować strajkował strajkowali",
            "aresztować aresztował aresztowała aresztowali areszt aresztu",
        ];
        assert_meet(stem, classes);
    }

    #[test]
    fn other_words_stay_apart() {
        let groups = [
            "wolny wolność", "wybory wybór", "mieszkać mieszkanie", "powstać powstanie",
            "policja polityka", "partia partner", "kierowca kierować", "austria australia",
            "sąd sędzia", "zamek zamach", "student studio", "demokrata demokracja",
            "agent agencja", "król królik", "różny różnica", "morze mord", "kara karta",
            "rak rakieta", "kolej kolejny", "powodzi powodu", "sprawcy sprawy", "trybunał trybuny",
        ];
        for group in groups {
            let words: Vec<&str> = group.split(' ').collect();
            assert_ne!(stem(words[0]), stem(words[1]), "{group}");
        }
    }
}
