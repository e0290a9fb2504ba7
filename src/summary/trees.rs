//! Gradient-boosted trees (Friedman, "Greedy Function Approximation", Annals
//! of Statistics 29, 2001).

mod attribution;
mod file;

pub(super) use attribution::Attribution;
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
}
