//! One page as an editor sees it: made, checked and audited when it is asked for, with the desk at its foot.

use crate::audit;
use crate::check;
use crate::document::Document;
use crate::finding::{self, Finding};
use crate::load::CONTENT;
use crate::render::Job;

use super::desk;
use super::snapshot::{Site, Snapshot};

/// A page ready to be sent.
#[derive(Debug)]
pub struct Proof {
    /// The whole page.
    pub html: String,
    /// Differs from that of another page, or of another state of this page that looks or sounds different.
    pub seen: String,
    /// There is such a page.
    pub found: bool,
    /// The page as it would be published, for the time when it cannot be made any more.
    bare: Option<String>,
}

/// The path of the page that answers for `path`: itself, or the page for addresses that lead nowhere.
pub fn path<'p>(snapshot: &Snapshot, path: &'p str) -> &'p str {
    match &snapshot.site {
        Some(site) if site.pages.contains_key(path) => path,
        _ => NOWHERE,
    }
}

/// No page has this path, so that the page that stands there has none of its own.
const NOWHERE: &str = "";

/// Makes a page; `last` is what an earlier state made of it.
pub fn make(snapshot: &Snapshot, path: &str, last: Option<&Proof>) -> Proof {
    let Some(site) = &snapshot.site else { return finish(desk::without_site(snapshot), None, 0) };
    let job = site.job(path);
    let texts = job.map_or_else(Vec::new, |job| texts(job, site));
    let behind = texts.iter().any(|text| snapshot.behind.contains(text.source.path()));
    let mut own: Vec<Finding> =
        snapshot.findings.iter().filter(|finding| is_own(finding.place.path(), job, site)).cloned().collect();
    let renderer = site.renderer();
    let made = job.or_else(|| site.not_found()).map(|job| renderer.page(job));
    let bare = match made {
        Some(Ok(page)) => {
            // Of an earlier reading nothing more is said: its lines are not those of the file.
            if !behind {
                let page = audit::Page { path: page.address.path(), html: &page.html };
                own.extend(audit::page(page, &site.names).take_findings());
                own.extend(texts.iter().flat_map(|text| check::text(&site.library, text)));
            }
            Some(page.html)
        }
        Some(Err(finding)) => {
            own.push(finding);
            last.and_then(|last| last.bare.clone())
        }
        None => None,
    };
    let elsewhere = snapshot.findings.iter().filter(|finding| {
        let path = finding.place.path();
        site.library.text(path).is_none() && !is_own(path, job, site)
    });
    let sheet =
        desk::Sheet { site, job, own: finding::settle(own), elsewhere: elsewhere.cloned().collect(), behind };
    let html = match &bare {
        Some(bare) => sheet.on(bare),
        None => sheet.alone(),
    };
    Proof { found: job.is_some(), ..finish(html, bare, site.look) }
}

/// Adds the script that asks for the next state of the page.
fn finish(mut html: String, bare: Option<String>, look: u64) -> Proof {
    let mut hasher = blake3::Hasher::new();
    hasher.update(html.as_bytes()).update(&look.to_le_bytes());
    let seen = hasher.finalize().to_hex()[..16].to_owned();
    let script = format!("<script src=\"{}\" data-seen=\"{seen}\" defer></script>\n", desk::SCRIPT);
    let at = html.rfind("</body>").unwrap_or(html.len());
    html.insert_str(at, &script);
    Proof { html, seen, found: false, bare }
}

/// The texts that a page shows.
fn texts<'s>(job: Job<'s>, site: &'s Site) -> Vec<&'s Document> {
    match job {
        Job::Official(work) => vec![&work.official],
        Job::EasyRead(_, easy) => vec![easy],
        Job::Section(section) => vec![section],
        Job::Home(lang) => {
            site.library.homes.iter().filter(|home| home.lang == *lang).map(|home| &**home).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether what is wrong in a file belongs to a page.
fn is_own(file: &str, job: Option<Job<'_>>, site: &Site) -> bool {
    let Some(job) = job else { return false };
    let is_review = |slug: &str| {
        let below = file.strip_prefix(CONTENT).and_then(|file| file.strip_prefix('/'));
        below.and_then(|file| file.strip_prefix(slug)).is_some_and(|file| file.starts_with("/review"))
    };
    let of_job = match job {
        Job::EasyRead(work, _) => is_review(&work.slug),
        Job::Glossary(lang) => site.library.glossary(lang).is_some_and(|words| words.source.path() == file),
        _ => false,
    };
    of_job || texts(job, site).iter().any(|text| text.source.path() == file)
}
