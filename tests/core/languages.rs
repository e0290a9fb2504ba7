//! Language detection on SIB-200, when the data set is there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use mujaz::text::language;
use serde_json::Value;

/// The data set inside the data folder.
const SET: &str = "topics/sib200_train_dev.jsonl.gz";
/// Names another data folder.
const FOLDER: &str = "MUJAZ_DATA";
/// Sentences of each language in the data set.
const SENTENCES: usize = 800;
/// Fewest sentences of each language whose language must be found.
const REQUIRED: usize = 776; // 97 %.

/// The set's own codes and ours.
const LANGUAGES: [(&str, &str); 17] = [
    ("arb_Arab", "ar"),
    ("pes_Arab", "fa"),
    ("urd_Arab", "ur"),
    ("eng_Latn", "en"),
    ("fra_Latn", "fr"),
    ("spa_Latn", "es"),
    ("por_Latn", "pt"),
    ("deu_Latn", "de"),
    ("tur_Latn", "tr"),
    ("rus_Cyrl", "ru"),
    ("zho_Hans", "zh"),
    ("jpn_Jpan", "ja"),
    ("kor_Hang", "ko"),
    ("hin_Deva", "hi"),
    ("ben_Beng", "bn"),
    ("heb_Hebr", "he"),
    ("zho_Hant", "zh"),
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
    let path = data_folder().join(SET);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(reason) => return skip(&path, &reason.to_string()),
    };
    let tallies = tally(file);
    let table = table(&tallies);
    println!("{table}");
    let mut failures = String::new();
    for (set_code, code) in LANGUAGES {
        // The set may hold only one writing of Chinese.
        let Some(found) = tallies.get(set_code) else {
            if set_code != "zho_Hant" {
                writeln!(failures, "{code}: no sentence of {set_code}").unwrap();
            }
            continue;
        };
        if found.all != SENTENCES {
            writeln!(failures, "{code}: {} sentences, not {SENTENCES}", found.all).unwrap();
        }
        if found.right < REQUIRED {
            writeln!(failures, "{code}: {} of {}", found.right, found.all).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}\n{table}");
}

fn data_folder() -> PathBuf {
    std::env::var_os(FOLDER).map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    )
}
