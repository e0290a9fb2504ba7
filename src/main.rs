//! The program: read what was typed, start the log, do what was asked.

mod cli;
mod commands;
mod reload;
mod settings;
mod shutdown;
mod telemetry;

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
        eprintln!("mujaz: {error:#}");
        ExitCode::FAILURE
    })
}
