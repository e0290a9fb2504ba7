//! Model files: the bytes after the checksum are changed and the checksum is
//! made to fit, so that more than the checksum is tried.

use mujaz::engine::{AnalysisOptions, Document, Engine, Limits};
use mujaz::model;
use mujaz::text::AnalyzedText;
use mujaz::topic::classifier::LinearModel;
use mujaz::topic::train::{Recipe, Trainer};
use sha2::{Digest as _, Sha256};

use crate::fuzz;

/// Magic and format, then length and digest of the payload.
const LENGTH_AT: usize = 12;
const DIGEST_AT: usize = 20;
const HEADER: usize = 52;

/// A model of a few words, as a file.
fn small_model() -> Vec<u8> {
    let mut trainer = Trainer::new(Recipe::plain("1"), None).expect("sound");
    for number in 0..24 {
        let (text, label) = if number % 2 == 0 {
            ("The ship sailed into the old harbour at night.", "sea")
        } else {
            ("The climbers reached the snowy summit at noon.", "mountain")
        };
        let analyzed = AnalyzedText::new("", text, Some("en"));
        trainer.add(&analyzed, &[label.to_owned()], None);
    }
    let finished = trainer.finish(&mut |_| {}).expect("a model");
    model::encode(&finished.model)
}

/// Gives a file the length and the digest that its payload has.
fn sealed(input: &[u8]) -> Vec<u8> {
    let mut file = input.to_vec();
    if let Some((header, payload)) = file.split_at_mut_checked(HEADER) {
        header[LENGTH_AT..DIGEST_AT].copy_from_slice(&(payload.len() as u64).to_le_bytes());
        header[DIGEST_AT..].copy_from_slice(&Sha256::digest(payload));
    }
    file
}

#[test]
fn model_files() {
    fuzz("model", vec![small_model()], |input| {
        // As it is, and as if it had been written so.
        let _ = LinearModel::from_bytes(input);
        if let Ok(model) = LinearModel::from_bytes(&sealed(input)) {
            let engine = Engine::with_model(model, Limits::default());
            let document = Document {
                text: "A ship in the harbour below the summit.".to_owned(),
                ..Document::default()
            };
            let mut options = AnalysisOptions::everything();
            if let Some(wanted) = &mut options.classification {
                wanted.include_evidence = true;
                wanted.include_unassigned = true;
            }
            let analysis = engine.analyze(&document, &options).expect("an answer");
            for topic in analysis.topics.unwrap_or_default() {
                let confidence = topic.prediction.confidence;
                assert!((0.0..=1.0).contains(&confidence), "{confidence}");
            }
        }
    });
}
