//! Data sets that are no part of the project.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use serde_json::Value;

/// Names another data folder.
const FOLDER: &str = "MUJAZ_DATA";

/// Reads the lines of a compressed file in the data folder; `None` if it is
/// not there, in which case it says that `test` tested nothing.
pub(crate) fn lines(set: &str, test: &str) -> Option<impl Iterator<Item = Value> + use<>> {
    let path = folder().join(set);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(reason) if reason.kind() == ErrorKind::NotFound => {
            skip(test, &path, &reason);
            return None;
        }
        Err(reason) => panic!("{}: {reason}", path.display()),
    };
    let lines = BufReader::new(MultiGzDecoder::new(file)).lines();
    Some(lines.map(|line| serde_json::from_str(&line.unwrap()).unwrap()))
}

fn folder() -> PathBuf {
    std::env::var_os(FOLDER).map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    )
}

/// Says that nothing was tested. Writes to the stream itself: what the print
/// macros say is kept from sight when a test passes.
fn skip(test: &str, path: &Path, reason: &io::Error) {
    let path = path.display();
    let message = format!("\nSKIPPED: {test}: {path}: {reason}; set {FOLDER} to the data folder\n");
    io::stderr().write_all(message.as_bytes()).unwrap();
}
