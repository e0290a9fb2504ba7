//! Gradient-boosted trees (Friedman, "Greedy Function Approximation", Annals
//! of Statistics 29, 2001).

mod file;

pub(super) use file::{Input, write};

/// One inner node. A child below 0 is a leaf, `-1 - child` its place in the
/// list of leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Node {
    pub(super) feature: u16,
    pub(super) threshold: f32,
    /// Where to go at or below the threshold, and above it.
    pub(super) children: [i16; 2],
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) leaves: Vec<f32>,
}

/// A sum of trees, laid out in one piece: most of the time of a prediction is
/// waiting for memory.
#[derive(Debug, Default, Clone)]
pub(super) struct Forest {
    /// Place of each tree's first node.
    roots: Vec<usize>,
    nodes: Vec<Node>,
    leaves: Vec<f32>,
}

impl Forest {
    /// Joins trees; `None` if they are too many for the numbers of nodes.
    pub(super) fn new(trees: &[Tree]) -> Option<Self> {
        let mut forest = Self::default();
        trees.iter().try_for_each(|tree| forest.add(tree))?;
        Some(forest)
    }

    /// Appends a tree, its children moved to where they are now.
    fn add(&mut self, tree: &Tree) -> Option<()> {
        let first = i16::try_from(self.nodes.len()).ok()?;
        let first_leaf = i16::try_from(self.leaves.len()).ok()?;
        self.roots.push(self.nodes.len());
        for node in &tree.nodes {
            let mut node = *node;
            for child in &mut node.children {
                let moved = if *child < 0 {
                    child.checked_sub(first_leaf)
                } else {
                    child.checked_add(first)
                };
                *child = moved?;
            }
            self.nodes.push(node);
        }
        self.leaves.extend(&tree.leaves);
        Some(())
    }

    /// Adds up the outputs of all trees.
    pub(super) fn predict(&self, row: &[f32]) -> f64 {
        self.roots
            .iter()
            .map(|&root| f64::from(self.output(root, row)))
            .sum()
    }

    /// The output of the tree at `root`. Children come after their parents,
    /// so this ends.
    fn output(&self, root: usize, row: &[f32]) -> f32 {
        let mut node = self.nodes[root];
        loop {
            let above = row[usize::from(node.feature)] > node.threshold;
            let next = node.children[usize::from(above)];
            match usize::try_from(next) {
                Ok(next) => node = self.nodes[next],
                Err(_) => return self.leaves[next.unsigned_abs() as usize - 1],
            }
        }
    }
}

impl Tree {
    /// Tells whether every child exists and comes after its parent, and every
    /// feature is one of the first `features`.
    fn is_sound(&self, features: usize) -> bool {
        if self.nodes.is_empty() {
            return false;
        }
        let child_is_sound = |parent: usize, child: i16| match usize::try_from(child) {
            Ok(child) => child > parent && child < self.nodes.len(),
            Err(_) => {
                usize::try_from(-1 - i32::from(child)).is_ok_and(|leaf| leaf < self.leaves.len())
            }
        };
        self.nodes.iter().enumerate().all(|(at, node)| {
            usize::from(node.feature) < features
                && node.children.iter().all(|&child| child_is_sound(at, child))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One tree of one node on the first feature.
    pub(super) fn stump(children: [i16; 2]) -> Tree {
        Tree {
            nodes: vec![Node {
                feature: 0,
                threshold: 0.5,
                children,
            }],
            leaves: vec![-1.0, 2.0],
        }
    }

    #[test]
    fn a_stump_decides_at_its_threshold() {
        let forest = Forest::new(&[stump([-1, -2])]).expect("one tree");
        assert!((forest.predict(&[0.5]) + 1.0).abs() < 1e-9);
        assert!((forest.predict(&[0.6]) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn trees_add_up() {
        let forest = Forest::new(&[stump([-1, -2]), stump([-2, -1])]).expect("two trees");
        assert!((forest.predict(&[0.6]) - 1.0).abs() < 1e-9);
    }
}
