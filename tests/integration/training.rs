//! `mujaz train` as it is typed.

mod files;
mod summaries;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{run, stderr};

fn write(folder: &TempDir, name: &str, lines: impl Iterator<Item = Value>) -> PathBuf {
    let path = folder.path().join(name);
    let lines: Vec<String> = lines.map(|line| line.to_string()).collect();
    fs::write(&path, lines.join("\n")).expect("written");
    path
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
fn lines_that_are_wrong_are_counted_wherever_they_are() {
    let folder = TempDir::new().expect("a folder");
    let data = write(&folder, "data.jsonl", labelled_lines().into_iter());
    let lines = [
        json!({"text": "The bank raised rates.", "topics": "money", "languageCode": "?"}),
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

#[test]
fn groups_may_be_numbers_and_are_counted() {
    let folder = TempDir::new().expect("a folder");
    let mut lines = labelled_lines();
    for (at, line) in lines.iter_mut().enumerate() {
        line["day"] = json!(at % 4);
    }
    lines[0]["day"] = Value::Null;
    lines[1]["day"] = json!(true);
    let data = write(&folder, "data.jsonl", lines.into_iter());
    let data = data.display().to_string();
    let train = |more: &[&str]| {
        let arguments = ["train", "--data", &data, "--out", "/dev/null"];
        run(&[&arguments[..], more].concat(), b"")
    };
    let grouped = train(&["--group-by", "day"]);
    let told = stderr(&grouped);
    assert!(grouped.status.success(), "{told}");
    assert!(told.contains("data.jsonl:2: \"day\" is neither"), "{told}");
    assert!(told.contains("1 of 19 documents have no \"day\""), "{told}");
    let shown = String::from_utf8_lossy(&grouped.stdout);
    assert!(shown.contains("1 bad lines, 4 groups"), "{shown}");
    let json = train(&["--group-by", "day", "--format", "json"]);
    let json: Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(json["groups"], 4);
    let slip = train(&["--group-by", "dya"]);
    assert_eq!(slip.status.code(), Some(1));
    assert!(
        stderr(&slip).contains("--group-by \"dya\": no document"),
        "{}",
        stderr(&slip)
    );
    assert!(train(&[]).status.success(), "no group is needed");
}

#[test]
fn a_line_of_any_length_takes_bounded_memory() {
    /// A line of so many bytes was held, and grew to twice as many.
    const LONG: usize = 300 << 20;
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("data.jsonl.gz");
    let file = fs::File::create(&path).expect("a file");
    let mut gzip = GzEncoder::new(file, Compression::fast());
    let mebibyte = vec![b'x'; 1 << 20];
    for _ in 0..LONG / mebibyte.len() {
        gzip.write_all(&mebibyte).expect("written");
    }
    for line in labelled_lines() {
        write!(gzip, "\n{line}").expect("written");
    }
    gzip.finish().expect("finished");
    let script = "ulimit -v 400000; exec \"$0\" \"$@\"";
    let done = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_mujaz")])
        .args(["train", "--out", "/dev/null", "--data"])
        .arg(&path)
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("it runs");
    let told = stderr(&done);
    assert!(done.status.success(), "{told}");
    assert!(
        told.contains("data.jsonl.gz:1: longer than 67108864 bytes"),
        "{told}"
    );
}

#[test]
fn labels_paint_no_terminal_and_keep_the_columns() {
    let folder = TempDir::new().expect("a folder");
    let lines = labelled_lines().into_iter().map(|mut line| {
        let money = line["label"] == "money";
        line["label"] = json!(if money {
            "  हिन्दी "
        } else {
            "سياسة\u{202e}"
        });
        line
    });
    let bad = json!({"text": "The bank.", "label": "a\u{1b}[2Jb"});
    let rare = json!({"text": "The bank.", "label": "हिन्दी और भी"});
    let data = write(&folder, "data.jsonl", lines.chain([bad, rare]));
    let data = data.display().to_string();
    let out = folder.path().join("out").display().to_string();
    let trained = run(&["train", "--data", &data, "--out", &out], b"");
    let (told, shown) = (stderr(&trained), String::from_utf8_lossy(&trained.stdout));
    assert!(
        told.contains("data.jsonl:21: \"label\" has a control"),
        "{told}"
    );
    assert!(told.contains(": \"हिन्दी और भी\" (1)"), "{told}");
    let listed = run(&["topics", "--model", &out], b"");
    let listed = String::from_utf8_lossy(&listed.stdout);
    for output in [&told, &*shown, &*listed] {
        assert!(!output.contains(['\u{1b}', '\u{202e}']), "{output}");
        assert!(output.contains("हिन्दी"), "{output}");
    }
    // Both take five cells, so their counts stand below each other.
    for label in ["हिन्दी", "\u{2067}سياسة\u{2069}"] {
        let row = format!("\n{label}{}10  ", " ".repeat(25));
        assert!(shown.contains(&row), "{shown}");
    }
}

#[test]
fn senseless_arguments_are_refused_at_once() {
    let bare = ["train", "--data", "-", "--out", "/dev/null"];
    for (more, problem) in [
        (&["--max-documents", "0"][..], "--max-documents"),
        (&["--max-documents", "4"], "at least 5"),
        (&["--max-terms", "0"], "at least 1"),
        (&["--cost", "-1"], "above 0"),
        (&["--model-version", " "], "must not be blank"),
        (&["--dev", "-"], "--data - and --dev - cannot both"),
    ] {
        let refused = run(&[&bare[..], more].concat(), b"");
        let told = stderr(&refused);
        assert_eq!(refused.status.code(), Some(64), "{more:?}: {told}");
        assert!(told.contains(problem), "{told}");
    }
    for what in [&["train"][..], &["train", "summaries"]] {
        let refused = run(&[what, &["--data", "x", "--out", "-"]].concat(), b"");
        let told = stderr(&refused);
        assert_eq!(refused.status.code(), Some(64), "{what:?}: {told}");
        assert!(told.contains("must be a file"), "{told}");
    }
}

#[test]
fn documents_without_any_label_are_told_as_that() {
    let lines = "{\"text\": \"The bank raised rates.\", \"topics\": []}\n".repeat(9);
    let train = ["train", "--data", "-", "--out", "/dev/null"];
    let failed = run(&train, lines.as_bytes());
    assert_eq!(failed.status.code(), Some(1));
    assert!(
        stderr(&failed).contains("no document of --data has a label"),
        "{}",
        stderr(&failed)
    );
}

#[test]
fn a_bad_line_of_the_development_data_is_told_before_anything_is_learnt() {
    let folder = TempDir::new().expect("a folder");
    let data = write(&folder, "data.jsonl", labelled_lines().into_iter());
    let mut lines = labelled_lines();
    lines[4] = json!({"text": "The team won."});
    let dev = write(&folder, "dev.jsonl", lines.into_iter());
    let out = folder.path().join("out");
    let [data, dev, model] = [&data, &dev, &out].map(|path| path.display().to_string());
    let train = [
        "train", "--data", &data, "--out", &model, "--dev", &dev, "--strict",
    ];
    let failed = run(&train, b"");
    assert_eq!(failed.status.code(), Some(1));
    assert!(failed.stdout.is_empty() && !out.exists());
    assert!(
        stderr(&failed).contains("dev.jsonl:5: "),
        "{}",
        stderr(&failed)
    );
}

#[test]
fn labels_that_the_model_does_not_know_are_misses() {
    let folder = TempDir::new().expect("a folder");
    let data = write(&folder, "data.jsonl", labelled_lines().into_iter());
    let mut lines = labelled_lines()[..2].to_vec();
    for at in 0..11 {
        let text = "The team won the match.";
        lines.push(json!({"text": text, "topics": [format!("new-{at:02}"), "games"]}));
    }
    let dev = write(&folder, "dev.jsonl", lines.into_iter());
    let [data, dev] = [data, dev].map(|path| path.display().to_string());
    let model = folder.path().join("out").display().to_string();
    let train = ["train", "--data", &data, "--out", &model, "--dev", &dev];
    let eval = ["eval", "topics", "--model", &model, "--data", &dev];
    let json = |arguments: &[&str]| -> Value {
        let done = run(&[arguments, &["--format", "json"]].concat(), b"");
        serde_json::from_slice(&done.stdout).unwrap_or_else(|_| panic!("{}", stderr(&done)))
    };
    for measured in [&json(&train)["dev"], &json(&eval)] {
        assert_eq!(measured["bad_lines"], 0);
        let unknown = &measured["unknown_labels"];
        assert_eq!(
            (&unknown["documents"], &unknown["labels"]),
            (&json!(11), &json!(11))
        );
        assert_eq!(unknown["first"].as_array().map(Vec::len), Some(10));
        assert_eq!(unknown["first"][0], "new-00");
        let met = json!([
            {"primary": "games", "top": "games", "documents": 1},
            {"primary": "money", "top": "money", "documents": 1},
        ]);
        assert_eq!(measured["confusion"], met);
        let overall = &measured["overall"];
        assert_eq!(overall["documents"], 13);
        let primary = overall["top_is_primary"].as_f64().expect("a number");
        assert!((primary - 2.0 / 13.0).abs() < 1e-9, "{primary}");
        // Of 24 labels 13 are found, and nothing else.
        let f1 = overall["micro_f1"].as_f64().expect("a number");
        assert!((f1 - 26.0 / 37.0).abs() < 1e-9, "{f1}");
    }
    let shown = run(&eval, b"");
    let shown = String::from_utf8_lossy(&shown.stdout);
    let told = "11 of them have some of 11 labels that the model does not know, which are misses: \"new-00\", ";
    assert!(
        shown.contains(told) && shown.contains("\"new-09\" and 1 more"),
        "{shown}"
    );
}

#[test]
fn scores_are_told_though_the_documents_of_dev_are_bad() {
    let folder = TempDir::new().expect("a folder");
    let data = write(&folder, "data.jsonl", labelled_lines().into_iter());
    let data = data.display().to_string();
    let out = folder.path().join("out").display().to_string();
    let strict = [
        "train", "--data", &data, "--out", &out, "--dev", "-", "--strict", "--format", "json",
    ];
    // A pipe cannot be looked at before.
    let failed = run(&strict, b"[]\n");
    assert_eq!(failed.status.code(), Some(1));
    assert!(
        stderr(&failed).contains("-: a JSON array"),
        "{}",
        stderr(&failed)
    );
    let told: Value = serde_json::from_slice(&failed.stdout).expect("JSON");
    assert_eq!(told["left_out"]["overall"]["documents"], 20);
    assert!(told["dev"].is_null() && Path::new(&out).exists());
}

/// Runs the program with a terminal for all that it writes; `None` without the `script` of
/// util-linux, which makes one.
fn run_at_a_terminal(arguments: &[&str]) -> Option<String> {
    let version = Command::new("script").arg("--version").output().ok()?;
    if !String::from_utf8_lossy(&version.stdout).contains("util-linux") {
        return None;
    }
    let command = [&[env!("CARGO_BIN_EXE_mujaz")], arguments]
        .concat()
        .join(" ");
    let output = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn complaints_have_rows_of_their_own_beside_the_progress() {
    let folder = TempDir::new().expect("a folder");
    let mut lines = labelled_lines();
    lines.push(json!({"text": ""}));
    let data = write(&folder, "data.jsonl", lines.clone().into_iter());
    let dev = write(&folder, "dev.jsonl", lines.into_iter());
    let [data, dev] = [data, dev].map(|path| path.display().to_string());
    let train = [
        "train", "--data", &data, "--dev", &dev, "--out", "/dev/null",
    ];
    let Some(shown) = run_at_a_terminal(&train) else {
        eprintln!("SKIPPED: no `script` of util-linux here to make a terminal with");
        return;
    };
    // A row is begun, or what stood in it is gone.
    let rows: Vec<&str> = shown.split(['\n', '\r']).collect();
    let clear = "\u{1b}[2K";
    for file in [&data, &dev] {
        let complaint = format!("mujaz: {file}:21: no \"text\"");
        let row = rows
            .iter()
            .find(|row| row.contains(&complaint))
            .expect(&shown);
        let before = row.split(&complaint).next().unwrap_or_default();
        assert_eq!(before.replace(clear, ""), "", "{shown:?}");
    }
    // The training stands between the two files.
    let between = "separators";
    let ends = [shown.split(between).next(), shown.rsplit(between).next()];
    assert!(
        ends.iter().flatten().all(|part| part.contains("100% ")),
        "{shown:?}"
    );
}
