//! What is small and becomes large, a gibibyte of zeros or a list of millions
//! of nothing: refused before it is held.

use std::fs;
use std::io::Write as _;

use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::harness::{PATIENCE, request};
use crate::operators::Observed;
use crate::process::Process;
use crate::wire::Wire;

const GIB: usize = 1 << 30;
const MIB: usize = 1 << 20;
/// Bombs that go off at once.
const AT_ONCE: usize = 4;
/// Most memory that those may take: each is read up to the limit, 33 MiB or 66
/// of JSON, in a buffer that doubles. A single bomb in full is twice as much.
const MOST_GROWTH: usize = GIB / 2;

/// Compresses a mebibyte so that its blocks stand for themselves, and repeats
/// them.
fn gzip() -> Vec<u8> {
    let mut encoder: GzEncoder<Vec<u8>> = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.flush().expect("in memory");
    let mut bomb = encoder.get_ref().clone();
    encoder.write_all(&vec![0; MIB]).expect("in memory");
    encoder.flush().expect("in memory");
    let block = encoder.get_ref()[bomb.len()..].to_vec();
    for _ in 0..GIB / MIB {
        bomb.extend_from_slice(&block);
    }
    bomb
}

/// Writes a frame of blocks that repeat one byte (RFC 8878, section 3.1.1).
fn zstd() -> Vec<u8> {
    const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
    /// No checksum, no size; a window of 128 KiB.
    const HEADER: [u8; 2] = [0, 7 << 3];
    const BLOCK: usize = 128 << 10;
    const REPEATS: usize = 1 << 1;
    let mut bomb = [&MAGIC[..], &HEADER].concat();
    for left in (0..GIB / BLOCK).rev() {
        let header = BLOCK << 3 | REPEATS | usize::from(left == 0);
        bomb.extend_from_slice(&header.to_le_bytes()[..3]);
        bomb.push(0);
    }
    bomb
}

/// Sends a message in a coding and returns the status of the call.
async fn status(server: &Observed, method: &str, coding: &str, message: &[u8]) -> String {
    let wire = Wire::to(&server.process.address).await;
    let mut call = wire.call(method, &[("grpc-encoding", coding)]).await;
    let length = u32::try_from(message.len()).expect("small");
    call.send([&[1][..], &length.to_be_bytes(), message].concat(), true);
    call.status().await
}

async fn post(server: &Observed, method: &str, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(&server.process.address)
        .await
        .expect("a connection");
    let head = format!(
        "POST /v1/documents:{method} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-encoding: gzip\r\n\
         content-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    stream.write_all(body).await.expect("sent");
    let mut answer = String::new();
    let reading = stream.read_to_string(&mut answer);
    timeout(PATIENCE, reading)
        .await
        .expect("in time")
        .expect("an answer");
    answer
}

/// Returns the most memory that a process has ever held, in bytes.
fn most_memory(process: &Process) -> usize {
    let path = format!("/proc/{}/status", process.child.id());
    let status = fs::read_to_string(path).expect("a running process");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.expect("told").trim().trim_end_matches(" kB");
    kib.parse::<usize>().expect("a number") << 10
}

#[tokio::test]
async fn bombs_are_refused_and_others_answered_meanwhile() {
    // JSON may be twice as long as a message, 66 MiB, and takes room for it
    // while it is read: here that much is left for others.
    let server = Observed::start(&["--max-in-flight-bytes", "268435456"]);
    let mut client = server.client().await;
    client
        .analyze_document(request("A sentence."))
        .await
        .expect("an answer");
    let before = most_memory(&server.process);
    let (gzip, zstd) = (gzip(), zstd());
    assert!(gzip.len() < 2 * MIB && zstd.len() < 2 * MIB);
    let bombs = async {
        for (coding, bomb) in [("gzip", &gzip), ("zstd", &zstd)] {
            let calls = (0..AT_ONCE).map(|_| status(&server, "AnalyzeDocument", coding, bomb));
            for told in futures_util::future::join_all(calls).await {
                assert_eq!(told, "3", "{coding}");
            }
        }
        for _ in 0..AT_ONCE {
            let answer = post(&server, "analyze", &gzip).await;
            assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
            assert!(answer.contains("MESSAGE_TOO_LARGE"), "{answer}");
        }
    };
    let mut bombs = std::pin::pin!(bombs);
    let mut answered = 0;
    loop {
        tokio::select! {
            () = &mut bombs => break,
            answer = client.analyze_document(request("A sentence.")) => {
                answer.expect("an answer");
                answered += 1;
            }
        }
    }
    let growth = most_memory(&server.process) - before;
    println!(
        "bombs: {answered} others answered, memory grew by {} MiB",
        growth / MIB
    );
    assert!(answered > 0);
    assert!(growth < MOST_GROWTH, "{growth} bytes");
}

/// Two bytes of a message, or three of JSON, that take hundreds once they are
/// decoded.
#[tokio::test]
async fn lists_of_millions_of_nothing_are_refused_before_they_are_decoded() {
    const MILLIONS: usize = 15 << 20;
    let server = Observed::start(&["--max-in-flight-bytes", "268435456"]);
    let compressed = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).expect("in memory");
        encoder.finish().expect("in memory")
    };
    let before = most_memory(&server.process);
    // Field 1 of a batch, its requests, with a length of 0.
    let requests = b"\x0a\x00".repeat(MILLIONS);
    let told = status(
        &server,
        "BatchAnalyzeDocuments",
        "gzip",
        &compressed(&requests),
    )
    .await;
    assert_eq!(told, "3");
    let json = format!("{{\"requests\":[{}{{}}]}}", "{},".repeat(MILLIONS));
    let answer = post(&server, "batchAnalyze", &compressed(json.as_bytes())).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("max_fields"), "{answer}");
    let growth = most_memory(&server.process) - before;
    println!("lists of nothing: memory grew by {} MiB", growth / MIB);
    assert!(growth < MOST_GROWTH, "{growth} bytes");
}
