//! The desk: what an editor has beside a page, added in the preview only.
//!
//! In: a page as it would be published, and what is wrong with it. Out: the page with a strip at its foot; and the
//! desk's own pages. Labels are in the language of the page; findings are in English, as everywhere.

mod anchors;
mod links;
mod pages;
mod strip;

use std::sync::LazyLock;

use tera::{Context, Tera};

use super::route::Route;
use super::snapshot::{Site, Snapshot};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages::{self, Labels, Languages};
use crate::view;
use strip::Strip;

pub use pages::{beside, findings};

/// What the desk needs is below this path; no page and no file of a site is.
const FOLDER: &str = "/_curbcut/";
/// The script of every page.
pub const SCRIPT: &str = "/_curbcut/desk.js";
/// The desk's own style sheet.
const STYLE: &str = "/_curbcut/desk.css";

/// The files of the desk by address, with their type and text.
pub const FILES: [(&str, &str, &str); 2] = [
    (SCRIPT, "text/javascript; charset=utf-8", include_str!("desk/desk.js")),
    (STYLE, "text/css; charset=utf-8", include_str!("desk/desk.css")),
];

static TEMPLATES: LazyLock<Tera> = LazyLock::new(|| {
    let mut tera = Tera::new();
    tera.add_raw_templates([
        ("desk/items.html", include_str!("desk/items.html")),
        ("desk/strip.html", include_str!("desk/strip.html")),
        ("desk/top.html", include_str!("desk/top.html")),
        ("desk/notice.html", include_str!("desk/notice.html")),
        ("desk/alone.html", include_str!("desk/alone.html")),
        ("desk/frame.html", include_str!("desk/frame.html")),
        ("desk/beside.html", include_str!("desk/beside.html")),
        ("desk/findings.html", include_str!("desk/findings.html")),
    ])
    .unwrap_or_else(|error| panic!("the desk's templates: {error}"));
    tera
});

fn fill<V: view::View>(template: &str, view: &V) -> String {
    debug_assert!(V::TEMPLATES.contains(&template), "{template} reads another view");
    Context::from_serialize(view)
        .and_then(|context| TEMPLATES.render(template, &context))
        .unwrap_or_else(|error| panic!("{template}: {error}"))
}

/// One page and what is to be said of it.
pub struct ShownPage<'a> {
    /// The site.
    pub site: &'a Site,
    /// The page.
    pub route: Route<'a>,
    /// What is wrong with it.
    pub own: Vec<Finding>,
    /// What is wrong with files that are no page's.
    pub elsewhere: Vec<Finding>,
    /// An earlier reading of its text is shown.
    pub behind: bool,
    /// Nobody agreed to it, so only this machine shows it.
    pub withheld: bool,
}

impl ShownPage<'_> {
    /// Adds the desk to a page.
    pub fn on(&self, page: &str) -> String {
        let strip = Strip::new(self, &anchors::anchors(page));
        let additions = anchors::Additions {
            top: strip.fill("desk/top.html"),
            strip: strip.fill("desk/strip.html"),
            notice: strip.notice(),
            marked: strip.marked(),
            is_elsewhere: matches!(self.route, Route::Nowhere),
        };
        anchors::add(page, &additions)
    }

    /// A page that holds nothing but the desk.
    pub fn alone(&self) -> String {
        Strip::new(self, &[]).fill("desk/alone.html")
    }

    fn lang(&self) -> Lang {
        self.route.lang().unwrap_or_else(|| self.site.library.config.language.clone())
    }
}

/// The page that stands for all others while `book.toml` cannot be read.
pub fn without_site(snapshot: &Snapshot) -> String {
    Strip::without_site(&snapshot.findings).fill("desk/alone.html")
}

/// The labels for a page of this language, and the language they are in: that of the page if it has all, otherwise the
/// fallback, as the desk speaks one language.
fn labels<'a>(languages: &'a Languages, lang: &Lang) -> (&'a Labels, Lang) {
    let own = languages.of(lang).labels();
    if own.is_complete() {
        (own, lang.clone())
    } else {
        (languages.fallback().labels(), languages::fallback())
    }
}
