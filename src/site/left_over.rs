//! What a folder still holds of entries that are withdrawn, when a build did not make it anew.
//!
//! In: the files of an old edition, and the library. Out: those in which an entry still stands, as paths from the folder: its own page and
//! the files beside it, and whatever holds its title. A text that people gave the same title is one of them, too: nothing that shows an
//! entry may be missing here.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use zip::ZipArchive;

use crate::collections::{Withdrawn, letters};
use crate::library::Library;
use crate::source::slice;
use crate::xml;

/// What only the page of a withdrawn entry says of itself.
const TOMBSTONE: &str = "<meta name=\"robots\" content=\"noindex\">";

/// How the names of files end that hold words.
const WITH_WORDS: [&str; 9] = ["html", "txt", "csv", "json", "jsonld", "xml", "atom", "ics", "xhtml"];

/// How much of a document in a book is read, in bytes: more than any build makes.
const LIMIT: u64 = 64 << 20;

/// The files that still show a withdrawn entry, sorted.
pub fn left_over(out: &Path, files: Vec<String>, library: &Library) -> Vec<String> {
    let withdrawn: Vec<(String, &Withdrawn)> = library
        .collections
        .iter()
        .flat_map(|(_, collection)| &collection.withdrawn)
        .map(|entry| (library.address_of_withdrawn(entry).folder().to_owned(), entry))
        .collect();
    if withdrawn.is_empty() {
        return Vec::new();
    }
    let shows = |file: &String| {
        let path = out.join(file);
        let folder = slice(file, ..file.rfind('/').map_or(0, |at| at + 1));
        let is_beside = withdrawn.iter().any(|(of_entry, _)| of_entry == folder);
        if is_beside {
            return !fs::read_to_string(&path).is_ok_and(|page| page.contains(TOMBSTONE));
        }
        match words(&path) {
            Some(words) => {
                let letters = letters(&words);
                withdrawn.iter().any(|(_, entry)| entry.titles.stand_in(&letters))
            }
            None => false,
        }
    };
    let mut found: Vec<String> = files.into_iter().filter(shows).collect();
    found.sort();
    found
}

/// The words of a file; none where it holds no words or cannot be read.
fn words(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?;
    if ending == "epub" {
        return words_of_book(path);
    }
    let text = WITH_WORDS.contains(&ending).then(|| fs::read_to_string(path).ok())??;
    Some(if ["html", "xml", "atom"].contains(&ending) { without_tags(&text) } else { text })
}

fn words_of_book(path: &Path) -> Option<String> {
    let mut book = ZipArchive::new(File::open(path).ok()?).ok()?;
    let mut words = String::new();
    for at in 0..book.len() {
        let Ok(document) = book.by_index(at) else { continue };
        let mut text = String::new();
        if document.name().ends_with("html") && document.take(LIMIT).read_to_string(&mut text).is_ok() {
            words.push_str(&without_tags(&text));
        }
    }
    Some(words)
}

/// The text between tags.
fn without_tags(markup: &str) -> String {
    let mut pieces = markup.split('<');
    let first = pieces.next().unwrap_or_default();
    let after = pieces.map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    std::iter::once(first).chain(after).map(xml::unescaped).collect()
}
