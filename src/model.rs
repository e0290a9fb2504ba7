//! The model file: a header that says what it is, and a payload that is
//! checked before it is believed.
//!
//! ```text
//! magic  8 bytes  "MUJAZMDL"
//! format 4 bytes  little-endian, as are all numbers
//! length 8 bytes  of the payload
//! SHA-256 of the payload, 32 bytes
//! payload: strings and lists, each with its length before it
//! ```

mod bytes;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::topic::classifier::{ModelData, TermWeights};
use crate::topic::features::Emphasis;
use crate::topic::taxonomy::{Taxonomy, Topic};
use crate::topic::trust::Trust;
use crate::topic::vectorize::Terms;
use bytes::{Reader, Writer};

const MAGIC: &[u8; 8] = b"MUJAZMDL";
/// Changes whenever an older program could not read a newer file.
const FORMAT: u32 = 2;
/// Bytes of the header.
pub const HEADER: usize = 52;
/// Largest number of a model, far beyond any that is learnt: products of
/// larger ones overflow, and their differences are no numbers.
const MAX_NUMBER: f32 = 1e6;

/// What is wrong with a model file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ModelError {
    /// The magic is missing.
    #[error("not a model file of mujaz")]
    Magic,
    /// Another version of the format.
    #[error("model file of format {found}, this program reads format {FORMAT}")]
    Format {
        /// What the file says.
        found: u32,
    },
    /// More or fewer bytes than the header says.
    #[error("model file is damaged: its payload has {actual} bytes instead of {expected}")]
    Length {
        /// What the header says.
        expected: u64,
        /// What is there.
        actual: u64,
    },
    /// The payload is not the one that was written.
    #[error("model file is damaged: its checksum does not match")]
    Checksum,
    /// The payload ends too early.
    #[error("model file is damaged: it ends too early")]
    Truncated,
    /// A part that cannot be.
    #[error("model file is inconsistent: {0}")]
    Inconsistent(&'static str),
}

/// Writes a model as the bytes of its file; equal models give equal bytes.
#[must_use]
pub fn encode(model: &ModelData) -> Vec<u8> {
    let mut payload = Writer::default();
    payload.text(&model.version);
    write_taxonomy(&mut payload, &model.taxonomy);
    payload.list(&model.languages, |out, code| out.text(code));
    payload.number(model.emphasis.title);
    payload.size(model.emphasis.opening_words);
    payload.number(model.emphasis.later);
    payload.text(&model.lexicon);
    payload.list(&model.terms.keys, |out, key| out.word(*key));
    payload.numbers(&model.terms.idf);
    payload.numbers(&model.weights.scales);
    payload.list(&model.weights.steps, |out, step| out.step(*step));
    payload.numbers(&model.lexicon_weights);
    payload.numbers(&model.biases);
    payload.double(model.trust.doubt);
    payload.double(model.trust.words);
    payload.double(model.trust.lift);
    payload.numbers(&model.anchors);
    let payload = payload.0;
    let mut file = Writer(MAGIC.to_vec());
    file.word(FORMAT);
    file.size(payload.len());
    file.0.extend(Sha256::digest(&payload));
    file.0.extend(payload);
    file.0
}

/// What a header says of the payload behind it.
struct Header<'f> {
    length: u64,
    checksum: &'f [u8],
}

impl<'f> Header<'f> {
    fn read(file: &'f [u8]) -> Result<Self, ModelError> {
        let mut header = Reader(file);
        if header.take(MAGIC.len()).ok() != Some(MAGIC) {
            return Err(ModelError::Magic);
        }
        let found = header.word()?;
        if found != FORMAT {
            return Err(ModelError::Format { found });
        }
        Ok(Self {
            length: header.long()?,
            checksum: header.take(32)?,
        })
    }

    /// Compares the length with that of the whole file.
    fn check_length(&self, file: u64) -> Result<(), ModelError> {
        let (expected, actual) = (self.length, file.saturating_sub(HEADER as u64));
        if actual == expected {
            Ok(())
        } else {
            Err(ModelError::Length { expected, actual })
        }
    }
}

/// Checks the first [`HEADER`] bytes of a file of so many, before all of them
/// are read: a wrong file may be of any size.
///
/// # Errors
/// [`ModelError`], which says what is wrong.
pub fn check_header(first: &[u8], file: u64) -> Result<(), ModelError> {
    Header::read(first)?.check_length(file)
}

/// Reads a model and the checksum of its payload.
///
/// # Errors
/// [`ModelError`], which says what is wrong.
pub fn decode(file: &[u8]) -> Result<(ModelData, Vec<u8>), ModelError> {
    let header = Header::read(file)?;
    header.check_length(file.len() as u64)?;
    let payload = &file[HEADER..];
    if Sha256::digest(payload).as_slice() != header.checksum {
        return Err(ModelError::Checksum);
    }
    let mut left = Reader(payload);
    let model = read(&mut left)?;
    if !left.0.is_empty() {
        return Err(ModelError::Inconsistent("bytes behind the last part"));
    }
    check(&model)?;
    Ok((model, header.checksum.to_vec()))
}

fn read(payload: &mut Reader<'_>) -> Result<ModelData, ModelError> {
    Ok(ModelData {
        version: payload.text()?,
        taxonomy: read_taxonomy(payload)?,
        languages: payload.list(Reader::text)?,
        emphasis: Emphasis {
            title: payload.number()?,
            opening_words: usize::try_from(payload.long()?).unwrap_or(usize::MAX),
            later: payload.number()?,
        },
        lexicon: payload.text()?,
        terms: Terms::new(payload.list(Reader::word)?, payload.numbers()?),
        weights: TermWeights {
            scales: payload.numbers()?,
            steps: payload.list(Reader::step)?,
        },
        lexicon_weights: payload.numbers()?,
        biases: payload.numbers()?,
        trust: Trust {
            doubt: payload.double()?,
            words: payload.double()?,
            lift: payload.double()?,
        },
        anchors: payload.numbers()?,
    })
}

/// Checks that all lists belong together, so that scoring never looks beyond
/// the end of one. The lexicons' weights are checked by who has the lexicons.
fn check(model: &ModelData) -> Result<(), ModelError> {
    let (topics, terms) = (model.taxonomy.topics.len(), model.terms.keys.len());
    let checks = [
        (model.biases.len() == topics, "biases"),
        (model.anchors.len() == topics, "anchors"),
        (model.trust.is_sound(), "trust"),
        (model.terms.idf.len() == terms, "document frequencies"),
        (model.terms.keys.is_sorted_by(|a, b| a < b), "keys of terms"),
        (model.weights.scales.len() == terms, "scales of weights"),
        (
            Some(model.weights.steps.len()) == terms.checked_mul(topics),
            "weights",
        ),
        (all_in_range(model), "numbers"),
    ];
    match checks.iter().find(|(holds, _)| !holds) {
        Some((_, what)) => Err(ModelError::Inconsistent(what)),
        None => Ok(()),
    }
}

fn all_in_range(model: &ModelData) -> bool {
    let lists = [
        &model.biases, &model.terms.idf, &model.weights.scales, &model.lexicon_weights,
        &model.anchors,
    ];
    let emphasis = [&model.emphasis.title, &model.emphasis.later];
    let mut numbers = lists.into_iter().flatten().chain(emphasis);
    // A number that is none is not within it either.
    numbers.all(|number| number.abs() <= MAX_NUMBER)
}

fn write_taxonomy(out: &mut Writer, taxonomy: &Taxonomy) {
    out.text(&taxonomy.version);
    out.list(&taxonomy.topics, |out, topic| {
        out.text(&topic.id);
        out.text(topic.parent.as_deref().unwrap_or_default());
        out.double(topic.threshold());
        out.list(&topic.iptc, |out, code| out.text(code));
        for texts in [&topic.names, &topic.descriptions] {
            let texts: Vec<_> = texts.iter().collect();
            out.list(&texts, |out, (language, text)| {
                out.text(language);
                out.text(text);
            });
        }
    });
}

fn read_taxonomy(from: &mut Reader<'_>) -> Result<Taxonomy, ModelError> {
    let pair = |from: &mut Reader<'_>| Ok((from.text()?, from.text()?));
    Ok(Taxonomy {
        version: from.text()?,
        keep_model_topics: false,
        topics: from.list(|from| {
            Ok(Topic {
                id: from.text()?,
                parent: Some(from.text()?).filter(|parent| !parent.is_empty()),
                threshold: Some(from.double()?),
                iptc: from.list(Reader::text)?,
                names: from.list(pair)?.into_iter().collect(),
                descriptions: from.list(pair)?.into_iter().collect(),
                terms: BTreeMap::new(),
            })
        })?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> ModelData {
        let mut weights = TermWeights::default();
        weights.push(&[0.5, -1.0]);
        weights.push(&[0.0, 0.0]);
        ModelData {
            version: "test".to_owned(),
            taxonomy: Taxonomy::of_ids("1", ["a".to_owned(), "b".to_owned()]).expect("sound"),
            languages: vec!["ar".to_owned()],
            emphasis: Emphasis::NEWS,
            lexicon: String::new(),
            terms: Terms::new(vec![2, 9], vec![1.0, 2.0]),
            weights,
            lexicon_weights: Vec::new(),
            biases: vec![-1.0, -2.0],
            trust: Trust::NEWS,
            anchors: vec![-2.0, -3.0],
        }
    }

    #[test]
    fn reads_what_it_writes() {
        let file = encode(&model());
        let (read, checksum) = decode(&file).expect("sound");
        assert_eq!(checksum.len(), 32);
        assert_eq!(
            read.taxonomy.topics[1].names,
            model().taxonomy.topics[1].names
        );
        assert_eq!(read.weights, model().weights);
        assert_eq!(encode(&read), file);
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_noticed() {
        let file = encode(&model());
        for at in 0..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 0x40;
            assert!(decode(&damaged).is_err(), "byte {at}");
            assert!(decode(&file[..at]).is_err(), "cut at {at}");
        }
        assert!(decode(&[file, vec![0]].concat()).is_err());
    }

    #[test]
    fn a_payload_ends_where_the_model_does() {
        let mut file = encode(&model());
        file.extend([1, 2, 3]);
        let payload = &file[HEADER..];
        let (length, checksum) = (
            (payload.len() as u64).to_le_bytes(),
            Sha256::digest(payload),
        );
        file[12..20].copy_from_slice(&length);
        file[20..HEADER].copy_from_slice(&checksum);
        let told = ModelError::Inconsistent("bytes behind the last part");
        assert_eq!(decode(&file).err(), Some(told));
    }

    #[test]
    fn a_header_tells_a_wrong_file() {
        let file = encode(&model());
        let (first, size) = (&file[..HEADER], file.len() as u64);
        assert_eq!(check_header(first, size), Ok(()));
        let longer = check_header(first, size + 1);
        assert!(
            matches!(longer, Err(ModelError::Length { .. })),
            "{longer:?}"
        );
        assert_eq!(check_header(&file[..9], 9), Err(ModelError::Truncated));
        assert_eq!(check_header(&[0; HEADER], 3 << 30), Err(ModelError::Magic));
    }

    #[test]
    fn errors_say_what_is_wrong() {
        let mut file = encode(&model());
        file[8] = 1;
        assert_eq!(decode(&file).err(), Some(ModelError::Format { found: 1 }));
        assert_eq!(decode(b"PK").err(), Some(ModelError::Magic));
        let mut other = model();
        other.biases.push(0.0);
        assert_eq!(
            decode(&encode(&other)).err(),
            Some(ModelError::Inconsistent("biases"))
        );
    }
}
