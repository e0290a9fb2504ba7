//! Boosting: each tree goes down the slope of the loss that the trees before
//! it left (Friedman 2001).

use super::Boosting;
use super::grow::{Slope, grow};
use super::table::Table;
use crate::random::SplitMix;
use crate::summary::trees::Tree;

/// What trees are to make small.
pub(super) trait Objective {
    /// The score of every sentence before the first tree.
    fn start(&self) -> f64;

    /// Writes the slope of the loss at the scores of all sentences.
    fn slopes(&self, scores: &[f64], slopes: &mut [Slope]);
}

/// Grows trees one after the other; a tree that finds nothing worth a split
/// in what it may look at is left out.
pub(super) fn boost(
    table: &Table,
    objective: &impl Objective,
    how: &Boosting,
    seed: u64,
    on_tree: &dyn Fn(),
) -> Vec<Tree> {
    let mut random = SplitMix(seed);
    let mut scores = vec![objective.start(); table.rows];
    let mut slopes = vec![Slope::default(); table.rows];
    let mut trees = Vec::new();
    for _ in 0..how.trees {
        objective.slopes(&scores, &mut slopes);
        let rows = sample_rows(table.rows, how.rows, &mut random);
        let columns = sample_columns(table.columns.len(), how.features, &mut random);
        if let Some(grown) = grow(table, &slopes, rows, &columns, how) {
            for (row, score) in scores.iter_mut().enumerate() {
                *score += grown.outputs[grown.leaf(table, row)];
            }
            trees.push(grown.into_tree(table));
        }
        on_tree();
    }
    trees
}

/// Draws the sentences that a tree is grown on.
fn sample_rows(rows: usize, share: f64, random: &mut SplitMix) -> Vec<u32> {
    // Memory ends long before there are more sentences than u32 counts.
    let all = 0..u32::try_from(rows).unwrap_or(u32::MAX);
    if share >= 1.0 {
        return all.collect();
    }
    all.filter(|_| random.unit() < share).collect()
}

/// Draws the columns that a tree may look at, one at least.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share of a few columns"
)]
fn sample_columns(columns: usize, share: f64, random: &mut SplitMix) -> Vec<usize> {
    let count = (columns as f64 * share).round() as usize;
    random.sample(count.clamp(1.min(columns), columns), columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::forest::Forest;

    /// Half the squared distance from what is wanted.
    struct Squares(Vec<f64>);

    impl Objective for Squares {
        fn start(&self) -> f64 {
            0.0
        }

        fn slopes(&self, scores: &[f64], slopes: &mut [Slope]) {
            for ((slope, score), wanted) in slopes.iter_mut().zip(scores).zip(&self.0) {
                *slope = Slope {
                    gradient: score - wanted,
                    curvature: 1.0,
                };
            }
        }
    }

    fn how(trees: usize, leaves: usize) -> Boosting {
        Boosting {
            trees,
            leaves,
            rate: 0.5,
            l2: 0.0,
            min_rows: 1,
            features: 1.0,
            rows: 1.0,
        }
    }

    /// Two features of no use alone: the wanted value is whether they differ,
    /// once more often in one cell, so that a first split can gain.
    fn unequal() -> (Vec<Vec<f32>>, Vec<f64>) {
        let cells = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 1)];
        let column = |of: fn(&(u8, u8)) -> u8| cells.iter().map(|cell| of(cell).into()).collect();
        let wanted = cells.iter().map(|(a, b)| f64::from(a != b)).collect();
        (vec![column(|cell| cell.0), column(|cell| cell.1)], wanted)
    }

    fn loss(columns: &[Vec<f32>], wanted: &[f64], trees: &[Tree]) -> f64 {
        let forest = Forest::new(trees).expect("few trees");
        let row = |row: usize| -> Vec<f32> { columns.iter().map(|column| column[row]).collect() };
        let rows: Vec<Vec<f32>> = (0..wanted.len()).map(row).collect();
        let outputs = forest.predict(&rows);
        let square = |(output, wanted): (f64, &f64)| (output - wanted).powi(2);
        outputs.into_iter().zip(wanted).map(square).sum()
    }

    #[test]
    fn what_no_feature_tells_alone_is_learnt() {
        let (columns, wanted) = unequal();
        let table = Table::new(&columns, |_| true);
        let trees = boost(&table, &Squares(wanted.clone()), &how(30, 4), 1, &|| ());
        assert!(loss(&columns, &wanted, &trees) < 1e-6);
    }

    #[test]
    fn the_loss_falls_with_each_tree() {
        let mut random = SplitMix(3);
        let mut draw = || (0..300).map(|_| random.unit()).collect::<Vec<f64>>();
        let (a, b) = (draw(), draw());
        let wanted: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a * b + a.sin()).collect();
        let columns = [a, b].map(|column| column.iter().map(|&x| x as f32).collect::<Vec<_>>());
        let table = Table::new(&columns, |_| true);
        let trees = boost(&table, &Squares(wanted.clone()), &how(20, 8), 1, &|| ());
        let losses: Vec<f64> = (0..=20)
            .map(|count| loss(&columns, &wanted, &trees[..count]))
            .collect();
        assert!(losses.is_sorted_by(|a, b| a > b), "{losses:?}");
        assert!(losses[20] < 0.02 * losses[0], "{losses:?}");
    }

    #[test]
    fn a_seed_decides_the_trees() {
        let (columns, wanted) = unequal();
        let columns: Vec<_> = columns.iter().map(|column| column.repeat(40)).collect();
        let wanted = wanted.repeat(40);
        let table = Table::new(&columns, |_| true);
        let sampled = Boosting {
            rows: 0.5,
            features: 0.5,
            ..how(8, 3)
        };
        let grow = |seed| boost(&table, &Squares(wanted.clone()), &sampled, seed, &|| ());
        assert_eq!(grow(1), grow(1));
        assert_ne!(grow(1), grow(2));
    }
}
