//! The program: read what was typed, start the log, do what was asked.

mod cli;
mod commands;
mod reload;
mod settings;
mod shutdown;
mod telemetry;

use std::error::Error;
use std::io;
use std::process::ExitCode;

use clap::Parser as _;
use tonic::Status;

use cli::{Cli, Command, EXIT_USAGE, UsageError};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return cli::explain(&error),
    };
    let done = match cli.command {
        Command::Serve(args) => commands::serve::run(&args),
        Command::Analyze(args) => commands::analyze::run(&args),
        Command::Topics(args) => commands::topics::run(&args),
        Command::Train(args) => commands::train::run(&args),
        Command::Eval(command) => commands::eval::run(&command),
        Command::Health(args) => commands::health::run(&args),
        Command::Token(args) => commands::token::run(&args),
    };
    done.unwrap_or_else(|error| {
        if reader_is_gone(&error) {
            return ExitCode::SUCCESS;
        }
        eprintln!("mujaz: {}", told(&error));
        if error.is::<UsageError>() {
            return ExitCode::from(EXIT_USAGE);
        }
        ExitCode::FAILURE
    })
}

/// Puts an error and its causes into a line. Some errors end with their cause by
/// themselves, which is not said again.
fn told(error: &anyhow::Error) -> String {
    error
        .chain()
        .map(saying)
        .fold(String::new(), |told, cause| {
            if told.is_empty() {
                return cause;
            }
            if told.ends_with(&cause) {
                return told;
            }
            format!("{told}: {cause}")
        })
}

/// Returns what an error says of itself; a status would tell its cause too, as a
/// programmer sees it.
fn saying(error: &(dyn Error + 'static)) -> String {
    match error.downcast_ref::<Status>() {
        Some(status) => format!("{}: {}", status.code(), status.message()),
        None => error.to_string(),
    }
}

/// Tells whether output failed because its reader has seen enough, as `head`
/// does. The error is then that of the write itself: one that stands behind
/// another came from a connection, and its server has gone.
fn reader_is_gone(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
