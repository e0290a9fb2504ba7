//! Every error of the contract: code, reason, fields, and when to retry.

use mujaz::grpc::pb;
use mujaz::grpc::service::WireLimits;
use mujaz::server::ServerSettings;
use prost::Message as _;
use prost::bytes::{Buf as _, BufMut as _, Bytes};
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::{Code, Status};
use tonic_types::{RpcStatusExt as _, StatusExt as _};

use crate::harness::{TestServer, request};
use crate::wire::{Wire, compressed, framed};

/// Bytes before each message.
const HEADER: usize = 5;

/// Returns code, reason and the paths of all bad fields.
pub(crate) fn told(status: &Status) -> (Code, String, Vec<String>) {
    let details = status.get_error_details();
    let info = details.error_info().expect("always there");
    assert_eq!(info.domain, "mujaz");
    let fields = details
        .bad_request()
        .map(|bad| bad.field_violations.clone());
    let paths = fields
        .unwrap_or_default()
        .into_iter()
        .map(|one| one.field)
        .collect();
    (status.code(), info.reason.clone(), paths)
}

/// Has a changed request refused and returns what is told.
async fn refused(
    change: impl FnOnce(&mut pb::AnalyzeDocumentRequest),
) -> (Code, String, Vec<String>) {
    let server = TestServer::start().await;
    let mut asked = request("A sentence.");
    asked.summary_options = Some(pb::SummaryOptions::default());
    asked.classification_options = Some(pb::ClassificationOptions::default());
    change(&mut asked);
    let status = server
        .client()
        .await
        .analyze_document(asked)
        .await
        .expect_err("refused");
    told(&status)
}

fn document(asked: &mut pb::AnalyzeDocumentRequest) -> &mut pb::Document {
    asked.document.as_mut().expect("it has one")
}

fn summary(asked: &mut pb::AnalyzeDocumentRequest) -> &mut pb::SummaryOptions {
    asked.summary_options.as_mut().expect("they are set")
}

fn topics(asked: &mut pb::AnalyzeDocumentRequest) -> &mut pb::ClassificationOptions {
    asked.classification_options.as_mut().expect("they are set")
}

macro_rules! refusals {
    ($($name:ident: $change:expr => $reason:literal, $paths:expr;)*) => {
        $(
            #[tokio::test]
            async fn $name() {
                let (code, reason, paths) = refused($change).await;
                assert_eq!(code, Code::InvalidArgument);
                assert_eq!(reason, $reason);
                assert_eq!(paths, $paths);
            }
        )*
    };
}

refusals! {
    an_empty_text: |asked| document(asked).text.clear() => "EMPTY_TEXT", ["document.text"];
    a_blank_text: |asked| document(asked).text = " \n\u{a0}\u{3000}\t".to_owned()
        => "EMPTY_TEXT", ["document.text"];
    no_document: |asked| asked.document = None => "EMPTY_TEXT", ["document.text"];
    a_large_text: |asked| document(asked).text = "a".repeat((1 << 20) + 1)
        => "TEXT_TOO_LARGE", ["document.text"];
    a_wrong_language: |asked| document(asked).language_code = "عربي".to_owned()
        => "LANGUAGE_CODE_INVALID", ["document.language_code"];
    an_unknown_algorithm: |asked| summary(asked).algorithm = 4711
        => "OPTION_OUT_OF_RANGE", ["summary_options.algorithm"];
    an_unknown_order: |asked| summary(asked).sentence_order = -1
        => "OPTION_OUT_OF_RANGE", ["summary_options.sentence_order"];
    no_sentences: |asked| summary(asked).max_sentences = Some(0)
        => "OPTION_OUT_OF_RANGE", ["summary_options.max_sentences"];
    no_characters: |asked| summary(asked).max_characters = Some(0)
        => "OPTION_OUT_OF_RANGE", ["summary_options.max_characters"];
    no_evidence: |asked| topics(asked).max_evidence_per_topic = Some(0)
        => "OPTION_OUT_OF_RANGE", ["classification_options.max_evidence_per_topic"];
    a_ratio_that_is_no_number: |asked| summary(asked).max_ratio = Some(f64::NAN)
        => "OPTION_OUT_OF_RANGE", ["summary_options.max_ratio"];
    an_infinite_ratio: |asked| summary(asked).max_ratio = Some(f64::INFINITY)
        => "OPTION_OUT_OF_RANGE", ["summary_options.max_ratio"];
    a_penalty_that_is_no_number: |asked| summary(asked).redundancy_penalty = Some(f64::NAN)
        => "OPTION_OUT_OF_RANGE", ["summary_options.redundancy_penalty"];
    a_long_query: |asked| summary(asked).focus_query = "ن".repeat(1_025)
        => "OPTION_OUT_OF_RANGE", ["summary_options.focus_query"];
    an_unknown_focus: |asked| summary(asked).focus_topic_id = "weather".to_owned()
        => "UNKNOWN_TOPIC", ["summary_options.focus_topic_id"];
    an_unknown_topic: |asked| topics(asked).topic_ids = vec!["sport".to_owned(), "x".to_owned()]
        => "UNKNOWN_TOPIC", ["classification_options.topic_ids[1]"];
    a_confidence_that_is_no_number: |asked| topics(asked).min_confidence = Some(f64::NAN)
        => "OPTION_OUT_OF_RANGE", ["classification_options.min_confidence"];
    too_many_topics: |asked| topics(asked).topic_ids = vec!["sport".to_owned(); 10_001]
        => "OPTION_OUT_OF_RANGE", ["classification_options.topic_ids"];
    several_at_once: |asked| {
        document(asked).text.clear();
        summary(asked).max_ratio = Some(2.0);
        summary(asked).algorithm = 99;
        topics(asked).max_topics = Some(0);
    } => "EMPTY_TEXT", [
        "document.text",
        "summary_options.max_ratio",
        "classification_options.max_topics",
        "summary_options.algorithm",
    ];
}

/// Many clients take 8 KiB of headers, in which an error stands.
#[tokio::test]
async fn an_error_with_many_bad_fields_fits_headers() {
    let server = TestServer::start().await;
    let mut asked = request("A sentence.");
    asked.classification_options = Some(pb::ClassificationOptions {
        topic_ids: vec!["no such topic".to_owned(); 10_000],
        ..pb::ClassificationOptions::default()
    });
    let mut call = Wire::connect(&server)
        .await
        .call("AnalyzeDocument", &[])
        .await;
    call.send(framed(&asked), true);
    let headers = call.refused().await;
    assert_eq!(headers["grpc-status"], "3");
    let bytes: usize = headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len())
        .sum();
    assert!(bytes < 7 << 10, "{bytes}");
}

#[tokio::test]
async fn a_call_for_one_answer_has_one_whole_message() {
    let server = TestServer::start().await;
    let wire = Wire::connect(&server).await;
    let one = framed(&request("A sentence."));
    for method in ["AnalyzeDocument", "ListTopics"] {
        let mut two = wire.call(method, &[]).await;
        two.send([&one[..], &one].concat(), true);
        assert_eq!(two.status().await, "3", "{method}: two");
        let mut cut = wire.call(method, &[]).await;
        cut.send(one.slice(..one.len() - 1), true);
        assert_eq!(cut.status().await, "3", "{method}: less than one");
    }
}

#[tokio::test]
async fn a_call_without_its_message_is_its_senders_mistake() {
    let server = TestServer::start().await;
    let wire = Wire::connect(&server).await;
    for method in ["AnalyzeDocument", "ListTopics"] {
        let mut call = wire.call(method, &[]).await;
        call.send(Bytes::new(), true);
        let status = Status::from_header_map(&call.refused().await).expect("a status");
        let (code, reason, _) = told(&status);
        assert_eq!(code, Code::InvalidArgument, "{method}: {status}");
        assert_eq!(reason, "MALFORMED_MESSAGE", "{method}: {status}");
    }
}

#[tokio::test]
async fn a_service_whose_name_is_no_text_is_its_senders_mistake() {
    let server = TestServer::start().await;
    let mut client = tonic::client::Grpc::new(server.channel().await);
    client.ready().await.expect("open");
    let path = "/grpc.health.v1.Health/Check".parse().expect("a path");
    let request = tonic::Request::new(b"\x0a\x02\xff\xfe".to_vec());
    let answer = client.unary(request, path, RawCodec).await;
    let (code, reason, _) = told(&answer.expect_err("no text"));
    assert_eq!(
        (code, reason.as_str()),
        (Code::InvalidArgument, "MALFORMED_MESSAGE")
    );
}

/// What is wrong with a message before it is one is its sender's fault too.
#[tokio::test]
async fn what_is_not_compressed_as_it_says_is_refused() {
    let server = TestServer::start().await;
    let wire = Wire::connect(&server).await;
    let plain = framed(&request("A sentence.")).to_vec();
    let flagged = |flag: u8| [&[flag], &plain[1..]].concat();
    let cut = compressed(&request("A sentence."))[HEADER..HEADER + 20].to_vec();
    let cut = [&[1, 0, 0, 0, 20], &cut[..]].concat();
    for (coding, body) in [
        ("gzip", flagged(1)),
        ("gzip", cut),
        ("zstd", flagged(1)),
        ("identity", flagged(1)),
        ("identity", compressed(&request("A sentence."))),
        ("gzip", flagged(2)),
    ] {
        let mut call = wire
            .call("AnalyzeDocument", &[("grpc-encoding", coding)])
            .await;
        call.send(body, true);
        let status = Status::from_header_map(&call.refused().await).expect("a status");
        let (code, reason, _) = told(&status);
        assert_eq!(code, Code::InvalidArgument, "{coding}: {status}");
        assert_eq!(reason, "MALFORMED_MESSAGE", "{coding}: {status}");
    }
    let headers = [("grpc-encoding", "gzip")];
    let mut call = wire.call("AnalyzeDocument", &headers).await;
    call.send(plain, true);
    assert_eq!(call.status().await, "0", "what is plain may be");
}

#[tokio::test]
async fn a_coding_that_is_not_read_is_refused_with_those_that_are() {
    let server = TestServer::start().await;
    let wire = Wire::connect(&server).await;
    let mut call = wire
        .call("AnalyzeDocument", &[("grpc-encoding", "br")])
        .await;
    call.send(framed(&request("A sentence.")), true);
    let headers = call.refused().await;
    assert_eq!(headers["grpc-accept-encoding"], "identity,gzip,zstd");
    let status = Status::from_header_map(&headers).expect("a status");
    let (code, reason, _) = told(&status);
    assert_eq!(
        (code, reason.as_str()),
        (Code::Unimplemented, "CONTENT_UNSUPPORTED")
    );
}

#[tokio::test]
async fn bad_documents_of_a_batch_are_named_by_their_place() {
    let server = TestServer::start().await;
    let mut bad = request(" ");
    bad.summary_options = Some(pb::SummaryOptions {
        algorithm: 4711,
        ..pb::SummaryOptions::default()
    });
    let asked = pb::BatchAnalyzeDocumentsRequest {
        requests: vec![request("A sentence."), bad],
    };
    let answer = server.client().await.batch_analyze_documents(asked).await;
    let results = answer.expect("an answer").into_inner().results;
    let Some(pb::analyze_document_result::Outcome::Error(error)) = &results[1].outcome else {
        panic!("no error: {:?}", results[1]);
    };
    let details = tonic_types::Status::decode(&error.encode_to_vec()[..]).expect("the same");
    let details = details.get_error_details();
    let violations = &details.bad_request().expect("fields").field_violations;
    let paths: Vec<_> = violations.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(
        paths,
        [
            "requests[1].document.text",
            "requests[1].summary_options.algorithm"
        ]
    );
}

#[tokio::test]
async fn calls_that_are_never_refused_have_short_messages() {
    let server = TestServer::start().await;
    let mut client = server.client().await;
    let long = client.list_topics(pb::ListTopicsRequest {
        language_code: "a".repeat(32 << 10),
    });
    let (code, reason, _) = told(&long.await.expect_err("too long"));
    assert_eq!(
        (code, reason.as_str()),
        (Code::InvalidArgument, "MESSAGE_TOO_LARGE")
    );
    let wire = Wire::connect(&server).await;
    let mut small = wire.call("ListTopics", &[("grpc-encoding", "gzip")]).await;
    let bomb = pb::ListTopicsRequest {
        language_code: "a".repeat(1 << 20),
    };
    small.send(compressed(&bomb), true);
    let status = Status::from_header_map(&small.refused().await).expect("a status");
    assert_eq!(told(&status).1, "MESSAGE_TOO_LARGE", "{status}");
}

#[tokio::test]
async fn paths_are_those_of_the_message_that_was_sent() {
    let server = TestServer::start().await;
    let status = server
        .client()
        .await
        .summarize_document(pb::SummarizeDocumentRequest {
            document: request("A sentence.").document,
            options: Some(pb::SummaryOptions {
                max_ratio: Some(-1.0),
                ..pb::SummaryOptions::default()
            }),
        })
        .await
        .expect_err("refused");
    assert_eq!(told(&status).2, ["options.max_ratio"]);
}

#[tokio::test]
async fn sizes_stand_in_the_metadata() {
    let server = TestServer::start().await;
    let text = "a".repeat((1 << 20) + 5);
    let status = server
        .client()
        .await
        .analyze_document(request(&text))
        .await
        .expect_err("refused");
    let details = status.get_error_details();
    let metadata = &details.error_info().expect("always there").metadata;
    assert_eq!(metadata["max_bytes"], "1048576");
    assert_eq!(metadata["actual_bytes"], "1048581");
}

#[tokio::test]
async fn a_message_beyond_every_limit_is_the_callers_fault() {
    let server = TestServer::start().await;
    let text = "a".repeat(40 << 20);
    let status = server
        .client()
        .await
        .analyze_document(request(&text))
        .await
        .expect_err("refused");
    let (code, reason, _) = told(&status);
    assert_eq!(
        (code, reason.as_str()),
        (Code::InvalidArgument, "MESSAGE_TOO_LARGE")
    );
}

#[tokio::test]
async fn a_batch_has_limits() {
    let limits = WireLimits {
        max_batch_documents: 2,
        max_batch_bytes: 30,
    };
    let server = TestServer::with(ServerSettings {
        limits,
        ..ServerSettings::default()
    })
    .await;
    let mut client = server.client().await;
    for (texts, expected) in [
        (vec!["a"; 3], "BATCH_TOO_LARGE"),
        (vec!["a sentence of twenty"; 2], "BATCH_TOO_LARGE"),
        (vec![], "BATCH_EMPTY"),
    ] {
        let requests = texts.iter().map(|text| request(text)).collect();
        let status = client
            .batch_analyze_documents(pb::BatchAnalyzeDocumentsRequest { requests })
            .await
            .expect_err("refused");
        let (code, reason, paths) = told(&status);
        assert_eq!((code, reason.as_str()), (Code::InvalidArgument, expected));
        assert_eq!(paths, ["requests"]);
    }
}

#[tokio::test]
async fn an_unknown_method_says_so() {
    let server = TestServer::start().await;
    let status = raw_call(&server, "/mujaz.v1.AnalysisService/Translate", Vec::new()).await;
    let (code, reason, _) = told(&status.expect_err("unknown"));
    assert_eq!(
        (code, reason.as_str()),
        (Code::Unimplemented, "METHOD_UNKNOWN")
    );
}

#[tokio::test]
async fn bytes_that_are_no_text_are_the_callers_fault() {
    let server = TestServer::start().await;
    // Invalid UTF-8, a lone surrogate, and no protobuf at all.
    for text in [&b"\xff\xfe"[..], &b"\xed\xa0\x80"[..]] {
        let mut document = vec![0x1a, u8::try_from(text.len()).expect("short")];
        document.extend(text);
        let mut message = vec![0x0a, u8::try_from(document.len()).expect("short")];
        message.extend(document);
        refuses_message(&server, message).await;
    }
    refuses_message(&server, vec![0xff; 40]).await;
}

async fn refuses_message(server: &TestServer, message: Vec<u8>) {
    let path = "/mujaz.v1.AnalysisService/AnalyzeDocument";
    let status = raw_call(server, path, message).await.expect_err("refused");
    let (code, reason, _) = told(&status);
    assert_eq!(
        (code, reason.as_str()),
        (Code::InvalidArgument, "MALFORMED_MESSAGE")
    );
}

async fn raw_call(
    server: &TestServer,
    path: &'static str,
    message: Vec<u8>,
) -> Result<Bytes, Status> {
    let mut client = tonic::client::Grpc::new(server.channel().await);
    client.ready().await.expect("ready");
    let path = http::uri::PathAndQuery::from_static(path);
    let answer = client
        .unary(tonic::Request::new(message), path, RawCodec)
        .await?;
    Ok(answer.into_inner())
}

/// Sends and receives bytes as they are.
struct RawCodec;

impl Codec for RawCodec {
    type Encode = Vec<u8>;
    type Decode = Bytes;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for RawCodec {
    type Item = Vec<u8>;
    type Error = Status;

    fn encode(&mut self, item: Vec<u8>, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        buffer.put_slice(&item);
        Ok(())
    }
}

impl Decoder for RawCodec {
    type Item = Bytes;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<Bytes>, Status> {
        let length = buffer.remaining();
        Ok(Some(buffer.copy_to_bytes(length)))
    }
}
