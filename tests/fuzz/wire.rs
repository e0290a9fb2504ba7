//! Messages as clients send them, read, analysed and answered.

use std::sync::LazyLock;

use mujaz::engine::{Engine, Limits};
use mujaz::grpc::service::analyze_now;
use mujaz::grpc::{convert, pb};
use mujaz::pace::Pace;
use prost::Message as _;

use crate::{documents, fuzz};

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::builtin(Limits::default()).expect("the built-in engine"));

/// Longest text of a seed, in characters: most of what can go wrong does so in
/// a few sentences.
const SEED_CHARACTERS: usize = 600;

/// Requests with every option set to something, and every algorithm.
pub(crate) fn seeds() -> Vec<pb::AnalyzeDocumentRequest> {
    let seeds = documents().into_iter().zip((0..=12).cycle());
    seeds
        .map(|(line, algorithm)| seed(&line, algorithm))
        .collect()
}

fn seed(line: &str, algorithm: i32) -> pb::AnalyzeDocumentRequest {
    let mut document: pb::Document = serde_json::from_str(line).expect("proto3 JSON");
    document.text = document.text.chars().take(SEED_CHARACTERS).collect();
    pb::AnalyzeDocumentRequest {
        document: Some(document),
        summary_options: Some(pb::SummaryOptions {
            max_sentences: Some(2),
            max_characters: Some(300),
            max_ratio: Some(0.5),
            algorithm,
            focus_query: "people and places".to_owned(),
            redundancy_penalty: Some(0.3),
            include_all_sentences: true,
            ..pb::SummaryOptions::default()
        }),
        classification_options: Some(pb::ClassificationOptions {
            include_evidence: true,
            include_unassigned: true,
            ..pb::ClassificationOptions::default()
        }),
    }
}

/// Analyses a request and checks what every answer must be.
pub(crate) fn check(request: pb::AnalyzeDocumentRequest) {
    let text = request.document.as_ref().map(|one| one.text.clone());
    let request = convert::analyze(request);
    let Ok(analysis) = analyze_now(&ENGINE, &request, &Pace::unlimited()) else {
        return;
    };
    let text = text.expect("only a document is analysed");
    let answer = convert::analyze_response(analysis);
    let summary = answer.summary.clone().unwrap_or_default();
    for sentence in summary.sentences.iter().chain(&summary.all_sentences) {
        let span = sentence.span.unwrap_or_default();
        let bytes = usize::try_from(span.utf8_start).expect("small")
            ..usize::try_from(span.utf8_end).expect("small");
        assert_eq!(text.get(bytes), Some(sentence.text.as_str()));
        assert!(sentence.score.is_finite());
    }
    for topic in &answer.topics {
        assert!((0.0..=1.0).contains(&topic.confidence));
    }
    assert!(answer.encoded_len() > 0);
}

#[test]
fn messages() {
    let seeds = seeds().iter().map(prost::Message::encode_to_vec).collect();
    fuzz("wire", seeds, |input| {
        if let Ok(request) = pb::AnalyzeDocumentRequest::decode(input) {
            check(request);
        }
        let _ = pb::BatchAnalyzeDocumentsRequest::decode(input);
    });
}

/// Most mutated messages are no messages; a mutated text always is a text.
#[test]
fn texts() {
    let texts = seeds().into_iter().filter_map(|request| request.document);
    let texts = texts.map(|document| document.text.into_bytes()).collect();
    fuzz("text", texts, |input| {
        let algorithm = i32::from(input.first().copied().unwrap_or_default()) % 13;
        let mut request = seed("{}", algorithm);
        let text = String::from_utf8_lossy(input).into_owned();
        request.document.get_or_insert_default().text = text;
        check(request);
    });
}
