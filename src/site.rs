//! The whole way of a site, from its folder to its pages.
//!
//! [`read`] goes as far as the library, [`build`] to the end. Nothing is put in place while an error stands.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::audit::{self, Allow};
use crate::check;
use crate::evidence::{self, Evidence};
use crate::finding::{self, Finding, Severity};
use crate::front_matter::Role;
use crate::glossary::Glossary;
use crate::library::{Drafts, Library, Parts};
use crate::load::{self, DataKind, Loaded};
use crate::parse;
use crate::pictures::Pictures;
use crate::render::{Job, Renderer, SourceMap, Templates, theme_files};
use crate::review::Review;
use crate::write::{self, Edition};

/// What to build, and how.
#[derive(Debug, Clone)]
pub struct Build {
    /// The folder of `book.toml`.
    pub root: PathBuf,
    /// Where the site goes.
    pub out: PathBuf,
    /// Whether drafts are published.
    pub drafts: Drafts,
    /// The site's address, in place of the one in `book.toml`.
    pub base_url: Option<String>,
    /// Whether pages say which source line each block comes from.
    pub source_map: SourceMap,
}

/// What a build found and did.
#[derive(Debug)]
pub struct Built {
    /// Everything that is wrong, sorted.
    pub findings: Vec<Finding>,
    /// How many pages were made.
    pub pages: usize,
    /// What changed on the disk; `None` when nothing was put in place.
    pub report: Option<write::Report>,
}

/// Reads a site as far as its library; `None` when `book.toml` cannot be used, which a finding tells.
///
/// # Errors
/// When a folder cannot be listed.
pub fn read(root: &Path, drafts: Drafts) -> Result<(Option<Library>, Vec<Finding>)> {
    let Loaded { config, inputs, data, assets, mut findings } = load::load(root)?;
    let Some(config) = config else { return Ok((None, findings)) };
    let parsed: Vec<_> = inputs.par_iter().map(|input| (input.role, parse::parse(input))).collect();
    let mut documents: Vec<(Role, _)> = Vec::with_capacity(parsed.len());
    for (role, (document, found)) in parsed {
        // A draft that is not published may still be half written.
        if document.front.draft && drafts == Drafts::Skip {
            continue;
        }
        findings.extend(found);
        documents.push((role, Arc::new(document)));
    }
    let mut parts = Parts {
        config,
        documents,
        pictures: Arc::default(),
        glossaries: Default::default(),
        reviews: Default::default(),
        assets: Arc::new(assets),
    };
    for file in data {
        match file.kind {
            DataKind::Pictures => {
                parts.pictures = Arc::new(Pictures::read(&file.source, &parts.assets, &mut findings))
            }
            DataKind::Glossary => {
                let glossary = Arc::new(Glossary::read(&file.source, &mut findings));
                parts.glossaries.insert(file.lang.to_string(), glossary);
            }
            DataKind::Review => {
                let review = Arc::new(Review::read(&file.source, &mut findings));
                parts.reviews.insert((file.slug, file.lang), review);
            }
        }
    }
    let library = Library::new(parts, &mut findings);
    Ok((Some(library), findings))
}

/// Reads, checks, renders, audits, and puts the new site in place if no error stands.
///
/// # Errors
/// When the disk refuses or a file of the theme cannot be read; the old site stays as it was.
pub fn build(options: &Build) -> Result<Built> {
    let (library, mut findings) = read(&options.root, options.drafts)?;
    let Some(mut library) = library else {
        return Ok(Built { findings: finding::settle(findings), pages: 0, report: None });
    };
    if let Some(base_url) = &options.base_url {
        library.config.site.base_url = Some(base_url.clone());
    }
    let checked = check::run(&library);
    findings.extend_from_slice(&checked.findings);
    let languages = library.languages();
    let templates = match Templates::load(&options.root, &languages)? {
        Ok(templates) => Some(templates),
        Err(finding) => {
            findings.push(finding);
            None
        }
    };
    // Pages of texts that are wrong would only repeat, in other words, what is wrong with the texts.
    let Some(templates) = templates.filter(|_| !has_errors(&findings)) else {
        return Ok(Built { findings: finding::settle(findings), pages: 0, report: None });
    };
    let renderer = Renderer::new(&library, &templates, &languages, options.source_map);
    let edition = Edition::begin(&options.out)?;
    // What the statements tell is only known when every other page was audited.
    let (statements, jobs): (Vec<Job<'_>>, Vec<_>) =
        renderer.jobs().into_iter().partition(|job| matches!(job, Job::Statement(_)));
    let allow = library.proper_names().fold(Allow::default(), Allow::name);
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
            // One template's mistake shows on every page that uses it, and is told once.
            Err(finding)
                if findings
                    .iter()
                    .any(|told| told.rule == finding.rule && told.message == finding.message) => {}
            Err(finding) => findings.push(finding),
        }
    }
    let mut files = add_files(options, &library, &edition)?;
    let mut evidence = Evidence::new(&library, &checked, &pages, &findings[of_texts..]);
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
    let again = |path: &str| telling.page(*by_path.get(path)?).ok().map(|page| page.html);
    let of_site = audit::site(&pages, |path| files.contains(path), again);
    // The links of the statements are those that were just checked; only their numbers may grow.
    evidence.add(&of_site);
    findings.extend(of_site);
    for job in statements {
        if let Ok(page) = renderer.telling(&evidence).page(job) {
            edition.add(page.address.path(), &page.html)?;
        }
    }
    edition.add(evidence::REPORT, evidence::json(&evidence))?;
    let findings = finding::settle(findings);
    let report = if has_errors(&findings) { None } else { Some(edition.publish()?) };
    Ok(Built { findings, pages: pages.len(), report })
}

fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Adds the theme's files and the author's; returns their paths in the site.
fn add_files(options: &Build, library: &Library, edition: &Edition) -> Result<HashSet<String>> {
    let theme = library.config.site.theme.as_deref().unwrap_or(crate::render::DEFAULT_THEME);
    let mut paths = HashSet::new();
    for (name, bytes) in theme_files(&options.root, theme)? {
        let path = format!("assets/{name}");
        edition.add(&path, bytes)?;
        paths.insert(path);
    }
    library.assets.par_iter().try_for_each(|asset| {
        let bytes =
            std::fs::read(&asset.file).with_context(|| format!("cannot read {}", asset.file.display()))?;
        edition.add(&asset.path, bytes)
    })?;
    paths.extend(library.assets.iter().map(|asset| asset.path.to_string()));
    Ok(paths)
}
