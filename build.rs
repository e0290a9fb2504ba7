//! Compiles `proto/` without a system protoc: messages, services, canonical
//! JSON and the descriptor set that reflection serves.

use std::path::PathBuf;
use std::{env, error::Error, fs};

const PROTOS: [&str; 2] = [
    "mujaz/v1/analysis_service.proto",
    // Imported by nothing: details stand in an `Any`.
    "google/rpc/error_details.proto",
];
const PROTO_DIR: &str = "proto";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={PROTO_DIR}");
    println!("cargo:rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SERVICE").is_none() {
        return Ok(());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut protos = protox::Compiler::new([PROTO_DIR])?;
    protos.include_source_info(true).include_imports(true);
    let compiled = protos.open_files(PROTOS)?;
    // Only this form has the options that are extensions, as google.api.http.
    let encoded = compiled.encode_file_descriptor_set();
    fs::write(out.join("mujaz_descriptor.bin"), &encoded)?;

    tonic_prost_build::configure()
        .compile_well_known_types(true)
        // Equal answers are equal bytes.
        .btree_map(".")
        .extern_path(".google.protobuf", "::pbjson_types")
        .codec_path("crate::grpc::codec::ProtoCodec")
        .compile_fds(compiled.file_descriptor_set())?;
    pbjson_build::Builder::new()
        .register_descriptors(&encoded)?
        .btree_map(["."])
        .build(&[".mujaz", ".google.rpc"])?;
    Ok(())
}
