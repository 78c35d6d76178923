//! Where a link in Markdown leads.
//!
//! In: the target as written and the document it stands in. Out: another page, a file of the site, an address
//! elsewhere, or why it leads nowhere.

use super::Library;
use crate::address::Address;
use crate::document::{Body, Document, Version};
use crate::load::CONTENT;

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant says what its fields hold")]
pub enum Target {
    /// A page of this site, and a place on it.
    Page { address: Address, fragment: Option<String> },
    /// A place on the same page.
    Fragment(String),
    /// A file that is published as it is, by its path in the site.
    Asset(String),
    /// An address elsewhere.
    External(String),
    /// Nothing to follow: here begins this page of the printed document.
    PageBreak(String),
    /// Nothing; says why and what to do.
    Nowhere { why: String, help: String },
}

/// What the target of a page break begins with: `[](page:3)`.
pub const PAGE: &str = "page:";

/// The kinds of address a reader may be sent to.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

impl Library {
    /// Resolves a link of `document`.
    pub fn resolve(&self, document: &Document, target: &str) -> Target {
        let nowhere = |why: String, help: &str| Target::Nowhere { why, help: help.to_owned() };
        if let Some(page) = target.strip_prefix(PAGE) {
            return page_break(document, page);
        }
        if let Some(scheme) = scheme(target) {
            return if SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) {
                Target::External(target.to_owned())
            } else {
                nowhere(
                    format!("“{scheme}:” is no kind of link that readers can be sent to"),
                    "Use https:, mailto: or tel:.",
                )
            };
        }
        if target.starts_with("//") {
            return nowhere(format!("“{target}” has no “https:”"), "Write the whole address, with “https:”.");
        }
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment).filter(|fragment| !fragment.is_empty())),
            None => (target, None),
        };
        if path.is_empty() {
            return match fragment {
                Some(fragment) if has_anchor(document, fragment) => Target::Fragment(fragment.to_owned()),
                Some(fragment) => nowhere(
                    format!("there is no “{fragment}” on this page"),
                    "Give the heading that id: ## words {#id}.",
                ),
                None => nowhere("the link has no target".into(), "Write where it leads: [words](target)."),
            };
        }
        let Some(wanted) = join(&document.slug, path) else {
            return nowhere(
                format!("“{path}” leads out of the folder “content”"),
                "Link only to files inside it.",
            );
        };
        if wanted.ends_with(".md") {
            return self.page(&wanted, fragment, document);
        }
        if self.asset(&wanted).is_some() {
            return Target::Asset(wanted);
        }
        nowhere(
            format!("there is no file “content/{wanted}”"),
            "Check the name; links to other texts end in “.md”.",
        )
    }

    fn page(&self, wanted: &str, fragment: Option<&str>, from: &Document) -> Target {
        let Some(found) = self.text(&format!("{CONTENT}/{wanted}")) else {
            return Target::Nowhere {
                why: format!("there is no text “content/{wanted}”"),
                help: "Check the name of its folder; a path begins at the folder of this file, or with “/” at “content”.".into(),
            };
        };
        match fragment {
            Some(fragment) if !has_anchor(found, fragment) => Target::Nowhere {
                why: format!("there is no “{fragment}” in content/{wanted}"),
                help: "Link to a paragraph such as “op-3”, or give the heading that id: ## words {#id}."
                    .into(),
            },
            _ if std::ptr::eq(found, from) && fragment.is_some() => {
                Target::Fragment(fragment.unwrap_or_default().to_owned())
            }
            _ => Target::Page { address: self.address(found), fragment: fragment.map(str::to_owned) },
        }
    }
}

/// The page of the printed document that begins here.
fn page_break(document: &Document, page: &str) -> Target {
    let nowhere = |why: String, help: &str| Target::Nowhere { why, help: help.to_owned() };
    if document.version != Version::Official {
        return nowhere(
            "only an official text has the pages of a printed document".into(),
            "Remove the page break.",
        );
    }
    // The number becomes part of an id, in books too.
    let valid = page.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && !page.is_empty();
    if !valid {
        return nowhere(
            format!("“{page}” is no page number"),
            "Write the number as it is printed, in letters and digits of English: [](page:3), [](page:iv).",
        );
    }
    Target::PageBreak(page.to_owned())
}

/// The scheme of an absolute address.
fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then_some(scheme)
}

/// `path` as seen from `folder`, below `content/`; `None` when it leads out of it.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.retain(|part| !part.is_empty());
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    Some(parts.join("/"))
}

/// Whether a page of this document has a place of this name.
fn has_anchor(document: &Document, fragment: &str) -> bool {
    let page_ids: &[&str] = match document.body {
        Body::Resolution(_) => &["preamble", "operative", "summary", "facts", "adoption", "notes", "main"],
        Body::Flow(_) => &["summary", "contents", "notes", "main"],
        Body::EasyRead(_) => &["main"],
    };
    page_ids.contains(&fragment) || document.has_anchor(fragment)
}
