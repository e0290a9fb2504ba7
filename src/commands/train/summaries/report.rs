//! What training has to say.

use std::io::{self, Write as _};

use mujaz::eval::summaries::Score;
use mujaz::eval::{Estimate, estimate};
use serde::Serialize;

use super::folds::Scores;
use super::gather::Gathered;
use crate::cli::{ReportFormat, TrainSummariesArgs};
use crate::commands::report;
use crate::commands::terminal::{column, one_line, width_of};

#[derive(Serialize)]
struct Outcome {
    out: String,
    bytes: usize,
    documents: usize,
    headlines: usize,
    unused: usize,
    bad_lines: usize,
    folds: u64,
    seed: u64,
    /// On documents that the judged trees have not seen.
    files: Vec<FileScores>,
}

/// Means over the documents of a file by one measure.
#[derive(Serialize)]
struct FileScores {
    file: String,
    weight: f64,
    measure: &'static str,
    documents: usize,
    ranked: Interval,
    lead: Interval,
    /// What the ranking has over the lead, document by document.
    gain: Interval,
}

/// A mean with its 95 % interval, from 0 to 100.
#[derive(Serialize)]
struct Interval {
    mean: f64,
    low: f64,
    high: f64,
}

impl From<Estimate> for Interval {
    fn from(estimate: Estimate) -> Self {
        const PERCENT: f64 = 100.0;
        Self {
            mean: PERCENT * estimate.mean,
            low: PERCENT * estimate.low,
            high: PERCENT * estimate.high,
        }
    }
}

/// Writes the report.
pub(super) fn show(
    args: &TrainSummariesArgs,
    gathered: &Gathered,
    scores: &[Option<Scores>],
    bytes: usize,
) -> anyhow::Result<()> {
    let outcome = Outcome {
        out: args.out.display().to_string(),
        bytes,
        documents: gathered.documents.len(),
        headlines: gathered.headlines.len(),
        unused: gathered.unused,
        bad_lines: gathered.bad_lines,
        folds: args.folds,
        seed: args.seed,
        files: files(args, gathered, scores),
    };
    let mut out = io::stdout().lock();
    match args.format {
        ReportFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(&outcome)?)?,
        ReportFormat::Text => write_text(&mut out, &outcome)?,
    }
    Ok(())
}

fn files(
    args: &TrainSummariesArgs,
    gathered: &Gathered,
    scores: &[Option<Scores>],
) -> Vec<FileScores> {
    let mut rows = Vec::new();
    for (at, file) in args.data.iter().enumerate() {
        let own = gathered.documents.iter().zip(scores);
        let own = own.filter(|(document, _)| document.file == at);
        let own: Vec<&Scores> = own.filter_map(|(_, scores)| scores.as_ref()).collect();
        for (measure, value) in MEASURES {
            let pair = |one: &&Scores| Some((value(one.ranked)?, value(one.lead)?));
            let pairs: Vec<(f64, f64)> = own.iter().filter_map(pair).collect();
            if pairs.is_empty() {
                continue;
            }
            let over = |of: fn(&(f64, f64)) -> f64| {
                estimate(&pairs.iter().map(of).collect::<Vec<f64>>()).into()
            };
            rows.push(FileScores {
                file: file.path.display().to_string(),
                weight: file.weight,
                measure,
                documents: pairs.len(),
                ranked: over(|pair| pair.0),
                lead: over(|pair| pair.1),
                gain: over(|pair| pair.0 - pair.1),
            });
        }
    }
    rows
}

/// A measure's name and its value where it applies.
type Measure = (&'static str, fn(Score) -> Option<f64>);

const MEASURES: [Measure; 2] = [("agreement", agreement), ("rouge_1", rouge_1)];

fn agreement(score: Score) -> Option<f64> {
    match score {
        Score::Agreement(share) => Some(share),
        Score::Rouge(_) => None,
    }
}

fn rouge_1(score: Score) -> Option<f64> {
    match score {
        Score::Rouge(rouge) => Some(rouge.one),
        Score::Agreement(_) => None,
    }
}

fn write_text(out: &mut impl io::Write, outcome: &Outcome) -> io::Result<()> {
    let Outcome {
        out: name,
        bytes,
        documents,
        headlines,
        unused,
        bad_lines,
        folds,
        seed,
        files,
    } = outcome;
    writeln!(out, "{name}: {bytes} bytes, seed {seed}")?;
    writeln!(
        out,
        "{documents} documents and {headlines} headlines learnt from, {unused} of no use, \
         {bad_lines} bad lines\n"
    )?;
    writeln!(
        out,
        "Each document judged by trees grown on the other parts, of {folds}"
    )?;
    let width = files.iter().map(|row| width_of(&one_line(&row.file))).max();
    let width = width.unwrap_or(0);
    writeln!(
        out,
        "{:<width$} measure    docs  {:<20} {:<20} gain",
        "file", "ranked", "lead"
    )?;
    for row in files {
        writeln!(
            out,
            "{} {:<9} {:>5}  {:<20} {:<20} {}",
            column(&row.file, width),
            row.measure.replace('_', "-"),
            row.documents,
            text(&row.ranked),
            text(&row.lead),
            text(&row.gain)
        )?;
    }
    Ok(())
}

fn text(interval: &Interval) -> String {
    report::interval(interval.mean, interval.low, interval.high)
}
