//! Which HTTP method and path stand for which call, read from the proto.

use http::Method;
use http::uri::PathAndQuery;
use percent_encoding::percent_decode_str;
use prost::Message as _;
use prost_reflect::{DescriptorPool, MessageDescriptor, MethodDescriptor};
use thiserror::Error;
use tonic_health::pb::HealthCheckRequest;

use crate::grpc::api::HttpRule;
use crate::grpc::api::http_rule::Pattern;

/// Why the descriptors make no gateway; a fault of the build.
#[derive(Debug, Error)]
pub enum GatewayError {
    /// The descriptors are no descriptors.
    #[error("bad descriptors: {0}")]
    Descriptors(#[from] prost_reflect::DescriptorError),
    /// Something that must be there is not.
    #[error("no {0} in the descriptors")]
    Missing(&'static str),
    /// A method has a rule that the gateway does not understand.
    #[error("{method}: {problem}")]
    Rule {
        /// Full name of the method.
        method: String,
        /// What is wrong with its rule.
        problem: &'static str,
    },
}

/// Where the request message of a call comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// The body is the message.
    Body,
    /// Each parameter of the query is a field.
    Query,
    /// Always the same encoded message, which asks for a health.
    Probe(Vec<u8>),
}

/// One place in HTTP.
#[derive(Debug)]
pub(super) struct Route {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) source: Source,
    /// Path of the gRPC method.
    pub(super) rpc: PathAndQuery,
    pub(super) descriptor: MethodDescriptor,
}

impl Route {
    pub(super) fn input(&self) -> MessageDescriptor {
        self.descriptor.input()
    }

    pub(super) fn output(&self) -> MessageDescriptor {
        self.descriptor.output()
    }
}

/// Why no route answers.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Miss {
    /// No route has the path.
    Path,
    /// The routes of the path have these methods.
    Method(String),
}

/// Reads every rule of `pool`.
pub(super) fn annotated(pool: &DescriptorPool) -> Result<Vec<Route>, GatewayError> {
    let mut routes = Vec::new();
    for service in pool.services() {
        for descriptor in service.methods() {
            if let Some(rule) = rule(pool, &descriptor)? {
                routes.push(route(descriptor, rule)?);
            }
        }
    }
    Ok(routes)
}

/// Makes a route by which `Health.Check` says how `service` is.
pub(super) fn probe(
    pool: &DescriptorPool,
    path: &str,
    service: &str,
) -> Result<Route, GatewayError> {
    let health = pool.get_service_by_name("grpc.health.v1.Health");
    let check = health.and_then(|health| health.methods().find(|one| one.name() == "Check"));
    let descriptor = check.ok_or(GatewayError::Missing("grpc.health.v1.Health.Check"))?;
    let asked = HealthCheckRequest {
        service: service.to_owned(),
    };
    Ok(Route {
        method: Method::GET,
        path: path.to_owned(),
        source: Source::Probe(asked.encode_to_vec()),
        rpc: rpc_path(&descriptor)?,
        descriptor,
    })
}

/// Finds what answers `method` on `path`.
pub(super) fn find<'a>(
    routes: &'a [std::sync::Arc<Route>],
    method: &Method,
    path: &str,
) -> Result<&'a std::sync::Arc<Route>, Miss> {
    // Some clients encode the colon of a custom verb.
    let path = percent_decode_str(path).decode_utf8_lossy();
    let mut here = routes.iter().filter(|route| route.path == path).peekable();
    if here.peek().is_none() {
        return Err(Miss::Path);
    }
    let methods: Vec<&str> = here.clone().map(|route| route.method.as_str()).collect();
    // A HEAD is a GET whose body the transport leaves out.
    let wanted = match *method {
        Method::HEAD => &Method::GET,
        _ => method,
    };
    here.find(|route| route.method == wanted)
        .ok_or_else(|| Miss::Method(methods.join(", ")))
}

fn rule(
    pool: &DescriptorPool,
    descriptor: &MethodDescriptor,
) -> Result<Option<HttpRule>, GatewayError> {
    let extension = pool
        .get_extension_by_name("google.api.http")
        .ok_or(GatewayError::Missing("google.api.http"))?;
    let options = descriptor.options();
    if !options.has_extension(&extension) {
        return Ok(None);
    }
    let value = options.get_extension(&extension);
    let rule = value
        .as_message()
        .and_then(|rule| rule.transcode_to().ok())
        .ok_or_else(|| refused(descriptor, "the rule is no HttpRule"))?;
    Ok(Some(rule))
}

fn route(descriptor: MethodDescriptor, rule: HttpRule) -> Result<Route, GatewayError> {
    let HttpRule {
        selector: _,
        pattern,
        body,
        response_body,
        additional_bindings,
    } = rule;
    if descriptor.is_client_streaming() || descriptor.is_server_streaming() {
        return Err(refused(&descriptor, "a stream has no place in HTTP"));
    }
    if !response_body.is_empty() || !additional_bindings.is_empty() {
        return Err(refused(&descriptor, "only one place and whole answers"));
    }
    let (method, path, source) = match (pattern, body.as_str()) {
        (Some(Pattern::Get(path)), "") => (Method::GET, path, Source::Query),
        (Some(Pattern::Post(path)), "*") => (Method::POST, path, Source::Body),
        _ => {
            return Err(refused(
                &descriptor,
                "only GET, and POST of the whole request",
            ));
        }
    };
    if path.contains('{') {
        return Err(refused(&descriptor, "paths have no variables"));
    }
    Ok(Route {
        method,
        path,
        source,
        rpc: rpc_path(&descriptor)?,
        descriptor,
    })
}

fn rpc_path(descriptor: &MethodDescriptor) -> Result<PathAndQuery, GatewayError> {
    let service = descriptor.parent_service();
    format!("/{}/{}", service.full_name(), descriptor.name())
        .parse()
        .map_err(|_| refused(descriptor, "its name makes no path"))
}

fn refused(descriptor: &MethodDescriptor, problem: &'static str) -> GatewayError {
    GatewayError::Rule {
        method: descriptor.full_name().to_owned(),
        problem,
    }
}
