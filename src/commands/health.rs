//! `mujaz health`.

use std::io::{self, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::process::ExitCode;

use anyhow::Context as _;
use tonic_health::ServingStatus;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;

use super::connect;
use crate::cli::HealthArgs;
use crate::settings::{DEFAULT_LISTEN, variable};

/// The variable that tells a server where to listen.
const LISTEN: &str = "MUJAZ_LISTEN";

/// Asks a server for its health, prints the answer and returns 0 only if it
/// is SERVING.
pub(crate) fn run(args: &HealthArgs) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start the runtime")?;
    let address = match &args.addr {
        Some(address) => address.clone(),
        None => own_server()?.to_string(),
    };
    let status = runtime.block_on(async {
        tokio::time::timeout(args.timeout, check(&address, args))
            .await
            .with_context(|| format!("no answer from {address} in time"))?
    })?;
    // Whoever does not read it has the exit code.
    let _ = writeln!(io::stdout(), "{}", name(status));
    Ok(match status {
        ServingStatus::Serving => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

async fn check(address: &str, args: &HealthArgs) -> anyhow::Result<ServingStatus> {
    let channel = connect::connect(&url(address, args), &args.client).await?;
    let request = HealthCheckRequest {
        service: args.service.clone(),
    };
    let answer = HealthClient::new(channel)
        .check(request)
        .await?
        .into_inner();
    Ok(match answer.status {
        1 => ServingStatus::Serving,
        2 => ServingStatus::NotServing,
        _ => ServingStatus::Unknown,
    })
}

/// Returns the name of a status in the protocol.
fn name(status: ServingStatus) -> &'static str {
    match status {
        ServingStatus::Serving => "SERVING",
        ServingStatus::NotServing => "NOT_SERVING",
        ServingStatus::Unknown => "UNKNOWN",
    }
}

/// Returns where a server with this environment, as that of a container, is reached from this
/// machine.
fn own_server() -> anyhow::Result<SocketAddr> {
    let Some(listen) = variable(LISTEN) else {
        return Ok(DEFAULT_LISTEN);
    };
    let address: SocketAddr = listen
        .parse()
        .with_context(|| format!("{LISTEN}: {listen:?}"))?;
    let loopback = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    Ok(SocketAddr::new(loopback, address.port()))
}

/// Returns the address as a URL; naming an authority asks for TLS.
fn url(address: &str, args: &HealthArgs) -> String {
    let scheme = match args.client.ca {
        _ if address.contains("://") => "",
        Some(_) => "https://",
        None => "http://",
    };
    format!("{scheme}{address}")
}
