//! The place of files of Akoma Ntoso in the list of formats, and how one is put together.

use std::path::Path;

use anyhow::{Result, anyhow};
use serde::Deserialize;

use super::collect::Collector;
use super::ids::Names;
use super::shape::Shaper;
use super::tree::{self, Element, Node};
use super::{ENDING, NAME, SPACE, audit, meta};
use crate::address::Address;
use crate::audit::Allow;
use crate::check::Ledger;
use crate::config::Config;
use crate::document::Document;
use crate::finding::{Finding, MakeError};
use crate::formats::{
    Audits, Download, Finished, Format, Job, Labels, Made, Maker, Material, beside_page, version,
};
use crate::lang::{Lang, TextDirection};
use crate::library::Library;
use crate::xml;

/// The format.
pub struct AkomaNtoso;

/// The table `[akn]` of `book.toml`. Such files are made for those who ask for them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Settings {
    /// Whether every version of every document becomes a file of Akoma Ntoso.
    documents: bool,
}

impl Format for AkomaNtoso {
    fn name(&self) -> &'static str {
        NAME
    }

    fn makes(&self) -> &'static str {
        "The files of Akoma Ntoso, where book.toml asks for them"
    }

    fn file(&self) -> &'static str {
        "Akoma Ntoso file"
    }

    fn is_usual(&self) -> bool {
        false
    }

    fn jobs<'a>(&self, library: &'a Library, _: &'a [Lang]) -> Result<Vec<Job<'a>>, Finding> {
        let wanted = library.config.formats.read::<Settings>(NAME)?.documents;
        Ok(if wanted { version::jobs(library) } else { Vec::new() })
    }

    fn address(&self, library: &Library, job: Job<'_>) -> Address {
        beside_page(library, job, ENDING)
    }

    fn audits(&self) -> Audits {
        // A folder holds files that were attached, and are judged by nobody.
        Audits { called: "Akoma Ntoso file", endings: &[".akn.xml"], in_folders: false }
    }

    fn audit(&self, names: &[String], files: &Finished, _: &Allow) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        for name in names {
            findings.extend(audit::audit(name, &files.bytes(name)?));
        }
        Ok(findings)
    }
}

impl Download for AkomaNtoso {
    fn settings(&self, config: &Config) -> Result<(), Finding> {
        config.formats.read::<Settings>(NAME).map(drop)
    }

    fn media_type(&self) -> &'static str {
        "application/akn+xml"
    }

    fn labels(&self) -> Labels {
        Labels { offer: "download-akn", preview: "desk-akn" }
    }

    fn title(&self, library: &Library, job: Job<'_>) -> String {
        version::title(library, job)
    }

    fn may_have_made(&self, path: &str) -> bool {
        path.ends_with(".akn.xml")
    }

    fn same_name(&self) -> (&'static str, &'static str) {
        ("content/same-address", "a file of Akoma Ntoso that is made from these texts has the same name")
    }

    fn has_own_look(&self, _: &Path, _: Option<&str>) -> bool {
        false
    }

    fn maker<'a>(&self, material: Material<'a>) -> Result<Box<dyn Maker<'a> + 'a>> {
        Ok(Box::new(Files { material }))
    }
}

/// Makes files.
struct Files<'a> {
    material: Material<'a>,
}

impl<'a> Maker<'a> for Files<'a> {
    fn make(&self, job: Job<'a>) -> Result<Made, MakeError> {
        let renderer = self.material.renderer;
        let (work, document) = match job {
            Job::Official(work) => (work, &*work.official),
            Job::EasyRead(work, easy) => (work, easy),
            _ => return Err(anyhow!("no file of Akoma Ntoso is made of this").into()),
        };
        let mut collector = Collector::new(renderer, document);
        version::write(&mut collector, job);
        let zones = collector.finish();
        let meta = meta::meta(renderer, work, document, self.material.modified);
        let file = file(zones, meta, meta::form(work, document.version), document);
        Ok(Made {
            bytes: file.into_bytes(),
            statement: renderer.labels(&job.lang()).get("akn-statement").to_owned(),
            headings: Vec::new(),
            book: None,
        })
    }

    fn audit(&self, job: Job<'a>, made: &Made, _: &Allow, _: &Ledger) -> Result<Vec<Finding>> {
        let address = AkomaNtoso.address(self.material.renderer.library, job);
        audit::own(address.path(), &made.bytes).map(|()| Vec::new())
    }
}

/// Puts the parts of a file together.
fn file(
    zones: [Vec<Node>; 5],
    meta: Element,
    form: (&'static str, &'static str),
    document: &Document,
) -> String {
    let shaper = Shaper { direction: document.lang.direction() };
    let (name, kind) = form;
    let is_act = name == "act";
    let [cover, preface, preamble, body, conclusions] = zones;
    let parts = [
        ("coverPage", shaper.said(cover)),
        ("preface", shaper.preface(preface)),
        ("preamble", shaper.preamble(preamble)),
        (if is_act { "body" } else { "mainBody" }, shaper.text(body, is_act)),
        ("conclusions", shaper.said(conclusions)),
    ];
    let mut children: Vec<Node> = Vec::new();
    for (name, inside) in parts {
        if !inside.is_empty() {
            let mut part = Element::new(name).with("xml:lang", document.lang.as_str());
            if shaper.direction == TextDirection::Rtl {
                part = part.with("style", "direction: rtl");
            }
            children.push(part.holding(inside).into());
        }
    }
    let mut names = Names::default();
    names.name(&mut children, "");
    names.lead(&mut children);
    children.insert(0, meta.into());
    let root = Element::new(name).with("name", kind).with("contains", "originalVersion").holding(children);
    let mut out = xml::Writer::begin();
    tree::write(&mut out, &Element::new("akomaNtoso").with("xmlns", SPACE).holding(vec![root.into()]), false);
    out.finish()
}
