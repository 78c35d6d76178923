//! Where a link in Markdown leads.
//!
//! In: the target as written and the document it stands in. Out: another page, a file of the site, an address
//! elsewhere, or why it leads nowhere.

use std::borrow::Cow;

use super::Library;
use crate::address::{PageKind, decode};
use crate::collections::Withdrawn;
use crate::content::{CONTENT, Name, Role};
use crate::document::{Body, Document, PAGE_BREAK, Version};
use crate::source::slice;

/// What a link leads to.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each variant says what its fields hold")]
pub enum Target<'a> {
    /// A text of this site, and a place on its page.
    Page { text: &'a Document, fragment: Option<Cow<'a, str>> },
    /// A place on the same page.
    Fragment(Cow<'a, str>),
    /// A page that the program makes, and a place on it.
    Made { kind: PageKind, fragment: Option<&'a str> },
    /// What stands where a text of this site was, whose consent has ended.
    Withdrawn(&'a Withdrawn),
    /// A file that is published as it is, by its path in the site, and the query and place in it that are written after it.
    Asset { path: &'a str, rest: &'a str },
    /// A file that holds the entries of a collection for other programs, by its path in the site, and what is written after it.
    Export { path: &'a str, rest: &'a str },
    /// An address elsewhere.
    External(&'a str),
    /// Nothing to follow: here begins this page of the printed document.
    PageBreak(&'a str),
    /// Nothing; says why and what to do.
    Nowhere { why: String, help: &'static str },
}

impl Target<'_> {
    fn nowhere(why: impl Into<String>, help: &'static str) -> Self {
        Target::Nowhere { why: why.into(), help }
    }
}

/// The kinds of address a reader may be sent to.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

impl Library {
    /// Resolves a link of `document`.
    pub fn resolve<'a>(&'a self, document: &Document, target: &'a str) -> Target<'a> {
        if let Some(page) = target.strip_prefix(PAGE_BREAK) {
            return page_break(document, page);
        }
        if let Some(scheme) = scheme(target) {
            return external(scheme, target);
        }
        if target.starts_with("//") {
            return Target::nowhere(
                format!("“{target}” has no “https:”"),
                "Write the whole address, with “https:”.",
            );
        }
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment).filter(|fragment| !fragment.is_empty())),
            None => (target, None),
        };
        if path.is_empty() {
            return match fragment.map(|fragment| anchor(document, fragment).ok_or(fragment)) {
                Some(Ok(found)) => Target::Fragment(found),
                Some(Err(fragment)) => Target::nowhere(
                    format!("there is no “{fragment}” on this page"),
                    "Give the heading that id: ## words {#id}.",
                ),
                None => Target::nowhere("the link has no target", "Write where it leads: [words](target)."),
            };
        }
        // The name as it is written comes first, so that “100%.png” is that; then what it is as an address, in which
        // most editors write spaces and Chinese characters as numbers.
        // What stands after “?” is for servers; the file is the one before it.
        let asked = path.split_once('?').map_or(path, |(before, _)| before);
        let (decoded, asked_decoded) = (decode(path), decode(asked));
        let mut tried = "";
        for (path, rest) in [(path, path), (&*decoded, path), (asked, asked), (&*asked_decoded, asked)] {
            if path == tried || path.is_empty() {
                continue;
            }
            tried = path;
            let Some(file) = join(&document.slug, path) else {
                return Target::nowhere(
                    format!("“{path}” leads out of the folder “content”"),
                    "Link only to files inside it.",
                );
            };
            if file.ends_with(".md") {
                if let Some(text) = self.text(&file) {
                    return page(text, &file, fragment, document);
                }
            } else if let Some(asset) = self.asset(slice(&file, CONTENT.len() + 1..)) {
                return Target::Asset { path: &asset.path, rest: slice(target, rest.len()..) };
            } else if let Some(path) = self.exports.get(slice(&file, CONTENT.len() + 1..)) {
                return Target::Export { path, rest: slice(target, rest.len()..) };
            }
        }
        // A name may hold a “#” itself.
        let whole = fragment.and_then(|_| join(&document.slug, target));
        if let Some(asset) = whole.and_then(|file| self.asset(slice(&file, CONTENT.len() + 1..))) {
            return Target::Asset { path: &asset.path, rest: "" };
        }
        let file = join(&document.slug, &asked_decoded).unwrap_or_default();
        if let Some(kind) = self.made(slice(&file, CONTENT.len()..).trim_matches('/'), &document.lang) {
            return Target::Made { kind, fragment };
        }
        if let Some(entry) = self.withdrawn(&file) {
            return Target::Withdrawn(entry);
        }
        if let Some(why) = self.withheld.why_no_page(&file) {
            return Target::nowhere(
                format!("“{file}” {why}"),
                "Publish that text first, or take the link out.",
            );
        }
        if file.ends_with(".md") {
            return Target::nowhere(
                format!("there is no text “{file}”"),
                "Check the name of its folder; a path begins at the folder of this file, or with “/” at “content”.",
            );
        }
        if let Some(why) = self.withheld.why_no_file(file.get(CONTENT.len() + 1..).unwrap_or_default()) {
            return Target::nowhere(
                format!("“{file}” {why}, so it is not published"),
                "Publish the text beside it, or move the file.",
            );
        }
        Target::nowhere(
            format!("there is no file “{file}”"),
            "Check the name; links to other texts end in “.md”.",
        )
    }
}

impl Library {
    /// The text of a file that is withdrawn.
    fn withdrawn(&self, file: &str) -> Option<&Withdrawn> {
        let name = Name::of(file.strip_prefix(CONTENT)?.strip_prefix('/')?, &self.config).ok()?;
        let Name::Text { role, slug, lang } = name else { return None };
        let kind = match role {
            Role::Official => PageKind::Official,
            Role::EasyRead => PageKind::EasyRead,
            _ => return None,
        };
        let withdrawn = self.collections.iter().flat_map(|(_, collection)| &collection.withdrawn);
        let of_folder = withdrawn.filter(|entry| *entry.slug == *slug && entry.page == kind);
        // Where no other page is in its language, there is none that says it either.
        let languages = self.languages();
        of_folder.filter(|entry| languages.contains(&entry.lang)).min_by_key(|entry| entry.lang != lang)
    }
}

/// The page of a text, and the place on it.
fn page<'a>(found: &'a Document, file: &str, fragment: Option<&'a str>, from: &Document) -> Target<'a> {
    match fragment.map(|fragment| anchor(found, fragment).ok_or(fragment)) {
        Some(Err(fragment)) => Target::nowhere(
            format!("there is no “{fragment}” in {file}"),
            "Link to a paragraph such as “op-3”, or give the heading that id: ## words {#id}.",
        ),
        Some(Ok(found_there)) if std::ptr::eq(found, from) => Target::Fragment(found_there),
        place => Target::Page { text: found, fragment: place.and_then(Result::ok) },
    }
}

/// The name of a place as a page of this document has it: as it is written, or decoded.
pub fn anchor<'a>(document: &Document, fragment: &'a str) -> Option<Cow<'a, str>> {
    if has_anchor(document, fragment) {
        return Some(Cow::Borrowed(fragment));
    }
    Some(decode(fragment)).filter(|decoded| *decoded != fragment && has_anchor(document, decoded))
}

/// The page of the printed document that begins here.
fn page_break<'a>(document: &Document, page: &'a str) -> Target<'a> {
    if document.version != Version::Official {
        return Target::nowhere(
            "only an official text has the pages of a printed document",
            "Remove the page break.",
        );
    }
    // The number becomes part of an id, in books too.
    let valid = page.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && !page.is_empty();
    if !valid {
        return Target::nowhere(
            format!("“{page}” is no page number"),
            "Write the number as it is printed, in letters and digits of English: [](page:3), [](page:iv).",
        );
    }
    Target::PageBreak(page)
}

/// An address that leads out of the site.
fn external<'a>(scheme: &str, target: &'a str) -> Target<'a> {
    if !SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
        return Target::nowhere(
            format!("“{scheme}:” is no kind of link that readers can be sent to"),
            "Use https:, mailto: or tel:.",
        );
    }
    let rest = slice(target, scheme.len() + 1..);
    // Most addresses have the name of a plain host, which needs no parser.
    let host = rest.strip_prefix("//").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let is_plain = host.is_some_and(|host| {
        host.starts_with(|c: char| c.is_ascii_alphabetic())
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
    });
    match is_plain || !rest.trim().is_empty() && url::Url::parse(target).is_ok() {
        true => Target::External(target),
        false => Target::nowhere(
            format!("“{target}” is no address"),
            "Write the whole address, such as https://example.org/page.",
        ),
    }
}

/// Whether an address elsewhere is one that browsers open, and not one to write or call to.
pub fn is_page_address(address: &str) -> bool {
    scheme(address).is_some_and(|scheme| ["https", "http"].iter().any(|web| web.eq_ignore_ascii_case(scheme)))
}

/// The scheme of an absolute address.
pub fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then_some(scheme)
}

/// The file at `path` as seen from `folder` below `content/`; `None` when that leads out of it.
fn join(folder: &str, path: &str) -> Option<String> {
    const ROOT: usize = CONTENT.len() + 1;
    let mut file = String::with_capacity(ROOT + folder.len() + 1 + path.len());
    file.push_str(CONTENT);
    file.push('/');
    if !path.starts_with('/') {
        file.push_str(folder);
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if file.len() == ROOT => return None,
            ".." => file.truncate(slice(&file, ROOT..).rfind('/').map_or(ROOT, |at| ROOT + at)),
            part => {
                if file.len() > ROOT {
                    file.push('/');
                }
                file.push_str(part);
            }
        }
    }
    Some(file)
}

/// Whether a page of this document has a place of this name.
fn has_anchor(document: &Document, fragment: &str) -> bool {
    let page_ids: &[&str] = match document.body {
        Body::Resolution(_) => &["preamble", "operative", "summary", "facts", "adoption", "notes", "main"],
        Body::Flow(_) => &["summary", "contents", "notes", "main"],
        Body::EasyRead(_) => &["main"],
    };
    let of_event = ["event", "access", "programme", "recordings"];
    let is_of_event = document.front.kind.takes_place()
        && document.version == Version::Official
        && of_event.contains(&fragment);
    page_ids.contains(&fragment) || is_of_event || document.has_anchor(fragment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_folder() {
        for (folder, path, file) in [
            ("决议", "../决定/index.md", Some("content/决定/index.md")),
            ("决议/附件", "./图.svg", Some("content/决议/附件/图.svg")),
            ("决议", "/图//一.svg", Some("content/图/一.svg")),
            ("", "决定/index.md", Some("content/决定/index.md")),
            ("决议", "../..", None),
            ("", "../a.md", None),
            ("决议", "/..", None),
        ] {
            assert_eq!(join(folder, path).as_deref(), file, "{folder} {path}");
        }
    }
}
