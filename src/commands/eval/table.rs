//! The result of an evaluation, for a person or a machine.

use std::io::{self, Write as _};

use super::summaries::{Measure, Outcome, Row};
use crate::cli::ReportFormat;
use crate::commands::report::interval;

pub(super) fn print(outcome: &Outcome, format: ReportFormat) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match format {
        ReportFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(outcome)?)?,
        ReportFormat::Text => {
            let Outcome {
                documents,
                unused,
                bad_lines,
                systems,
            } = outcome;
            writeln!(
                out,
                "{documents} documents judged, {unused} without words to compare, {bad_lines} bad \
                 lines\n"
            )?;
            write!(out, "{}", table(systems))?;
        }
    }
    Ok(())
}

/// Draws one line for each system: mean and 95 % interval of each measure.
fn table(rows: &[Row]) -> String {
    let names = rows
        .iter()
        .map(|row| row.measures.iter().map(|one| one.name));
    let header = names
        .max_by_key(ExactSizeIterator::len)
        .into_iter()
        .flatten();
    let columns: Vec<String> = header
        .map(|name| format!("  {:<20}", name.replace('_', "-")))
        .collect();
    let mut lines = vec![format!("{:<12}{:>6}{}", "system", "docs", columns.concat())];
    for row in rows {
        let interval = |one: &Measure| interval(one.mean, one.low, one.high);
        let columns: Vec<String> = row
            .measures
            .iter()
            .map(|one| format!("  {:<20}", interval(one)))
            .collect();
        lines.push(format!(
            "{:<12}{:>6}{}",
            row.system,
            row.documents,
            columns.concat()
        ));
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n") + "\n"
}
