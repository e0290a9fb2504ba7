//! The query of a URL as JSON.

use percent_encoding::percent_decode_str;
use serde_json::Value;
use tonic::Status;

use crate::grpc::status;

/// Returns the query as a JSON object of strings, which proto3 JSON takes for
/// numbers too. Names that stand twice do so in the object.
///
/// # Errors
/// When an escape is no UTF-8.
pub(super) fn to_json(query: &str) -> Result<String, Status> {
    let entries = query.split('&').filter(|entry| !entry.is_empty());
    let members: Vec<String> = entries.map(member).collect::<Result<_, _>>()?;
    Ok(format!("{{{}}}", members.join(",")))
}

fn member(entry: &str) -> Result<String, Status> {
    let (name, value) = entry.split_once('=').unwrap_or((entry, ""));
    Ok(format!("{}:{}", string(name)?, string(value)?))
}

fn string(escaped: &str) -> Result<Value, Status> {
    let spaced = escaped.replace('+', " ");
    let text = percent_decode_str(&spaced)
        .decode_utf8()
        .map_err(|_| status::not_json("the query is no UTF-8"))?;
    Ok(Value::String(text.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_members() {
        for (query, expected) in [
            ("", "{}"),
            ("&&", "{}"),
            ("languageCode=ar", r#"{"languageCode":"ar"}"#),
            ("a=%D8%B9+x&a=\"", r#"{"a":"ع x","a":"\""}"#),
            ("a", r#"{"a":""}"#),
            ("a=b=c", r#"{"a":"b=c"}"#),
        ] {
            assert_eq!(to_json(query).expect(query), expected);
        }
        assert!(to_json("a=%ff").is_err());
    }
}
