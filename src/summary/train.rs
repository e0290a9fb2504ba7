//! Learns the trees of RANKED from what readers chose, what abstracts say and
//! what headlines echo.
//!
//! ```text
//! headlines ─ forest ─ output and place ┐
//! labelled documents ─ features ────────┴─ choice (cross-entropy) ┐
//!                                       └─ order (LambdaMART) ────┴─ Ranker
//! ```
//!
//! The same examples in the same order with the same seed give the same bytes
//! on the same machine; nothing here uses more than one thread.

mod boost;
mod grow;
mod headline;
mod objective;
mod order;
mod table;
#[cfg(test)]
mod tests;

pub use headline::example as headline_example;

use thiserror::Error;

use super::features::{NAMES, Row};
use super::ranker::{self, Ranker, Stage};
use boost::boost;
use objective::CrossEntropy;
use order::Order;
use table::Table;

/// A document to learn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// Features of each candidate sentence.
    pub rows: Vec<Row>,
    /// How much each of them belongs into a summary, in [0, 1].
    pub labels: Vec<f32>,
    /// Weight of the document against others, above 0.
    pub weight: f32,
}

/// How a forest is grown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Boosting {
    /// Number of trees.
    pub trees: usize,
    /// Most leaves of a tree, at least 2.
    pub leaves: usize,
    /// Factor of each tree's output.
    pub rate: f64,
    /// L2 penalty on the outputs of leaves.
    pub l2: f64,
    /// Fewest sentences of a leaf.
    pub min_rows: usize,
    /// Share of the features that each tree may look at, in (0, 1].
    pub features: f64,
    /// Share of the sentences that each tree is grown on, in (0, 1].
    pub rows: f64,
}

/// Everything that decides what is learnt from given examples.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// What headlines echo; not grown without such examples.
    pub headline: Boosting,
    /// Whether a sentence is chosen.
    pub choice: Boosting,
    /// Which of two sentences of a document comes first.
    pub order: Boosting,
    /// Weight of the order's output beside that of the choice.
    pub order_weight: f32,
    /// Weight of the hand-set base.
    pub base_weight: f32,
    /// Seed of all sampling.
    pub seed: u64,
}

impl Default for Recipe {
    /// The recipe of the built-in ranker; values by cross-validation, see
    /// `models/README-summary.md`.
    fn default() -> Self {
        let shared = Boosting {
            trees: 200,
            leaves: 8,
            rate: 0.05,
            l2: 10.0,
            min_rows: 80,
            features: 0.3,
            rows: 1.0,
        };
        Self {
            headline: Boosting {
                trees: 200,
                leaves: 15,
                rate: 0.05,
                l2: 0.0,
                min_rows: 100,
                features: 0.5,
                rows: 1.0,
            },
            choice: Boosting {
                rows: 0.7,
                ..shared
            },
            order: shared,
            order_weight: 0.475,
            base_weight: 0.34,
            seed: 1,
        }
    }
}

/// Why nothing was learnt.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TrainError {
    /// No document.
    #[error("no document to learn from")]
    NoExample,
    /// Labels and rows of a document are not of one length, or a number of
    /// it is out of its range.
    #[error("document {0} (from 0): labels, weight or features out of range")]
    BadExample(usize),
    /// The labels never differ within a document.
    #[error("no document has sentences of different labels")]
    NothingToOrder,
    /// More trees than a file can hold.
    #[error("too many trees for a file")]
    TooManyTrees,
}

/// Learns rankers that share what was learnt from headlines.
#[derive(Debug)]
pub struct Trainer {
    recipe: Recipe,
    headline: Vec<Stage>,
}

impl Trainer {
    /// Takes a recipe and headlines to learn from, which may be none;
    /// `on_tree` hears of each tree.
    ///
    /// # Errors
    ///
    /// [`TrainError`] if an example is out of range.
    pub fn new(
        recipe: Recipe,
        headlines: &[Example],
        on_tree: &dyn Fn(),
    ) -> Result<Self, TrainError> {
        let examples: Vec<&Example> = headlines.iter().collect();
        check(&examples)?;
        let mut headline = Vec::new();
        if !examples.is_empty() {
            let table = Table::new(&columns(&examples, &[]), headline::may_see);
            let objective = CrossEntropy::new(&examples);
            let trees = boost(&table, &objective, &recipe.headline, recipe.seed, on_tree);
            headline.push(Stage::new(0.0, trees).ok_or(TrainError::TooManyTrees)?);
        }
        Ok(Self { recipe, headline })
    }

    /// Number of trees of which [`new`](Self::new) and [`fit`](Self::fit)
    /// tell.
    #[must_use]
    pub fn trees(recipe: &Recipe, headlines: usize) -> (usize, usize) {
        let headline = if headlines > 0 {
            recipe.headline.trees
        } else {
            0
        };
        (headline, recipe.choice.trees + recipe.order.trees)
    }

    /// Learns a ranker from labelled documents.
    ///
    /// # Errors
    ///
    /// [`TrainError`] if there is nothing to learn from or an example is out
    /// of range.
    pub fn fit(&self, examples: &[&Example], on_tree: &dyn Fn()) -> Result<Ranker, TrainError> {
        check(examples)?;
        if examples.is_empty() {
            return Err(TrainError::NoExample);
        }
        let order = Order::new(examples).ok_or(TrainError::NothingToOrder)?;
        let table = Table::new(&columns(examples, &self.headline), |_| true);
        let Recipe { seed, .. } = self.recipe;
        let choice = CrossEntropy::new(examples);
        let choice = boost(&table, &choice, &self.recipe.choice, seed + 1, on_tree);
        let order = boost(&table, &order, &self.recipe.order, seed + 2, on_tree);
        let mut stages = self.headline.clone();
        for (weight, trees) in [(1.0, choice), (self.recipe.order_weight, order)] {
            stages.push(Stage::new(weight, trees).ok_or(TrainError::TooManyTrees)?);
        }
        Ok(Ranker::new(self.recipe.base_weight, stages))
    }
}

fn check(examples: &[&Example]) -> Result<(), TrainError> {
    let is_good = |example: &Example| {
        example.rows.len() == example.labels.len()
            && example.weight > 0.0
            && example.weight.is_finite()
            && example
                .labels
                .iter()
                .all(|label| (0.0..=1.0).contains(label))
            && example.rows.iter().flatten().all(|value| value.is_finite())
    };
    match examples.iter().position(|example| !is_good(example)) {
        Some(at) => Err(TrainError::BadExample(at)),
        None => Ok(()),
    }
}

/// Lists the values of each feature over all sentences, those of stages last.
fn columns(examples: &[&Example], stages: &[Stage]) -> Vec<Vec<f32>> {
    let mut columns = vec![Vec::new(); NAMES.len() + ranker::columns_of(stages.len())];
    for example in examples {
        for row in ranker::wide(stages, &example.rows) {
            for (column, value) in columns.iter_mut().zip(row) {
                column.push(value);
            }
        }
    }
    columns
}
