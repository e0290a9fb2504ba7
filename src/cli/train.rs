//! What can be typed to train.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{ReportFormat, TrainTopicsArgs, file, positive};

/// Topics without a word of what, since that came first.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct TrainCommand {
    #[command(subcommand)]
    pub(crate) what: Option<TrainWhat>,
    #[command(flatten)]
    pub(crate) topics: Option<TrainTopicsArgs>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TrainWhat {
    /// Learn how to rank sentences from what readers chose or wrote
    Summaries(TrainSummariesArgs),
}

#[derive(Debug, Args)]
pub(crate) struct TrainSummariesArgs {
    /// Documents as for `mujaz eval summaries`, plain or gzip; =WEIGHT makes each document count
    /// as so many [default: 1]
    #[arg(long, value_name = "FILE[=WEIGHT]", required = true, num_args = 1.., value_parser = weighted_file)]
    pub(crate) data: Vec<WeightedFile>,
    /// JSON lines {text, title, lang?} without labels: sentences that a headline echoes matter
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) headlines: Vec<PathBuf>,
    /// File that the trees are written to
    #[arg(long, value_name = "FILE", value_parser = file)]
    pub(crate) out: PathBuf,
    /// Parts of the documents that are judged by trees grown on the other parts
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u64).range(2..=100))]
    pub(crate) folds: u64,
    /// Seed of all sampling
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(..=u64::from(u32::MAX)))]
    pub(crate) seed: u64,
    /// Stop at the first bad line
    #[arg(long)]
    pub(crate) strict: bool,
    /// How the scores are written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
}

/// A file and what each of its documents counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WeightedFile {
    pub(crate) path: PathBuf,
    pub(crate) weight: f64,
}

fn weighted_file(text: &str) -> Result<WeightedFile, String> {
    let (path, weight) = match text.rsplit_once('=') {
        Some((path, weight)) => (path, positive(weight)?),
        None => (text, 1.0),
    };
    Ok(WeightedFile {
        path: path.into(),
        weight,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_have_a_weight() {
        let read = |text| weighted_file(text).map(|file| (file.path, file.weight));
        assert_eq!(read("a.jsonl"), Ok(("a.jsonl".into(), 1.0)));
        assert_eq!(read("a=b.jsonl=0.4"), Ok(("a=b.jsonl".into(), 0.4)));
        assert!(read("a.jsonl=0").is_err() && read("a.jsonl=x").is_err());
    }
}
