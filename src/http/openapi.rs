//! The routes as an `OpenAPI` 3.1 document, made from the descriptors and their
//! comments.

mod comments;
mod schema;

use prost_reflect::{DescriptorPool, ExtensionDescriptor, FieldDescriptor, MethodDescriptor};
use serde_json::{Map, Value, json};

use super::route::{GatewayError, Route, Source};
use crate::grpc::api::FieldBehavior;
use comments::{comment, first_sentence};
use schema::Schemas;

/// Describes `routes`.
pub(super) fn document(pool: &DescriptorPool, routes: &[Route]) -> Result<Value, GatewayError> {
    let behavior = pool
        .get_extension_by_name("google.api.field_behavior")
        .ok_or(GatewayError::Missing("google.api.field_behavior"))?;
    let mut schemas = Schemas::new(behavior);
    let mut paths = Map::new();
    for route in routes {
        let operation = match route.source {
            Source::Body | Source::Query => operation(route, &mut schemas),
            Source::Probe(_) => probe(route, &mut schemas),
        };
        let method = route.method.as_str().to_ascii_lowercase();
        paths.insert(route.path.clone(), json!({ method: operation }));
    }
    let error = pool
        .get_message_by_name("google.rpc.Status")
        .ok_or(GatewayError::Missing("google.rpc.Status"))?;
    let error = schemas.answer(&error);
    let service = routes
        .first()
        .map(|route| route.descriptor.parent_service());
    let about = service.map(|one| comment(one.parent_file().file_descriptor_proto(), one.path()));
    Ok(json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Mujaz",
            "version": env!("CARGO_PKG_VERSION"),
            "description": about.unwrap_or_default(),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        // A server may or may not want a token.
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas.finish(),
            "responses": {"Error": failure(&error)},
            "parameters": parameters(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }))
}

fn operation(route: &Route, schemas: &mut Schemas) -> Value {
    let method = &route.descriptor;
    let about = about(method);
    let mut operation = json!({
        "operationId": method.name(),
        "summary": first_sentence(&about),
        "description": about,
        "parameters": [
            {"$ref": "#/components/parameters/Timeout"},
            {"$ref": "#/components/parameters/RequestId"},
        ],
        "responses": {
            "200": {
                "description": "The answer.",
                "content": {"application/json": {"schema": schemas.answer(&route.output())}},
            },
            "4XX": {"$ref": "#/components/responses/Error"},
            "5XX": {"$ref": "#/components/responses/Error"},
        },
    });
    if route.source == Source::Body {
        operation["requestBody"] = json!({
            "required": true,
            "content": {"application/json": {"schema": schemas.request(&route.input())}},
        });
    } else if let Some(parameters) = operation["parameters"].as_array_mut() {
        let input = route.input();
        parameters.extend(input.fields().map(|field| parameter(&field, schemas)));
    }
    operation
}

/// Describes what asks for a health, whose answer says by its code what it says.
fn probe(route: &Route, schemas: &mut Schemas) -> Value {
    let schema = schemas.answer(&route.output());
    let answer = |description: &str| {
        json!({
            "description": description,
            "content": {"application/json": {"schema": &schema}},
        })
    };
    json!({
        "operationId": route.path.trim_start_matches('/'),
        "summary": "Says by the code of its answer whether all is well",
        "security": [],
        "responses": {"200": answer("It is."), "503": answer("It is not.")},
    })
}

fn parameter(field: &FieldDescriptor, schemas: &mut Schemas) -> Value {
    let file = field.parent_file();
    json!({
        "name": field.json_name(),
        "in": "query",
        "description": comment(file.file_descriptor_proto(), field.path()),
        "required": schemas.is_required(field),
        "schema": schemas.value(&field.kind()),
    })
}

fn about(method: &MethodDescriptor) -> String {
    let service = method.parent_service();
    comment(service.parent_file().file_descriptor_proto(), method.path())
}

fn failure(error: &Value) -> Value {
    json!({
        "description": "Why there is no answer. The HTTP code goes with `code`, a number of \
                        google.rpc.Code; `details` has a google.rpc.ErrorInfo always.",
        "headers": {
            "Retry-After": {
                "description": "Seconds to wait, where trying again helps.",
                "schema": {"type": "integer", "minimum": 0},
            },
        },
        "content": {"application/json": {"schema": error}},
    })
}

fn parameters() -> Value {
    json!({
        "Timeout": {
            "name": "Grpc-Timeout",
            "in": "header",
            "description": "Longest time for the answer: a number of at most eight digits and a \
                            unit, H, M, S, m (milliseconds), u or n.",
            "schema": {"type": "string", "pattern": "^[0-9]{1,8}[HMSmun]$"},
        },
        "RequestId": {
            "name": "X-Request-Id",
            "in": "header",
            "description": "Name of the call in the server's log; given back.",
            "schema": {"type": "string", "maxLength": 128},
        },
    })
}

/// Says whether `google.api.field_behavior` requires a field.
fn is_required(field: &FieldDescriptor, behavior: &ExtensionDescriptor) -> bool {
    let options = field.options();
    let value = options.get_extension(behavior);
    let all = value.as_list().unwrap_or_default();
    all.iter()
        .any(|one| one.as_enum_number() == Some(FieldBehavior::Required as i32))
}
