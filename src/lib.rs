//! Mujaz: the sentences of a document that matter, and what it is about.
//!
//! The data's way, each module naming only those to the right of it; where two
//! share a column only `topic` and `model`, the file of its models, name each
//! other:
//!
//! ```text
//! main ─ server ─ http ─ grpc ─ admission ─ measure ─ engine ─ summary ─ language_tag ─ text ─ pace
//!                               live        tokens    eval     topic                           random
//!                               worker      backlog            model
//! ```
//!
//! `engine` and `eval` and what is right of them are the core: pure, without
//! I/O, threads or wire formats; they build without the feature `service`. What
//! is left of them is the shell: `main` has what was typed and resolved, the
//! commands and the telemetry.
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
mod language_tag;
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// The drawing above.
    const COLUMNS: [&[&str]; 10] = [
        &["server"],
        &["http"],
        &["grpc"],
        &["admission", "live", "worker"],
        &["measure", "tokens", "backlog"],
        &["engine", "eval"],
        &["summary", "topic", "model"],
        &["language_tag"],
        &["text"],
        &["pace", "random"],
    ];
    /// The two that name each other.
    const FRIENDS: [&str; 2] = ["topic", "model"];

    /// Reads a file, or all files of a folder.
    fn read(path: &Path) -> String {
        match std::fs::read_dir(path) {
            Ok(entries) => entries
                .map(|entry| read(&entry.expect("readable").path()))
                .collect(),
            Err(_) => std::fs::read_to_string(path).unwrap_or_default(),
        }
    }

    #[test]
    fn each_module_names_only_those_to_the_right_of_it() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let library = read(&root.join("lib.rs"));
        let declared = library.lines().filter(|line| {
            line.ends_with(';') && (line.starts_with("pub mod ") || line.starts_with("mod "))
        });
        assert_eq!(declared.count(), COLUMNS.concat().len());
        for (at, column) in COLUMNS.iter().enumerate() {
            for module in *column {
                let file = read(&root.join(format!("{module}.rs")));
                let source = file + &read(&root.join(module));
                assert!(!source.is_empty(), "{module}");
                for other in COLUMNS[..=at].concat() {
                    let friends = FRIENDS.contains(module) && FRIENDS.contains(&other);
                    if other != *module && !friends {
                        assert!(!names(&source, other), "{module} names {other}");
                    }
                }
            }
        }
    }

    /// Tells whether a source names a module of this library.
    fn names(source: &str, module: &str) -> bool {
        let mut named = source.split("crate::").skip(1);
        named.any(|rest| {
            let rest = rest.strip_prefix(module);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    }
}
