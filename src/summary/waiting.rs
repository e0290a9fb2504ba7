//! What waits in a heap to be taken.

use std::cmp::Ordering;

/// A sentence with its value: the highest comes first out of a heap, of equal
/// ones the earlier in the document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Waiting {
    pub(super) value: f64,
    pub(super) at: usize,
}

impl Eq for Waiting {}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value
            .total_cmp(&other.value)
            .then(other.at.cmp(&self.at))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BinaryHeap;

    use super::*;

    #[test]
    fn the_highest_comes_first_and_of_equal_ones_the_earlier() {
        let values = [0.5, 0.9, 0.5, -0.0];
        let entries = values.into_iter().enumerate();
        let mut heap: BinaryHeap<Waiting> =
            entries.map(|(at, value)| Waiting { value, at }).collect();
        let order: Vec<usize> = std::iter::from_fn(|| heap.pop())
            .map(|one| one.at)
            .collect();
        assert_eq!(order, [1, 0, 2, 3]);
    }
}
