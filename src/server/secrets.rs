//! Certificates and tokens: read at the start, kept up to date afterwards.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use thiserror::Error;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::reloadable::Reloadable;
use super::tls::{Current, Tls, TlsError, TlsFiles};
use crate::tokens::{Tokens, TokensError};

/// How often the end of the certificate is looked at.
const EXPIRY_LOGGED_EVERY: Duration = Duration::from_hours(24);

/// Where secrets are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretSettings {
    /// Files for TLS; without them connections are in the clear.
    pub tls: Option<TlsFiles>,
    /// File of [`Tokens`]; without it everybody may call.
    pub tokens: Option<PathBuf>,
    /// How often the files are compared with what was read. A change holds
    /// after two turns.
    pub compared_every: Duration,
}

impl Default for SecretSettings {
    fn default() -> Self {
        Self {
            tls: None,
            tokens: None,
            compared_every: Duration::from_secs(5),
        }
    }
}

impl SecretSettings {
    /// Reads every file, to tell what is wrong before anything is started.
    ///
    /// # Errors
    /// When a file is not as it must be; the error names it.
    pub fn check(&self) -> Result<(), SecretError> {
        self.tls.as_ref().map(Tls::load).transpose()?;
        self.tokens
            .as_ref()
            .map(|path| read_tokens(path, None))
            .transpose()?;
        Ok(())
    }
}

/// Why secrets cannot be used.
#[derive(Debug, Error)]
pub enum SecretError {
    /// Certificate, key or authorities.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The tokens file cannot be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: String,
        /// The cause.
        source: std::io::Error,
    },
    /// The tokens file has a wrong line.
    #[error("{path}: {source}")]
    Tokens {
        /// The file.
        path: String,
        /// The line and what is wrong with it.
        source: TokensError,
    },
}

/// The secrets that hold at the moment; they are kept up to date until this
/// is dropped.
pub(super) struct Secrets {
    pub(super) tls: Option<Current>,
    pub(super) tokens: Option<Arc<ArcSwap<Tokens>>>,
    _watching: JoinSet<()>,
}

impl Secrets {
    /// Reads the files and starts to watch them.
    pub(super) fn load(
        settings: &SecretSettings,
        reload: &watch::Receiver<()>,
    ) -> Result<Self, SecretError> {
        let mut watching = JoinSet::new();
        let every = settings.compared_every;
        let tls = settings.tls.clone().map(|files| {
            let current = Current::new(Tls::load(&files)?);
            watching.spawn(log_expiry(current.clone()));
            watching.spawn(reloadable_tls(files, &current).watch(reload.clone(), every));
            Ok::<_, SecretError>(current)
        });
        let tls = tls.transpose()?;
        let tokens = settings.tokens.clone().map(|path| {
            let current = Arc::new(ArcSwap::from_pointee(read_tokens(&path, None)?));
            watching.spawn(reloadable_tokens(path, &current).watch(reload.clone(), every));
            Ok::<_, SecretError>(current)
        });
        Ok(Self {
            tls,
            tokens: tokens.transpose()?,
            _watching: watching,
        })
    }
}

fn reloadable_tls(
    files: TlsFiles,
    current: &Current,
) -> Reloadable<impl Fn() -> anyhow::Result<()> + use<>> {
    let current = current.clone();
    Reloadable {
        what: "certificates",
        files: files.paths(),
        apply: move || {
            let tls = Tls::load(&files)?;
            tls.log_expiry();
            current.exchange(tls);
            Ok(())
        },
    }
}

fn reloadable_tokens(
    path: PathBuf,
    current: &Arc<ArcSwap<Tokens>>,
) -> Reloadable<impl Fn() -> anyhow::Result<()> + use<>> {
    let current = Arc::clone(current);
    Reloadable {
        what: "tokens",
        files: vec![path.clone()],
        apply: move || {
            let tokens = read_tokens(&path, Some(&current.load()))?;
            current.store(Arc::new(tokens));
            Ok(())
        },
    }
}

/// Reads a tokens file; one without a token is allowed, to shut everybody out.
fn read_tokens(path: &Path, before: Option<&Tokens>) -> Result<Tokens, SecretError> {
    let name = || path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|source| SecretError::Read {
        path: name(),
        source,
    })?;
    let tokens = Tokens::parse(&text, before).map_err(|source| SecretError::Tokens {
        path: name(),
        source,
    })?;
    if tokens.is_empty() {
        tracing::warn!(path = name(), "no token is in the file, nobody may call");
    }
    Ok(tokens)
}

async fn log_expiry(current: Current) {
    loop {
        current.log_expiry();
        tokio::time::sleep(EXPIRY_LOGGED_EVERY).await;
    }
}
