//! Gradient-boosted trees (Friedman, "Greedy Function Approximation", Annals
//! of Statistics 29, 2001), as they are stored in `models/summary.trees`.
//!
//! The file has a header of magic, feature count and tree count, then each
//! tree: its number of inner nodes, and for each of them feature, threshold
//! and two children. A child below 0 is a leaf,
//! `-1 - child` its place in the list of leaves that follows. All numbers are
//! little-endian.

mod attribution;

use std::sync::LazyLock;

use super::features::{NAMES, Row};

/// The trained trees.
pub(crate) static MODEL: &[u8] = include_bytes!("../../models/summary.trees");
const MAGIC: &[u8] = b"MJZT\x01";

/// One inner node.
#[derive(Debug, Clone, Copy)]
struct Node {
    feature: u16,
    threshold: f32,
    /// Where to go at or below the threshold, and above it.
    children: [i16; 2],
}

#[derive(Debug)]
struct Tree {
    nodes: Vec<Node>,
    leaves: Vec<f32>,
}

/// A sum of trees, laid out in one piece: most of the time of a prediction is
/// waiting for memory.
#[derive(Debug, Default)]
pub(super) struct Forest {
    /// Place of each tree's first node.
    roots: Vec<usize>,
    nodes: Vec<Node>,
    leaves: Vec<f32>,
}

impl Forest {
    /// Returns the trained trees.
    pub(super) fn builtin() -> &'static Self {
        static FOREST: LazyLock<Forest> = LazyLock::new(|| {
            // A test reads the file that is built in, so it cannot be unsound
            // in a released program; without trees only the base is left.
            Forest::read(MODEL).unwrap_or_default()
        });
        &FOREST
    }

    /// Reads the file; `None` if it is not sound.
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut input = Input(bytes.strip_prefix(MAGIC)?);
        if usize::from(input.u16()?) != NAMES.len() {
            return None;
        }
        let count = input.u16()?;
        let mut forest = Self::default();
        for _ in 0..count {
            forest.add(input.tree()?)?;
        }
        input.0.is_empty().then_some(forest)
    }

    /// Appends a tree, its children moved to where they are now.
    fn add(&mut self, tree: Tree) -> Option<()> {
        let first = i16::try_from(self.nodes.len()).ok()?;
        let first_leaf = i16::try_from(self.leaves.len()).ok()?;
        self.roots.push(self.nodes.len());
        for mut node in tree.nodes {
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
        self.leaves.extend(tree.leaves);
        Some(())
    }

    /// Adds up the outputs of all trees.
    pub(super) fn predict(&self, row: &Row) -> f64 {
        self.roots
            .iter()
            .map(|&root| f64::from(self.output(root, row)))
            .sum()
    }

    /// The output of the tree at `root`. Children come after their parents,
    /// so this ends.
    fn output(&self, root: usize, row: &Row) -> f32 {
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
    /// feature exists.
    fn is_sound(&self) -> bool {
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
            usize::from(node.feature) < NAMES.len()
                && node.children.iter().all(|&child| child_is_sound(at, child))
        })
    }
}

/// What is left of a file.
struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn i16(&mut self) -> Option<i16> {
        self.take().map(i16::from_le_bytes)
    }

    fn f32(&mut self) -> Option<f32> {
        self.take()
            .map(f32::from_le_bytes)
            .filter(|value| value.is_finite())
    }

    fn tree(&mut self) -> Option<Tree> {
        let count = self.u16()?;
        let nodes = (0..count)
            .map(|_| {
                Some(Node {
                    feature: self.u16()?,
                    threshold: self.f32()?,
                    children: [self.i16()?, self.i16()?],
                })
            })
            .collect::<Option<Vec<Node>>>()?;
        let leaves = (0..=count)
            .map(|_| self.f32())
            .collect::<Option<Vec<f32>>>()?;
        let tree = Tree { nodes, leaves };
        tree.is_sound().then_some(tree)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One tree of one node on the first feature.
    fn stump(children: [i16; 2]) -> Vec<u8> {
        let features = u16::try_from(NAMES.len()).expect("few features");
        let mut bytes = MAGIC.to_vec();
        for part in [features, 1, 1, 0] {
            bytes.extend(part.to_le_bytes());
        }
        bytes.extend(0.5_f32.to_le_bytes());
        bytes.extend(children.iter().flat_map(|child| child.to_le_bytes()));
        bytes.extend([-1.0_f32, 2.0].iter().flat_map(|leaf| leaf.to_le_bytes()));
        bytes
    }

    #[test]
    fn the_built_in_trees_are_sound() {
        let forest = Forest::read(MODEL).expect("a sound file");
        assert!(forest.roots.len() >= 100);
    }

    #[test]
    fn a_stump_decides_at_its_threshold() {
        let forest = Forest::read(&stump([-1, -2])).expect("a sound file");
        let mut row = [0.0; NAMES.len()];
        row[0] = 0.5;
        assert!((forest.predict(&row) + 1.0).abs() < 1e-9);
        row[0] = 0.6;
        assert!((forest.predict(&row) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn unsound_files_are_refused() {
        assert!(Forest::read(&stump([0, -2])).is_none(), "a cycle");
        assert!(Forest::read(&stump([-1, -3])).is_none(), "no such leaf");
        let sound = stump([-1, -2]);
        for end in 0..sound.len() {
            assert!(Forest::read(&sound[..end]).is_none(), "cut at {end}");
        }
    }
}
