//! What `mujaz train` writes, and what it must not write over.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::summaries::chosen_line;
use super::{labelled_lines, write};
use crate::harness::{run, stderr};

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
fn what_is_read_is_not_written_over() {
    let folder = TempDir::new().expect("a folder");
    let name = |name: &str| folder.path().join(name).display().to_string();
    let data = write(&folder, "data.svg", labelled_lines().into_iter());
    let data = data.display().to_string();
    std::os::unix::fs::symlink(&data, name("link.svg")).expect("a link");
    let (out, link) = (name("out.svg"), name("link.svg"));
    let again = name("./out.svg");
    let before = fs::read(&data).expect("readable");
    for (arguments, flags) in [
        (
            &["train", "--data", &data, "--out", &data][..],
            ["--out", "--data"],
        ),
        (
            &["train", "--data", &data, "--out", &link],
            ["--out", "--data"],
        ),
        (
            &[
                "train", "--data", "x", "--dev", &link, "--out", &out, "--plot", &data,
            ],
            ["--plot", "--dev"],
        ),
        (
            &["train", "--data", "x", "--out", &data, "--taxonomy", &data],
            ["--out", "--taxonomy"],
        ),
        (
            &["train", "--data", "x", "--out", &out, "--plot", &again],
            ["--out", "--plot"],
        ),
        (
            &[
                "train",
                "summaries",
                "--data",
                &format!("{data}=2"),
                "--out",
                &link,
            ],
            ["--out", "--data"],
        ),
        (
            &["eval", "topics", "--data", &data, "--plot", &link],
            ["--plot", "--data"],
        ),
    ] {
        let refused = run(arguments, b"");
        let told = stderr(&refused);
        assert_eq!(refused.status.code(), Some(64), "{arguments:?}: {told}");
        assert!(flags.iter().all(|flag| told.contains(flag)), "{told}");
        assert_eq!(fs::read(&data).expect("readable"), before);
    }
    assert!(!Path::new(&out).exists());
}

/// Runs the program where no file may have any content, as on a full disk;
/// pipes have no such bound.
fn run_without_room(arguments: &[&str]) -> std::process::Output {
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"";
    Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_mujaz")])
        .args(arguments)
        .output()
        .expect("it runs")
}

#[test]
fn a_full_disk_takes_neither_the_old_model_nor_the_scores() {
    let folder = TempDir::new().expect("a folder");
    let data = write(&folder, "data.jsonl", labelled_lines().into_iter());
    let chosen = write(&folder, "chosen.jsonl", (0..60).map(chosen_line));
    let [data, chosen] = [data, chosen].map(|path| path.display().to_string());
    let [out, svg] = ["out", "plot.svg"].map(|name| folder.path().join(name));
    for old in [&out, &svg] {
        fs::write(old, "old").expect("written");
    }
    let (model, picture) = (out.display().to_string(), svg.display().to_string());
    let topics = [
        "train", "--data", &data, "--out", &model, "--plot", &picture,
    ];
    let drawn = [
        "train", "--data", &data, "--out", "/dev/null", "--plot", &picture,
    ];
    let summaries = ["train", "summaries", "--data", &chosen, "--out", &model];
    for (arguments, failed, scores) in [
        (&topics[..], &model, "Documents left out"),
        (&drawn, &picture, "Documents left out"),
        (&summaries, &model, "60 documents"),
    ] {
        let done = run_without_room(arguments);
        let (told, shown) = (stderr(&done), String::from_utf8_lossy(&done.stdout));
        assert_eq!(done.status.code(), Some(1), "{told}");
        assert!(told.contains(&format!("cannot write {failed}")), "{told}");
        assert!(shown.contains(scores), "{shown}");
    }
    for old in [&out, &svg] {
        assert_eq!(fs::read(old).expect("still there"), b"old");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 4);
}

#[test]
fn a_model_may_go_down_a_pipe() {
    let folder = TempDir::new().expect("a folder");
    let data = write(&folder, "data.jsonl", labelled_lines().into_iter());
    let data = data.display().to_string();
    let piped = run(&["train", "--data", &data, "--out", "/dev/stdout"], b"");
    assert!(piped.status.success(), "{}", stderr(&piped));
    let out = folder.path().join("out").display().to_string();
    let kept = run(&["train", "--data", &data, "--out", &out], b"");
    assert!(kept.status.success(), "{}", stderr(&kept));
    let model = fs::read(&out).expect("a model");
    assert!(piped.stdout.starts_with(&model));
}
