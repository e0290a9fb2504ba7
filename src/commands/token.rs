//! `mujaz token`.

use std::process::ExitCode;

use anyhow::{Context as _, anyhow, ensure};
use mujaz::tokens::{Tokens, digest_hex, hex};
use tokio_rustls::rustls::crypto::ring::default_provider;

use crate::cli::connections::TokenArgs;

/// Random bytes in a token: beyond guessing, and beyond finding by digest.
const TOKEN_BYTES: usize = 32;

/// Makes a token; prints its line for the tokens file to standard output and
/// the token to standard error.
pub(crate) fn run(args: &TokenArgs) -> anyhow::Result<ExitCode> {
    let mut bytes = [0; TOKEN_BYTES];
    let filled = default_provider().secure_random.fill(&mut bytes);
    filled.map_err(|_| anyhow!("the system gives no random bytes"))?;
    let token = hex(&bytes);
    let mut line = format!("{} sha256:{}", args.name, digest_hex(token.as_bytes()));
    if let Some(rate) = &args.rate {
        line = format!("{line} rate={rate}");
    }
    let read = Tokens::parse(&line, None).context("no such token can be made")?;
    ensure!(!read.is_empty(), "a name does not begin with #");
    println!("{line}");
    eprintln!("{token}");
    Ok(ExitCode::SUCCESS)
}
