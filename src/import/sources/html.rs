//! Pages of the web (HTML and XHTML) as a source.
//!
//! In: the bytes of a file, and the pictures beside it. Out: one line a paragraph, with the numbers of lists that a browser prints, the text as
//! it would be if all changes were accepted, notes after it; for each paragraph what its element says it is; pictures. What is no
//! part of the text is listed: what stands outside of the main part, hidden words, forms. Style sheets are not read, and nothing is
//! fetched. Refused: text in an encoding that is not known, and more or deeper elements than any document has.

mod around;
mod charset;
mod elements;
mod inlines;
mod left_out;
mod lists;
mod names;
mod note_text;
mod notes;
mod page;
mod paragraphs;
mod parse;
mod pictures;
mod reader;
mod style;
mod tables;
mod title;
mod tree;
mod word;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};
use url::Url;

use super::Refused;
use super::archive::Damaged;
use super::beside::Beside;
use super::styled::Styled;
use super::text::{self, Foreign};
use crate::import::unsure::Unsure;
use notes::Notes;
use page::Page;
use reader::Reader;
use tree::Element;

/// The endings of names that promise such a file.
const ENDINGS: [&str; 5] = ["html", "htm", "xhtml", "xht", "shtml"];

/// What a page begins with, in small letters, after what may stand before it.
const BEGINNINGS: [&str; 7] = ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<base"];

/// Opens a file; none where it is of another kind.
pub fn open(path: &str, bytes: &[u8]) -> Option<Result<Styled, Refused>> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_named = ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending));
    let head = text::head(bytes)?.to_lowercase();
    let begins = begins(&head);
    // A plain text may be called so, and has no tags.
    let is_page = begins || (is_named && has_tags(&head) && Foreign::of(path, bytes).is_none());
    if !is_page {
        return None;
    }
    Some(decoded(path, bytes).and_then(|(text, guessed)| {
        read(path, &text, guessed).map_err(|Damaged(why)| Refused::Damaged {
            path: path.to_owned(),
            form: "a web page",
            help: "Open it in a browser or a word processor, save the text that you need as a new file",
            why,
        })
    }))
}

/// Whether a file is a page by its first words.
fn begins(head: &str) -> bool {
    let mut rest = head.trim_start();
    loop {
        let (start, end) = match rest {
            _ if rest.starts_with("<!--") => ("<!--", "-->"),
            _ if rest.starts_with("<?xml") => ("<?xml", "?>"),
            _ => break,
        };
        match rest.get(start.len()..).and_then(|inner| inner.split_once(end)) {
            Some((_, after)) => rest = after.trim_start(),
            // A long comment.
            None => break,
        }
    }
    BEGINNINGS.iter().any(|start| rest.starts_with(start))
        || (rest.starts_with("<!doctype") && rest.contains("<html"))
}

fn has_tags(head: &str) -> bool {
    head.match_indices('<').any(|(at, _)| {
        let after = head.get(at + 1..).unwrap_or_default();
        after.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) && after.contains('>')
    })
}

/// The text of a file: as its byte order mark says, as it says itself, or as its bytes show; with the name of an encoding that was guessed.
fn decoded(path: &str, bytes: &[u8]) -> Result<(String, Option<&'static str>), Refused> {
    let is_marked = bytes.starts_with(b"\xEF\xBB\xBF")
        || bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF");
    // What is named in bytes of ASCII is in no encoding of pairs.
    let may_be =
        |named: &&'static Encoding| *named != UTF_8 && (named.is_ascii_compatible() || *named == ISO_2022_JP);
    let named = charset::named(bytes).filter(|named| !is_marked && may_be(named));
    match named.and_then(|named| text::decode_as(named, bytes)) {
        Some(text) => Ok((text, None)),
        None => match text::decode_bytes(path, bytes) {
            Ok(text) => Ok((text, None)),
            // Old pages do not say that they are in the encoding of their region, as browsers knew it.
            Err(refused) => {
                let guessed = text::guess(bytes).ok_or(refused)?;
                Ok((guessed.0, Some(guessed.1)))
            }
        },
    }
}

fn read(path: &str, text: &str, guessed: Option<&str>) -> Result<Styled, Damaged> {
    let head = text.get(..text.floor_char_boundary(2048)).unwrap_or_default();
    let is_xml = head.trim_start().starts_with("<?xml") || head.contains("http://www.w3.org/1999/xhtml");
    let tree = parse::parse(text, is_xml)?;
    let root = tree.root();
    let mut reader = Reader::new(Page::of(&tree), Notes::of(&tree), Beside::of(path));
    let all = |name: &'static str| root.all().filter(move |node| node.name() == name);
    let meta = |said: &str| {
        let is_said = |node: &Element<'_>| {
            ["name", "http-equiv"]
                .iter()
                .any(|name| node.attribute(name).is_some_and(|name| name.eq_ignore_ascii_case(said)))
        };
        all("meta").find(is_said).and_then(|meta| meta.attribute("content"))
    };
    let lang = all("html").find_map(|html| html.attribute("lang").or(html.attribute("xml:lang")));
    let lang = lang.or_else(|| meta("content-language").and_then(|said| said.split(',').next()));
    reader.lang = lang.map(str::trim).filter(|lang| !lang.is_empty()).map(Into::into);
    let base = all("base").find_map(|base| base.attribute("href"));
    reader.base = base.and_then(|base| Url::parse(base.trim()).ok());
    reader.is_of_word =
        meta("generator").is_some_and(|said| said.to_ascii_lowercase().starts_with("microsoft word"));
    if let Some(guessed) = guessed {
        let why = format!(
            "the file does not say its encoding, and was read as {guessed}; if letters are wrong, save it as UTF-8"
        );
        reader.out.unsure.push(Unsure::new(0..0, why));
    }
    let window = reader.window(root);
    reader.read(root)?;
    reader.name(window);
    reader.out.finish(path)
}
