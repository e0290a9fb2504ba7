//! The `OpenAPI` document against the proto.

use std::collections::BTreeSet;

use mujaz::grpc::DESCRIPTORS;
use prost_reflect::{DescriptorPool, Kind, MessageDescriptor};
use serde_json::{Value, json};

use super::client::get;
use crate::harness::TestServer;

async fn document() -> Value {
    let response = get(&TestServer::start().await, "/openapi.json").await;
    assert_eq!(response.code, 200);
    response.json()
}

fn pool() -> DescriptorPool {
    DescriptorPool::decode(DESCRIPTORS).expect("sound")
}

fn schema<'a>(document: &'a Value, full_name: &str) -> &'a Value {
    let name = full_name.trim_start_matches("mujaz.v1.");
    let schema = &document["components"]["schemas"][name];
    assert!(schema.is_object(), "no schema {name}");
    schema
}

#[tokio::test]
async fn every_call_but_the_stream_has_its_place() {
    let document = document().await;
    let service = pool()
        .get_service_by_name("mujaz.v1.AnalysisService")
        .expect("it is there");
    let mut expected = BTreeSet::new();
    for method in service.methods().filter(|one| !one.is_client_streaming()) {
        expected.insert(method.name().to_owned());
    }
    let mut found = BTreeSet::new();
    for (path, verbs) in document["paths"].as_object().expect("paths") {
        if ["/readyz", "/healthz"].contains(&path.as_str()) {
            continue;
        }
        for (verb, operation) in verbs.as_object().expect("operations") {
            let name = operation["operationId"].as_str().expect("a name");
            let method = service.methods().find(|one| one.name() == name);
            let method = method.expect("it is a method");
            assert!(found.insert(name.to_owned()), "{name} stands twice");
            assert!(!operation["summary"].as_str().expect("text").is_empty());
            let answer = &operation["responses"]["200"]["content"]["application/json"];
            assert_eq!(answer["schema"], reference(method.output().full_name()));
            let asked = &operation["requestBody"]["content"]["application/json"];
            if verb == "post" {
                assert_eq!(
                    asked["schema"],
                    reference(method.input().full_name()),
                    "{path}"
                );
            } else {
                assert!(asked.is_null());
                assert_parameters(&operation["parameters"], &method.input());
            }
        }
    }
    assert_eq!(found, expected);
}

#[tokio::test]
async fn probes_have_their_places_too() {
    let document = document().await;
    for path in ["/readyz", "/healthz"] {
        let operation = &document["paths"][path]["get"];
        assert_eq!(operation["operationId"], path[1..]);
        let codes = operation["responses"].as_object().expect("responses");
        assert_eq!(codes.keys().collect::<Vec<_>>(), ["200", "503"]);
    }
}

/// `errors` has all of them refused with 0.
#[tokio::test]
async fn bounds_of_what_is_asked_for_begin_with_one() {
    let document = document().await;
    for (message, field, minimum) in [
        ("SummaryOptions", "maxSentences", 1),
        ("SummaryOptions", "maxCharacters", 1),
        ("ClassificationOptions", "maxTopics", 1),
        ("ClassificationOptions", "maxEvidencePerTopic", 1),
        ("Evidence", "sentenceIndex", 0),
        ("TextSpan", "utf8Start", 0),
    ] {
        let property = &schema(&document, message)["properties"][field];
        assert_eq!(property["minimum"], minimum, "{message}.{field}");
    }
}

fn reference(full_name: &str) -> Value {
    let name = full_name.trim_start_matches("mujaz.v1.");
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn assert_parameters(parameters: &Value, input: &MessageDescriptor) {
    let all = parameters.as_array().expect("a list").iter();
    let names: Vec<&str> = all
        .filter(|one| one["in"] == "query")
        .map(|one| one["name"].as_str().expect("a name"))
        .collect();
    let fields: Vec<String> = input
        .fields()
        .map(|one| one.json_name().to_owned())
        .collect();
    assert_eq!(names, fields);
}

#[tokio::test]
async fn every_field_has_its_type_and_its_comment() {
    let document = document().await;
    let streams = [
        "StreamAnalyzeDocumentsRequest",
        "StreamAnalyzeDocumentsResponse",
    ];
    let mut fields = 0;
    for message in pool().all_messages() {
        let own = message.package_name() == "mujaz.v1" && !message.is_map_entry();
        let plain = ["ListTopicsRequest", "GetServiceInfoRequest"];
        if !own || streams.contains(&message.name()) || plain.contains(&message.name()) {
            continue;
        }
        let schema = schema(&document, message.full_name());
        let properties = schema["properties"].as_object().expect("properties");
        assert_eq!(
            properties.len(),
            message.fields().len(),
            "{}",
            message.name()
        );
        for field in message.fields() {
            fields += 1;
            let property = &properties[field.json_name()];
            let comment = property["description"].as_str().expect("a comment");
            // Lines of the proto are joined, paragraphs are kept apart.
            let joined = comment.split("\n\n").all(|part| !part.contains('\n'));
            assert!(!comment.is_empty() && joined, "{comment:?}");
            let one = if field.is_list() {
                &property["items"]
            } else {
                property
            };
            assert_type(one, &field.kind(), field.is_map());
        }
    }
    assert!(fields > 80, "{fields}");
}

fn assert_type(schema: &Value, kind: &Kind, is_map: bool) {
    let expected = match kind {
        Kind::Double => "number",
        Kind::Int32 | Kind::Uint32 => "integer",
        Kind::Uint64 | Kind::String => "string",
        Kind::Bool => "boolean",
        Kind::Message(_) if is_map => "object",
        Kind::Message(message) if message.full_name() == "google.protobuf.Duration" => "string",
        Kind::Message(message) => {
            return assert_eq!(schema["$ref"], reference(message.full_name())["$ref"]);
        }
        Kind::Enum(one) => {
            return assert_eq!(schema["$ref"], reference(one.full_name())["$ref"]);
        }
        other => panic!("{other:?} is not in use"),
    };
    assert_eq!(schema["type"], expected);
}

#[tokio::test]
async fn every_value_of_every_enum_is_listed() {
    let document = document().await;
    let pool = pool();
    for one in pool
        .all_enums()
        .filter(|one| one.package_name() == "mujaz.v1")
    {
        let schema = schema(&document, one.full_name());
        let names: Vec<Value> = one.values().map(|value| value.name().into()).collect();
        assert_eq!(schema["enum"], Value::from(names));
    }
}

#[tokio::test]
async fn what_is_required_and_what_is_closed() {
    let document = document().await;
    for (name, required) in [
        ("AnalyzeDocumentRequest", json!(["document"])),
        ("SummarizeDocumentRequest", json!(["document"])),
        ("ClassifyDocumentRequest", json!(["document"])),
        ("BatchAnalyzeDocumentsRequest", json!(["requests"])),
        ("Document", json!(["text"])),
        ("SummaryOptions", Value::Null),
        ("AnalyzeDocumentResponse", Value::Null),
    ] {
        let schema = schema(&document, name);
        assert_eq!(schema["required"], required, "{name}");
        let closed = !name.ends_with("Response");
        assert_eq!(schema["additionalProperties"] == false, closed, "{name}");
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere() {
    fn check(document: &Value, part: &Value) -> usize {
        match part {
            Value::Object(members) => {
                let own = members
                    .get("$ref")
                    .and_then(Value::as_str)
                    .map_or(0, |place| {
                        let pointer = place.strip_prefix('#').expect("in the document");
                        assert!(document.pointer(pointer).is_some(), "{place}");
                        1
                    });
                own + members
                    .values()
                    .map(|one| check(document, one))
                    .sum::<usize>()
            }
            Value::Array(items) => items.iter().map(|one| check(document, one)).sum(),
            _ => 0,
        }
    }
    let document = document().await;
    assert!(check(&document, &document) > 40);
}
