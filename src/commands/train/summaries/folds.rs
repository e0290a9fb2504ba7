//! Cross-validation by document: each is judged by trees that have not seen
//! it, nor another document with the same text.

use indicatif::ProgressBar;
use mujaz::eval::summaries::Score;
use mujaz::summary::train::{Example, TrainError, Trainer};
use rayon::prelude::*;

use super::gather::Document;

/// What a document scores.
pub(super) struct Scores {
    /// Ranked by trees that have not seen it.
    pub(super) ranked: Score,
    /// With its first sentences.
    pub(super) lead: Score,
}

/// Judges each document; `None` for those that can't be.
pub(super) fn judge(
    trainer: &Trainer,
    documents: &[Document],
    folds: u64,
    bar: &ProgressBar,
) -> Result<Vec<Option<Scores>>, TrainError> {
    let of_fold = |fold: u64| {
        let (own, others): (Vec<_>, Vec<_>) = documents
            .iter()
            .enumerate()
            .partition(|(_, one)| one.hash % folds == fold);
        let others: Vec<&Example> = others.iter().map(|(_, one)| &one.example).collect();
        let ranker = trainer.fit(&others, &|| bar.inc(1))?;
        let judged = own.into_iter().map(|(at, one)| {
            let order = ranker.scores(&one.example.rows);
            (at, scores(one, &order))
        });
        Ok(judged.collect::<Vec<_>>())
    };
    let by_fold: Vec<Vec<_>> = (0..folds)
        .into_par_iter()
        .map(of_fold)
        .collect::<Result<_, TrainError>>()?;
    let mut all: Vec<Option<Scores>> = documents.iter().map(|_| None).collect();
    for (at, scores) in by_fold.into_iter().flatten() {
        all[at] = scores;
    }
    Ok(all)
}

fn scores(document: &Document, scores: &[f64]) -> Option<Scores> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let ranked: Vec<usize> = order.iter().map(|&at| document.candidates[at]).collect();
    Some(Scores {
        ranked: document.judge.score(&ranked)?,
        lead: document.judge.score(&document.candidates)?,
    })
}
