//! A deployment's own topics, and why topics are assigned or not.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use mujaz::grpc::pb;
use serde_json::Value;

use crate::harness::{TestServer, request};

const FALCONRY: &str = r#"
version = "house-1"

[[topics]]
id = "falconry"
parent = "sport"
iptc = ["medtop:20000822"]
names = { en = "Falconry", ar = "الصقارة" }
terms = { en = ["falcon", "bird of prey"] }
"#;
const ABOUT_FALCONS: &str = "{\"text\": \"The falcon flew over the market square twice, and \
    visitors of the festival filmed the bird of prey until it came back to the glove of its \
    owner.\"}";

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mujaz"))
        .args(arguments)
        .output()
        .expect("it runs")
}

fn answers(output: &Output) -> Vec<Value> {
    let told = String::from_utf8_lossy(&output.stderr);
    let lines = String::from_utf8_lossy(&output.stdout);
    let lines = lines.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{told}")))
        .collect()
}

#[test]
fn a_topic_works_at_once_from_its_terms_beside_the_trained_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let taxonomy = file(folder.path(), "house.toml", FALCONRY);
    let listed = run(&["topics", "--taxonomy", &taxonomy, "--format", "jsonl"]);
    let listed = answers(&listed);
    assert_eq!(listed.len(), 18);
    assert_eq!(listed[0]["id"], "falconry");
    assert_eq!(listed[0]["parentId"], "sport");
    assert_eq!(listed[0]["threshold"], 0.5);

    let data = file(folder.path(), "data.jsonl", ABOUT_FALCONS);
    let asked = [
        "analyze", "--input", "jsonl", "--evidence", "--all-topics", "--taxonomy", &taxonomy, &data,
    ];
    let answer = &answers(&run(&asked))[0];
    assert_eq!(answer["pipeline"]["taxonomyVersion"], "house-1");
    assert_eq!(answer["topicDecision"], "TOPIC_DECISION_ASSIGNED");
    let topics = answer["topics"].as_array().expect("topics");
    assert_eq!(topics.len(), 18);
    let falconry = topics.iter().find(|one| one["topicId"] == "falconry");
    let falconry = falconry.expect("a topic of the file");
    assert_eq!(falconry["decision"], "TOPIC_DECISION_ASSIGNED");
    let evidence = falconry["evidence"].as_array().expect("evidence");
    let mut words: Vec<&str> = evidence
        .iter()
        .filter_map(|one| one["matchedText"].as_str())
        .collect();
    words.sort_unstable();
    assert_eq!(words, ["bird of prey", "falcon"]);
    let listed: f64 = evidence
        .iter()
        .filter_map(|one| one["weight"].as_f64())
        .sum();
    let number = |key: &str| falconry[key].as_f64().unwrap_or_default();
    assert!((number("bias") + listed + number("rest") - number("logit")).abs() < 1e-4);
}

#[test]
fn what_is_wrong_with_a_taxonomy_is_named_with_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for (change, expected) in [
        (("parent", "parents"), "line 6"),
        (("\"sport\"", "\"chess\""), "chess"),
        (("\"sport\"", "\"falconry\""), "its own parents"),
        (("en = [\"falcon\"", "en = [\"…\""), "falconry"),
        (("\"falconry\"\n", "\"unheard\"\nthreshold = 1.5\n"), "1.5"),
        (
            ("terms = { en = [\"falcon\", \"bird of prey\"] }", ""),
            "falconry",
        ),
    ] {
        let toml = FALCONRY.replacen(change.0, change.1, 1);
        let path = file(folder.path(), "wrong.toml", &toml);
        let output = run(&["topics", "--taxonomy", &path]);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{toml}");
        assert!(told.contains(&path) && told.contains(expected), "{told}");
    }
}

#[test]
fn training_takes_names_thresholds_and_codes_from_the_taxonomy() {
    let folder = tempfile::tempdir().expect("a folder");
    let toml = r#"
        version = "t"
        [[topics]]
        id = "money"
        threshold = 0.37
        names = { en = "Money", ar = "المال" }
        [[topics]]
        id = "games"
        names = { en = "Games" }
        [[topics]]
        id = "never-seen"
        names = { en = "Never" }
        terms = { en = ["unseen"] }
    "#;
    let taxonomy = file(folder.path(), "t.toml", toml);
    let lines = [
        "{\"text\": \"The bank raised rates.\", \"label\": \"money\"}",
        "{\"text\": \"The team won the match.\", \"label\": \"games\"}",
    ];
    let data = file(folder.path(), "data.jsonl", &lines.repeat(6).join("\n"));
    let model = folder.path().join("t.model");
    let picture = folder.path().join("t.svg");
    let (model, picture) = (
        model.to_str().expect("UTF-8"),
        picture.to_str().expect("UTF-8"),
    );
    let arguments = [
        "train", "--data", &data, "--taxonomy", &taxonomy, "--out", model, "--plot", picture,
    ];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let told = String::from_utf8_lossy(&output.stderr);
    let left_out = "topics without documents \"never-seen\"; terms of \"never-seen\"";
    assert!(told.contains(left_out), "{told}");
    let drawn = std::fs::read_to_string(picture).expect("a picture");
    assert!(
        drawn.starts_with("<svg") && drawn.contains("money"),
        "{drawn}"
    );
    let listed = |more: &[&str]| {
        let arguments = [&["topics", "--format", "jsonl", "--model", model], more].concat();
        answers(&run(&arguments))
    };
    let alone = listed(&[]);
    let ids: Vec<&Value> = alone.iter().map(|topic| &topic["id"]).collect();
    assert_eq!(ids, ["money", "games"]);
    assert_eq!(alone[0]["threshold"], 0.37);
    assert_eq!(alone[0]["names"]["ar"], "المال");
    // What no document had comes in by its terms.
    assert_eq!(listed(&["--taxonomy", &taxonomy]).len(), 3);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = ABOUT_FALCONS
        .replace('}', ", \"label\": \"sport\"}\n")
        .repeat(5);
    let data = file(folder.path(), "data.jsonl", &lines);
    for arguments in [&["eval", "topics", "--data", &data][..], &["topics"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mujaz"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[tokio::test]
async fn an_answer_says_why_it_has_no_topic() {
    use pb::TopicDecision as Decision;
    let server = TestServer::start().await;
    let mut client = server.client().await;
    let plain = "Somebody said that it was so, and then he said that it was not so, and they \
        all said that this was that and that was this.";
    for (text, language, expected) in [
        ("He came.", "en", Decision::TextTooShort),
        (plain, "en", Decision::BelowThreshold),
        (plain, "fi", Decision::LanguageUnsupported),
        (
            "The team won the final by two goals.",
            "en",
            Decision::Assigned,
        ),
    ] {
        let document = pb::Document {
            text: text.to_owned(),
            language_code: language.to_owned(),
            ..pb::Document::default()
        };
        let asked = pb::AnalyzeDocumentRequest {
            document: Some(document),
            ..request("")
        };
        let answer = client.analyze_document(asked.clone()).await;
        let answer = answer.expect("an answer").into_inner();
        assert_eq!(
            answer.topic_decision(),
            expected,
            "{text}: {:?}",
            answer.topics
        );
        let asked = pb::ClassifyDocumentRequest {
            document: asked.document,
            options: Some(pb::ClassificationOptions {
                include_unassigned: true,
                ..pb::ClassificationOptions::default()
            }),
        };
        let answer = client.classify_document(asked).await;
        let answer = answer.expect("an answer").into_inner();
        assert_eq!(answer.topic_decision(), expected, "{text}");
        for topic in &answer.topics {
            assert_eq!(topic.decision() == Decision::Assigned, topic.assigned);
            assert!(
                topic.assigned || topic.decision() == expected || expected == Decision::Assigned
            );
        }
    }
}
