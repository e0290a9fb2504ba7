//! JSON over HTTP: a gateway before the gRPC service, in this process.
//!
//! What `google.api.http` in the proto says is the whole table: a request to
//! one of its paths becomes the gRPC call that it stands for and goes through
//! the same layers to the same service, so that limits, deadlines, tokens and
//! the log cannot differ. The answer comes back as canonical proto3 JSON, an
//! error as `google.rpc.Status` with the HTTP code that goes with it.
//!
//! ```text
//! HTTP ─ cors ─ JsonLayer ─┬─ JSON ⇄ gRPC ─┐
//!                          └─ gRPC as it is ┴─ (gRPC-Web) ─ layers ─ service
//! ```

mod body;
mod coding;
mod cors;
mod error;
mod gateway;
mod json;
mod openapi;
mod query;
mod request;
mod route;

pub use cors::{Origin, OriginError, WebSettings};
pub use gateway::{Json, JsonLayer};
pub use route::GatewayError;

use tonic_web::GrpcWebLayer;
use tower_http::cors::CorsLayer;

use crate::admission::Admission;
use crate::grpc::message::MessageLimits;

/// What turns what comes from the web into gRPC, outermost first.
#[derive(Debug, Clone)]
pub struct WebLayers {
    /// Tells browsers what pages may do.
    pub cors: Option<CorsLayer>,
    /// Answers JSON.
    pub json: JsonLayer,
    /// Answers gRPC-Web.
    pub pages: Option<GrpcWebLayer>,
}

impl WebLayers {
    /// Makes the layers for a service that reads messages as large as `largest`
    /// and takes room for them from `admission`.
    ///
    /// # Errors
    /// When a rule of the proto has no meaning for the gateway.
    pub fn new(
        settings: &WebSettings,
        largest: MessageLimits,
        admission: &Admission,
    ) -> Result<Self, GatewayError> {
        Ok(Self {
            cors: cors::layer(&settings.origins),
            json: JsonLayer::new(largest, admission.clone(), settings.grpc_web)?,
            pages: settings.grpc_web.then(GrpcWebLayer::new),
        })
    }
}
