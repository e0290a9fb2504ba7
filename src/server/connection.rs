//! One connection: handshake, first bytes, calls, and how it ends.

use std::convert::Infallible;
use std::future::pending;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use http::{Request, Response};
use hyper::body::Incoming;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, sleep_until, timeout_at};
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tonic::body::Body;
use tonic::transport::server::{Connected as _, TcpConnectInfo};
use tower::{Service, ServiceExt as _};

use super::connections::ConnectionSettings;
use super::heard::{Heard, HeardIo};
use super::pauses::Pauses;
use super::taken::{self, CallExecutor};
use super::timed::TimedSocket;
use super::tls::Current;
use crate::grpc::layers::admission::ReadPause;
use crate::measure::{self, Counted};

/// Largest header list, in bytes; metadata of a call is small.
const MAX_HEADER_BYTES: u32 = 32 << 10;
/// Largest buffer of an HTTP/1 connection, in bytes: its head has to fit.
const HTTP1_BUFFER: usize = 64 << 10;
/// Bytes that a client may send of a call before the server has read any, and
/// so the most of a refused call that is carried for nothing. Most articles fit.
const STREAM_WINDOW: u32 = 64 << 10;
/// Ages differ by up to this share, so that connections that were opened
/// together don't end together.
const AGE_JITTER: f64 = 0.1;
/// The golden ratio's fraction in units of 2⁻³²: its multiples are spread
/// evenly however many there are.
const GOLDEN: u32 = 0x9E37_79B9;

/// Drives connections; clones share everything.
pub(super) struct Driver<S>(Arc<Shared<S>>);

struct Shared<S> {
    service: S,
    http: auto::Builder<CallExecutor>,
    settings: ConnectionSettings,
    tls: Option<Current>,
    stop: CancellationToken,
    spread: AtomicU32,
}

impl<S> Clone for Driver<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S> Driver<S> {
    pub(super) fn new(
        service: S,
        settings: ConnectionSettings,
        tls: Option<Current>,
        stop: CancellationToken,
    ) -> Self {
        Self(Arc::new(Shared {
            service,
            http: http(&settings),
            settings,
            tls,
            stop,
            spread: AtomicU32::new(0),
        }))
    }

    /// Returns the age at which the next connection ends, if any.
    pub(super) fn next_age(&self) -> Option<Duration> {
        let age = self.0.settings.max_age;
        let step = self.0.spread.fetch_add(GOLDEN, Ordering::Relaxed);
        let share = f64::from(step) / f64::from(u32::MAX);
        (!age.is_zero()).then(|| age.mul_f64(1.0 - AGE_JITTER + 2.0 * AGE_JITTER * share))
    }
}

impl<S> Driver<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send,
{
    /// Drives a connection from its acceptance to its end.
    pub(super) async fn drive(self, stream: TcpStream, age: Option<Duration>) {
        let shared = &self.0;
        let _open = Counted::connection();
        let heard_by = Instant::now() + shared.settings.header_timeout;
        let info = stream.connect_info();
        let stream = TimedSocket::new(stream, shared.settings.send_timeout);
        let Some(tls) = &shared.tls else {
            return shared.serve(stream, info, heard_by, age).await;
        };
        let handshake = TlsAcceptor::from(tls.config()).accept(stream);
        let shaken = tokio::select! {
            () = shared.stop.cancelled() => return,
            shaken = timeout_at(heard_by, handshake) => shaken,
        };
        match shaken {
            Ok(Ok(stream)) => shared.serve(stream, info, heard_by, age).await,
            Ok(Err(error)) => {
                measure::handshake_failed();
                tracing::debug!(peer = ?info.remote_addr, %error, "no handshake");
            }
            Err(_) => {
                measure::handshake_failed();
                tracing::debug!(peer = ?info.remote_addr, "handshake timed out");
            }
        }
    }
}

impl<S> Shared<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send,
{
    async fn serve<IO>(
        &self,
        io: IO,
        info: TcpConnectInfo,
        heard_by: Instant,
        age: Option<Duration>,
    ) where
        IO: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let peer = info.remote_addr();
        let heard = Heard::default();
        let pause = ReadPause::default();
        let io = HeardIo::new(io, heard.clone(), Pauses::new(pause.clone()));
        let io = TokioIo::new(io);
        let asked = heard.clone();
        let service = self
            .service
            .clone()
            .map_request(move |request| {
                asked.note();
                with_connection(request, &info, &pause)
            })
            .map_response(taken::told);
        let mut connection = pin!(
            self.http
                .serve_connection(io, TowerToHyperService::new(service))
        );
        let grace = tokio::select! {
            _ = connection.as_mut() => return,
            () = silence(&heard, heard_by) => {
                tracing::debug!(?peer, "closed a silent connection");
                return;
            }
            // What runs when the server stops is bounded by the drain.
            () = self.stop.cancelled() => Duration::ZERO,
            () = elapsed(age.unwrap_or_default()) => self.settings.max_age_grace,
        };
        connection.as_mut().graceful_shutdown();
        tokio::select! {
            _ = connection => {}
            () = elapsed(grace) => tracing::debug!(?peer, "cut an old connection"),
        }
    }
}

/// Says how HTTP is spoken; both versions, as the client's first bytes ask.
fn http(settings: &ConnectionSettings) -> auto::Builder<CallExecutor> {
    let mut builder = auto::Builder::new(CallExecutor {
        send_timeout: settings.send_timeout,
    });
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(settings.max_concurrent_streams)
        .max_header_list_size(MAX_HEADER_BYTES)
        .initial_stream_window_size(STREAM_WINDOW)
        .keep_alive_interval(settings.keepalive_interval)
        .keep_alive_timeout(settings.keepalive_timeout);
    builder
        .http1()
        .timer(TokioTimer::new())
        .max_buf_size(HTTP1_BUFFER)
        // It runs from the answer before, and clients keep connections to use
        // them again: as long as one of HTTP/2 may be silent.
        .header_read_timeout(settings.keepalive_interval + settings.keepalive_timeout);
    builder
}

/// Gives a request its body's type and tells it of its connection.
fn with_connection(
    request: Request<Incoming>,
    info: &TcpConnectInfo,
    pause: &ReadPause,
) -> Request<Body> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(info.clone());
    request.extensions_mut().insert(pause.clone());
    request
}

/// Ends when neither HTTP/2 has been opened in time nor a request come, else never.
async fn silence(heard: &Heard, by: Instant) {
    sleep_until(by).await;
    if heard.begun() {
        pending::<()>().await;
    }
}

/// Ends after `time`, never if that is zero.
async fn elapsed(time: Duration) {
    if time.is_zero() {
        pending::<()>().await;
    }
    sleep(time).await;
}
