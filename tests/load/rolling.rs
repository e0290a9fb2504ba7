//! Deployments and crashes under callers that retry.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tonic::transport::Channel;

use crate::client::{self, Outcome};
use crate::documents::Requests;
use crate::fleet::{Fleet, Proxy};
use crate::{Target, scenario};

/// Attempts at a call and the pause after the first, which doubles: what a
/// `retryPolicy` of gRPC would say.
const ATTEMPTS: u32 = 5;
const BACKOFF: Duration = Duration::from_millis(50);
/// Pause of a caller between two calls, so that they go on all the while.
const PAUSE: Duration = Duration::from_millis(20);
/// Time before and after a server is killed.
const AROUND_KILL: Duration = Duration::from_secs(2);

/// What happens to the servers.
#[derive(Debug, Clone, Args)]
pub(crate) struct Plan {
    /// The proxy in front, from the system's packages
    #[arg(long)]
    proxy: Proxy,
    /// The server's program; default: `mujaz` beside the folder of this one
    #[arg(long)]
    program: Option<PathBuf>,
    /// Times that both servers are restarted
    #[arg(long, default_value_t = 10)]
    restarts: u32,
    /// Calls at least
    #[arg(long, default_value_t = 10_000)]
    count: u64,
}

impl Plan {
    fn program(&self) -> anyhow::Result<PathBuf> {
        if let Some(program) = &self.program {
            return Ok(program.clone());
        }
        let this = std::env::current_exe()?;
        let built = this.parent().and_then(|examples| examples.parent());
        Ok(built.context("no folder of programs")?.join("mujaz"))
    }
}

/// What became of the calls.
#[derive(Debug, Default)]
struct Tally {
    made: AtomicU64,
    /// Calls whose first attempt failed.
    retried: AtomicU64,
    /// Calls without an answer after all attempts.
    lost: AtomicU64,
}

impl Tally {
    fn tell(&self, when: &str) {
        println!(
            "{when}: {} calls, {} retried, {} lost",
            self.made.load(Ordering::Relaxed),
            self.retried.load(Ordering::Relaxed),
            self.lost.load(Ordering::Relaxed)
        );
    }
}

pub(crate) async fn run(target: Target, plan: Plan) -> anyhow::Result<ExitCode> {
    let mut fleet = Fleet::start(plan.program()?, plan.proxy).await?;
    let target = Target {
        address: Fleet::address(),
        ..target
    };
    let restarts = {
        let callers = Callers::start(&target).await?;
        for _ in 0..plan.restarts {
            fleet.roll().await?;
        }
        callers.stop_after(plan.count).await
    };
    restarts.tell("restarts");
    let kill = kill(&target, &mut fleet).await?;
    kill.tell("kill -9");
    // A caller has one call under way at a time.
    let under_way = target.in_flight as u64;
    let of = |count: &AtomicU64| count.load(Ordering::Relaxed);
    Ok(scenario::verdict(&[
        ("no call lost by restarts", of(&restarts.lost) == 0),
        (
            "the kill felt only by what was under way",
            of(&kill.retried) + of(&kill.lost) <= under_way,
        ),
    ]))
}

/// Kills one server under load and returns what became of the calls.
async fn kill(target: &Target, fleet: &mut Fleet) -> anyhow::Result<Arc<Tally>> {
    let callers = Callers::start(target).await?;
    sleep(AROUND_KILL).await;
    fleet.kill(0).await?;
    sleep(AROUND_KILL).await;
    let tally = callers.stop_after(0).await;
    fleet.start_again(0).await?;
    Ok(tally)
}

/// Callers that make one call after the other, with pauses.
struct Callers {
    loops: JoinSet<()>,
    tally: Arc<Tally>,
    stop: CancellationToken,
}

impl Callers {
    async fn start(target: &Target) -> anyhow::Result<Self> {
        let channels = client::connect(target).await?;
        let requests = Arc::new(Requests::new(&target.mix));
        let (tally, stop) = (Arc::<Tally>::default(), CancellationToken::new());
        let mut loops = JoinSet::new();
        for which in 0..target.in_flight {
            let caller = Caller {
                channel: channels[which % channels.len()].clone(),
                requests: Arc::clone(&requests),
                deadline: target.deadline,
                tally: Arc::clone(&tally),
            };
            loops.spawn(caller.go_on(stop.clone()));
        }
        Ok(Self { loops, tally, stop })
    }

    /// Stops when so many calls have been made and those under way have ended.
    async fn stop_after(self, count: u64) -> Arc<Tally> {
        while self.tally.made.load(Ordering::Relaxed) < count {
            sleep(PAUSE).await;
        }
        self.stop.cancel();
        self.loops.join_all().await;
        self.tally
    }
}

struct Caller {
    channel: Channel,
    requests: Arc<Requests>,
    deadline: Duration,
    tally: Arc<Tally>,
}

impl Caller {
    async fn go_on(self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let number = self.tally.made.fetch_add(1, Ordering::Relaxed);
            if !self.call(number).await {
                self.tally.lost.fetch_add(1, Ordering::Relaxed);
            }
            sleep(PAUSE).await;
        }
    }

    /// Makes a call, again if need be; tells whether it was answered.
    async fn call(&self, number: u64) -> bool {
        for attempt in 0..ATTEMPTS {
            let body = self.requests.get(number);
            match client::call(self.channel.clone(), body, self.deadline).await {
                Outcome::Answered => return true,
                Outcome::Refused | Outcome::Gone => {}
                other => {
                    println!("call {number}, attempt {attempt}: {other:?}");
                    return false;
                }
            }
            if attempt == 0 {
                self.tally.retried.fetch_add(1, Ordering::Relaxed);
            }
            sleep(BACKOFF * 2_u32.pow(attempt)).await;
        }
        false
    }
}
