//! `mujaz health`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;
use tonic_health::ServingStatus;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;

use super::connect;
use crate::cli::HealthArgs;

/// Asks a server for its health, prints the answer and returns 0 only if it
/// is SERVING.
pub(crate) fn run(args: &HealthArgs) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start the runtime")?;
    let status = runtime.block_on(async {
        tokio::time::timeout(args.timeout, check(args))
            .await
            .with_context(|| format!("no answer from {} in time", args.addr))?
    })?;
    // Whoever does not read it has the exit code.
    let _ = writeln!(io::stdout(), "{}", status.to_string().to_uppercase());
    Ok(match status {
        ServingStatus::Serving => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

async fn check(args: &HealthArgs) -> anyhow::Result<ServingStatus> {
    let channel = connect::endpoint(&url(args), &args.client)?
        .connect()
        .await
        .with_context(|| format!("cannot connect to {}", args.addr))?;
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

/// Returns the address as a URL; naming an authority asks for TLS.
fn url(args: &HealthArgs) -> String {
    let scheme = match args.client.ca {
        _ if args.addr.contains("://") => "",
        Some(_) => "https://",
        None => "http://",
    };
    format!("{scheme}{}", args.addr)
}
