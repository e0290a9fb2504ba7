//! Files of commands that take long, looked at before the work is done.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::lines::STANDARD_INPUT;

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

/// Checks that a file can be written, and leaves things as they are: what is
/// there stays until there is something to replace it.
pub(super) fn check_writable(path: &Path) -> anyhow::Result<()> {
    let writable = match fs::metadata(path) {
        // A pipe would end for its reader when it is closed.
        Ok(about) if !about.is_file() && !about.is_dir() => Ok(()),
        Ok(_) => OpenOptions::new().write(true).open(path).map(drop),
        Err(_) => File::create_new(path).and_then(|_| fs::remove_file(path)),
    };
    writable.with_context(|| format!("cannot write {}", path.display()))
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
}
