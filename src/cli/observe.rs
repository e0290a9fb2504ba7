//! What can be typed about what operators see.

use std::net::SocketAddr;
use std::str::FromStr;

use clap::Args;
use serde::Deserialize;

#[derive(Debug, Default, Args)]
pub(crate) struct ObserveArgs {
    /// Address for operators: /metrics, /livez, /readyz, /debug/info over HTTP; "none" for no
    /// such address [default: none]
    #[arg(long, env = "MUJAZ_ADMIN_LISTEN", value_name = "ADDRESS")]
    pub(crate) admin_listen: Option<AdminListen>,
    /// Collector that traces are sent to (OTLP over gRPC), such as <http://127.0.0.1:4317>
    /// [default: that of `OTEL_EXPORTER_OTLP_ENDPOINT`, else none]
    #[arg(long, env = "MUJAZ_OTLP_ENDPOINT", value_name = "URL")]
    pub(crate) otlp_endpoint: Option<String>,
}

/// An address for operators, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct AdminListen(pub(crate) Option<SocketAddr>);

impl FromStr for AdminListen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "none" {
            return Ok(Self(None));
        }
        let address = text
            .parse()
            .map_err(|_| "must be an IP address with a port, or \"none\"".to_owned())?;
        Ok(Self(Some(address)))
    }
}

impl TryFrom<String> for AdminListen {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}
