//! What a message may be, told from its bytes before it is decoded.
//!
//! Two bytes may be an empty item of a list, which takes hundreds in memory: a
//! message that is small enough to be received may be too large to be decoded.
//! So its fields are counted first, those of the messages in it as well.

use std::collections::BTreeMap;
use std::sync::Arc;

use prost::bytes::Buf as _;
use prost_reflect::{DescriptorError, DescriptorPool, MessageDescriptor};
use tonic::Status;

use super::{DESCRIPTORS, status};

/// How deep messages are looked into; those of the contract end before that.
const MAX_DEPTH: usize = 16;
/// Bits of a field's key that tell how its value is written.
const WIRE_TYPE_BITS: u32 = 3;

/// The largest messages that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageLimits {
    /// Most bytes.
    pub bytes: usize,
    /// Most fields, those of the messages in it and every item of its lists
    /// among them.
    pub fields: usize,
}

/// What the messages that calls send are made of, by the path of the call.
#[derive(Debug, Clone)]
pub struct Shapes(Arc<BTreeMap<String, Arc<Shape>>>);

impl Shapes {
    /// Takes the shapes from the contract.
    ///
    /// # Errors
    /// None in a released program.
    pub fn of_contract() -> Result<Self, DescriptorError> {
        let pool = DescriptorPool::decode(DESCRIPTORS)?;
        let methods = pool.services().flat_map(|service| {
            let methods: Vec<_> = service.methods().collect();
            methods.into_iter().map(move |method| {
                let path = format!("/{}/{}", service.full_name(), method.name());
                (path, Arc::new(Shape::of(&method.input(), MAX_DEPTH)))
            })
        });
        Ok(Self(Arc::new(methods.collect())))
    }

    /// Returns the shape of what calls of a path send.
    pub(super) fn of(&self, path: &str) -> Option<Arc<Shape>> {
        self.0.get(path).cloned()
    }
}

/// Which fields of a message are messages, and their shapes.
#[derive(Debug, Default)]
pub(super) struct Shape(BTreeMap<u64, Shape>);

impl Shape {
    fn of(message: &MessageDescriptor, depth: usize) -> Self {
        let Some(below) = depth.checked_sub(1) else {
            return Self::default();
        };
        let parts = message.fields().filter_map(|field| {
            let kind = field.kind();
            let part = kind.as_message()?;
            Some((field.number().into(), Self::of(part, below)))
        });
        Self(parts.collect())
    }

    /// Checks that a message has at most so many fields; what is no message is
    /// left to who decodes it.
    ///
    /// # Errors
    /// `MESSAGE_TOO_LARGE`.
    pub(super) fn check(&self, message: &[u8], most: usize) -> Result<(), Status> {
        let counted = self.count(message, &mut { most });
        counted.ok_or_else(|| status::too_many_fields(most))
    }

    /// Takes the number of fields from `left`; `None` when there are more.
    fn count(&self, mut bytes: &[u8], left: &mut usize) -> Option<()> {
        while let Some((number, value)) = next_field(&mut bytes) {
            *left = left.checked_sub(1)?;
            if let Some(part) = self.0.get(&number) {
                part.count(value, left)?;
            }
        }
        Some(())
    }
}

/// Takes a field off the front: its number, and its value if that has a length.
/// `None` at the end and where no field is.
fn next_field<'m>(bytes: &mut &'m [u8]) -> Option<(u64, &'m [u8])> {
    let key = varint(bytes)?;
    let length = match key & ((1 << WIRE_TYPE_BITS) - 1) {
        0 => {
            varint(bytes)?;
            0
        }
        1 => skip(bytes, 8)?,
        2 => usize::try_from(varint(bytes)?).ok()?,
        // A group has no length; its fields follow.
        3 | 4 => 0,
        5 => skip(bytes, 4)?,
        _ => return None,
    };
    let (value, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some((key >> WIRE_TYPE_BITS, value))
}

/// Skips a value of fixed length; nothing of it is left to take.
fn skip(bytes: &mut &[u8], length: usize) -> Option<usize> {
    *bytes = bytes.get(length..)?;
    Some(0)
}

fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..u64::BITS).step_by(7) {
        if !bytes.has_remaining() {
            return None;
        }
        let byte = bytes.get_u8();
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use prost::Message as _;

    use super::*;
    use crate::grpc::pb::{
        AnalyzeDocumentRequest, BatchAnalyzeDocumentsRequest, ClassificationOptions, Document,
    };

    const BATCH: &str = "/mujaz.v1.AnalysisService/BatchAnalyzeDocuments";

    fn shape() -> Arc<Shape> {
        let shapes = Shapes::of_contract().expect("sound");
        assert!(shapes.of("/another.Service/Method").is_none());
        shapes.of(BATCH).expect("it is there")
    }

    fn batch(requests: usize, topics: usize) -> Vec<u8> {
        let request = AnalyzeDocumentRequest {
            document: Some(Document {
                text: "\u{a}\u{0}\u{a}\u{0}".to_owned(),
                ..Document::default()
            }),
            classification_options: Some(ClassificationOptions {
                topic_ids: vec![String::new(); topics],
                max_topics: Some(3),
                ..ClassificationOptions::default()
            }),
            ..AnalyzeDocumentRequest::default()
        };
        let requests = vec![request; requests];
        BatchAnalyzeDocumentsRequest { requests }.encode_to_vec()
    }

    #[test]
    fn counts_the_fields_of_messages_in_a_message_and_no_text() {
        let shape = shape();
        // Of each: itself, its document with a text, its options with a number.
        for (requests, topics, fields) in [(0, 0, 0), (1, 0, 5), (3, 0, 15), (3, 7, 36)] {
            let message = batch(requests, topics);
            assert!(shape.check(&message, fields).is_ok());
            if let Some(fewer) = fields.checked_sub(1) {
                let refused = shape.check(&message, fewer).expect_err("one more");
                assert!(refused.message().contains(&fewer.to_string()), "{refused}");
            }
        }
    }

    #[test]
    fn counts_fields_of_any_kind_and_those_of_groups() {
        let shape = shape();
        let message = [
            &[0x08, 0xff, 0x01][..],
            &[0x11, 1, 2, 3, 4, 5, 6, 7, 8],
            &[0x1d, 1, 2, 3, 4],
            &[0x23, 0x08, 0x01, 0x24],
            &[0x2a, 0x01, b'a'],
        ]
        .concat();
        assert!(shape.check(&message, 7).is_ok());
        assert!(shape.check(&message, 6).is_err());
    }

    proptest! {
        #[test]
        fn counts_as_many_as_are_decoded_of_any_bytes(
            bytes in proptest::collection::vec(0_u8..32, 0..200)
        ) {
            let shape = shape();
            let most = bytes.len() / 4;
            if shape.check(&bytes, most).is_ok()
                && let Ok(batch) = BatchAnalyzeDocumentsRequest::decode(&bytes[..])
            {
                prop_assert!(batch.requests.len() <= most);
            }
        }
    }
}
