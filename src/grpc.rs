//! The wire: generated types, conversion to and from the domain, errors as
//! gRPC statuses, and the service itself.

pub mod codec;
pub mod convert;
pub(crate) mod frame;
pub(crate) mod inflate;
pub mod layers;
pub mod message;
pub(crate) mod misread;
pub(crate) mod offload;
pub mod service;
pub mod status;

/// Generated code, in modules by protobuf package as it names them itself.
#[allow(
    missing_docs,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    reason = "generated"
)]
mod generated {
    pub mod google {
        pub mod api {
            include!(concat!(env!("OUT_DIR"), "/google.api.rs"));
        }
        pub mod rpc {
            include!(concat!(env!("OUT_DIR"), "/google.rpc.rs"));
            include!(concat!(env!("OUT_DIR"), "/google.rpc.serde.rs"));
        }
    }
    pub mod mujaz {
        pub mod v1 {
            include!(concat!(env!("OUT_DIR"), "/mujaz.v1.rs"));
            include!(concat!(env!("OUT_DIR"), "/mujaz.v1.serde.rs"));
        }
    }
}

pub use generated::google::{api, rpc};
pub use generated::mujaz::v1 as pb;

/// The descriptors of `mujaz.v1` and what it imports, for reflection.
pub const DESCRIPTORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/mujaz_descriptor.bin"));
