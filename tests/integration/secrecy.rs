//! Nothing of a document gets out but to its caller: a phrase goes through
//! every call, in every field, in good requests and bad ones, and must be
//! neither in the log, with everything on, nor in figures or traces.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use mujaz::grpc::pb;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use tokio_stream::StreamExt as _;
use tonic::transport::Channel;

use crate::operators::ask;
use crate::process::Process;
use crate::traces::Collector;

const PHRASE: &str = "hoopoe-فستق";
/// One of them is the same however it is escaped.
const PARTS: [&str; 2] = ["hoopoe", "فستق"];

fn document(text: &str, language_code: &str) -> pb::Document {
    pb::Document {
        id: format!("id {PHRASE}"),
        title: format!("A headline with {PHRASE}"),
        text: text.to_owned(),
        language_code: language_code.to_owned(),
    }
}

fn summary_options(algorithm: i32, focus_topic_id: &str) -> pb::SummaryOptions {
    pb::SummaryOptions {
        focus_query: format!("about {PHRASE}"),
        focus_topic_id: focus_topic_id.to_owned(),
        algorithm,
        include_all_sentences: true,
        ..pb::SummaryOptions::default()
    }
}

/// A good request, and bad ones whose errors quote what is wrong.
fn requests() -> Vec<pb::AnalyzeDocumentRequest> {
    let text = format!("The {PHRASE} was seen again. Nobody knows why. {PHRASE}\nto be continued");
    let evidence = |topic_ids| pb::ClassificationOptions {
        topic_ids,
        include_evidence: true,
        include_unassigned: true,
        ..pb::ClassificationOptions::default()
    };
    let request = |document, summary_options, classification_options| pb::AnalyzeDocumentRequest {
        document: Some(document),
        summary_options: Some(summary_options),
        classification_options: Some(classification_options),
    };
    let algorithms = 0..=12;
    let good = algorithms.map(|number| {
        let options = summary_options(number, "");
        request(document(&text, ""), options, evidence(Vec::new()))
    });
    let bad = [
        request(
            document(&text, PHRASE),
            summary_options(0, PHRASE),
            evidence(vec![PHRASE.into()]),
        ),
        request(
            document("", "en"),
            summary_options(99, ""),
            evidence(Vec::new()),
        ),
        request(
            document(&text.repeat(40_000), ""),
            summary_options(0, ""),
            evidence(Vec::new()),
        ),
    ];
    good.chain(bad).collect()
}

async fn call_everything(client: &mut AnalysisServiceClient<Channel>) {
    for request in requests() {
        let pb::AnalyzeDocumentRequest {
            document,
            summary_options,
            classification_options,
        } = request.clone();
        // Good or bad, each of them has an answer.
        let _ = client.analyze_document(request).await;
        let options = summary_options;
        let summarize = pb::SummarizeDocumentRequest {
            document: document.clone(),
            options,
        };
        let _ = client.summarize_document(summarize).await;
        let options = classification_options;
        let classify = pb::ClassifyDocumentRequest { document, options };
        let _ = client.classify_document(classify).await;
    }
    let batch = pb::BatchAnalyzeDocumentsRequest {
        requests: requests(),
    };
    let answer = client
        .batch_analyze_documents(batch)
        .await
        .expect("an answer");
    let answer = format!("{answer:?}");
    assert!(answer.contains(PHRASE), "the phrase was not even read");
    let items = requests()
        .into_iter()
        .map(|request| pb::StreamAnalyzeDocumentsRequest {
            document: request.document,
            summary_options: request.summary_options,
            classification_options: request.classification_options,
        });
    let answers = client
        .stream_analyze_documents(tokio_stream::iter(items))
        .await;
    let mut answers = answers.expect("a stream").into_inner();
    while answers.next().await.is_some() {}
    let topics = pb::ListTopicsRequest {
        language_code: PHRASE.to_owned(),
    };
    client.list_topics(topics).await.expect_err("no language");
}

/// Sends JSON that is wrong in every way, with the phrase where it is wrong.
fn send_bad_json(address: &str) {
    for (verb, json) in [
        ("analyze", r#"{"document": {"text": ["PHRASE"]}}"#),
        ("analyze", r#"{"document": "PHRASE"}"#),
        ("analyze", r#"{"document": {"text": "A.", "PHRASE": 1}}"#),
        ("analyze", r#"{"PHRASE": {"text": "A."}}"#),
        (
            "analyze",
            r#"{"document": {"text": "A."}, "summaryOptions": {"algorithm": "PHRASE"}}"#,
        ),
        ("analyze", r#"{"document": {"text": "PHRASE" "PHRASE"}}"#),
        ("analyze", r#""PHRASE""#),
        ("analyze", r#"{"document": {"text": "PHRASE"#),
        ("summarize", r#"{"options": {"maxSentences": "PHRASE"}}"#),
        ("classify", r#"{"options": {"topicIds": "PHRASE"}}"#),
        ("batchAnalyze", r#"{"requests": ["PHRASE"]}"#),
        (
            "batchAnalyze",
            r#"{"requests": [{"document": {"id": {"PHRASE": "PHRASE"}}}]}"#,
        ),
    ] {
        let json = json.replace("PHRASE", PHRASE);
        let head = format!("POST /v1/documents:{verb} HTTP/1.1\r\nhost: test\r\nconnection: close");
        let length = json.len();
        let mut stream = TcpStream::connect(address).expect("a connection");
        write!(
            stream,
            "{head}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{json}"
        )
        .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("text");
        assert!(answer.contains("\"code\":3,"), "{json}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_log_figure_or_trace_has_a_phrase_of_a_document() {
    let collector = Collector::start().await;
    let traces = ["--otlp-endpoint", &collector.url];
    let arguments = ["--admin-listen", "127.0.0.1:0", "--log", "trace"];
    let process = Process::start(&[arguments.as_slice(), &traces].concat());
    let admin = process.wait_for("listening for operators");
    let url = format!("http://{}", process.address);
    let mut client = AnalysisServiceClient::connect(url)
        .await
        .expect("a connection");
    call_everything(&mut client).await;
    send_bad_json(&process.address);
    let page = ask(
        admin["address"].as_str().expect("an address"),
        "GET /metrics",
    );
    assert!(
        page.contains("rpc_server_call_duration_seconds_count"),
        "{page}"
    );
    assert!(!page.contains(PARTS[0]), "{page}");
    drop(client);
    process.signal("-TERM");
    let log = process.rest_of_log();
    assert!(log.contains("StreamAnalyzeDocuments"), "{log}");
    for part in PARTS {
        let line = log.lines().find(|line| line.contains(part));
        assert_eq!(line, None);
        let span = collector
            .spans()
            .into_iter()
            .map(|span| format!("{span:?}"));
        assert_eq!(span.clone().find(|span| span.contains(part)), None);
        assert!(span.count() > 0);
    }
}
