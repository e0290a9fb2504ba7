//! Health, reflection and the drain, in this process and as a process.

use std::process::Command;
use std::time::{Duration, Instant};

use mujaz::grpc::pb;
use mujaz::server::ServerSettings;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Code;
use tonic::transport::Channel;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt as _;

use crate::harness::{PATIENCE, TestServer, long_text, request};
use crate::process::Process;
use crate::wire::SERVICE;

async fn health(channel: Channel, service: &str) -> ServingStatus {
    let request = HealthCheckRequest {
        service: service.to_owned(),
    };
    let answer = HealthClient::new(channel)
        .check(request)
        .await
        .expect("an answer");
    answer.into_inner().status()
}

#[tokio::test]
async fn health_tells_readiness_and_liveness_apart() {
    let server = TestServer::with(ServerSettings {
        drain_delay: Duration::from_secs(1),
        ..ServerSettings::default()
    })
    .await;
    let channel = server.channel().await;
    for service in ["", SERVICE, "liveness"] {
        assert_eq!(
            health(channel.clone(), service).await,
            ServingStatus::Serving,
            "{service:?}"
        );
    }
    server.stop.cancel();
    tokio::time::sleep(Duration::from_millis(100)).await;
    for service in ["", SERVICE] {
        assert_eq!(
            health(channel.clone(), service).await,
            ServingStatus::NotServing,
            "{service:?}"
        );
    }
    assert_eq!(
        health(channel.clone(), "liveness").await,
        ServingStatus::Serving
    );
    // Until the delay is over, calls are still answered.
    let mut client = pb::analysis_service_client::AnalysisServiceClient::new(channel);
    client
        .analyze_document(request("A sentence."))
        .await
        .expect("still served");
    timeout(PATIENCE, server.running)
        .await
        .expect("it ends")
        .expect("no panic")
        .expect("cleanly");
}

#[tokio::test]
async fn a_watch_and_a_silent_connection_do_not_hold_up_the_drain() {
    let server = TestServer::start().await;
    let address = server.url.trim_start_matches("http://").to_owned();
    let _silent = TcpStream::connect(address).await.expect("a connection");
    let watched = HealthClient::new(server.channel().await)
        .watch(HealthCheckRequest::default())
        .await
        .expect("a watch");
    let mut states = watched.into_inner();
    let first = states.next().await.expect("a state").expect("a state");
    assert_eq!(first.status(), ServingStatus::Serving);
    let started = Instant::now();
    server.stop.cancel();
    timeout(PATIENCE, server.running)
        .await
        .expect("it ends")
        .expect("no panic")
        .expect("cleanly");
    assert!(
        started.elapsed() < Duration::from_secs(5),
        "{:?}",
        started.elapsed()
    );
    let next = states.next().await.expect("a state").expect("a state");
    assert_eq!(next.status(), ServingStatus::NotServing);
}

/// The specification: an unknown service is a state, not an error.
#[tokio::test]
async fn a_service_that_is_not_there_can_be_watched() {
    let server = TestServer::start().await;
    let asked = HealthCheckRequest {
        service: "no.such.Service".to_owned(),
    };
    let mut client = HealthClient::new(server.channel().await);
    let checked = client.check(asked.clone()).await.expect_err("unknown");
    assert_eq!(checked.code(), Code::NotFound);
    let mut states = client.watch(asked).await.expect("a watch").into_inner();
    let first = states.next().await.expect("a state").expect("a state");
    assert_eq!(first.status(), ServingStatus::ServiceUnknown);
    let more = timeout(Duration::from_millis(200), states.next()).await;
    assert!(more.is_err(), "it goes on: {more:?}");
}

#[tokio::test]
async fn a_stream_ends_cleanly_on_drain() {
    let server = TestServer::start().await;
    let mut client = server.client().await;
    let (sender, receiver) = tokio::sync::mpsc::channel(4);
    let asked = pb::StreamAnalyzeDocumentsRequest {
        document: request("A sentence.").document,
        ..pb::StreamAnalyzeDocumentsRequest::default()
    };
    sender.send(asked).await.expect("open");
    let mut answers = client
        .stream_analyze_documents(ReceiverStream::new(receiver))
        .await
        .expect("a stream")
        .into_inner();
    answers.next().await.expect("an answer").expect("an answer");
    server.stop.cancel();
    let ended = timeout(PATIENCE, answers.next()).await.expect("it ends");
    assert!(ended.is_none(), "{ended:?}");
    timeout(PATIENCE, server.running)
        .await
        .expect("it ends")
        .expect("no panic")
        .expect("cleanly");
}

#[tokio::test]
async fn what_takes_longer_than_the_drain_waits_is_told_to_be_made_again() {
    let server = TestServer::with(ServerSettings {
        drain_timeout: Duration::from_millis(200),
        ..ServerSettings::default()
    })
    .await;
    let mut client = server.client().await;
    let text = long_text(500_000);
    let batch = pb::BatchAnalyzeDocumentsRequest {
        requests: vec![request(&text); 30],
    };
    let call = tokio::spawn(async move { client.batch_analyze_documents(batch).await });
    tokio::time::sleep(Duration::from_millis(500)).await;
    server.stop.cancel();
    let answer = timeout(PATIENCE, call).await.expect("it ends");
    let status = answer.expect("no panic").expect_err("given up");
    assert_eq!(status.code(), Code::Unavailable, "{status}");
    let details = status.get_error_details();
    assert_eq!(details.error_info().expect("info").reason, "DRAINING");
    assert!(details.retry_info().is_some());
    let ended = timeout(PATIENCE, server.running).await.expect("it ends");
    ended.expect("no panic").expect("cleanly");
}

#[tokio::test]
async fn reflection_describes_the_service_in_both_versions() {
    use tonic_reflection::pb::{v1, v1alpha};
    let server = TestServer::start().await;
    let channel = server.channel().await;
    let ask = v1::ServerReflectionRequest {
        host: String::new(),
        message_request: Some(v1::server_reflection_request::MessageRequest::ListServices(
            String::new(),
        )),
    };
    let mut client = v1::server_reflection_client::ServerReflectionClient::new(channel.clone());
    let answer = client
        .server_reflection_info(tokio_stream::iter([ask]))
        .await
        .expect("a stream");
    let first = answer
        .into_inner()
        .next()
        .await
        .expect("an answer")
        .expect("an answer");
    let Some(v1::server_reflection_response::MessageResponse::ListServicesResponse(list)) =
        first.message_response
    else {
        panic!("{first:?}");
    };
    assert!(list.service.iter().any(|service| service.name == SERVICE));

    let ask = v1alpha::ServerReflectionRequest {
        host: String::new(),
        message_request: Some(
            v1alpha::server_reflection_request::MessageRequest::FileContainingSymbol(
                SERVICE.to_owned(),
            ),
        ),
    };
    let mut client = v1alpha::server_reflection_client::ServerReflectionClient::new(channel);
    let answer = client
        .server_reflection_info(tokio_stream::iter([ask]))
        .await
        .expect("a stream");
    let first = answer
        .into_inner()
        .next()
        .await
        .expect("an answer")
        .expect("an answer");
    assert!(matches!(
        first.message_response,
        Some(v1alpha::server_reflection_response::MessageResponse::FileDescriptorResponse(_))
    ));
}

#[tokio::test]
async fn the_program_drains_on_sigterm_and_exits_with_zero() {
    let mut process = Process::start(&[]);
    let url = format!("http://{}", process.address);
    let channel = Channel::from_shared(url)
        .expect("a URL")
        .connect()
        .await
        .expect("connected");
    assert_eq!(health(channel.clone(), "").await, ServingStatus::Serving);
    let mut watch = HealthClient::new(channel)
        .watch(HealthCheckRequest::default())
        .await
        .expect("a watch")
        .into_inner();
    watch.next().await.expect("a state").expect("a state");
    process.signal("-TERM");
    let ended =
        tokio::task::spawn_blocking(move || process.child.wait().map(|status| (status, process)));
    let (status, _process) = timeout(PATIENCE, ended)
        .await
        .expect("it ends")
        .expect("no panic")
        .expect("waited");
    assert_eq!(status.code(), Some(0));
}

#[tokio::test]
async fn the_health_command_tells_by_its_exit_code() {
    let process = Process::start(&[]);
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_mujaz"))
            .arg("health")
            .args(arguments)
            .output()
            .expect("it runs");
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        )
    };
    let here = ["--addr", process.address.as_str()];
    assert_eq!(run(&here), (Some(0), "SERVING".to_owned()));
    assert_eq!(
        run(&[&here[..], &["--service", "liveness"]].concat()).0,
        Some(0)
    );
    assert_eq!(
        run(&[&here[..], &["--service", "unknown"]].concat()).0,
        Some(1)
    );
    assert_eq!(
        run(&["--addr", "127.0.0.1:1", "--timeout", "1s"]).0,
        Some(1)
    );
    process.signal("-TERM");
}

#[test]
fn the_health_command_asks_where_the_environment_has_a_server_listen() {
    let process = Process::start(&[]);
    let port = process.address.rsplit(':').next().expect("a port");
    for (listen, code) in [
        (process.address.clone(), 0),
        (format!("0.0.0.0:{port}"), 0),
        ("0.0.0.0:1".to_owned(), 1),
        ("0.0.0.0".to_owned(), 1),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_mujaz"))
            .arg("health")
            .env("MUJAZ_LISTEN", &listen)
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(code), "{listen}: {output:?}");
    }
    process.signal("-TERM");
}
