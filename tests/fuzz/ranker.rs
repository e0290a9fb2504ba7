//! Trees of RANKED. The program has its own built in and reads no other file;
//! whoever trains new ones builds them in next.

use mujaz::summary::Ranker;

use crate::fuzz;

/// Magic, digest of the features, weight of the base.
const HEADER: usize = 5 + 8 + 4;

/// One stage of one tree with one node and two leaves: the real file is longer
/// than any input.
fn small() -> Vec<u8> {
    let builtin = include_bytes!("../../models/summary.trees");
    let mut file = builtin[..HEADER].to_vec();
    file.extend(1_u16.to_le_bytes());
    file.extend(0.5_f32.to_le_bytes());
    for count_or_feature in [1_u16, 1, 0] {
        file.extend(count_or_feature.to_le_bytes());
    }
    file.extend(0.25_f32.to_le_bytes());
    for child in [-1_i16, -2] {
        file.extend(child.to_le_bytes());
    }
    for leaf in [-1.0_f32, 1.0] {
        file.extend(leaf.to_le_bytes());
    }
    file
}

#[test]
fn trees() {
    assert!(Ranker::from_bytes(&small()).is_some(), "the seed is sound");
    fuzz("ranker", vec![small()], |input| {
        if let Some(ranker) = Ranker::from_bytes(input) {
            let written = ranker.to_bytes().expect("no more than was read");
            assert_eq!(written, input, "what was read is what is written");
        }
    });
}
