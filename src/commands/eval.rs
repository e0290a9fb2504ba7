//! `mujaz eval`: how good the answers are, on documents that readers judged.

pub(super) mod input;
mod summaries;
mod table;
mod topics;

use std::process::ExitCode;

use crate::cli::EvalCommand;

pub(crate) use topics::{Measured, UnknownLabels, measure};

/// Measures what was asked for.
pub(crate) fn run(command: &EvalCommand) -> anyhow::Result<ExitCode> {
    match command {
        EvalCommand::Summaries(args) => summaries::run(args),
        EvalCommand::Topics(args) => topics::run(args),
    }
}
