//! The pages of a build, the accessibility statements among them.
//!
//! In: the renderer and what the rules found. Out: every page audited and staged, and the report of results. The
//! statements come last: they tell how the others came out.

use std::collections::{HashMap, HashSet};

use anyhow::Result;
use rayon::prelude::*;

use super::html_files::{self, HtmlFile};
use super::tell_once;
use crate::audit::{self, Allow};
use crate::check::Checked;
use crate::evidence::{self, Evidence};
use crate::finding::Finding;
use crate::render::{Job, Renderer};
use crate::write::Edition;

/// What pages are made with.
pub struct Pages<'a> {
    /// The library and the templates, with the books that pages offer.
    pub renderer: &'a Renderer<'a>,
    /// Where they go.
    pub edition: &'a Edition,
    /// What the rules found in the texts.
    pub checked: &'a Checked,
    /// Every file that pages may lead to.
    pub files: HashSet<String>,
}

impl Pages<'_> {
    /// Makes, audits and stages every page; returns how many there are.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn make(self, findings: &mut Vec<Finding>) -> Result<usize> {
        let Self { renderer, edition, checked, mut files } = self;
        // What the statements tell is only known when every other page was audited.
        let (statements, jobs): (Vec<Job<'_>>, Vec<_>) =
            renderer.jobs().into_iter().partition(|job| matches!(job, Job::Statement(_)));
        let allow = renderer.library.proper_names().fold(Allow::default(), Allow::name);
        // Each page is made, audited and staged by one thread and then forgotten: memory does not grow with the site.
        let audits = jobs
            .par_iter()
            .map(|job| match renderer.page(*job) {
                Ok(page) => {
                    edition.add(page.address.path(), &page.html)?;
                    Ok(Ok(audit::page(audit::Page { path: page.address.path(), html: &page.html }, &allow)))
                }
                Err(finding) => Ok(Err(finding)),
            })
            .collect::<Result<Vec<_>>>()?;
        let of_texts = findings.len();
        let (mut pages, mut by_path) = (Vec::with_capacity(audits.len()), HashMap::new());
        for (job, audit) in jobs.iter().zip(audits) {
            match audit {
                Ok(mut page) => {
                    findings.extend(page.take_findings());
                    by_path.insert(page.path().to_owned(), *job);
                    pages.push(page);
                }
                Err(finding) => tell_once(finding, findings),
            }
        }
        let html_files = html_files::read(renderer.library, &allow, findings);
        let mut sources = HashMap::new();
        for HtmlFile { audit, source } in html_files {
            sources.insert(audit.path().to_owned(), source);
            pages.push(audit);
        }
        let mut evidence = Evidence::new(renderer.library, checked, &pages, &findings[of_texts..]);
        let telling = renderer.telling(&evidence);
        for job in statements.iter().copied() {
            match telling.page(job) {
                Ok(page) => {
                    let mut audit =
                        audit::page(audit::Page { path: page.address.path(), html: &page.html }, &allow);
                    findings.extend(audit.take_findings());
                    by_path.insert(audit.path().to_owned(), job);
                    pages.push(audit);
                }
                Err(finding) => findings.push(finding),
            }
        }
        files.insert(evidence::REPORT.to_owned());
        let again = |path: &str| match sources.get(path) {
            Some(source) => Some(source.text().to_owned()),
            None => telling.page(*by_path.get(path)?).ok().map(|page| page.html),
        };
        let mut of_site = audit::site(&pages, |path| files.contains(path), again);
        for finding in &mut of_site {
            if let Some(source) = sources.get(finding.place.path()) {
                *finding = html_files::at_source(finding.clone(), source);
            }
        }
        // The links of the statements are those that were just checked; only their numbers may grow.
        evidence.add(&of_site);
        findings.extend(of_site);
        for job in statements {
            if let Ok(page) = renderer.telling(&evidence).page(job) {
                edition.add(page.address.path(), &page.html)?;
            }
        }
        edition.add(evidence::REPORT, evidence::json(&evidence))?;
        Ok(pages.len())
    }
}
