//! Files of commands that take long: looked at before the work is done, and
//! written when it is.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, fchown};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::lines::STANDARD_INPUT;
use crate::cli::UsageError;

/// A file that an option names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    option: &'static str,
    path: &'a Path,
}

/// What two names of one file have in common.
#[derive(PartialEq, Eq)]
enum Identity {
    /// Device and number of a file that is there.
    Node(u64, u64),
    /// Where a file will be.
    Place(PathBuf),
}

/// Lists the files that an option names.
pub(super) fn named<'a>(
    option: &'static str,
    paths: impl IntoIterator<Item = &'a PathBuf>,
) -> Vec<Named<'a>> {
    let paths = paths.into_iter();
    paths.map(|path| Named { option, path }).collect()
}

impl Named<'_> {
    /// Returns what tells the file from others; nothing for devices, such as
    /// `/dev/null`, which keep nothing that could be lost.
    fn identity(&self) -> Option<Identity> {
        let path = match self.path {
            path if path == STANDARD_INPUT => Path::new("/dev/stdin"),
            path => path,
        };
        match fs::metadata(path) {
            Ok(about) if about.file_type().is_char_device() => None,
            Ok(about) => Some(Identity::Node(about.dev(), about.ino())),
            Err(_) => resolved(path).ok().map(Identity::Place),
        }
    }
}

/// Checks that no file is written that is read or written by another name, and
/// that standard input, which ends once, is read once. Nothing is opened for it.
pub(super) fn check_distinct(read: &[Named<'_>], written: &[Named<'_>]) -> Result<(), UsageError> {
    let mut standard = read.iter().filter(|one| one.path == STANDARD_INPUT);
    if let (Some(first), Some(second)) = (standard.next(), standard.next()) {
        return Err(UsageError(format!(
            "{} - and {} - cannot both read standard input",
            first.option, second.option
        )));
    }
    for (at, out) in written.iter().enumerate() {
        let Some(identity) = out.identity() else {
            continue;
        };
        let mut others = written[at + 1..].iter().chain(read);
        if let Some(same) = others.find(|other| other.identity().as_ref() == Some(&identity)) {
            return Err(UsageError(format!(
                "{} {} and {} {} are the same file",
                out.option,
                out.path.display(),
                same.option,
                same.path.display()
            )));
        }
    }
    Ok(())
}

/// Returns where a name leads, through links also to a file that is not there.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let folder = path.parent().filter(|folder| *folder != "");
            let folder = folder.unwrap_or(Path::new("."));
            if let Ok(link) = fs::read_link(path) {
                return resolved(&folder.join(link));
            }
            let name = path.file_name().ok_or(error)?;
            Ok(fs::canonicalize(folder)?.join(name))
        }
        found => found,
    }
}

/// Checks that files can be read. Of pipes nothing is read: what is taken from
/// one is gone.
pub(super) fn check_readable(paths: &[PathBuf]) -> anyhow::Result<()> {
    let named = paths.iter().filter(|path| *path != STANDARD_INPUT);
    named.into_iter().try_for_each(|path| {
        let readable = fs::metadata(path).and_then(|about| match about.is_file() {
            true => File::open(path).map(drop),
            false if about.is_dir() => Err(std::io::ErrorKind::IsADirectory.into()),
            false => Ok(()),
        });
        readable.with_context(|| format!("cannot open {}", path.display()))
    })
}

/// Returns the number of bytes of a file, if it is known before they are read.
pub(super) fn size(path: &Path) -> io::Result<Option<u64>> {
    if path == STANDARD_INPUT {
        return Ok(None);
    }
    let about = fs::metadata(path)?;
    Ok(about.is_file().then_some(about.len()))
}

/// Checks that a file can be written, and leaves things as they are: what is
/// there stays until there is something to replace it.
pub(super) fn check_writable(path: &Path) -> anyhow::Result<()> {
    let writable = match fs::metadata(path) {
        // A pipe would end for its reader when it is closed.
        Ok(about) if !about.is_file() && !about.is_dir() => Ok(()),
        Ok(_) => OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|_| new_beside(&fs::canonicalize(path)?))
            .and_then(|(beside, _)| fs::remove_file(beside)),
        Err(_) => resolved(path)
            .and_then(|target| File::create_new(&target).and_then(|_| fs::remove_file(target))),
    };
    writable.with_context(|| format!("cannot write {}", path.display()))
}

/// Writes a file as a whole or not at all: until everything is on the disk,
/// what was there before stays.
pub(super) fn write(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let written = match fs::metadata(path) {
        Ok(about) if is_standard_output(&about) => print(content),
        Ok(about) if !about.is_file() => append(path, content),
        Ok(about) => fs::canonicalize(path).and_then(|old| replace(&old, content, Some(&about))),
        Err(_) => resolved(path).and_then(|new| replace(&new, content, None)),
    };
    written.with_context(|| format!("cannot write {}", path.display()))
}

/// Tells `/dev/stdout` also where it is a file: replacing that would take it
/// away from the report.
fn is_standard_output(about: &Metadata) -> bool {
    let of = |about: &Metadata| (about.dev(), about.ino());
    fs::metadata("/dev/stdout").is_ok_and(|standard| of(&standard) == of(about))
}

fn print(content: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(content)?;
    out.flush()
}

/// Writes to a pipe or a device.
fn append(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(content)
}

fn replace(target: &Path, content: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    let (beside, file) = new_beside(target)?;
    let replaced = fill(file, content, old).and_then(|()| take_place(&beside, target));
    if replaced.is_err() {
        // The error that is told is why it is of no use.
        let _ = fs::remove_file(&beside);
    }
    replaced
}

/// Makes a file in the folder of another, with a name of its own.
fn new_beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let process = std::process::id();
    let mut number = 0;
    loop {
        let beside = target.with_file_name(format!(".mujaz-{process}-{number}"));
        match File::create_new(&beside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            made => return made.map(|file| (beside, file)),
        }
    }
}

fn fill(mut file: File, content: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    file.write_all(content)?;
    if let Some(old) = old {
        // Only the superuser may give a file away.
        let _ = fchown(&file, Some(old.uid()), Some(old.gid()));
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()
}

fn take_place(beside: &Path, target: &Path) -> io::Result<()> {
    match fs::rename(beside, target) {
        // A file that a container mounts can be written, but not replaced.
        Err(error) if error.kind() == ErrorKind::ResourceBusy => {
            fs::copy(beside, target)?;
            fs::remove_file(beside)
        }
        renamed => renamed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_changes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let [here, gone] = ["here", "gone"].map(|name| folder.path().join(name));
        fs::write(&here, "content").expect("written");
        check_writable(&here).expect("a file");
        check_writable(&gone).expect("a folder to write to");
        check_readable(&[here.clone(), "-".into()]).expect("both can be read");
        assert_eq!(fs::read(&here).expect("still there"), b"content");
        assert!(!gone.exists());
        for wrong in [&gone, &folder.path().to_owned()] {
            let error = check_readable(std::slice::from_ref(wrong)).expect_err("no file");
            assert!(error.to_string().starts_with("cannot open "), "{error}");
        }
        for wrong in [gone.join("below"), folder.path().to_owned()] {
            let error = check_writable(&wrong).expect_err("no file");
            assert!(error.to_string().starts_with("cannot write "), "{error}");
        }
    }

    #[test]
    fn one_file_is_told_by_all_its_names() {
        let folder = tempfile::tempdir().expect("a folder");
        let name = |name: &str| folder.path().join(name);
        fs::write(name("here"), "content").expect("written");
        fs::hard_link(name("here"), name("hard")).expect("a link");
        std::os::unix::fs::symlink("here", name("soft")).expect("a link");
        std::os::unix::fs::symlink("gone", name("dangling")).expect("a link");
        let check = |read: &str, written: &str| {
            let (read, written) = (name(read), name(written));
            check_distinct(&named("--data", [&read]), &named("--out", [&written]))
        };
        for (read, written) in [
            ("here", "here"),
            ("here", "hard"),
            ("soft", "here"),
            ("here", "./soft"),
            ("gone", "./gone"),
            ("gone", "dangling"),
        ] {
            let error = check(read, written).expect_err(written).to_string();
            assert!(
                error.starts_with("--out ") && error.contains(" --data "),
                "{error}"
            );
        }
        for (read, written) in [
            ("here", "gone"),
            ("dangling", "soft"),
            ("no/file", "no/file"),
        ] {
            check(read, written).expect("two files, or nowhere");
        }
        let null = PathBuf::from("/dev/null");
        check_distinct(&[], &named("--out", [&null, &null])).expect("nothing is kept");
        let [one, two] = [name("new"), name("./new")];
        let twice = [named("--out", [&one]), named("--plot", [&two])].concat();
        let error = check_distinct(&[], &twice)
            .expect_err("one file")
            .to_string();
        assert!(
            error.contains("--out ") && error.contains("--plot "),
            "{error}"
        );
    }

    #[test]
    fn a_file_is_replaced_through_a_link_and_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().expect("a folder");
        let name = |name: &str| folder.path().join(name);
        fs::write(name("old"), "content").expect("written");
        let open = fs::Permissions::from_mode(0o640);
        fs::set_permissions(name("old"), open).expect("set");
        for (link, target) in [("soft", "old"), ("dangling", "new")] {
            std::os::unix::fs::symlink(target, name(link)).expect("a link");
            check_writable(&name(link)).expect("can be written");
            write(&name(link), b"model").expect("written");
            assert_eq!(fs::read(name(target)).expect("there"), b"model");
            assert!(name(link).is_symlink());
        }
        let about = fs::metadata(name("old")).expect("there");
        assert_eq!(about.permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 4);
    }

    #[test]
    fn devices_are_written_to() {
        let null = Path::new("/dev/null");
        check_writable(null).expect("a device");
        write(null, b"model").expect("written");
        let full = write(Path::new("/dev/full"), b"model").expect_err("no room");
        assert!(
            full.to_string().starts_with("cannot write /dev/full"),
            "{full}"
        );
    }
}
