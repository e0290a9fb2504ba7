//! `mujaz train summaries`: documents with what readers chose or wrote in,
//! the trees of RANKED and their scores out.

mod folds;
mod gather;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use indicatif::ProgressBar;
use mujaz::summary::train::{Recipe, Trainer};

use crate::cli::TrainSummariesArgs;
use crate::commands::{files, progress};
use gather::Gathered;

/// Trains a ranker, judges it on documents that it has not seen, writes it,
/// and reports.
pub(super) fn run(args: &TrainSummariesArgs) -> anyhow::Result<ExitCode> {
    let data: Vec<PathBuf> = args.data.iter().map(|file| file.path.clone()).collect();
    let read = [
        files::named("--data", &data),
        files::named("--headlines", &args.headlines),
    ];
    files::check_distinct(&read.concat(), &files::named("--out", [&args.out]))?;
    files::check_readable(&data)?;
    files::check_readable(&args.headlines)?;
    files::check_writable(&args.out)?;
    let gathered = gather::gather(args)?;
    let recipe = Recipe {
        seed: args.seed,
        ..Recipe::default()
    };
    let bar = bar(&recipe, args, &gathered);
    let on_tree = || bar.inc(1);
    let trainer = Trainer::new(recipe, &gathered.headlines, &on_tree)?;
    let scores = folds::judge(&trainer, &gathered.documents, args.folds, &bar)?;
    let examples: Vec<_> = gathered.documents.iter().map(|one| &one.example).collect();
    let ranker = trainer.fit(&examples, &on_tree)?;
    bar.finish_and_clear();
    let file = ranker.to_bytes().context("too many trees for a file")?;
    let written = files::write(&args.out, &file);
    // Hours may have gone into the scores: they are told whatever failed.
    report::show(args, &gathered, &scores, file.len())?;
    written?;
    Ok(ExitCode::SUCCESS)
}

/// Makes a bar that counts trees.
fn bar(recipe: &Recipe, args: &TrainSummariesArgs, gathered: &Gathered) -> ProgressBar {
    let (of_headlines, of_documents) = Trainer::trees(recipe, gathered.headlines.len());
    let total = of_headlines as u64 + (args.folds + 1) * of_documents as u64;
    progress::bar(ProgressBar::new(total), "{bar:40} {pos}/{len} trees, {eta}")
}
