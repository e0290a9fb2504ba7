//! How commands reach a server: address, TLS, token.

use std::path::Path;

use anyhow::Context as _;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::service::Interceptor;
use tonic::transport::{Certificate, ClientTlsConfig, Endpoint, Identity};
use tonic::{Request, Status};

use crate::cli::connections::ClientArgs;

/// Returns the endpoint of a URL; `https` ones are secured as the arguments
/// say.
pub(super) fn endpoint(url: &str, args: &ClientArgs) -> anyhow::Result<Endpoint> {
    let endpoint =
        Endpoint::from_shared(url.to_owned()).with_context(|| format!("bad URL {url:?}"))?;
    if endpoint.uri().scheme_str() != Some("https") {
        return Ok(endpoint);
    }
    let mut tls = match &args.ca {
        Some(path) => ClientTlsConfig::new().ca_certificate(Certificate::from_pem(read(path)?)),
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
        let value = format!("Bearer {}", token.trim()).parse().ok();
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
