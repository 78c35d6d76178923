//! Mends what other tools write differently, where the words stay and the form here is certain.
//!
//! In: a text and the library. Out: changes: links from the root of Zola become paths, `<img>` becomes a picture of Markdown, headings of
//! a text that begins too deep move up, front matter in TOML becomes YAML. Refused: official and sealed texts, and every change after
//! which the text would read otherwise or have other faults.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Change, apply};
use crate::check::reading::Reading;
use crate::check::{Subject, is_given};
use crate::content::{CONTENT, Input, Name};
use crate::document::{Document, Version};
use crate::finding::{Finding, Place};
use crate::library::{Library, Target};
use crate::parse;
use crate::source::{Source, Span, slice};

use super::toml_front;

/// What can safely be mended in a text, in order.
pub fn fixes(library: &Library, document: &Document) -> Vec<Change> {
    if is_official(library, document) {
        return Vec::new();
    }
    // What stands under front matter that cannot be read is looked at when that is mended.
    if let Some(change) = toml_front::change(document) {
        return vec![change];
    }
    let Some(before) = read(library, document, document.source.text()) else { return Vec::new() };
    // Front matter that cannot be read may say that the text is official.
    if before.1.iter().any(|found| found.rule.starts_with("front-matter/")) {
        return Vec::new();
    }
    let mut harmless = Vec::new();
    for group in [links(library, document), pictures(&before.1), headings(document)] {
        let mut tried: Vec<Change> = harmless.iter().cloned().chain(group).collect();
        tried.sort_by_key(|change| change.span);
        if tried.len() > harmless.len() && reads_alike(library, document, &before, &tried) {
            harmless = tried;
        }
    }
    harmless
}

/// Whether the wording of a text is that of an official document, which nothing touches.
fn is_official(library: &Library, document: &Document) -> bool {
    let work = library.work(&document.slug, &document.lang);
    let is_called_official = || work.is_some_and(|work| work.is_called_official());
    is_given(document) || document.version == Version::Official && is_called_official()
}

/// The text as it would be read with other words.
fn read(library: &Library, document: &Document, text: &str) -> Option<(Document, Vec<Finding>)> {
    let path = document.source.path().strip_prefix(CONTENT)?.trim_start_matches('/');
    let Ok(Name::Text { role, slug, lang }) = Name::of(path, &library.config) else { return None };
    let source = Arc::new(Source::new(document.source.path(), text.to_owned()));
    let input = Input { source, role, slug: slug.into(), lang };
    Some(parse::parse(&input, &library.language_data))
}

/// Whether the changed text has the words it had, and no fault that it had not.
fn reads_alike(
    library: &Library,
    document: &Document,
    (before, had): &(Document, Vec<Finding>),
    changes: &[Change],
) -> bool {
    if changes.windows(2).any(|pair| matches!(pair, [a, b] if b.span.start < a.span.end)) {
        return false;
    }
    let Some((after, has)) = read(library, document, &apply(document, changes)) else { return false };
    let rules =
        |findings: &[Finding]| -> BTreeSet<&str> { findings.iter().map(|found| found.rule).collect() };
    let words = |document: &Document| Reading::of(document).prose.text().to_owned();
    words(before) == words(&after) && has.len() <= had.len() && rules(&has).is_subset(&rules(had))
}

/// Links that Zola writes from the folder of all texts.
fn links(library: &Library, document: &Document) -> Vec<Change> {
    let subject = Subject::of(library, document);
    let links = subject.elements().links.iter().filter(|link| link.target.starts_with("@/"));
    let change = |(span, target): (Span, &str)| {
        let instead = relative(library, document, target)?;
        (document.source.slice(span) == target).then_some(Change { span, instead })
    };
    links.map(|link| (link.target_span, link.target)).filter_map(change).collect()
}

/// The path that leads where a link of Zola leads, from the folder of this text.
pub fn relative(library: &Library, document: &Document, target: &str) -> Option<String> {
    let path = target.strip_prefix("@/")?;
    let (path, place) =
        path.split_once('#').map_or((path, ""), |(path, _)| (path, slice(target, path.len() + 2..)));
    let up = "../".repeat(document.slug.split('/').filter(|part| !part.is_empty()).count());
    // A page of Zola may be a file; here each has a folder.
    let folder = path.strip_suffix(".md").map(|folder| format!("{folder}/index.md"));
    let paths = [Some(path.to_owned()), folder].into_iter().flatten();
    let path = paths.into_iter().find(|path| library.text(&format!("{CONTENT}/{path}")).is_some())?;
    let target = format!("{up}{path}{place}");
    (!matches!(library.resolve(document, &target), Target::Nowhere { .. })).then_some(target)
}

/// Raw pictures all of whose attributes Markdown can hold.
fn pictures(found: &[Finding]) -> Vec<Change> {
    // One whose “alt” has words loses them, and is told as that.
    let is_element =
        |finding: &&Finding| matches!(finding.rule, "markdown/refused-html" | "markdown/lost-words");
    let raw = found.iter().filter(is_element);
    let change = |finding: &Finding| {
        let Place::Source(source, span) = &finding.place else { return None };
        let instead = picture(source.slice(*span))?;
        Some(Change { span: *span, instead })
    };
    let mut changes: Vec<Change> = raw.filter_map(change).collect();
    changes.sort_by_key(|change| change.span);
    changes.dedup();
    changes
}

/// `<img src="a.svg" alt="words">` as Markdown writes it; nothing where more than these two is said, or less.
pub fn picture(tag: &str) -> Option<String> {
    image(tag).map(|(src, alt)| format!("![{alt}]({src})"))
}

/// The address and the alternative text of a raw picture that says these two alone, and as Markdown can.
pub fn image(tag: &str) -> Option<(&str, &str)> {
    let mut rest = tag.strip_prefix("<img")?.strip_suffix('>')?.trim_end_matches('/').trim();
    let (mut src, mut alt) = (None, None);
    while !rest.is_empty() {
        let (name, value) = rest.split_once('=')?;
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, after) = slice(value, 1..).split_once(quote)?;
        match name {
            "src" if src.is_none() => src = Some(value),
            "alt" if alt.is_none() => alt = Some(value),
            _ => return None,
        }
        rest = after.trim_start();
    }
    let (src, alt) = (src?, alt?);
    let is_plain = |words: &str, signs: &[char]| {
        !words.trim().is_empty()
            && words.trim() == words
            && !words.contains(signs)
            && !words.contains(char::is_control)
    };
    let plain_alt = is_plain(alt, &['[', ']', '\\', '`', '*', '_', '<', '>', '&', '~', '!', '"']);
    let plain_src = is_plain(src, &['(', ')', '<', '>', '\\', ' ', '&', '"', '\'']);
    (plain_alt && plain_src).then_some((src, alt))
}

/// All headings of a text that begins deeper than the second level, moved up alike.
fn headings(document: &Document) -> Vec<Change> {
    if document.version == Version::EasyRead {
        return Vec::new();
    }
    let elements = Reading::of(document).elements;
    let levels = || elements.headings.iter().map(|heading| heading.level);
    let (first, least) = (levels().next().unwrap_or_default(), levels().min().unwrap_or_default());
    if first != least || least <= 2 {
        return Vec::new();
    }
    let change = |heading: &crate::check::elements::Heading<'_>| {
        let marks = "#".repeat(heading.level as usize);
        let written = document.source.slice(heading.block.span);
        let start = heading.block.span.start;
        let is_marked = written.strip_prefix(&*marks).is_some_and(|rest| rest.starts_with([' ', '\t']));
        is_marked.then(|| Change {
            span: Span { start, end: start + u32::from(heading.level) },
            instead: "#".repeat((heading.level - least + 2) as usize),
        })
    };
    let changes: Option<Vec<Change>> = elements.headings.iter().map(change).collect();
    changes.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_written_in_markdown_where_nothing_is_lost() {
        let kept = [
            ("<img src=\"图.svg\" alt=\"镇的地图\">", "![镇的地图](图.svg)"),
            ("<img alt='A map' src='a/b.png' />", "![A map](a/b.png)"),
        ];
        for (tag, markdown) in kept {
            assert_eq!(picture(tag).as_deref(), Some(markdown));
        }
        for tag in [
            "<img src=\"a.svg\">",
            "<img src=\"a.svg\" alt=\"\">",
            "<img src=\"a.svg\" alt=\"A\" width=\"3\">",
            "<img src=\"a b.svg\" alt=\"A\">",
            "<img src=\"a.svg\" alt=\"[A]\">",
            "<img src=\"a.svg\" alt=\"A\" alt=\"B\">",
            "<img src=a.svg alt=A>",
            "<image src=\"a.svg\" alt=\"A\">",
        ] {
            assert_eq!(picture(tag), None, "{tag}");
        }
    }
}
