//! The downloads of a build.
//!
//! In: the formats that are made, and the jobs of each. Out: each file staged, with what its page says of it and what is wrong
//! in it.

use std::collections::HashSet;

use anyhow::Result;
use rayon::prelude::*;

use crate::address::Address;
use crate::audit::Allow;
use crate::check::Ledger;
use crate::document::Document;
use crate::finding::{Finding, MakeError, OrMistake};
use crate::formats::{self, Download, Job, Maker, Material};
use crate::lang::Lang;
use crate::library::Library;
use crate::render::{self, Downloads};
use crate::write::Edition;

/// One file that is to be made.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// In which format.
    pub format: &'static dyn Download,
    /// Of what.
    pub job: Job<'a>,
}

/// A file that is staged.
pub struct Staged<'a> {
    /// The page that offers it.
    pub page: Address,
    /// What the page says of it.
    pub download: render::Download,
    /// What is wrong in it.
    pub findings: Vec<Finding>,
    /// The texts whose own allowances hold for it.
    pub texts: Vec<&'a Document>,
}

impl Task<'_> {
    /// The page that offers the file.
    pub fn page(&self, library: &Library) -> Address {
        formats::PAGES.address(library, self.job)
    }

    /// What pages would say of a file that is not made.
    pub fn offer(&self, library: &Library) -> render::Download {
        render::Download {
            address: self.format.address(library, self.job),
            title: self.format.title(library, self.job),
            label: self.format.labels().offer,
            media_type: self.format.media_type(),
            size: 0,
            statement: String::new(),
            book: None,
        }
    }
}

/// Makes the files, each by one thread, audits and stages them at once: memory holds as many as there are threads. Without
/// an edition they are only audited.
///
/// # Errors
/// When a picture cannot be read, or the disk refuses.
pub fn make<'a>(
    tasks: &[Task<'a>],
    material: Material<'a>,
    edition: Option<&Edition>,
    ledger: &Ledger,
) -> Result<Vec<OrMistake<Staged<'a>>>> {
    let library = material.renderer.library;
    let allow = library.proper_names().fold(Allow::default(), Allow::name);
    let mut made = Vec::with_capacity(tasks.len());
    for tasks in tasks.chunk_by(|one, next| one.format.name() == next.format.name()) {
        let Some(Task { format, .. }) = tasks.first() else { continue };
        let maker = format.maker(material)?;
        let make =
            |task: &Task<'a>| MakeError::only_failures(one(task, &*maker, library, edition, &allow, ledger));
        made.extend(tasks.par_iter().with_max_len(1).map(make).collect::<Result<Vec<_>>>()?);
    }
    Ok(made)
}

fn one<'a>(
    task: &Task<'a>,
    maker: &dyn Maker<'a>,
    library: &Library,
    edition: Option<&Edition>,
    allow: &Allow,
    ledger: &Ledger,
) -> Result<Staged<'a>, MakeError> {
    let made = maker.make(task.job)?;
    let offer = task.offer(library);
    if let Some(edition) = edition {
        edition.add(offer.address.path(), &made.bytes)?;
    }
    let findings = maker.audit(task.job, &made, allow, ledger)?;
    let download =
        render::Download { size: made.bytes.len(), statement: made.statement, book: made.book, ..offer };
    Ok(Staged { page: task.page(library), download, findings, texts: task.format.texts(task.job) })
}

/// Makes the files that list those of a format for programs, of all that were made; returns their paths. Pages lead to the first of
/// each.
///
/// # Errors
/// When the disk refuses.
pub fn add_catalogues(
    format: &dyn Download,
    library: &Library,
    languages: &[Lang],
    downloads: &mut Downloads,
    edition: Option<&Edition>,
) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for catalogue in format.catalogues(library, languages) {
        if let Some(edition) = edition {
            let listed: Vec<_> = catalogue.listed(library, format, downloads).collect();
            edition.add(catalogue.address.path(), format.catalogue(&catalogue, library, &listed))?;
        }
        paths.push(catalogue.address.path().to_owned());
        if catalogue.is_first() {
            downloads.add_catalogue(catalogue.page(library), catalogue.address, catalogue.media_type);
        }
    }
    Ok(paths)
}

/// Takes out what is allowed in downloads.
pub fn allowed<'a>(mut staged: Staged<'a>, ledger: &mut Ledger) -> Staged<'a> {
    ledger.hide_repeated(&mut staged.findings, &staged.texts);
    staged
}

/// Adds what is wrong in downloads. A fault of a text shows on its page and in each of its downloads, and is reported once; a fault
/// of a file, by a rule named after its format, is its own.
pub fn add_unreported(of_downloads: Vec<Finding>, findings: &mut Vec<Finding>) {
    let is_own = |rule: &str| {
        rule.split_once('/')
            .is_some_and(|(group, _)| formats::DOWNLOADS.iter().any(|one| one.name() == group))
    };
    let mut reported: HashSet<_> =
        findings.iter().map(|finding| (finding.rule, finding.message.clone())).collect();
    let of_downloads = of_downloads.into_iter();
    findings.extend(
        of_downloads.filter(|finding| {
            is_own(finding.rule) || reported.insert((finding.rule, finding.message.clone()))
        }),
    );
}
