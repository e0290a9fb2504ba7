//! Traces: sent to a collector in this process.

use std::sync::{Arc, Mutex};

use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use opentelemetry_proto::tonic::collector::trace::v1::trace_service_server::{
    TraceService, TraceServiceServer,
};
use opentelemetry_proto::tonic::collector::trace::v1::{
    ExportTraceServiceRequest, ExportTraceServiceResponse,
};
use opentelemetry_proto::tonic::common::v1::KeyValue;
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use opentelemetry_proto::tonic::trace::v1::span::SpanKind;
use opentelemetry_proto::tonic::trace::v1::{ResourceSpans, Span};
use tokio::net::TcpListener;
use tokio_stream::wrappers::TcpListenerStream;
use tonic::{Code, Request, Response, Status};

use crate::harness::request;
use crate::process::Process;

/// The example of the specification of Trace Context.
const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT: &str = "00f067aa0ba902b7";

/// Keeps the spans that it is sent.
pub(crate) struct Collector {
    pub(crate) url: String,
    received: Received,
}

#[derive(Clone, Default)]
struct Received(Arc<Mutex<Vec<ResourceSpans>>>);

#[tonic::async_trait]
impl TraceService for Received {
    async fn export(
        &self,
        request: Request<ExportTraceServiceRequest>,
    ) -> Result<Response<ExportTraceServiceResponse>, Status> {
        let spans = request.into_inner().resource_spans;
        self.0.lock().expect("no panic").extend(spans);
        Ok(Response::new(ExportTraceServiceResponse::default()))
    }
}

impl Collector {
    /// Starts a collector; the test needs several threads, because it waits
    /// for the process that sends.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let received = Received::default();
        let server = tonic::transport::Server::builder()
            .add_service(TraceServiceServer::new(received.clone()))
            .serve_with_incoming(TcpListenerStream::new(listener));
        tokio::spawn(server);
        Self { url, received }
    }

    pub(crate) fn spans(&self) -> Vec<Span> {
        let scopes = self.received().into_iter().flat_map(|one| one.scope_spans);
        scopes.flat_map(|one| one.spans).collect()
    }

    fn received(&self) -> Vec<ResourceSpans> {
        self.received.0.lock().expect("no panic").clone()
    }

    /// Returns an attribute of each resource that has sent spans.
    fn senders(&self, key: &str) -> Vec<Option<String>> {
        let resources = self.received().into_iter().filter_map(|one| one.resource);
        let attributes = resources.map(|resource| resource.attributes);
        attributes.map(|all| attribute(&all, key)).collect()
    }
}

fn attribute(attributes: &[KeyValue], key: &str) -> Option<String> {
    let found = attributes.iter().find(|one| one.key == key)?;
    match found.value.clone()?.value? {
        Value::StringValue(text) => Some(text),
        other => Some(format!("{other:?}")),
    }
}

fn hex(bytes: &[u8]) -> String {
    mujaz::tokens::hex(bytes)
}

fn with_parent<T>(message: T) -> Request<T> {
    let mut request = Request::new(message);
    let parent = format!("00-{TRACE}-{PARENT}-01").parse().expect("ASCII");
    request.metadata_mut().insert("traceparent", parent);
    request
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_goes_on_with_its_callers_trace() {
    let collector = Collector::start().await;
    let process = Process::start(&["--otlp-endpoint", &collector.url]);
    let url = format!("http://{}", process.address);
    let mut client = AnalysisServiceClient::connect(url)
        .await
        .expect("a connection");
    let text = "The committee met in the morning. It agreed on a budget.";
    client
        .analyze_document(with_parent(request(text)))
        .await
        .expect("an answer");
    let refused = client.analyze_document(request("")).await;
    assert_eq!(refused.expect_err("empty").code(), Code::InvalidArgument);
    let line = process.wait_for("call");
    assert_eq!(line["span"]["trace_id"], TRACE);
    assert_eq!(line["span"]["language"], "en");
    drop(client);
    process.signal("-TERM");
    process.rest_of_log();

    let spans = collector.spans();
    let calls: Vec<&Span> = spans
        .iter()
        .filter(|span| span.kind() == SpanKind::Server)
        .collect();
    assert_eq!(calls.len(), 2, "{spans:?}");
    let traced = calls
        .iter()
        .find(|span| hex(&span.trace_id) == TRACE)
        .expect("the first");
    assert_eq!(traced.name, "mujaz.v1.AnalysisService/AnalyzeDocument");
    assert_eq!(hex(&traced.parent_span_id), PARENT);
    for (key, value) in [
        ("rpc.system.name", "grpc"),
        ("rpc.method", "mujaz.v1.AnalysisService/AnalyzeDocument"),
        ("rpc.response.status_code", "OK"),
        ("network.peer.address", "127.0.0.1"),
        ("language", "en"),
    ] {
        assert_eq!(
            attribute(&traced.attributes, key).as_deref(),
            Some(value),
            "{key}"
        );
    }
    let step = spans
        .iter()
        .find(|span| span.name == "analyze")
        .expect("a step");
    assert_eq!(hex(&step.trace_id), TRACE);
    assert_eq!(step.parent_span_id, traced.span_id);
    let other = calls
        .iter()
        .find(|span| hex(&span.trace_id) != TRACE)
        .expect("the second");
    let code = attribute(&other.attributes, "rpc.response.status_code");
    assert_eq!(code.as_deref(), Some("INVALID_ARGUMENT"));
    assert_eq!(other.parent_span_id, Vec::<u8>::new());
}

/// Has a server with variables answer a call, and stops it.
async fn answer_with(variables: &[(&str, &str)]) {
    let process = Process::with_variables(variables);
    let url = format!("http://{}", process.address);
    let mut client = AnalysisServiceClient::connect(url)
        .await
        .expect("a connection");
    let answer = client.analyze_document(request("A sentence.")).await;
    answer.expect("an answer");
    drop(client);
    process.signal("-TERM");
    process.rest_of_log();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_standard_variables_hold_and_empty_ones_are_not_set() {
    let collector = Collector::start().await;
    let url = collector.url.as_str();
    for off in [
        ("OTEL_SDK_DISABLED", "true"),
        ("OTEL_TRACES_EXPORTER", "none"),
    ] {
        answer_with(&[("OTEL_EXPORTER_OTLP_ENDPOINT", url), off]).await;
        assert_eq!(collector.spans(), [], "{off:?}");
    }
    answer_with(&[
        ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", ""),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", url),
        ("OTEL_SDK_DISABLED", ""),
        ("OTEL_TRACES_EXPORTER", ""),
        ("OTEL_SERVICE_NAME", ""),
        ("OTEL_RESOURCE_ATTRIBUTES", "service.name=newsroom"),
    ])
    .await;
    assert_eq!(
        collector.senders("service.name"),
        [Some("newsroom".to_owned())]
    );
    answer_with(&[("OTEL_EXPORTER_OTLP_ENDPOINT", url)]).await;
    let names = collector.senders("service.name");
    assert_eq!(names[1].as_deref(), Some("mujaz"));
}

#[tokio::test]
async fn a_collector_that_is_gone_costs_no_call_and_holds_up_no_exit() {
    // Nothing listens on the port of a socket that was closed.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let collector = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let mut process = Process::start(&["--otlp-endpoint", &collector]);
    let url = format!("http://{}", process.address);
    let mut client = AnalysisServiceClient::connect(url)
        .await
        .expect("a connection");
    for _ in 0..100 {
        client
            .analyze_document(request("A sentence."))
            .await
            .expect("an answer");
    }
    drop(client);
    process.signal("-TERM");
    process.wait_for("drained");
    assert!(process.child.wait().expect("it ends").success());
}
