//! `mujaz train` as it is typed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{run, stderr};

/// Sentences with a number are the ones that the reader of these chose. People
/// speak in them: accounts are not for the trees to judge.
fn chosen_line(at: usize) -> Value {
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

fn write(folder: &TempDir, name: &str, lines: impl Iterator<Item = Value>) -> PathBuf {
    let path = folder.path().join(name);
    let lines: Vec<String> = lines.map(|line| line.to_string()).collect();
    fs::write(&path, lines.join("\n")).expect("written");
    path
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
fn nothing_to_learn_from_is_an_error() {
    let folder = TempDir::new().expect("a folder");
    let empty = write(&folder, "empty.jsonl", std::iter::empty());
    let (empty, none) = (empty.display().to_string(), folder.path().join("none"));
    let none = none.display().to_string();
    for (data, code, problem) in [
        (&empty, 1, "no document to learn from"),
        (&none, 1, "cannot open"),
        (&format!("{empty}=0"), 64, "above 0"),
    ] {
        let done = run(&["train", "summaries", "--data", data, "--out", &none], b"");
        assert_eq!(done.status.code(), Some(code), "{data}");
        assert!(stderr(&done).contains(problem), "{}", stderr(&done));
        assert!(!Path::new(&none).exists());
    }
}

#[test]
fn topics_are_trained_without_a_word_of_what() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out").display().to_string();
    let bare = run(&["train", "--out", &out], b"");
    assert_eq!(bare.status.code(), Some(64), "{}", stderr(&bare));
    assert!(stderr(&bare).contains("--data"), "{}", stderr(&bare));
    let missing = run(&["train", "--data", "nowhere.jsonl", "--out", &out], b"");
    assert_eq!(missing.status.code(), Some(1));
    assert!(stderr(&missing).contains("cannot open nowhere.jsonl"));
    let both = run(&["train", "--data", "x", "--out", &out, "summaries"], b"");
    assert_eq!(both.status.code(), Some(64), "{}", stderr(&both));
}

/// Documents of two topics that are easy to tell.
fn labelled_lines() -> Vec<Value> {
    let money = json!({"text": "The bank raised rates.", "label": "money"});
    let games = json!({"text": "The team won the match.", "label": "games"});
    std::iter::repeat_n([money, games], 10).flatten().collect()
}

#[test]
fn files_are_looked_at_before_the_training() {
    let folder = TempDir::new().expect("a folder");
    let name = |name: &str| folder.path().join(name).display().to_string();
    let data = write(&folder, "data.jsonl", labelled_lines().into_iter());
    let data = data.display().to_string();
    let (out, svg, nowhere) = (name("out"), name("plot.svg"), name("no/where.svg"));
    let picture = ["train", "--data", &data, "--out", &out, "--plot", "x.png"];
    let refused = run(&picture, b"");
    assert_eq!(refused.status.code(), Some(64), "{}", stderr(&refused));
    assert!(stderr(&refused).contains(".svg"), "{}", stderr(&refused));
    for (more, problem) in [
        (["--out", &out, "--dev", &nowhere], "cannot open"),
        (["--out", &out, "--plot", &nowhere], "cannot write"),
        (["--out", &nowhere, "--plot", &svg], "cannot write"),
    ] {
        let arguments = [&["train", "--data", &data], &more[..]].concat();
        let done = run(&arguments, b"");
        assert_eq!(done.status.code(), Some(1), "{more:?}");
        assert!(stderr(&done).contains(problem), "{}", stderr(&done));
        assert!(!Path::new(&out).exists() && !Path::new(&svg).exists());
    }
}

#[test]
fn lines_that_are_wrong_are_counted_wherever_they_are() {
    let folder = TempDir::new().expect("a folder");
    let data = write(&folder, "data.jsonl", labelled_lines().into_iter());
    let lines = [
        json!({"text": "The bank raised rates.", "topics": ["unheard"]}),
        json!({"text": "The team won.", "topics": ["games"]}),
    ];
    let dev = write(&folder, "dev.jsonl", lines.iter().cloned());
    let bad = write(&folder, "bad.jsonl", lines[..1].iter().cloned());
    let [data, dev, bad] = [data, dev, bad].map(|path| path.display().to_string());
    let model = folder.path().join("out").display().to_string();
    let train = |dev: &str| {
        let arguments = [
            "train", "--data", &data, "--out", &model, "--dev", dev, "--format", "json",
        ];
        run(&arguments, b"")
    };
    let json = |output: &std::process::Output| -> Value {
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", stderr(output)))
    };
    let trained = json(&train(&dev));
    assert_eq!(trained["dev"]["bad_lines"], 1);
    assert_eq!(trained["dev"]["overall"]["documents"], 1);
    let eval = |data: &str, format: &str| {
        let arguments = [
            "eval", "topics", "--model", &model, "--format", format, "--data", data,
        ];
        run(&arguments, b"")
    };
    assert_eq!(json(&eval(&dev, "json"))["bad_lines"], 1);
    let told = eval(&dev, "text");
    let told = String::from_utf8_lossy(&told.stdout);
    assert!(
        told.starts_with("1 documents judged, 1 bad lines"),
        "{told}"
    );
    for failed in [train(&bad), eval(&bad, "json")] {
        assert_eq!(failed.status.code(), Some(1));
        assert!(
            stderr(&failed).contains("no document to judge"),
            "{}",
            stderr(&failed)
        );
    }
}
