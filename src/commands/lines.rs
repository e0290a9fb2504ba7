//! Files of one JSON object a line, plain or compressed, and what is said of
//! lines that are wrong.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use flate2::bufread::MultiGzDecoder;
use mujaz::engine::LanguageTag;

/// The byte order mark, which some programs put before the first line.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// Most complaints about lines that are printed; all are counted.
const MOST_COMPLAINTS: usize = 20;
/// Stands for standard input among files.
pub(crate) const STANDARD_INPUT: &str = "-";
/// How a gzip file starts (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Counts of lines.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lines {
    pub(crate) good: usize,
    pub(crate) bad: usize,
}

/// Opens a file, or standard input for "-"; gzip is told by its first bytes.
pub(crate) fn open(path: &Path) -> anyhow::Result<Box<dyn BufRead>> {
    let mut reader: Box<dyn BufRead> = if path.as_os_str() == STANDARD_INPUT {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        Box::new(BufReader::new(file))
    };
    let first = reader.fill_buf();
    let first = first.with_context(|| format!("cannot read {}", path.display()))?;
    if first.starts_with(&GZIP) {
        return Ok(Box::new(BufReader::new(MultiGzDecoder::new(reader))));
    }
    Ok(reader)
}

/// Returns what a line says, which the first of a file may have a mark before.
pub(crate) fn content(line: &[u8], number: usize) -> &[u8] {
    let marked = line.strip_prefix(BYTE_ORDER_MARK);
    marked.filter(|_| number == 1).unwrap_or(line)
}

/// Hands on each line that is not blank and tells of each that `each`
/// refuses; `strict` makes the first of them an error.
pub(crate) fn read(
    files: &[PathBuf],
    strict: bool,
    mut each: impl FnMut(&[u8]) -> Result<(), String>,
) -> anyhow::Result<Lines> {
    let mut lines = Lines::default();
    for path in files {
        let name = path.display();
        for (number, line) in (1..).zip(open(path)?.split(b'\n')) {
            let line = line.with_context(|| format!("cannot read {name}"))?;
            let line = content(&line, number);
            if line.trim_ascii().is_empty() {
                continue;
            }
            match each(line) {
                Ok(()) => lines.good += 1,
                Err(problem) => {
                    complain(&format!("{name}:{number}: {problem}"), strict, &mut lines)?;
                }
            }
        }
    }
    if lines.bad > MOST_COMPLAINTS {
        eprintln!("mujaz: {} bad lines in all", lines.bad);
    }
    Ok(lines)
}

/// Reads the language that a line declares, none if the tag is empty.
pub(crate) fn declared_language(tag: &str) -> Result<Option<String>, String> {
    LanguageTag::declared(tag).map_err(|_| format!("bad language code {tag:?}"))
}

fn complain(message: &str, strict: bool, lines: &mut Lines) -> anyhow::Result<()> {
    if strict {
        bail!(message.to_owned());
    }
    lines.bad += 1;
    if lines.bad <= MOST_COMPLAINTS {
        eprintln!("mujaz: {message}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn compressed_lines_are_read_as_plain_ones() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let mut gzip = flate2::write::GzEncoder::new(&file, flate2::Compression::fast());
        gzip.write_all(b"one\n \ntwo\n").expect("written");
        gzip.finish().expect("finished");
        let mut seen = Vec::new();
        let lines = read(&[file.path().to_owned()], true, |line| {
            seen.push(line.to_vec());
            Ok(())
        });
        assert_eq!(lines.expect("readable"), Lines { good: 2, bad: 0 });
        assert_eq!(seen, [b"one", b"two"]);
    }

    #[test]
    fn a_mark_before_the_first_line_is_none_of_it() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), "\u{feff}one\n\u{feff}two\n").expect("written");
        let mut seen = Vec::new();
        let files = [file.path().to_owned(), file.path().to_owned()];
        let lines = read(&files, true, |line| {
            seen.push(String::from_utf8_lossy(line).into_owned());
            Ok(())
        });
        assert_eq!(lines.expect("readable"), Lines { good: 4, bad: 0 });
        assert_eq!(seen, ["one", "\u{feff}two", "one", "\u{feff}two"]);
    }

    #[test]
    fn a_damaged_file_is_an_error() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), [0x1f, 0x8b, 8, 0]).expect("written");
        let error = read(&[file.path().to_owned()], false, |_| Ok(())).expect_err("cut short");
        assert!(error.to_string().starts_with("cannot read "), "{error}");
    }
}
