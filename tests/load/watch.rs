//! What is watched beside the load: health checks and memory.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio_util::task::AbortOnDropHandle;
use tonic::transport::Endpoint;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;

use crate::Target;
use crate::report::Times;

/// Time between two health checks.
const INTERVAL: Duration = Duration::from_millis(10);

/// Asks for the health on a connection of its own until it is dropped; a
/// check that fails counts as one that took the longest time.
pub(crate) async fn health(
    target: &Target,
    times: Arc<Times>,
) -> anyhow::Result<AbortOnDropHandle<()>> {
    let endpoint = Endpoint::from_shared(format!("http://{}", target.address))?;
    let mut client = HealthClient::new(endpoint.connect().await?);
    let watch = async move {
        loop {
            let started = Instant::now();
            let checked = client.check(HealthCheckRequest::default()).await;
            times.record(checked.map_or(Duration::MAX, |_| started.elapsed()));
            tokio::time::sleep(INTERVAL).await;
        }
    };
    Ok(AbortOnDropHandle::new(tokio::spawn(watch)))
}

/// Tells the resident memory of the server, now and at most so far, in MiB.
pub(crate) fn memory(target: &Target, when: &str) {
    let Some(pid) = target.pid else {
        return;
    };
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let of = |name: &str| -> Option<u64> {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse().ok()
    };
    match (of("VmRSS:"), of("VmHWM:")) {
        (Some(now), Some(most)) => println!(
            "memory {when}: {} MiB, at most {} MiB so far",
            now / 1024,
            most / 1024
        ),
        _ => println!("memory {when}: process {pid} cannot be read"),
    }
}
