//! Canonical proto3 JSON of any message of the proto.

mod check;
mod misfit;

use std::collections::BTreeMap;

use prost_reflect::{DeserializeOptions, DynamicMessage, MessageDescriptor};
use serde::Deserializer;
use serde_json::{Value, json};
use tonic::Status;

use crate::grpc::misread::Misread;
use crate::grpc::status::{self, BadField};

/// The list of a message whose items are read each by itself.
const ITEMS: &str = "requests";

/// Reads a message of at most `max_fields` members and items. Names may be those
/// of JSON or of the proto, `null` means unset.
///
/// # Errors
/// `INVALID_ARGUMENT`: names every field that is unknown, stands twice or has a
/// value that does not fit, and quotes no value.
pub(super) fn decode(
    descriptor: &MessageDescriptor,
    json: &[u8],
    max_fields: usize,
) -> Result<DynamicMessage, Status> {
    read(descriptor, json, max_fields)?.map_err(|bad| status::invalid(&bad))
}

/// Reads a message as [`decode`] does; of a batch, requests that cannot be read
/// are left empty and noted.
pub(super) fn decode_batch(
    descriptor: &MessageDescriptor,
    json: &[u8],
    max_fields: usize,
    misread: &Misread,
) -> Result<DynamicMessage, Status> {
    let bad = match read(descriptor, json, max_fields)? {
        Ok(message) => return Ok(message),
        Err(bad) => bad,
    };
    let apart = apart(descriptor, json, &bad);
    let (message, by_item) = apart.ok_or_else(|| status::invalid(&bad))?;
    misread.note(by_item);
    Ok(message)
}

/// Reads a message, or returns what is wrong with its fields.
fn read(
    descriptor: &MessageDescriptor,
    json: &[u8],
    max_fields: usize,
) -> Result<Result<DynamicMessage, Vec<BadField>>, Status> {
    let mut bad = check::fields(descriptor, json, max_fields)?;
    if bad.is_empty() {
        let mut reader = serde_json::Deserializer::from_slice(json);
        if let Ok(message) = deserialize(descriptor, &mut reader) {
            return Ok(Ok(message));
        }
    }
    bad.extend(misfit::all(descriptor, json));
    Ok(Err(bad))
}

/// Reads a message whose bad fields are all in items, with nothing of those but
/// the ids of their documents; returns what is wrong with each item as well.
fn apart(
    descriptor: &MessageDescriptor,
    json: &[u8],
    bad: &[BadField],
) -> Option<(DynamicMessage, BTreeMap<usize, Vec<BadField>>)> {
    let mut by_item = BTreeMap::<usize, Vec<BadField>>::new();
    for field in bad {
        by_item.entry(item(field)?).or_default().push(field.clone());
    }
    let mut message: Value = serde_json::from_slice(json).ok()?;
    let items = message.get_mut(ITEMS)?;
    for index in by_item.keys() {
        let item = items.get_mut(index)?;
        let id = item.pointer("/document/id").filter(|id| id.is_string());
        *item = json!({"document": {"id": id}});
    }
    Some((deserialize(descriptor, message).ok()?, by_item))
}

/// Returns the place of the item that a field is in.
fn item(field: &BadField) -> Option<usize> {
    let place = field.path.strip_prefix(ITEMS)?.strip_prefix('[')?;
    place.split_once(']')?.0.parse().ok()
}

fn deserialize<'de, D: Deserializer<'de>>(
    descriptor: &MessageDescriptor,
    from: D,
) -> Result<DynamicMessage, D::Error> {
    let options = DeserializeOptions::new().deny_unknown_fields(true);
    DynamicMessage::deserialize_with_options(descriptor.clone(), from, &options)
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
    fn names_all_that_is_wrong_and_quotes_no_value() {
        let json = r#"{"requests": [
            {"document": {"text": 1234567, "title": ["secret"]}, "summaryOptions": "secret"},
            "secret",
            {"classificationOptions": {"topicIds": "secret", "maxTopics": "secret"}, "x": "secret"},
            {"summaryOptions": {"algorithm": "secret", "maxSentences": null, "maxRatio": "secret"}}
        ]}"#;
        let status = decode(&descriptor(), json.as_bytes(), MANY).expect_err("bad");
        let told = format!("{status:?}");
        assert!(
            !told.contains("secret") && !told.contains("1234567"),
            "{told}"
        );
        let (_, paths) = refused(json);
        assert_eq!(
            paths,
            [
                "requests[2].x",
                "requests[0].document.text",
                "requests[0].document.title",
                "requests[0].summary_options",
                "requests[1]",
                "requests[2].classification_options.max_topics",
                "requests[2].classification_options.topic_ids",
                "requests[3].summary_options.algorithm",
                "requests[3].summary_options.max_ratio",
            ]
        );
        let status = decode(&descriptor(), b"\"secret\"", MANY).expect_err("no object");
        assert!(!status.message().contains("secret"), "{status}");
    }

    #[test]
    fn reads_the_others_where_requests_of_a_batch_are_bad() {
        let json = r#"{"requests": [{"document": {"text": "A."}},
            {"document": {"id": "b", "text": 7}, "x": 1}, 3, {"document": {"id": 4}}]}"#;
        let misread = Misread::default();
        let read = decode_batch(&descriptor(), json.as_bytes(), MANY, &misread).expect("read");
        let written = String::from_utf8(encode(&read).expect("sound")).expect("text");
        assert_eq!(
            written,
            r#"{"requests":[{"document":{"text":"A."}},{"document":{"id":"b"}},{"document":{}},{"document":{}}]}"#
        );
        assert!(misread.error(0).is_none());
        for (index, paths) in [
            (1, &["requests[1].x", "requests[1].document.text"][..]),
            (2, &["requests[2]"]),
            (3, &["requests[3].document.id"]),
        ] {
            let told = misread.error(index).expect("bad").get_error_details();
            let fields = told.bad_request().expect("fields").field_violations.iter();
            assert!(fields.map(|one| &one.field).eq(paths), "{index}");
        }
        for json in [
            r#"{"requests": [3], "x": 1}"#,
            r#"{"requests": [3], "requests[0]": 1}"#,
            r#"{"requests": [3], "requests": [3]}"#,
            r#"{"requests": 3}"#,
            r#"{"requests": [3]"#,
        ] {
            let misread = Misread::default();
            let read = decode_batch(&descriptor(), json.as_bytes(), MANY, &misread);
            assert!(read.is_err() && misread.error(0).is_none(), "{json}");
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
            assert_eq!(reason, "MALFORMED_MESSAGE", "{json:.100}");
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
