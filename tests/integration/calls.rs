//! Every call, answered.

use mujaz::grpc::pb;
use tokio_stream::StreamExt as _;

use crate::harness::{TestServer, documents, request};

/// Cuts `text` by each of the three units of a span.
fn cut(text: &str, span: pb::TextSpan) -> [String; 3] {
    let units: Vec<u16> = text.encode_utf16().collect();
    let points: Vec<char> = text.chars().collect();
    [
        text[span.utf8_start as usize..span.utf8_end as usize].to_owned(),
        String::from_utf16(&units[span.utf16_start as usize..span.utf16_end as usize])
            .expect("whole characters"),
        points[span.code_point_start as usize..span.code_point_end as usize]
            .iter()
            .collect(),
    ]
}

#[tokio::test]
async fn sentences_and_evidence_are_verbatim_in_every_unit() {
    let server = TestServer::start().await;
    let mut client = server.client().await;
    for document in documents() {
        let text = document.text.clone();
        let title = document.title.clone();
        let answer = client
            .analyze_document(pb::AnalyzeDocumentRequest {
                document: Some(document),
                summary_options: Some(pb::SummaryOptions {
                    include_all_sentences: true,
                    ..pb::SummaryOptions::default()
                }),
                classification_options: Some(pb::ClassificationOptions {
                    include_evidence: true,
                    include_unassigned: true,
                    ..pb::ClassificationOptions::default()
                }),
            })
            .await
            .expect("an answer")
            .into_inner();
        let summary = answer.summary.expect("a summary");
        assert_eq!(summary.sentences.len(), 3);
        let statistics = answer.statistics.expect("statistics");
        assert_eq!(summary.all_sentences.len(), statistics.sentences as usize);
        for sentence in summary.sentences.iter().chain(&summary.all_sentences) {
            let span = sentence.span.expect("a span");
            assert_eq!(cut(&text, span), [(); 3].map(|()| sentence.text.clone()));
        }
        assert_eq!(answer.topics.len(), 17);
        for topic in &answer.topics {
            let listed: f64 = topic.evidence.iter().map(|one| one.weight).sum();
            let sum = topic.bias + listed + topic.rest;
            assert!((sum - topic.logit).abs() < 1e-4, "{}", topic.topic_id);
            for evidence in &topic.evidence {
                let field = match evidence.field() {
                    pb::DocumentField::Title => &title,
                    _ => &text,
                };
                let span = evidence.span.expect("a span");
                assert_eq!(
                    cut(field, span),
                    [(); 3].map(|()| evidence.matched_text.clone())
                );
            }
        }
    }
}

#[tokio::test]
async fn parts_are_the_same_alone_as_together() {
    let server = TestServer::start().await;
    let mut client = server.client().await;
    for document in documents() {
        let both = client
            .analyze_document(pb::AnalyzeDocumentRequest {
                document: Some(document.clone()),
                ..pb::AnalyzeDocumentRequest::default()
            })
            .await
            .expect("an answer")
            .into_inner();
        let summary = client
            .summarize_document(pb::SummarizeDocumentRequest {
                document: Some(document.clone()),
                options: None,
            })
            .await
            .expect("an answer")
            .into_inner();
        let topics = client
            .classify_document(pb::ClassifyDocumentRequest {
                document: Some(document),
                options: None,
            })
            .await
            .expect("an answer")
            .into_inner();
        assert_eq!(both.summary, summary.summary);
        assert_eq!(both.topics, topics.topics);
        assert_eq!(both.pipeline, summary.pipeline);
    }
}

#[tokio::test]
async fn a_bad_document_never_fails_its_batch() {
    use pb::analyze_document_result::Outcome;
    let server = TestServer::start().await;
    let mut client = server.client().await;
    let mut bad = request(" ");
    bad.document.as_mut().expect("it has one").id = "blank".to_owned();
    let requests = vec![request("The first one."), bad, request("The third one.")];
    let answer = client
        .batch_analyze_documents(pb::BatchAnalyzeDocumentsRequest { requests })
        .await
        .expect("an answer")
        .into_inner();
    let indexes: Vec<u32> = answer.results.iter().map(|result| result.index).collect();
    assert_eq!(indexes, [0, 1, 2]);
    assert!(matches!(
        answer.results[0].outcome,
        Some(Outcome::Response(_))
    ));
    assert!(matches!(
        answer.results[2].outcome,
        Some(Outcome::Response(_))
    ));
    let failed = &answer.results[1];
    assert_eq!(failed.document_id, "blank");
    let Some(Outcome::Error(status)) = &failed.outcome else {
        panic!("{failed:?}");
    };
    assert_eq!(status.code, tonic::Code::InvalidArgument as i32);
    assert_eq!(status.details.len(), 2, "ErrorInfo and BadRequest");
}

#[tokio::test]
async fn a_stream_answers_in_order_and_survives_bad_documents() {
    use pb::stream_analyze_documents_response::Outcome;
    let server = TestServer::start().await;
    let mut client = server.client().await;
    let texts = ["One sentence here.", "", "Another sentence there."];
    let requests = texts.map(|text| pb::StreamAnalyzeDocumentsRequest {
        document: request(text).document,
        ..pb::StreamAnalyzeDocumentsRequest::default()
    });
    let answers: Vec<_> = client
        .stream_analyze_documents(tokio_stream::iter(requests))
        .await
        .expect("a stream")
        .into_inner()
        .map(|answer| answer.expect("in band"))
        .collect()
        .await;
    let indexes: Vec<u32> = answers.iter().map(|answer| answer.index).collect();
    assert_eq!(indexes, [0, 1, 2]);
    assert!(matches!(answers[0].outcome, Some(Outcome::Response(_))));
    assert!(matches!(answers[1].outcome, Some(Outcome::Error(_))));
    assert!(matches!(answers[2].outcome, Some(Outcome::Response(_))));
}

#[tokio::test]
async fn topics_are_listed_in_the_language_of_the_caller() {
    let server = TestServer::start().await;
    let mut client = server.client().await;
    let mut names = Vec::new();
    for language_code in ["ar-EG", "", "sw", "fi"] {
        let language_code = language_code.to_owned();
        let answer = client
            .list_topics(pb::ListTopicsRequest { language_code })
            .await
            .expect("an answer")
            .into_inner();
        assert_eq!(answer.topics.len(), 17);
        names.push(answer.topics[0].display_name.clone());
    }
    assert_eq!(names, ["الأمن", "Security", "Usalama", "Security"]);
}

#[tokio::test]
async fn the_service_tells_its_limits_and_algorithms() {
    let server = TestServer::start().await;
    let info = server
        .client()
        .await
        .get_service_info(pb::GetServiceInfoRequest {})
        .await
        .expect("an answer")
        .into_inner();
    let limits = info.limits.expect("limits");
    assert_eq!(limits.max_text_bytes, 1 << 20);
    assert!(limits.max_message_bytes > limits.max_batch_bytes);
    assert_eq!(limits.max_message_fields, 65_536);
    assert_eq!(limits.max_answer_bytes, 64 << 20);
    assert_eq!(limits.max_json_answer_bytes, 4 << 20);
    assert_eq!(limits.max_topic_ids, 10_000);
    assert!(
        info.algorithms
            .contains(&(pb::SummaryAlgorithm::Ranked as i32))
    );
    assert_eq!(info.pipeline.expect("a pipeline").digest.len(), 64);
}

#[tokio::test]
async fn compressed_requests_are_answered_compressed() {
    use tonic::codec::CompressionEncoding;
    let server = TestServer::start().await;
    for encoding in [CompressionEncoding::Gzip, CompressionEncoding::Zstd] {
        let mut client = server
            .client()
            .await
            .send_compressed(encoding)
            .accept_compressed(encoding);
        let answer = client
            .analyze_document(request("A sentence."))
            .await
            .expect("an answer");
        let used = answer.metadata().get("grpc-encoding").expect("compressed");
        assert_eq!(used.to_str().ok(), Some(encoding.to_string().as_str()));
    }
}

#[tokio::test]
async fn a_request_id_comes_back() {
    let server = TestServer::start().await;
    let mut client = server.client().await;
    let mut given = tonic::Request::new(request("A sentence."));
    given
        .metadata_mut()
        .insert("x-request-id", "abc-1".parse().expect("ASCII"));
    let answer = client.analyze_document(given).await.expect("an answer");
    assert_eq!(
        answer
            .metadata()
            .get("x-request-id")
            .map(tonic::metadata::MetadataValue::as_bytes),
        Some(&b"abc-1"[..])
    );
}
