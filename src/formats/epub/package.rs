//! The archive of a book. Only this module knows of epub-builder.
//!
//! In: files, then the package document and the navigation. Out: the bytes of an EPUB, the same for the same input.
//!
//! epub-builder collects and compresses the content, in sections, so that those of a long book can be made on several
//! cores and those that many books share are made once. Its own package document and navigation do not pass EPUBCheck,
//! so the archive gets one finishing pass: ours in their place, no NCX and no vendor files, everything else copied as
//! it is, in a fixed order and with fixed times. Pictures that are compressed already come in then, stored.

use std::collections::HashSet;
use std::io::{Cursor, Write};
use std::sync::Arc;

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

/// Files of a book, compressed.
#[derive(Debug)]
pub struct Section(Vec<u8>);

impl Section {
    /// A section of the style sheet alone.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn of_style(css: &str) -> Result<Self> {
        let mut files = Files::new()?;
        files.builder.stylesheet(css.as_bytes()).map_err(|error| failed(&error))?;
        files.compressed()
    }

    /// A section of one file that is no document.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn of_file(href: &str, bytes: &[u8]) -> Result<Self> {
        let mut files = Files::new()?;
        files.add(href, bytes)?;
        files.compressed()
    }
}

/// A section while it grows.
pub struct Files {
    builder: EpubBuilder<ZipLibrary>,
}

impl Files {
    /// A section without files.
    ///
    /// # Errors
    /// When epub-builder cannot begin.
    pub fn new() -> Result<Self> {
        let builder = ZipLibrary::new().and_then(EpubBuilder::new).map_err(|error| failed(&error))?;
        Ok(Self { builder })
    }

    /// Adds an XHTML document.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn add_document(&mut self, href: &str, xhtml: &str) -> Result<()> {
        let content = EpubContent::new(href, xhtml.as_bytes());
        self.builder.add_content(content).map(drop).map_err(|error| failed(&error))
    }

    /// Adds another file.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn add(&mut self, href: &str, bytes: &[u8]) -> Result<()> {
        self.builder.add_resource(href, bytes, "").map(drop).map_err(|error| failed(&error))
    }

    /// The finished section.
    ///
    /// # Errors
    /// When epub-builder cannot end.
    pub fn compressed(self) -> Result<Section> {
        let mut bytes = Vec::new();
        self.builder.generate(&mut bytes).map_err(|error| failed(&error))?;
        Ok(Section(bytes))
    }
}

/// What a book is put together from.
#[derive(Default)]
pub struct Package {
    sections: Vec<Arc<Section>>,
    stored: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// Adds a section; of two files of one name the first counts.
    pub fn add(&mut self, section: impl Into<Arc<Section>>) {
        self.sections.push(section.into());
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
        self.write(package, navigation).context("cannot put the book together")
    }

    fn write(self, package: &str, navigation: &str) -> Result<Vec<u8>> {
        let length = self.sections.iter().map(|section| section.0.len()).sum();
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(length)));
        let time = DateTime::default();
        let options = SimpleFileOptions::default().last_modified_time(time).unix_permissions(RIGHTS);
        let mut begun = false;
        // epub-builder makes a style sheet where there is none, and documents of its own.
        let mut there = HashSet::from([PACKAGE, NAVIGATION, "toc.ncx"].map(str::to_owned));
        for section in &self.sections {
            let mut section = ZipArchive::new(Cursor::new(&section.0))?;
            if !std::mem::replace(&mut begun, true) {
                for name in ["mimetype", "META-INF/container.xml"] {
                    writer.raw_copy_file_touch(section.by_name(name)?, time, Some(RIGHTS))?;
                }
                for (name, text) in [(PACKAGE, package), (NAVIGATION, navigation)] {
                    writer.start_file(format!("{CONTENT}/{name}"), options)?;
                    writer.write_all(text.as_bytes())?;
                }
            }
            for index in 0..section.len() {
                let file = section.by_index_raw(index)?;
                let Some(name) = file.name().strip_prefix(CONTENT) else { continue };
                if there.insert(name.trim_start_matches('/').to_owned()) {
                    writer.raw_copy_file_touch(file, time, Some(RIGHTS))?;
                }
            }
        }
        for (href, bytes) in &self.stored {
            let options = options.compression_method(CompressionMethod::Stored);
            writer.start_file(format!("{CONTENT}/{href}"), options)?;
            writer.write_all(bytes)?;
        }
        Ok(writer.finish()?.into_inner())
    }
}

fn failed(error: &epub_builder::Error) -> anyhow::Error {
    anyhow!("cannot put the book together: {error}")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn book() -> Vec<u8> {
        let mut files = Files::new().unwrap();
        files.add_document("a.xhtml", "<p>一</p>").unwrap();
        let mut package = Package::default();
        package.add(Section::of_style("p {}").unwrap());
        package.add(files.compressed().unwrap());
        package.add(Section::of_file("b.svg", b"<svg/>").unwrap());
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
        for (name, wanted) in [("content.opf", "<package/>"), ("stylesheet.css", "p {}")] {
            let mut text = String::new();
            archive.by_name(&format!("{CONTENT}/{name}")).unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, wanted);
        }
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        assert_eq!(book(), book());
    }
}
