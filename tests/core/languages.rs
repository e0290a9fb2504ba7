//! Language detection on SIB-200, when the data set is there.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use mujaz::text::language;
use serde_json::Value;

use crate::data;

/// The data set inside the data folder.
pub(crate) const SET: &str = "topics/sib200_train_dev.jsonl.gz";
/// Sentences of each language in the data set.
const SENTENCES: usize = 800;
/// Fewest sentences of each language whose language must be found.
const REQUIRED: usize = 776; // 97 %.

/// The set's own codes and ours.
pub(crate) const LANGUAGES: [(&str, &str); 29] = [
    ("arb_Arab", "ar"),
    ("pes_Arab", "fa"),
    ("urd_Arab", "ur"),
    ("pbt_Arab", "ps"),
    ("ckb_Arab", "ckb"),
    ("heb_Hebr", "he"),
    ("amh_Ethi", "am"),
    ("eng_Latn", "en"),
    ("fra_Latn", "fr"),
    ("spa_Latn", "es"),
    ("por_Latn", "pt"),
    ("ita_Latn", "it"),
    ("deu_Latn", "de"),
    ("nld_Latn", "nl"),
    ("pol_Latn", "pl"),
    ("tur_Latn", "tr"),
    ("ind_Latn", "id"),
    ("vie_Latn", "vi"),
    ("swh_Latn", "sw"),
    ("som_Latn", "so"),
    ("rus_Cyrl", "ru"),
    ("ukr_Cyrl", "uk"),
    ("ell_Grek", "el"),
    ("hin_Deva", "hi"),
    ("ben_Beng", "bn"),
    ("tha_Thai", "th"),
    ("zho_Hans", "zh"),
    ("jpn_Jpan", "ja"),
    ("kor_Hang", "ko"),
];

/// What was said of the sentences of one language.
#[derive(Default)]
struct Tally {
    all: usize,
    right: usize,
    /// How often each wrong language was said.
    wrong: BTreeMap<&'static str, usize>,
}

#[test]
fn detects_the_language_of_single_sentences() {
    let test = "detects_the_language_of_single_sentences";
    let Some(lines) = data::lines(SET, test) else {
        return;
    };
    let tallies = tally(lines);
    let table = table(&tallies);
    println!("{table}");
    let mut failures = String::new();
    for (set_code, code) in LANGUAGES {
        let found = &tallies[set_code];
        if found.all != SENTENCES {
            writeln!(failures, "{code}: {} sentences, not {SENTENCES}", found.all).unwrap();
        }
        if found.right < REQUIRED {
            writeln!(failures, "{code}: {} of {}", found.right, found.all).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}\n{table}");
}

/// Detects the language of every sentence of [`LANGUAGES`].
fn tally(lines: impl Iterator<Item = Value>) -> BTreeMap<&'static str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = LANGUAGES
        .iter()
        .map(|&(set_code, _)| (set_code, Tally::default()))
        .collect();
    for record in lines {
        let set_code = record["lang"].as_str().unwrap();
        let text = record["text"].as_str().unwrap();
        let Some((set_code, code)) = LANGUAGES.iter().find(|one| one.0 == set_code) else {
            continue;
        };
        let tally = tallies.get_mut(set_code).unwrap();
        tally.all += 1;
        let detected = language::detect(text).code;
        if detected == *code {
            tally.right += 1;
        } else {
            *tally.wrong.entry(detected).or_default() += 1;
        }
    }
    tallies
}

fn table(tallies: &BTreeMap<&str, Tally>) -> String {
    let mut table = String::from("language  right  of   share   said instead\n");
    for (set_code, code) in LANGUAGES {
        let Tally { all, right, wrong } = &tallies[set_code];
        let per_mille = right * 1_000 / (*all).max(1);
        let (percent, tenth) = (per_mille / 10, per_mille % 10);
        let wrong: Vec<String> = wrong
            .iter()
            .map(|(said, n)| format!("{said} {n}"))
            .collect();
        let wrong = wrong.join(", ");
        writeln!(
            table,
            "{code:<8} {right:>6}  {all:<4} {percent:>3}.{tenth} %  {wrong}"
        )
        .unwrap();
    }
    table
}
