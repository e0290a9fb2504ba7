//! The server: from a bound listener to a finished drain.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_stream::wrappers::TcpListenerStream;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tonic::codec::CompressionEncoding;
use tonic::service::Routes;
use tonic::transport::Server;
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::server::{HealthReporter, health_reporter};
use tower::ServiceBuilder;
use tower::util::MapResponseLayer;
use tower_http::catch_panic::CatchPanicLayer;

use crate::grpc::DESCRIPTORS;
use crate::grpc::layers::access::AccessLayer;
use crate::grpc::layers::errors::{self, AnswerPanic};
use crate::grpc::layers::in_flight::InFlightLayer;
use crate::grpc::pb::analysis_service_server::{AnalysisServiceServer, SERVICE_NAME};
use crate::grpc::service::{Service, WireLimits};
use crate::live::LiveEngine;
use crate::worker::Worker;

/// Health name of "the runtime answers", whatever the state of the service.
pub const LIVENESS: &str = "liveness";

/// Time for the last bytes of the last answers to leave, after which open
/// connections (a `Watch`, a silent client) no longer hold up the exit.
const FLUSH_TIME: Duration = Duration::from_millis(500);
/// Streams that one connection may have open at once.
const MAX_CONCURRENT_STREAMS: u32 = 256;
/// Largest header list, in bytes; metadata of a call is small.
const MAX_HEADER_BYTES: u32 = 32 << 10;
/// A silent connection is asked for a sign of life this often…
const KEEPALIVE_INTERVAL: Duration = Duration::from_mins(1);
/// …and has this long to give it.
const KEEPALIVE_TIMEOUT: Duration = Duration::from_secs(20);

/// How a server behaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerSettings {
    /// What a batch may hold.
    pub limits: WireLimits,
    /// Threads of the CPU pool, 0 for one a core.
    pub threads: usize,
    /// Analyses that may run and wait at once.
    pub capacity: usize,
    /// Time between the first sign of stopping and the end of accepting, for
    /// load balancers to notice.
    pub drain_delay: Duration,
    /// Longest wait for what is in flight.
    pub drain_timeout: Duration,
}

impl Default for ServerSettings {
    fn default() -> Self {
        Self {
            limits: WireLimits::default(),
            threads: 0,
            capacity: 1_024,
            drain_delay: Duration::ZERO,
            drain_timeout: Duration::from_secs(30),
        }
    }
}

/// Serves on `listener` until `shutdown` ends, then drains. Whenever `reload`
/// changes, the engine is loaded anew.
///
/// Draining: health says `NOT_SERVING` at once; after `drain_delay` no new
/// call is taken; calls in flight finish, for at most `drain_timeout`. It ends
/// even when clients hold connections open.
///
/// # Errors
/// When the pool cannot start or the transport fails.
pub async fn run(
    listener: TcpListener,
    settings: ServerSettings,
    engine: Arc<LiveEngine>,
    reload: watch::Receiver<()>,
    shutdown: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let worker =
        Worker::new(settings.threads, settings.capacity).context("cannot start the pool")?;
    let (health, health_service) = health_reporter();
    announce(&health, ServingStatus::NotServing).await;
    health
        .set_service_status(LIVENESS, ServingStatus::Serving)
        .await;

    let drain = CancellationToken::new();
    let in_flight = TaskTracker::new();
    let service = Service::new(Arc::clone(&engine), worker, settings.limits, drain.clone());
    let max_text = engine.current().limits().max_text_bytes;
    let routes = routes(&settings, max_text, service, health_service)?;
    tokio::spawn(
        drain
            .clone()
            .run_until_cancelled_owned(engine.follow(reload)),
    );
    let mut serving = pin!(serve(listener, routes, in_flight.clone(), drain.clone()));
    announce(&health, ServingStatus::Serving).await;

    tokio::select! {
        ended = &mut serving => return ended,
        () = shutdown => {}
    }
    tracing::info!(
        delay_seconds = settings.drain_delay.as_secs_f64(),
        "draining"
    );
    announce(&health, ServingStatus::NotServing).await;
    tokio::select! {
        ended = &mut serving => return ended,
        () = tokio::time::sleep(settings.drain_delay) => {}
    }
    drain.cancel();
    in_flight.close();
    if let Ok(ended) =
        tokio::time::timeout(settings.drain_timeout, finish(serving, &in_flight)).await
    {
        ended?;
    } else {
        tracing::warn!(in_flight = in_flight.len(), "drain timed out");
    }
    tracing::info!("drained");
    Ok(())
}

/// Waits until the last connection is closed, or until no call is in flight
/// and the last answers had time to leave: a client that holds a `Watch` or a
/// silent connection would keep the server forever.
async fn finish(
    mut serving: Pin<&mut impl Future<Output = anyhow::Result<()>>>,
    in_flight: &TaskTracker,
) -> anyhow::Result<()> {
    tokio::select! {
        ended = &mut serving => return ended,
        () = in_flight.wait() => {}
    }
    tokio::time::timeout(FLUSH_TIME, serving)
        .await
        .unwrap_or(Ok(()))
}

/// Sets the health of the whole server and of the service, which are one.
async fn announce(health: &HealthReporter, status: ServingStatus) {
    for name in ["", SERVICE_NAME] {
        health.set_service_status(name, status).await;
    }
}

/// Everything that answers calls, by path.
fn routes(
    settings: &ServerSettings,
    max_text: usize,
    service: Service,
    health: HealthServer<impl Health>,
) -> anyhow::Result<Routes> {
    let analysis = AnalysisServiceServer::new(service)
        .max_decoding_message_size(settings.limits.max_message_bytes(max_text))
        .max_encoding_message_size(usize::MAX)
        .accept_compressed(CompressionEncoding::Gzip)
        .accept_compressed(CompressionEncoding::Zstd)
        .send_compressed(CompressionEncoding::Gzip)
        .send_compressed(CompressionEncoding::Zstd);
    let reflection = || {
        tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(DESCRIPTORS)
            .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
    };
    Ok(Routes::new(analysis)
        .add_service(health)
        .add_service(reflection().build_v1().context("bad descriptors")?)
        .add_service(reflection().build_v1alpha().context("bad descriptors")?))
}

/// Serves until `stop` is cancelled and every connection has ended.
async fn serve(
    listener: TcpListener,
    routes: Routes,
    in_flight: TaskTracker,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let layers = ServiceBuilder::new()
        .layer(AccessLayer)
        .layer(MapResponseLayer::new(errors::complete))
        .layer(InFlightLayer::new(in_flight))
        .layer(MapResponseLayer::new(errors::with_plain_body))
        .layer(CatchPanicLayer::custom(AnswerPanic));
    Server::builder()
        .layer(layers)
        .max_concurrent_streams(MAX_CONCURRENT_STREAMS)
        .http2_max_header_list_size(MAX_HEADER_BYTES)
        .http2_keepalive_interval(Some(KEEPALIVE_INTERVAL))
        .http2_keepalive_timeout(Some(KEEPALIVE_TIMEOUT))
        .add_routes(routes)
        .serve_with_incoming_shutdown(TcpListenerStream::new(listener), stop.cancelled_owned())
        .await
        .context("the transport failed")
}
