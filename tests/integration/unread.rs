//! Clients that ask and do not read the answers.

use std::future::Future as _;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::grpc::pb::stream_analyze_documents_response::Outcome;
use mujaz::server::ServerSettings;
use mujaz::server::connections::ConnectionSettings;
use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{sleep, timeout};
use tonic::transport::Endpoint;

use crate::harness::{PATIENCE, TestServer, long_request, long_text, request};
use crate::many::streamed;
use crate::operators::{Observed, figure};
use crate::wire::{SERVICE, Wire, framed, head};

/// Text whose answer is more than sockets and windows hold.
const LARGE: usize = 1 << 20;

fn impatient() -> Observed {
    Observed::start(&["--send-timeout", "300ms"])
}

/// Waits until no call of a method is in flight, and calls.
async fn others_are_served(server: &Observed, method: &str) {
    server.wait_for(&format!(
        "mujaz_calls_in_flight{{rpc_method=\"{SERVICE}/{method}\"}} 0"
    ));
    let mut client = server.client().await;
    let answer = client.analyze_document(request("A sentence."));
    answer.await.expect("an answer");
}

/// The connection is alive, it answers every ping: only its calls are stuck.
#[tokio::test(flavor = "multi_thread")]
async fn calls_whose_answers_are_not_taken_are_reset_and_their_connection_lives() {
    const CALLS: usize = 4;
    let server = impatient();
    let wire = Wire::to(&server.process.address).await;
    let mut left = Vec::new();
    for _ in 0..CALLS {
        let mut call = wire.call("AnalyzeDocument", &[]).await;
        call.send(framed(&long_request(LARGE / 8)), true);
        left.push(call.begun().await);
    }
    server.wait_for(&format!("mujaz_answers_left_total {CALLS}"));
    others_are_served(&server, "AnalyzeDocument").await;
    // What had come of them filled the window that all calls share.
    drop(left);
    let mut call = wire.call("ListTopics", &[]).await;
    call.send(&[0; 5][..], true);
    assert_eq!(call.status().await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_whose_answers_are_not_taken_is_reset() {
    let server = impatient();
    let wire = Wire::to(&server.process.address).await;
    let mut call = wire.call("StreamAnalyzeDocuments", &[]).await;
    for _ in 0..4 {
        call.send(framed(&long_request(LARGE / 8)), false);
    }
    let _left = call.begun().await;
    server.wait_for("mujaz_answers_left_total 1");
    others_are_served(&server, "StreamAnalyzeDocuments").await;
}

/// The answers of a stream take room while their client takes none of them:
/// those that find some are kept, the others made anew when it has come back.
#[tokio::test(flavor = "multi_thread")]
async fn answers_of_a_stream_take_room_until_they_are_taken() {
    const ROOM: usize = 1 << 20;
    const DOCUMENTS: usize = 8;
    const WINDOW: u32 = 64 << 10;
    let server = Observed::start(&["--threads", "2", "--max-in-flight-bytes", "1048576"]);
    let documents = (0..DOCUMENTS).map(|_| streamed(long_request(LARGE / 16)));
    let asked = tokio_stream::iter(documents.collect::<Vec<_>>());
    let endpoint = Endpoint::from_shared(format!("http://{}", server.process.address));
    let endpoint = endpoint.expect("a URL").initial_stream_window_size(WINDOW);
    let channel = endpoint.connect().await.expect("a connection");
    let mut client = AnalysisServiceClient::new(channel);
    let answers = client.stream_analyze_documents(asked).await;
    let mut answers = answers.expect("a stream").into_inner();
    // Each document is analysed once, those without room too.
    let page = server.wait_for(&format!(
        "mujaz_documents_by_language_total{{language=\"en\"}} {DOCUMENTS}"
    ));
    let most = figure(&page, "mujaz_request_bytes_held");
    assert!((ROOM / 2..=ROOM).contains(&most), "{most} bytes are held");
    for index in 0..DOCUMENTS {
        let answer = timeout(PATIENCE, answers.message()).await.expect("in time");
        let answer = answer.expect("in band").expect("one");
        assert_eq!(answer.index as usize, index);
        assert!(
            matches!(answer.outcome, Some(Outcome::Response(_))),
            "{index}"
        );
    }
    assert!(answers.message().await.expect("no error").is_none());
    let page = server.wait_for("mujaz_request_bytes_held 0");
    let analysed = "mujaz_documents_by_language_total{language=\"en\"} 8";
    assert!(
        !page.lines().any(|line| line == analysed),
        "none was made anew"
    );
    assert!(page.contains("mujaz_shed_total{by=\"room\"} 0"), "{page}");
}

/// Connects with a small buffer, so that little is held for the client.
async fn connect(server: &Observed) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4_096).expect("set");
    let address = server.process.address.parse().expect("an address");
    socket.connect(address).await.expect("a connection")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_of_http1_that_takes_nothing_is_cut() {
    let server = impatient();
    let body = json!({
        "document": {"text": long_text(LARGE)},
        "summaryOptions": {"includeAllSentences": true},
    })
    .to_string();
    let mut stream = connect(&server).await;
    let head = format!(
        "POST /v1/documents:analyze HTTP/1.1\r\nhost: test\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    stream.write_all(body.as_bytes()).await.expect("sent");
    server.wait_for("mujaz_connections_accepted_total 1");
    server.wait_for("mujaz_connections_open 0");
    others_are_served(&server, "AnalyzeDocument").await;
}

/// All windows of HTTP/2 are opened once the answer is there, but nothing more
/// is read from the socket.
#[tokio::test(flavor = "multi_thread")]
async fn a_connection_of_http2_that_takes_nothing_is_cut() {
    const WINDOW: u32 = 1 << 30;
    let server = impatient();
    let handshake = h2::client::Builder::new()
        .initial_window_size(0)
        .initial_connection_window_size(WINDOW)
        .handshake(connect(&server).await);
    let (mut requests, connection) = handshake.await.expect("HTTP/2");
    let mut connection = pin!(connection);
    let (answer, mut body) = requests
        .send_request(head("AnalyzeDocument", &[]), false)
        .expect("sent");
    let mut asked = long_request(LARGE);
    asked
        .summary_options
        .get_or_insert_default()
        .include_score_factors = true;
    body.send_data(framed(&asked), true).expect("sent");
    let _answer = tokio::select! {
        answer = answer => answer.expect("an answer"),
        ended = &mut connection => panic!("{ended:?}"),
    };
    connection
        .set_initial_window_size(WINDOW)
        .expect("the first");
    // Polled once to send that; what is not polled reads nothing.
    let polled = std::future::poll_fn(|context| Poll::Ready(connection.as_mut().poll(context)));
    assert!(polled.await.is_pending());
    server.wait_for("mujaz_connections_open 0");
    others_are_served(&server, "AnalyzeDocument").await;
}

#[tokio::test]
async fn an_answer_that_is_taken_slowly_comes_in_full() {
    let server = TestServer::with(ServerSettings {
        connections: ConnectionSettings {
            send_timeout: Duration::from_secs(2),
            ..ConnectionSettings::default()
        },
        ..ServerSettings::default()
    })
    .await;
    let wire = Wire::connect(&server).await;
    let mut call = wire.call("AnalyzeDocument", &[]).await;
    call.send(framed(&long_request(LARGE / 8)), true);
    let (mut body, _sending) = call.begun().await;
    let slowly = async {
        while let Some(data) = body.data().await {
            let length = data.expect("no reset").len();
            sleep(Duration::from_millis(100)).await;
            body.flow_control().release_capacity(length).expect("held");
        }
        body.trailers().await.expect("no reset").expect("trailers")
    };
    let trailers = timeout(PATIENCE, slowly).await.expect("in time");
    assert_eq!(trailers["grpc-status"], "0");
}
