//! The program as it is typed.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::harness::{TestServer, documents, run, seeds, stderr};
use crate::process::Process;

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[test]
fn a_text_from_standard_input_is_read_by_a_person() {
    let text = "The central bank raised interest rates on Monday. Shares fell in London. Analysts had expected it.";
    let output = run(&["analyze", "--max-sentences", "1"], text.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(
        shown.contains("  1. The central bank raised interest rates on Monday."),
        "{shown}"
    );
    assert!(shown.contains("economy"), "{shown}");
}

#[test]
fn lines_come_back_in_order_with_errors_in_their_place() {
    let input = concat!(
        "\u{feff}{\"id\":\"a\",\"text\":\"A first sentence.\"}\n",
        "\n",
        "{\"id\":\"b\",\"text\":\" \"}\n",
        "{\"id\":\"c\",\"txt\":\"x\"}\n",
        "{\"id\":\"d\",\"text\":\"A last sentence.\",\"languageCode\":\"en\"}",
    );
    let output = run(&["analyze", "--input", "jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1), "some documents have errors");
    let answers = lines(&output);
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0]["documentId"], "a");
    assert_eq!(answers[1]["documentId"], "b");
    assert_eq!(answers[1]["error"]["code"], 3);
    let message = answers[1]["error"]["message"].as_str().expect("a message");
    assert!(message.starts_with("-:3: "), "{message}");
    assert_eq!(answers[2]["documentId"], "c");
    let message = answers[2]["error"]["message"].as_str().expect("a message");
    assert!(
        message.starts_with("-:4: ") && message.contains("txt"),
        "{message}"
    );
    assert_eq!(answers[3]["language"]["declared"], true);
}

#[test]
fn evidence_is_for_those_who_ask() {
    let text = "{\"text\":\"The central bank raised interest rates again.\"}";
    let evidence = |arguments: &[&str]| {
        let arguments = [&["analyze", "--input", "jsonl"], arguments].concat();
        let answers = lines(&run(&arguments, text.as_bytes()));
        !answers[0]["topics"][0]["evidence"].is_null()
    };
    assert!(!evidence(&[]));
    assert!(evidence(&["--evidence"]));
}

#[test]
fn many_lines_keep_their_order() {
    let lines_in: Vec<String> = (0..500)
        .map(|number| {
            format!("{{\"id\":\"{number}\",\"text\":\"Sentence number {number} here.\"}}")
        })
        .collect();
    let input = lines_in.join("\n");
    let output = run(&["analyze", "--input", "jsonl"], input.as_bytes());
    let answers = lines(&output);
    assert_eq!(answers.len(), 500);
    for (number, answer) in answers.iter().enumerate() {
        assert_eq!(answer["documentId"], number.to_string());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_gives_the_same_answers() {
    let server = TestServer::start().await;
    let file = seeds("documents.jsonl");
    let file = file.to_str().expect("UTF-8").to_owned();
    let url = server.url.clone();
    let pairs = tokio::task::spawn_blocking(move || {
        [&[][..], &["--only", "summary"], &["--only", "topics"]].map(|only| {
            let arguments = ["analyze", "--input", "jsonl", "--evidence", &file];
            let arguments = [&arguments[..], only].concat();
            let far = [&arguments[..], &["--server", &url]].concat();
            [run(&arguments, b""), run(&far, b"")].map(|output| without_time(&output))
        })
    })
    .await
    .expect("no panic");
    for [near, far] in &pairs {
        assert_eq!(near.len(), documents().len());
        assert_eq!(near, far);
    }
    let [[whole, _], [summary, _], [topics, _]] = &pairs;
    for (whole, (summary, topics)) in whole.iter().zip(summary.iter().zip(topics)) {
        assert_eq!(summary["summary"], whole["summary"]);
        assert!(summary["topics"].is_null(), "{summary}");
        assert_eq!(topics["topics"], whole["topics"]);
        assert_eq!(topics["topicDecision"], whole["topicDecision"]);
        assert!(topics["summary"].is_null(), "{topics}");
    }
}

fn without_time(output: &Output) -> Vec<Value> {
    let mut answers = lines(output);
    for answer in &mut answers {
        answer["statistics"]["processingTime"] = Value::Null;
    }
    answers
}

#[test]
fn every_option_reaches_the_engine() {
    let text = "One about cats. Two about dogs and cats. Three about birds. Four about cats again.";
    let arguments = [
        "analyze", "--format", "json", "--max-sentences", "2", "--max-characters", "60",
        "--max-ratio", "0.9", "--order", "rank", "--algorithm", "centroid", "--focus", "birds",
        "--redundancy-penalty", "0.5", "--all-sentences", "--topics", "sport,health",
        "--all-topics", "--language", "en",
    ];
    let output = run(&arguments, text.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let summary = &answer["summary"];
    assert_eq!(summary["algorithmUsed"], "SUMMARY_ALGORITHM_CENTROID");
    assert_eq!(summary["sentences"][0]["text"], "Three about birds.");
    assert_eq!(summary["sentences"].as_array().map(Vec::len), Some(2));
    assert_eq!(summary["allSentences"].as_array().map(Vec::len), Some(4));
    assert_eq!(answer["topics"].as_array().map(Vec::len), Some(2));
    assert_eq!(answer["language"]["declared"], true);
}

#[test]
fn what_is_wrong_is_named() {
    for (arguments, code, expected) in [
        (&["analyze", "/no/such/file"][..], 1, "/no/such/file"),
        (&["analyze", "--algorithm", "magic"], 64, "magic"),
        (&["analyze", "--max-ratio", "x"], 64, "--max-ratio"),
        (&["analyze", "--max-ratio", "7"], 64, "--max-ratio must"),
        (&["analyze", "--topics", "sprot"], 64, "--topics must"),
        (
            &["analyze", "--only", "summary", "--focus-topic", "sprot"],
            64,
            "--focus-topic must",
        ),
        (&["frobnicate"], 64, "frobnicate"),
        (&["serve", "--config", "/no/such.toml"], 64, "/no/such.toml"),
        (
            &["serve", "--listen", "here:80"],
            64,
            "an IP address with a port",
        ),
        (&["serve", "--log", "a=b=c"], 64, "--log"),
        (&["serve", "--log", "warning"], 64, "--log"),
        (&["serve", "--log", "info,mujaz=loud"], 64, "loud"),
        (&["topics", "--language", "not a tag"], 1, "not a tag"),
    ] {
        let output = run(arguments, b"Shares fell.");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(
            stderr(&output).contains(expected),
            "{arguments:?}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_named_with_their_place() {
    let output = run(&["analyze"], b"abc\xff");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("not UTF-8 at byte 3"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn an_unknown_key_of_the_settings_file_is_named() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), "listn = \"127.0.0.1:0\"\n").expect("written");
    let path = file.path().to_str().expect("UTF-8");
    let output = run(&["serve", "--config", path], b"");
    assert_eq!(output.status.code(), Some(64));
    let told = stderr(&output);
    assert!(told.contains("listn") && told.contains(path), "{told}");
    assert_eq!(told.matches("unknown field").count(), 1, "{told}");
}

#[test]
fn the_cause_of_an_error_stands_once() {
    let output = run(&["serve", "--config", "/no/such.toml"], b"");
    let told = stderr(&output);
    assert_eq!(told.matches("No such file").count(), 1, "{told}");
    for arguments in [
        &["health", "--addr", "127.0.0.1:1"][..],
        &["analyze", "--server", "http://127.0.0.1:1"],
    ] {
        let told = stderr(&run(arguments, b""));
        assert_eq!(told.matches("refused").count(), 1, "{told}");
        assert_eq!(told.matches("tcp connect error").count(), 1, "{told}");
    }
}

#[test]
fn a_server_that_restarts_costs_no_document() {
    let server = Process::start(&[]);
    let url = format!("http://{}", server.address);
    let mut analyze = Command::new(env!("CARGO_BIN_EXE_mujaz"))
        .args(["analyze", "--input", "jsonl", "--server", &url])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = analyze.stdin.take().expect("piped");
    let mut output = BufReader::new(analyze.stdout.take().expect("piped")).lines();
    let line = "{\"text\":\"The central bank raised interest rates again.\"}\n";
    // More than is sent together.
    let many = line.repeat(100);
    input.write_all(many.as_bytes()).expect("it reads");
    output.next().expect("an answer").expect("UTF-8");
    let address = server.address.clone();
    server.signal("-TERM");
    server.rest_of_log();
    input.write_all(many.as_bytes()).expect("it reads");
    let server = Process::at(&address);
    drop(input);
    let rest: Vec<String> = output.map(|line| line.expect("UTF-8")).collect();
    assert_eq!(rest.len(), 199);
    assert!(rest.iter().all(|line| !line.contains("error")), "{rest:?}");
    assert_eq!(analyze.wait().expect("it ends").code(), Some(0));
    server.signal("-TERM");
}

#[test]
fn files_may_be_compressed_or_marked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| {
        let path = folder.path().join(name);
        path.to_str().expect("UTF-8").to_owned()
    };
    let plain = "{\"text\":\"The central bank raised interest rates again.\"}\n";
    let (lines_in, text) = (path("lines.gz"), path("text"));
    let file = std::fs::File::create(&lines_in).expect("a file");
    let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    gzip.write_all(plain.as_bytes()).expect("written");
    gzip.finish().expect("finished");
    std::fs::write(
        &text,
        "\u{feff}The central bank raised interest rates again.",
    )
    .expect("written");
    for arguments in [
        &["--input", "jsonl", &lines_in][..],
        &["--format", "jsonl", &text],
    ] {
        let answers = lines(&run(&[&["analyze"], arguments].concat(), b""));
        let sentence = &answers[0]["summary"]["sentences"][0]["text"];
        assert_eq!(sentence, "The central bank raised interest rates again.");
    }
    std::fs::write(&text, "[{}]").expect("written");
    let array = run(&["analyze", "--input", "jsonl", &text], b"");
    assert!(
        stderr(&array).contains("a JSON array"),
        "{}",
        stderr(&array)
    );
}

#[test]
fn bad_configuration_is_named_and_exits_with_64() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), "no model and no taxonomy").expect("written");
    let path = file.path().to_str().expect("UTF-8");
    for (flag, value, expected) in [
        ("--model", "/no/such.mujaz", "/no/such.mujaz"),
        ("--model", path, path),
        ("--taxonomy", path, path),
        ("--otlp-endpoint", "collector:4317", "http://"),
        ("--threads", "999999999999", "threads must be 0 to 1024"),
        ("--max-connection-age", "9999y", "max_connection_age"),
    ] {
        let output = run(&["serve", "--listen", "127.0.0.1:0", flag, value], b"");
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(64), "{flag} {value}: {told}");
        assert!(told.contains(expected), "{flag} {value}: {told}");
    }
}

#[test]
fn topics_are_listed() {
    let output = run(&["topics", "--language", "ar"], b"");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.starts_with("security — الأمن"), "{shown}");
    assert_eq!(lines(&run(&["topics", "--format", "jsonl"], b"")).len(), 17);
}
