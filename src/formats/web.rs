//! The pages of the site, as HTML.
//!
//! In: the library and the templates. Out: every page, audited, and the report of results. How a page is written stands in
//! [`render`](crate::render).

pub mod attachments;
mod build;
pub mod html_files;
pub mod redirects;
mod style_sheets;

use anyhow::Result;
use rayon::prelude::*;

use super::{Audits, Beside, Finished, Format, Job};
use crate::address::Address;
use crate::audit::style_sheets::{self as sheets, is_style_sheet};
use crate::audit::{self, Allow, Page, PageAudit};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::library::Library;
use crate::render;

pub use build::{HEARD_ENDING, Pages, audited, tell_once};

/// The format.
pub struct Web;

impl Format for Web {
    fn name(&self) -> &'static str {
        "site"
    }

    fn makes(&self) -> &'static str {
        "The pages"
    }

    fn file(&self) -> &'static str {
        "page"
    }

    fn jobs<'a>(&self, library: &'a Library, languages: &'a [Lang]) -> Result<Vec<Job<'a>>, Finding> {
        Ok(render::jobs(library, languages))
    }

    fn address(&self, library: &Library, job: Job<'_>) -> Address {
        render::address(library, job)
    }

    fn audits(&self) -> Audits {
        Audits { called: "HTML file", endings: &[".html", ".htm", ".xhtml"], in_folders: true }
    }

    fn audit(&self, names: &[String], files: &Finished, allow: &Allow) -> Result<Vec<Finding>> {
        let alone = matches!(files.beside, Beside::OnDisk).then(|| allow.clone().alone());
        let allow = alone.as_ref().unwrap_or(allow);
        let pages = names.par_iter().map(|name| {
            let html = files.page(name)?;
            Ok(audit::page(Page { path: name, html: &html }, allow))
        });
        let mut pages = pages.collect::<Result<Vec<_>>>()?;
        let mut findings: Vec<_> = pages.iter_mut().flat_map(audit::PageAudit::take_findings).collect();
        let beside = if alone.is_some() { self.beside(&pages, files, allow)? } else { Vec::new() };
        let has = |name: &str| files.has(name);
        findings.extend(audit::pages_beside(&pages, &beside, has, |name| files.page(name).ok()));
        findings.extend(style_sheets_of(&pages, files)?);
        Ok(findings)
    }
}

impl Web {
    /// The pages on the disk that links lead to parts of, besides those that are judged.
    fn beside(&self, pages: &[PageAudit], files: &Finished, allow: &Allow) -> Result<Vec<PageAudit>> {
        let audits = self.audits();
        let is_other =
            |name: &&str| audits.is(name) && pages.iter().all(|page| page.path() != *name) && files.has(name);
        let others = audit::files_with_parts(pages).into_iter().filter(is_other);
        others.map(|name| Ok(audit::page(Page { path: name, html: &files.page(name)? }, allow))).collect()
    }
}

/// What is wrong with the style sheets that pages ask for, and with those that they load in turn.
fn style_sheets_of(pages: &[PageAudit], files: &Finished) -> Result<Vec<Finding>> {
    let is_there = |path: &str| files.has(path);
    let is_alone = matches!(files.beside, Beside::OnDisk);
    let mut known = sheets::style_sheets(pages);
    known.retain(|path| is_there(path));
    let mut waiting: Vec<String> = known.iter().cloned().collect();
    let mut findings = Vec::new();
    while let Some(path) = waiting.pop() {
        let text = files.text(&path)?;
        let sheet = sheets::Sheet { path: &path, shown: &path, text: &text };
        let sheet = sheets::style_sheet(sheet, is_alone, is_there);
        findings.extend(sheet.findings);
        let loads = sheet.loads.into_iter().filter(|path| is_style_sheet(path));
        waiting.extend(loads.filter(|path| known.insert(path.clone())));
    }
    Ok(findings)
}
