//! How commands reach a server: address, TLS, token.

use std::path::Path;

use anyhow::Context as _;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::service::Interceptor;
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Endpoint, Identity};
use tonic::{Request, Status};

use crate::cli::connections::ClientArgs;

/// Connects to a URL; `https` ones are secured as the arguments say.
pub(super) async fn connect(url: &str, args: &ClientArgs) -> anyhow::Result<Channel> {
    let endpoint = endpoint(url, args)?;
    let how = match endpoint.uri().scheme_str() {
        Some("https") => " over TLS",
        _ => "",
    };
    let channel = endpoint.connect().await;
    channel.with_context(|| format!("cannot connect to {url}{how}"))
}

fn endpoint(url: &str, args: &ClientArgs) -> anyhow::Result<Endpoint> {
    let endpoint =
        Endpoint::from_shared(url.to_owned()).with_context(|| format!("bad URL {url:?}"))?;
    if endpoint.uri().scheme_str() != Some("https") {
        return Ok(endpoint);
    }
    let mut tls = match &args.ca {
        Some(path) => ClientTlsConfig::new().ca_certificate(authorities(path)?),
        None => ClientTlsConfig::new().with_native_roots(),
    };
    if let Some(name) = &args.name {
        tls = tls.domain_name(name);
    }
    if let (Some(cert), Some(key)) = (&args.cert, &args.key) {
        tls = tls.identity(Identity::from_pem(read(cert)?, read(key)?));
    }
    endpoint.tls_config(tls).context("cannot set up TLS")
}

/// Reads authorities; a file without any would have no server trusted, for a reason that nobody
/// is told.
fn authorities(path: &Path) -> anyhow::Result<Certificate> {
    let pem = read(path)?;
    let mut certificates = CertificateDer::pem_slice_iter(&pem);
    let first = certificates.next().and_then(Result::ok);
    first.with_context(|| format!("{} holds no certificate (PEM)", path.display()))?;
    Ok(Certificate::from_pem(pem))
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Adds a token to each call, if there is one.
#[derive(Clone)]
pub(super) struct Bearer(Option<MetadataValue<Ascii>>);

impl Bearer {
    /// Reads the token that is all there is in a file.
    pub(super) fn read(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path else {
            return Ok(Self(None));
        };
        let token = String::from_utf8(read(path)?).unwrap_or_default();
        let token = Some(token.trim()).filter(|token| !token.is_empty());
        let value = token.and_then(|token| format!("Bearer {token}").parse().ok());
        let mut value: MetadataValue<Ascii> =
            value.with_context(|| format!("{} does not hold a token", path.display()))?;
        value.set_sensitive(true);
        Ok(Self(Some(value)))
    }
}

impl Interceptor for Bearer {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        if let Some(value) = &self.0 {
            request
                .metadata_mut()
                .insert("authorization", value.clone());
        }
        Ok(request)
    }
}
