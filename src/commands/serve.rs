//! `mujaz serve`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use mujaz::live::LiveEngine;
use mujaz::server::{self, Listeners};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::cli::{EXIT_USAGE, ServeArgs, variables};
use crate::settings::Settings;
use crate::telemetry::{self, Telemetry};
use crate::{reload, shutdown, told};

/// Serves until a signal asks to stop, and drains.
pub(crate) fn run(args: &ServeArgs) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Runtime::new().context("cannot start the runtime")?;
    // Signals are heard, and traces sent, by tasks of the runtime.
    let inside = runtime.enter();
    // First of all: a signal while the model is loaded must not kill.
    let stop = shutdown::requested().context("cannot listen for signals")?;
    let reload = reload::requests().context("cannot listen for signals")?;
    let (settings, telemetry, engine) = match configure(args) {
        Ok(configured) => configured,
        Err(error) => {
            eprintln!("mujaz: {}", told(&error));
            return Ok(ExitCode::from(EXIT_USAGE));
        }
    };
    raise_file_limit();
    warn_of_unknown_variables();
    warn_of_readable_tokens(&settings);
    let served = runtime.block_on(serve(settings, Arc::new(engine), reload, stop));
    telemetry.finish();
    drop(inside);
    // A connection that outlived the drain must not hold up the exit.
    runtime.shutdown_background();
    served.map(|()| ExitCode::SUCCESS)
}

/// Reads everything that is configured: settings, model and taxonomy.
fn configure(args: &ServeArgs) -> anyhow::Result<(Settings, Telemetry, LiveEngine)> {
    let settings = Settings::resolve(args)?;
    let telemetry = telemetry::start(&settings.log, settings.observe.otlp_endpoint.as_deref())?;
    let (files, limits) = (settings.engine.clone(), settings.limits);
    let engine = LiveEngine::new(move || files.engine(limits))?;
    Ok((settings, telemetry, engine))
}

async fn serve(
    settings: Settings,
    engine: Arc<LiveEngine>,
    reload: watch::Receiver<()>,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let service = bind(settings.listen).await?;
    let admin = match settings.observe.admin_listen {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let current = engine.current();
    let pipeline = current.pipeline();
    tracing::info!(
        address = %service.local_addr()?,
        version = pipeline.version,
        model = pipeline.model_version,
        digest = pipeline.digest,
        "listening"
    );
    if let Some(admin) = &admin {
        tracing::info!(address = %admin.local_addr()?, "listening for operators");
    }
    let listeners = Listeners { service, admin };
    server::run(listeners, settings.server, engine, reload, stop).await
}

async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address}"))
}

/// Takes all file descriptors that the system would give: each connection
/// needs one, and the soft limit is a thousand in most places.
fn raise_file_limit() {
    let limits = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limits.maximum,
        ..limits
    };
    if let Err(error) = setrlimit(Resource::Nofile, raised) {
        tracing::warn!(%error, "cannot raise the limit of open files");
    }
}

/// A setting that nothing reads is one that somebody relies on.
fn warn_of_unknown_variables() {
    let set = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    for variable in variables::unknown(set) {
        tracing::warn!(variable, "no setting has this variable");
    }
}

/// Tokens in the clear can be read on the way.
fn warn_of_readable_tokens(settings: &Settings) {
    let secrets = &settings.server.secrets;
    let exposed = !settings.listen.ip().is_loopback() && secrets.tls.is_none();
    if exposed && secrets.tokens.is_some() {
        tracing::warn!(
            address = %settings.listen,
            "tokens come in the clear: set tls_cert and tls_key, or have a proxy do TLS"
        );
    }
}
