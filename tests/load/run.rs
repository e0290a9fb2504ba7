//! Runs: a closed loop and an open one.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tonic::transport::Channel;

use crate::client::{self, Outcome};
use crate::documents::Requests;
use crate::report::{Counts, Report, Times};
use crate::watch::Cpu;
use crate::{Bounds, Target, watch};

/// Calls of an open loop that may be under way; more are not sent.
const MOST_UNDER_WAY: usize = 8_000;
/// An open loop wakes up this often and catches up.
const TICK: Duration = Duration::from_millis(1);

/// A run in progress.
struct Run {
    channels: Vec<Channel>,
    requests: Requests,
    deadline: Duration,
    counts: Mutex<Counts>,
    times: Arc<Times>,
    next: AtomicU64,
    own_cpu: Cpu,
    server_cpu: Option<Cpu>,
}

impl Run {
    async fn new(target: &Target) -> anyhow::Result<Arc<Self>> {
        Ok(Arc::new(Self {
            channels: client::connect(target).await?,
            requests: Requests::new(&target.mix),
            deadline: target.deadline,
            counts: Mutex::default(),
            times: Arc::new(Times::new()?),
            next: AtomicU64::new(0),
            own_cpu: Cpu::of(None),
            server_cpu: target.pid.map(|pid| Cpu::of(Some(pid))),
        }))
    }

    /// Makes the call of a number.
    async fn call(&self, number: u64) {
        let at = usize::try_from(number).unwrap_or(0) % self.channels.len();
        let started = Instant::now();
        let body = self.requests.get(number);
        let outcome = client::call(self.channels[at].clone(), body, self.deadline).await;
        if outcome == Outcome::Answered {
            self.times.record(started.elapsed());
        }
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.add(outcome);
    }

    /// Makes calls one after the other.
    async fn follow(self: Arc<Self>, end: Instant, count: u64) {
        while Instant::now() < end {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return;
            }
            self.call(number).await;
        }
    }

    /// Reports on the calls that have ended.
    fn report(&self, health: Arc<Times>, time: Duration, unsent: u64) -> Report {
        Report {
            counts: *self.counts.lock().unwrap_or_else(PoisonError::into_inner),
            time,
            answers: Arc::clone(&self.times),
            health,
            unsent,
            own_cpu: self.own_cpu.taken(),
            server_cpu: self.server_cpu.as_ref().and_then(Cpu::taken),
        }
    }
}

/// Keeps `in_flight` calls under way.
pub(crate) async fn closed(target: &Target, bounds: Bounds) -> anyhow::Result<Report> {
    let run = Run::new(target).await?;
    let health = Arc::new(Times::new()?);
    let watched = watch::health(target, Arc::clone(&health)).await?;
    let started = Instant::now();
    let mut loops = JoinSet::new();
    for _ in 0..target.in_flight {
        loops.spawn(Arc::clone(&run).follow(started + bounds.duration, bounds.count));
    }
    loops.join_all().await;
    let time = started.elapsed();
    drop(watched);
    Ok(run.report(health, time, 0))
}

/// Makes `rate` calls a second; those under way at the end are not waited
/// for.
pub(crate) async fn open(target: &Target, rate: f64, bounds: Bounds) -> anyhow::Result<Report> {
    let run = Run::new(target).await?;
    let health = Arc::new(Times::new()?);
    let watched = watch::health(target, Arc::clone(&health)).await?;
    let under_way = Arc::new(Semaphore::new(MOST_UNDER_WAY));
    let started = Instant::now();
    let (mut number, mut unsent) = (0, 0);
    let mut ticks = tokio::time::interval(TICK);
    while started.elapsed() < bounds.duration && number < bounds.count {
        ticks.tick().await;
        let due = due(rate, started.elapsed()).min(bounds.count);
        for number in number..due {
            let Ok(place) = Arc::clone(&under_way).try_acquire_owned() else {
                unsent += 1;
                continue;
            };
            let run = Arc::clone(&run);
            tokio::spawn(async move {
                run.call(number).await;
                drop(place);
            });
        }
        number = number.max(due);
    }
    let time = started.elapsed();
    drop(watched);
    Ok(run.report(health, time, unsent))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of calls, far below 2^53"
)]
fn due(rate: f64, time: Duration) -> u64 {
    (rate * time.as_secs_f64()) as u64
}
