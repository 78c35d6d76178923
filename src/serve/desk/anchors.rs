//! Puts the desk into a finished page: a style sheet in its head, the strip at its foot, and an anchor on each
//! block that a finding speaks of, found by the `data-source` that a preview's blocks carry.

use std::collections::BTreeMap;

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::address::encode;
use crate::source::slice;

/// A block of the page that says where it comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The file, as messages name it.
    pub file: String,
    /// The line of the file.
    pub line: u32,
    /// The id it has by itself.
    id: Option<String>,
}

impl Anchor {
    /// Where a link to the block leads.
    pub fn fragment(&self) -> String {
        let mut fragment = String::from("#");
        encode(&self.id.clone().unwrap_or_else(|| anchor(&self.source())), &mut fragment);
        fragment
    }

    /// The value of its `data-source`.
    pub fn source(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

/// The id of a block that has none.
fn anchor(source: &str) -> String {
    format!("curbcut:{source}")
}

/// The blocks of the page that say where they come from, in the order of the page.
pub fn anchors(page: &str) -> Vec<Anchor> {
    const MARK: &str = " data-source=\"";
    let place = |at: usize| {
        let value = slice(page, at + MARK.len()..);
        let (file, line) = slice(value, ..value.find('"')?).rsplit_once(':')?;
        // Attributes hold no “<”, so the last one begins the tag.
        let tag = slice(page, slice(page, ..at).rfind('<')?..at);
        let id =
            tag.split_once(" id=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(id, _)| id.to_owned());
        // Names of files hold none of the characters that attributes escape.
        Some(Anchor { file: file.to_owned(), line: line.parse().ok()?, id })
    };
    memchr::memmem::find_iter(page.as_bytes(), MARK).filter_map(place).collect()
}

/// What is added to a page.
#[derive(Debug)]
pub struct Additions {
    /// What stands before its own content.
    pub top: String,
    /// What stands at its foot.
    pub strip: String,
    /// What stands above the text.
    pub notice: Option<String>,
    /// The blocks that findings speak of, by their `data-source`, with the weight of the heaviest.
    pub marked: BTreeMap<String, &'static str>,
    /// The page answers for an address that is not its own, so its links must begin at the root.
    pub is_elsewhere: bool,
}

/// Adds the desk to a page; a page that cannot be read as HTML stays as it is, and the audit has a finding for it.
pub fn add(page: &str, additions: &Additions) -> String {
    let mut marked = additions.marked.clone();
    let mark = |block: &mut Element<'_, '_>| {
        let source = block.get_attribute("data-source").unwrap_or_default();
        if let Some(weight) = marked.remove(&source) {
            block.set_attribute("data-curbcut", weight)?;
            if !block.has_attribute("id") {
                block.set_attribute("id", &anchor(&source))?;
            }
        }
        Ok(())
    };
    let style = format!("<link rel=\"stylesheet\" href=\"{}\">\n", super::STYLE);
    let notice = additions.notice.as_deref().unwrap_or_default();
    let is_elsewhere = additions.is_elsewhere;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[data-source]", mark))
        .append_element_content_handler(element!("head", |head| {
            head.append(&style, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("main", |main| {
            main.before(&additions.top, ContentType::Html);
            main.prepend(notice, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("body", |body| {
            body.append(&additions.strip, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("[href], [src]", |element| {
            if is_elsewhere { from_root(element) } else { Ok(()) }
        }));
    rewrite_str(page, settings).unwrap_or_else(|_| page.to_owned())
}

/// Makes the relative addresses of a page that stands at the root hold at every address.
fn from_root(element: &mut Element<'_, '_>) -> lol_html::HandlerResult {
    for name in ["href", "src"] {
        let Some(address) = element.get_attribute(name) else { continue };
        let relative = !address.starts_with(['/', '#']) && !address.split('/').any(|part| part.contains(':'));
        if relative {
            element.set_attribute(name, &format!("/{address}"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head></head><body><main>\
        <h2 id=\"一\" data-source=\"content/文/index.md:3\">一</h2>\
        <p data-source=\"content/文/index.md:5\">二</p><p data-source=\"content/别/index.md:5\">三</p>\
        <a href=\"a/\">a</a><a href=\"#一\">b</a><a href=\"https://example.org/\">c</a></main></body></html>";

    #[test]
    fn blocks_are_found_by_file_and_line() {
        let fragments: Vec<_> = anchors(PAGE).iter().map(Anchor::fragment).collect();
        assert_eq!(fragments[0], "#%E4%B8%80");
        assert_eq!(fragments[1], "#curbcut%3Acontent%2F%E6%96%87%2Findex.md%3A5");
        assert_eq!(anchors(PAGE)[2], Anchor { file: "content/别/index.md".into(), line: 5, id: None });
    }

    #[test]
    fn marked_blocks_get_an_anchor_and_the_strip_stands_last() {
        let marked = [("content/文/index.md:3", "error"), ("content/文/index.md:5", "note")];
        let additions = Additions {
            top: "<nav>到校对台</nav>".to_owned(),
            strip: "<section>校对台</section>".to_owned(),
            notice: Some("<p>旧</p>".to_owned()),
            marked: marked.into_iter().map(|(source, weight)| (source.to_owned(), weight)).collect(),
            is_elsewhere: false,
        };
        let page = add(PAGE, &additions);
        assert!(
            page.contains("<h2 id=\"一\" data-source=\"content/文/index.md:3\" data-curbcut=\"error\">"),
            "{page}"
        );
        assert!(page.contains("data-curbcut=\"note\" id=\"curbcut:content/文/index.md:5\">二"), "{page}");
        assert!(page.contains("<p data-source=\"content/别/index.md:5\">三"), "{page}");
        assert!(page.contains("<nav>到校对台</nav><main><p>旧</p><h2"), "{page}");
        assert!(page.ends_with("<section>校对台</section></body></html>"), "{page}");
        assert!(page.contains("<a href=\"a/\">"), "{page}");
    }

    #[test]
    fn a_page_at_a_foreign_address_leads_from_the_root() {
        let additions = Additions {
            top: String::new(),
            strip: String::new(),
            notice: None,
            marked: BTreeMap::new(),
            is_elsewhere: true,
        };
        let page = add(PAGE, &additions);
        assert!(page.contains("href=\"/a/\"") && page.contains("href=\"#一\""), "{page}");
        assert!(page.contains("href=\"https://example.org/\""), "{page}");
    }
}
