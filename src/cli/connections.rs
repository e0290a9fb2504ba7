//! What can be typed about connections, on both of their ends.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::duration;

#[derive(Debug, Default, Args)]
pub(crate) struct ConnectionArgs {
    /// Connections that may be open at once [default: 10000]
    #[arg(long, env = "MUJAZ_MAX_CONNECTIONS", value_name = "N")]
    pub(crate) max_connections: Option<usize>,
    /// Calls that one connection may have open at once [default: 256]
    #[arg(long, env = "MUJAZ_MAX_CONCURRENT_STREAMS", value_name = "N")]
    pub(crate) max_concurrent_streams: Option<u32>,
    /// Longest wait for a new connection's TLS handshake and the opening of HTTP/2 or first head
    /// of HTTP/1 [default: 10s]
    #[arg(long, env = "MUJAZ_HEADER_TIMEOUT", value_name = "DURATION", value_parser = duration)]
    pub(crate) header_timeout: Option<Duration>,
    /// Silence after which a client is asked for a sign of life [default: 1m]
    #[arg(long, env = "MUJAZ_KEEPALIVE_INTERVAL", value_name = "DURATION", value_parser = duration)]
    pub(crate) keepalive_interval: Option<Duration>,
    /// Longest wait for that sign; of HTTP/1, which has none, a connection may be idle for both
    /// times [default: 20s]
    #[arg(long, env = "MUJAZ_KEEPALIVE_TIMEOUT", value_name = "DURATION", value_parser = duration)]
    pub(crate) keepalive_timeout: Option<Duration>,
    /// Longest time that a client takes no part of its answer [default: 1m]
    #[arg(long, env = "MUJAZ_SEND_TIMEOUT", value_name = "DURATION", value_parser = duration)]
    pub(crate) send_timeout: Option<Duration>,
    /// Age, give or take a tenth, at which clients are asked to connect anew; 0s for never
    /// [default: 0s]
    #[arg(long, env = "MUJAZ_MAX_CONNECTION_AGE", value_name = "DURATION", value_parser = duration)]
    pub(crate) max_connection_age: Option<Duration>,
    /// Time that calls on an old connection have to finish; 0s for no limit [default: 0s]
    #[arg(
        long,
        env = "MUJAZ_MAX_CONNECTION_AGE_GRACE",
        value_name = "DURATION",
        value_parser = duration
    )]
    pub(crate) max_connection_age_grace: Option<Duration>,
}

#[derive(Debug, Default, Args)]
pub(crate) struct SecretArgs {
    /// Certificate chain for TLS (PEM)
    #[arg(long, env = "MUJAZ_TLS_CERT", value_name = "FILE")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// Private key of that certificate (PEM, not encrypted)
    #[arg(long, env = "MUJAZ_TLS_KEY", value_name = "FILE")]
    pub(crate) tls_key: Option<PathBuf>,
    /// Authorities of which every client must show a certificate (PEM)
    #[arg(long, env = "MUJAZ_TLS_CLIENT_CA", value_name = "FILE")]
    pub(crate) tls_client_ca: Option<PathBuf>,
    /// Tokens of those who may call, a line each as `mujaz token` makes them
    #[arg(long, env = "MUJAZ_TOKENS_FILE", value_name = "FILE")]
    pub(crate) tokens_file: Option<PathBuf>,
}

/// How a command that calls a server secures the connection.
#[derive(Debug, Default, Args)]
pub(crate) struct ClientArgs {
    /// Authorities that the server's certificate must come from (PEM) [default: the system's]
    #[arg(
        id = "tls_ca",
        long = "tls-ca",
        env = "MUJAZ_CLIENT_TLS_CA",
        value_name = "FILE"
    )]
    pub(crate) ca: Option<PathBuf>,
    /// Name that the server's certificate must have [default: the address's]
    #[arg(
        id = "tls_name",
        long = "tls-name",
        env = "MUJAZ_CLIENT_TLS_NAME",
        value_name = "NAME"
    )]
    pub(crate) name: Option<String>,
    /// Certificate to show to the server (PEM)
    #[arg(
        id = "tls_cert",
        long = "tls-cert",
        env = "MUJAZ_CLIENT_TLS_CERT",
        value_name = "FILE",
        requires = "tls_key"
    )]
    pub(crate) cert: Option<PathBuf>,
    /// Private key of that certificate (PEM, not encrypted)
    #[arg(
        id = "tls_key",
        long = "tls-key",
        env = "MUJAZ_CLIENT_TLS_KEY",
        value_name = "FILE",
        requires = "tls_cert"
    )]
    pub(crate) key: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct TokenArgs {
    /// Name of the caller, as it stands in the log
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// Calls that it may make, such as 100/s, 600/m or 1000/h [default: no limit]
    #[arg(long, value_name = "N/UNIT")]
    pub(crate) rate: Option<String>,
}
