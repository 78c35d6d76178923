//! The place of plain text in the list of formats.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::{NAME, Writer, audit, width};
use crate::address::Address;
use crate::audit::Allow;
use crate::check::Ledger;
use crate::config::Config;
use crate::finding::{Finding, MakeError};
use crate::formats::discovery::ROBOTS;
use crate::formats::{
    Audits, Download, Finished, Format, Job, Labels, Made, Maker, Material, beside_page, version,
};
use crate::lang::Lang;
use crate::languages::{FALLBACK_BEGINS, FALLBACK_ENDS};
use crate::library::Library;

/// The format.
pub struct PlainText;

/// The table `[text]` of `book.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Settings {
    /// Whether every version of every document becomes a text file.
    documents: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { documents: true }
    }
}

impl Format for PlainText {
    fn name(&self) -> &'static str {
        NAME
    }

    fn makes(&self) -> &'static str {
        "The plain-text files"
    }

    fn file(&self) -> &'static str {
        "text file"
    }

    fn jobs<'a>(&self, library: &'a Library, _: &'a [Lang]) -> Result<Vec<Job<'a>>, Finding> {
        let wanted = library.config.formats.read::<Settings>(NAME)?.documents;
        Ok(if wanted { version::jobs(library) } else { Vec::new() })
    }

    fn address(&self, library: &Library, job: Job<'_>) -> Address {
        beside_page(library, job, "txt")
    }

    fn audits(&self) -> Audits {
        // A folder holds text files that are no documents, such as licences.
        Audits { called: "text file", endings: &[".txt"], in_folders: false }
    }

    fn audit(&self, names: &[String], files: &Finished, _: &Allow) -> Result<Vec<Finding>> {
        let audit = |name: &String| Ok(audit::audit(name, &files.bytes(name)?));
        Ok(names.iter().map(audit).collect::<Result<Vec<_>>>()?.concat())
    }
}

impl Download for PlainText {
    fn settings(&self, config: &Config) -> Result<(), Finding> {
        config.formats.read::<Settings>(NAME).map(drop)
    }

    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn labels(&self) -> Labels {
        Labels { offer: "download-text", preview: "desk-text" }
    }

    fn title(&self, library: &Library, job: Job<'_>) -> String {
        version::title(library, job)
    }

    fn may_have_made(&self, path: &str) -> bool {
        // Files of a theme, and what crawlers are told, are part of the pages.
        path.ends_with(".txt") && !path.starts_with("assets/") && path != ROBOTS
    }

    fn same_name(&self) -> (&'static str, &'static str) {
        ("content/same-address", "a text file that is made from these texts has the same name")
    }

    fn has_own_look(&self, _: &Path, _: Option<&str>) -> bool {
        false
    }

    fn maker<'a>(&self, material: Material<'a>) -> Result<Box<dyn Maker<'a> + 'a>> {
        Ok(Box::new(Texts { material }))
    }
}

/// Makes text files.
struct Texts<'a> {
    material: Material<'a>,
}

impl<'a> Maker<'a> for Texts<'a> {
    fn make(&self, job: Job<'a>) -> Result<Made, MakeError> {
        let renderer = self.material.renderer;
        let document = PlainText.texts(job).pop().context("no text file is made of this")?;
        let mut writer = Writer::new(renderer, document);
        version::write(&mut writer, job);
        let text = writer.finish();
        let statement = match text.has_silent_pictures {
            true => "text-statement-silent-pictures",
            false => "text-statement",
        };
        Ok(Made {
            // Plain text cannot say in which language words are.
            bytes: text.text.replace([FALLBACK_BEGINS, FALLBACK_ENDS], "").into_bytes(),
            statement: renderer.labels(&job.lang()).get(statement).to_owned(),
            headings: text.headings,
            book: None,
        })
    }

    fn audit(&self, job: Job<'a>, made: &Made, _: &Allow, _: &Ledger) -> Result<Vec<Finding>> {
        let library = self.material.renderer.library;
        let address = PlainText.address(library, job);
        let texts = job.works(library).into_iter();
        let mut sources: Vec<&str> = texts
            .flat_map(|work| std::iter::once(&work.official).chain(&work.easy_read))
            .map(|text| text.source.text())
            .collect();
        sources.extend(library.glossary(&job.lang()).map(|glossary| glossary.source.text()));
        sources.extend(library.config.check.source.as_ref().map(|source| source.text()));
        audit::own(address.path(), &made.bytes, &sources, width(&job.lang()), &made.headings)
    }
}
