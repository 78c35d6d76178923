//! A ZIP archive that a document comes in, read without trust in what it says of itself.
//!
//! In: the bytes of a file. Out: its parts as trees or bytes. Refused: more and larger parts than [`Limits`] allow, counted while unpacking; parts that
//! are no XML or have a document type; files that a password protects. Nothing is written to the disk, and a name is only
//! ever looked up in the archive.

use std::cell::Cell;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::count::counted;
use crate::limits;
use crate::xml::tree::{self, Tree};

/// How large a part of XML may be, and all parts together, unpacked.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many files.
    pub files: usize,
    /// How many bytes of a part.
    pub part: u64,
    /// How many bytes of all parts that are read.
    pub whole: u64,
    /// How large the tree of a part is.
    pub tree: tree::Limits,
}

impl Default for Limits {
    fn default() -> Self {
        let tree = tree::Limits { elements: 2_000_000, depth: 256 };
        Self {
            files: limits::DOCUMENT_FILES,
            part: limits::DOCUMENT_PART,
            whole: limits::DOCUMENT_WHOLE,
            tree,
        }
    }
}

/// Why a part, or the whole file, cannot be read; without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged(pub String);

impl Damaged {
    fn of(part: &str, why: impl std::fmt::Display) -> Self {
        Self(format!("its part “{part}” cannot be read: {why}"))
    }
}

/// How the text of a part becomes a tree.
type ReadTree = fn(&str, &[(&str, &'static str)], tree::Limits) -> Result<Tree, crate::xml::Malformed>;

/// An archive.
pub struct Archive<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    spaces: &'static [(&'static str, &'static str)],
    limits: Limits,
    left: Cell<u64>,
}

impl<'a> Archive<'a> {
    /// Opens an archive; `spaces` are the namespaces of its parts, each with its prefix.
    pub fn open(
        bytes: &'a [u8],
        spaces: &'static [(&'static str, &'static str)],
        limits: Limits,
    ) -> Result<Self, Damaged> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| Damaged(format!("it is no whole ZIP archive: {error}")))?;
        if archive.len() > limits.files {
            let (has, most) = (counted(archive.len(), "file"), limits.files);
            return Err(Damaged(format!("it has {has}, and at most {most} are read")));
        }
        Ok(Self { archive, spaces, limits, left: Cell::new(limits.whole) })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// The bytes of a part; none where there is no such part.
    pub fn bytes(&self, part: &str, most: u64) -> Result<Option<Vec<u8>>, Damaged> {
        let Some(index) = self.archive.index_for_name(part) else { return Ok(None) };
        // A copy shares the list of files, and reads at a place of its own.
        let mut archive = self.archive.clone();
        let entry = archive.by_index(index).map_err(|error| Damaged::of(part, error))?;
        let left = self.left.get();
        let mut bytes = Vec::new();
        let read = entry
            .take(most.min(left) + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Damaged::of(part, error))? as u64;
        // What was unpacked counts also where it is of no use, so that many files that are too large cost no more than one.
        self.left.set(left.saturating_sub(read));
        if read > left {
            let whole = limits::size(self.limits.whole);
            return Err(Damaged::of(
                part,
                format!("unpacked, it and what was read before are larger than {whole}"),
            ));
        }
        if read > most {
            return Err(Damaged::of(part, format!("unpacked, it is larger than {}", limits::size(most))));
        }
        Ok(Some(bytes))
    }

    /// The bytes of a picture, or why there are none.
    pub fn picture(&self, part: &str) -> Result<Vec<u8>, String> {
        self.bytes(part, limits::PICTURE)
            .map_err(|damaged| damaged.0)?
            .ok_or("its file is missing".to_owned())
    }

    /// A part of XML; none where there is no such part.
    pub fn tree(&self, part: &str) -> Result<Option<Tree>, Damaged> {
        self.read(part, Tree::read)
    }

    /// The same, with the text between elements.
    pub fn mixed_tree(&self, part: &str) -> Result<Option<Tree>, Damaged> {
        self.read(part, Tree::read_mixed)
    }

    fn read(&self, part: &str, read: ReadTree) -> Result<Option<Tree>, Damaged> {
        let Some(bytes) = self.bytes(part, self.limits.part)? else { return Ok(None) };
        let text = decoded(bytes).ok_or_else(|| Damaged::of(part, "it is neither UTF-8 nor UTF-16"))?;
        read(&text, self.spaces, self.limits.tree).map(Some).map_err(|malformed| {
            let before = text.get(..malformed.span.start as usize).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            Damaged::of(part, format!("in line {line}, {malformed}"))
        })
    }
}

fn decoded(bytes: Vec<u8>) -> Option<String> {
    let (encoding, mark) = match bytes.get(..2)? {
        [0xFE, 0xFF] => (encoding_rs::UTF_16BE, 2),
        [0xFF, 0xFE] => (encoding_rs::UTF_16LE, 2),
        _ => return String::from_utf8(bytes).ok(),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?)?;
    Some(text.into_owned())
}
