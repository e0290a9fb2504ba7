//! Files of one JSON object a line, plain or compressed, and what is said of
//! lines that are wrong.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use flate2::bufread::MultiGzDecoder;
use indicatif::ProgressBar;
use mujaz::engine::LanguageTag;

use super::{files, progress};

/// The byte order mark, which some programs put before the first line.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// Most complaints about lines that are printed; all are counted.
const MOST_COMPLAINTS: usize = 20;
/// Longest line that is taken into memory: more than a book has, and far less
/// than a file without line breaks may have.
pub(crate) const MAX_LINE_BYTES: usize = 64 << 20;
/// How UTF-16 text starts, in both orders of its bytes.
const UTF_16: [[u8; 2]; 2] = [[0xff, 0xfe], [0xfe, 0xff]];
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
pub(crate) fn open(path: &Path, bar: &ProgressBar) -> anyhow::Result<Box<dyn BufRead>> {
    let mut reader: Box<dyn BufRead> = if path == STANDARD_INPUT {
        Box::new(BufReader::new(bar.wrap_read(io::stdin())))
    } else {
        let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        Box::new(BufReader::new(bar.wrap_read(file)))
    };
    let first = reader.fill_buf();
    let first = first.with_context(|| format!("cannot read {}", path.display()))?;
    if first.starts_with(&GZIP) {
        return Ok(Box::new(BufReader::new(MultiGzDecoder::new(reader))));
    }
    Ok(reader)
}

/// Reads a file of lines.
pub(crate) struct LineReader {
    name: String,
    reader: Box<dyn BufRead>,
    line: Vec<u8>,
    /// Lines that were read.
    number: usize,
    /// Whether one of them was not blank.
    begun: bool,
}

/// A line that is not blank.
pub(crate) struct Line<'a> {
    /// File and number, as in "labels.jsonl:7".
    pub(crate) place: String,
    /// What it says, or why it was not taken.
    pub(crate) content: Result<&'a [u8], String>,
}

impl LineReader {
    /// Opens a file, whose progress the bar shows.
    pub(crate) fn open(path: &Path, bar: &ProgressBar) -> anyhow::Result<Self> {
        Ok(Self {
            name: path.display().to_string(),
            reader: open(path, bar)?,
            line: Vec::new(),
            number: 0,
            begun: false,
        })
    }

    /// Reads the next line that is not blank, `None` behind the last.
    pub(crate) fn next(&mut self) -> anyhow::Result<Option<Line<'_>>> {
        loop {
            let length = next(&mut self.reader, MAX_LINE_BYTES, &mut self.line);
            let Some(length) = length.with_context(|| format!("cannot read {}", self.name))? else {
                return Ok(None);
            };
            self.number += 1;
            let is_blank = content(&self.line, self.number).trim_ascii().is_empty();
            if length == Length::TooLong || !is_blank {
                return self.line(length).map(Some);
            }
        }
    }

    fn line(&mut self, length: Length) -> anyhow::Result<Line<'_>> {
        let content = content(&self.line, self.number);
        if !self.begun {
            check_start(content).with_context(|| self.name.clone())?;
            self.begun = true;
        }
        Ok(Line {
            place: format!("{}:{}", self.name, self.number),
            content: match length {
                Length::Fits => Ok(content),
                Length::TooLong => Err(format!("longer than {MAX_LINE_BYTES} bytes")),
            },
        })
    }
}

/// Returns what a line says.
fn content(line: &[u8], number: usize) -> &[u8] {
    match number {
        1 => unmarked(line),
        _ => line,
    }
}

/// Returns what a file says without the mark that may stand before it.
pub(crate) fn unmarked(file: &[u8]) -> &[u8] {
    file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file)
}

/// Hands on each line that is not blank and tells of each that `each`
/// refuses; `strict` makes the first of them an error.
pub(crate) fn read(
    paths: &[PathBuf],
    strict: bool,
    mut each: impl FnMut(&[u8]) -> Result<(), String>,
) -> anyhow::Result<Lines> {
    let size = |path: &PathBuf| files::size(path).ok().flatten();
    let bar = progress::bytes(paths.iter().map(size).sum());
    let mut lines = Lines::default();
    let mut paths = paths.iter();
    let read = paths.try_for_each(|path| read_file(path, strict, &bar, &mut each, &mut lines));
    bar.finish_and_clear();
    read?;
    if lines.bad > MOST_COMPLAINTS {
        eprintln!("mujaz: {} bad lines in all", lines.bad);
    }
    Ok(lines)
}

fn read_file(
    path: &Path,
    strict: bool,
    bar: &ProgressBar,
    each: &mut impl FnMut(&[u8]) -> Result<(), String>,
    lines: &mut Lines,
) -> anyhow::Result<()> {
    let mut reader = LineReader::open(path, bar)?;
    while let Some(line) = reader.next()? {
        match line.content.and_then(&mut *each) {
            Ok(()) => lines.good += 1,
            Err(problem) => {
                let message = format!("{}: {problem}", line.place);
                // The bar would share a row with it.
                bar.suspend(|| complain(&message, strict, lines))?;
            }
        }
    }
    Ok(())
}

/// Whether a line was taken whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Fits,
    TooLong,
}

/// Reads the next line without its end, `None` behind the last; of one that is
/// longer than `most` bytes the first, and the rest is passed over.
fn next(reader: &mut impl BufRead, most: usize, line: &mut Vec<u8>) -> io::Result<Option<Length>> {
    line.clear();
    // One byte more tells a line of `most` bytes and its end from a longer one.
    let taken = reader
        .by_ref()
        .take(most as u64 + 1)
        .read_until(b'\n', line)?;
    if line.pop_if(|last| *last == b'\n').is_none() && taken > most {
        reader.skip_until(b'\n')?;
        return Ok(Some(Length::TooLong));
    }
    Ok((taken > 0).then_some(Length::Fits))
}

/// Tells files that are something else as a whole by how they start, in place
/// of a complaint about each of their lines.
fn check_start(line: &[u8]) -> anyhow::Result<()> {
    ensure!(
        !UTF_16.iter().any(|mark| line.starts_with(mark)),
        "UTF-16: UTF-8 is needed, as `iconv -f UTF-16 -t UTF-8` makes it"
    );
    ensure!(
        !line.trim_ascii_start().starts_with(b"["),
        "a JSON array: one object a line is needed, as `jq -c '.[]'` makes it"
    );
    Ok(())
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
    fn long_lines_are_passed_over() {
        let mut reader = &b"four\nfive5\nsixsix6666\nten\n\nlast"[..];
        let mut line = Vec::new();
        let mut seen = Vec::new();
        while let Some(length) = next(&mut reader, 4, &mut line).expect("in memory") {
            seen.push((length, String::from_utf8_lossy(&line).into_owned()));
        }
        let expected = [
            (Length::Fits, "four"),
            (Length::TooLong, "five5"),
            (Length::TooLong, "sixsi"),
            (Length::Fits, "ten"),
            (Length::Fits, ""),
            (Length::Fits, "last"),
        ];
        assert_eq!(
            seen,
            expected.map(|(length, line)| (length, line.to_owned()))
        );
    }

    #[test]
    fn files_of_another_kind_are_told_as_a_whole() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let utf_16: Vec<u8> = "\u{feff}{}\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for (content, problem) in [
            (&b"\n  [{}, {}]\n"[..], "jq"),
            (b"\xef\xbb\xbf[\n  {}\n]\n", "jq"),
            (&utf_16, "UTF-8"),
        ] {
            std::fs::write(file.path(), content).expect("written");
            let error = read(&[file.path().to_owned()], false, |_| Ok(())).expect_err(problem);
            let error = format!("{error:#}");
            assert!(error.contains(problem), "{error}");
            assert!(
                error.starts_with(&file.path().display().to_string()),
                "{error}"
            );
        }
        std::fs::write(file.path(), "{}\n[\n").expect("written");
        let mut refuse = |line: &[u8]| match line {
            b"{}" => Ok(()),
            _ => Err("bad".to_owned()),
        };
        let lines = read(&[file.path().to_owned()], false, &mut refuse).expect("one is bad");
        assert_eq!(lines, Lines { good: 1, bad: 1 });
    }

    #[test]
    fn a_damaged_file_is_an_error() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), [0x1f, 0x8b, 8, 0]).expect("written");
        let error = read(&[file.path().to_owned()], false, |_| Ok(())).expect_err("cut short");
        assert!(error.to_string().starts_with("cannot read "), "{error}");
    }
}
