//! Mujaz: the sentences of a document that matter, and what it is about.
//!
//! The data's way, each module naming only those to the right of it:
//!
//! ```text
//! main ─ cli, settings, telemetry ─ server ─ http ─ grpc ─ live, worker ─ measure ─ engine ─┬─ summary ─┐
//!                                                                                           └─ topic ───┴─ text
//! ```
//!
//! `text`, `summary`, `topic` and `engine` are the core: pure, without I/O,
//! threads or wire formats; they build without the feature `service`. What is
//! left of them is the shell.
//!
//! ```
//! use mujaz::engine::{AnalysisOptions, Document, Engine, Limits};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let engine = Engine::builtin(Limits::default())?;
//! let document = Document {
//!     text: "The central bank raised interest rates. Markets fell.".to_owned(),
//!     ..Document::default()
//! };
//! let analysis = engine.analyze(&document, &AnalysisOptions::everything())?;
//! assert_eq!(analysis.language.code, "en");
//! # Ok(())
//! # }
//! ```

pub mod engine;
pub mod eval;
pub mod model;
pub mod pace;
mod random;
pub mod summary;
pub mod text;
pub mod topic;

#[cfg(feature = "service")]
pub mod admission;
#[cfg(feature = "service")]
pub mod backlog;
#[cfg(feature = "service")]
pub mod grpc;
#[cfg(feature = "service")]
pub mod http;
#[cfg(feature = "service")]
pub mod live;
#[cfg(feature = "service")]
pub mod measure;
#[cfg(feature = "service")]
pub mod server;
#[cfg(feature = "service")]
pub mod tokens;
#[cfg(feature = "service")]
pub mod worker;
