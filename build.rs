//! Compiles `proto/` without a system protoc: messages, services, canonical
//! JSON and the descriptor set that reflection serves.

use std::path::PathBuf;
use std::{env, error::Error, fs};

use prost::Message as _;

const PROTOS: [&str; 1] = ["mujaz/v1/analysis_service.proto"];
const PROTO_DIR: &str = "proto";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={PROTO_DIR}");
    println!("cargo:rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SERVICE").is_none() {
        return Ok(());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let descriptors = protox::compile(PROTOS, [PROTO_DIR])?;
    let encoded = descriptors.encode_to_vec();
    fs::write(out.join("mujaz_descriptor.bin"), &encoded)?;

    tonic_prost_build::configure()
        .compile_well_known_types(true)
        .extern_path(".google.protobuf", "::pbjson_types")
        .codec_path("crate::grpc::codec::ProtoCodec")
        .compile_fds(descriptors)?;
    pbjson_build::Builder::new()
        .register_descriptors(&encoded)?
        .build(&[".mujaz", ".google.rpc"])?;
    Ok(())
}
