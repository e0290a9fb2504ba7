//! Overload: what is refused, what never is, and that it passes.

use std::time::Duration;

use mujaz::admission::LoadLimits;
use mujaz::grpc::pb;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::server::ServerSettings;
use tokio::time::timeout;
use tonic::codec::CompressionEncoding;
use tonic::transport::Channel;
use tonic::{Code, Status};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt as _;

use crate::errors::told;
use crate::harness::{PATIENCE, TestServer, long_request, long_text, request};
use crate::wire::{Wire, announced};

const MIB: usize = 1 << 20;

async fn server(load: LoadLimits) -> TestServer {
    TestServer::with(ServerSettings {
        threads: 1,
        load,
        ..ServerSettings::default()
    })
    .await
}

/// Checks that a refusal says when to try again, to people and to programs.
fn check_refusal(status: &Status) {
    let (code, reason, _) = told(status);
    assert_eq!(
        (code, reason.as_str()),
        (Code::ResourceExhausted, "OVERLOADED"),
        "{status:?}"
    );
    let details = status.get_error_details();
    let delay = details.retry_info().and_then(|info| info.retry_delay);
    let pushback = status.metadata().get("grpc-retry-pushback-ms");
    let pushback: Option<u64> = pushback.and_then(|value| value.to_str().ok()?.parse().ok());
    assert_eq!(
        delay.map(|delay| delay.as_millis()),
        pushback.map(u128::from)
    );
    assert!(delay > Some(Duration::ZERO));
}

/// Calls until there is room again.
async fn recovered(server: &TestServer) {
    let mut client = server.client().await;
    while let Err(status) = client.analyze_document(request("A sentence.")).await {
        check_refusal(&status);
    }
}

/// Makes sixteen calls at once, of which there is room for one or more.
async fn some_are_refused(
    client: AnalysisServiceClient<Channel>,
    asked: &pb::AnalyzeDocumentRequest,
) {
    let calls = [(); 16].map(|()| {
        let (mut client, asked) = (client.clone(), asked.clone());
        tokio::spawn(async move { client.analyze_document(asked).await })
    });
    let mut answered = 0;
    for call in calls {
        match call.await.expect("no panic") {
            Ok(_) => answered += 1,
            Err(status) => check_refusal(&status),
        }
    }
    assert!((1..16).contains(&answered), "{answered} answered");
}

#[tokio::test]
async fn calls_over_the_capacity_are_refused_until_there_is_room() {
    let server = server(LoadLimits {
        capacity: 1,
        queue_time: PATIENCE,
        ..LoadLimits::default()
    })
    .await;
    some_are_refused(server.client().await, &long_request(MIB / 2)).await;
    recovered(&server).await;
}

#[tokio::test]
async fn a_call_whose_turn_does_not_come_is_refused() {
    let server = server(LoadLimits {
        queue_time: Duration::from_millis(1),
        ..LoadLimits::default()
    })
    .await;
    let mut client = server.client().await;
    let batch = pb::BatchAnalyzeDocumentsRequest {
        requests: vec![request(&long_text(MIB / 2)); 8],
    };
    let mut busy = client.clone();
    let mut batch = tokio::spawn(async move { busy.batch_analyze_documents(batch).await });
    let refusal = loop {
        tokio::select! {
            _ = &mut batch => panic!("nothing was refused"),
            answer = client.analyze_document(request("A sentence.")) => {
                if let Err(status) = answer {
                    break status;
                }
            }
        }
    };
    check_refusal(&refusal);
    batch.await.expect("no panic").expect("it was admitted");
    recovered(&server).await;
}

#[tokio::test]
async fn bytes_are_admitted_as_they_come() {
    let server = server(LoadLimits {
        max_in_flight_bytes: MIB,
        ..LoadLimits::default()
    })
    .await;
    let wire = Wire::connect(&server).await;
    // What is announced and does not come keeps nobody out.
    let length = MIB / 4 * 3;
    let mut slow = wire.call("AnalyzeDocument", &[]).await;
    slow.send(announced(length), false);
    let mut client = server.client().await;
    let half = client.analyze_document(long_request(MIB / 2)).await;
    half.expect("there is room");
    slow.send(vec![b'a'; length - 1], false);
    // The length of another is enough then: nothing of it is read.
    let answer = loop {
        let mut unsent = wire.call("AnalyzeDocument", &[]).await;
        unsent.send(announced(MIB / 2), false);
        if let Ok(answer) = timeout(Duration::from_millis(50), unsent.refused()).await {
            break answer;
        }
    };
    assert_eq!(answer["grpc-status"], "8");
    assert!(answer.contains_key("grpc-retry-pushback-ms"));
    let refusal = client.analyze_document(long_request(MIB / 2)).await;
    check_refusal(&refusal.expect_err("there is no room"));
    let small = client.analyze_document(request("A sentence.")).await;
    small.expect("there is room for that");
    // Nothing but analyses is ever refused.
    light_calls(&server).await;
    drop((slow, wire));
    recovered(&server).await;
}

#[tokio::test]
async fn a_compressed_message_takes_the_room_of_what_is_in_it() {
    let server = server(LoadLimits {
        max_in_flight_bytes: MIB,
        queue_time: PATIENCE,
        ..LoadLimits::default()
    })
    .await;
    let client = server.client().await;
    let client = client.send_compressed(CompressionEncoding::Gzip);
    // Of what two of them hold there is room for one, and for all as they come.
    some_are_refused(client, &request(&"word ".repeat(MIB / 8))).await;
    recovered(&server).await;
}

#[tokio::test]
async fn light_calls_are_answered_while_the_pool_is_busy() {
    let server = server(LoadLimits::default()).await;
    let mut client = server.client().await;
    let batch = pb::BatchAnalyzeDocumentsRequest {
        requests: vec![long_request(MIB / 2); 16],
    };
    let busy = tokio::spawn(async move { client.batch_analyze_documents(batch).await });
    for _ in 0..50 {
        light_calls(&server).await;
    }
    assert!(!busy.is_finished(), "the pool was not busy all the time");
    busy.abort();
}

async fn light_calls(server: &TestServer) {
    let mut client = server.client().await;
    let topics = client.list_topics(pb::ListTopicsRequest::default()).await;
    topics.expect("an answer");
    let info = client.get_service_info(pb::GetServiceInfoRequest {}).await;
    let limits = info.expect("an answer").into_inner().limits;
    assert!(limits.expect("limits").max_in_flight_requests > 0);
    let health = HealthClient::new(server.channel().await)
        .check(HealthCheckRequest::default())
        .await;
    health.expect("an answer");
}
