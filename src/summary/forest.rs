//! All trees over all sentences at once.
//!
//! After C. Lucchese et al., "`QuickScorer`: a Fast Algorithm to Rank Documents
//! with Additive Ensembles of Regression Trees", SIGIR 2015: instead of
//! walking down a tree, every test that fails closes the leaves to its left,
//! and the first leaf that is still open is the answer. Nothing branches, and
//! the compiler tests several sentences with one instruction.

use super::trees::Tree;

/// Sentences that are tested together.
const LANES: usize = 8;

/// A sum of trees.
#[derive(Debug, Default, Clone)]
pub(super) struct Forest {
    tests: Vec<Test>,
    /// The leaves of each tree from left to right.
    leaves: Vec<f32>,
    /// Where the tests and the leaves of each tree end.
    ends: Vec<(usize, usize)>,
}

/// An inner node.
#[derive(Debug, Clone)]
struct Test {
    feature: u16,
    threshold: f32,
    /// The leaves that a value above the threshold closes, from the lowest
    /// bit on.
    closed: Leaves,
}

/// A set of leaves of one tree.
type Leaves = u32;
/// Most leaves of a tree.
pub(super) const MAX_LEAVES: usize = Leaves::BITS as usize;

impl Forest {
    /// Lays out trees; `None` if one has more leaves than a set can hold.
    pub(super) fn new(trees: &[Tree]) -> Option<Self> {
        let mut forest = Self::default();
        for tree in trees {
            let first = forest.leaves.len();
            forest.add(tree, 0, first)?;
            forest.ends.push((forest.tests.len(), forest.leaves.len()));
        }
        Some(forest)
    }

    /// Adds the part of a tree below `child`; `first` is the tree's first leaf.
    fn add(&mut self, tree: &Tree, child: i16, first: usize) -> Option<()> {
        let Ok(node) = usize::try_from(child) else {
            let leaf = usize::from(child.unsigned_abs()) - 1;
            self.leaves.push(*tree.leaves.get(leaf)?);
            return (self.leaves.len() - first <= MAX_LEAVES).then_some(());
        };
        let node = tree.nodes.get(node)?;
        let [below, above] = node.children;
        let left = self.leaves.len() - first;
        self.add(tree, below, first)?;
        let right = self.leaves.len() - first;
        self.tests.push(Test {
            feature: node.feature,
            threshold: node.threshold,
            closed: leaves_between(left, right),
        });
        self.add(tree, above, first)
    }

    /// Adds up the outputs of all trees for each row.
    pub(super) fn predict<R: AsRef<[f32]>>(&self, rows: &[R]) -> Vec<f64> {
        let mut sums = vec![0.0; rows.len()];
        for (rows, sums) in rows.chunks(LANES).zip(sums.chunks_mut(LANES)) {
            self.add_outputs(&columns(rows), sums);
        }
        sums
    }

    fn add_outputs(&self, columns: &[[f32; LANES]], sums: &mut [f64]) {
        let (mut first_test, mut first_leaf) = (0, 0);
        for &(end, next_leaf) in &self.ends {
            let open = open_leaves(&self.tests[first_test..end], columns);
            let leaves = &self.leaves[first_leaf..next_leaf];
            for (sum, open) in sums.iter_mut().zip(open) {
                *sum += f64::from(leaves[open.trailing_zeros() as usize]);
            }
            (first_test, first_leaf) = (end, next_leaf);
        }
    }
}

/// Returns the leaves of one tree that its tests leave open for each sentence.
///
/// A function of its own: next to code that takes the sets apart, the compiler
/// keeps each in a register of its own and tests one sentence after the other.
#[inline(never)]
fn open_leaves(tests: &[Test], columns: &[[f32; LANES]]) -> [Leaves; LANES] {
    let mut open = [Leaves::MAX; LANES];
    for test in tests {
        let column = &columns[usize::from(test.feature)];
        for (open, &value) in open.iter_mut().zip(column) {
            // A mask of all bits or none: a condition would branch.
            let above = Leaves::from(value > test.threshold).wrapping_neg();
            *open &= !(test.closed & above);
        }
    }
    open
}

/// The set of the leaves `left..right`.
fn leaves_between(left: usize, right: usize) -> Leaves {
    let below = |end| Leaves::try_from((1_u64 << end) - 1).unwrap_or(Leaves::MAX);
    below(right) & !below(left)
}

/// Turns up to [`LANES`] rows into columns.
fn columns<R: AsRef<[f32]>>(rows: &[R]) -> Vec<[f32; LANES]> {
    let width = rows.first().map_or(0, |row| row.as_ref().len());
    let mut columns = vec![[0.0; LANES]; width];
    for (lane, row) in rows.iter().enumerate() {
        for (column, &value) in columns.iter_mut().zip(row.as_ref()) {
            column[lane] = value;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::trees::Node;

    /// Walks down a tree as its nodes say.
    fn walk(tree: &Tree, row: &[f32]) -> f32 {
        let mut at = 0_i16;
        while let Ok(node) = usize::try_from(at) {
            let node = tree.nodes[node];
            let above = row[usize::from(node.feature)] > node.threshold;
            at = node.children[usize::from(above)];
        }
        tree.leaves[usize::from(at.unsigned_abs()) - 1]
    }

    /// A tree of `nodes` nodes, grown at places that a fixed sequence picks.
    fn grown(nodes: i16, state: &mut u64) -> Tree {
        let mut next = |bound: usize| {
            *state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            (*state >> 33) as usize % bound
        };
        let mut tree = Tree {
            nodes: Vec::new(),
            leaves: vec![0.0],
        };
        let mut open = vec![(usize::MAX, 0)];
        for at in 0..nodes {
            let (parent, side) = open.remove(next(open.len()));
            let old = match tree.nodes.get_mut(parent) {
                Some(Node { children, .. }) => std::mem::replace(&mut children[side], at),
                None => -1,
            };
            tree.leaves.push(f32::from(at) + 0.5);
            tree.nodes.push(Node {
                feature: u16::try_from(next(3)).expect("few features"),
                threshold: f32::from(u8::try_from(next(10)).expect("small")),
                children: [old, -2 - at],
            });
            open.extend([(tree.nodes.len() - 1, 0), (tree.nodes.len() - 1, 1)]);
        }
        tree
    }

    #[test]
    fn adds_up_what_a_walk_down_each_tree_finds() {
        let mut state = 7;
        let trees: Vec<Tree> = (1..32).map(|nodes| grown(nodes, &mut state)).collect();
        let forest = Forest::new(&trees).expect("few leaves");
        let digit = |number: u16| f32::from(number % 11);
        let rows: Vec<[f32; 3]> = (0..1_331)
            .map(|n| [digit(n), digit(n / 11), digit(n / 121)])
            .collect();
        for (row, sum) in rows.iter().zip(forest.predict(&rows)) {
            let walked: f64 = trees.iter().map(|tree| f64::from(walk(tree, row))).sum();
            assert_eq!(sum.to_bits(), walked.to_bits(), "{row:?}");
        }
    }

    #[test]
    fn a_tree_with_too_many_leaves_is_refused() {
        assert!(Forest::new(&[grown(31, &mut 1)]).is_some());
        assert!(Forest::new(&[grown(32, &mut 1)]).is_none());
    }
}
