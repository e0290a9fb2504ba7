//! Deadlines and callers who go away.

use std::time::Duration;

use mujaz::admission::LoadLimits;
use mujaz::grpc::pb;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::server::ServerSettings;
use tokio_stream::StreamExt as _;
use tonic::{Code, Status};

use crate::errors::told;
use crate::harness::{TestServer, long_request, request};
use crate::process::Process;
use crate::wire::{Wire, announced, framed};

const MIB: usize = 1 << 20;
const DEADLINE_EXCEEDED: &str = "4";

async fn impatient(request_timeout: Duration) -> TestServer {
    TestServer::with(ServerSettings {
        threads: 1,
        load: LoadLimits {
            request_timeout,
            ..LoadLimits::default()
        },
        ..ServerSettings::default()
    })
    .await
}

#[tokio::test]
async fn the_callers_deadline_is_answered_as_such() {
    let server = TestServer::start().await;
    let wire = Wire::connect(&server).await;
    // As long as the transport's own timer rounds up to, and shorter.
    for deadline in ["0n", "1n", "999u", "1m", "3m", "10m"] {
        let headers = [("grpc-timeout", deadline)];
        let mut call = wire.call("AnalyzeDocument", &headers).await;
        call.send(framed(&long_request(MIB / 2)), true);
        let answer = call.refused().await;
        assert_eq!(answer["grpc-status"], DEADLINE_EXCEEDED, "{deadline}");
        assert!(answer.contains_key("grpc-status-details-bin"), "{deadline}");
    }
}

#[tokio::test]
async fn the_server_has_a_deadline_of_its_own() {
    let server = impatient(Duration::from_millis(1)).await;
    let mut client = server.client().await;
    let refused = client.analyze_document(long_request(MIB / 2)).await;
    let (code, reason, _) = told(&refused.expect_err("too long"));
    assert_eq!(
        (code, reason.as_str()),
        (Code::DeadlineExceeded, "DEADLINE_EXCEEDED")
    );
}

#[tokio::test]
async fn a_deadline_that_is_none_is_refused() {
    let server = TestServer::start().await;
    let wire = Wire::connect(&server).await;
    for (method, deadline) in [
        ("AnalyzeDocument", "1s"),
        ("AnalyzeDocument", "soon"),
        ("ListTopics", "100000000n"),
    ] {
        let mut call = wire.call(method, &[("grpc-timeout", deadline)]).await;
        call.send(framed(&request("A sentence.")), true);
        let status = Status::from_header_map(&call.refused().await).expect("a status");
        assert_eq!(status.code(), Code::InvalidArgument, "{deadline}: {status}");
        assert!(status.message().contains("grpc-timeout"), "{status}");
    }
}

#[tokio::test]
async fn who_sends_too_slowly_is_cut_off_and_gives_room_back() {
    let server = TestServer::with(ServerSettings {
        load: LoadLimits {
            capacity: 1,
            request_timeout: Duration::from_millis(200),
            ..LoadLimits::default()
        },
        ..ServerSettings::default()
    })
    .await;
    let wire = Wire::connect(&server).await;
    for method in ["AnalyzeDocument", "StreamAnalyzeDocuments"] {
        let mut slow = wire.call(method, &[]).await;
        slow.send(announced(100), false);
        slow.send(&b"the first bytes"[..], false);
        let status = slow.status().await;
        assert_eq!(status, DEADLINE_EXCEEDED, "{method}");
        let mut client = server.client().await;
        while client
            .analyze_document(request("A sentence."))
            .await
            .is_err()
        {}
    }
}

#[tokio::test]
async fn a_stream_ends_at_its_deadline() {
    let server = TestServer::start().await;
    let wire = Wire::connect(&server).await;
    let headers = [("grpc-timeout", "100m")];
    let call = wire.call("StreamAnalyzeDocuments", &headers).await;
    assert_eq!(call.status().await, DEADLINE_EXCEEDED);
}

#[tokio::test]
async fn a_document_of_a_stream_has_the_time_of_a_call() {
    use pb::stream_analyze_documents_response::Outcome;
    // Enough for a document to arrive, and not for the analysis of all those
    // that are read ahead.
    let server = impatient(Duration::from_millis(200)).await;
    let long = pb::StreamAnalyzeDocumentsRequest {
        document: long_request(MIB).document,
        ..pb::StreamAnalyzeDocumentsRequest::default()
    };
    let answers = server
        .client()
        .await
        .stream_analyze_documents(tokio_stream::iter(vec![long; 16]))
        .await
        .expect("a stream")
        .into_inner();
    let answers: Vec<_> = answers.collect().await;
    let late = answers.into_iter().any(|answer| {
        let outcome = answer.expect("in band").outcome;
        matches!(outcome, Some(Outcome::Error(error)) if error.code == Code::DeadlineExceeded as i32)
    });
    assert!(late, "all were answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn work_stops_when_its_caller_goes() {
    let process = Process::start(&["--threads", "1", "--log", "mujaz=trace"]);
    let url = format!("http://{}", process.address);
    let mut client = AnalysisServiceClient::connect(url).await.expect("there");
    let call = tokio::spawn(async move { client.analyze_document(long_request(MIB)).await });
    process.wait_for("work started");
    call.abort();
    process.wait_for("work stopped");
}
