//! The two forms of the same text: a page of the site in HTML, and a document of a book in XHTML.
//!
//! They differ in how an element without content ends, in `epub:type` beside a DPUB-ARIA role, and in where links and
//! pictures lead.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::direction::with_directions;
use super::{Writer, attribute, url};
use crate::address::Address;
use crate::render::canonical;
use crate::source::slice;

/// What is written.
#[derive(Debug, Clone, Copy)]
pub enum Form<'a> {
    /// A page of the site.
    Page(&'a Address),
    /// A document of a book.
    Book(&'a BookDocument<'a>),
}

/// One document of a book.
#[derive(Debug, Clone, Copy)]
pub struct BookDocument<'a> {
    /// Its file in the book.
    pub file: &'a str,
    /// The page of the site that shows the same text.
    pub page: &'a Address,
    /// Where everything in the book stands.
    pub places: &'a Places,
    /// The site's address, for links to what is not in the book.
    pub base_url: Option<&'a str>,
}

/// Where the texts and pictures of a book stand in it.
#[derive(Debug, Default)]
pub struct Places {
    texts: HashMap<Address, TextPlaces>,
    pictures: HashMap<Box<str>, Box<str>>,
}

/// The documents of one text, and in which of them each id stands.
#[derive(Debug, Default)]
struct TextPlaces {
    first: Box<str>,
    ids: HashMap<Box<str>, Box<str>>,
    /// Beginnings of ids, for those that are counted: `note-`.
    beginnings: Vec<(&'static str, Box<str>)>,
}

impl Places {
    /// Says that the text of a page begins in `file`.
    pub fn add_text(&mut self, page: Address, file: &str) {
        self.texts.entry(page).or_default().first = file.into();
    }

    /// Says that an id of the text of a page stands in `file`.
    pub fn add_id(&mut self, page: &Address, id: &str, file: &str) {
        if let Some(text) = self.texts.get_mut(page) {
            text.ids.insert(id.into(), file.into());
        }
    }

    /// Says that the ids of the text of a page that begin like this stand in `file`.
    pub fn add_ids(&mut self, page: &Address, beginning: &'static str, file: &str) {
        if let Some(text) = self.texts.get_mut(page) {
            text.beginnings.push((beginning, file.into()));
        }
    }

    /// Says that a picture of the site stands in `file`.
    pub fn add_picture(&mut self, path: &str, file: &str) {
        self.pictures.insert(path.into(), file.into());
    }

    /// The file of a text in the book, with the place in it.
    pub fn find(&self, page: &Address, id: Option<&str>) -> Option<String> {
        let text = self.texts.get(page)?;
        let Some(id) = id else { return Some(text.first.to_string()) };
        let counted = || text.beginnings.iter().find(|(beginning, _)| id.starts_with(beginning));
        match text.ids.get(id).or_else(|| counted().map(|(_, file)| file)) {
            Some(file) => Some(format!("{file}#{}", xml_id(id))),
            None => Some(text.first.to_string()),
        }
    }
}

impl BookDocument<'_> {
    /// How to name a page of the site; `None` when it is not in the book and has no address on the web.
    fn href(&self, address: &Address, fragment: Option<&str>) -> Option<String> {
        self.places.find(address, fragment).or_else(|| {
            let url = canonical(self.base_url?, address);
            Some(fragment.map_or(url.clone(), |fragment| format!("{url}#{fragment}")))
        })
    }
}

impl Writer<'_> {
    /// How to name another page from here; `None` when a reader of the book could not get there.
    pub fn href(&self, address: &Address, fragment: Option<&str>) -> Option<String> {
        match self.form {
            Form::Page(from) => {
                let mut link = from.link_to(address);
                if let Some(fragment) = fragment {
                    link.push('#');
                    link.push_str(fragment);
                }
                Some(link)
            }
            Form::Book(book) => book.href(address, fragment),
        }
    }

    /// Writes how to name a page or another file of the site as the value of an attribute; `None` when a reader of
    /// the book could not get there.
    pub(super) fn write_href(&mut self, path: &str, fragment: Option<&str>) -> Option<()> {
        match self.form {
            Form::Page(from) => {
                from.write_link(path, &mut self.out);
                if let Some(fragment) = fragment {
                    self.out.push('#');
                    attribute(fragment, &mut self.out);
                }
            }
            Form::Book(book) => attribute(&book.href(&Address::file(path), fragment)?, &mut self.out),
        }
        Some(())
    }

    /// Writes how to name a file that is no page, with the query and the place in it, as the value of an attribute.
    pub(super) fn write_file(&mut self, path: &str, rest: &str) -> Option<()> {
        self.write_href(path, None)?;
        attribute(&rest.replace(' ', "%20"), &mut self.out);
        Some(())
    }

    /// Writes how to name a place of the same text as the value of an attribute.
    pub(super) fn write_href_here(&mut self, id: &str) -> Option<()> {
        match self.form {
            Form::Page(_) => {
                self.out.push('#');
                attribute(id, &mut self.out);
            }
            Form::Book(_) => attribute(&self.href_here(id), &mut self.out),
        }
        Some(())
    }

    /// How to name a place of the same text.
    pub fn href_here(&self, id: &str) -> String {
        match self.form {
            Form::Page(_) => format!("#{id}"),
            Form::Book(book) => {
                let found = book.places.find(book.page, Some(id)).unwrap_or_default();
                match found.strip_prefix(book.file).filter(|rest| rest.starts_with('#')) {
                    Some(local) => local.to_owned(),
                    None => found,
                }
            }
        }
    }

    /// Writes an address elsewhere as the value of an attribute; `None` when no reader could get there.
    pub(super) fn write_outward(&mut self, url: &str) -> Option<()> {
        match self.form {
            Form::Page(_) => attribute(url, &mut self.out),
            Form::Book(_) => attribute(&url::valid(url)?, &mut self.out),
        }
        Some(())
    }

    /// Writes where a picture's file stands as the value of an attribute; `None` when the book does not have it.
    pub(super) fn write_picture(&mut self, path: &str) -> Option<()> {
        match self.form {
            Form::Page(from) => from.write_link(path, &mut self.out),
            Form::Book(book) => attribute(book.places.pictures.get(path)?, &mut self.out),
        }
        Some(())
    }

    /// An id as this form writes it.
    pub fn own_id<'i>(&self, id: &'i str) -> Cow<'i, str> {
        match self.form {
            Form::Page(_) => Cow::Borrowed(id),
            Form::Book(_) => xml_id(id),
        }
    }

    /// Writes ` id="…"`.
    pub fn id_attribute(&mut self, id: &str) {
        let id = self.own_id(id);
        self.out.push_str(" id=\"");
        attribute(&id, &mut self.out);
        self.out.push('"');
    }

    /// Writes the role of a digital publication, in a book also as `epub:type`.
    pub fn role(&mut self, role: &str) {
        if let Form::Book(_) = self.form {
            self.out.push_str(" epub:type=\"");
            self.out.push_str(role);
            self.out.push('"');
        }
        self.out.push_str(" role=\"doc-");
        self.out.push_str(role);
        self.out.push('"');
    }

    /// Ends the tag of an element that has no content.
    pub(super) fn end_void(&mut self) {
        self.out.push_str(match self.form {
            Form::Page(_) => ">",
            Form::Book(_) => "/>",
        });
    }

    /// Writes HTML that the sanitiser made.
    pub(super) fn raw(&mut self, html: &str) {
        let html = with_directions(html, self.document.lang.direction());
        self.form.raw(&html, &mut self.out);
    }
}

impl Form<'_> {
    /// Writes HTML that passed the sanitiser.
    pub(super) fn raw(self, html: &str, out: &mut String) {
        match self {
            Form::Page(_) => out.push_str(html),
            Form::Book(_) => xhtml(html, out),
        }
    }
}

/// An id as XML allows it and every reading system finds it: letters, digits, `-` and `.`, a letter first.
/// Every other character becomes its number, so that two ids stay two.
pub fn xml_id(id: &str) -> Cow<'_, str> {
    let plain = |(at, c): (usize, char)| {
        c.is_ascii_alphabetic() || at > 0 && (c.is_ascii_digit() || matches!(c, '-' | '.'))
    };
    if id.char_indices().all(plain) && !id.is_empty() {
        return Cow::Borrowed(id);
    }
    let mut safe = String::new();
    for (at, c) in id.char_indices() {
        if plain((at, c)) {
            safe.push(c);
        } else {
            let _ = write!(safe, "_{:x}_", u32::from(c));
        }
    }
    Cow::Owned(safe)
}

/// Writes sanitised HTML as XHTML: every attribute has a value and every text is escaped already; what is left are
/// elements without content, the one entity that XML does not know, and the language, which XML calls `xml:lang`.
fn xhtml(html: &str, out: &mut String) {
    const VOID: [&str; 5] = ["br", "col", "hr", "img", "wbr"];
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(slice(rest, ..at));
        rest = slice(rest, at..);
        if let Some(after) = rest.strip_prefix("&nbsp;") {
            out.push('\u{a0}');
            rest = after;
            continue;
        }
        if rest.starts_with('&') {
            out.push('&');
            rest = slice(rest, 1..);
            continue;
        }
        let end = tag_end(rest);
        let tag = slice(rest, ..end);
        rest = slice(rest, end..);
        let inside = tag.trim_start_matches('<').trim_end_matches('>');
        let inside = inside.replace('<', "&lt;").replace("&nbsp;", "\u{a0}");
        let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        out.push('<');
        match inside.split_once(" lang=\"").and_then(|(_, value)| value.split_once('"')) {
            Some((lang, _)) => {
                let _ = write!(out, "{name} xml:lang=\"{lang}\"{}", slice(&inside, name.len()..));
            }
            None => out.push_str(&inside),
        }
        out.push_str(if VOID.contains(&name) && !inside.ends_with('/') { "/>" } else { ">" });
    }
    out.push_str(rest);
}

/// Where a tag ends: at the first `>` outside the quotes.
pub fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_names_of_xml_and_stay_different() {
        assert_eq!(xml_id("op-17-a"), "op-17-a");
        assert_eq!(xml_id("第一"), "_7b2c__4e00_");
        assert_eq!(xml_id("1-a"), "_31_-a");
        assert_ne!(xml_id("_31_"), xml_id("1"));
    }

    #[test]
    fn sanitised_html_becomes_xhtml() {
        let mut out = String::new();
        xhtml("<p title=\"a > b\" lang=\"en\">一<br>二&nbsp;&amp;<wbr></p><hr>", &mut out);
        assert_eq!(out, "<p xml:lang=\"en\" title=\"a > b\" lang=\"en\">一<br/>二\u{a0}&amp;<wbr/></p><hr/>");
    }
}
