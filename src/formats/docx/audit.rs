//! What is wrong in a Word file: ours, or that of another program.
//!
//! In: the bytes of a file. Out: that it cannot be read, or the characters in it that nobody sees, each at its paragraph. Of our own file
//! it is also asked what the program claims of it: that a claim is not true is a fault of the program, and an error.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::ops::Range;
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use zip::ZipArchive;

use crate::finding::{Finding, Place, Severity};
use crate::hidden;
use crate::import;
use crate::source::Source;
use crate::xml::{self, Visitor};

/// Audits a file; `path` is how findings name it.
pub fn audit(path: &str, bytes: &[u8]) -> Vec<Finding> {
    let why = match import::shown_text(path, bytes) {
        Some(Ok(shown)) => {
            let mut findings = Vec::new();
            // By this sign the text has the ends of lines within a paragraph.
            let shown = Source::new(path, shown.text().replace('\u{2028}', " "));
            hidden::check(&Arc::new(shown), &mut findings);
            return findings;
        }
        Some(Err(refused)) => refused.to_string(),
        None => format!("{path} is no Word document"),
    };
    let why = why.trim_end_matches('.').to_owned();
    let finding = Finding::new("book/broken-word-file", Severity::Error, Place::File(path.into()), why);
    vec![finding.help("Open it in a word processor, and save it again as .docx.")]
}

/// Audits a file of our own.
///
/// # Errors
/// When something is not as it is claimed: parts that are XML, a language, pictures with a description or marked as
/// decoration, links and notes that lead somewhere, ids that stand once.
pub fn own(path: &str, bytes: &[u8]) -> Result<()> {
    let fault = || format!("{path} is not what it should be; this is a fault of curbcut");
    let parts = parts(bytes).with_context(fault)?;
    judge(&parts).with_context(fault)
}

/// The parts of XML of a file, by their names.
fn parts(bytes: &[u8]) -> Result<BTreeMap<String, String>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        let name = file.name().to_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut part = String::new();
            file.read_to_string(&mut part)?;
            parts.insert(name, part);
        } else {
            parts.insert(name, String::new());
        }
    }
    Ok(parts)
}

fn judge(parts: &BTreeMap<String, String>) -> Result<()> {
    let read = |name: &str| -> Result<Seen> {
        let mut seen = Seen::default();
        let part = parts.get(name).with_context(|| format!("the part {name} is missing"))?;
        xml::read(part, &mut seen).with_context(|| format!("the part {name} is no XML"))?;
        Ok(seen)
    };
    let is_xml = |name: &&String| name.ends_with(".xml") || name.ends_with(".rels");
    parts.keys().filter(is_xml).try_for_each(|name| read(name).map(drop))?;
    let core = read("docProps/core.xml")?;
    ensure!(core.elements.contains("dc:language"), "it says no language");
    let (text, notes) = (read("word/document.xml")?, read("word/footnotes.xml")?);
    ensure!(text.repeated.is_empty(), "ids stand twice: {:?}", text.repeated);
    let places: BTreeSet<&String> = text.places.iter().chain(&notes.places).collect();
    let lost = text.anchors.iter().chain(&notes.anchors).find(|anchor| !places.contains(anchor));
    ensure!(lost.is_none(), "a link leads to {lost:?}, which is nowhere");
    let lost = text.notes.iter().find(|note| !notes.notes.contains(*note));
    ensure!(lost.is_none(), "the note {lost:?} is marked and missing");
    for (part, seen) in [("document", &text), ("footnotes", &notes)] {
        ensure!(
            seen.bare_pictures == 0,
            "{part}: {} pictures have no description and are no decoration",
            seen.bare_pictures
        );
        if seen.relations.is_empty() {
            continue;
        }
        let known = read(&format!("word/_rels/{part}.xml.rels"))?;
        let lost = seen.relations.iter().find(|id| !known.ids.contains(*id));
        ensure!(lost.is_none(), "{part}: the relation {lost:?} is missing");
        let lost = known.targets.iter().find(|target| !parts.contains_key(&format!("word/{target}")));
        ensure!(lost.is_none(), "{part}: the file {lost:?} is missing");
    }
    Ok(())
}

/// What a part holds.
#[derive(Default)]
struct Seen {
    elements: BTreeSet<String>,
    attributes: BTreeMap<String, String>,
    places: BTreeSet<String>,
    anchors: BTreeSet<String>,
    notes: BTreeSet<String>,
    /// The relations that it uses, those that it lists, and the files that these lead to.
    relations: BTreeSet<String>,
    ids: BTreeSet<String>,
    targets: BTreeSet<String>,
    once: BTreeSet<(String, String)>,
    repeated: Vec<(String, String)>,
    /// Pictures without words that are not known as decoration, so far.
    bare_pictures: usize,
}

impl Visitor for Seen {
    fn attribute(&mut self, name: &str, value: &str) {
        self.attributes.insert(name.to_owned(), value.to_owned());
    }

    fn start(&mut self, name: &str, _: Range<usize>) {
        let said = std::mem::take(&mut self.attributes);
        let get = |name: &str| said.get(name).cloned();
        self.relations.extend(["r:id", "r:embed"].into_iter().filter_map(get));
        let once = match name {
            "w:bookmarkStart" => {
                self.places.extend(get("w:name"));
                get("w:id")
            }
            "w:hyperlink" => {
                self.anchors.extend(get("w:anchor"));
                None
            }
            "w:footnoteReference" => {
                self.notes.extend(get("w:id"));
                get("w:id")
            }
            "w:footnote" => {
                self.notes.extend(get("w:id"));
                None
            }
            "wp:docPr" => {
                self.bare_pictures += usize::from(get("descr").is_none_or(|words| words.is_empty()));
                get("id")
            }
            "adec:decorative" => {
                self.bare_pictures = self.bare_pictures.saturating_sub(1);
                None
            }
            "Relationship" => {
                self.ids.extend(get("Id"));
                self.targets.extend(get("Target").filter(|_| !said.contains_key("TargetMode")));
                None
            }
            _ => None,
        };
        if let Some(id) = once
            && !self.once.insert((name.to_owned(), id.clone()))
        {
            self.repeated.push((name.to_owned(), id));
        }
        self.elements.insert(name.to_owned());
    }
}
