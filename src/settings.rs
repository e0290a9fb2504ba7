//! What was typed, set and written, resolved into what holds: flags over
//! environment over file over defaults.

mod connections;
mod load;
mod observe;
mod web;

use std::net::{Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::time::Duration;

use mujaz::engine::Limits;
use mujaz::grpc::service::WireLimits;
use mujaz::http::Origin;
use mujaz::server::ServerSettings;
use mujaz::server::secrets::SecretError;
use serde::Deserialize;
use thiserror::Error;

pub(crate) use observe::{ObserveSettings, variable};

use crate::cli::ServeArgs;
use crate::cli::log::LogFilter;
use crate::cli::observe::AdminListen;
use crate::commands::EngineFiles;

/// Port of gRPC examples everywhere, on the loopback address: whoever wants
/// to be reached says so.
pub(crate) const DEFAULT_LISTEN: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 50_051);
/// Spans count bytes in 32 bits, and larger texts are no documents.
const MAX_TEXT_BYTES: usize = 64 << 20;
/// Largest batch, which is held in memory whole.
const MAX_BATCH_BYTES: usize = 512 << 20;
/// More threads than any machine has cores.
const MAX_THREADS: usize = 1_024;
/// Clocks can't tell times that are much longer.
const LONGEST: Duration = Duration::from_hours(365 * 24);

/// The settings of a server.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) listen: SocketAddr,
    pub(crate) observe: ObserveSettings,
    pub(crate) engine: EngineFiles,
    pub(crate) log: LogFilter,
    pub(crate) limits: Limits,
    pub(crate) server: ServerSettings,
}

/// Why settings are not acceptable.
#[derive(Debug, Error)]
pub(crate) enum SettingsError {
    #[error("cannot read settings file {path}: {source}")]
    Read {
        path: String,
        source: std::io::Error,
    },
    #[error("settings file {path}: {source}")]
    Parse {
        path: String,
        source: Box<toml::de::Error>,
    },
    #[error("{name} must be {range}, is {value}")]
    OutOfRange {
        name: &'static str,
        range: String,
        value: usize,
    },
    #[error("{name} must be above 0")]
    Zero { name: &'static str },
    #[error("{name} must be at most 365 days")]
    TooLong { name: &'static str },
    #[error("tls_cert and tls_key are needed together, and for tls_client_ca")]
    IncompleteTls,
    #[error(transparent)]
    Secret(#[from] SecretError),
}

/// The settings file. Unknown keys are errors; unknown variables are not,
/// because container platforms set `MUJAZ_…` ones for a service of that name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "keys are named as flags are")]
struct File {
    listen: Option<SocketAddr>,
    model: Option<PathBuf>,
    taxonomy: Option<PathBuf>,
    log: Option<LogFilter>,
    threads: Option<usize>,
    capacity: Option<usize>,
    max_in_flight_bytes: Option<usize>,
    #[serde(default, with = "humantime_serde")]
    queue_time: Option<Duration>,
    #[serde(default, with = "humantime_serde")]
    request_timeout: Option<Duration>,
    max_text_bytes: Option<usize>,
    max_batch_documents: Option<usize>,
    max_batch_bytes: Option<usize>,
    grpc_web: Option<bool>,
    #[serde(default)]
    cors_origin: Vec<Origin>,
    #[serde(default, with = "humantime_serde")]
    drain_delay: Option<Duration>,
    #[serde(default, with = "humantime_serde")]
    drain_timeout: Option<Duration>,
    max_connections: Option<usize>,
    max_concurrent_streams: Option<u32>,
    #[serde(default, with = "humantime_serde")]
    header_timeout: Option<Duration>,
    #[serde(default, with = "humantime_serde")]
    keepalive_interval: Option<Duration>,
    #[serde(default, with = "humantime_serde")]
    keepalive_timeout: Option<Duration>,
    #[serde(default, with = "humantime_serde")]
    send_timeout: Option<Duration>,
    #[serde(default, with = "humantime_serde")]
    max_connection_age: Option<Duration>,
    #[serde(default, with = "humantime_serde")]
    max_connection_age_grace: Option<Duration>,
    tls_cert: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    tls_client_ca: Option<PathBuf>,
    tokens_file: Option<PathBuf>,
    admin_listen: Option<AdminListen>,
    otlp_endpoint: Option<String>,
}

impl Settings {
    /// Resolves the settings and reads the file if one is named.
    pub(crate) fn resolve(args: &ServeArgs) -> Result<Self, SettingsError> {
        let file = match &args.config {
            Some(path) => read(path)?,
            None => File::default(),
        };
        let defaults = (Limits::default(), ServerSettings::default());
        let settings = merge(args, file, defaults)?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<(), SettingsError> {
        let wire = self.server.limits;
        in_range(
            "max_text_bytes",
            self.limits.max_text_bytes,
            1..=MAX_TEXT_BYTES,
        )?;
        in_range("max_batch_bytes", wire.max_batch_bytes, 1..=MAX_BATCH_BYTES)?;
        in_range(
            "max_batch_documents",
            wire.max_batch_documents,
            1..=1_000_000,
        )?;
        in_range("threads", self.server.threads, 0..=MAX_THREADS)?;
        not_too_long(&[
            ("drain_delay", self.server.drain_delay),
            ("drain_timeout", self.server.drain_timeout),
        ])?;
        load::check(&self.server.load)?;
        connections::check(&self.server.connections)?;
        Ok(self.server.secrets.check()?)
    }
}

fn merge(
    args: &ServeArgs,
    file: File,
    defaults: (Limits, ServerSettings),
) -> Result<Settings, SettingsError> {
    let (limits, server) = defaults;
    let wire = server.limits;
    let load = load::load(args, &file);
    let or = |flag: Option<usize>, file: Option<usize>, default| flag.or(file).unwrap_or(default);
    let web = web::web(&args.web, &file);
    let observe = observe::observe(&args.observe, &file);
    let connections = connections::connections(&args.connections, &file);
    let secrets = connections::secrets(&args.secrets, &file)?;
    Ok(Settings {
        listen: args.listen.or(file.listen).unwrap_or(DEFAULT_LISTEN),
        log: args.log.clone().or(file.log).unwrap_or_default(),
        observe,
        engine: EngineFiles {
            model: args.model.clone().or(file.model),
            taxonomy: args.taxonomy.clone().or(file.taxonomy),
        },
        limits: Limits {
            max_text_bytes: or(
                args.max_text_bytes, file.max_text_bytes, limits.max_text_bytes,
            ),
            ..limits
        },
        server: ServerSettings {
            limits: WireLimits {
                max_batch_documents: or(
                    args.max_batch_documents, file.max_batch_documents, wire.max_batch_documents,
                ),
                max_batch_bytes: or(
                    args.max_batch_bytes, file.max_batch_bytes, wire.max_batch_bytes,
                ),
            },
            threads: or(args.threads, file.threads, server.threads),
            load,
            web,
            drain_delay: args
                .drain_delay
                .or(file.drain_delay)
                .unwrap_or(server.drain_delay),
            drain_timeout: args
                .drain_timeout
                .or(file.drain_timeout)
                .unwrap_or(server.drain_timeout),
            connections,
            secrets,
        },
    })
}

fn read(path: &Path) -> Result<File, SettingsError> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|source| SettingsError::Read {
        path: name.clone(),
        source,
    })?;
    toml::from_str(&text).map_err(|source| SettingsError::Parse {
        path: name,
        source: Box::new(source),
    })
}

fn in_range(
    name: &'static str,
    value: usize,
    range: RangeInclusive<usize>,
) -> Result<(), SettingsError> {
    if range.contains(&value) {
        return Ok(());
    }
    Err(SettingsError::OutOfRange {
        name,
        range: format!("{} to {}", range.start(), range.end()),
        value,
    })
}

fn not_too_long(times: &[(&'static str, Duration)]) -> Result<(), SettingsError> {
    match times.iter().find(|(_, time)| *time > LONGEST) {
        Some(&(name, _)) => Err(SettingsError::TooLong { name }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use mujaz::admission::LoadLimits;
    use proptest::prelude::*;

    use super::*;

    fn resolve(toml: &str, args: ServeArgs) -> Result<Settings, SettingsError> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), toml).expect("written");
        Settings::resolve(&ServeArgs {
            config: Some(file.path().to_owned()),
            ..args
        })
    }

    #[test]
    fn a_flag_wins_over_the_file_and_the_file_over_the_default() {
        let toml = "listen = \"127.0.0.1:7000\"\nthreads = 3\ndrain_delay = \"2s\"\nrequest_timeout = \"5s\"";
        let args = ServeArgs {
            threads: Some(5),
            ..ServeArgs::default()
        };
        let settings = resolve(toml, args).expect("sound");
        assert_eq!(settings.listen.port(), 7000);
        assert_eq!(settings.server.threads, 5);
        assert_eq!(settings.server.drain_delay, Duration::from_secs(2));
        assert_eq!(settings.server.load.request_timeout, Duration::from_secs(5));
        assert_eq!(
            settings.server.load.capacity,
            LoadLimits::default().capacity
        );
    }

    /// Keys and values of all kinds, sound ones among them; and any text.
    fn any_file() -> impl Strategy<Value = String> {
        let key = prop::sample::select(vec![
            "listen", "admin_listen", "threads", "capacity", "max_in_flight_bytes", "queue_time",
            "request_timeout", "max_text_bytes", "max_batch_documents", "grpc_web", "cors_origin",
            "drain_delay", "drain_timeout", "header_timeout", "keepalive_interval", "send_timeout",
            "max_connection_age", "max_connection_age_grace", "tls_cert", "otlp_endpoint", "log",
        ]);
        let value = prop::sample::select(vec![
            r#""127.0.0.1:0""#, r#""[::1]:1""#, r#""0s""#, r#""5s""#, r#""1h 1ns""#,
            r#""999999999y""#, r#""18446744073709551615s""#, "0", "1", "-1", "9223372036854775807",
            "1e400", "nan", "true", "[]", r#"["*"]"#, r#"["https://a", 1]"#, "{}", r#""\u0000""#,
            "\"",
        ]);
        let line = (key, value).prop_map(|(key, value)| format!("{key} = {value}\n"));
        prop_oneof![
            4 => prop::collection::vec(line, 0..4).prop_map(|lines| lines.concat()),
            1 => any::<String>(),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_file_is_settings_in_their_bounds_or_an_error(toml in any_file()) {
            if let Ok(settings) = resolve(&toml, ServeArgs::default()) {
                let ServerSettings { load, connections, threads, .. } = settings.server;
                prop_assert!(load.capacity > 0 && threads <= MAX_THREADS);
                prop_assert!(!connections.send_timeout.is_zero());
                let now = std::time::Instant::now();
                for time in [
                    load.queue_time, load.request_timeout, connections.header_timeout,
                    connections.keepalive_interval, connections.send_timeout,
                    connections.max_age, connections.max_age_grace,
                    settings.server.drain_delay, settings.server.drain_timeout,
                ] {
                    prop_assert!(now.checked_add(time.mul_f64(2.0)).is_some());
                }
            }
        }
    }

    #[test]
    fn errors_name_the_key() {
        for (toml, expected) in [
            ("colour = 1", "colour"),
            ("admin_listen = \"9090\"", "admin_listen"),
            ("threads = \"x\"", "threads"),
            ("threads = 1025", "threads"),
            ("capacity = 0", "capacity"),
            ("max_in_flight_bytes = 0", "max_in_flight_bytes"),
            ("request_timeout = \"0s\"", "request_timeout"),
            ("drain_delay = \"soon\"", "drain_delay"),
            ("drain_timeout = \"366d\"", "drain_timeout"),
            ("queue_time = \"2y\"", "queue_time"),
            ("header_timeout = \"584y\"", "header_timeout"),
            (
                "max_connection_age = \"18446744073709551615s\"",
                "max_connection_age",
            ),
            ("max_connections = 0", "max_connections"),
            ("keepalive_timeout = \"0s\"", "keepalive_timeout"),
            ("send_timeout = \"0s\"", "send_timeout"),
            ("tls_cert = \"/no/such.pem\"", "tls_key"),
            ("tls_client_ca = \"/no/such.pem\"", "tls_cert"),
            ("tokens_file = \"/no/such.txt\"", "/no/such.txt"),
            ("cors_origin = [\"example.org\"]", "cors_origin"),
            ("log = \"warning\"", "log"),
        ] {
            let error = resolve(toml, ServeArgs::default()).expect_err(toml);
            assert!(error.to_string().contains(expected), "{error}");
        }
    }
}
