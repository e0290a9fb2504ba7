//! A server on a free port, in this process, for one test.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use mujaz::admission::LoadLimits;
use mujaz::engine::{Engine, Limits};
use mujaz::grpc::pb;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::live::LiveEngine;
use mujaz::server::{self, ServerSettings};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tonic::transport::{Channel, Endpoint};

/// Longest that anything here may take; a test that hangs fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A running server.
pub(crate) struct TestServer {
    pub(crate) url: String,
    pub(crate) reload: watch::Sender<()>,
    pub(crate) stop: CancellationToken,
    pub(crate) running: JoinHandle<anyhow::Result<()>>,
}

impl TestServer {
    pub(crate) async fn start() -> Self {
        Self::with(ServerSettings::default()).await
    }

    /// Starts a server that holds at most so many bytes of requests.
    pub(crate) async fn with_room(max_in_flight_bytes: usize) -> Self {
        Self::with(ServerSettings {
            load: LoadLimits {
                max_in_flight_bytes,
                ..LoadLimits::default()
            },
            ..ServerSettings::default()
        })
        .await
    }

    pub(crate) async fn with(settings: ServerSettings) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let stop = CancellationToken::new();
        let requested = stop.clone().cancelled_owned();
        let (reload, reloads) = watch::channel(());
        let running = tokio::spawn(server::run(
            listener,
            settings,
            engine(),
            reloads,
            requested,
        ));
        Self {
            url,
            reload,
            stop,
            running,
        }
    }

    pub(crate) async fn channel(&self) -> Channel {
        let endpoint = Endpoint::from_shared(self.url.clone()).expect("a URL");
        endpoint.connect().await.expect("a connection")
    }

    pub(crate) async fn client(&self) -> AnalysisServiceClient<Channel> {
        AnalysisServiceClient::new(self.channel().await)
    }
}

/// The engine that all tests share: it holds no state of any document.
pub(crate) fn engine() -> Arc<LiveEngine> {
    static ENGINE: OnceLock<Arc<LiveEngine>> = OnceLock::new();
    let load = || Ok(Engine::builtin(Limits::default())?);
    let make = || Arc::new(LiveEngine::new(load).expect("sound"));
    Arc::clone(ENGINE.get_or_init(make))
}

/// Returns a path in `seeds/`.
pub(crate) fn seeds(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("seeds")
        .join(name)
}

/// Reads the documents of `seeds/documents.jsonl`.
pub(crate) fn documents() -> Vec<pb::Document> {
    let lines = std::fs::read_to_string(seeds("documents.jsonl")).expect("the file");
    lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("proto3 JSON"))
        .collect()
}

/// Makes a request of a text with all defaults.
pub(crate) fn request(text: &str) -> pb::AnalyzeDocumentRequest {
    pb::AnalyzeDocumentRequest {
        document: Some(pb::Document {
            text: text.to_owned(),
            ..pb::Document::default()
        }),
        ..pb::AnalyzeDocumentRequest::default()
    }
}

/// Runs the program with standard input.
pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mujaz"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // The program may end without reading its input.
    let _ = child.stdin.take().expect("piped").write_all(input);
    child.wait_with_output().expect("it ends")
}

/// Returns what a program wrote to standard error.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Makes a text of many sentences, about `bytes` long.
pub(crate) fn long_text(bytes: usize) -> String {
    /// Bytes of each sentence.
    const SENTENCE: usize = 39;
    let sentence = |number| {
        format!(
            "Sentence {number:05} is about thing {:02} here. ",
            number % 97
        )
    };
    (0..bytes / SENTENCE).map(sentence).collect()
}

/// Makes a request with long work and a long answer.
pub(crate) fn long_request(bytes: usize) -> pb::AnalyzeDocumentRequest {
    pb::AnalyzeDocumentRequest {
        summary_options: Some(pb::SummaryOptions {
            include_all_sentences: true,
            ..pb::SummaryOptions::default()
        }),
        ..request(&long_text(bytes))
    }
}
