//! How a source is written: beside its place, onto the disk, then in one step into its place.
//!
//! In: the folder of a site, the path of a source in it, and what makes the new text from the one that is there. Out: at every moment either
//! the whole old file or the whole new one, with the rights, the line ends and the byte order mark of the old one. Refused:
//! to write in place of a file that may not be written, or of anything but a regular file.
//!
//! The file beside it is the lock as well: who finds it locked waits, then reads what the other wrote. One that a killed run
//! left is hidden, is no part of a site, and is taken away by the next writing of the same source.

use std::borrow::Cow;
use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::{FileKind, Folder, Opened};
use crate::source::BYTE_ORDER_MARK;

/// Why a source was not written. Then it is as it was.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// There is a file already.
    #[error("it exists already")]
    Exists,
    /// The file may not be written.
    #[error("it is read-only and was not changed")]
    ReadOnly,
    /// The file is not what it was when it was read.
    #[error("it was changed meanwhile, so it was left as it is; run the command again")]
    Changed,
    /// The disk.
    #[error(transparent)]
    Disk(#[from] io::Error),
}

/// Writes a file that must not be there, and makes the folders it needs.
///
/// # Errors
/// When it is there, or the disk refuses.
pub fn create(site: &Folder, path: &str, text: &[u8]) -> Result<(), NotWritten> {
    in_folder(site, path, |folder, name| Draft::begin(folder, name)?.finish(None, text))
}

/// Writes a file, in place of one that may be there, and makes the folders it needs.
///
/// # Errors
/// When the file that is there may not be written, or the disk refuses.
pub fn put(site: &Folder, path: &str, text: &str) -> Result<(), NotWritten> {
    update(site, path, |_| Ok(text.to_owned()))
}

/// Writes the new text of a source that was read before, if the file still holds what was read.
///
/// # Errors
/// When the file holds something else, may not be written, or the disk refuses.
pub fn change(site: &Folder, path: &str, old: &str, new: String) -> Result<(), NotWritten> {
    update(site, path, |found| match found == Some(old.as_bytes()) {
        true => Ok(new),
        false => Err(NotWritten::Changed),
    })
}

/// Writes what `make` makes of the bytes that are there, without their mark; `None` when there is no file. Meanwhile nobody
/// else writes the file in this way.
///
/// # Errors
/// Those of `make`; or when the file may not be written, or the disk refuses.
pub fn update<E: From<NotWritten>>(
    site: &Folder,
    path: &str,
    make: impl FnOnce(Option<&[u8]>) -> Result<String, E>,
) -> Result<(), E> {
    in_folder(site, path, |folder, name| {
        let draft = Draft::begin(folder, name).map_err(NotWritten::from)?;
        let Some(old) = Old::read(folder, name)? else {
            let text = make(None)?;
            return Ok(draft.finish(None, text.as_bytes())?);
        };
        let text = make(Some(old.text()))?;
        let text = in_line_ends(old.text(), &text);
        let mut bytes = Vec::with_capacity(BYTE_ORDER_MARK.len() + text.len());
        if old.is_marked() {
            bytes.extend_from_slice(BYTE_ORDER_MARK);
        }
        bytes.extend_from_slice(text.as_bytes());
        Ok(draft.finish(Some(&old.metadata), &bytes)?)
    })
}

/// Opens the folder of a file and makes it where it is missing; what was made for nothing is removed again.
fn in_folder<E: From<NotWritten>>(
    site: &Folder,
    path: &str,
    write: impl FnOnce(&Folder, &str) -> Result<(), E>,
) -> Result<(), E> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (folder, made) = site.make(folder).map_err(NotWritten::from)?;
    let written = write(&folder, name);
    if written.is_err() {
        // The innermost first; one that somebody else has filled meanwhile stays.
        made.iter().rev().for_each(|folder| drop(std::fs::remove_dir(folder)));
    }
    written
}

/// The new text with the line ends of the old one, where all of that are alike and differ from the new ones.
fn in_line_ends<'a>(old: &[u8], new: &'a str) -> Cow<'a, str> {
    let crlf = memchr::memmem::find_iter(old, b"\r\n").count();
    let all_crlf = crlf > 0 && crlf == memchr::memchr_iter(b'\n', old).count();
    match all_crlf {
        true => new.replace("\r\n", "\n").replace('\n', "\r\n").into(),
        false => new.into(),
    }
}

/// The file that is there.
struct Old {
    bytes: Vec<u8>,
    metadata: Metadata,
}

impl Old {
    fn read(folder: &Folder, name: &str) -> Result<Option<Self>, NotWritten> {
        let path = Path::new(name);
        let file = match folder.handle.writable(path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) if is_read_only(&error) => return Err(NotWritten::ReadOnly),
            Err(error) => return Err(folder.explained(path, error, FileKind::File).into()),
        };
        let metadata = file.metadata()?;
        match FileKind::of(&metadata) {
            FileKind::File => {}
            kind => return Err(kind.refused().into()),
        }
        // The administrator may write such a file; who took the right away did not mean that.
        if metadata.permissions().readonly() {
            return Err(NotWritten::ReadOnly);
        }
        let opened = Opened { file, length: metadata.len() };
        Ok(Some(Self { bytes: opened.whole()?, metadata }))
    }

    fn is_marked(&self) -> bool {
        self.bytes.starts_with(BYTE_ORDER_MARK)
    }

    fn text(&self) -> &[u8] {
        self.bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&self.bytes)
    }
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

/// The locked file beside a source. Dropped unfinished, it is removed.
struct Draft<'a> {
    folder: &'a Folder,
    name: &'a Path,
    beside: PathBuf,
    file: File,
    is_placed: bool,
}

impl<'a> Draft<'a> {
    fn begin(folder: &'a Folder, name: &'a str) -> io::Result<Self> {
        let beside = PathBuf::from(format!(".{name}.curbcut"));
        loop {
            let (file, is_ours) = match folder.handle.create(&beside) {
                Ok(file) => (file, true),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    match folder.handle.writable(&beside) {
                        Ok(file) => (super::regular(file)?.file, false),
                        // Whoever held it has finished.
                        Err(error) if error.kind() == ErrorKind::NotFound => continue,
                        Err(error) => return Err(in_the_way(folder, &beside, error)),
                    }
                }
                Err(error) => return Err(error),
            };
            file.lock()?;
            // Whoever held the lock before has put the file in place, or taken it away.
            if !folder.handle.holds(&beside, &file)? {
                continue;
            }
            if is_ours {
                return Ok(Self { folder, name: Path::new(name), beside, file, is_placed: false });
            }
            // A killed run left it. It is not written to: it may be another name of the source itself.
            folder.handle.remove(&beside)?;
        }
    }

    fn finish(mut self, old: Option<&Metadata>, bytes: &[u8]) -> Result<(), NotWritten> {
        let (handle, name) = (&self.folder.handle, self.name);
        if old.is_none() && handle.kind(name).is_ok() {
            return Err(NotWritten::Exists);
        }
        self.file.write_all(bytes)?;
        if let Some(old) = old {
            keep_rights(&self.file, old)?;
        }
        self.file.sync_all()?;
        match old {
            Some(_) => handle.rename(&self.beside, name)?,
            None => handle.rename_new(&self.beside, name).map_err(|error| match error.kind() {
                ErrorKind::AlreadyExists => NotWritten::Exists,
                _ => NotWritten::Disk(error),
            })?,
        }
        self.is_placed = true;
        handle.sync()?;
        Ok(())
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        if !self.is_placed {
            let _ = self.folder.handle.remove(&self.beside);
        }
    }
}

fn in_the_way(folder: &Folder, beside: &Path, error: io::Error) -> io::Error {
    let error = folder.explained(beside, error, FileKind::File);
    let place = folder.path().join(beside);
    io::Error::new(error.kind(), format!("{} is in the way: {error}; move it away", place.display()))
}

/// Gives the new file the rights of the old one, and its owner where we may.
fn keep_rights(new: &File, old: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        let made = new.metadata()?;
        if (old.uid(), old.gid()) != (made.uid(), made.gid()) {
            // Only the administrator may give a file away; who may write the folder owns the new file as well.
            let _ = fchown(new, Some(old.uid()), Some(old.gid()));
        }
    }
    new.set_permissions(old.permissions())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder() -> (tempfile::TempDir, Folder) {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::open(place.path()).unwrap();
        (place, folder)
    }

    fn names(place: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(place)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn mark_and_line_ends_stay() {
        for (old, new, whole) in [
            ("\u{FEFF}旧\r\n", "新\n一\n", "\u{FEFF}新\r\n一\r\n"),
            ("旧\r\n", "新\r\n", "新\r\n"),
            ("旧\r\n一\n", "新\r\n一\n", "新\r\n一\n"),
            ("\u{FEFF}旧\n", "新\n", "\u{FEFF}新\n"),
            ("", "新\n", "新\n"),
        ] {
            let (place, folder) = folder();
            fs::write(place.path().join("a.md"), old).unwrap();
            put(&folder, "a.md", new).unwrap();
            assert_eq!(fs::read_to_string(place.path().join("a.md")).unwrap(), whole);
            assert_eq!(names(place.path()), ["a.md"]);
        }
    }

    #[test]
    #[cfg(unix)]
    fn rights_stay_and_a_read_only_file_is_left_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let (place, folder) = folder();
        let file = place.path().join("a.md");
        fs::write(&file, "旧").unwrap();
        for mode in [0o600, 0o640, 0o775] {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            put(&folder, "a.md", "新").unwrap();
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o7777, mode);
        }
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(put(&folder, "a.md", "再"), Err(NotWritten::ReadOnly)));
        assert_eq!(fs::read_to_string(&file).unwrap(), "新");
        assert_eq!(names(place.path()), ["a.md"]);
    }

    #[test]
    fn what_is_there_is_not_created_and_what_changed_is_not_replaced() {
        let (place, folder) = folder();
        create(&folder, "a.md", "旧".as_bytes()).unwrap();
        assert!(matches!(create(&folder, "a.md", b"x"), Err(NotWritten::Exists)));
        assert!(matches!(change(&folder, "a.md", "别的", "新".into()), Err(NotWritten::Changed)));
        assert!(matches!(change(&folder, "b.md", "旧", "新".into()), Err(NotWritten::Changed)));
        change(&folder, "a.md", "旧", "新".into()).unwrap();
        assert_eq!(fs::read_to_string(place.path().join("a.md")).unwrap(), "新");
        assert_eq!(names(place.path()), ["a.md"]);
    }

    #[test]
    fn what_a_killed_run_left_is_taken_away_and_never_written_to() {
        let (place, folder) = folder();
        let at = |name: &str| place.path().join(name);
        fs::write(at("a.md"), "旧").unwrap();
        // As a system leaves it that was killed between giving the file its name and taking the other one away.
        fs::hard_link(at("a.md"), at(".a.md.curbcut")).unwrap();
        fs::hard_link(at("a.md"), at("别处")).unwrap();
        put(&folder, "a.md", "新").unwrap();
        assert_eq!(fs::read_to_string(at("别处")).unwrap(), "旧");
        assert_eq!(fs::read_to_string(at("a.md")).unwrap(), "新");
        assert_eq!(names(place.path()), ["a.md", "别处"]);
    }

    #[test]
    fn many_at_once_lose_nothing() {
        let (place, folder) = folder();
        let add = |number: usize| {
            update::<NotWritten>(&folder, "a.yaml", |old| {
                Ok(format!("{}- {number}\n", String::from_utf8_lossy(old.unwrap_or_default())))
            })
            .unwrap();
        };
        std::thread::scope(|scope| {
            for thread in 0..4 {
                scope.spawn(move || (0..25).for_each(|number| add(thread * 25 + number)));
            }
        });
        let text = fs::read_to_string(place.path().join("a.yaml")).unwrap();
        let mut numbers: Vec<usize> = text.lines().map(|line| line[2..].parse().unwrap()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (0..100).collect::<Vec<_>>());
        assert_eq!(names(place.path()), ["a.yaml"]);
    }
}
