//! The pages of a build, the accessibility statements among them.
//!
//! In: the renderer and what the rules found. Out: every page audited and staged, and the report of results. The
//! statements come last: they say what was found on the others.

use std::collections::{HashMap, HashSet};

use anyhow::Result;
use rayon::prelude::*;

use super::html_files::{self, HtmlFile};
use super::{redirects, style_sheets};
use crate::audit::{self, Allow, PageAudit};
use crate::check::Checked;
use crate::evidence::{self, Evidence};
use crate::finding::{Finding, MakeError};
use crate::formats::{trace, written};
use crate::library::Library;
use crate::render::{self, Job, Page, Renderer};
use crate::write::Edition;

/// What pages are made with.
pub struct Pages<'a> {
    /// The library and the templates, with the books that pages offer.
    pub renderer: &'a Renderer<'a>,
    /// Where they go; `None` when they are only audited.
    pub edition: Option<&'a Edition>,
    /// Where the texts of what is heard go, if they are wanted.
    pub heard: Option<&'a Edition>,
    /// What the rules found in the texts, and what is allowed.
    pub checked: &'a mut Checked,
    /// Every file that pages may lead to.
    pub files: HashSet<String>,
}

impl<'a> Pages<'a> {
    /// Makes, audits and stages every page; returns how many there are.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn make(self, findings: &mut Vec<Finding>) -> Result<usize> {
        let Self { renderer, edition, heard, checked, mut files } = self;
        let library = renderer.library;
        // What the statements say is only known when every other page was audited.
        let (statements, jobs): (Vec<Job<'a>>, Vec<Job<'a>>) =
            renderer.jobs().into_iter().partition(|job| matches!(job, Job::Statement(_)));
        let allow = library.proper_names().fold(Allow::default(), Allow::name);
        let allow = allow.standing_at(library.config.site.base_url.as_deref());
        let stage = |path: &str, html: &str| -> Result<()> {
            edition.map_or(Ok(()), |edition| edition.add(path, html))?;
            heard.map_or(Ok(()), |heard| add_heard(heard, path, html, library))
        };
        // Each page is made, audited and staged by one thread and then forgotten: memory does not grow with the site.
        let make = |job: &Job<'a>| -> Result<_, MakeError> {
            let page = renderer.page(*job)?;
            stage(page.address.path(), &page.html)?;
            Ok(audited(renderer, *job, &page, &allow))
        };
        let audits =
            jobs.par_iter().map(|job| MakeError::only_failures(make(job))).collect::<Result<Vec<_>>>()?;
        let of_texts = findings.len();
        // A page that its template does not make has its finding; a link to it is not dead for that.
        let not_made = |job: &Job<'a>| render::address(library, *job).path().to_owned();
        let (mut pages, mut by_path) = (Vec::with_capacity(audits.len()), HashMap::new());
        for (job, audit) in jobs.iter().zip(audits) {
            match audit {
                Ok((page, mut found)) => {
                    checked.ledger.hide(&mut found, &trace::texts(job, library));
                    findings.extend(found);
                    by_path.insert(page.path().to_owned(), *job);
                    pages.push(page);
                }
                Err(finding) => {
                    files.insert(not_made(job));
                    tell_once(finding, findings);
                }
            }
        }
        let mut of_files = Vec::new();
        let html_files = html_files::read(library, &allow, &mut of_files);
        checked.ledger.hide(&mut of_files, &[]);
        findings.extend(of_files);
        let mut sources = HashMap::new();
        for HtmlFile { audit, source } in html_files {
            if let Some(heard) = heard {
                add_heard(heard, audit.path(), source.text(), library)?;
            }
            sources.insert(audit.path().to_owned(), source);
            pages.push(audit);
        }
        let mut of_sheets = style_sheets::check(&pages, library, &files);
        checked.ledger.hide(&mut of_sheets, &[]);
        findings.extend(of_sheets);
        let mut evidence = Evidence::new(library, checked, &pages, &findings[of_texts..]);
        let telling = renderer.telling(&evidence);
        for job in statements.iter().copied() {
            match telling.page(job) {
                Ok(page) => {
                    let (audit, mut found) = audited(&telling, job, &page, &allow);
                    checked.ledger.hide(&mut found, &[]);
                    findings.extend(found);
                    by_path.insert(audit.path().to_owned(), job);
                    pages.push(audit);
                }
                Err(finding) => {
                    files.insert(not_made(&job));
                    tell_once(finding, findings);
                }
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
        let mut allowed = Vec::new();
        of_site.retain_mut(|finding| {
            let texts =
                by_path.get(finding.place.path()).map(|job| trace::texts(job, library)).unwrap_or_default();
            let mut one = trace::to_sources(vec![finding.clone()], &[], renderer, &texts);
            checked.ledger.hide(&mut one, &texts);
            let stays = one.pop();
            if stays.is_none() {
                allowed.push(finding.rule);
            }
            stays.map(|found| *finding = found).is_some()
        });
        // The links of the statements are those that were just checked; only their numbers may grow.
        evidence.add(&of_site, &allowed, &checked.ledger);
        findings.extend(of_site);
        let Some(edition) = edition else { return Ok(pages.len()) };
        for job in statements {
            if let Ok(page) = renderer.telling(&evidence).page(job) {
                stage(page.address.path(), &page.html)?;
            }
        }
        edition.add(evidence::REPORT, evidence::json(&evidence))?;
        redirects::files(library).into_iter().try_for_each(|(name, text)| edition.add(name, text))?;
        Ok(pages.len())
    }
}

/// What the names of the texts of what is heard end with.
pub const HEARD_ENDING: &str = ".txt";

/// Adds the text of what is heard of a page.
fn add_heard(heard: &Edition, path: &str, html: &str, library: &Library) -> Result<()> {
    let text = audit::heard::heard(html).text(path, &library.language_data);
    heard.add(&format!("{}{HEARD_ENDING}", path.strip_suffix(".html").unwrap_or(path)), text)
}

/// Adds a finding: a mistake in a template shows on every page that uses it, and is reported once.
pub fn tell_once(finding: Finding, findings: &mut Vec<Finding>) {
    if !findings.iter().any(|known| known.rule == finding.rule && known.message == finding.message) {
        findings.push(finding);
    }
}

/// What the audit finds in a page, each finding where it was written. A page with findings is made once more for that.
pub fn audited<'a>(
    renderer: &Renderer<'a>,
    job: Job<'a>,
    page: &Page,
    allow: &Allow,
) -> (PageAudit, Vec<Finding>) {
    let (library, texts) = (renderer.library, trace::texts(&job, renderer.library));
    let audit = |page: &Page| {
        let page = audit::Page { path: page.address.path(), html: &page.html };
        written::audit(page, library, &texts, allow)
    };
    let mut audited = audit(page);
    let found = audited.take_findings();
    if found.is_empty() {
        return (audited, found);
    }
    let placed =
        renderer.placing().page(job).map_or_else(|_| Vec::new(), |page| audit(&page).take_findings());
    (audited, trace::to_sources(found, &placed, renderer, &texts))
}
