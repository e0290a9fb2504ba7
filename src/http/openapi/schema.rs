//! Messages as JSON Schema, in the form that canonical proto3 JSON gives them.

use std::collections::BTreeSet;

use prost_reflect::{
    EnumDescriptor, ExtensionDescriptor, FieldDescriptor, Kind, MessageDescriptor,
};
use serde_json::{Map, Value, json};

use super::comments::comment;
use super::is_required;

/// The schemas of all messages and enums that routes reach.
pub(super) struct Schemas {
    /// `google.api.field_behavior`.
    behavior: ExtensionDescriptor,
    done: Map<String, Value>,
    /// Messages in which an unknown member is an error.
    closed: BTreeSet<String>,
}

impl Schemas {
    pub(super) fn new(behavior: ExtensionDescriptor) -> Self {
        Self {
            behavior,
            done: Map::new(),
            closed: BTreeSet::new(),
        }
    }

    /// Returns a reference to a message that is sent to the service, which
    /// takes no unknown members.
    pub(super) fn request(&mut self, message: &MessageDescriptor) -> Value {
        self.close(message);
        self.message(message)
    }

    /// Returns a reference to a message that the service sends, which may have
    /// more members in a later version.
    pub(super) fn answer(&mut self, message: &MessageDescriptor) -> Value {
        self.message(message)
    }

    pub(super) fn is_required(&self, field: &FieldDescriptor) -> bool {
        is_required(field, &self.behavior)
    }

    pub(super) fn finish(mut self) -> Map<String, Value> {
        for name in &self.closed {
            if let Some(schema) = self.done.get_mut(name) {
                schema["additionalProperties"] = json!(false);
            }
        }
        self.done
    }

    fn close(&mut self, message: &MessageDescriptor) {
        if !self.closed.insert(name(message.full_name())) {
            return;
        }
        for field in message.fields() {
            if let Some(inner) = field.kind().as_message() {
                self.close(inner);
            }
        }
    }

    /// Returns the schema of one value.
    pub(super) fn value(&mut self, kind: &Kind) -> Value {
        match kind {
            Kind::Double | Kind::Float => json!({"type": "number", "format": "double"}),
            Kind::Int32 | Kind::Sint32 | Kind::Sfixed32 => {
                json!({"type": "integer", "format": "int32"})
            }
            Kind::Uint32 | Kind::Fixed32 => {
                json!({"type": "integer", "minimum": 0, "maximum": u32::MAX})
            }
            // JSON has no exact numbers of 64 bits: they are sent as text.
            Kind::Int64 | Kind::Sint64 | Kind::Sfixed64 => {
                json!({"type": "string", "pattern": "^-?[0-9]+$"})
            }
            Kind::Uint64 | Kind::Fixed64 => json!({"type": "string", "pattern": "^[0-9]+$"}),
            Kind::Bool => json!({"type": "boolean"}),
            Kind::String => json!({"type": "string"}),
            Kind::Bytes => json!({"type": "string", "contentEncoding": "base64"}),
            Kind::Message(message) => self.message(message),
            Kind::Enum(descriptor) => self.enumeration(descriptor),
        }
    }

    fn message(&mut self, message: &MessageDescriptor) -> Value {
        match message.full_name() {
            "google.protobuf.Duration" => {
                json!({"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?s$"})
            }
            "google.protobuf.Any" => json!({
                "type": "object",
                "required": ["@type"],
                "properties": {"@type": {"type": "string"}},
            }),
            full_name => {
                let name = name(full_name);
                if !self.done.contains_key(&name) {
                    // First a place for it, so that a message may hold itself.
                    self.done.insert(name.clone(), Value::Null);
                    let object = self.object(message);
                    self.done.insert(name.clone(), object);
                }
                reference(&name)
            }
        }
    }

    fn object(&mut self, message: &MessageDescriptor) -> Value {
        let file = message.parent_file();
        let file = file.file_descriptor_proto();
        let properties: Map<String, Value> = message
            .fields()
            .map(|field| {
                let mut schema = self.field(&field);
                schema["description"] = comment(file, field.path()).into();
                (field.json_name().to_owned(), schema)
            })
            .collect();
        let fields = message.fields().filter(|field| self.is_required(field));
        let required: Vec<String> = fields.map(|field| field.json_name().to_owned()).collect();
        let mut object = json!({
            "type": "object",
            "description": comment(file, message.path()),
            "properties": properties,
        });
        if !required.is_empty() {
            object["required"] = required.into();
        }
        object
    }

    fn field(&mut self, field: &FieldDescriptor) -> Value {
        let kind = field.kind();
        if field.is_map() {
            let value = kind
                .as_message()
                .map(MessageDescriptor::map_entry_value_field);
            let schema = value.map(|value| self.value(&value.kind()));
            return json!({"type": "object", "additionalProperties": schema});
        }
        let mut one = self.value(&kind);
        if field.is_list() {
            return json!({"type": "array", "items": one});
        }
        if self.is_bound(field) {
            one["minimum"] = json!(1);
        }
        one
    }

    /// Tells whether a field bounds what is asked for: a number that may be unset,
    /// which is why 0 is no way to say so and refused.
    fn is_bound(&self, field: &FieldDescriptor) -> bool {
        let asked = self
            .closed
            .contains(&name(field.parent_message().full_name()));
        asked && field.supports_presence() && field.kind() == Kind::Uint32
    }

    fn enumeration(&mut self, descriptor: &EnumDescriptor) -> Value {
        let name = name(descriptor.full_name());
        let file = descriptor.parent_file();
        let file = file.file_descriptor_proto();
        let names: Vec<String> = descriptor
            .values()
            .map(|one| one.name().to_owned())
            .collect();
        let lines = descriptor
            .values()
            .map(|value| format!("- `{}`: {}", value.name(), comment(file, value.path())));
        let lines: Vec<String> = lines.collect();
        let about = comment(file, descriptor.path());
        let schema = json!({
            "type": "string",
            "enum": names,
            "description": format!("{about}\n\n{}", lines.join("\n")),
        });
        self.done.insert(name.clone(), schema);
        reference(&name)
    }
}

/// Names a schema: without the package where that is the service's own.
fn name(full_name: &str) -> String {
    let name = full_name.strip_prefix("mujaz.v1.").unwrap_or(full_name);
    name.to_owned()
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}
