//! Trees as bytes: the number of inner nodes, for each of them feature,
//! threshold and two children, then the leaves. All numbers are
//! little-endian.

use super::{Node, Tree};

/// Appends trees, their number first; `None` if there are too many of
/// anything.
pub(in crate::summary) fn write(trees: &[Tree], bytes: &mut Vec<u8>) -> Option<()> {
    bytes.extend(u16::try_from(trees.len()).ok()?.to_le_bytes());
    for tree in trees {
        bytes.extend(u16::try_from(tree.nodes.len()).ok()?.to_le_bytes());
        for node in &tree.nodes {
            bytes.extend(node.feature.to_le_bytes());
            bytes.extend(node.threshold.to_le_bytes());
            bytes.extend(node.children.iter().flat_map(|child| child.to_le_bytes()));
        }
        bytes.extend(tree.leaves.iter().flat_map(|leaf| leaf.to_le_bytes()));
    }
    Some(())
}

/// What is left of a file; each part is `None` if it is not there or not
/// sound.
pub(in crate::summary) struct Input<'a>(pub(in crate::summary) &'a [u8]);

impl Input<'_> {
    pub(in crate::summary) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    pub(in crate::summary) fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn i16(&mut self) -> Option<i16> {
        self.take().map(i16::from_le_bytes)
    }

    pub(in crate::summary) fn f32(&mut self) -> Option<f32> {
        self.take()
            .map(f32::from_le_bytes)
            .filter(|value| value.is_finite())
    }

    /// Reads trees over so many features.
    pub(in crate::summary) fn trees(&mut self, features: usize) -> Option<Vec<Tree>> {
        let count = self.u16()?;
        let trees = (0..count).map(|_| self.tree().filter(|tree| tree.is_sound(features)));
        trees.collect()
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
        Some(Tree { nodes, leaves })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::stump;
    use super::*;

    fn bytes(tree: Tree) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(&[tree], &mut bytes).expect("few nodes");
        bytes
    }

    #[test]
    fn what_is_written_is_read() {
        let sound = stump([-1, -2]);
        let bytes = bytes(sound.clone());
        assert_eq!(Input(&bytes).trees(1), Some(vec![sound]));
        for end in 0..bytes.len() {
            assert_eq!(Input(&bytes[..end]).trees(1), None, "cut at {end}");
        }
    }

    #[test]
    fn unsound_trees_are_refused() {
        for (children, features, problem) in [
            ([0, -2], 1, "a cycle"),
            ([-1, -3], 1, "no such leaf"),
            ([1, -1], 1, "no such node"),
            ([-1, -2], 0, "no such feature"),
        ] {
            let bytes = bytes(stump(children));
            assert_eq!(Input(&bytes).trees(features), None, "{problem}");
        }
    }
}
