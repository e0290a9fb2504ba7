//! Values that their fields cannot have. A reader of messages stops at the
//! first of them and quotes it; an error names them all and quotes none, for
//! errors get into logs.

use prost_reflect::{FieldDescriptor, Kind, MessageDescriptor};
use serde_json::{Map, Value};

use super::check::{self, Place};
use super::deserialize;
use crate::grpc::status::{BadField, Reason};

/// Finds every value of a message that does not fit.
pub(super) fn all(message: &MessageDescriptor, json: &[u8]) -> Vec<BadField> {
    let mut found = Misfits::default();
    if let Ok(Value::Object(members)) = serde_json::from_slice(json) {
        found.message(message, members, &Place::Root);
    }
    found.0
}

#[derive(Default)]
struct Misfits(Vec<BadField>);

impl Misfits {
    fn message(
        &mut self,
        message: &MessageDescriptor,
        members: Map<String, Value>,
        place: &Place<'_>,
    ) {
        for (name, value) in members {
            if let Some(field) = check::field(message, &name) {
                self.member(&field, value, &Place::Member(place, field.name()));
            }
        }
    }

    fn member(&mut self, field: &FieldDescriptor, value: Value, place: &Place<'_>) {
        match value {
            Value::Array(items) if field.is_list() => {
                for (index, item) in items.into_iter().enumerate() {
                    let place = Place::Item(place, index);
                    match (check::plain_message(field), item) {
                        (Some(message), Value::Object(members)) => {
                            self.message(&message, members, &place);
                        }
                        (_, item) => self.value(field, Value::Array(vec![item]), &place),
                    }
                }
            }
            Value::Object(members) if !field.is_list() => match check::plain_message(field) {
                Some(message) => self.message(&message, members, place),
                None => self.value(field, Value::Object(members), place),
            },
            value => self.value(field, value, place),
        }
    }

    /// Has the reader of messages judge a value by itself.
    fn value(&mut self, field: &FieldDescriptor, value: Value, place: &Place<'_>) {
        let description = if field.is_list() && !value.is_array() {
            "must be a list".to_owned()
        } else {
            format!("must be {}", expected(&field.kind()))
        };
        let alone = Map::from_iter([(field.json_name().to_owned(), value)]);
        if deserialize(field.parent_message(), Value::Object(alone)).is_err() {
            self.0.push(BadField {
                path: place.to_string(),
                description,
                reason: Reason::Malformed,
            });
        }
    }
}

fn expected(kind: &Kind) -> String {
    match kind {
        Kind::Bool => "true or false".to_owned(),
        Kind::Double | Kind::Float => "a number".to_owned(),
        Kind::String => "a string".to_owned(),
        Kind::Bytes => "a string in base64".to_owned(),
        Kind::Message(_) => "an object".to_owned(),
        Kind::Enum(one) => format!("a name of {}", one.name()),
        Kind::Uint32 | Kind::Fixed32 => format!("a whole number from 0 to {}", u32::MAX),
        _ => "a whole number".to_owned(),
    }
}
