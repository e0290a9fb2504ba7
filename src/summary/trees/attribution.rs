//! What each feature adds to the output of trees.
//!
//! The attribution along the path of a decision (Saabas, "Interpreting random
//! forests", 2014): a node stands for the mean output of the sentences of the
//! document that come to it, and a step from a node to its child adds the
//! difference of both to the feature that the node asks. The steps of a path
//! add up to the output of its leaf less the document's mean. So a feature that
//! is the same for all sentences of a document adds nothing.

use super::Tree;
use crate::summary::vector::to_f64;

/// What the steps of trees add in one document. It is kept by node, as what
/// they add to each feature of each row of a long text fills more memory than
/// all else.
#[derive(Debug)]
pub(in crate::summary) struct Attribution<'t> {
    trees: &'t [Tree],
    /// For each node of each tree what a step to each of its children adds.
    steps: Vec<Vec<[f64; 2]>>,
}

impl<'t> Attribution<'t> {
    /// Weighs the steps by the rows of a document.
    pub(in crate::summary) fn new<R: AsRef<[f32]>>(trees: &'t [Tree], rows: &[R]) -> Self {
        let mut members: Vec<usize> = (0..rows.len()).collect();
        let mut steps = |tree: &Tree| {
            let mut steps = vec![[0.0; 2]; tree.nodes.len()];
            tree.weigh(0, rows, &mut members, &mut steps);
            steps
        };
        Self {
            steps: trees.iter().map(&mut steps).collect(),
            trees,
        }
    }

    /// Says what each feature of a row of the document adds to the sum of the
    /// trees' outputs less the mean sum of all rows.
    pub(in crate::summary) fn of_row(&self, row: &[f32]) -> Vec<f64> {
        let mut contributions = vec![0.0; row.len()];
        for (tree, steps) in self.trees.iter().zip(&self.steps) {
            tree.add_steps(0, row, steps, &mut contributions);
        }
        contributions
    }
}

impl Tree {
    /// Sets what the steps from a node and those below it add, and returns the
    /// mean output of its members.
    fn weigh<R: AsRef<[f32]>>(
        &self,
        at: usize,
        rows: &[R],
        members: &mut [usize],
        steps: &mut [[f64; 2]],
    ) -> f64 {
        let node = self.nodes[at];
        let feature = usize::from(node.feature);
        let above = |member: &usize| rows[*member].as_ref()[feature] > node.threshold;
        members.sort_by_key(above);
        let count = to_f64(members.len().max(1));
        let (low, high) = members.split_at_mut(members.partition_point(|one| !above(one)));
        let (low_count, high_count) = (to_f64(low.len()), to_f64(high.len()));
        let [low_mean, high_mean] = [(0, low), (1, high)].map(|(side, members)| {
            match usize::try_from(node.children[side]) {
                Ok(next) => self.weigh(next, rows, members, steps),
                Err(_) => self.leaf(node.children[side]),
            }
        });
        let mean = (low_mean * low_count + high_mean * high_count) / count;
        steps[at] = [low_mean - mean, high_mean - mean];
        mean
    }

    /// Adds the steps of a row's path from a node on, the last of them first.
    fn add_steps(&self, at: usize, row: &[f32], steps: &[[f64; 2]], contributions: &mut [f64]) {
        let node = self.nodes[at];
        let feature = usize::from(node.feature);
        let side = usize::from(row[feature] > node.threshold);
        if let Ok(next) = usize::try_from(node.children[side]) {
            self.add_steps(next, row, steps, contributions);
        }
        contributions[feature] += steps[at][side];
    }

    /// The output of a child that is a leaf.
    fn leaf(&self, child: i16) -> f64 {
        f64::from(self.leaves[usize::from(child.unsigned_abs()) - 1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::forest::Forest;
    use crate::summary::trees::Node;

    #[test]
    fn contributions_add_up_to_the_prediction() {
        let node = |feature, threshold, children| Node {
            feature,
            threshold,
            children,
        };
        let tree = Tree {
            nodes: vec![
                node(0, 0.5, [1, 2]),
                node(1, 0.3, [-1, -2]),
                node(1, 0.7, [-3, -4]),
            ],
            leaves: vec![0.25, -1.0, 3.0, 0.5],
        };
        let trees = [tree.clone(), tree];
        let rows: Vec<Vec<f32>> = [[0.1, 0.2], [0.1, 0.9], [0.9, 0.2], [0.9, 0.9], [0.6, 0.5]]
            .map(Vec::from)
            .into();
        let predictions = Forest::new(&trees).expect("few leaves").predict(&rows);
        let mean = predictions.iter().sum::<f64>() / to_f64(rows.len());
        let attribution = Attribution::new(&trees, &rows);
        for (row, prediction) in rows.iter().zip(predictions) {
            let parts = attribution.of_row(row);
            let sum: f64 = parts.iter().sum();
            assert!((sum - (prediction - mean)).abs() < 1e-9, "{sum}");
            assert!(parts.iter().any(|&part| part != 0.0));
        }
    }
}
