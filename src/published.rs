//! What was once published, and may not vanish: the pages of texts and the places on them that links lead to.
//!
//! In: `published.json`, which `curbcut build --record` writes and which is kept with the sources, and the library. Out: a finding for each
//! page or place that is gone and of which no text says where it went. The names that count paragraphs, such as `p-12`, are not recorded: they
//! are made anew with each text.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};

use crate::document::Document;
use crate::files::{Folder, replace};
use crate::finding::Finding;
use crate::hidden::visible;
use crate::library::Library;
use crate::source::{Source, Span};

/// The name of the file, at the site's root.
pub const FILE: &str = "published.json";

/// So much that is gone is named one by one.
const MOST_NAMED: usize = 99;

/// The places on each page, by the path of the page.
type Pages = BTreeMap<String, BTreeSet<String>>;

/// Finds what was published and is gone.
///
/// # Errors
/// When the disk refuses to give the file.
pub fn check(root: &Path, library: &Library, findings: &mut Vec<Finding>) -> Result<()> {
    if let Some(source) = read(root)? {
        judge(&source, library, findings);
    }
    Ok(())
}

/// The same of a record that was read.
pub fn judge(source: &Arc<Source>, library: &Library, findings: &mut Vec<Finding>) {
    match parse(source) {
        Ok(pages) => find_gone(source, &pages, library, findings),
        Err(finding) => findings.push(finding),
    }
}

/// Adds what is published now to the file; what stood in it stays.
///
/// # Errors
/// When the disk refuses, or the file is not in order.
pub fn record(root: &Path, library: &Library) -> Result<usize> {
    let mut pages = match read(root)? {
        Some(source) => parse(&source).map_err(|finding| anyhow::anyhow!("{FILE}: {}", finding.message))?,
        None => Pages::new(),
    };
    // An entry whose consent has ended is not recorded any more.
    pages.retain(|page, _| !is_withdrawn(library, page));
    for text in library.documents() {
        let path = library.address(text).path().to_owned();
        pages.entry(path).or_default().extend(places(text));
    }
    let mut out = String::from("{\n");
    for (at, (page, places)) in pages.iter().enumerate() {
        let end = if at + 1 < pages.len() { ",\n" } else { "\n" };
        out.push_str(&format!("{}: {}{end}", serde_json::to_string(page)?, serde_json::to_string(places)?));
    }
    out.push_str("}\n");
    let folder = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
    replace::put(&folder, FILE, &out).with_context(|| format!("cannot write {FILE}"))?;
    Ok(pages.len())
}

/// Whether the page of this path says that an entry is no longer published.
fn is_withdrawn(library: &Library, page: &str) -> bool {
    let withdrawn = library.collections.iter().flat_map(|(_, collection)| &collection.withdrawn);
    withdrawn.into_iter().any(|entry| library.address_of_withdrawn(entry).path() == page)
}

fn read(root: &Path) -> Result<Option<Arc<Source>>> {
    let folder = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
    match folder.read(FILE) {
        Ok(bytes) => Ok(Some(Arc::new(Source::new(FILE, String::from_utf8_lossy(&bytes).into_owned())))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {FILE}")),
    }
}

fn parse(source: &Arc<Source>) -> Result<Pages, Finding> {
    serde_json::from_str(source.text()).map_err(|error| {
        let lines = source.text().split_inclusive('\n');
        let line: usize = lines.take(error.line().saturating_sub(1)).map(str::len).sum();
        let place = line + error.column().saturating_sub(1);
        let place = Span::point(source.text().floor_char_boundary(place));
        let message = "this is no record of pages and their places";
        Finding::error("published/wrong", source, place, message).help(
            "Take it back from the last commit, or delete it and let “curbcut build --record” write it anew.",
        )
    })
}

/// The places on the page of a text that stay when the text grows.
fn places(text: &Document) -> impl Iterator<Item = String> {
    let is_counted = |name: &str| {
        name.strip_prefix("p-").is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let names: Vec<String> = text.outline().iter().map(|part| part.name.to_string()).collect();
    names.into_iter().filter(move |name| !is_counted(name))
}

fn find_gone(source: &Arc<Source>, pages: &Pages, library: &Library, findings: &mut Vec<Finding>) {
    let texts: HashMap<String, &Document> =
        library.documents().map(|text| (library.address(text).path().to_owned(), text)).collect();
    let old: HashSet<String> = library.aliases().map(|alias| alias.address.path().to_owned()).collect();
    let mut from = 0;
    let mut find = |words: &str| {
        let quoted = serde_json::to_string(words).unwrap_or_default();
        let text = source.text();
        let at = text.get(from..).and_then(|rest| rest.find(&quoted)).map(|at| from + at);
        from = at.unwrap_or(from);
        at.map_or(Span::point(0), |at| Span::from(at..at + quoted.len()))
    };
    let mut gone = 0;
    let mut report = |place: Span, message: String, help: String| {
        gone += 1;
        if gone <= MOST_NAMED {
            findings.push(Finding::error("published/vanished", source, place, message).help(help));
        }
    };
    for (page, places) in pages {
        let place = find(page);
        let Some(text) = texts.get(page) else {
            if !old.contains(page) && !is_withdrawn(library, page) {
                let folder = page.strip_suffix("/index.html").unwrap_or(page);
                let message = format!("the page {} was published and is gone", visible(page));
                let help = format!(
                    "Write “aliases: {}” in the text that took its place, bring it back, or take its line out where nothing took its place.",
                    visible(folder)
                );
                report(place, message, help);
            }
            continue;
        };
        for name in places {
            let front = &text.front;
            let is_told = front.moved.contains_key(name) || front.ended.contains_key(name);
            if !is_told && !text.has_anchor(name) {
                let message = format!("“{}” on {page} was published and is gone", visible(name));
                let help = format!(
                    "Write in {} where it is now, “moved: {{{1}: NEW}}”, or why it is gone, “ended: {{{1}: …}}”.",
                    text.source.path(),
                    visible(name)
                );
                report(find(name), message, help);
            }
        }
    }
    if let Some(more @ 1..) = gone.checked_sub(MOST_NAMED) {
        let message = match more {
            1 => "1 more page or place was published and is gone".to_owned(),
            more => format!("{more} more pages or places were published and are gone"),
        };
        findings.push(
            Finding::error("published/vanished", source, Span::point(0), message)
                .help("Mend those above first, or take the last record back."),
        );
    }
}
