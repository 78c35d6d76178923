//! Puts the desk into a finished page: a style sheet in its head, the strip at its foot, and an anchor on each
//! block that a finding speaks of, found by the `data-source` that a preview's blocks carry.

use std::collections::BTreeMap;

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::render::html::attribute;

/// A block of the page that says where it comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// The line of the text.
    pub line: u32,
    /// The id it has by itself.
    pub id: Option<String>,
}

impl Place {
    /// Where a link to the block leads.
    pub fn fragment(&self) -> String {
        match &self.id {
            Some(id) => format!("#{id}"),
            None => format!("#{}", anchor(self.line)),
        }
    }
}

/// The anchor of a line whose block has no id.
fn anchor(line: u32) -> String {
    format!("curbcut-line-{line}")
}

/// The blocks of the page that come from the file `text`, in the order of the page.
pub fn places(page: &str, text: &str) -> Vec<Place> {
    let mark = mark(text);
    let finder = memchr::memmem::Finder::new(&mark);
    let place = |at: usize| {
        let rest = &page[at + mark.len()..];
        let line = rest[..rest.find('"')?].parse().ok()?;
        // Attributes hold no “<”, so the last one begins the tag.
        let tag = &page[page[..at].rfind('<')?..at];
        let id =
            tag.split_once(" id=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(id, _)| id.to_owned());
        Some(Place { line, id })
    };
    finder.find_iter(page.as_bytes()).filter_map(place).collect()
}

/// How a block from the file `text` says so, up to its line.
fn mark(text: &str) -> String {
    let mut mark = String::from("data-source=\"");
    attribute(text, &mut mark);
    mark.push(':');
    mark
}

/// What is added to a page.
#[derive(Debug)]
pub struct Additions<'a> {
    /// What stands at its foot.
    pub strip: String,
    /// What stands above the text.
    pub notice: Option<String>,
    /// The lines of the text that findings speak of, with the weight of the heaviest.
    pub marked: BTreeMap<u32, &'static str>,
    /// The file of the text.
    pub text: &'a str,
    /// The page answers for an address that is not its own, so its links must begin at the root.
    pub is_elsewhere: bool,
}

/// Adds the desk to a page; a page that cannot be read as HTML stays as it is, which the audit tells.
pub fn add(page: &str, additions: &Additions<'_>) -> String {
    let mut marked = additions.marked.clone();
    let source = format!("{}:", additions.text);
    let mark = |block: &mut Element<'_, '_>| {
        let value = block.get_attribute("data-source").unwrap_or_default();
        let line = value.strip_prefix(&source).and_then(|line| line.parse::<u32>().ok());
        if let Some((line, weight)) = line.and_then(|line| marked.remove_entry(&line)) {
            block.set_attribute("data-curbcut", weight)?;
            if !block.has_attribute("id") {
                block.set_attribute("id", &anchor(line))?;
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
        let places = places(PAGE, "content/文/index.md");
        assert_eq!(places.iter().map(Place::fragment).collect::<Vec<_>>(), ["#一", "#curbcut-line-5"]);
    }

    #[test]
    fn marked_lines_get_an_anchor_and_the_strip_stands_last() {
        let additions = Additions {
            strip: "<section>校对台</section>".to_owned(),
            notice: Some("<p>旧</p>".to_owned()),
            marked: BTreeMap::from([(3, "error"), (5, "note")]),
            text: "content/文/index.md",
            is_elsewhere: false,
        };
        let page = add(PAGE, &additions);
        assert!(
            page.contains("<h2 id=\"一\" data-source=\"content/文/index.md:3\" data-curbcut=\"error\">"),
            "{page}"
        );
        assert!(page.contains(":5\" data-curbcut=\"note\" id=\"curbcut-line-5\">二"), "{page}");
        assert!(page.contains("<p data-source=\"content/别/index.md:5\">三"), "{page}");
        assert!(page.contains("<main><p>旧</p><h2"), "{page}");
        assert!(page.ends_with("<section>校对台</section></body></html>"), "{page}");
        assert!(page.contains("<a href=\"a/\">"), "{page}");
    }

    #[test]
    fn a_page_at_a_foreign_address_leads_from_the_root() {
        let additions = Additions {
            strip: String::new(),
            notice: None,
            marked: BTreeMap::new(),
            text: "",
            is_elsewhere: true,
        };
        let page = add(PAGE, &additions);
        assert!(page.contains("href=\"/a/\"") && page.contains("href=\"#一\""), "{page}");
        assert!(page.contains("href=\"https://example.org/\""), "{page}");
    }
}
