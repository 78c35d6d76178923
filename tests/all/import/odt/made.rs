//! Small files made for a test.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

/// An archive of these files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The content of a text.
pub fn content(automatic: &str, body: &str) -> String {
    let urn = "urn:oasis:names:tc:opendocument:xmlns:";
    let spaces: String = [
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("manifest", "manifest"),
        ("form", "form"),
    ]
    .iter()
    .map(|(prefix, name)| format!(" xmlns:{prefix}=\"{urn}{name}:1.0\""))
    .collect();
    let more = "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
    format!(
        "<office:document-content{spaces} {more}><office:automatic-styles>{automatic}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
}

/// A file of this content, with other parts.
pub fn odt(automatic: &str, body: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let content = content(automatic, body);
    let mut files: Vec<(&str, &[u8])> = vec![("mimetype", KIND), ("content.xml", content.as_bytes())];
    files.extend_from_slice(parts);
    archive(&files)
}

pub fn p(words: &str) -> String {
    format!("<text:p>{words}</text:p>")
}
