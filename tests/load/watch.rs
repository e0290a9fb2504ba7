//! What is watched beside the load: health checks, memory and time of the CPU.

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

/// Unit of times in `/proc`, which Linux gives in hundredths of a second.
const TICKS_PER_SECOND: f64 = 100.0;

/// Time of the CPU that a process takes, from one moment on.
pub(crate) struct Cpu {
    process: String,
    before: Option<f64>,
}

impl Cpu {
    /// Begins to watch a process, this one by default.
    pub(crate) fn of(process: Option<u32>) -> Self {
        let process = process.map_or_else(|| "self".to_owned(), |process| process.to_string());
        Self {
            before: cpu_seconds(&process),
            process,
        }
    }

    /// Returns the seconds that it has taken since then; `None` where that
    /// cannot be read.
    pub(crate) fn taken(&self) -> Option<f64> {
        Some(cpu_seconds(&self.process)? - self.before?)
    }
}

/// Reads the time in user and kernel mode from `proc_pid_stat(5)`.
fn cpu_seconds(process: &str) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name before may hold blanks and parentheses itself.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11);
    let mut ticks = || times.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS_PER_SECOND)
}
