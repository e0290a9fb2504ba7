//! What can be typed about web pages.

use clap::Args;
use mujaz::http::Origin;

/// What web pages may do.
#[derive(Debug, Default, Args)]
pub(crate) struct WebArgs {
    /// Origin whose pages may call, such as <https://example.org>, or "*"; may be repeated
    /// [default: none]
    #[arg(
        long = "cors-origin",
        env = "MUJAZ_CORS_ORIGIN",
        value_name = "ORIGIN",
        value_delimiter = ','
    )]
    pub(crate) cors_origins: Vec<Origin>,
    /// Answer gRPC-Web too
    #[arg(
        long,
        env = "MUJAZ_GRPC_WEB",
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub(crate) grpc_web: Option<bool>,
}
