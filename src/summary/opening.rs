//! Lowers a first sentence that the text does not go on from: a scene, a teaser, an anecdote.
//!
//! Nearly all that the trees have seen leads with the news, so that they hardly look at more of a
//! first sentence than its place.

use super::features::{Row, position};
use super::neighbours::range;

/// What such a sentence loses, as a share of the range of the scores; and the place by forward
/// centrality, what it shares with what follows, from which it does. Cross-validated with three
/// seeds on the development sets: ROUGE-1 on CNN/DM rises from 0.312 to 0.323 (0.317 with 0.2), on
/// BNLPC and EASC by 0.002, everything else stays within 0.001 (WGSS 0.002 less).
const PENALTY: f64 = 0.3;
const PLACE: usize = 4;

/// Share of the title from which a first sentence tells the news whatever follows.
const OF_TITLE: f32 = 0.2;

const FORWARD: usize = position("forward_centrality");
const TITLE: usize = position("title");

/// Returns the scores of the candidates with the first one's lowered where it applies.
pub(super) fn lower(scores: &[f64], rows: &[Row]) -> Vec<f64> {
    let mut lowered = scores.to_vec();
    if let (Some(first), Some(row)) = (lowered.first_mut(), rows.first())
        && row[TITLE] < OF_TITLE
        && rows
            .iter()
            .filter(|one| one[FORWARD] > row[FORWARD])
            .count()
            + 1
            >= PLACE
    {
        *first -= PENALTY * range(scores);
    }
    lowered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::features::NAMES;

    fn rows<const N: usize>(forward: [f32; N]) -> [Row; N] {
        forward.map(|value| {
            let mut row = [0.0; NAMES.len()];
            row[FORWARD] = value;
            row
        })
    }

    #[test]
    fn a_first_sentence_loses_where_three_others_have_more_to_follow() {
        let scores = [1.0, 0.5, 0.0, 0.5];
        assert_eq!(
            lower(&scores, &rows([0.1, 0.2, 0.3, 0.4])),
            [0.7, 0.5, 0.0, 0.5]
        );
        assert_eq!(lower(&scores, &rows([0.2, 0.1, 0.3, 0.4])), scores);
        assert_eq!(lower(&scores, &rows([0.1; 4])), scores);
        let mut titled = rows([0.1, 0.2, 0.3, 0.4]);
        titled[0][TITLE] = 0.5;
        assert_eq!(lower(&scores, &titled), scores);
        assert!(lower(&[], &[]).is_empty());
    }
}
