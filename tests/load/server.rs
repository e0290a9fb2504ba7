//! A server that the generator starts itself.

use std::ffi::OsStr;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};
use tonic::transport::Endpoint;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

/// Longest that a server may take to start or to end.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);
/// Longest that one question whether it is ready takes.
const ASKING: Duration = Duration::from_secs(1);
const POLL: Duration = Duration::from_millis(20);

/// Starts a server and waits until it is ready; it is killed when it is
/// dropped. `command` is the program, or what leads to it.
pub(crate) async fn start(
    mut command: Command,
    address: SocketAddr,
    options: &[&str],
) -> anyhow::Result<Child> {
    command.args(["serve", "--listen", &address.to_string()]);
    command.args(options);
    command.stderr(Stdio::null()).kill_on_drop(true);
    let server = command.spawn();
    let server = server.with_context(|| format!("cannot start {:?}", command.as_std()))?;
    ready(address).await?;
    Ok(server)
}

/// Waits until whoever listens at an address is ready.
pub(crate) async fn ready(address: SocketAddr) -> anyhow::Result<()> {
    let endpoint = Endpoint::from_shared(format!("http://{address}"))?
        .connect_timeout(ASKING)
        .timeout(ASKING);
    let asked = async {
        while !is_ready(&endpoint).await {
            sleep(POLL).await;
        }
    };
    if timeout(PATIENCE, asked).await.is_err() {
        bail!("nobody is ready at {address}");
    }
    Ok(())
}

async fn is_ready(endpoint: &Endpoint) -> bool {
    let Ok(channel) = endpoint.connect().await else {
        return false;
    };
    let mut client = HealthClient::new(channel);
    let answer = client.check(HealthCheckRequest::default());
    answer
        .await
        .is_ok_and(|answer| answer.into_inner().status == i32::from(ServingStatus::Serving))
}

/// Returns the command that runs a program on the cores from `first` to
/// `last`.
pub(crate) fn on_cores(program: &Path, first: usize, last: usize) -> Command {
    let mut command = Command::new("taskset");
    command.args([OsStr::new("-c"), list(first, last).as_ref()]);
    command.arg(program);
    command
}

/// Moves this process to the cores from `first` to `last`.
pub(crate) async fn move_to_cores(first: usize, last: usize) -> anyhow::Result<()> {
    let mut command = Command::new("taskset");
    command.args(["-a", "-c", "-p", &list(first, last)]);
    command.arg(std::process::id().to_string());
    let moved = command.stdout(Stdio::null()).status().await;
    if !moved.context("cannot run taskset")?.success() {
        bail!("cannot move to cores {first} to {last}");
    }
    Ok(())
}

fn list(first: usize, last: usize) -> String {
    format!("{first}-{last}")
}
