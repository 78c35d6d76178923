//! The archive of a file: its parts, and which kind each is.
//!
//! In: the finished parts. Out: the bytes of a .docx, the same for the same parts: a fixed order, fixed times.

use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::links::list;
use crate::image::PictureKind;
use crate::xml;

/// What the types of the parts of a text begin with.
const WORDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// The parts with types of their own.
const TYPES: [(&str, &str); 10] = [
    ("word/document.xml", "document.main+xml"),
    ("word/styles.xml", "styles+xml"),
    ("word/settings.xml", "settings+xml"),
    ("word/fontTable.xml", "fontTable+xml"),
    ("word/numbering.xml", "numbering+xml"),
    ("word/footnotes.xml", "footnotes+xml"),
    ("word/footer.xml", "footer+xml"),
    ("word/theme.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
];

/// What the parts of the archive are to it.
const RELATIONS: [(&str, &str); 3] = [
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "word/document.xml",
    ),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
        "docProps/app.xml",
    ),
];

/// Puts a file together of its parts and pictures.
///
/// # Errors
/// When the archive cannot be written.
pub fn archive(parts: Vec<(&str, String)>, pictures: &[(String, PictureKind, Vec<u8>)]) -> Result<Vec<u8>> {
    write(parts, pictures).context("cannot put the Word file together")
}

fn write(parts: Vec<(&str, String)>, pictures: &[(String, PictureKind, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    let relations = RELATIONS.into_iter().map(|(kind, target)| (kind.to_owned(), target));
    let first = [("[Content_Types].xml", types(pictures)), ("_rels/.rels", list(relations))];
    for (name, part) in first.into_iter().chain(parts) {
        writer.start_file(name, options)?;
        writer.write_all(part.as_bytes())?;
    }
    for (name, kind, bytes) in pictures {
        let method =
            if *kind == PictureKind::Svg { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        writer.start_file(format!("word/{name}"), options.compression_method(method))?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The part that says of which kind each part is.
fn types(pictures: &[(String, PictureKind, Vec<u8>)]) -> String {
    let mut out = xml::Writer::begin();
    out.open("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]);
    let mut usual = vec![
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ];
    usual.extend(pictures.iter().map(|(_, kind, _)| (kind.ending(), kind.media_type())));
    usual.sort_unstable();
    usual.dedup();
    for (ending, kind) in usual {
        out.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    for (part, kind) in TYPES {
        let kind = if kind.contains('/') { kind.to_owned() } else { format!("{WORDS}{kind}") };
        out.empty("Override", &[("PartName", &format!("/{part}")), ("ContentType", &kind)]);
    }
    out.close("Types");
    out.finish()
}
