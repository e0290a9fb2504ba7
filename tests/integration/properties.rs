//! What holds of every answer, for any document and any options, over a real
//! socket: sentences are where their spans say, or an error names fields.

use mujaz::grpc::pb;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use tonic::transport::Channel;
use tonic::{Code, Status};

use crate::errors::told;
use crate::harness::TestServer;

/// Few, the same in every run: the core has many more beneath this.
const CASES: u32 = 96;

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "أعلن الوزيرُ د. سامي عن الخطة. ", "وقال إنّها «جيدة»! ", "The ship sailed at 3.15 p.m. ",
            "Nobody knows why… ", "今日は晴れです。", "👩‍👩‍👧 ", "\u{202e}", "\r\n\r\n", "\u{2028}", "e\u{301}",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn any_document() -> impl Strategy<Value = pb::Document> {
    let code = prop_oneof![
        4 => prop::sample::select(vec!["", "ar", "en-GB", "zh-Hant", "und"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    (any::<String>(), any_text(), any_text(), code).prop_map(|(id, title, text, language_code)| {
        pb::Document {
            id,
            title,
            text,
            language_code,
        }
    })
}

/// A number that is fit for an option, or any.
fn fraction() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![2 => Just(None), 4 => (0.01..=1.0).prop_map(Some), 1 => any::<f64>().prop_map(Some)]
}

fn count() -> impl Strategy<Value = Option<u32>> {
    prop_oneof![2 => Just(None), 4 => (1_u32..9).prop_map(Some), 1 => any::<u32>().prop_map(Some)]
}

fn number_of_enum(most: i32) -> impl Strategy<Value = i32> {
    prop_oneof![9 => 0..=most, 1 => any::<i32>()]
}

fn topic_id() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec!["", "sport", "economy"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn any_summary_options() -> impl Strategy<Value = pb::SummaryOptions> {
    let bounds = (count(), count(), fraction(), fraction());
    let choices = (
        number_of_enum(2),
        number_of_enum(12),
        any_text(),
        topic_id(),
    );
    (bounds, choices, any::<[bool; 3]>()).prop_map(|(bounds, choices, flags)| {
        let (max_sentences, max_characters, max_ratio, redundancy_penalty) = bounds;
        let (sentence_order, algorithm, focus_query, focus_topic_id) = choices;
        let [include_all_sentences, allow_degraded, include_score_factors] = flags;
        pb::SummaryOptions {
            max_sentences,
            max_characters,
            max_ratio,
            sentence_order,
            algorithm,
            focus_query,
            focus_topic_id,
            redundancy_penalty,
            include_all_sentences,
            allow_degraded,
            include_score_factors,
        }
    })
}

fn any_classification_options() -> impl Strategy<Value = pb::ClassificationOptions> {
    let ids = prop::collection::vec(topic_id().prop_filter("an id", |id| !id.is_empty()), 0..3);
    (ids, fraction(), count(), count(), any::<[bool; 2]>()).prop_map(
        |(topic_ids, min_confidence, max_topics, max_evidence_per_topic, flags)| {
            let [include_evidence, include_unassigned] = flags;
            pb::ClassificationOptions {
                topic_ids,
                min_confidence,
                max_topics,
                include_evidence,
                max_evidence_per_topic,
                include_unassigned,
            }
        },
    )
}

fn any_request() -> impl Strategy<Value = pb::AnalyzeDocumentRequest> {
    let parts = (
        prop::option::weighted(0.95, any_document()),
        prop::option::of(any_summary_options()),
        prop::option::of(any_classification_options()),
    );
    parts.prop_map(|(document, summary_options, classification_options)| {
        pb::AnalyzeDocumentRequest {
            document,
            summary_options,
            classification_options,
        }
    })
}

/// Takes the part of a text that a span names, in each of its units.
fn cut(text: &str, span: pb::TextSpan) -> [Option<String>; 3] {
    let range = |start: u32, end: u32| {
        let [start, end] = [start, end].map(|at| usize::try_from(at).expect("small"));
        start..end
    };
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let utf16 = utf16.get(range(span.utf16_start, span.utf16_end));
    let points: Vec<char> = text.chars().collect();
    let points = points.get(range(span.code_point_start, span.code_point_end));
    [
        text.get(range(span.utf8_start, span.utf8_end))
            .map(str::to_owned),
        utf16.and_then(|units| String::from_utf16(units).ok()),
        points.map(|points| points.iter().collect()),
    ]
}

fn check_answer(
    document: &pb::Document,
    answer: &pb::AnalyzeDocumentResponse,
) -> Result<(), TestCaseError> {
    let summary = answer.summary.clone().unwrap_or_default();
    prop_assert!(!summary.sentences.is_empty() || !answer.warnings.is_empty());
    for sentence in summary.sentences.iter().chain(&summary.all_sentences) {
        let wanted = Some(sentence.text.clone());
        for found in cut(&document.text, sentence.span.expect("always there")) {
            prop_assert_eq!(&found, &wanted);
        }
    }
    for topic in &answer.topics {
        prop_assert!((0.0..=1.0).contains(&topic.confidence));
        for evidence in &topic.evidence {
            let span = evidence.span.expect("always there");
            let field = match evidence.field() {
                pb::DocumentField::Title => &document.title,
                _ => &document.text,
            };
            let wanted = Some(evidence.matched_text.clone());
            for found in cut(field, span) {
                prop_assert_eq!(&found, &wanted);
            }
        }
    }
    Ok(())
}

fn check_error(status: &Status) -> Result<(), TestCaseError> {
    let (code, reason, paths) = told(status);
    prop_assert_eq!(code, Code::InvalidArgument, "{:?}", reason);
    prop_assert!(!paths.is_empty());
    for path in paths {
        let known = ["document.", "summary_options.", "classification_options."];
        prop_assert!(known.iter().any(|part| path.starts_with(part)), "{}", path);
    }
    Ok(())
}

async fn check(
    mut client: AnalysisServiceClient<Channel>,
    request: pb::AnalyzeDocumentRequest,
) -> Result<bool, TestCaseError> {
    let document = request.document.clone().unwrap_or_default();
    match client.analyze_document(request).await {
        Ok(answer) => check_answer(&document, answer.get_ref()).map(|()| true),
        Err(status) => check_error(&status).map(|()| false),
    }
}

#[test]
fn any_document_gets_exact_spans_or_the_paths_of_what_is_wrong() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let server = runtime.block_on(TestServer::start());
    let client = runtime.block_on(server.client());
    let config = ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let numbers = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let answered = std::cell::Cell::new(0);
    TestRunner::new_with_rng(config, numbers)
        .run(&any_request(), |request| {
            let answer = runtime.block_on(check(client.clone(), request))?;
            answered.set(answered.get() + u32::from(answer));
            Ok(())
        })
        .expect("it holds");
    let answered = answered.get();
    println!("{answered} of {CASES} answered, the rest refused");
    assert!((CASES / 8..CASES).contains(&answered), "{answered}");
}
