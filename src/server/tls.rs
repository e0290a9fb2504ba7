//! Transport security: certificate, key and client authorities from PEM files.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use arc_swap::ArcSwap;
use thiserror::Error;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::pem::{self, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::server::danger::ClientCertVerifier;
use tokio_rustls::rustls::{self, RootCertStore, ServerConfig};
use x509_cert::Certificate;
use x509_cert::der::Decode as _;
use x509_cert::time::Time;

use crate::measure;

/// Protocols that clients may choose, best first.
const ALPN: [&[u8]; 2] = [b"h2", b"http/1.1"];
/// Marks of a key that needs a password: PKCS #8 and the older form.
const ENCRYPTED_MARKS: [&str; 2] = ["BEGIN ENCRYPTED PRIVATE KEY", "Proc-Type: 4,ENCRYPTED"];
/// From this much before its end on, a certificate is warned about.
const EXPIRY_NOTICE: Duration = Duration::from_hours(14 * 24);

/// Where the parts of TLS are, all PEM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate, then what leads from it to its root.
    pub cert: PathBuf,
    /// Its private key, not encrypted.
    pub key: PathBuf,
    /// Authorities of which clients must show a certificate; none are asked
    /// for without it.
    pub client_ca: Option<PathBuf>,
}

impl TlsFiles {
    /// Returns the files that matter.
    #[must_use]
    pub fn paths(&self) -> Vec<PathBuf> {
        let needed = [self.cert.clone(), self.key.clone()];
        needed.into_iter().chain(self.client_ca.clone()).collect()
    }
}

/// Why files cannot be used for TLS.
#[derive(Debug, Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("cannot read {path}")]
    Read {
        /// The file.
        path: String,
        /// The cause.
        source: std::io::Error,
    },
    /// A file is not PEM.
    #[error("{path} is not valid PEM")]
    Pem {
        /// The file.
        path: String,
    },
    /// A file lacks what it is for.
    #[error("{path} holds no {wanted}")]
    Missing {
        /// The file.
        path: String,
        /// What was looked for.
        wanted: &'static str,
    },
    /// A key needs a password.
    #[error("the private key in {path} is encrypted; decrypt it with `openssl pkey`")]
    EncryptedKey {
        /// The file.
        path: String,
    },
    /// Key and certificate are of different pairs.
    #[error("the private key in {key} does not belong to the certificate in {cert}")]
    WrongKey {
        /// The certificate's file.
        cert: String,
        /// The key's file.
        key: String,
    },
    /// A file holds something that cannot be used.
    #[error("{path} cannot be used: {cause}")]
    Unusable {
        /// The file.
        path: String,
        /// The cause.
        cause: String,
    },
}

/// What new connections are secured with.
#[derive(Debug)]
pub struct Tls {
    config: Arc<ServerConfig>,
    expires: SystemTime,
}

impl Tls {
    /// Reads the files and checks that they fit together.
    ///
    /// # Errors
    /// When a file cannot be read, lacks what it is for, or does not fit the
    /// others; the error names the file.
    pub fn load(files: &TlsFiles) -> Result<Self, TlsError> {
        let provider = Arc::new(ring::default_provider());
        let chain = certificates(&files.cert)?;
        let expires = expiry(&files.cert, &chain)?;
        let key = private_key(&files.key)?;
        let clients = client_verifier(files.client_ca.as_deref(), &provider)?;
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|cause| unusable(&files.cert, &cause))?
            .with_client_cert_verifier(clients)
            .with_single_cert(chain, key)
            .map_err(|cause| mismatch(files, &cause))?;
        config.alpn_protocols = ALPN.map(<[u8]>::to_vec).to_vec();
        Ok(Self {
            config: Arc::new(config),
            expires,
        })
    }

    /// Logs when the certificate ends: louder the nearer it is.
    pub(super) fn log_expiry(&self) {
        const DAY: Duration = Duration::from_hours(24);
        let Ok(left) = self.expires.duration_since(SystemTime::now()) else {
            return tracing::error!("the certificate has expired");
        };
        let days = left.as_secs() / DAY.as_secs();
        if left < EXPIRY_NOTICE {
            tracing::warn!(days, "the certificate expires soon");
        } else {
            tracing::info!(days, "the certificate is valid");
        }
    }
}

/// What new connections are secured with at the moment; clones share it.
///
/// The whole configuration is exchanged, not only the certificate: sessions
/// that were agreed under old client authorities cannot be resumed then.
#[derive(Debug, Clone)]
pub(super) struct Current(Arc<ArcSwap<Tls>>);

impl Current {
    pub(super) fn new(tls: Tls) -> Self {
        measure::certificate_expires(tls.expires);
        Self(Arc::new(ArcSwap::from_pointee(tls)))
    }

    pub(super) fn exchange(&self, tls: Tls) {
        measure::certificate_expires(tls.expires);
        self.0.store(Arc::new(tls));
    }

    pub(super) fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.0.load().config)
    }

    pub(super) fn log_expiry(&self) {
        self.0.load().log_expiry();
    }
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&read(path)?).collect();
    let chain = chain.map_err(|_| TlsError::Pem { path: name(path) })?;
    if chain.is_empty() {
        return Err(no_certificate(path));
    }
    Ok(chain)
}

fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, TlsError> {
    let text = read(path)?;
    PrivateKeyDer::from_pem_slice(&text).map_err(|error| {
        let path = name(path);
        let text = String::from_utf8_lossy(&text);
        if ENCRYPTED_MARKS.iter().any(|mark| text.contains(mark)) {
            return TlsError::EncryptedKey { path };
        }
        match error {
            pem::Error::NoItemsFound => TlsError::Missing {
                path,
                wanted: "private key",
            },
            // What exactly is wrong could quote the key.
            _ => TlsError::Pem { path },
        }
    })
}

fn client_verifier(
    path: Option<&Path>,
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<dyn ClientCertVerifier>, TlsError> {
    let Some(path) = path else {
        return Ok(WebPkiClientVerifier::no_client_auth());
    };
    let mut roots = RootCertStore::empty();
    for authority in certificates(path)? {
        roots
            .add(authority)
            .map_err(|cause| unusable(path, &cause))?;
    }
    WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider))
        .build()
        .map_err(|cause| unusable(path, &cause))
}

/// Returns when the first certificate of a chain to do so ends.
fn expiry(path: &Path, chain: &[CertificateDer<'_>]) -> Result<SystemTime, TlsError> {
    let ends: Result<Vec<_>, _> = chain
        .iter()
        .map(|der| Certificate::from_der(der).map(|one| one.tbs_certificate.validity.not_after))
        .collect();
    let ends = ends.map_err(|cause| unusable(path, &cause))?;
    let first = ends.into_iter().map(Time::to_unix_duration).min();
    first
        .map(|since| UNIX_EPOCH + since)
        .ok_or_else(|| no_certificate(path))
}

fn read(path: &Path) -> Result<Vec<u8>, TlsError> {
    std::fs::read(path).map_err(|source| TlsError::Read {
        path: name(path),
        source,
    })
}

fn mismatch(files: &TlsFiles, cause: &rustls::Error) -> TlsError {
    match cause {
        rustls::Error::InconsistentKeys(_) => TlsError::WrongKey {
            cert: name(&files.cert),
            key: name(&files.key),
        },
        _ => unusable(&files.key, cause),
    }
}

fn no_certificate(path: &Path) -> TlsError {
    TlsError::Missing {
        path: name(path),
        wanted: "certificate",
    }
}

fn unusable(path: &Path, cause: &dyn Display) -> TlsError {
    TlsError::Unusable {
        path: name(path),
        cause: cause.to_string(),
    }
}

fn name(path: &Path) -> String {
    path.display().to_string()
}
