//! Everything that answers calls, by path, and what happens around each call.

use std::convert::Infallible;

use anyhow::Context as _;
use http::{Request, Response};
use tonic::body::Body;
use tonic::codec::CompressionEncoding;
use tonic::service::Routes;
use tonic_health::pb::health_server::{Health, HealthServer};
use tower::util::MapResponseLayer;
use tower::{Service as TowerService, ServiceBuilder};
use tower_http::catch_panic::CatchPanicLayer;

use crate::grpc::DESCRIPTORS;
use crate::grpc::layers::access::AccessLayer;
use crate::grpc::layers::admission::AdmissionLayer;
use crate::grpc::layers::deadline::DeadlineLayer;
use crate::grpc::layers::errors::{self, AnswerPanic};
use crate::grpc::layers::identity::IdentityLayer;
use crate::grpc::layers::in_flight::InFlightLayer;
use crate::grpc::pb::analysis_service_server::AnalysisServiceServer;
use crate::grpc::service::Service;
use crate::http::WebLayers;

/// Makes the routes of all services; messages are read up to `max_message`
/// bytes.
pub(super) fn routes(
    max_message: usize,
    service: Service,
    health: HealthServer<impl Health>,
) -> anyhow::Result<Routes> {
    let analysis = AnalysisServiceServer::new(service)
        .max_decoding_message_size(max_message)
        .max_encoding_message_size(usize::MAX)
        .send_compressed(CompressionEncoding::Gzip)
        .send_compressed(CompressionEncoding::Zstd);
    let reflection = || {
        tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(DESCRIPTORS)
            .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
    };
    Ok(Routes::new(analysis)
        .add_service(health)
        .add_service(reflection().build_v1().context("bad descriptors")?)
        .add_service(reflection().build_v1alpha().context("bad descriptors")?))
}

/// The layers around the routes that have settings or a state.
pub(super) struct Around {
    pub(super) identity: IdentityLayer,
    pub(super) in_flight: InFlightLayer,
    pub(super) deadline: DeadlineLayer,
    pub(super) admission: AdmissionLayer,
}

/// Puts what every call goes through around the routes, outermost first.
pub(super) fn layered(
    routes: Routes,
    web: WebLayers,
    around: Around,
) -> impl TowerService<
    Request<Body>,
    Response = Response<Body>,
    Error = Infallible,
    Future: Send + 'static,
> + Clone
+ Send
+ Sync
+ 'static {
    ServiceBuilder::new()
        .option_layer(web.cors)
        .layer(web.json)
        .option_layer(web.pages)
        .layer(AccessLayer)
        .layer(MapResponseLayer::new(errors::complete))
        .layer(around.identity)
        .layer(around.in_flight)
        .layer(around.deadline)
        .layer(around.admission)
        .layer(MapResponseLayer::new(errors::with_plain_body))
        .layer(CatchPanicLayer::custom(AnswerPanic))
        .service(routes.prepare())
}
