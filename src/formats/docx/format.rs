//! The place of Word files in the list of formats.

use std::path::Path;

use anyhow::{Result, anyhow};
use serde::Deserialize;

use super::pictures::{Prints, Shelf};
use super::properties::Properties;
use super::writer::Writer;
use super::{NAME, audit};
use crate::address::Address;
use crate::audit::Allow;
use crate::check::Ledger;
use crate::config::Config;
use crate::finding::{Finding, MakeError};
use crate::formats::{
    Audits, Download, Finished, Format, Job, Labels, Made, Maker, Material, beside_page, version,
};
use crate::lang::Lang;
use crate::languages::{FALLBACK_BEGINS, FALLBACK_ENDS};
use crate::library::Library;

/// The format.
pub struct Word;

/// The table `[docx]` of `book.toml`. Word files are made for those who ask for them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Settings {
    /// Whether every version of every document becomes a Word file.
    documents: bool,
}

impl Format for Word {
    fn name(&self) -> &'static str {
        NAME
    }

    fn makes(&self) -> &'static str {
        "The Word files, where book.toml asks for them"
    }

    fn file(&self) -> &'static str {
        "Word file"
    }

    fn is_usual(&self) -> bool {
        false
    }

    fn jobs<'a>(&self, library: &'a Library, _: &'a [Lang]) -> Result<Vec<Job<'a>>, Finding> {
        let wanted = library.config.formats.read::<Settings>(NAME)?.documents;
        Ok(if wanted { version::jobs(library) } else { Vec::new() })
    }

    fn address(&self, library: &Library, job: Job<'_>) -> Address {
        beside_page(library, job, NAME)
    }

    fn audits(&self) -> Audits {
        // A folder holds Word files that were attached, and are judged by nobody.
        Audits { called: "Word file", endings: &[".docx"], in_folders: false }
    }

    fn audit(&self, names: &[String], files: &Finished, _: &Allow) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        for name in names {
            findings.extend(audit::audit(name, &files.bytes(name)?));
        }
        Ok(findings)
    }
}

impl Download for Word {
    fn settings(&self, config: &Config) -> Result<(), Finding> {
        config.formats.read::<Settings>(NAME).map(drop)
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }

    fn labels(&self) -> Labels {
        Labels { offer: "download-docx", preview: "desk-docx" }
    }

    fn title(&self, library: &Library, job: Job<'_>) -> String {
        version::title(library, job)
    }

    fn may_have_made(&self, path: &str) -> bool {
        path.ends_with(".docx")
    }

    fn same_name(&self) -> (&'static str, &'static str) {
        ("content/same-address", "a Word file that is made from these texts has the same name")
    }

    fn has_own_look(&self, _: &Path, _: Option<&str>) -> bool {
        false
    }

    fn maker<'a>(&self, material: Material<'a>) -> Result<Box<dyn Maker<'a> + 'a>> {
        Ok(Box::new(Files { material, prints: Prints::default() }))
    }
}

/// Makes Word files.
struct Files<'a> {
    material: Material<'a>,
    /// The pictures that are ready for all files.
    prints: Prints,
}

impl<'a> Maker<'a> for Files<'a> {
    fn make(&self, job: Job<'a>) -> Result<Made, MakeError> {
        let renderer = self.material.renderer;
        let (work, easy) = match job {
            Job::Official(work) => (work, None),
            Job::EasyRead(work, easy) => (work, Some(easy)),
            _ => return Err(anyhow!("no Word file is made of this").into()),
        };
        // What says no language holds no marks of words in another one.
        let title = Word.title(renderer.library, job).replace([FALLBACK_BEGINS, FALLBACK_ENDS], "");
        let properties = Properties::of(work, easy, title, renderer, self.material.modified);
        let shelf = Shelf { pictures: self.material.pictures, ready: &self.prints };
        let mut writer = Writer::new(renderer, easy.unwrap_or(&work.official), shelf);
        version::write(&mut writer, job);
        let has_unprinted = writer.embedded.has_unprinted;
        let bytes = writer.finish(&properties)?;
        let statement = if has_unprinted { "docx-statement-drawings" } else { "docx-statement" };
        Ok(Made {
            bytes,
            statement: renderer.labels(&job.lang()).get(statement).to_owned(),
            headings: Vec::new(),
            book: None,
        })
    }

    fn audit(&self, job: Job<'a>, made: &Made, _: &Allow, _: &Ledger) -> Result<Vec<Finding>> {
        let address = Word.address(self.material.renderer.library, job);
        audit::own(address.path(), &made.bytes).map(|()| Vec::new())
    }
}
