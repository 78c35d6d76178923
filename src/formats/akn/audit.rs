//! What is wrong in a file of Akoma Ntoso: ours, or that of another program.
//!
//! In: the text of a file. Out: that it is no XML, that it is no Akoma Ntoso 3.0, ids that stand twice, links to parts that are not there.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context as _, Result, ensure};

use super::SPACE;
use crate::finding::{Finding, Place, Severity};
use crate::xml::{self, Visitor};

/// Audits a file; `path` is how findings name it.
pub fn audit(path: &str, bytes: &[u8]) -> Vec<Finding> {
    let Err(why) = judge(bytes) else { return Vec::new() };
    let why = format!("{why:#}");
    let finding = Finding::new("book/broken-akn", Severity::Error, Place::File(path.into()), why);
    vec![finding.help("Make it again with the program that it comes from.")]
}

/// Audits a file of our own.
///
/// # Errors
/// When something is wrong in it.
pub fn own(path: &str, bytes: &[u8]) -> Result<()> {
    judge(bytes).with_context(|| format!("{path} is not what it should be; this is a fault of curbcut"))
}

fn judge(bytes: &[u8]) -> Result<()> {
    let text = str::from_utf8(bytes).context("the file is not in UTF-8")?;
    let mut seen = Seen::default();
    xml::read(text, &mut seen).context("the file is no XML")?;
    ensure!(seen.root == "akomaNtoso", "the file begins with “{}” and not with “akomaNtoso”", seen.root);
    ensure!(seen.space == SPACE, "the file is not in the namespace of Akoma Ntoso 3.0");
    ensure!(seen.has_language, "no part of the file says its language");
    ensure!(seen.repeated.is_empty(), "ids stand twice: {:?}", seen.repeated);
    let lost = seen.led_to.iter().find(|id| !seen.ids.contains(*id));
    ensure!(lost.is_none(), "a link leads to {lost:?}, which is nowhere");
    Ok(())
}

#[derive(Default)]
struct Seen {
    root: String,
    space: String,
    has_language: bool,
    ids: BTreeSet<String>,
    repeated: Vec<String>,
    led_to: BTreeSet<String>,
}

impl Visitor for Seen {
    fn attribute(&mut self, name: &str, value: &str) {
        match name {
            "xmlns" => value.clone_into(&mut self.space),
            "xml:lang" => self.has_language = true,
            "eId" if !self.ids.insert(value.to_owned()) => self.repeated.push(value.to_owned()),
            "href" | "source" => self.led_to.extend(value.strip_prefix('#').map(str::to_owned)),
            _ => {}
        }
    }

    fn start(&mut self, name: &str, _: Range<usize>) {
        if self.root.is_empty() {
            name.clone_into(&mut self.root);
        }
    }
}
