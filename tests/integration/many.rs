//! Batches and streams: their share of the pool, and their pace.

use std::time::Duration;

use mujaz::grpc::pb;
use mujaz::server::ServerSettings;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use crate::harness::{PATIENCE, TestServer, long_request, long_text, request};
use crate::operators::{Observed, figure};

/// Bytes of a document whose answer is several times as long.
const LONG: usize = 100_000;

async fn one_thread() -> TestServer {
    TestServer::with(ServerSettings {
        threads: 1,
        ..ServerSettings::default()
    })
    .await
}

pub(crate) fn streamed(request: pb::AnalyzeDocumentRequest) -> pb::StreamAnalyzeDocumentsRequest {
    pb::StreamAnalyzeDocumentsRequest {
        document: request.document,
        summary_options: request.summary_options,
        classification_options: request.classification_options,
    }
}

#[tokio::test]
async fn a_batch_lets_others_have_their_turn() {
    let server = one_thread().await;
    let mut client = server.client().await;
    let batch = pb::BatchAnalyzeDocumentsRequest {
        requests: vec![request(&long_text(40_000)); 256],
    };
    let mut busy = server.client().await;
    let batch = tokio::spawn(async move { busy.batch_analyze_documents(batch).await });
    for _ in 0..10 {
        let single = client.analyze_document(request("A sentence.")).await;
        single.expect("an answer");
    }
    assert!(!batch.is_finished(), "the batch came first and ended first");
    let answer = batch.await.expect("no panic").expect("an answer");
    let indexes = answer.into_inner().results.into_iter().map(|one| one.index);
    assert!(indexes.eq(0..256));
}

#[tokio::test]
async fn a_stream_waits_for_a_client_that_does_not_read() {
    const MOST: u32 = 100;
    let server = one_thread().await;
    let (sender, receiver) = mpsc::channel(1);
    let mut answers = server
        .client()
        .await
        .stream_analyze_documents(ReceiverStream::new(receiver))
        .await
        .expect("a stream")
        .into_inner();
    let mut sent = 0;
    while sent < MOST {
        let asked = streamed(long_request(LONG));
        // Whoever is not read by the server for so long is held back by it.
        let taken = timeout(Duration::from_secs(3), sender.send(asked)).await;
        if taken.is_err() {
            break;
        }
        sent += 1;
    }
    assert!((8..MOST / 2).contains(&sent), "{sent} were read");
    drop(sender);
    for index in 0..sent {
        let answer = timeout(PATIENCE, answers.message()).await.expect("in time");
        assert_eq!(answer.expect("in band").expect("one").index, index);
    }
    assert!(answers.message().await.expect("no error").is_none());
}

/// No more documents are read ahead than the limits tell, and no more of them
/// wait for a thread than its share: the first are long, so that what is read
/// stays unanswered for a while.
#[tokio::test(flavor = "multi_thread")]
async fn a_stream_has_its_share_and_no_more() {
    const SHARE: usize = 2;
    let server = Observed::start(&["--threads", "1"]);
    let mut client = server.client().await;
    let info = client.get_service_info(pb::GetServiceInfoRequest {}).await;
    let limits = info.expect("an answer").into_inner().limits;
    let limit = limits.expect("limits").max_stream_in_flight as usize;
    let first = vec![streamed(request(&long_text(1_000_000))); SHARE];
    let rest = vec![streamed(request("A sentence.")); 3 * limit];
    let asked = tokio_stream::iter([first, rest].concat());
    let answers = client.stream_analyze_documents(asked).await;
    let mut answers = answers.expect("a stream").into_inner();
    let first = tokio::spawn(async move { answers.message().await.map(|_| answers) });
    let (mut most_held, mut most_waiting) = (0, 0);
    while !first.is_finished() {
        let page = server.ask("GET /metrics");
        most_held = most_held.max(figure(&page, "mujaz_requests_held"));
        most_waiting = most_waiting.max(figure(&page, "mujaz_work_waiting"));
    }
    assert_eq!(most_held, limit);
    assert!((1..=SHARE).contains(&most_waiting), "{most_waiting} waited");
    let answers = first.await.expect("no panic").expect("an answer");
    let rest: Vec<_> = answers.collect().await;
    assert_eq!(rest.len(), SHARE + 3 * limit - 1);
}

#[tokio::test]
async fn what_has_arrived_is_answered_in_a_drain() {
    let server = one_thread().await;
    let (sender, receiver) = mpsc::channel(32);
    for _ in 0..32 {
        let asked = streamed(request(&long_text(4_000)));
        sender.send(asked).await.expect("open");
    }
    let mut answers = server
        .client()
        .await
        .stream_analyze_documents(ReceiverStream::new(receiver))
        .await
        .expect("a stream")
        .into_inner();
    answers.message().await.expect("an answer").expect("one");
    // All have left the client, but most of them are not read by the service.
    while sender.capacity() < sender.max_capacity() {
        tokio::task::yield_now().await;
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    server.stop.cancel();
    let rest: Vec<_> = answers.collect().await;
    let indexes = rest
        .into_iter()
        .map(|answer| answer.expect("in band").index);
    assert!(indexes.eq(1..32));
    timeout(PATIENCE, server.running)
        .await
        .expect("it ends")
        .expect("no panic")
        .expect("cleanly");
}

/// The room is for less than two of the documents, and all are on their way.
#[tokio::test]
async fn streams_wait_for_room() {
    use pb::stream_analyze_documents_response::Outcome;
    let server = TestServer::with_room(1 << 20).await;
    let mut streams = JoinSet::new();
    for _ in 0..4 {
        let mut client = server.client().await;
        let documents = vec![streamed(request(&long_text(600_000))); 3];
        streams.spawn(async move {
            let answers = client.stream_analyze_documents(tokio_stream::iter(documents));
            let answers = answers.await.expect("a stream").into_inner();
            let answers: Vec<_> = answers.collect().await;
            let outcomes = answers.into_iter().map(|one| one.expect("one").outcome);
            outcomes
                .filter(|outcome| matches!(outcome, Some(Outcome::Response(_))))
                .count()
        });
    }
    let answered = timeout(PATIENCE, streams.join_all())
        .await
        .expect("in time");
    assert_eq!(answered, [3; 4]);
}
