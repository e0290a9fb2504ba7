//! JSON over HTTP, gRPC-Web and the `OpenAPI` document, byte by byte.

mod answers;
mod client;
mod openapi;
mod refusals;
mod web;
