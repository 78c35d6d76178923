//! The archive of a book, read without trust in what it says of itself.
//!
//! In: the bytes of an EPUB file. Out: its files in memory, text where they are text, and what is wrong with the
//! archive. Refused: names that lead out of the book, more files or text than [`Limits`] allow, counted while
//! unpacking; nothing is written to the disk.

use std::collections::HashMap;
use std::io::{self, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::result::ZipError;

use super::files::{Book, is_sealed};
use super::rules;
use crate::count::{counted, is_or_are};
use crate::limits;

/// How much of a book is read.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many files.
    pub files: usize,
    /// How many bytes of one file of text.
    pub bytes_of_a_file: u64,
    /// How many bytes of all text together.
    pub bytes: u64,
}

impl Default for Limits {
    /// More than any book needs that was not made to do harm.
    fn default() -> Self {
        Self { files: limits::BOOK_FILES, bytes_of_a_file: limits::BOOK_FILE, bytes: limits::BOOK }
    }
}

impl Limits {
    /// None, for a book that was made here.
    pub const NONE: Self = Self { files: usize::MAX, bytes_of_a_file: u64::MAX, bytes: u64::MAX };
}

/// Documents are seldom longer.
const USUAL: u64 = 1 << 20;

impl Book<'static> {
    /// Reads an EPUB file as far as `limits` allow; `path` is what findings call it. What is wrong with the archive
    /// is reported by [`Book::findings`], together with the rest.
    ///
    /// # Errors
    /// When `file` cannot be read.
    pub fn open(path: &str, mut file: impl Read + Seek, limits: Limits) -> io::Result<Self> {
        let mut book = Book::new(path);
        let mut start = Vec::new();
        file.by_ref().take(58).read_to_end(&mut start)?;
        file.seek(SeekFrom::Start(0))?;
        let mut archive = match ZipArchive::new(&mut file) {
            Ok(archive) => archive,
            Err(ZipError::Io(error)) if error.kind() != io::ErrorKind::UnexpectedEof => return Err(error),
            Err(error) => {
                book.report(&rules::NOT_AN_EPUB, "", format!("the file is no ZIP file: {error}"));
                return Ok(book);
            }
        };
        if let Err(why) = mimetype(&start) {
            book.report(&rules::MIMETYPE, "", why);
        }
        if archive.len() > limits.files {
            let message = format!(
                "the book has {}; {} {} read",
                counted(archive.len(), "file"),
                limits.files,
                is_or_are(limits.files)
            );
            book.report(&rules::TOO_LARGE, "", message);
        }
        let mut left = limits.bytes;
        let mut bytes = Vec::new();
        let mut lowered: HashMap<String, String> = HashMap::new();
        for index in 0..archive.len().min(limits.files) {
            let entry = match archive.by_index_raw(index) {
                Ok(entry) => entry,
                Err(error) => {
                    book.report(
                        &rules::NOT_AN_EPUB,
                        "",
                        format!("a file of the book cannot be read: {error}"),
                    );
                    continue;
                }
            };
            let (name, size, encrypted) = (entry.name().to_owned(), entry.size(), entry.encrypted());
            let is_folder = entry.is_dir();
            drop(entry);
            if let Err(why) = safe(&name) {
                book.report(&rules::UNSAFE_NAME, "", why);
                continue;
            }
            if is_folder {
                continue;
            }
            if let Some(other) = lowered.insert(name.to_lowercase(), name.clone()) {
                let message = format!("“{name}” and “{other}” are one file where capitals do not count");
                book.report(&rules::UNSAFE_NAME, &name, message);
            }
            if encrypted {
                book.refuse(&rules::ENCRYPTED, &name, "the file is locked with a password");
                continue;
            }
            if is_sealed(&name) {
                book.add_sealed(&name, size);
                continue;
            }
            let limit = left.min(limits.bytes_of_a_file);
            // The size is what the archive says; room for a usual document is made at once, more as it comes.
            bytes.clear();
            bytes.reserve(size.min(limit).min(USUAL) as usize);
            let read = archive
                .by_index(index)
                .map_err(io::Error::other)
                .and_then(|entry| entry.take(limit.saturating_add(1)).read_to_end(&mut bytes));
            if let Err(error) = read {
                book.refuse(&rules::NOT_AN_EPUB, &name, format!("the file cannot be unpacked: {error}"));
                continue;
            }
            if bytes.len() as u64 > limit {
                let message = format!("the file has more than the {limit} bytes that are read");
                book.refuse(&rules::TOO_LARGE, &name, message);
                continue;
            }
            left -= bytes.len() as u64;
            book.add_copy(&name, &bytes);
        }
        Ok(book)
    }
}

/// Looks at the first bytes of the archive: the header of the first file, its name and its content.
fn mimetype(start: &[u8]) -> Result<(), &'static str> {
    const WANTED: &[u8] = b"mimetypeapplication/epub+zip";
    let number = |at: usize| start.get(at..at + 2).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]));
    if start.get(30..38) != Some(b"mimetype") || number(26) != 8 {
        return Err("the first file of the archive is not “mimetype”");
    }
    if number(8) != 0 {
        return Err("the file “mimetype” is compressed");
    }
    if number(28) != 0 {
        return Err("the file “mimetype” has an extra field");
    }
    let length = start.get(22..26).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]));
    // Written as a stream, the length follows the content.
    let streamed = number(6) & 8 != 0;
    if start.get(30..) != Some(WANTED) || (length != 20 && !streamed) {
        return Err("the file “mimetype” says something else than application/epub+zip");
    }
    Ok(())
}

fn safe(name: &str) -> Result<(), String> {
    let climbs = name.split('/').any(|part| part == "..");
    let rooted = name.starts_with('/') || name.get(1..3) == Some(":/");
    if climbs || rooted || name.contains('\\') {
        return Err(format!("the file name “{}” leads out of the book", name.escape_debug()));
    }
    if name.chars().any(char::is_control) || name.contains('\u{FFFD}') || name.is_empty() {
        return Err(format!("the file name “{}” is no readable text", name.escape_debug()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out() {
        for name in ["../甲.xhtml", "EPUB/../../a", "/etc/a", "C:/a", "a\\b", "a\nb", ""] {
            assert!(safe(name).is_err(), "{name}");
        }
        for name in ["EPUB/易读.xhtml", "mimetype", "a..b/c", "EPUB/"] {
            assert!(safe(name).is_ok(), "{name}");
        }
    }
}
