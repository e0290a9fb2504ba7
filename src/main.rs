//! The program: read what was typed, start the log, do what was asked.

mod cli;
mod commands;
mod reload;
mod settings;
mod shutdown;
mod telemetry;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

use cli::{Cli, Command};

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
        eprintln!("mujaz: {error:#}");
        ExitCode::FAILURE
    })
}

/// Tells whether output failed because its reader has seen enough, as `head`
/// does.
fn reader_is_gone(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
