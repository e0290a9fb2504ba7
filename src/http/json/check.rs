//! What a reader of messages would pass over: unknown members and members
//! that stand twice.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use prost_reflect::{FieldDescriptor, MessageDescriptor};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use tonic::Status;

use crate::grpc::status::{self, BadField, Reason};

/// Longest name of an unknown field that an error repeats, in characters.
const MAX_QUOTED: usize = 100;

/// Finds the field that `name` means, which may be the name in JSON or in the
/// proto.
pub(super) fn field(message: &MessageDescriptor, name: &str) -> Option<FieldDescriptor> {
    message
        .get_field_by_json_name(name)
        .or_else(|| message.get_field_by_name(name))
}

/// Returns what is unknown or stands twice.
///
/// # Errors
/// When `json` is no JSON object, or one of more than `max_fields` members and
/// items: three bytes of JSON may be a message that takes hundreds in memory.
pub(super) fn fields(
    message: &MessageDescriptor,
    json: &[u8],
    max_fields: usize,
) -> Result<Vec<BadField>, Status> {
    let mut seen = Seen {
        bad: Vec::new(),
        left: Some(max_fields),
    };
    let mut reader = serde_json::Deserializer::from_slice(json);
    let object = Checked {
        message: Some(message),
        place: &Place::Root,
        seen: &mut seen,
    };
    let read = reader.deserialize_map(object).and_then(|()| reader.end());
    match (read, seen.left) {
        (Ok(()), _) => Ok(seen.bad),
        (Err(_), None) => Err(status::too_many_fields(max_fields)),
        (Err(error), Some(_)) => Err(status::not_json(&cause(&error))),
    }
}

/// Says what is no JSON; a value that is no object is not quoted.
fn cause(error: &serde_json::Error) -> String {
    match error.classify() {
        Category::Data => "it must be an object".to_owned(),
        Category::Io | Category::Syntax | Category::Eof => error.to_string(),
    }
}

/// Cuts what comes from a request: an error must not grow with it.
fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(MAX_QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// What was seen so far.
struct Seen {
    bad: Vec<BadField>,
    /// Members and items that may follow; `None` when there were too many.
    left: Option<usize>,
}

impl Seen {
    /// Counts a member or an item.
    fn count<E: Error>(&mut self) -> Result<(), E> {
        self.left = self.left.and_then(|left| left.checked_sub(1));
        match self.left {
            Some(_) => Ok(()),
            None => Err(E::custom("too many fields")),
        }
    }
}

/// A place in a message, from the inside out.
pub(super) enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Root => Ok(()),
            Place::Member(Place::Root, name) => f.write_str(name),
            Place::Member(parent, name) => write!(f, "{parent}.{name}"),
            Place::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// A value; of `message` if it is an object.
struct Checked<'a> {
    message: Option<&'a MessageDescriptor>,
    place: &'a Place<'a>,
    seen: &'a mut Seen,
}

impl Checked<'_> {
    fn complain(&mut self, name: &str, description: &str, reason: Reason) {
        self.seen.bad.push(BadField {
            path: Place::Member(self.place, name).to_string(),
            description: description.to_owned(),
            reason,
        });
    }
}

impl<'de> DeserializeSeed<'de> for Checked<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Scalars are left to the reader of messages.
macro_rules! passes {
    ($($visit:ident($type:ty)),*) => {
        $(
            fn $visit<E>(self, _: $type) -> Result<(), E> {
                Ok(())
            }
        )*
    };
}

impl<'de> Visitor<'de> for Checked<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    passes!(
        visit_bool(bool),
        visit_i64(i64),
        visit_u64(u64),
        visit_f64(f64),
        visit_str(&str)
    );

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut index = 0;
        while items
            .next_element_seed(Checked {
                message: self.message,
                place: &Place::Item(self.place, index),
                seen: &mut *self.seen,
            })?
            .is_some()
        {
            self.seen.count()?;
            index += 1;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        let mut known_before = BTreeSet::new();
        while let Some(name) = members.next_key::<Cow<'_, str>>()? {
            self.seen.count()?;
            let known = self.message.map(|message| field(message, &name));
            let Some(Some(field)) = known else {
                if known.is_some() {
                    self.complain(&shorten(&name), "is unknown", Reason::UnknownField);
                }
                members.next_value::<IgnoredAny>()?;
                continue;
            };
            if !known_before.insert(field.number()) {
                self.complain(field.name(), "stands twice", Reason::Malformed);
            }
            members.next_value_seed(Checked {
                message: plain_message(&field).as_ref(),
                place: &Place::Member(self.place, field.name()),
                seen: &mut *self.seen,
            })?;
        }
        Ok(())
    }
}

/// Returns the message of a field whose JSON has the message's own fields:
/// maps and the well-known types have a form of their own.
pub(super) fn plain_message(field: &FieldDescriptor) -> Option<MessageDescriptor> {
    let kind = field.kind();
    let message = kind.as_message()?;
    let own_form = field.is_map() || message.package_name() == "google.protobuf";
    (!own_form).then(|| message.clone())
}
