//! What each feature adds to the output of the trees.
//!
//! The attribution along the path of a decision (Saabas, "Interpreting random
//! forests", 2014): a node stands for the mean output of the sentences of the
//! document that come to it, and a step from a node to its child adds the
//! difference of both to the feature that the node asks. The steps of a path
//! add up to the output of its leaf less the document's mean. So a feature that
//! is the same for all sentences of a document adds nothing.

use super::{Forest, Row};
use crate::summary::factors::Contributions;
use crate::summary::features::NAMES;
use crate::summary::vector::to_f64;

impl Forest {
    /// Says for each row what each feature adds to its prediction less the
    /// mean prediction of all rows.
    pub(in crate::summary) fn attribute(&self, rows: &[Row]) -> Vec<Contributions> {
        let mut contributions = vec![[0.0; NAMES.len()]; rows.len()];
        let mut members: Vec<usize> = (0..rows.len()).collect();
        for &root in &self.roots {
            self.descend(root, rows, &mut members, &mut contributions);
        }
        contributions
    }

    /// Adds what the steps below a node contribute to its members, and returns
    /// their mean output.
    fn descend(
        &self,
        at: usize,
        rows: &[Row],
        members: &mut [usize],
        contributions: &mut [Contributions],
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
        rows: &[Row],
        members: &mut [usize],
        contributions: &mut [Contributions],
    ) -> f64 {
        match usize::try_from(child) {
            Ok(next) => self.descend(next, rows, members, contributions),
            Err(_) => f64::from(self.leaves[child.unsigned_abs() as usize - 1]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contributions_add_up_to_the_prediction() {
        let forest = Forest::builtin();
        // Rows that look drawn, with features in and out of their ranges.
        let mut state = 1_u32;
        let mut draw = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f32::from(u16::try_from(state >> 16).expect("16 bits")) / 4e4
        };
        let rows: Vec<Row> = (0..12).map(|_| std::array::from_fn(|_| draw())).collect();
        let predictions: Vec<f64> = rows.iter().map(|row| forest.predict(row)).collect();
        let mean = predictions.iter().sum::<f64>() / to_f64(rows.len());
        for (parts, prediction) in forest.attribute(&rows).iter().zip(predictions) {
            let sum: f64 = parts.iter().sum();
            assert!(
                (sum - (prediction - mean)).abs() < 1e-6,
                "{sum} {prediction}"
            );
        }
    }
}
