//! The result of an evaluation, for a person or a machine.

use std::io::{self, Write as _};

use super::summaries::{Measure, Row};
use crate::cli::OutputFormat;

pub(super) fn print(rows: &[Row], format: OutputFormat) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match format {
        OutputFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(rows)?)?,
        OutputFormat::Jsonl => {
            for row in rows {
                writeln!(out, "{}", serde_json::to_string(row)?)?;
            }
        }
        OutputFormat::Text => write!(out, "{}", table(rows))?,
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
        let interval = |one: &Measure| format!("{:.1} [{:.1}, {:.1}]", one.mean, one.low, one.high);
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
