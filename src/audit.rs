//! The audit: what is wrong in finished pages and books, our own, a user's template's or another generator's.
//!
//! In: every page of a site as it will be published. Out: findings at the line and column of the start tag, and
//! of the Markdown it was made from where the page says so in `data-source`. It changes nothing and fetches
//! nothing. The rules are in [`rules::RULES`]; style sheets have
//! more of their own, in [`style_sheets`], and books in [`book`].
//!
//! Pages are read one by one, in parallel, each once: [`page`]. What is left to know of a page is small, so its
//! text may be dropped before [`site`] checks the links between pages.

use std::collections::BTreeSet;

use crate::finding::Finding;
pub use applicability::{TestTarget, TestTargets};
pub use input::{Allow, Page};
pub use page_audit::PageAudit;
pub use shown::{Hidden, Shown, Trouble, Value};

mod accessible_name;
mod address;
mod applicability;
mod aria;
mod attributes;
mod autocomplete;
mod base_path;
pub mod book;
mod common_words;
pub mod criteria;
mod document;
mod element_kind;
mod elements;
mod embedded;
mod focus;
pub mod heard;
mod ids;
mod implicit_role;
mod input;
mod labels;
mod languages;
mod links;
mod markup;
mod name_sources;
mod names;
mod needs;
mod notes;
mod outline;
mod outward;
mod owned;
mod page;
mod page_audit;
mod plain;
mod refresh;
mod reports;
pub mod rules;
mod semantics;
mod shown;
mod site;
mod stack;
pub mod style_sheets;
mod tables;
mod tag;
mod text;
mod token;
mod tokens;
mod viewport;

/// Audits one page by itself.
pub fn page(page: Page<'_>, allow: &Allow) -> PageAudit {
    page::read(page, input::Medium::Site, allow)
}

/// The ids that pieces of pages give elements.
pub fn ids<'p>(pieces: impl Iterator<Item = &'p str>) -> Vec<String> {
    pieces.flat_map(shown::ids).collect()
}

/// Every rule of the audit: those for pages, then those for style sheets and books.
pub fn every_rule() -> impl Iterator<Item = &'static rules::Rule> {
    [rules::RULES, style_sheets::RULES, book::rules::RULES].into_iter().flatten().copied()
}

/// Checks what only the whole site shows: dead links and fragments between pages, pages of the same title.
///
/// `exists` says whether a file that is not a page (a style sheet, a picture, a book) is part of the site; `html`
/// gives a page's text again, and is asked only for pages something is wrong with. Where it gives none, the
/// finding names the page without a line.
pub fn site(
    pages: &[PageAudit],
    exists: impl Fn(&str) -> bool + Sync,
    html: impl Fn(&str) -> Option<String> + Sync,
) -> Vec<Finding> {
    site::Site::new(pages, exists, html).findings()
}

/// Checks the same of pages that are judged by themselves, where others stand beside them: a link may lead to a part of those.
pub fn pages_beside(
    pages: &[PageAudit],
    others: &[PageAudit],
    exists: impl Fn(&str) -> bool + Sync,
    html: impl Fn(&str) -> Option<String> + Sync,
) -> Vec<Finding> {
    site::Site::new(pages, exists, html).beside(others).findings()
}

/// The files that pages lead to parts of.
pub fn files_with_parts(pages: &[PageAudit]) -> BTreeSet<&str> {
    let leads = pages.iter().flat_map(|page| page.outward.iter());
    leads.filter(|(_, fragment, _)| !fragment.is_empty()).map(|(path, ..)| path).collect()
}
