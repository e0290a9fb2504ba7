//! The best extract that greedy search finds when it knows the references.

use super::rouge::{Tokens, mean_one};

/// Takes the sentence that raises ROUGE-1 most until none does; returns the
/// sentences in the order of taking.
pub(super) fn greedy(sentences: &[Tokens], references: &[Tokens]) -> Vec<usize> {
    let mut taken: Vec<usize> = Vec::new();
    let mut summary = Tokens::new();
    let mut best = 0.0;
    loop {
        let mut next = None;
        for (at, sentence) in sentences.iter().enumerate() {
            if taken.contains(&at) {
                continue;
            }
            let longer = [summary.as_slice(), sentence].concat();
            let score = mean_one(&longer, references);
            if score > best {
                (best, next) = (score, Some(at));
            }
        }
        let Some(at) = next else { return taken };
        summary.extend_from_slice(&sentences[at]);
        taken.push(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_the_reference_says_and_no_more() {
        let sentences = vec![vec![9, 9, 9], vec![3, 4], vec![1, 2], vec![8]];
        let taken = greedy(&sentences, &[vec![1, 2, 3, 4]]);
        assert_eq!(taken, [1, 2]);
        assert!(mean_one(&[3, 4, 1, 2], &[vec![1, 2, 3, 4]]) > 0.999);
    }
}
