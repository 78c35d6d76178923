//! The desk's own pages: both texts side by side, and the findings of the whole site.

use super::links::root_link;
use super::strip::on_page;
use super::{fill, labels};
use crate::address::{Address, PageKind};
use crate::document::Document;
use crate::finding::Finding;
use crate::hidden::visible;
use crate::lang::Lang;
use crate::library::Work;
use crate::render::easy_read::explained;
use crate::render::{Row, RowState, easy_title, full_title};
use crate::serve::route::BESIDE;
use crate::serve::snapshot::Site;
use crate::view::{DeskBeside, DeskFile, DeskFindings, DeskFrame, DeskRow, Html};

fn frame(site: &Site, page: &Lang, kind: &'static str, title: String) -> DeskFrame {
    let (labels, lang) = labels(&site.library.language_data, page);
    DeskFrame {
        dir: lang.direction().attribute(),
        lang: lang.to_string(),
        labels: labels.fixed().clone(),
        site: site.library.config.title(page).to_owned(),
        home: root_link(&site.library.address_of("", page, PageKind::Home)),
        title,
        kind,
    }
}

/// The two texts of a work, side by side.
pub fn beside(site: &Site, work: &Work, easy: &Document) -> String {
    let official = site.library.address(&work.official);
    let address = Address::file(format!("{BESIDE}{}index.html", official.folder()));
    let renderer = site.renderer();
    let (labels, _) = labels(&site.library.language_data, &work.lang);
    let row = |row: Row| {
        let note = match &row.state {
            RowState::Explained => None,
            RowState::Missing => Some(labels.get("desk-not-explained").to_owned()),
            RowState::NeedNot => Some(labels.get("desk-need-not").to_owned()),
            RowState::Added => Some(labels.get("desk-explains-nothing").to_owned()),
            RowState::LeftOut(reason) => {
                labels.format("desk-left-out", &[("reason", reason.as_str().into())])
            }
        };
        let name = match row.names.as_slice() {
            [] => String::new(),
            [first, _, .., last] => {
                let ends = [("first", first.as_str().into()), ("last", last.as_str().into())];
                labels.format("desk-range", &ends).unwrap_or_default()
            }
            names => names.join(labels.get("list-separator")),
        };
        DeskRow {
            name,
            official: Html::new(&row.official),
            easy_read: Html::new(&row.easy_read),
            note,
            is_missing: row.state == RowState::Missing,
        }
    };
    let title = full_title(&work.official);
    fill(
        "desk/beside.html",
        &DeskBeside {
            frame: frame(site, &work.lang, "curbcut-beside", explained(work, labels, "desk-beside")),
            official_words: explained(work, labels, "official-text"),
            official: root_link(&official),
            easy_read: root_link(&site.library.address(easy)),
            easy_title: easy_title(easy, labels),
            easy_lang: work.lang.simple().to_string(),
            lang: work.lang.to_string(),
            dir: work.lang.direction().attribute(),
            official_title: title,
            rows: renderer.side_by_side(work, easy, &address).into_iter().map(row).collect(),
            notes: Html::new(&renderer.notes(&work.official, &address)),
        },
    )
}

/// All findings of the texts of the site; `withheld` is the site with the entries that nobody agreed to.
pub fn findings(site: &Site, withheld: Option<&Site>, findings: &[Finding]) -> String {
    let lang = &site.library.config.language;
    let (labels, _) = labels(&site.library.language_data, lang);
    let files = findings.chunk_by(|a, b| a.place.path() == b.place.path()).filter_map(|of_file| {
        let path = of_file.first()?.place.path();
        Some(DeskFile {
            path: visible(path).into_owned(),
            href: [Some(site), withheld]
                .into_iter()
                .flatten()
                .find_map(|site| Some(root_link(&site.library.address(site.library.text(path)?)))),
            items: of_file.iter().map(|finding| on_page(finding, site, lang, &[])).collect(),
        })
    });
    let title = labels.get("desk-all").to_owned();
    let frame = frame(site, lang, "curbcut-all", title);
    fill("desk/findings.html", &DeskFindings { frame, files: files.collect() })
}
