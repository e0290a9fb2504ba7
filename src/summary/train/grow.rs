//! Grows one tree leaf by leaf, always where the loss falls most (Friedman
//! 2001; best-first growth over histograms as in Ke et al. 2017).

use std::ops::Range;

use super::Boosting;
use super::table::{MOST_BINS, Table, to_byte};
use crate::summary::forest::MAX_LEAVES;
use crate::summary::trees::{Node, Tree};

/// Smallest second derivative of a leaf: below it, its output means nothing.
const LEAST_CURVATURE: f64 = 1e-3;

/// First and second derivative of the loss by a score.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Slope {
    pub(super) gradient: f64,
    pub(super) curvature: f64,
}

/// A tree with the numbers of bins in place of thresholds.
pub(super) struct Grown {
    splits: Vec<Split>,
    children: Vec<[i16; 2]>,
    /// Output of each leaf.
    pub(super) outputs: Vec<f64>,
}

impl Grown {
    /// Finds the leaf of a sentence of the table.
    pub(super) fn leaf(&self, table: &Table, row: usize) -> usize {
        let mut node = 0;
        loop {
            let Split { column, bin, .. } = self.splits[node];
            let above = table.columns[column].bins[row] > bin;
            let next = self.children[node][usize::from(above)];
            match usize::try_from(next) {
                Ok(next) => node = next,
                Err(_) => return usize::from(next.unsigned_abs()) - 1,
            }
        }
    }

    /// Returns the tree with thresholds.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "features are few, outputs need no more than f32"
    )]
    pub(super) fn into_tree(self, table: &Table) -> Tree {
        let nodes = self.splits.iter().zip(self.children);
        Tree {
            nodes: nodes
                .map(|(split, children)| Node {
                    feature: table.columns[split.column].feature as u16,
                    threshold: table.columns[split.column].bounds[usize::from(split.bin)],
                    children,
                })
                .collect(),
            leaves: self.outputs.iter().map(|&output| output as f32).collect(),
        }
    }
}

/// Sums over the sentences of a bin or a leaf.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    gradient: f64,
    curvature: f64,
    rows: u32,
}

impl Sums {
    fn add(&mut self, slope: Slope) {
        self.gradient += slope.gradient;
        self.curvature += slope.curvature;
        self.rows += 1;
    }

    fn plus(self, other: Self) -> Self {
        Self {
            gradient: self.gradient + other.gradient,
            curvature: self.curvature + other.curvature,
            rows: self.rows + other.rows,
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            gradient: self.gradient - other.gradient,
            curvature: self.curvature - other.curvature,
            rows: self.rows - other.rows,
        }
    }

    /// What the best output of these sentences takes off the loss, doubled.
    fn gain(self, l2: f64) -> f64 {
        self.gradient * self.gradient / (self.curvature + l2)
    }
}

/// Sentences at or below a bin of a column, and those above it.
#[derive(Debug, Clone, Copy)]
struct Split {
    gain: f64,
    column: usize,
    bin: u8,
}

/// Sums of each bin of each column that the tree may look at.
type Histogram = Vec<[Sums; MOST_BINS]>;

struct Leaf {
    /// Where its sentences stand in the list of all.
    rows: Range<usize>,
    sums: Sums,
    histogram: Histogram,
    best: Option<Split>,
    /// The node and side that it hangs on; `None` for the first.
    parent: Option<(usize, usize)>,
}

/// A tree in the making.
struct Grower<'a> {
    table: &'a Table,
    slopes: &'a [Slope],
    columns: &'a [usize],
    how: &'a Boosting,
    /// The sentences, those of a leaf side by side.
    rows: Vec<u32>,
    leaves: Vec<Leaf>,
    splits: Vec<Split>,
    children: Vec<[i16; 2]>,
}

/// Grows a tree on some sentences over some columns; `None` if no split is
/// worth it.
pub(super) fn grow(
    table: &Table,
    slopes: &[Slope],
    rows: Vec<u32>,
    columns: &[usize],
    how: &Boosting,
) -> Option<Grown> {
    let mut grower = Grower {
        table,
        slopes,
        columns,
        how,
        rows,
        leaves: Vec::new(),
        splits: Vec::new(),
        children: Vec::new(),
    };
    let all = 0..grower.rows.len();
    let histogram = grower.histogram(all.clone());
    grower.add_leaf(all, histogram, None);
    while grower.leaves.len() < how.leaves.min(MAX_LEAVES) && grower.split_best() {}
    grower.finish()
}

impl Grower<'_> {
    fn histogram(&self, rows: Range<usize>) -> Histogram {
        let rows = &self.rows[rows];
        let of_column = |&column: &usize| {
            let bins = &self.table.columns[column].bins;
            let mut sums = [Sums::default(); MOST_BINS];
            for &row in rows {
                sums[usize::from(bins[row as usize])].add(self.slopes[row as usize]);
            }
            sums
        };
        self.columns.iter().map(of_column).collect()
    }

    fn add_leaf(
        &mut self,
        rows: Range<usize>,
        histogram: Histogram,
        parent: Option<(usize, usize)>,
    ) {
        let mut sums = Sums::default();
        for &row in &self.rows[rows.clone()] {
            sums.add(self.slopes[row as usize]);
        }
        let best = self.best_split(&histogram, sums);
        self.leaves.push(Leaf {
            rows,
            sums,
            histogram,
            best,
            parent,
        });
    }

    /// Finds the split that lowers the loss most; of equal ones the first.
    fn best_split(&self, histogram: &Histogram, sums: Sums) -> Option<Split> {
        let mut best: Option<Split> = None;
        for (&column, bins) in self.columns.iter().zip(histogram) {
            let mut below = Sums::default();
            let last = self.table.columns[column].bounds.len();
            for (bin, sums_of_bin) in bins[..last].iter().enumerate() {
                below = below.plus(*sums_of_bin);
                let gain = self.gain(below, sums.minus(below)) - sums.gain(self.how.l2);
                if gain > best.map_or(0.0, |best| best.gain) {
                    best = Some(Split {
                        gain,
                        column,
                        bin: to_byte(bin),
                    });
                }
            }
        }
        best
    }

    /// What two leaves take off the loss; nothing if one of them is too
    /// small.
    fn gain(&self, below: Sums, above: Sums) -> f64 {
        let is_enough = |sums: Sums| {
            sums.rows as usize >= self.how.min_rows.max(1) && sums.curvature >= LEAST_CURVATURE
        };
        if is_enough(below) && is_enough(above) {
            below.gain(self.how.l2) + above.gain(self.how.l2)
        } else {
            f64::NEG_INFINITY
        }
    }

    /// Splits the leaf that gains most, of equal ones the first; tells
    /// whether there was one.
    fn split_best(&mut self) -> bool {
        let mut chosen: Option<(usize, Split)> = None;
        for (at, leaf) in self.leaves.iter().enumerate() {
            if let Some(split) = leaf.best
                && chosen.is_none_or(|(_, best)| split.gain > best.gain)
            {
                chosen = Some((at, split));
            }
        }
        let Some((leaf, split)) = chosen else {
            return false;
        };
        self.split(leaf, split);
        true
    }

    /// Puts a node in the place of a leaf. Bins are added up for the smaller
    /// new leaf only; those of the larger are what it leaves of the old ones.
    fn split(&mut self, leaf: usize, split: Split) {
        let old = self.leaves.remove(leaf);
        let node = self.splits.len();
        self.splits.push(split);
        self.children.push([0, 0]);
        if let Some((parent, side)) = old.parent {
            self.children[parent][side] = to_child(node);
        }
        let cut = self.partition(old.rows.clone(), split);
        let (below, above) = (old.rows.start..cut, cut..old.rows.end);
        let below_is_smaller = below.len() <= above.len();
        let smaller = self.histogram(if below_is_smaller {
            below.clone()
        } else {
            above.clone()
        });
        let mut larger = old.histogram;
        for (bins, taken) in larger.iter_mut().zip(&smaller) {
            for (bin, taken) in bins.iter_mut().zip(taken) {
                *bin = bin.minus(*taken);
            }
        }
        let (first, second) = if below_is_smaller {
            (smaller, larger)
        } else {
            (larger, smaller)
        };
        self.add_leaf(below, first, Some((node, 0)));
        self.add_leaf(above, second, Some((node, 1)));
    }

    /// Moves the sentences at or below the split before the others, each in
    /// their order, and returns where the others start.
    fn partition(&mut self, rows: Range<usize>, split: Split) -> usize {
        let bins = &self.table.columns[split.column].bins;
        let (below, above): (Vec<u32>, Vec<u32>) = self.rows[rows.clone()]
            .iter()
            .partition(|&&row| bins[row as usize] <= split.bin);
        let cut = rows.start + below.len();
        self.rows[rows.start..cut].copy_from_slice(&below);
        self.rows[cut..rows.end].copy_from_slice(&above);
        cut
    }

    fn finish(mut self) -> Option<Grown> {
        let mut outputs = Vec::new();
        for (at, leaf) in self.leaves.iter().enumerate() {
            let (parent, side) = leaf.parent?;
            self.children[parent][side] = -1 - to_child(at);
            let Sums {
                gradient,
                curvature,
                ..
            } = leaf.sums;
            outputs.push(-self.how.rate * gradient / (curvature + self.how.l2));
        }
        Some(Grown {
            splits: self.splits,
            children: self.children,
            outputs,
        })
    }
}

/// A place in a tree, whose leaves are limited to what the file holds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "below MAX_LEAVES"
)]
fn to_child(place: usize) -> i16 {
    place as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOW: Boosting = Boosting {
        trees: 1,
        leaves: 2,
        rate: 0.5,
        l2: 1.0,
        min_rows: 1,
        features: 1.0,
        rows: 1.0,
    };

    fn slopes(gradients: &[f64]) -> Vec<Slope> {
        let slope = |&gradient: &f64| Slope {
            gradient,
            curvature: 1.0,
        };
        gradients.iter().map(slope).collect()
    }

    #[test]
    fn a_stump_is_that_of_a_calculation_by_hand() {
        let table = Table::new(
            &[vec![1.0, 2.0, 3.0, 4.0], vec![0.0, 1.0, 0.0, 1.0]],
            |_| true,
        );
        // G² / (H + 1): first column 9/2 + 25/4, 4/3 + 16/3, 4/4 + 16/2; second
        // 9/3 + 25/3, the best; all together 4/5.
        let slopes = slopes(&[-3.0, 1.0, 0.0, 4.0]);
        let grown = grow(&table, &slopes, vec![0, 1, 2, 3], &[0, 1], &HOW).expect("a split");
        let leaves: Vec<usize> = (0..4).map(|row| grown.leaf(&table, row)).collect();
        assert_eq!(leaves, [0, 1, 0, 1]);
        assert!((grown.splits[0].gain - (34.0 / 3.0 - 0.8)).abs() < 1e-12);
        // -rate × G / (H + l2).
        assert!((grown.outputs[0] - 0.5).abs() < 1e-12);
        assert!((grown.outputs[1] + 2.5 / 3.0).abs() < 1e-12);
        let tree = grown.into_tree(&table);
        assert_eq!(tree.nodes[0].feature, 1);
        assert_eq!(tree.nodes[0].threshold.to_bits(), 0.5_f32.to_bits());
    }

    #[test]
    fn a_leaf_keeps_its_fewest_rows() {
        let table = Table::new(&[vec![1.0, 2.0, 3.0, 4.0]], |_| true);
        let slopes = slopes(&[-3.0, 1.0, 0.0, 4.0]);
        let how = Boosting { min_rows: 2, ..HOW };
        let grown = grow(&table, &slopes, vec![0, 1, 2, 3], &[0], &how).expect("a split");
        assert_eq!(grown.splits[0].bin, 1);
        let how = Boosting { min_rows: 3, ..HOW };
        assert!(grow(&table, &slopes, vec![0, 1, 2, 3], &[0], &how).is_none());
    }

    #[test]
    fn leaves_grow_where_the_loss_falls_most() {
        let values: Vec<f32> = (0_u8..8).map(f32::from).collect();
        let table = Table::new(&[values], |_| true);
        let slopes = slopes(&[1.0, -1.0, 9.0, -9.0, 5.0, 5.0, 5.0, 5.0]);
        let how = Boosting {
            leaves: 4,
            l2: 0.0,
            rate: 1.0,
            ..HOW
        };
        let grown = grow(&table, &slopes, (0..8).collect(), &[0], &how).expect("splits");
        let output = |row| grown.outputs[grown.leaf(&table, row)];
        assert!((output(3) - 9.0).abs() < 1e-12 && (output(2) + 9.0).abs() < 1e-12);
        assert!((output(5) + 5.0).abs() < 1e-12);
        assert_eq!(output(0).to_bits(), output(1).to_bits());
    }
}
