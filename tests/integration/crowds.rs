//! Crowds of clients that misbehave, against the program itself: its memory
//! must not grow from one crowd to the next.

use std::time::Instant;

use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use rustix::process::{Resource, getrlimit};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tonic::transport::Channel;

use crate::connections::{OPENING, raise_file_limit, reset_calls};
use crate::harness::{PATIENCE, request};
use crate::operators::Observed;
use crate::wire::{SERVICE, Wire, announced, compressed};

/// Connections that say hello and nothing more.
const IDLE: usize = 5_000;
/// Files that a process has open beside them.
const OTHER_FILES: usize = 500;
/// Calls reset, and connections.
const RESETS: usize = 1_000;
/// Calls that never end, on connections of so many each: more than the server
/// has places for, and with more in them than it has room for.
const HALF_OPEN: usize = 1_200;
const HALF_OPEN_EACH: usize = 100;
/// Bytes of their messages.
const MESSAGE: usize = 1_000_000;
/// Most memory with those, in bytes: a crowd of idle ones may have left 250 MiB
/// behind, and their messages alone would be 1.2 GB.
const MOST: i64 = 512 << 20;
/// Clients that send the head of a request byte by byte, and never end it.
const SLOW: usize = 200;
/// What a crowd may leave behind: the allocator keeps up to 30 MiB. A crowd that
/// stays takes more than 100.
const SLACK: i64 = 48 << 20;

struct Crowds {
    server: Observed,
    client: AnalysisServiceClient<Channel>,
}

impl Crowds {
    async fn start() -> Self {
        let server = Observed::start(&["--header-timeout", "2s"]);
        let client = server.client().await;
        Self { server, client }
    }

    async fn connect(&self) -> TcpStream {
        let connected = TcpStream::connect(&self.server.process.address);
        connected.await.expect("a connection")
    }

    async fn others_are_answered(&mut self) {
        let call = self.client.analyze_document(request("A sentence."));
        let answer = timeout(PATIENCE, call).await.expect("in time");
        answer.expect("an answer");
    }

    fn memory(&self) -> i64 {
        let page = self.server.ask("GET /metrics");
        let name = "process_resident_memory_bytes ";
        let line = page.lines().find_map(|line| line.strip_prefix(name));
        let bytes: f64 = line.expect("told").parse().expect("a number");
        format!("{bytes:.0}").parse().expect("whole")
    }

    /// Waits until only the connection of the others is open.
    fn gone(&self) {
        self.server.wait_for("mujaz_connections_open 1");
    }

    async fn idle(&mut self, count: usize) -> i64 {
        let mut idle = Vec::with_capacity(count);
        for _ in 0..count {
            let mut stream = self.connect().await;
            stream.write_all(OPENING).await.expect("sent");
            stream.read_u8().await.expect("it is served");
            idle.push(stream);
        }
        self.others_are_answered().await;
        let memory = self.memory();
        drop(idle);
        self.gone();
        memory
    }

    async fn reset(&mut self) {
        let mut left = RESETS;
        while left > 0 {
            left -= reset_calls(self.connect().await, left).await;
        }
        let mut cut = Vec::with_capacity(RESETS);
        for _ in 0..RESETS {
            let mut stream = self.connect().await;
            stream.write_all(OPENING).await.expect("sent");
            stream.set_zero_linger().expect("set");
            cut.push(stream);
        }
        drop(cut);
        self.others_are_answered().await;
        self.gone();
    }

    /// Opens calls and sends the same beginning of each: they hold next to
    /// nothing, and nobody up.
    async fn half_open(&mut self, method: &str, headers: &[(&str, &str)], beginning: &[u8]) {
        let mut open = Vec::with_capacity(HALF_OPEN);
        for _ in 0..HALF_OPEN / HALF_OPEN_EACH {
            let wire = Wire::to(&self.server.process.address).await;
            for _ in 0..HALF_OPEN_EACH {
                let mut call = wire.call(method, headers).await;
                call.send(beginning.to_vec(), false);
                open.push(call);
            }
        }
        self.server.wait_for(&format!(
            "mujaz_calls_in_flight{{rpc_method=\"{SERVICE}/{method}\"}} {HALF_OPEN}"
        ));
        self.others_are_answered().await;
        let memory = self.memory();
        assert!(memory < MOST, "{memory} bytes with {method} half open");
        drop(open);
        self.gone();
    }

    /// The header timeout ends what would last for ever.
    async fn slow(&mut self) {
        let mut slow = JoinSet::new();
        for _ in 0..SLOW {
            let mut stream = self.connect().await;
            slow.spawn(async move {
                let head = b"POST /v1/documents:analyze HTTP/1.1\r\nhost: a\r\n";
                for byte in head.iter().chain(std::iter::repeat(&b'x')) {
                    if stream.write_all(&[*byte]).await.is_err() {
                        return;
                    }
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                }
            });
        }
        self.others_are_answered().await;
        timeout(PATIENCE, slow.join_all()).await.expect("cut off");
        self.gone();
    }

    /// Returns the memory once it is at most so much, or will not be: the
    /// allocator gives pages back when it is called again.
    async fn settled(&mut self, most: i64) -> i64 {
        let started = Instant::now();
        loop {
            self.others_are_answered().await;
            let memory = self.memory();
            if memory <= most || started.elapsed() > PATIENCE {
                return memory;
            }
        }
    }

    async fn all(&mut self, idle: usize) -> i64 {
        let with_idle = self.idle(idle).await;
        self.reset().await;
        let half = [&announced(MESSAGE)[..], b"half"].concat();
        self.half_open("AnalyzeDocument", &[], &half).await;
        let gzip = [("grpc-encoding", "gzip")];
        let whole = compressed(&request(&"word ".repeat(MESSAGE / 5)));
        self.half_open("AnalyzeDocument", &gzip, &whole).await;
        self.half_open("ListTopics", &gzip, &whole).await;
        self.slow().await;
        with_idle
    }
}

/// Returns how many connections this process may hold.
fn idle_within_limit() -> usize {
    raise_file_limit();
    let most = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let idle = IDLE.min(most.saturating_sub(OTHER_FILES));
    if idle < IDLE {
        eprintln!("!! SKIPPED: {IDLE} idle connections, {most} files may be open; {idle} tried");
    }
    idle
}

#[tokio::test(flavor = "multi_thread")]
async fn crowds_leave_no_memory_behind_and_stall_nobody() {
    const MIB: i64 = 1 << 20;
    let idle = idle_within_limit();
    let mut crowds = Crowds::start().await;
    crowds.others_are_answered().await;
    let start = crowds.memory();
    crowds.all(idle).await;
    let first = crowds.settled(start + SLACK).await;
    let with_idle = crowds.all(idle).await;
    let second = crowds.settled(first + SLACK).await;
    println!(
        "memory: {} MiB at the start, {} after a crowd, {} after the next, {} with {idle} idle",
        start / MIB,
        first / MIB,
        second / MIB,
        with_idle / MIB
    );
    assert!(first <= start + SLACK, "{start} to {first} bytes");
    assert!(second <= first + SLACK, "{first} to {second} bytes");
}
