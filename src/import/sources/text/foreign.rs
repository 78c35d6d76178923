//! Files that hold a document but no plain text.
//!
//! In: a path and the first bytes of its file, or its decoded text. Out: what the file is, by its content before
//! its ending, so that raw code never becomes an official text. Plain text and Markdown are nothing foreign.

use std::fmt;

/// A kind of file that is not imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Rich Text Format.
    Rtf,
    /// HTML or XHTML.
    Html,
    /// A page of the web with its pictures, in one file for e-mail.
    WebArchive,
    /// Other XML.
    Xml,
    /// PDF or PostScript.
    Pdf,
    /// A word processor's file, in another form than .docx and .odt.
    Word,
    /// A document of Word that a password protects.
    Locked,
    /// An EPUB.
    Epub,
    /// A table.
    Table,
    /// Slides.
    Slides,
    /// A picture, also a scanned page.
    Picture,
    /// A ZIP archive or another container.
    Archive,
    /// A program.
    Program,
}

/// What a file begins with.
const BEGINNINGS: [(&[u8], Foreign); 17] = [
    (b"{\\rtf", Foreign::Rtf),
    (b"%PDF-", Foreign::Pdf),
    (b"%!PS", Foreign::Pdf),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::Word),
    (b"PK\x03\x04", Foreign::Archive),
    (b"PK\x05\x06", Foreign::Archive),
    (b"\x1F\x8B", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"Rar!\x1A\x07", Foreign::Archive),
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"RIFF", Foreign::Picture),
    (b"\x7FELF", Foreign::Program),
    (b"MZ\x90\0", Foreign::Program),
];

/// Names in a ZIP archive, which stand in it uncompressed, with what the archive is.
const MEMBERS: [(&[u8], Foreign); 7] = [
    (b"word/", Foreign::Word),
    (b"application/vnd.oasis.opendocument.text", Foreign::Word),
    (b"application/epub+zip", Foreign::Epub),
    (b"xl/", Foreign::Table),
    (b"application/vnd.oasis.opendocument.spreadsheet", Foreign::Table),
    (b"ppt/", Foreign::Slides),
    (b"application/vnd.oasis.opendocument.presentation", Foreign::Slides),
];

/// The name under which a protected document lies in its container, in UTF-16: “EncryptedPackage”.
const LOCKED: [u8; 32] = *b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// How much of an archive is looked through for the names of its members.
const MEMBERS_WITHIN: usize = 64 * 1024;

const ENDINGS: [(&[&str], Foreign); 9] = [
    (&["rtf"], Foreign::Rtf),
    (&["mht", "mhtml"], Foreign::WebArchive),
    (&["xml", "svg"], Foreign::Xml),
    (&["pdf", "ps", "eps"], Foreign::Pdf),
    (&["doc", "docx", "docm", "dot", "dotx", "odt", "fodt", "ott", "wps", "wpd", "pages"], Foreign::Word),
    (&["epub", "mobi", "azw3"], Foreign::Epub),
    (&["xls", "xlsx", "ods", "numbers"], Foreign::Table),
    (&["ppt", "pptx", "odp", "key"], Foreign::Slides),
    (&["png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp", "heic"], Foreign::Picture),
];

/// What the text of an HTML or XML file begins with, in small letters.
const TAGS: [(&str, Foreign); 9] = [
    ("<!doctype html", Foreign::Html),
    ("<html", Foreign::Html),
    ("<head", Foreign::Html),
    ("<body", Foreign::Html),
    ("<meta", Foreign::Html),
    ("<title", Foreign::Html),
    ("<?xml", Foreign::Xml),
    ("<!doctype", Foreign::Xml),
    ("<svg", Foreign::Xml),
];

/// End tags that only HTML has many of.
const END_TAGS: [&str; 7] = ["</p>", "</div>", "</td>", "</li>", "</span>", "</tr>", "</font>"];

/// How many end tags a plain text may hold.
const FEW_TAGS: usize = 3;

impl Foreign {
    /// What a file is by its first bytes, or else by the ending of its name.
    pub fn of(path: &str, bytes: &[u8]) -> Option<Self> {
        let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        let begins = BEGINNINGS.iter().find(|(start, _)| unmarked.starts_with(start));
        begins
            .map(|(_, kind)| match kind {
                Self::Archive => member(unmarked),
                Self::Word if holds(unmarked, &LOCKED) => Self::Locked,
                kind => *kind,
            })
            .or_else(|| ending(path).filter(|_| !is_archive_by_name(path)))
    }

    /// Whether the bytes are those of another kind of document than a word processor's, whatever the ending says.
    pub fn is_other(bytes: &[u8]) -> bool {
        matches!(Self::of("", bytes), Some(Self::Epub | Self::Table | Self::Slides))
    }

    /// What a decoded text is, for HTML has no bytes of its own and RTF may come in any encoding.
    pub fn of_text(text: &str) -> Option<Self> {
        let start = text.trim_start();
        if start.starts_with("{\\rtf") {
            return Some(Self::Rtf);
        }
        if start.starts_with('<') {
            let head: String = start.chars().take(4096).collect::<String>().to_ascii_lowercase();
            if let Some((_, kind)) = TAGS.iter().find(|(tag, _)| head.starts_with(tag)) {
                return Some(if head.contains("<html") { Self::Html } else { *kind });
            }
        }
        let tags: usize = END_TAGS.iter().map(|tag| text.matches(tag).count()).sum();
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        (tags > FEW_TAGS && tags * 4 > lines).then_some(Self::Html)
    }

    /// What to do in place of importing it.
    pub fn help(self) -> &'static str {
        match self {
            Self::Rtf | Self::Word => "Open it in a word processor, save it as .docx, and import that file.",
            Self::Locked => "Open it in a word processor, save it without a password, and import that file.",
            Self::Html => {
                "If it is a web page, give it a name that ends in .html; if not, take the tags out of it."
            }
            Self::WebArchive => {
                "Open it in a browser, save it as a complete web page (.html with a folder beside it), and import that file."
            }
            Self::Pdf => {
                "A PDF does not say what is a heading, a note or a table: import the file that it was made of. “curbcut import --text” takes the words alone, where pdftotext is installed."
            }
            Self::Picture => "Have its words recognised or type them into a .txt file, and import that file.",
            Self::Archive => "Unpack it, and import the plain text in it.",
            Self::Epub | Self::Table | Self::Slides | Self::Xml => {
                "Open it in the program it is made for, save or copy its words as plain text in UTF-8, and import that file."
            }
            Self::Program => "Give a file of plain text.",
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rtf => "a Rich Text file (RTF)",
            Self::Html => "a text with many tags of HTML",
            Self::WebArchive => "a web page in one file (MHTML)",
            Self::Xml => "an XML file",
            Self::Pdf => "a PDF or PostScript file",
            Self::Word => "a word processor’s file of another form than .docx and .odt",
            Self::Locked => "a document that a password protects",
            Self::Epub => "a book (EPUB or the like)",
            Self::Table => "a spreadsheet",
            Self::Slides => "a file of slides",
            Self::Picture => "a picture or another media file",
            Self::Archive => "an archive",
            Self::Program => "a program",
        })
    }
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(bytes, wanted).is_some()
}

fn member(archive: &[u8]) -> Foreign {
    let head = &archive[..archive.len().min(MEMBERS_WITHIN)];
    MEMBERS.iter().find(|(name, _)| holds(head, name)).map_or(Foreign::Archive, |(_, kind)| *kind)
}

/// Whether a file is by its ending an archive of a word processor: what has no beginning of one is something else.
fn is_archive_by_name(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["docx", "docm", "dotx", "odt", "ott"].iter().any(|known| known.eq_ignore_ascii_case(ending))
}

fn ending(path: &str) -> Option<Foreign> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS
        .iter()
        .find(|(endings, _)| endings.iter().any(|known| known.eq_ignore_ascii_case(ending)))
        .map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_bytes_and_then_by_their_ending() {
        let of = |path: &str, bytes: &[u8]| Foreign::of(path, bytes);
        assert_eq!(of("决议.txt", b"{\\rtf1\\ansi x}"), Some(Foreign::Rtf));
        assert_eq!(of("决议.txt", b"\xEF\xBB\xBF  {\\rtf1\\ansi x}"), Some(Foreign::Rtf));
        assert_eq!(of("决议.txt", b"%PDF-1.7\n"), Some(Foreign::Pdf));
        assert_eq!(
            of("决议.txt", b"PK\x03\x04....[Content_Types].xml....word/document.xml"),
            Some(Foreign::Word)
        );
        assert_eq!(
            of("a", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text"),
            Some(Foreign::Word)
        );
        assert_eq!(of("a", b"PK\x03\x04....a.txt"), Some(Foreign::Archive));
        assert_eq!(of("a.DOC", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Some(Foreign::Word));
        let locked = [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1......"[..], &LOCKED].concat();
        assert_eq!(of("a.docx", &locked), Some(Foreign::Locked));
        assert_eq!(of("来文/决议.MHT", "文字".as_bytes()), Some(Foreign::WebArchive));
        for plain in ["决议.txt", "决议.html", "a.md", "决议", "a.text", "52.8"] {
            assert_eq!(of(plain, "人权理事会".as_bytes()), None, "{plain}");
        }
    }

    #[test]
    fn texts_of_tags_are_no_texts() {
        for (text, kind) in [
            ("\n<!DOCTYPE html>\n<p>x", Foreign::Html),
            ("<HTML lang=zh>", Foreign::Html),
            ("<?xml version='1.0'?>\n<html/>", Foreign::Html),
            ("<?xml version='1.0'?>\n<a/>", Foreign::Xml),
            ("<p>一</p>\n<p>二</p>\n<p>三</p>\n<p>四</p>\n", Foreign::Html),
            (" {\\rtf1 x}", Foreign::Rtf),
        ] {
            assert_eq!(Foreign::of_text(text), Some(kind), "{text}");
        }
        for text in
            ["报告<sup>1</sup>，\n\n<sup>1</sup> 见文件。", "<b>粗</b>", "在 HTML 中写 </p> 与 </div>。"]
        {
            assert_eq!(Foreign::of_text(text), None, "{text}");
        }
    }
}
