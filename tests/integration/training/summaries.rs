//! `mujaz train summaries` as it is typed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::write;
use crate::harness::{run, stderr};

/// Sentences with a number are the ones that the reader of these chose. People
/// speak in them: accounts are not for the trees to judge.
pub(super) fn chosen_line(at: usize) -> Value {
    let plain = [
        "The weather stayed calm over the bay.",
        "A walker said that the shore was quiet.",
        "A band played near the old gate.",
        "Children fed the birds by the pond.",
        "Nobody hurried, a fisherman said.",
    ];
    let mut sentences: Vec<String> = plain.iter().map(|&one| one.to_owned()).collect();
    let place = at * 7 % 6;
    sentences.insert(
        place,
        format!("The port moved {} crates in {at} days.", at * 13 + 5),
    );
    let mut spans = Vec::new();
    let mut start = 0;
    for sentence in &sentences {
        spans.push([start, start + sentence.len()]);
        start += sentence.len() + 1;
    }
    json!({
        "text": sentences.join(" "), "lang": "en", "sentences": spans, "chosen": [[place]]
    })
}

/// Abstracts of one sentence of the text.
fn abstract_line(at: usize) -> Value {
    let line = chosen_line(at);
    let text = line["text"].as_str().expect("a text");
    let mut sentences = text.split_inclusive(". ");
    let counting = sentences.find(|one| one.contains("crates"));
    json!({"text": text, "title": "Port", "lang": "en", "refs": [counting]})
}

fn compress(path: &Path) -> PathBuf {
    let packed = path.with_extension("gz");
    let mut gzip = GzEncoder::new(
        fs::File::create(&packed).expect("a file"),
        Compression::fast(),
    );
    let plain = fs::read(path).expect("readable");
    gzip.write_all(&plain).expect("written");
    gzip.finish().expect("finished");
    packed
}

#[test]
fn what_readers_chose_is_learnt_and_gives_the_same_bytes_again() {
    let folder = TempDir::new().expect("a folder");
    let extracts = write(&folder, "extracts.jsonl", (0..120).map(chosen_line));
    let abstracts = write(&folder, "abstracts.jsonl", (200..260).map(abstract_line));
    let headlines = write(&folder, "headlines.jsonl", (300..360).map(abstract_line));
    let train = |extracts: &Path, out: &str, threads: &str| {
        let out = folder.path().join(out);
        let done = Command::new(env!("CARGO_BIN_EXE_mujaz"))
            .args(["train", "summaries", "--format", "json", "--data"])
            .arg(format!("{}=2", extracts.display()))
            .arg(&abstracts)
            .arg("--headlines")
            .arg(&headlines)
            .arg("--out")
            .arg(&out)
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .expect("it runs");
        assert!(done.status.success(), "{}", stderr(&done));
        let report: Value = serde_json::from_slice(&done.stdout).expect("JSON");
        (fs::read(out).expect("trees"), report)
    };
    let (trees, report) = train(&extracts, "one", "1");
    assert_eq!(trees, train(&compress(&extracts), "two", "3").0);
    assert_eq!(report["documents"], 180);
    assert_eq!(report["headlines"], 60);
    let files = report["files"].as_array().expect("a list");
    assert_eq!(files[0]["measure"], "agreement");
    assert_eq!(files[1]["measure"], "rouge_1");
    let mean = |of: &str| files[0][of]["mean"].as_f64().expect("a number");
    assert!(mean("ranked") > 90.0 && mean("lead") < 30.0, "{report}");
}

#[test]
fn bad_lines_are_named_and_counted_or_fatal() {
    let folder = TempDir::new().expect("a folder");
    let mut lines: Vec<Value> = (0..60).map(chosen_line).collect();
    lines[2] = json!({"text": "One. Two.", "sentences": [[0, 4]], "chosen": [[7]]});
    lines[4] = json!({"text": "One. Two."});
    let data = write(&folder, "data.jsonl", lines.into_iter());
    let out = folder.path().join("out");
    let arguments = [
        "train",
        "summaries",
        "--data",
        data.to_str().expect("UTF-8"),
        "--out",
        out.to_str().expect("UTF-8"),
    ];
    let done = run(&arguments, b"");
    assert!(done.status.success(), "{}", stderr(&done));
    let (told, shown) = (stderr(&done), String::from_utf8_lossy(&done.stdout));
    assert!(
        told.contains("data.jsonl:3: chosen names a sentence"),
        "{told}"
    );
    assert!(told.contains("data.jsonl:5: neither refs nor"), "{told}");
    assert!(shown.contains("2 bad lines"), "{shown}");
    let strict = run(&[&arguments[..], &["--strict"]].concat(), b"");
    assert_eq!(strict.status.code(), Some(1));
}

#[test]
fn files_are_scored_together_and_bad_lines_counted() {
    let folder = TempDir::new().expect("a folder");
    let mut lines: Vec<Value> = (0..20).map(chosen_line).collect();
    lines[2] = json!({"text": "One. Two."});
    lines[3] = json!({"text": "", "refs": ["One."]});
    let extracts = write(&folder, "extracts.jsonl", lines.into_iter());
    let abstracts = write(&folder, "abstracts.jsonl", (20..30).map(abstract_line));
    let [extracts, abstracts] = [extracts, abstracts].map(|path| path.display().to_string());
    let eval = ["eval", "summaries", "--data", &extracts, &abstracts];
    let done = run(&[&eval[..], &["--format", "json"]].concat(), b"");
    assert!(done.status.success(), "{}", stderr(&done));
    assert!(stderr(&done).contains("extracts.jsonl:3: neither refs nor"));
    let report: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let counts = ["documents", "unused", "bad_lines"].map(|key| &report[key]);
    assert_eq!(counts, [&json!(28), &json!(1), &json!(1)]);
    let systems = report["systems"].as_array().expect("a list");
    assert_eq!(systems.last().expect("a system")["system"], "oracle");
    let measures = systems[0]["measures"].as_array().expect("a list");
    let names: Vec<&Value> = measures.iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["rouge_1", "rouge_2", "rouge_l", "agreement"]);
    let strict = run(&[&eval[..], &["--strict"]].concat(), b"");
    assert_eq!(strict.status.code(), Some(1));
    let empty = run(
        &["eval", "summaries", "--data", "-"],
        b"{\"text\": \"\", \"refs\": [\"One.\"]}",
    );
    assert_eq!(empty.status.code(), Some(1));
    assert!(
        stderr(&empty).contains("no document has words"),
        "{}",
        stderr(&empty)
    );
}

#[test]
fn nothing_to_learn_from_is_an_error() {
    let folder = TempDir::new().expect("a folder");
    let empty = write(&folder, "empty.jsonl", std::iter::empty());
    let empty = empty.display().to_string();
    let [none, out] = ["none", "out"].map(|name| folder.path().join(name).display().to_string());
    for (data, code, problem) in [
        (&empty, 1, "no document to learn from"),
        (&none, 1, "cannot open"),
        (&format!("{empty}=0"), 64, "above 0"),
    ] {
        let done = run(&["train", "summaries", "--data", data, "--out", &out], b"");
        assert_eq!(done.status.code(), Some(code), "{data}");
        assert!(stderr(&done).contains(problem), "{}", stderr(&done));
        assert!(!Path::new(&out).exists());
    }
}
