//! The whole way of a site, from its folder to its pages and their downloads.
//!
//! [`read`] goes as far as the library, [`check`](check()) as far as finished pages in memory, [`build`] to the end. Nothing is
//! put in place while an error stands.

pub mod claims;
mod downloads;
mod left_over;
mod names;

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::audit::Allow;
use crate::check::{self, Looked};
use crate::config::address;
use crate::content::{self, Input};
use crate::count::counted;
use crate::day::Today;
use crate::finding::{self, Finding, Severity};
use crate::formats::web::{Pages, tell_once};
use crate::formats::{self, Material, Modified, PAGES, Selection, discovery, web};
use crate::library::{Drafts, Library};
use crate::published;
use crate::render::{Downloads, Renderer, SourceMap, Templates, Theme};
use crate::store::Store;
use crate::write::{self, Edition};
use downloads::{Task, add_unreported, allowed};

pub use left_over::left_over;

/// What to build, and how.
#[derive(Debug, Clone)]
pub struct Build {
    /// The folder of `book.toml`.
    pub root: PathBuf,
    /// Where the site goes.
    pub out: PathBuf,
    /// Where a text of what is heard goes for each page; `None` for none.
    pub heard: Option<PathBuf>,
    /// Whether drafts are published.
    pub drafts: Drafts,
    /// The site's address, in place of the one in `book.toml`.
    pub base_url: Option<String>,
    /// Whether pages say which source line each block comes from.
    pub source_map: SourceMap,
    /// Which formats are made. What is not made stays as the last build left it; pages offer what is made with them.
    pub formats: Selection,
    /// When files say they were changed.
    pub modified: Modified,
    /// The day on which deadlines are judged.
    pub today: Today,
}

/// What a build found and did.
#[derive(Debug)]
pub struct Built {
    /// What it was made from; `None` when `book.toml` cannot be used.
    pub library: Option<Library>,
    /// Everything that is wrong, sorted.
    pub findings: Vec<Finding>,
    /// How many files were made, by the name of the format.
    pub made: BTreeMap<&'static str, usize>,
    /// What changed on the disk; `None` when nothing was put in place.
    pub report: Option<write::Report>,
    /// What changed among the texts of what is heard, where there are any.
    pub heard: Option<write::Report>,
    /// What is allowed, and what is to be mended later.
    pub ledger: check::Ledger,
}

/// Reads a site as far as its library; `None` when `book.toml` cannot be used, which a finding says.
///
/// # Errors
/// When a folder cannot be listed.
pub fn read(root: &Path, drafts: Drafts) -> Result<(Option<Library>, Vec<Finding>)> {
    read_on(Today::of_machine(), root, drafts)
}

/// The same, judged on a day.
///
/// # Errors
/// As for [`read`].
pub fn read_on(today: Today, root: &Path, drafts: Drafts) -> Result<(Option<Library>, Vec<Finding>)> {
    let mut store = Store::new(root, drafts).on(Some(today));
    store.read_all()?;
    Ok(put_together(&mut store))
}

fn put_together(store: &mut Store) -> (Option<Library>, Vec<Finding>) {
    // First the library, so that entries are judged once.
    let (library, of_library) = store.library().unzip();
    let findings = store.findings().chain(of_library.into_iter().flatten()).collect();
    (library, findings)
}

/// What would be wrong with the names of a site if these texts were added, and is not now.
///
/// # Errors
/// When a folder cannot be listed.
pub fn faults_of_new_names(root: &Path, texts: &[Input]) -> Result<Vec<Finding>> {
    let mut store = Store::new(root, Drafts::Include);
    store.read_all()?;
    let faults = |store: &mut Store| {
        let (library, mut findings) = put_together(store);
        let Some(library) = library else { return Vec::new() };
        let theme = Theme::load(root, library.config.site.theme.as_deref()).unwrap_or_default();
        findings.extend(faults_of_names(&library, theme.files.keys().map(String::as_str)));
        findings.retain(|finding| ["content/bad-name", "content/same-address"].contains(&finding.rule));
        findings
    };
    let before = faults(&mut store);
    texts.iter().for_each(|text| store.add(text));
    let is_new = |fault: &Finding| {
        !before.iter().any(|old| (old.place.path(), &old.message) == (fault.place.path(), &fault.message))
    };
    Ok(faults(&mut store).into_iter().filter(is_new).collect())
}

/// Reads, checks, renders, audits, and puts the new site in place if no error stands.
///
/// # Errors
/// When the disk refuses or a file of the theme cannot be read; the old site stays as it was.
pub fn build(options: &Build) -> Result<Built> {
    let (library, findings) = read_on(options.today, &options.root, options.drafts)?;
    let Some(mut library) = library else {
        return Ok(Built::nothing(findings));
    };
    if let Some(base_url) = &options.base_url {
        library.config.site.base_url = Some(address::in_ascii(base_url.clone()));
        library.root = library.config.base_path().into();
    }
    let built = make(options, Aim::Publish, &library, findings)?;
    Ok(Built { library: Some(library), ..built })
}

/// Everything that a build would find wrong with a site, without anything made on the disk; `findings` are those of reading.
///
/// Pages are made and audited in memory: what is wrong with a page must not be news when it is published. Downloads hold the
/// same words and take longer than all else, so they are made only where a build could still find more in them: with a look
/// of the site's own, where something wrong is allowed, which a download may show in other words, or for allowances that
/// nothing else needed.
///
/// # Errors
/// When a file of the theme or a picture cannot be read.
pub fn check(root: &Path, library: &Library, findings: Vec<Finding>) -> Result<Vec<Finding>> {
    Ok(survey(root, library, findings)?.findings)
}

/// The same, with what is allowed and what is to be mended later.
///
/// # Errors
/// As for [`check`](check()).
pub fn survey(root: &Path, library: &Library, findings: Vec<Finding>) -> Result<Built> {
    let options = Build {
        root: root.to_owned(),
        out: PathBuf::new(),
        heard: None,
        drafts: Drafts::Skip,
        base_url: None,
        source_map: SourceMap::Off,
        formats: Selection::default(),
        modified: Modified::FromContent,
        today: library.today,
    };
    make(&options, Aim::Report, library, findings)
}

/// What is made of a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    /// A site on the disk.
    Publish,
    /// Findings alone.
    Report,
}

/// What [`build`] and [`check`](check()) do from the library on.
fn make(options: &Build, aim: Aim, library: &Library, mut findings: Vec<Finding>) -> Result<Built> {
    let languages = library.languages();
    // Of a small site, half the time is spent on getting ready: beside each other is faster.
    let (mut checked, templates) = rayon::join(
        || check::run(library),
        || Templates::load(&options.root, &languages, &library.language_data),
    );
    let mut looked = Looked::default();
    let theme_name = library.config.site.theme.as_deref();
    let mut theme = Theme::of(&options.root, &library.config);
    findings.extend(theme.iter_mut().flat_map(|theme| std::mem::take(&mut theme.findings)));
    // A theme that cannot be read stops the build, but only after the findings of the texts.
    let theme_files = theme.as_ref().map_or_else(|_| Vec::new(), |theme| theme.files.keys().collect());
    names::check(library, &languages, theme_files.into_iter().map(String::as_str), &mut findings);
    discovery::check(library, &mut findings);
    web::attachments::check(library, &mut findings);
    published::check(&options.root, library, &mut findings)?;
    let pictures = formats::Pictures::read(library, &mut findings);
    looked.reading = true;
    let mut tasks = Vec::new();
    for format in options.formats.downloads() {
        match format.jobs(library, &languages) {
            Ok(jobs) => tasks.extend(jobs.into_iter().map(|job| Task { format, job })),
            Err(finding) => findings.push(finding),
        }
    }
    let templates = match templates {
        Ok(templates) => Some(templates),
        Err(error) => {
            findings.push(error.mistake()?);
            None
        }
    };
    checked.ledger.hide(&mut findings, &[]);
    findings.extend_from_slice(&checked.findings);
    // Pages of texts that are wrong would only repeat, in other words, what is wrong with the texts.
    let Some(templates) = templates.filter(|_| !has_errors(&findings)) else {
        findings.extend(checked.ledger.unused(looked));
        return Ok(Built { ledger: checked.ledger, ..Built::nothing(findings) });
    };
    let own_look = formats::DOWNLOADS.iter().any(|format| format.has_own_look(&options.root, theme_name));
    let theme = theme?;
    let templates = templates.under(theme.hides.clone());
    let renderer = Renderer::new(library, &templates, &languages, options.source_map);
    let edition = match aim {
        Aim::Publish => Some(Edition::begin(&options.out)?),
        Aim::Report => None,
    };
    let heard = edition
        .as_ref()
        .zip(options.heard.as_deref())
        .map(|(edition, folder)| edition.begin_beside(folder, web::HEARD_ENDING).map_err(of_heard));
    let heard = heard.transpose()?;
    let mut files = HashSet::new();
    let mut offers = Downloads::default();
    let mut of_downloads = Vec::new();
    let material = Material {
        renderer: &renderer,
        pictures: &pictures,
        book_style: &theme.book_style,
        modified: options.modified,
    };
    let mut make_downloads = |ledger: &mut check::Ledger, findings: &mut Vec<Finding>| -> Result<Vec<_>> {
        let mut offered = Vec::new();
        for staged in downloads::make(&tasks, material, edition.as_ref(), ledger)? {
            match staged {
                Ok(staged) => {
                    let staged = allowed(staged, ledger);
                    of_downloads.extend(staged.findings);
                    offered.push((staged.page, staged.download));
                }
                Err(finding) => tell_once(finding, findings),
            }
        }
        Ok(offered)
    };
    let offered = match aim {
        Aim::Publish => make_downloads(&mut checked.ledger, &mut findings)?,
        Aim::Report => tasks.iter().map(|task| (task.page(library), task.offer(library))).collect(),
    };
    looked.downloads = aim == Aim::Publish && options.formats.is_all();
    let mut made = BTreeMap::new();
    for format in formats::all() {
        made.insert(format.name(), tasks.iter().filter(|task| task.format.name() == format.name()).count());
    }
    for (page, download) in offered {
        files.insert(download.address.path().to_owned());
        offers.add(page, download);
    }
    for format in options.formats.downloads() {
        let edition = edition.as_ref();
        files.extend(downloads::add_catalogues(format, library, &languages, &mut offers, edition)?);
    }
    if options.formats.has(PAGES) {
        files.extend(discovery::paths(library, &languages));
        if let Some(edition) = &edition {
            discovery::make(library, &languages, |path, file| edition.add(path, file))?;
        }
        files.extend(add_files(&theme.files, library, edition.as_ref())?);
        let renderer = renderer.offering(&offers);
        let (edition, heard) = (edition.as_ref(), heard.as_ref());
        let pages = Pages { renderer: &renderer, edition, heard, checked: &mut checked, files };
        made.insert(PAGES.name(), pages.make(&mut findings)?);
        looked.pages = true;
    }
    let may_differ =
        own_look || checked.ledger.has_hidden_any() || checked.ledger.waits_for_more_than(looked);
    if aim == Aim::Report && may_differ {
        make_downloads(&mut checked.ledger, &mut findings)?;
        looked.downloads = true;
    }
    let from = findings.len();
    add_unreported(of_downloads, &mut findings);
    checked.ledger.mark(&mut findings[from..]);
    let mut claims = Vec::new();
    claims::check(library, checked.ledger.allowed_errors(), &mut claims);
    checked.ledger.hide(&mut claims, &[]);
    findings.extend(claims);
    findings.extend(checked.ledger.unused(looked));
    let findings = finding::settle(findings);
    let mut report = match edition.filter(|_| !has_errors(&findings)) {
        Some(edition) => {
            heard.as_ref().map_or(Ok(()), Edition::look_ahead).map_err(of_heard)?;
            if !options.formats.is_all() {
                edition.keep(|path| !options.formats.has(formats::format_of(path, library)))?;
            }
            Some(edition.publish()?)
        }
        None => None,
    };
    let heard = match heard.filter(|_| report.is_some()) {
        Some(heard) => Some(
            heard.publish().map_err(of_heard).context("the site is in place, but not what is heard of it")?,
        ),
        None => None,
    };
    if let (Some(report), drafts @ 1..) = (&mut report, library.drafts()) {
        let are = if drafts == 1 { "is" } else { "are" };
        report.notes.push(format!(
            "{} {are} not published; “curbcut serve” shows them; take “draft: true” out of what is ready",
            counted(drafts, "draft")
        ));
    }
    if let (Some(report), left @ 1..) = (&mut report, library.unpublished()) {
        let (files, are) = if left == 1 { ("file", "is") } else { ("files", "are") };
        report.notes.push(format!(
            "{left} {files} below {} {are} not published, as no published text leads to {}; “curbcut check” says which",
            content::CONTENT,
            if left == 1 { "it" } else { "them" },
        ));
    }
    Ok(Built { library: None, findings, made, report, heard, ledger: checked.ledger })
}

impl Built {
    /// How many files of a format were made.
    pub fn count(&self, format: &str) -> usize {
        self.made.get(format).copied().unwrap_or_default()
    }

    fn nothing(findings: Vec<Finding>) -> Self {
        let findings = finding::settle(findings);
        Self {
            library: None,
            findings,
            made: BTreeMap::new(),
            report: None,
            heard: None,
            ledger: check::Ledger::default(),
        }
    }
}

/// What is wrong with the names of texts and of published files; `theme` are the files of the theme.
pub fn faults_of_names<'a>(library: &Library, theme: impl Iterator<Item = &'a str>) -> Vec<Finding> {
    let mut findings = Vec::new();
    names::check(library, &library.languages(), theme, &mut findings);
    findings
}

/// What is wrong in the files that are published beside the pages: pictures, HTML, and what is too large.
pub fn faults_of_files(library: &Library, proper_names: &Allow) -> Vec<Finding> {
    let mut findings = Vec::new();
    web::attachments::check(library, &mut findings);
    formats::Pictures::read(library, &mut findings);
    web::html_files::read(library, proper_names, &mut findings);
    findings
}

fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// The messages of an output folder name the option that chooses it.
fn of_heard(error: anyhow::Error) -> anyhow::Error {
    let said = format!("{error:#}").replace("--out", "--heard").replace("public”", "heard”");
    if error.is::<write::Refusal>() { write::Refusal::new(said).into() } else { anyhow::anyhow!(said) }
}

/// Adds the theme's files and the author's; returns their paths in the site.
fn add_files(
    theme: &BTreeMap<String, Vec<u8>>,
    library: &Library,
    edition: Option<&Edition>,
) -> Result<HashSet<String>> {
    let mut paths: HashSet<String> = theme.keys().map(|name| format!("assets/{name}")).collect();
    paths.extend(library.published().map(|asset| asset.path.to_string()));
    let Some(edition) = edition else { return Ok(paths) };
    for (name, bytes) in theme {
        edition.add(&format!("assets/{name}"), bytes)?;
    }
    let published: Vec<_> = library.published().collect();
    published.par_iter().try_for_each(|asset| {
        let file =
            asset.open().with_context(|| format!("cannot read {}/{}", content::CONTENT, asset.path))?;
        edition.copy(&asset.path, file)
    })?;
    Ok(paths)
}
