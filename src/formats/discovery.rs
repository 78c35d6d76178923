//! The files by which programs find what a site has: a sitemap, feeds, a calendar of deadlines, one of each event, the exports of
//! collections, and what crawlers are told.
//!
//! In: the library. Out: each file in memory. All of them but calendars and exports name whole addresses, so where nothing says at which address the site
//! stands there are none, and a note says so. The catalogue of the books belongs to the format of books, as it lists what only a
//! finished book knows.

mod atom;
mod calendar;
mod event_calendar;
mod ical;
mod robots;
mod sitemap;

pub use robots::FILE as ROBOTS;

use anyhow::Result;

use super::exports;
use crate::address::PageKind;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::library::{Library, Work};
use crate::render::feeds::Feed;
use crate::render::{calendar_address, deadlines};

/// One of these files.
enum List<'a> {
    Sitemap(sitemap::Piece),
    Feed(Feed<'a>),
    Robots,
    Calendar(&'a Lang),
    Export(exports::File<'a>),
    Event(&'a Work),
}

/// Says that there are none, where nothing says at which address the site stands.
pub fn check(library: &Library, findings: &mut Vec<Finding>) {
    let Some(source) = library.config.check.source.as_ref() else { return };
    if library.config.site.base_url.is_some() {
        return;
    }
    let message =
        "without “base-url” the site has no sitemap, feeds, catalogue of books or canonical addresses";
    let help = "Write under [site] at which address the site will stand, such as base-url = \"https://example.org/\".";
    let span = library.config.check.place(&["site"]);
    findings.push(Finding::note("config/no-base-url", source, span, message).help(help));
}

/// Where these files stand.
pub fn paths(library: &Library, languages: &[Lang]) -> Vec<String> {
    all(library, languages).into_iter().map(|(path, _)| path).collect()
}

/// Makes each of them and hands it on with its path.
///
/// # Errors
/// When who takes it refuses.
pub fn make(
    library: &Library,
    languages: &[Lang],
    mut take: impl FnMut(&str, String) -> Result<()>,
) -> Result<()> {
    for (path, list) in all(library, languages) {
        take(&path, text(&list, library, languages))?;
    }
    Ok(())
}

/// The file at a path of the site, if it is one of these.
pub fn at(path: &str, library: &Library, languages: &[Lang]) -> Option<String> {
    let (_, list) = all(library, languages).into_iter().find(|(known, _)| known == path)?;
    Some(text(&list, library, languages))
}

fn all<'a>(library: &'a Library, languages: &'a [Lang]) -> Vec<(String, List<'a>)> {
    let mut all: Vec<_> = calendars(library, languages).collect();
    all.extend(exports::all(library).map(|(path, file)| (path, List::Export(file))));
    let events = event_calendar::all(library);
    all.extend(events.map(|(address, work)| (address.path().to_owned(), List::Event(work))));
    let Some(base) = library.config.site.base_url.as_deref() else { return all };
    let pieces = sitemap::pieces(library, languages).into_iter();
    all.extend(pieces.map(|piece| (piece.path(), List::Sitemap(piece))));
    let feeds = Feed::all(library, languages);
    all.extend(feeds.map(|feed| (feed.address().path().to_owned(), List::Feed(feed))));
    if robots::is_made(base, library) {
        all.push((robots::FILE.to_owned(), List::Robots));
    }
    all
}

/// The calendars of the languages that have deadlines with known days.
fn calendars<'a>(library: &'a Library, languages: &'a [Lang]) -> impl Iterator<Item = (String, List<'a>)> {
    let with_days = languages.iter().filter(|lang| !deadlines(library, lang).is_empty());
    with_days.map(|lang| {
        let page = library.address_of("", lang, PageKind::FollowUp);
        (calendar_address(&page).path().to_owned(), List::Calendar(lang))
    })
}

fn text(list: &List<'_>, library: &Library, languages: &[Lang]) -> String {
    let base = library.config.site.base_url.as_deref().unwrap_or_default();
    match list {
        List::Sitemap(piece) => sitemap::xml(*piece, base, library, languages),
        List::Feed(feed) => atom::xml(feed, base, library),
        List::Robots => robots::text(base),
        List::Calendar(lang) => calendar::text(library, lang),
        List::Export(file) => exports::text(*file, library, languages),
        List::Event(work) => event_calendar::text(library, work),
    }
}
