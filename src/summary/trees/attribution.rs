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

/// Says for each row what each of its features adds to the sum of the trees'
/// outputs less the mean sum of all rows.
pub(in crate::summary) fn attribute(trees: &[Tree], rows: &[Vec<f32>]) -> Vec<Vec<f64>> {
    let mut contributions: Vec<Vec<f64>> = rows.iter().map(|row| vec![0.0; row.len()]).collect();
    let mut members: Vec<usize> = (0..rows.len()).collect();
    for tree in trees {
        tree.descend(0, rows, &mut members, &mut contributions);
    }
    contributions
}

impl Tree {
    /// Adds what the steps below a node contribute to its members, and returns
    /// their mean output.
    fn descend(
        &self,
        at: usize,
        rows: &[Vec<f32>],
        members: &mut [usize],
        contributions: &mut [Vec<f64>],
    ) -> f64 {
        let node = self.nodes[at];
        let feature = usize::from(node.feature);
        let above = |member: &usize| rows[*member][feature] > node.threshold;
        members.sort_by_key(above);
        let count = to_f64(members.len().max(1));
        let (low, high) = members.split_at_mut(members.partition_point(|one| !above(one)));
        let [low_child, high_child] = node.children;
        let low_mean = self.mean(low_child, rows, low, contributions);
        let high_mean = self.mean(high_child, rows, high, contributions);
        let mean = (low_mean * to_f64(low.len()) + high_mean * to_f64(high.len())) / count;
        for (side, side_mean) in [(low, low_mean), (high, high_mean)] {
            for &mut member in side {
                contributions[member][feature] += side_mean - mean;
            }
        }
        mean
    }

    /// The mean output of the members of a child, which may be a leaf.
    fn mean(
        &self,
        child: i16,
        rows: &[Vec<f32>],
        members: &mut [usize],
        contributions: &mut [Vec<f64>],
    ) -> f64 {
        match usize::try_from(child) {
            Ok(next) => self.descend(next, rows, members, contributions),
            Err(_) => f64::from(self.leaves[usize::from(child.unsigned_abs()) - 1]),
        }
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
        for (parts, prediction) in attribute(&trees, &rows).iter().zip(predictions) {
            let sum: f64 = parts.iter().sum();
            assert!((sum - (prediction - mean)).abs() < 1e-9, "{sum}");
            assert!(parts.iter().any(|&part| part != 0.0));
        }
    }
}
