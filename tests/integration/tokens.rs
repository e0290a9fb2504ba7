//! Bearer tokens: who is let in, how often, and how they are exchanged.

use std::time::Duration;

use mujaz::grpc::pb;
use mujaz::tokens::digest_hex;
use tempfile::NamedTempFile;
use tokio::time::{sleep, timeout};
use tokio_stream::StreamExt as _;
use tonic::{Code, Request, Status};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt as _;

use crate::harness::{PATIENCE, TestServer, request, run, stderr};
use crate::process::Process;
use crate::tls::{Authority, Files, secured};

fn line(name: &str, token: &str, rest: &str) -> String {
    format!("{name} sha256:{} {rest}\n", digest_hex(token.as_bytes()))
}

async fn server(lines: &str) -> (TestServer, NamedTempFile) {
    let file = NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), lines).expect("written");
    let path = file.path().to_owned();
    (TestServer::with(secured(None, Some(path))).await, file)
}

fn with_token<T>(message: T, authorization: &str) -> Request<T> {
    let mut request = Request::new(message);
    let value = authorization.parse().expect("a value");
    request.metadata_mut().insert("authorization", value);
    request
}

async fn call(server: &TestServer, token: &str) -> Result<(), Status> {
    let asked = with_token(request("A sentence."), &format!("Bearer {token}"));
    let answer = server.client().await.analyze_document(asked).await;
    answer.map(drop)
}

fn told(status: &Status) -> (Code, String) {
    let details = status.get_error_details();
    let info = details.error_info().expect("always there");
    assert_eq!(info.domain, "mujaz");
    (status.code(), info.reason.clone())
}

#[tokio::test]
async fn calls_need_a_token_and_health_and_reflection_do_not() {
    use tonic_reflection::pb::v1;
    let (server, _file) = server(&line("desk", "good", "")).await;
    call(&server, "good").await.expect("admitted");
    let wrong = call(&server, "bad").await.expect_err("not admitted");
    assert_eq!(
        told(&wrong),
        (Code::PermissionDenied, "TOKEN_INVALID".to_owned())
    );
    let mut client = server.client().await;
    let missing = (Code::Unauthenticated, "TOKEN_MISSING".to_owned());
    let none = client.list_topics(pb::ListTopicsRequest::default()).await;
    assert_eq!(told(&none.expect_err("not admitted")), missing);
    let basic = with_token(pb::GetServiceInfoRequest::default(), "Basic good");
    let basic = client.get_service_info(basic).await;
    assert_eq!(told(&basic.expect_err("not admitted")), missing);

    let channel = server.channel().await;
    let mut health = HealthClient::new(channel.clone());
    let status = health.check(HealthCheckRequest::default()).await;
    status.expect("open");
    let ask = v1::ServerReflectionRequest {
        host: String::new(),
        message_request: Some(v1::server_reflection_request::MessageRequest::ListServices(
            String::new(),
        )),
    };
    let mut reflection = v1::server_reflection_client::ServerReflectionClient::new(channel);
    let answer = reflection
        .server_reflection_info(tokio_stream::iter([ask]))
        .await;
    let first = answer.expect("open").into_inner().next().await;
    first.expect("an answer").expect("open");
}

#[tokio::test]
async fn a_large_request_without_a_token_is_told_so() {
    let (server, _file) = server(&line("desk", "good", "")).await;
    let large = request(&"A sentence. ".repeat(80_000));
    let refused = server.client().await.analyze_document(large).await;
    let refused = refused.expect_err("not admitted");
    assert_eq!(
        told(&refused),
        (Code::Unauthenticated, "TOKEN_MISSING".to_owned())
    );
}

#[tokio::test]
async fn a_token_has_its_rate_and_is_told_when_to_come_again() {
    let lines = line("slow", "one", "rate=2/m") + &line("free", "two", "");
    let (server, _file) = server(&lines).await;
    call(&server, "one").await.expect("the first");
    let limited = call(&server, "one").await.expect_err("too fast");
    assert_eq!(
        told(&limited),
        (Code::ResourceExhausted, "RATE_LIMITED".to_owned())
    );
    let details = limited.get_error_details();
    let delay = details.retry_info().and_then(|info| info.retry_delay);
    let delay = delay.expect("a time");
    assert!(
        delay > Duration::from_secs(1) && delay <= Duration::from_secs(30),
        "{delay:?}"
    );
    for _ in 0..5 {
        call(&server, "two").await.expect("no rate");
    }
}

#[tokio::test]
async fn tokens_are_exchanged_under_load_without_losing_a_call() {
    let (server, file) = server(&line("desk", "old", "")).await;
    let stop = server.stop.child_token();
    let (token, tokens) = tokio::sync::watch::channel("old");
    let mut client = server.client().await;
    let load = tokio::spawn({
        let stop = stop.clone();
        async move {
            let mut calls = 0;
            while !stop.is_cancelled() {
                let authorization = format!("Bearer {}", *tokens.borrow());
                let asked = with_token(request("A sentence."), &authorization);
                client.analyze_document(asked).await.expect("admitted");
                calls += 1;
            }
            calls
        }
    });
    let write = |lines: String| std::fs::write(file.path(), lines).expect("written");
    let until = async |wanted: &str, admitted: bool| {
        let wait = async {
            while call(&server, wanted).await.is_ok() != admitted {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(PATIENCE, wait).await.expect("it comes to that");
    };
    // The new one beside the old one, then the callers change, then the old
    // one goes.
    write(line("desk", "old", "") + &line("desk", "new", ""));
    until("new", true).await;
    token.send("new").expect("still calling");
    sleep(Duration::from_millis(100)).await;
    write("desk sha256:broken".to_owned());
    server.reload.send(()).expect("it listens");
    sleep(Duration::from_millis(200)).await;
    call(&server, "old")
        .await
        .expect("a broken file changes nothing");
    write(line("desk", "new", ""));
    server.reload.send(()).expect("it listens");
    until("old", false).await;
    stop.cancel();
    let calls = load.await.expect("no call was lost");
    assert!(calls > 20, "{calls}");
}

#[tokio::test]
async fn the_program_makes_tokens_takes_them_and_keeps_them_to_itself() {
    let made = run(&["token", "newsroom", "--rate", "100/s"], b"");
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let token = stderr(&made).trim().to_owned();
    assert_eq!(token.len(), 64, "{token}");
    let authority = Authority::new();
    let files = Files::new(&authority);
    let path = |name: &str| files.path(name).to_str().expect("UTF-8").to_owned();
    files.write("tokens", &String::from_utf8_lossy(&made.stdout));
    files.write("token", &token);
    files.write("wrong", "wrong");
    let (tokens, cert, key) = (path("tokens"), path("server.pem"), path("server.key"));
    let process = Process::start(&[
        "--tokens-file", &tokens, "--tls-cert", &cert, "--tls-key", &key,
    ]);

    let ca = path("ca.pem");
    let health = ["health", "--addr", &process.address, "--tls-ca", &ca];
    let health = run(&health, b"");
    assert_eq!(health.status.code(), Some(0), "{}", stderr(&health));
    let url = format!("https://{}", process.address);
    let analyze = |token: &str| {
        let token = path(token);
        let arguments = [
            "analyze", "--server", &url, "--tls-ca", &ca, "--token-file", &token,
        ];
        run(&arguments, b"Shares fell in London.")
    };
    let answer = analyze("token");
    assert_eq!(answer.status.code(), Some(0), "{}", stderr(&answer));
    let refused = analyze("wrong");
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        stderr(&refused).contains("the token is not valid"),
        "{}",
        stderr(&refused)
    );
    files.write("empty", "\n");
    let empty = analyze("empty");
    assert_eq!(empty.status.code(), Some(1));
    let told = stderr(&empty);
    assert!(told.contains("empty does not hold a token"), "{told}");
    let plain = format!("http://{}", process.address);
    let told = stderr(&run(&["analyze", "--server", &plain], b"Shares fell."));
    // Whether the connection or the call notices it is up to chance.
    assert!(told.contains(&plain), "{told}");
    let no_authority = ["health", "--addr", &process.address, "--tls-ca", &tokens];
    let told = stderr(&run(&no_authority, b""));
    assert!(told.contains("holds no certificate"), "{told}");
    // A new set of tokens is read on SIGHUP.
    files.write("tokens", &line("other", "else", ""));
    process.signal("-HUP");
    let wait = async {
        while analyze("token").status.success() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, wait)
        .await
        .expect("the old token is forgotten");
    process.signal("-TERM");
    let log = process.rest_of_log();
    assert!(log.contains("\"caller\":\"newsroom\""), "{log}");
    assert!(!log.contains(&token), "{log}");
    assert!(!log.contains(&digest_hex(token.as_bytes())), "{log}");
}

#[test]
fn tokens_that_cannot_be_are_not_made() {
    for (arguments, expected) in [
        (&["token", "a b"][..], "name"),
        (&["token", "#a"], "#"),
        (&["token", "a", "--rate", "often"], "rate"),
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
}
