//! Wire messages to domain types and back. Every message is taken apart
//! whole, so that a new field cannot be forgotten.

mod request;
mod response;

pub use request::{Layout, Request, analyze, classify, of_batch, summarize};
pub use response::{
    algorithm_to_wire, analyze_response, classify_response, pipeline_to_wire, summarize_response,
    topic_to_wire,
};
