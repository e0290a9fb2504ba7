//! Connections that misbehave, grow old or are too many.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use hyper_util::rt::TokioIo;
use mujaz::grpc::pb;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::server::ServerSettings;
use mujaz::server::connections::ConnectionSettings;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_stream::StreamExt as _;
use tonic::transport::{Channel, Endpoint, Uri};
use tower::service_fn;

use crate::harness::{PATIENCE, TestServer, request};
use crate::process::Process;
use crate::wire::framed;

/// What a client of HTTP/2 says first: the preface and empty settings.
pub(crate) const OPENING: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";

async fn server(connections: ConnectionSettings) -> TestServer {
    TestServer::with(ServerSettings {
        connections,
        ..ServerSettings::default()
    })
    .await
}

async fn connect(server: &TestServer) -> TcpStream {
    let address = server.url.trim_start_matches("http://");
    TcpStream::connect(address).await.expect("a connection")
}

/// Waits until the server has closed a connection.
async fn closed(stream: &mut TcpStream) {
    let reading = async {
        let mut bytes = [0; 1024];
        // A reset is an end as well.
        while stream.read(&mut bytes).await.is_ok_and(|read| read > 0) {}
    };
    timeout(PATIENCE, reading).await.expect("it is closed");
}

async fn answered(client: &mut AnalysisServiceClient<Channel>) {
    let call = client.analyze_document(request("A sentence."));
    let answer = timeout(PATIENCE, call).await.expect("in time");
    answer.expect("an answer");
}

#[tokio::test]
async fn clients_that_say_nothing_or_too_little_are_dropped_and_idle_ones_are_not() {
    let header_timeout = Duration::from_millis(300);
    let server = server(ConnectionSettings {
        header_timeout,
        ..ConnectionSettings::default()
    })
    .await;
    let mut idle = server.client().await;
    let mut silent = connect(&server).await;
    let mut slow = connect(&server).await;
    slow.write_all(&OPENING[..10]).await.expect("sent");
    let mut slow_http = connect(&server).await;
    let head = b"POST / HTTP/1.1\r\nhost: localhost\r\n";
    slow_http.write_all(head).await.expect("sent");
    for stream in [&mut silent, &mut slow, &mut slow_http] {
        closed(stream).await;
    }
    sleep(2 * header_timeout).await;
    answered(&mut idle).await;
}

/// Pools keep a connection for when they need it again.
#[tokio::test]
async fn an_idle_connection_of_http1_is_kept_as_long_as_one_of_http2_may_be_silent() {
    let server = server(ConnectionSettings {
        header_timeout: Duration::from_millis(200),
        keepalive_interval: Duration::from_millis(500),
        keepalive_timeout: Duration::from_millis(500),
        ..ConnectionSettings::default()
    })
    .await;
    let mut stream = connect(&server).await;
    for _ in 0..2 {
        let ask = b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n";
        stream.write_all(ask).await.expect("sent");
        let mut answer = vec![0; 4_096];
        let read = stream.read(&mut answer).await.expect("open");
        assert!(answer[..read].starts_with(b"HTTP/1.1 200 "));
        sleep(Duration::from_millis(500)).await;
    }
    closed(&mut stream).await;
}

#[tokio::test]
async fn a_connection_in_the_middle_of_a_frame_is_dropped_by_keepalive() {
    let server = server(ConnectionSettings {
        keepalive_interval: Duration::from_millis(200),
        keepalive_timeout: Duration::from_millis(200),
        ..ConnectionSettings::default()
    })
    .await;
    let mut live = server.client().await;
    let mut stuck = connect(&server).await;
    stuck.write_all(OPENING).await.expect("sent");
    // The head of HEADERS for stream 1, of which nothing follows: no answer
    // to a ping can come before the rest of it.
    stuck
        .write_all(b"\0\0\x40\x01\x04\0\0\0\x01")
        .await
        .expect("sent");
    closed(&mut stuck).await;
    answered(&mut live).await;
}

#[tokio::test]
async fn one_connection_too_many_is_closed_until_there_is_room() {
    let server = server(ConnectionSettings {
        max_connections: 2,
        ..ConnectionSettings::default()
    })
    .await;
    let mut first = server.client().await;
    answered(&mut first).await;
    let mut second = connect(&server).await;
    second.write_all(OPENING).await.expect("sent");
    second.read_u8().await.expect("it is served");
    closed(&mut connect(&server).await).await;
    answered(&mut first).await;
    drop(second);
    let room = async {
        while Endpoint::from_shared(server.url.clone())
            .expect("a URL")
            .connect()
            .await
            .is_err()
        {
            sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(PATIENCE, room).await.expect("there is room again");
}

/// Returns a channel and the number of connections that it has opened.
fn counting_channel(server: &TestServer) -> (Channel, Arc<AtomicUsize>) {
    let opened = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&opened);
    let connector = service_fn(move |uri: Uri| {
        count.fetch_add(1, Ordering::Relaxed);
        async move {
            let authority = uri.authority().expect("an address").to_string();
            TcpStream::connect(authority).await.map(TokioIo::new)
        }
    });
    let endpoint = Endpoint::from_shared(server.url.clone()).expect("a URL");
    (endpoint.connect_with_connector_lazy(connector), opened)
}

#[tokio::test]
async fn connections_grow_old_without_losing_a_call() {
    const CALLERS: usize = 4;
    const CALLS: usize = 400;
    let server = server(ConnectionSettings {
        max_age: Duration::from_millis(100),
        ..ConnectionSettings::default()
    })
    .await;
    let mut callers = tokio::task::JoinSet::new();
    for _ in 0..CALLERS {
        let (channel, opened) = counting_channel(&server);
        callers.spawn(async move {
            let mut client = AnalysisServiceClient::new(channel);
            for _ in 0..CALLS {
                answered(&mut client).await;
                sleep(Duration::from_millis(2)).await;
            }
            opened.load(Ordering::Relaxed)
        });
    }
    let opened = callers.join_all().await;
    assert!(opened.iter().all(|count| *count > 3), "{opened:?}");
}

#[tokio::test]
async fn the_grace_of_an_old_connection_ends_what_is_still_open() {
    let server = server(ConnectionSettings {
        max_age: Duration::from_millis(200),
        max_age_grace: Duration::from_millis(200),
        ..ConnectionSettings::default()
    })
    .await;
    let mut client = server.client().await;
    let endless = tokio_stream::pending::<pb::StreamAnalyzeDocumentsRequest>();
    let opened = client.stream_analyze_documents(endless).await;
    let mut answers = opened.expect("a stream").into_inner();
    let ended = timeout(PATIENCE, answers.next()).await.expect("it ends");
    assert!(matches!(ended, Some(Err(_))), "{ended:?}");
    answered(&mut client).await;
}

#[tokio::test]
async fn a_thousand_idle_connections_do_not_stall_the_others() {
    const IDLE: usize = 1_000;
    raise_file_limit();
    let server = server(ConnectionSettings::default()).await;
    let mut idle = Vec::with_capacity(IDLE);
    for _ in 0..IDLE {
        let mut stream = connect(&server).await;
        stream.write_all(OPENING).await.expect("sent");
        stream.read_u8().await.expect("it is served");
        idle.push(stream);
    }
    let mut client = server.client().await;
    for _ in 0..50 {
        answered(&mut client).await;
    }
    server.stop.cancel();
    let ended = timeout(PATIENCE, server.running).await.expect("it ends");
    ended.expect("no panic").expect("cleanly");
    for stream in &mut idle {
        closed(stream).await;
    }
}

#[tokio::test]
async fn a_lack_of_open_files_is_no_end() {
    const FILES: usize = 64;
    let process = Process::with_open_files(FILES);
    let mut held = Vec::new();
    for _ in 0..2 * FILES {
        // The system takes on what the program cannot accept yet.
        held.push(
            TcpStream::connect(&process.address)
                .await
                .expect("taken on"),
        );
    }
    process.wait_for("cannot accept connections");
    drop(held);
    let url = format!("http://{}", process.address);
    let endpoint = Endpoint::from_shared(url).expect("a URL");
    let connected = timeout(PATIENCE, endpoint.connect())
        .await
        .expect("in time");
    answered(&mut AnalysisServiceClient::new(
        connected.expect("accepted"),
    ))
    .await;
}

/// The test holds both ends of each connection.
pub(crate) fn raise_file_limit() {
    let limits = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limits.maximum,
        ..limits
    };
    setrlimit(Resource::Nofile, raised).expect("raised");
}

#[tokio::test]
async fn a_client_that_resets_a_thousand_calls_harms_nobody() {
    const RESETS: usize = 1_000;
    let server = server(ConnectionSettings::default()).await;
    let mut other = server.client().await;
    let mut left = RESETS;
    while left > 0 {
        left -= reset_calls(connect(&server).await, left).await;
        answered(&mut other).await;
    }
    server.stop.cancel();
    let ended = timeout(PATIENCE, server.running).await.expect("it ends");
    ended.expect("no panic").expect("cleanly");
}

/// Opens and resets calls until the server has had enough of the connection;
/// returns how many.
pub(crate) async fn reset_calls(stream: TcpStream, most: usize) -> usize {
    let (mut client, connection) = h2::client::handshake(stream).await.expect("HTTP/2");
    let mut connection = pin!(connection);
    for done in 0..most {
        let ready = tokio::select! {
            ready = std::future::poll_fn(|context| client.poll_ready(context)) => ready,
            _ = &mut connection => return done,
        };
        let call = http::Request::post("http://localhost/mujaz.v1.AnalysisService/AnalyzeDocument")
            .header("content-type", "application/grpc")
            .header("te", "trailers");
        let sent = client.send_request(call.body(()).expect("sound"), false);
        let (Ok(()), Ok((_, mut sending))) = (ready, sent) else {
            return done.max(1);
        };
        sending.send_reset(h2::Reason::CANCEL);
    }
    most
}

const DATA: u8 = 0x0;
const HEADERS: u8 = 0x1;
const PING: u8 = 0x6;
const GOAWAY: u8 = 0x7;
const WINDOW_UPDATE: u8 = 0x8;

async fn send(stream: &mut TcpStream, kind: u8, flags: u8, id: u8, payload: &[u8]) {
    let length = u8::try_from(payload.len()).expect("short");
    let head = [0, 0, length, kind, flags, 0, 0, 0, id];
    let frame = [&head, payload].concat();
    stream.write_all(&frame).await.expect("sent");
}

/// Reads up to the next frame of a kind and returns its payload.
async fn receive(stream: &mut TcpStream, wanted: u8) -> Vec<u8> {
    let reading = async {
        loop {
            let mut head = [0; 9];
            stream.read_exact(&mut head).await.expect("a frame");
            let [_, high, low, kind, ..] = head;
            let mut payload = vec![0; usize::from(high) << 8 | usize::from(low)];
            stream.read_exact(&mut payload).await.expect("a payload");
            if kind == wanted {
                return payload;
            }
        }
    };
    timeout(PATIENCE, reading).await.expect("in time")
}

/// The head of a call for one document, as HPACK has it.
fn head() -> Vec<u8> {
    let path = b"/mujaz.v1.AnalysisService/AnalyzeDocument";
    // POST, http, and then the path and the type of the content as literals.
    let mut head = vec![0x83, 0x86, 0x04, u8::try_from(path.len()).expect("short")];
    head.extend_from_slice(path);
    head.extend_from_slice(b"\x0f\x10\x10application/grpc");
    head
}

/// Clients answer the ping of a GOAWAY before they send what they had at hand:
/// h2 cut the connection, and with it all calls, for the window update of a
/// stream that it does not take on any more.
#[tokio::test]
async fn a_call_that_comes_too_late_does_not_end_those_before_it() {
    let server = server(ConnectionSettings {
        max_age: Duration::from_millis(200),
        ..ConnectionSettings::default()
    })
    .await;
    let mut stream = connect(&server).await;
    stream.write_all(OPENING).await.expect("sent");
    let head = head();
    send(&mut stream, HEADERS, 0x4, 1, &head).await;
    receive(&mut stream, GOAWAY).await;
    let ping = receive(&mut stream, PING).await;
    send(&mut stream, PING, 0x1, 0, &ping).await;
    send(&mut stream, HEADERS, 0x4, 3, &head).await;
    send(&mut stream, WINDOW_UPDATE, 0, 3, &[0, 0, 0, 5]).await;
    let last = receive(&mut stream, GOAWAY).await;
    assert_eq!(last, [0, 0, 0, 1, 0, 0, 0, 0], "the first call is the last");
    send(&mut stream, PING, 0, 0, b"in use? ").await;
    assert_eq!(receive(&mut stream, PING).await, b"in use? ");
}

/// Until a client has read that it should not call, it may: its call is waited
/// for as those before it.
#[tokio::test]
async fn a_call_on_its_way_when_the_server_stops_is_answered() {
    let server = TestServer::start().await;
    let mut stream = connect(&server).await;
    stream.write_all(OPENING).await.expect("sent");
    send(&mut stream, PING, 0, 0, b"open by ").await;
    receive(&mut stream, PING).await;
    server.stop.cancel();
    tokio::time::sleep(Duration::from_millis(300)).await;
    send(&mut stream, HEADERS, 0x4, 1, &head()).await;
    // Longer than the last bytes of other calls have.
    tokio::time::sleep(Duration::from_millis(700)).await;
    let message = framed(&request("A sentence."));
    send(&mut stream, DATA, 0x1, 1, &message).await;
    receive(&mut stream, HEADERS).await;
    receive(&mut stream, DATA).await;
}
