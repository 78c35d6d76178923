//! What a file says, and what is read back from the Markdown that was made of it, by other readers than those of the import:
//! both must be the same characters.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use curbcut::import::{Destination, Imported};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use roxmltree::{Document, Node};
use serde_yaml::Value;
use zip::ZipArchive;

/// How often each character stands in a text.
type Characters = BTreeMap<char, usize>;

/// The signs of items, which Markdown has one of for all.
const BULLETS: &str = "•▪◦○–-*+";

fn count(text: &str) -> Characters {
    let mut counts = Characters::new();
    for c in text.chars().filter(|c| !c.is_whitespace() && !BULLETS.contains(*c)) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => {
            let units: Vec<u16> = rest.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        _ => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// The words of a part, whatever they are: shown, hidden, deleted, a comment. Of alternatives one is taken; the alternative text
/// of pictures is words.
fn words(node: Node<'_, '_>, out: &mut String) {
    for child in node.children().filter(Node::is_element) {
        match child.tag_name().name() {
            "t" | "delText" => out.push_str(child.text().unwrap_or_default()),
            "AlternateContent" => {
                let choice =
                    child.children().find(|it| it.attribute("Requires").is_some_and(|it| it != "future"));
                let fallback = || child.children().find(|it| it.tag_name().name() == "Fallback");
                if let Some(taken) = choice.or_else(fallback) {
                    words(taken, out);
                }
            }
            "docPr" | "shape" => {
                let is_decorative = child.descendants().any(|it| it.tag_name().name() == "decorative");
                let said = child.attribute("descr").or(child.attribute("title")).or(child.attribute("alt"));
                out.push_str(said.filter(|_| !is_decorative).unwrap_or_default());
                words(child, out);
            }
            _ => words(child, out),
        }
    }
}

/// The words of a file.
pub fn of_file(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().to_owned();
        let parts = ["document", "text2", "header", "footer", "footnotes", "endnotes", "comments"];
        let base = name.rsplit('/').next().unwrap();
        if !base.ends_with(".xml") || !parts.iter().any(|part| base.starts_with(part)) {
            continue;
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        words(Document::parse(&decoded(&bytes)).unwrap().root(), &mut out);
    }
    out
}

/// The words of HTML.
fn of_html(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        rest = after.split_once('>').unwrap_or((after, "")).1;
    }
    out.push_str(rest);
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The words of the body of a text of Markdown, with its numbers.
fn of_markdown(body: &str) -> String {
    let mut out = String::new();
    let mut text = String::new();
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Item) => {
                out.push_str(body[range].split_whitespace().next().unwrap_or_default())
            }
            Event::Start(Tag::Image { title, .. }) => text.push_str(&title),
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::Html(part) => text.push_str(&of_html(&part)),
            Event::InlineHtml(part) => text.push_str(&of_html(&part)),
            Event::End(TagEnd::Paragraph) => {
                // The word that makes a paragraph the caption of a table.
                let marked = ["表: ", "Table: ", "جدول: ", "Tableau: "]
                    .iter()
                    .find_map(|mark| text.strip_prefix(mark));
                out.push_str(marked.unwrap_or(&text));
                text.clear();
            }
            Event::End(
                TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell | TagEnd::HtmlBlock | TagEnd::CodeBlock,
            ) => {
                out.push_str(&text);
                text.clear();
            }
            _ => {}
        }
    }
    out + &text
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The strings of front matter, without blanks; those of a list as one.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![squeezed(text)],
        Value::Sequence(items) => vec![items.iter().flat_map(strings).collect()],
        Value::Mapping(map) => map.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// What is more in one than in the other.
fn more(one: &Characters, other: &Characters) -> Vec<(char, usize)> {
    let left = |(c, n): (&char, &usize)| (*c, n.saturating_sub(other.get(c).copied().unwrap_or(0)));
    one.iter().map(left).filter(|(_, n)| *n > 0).collect()
}

/// Proves that nothing of a file is lost: each character of it stands in the shown text, each of that has one destination, and
/// what went into the Markdown is read back from it.
pub fn prove(imported: &Imported, file: &[u8], name: &str) {
    prove_words(imported, &of_file(file), name);
}

/// The same, where the words of the file are known.
pub fn prove_words(imported: &Imported, words: &str, name: &str) {
    let text = imported.source.text();
    assert_eq!(more(&count(words), &count(text)), [], "{name}: not in the text that is shown: {text}");

    let front = imported.markdown.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap().0;
    let front = strings(&serde_yaml::from_str(front).unwrap());
    let mut at = 0;
    let (mut written, mut marks) = (String::new(), String::new());
    for entry in imported.ledger.entries() {
        let range = entry.span.range();
        assert!(range.start >= at, "{name}: two destinations for {:?}", &text[range.start..at]);
        assert_eq!(text[at..range.start].trim(), "", "{name}: no destination");
        at = range.end;
        let said = &text[range];
        match &entry.destination {
            Destination::Paragraph(_) | Destination::Note(_) => written.push_str(said),
            Destination::Dropped(reason) => assert!(!reason.is_empty()),
            Destination::Field(key) => {
                let said = squeezed(said);
                assert!(
                    front.iter().any(|value| value.contains(&said)),
                    "{name}: {key} lacks {said} in {front:?}"
                );
            }
            Destination::Mark { .. } => marks.push_str(said),
            Destination::NoteLabel(_) => {}
        }
    }
    assert_eq!(text[at..].trim(), "", "{name}: no destination");

    let body = imported.markdown.split_once("\n---\n").unwrap().1;
    let (read, without, with) = (count(&of_markdown(body)), count(&written), count(&(written + &marks)));
    // A table of HTML has the marks of notes as words.
    let lost = (more(&without, &read), more(&read, &with));
    assert_eq!(lost, (vec![], vec![]), "{name}: lost, added: {body}");
}
