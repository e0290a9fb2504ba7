//! The trained part of RANKED: forests one after the other, each of which may
//! look at what the earlier ones found.
//!
//! The file, `models/summary.trees`, has magic, a digest of the names of the
//! features, the weight of the hand-set base and the number of stages; then
//! each stage: its weight and its trees. All numbers are little-endian.

use std::sync::LazyLock;

use sha2::{Digest as _, Sha256};

use super::factors::{self, Contributions};
use super::features::{NAMES, Row, ranks};
use super::forest::Forest;
use super::trees::{self, Attribution, Input, Tree};
use super::{account, interview, neighbours, opening, ranked};

/// The ranker that is built in.
pub(crate) static MODEL: &[u8] = include_bytes!("../../models/summary.trees");
const MAGIC: &[u8] = b"MJZT\x02";
/// What a stage adds to the row of a sentence for later stages: its output,
/// and the place of that within the document, from 1 for the highest to 0.
const COLUMNS_OF_STAGE: usize = 2;

/// Scores the sentences of a document from their features.
#[derive(Debug)]
pub struct Ranker {
    /// Weight of the hand-set base in the score.
    base_weight: f32,
    stages: Vec<Stage>,
}

/// The scores of one document on their way.
pub(super) struct Steps {
    /// What base and trees say.
    pub(super) values: Vec<f64>,
    /// The same with the questions of an interviewer lowered.
    pub(super) asked: Vec<f64>,
    /// The same with a first sentence lowered that nothing goes on from.
    pub(super) opened: Vec<f64>,
    /// The same with what stands beside a better sentence lowered.
    pub(super) scores: Vec<f64>,
}

/// A forest and what it is for.
#[derive(Debug, Clone)]
pub(super) struct Stage {
    /// Weight of its output in the score; 0 for one that only later stages
    /// look at.
    weight: f32,
    trees: Vec<Tree>,
    forest: Forest,
    /// Whether it looks at what earlier stages found.
    looks_back: bool,
}

impl Stage {
    /// Takes trees for a stage; `None` if there are too many.
    pub(super) fn new(weight: f32, trees: Vec<Tree>) -> Option<Self> {
        let forest = Forest::new(&trees)?;
        let mut nodes = trees.iter().flat_map(|tree| &tree.nodes);
        Some(Self {
            weight,
            looks_back: nodes.any(|node| usize::from(node.feature) >= NAMES.len()),
            trees,
            forest,
        })
    }
}

impl Ranker {
    pub(super) fn new(base_weight: f32, stages: Vec<Stage>) -> Self {
        Self {
            base_weight,
            stages,
        }
    }

    /// Returns the ranker that is built in.
    pub(super) fn builtin() -> &'static Self {
        static RANKER: LazyLock<Ranker> = LazyLock::new(|| {
            // A test reads the file that is built in, so it cannot be unsound
            // in a released program; without it only the base is left.
            Ranker::from_bytes(MODEL).unwrap_or(Ranker::new(1.0, Vec::new()))
        });
        &RANKER
    }

    /// Reads a file; `None` if it is not sound or is for other features.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut input = Input(bytes.strip_prefix(MAGIC)?);
        if input.take()? != digest_of_features() {
            return None;
        }
        let base_weight = input.f32()?;
        let mut stages = Vec::new();
        for at in 0..usize::from(input.u16()?) {
            let weight = input.f32()?;
            let trees = input.trees(NAMES.len() + columns_of(at))?;
            stages.push(Stage::new(weight, trees)?);
        }
        input.0.is_empty().then_some(Self::new(base_weight, stages))
    }

    /// Returns the bytes of a file; `None` if there are too many trees.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(digest_of_features());
        bytes.extend(self.base_weight.to_le_bytes());
        bytes.extend(u16::try_from(self.stages.len()).ok()?.to_le_bytes());
        for stage in &self.stages {
            bytes.extend(stage.weight.to_le_bytes());
            trees::write(&stage.trees, &mut bytes)?;
        }
        Some(bytes)
    }

    /// Scores the candidates of one document, whose rows these are; the scale
    /// means nothing.
    #[must_use]
    pub fn scores(&self, rows: &[Row]) -> Vec<f64> {
        self.steps(rows).scores
    }

    /// Scores the candidates, step by step. In an account what belongs together
    /// stands together and the first sentence is no teaser, so nothing but
    /// questions is lowered there.
    pub(super) fn steps(&self, rows: &[Row]) -> Steps {
        let stages = self.stages_for(rows);
        let values = self.values_by(stages, rows);
        let asked = interview::lower(&values, rows);
        if stages.is_empty() {
            return Steps {
                opened: asked.clone(),
                scores: asked.clone(),
                asked,
                values,
            };
        }
        let opened = opening::lower(&asked, rows);
        Steps {
            scores: neighbours::lower(&opened),
            opened,
            asked,
            values,
        }
    }

    /// The stages that judge a document: none judges an account.
    fn stages_for(&self, rows: &[Row]) -> &[Stage] {
        if account::is_account(rows) {
            return &[];
        }
        &self.stages
    }

    fn values_by(&self, stages: &[Stage], rows: &[Row]) -> Vec<f64> {
        let mut values = ranked::base(rows);
        for value in &mut values {
            *value *= f64::from(self.base_weight);
        }
        for (stage, outputs) in stages.iter().zip(outputs(stages, rows)) {
            for (value, output) in values.iter_mut().zip(outputs) {
                *value += f64::from(stage.weight) * output;
            }
        }
        values
    }

    /// Says what each feature, and then each column of the stages, adds to the
    /// values less their mean in the document, one sentence after the other.
    pub(super) fn attribute(&self, rows: &[Row]) -> impl Iterator<Item = Contributions> {
        let base_weight = f64::from(self.base_weight);
        let weights = ranked::BASE_WEIGHTS.map(|weight| base_weight * weight);
        let stages = self.stages_for(rows);
        let wide = look_back(stages).then(|| wide(stages, rows));
        let counted = stages.iter().filter(|stage| stage.weight != 0.0);
        let counted: Vec<(f64, Attribution<'_>)> = counted
            .map(|stage| {
                let trees = &stage.trees;
                let steps = match &wide {
                    Some(wide) => Attribution::new(trees, wide),
                    None => Attribution::new(trees, rows),
                };
                (f64::from(stage.weight), steps)
            })
            .collect();
        let sums = factors::of_weights(&weights, rows).enumerate();
        sums.map(move |(at, mut sums)| {
            let wide = wide.as_ref().map(|wide| wide[at].as_slice());
            for (weight, attribution) in &counted {
                let parts = attribution.of_row(wide.unwrap_or(&rows[at]));
                sums.resize(parts.len(), 0.0);
                for (sum, part) in sums.iter_mut().zip(parts) {
                    *sum += weight * part;
                }
            }
            sums
        })
    }
}

/// Number of columns that so many stages add.
pub(super) const fn columns_of(stages: usize) -> usize {
    stages * COLUMNS_OF_STAGE
}

/// Tells whether a stage looks at what others found.
fn look_back(stages: &[Stage]) -> bool {
    stages.iter().any(|stage| stage.looks_back)
}

/// Makes the rows that a stage after these looks at.
pub(super) fn wide(stages: &[Stage], rows: &[Row]) -> Vec<Vec<f32>> {
    run(stages, rows).0
}

/// Returns what each stage says of each candidate of the document. Rows are
/// copied to be widened only for a stage that looks at what is added: those of a
/// long text are most of its memory.
fn outputs(stages: &[Stage], rows: &[Row]) -> Vec<Vec<f64>> {
    if look_back(stages) {
        return run(stages, rows).1;
    }
    let forests = stages.iter().map(|stage| &stage.forest);
    forests.map(|forest| forest.predict(rows)).collect()
}

/// Returns the rows with the columns of all stages, and what each stage says
/// of each candidate of the document.
fn run(stages: &[Stage], rows: &[Row]) -> (Vec<Vec<f32>>, Vec<Vec<f64>>) {
    let width = NAMES.len() + columns_of(stages.len());
    let widened = |row: &Row| {
        let mut wide = Vec::with_capacity(width);
        wide.extend_from_slice(row);
        wide
    };
    let mut wide: Vec<Vec<f32>> = rows.iter().map(widened).collect();
    let mut all_outputs = Vec::new();
    for stage in stages {
        let outputs = stage.forest.predict(&wide);
        for (row, added) in wide.iter_mut().zip(columns(&outputs)) {
            row.extend(added);
        }
        all_outputs.push(outputs);
    }
    (wide, all_outputs)
}

/// Makes the columns that later stages see of the outputs of one.
#[expect(
    clippy::cast_possible_truncation,
    reason = "features need no more than f32"
)]
fn columns(outputs: &[f64]) -> impl Iterator<Item = [f32; COLUMNS_OF_STAGE]> {
    let pairs = outputs.iter().zip(ranks(outputs));
    pairs.map(|(&output, place)| [output as f32, place as f32])
}

/// Identifies the features and their order: trees are of no use with others.
fn digest_of_features() -> [u8; 8] {
    let digest = Sha256::digest(NAMES.join("\n"));
    std::array::from_fn(|at| digest[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::account::tests::news_row;
    use crate::summary::trees::Node;

    /// A tree of one node: 1 above the threshold, else 0.
    fn above(feature: usize, threshold: f32) -> Tree {
        Tree {
            nodes: vec![Node {
                feature: u16::try_from(feature).expect("few features"),
                threshold,
                children: [-1, -2],
            }],
            leaves: vec![0.0, 1.0],
        }
    }

    fn stage(weight: f32, tree: Tree) -> Stage {
        Stage::new(weight, vec![tree]).expect("one tree")
    }

    #[test]
    fn the_built_in_ranker_is_sound() {
        let ranker = Ranker::from_bytes(MODEL).expect("a sound file");
        assert!(
            ranker
                .stages
                .iter()
                .map(|stage| stage.trees.len())
                .sum::<usize>()
                >= 100
        );
        assert_eq!(ranker.to_bytes().expect("few trees"), MODEL);
    }

    #[test]
    fn a_stage_sees_what_those_before_it_found() {
        let second = NAMES.len();
        let stages = vec![stage(0.0, above(0, 0.5)), stage(3.0, above(second, 0.5))];
        let ranker = Ranker::new(0.0, stages);
        let mut rows = [news_row(); 2];
        rows[1][0] = 1.0;
        assert_eq!(ranker.steps(&rows).values, [0.0, 3.0]);
        assert!(ranker.scores(&[]).is_empty());
        // An account is not theirs to judge.
        let mut rows = [[0.0; NAMES.len()]; 2];
        rows[1][0] = 1.0;
        assert_eq!(ranker.steps(&rows).values, [0.0, 0.0]);
    }

    #[test]
    fn what_is_cut_or_looks_ahead_is_refused() {
        let sound = Ranker::new(1.0, vec![stage(1.0, above(NAMES.len() - 1, 0.0))]);
        let bytes = sound.to_bytes().expect("one tree");
        assert!(Ranker::from_bytes(&bytes).is_some());
        for end in 0..bytes.len() {
            assert!(Ranker::from_bytes(&bytes[..end]).is_none(), "cut at {end}");
        }
        let ahead = Ranker::new(1.0, vec![stage(1.0, above(NAMES.len(), 0.0))]);
        assert!(Ranker::from_bytes(&ahead.to_bytes().expect("one tree")).is_none());
    }

    #[test]
    fn trees_for_other_features_are_refused() {
        let mut bytes = Ranker::new(1.0, Vec::new()).to_bytes().expect("no tree");
        assert!(Ranker::from_bytes(&bytes).is_some());
        bytes[MAGIC.len()] ^= 1;
        assert!(Ranker::from_bytes(&bytes).is_none());
    }
}
