//! Connections: accepted up to a limit, each driven by a task of its own until
//! it ends, is cut or the server stops.

use std::convert::Infallible;
use std::io;
use std::time::Duration;

use http::{Request, Response};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_stream::StreamExt as _;
use tokio_util::sync::CancellationToken;
use tonic::body::Body;
use tonic::transport::server::TcpIncoming;
use tower::Service;

use super::connection::Driver;
use super::tls::Current;
use crate::measure;

/// Pause after a failure to accept (no file descriptor is left, say); it
/// doubles with each failure in a row…
const FIRST_PAUSE: Duration = Duration::from_millis(10);
/// …up to this.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);
/// Refused connections get one line in the log in this time.
const REFUSALS_LOGGED_EVERY: Duration = Duration::from_secs(1);

/// How connections are held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionSettings {
    /// Connections that may be open at once; one more is closed at once.
    pub max_connections: usize,
    /// Calls that one connection may have open at once.
    pub max_concurrent_streams: u32,
    /// Longest time from accepting a connection to its TLS handshake and the
    /// opening of HTTP/2, or the head of the first request of HTTP/1.
    pub header_timeout: Duration,
    /// A silent connection is asked for a sign of life this often…
    pub keepalive_interval: Duration,
    /// …and is cut when it gives none for this long. One of HTTP/1 can't be asked:
    /// from an answer to the head of the next request it has both times.
    pub keepalive_timeout: Duration,
    /// Longest time that a client takes no part of what is sent to it, of one
    /// answer or of all.
    pub send_timeout: Duration,
    /// Age, give or take a tenth, at which a connection is asked to go
    /// elsewhere (GOAWAY); zero for never.
    pub max_age: Duration,
    /// Time that its open calls then have before they are cut; zero for no
    /// limit.
    pub max_age_grace: Duration,
}

impl Default for ConnectionSettings {
    fn default() -> Self {
        Self {
            max_connections: 10_000,
            max_concurrent_streams: 256,
            header_timeout: Duration::from_secs(10),
            keepalive_interval: Duration::from_mins(1),
            keepalive_timeout: Duration::from_secs(20),
            // A caller who is busy with what came before has that long.
            send_timeout: Duration::from_mins(1),
            max_age: Duration::ZERO,
            max_age_grace: Duration::ZERO,
        }
    }
}

/// Serves until `stop` is cancelled and every connection has ended. Dropping
/// the future cuts all connections.
pub(super) async fn serve<S>(
    listener: TcpListener,
    service: S,
    settings: ConnectionSettings,
    tls: Option<Current>,
    stop: CancellationToken,
) where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send,
{
    let limit = settings.max_connections;
    let mut acceptor = Acceptor::new(listener, &settings);
    let mut refusals = Refusals::default();
    let mut open = JoinSet::new();
    let driver = Driver::new(service, settings, tls, stop.clone());
    loop {
        let stream = tokio::select! {
            () = stop.cancelled() => break,
            stream = acceptor.next() => stream,
        };
        while open.try_join_next().is_some() {}
        if open.len() >= limit {
            measure::connection_refused();
            refusals.note(limit);
        } else {
            open.spawn(driver.clone().drive(stream, driver.next_age()));
        }
    }
    // From here on the port refuses; what is open goes on.
    drop(acceptor);
    while open.join_next().await.is_some() {}
}

/// Accepts, and goes on after errors.
struct Acceptor {
    incoming: TcpIncoming,
    pause: Duration,
}

impl Acceptor {
    fn new(listener: TcpListener, settings: &ConnectionSettings) -> Self {
        let incoming = TcpIncoming::from(listener)
            // Answers are small; waiting to fill packets would only add delay.
            .with_nodelay(Some(true))
            .with_keepalive(Some(settings.keepalive_interval))
            .with_keepalive_interval(Some(settings.keepalive_timeout));
        Self {
            incoming,
            pause: FIRST_PAUSE,
        }
    }

    async fn next(&mut self) -> TcpStream {
        loop {
            match self.incoming.next().await {
                Some(Ok(stream)) => {
                    self.pause = FIRST_PAUSE;
                    return stream;
                }
                Some(Err(error)) if concerns_one(&error) => {
                    tracing::debug!(%error, "a connection ended before it was accepted");
                }
                Some(Err(error)) => self.rest(&error).await,
                // A listener has no end.
                None => std::future::pending().await,
            }
        }
    }

    /// Waits for the shortage to pass: without a pause the loop would spin.
    async fn rest(&mut self, error: &io::Error) {
        let pause = self.pause;
        tracing::error!(%error, pause_seconds = pause.as_secs_f64(), "cannot accept connections");
        self.pause = (pause * 2).min(LONGEST_PAUSE);
        tokio::time::sleep(pause).await;
    }
}

/// Tells whether an error of accepting is about that connection alone.
fn concerns_one(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::Interrupted
    )
}

/// Connections closed for being too many, counted between lines in the log.
#[derive(Default)]
struct Refusals {
    count: u64,
    logged: Option<Instant>,
}

impl Refusals {
    fn note(&mut self, limit: usize) {
        self.count += 1;
        let due = |logged: Instant| logged.elapsed() >= REFUSALS_LOGGED_EVERY;
        if self.logged.is_none_or(due) {
            tracing::warn!(limit, refused = self.count, "too many connections");
            self.count = 0;
            self.logged = Some(Instant::now());
        }
    }
}
