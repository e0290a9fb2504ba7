//! Reads documents and keeps of each its features, its labels and what is
//! needed to judge a ranking; texts are let go.

use std::collections::BTreeSet;

use mujaz::eval::Judge;
use mujaz::eval::summaries::Case;
use mujaz::summary::sentence_features;
use mujaz::summary::train::{Example, headline_example};
use mujaz::text::AnalyzedText;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::cli::{TrainSummariesArgs, WeightedFile};
use crate::commands::eval::input::{self, Headlined};
use crate::commands::lines::{self, Lines};

/// Documents that are analysed side by side before more are read.
const CHUNK: usize = 1_024;

/// Everything that was read.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) documents: Vec<Document>,
    pub(super) headlines: Vec<Example>,
    /// Documents of which nothing can be learnt.
    pub(super) unused: usize,
    pub(super) bad_lines: usize,
}

/// A labelled document.
pub(super) struct Document {
    pub(super) example: Example,
    /// Position of each row's sentence in the text.
    pub(super) candidates: Vec<usize>,
    pub(super) judge: Judge,
    /// Position of its file among those named.
    pub(super) file: usize,
    /// The same for the same text, whatever else is read.
    pub(super) hash: u64,
}

/// Reads all files that are named on the command line.
pub(super) fn gather(args: &TrainSummariesArgs) -> anyhow::Result<Gathered> {
    let mut gathered = Gathered::default();
    for (at, file) in args.data.iter().enumerate() {
        gathered.add_labelled(args, at, file)?;
    }
    gathered.add_headlines(args)?;
    Ok(gathered)
}

impl Gathered {
    fn add_labelled(
        &mut self,
        args: &TrainSummariesArgs,
        at: usize,
        file: &WeightedFile,
    ) -> anyhow::Result<()> {
        let files = [file.path.clone()];
        let mut chunks = Chunks::new(|case: &Case| document(case, at, file.weight));
        let lines = lines::read(&files, args.strict, |line| {
            chunks.push(input::case(line)?);
            Ok(())
        })?;
        let made = chunks.finish();
        self.count(lines, made.len());
        self.documents.extend(made);
        Ok(())
    }

    /// Leaves out texts that are labelled too: what is learnt of headlines
    /// should look at them as at any new text.
    fn add_headlines(&mut self, args: &TrainSummariesArgs) -> anyhow::Result<()> {
        let labelled: BTreeSet<u64> = self.documents.iter().map(|one| one.hash).collect();
        let mut chunks = Chunks::new(|one: &Headlined| headline(one, &labelled));
        let lines = lines::read(&args.headlines, args.strict, |line| {
            chunks.push(input::headlined(line)?);
            Ok(())
        })?;
        self.headlines = chunks.finish();
        self.count(lines, self.headlines.len());
        Ok(())
    }

    fn count(&mut self, lines: Lines, used: usize) {
        self.bad_lines += lines.bad;
        self.unused += lines.good - used;
    }
}

fn document(case: &Case, file: usize, weight: f64) -> Option<Document> {
    let text = AnalyzedText::new(&case.title, &case.text, case.language.as_deref());
    let judge = Judge::new(&text, &case.gold)?;
    let (candidates, rows): (Vec<usize>, Vec<_>) = sentence_features(&text).into_iter().unzip();
    let labels = judge.labels(&candidates);
    // A single sentence has nothing to be preferred to.
    (rows.len() > 1).then(|| Document {
        example: Example {
            rows,
            labels: labels.into_iter().map(to_f32).collect(),
            weight: to_f32(weight),
        },
        candidates,
        judge,
        file,
        hash: hash(&case.text),
    })
}

fn headline(one: &Headlined, labelled: &BTreeSet<u64>) -> Option<Example> {
    if labelled.contains(&hash(&one.text)) {
        return None;
    }
    headline_example(&one.title, &one.text, one.language.as_deref(), 1.0)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "labels and weights need no more"
)]
fn to_f32(value: f64) -> f32 {
    value as f32
}

/// Hashes a text, the same on every machine.
fn hash(text: &str) -> u64 {
    let digest = Sha256::digest(text);
    u64::from_le_bytes(std::array::from_fn(|at| digest[at]))
}

/// Turns items into what is made of them, side by side and in order.
struct Chunks<T, U, F> {
    make: F,
    waiting: Vec<T>,
    made: Vec<U>,
}

impl<T: Send + Sync, U: Send, F: Fn(&T) -> Option<U> + Sync> Chunks<T, U, F> {
    fn new(make: F) -> Self {
        Self {
            make,
            waiting: Vec::with_capacity(CHUNK),
            made: Vec::new(),
        }
    }

    fn push(&mut self, item: T) {
        self.waiting.push(item);
        if self.waiting.len() == CHUNK {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let made = self.waiting.par_iter().filter_map(&self.make);
        self.made.par_extend(made);
        self.waiting.clear();
    }

    fn finish(mut self) -> Vec<U> {
        self.flush();
        self.made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_keep_the_order() {
        let even = |number: &usize| number.is_multiple_of(2).then_some(*number);
        let mut chunks = Chunks::new(even);
        for number in 0..=3 * CHUNK {
            chunks.push(number);
        }
        let made = chunks.finish();
        assert!(made.is_sorted() && made.len() == 3 * CHUNK / 2 + 1);
    }
}
