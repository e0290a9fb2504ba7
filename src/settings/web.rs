//! What web pages may do.

use mujaz::http::WebSettings;

use super::File;
use crate::cli::web::WebArgs;

/// Resolves what web pages may do.
pub(super) fn web(args: &WebArgs, file: &File) -> WebSettings {
    let origins = if args.cors_origins.is_empty() {
        &file.cors_origin
    } else {
        &args.cors_origins
    };
    WebSettings {
        grpc_web: args.grpc_web.or(file.grpc_web).unwrap_or_default(),
        origins: origins.clone(),
    }
}
