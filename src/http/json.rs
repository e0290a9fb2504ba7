//! Canonical proto3 JSON of any message of the proto.

mod check;

use prost_reflect::{DeserializeOptions, DynamicMessage, FieldDescriptor, MessageDescriptor};
use serde_path_to_error::{Path, Segment, Track};
use tonic::Status;

use crate::grpc::status::{self, BadField, Reason};

/// Longest part of a request that an error repeats, in characters.
const MAX_QUOTED: usize = 100;

/// Reads a message of at most `max_fields` members and items. Names may be those
/// of JSON or of the proto, `null` means unset.
///
/// # Errors
/// `INVALID_ARGUMENT`: names every unknown field and every field that stands
/// twice, else the first whose value does not fit.
pub(super) fn decode(
    descriptor: &MessageDescriptor,
    json: &[u8],
    max_fields: usize,
) -> Result<DynamicMessage, Status> {
    let bad = check::fields(descriptor, json, max_fields)?;
    if !bad.is_empty() {
        return Err(status::invalid(&bad));
    }
    let mut reader = serde_json::Deserializer::from_slice(json);
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut reader, &mut track);
    let options = DeserializeOptions::new().deny_unknown_fields(true);
    DynamicMessage::deserialize_with_options(descriptor.clone(), tracked, &options)
        .map_err(|error| misfit(&proto_path(descriptor, &track.path()), &error))
}

/// Writes a message; what has its default is left out, members are in
/// alphabetical order.
///
/// # Errors
/// INTERNAL when the message holds what JSON has no word for.
pub(super) fn encode(message: &DynamicMessage) -> Result<Vec<u8>, Status> {
    // By way of a value, whose maps are sorted: those of a message are not,
    // and equal answers must be equal bytes.
    serde_json::to_value(message)
        .and_then(|value| serde_json::to_vec(&value))
        .map_err(|_| status::internal())
}

fn misfit(path: &str, error: &serde_json::Error) -> Status {
    let cause = shorten(&error.to_string());
    if path.is_empty() {
        return status::not_json(&cause);
    }
    status::invalid(&[BadField {
        path: path.to_owned(),
        description: format!("does not fit: {cause}"),
        reason: Reason::Malformed,
    }])
}

/// Names a place in JSON by its path in the proto.
fn proto_path(descriptor: &MessageDescriptor, path: &Path) -> String {
    let mut here = Some(descriptor.clone());
    let mut named = Vec::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => named.push(format!("[{index}]")),
            Segment::Map { key } => {
                let field = here.as_ref().and_then(|one| check::field(one, key));
                let name = field.as_ref().map_or(key.as_str(), FieldDescriptor::name);
                let dot = if named.is_empty() { "" } else { "." };
                named.push(format!("{dot}{name}"));
                here = field.and_then(|field| field.kind().as_message().cloned());
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    named.concat()
}

/// Cuts what comes from a request: an error must not grow with it.
fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(MAX_QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use prost_reflect::DescriptorPool;
    use tonic::Code;
    use tonic_types::StatusExt as _;

    use super::*;
    use crate::grpc::DESCRIPTORS;

    fn descriptor() -> MessageDescriptor {
        DescriptorPool::decode(DESCRIPTORS)
            .expect("sound")
            .get_message_by_name("mujaz.v1.BatchAnalyzeDocumentsRequest")
            .expect("it is there")
    }

    const MANY: usize = 1 << 16;

    /// Returns the reason and the paths of all bad fields.
    fn refused(json: &str) -> (String, Vec<String>) {
        let status = decode(&descriptor(), json.as_bytes(), MANY).expect_err(json);
        assert_eq!(status.code(), Code::InvalidArgument, "{json}");
        assert!(status.message().len() < 1_000, "{}", status.message());
        let details = status.get_error_details();
        let info = details.error_info().expect("always there");
        let bad = details.bad_request().map(|bad| &bad.field_violations);
        let paths = bad.into_iter().flatten().map(|one| one.field.clone());
        (info.reason.clone(), paths.collect())
    }

    #[test]
    fn takes_both_names_null_and_numbers_in_strings() {
        let json = r#"{"requests": [{"document": {"text": "A.", "language_code": null},
            "summaryOptions": {"maxSentences": "2", "max_ratio": 1, "algorithm": 3,
            "sentenceOrder": "SENTENCE_ORDER_RANK", "maxCharacters": 1e2}}]}"#;
        let read = decode(&descriptor(), json.as_bytes(), MANY).expect("sound");
        let written = String::from_utf8(encode(&read).expect("sound")).expect("text");
        assert_eq!(
            written,
            "{\"requests\":[{\"document\":{\"text\":\"A.\"},\"summaryOptions\":\
             {\"algorithm\":\"SUMMARY_ALGORITHM_LEX_RANK\",\"maxCharacters\":100,\
             \"maxRatio\":1.0,\"maxSentences\":2,\"sentenceOrder\":\"SENTENCE_ORDER_RANK\"}}]}"
        );
    }

    #[test]
    fn names_every_unknown_field() {
        let json =
            r#"{"requests": [{}, {"documents": 1, "document": {"txt": {"a": [1]}}}], "x": 1}"#;
        let (reason, paths) = refused(json);
        assert_eq!(reason, "UNKNOWN_FIELD");
        assert_eq!(
            paths,
            ["requests[1].documents", "requests[1].document.txt", "x"]
        );
    }

    #[test]
    fn names_what_stands_twice_under_either_name() {
        let json = r#"{"requests": [{"summaryOptions": {"maxRatio": 1, "max_ratio": 1}}]}"#;
        let (reason, paths) = refused(json);
        assert_eq!(reason, "MALFORMED_MESSAGE");
        assert_eq!(paths, ["requests[0].summary_options.max_ratio"]);
    }

    #[test]
    fn names_the_value_that_does_not_fit() {
        for (member, path) in [
            (r#""document": 1"#, "document"),
            (r#""document": {"text": 1}"#, "document.text"),
            (r#""document": {"text": ["a"]}"#, "document.text"),
            (
                r#""summaryOptions": {"maxSentences": -1}"#,
                "summary_options.max_sentences",
            ),
            (
                r#""summaryOptions": {"maxSentences": 1.5}"#,
                "summary_options.max_sentences",
            ),
            (
                r#""summaryOptions": {"maxSentences": 4294967296}"#,
                "summary_options.max_sentences",
            ),
            (
                r#""summaryOptions": {"algorithm": "BEST"}"#,
                "summary_options.algorithm",
            ),
            (
                r#""classificationOptions": {"topicIds": ["a", 7]}"#,
                "classification_options.topic_ids[1]",
            ),
            (
                r#""classificationOptions": {"includeEvidence": "yes"}"#,
                "classification_options.include_evidence",
            ),
        ] {
            let (reason, paths) = refused(&format!(r#"{{"requests": [{{}}, {{{member}}}]}}"#));
            assert_eq!(reason, "MALFORMED_MESSAGE", "{member}");
            assert_eq!(paths, [format!("requests[1].{path}")], "{member}");
        }
    }

    #[test]
    fn refuses_what_is_no_json() {
        let nested = format!("{{\"x\": {}", "[".repeat(100_000));
        for json in [
            "",
            "{",
            "[]",
            "null",
            "7",
            "{} {}",
            "{\"requests\": [}",
            "{\"requests\": [{\"document\": {\"text\": \"\\ud800\"}}]}",
            &nested,
        ] {
            let (reason, paths) = refused(json);
            assert_eq!(reason, "MALFORMED_MESSAGE", "{}", shorten(json));
            assert!(paths.is_empty(), "{paths:?}");
        }
        let broken = decode(&descriptor(), b"{\"x\": \"\xff\"}", MANY).expect_err("no UTF-8");
        assert_eq!(broken.code(), Code::InvalidArgument);
    }

    #[test]
    fn counts_members_and_items_before_any_is_read() {
        for (json, fields) in [
            ("{}", 0),
            (r#"{"requests": [{}, {}, {}]}"#, 4),
            (
                r#"{"requests": [{"classificationOptions": {"topicIds": ["a", "b"]}}]}"#,
                6,
            ),
        ] {
            assert!(decode(&descriptor(), json.as_bytes(), fields).is_ok());
            let Some(fewer) = fields.checked_sub(1) else {
                continue;
            };
            let refused = decode(&descriptor(), json.as_bytes(), fewer).expect_err("one more");
            let details = refused.get_error_details();
            let reason = details.error_info().map(|info| info.reason.as_str());
            assert_eq!(reason, Some("MESSAGE_TOO_LARGE"), "{json}");
        }
    }

    #[test]
    fn errors_do_not_grow_with_the_request() {
        let long = "a".repeat(1 << 20);
        refused(&format!(r#"{{"{long}": 1}}"#));
        refused(&format!(r#"{{"requests": "{long}"}}"#));
        let members: Vec<String> = (0..10_000).map(|one| format!("\"u{one}\": 1")).collect();
        let status = decode(
            &descriptor(),
            format!("{{{}}}", members.join(",")).as_bytes(),
            MANY,
        );
        assert!(status.expect_err("unknown").details().len() < 8_000);
    }
    proptest! {
        #[test]
        fn any_text_comes_through(id in any::<String>(), ratio in any::<f64>()) {
            let json = serde_json::json!({
                "requests": [{"document": {"id": id}, "summaryOptions": {"maxRatio": ratio}}]
            });
            let read = decode(&descriptor(), json.to_string().as_bytes(), MANY).expect("sound");
            let written = encode(&read).expect("sound");
            let again = decode(&descriptor(), &written, MANY).expect("sound");
            prop_assert_eq!(encode(&again).expect("sound"), written);
        }

        #[test]
        fn nothing_breaks_the_reader(
            noise in prop::collection::vec(any::<u8>(), 1..20),
            cut in 0_usize..120,
        ) {
            let mut json = br#"{"requests": [{"document": {"text": "A."},
                "summaryOptions": {"maxSentences": 3, "maxRatio": 0.5}}]}"#.to_vec();
            let at = cut.min(json.len());
            json.splice(at..at, noise);
            // Any answer will do, but there is one.
            let _ = decode(&descriptor(), &json, MANY);
        }
    }
}
