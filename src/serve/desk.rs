//! The desk: what an editor has beside a page, added in the preview only.
//!
//! In: a page as it would be published, and what is wrong with it. Out: the page with a strip at its foot; and the
//! desk's own pages. Labels are in the language of the page; findings are in English, as everywhere.

mod anchors;
mod strip;
mod views;

use std::sync::LazyLock;

use tera::{Context, Tera};

use super::snapshot::{Site, Snapshot};
use super::view::View;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages::{self, Labels, Languages};
use strip::Strip;

pub use views::{BESIDE, FINDINGS, beside, findings};

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
        ("items.html", include_str!("desk/items.html")),
        ("strip.html", include_str!("desk/strip.html")),
        ("top.html", include_str!("desk/top.html")),
        ("notice.html", include_str!("desk/notice.html")),
        ("alone.html", include_str!("desk/alone.html")),
        ("frame.html", include_str!("desk/frame.html")),
        ("beside.html", include_str!("desk/beside.html")),
        ("findings.html", include_str!("desk/findings.html")),
    ])
    .unwrap_or_else(|error| panic!("the desk's templates: {error}"));
    tera
});

fn fill(template: &str, context: &impl serde::Serialize) -> String {
    Context::from_serialize(context)
        .and_then(|context| TEMPLATES.render(template, &context))
        .unwrap_or_else(|error| panic!("{template}: {error}"))
}

/// One page and what is to be said of it.
pub struct Sheet<'a> {
    /// The site.
    pub site: &'a Site,
    /// The page.
    pub view: View<'a>,
    /// What is wrong with it.
    pub own: Vec<Finding>,
    /// What is wrong with files that are no page's.
    pub elsewhere: Vec<Finding>,
    /// An earlier reading of its text is shown.
    pub behind: bool,
}

impl Sheet<'_> {
    /// Adds the desk to a page.
    pub fn on(&self, page: &str) -> String {
        let strip = Strip::new(self, &anchors::places(page));
        let additions = anchors::Additions {
            top: fill("top.html", &strip),
            strip: fill("strip.html", &strip),
            notice: strip.notice(),
            marked: strip.marked(),
            is_elsewhere: matches!(self.view, View::Nowhere),
        };
        anchors::add(page, &additions)
    }

    /// A page that holds nothing but the desk.
    pub fn alone(&self) -> String {
        fill("alone.html", &Strip::new(self, &[]))
    }

    fn lang(&self) -> Lang {
        self.view.lang().unwrap_or_else(|| self.site.library.config.language.clone())
    }
}

/// The page that stands for all others while `book.toml` cannot be read.
pub fn without_site(snapshot: &Snapshot) -> String {
    fill("alone.html", &Strip::without_site(&snapshot.findings))
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
