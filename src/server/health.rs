//! `grpc.health.v1`, with one difference to tonic's: who watches a service that
//! is not there is told so and goes on to be told, as the specification has it,
//! where tonic's ends the call with `NOT_FOUND`.

use std::pin::Pin;

use futures_util::StreamExt as _;
use futures_util::stream;
use tokio_stream::Stream;
use tonic::{Code, Request, Response, Status};
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};
use tonic_health::server::{HealthReporter, HealthService};

/// Returns what sets the health of services, and the service that tells it.
pub(super) fn reported() -> (HealthReporter, HealthServer<Watched>) {
    let reporter = HealthReporter::new();
    let service = HealthService::from_health_reporter(reporter.clone());
    (reporter, HealthServer::new(Watched(service)))
}

/// Health whose unknown services can be watched. None is ever added once the
/// server runs, so they stay unknown.
pub(super) struct Watched(HealthService);

#[tonic::async_trait]
impl Health for Watched {
    async fn check(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<HealthCheckResponse>, Status> {
        self.0.check(request).await
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<HealthCheckResponse, Status>> + Send>>;

    async fn watch(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<Self::WatchStream>, Status> {
        match self.0.watch(request).await {
            Ok(states) => Ok(states.map(|states| Box::pin(states) as _)),
            Err(status) if status.code() == Code::NotFound => {
                let unknown = HealthCheckResponse {
                    status: ServingStatus::ServiceUnknown.into(),
                };
                let once = stream::once(async move { Ok(unknown) });
                Ok(Response::new(Box::pin(once.chain(stream::pending()))))
            }
            Err(status) => Err(status),
        }
    }
}
