//! Ukrainian: cuts one inflectional ending off nouns, adjectives and the commonest verbs, the longest
//! that fits: війна, війною; податковий, податкових; українець, українців; голосувала, голосують.
//!
//! It follows no published list; the endings are those of the declensions. Endings that many words
//! have as part of their stem stay: "-ові" ("військові" are more often many than one in the dative),
//! "-ати" ("депутати") and "-али" ("канали"). Sounds that change within a word ("ніч, ночі", "рука,
//! руці", "ринок, ринку") are not brought together.

use super::affix::{cut_ending, has_chars};

/// The shortest stem, in characters.
const SHORTEST: usize = 3;
/// The shortest stem of an abstract noun: "радість" is not "рада".
const SHORTEST_ABSTRACT: usize = 4;
/// The shortest stem before endings that short words have in their stem: "кінець", "пам'ять".
const SHORTEST_DOUBTFUL: usize = 5;
/// The shortest stem that loses one of two equal letters: "суддя" is not "суд".
const SHORTEST_SINGLE: usize = 4;

/// Words that have no endings, though they look so, and whose stem would be another word's.
const WHOLE: [&str; 11] = [
    "євро", "іслам", "кафе", "кіно", "меню", "метро", "монах", "набу", "радіо", "режим", "успіх",
];

/// Endings of abstract nouns: "незалежність", "незалежності".
const ABSTRACT: [&str; 7] = ["остями", "остей", "остям", "остях", "істю", "ість", "ості"];
/// Endings of people, "українець", "українців", and of verbs in the present tense.
const DOUBTFUL: [&str; 17] = [
    "иться", "яться", "уться", "цями", "ець", "ців", "цям", "цях", "цем", "цею", "ить", "ять",
    "уть", "ця", "цю", "ці", "ць",
];
/// Endings of the past tense and the infinitive behind "у" or "ю", which stays as it does in the
/// present tense: "голосувати", "голосує".
const OF_VERBS: [&str; 12] = [
    "валася", "валося", "валися", "ватися", "ватись", "вавши", "вався", "вала", "вало", "вали",
    "вати", "вав",
];
/// All other endings, longest first: of nouns in "-ія", "-ея", "-ой", of adjectives, of other nouns,
/// and of verbs in the present tense.
const ENDINGS: [&str; 75] = [
    "ється", "ються", "іями", "еями", "оями", "ього", "ьому", "ією", "еєю", "оєю", "іям", "іях",
    "ієм", "іїв", "еям", "еях", "еєм", "еїв", "оям", "оях", "оєм", "оїв", "ьою", "ьої", "ого",
    "ому", "ими", "іми", "ами", "ями", "ють", "ючи", "ія", "ії", "ію", "ій", "ея", "еї", "ею",
    "ей", "оя", "ої", "ою", "ой", "ий", "им", "ім", "їм", "их", "іх", "їх", "ам", "ям", "ах", "ях",
    "ом", "ем", "єм", "єю", "ів", "їв", "ьо", "йо", "а", "я", "у", "ю", "и", "і", "ї", "о", "е",
    "є", "ь", "й",
];

/// Letters that stand twice in some forms: "навчання", "навчань".
const DOUBLED: &str = "джзлнстцчш";

/// Returns the stem of a word, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    if WHOLE.contains(&word) {
        return word;
    }
    let rest = cut(word, &ABSTRACT, SHORTEST_ABSTRACT)
        .or_else(|| cut(word, &DOUBTFUL, SHORTEST_DOUBTFUL))
        .or_else(|| cut(word, &OF_VERBS, SHORTEST).filter(|rest| rest.ends_with(['у', 'ю'])))
        .or_else(|| cut(word, &ENDINGS, SHORTEST));
    single(rest.unwrap_or(word))
}

/// Cuts the first ending that leaves enough of the word.
fn cut<'w>(word: &'w str, endings: &[&str], shortest: usize) -> Option<&'w str> {
    cut_ending(word, endings, |rest| has_chars(rest, shortest))
}

/// Cuts the second of two equal letters at the end.
fn single(stem: &str) -> &str {
    let mut letters = stem.chars();
    let (Some(last), Some(before)) = (letters.next_back(), letters.clone().next_back()) else {
        return stem;
    };
    let once = letters.as_str();
    if last == before && DOUBLED.contains(last) && has_chars(once, SHORTEST_SINGLE) {
        once
    } else {
        stem
    }
}

#[cfg(test)]
mod tests {
    use super::super::forms::assert_meet;
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        let classes = [
            "війна війни війну війною війні",
            "міністр міністра міністру міністром міністри міністрів міністрам міністрами міністрах",
            "місто міста місту містом місті",
            "армія армії армію армією армій арміям арміями",
            "музей музею музеєм музеї музеїв музеям музеях",
            "герой героя героєм герої героїв",
            "край краю краєм краї краях",
            "лікар лікаря лікарем лікарі лікарів",
            "навчання навчанню навчанням навчанні навчань навчаннями",
            "область області областю областей",
            "медаль медалі медаллю медалей медалями",
            "незалежність незалежності незалежністю",
            "суддя судді суддів суддею",
            "українець українця українцем українці українців українцям",
            "податковий податкова податкове податкові податкового податкової податкових податковими",
            "внутрішній внутрішня внутрішнє внутрішнього внутрішньої внутрішніх",
            "голосувати голосував голосувала голосували голосує голосують",
            "готуватися готувався готувалися готується готуються",
            "здоров'я здоров'ю здоров'ям",
            "сім'я сім'ї сім'ю сім'єю",
        ];
        assert_meet(stem, classes);
    }

    #[test]
    fn other_words_stay_apart() {
        let pairs = [
            ("рада", "радість"),
            ("суд", "суддя"),
            ("суд", "судно"),
            ("військо", "військовий"),
            ("метро", "метрів"),
            ("євро", "євреї"),
            ("кінець", "кіно"),
            ("депутати", "депутація"),
            ("голос", "голосує"),
            ("набу", "набої"),
            ("меню", "мене"),
            ("диплом", "дипломат"),
            ("журналіст", "журнал"),
        ];
        for (one, other) in pairs {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
    }

    #[test]
    fn short_words_stay() {
        for word in ["суд", "сша", "дім", "бої", "мир"] {
            assert_eq!(stem(word), word);
        }
    }
}
