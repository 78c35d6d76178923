//! Links, and the other relations of a part: to pictures, and to the parts that belong to the text.
//!
//! In: where words lead. Out: a link to a place of the file, or to an address on the web. Words that lead to a page whose address nobody
//! knows are words.

use std::collections::HashMap;

use super::places;
use super::writer::Writer;
use crate::formats::version::leads_to;
use crate::library::Target;
use crate::render::html::PAGE_ID;
use crate::xml;

/// What the types of relations begin with.
const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The parts that belong to the text, with the names of their relations.
const PARTS: [&str; 7] = ["styles", "settings", "fontTable", "theme", "numbering", "footnotes", "footer"];

/// The relations of a part.
#[derive(Debug, Default)]
pub struct Relations {
    all: Vec<(&'static str, String)>,
    known: HashMap<(&'static str, String), String>,
}

impl Relations {
    /// Those that the text has to the parts that belong to it.
    pub fn of_text() -> Self {
        let mut relations = Self::default();
        PARTS.into_iter().for_each(|part| _ = relations.id(part, &format!("{part}.xml")));
        relations
    }

    /// The id of the relation to a target.
    pub fn id(&mut self, kind: &'static str, target: &str) -> String {
        let key = (kind, target.to_owned());
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        self.all.push(key.clone());
        let id = format!("rId{}", self.all.len());
        self.known.insert(key, id.clone());
        id
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The part that lists them.
    pub fn part(&self) -> String {
        let all = self.all.iter().map(|(kind, target)| (format!("{TYPE}{kind}"), target.as_str()));
        list(all)
    }
}

/// A part that lists relations, by their types and targets.
pub fn list<'t>(relations: impl Iterator<Item = (String, &'t str)>) -> String {
    let mut out = xml::Writer::begin();
    out.open("Relationships", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")]);
    for ((kind, target), number) in relations.zip(1..) {
        let id = format!("rId{number}");
        let mut attributes = vec![("Id", id.as_str()), ("Type", &kind), ("Target", target)];
        if kind.ends_with("/hyperlink") {
            attributes.push(("TargetMode", "External"));
        }
        out.empty("Relationship", &attributes);
    }
    out.close("Relationships");
    out.finish()
}

/// Where words lead.
pub enum Leads {
    /// To a place of the file, by its id on the page.
    Here(String),
    /// To an address.
    Away(String),
}

impl Writer<'_> {
    /// Where a target of the text leads; `None` where words are all there is. The beginning of a printed page becomes a place.
    pub fn leads(&mut self, target: &str) -> Option<Leads> {
        let document = self.document;
        match self.renderer.library.resolve(document, target) {
            Target::Page { text, fragment: Some(fragment) } if std::ptr::eq(text, document) => {
                Some(Leads::Here(fragment.into_owned()))
            }
            Target::Fragment(fragment) => Some(Leads::Here(fragment.into_owned())),
            Target::PageBreak(page) => {
                self.place(&format!("{PAGE_ID}{page}"));
                None
            }
            target => leads_to(self.renderer, document, target).map(Leads::Away),
        }
    }

    /// Makes what comes next a place that links lead to.
    pub fn place(&mut self, id: &str) {
        match &mut self.paragraph {
            None => self.anchors.push(id.to_owned()),
            Some(_) => {
                self.flush();
                let Self { paragraph: Some(paragraph), places, .. } = self else { return };
                places::write(&mut paragraph.runs, places, id);
            }
        }
    }

    /// Writes words that lead somewhere.
    pub fn link(&mut self, leads: Option<Leads>, write: impl FnOnce(&mut Self)) {
        let attribute = match leads {
            None => return write(self),
            Some(Leads::Here(id)) => {
                let name = places::name(&id);
                self.led_to.insert(id);
                ("w:anchor", name)
            }
            Some(Leads::Away(address)) => ("r:id", self.relations().id("hyperlink", &address)),
        };
        self.open();
        self.flush();
        let before = std::mem::replace(&mut self.open().runs, xml::Writer::piece());
        self.with(|look| look.style = Some("Hyperlink"), write);
        self.flush();
        let inside = std::mem::replace(&mut self.open().runs, before);
        if inside.is_empty() {
            return;
        }
        let runs = &mut self.open().runs;
        let (name, value) = &attribute;
        runs.open("w:hyperlink", &[(*name, value.as_str())]);
        runs.add(&inside);
        runs.close("w:hyperlink");
    }
}
