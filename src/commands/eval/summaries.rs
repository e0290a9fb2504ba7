//! `mujaz eval summaries`.

use std::process::ExitCode;

use anyhow::ensure;
use mujaz::eval::summaries::{Budget, Case, Score, System, evaluate};
use mujaz::eval::{Estimate, estimate};
use mujaz::summary::Algorithm;
use rayon::prelude::*;
use serde::Serialize;

use super::{input, table};
use crate::cli::{EvalSummariesArgs, SummaryBudget};
use crate::commands::files;

/// What an evaluation has to say.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    /// Documents that were judged.
    pub(super) documents: usize,
    /// Documents without words to compare, which are left out.
    pub(super) unused: usize,
    pub(super) bad_lines: usize,
    pub(super) systems: Vec<Row>,
}

/// What one system reaches, as the mean over documents.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) system: &'static str,
    pub(super) documents: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) measures: Vec<Measure>,
}

/// One measure of a row, from 0 to 100.
#[derive(Debug, Serialize)]
pub(super) struct Measure {
    pub(super) name: &'static str,
    pub(super) mean: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// Scores every algorithm and the oracle on the documents of a file.
pub(super) fn run(args: &EvalSummariesArgs) -> anyhow::Result<ExitCode> {
    files::check_distinct(&files::named("--data", &args.data), &[])?;
    files::check_readable(&args.data)?;
    let (cases, lines) = input::read(&args.data, args.strict)?;
    ensure!(
        !cases.is_empty(),
        "--data: no document to judge, {} bad lines",
        lines.bad
    );
    let budget = match args.budget {
        SummaryBudget::Words => Budget::Words,
        SummaryBudget::Characters => Budget::Characters,
    };
    let row = |name, system| row(name, &cases, system, budget);
    let mut rows: Vec<Row> = Algorithm::ALL
        .into_iter()
        .map(|algorithm| row(algorithm.name(), System::Algorithm(algorithm)))
        .collect();
    rows.push(row("oracle", System::Oracle));
    let documents = rows.first().map_or(0, |row| row.documents);
    ensure!(
        documents > 0,
        "--data: no document has words to compare, {} bad lines",
        lines.bad
    );
    let outcome = Outcome {
        documents,
        unused: cases.len() - documents,
        bad_lines: lines.bad,
        systems: rows,
    };
    table::print(&outcome, args.format)?;
    Ok(ExitCode::SUCCESS)
}

fn row(name: &'static str, cases: &[Case], system: System, budget: Budget) -> Row {
    let scores: Vec<Score> = cases
        .par_iter()
        .filter_map(|case| evaluate(case, system, budget))
        .collect();
    let rouge = |of: fn(&mujaz::eval::rouge::Rouge) -> f64| {
        let values = scores.iter().filter_map(|score| match score {
            Score::Rouge(rouge) => Some(of(rouge)),
            Score::Agreement(_) => None,
        });
        values.collect::<Vec<f64>>()
    };
    let agreement = scores.iter().filter_map(|score| match score {
        Score::Agreement(share) => Some(*share),
        Score::Rouge(_) => None,
    });
    let columns = [
        ("rouge_1", rouge(|score| score.one)),
        ("rouge_2", rouge(|score| score.two)),
        ("rouge_l", rouge(|score| score.l)),
        ("agreement", agreement.collect()),
    ];
    let measures = columns.into_iter().filter(|(_, values)| !values.is_empty());
    Row {
        system: name,
        documents: scores.len(),
        measures: measures
            .map(|(name, values)| measure(name, estimate(&values)))
            .collect(),
    }
}

fn measure(name: &'static str, estimate: Estimate) -> Measure {
    const PERCENT: f64 = 100.0;
    Measure {
        name,
        mean: PERCENT * estimate.mean,
        low: PERCENT * estimate.low,
        high: PERCENT * estimate.high,
    }
}
