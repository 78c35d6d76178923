//! The archive of a book. Only this module knows of epub-builder.
//!
//! In: files, then the package document and the navigation. Out: the bytes of an EPUB, the same for the same input.
//!
//! epub-builder collects and compresses the content. Its own package document and navigation do not pass EPUBCheck, so
//! the archive gets one finishing pass: ours in their place, no NCX and no vendor files, everything else copied as it
//! is, in a fixed order and with fixed times. Pictures that are compressed already come in then, stored.

use std::io::{Cursor, Write};

use anyhow::{Context, Result, anyhow};
use epub_builder::{EpubBuilder, EpubContent, ZipLibrary};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The folder of the content in the archive.
const CONTENT: &str = "OEBPS";

/// The names of the style sheet, the package document and the navigation, which epub-builder decides.
pub const STYLESHEET: &str = "stylesheet.css";
const PACKAGE: &str = "content.opf";
/// The navigation.
pub const NAVIGATION: &str = "nav.xhtml";

/// What a file may have: everybody reads, the owner writes.
const RIGHTS: u32 = 0o644;

/// A book's archive while it grows.
pub struct Package {
    builder: EpubBuilder<ZipLibrary>,
    stored: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// An archive with its style sheet.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn new(css: &str) -> Result<Self> {
        let mut builder = ZipLibrary::new().and_then(EpubBuilder::new).map_err(|error| failed(&error))?;
        builder.stylesheet(css.as_bytes()).map_err(|error| failed(&error))?;
        Ok(Self { builder, stored: Vec::new() })
    }

    /// Adds an XHTML document.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn add_document(&mut self, href: &str, xhtml: &str) -> Result<()> {
        let content = EpubContent::new(href, xhtml.as_bytes());
        self.builder.add_content(content).map(drop).map_err(|error| failed(&error))
    }

    /// Adds another file, to be compressed.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn add_file(&mut self, href: &str, bytes: &[u8]) -> Result<()> {
        self.builder.add_resource(href, bytes, "").map(drop).map_err(|error| failed(&error))
    }

    /// Adds a file that is compressed already.
    pub fn store(&mut self, href: &str, bytes: Vec<u8>) {
        self.stored.push((href.to_owned(), bytes));
    }

    /// Makes the book.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn finish(self, package: &str, navigation: &str) -> Result<Vec<u8>> {
        let mut collected = Vec::new();
        self.builder.generate(&mut collected).map_err(|error| failed(&error))?;
        finish(&collected, &self.stored, package, navigation).context("cannot put the book together")
    }
}

fn failed(error: &epub_builder::Error) -> anyhow::Error {
    anyhow!("cannot put the book together: {error}")
}

fn finish(
    collected: &[u8],
    stored: &[(String, Vec<u8>)],
    package: &str,
    navigation: &str,
) -> Result<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(collected))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(collected.len())));
    let time = DateTime::default();
    let options = SimpleFileOptions::default().last_modified_time(time).unix_permissions(RIGHTS);
    for name in ["mimetype", "META-INF/container.xml"] {
        writer.raw_copy_file_touch(archive.by_name(name)?, time, Some(RIGHTS))?;
    }
    for (name, text) in [(PACKAGE, package), (NAVIGATION, navigation)] {
        writer.start_file(format!("{CONTENT}/{name}"), options)?;
        writer.write_all(text.as_bytes())?;
    }
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index)?;
        let Some(name) = file.name().strip_prefix(CONTENT).map(|name| name.trim_start_matches('/')) else {
            continue;
        };
        if ![PACKAGE, NAVIGATION, "toc.ncx"].contains(&name) {
            writer.raw_copy_file_touch(file, time, Some(RIGHTS))?;
        }
    }
    for (href, bytes) in stored {
        let options = options.compression_method(CompressionMethod::Stored);
        writer.start_file(format!("{CONTENT}/{href}"), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn book() -> Vec<u8> {
        let mut package = Package::new("p {}").unwrap();
        package.add_document("a.xhtml", "<p>一</p>").unwrap();
        package.add_file("b.svg", b"<svg/>").unwrap();
        package.store("c.png", vec![1, 2, 3]);
        package.finish("<package/>", "<nav/>").unwrap()
    }

    #[test]
    fn the_archive_has_our_files_in_a_fixed_order() {
        let bytes = book();
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let names: Vec<_> = archive.file_names().map(str::to_owned).collect();
        let wanted = [
            "mimetype",
            "META-INF/container.xml",
            "OEBPS/content.opf",
            "OEBPS/nav.xhtml",
            "OEBPS/stylesheet.css",
            "OEBPS/a.xhtml",
            "OEBPS/b.svg",
            "OEBPS/c.png",
        ];
        assert_eq!(names, wanted);
        // Reading systems look for these bytes at this place.
        assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
        for (name, stored) in [("mimetype", true), ("OEBPS/c.png", true), ("OEBPS/a.xhtml", false)] {
            let file = archive.by_name(name).unwrap();
            assert_eq!(file.compression() == CompressionMethod::Stored, stored, "{name}");
            assert_eq!(file.last_modified(), Some(DateTime::default()), "{name}");
        }
        let mut package = String::new();
        archive.by_name("OEBPS/content.opf").unwrap().read_to_string(&mut package).unwrap();
        assert_eq!(package, "<package/>");
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        assert_eq!(book(), book());
    }
}
