//! The words of an OpenDocument text, whatever they are, by another reader than that of the import.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::ZipArchive;

/// Who wrote what and when, and the numbers that a program wrote beside what counts them.
const NOT_WORDS: [&str; 7] =
    ["creator", "date", "change-info", "note-citation", "number", "annotation", "creator-initials"];

fn words(node: Node<'_, '_>, out: &mut String) {
    for child in node.children() {
        let name = child.tag_name().name();
        let is_comment = child.tag_name().namespace().is_some_and(|space| space.ends_with("office:1.0"));
        if child.is_text() {
            out.push_str(child.text().unwrap_or_default());
        } else if !NOT_WORDS.contains(&name) || is_comment && name == "annotation" {
            words(child, out);
        }
    }
}

/// The words of a file.
pub fn of(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().to_owned();
        if !name.ends_with("content.xml") && name != "styles.xml" {
            continue;
        }
        let mut xml = String::new();
        entry.read_to_string(&mut xml).unwrap();
        words(Document::parse(&xml).unwrap().root(), &mut out);
    }
    out
}
