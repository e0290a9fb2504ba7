//! The layer that tells HTTP from gRPC and turns one into the other.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Version, header};
use prost_reflect::{DescriptorPool, DynamicMessage, MessageDescriptor};
use tonic::Status;
use tonic::body::Body;
use tonic_health::ServingStatus;
use tower::{Layer, Service};

use super::coding::Coding;
use super::error::{self, Refusal};
use super::route::{self, GatewayError, Miss, Route, Source};
use super::{body, json, openapi, request};
use crate::admission::Admission;
use crate::grpc::layers::access::{REQUEST_ID, request_id};
use crate::grpc::layers::deadline::Deadline;
use crate::grpc::message::MessageLimits;
use crate::grpc::offload::off_the_network;
use crate::grpc::service::MAX_JSON_ANSWER_BYTES;
use crate::grpc::{DESCRIPTORS, status};
use crate::measure;

/// Where the description of the routes is.
const OPENAPI_PATH: &str = "/openapi.json";
/// Where it is asked whether the service answers, and whether the process does.
const PROBES: [(&str, &str); 2] = [("/readyz", ""), ("/healthz", "liveness")];

/// JSON is longer than the message in it: an Arabic letter takes two bytes,
/// and six where it is escaped; the limit on messages has room for twice the
/// largest batch, which leaves a third to be added, and some.
const JSON_EXPANSION: usize = 2;

/// Answers the routes of the proto in JSON, by calling the inner service.
#[derive(Debug, Clone)]
pub struct JsonLayer {
    gateway: Arc<Gateway>,
}

impl JsonLayer {
    /// Makes the layer for a service that reads messages as large as `largest`.
    /// JSON takes room from `admission` while it is read,
    /// and its message does after that. With `grpc_web`, its calls are let through too.
    ///
    /// # Errors
    /// When a rule of the proto has no meaning here.
    pub fn new(
        largest: MessageLimits,
        admission: Admission,
        grpc_web: bool,
    ) -> Result<Self, GatewayError> {
        let mut pool = DescriptorPool::decode(DESCRIPTORS)?;
        pool.decode_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)?;
        let mut routes = route::annotated(&pool)?;
        for (path, service) in PROBES {
            routes.push(route::probe(&pool, path, service)?);
        }
        let openapi = openapi::document(&pool, &routes)?;
        let error = pool
            .get_message_by_name("google.rpc.Status")
            .ok_or(GatewayError::Missing("google.rpc.Status"))?;
        let gateway = Gateway {
            routes: routes.into_iter().map(Arc::new).collect(),
            error,
            openapi: openapi.to_string().into_bytes(),
            admission,
            largest: MessageLimits {
                bytes: largest.bytes.saturating_mul(JSON_EXPANSION),
                ..largest
            },
            grpc_web,
        };
        Ok(Self {
            gateway: Arc::new(gateway),
        })
    }
}

impl<S> Layer<S> for JsonLayer {
    type Service = Json<S>;

    fn layer(&self, inner: S) -> Json<S> {
        Json {
            inner,
            gateway: Arc::clone(&self.gateway),
        }
    }
}

/// A service that is reached over HTTP too.
#[derive(Debug, Clone)]
pub struct Json<S> {
    inner: S,
    gateway: Arc<Gateway>,
}

impl<S> Service<Request<Body>> for Json<S>
where
    S: Service<Request<Body>, Response = Response<Body>>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let coding = Coding::accepted(request.headers());
        match self.gateway.receive(request, coding) {
            Received::Grpc(request) => Box::pin(self.inner.call(request)),
            Received::Answered(response) => Box::pin(async move { Ok(response) }),
            Received::Call(route, call) => {
                let gateway = Arc::clone(&self.gateway);
                let answer = self.inner.call(call);
                Box::pin(async move {
                    let answer = answer.await?;
                    Ok(gateway.finish(route, answer, coding).await)
                })
            }
        }
    }
}

/// What a request is.
enum Received {
    /// A gRPC call as it is.
    Grpc(Request<Body>),
    /// A call in HTTP, made gRPC.
    Call(Arc<Route>, Request<Body>),
    /// Something that needs no call.
    Answered(Response<Body>),
}

#[derive(Debug)]
struct Gateway {
    routes: Vec<Arc<Route>>,
    /// `google.rpc.Status`.
    error: MessageDescriptor,
    openapi: Vec<u8>,
    admission: Admission,
    /// The largest JSON that is read.
    largest: MessageLimits,
    grpc_web: bool,
}

impl Gateway {
    /// Says whether a request is gRPC, or gRPC-Web where that is wanted. Over
    /// HTTP/1 there is no gRPC.
    fn is_grpc(&self, request: &Request<Body>) -> bool {
        let given = request.headers().get(header::CONTENT_TYPE);
        let kind = given.and_then(|value| value.to_str().ok()).unwrap_or("");
        let Some(rest) = kind.strip_prefix("application/grpc") else {
            return false;
        };
        if rest.starts_with("-web") {
            return self.grpc_web;
        }
        request.version() == Version::HTTP_2
    }

    fn receive(&self, request: Request<Body>, coding: Coding) -> Received {
        if self.is_grpc(&request) {
            return Received::Grpc(request);
        }
        if request.uri().path() == OPENAPI_PATH && is_read(request.method()) {
            let openapi = self.openapi.clone();
            return Received::Answered(body::json_response(StatusCode::OK, openapi, coding, None));
        }
        let id = request.headers().get(REQUEST_ID).cloned();
        match self.to_call(request) {
            Ok((route, call)) => Received::Call(route, call),
            Err(refusal) => {
                Received::Answered(self.refuse(&refusal, request_id(id.as_ref()), coding))
            }
        }
    }

    /// Answers what is no call. What reaches the service stands in its log and
    /// figures; this does not, so it is noted here.
    fn refuse(&self, refusal: &Refusal, id: HeaderValue, coding: Coding) -> Response<Body> {
        measure::http_refused(refusal.code);
        tracing::info!(
            http.response.status_code = refusal.code.as_u16(),
            request_id = id.to_str().unwrap_or_default(),
            "refused"
        );
        let mut response = error::response(refusal, &self.error, coding);
        response.headers_mut().insert(REQUEST_ID, id);
        response
    }

    fn to_call(&self, request: Request<Body>) -> Result<(Arc<Route>, Request<Body>), Refusal> {
        let path = request.uri().path();
        let route = route::find(&self.routes, request.method(), path).map_err(missed)?;
        let call = request::to_call(route, request, &self.admission, self.largest)?;
        Ok((Arc::clone(route), call))
    }

    /// Turns the answer of a call into a response.
    async fn finish(
        &self,
        route: Arc<Route>,
        answer: Response<Body>,
        coding: Coding,
    ) -> Response<Body> {
        let (parts, body) = answer.into_parts();
        let writing = write(route, &parts.headers, body, coding);
        let written = match parts.extensions.get() {
            Some(&Deadline(at)) => tokio::time::timeout_at(at.into(), writing)
                .await
                .unwrap_or_else(|_| Err(status::deadline_exceeded())),
            None => writing.await,
        };
        let mut response =
            written.unwrap_or_else(|status| error::response(&status.into(), &self.error, coding));
        keep_metadata(&parts.headers, response.headers_mut());
        response
    }
}

async fn write(
    route: Arc<Route>,
    headers: &HeaderMap,
    body: Body,
    coding: Coding,
) -> Result<Response<Body>, Status> {
    let body::Answer { message, call } = body::read_answer(headers, body).await?;
    if message.len() > MAX_JSON_ANSWER_BYTES {
        let actual = message.len();
        return Err(status::answer_too_large(MAX_JSON_ANSWER_BYTES, actual));
    }
    off_the_network(message.len(), move || {
        let message = DynamicMessage::decode(route.output(), message.as_slice())
            .map_err(|_| status::internal())?;
        let json = json::encode(&message)?;
        Ok(body::json_response(
            code(&route, &message),
            json,
            coding,
            Some(call),
        ))
    })
    .await
}

/// An answer is 200; that of a probe says by its code what it says.
fn code(route: &Route, message: &DynamicMessage) -> StatusCode {
    let serving = || {
        let state = message.get_field_by_name("status");
        state.and_then(|state| state.as_enum_number()) == Some(ServingStatus::Serving as i32)
    };
    match route.source {
        Source::Probe(_) if !serving() => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::OK,
    }
}

/// Copies what is neither gRPC's own nor about the body that was.
fn keep_metadata(from: &HeaderMap, to: &mut HeaderMap) {
    for (name, value) in from {
        let own = name.as_str().starts_with("grpc-");
        if !own && !to.contains_key(name) {
            to.append(name, value.clone());
        }
    }
}

fn is_read(method: &Method) -> bool {
    [Method::GET, Method::HEAD].contains(method)
}

fn missed(miss: Miss) -> Refusal {
    match miss {
        Miss::Path => status::nothing_answers(
            "nothing answers here; /openapi.json lists what does, and gRPC needs HTTP/2 and \
             content-type application/grpc",
        )
        .into(),
        Miss::Method(allow) => Refusal {
            code: StatusCode::METHOD_NOT_ALLOWED,
            status: status::nothing_answers("this path does not answer this method"),
            allow: Some(allow),
        },
    }
}
