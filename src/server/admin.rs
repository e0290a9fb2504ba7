//! What operators ask a server: figures, whether it lives, whether it is
//! ready, what it is. On an address of its own, over HTTP/1, without a token:
//! it stays open when the service refuses calls, and nobody but operators
//! should reach it.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use http::header::{ALLOW, CONTENT_TYPE};
use http::{Method, Request, Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;

use crate::admission::{Admission, Held};
use crate::live::LiveEngine;
use crate::measure::{self, State};

/// Connections that may be open at once: some for probes and scrapers, few
/// enough to cost nothing.
const MAX_CONNECTIONS: usize = 64;
/// Longest wait for the head of a request; a kept connection may be silent as
/// long.
const HEADER_TIMEOUT: Duration = Duration::from_secs(30);
/// Pause after a failure to accept.
const PAUSE: Duration = Duration::from_millis(100);
/// How often what was timed is put into its histogram. Until then each time is
/// kept by itself, and nobody may ever ask for the page.
const UPKEEP_EVERY: Duration = Duration::from_secs(5);

const TEXT: &str = "text/plain; charset=utf-8";
const JSON: &str = "application/json";

/// Whether calls are taken; clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct Readiness(Arc<AtomicBool>);

impl Readiness {
    pub(super) fn set(&self, ready: bool) {
        self.0.store(ready, Ordering::Relaxed);
    }

    fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Answers operators.
#[derive(Debug)]
pub(super) struct Admin {
    figures: &'static PrometheusHandle,
    engine: Arc<LiveEngine>,
    ready: Readiness,
    admission: Admission,
}

impl Admin {
    /// Begins to count, too.
    pub(super) fn new(
        engine: Arc<LiveEngine>,
        ready: Readiness,
        admission: Admission,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            figures: measure::start()?,
            engine,
            ready,
            admission,
        })
    }

    /// Answers on `listener` until the future is dropped.
    pub(super) async fn serve(self, listener: TcpListener) {
        let admin = Arc::new(self);
        let mut upkeep = tokio::time::interval(UPKEEP_EVERY);
        upkeep.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut open = JoinSet::new();
        loop {
            let accepted = tokio::select! {
                _ = upkeep.tick() => {
                    admin.figures.run_upkeep();
                    continue;
                }
                Some(_) = open.join_next() => continue,
                accepted = listener.accept(), if open.len() < MAX_CONNECTIONS => accepted,
            };
            match accepted {
                Ok((stream, _)) => {
                    open.spawn(Arc::clone(&admin).drive(stream));
                }
                Err(error) => {
                    tracing::warn!(%error, "cannot accept connections of operators");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }

    async fn drive(self: Arc<Self>, stream: TcpStream) {
        let answer = service_fn(|request| {
            let response = self.answer(&request);
            async move { Ok::<_, Infallible>(response) }
        });
        let served = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEADER_TIMEOUT)
            .serve_connection(TokioIo::new(stream), answer)
            .await;
        if let Err(error) = served {
            tracing::debug!(%error, "a connection of an operator failed");
        }
    }

    fn answer(&self, request: &Request<Incoming>) -> Response<String> {
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            let mut response = text(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD\n");
            let allowed = http::HeaderValue::from_static("GET, HEAD");
            response.headers_mut().insert(ALLOW, allowed);
            return response;
        }
        match request.uri().path() {
            "/metrics" => self.metrics(),
            "/livez" => text(StatusCode::OK, "live\n"),
            "/readyz" if self.ready.get() => text(StatusCode::OK, "ready\n"),
            "/readyz" => text(StatusCode::SERVICE_UNAVAILABLE, "not ready\n"),
            "/debug/info" => self.info(),
            _ => text(
                StatusCode::NOT_FOUND,
                "here are /metrics, /livez, /readyz and /debug/info\n",
            ),
        }
    }

    fn metrics(&self) -> Response<String> {
        let engine = self.engine.current();
        let Held { requests, bytes } = self.admission.held();
        let state = State {
            pipeline: engine.pipeline(),
            ready: self.ready.get(),
            requests_held: requests,
            bytes_held: bytes,
        };
        let page = measure::render(self.figures, &state);
        response(StatusCode::OK, measure::CONTENT_TYPE, page)
    }

    fn info(&self) -> Response<String> {
        let engine = self.engine.current();
        let pipeline = engine.pipeline();
        let info = serde_json::json!({
            "version": pipeline.version,
            "modelVersion": pipeline.model_version,
            "taxonomyVersion": pipeline.taxonomy_version,
            "digest": pipeline.digest,
            "ready": self.ready.get(),
        });
        response(StatusCode::OK, JSON, format!("{info}\n"))
    }
}

fn text(status: StatusCode, body: &str) -> Response<String> {
    response(status, TEXT, body.to_owned())
}

fn response(status: StatusCode, kind: &'static str, body: String) -> Response<String> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let kind = http::HeaderValue::from_static(kind);
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}
