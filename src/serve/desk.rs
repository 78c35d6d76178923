//! The desk: what an editor has beside a page, added in the preview only.
//!
//! In: a page as it would be published, and what is wrong with it. Out: the page with a strip at its foot. Labels are
//! in the language of the page; findings are in English, as everywhere.

mod anchors;
mod strip;

use std::sync::LazyLock;

use tera::{Context, Tera};

use crate::finding::Finding;
use crate::lang::Lang;
use crate::languages::{self, Labels};
use crate::render::Job;

use super::snapshot::{Site, Snapshot};
use strip::Strip;

/// What the desk needs is below this path; no page and no file of a site is.
pub const FOLDER: &str = "/_curbcut/";
/// The script of every page.
pub const SCRIPT: &str = "/_curbcut/desk.js";
/// The desk's own style sheet.
pub const STYLE: &str = "/_curbcut/desk.css";

/// The files of the desk by address: their type and text.
pub const FILES: [(&str, &str, &str); 2] = [
    (SCRIPT, "text/javascript; charset=utf-8", include_str!("desk/desk.js")),
    (STYLE, "text/css; charset=utf-8", include_str!("desk/desk.css")),
];

static TEMPLATES: LazyLock<Tera> = LazyLock::new(|| {
    let mut tera = Tera::new();
    tera.add_raw_templates([
        ("strip.html", include_str!("desk/strip.html")),
        ("notice.html", include_str!("desk/notice.html")),
        ("items.html", include_str!("desk/items.html")),
        ("alone.html", include_str!("desk/alone.html")),
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
    /// What makes the page; `None` where there is no such page.
    pub job: Option<Job<'a>>,
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
        let text = self.text_path().unwrap_or_default();
        let strip = Strip::new(self, &anchors::places(page, text));
        let additions = anchors::Additions {
            strip: fill("strip.html", &strip),
            notice: strip.notice(),
            marked: strip.marked(),
            text,
            is_elsewhere: self.job.is_none(),
        };
        anchors::add(page, &additions)
    }

    /// A page that holds nothing but the desk.
    pub fn alone(&self) -> String {
        fill("alone.html", &Strip::new(self, &[]))
    }

    fn lang(&self) -> Lang {
        let first = || self.site.languages.first().cloned();
        self.job.map_or_else(first, |job| Some(job.lang())).unwrap_or_else(interface)
    }

    /// The file of the text that the page shows.
    fn text_path(&self) -> Option<&str> {
        match self.job? {
            Job::Official(work) => Some(work.official.source.path()),
            Job::EasyRead(_, easy) => Some(easy.source.path()),
            Job::Section(section) => Some(section.source.path()),
            Job::Home(lang) => {
                let home = self.site.library.homes.iter().find(|home| home.lang == *lang);
                home.map(|home| home.source.path())
            }
            _ => None,
        }
    }
}

/// The page that stands for all others while `book.toml` cannot be read.
pub fn without_site(snapshot: &Snapshot) -> String {
    fill("alone.html", &Strip::without_site(&snapshot.findings))
}

/// The desk's language where no page gives one.
fn interface() -> Lang {
    "zh".parse().expect("a language with labels")
}

/// The labels for a page of this language, and the language they are in.
fn labels(lang: &Lang) -> (&'static Labels, Lang) {
    let own = if languages::has_labels(lang) { lang.clone() } else { "en".parse().expect("a language tag") };
    (languages::labels(lang), own)
}
