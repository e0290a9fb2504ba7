//! `mujaz serve`.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use mujaz::live::LiveEngine;
use mujaz::server;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::net::TcpListener;

use crate::cli::{EXIT_USAGE, ServeArgs};
use crate::settings::Settings;
use crate::{reload, shutdown, telemetry};

/// Serves until a signal asks to stop, and drains.
pub(crate) fn run(args: &ServeArgs) -> anyhow::Result<ExitCode> {
    let configured = Settings::resolve(args)
        .map_err(anyhow::Error::from)
        .and_then(|settings| telemetry::start(&settings.log).map(|()| settings));
    let settings = match configured {
        Ok(settings) => settings,
        Err(error) => {
            eprintln!("mujaz: {error:#}");
            return Ok(ExitCode::from(EXIT_USAGE));
        }
    };
    let (model, limits) = (settings.model.clone(), settings.limits);
    let engine = LiveEngine::new(move || super::engine(model.as_deref(), limits))?;
    raise_file_limit();
    warn_of_readable_tokens(&settings);
    let runtime = tokio::runtime::Runtime::new().context("cannot start the runtime")?;
    runtime.block_on(serve(settings, Arc::new(engine)))?;
    // A connection that outlived the drain must not hold up the exit.
    runtime.shutdown_background();
    Ok(ExitCode::SUCCESS)
}

async fn serve(settings: Settings, engine: Arc<LiveEngine>) -> anyhow::Result<()> {
    let stop = shutdown::requested().context("cannot listen for signals")?;
    let reload = reload::requests().context("cannot listen for signals")?;
    let listener = TcpListener::bind(settings.listen)
        .await
        .with_context(|| format!("cannot listen on {}", settings.listen))?;
    let current = engine.current();
    let pipeline = current.pipeline();
    tracing::info!(
        address = %listener.local_addr()?,
        version = pipeline.version,
        model = pipeline.model_version,
        digest = pipeline.digest,
        "listening"
    );
    server::run(listener, settings.server, engine, reload, stop).await
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
