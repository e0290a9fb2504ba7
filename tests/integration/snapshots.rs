//! What a person reads of the sample documents, for review whenever it
//! changes.

use std::process::Command;

use crate::harness::seeds;

/// Runs `mujaz analyze` and takes out what differs between two runs.
fn shown(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_mujaz"))
        .arg("analyze")
        .args(arguments)
        .current_dir(seeds(""))
        .output()
        .expect("it runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<&str> = text.lines().map(without_time).collect();
    lines.join("\n")
}

/// Cuts the time off the line on the document.
fn without_time(line: &str) -> &str {
    match line
        .strip_suffix(" ms")
        .and_then(|line| line.rsplit_once(" · "))
    {
        Some((before, _)) => before,
        None => line,
    }
}

#[test]
fn documents_as_a_person_reads_them() {
    let arguments = [
        "--factors", "--input", "jsonl", "--format", "text", "documents.jsonl",
    ];
    insta::assert_snapshot!(shown(&arguments));
}

#[test]
fn plain_texts_as_a_person_reads_them() {
    let files = [
        "--factors", "ar-round-up.txt", "en-hard-wrapped.txt", "fa-health.txt", "he-religion.txt",
        "hi-sport.txt", "ru-transport-accident.txt",
    ];
    insta::assert_snapshot!(shown(&files));
}
