//! A new model comes into use while requests run.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mujaz::grpc::pb;
use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use tokio::sync::Barrier;
use tonic::transport::Channel;

use crate::harness::request;
use crate::process::Process;

/// Calls that run beside the reloads.
const CALLERS: usize = 8;

/// Trains a small model into a file.
fn train(version: &str, out: &Path) {
    let data = tempfile::NamedTempFile::new().expect("a file");
    let lines = [
        ("money", "The bank raised its interest rates again."),
        ("money", "Shares of the bank fell on the market."),
        ("games", "The team won the match by a late goal."),
        ("games", "A goal in the match made the team happy."),
    ];
    let lines: Vec<String> = lines
        .iter()
        .cycle()
        .take(12)
        .map(|(label, text)| format!("{{\"text\": \"{text}\", \"label\": \"{label}\"}}"))
        .collect();
    std::fs::write(data.path(), lines.join("\n")).expect("written");
    let done = Command::new(env!("CARGO_BIN_EXE_mujaz"))
        .args(["train", "--model-version", version, "--data"])
        .arg(data.path())
        .arg("--out")
        .arg(out)
        .output()
        .expect("it runs");
    assert!(done.status.success(), "{done:?}");
}

async fn pipeline(client: &mut AnalysisServiceClient<Channel>) -> pb::Pipeline {
    let info = client.get_service_info(pb::GetServiceInfoRequest {}).await;
    info.expect("info")
        .into_inner()
        .pipeline
        .expect("a pipeline")
}

/// Calls without a pause until told to stop, waiting once for the others to have begun; returns
/// the digests in order, each once.
async fn keep_calling(
    mut client: AnalysisServiceClient<Channel>,
    begun: Arc<Barrier>,
    stop: Arc<AtomicBool>,
) -> Vec<String> {
    let mut digests = Vec::new();
    loop {
        // The last call begins when it is time to stop.
        let last = stop.load(Ordering::Relaxed);
        let answer = client
            .analyze_document(request("The bank raised its rates. Shares fell."))
            .await
            .expect("never refused");
        let digest = answer.into_inner().pipeline.expect("a pipeline").digest;
        let is_first = digests.is_empty();
        if digests.last() != Some(&digest) {
            digests.push(digest);
        }
        if is_first {
            begun.wait().await;
        }
        if last {
            return digests;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hangup_brings_a_new_model_into_use_and_drops_no_call() {
    let folder = tempfile::tempdir().expect("a folder");
    let model = folder.path().join("in-use.model");
    let name = model.to_str().expect("UTF-8");
    train("one", &model);
    let process = Process::start(&["--model", name]);
    let channel = Channel::from_shared(format!("http://{}", process.address))
        .expect("a URL")
        .connect()
        .await
        .expect("connected");
    let mut client = AnalysisServiceClient::new(channel);
    let first = pipeline(&mut client).await;
    assert_eq!(first.model_version, "one");

    let stop = Arc::new(AtomicBool::new(false));
    let begun = Arc::new(Barrier::new(CALLERS + 1));
    let call = |_| keep_calling(client.clone(), Arc::clone(&begun), Arc::clone(&stop));
    let callers: Vec<_> = (0..CALLERS).map(call).map(tokio::spawn).collect();
    begun.wait().await;

    std::fs::write(&model, b"MUJAZMDL but damaged").expect("written");
    process.signal("-HUP");
    let entry = process.wait_for("reload failed, the old engine stays in use");
    let error = entry["error"].as_str().expect("a reason");
    assert!(error.contains(name) && error.contains("format"), "{error}");
    assert_eq!(entry["level"], "ERROR");
    assert_eq!(pipeline(&mut client).await, first);

    train("two", &model);
    process.signal("-HUP");
    let entry = process.wait_for("engine reloaded");
    let second = pipeline(&mut client).await;
    assert_eq!(second.model_version, "two");
    assert_eq!(entry["digest"], second.digest);
    assert_ne!(first.digest, second.digest);

    stop.store(true, Ordering::Relaxed);
    for caller in callers {
        let digests = caller.await.expect("no call failed");
        assert_eq!(digests, [first.digest.clone(), second.digest.clone()]);
    }
    process.signal("-TERM");
}

/// Runs `mujaz topics` with a model, and returns what it complains of.
fn complaint(model: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_mujaz"))
        .args(["topics", "--model"])
        .arg(model)
        .output()
        .expect("it runs");
    assert!(!output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_pipe_in_place_of_a_file_holds_nothing_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let [model, pipe, link] = ["file", "pipe", "link"].map(|name| folder.path().join(name));
    train("one", &model);
    std::os::unix::fs::symlink(&model, &link).expect("a link");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("it runs").success());
    let told = complaint(&pipe);
    assert!(
        told.contains("not a regular file") && told.contains("pipe"),
        "{told}"
    );

    let taxonomy = folder.path().join("house.toml");
    std::fs::write(&taxonomy, "version = \"1\"\n[[topics]]\nid = \"money\"\n").expect("written");
    let [link, name] = [&link, &taxonomy].map(|path| path.to_str().expect("UTF-8"));
    let process = Process::start(&["--model", link, "--taxonomy", name]);
    for replaced in [&model, &taxonomy] {
        let kept = std::fs::read(replaced).expect("a file");
        std::fs::remove_file(replaced).expect("removed");
        std::fs::rename(&pipe, replaced).expect("replaced");
        process.signal("-HUP");
        let entry = process.wait_for("reload failed, the old engine stays in use");
        let error = entry["error"].as_str().expect("a reason");
        assert!(error.contains("not a regular file"), "{error}");
        std::fs::rename(replaced, &pipe).expect("put back");
        std::fs::write(replaced, kept).expect("written");
        process.signal("-HUP");
        process.wait_for("engine reloaded");
    }
    process.signal("-TERM");
}

/// Read as a whole it would take all memory.
#[test]
fn a_wrong_file_of_any_size_is_told_from_its_first_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let model = folder.path().join("zeros");
    let file = std::fs::File::create(&model).expect("a file");
    file.set_len(1 << 40).expect("a file with a hole");
    let told = complaint(&model);
    assert!(told.contains("not a model file"), "{told}");
}
