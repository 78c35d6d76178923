//! One page as an editor sees it: made, checked and audited when a browser asks for it, with the desk at its foot.

use axum::body::Bytes;

use super::cache::Cached;
use super::desk;
use super::route::Route;
use super::snapshot::{Site, Snapshot};
use crate::check;
use crate::finding::{self, Finding};
use crate::formats::{trace, web};
use crate::source::slice;

/// A page that can be sent.
#[derive(Debug)]
pub struct PreviewPage {
    /// The whole page.
    pub html: Bytes,
    /// A digest: different for pages, and for states of a page, that look or sound different.
    pub seen: String,
    /// There is such a page.
    pub found: bool,
    /// The page as it would be published, for the time when it cannot be made any more.
    bare: Option<String>,
}

impl Cached for PreviewPage {
    fn bytes(&self) -> usize {
        self.html.len() + self.bare.as_ref().map_or(0, String::len)
    }
}

/// The path under which a page is known: its own, or one for all addresses that lead nowhere.
pub fn path<'p>(snapshot: &Snapshot, path: &'p str) -> &'p str {
    let is_there = site_at(snapshot, path).is_some_and(|site| Route::leads(site, path));
    if is_there { path } else { "" }
}

fn site_at<'s>(snapshot: &'s Snapshot, path: &str) -> Option<&'s Site> {
    snapshot.site_at(|site| Route::leads(site, path))
}

/// Makes a page; `last` is what an earlier state made of it.
pub fn make(snapshot: &Snapshot, path: &str, last: Option<&PreviewPage>) -> PreviewPage {
    let Some(site) = site_at(snapshot, path) else { return finish(desk::without_site(snapshot), None, 0) };
    let route = Route::at(site, path);
    let texts = route.texts(site);
    let behind = texts.iter().any(|text| snapshot.behind.contains(text.source.path()));
    let is_own = |finding: &&Finding| route.is_own(finding.place.path(), site);
    let mut own: Vec<Finding> = snapshot.findings.iter().filter(is_own).cloned().collect();
    let shown: Vec<_> = match route {
        Route::Findings => site.library.documents().collect(),
        _ => texts.clone(),
    };
    let mut allowed = check::allowances(&site.library, &shown);
    allowed.hide(&mut own, &[]);
    // Of an earlier reading nothing more is said: its lines are not those of the file.
    let checked = texts.iter().filter(|text| !snapshot.behind.contains(text.source.path()));
    own.extend(checked.flat_map(|text| check::text(&site.library, text)));
    if let Some(work) = route.work().filter(|_| !behind) {
        web::attachments::of_event(&site.library, work, &mut own);
    }
    if matches!(route, Route::Findings) {
        own.extend(check::check(&site.library));
        web::attachments::check(&site.library, &mut own);
        own = finding::settle(own);
    }
    let withheld = snapshot.is_withheld(site);
    let bare = match page(snapshot, site, route, &own) {
        Ok((page, found)) => {
            own.extend(found.into_iter().filter(|_| !behind));
            page
        }
        Err(finding) => {
            own.push(finding);
            last.and_then(|last| last.bare.clone())
        }
    };
    let of_no_page =
        |finding: &&Finding| site.library.text(finding.place.path()).is_none() && !is_own(finding);
    let mut elsewhere = snapshot.findings.iter().filter(of_no_page).cloned().collect();
    allowed.hide(&mut elsewhere, &[]);
    let shown = desk::ShownPage { site, route, own: finding::settle(own), elsewhere, behind, withheld };
    let html = match &bare {
        Some(bare) => shown.on(bare),
        None => shown.alone(),
    };
    PreviewPage { found: !matches!(route, Route::Nowhere), ..finish(html, bare, site.look) }
}

/// The page without the desk, and what its audit finds; none where there is no page for lost addresses.
fn page(
    snapshot: &Snapshot,
    site: &Site,
    route: Route<'_>,
    own: &[Finding],
) -> Result<(Option<String>, Vec<Finding>), Finding> {
    let job = match route {
        Route::Page(job) => Some(job),
        Route::Nowhere => site.not_found(),
        Route::Beside(work, easy) => return Ok((Some(desk::beside(site, work, easy)), Vec::new())),
        Route::Findings => {
            return Ok((Some(desk::findings(site, snapshot.withheld.as_ref(), own)), Vec::new()));
        }
    };
    let Some(job) = job else { return Ok((None, Vec::new())) };
    let renderer = site.renderer();
    let page = renderer.page(job)?;
    // The way of a build: a finding stands where its author can mend it, and is allowed by what is written there.
    let texts = trace::texts(&job, &site.library);
    let (_, mut found) = web::audited(&renderer, job, &page, &site.names);
    check::allowances(&site.library, &texts).hide(&mut found, &texts);
    Ok((Some(page.html), found))
}

/// Adds the script that asks for the next state of the page.
fn finish(mut html: String, bare: Option<String>, look: u64) -> PreviewPage {
    let mut hasher = blake3::Hasher::new();
    hasher.update(html.as_bytes()).update(&look.to_le_bytes());
    let seen = slice(&hasher.finalize().to_hex(), ..16).to_owned();
    let script = format!("<script src=\"{}\" data-seen=\"{seen}\" defer></script>\n", desk::SCRIPT);
    let at = html.rfind("</body>").unwrap_or(html.len());
    html.insert_str(at, &script);
    PreviewPage { html: html.into(), seen, found: false, bare }
}
