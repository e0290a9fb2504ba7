//! The server: from a bound listener to a finished drain.

mod admin;
mod connection;
pub mod connections;
mod health;
mod heard;
mod late;
mod pauses;
mod reloadable;
mod routes;
pub mod secrets;
mod taken;
mod timed;
pub mod tls;
mod turn;

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::{AbortOnDropHandle, TaskTracker};
use tonic_health::ServingStatus;
use tonic_health::server::HealthReporter;

use crate::admission::{Admission, LoadLimits};
use crate::grpc::layers::admission::AdmissionLayer;
use crate::grpc::layers::deadline::DeadlineLayer;
use crate::grpc::layers::identity::IdentityLayer;
use crate::grpc::layers::in_flight::InFlightLayer;
use crate::grpc::message::Shapes;
use crate::grpc::pb::analysis_service_server::SERVICE_NAME;
use crate::grpc::service::{Service, WireLimits};
use crate::http::{WebLayers, WebSettings};
use crate::live::LiveEngine;
use crate::worker::Worker;
use admin::{Admin, Readiness};
use connections::ConnectionSettings;
use routes::Around;
use secrets::{SecretSettings, Secrets};

/// Health name of "the runtime answers", whatever the state of the service.
pub const LIVENESS: &str = "liveness";

/// Time for the last bytes of the last answers to leave, after which open
/// connections (a `Watch`, a silent client) no longer hold up the exit.
const FLUSH_TIME: Duration = Duration::from_millis(500);

/// How a server behaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerSettings {
    /// What a batch may hold.
    pub limits: WireLimits,
    /// Threads of the CPU pool, 0 for one a core.
    pub threads: usize,
    /// What is taken on at once.
    pub load: LoadLimits,
    /// What web pages may do.
    pub web: WebSettings,
    /// Time between the first sign of stopping and the end of accepting, for
    /// load balancers to notice.
    pub drain_delay: Duration,
    /// Longest wait for what is in flight.
    pub drain_timeout: Duration,
    /// How connections are held.
    pub connections: ConnectionSettings,
    /// Certificates and tokens.
    pub secrets: SecretSettings,
}

impl Default for ServerSettings {
    fn default() -> Self {
        Self {
            limits: WireLimits::default(),
            threads: 0,
            load: LoadLimits::default(),
            web: WebSettings::default(),
            drain_delay: Duration::ZERO,
            drain_timeout: Duration::from_secs(30),
            connections: ConnectionSettings::default(),
            secrets: SecretSettings::default(),
        }
    }
}

/// The sockets of a server.
#[derive(Debug)]
pub struct Listeners {
    /// For calls.
    pub service: TcpListener,
    /// For operators: figures and probes over HTTP; nothing is counted
    /// without it.
    pub admin: Option<TcpListener>,
}

impl From<TcpListener> for Listeners {
    fn from(service: TcpListener) -> Self {
        Self {
            service,
            admin: None,
        }
    }
}

/// Serves on `listeners` until `shutdown` ends, then drains.
///
/// Draining: health says `NOT_SERVING` at once; after `drain_delay` no new
/// connection is taken; calls in flight finish, for at most `drain_timeout`,
/// after which they are told to be made again. It ends even when clients hold
/// connections open.
///
/// Whenever `reload` changes, engine, certificates and tokens are loaded anew;
/// the latter two also when their files change.
///
/// # Errors
/// When the pool cannot start or certificates or tokens cannot be used.
pub async fn run(
    listeners: impl Into<Listeners>,
    settings: ServerSettings,
    engine: Arc<LiveEngine>,
    reload: watch::Receiver<()>,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let Listeners { service, admin } = listeners.into();
    let load = settings.load;
    let worker = Worker::new(settings.threads, load.queue_time).context("cannot start the pool")?;
    let admission = Admission::new(&load, Arc::clone(worker.backlog()));
    let ready = Readiness::default();
    let _operators = admin
        .map(|listener| {
            let admin = Admin::new(Arc::clone(&engine), ready.clone(), admission.clone());
            admin.map(|admin| AbortOnDropHandle::new(tokio::spawn(admin.serve(listener))))
        })
        .transpose()?;
    let (health, health_service) = health::reported();
    announce(&health, &ready, false).await;
    health
        .set_service_status(LIVENESS, ServingStatus::Serving)
        .await;

    let drain = CancellationToken::new();
    let in_flight = TaskTracker::new();
    let give_up = CancellationToken::new();
    let secrets = Secrets::load(&settings.secrets, &reload)?;
    let analysis = Service::new(
        Arc::clone(&engine),
        worker,
        settings.limits,
        load,
        drain.clone(),
    );
    let max_text = engine.current().limits().max_text_bytes;
    let largest = settings.limits.message(max_text);
    let routes = routes::routes(largest.bytes, analysis, health_service)?;
    tokio::spawn(
        drain
            .clone()
            .run_until_cancelled_owned(engine.follow(reload)),
    );
    let web = WebLayers::new(&settings.web, largest, &admission)?;
    let shapes = Shapes::of_contract().context("bad descriptors")?;
    let around = Around {
        identity: IdentityLayer::new(secrets.tokens.clone()),
        in_flight: InFlightLayer::new(in_flight.clone(), give_up.clone()),
        deadline: DeadlineLayer::new(load.request_timeout),
        admission: AdmissionLayer::new(admission, shapes, largest, load.request_timeout),
    };
    let mut serving = pin!(connections::serve(
        service,
        routes::layered(routes, web, around),
        settings.connections.clone(),
        secrets.tls.clone(),
        drain.clone(),
    ));
    announce(&health, &ready, true).await;
    tokio::select! {
        () = &mut serving => return Ok(()),
        () = shutdown => {}
    }
    announce(&health, &ready, false).await;
    stop(serving, &settings, &drain, &in_flight, &give_up).await;
    Ok(())
}

/// Drains what serves; what is open after that is cut when it is dropped.
async fn stop(
    mut serving: Pin<&mut impl Future<Output = ()>>,
    settings: &ServerSettings,
    drain: &CancellationToken,
    in_flight: &TaskTracker,
    give_up: &CancellationToken,
) {
    let delay = settings.drain_delay;
    tracing::info!(delay_seconds = delay.as_secs_f64(), "draining");
    tokio::select! {
        () = &mut serving => return,
        () = tokio::time::sleep(delay) => {}
    }
    drain.cancel();
    in_flight.close();
    let finished = finish(serving.as_mut(), in_flight);
    if tokio::time::timeout(settings.drain_timeout, finished)
        .await
        .is_err()
    {
        tracing::warn!(in_flight = in_flight.len(), "drain timed out");
        give_up.cancel();
        let _ = tokio::time::timeout(FLUSH_TIME, serving).await;
    }
    tracing::info!("drained");
}

/// Waits until the last connection is closed, or until no call is in flight
/// and the last answers had time to leave: a client that holds a `Watch` or a
/// silent connection would keep the server forever.
async fn finish(mut serving: Pin<&mut impl Future<Output = ()>>, in_flight: &TaskTracker) {
    loop {
        tokio::select! {
            () = &mut serving => return,
            () = in_flight.wait() => {}
        }
        let closed = tokio::time::timeout(FLUSH_TIME, &mut serving).await.is_ok();
        // A client may call until it has read that it should not, and such a
        // call is waited for too. A connection that is open without one holds
        // nothing that anybody awaits.
        if closed || in_flight.is_empty() {
            return;
        }
    }
}

/// Sets the health of the whole server and of the service, which are one.
async fn announce(health: &HealthReporter, readiness: &Readiness, ready: bool) {
    readiness.set(ready);
    let status = if ready {
        ServingStatus::Serving
    } else {
        ServingStatus::NotServing
    };
    for name in ["", SERVICE_NAME] {
        health.set_service_status(name, status).await;
    }
}
