//! What holds for connections, certificates and tokens.

use std::path::PathBuf;
use std::time::Duration;

use mujaz::server::connections::ConnectionSettings;
use mujaz::server::secrets::SecretSettings;
use mujaz::server::tls::TlsFiles;

use super::{File, SettingsError, in_range, not_too_long};
use crate::cli::connections::{ConnectionArgs, SecretArgs};

/// Most connections; the system gives fewer file descriptors in most places.
const MAX_CONNECTIONS: usize = 1_000_000;
/// Most calls at once on a connection: each holds memory.
const MAX_STREAMS: usize = 100_000;

/// Resolves how connections are held.
pub(super) fn connections(args: &ConnectionArgs, file: &File) -> ConnectionSettings {
    let default = ConnectionSettings::default();
    let or =
        |flag: Option<Duration>, file: Option<Duration>, default| flag.or(file).unwrap_or(default);
    ConnectionSettings {
        max_connections: args
            .max_connections
            .or(file.max_connections)
            .unwrap_or(default.max_connections),
        max_concurrent_streams: args
            .max_concurrent_streams
            .or(file.max_concurrent_streams)
            .unwrap_or(default.max_concurrent_streams),
        header_timeout: or(
            args.header_timeout, file.header_timeout, default.header_timeout,
        ),
        keepalive_interval: or(
            args.keepalive_interval, file.keepalive_interval, default.keepalive_interval,
        ),
        keepalive_timeout: or(
            args.keepalive_timeout, file.keepalive_timeout, default.keepalive_timeout,
        ),
        send_timeout: or(args.send_timeout, file.send_timeout, default.send_timeout),
        max_age: or(
            args.max_connection_age, file.max_connection_age, default.max_age,
        ),
        max_age_grace: or(
            args.max_connection_age_grace, file.max_connection_age_grace, default.max_age_grace,
        ),
    }
}

/// Resolves where certificates and tokens are.
pub(super) fn secrets(args: &SecretArgs, file: &File) -> Result<SecretSettings, SettingsError> {
    let or = |flag: &Option<PathBuf>, file: &Option<PathBuf>| flag.clone().or(file.clone());
    let cert = or(&args.tls_cert, &file.tls_cert);
    let key = or(&args.tls_key, &file.tls_key);
    let client_ca = or(&args.tls_client_ca, &file.tls_client_ca);
    let tls = match (cert, key) {
        (Some(cert), Some(key)) => Some(TlsFiles {
            cert,
            key,
            client_ca,
        }),
        (None, None) if client_ca.is_none() => None,
        _ => return Err(SettingsError::IncompleteTls),
    };
    Ok(SecretSettings {
        tls,
        tokens: or(&args.tokens_file, &file.tokens_file),
        ..SecretSettings::default()
    })
}

/// Checks what connections are bounded by.
pub(super) fn check(settings: &ConnectionSettings) -> Result<(), SettingsError> {
    let streams = settings.max_concurrent_streams as usize;
    in_range(
        "max_connections",
        settings.max_connections,
        1..=MAX_CONNECTIONS,
    )?;
    in_range("max_concurrent_streams", streams, 1..=MAX_STREAMS)?;
    let needed = [
        ("header_timeout", settings.header_timeout),
        ("keepalive_interval", settings.keepalive_interval),
        ("keepalive_timeout", settings.keepalive_timeout),
        ("send_timeout", settings.send_timeout),
    ];
    if let Some(&(name, _)) = needed.iter().find(|(_, time)| time.is_zero()) {
        return Err(SettingsError::Zero { name });
    }
    not_too_long(&needed)?;
    not_too_long(&[
        ("max_connection_age", settings.max_age),
        ("max_connection_age_grace", settings.max_age_grace),
    ])
}
