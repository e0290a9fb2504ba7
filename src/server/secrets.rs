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
    #[error("cannot read tokens file {path}")]
    Read {
        /// The file.
        path: String,
        /// The cause.
        source: std::io::Error,
    },
    /// The tokens file has a wrong line.
    #[error("cannot use tokens file {path}")]
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
    watching: JoinSet<()>,
}

impl Secrets {
    /// Reads the files and starts to watch them.
    pub(super) fn load(
        settings: &SecretSettings,
        reload: &watch::Receiver<()>,
    ) -> Result<Self, SecretError> {
        let mut secrets = Self {
            tls: None,
            tokens: None,
            watching: JoinSet::new(),
        };
        let every = settings.compared_every;
        if let Some(files) = settings.tls.clone() {
            secrets.load_tls(files, reload.clone(), every)?;
        }
        if let Some(path) = settings.tokens.clone() {
            secrets.load_tokens(path, reload.clone(), every)?;
        }
        Ok(secrets)
    }

    fn load_tls(
        &mut self,
        files: TlsFiles,
        reload: watch::Receiver<()>,
        every: Duration,
    ) -> Result<(), TlsError> {
        let watched = Reloadable::new("certificates", files.paths());
        let current = Current::new(Tls::load(&files)?);
        self.tls = Some(current.clone());
        self.watching.spawn(log_expiry(current.clone()));
        let apply = move || {
            let tls = Tls::load(&files)?;
            tls.log_expiry();
            current.exchange(tls);
            Ok(())
        };
        self.watching.spawn(watched.watch(apply, reload, every));
        Ok(())
    }

    fn load_tokens(
        &mut self,
        path: PathBuf,
        reload: watch::Receiver<()>,
        every: Duration,
    ) -> Result<(), SecretError> {
        let watched = Reloadable::new("tokens", vec![path.clone()]);
        let current = Arc::new(ArcSwap::from_pointee(read_tokens(&path, None)?));
        self.tokens = Some(Arc::clone(&current));
        let apply = move || {
            let tokens = read_tokens(&path, Some(&current.load()))?;
            current.store(Arc::new(tokens));
            Ok(())
        };
        self.watching.spawn(watched.watch(apply, reload, every));
        Ok(())
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
