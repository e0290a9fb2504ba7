//! What is sent: the sample documents, cut and repeated to given sizes.

use std::str::FromStr;

use mujaz::grpc::pb;
use prost::Message as _;
use prost::bytes::{BufMut as _, Bytes, BytesMut};

const DOCUMENTS: &str = include_str!("../../seeds/documents.jsonl");

/// Sizes of documents in bytes, each with its weight.
#[derive(Debug, Clone)]
pub(crate) struct Mix(Vec<(usize, usize)>);

impl FromStr for Mix {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let pair = |text: &str| {
            let (size, weight) = text.split_once(':')?;
            Some((size.parse().ok()?, weight.parse().ok()?))
        };
        let pairs: Option<Vec<_>> = text.split(',').map(pair).collect();
        pairs
            .filter(|pairs| pairs.iter().any(|(_, weight)| *weight > 0))
            .map(Self)
            .ok_or_else(|| "must be sizes and weights, as in 4096:9,65536:1".to_owned())
    }
}

/// Encoded requests in the frames of gRPC, picked by number.
pub(crate) struct Requests {
    encoded: Vec<Bytes>,
    /// Which of them comes when, over and over.
    order: Vec<usize>,
}

impl Requests {
    pub(crate) fn new(Mix(pairs): &Mix) -> Self {
        let encoded = pairs.iter().map(|&(size, _)| encode(size)).collect();
        let weights = pairs.iter().map(|(_, weight)| weight);
        let mut order: Vec<usize> = weights
            .enumerate()
            .flat_map(|(at, &weight)| std::iter::repeat_n(at, weight))
            .collect();
        // Spreads sizes by a multiplicative hash, alike in every run.
        let length = order.len();
        let mut spread: Vec<(usize, usize)> = (0..length)
            .map(|at| (at.wrapping_mul(2_654_435_761) % 65_521, order[at]))
            .collect();
        spread.sort_unstable();
        order = spread.into_iter().map(|(_, size)| size).collect();
        Self { encoded, order }
    }

    pub(crate) fn get(&self, number: u64) -> Bytes {
        let at = usize::try_from(number).unwrap_or(0) % self.order.len();
        self.encoded[self.order[at]].clone()
    }
}

fn encode(size: usize) -> Bytes {
    let texts: String = DOCUMENTS
        .lines()
        .filter_map(|line| serde_json::from_str::<pb::Document>(line).ok())
        .map(|document| document.text + "\n\n")
        .collect();
    let mut text = texts.repeat(size / texts.len() + 1);
    text.truncate(text.floor_char_boundary(size));
    let request = pb::AnalyzeDocumentRequest {
        document: Some(pb::Document {
            text,
            ..pb::Document::default()
        }),
        ..pb::AnalyzeDocumentRequest::default()
    };
    framed(&request.encode_to_vec())
}

/// Puts a message behind what says that it is not compressed, and its length.
fn framed(message: &[u8]) -> Bytes {
    let mut frame = BytesMut::new();
    frame.put_u8(0);
    frame.put_u32(u32::try_from(message.len()).unwrap_or(u32::MAX));
    frame.put(message);
    frame.freeze()
}
