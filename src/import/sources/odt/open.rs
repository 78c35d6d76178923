//! From the bytes of a file to its lines.
//!
//! In: the archive. Out: the text with its paragraphs, notes, and what is left out.

use super::lists::Lists;
use super::names::SPACES;
use super::notes::plain;
use super::reader::{Reader, Where};
use super::styles::Styles;
use crate::import::sources::archive::{Archive, Damaged, Limits};
use crate::import::sources::styled::{Role, Styled};
use crate::source::slice;
use crate::xml::tree::{Element, Tree};

/// What every file of this kind says that it is.
const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

/// The longest name of a kind.
const LONGEST_KIND: u64 = 256;

/// Why a file cannot be read.
pub struct Fault {
    /// Why.
    pub damaged: Damaged,
    /// Whether it is surely such a document.
    pub is_document: bool,
    /// Whether a password protects it.
    pub is_locked: bool,
}

impl Fault {
    /// The file holds no text of this kind.
    pub fn no_text() -> Self {
        let damaged = Damaged("its part “content.xml” is missing, or is no text".to_owned());
        Self { damaged, is_document: true, is_locked: false }
    }

    fn of(is_document: bool) -> impl Fn(Damaged) -> Self {
        move |damaged| Self { damaged, is_document, is_locked: false }
    }
}

/// Opens a file; none where it is an archive of another kind.
pub fn open(path: &str, bytes: &[u8], limits: Limits) -> Result<Option<Styled>, Fault> {
    let archive = Archive::open(bytes, &SPACES, limits).map_err(Fault::of(false))?;
    let kind = archive.bytes("mimetype", LONGEST_KIND).map_err(Fault::of(false))?;
    let is_document = kind.is_some_and(|kind| kind.starts_with(KIND));
    if !is_document && !archive.has("content.xml") {
        return Ok(None);
    }
    let tree = |part: &str| archive.mixed_tree(part).map_err(Fault::of(is_document));
    let manifest = if is_document { tree("META-INF/manifest.xml")? } else { None };
    let encrypted = |tree: &Tree| !tree.root().outermost("manifest:encryption-data").is_empty();
    if archive.has("encrypted-package") || manifest.as_ref().is_some_and(encrypted) {
        let damaged = Damaged("a password protects it".to_owned());
        return Err(Fault { damaged, is_document, is_locked: true });
    }
    let content = tree("content.xml")?;
    let body = content.as_ref().and_then(|tree| tree.root().child("office:body"));
    let Some((content, text)) = content.as_ref().zip(body.and_then(|body| body.child("office:text"))) else {
        return if is_document { Err(Fault::no_text()) } else { Ok(None) };
    };
    let styles = tree("styles.xml")?;
    let meta = tree("meta.xml")?;
    let parts = Parts { content: content.root(), text, styles: styles.as_ref().map(Tree::root) };
    let title = meta.as_ref().and_then(|tree| tree.root().outermost("dc:title").into_iter().next());
    parts.read(path, &archive, title.map(Element::text)).map(Some).map_err(Fault::of(true))
}

/// The parts of a file.
struct Parts<'a> {
    content: Element<'a>,
    text: Element<'a>,
    styles: Option<Element<'a>>,
}

impl<'a> Parts<'a> {
    fn read(&self, path: &str, archive: &'a Archive<'a>, title: Option<&str>) -> Result<Styled, Damaged> {
        let common = self.styles.and_then(|styles| styles.child("office:styles"));
        let own = self.content.child("office:automatic-styles");
        let rooms: Vec<_> =
            [common.map(|it| (it, false)), own.map(|it| (it, true))].into_iter().flatten().collect();
        let styles = Styles::of(&rooms);
        let mut reader = Reader::new(archive, &styles, Lists::of(&rooms));
        let countings = rooms.iter().flat_map(|(room, _)| room.children());
        countings
            .filter(|it| it.name() == "text:notes-configuration")
            .for_each(|said| reader.marks.count(said));
        for changes in self.text.outermost("text:tracked-changes") {
            for region in changes.children() {
                let id = region.attribute("text:id").or(region.attribute("xml:id"));
                let Some(id) = id else { continue };
                if let Some(deletion) = region.child("text:deletion") {
                    reader.deleted.insert(id, plain(deletion));
                } else if region.child("text:insertion").is_some() {
                    reader.insertions.insert(id);
                }
            }
        }
        for forms in self.text.outermost("office:forms") {
            controls(forms, &mut reader);
        }
        reader.pages.is_told = self.text.attribute("text:use-soft-page-breaks") == Some("true")
            || !self.text.outermost("text:soft-page-break").is_empty();
        reader.blocks(self.text, &Where::default());
        reader.finish();
        reader.notes();
        let mut left: Vec<_> = std::mem::take(&mut reader.deleted).into_iter().collect();
        left.sort();
        for (_, words) in left.iter().filter(|(_, words)| !words.is_empty()) {
            reader.out.aside(words, "deleted by a tracked change whose place the file does not say");
        }
        self.edges(&mut reader);
        if reader.pages.breaks > 0 && !reader.pages.is_told {
            reader.out.lacks_pages();
        }
        hint(&mut reader, title);
        reader.out.finish(path)
    }

    /// Headers and footers.
    fn edges(&self, reader: &mut Reader<'a>) {
        let masters = self.styles.and_then(|styles| styles.child("office:master-styles"));
        let pages = masters.into_iter().flat_map(Element::children);
        for edge in pages.filter(|it| it.name() == "style:master-page").flat_map(Element::children) {
            let why = match edge.name() {
                name if name.starts_with("style:header") => "page header",
                name if name.starts_with("style:footer") => "page footer",
                _ => continue,
            };
            for paragraph in edge.outermost("text:p").into_iter().chain(edge.outermost("text:h")) {
                reader.out.edge(plain(paragraph), why);
            }
        }
    }
}

/// The fields of forms, with what each says.
fn controls<'a>(forms: Element<'a>, reader: &mut Reader<'a>) {
    let mut open: Vec<Element<'a>> = forms.children().collect();
    while let Some(element) = open.pop() {
        if let Some(id) = element.attribute("form:id").or(element.attribute("xml:id")) {
            let said = ["form:label", "form:value", "form:current-value"];
            let said: Vec<_> = said.into_iter().filter_map(|name| element.attribute(name)).collect();
            reader.controls.insert(id, said.join(" "));
        }
        open.extend(element.children());
    }
}

/// Where no style says which paragraph is the title, the first is, if the file calls itself so.
fn hint(reader: &mut Reader<'_>, title: Option<&str>) {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let Some(title) = title.map(squeezed).filter(|title| !title.is_empty()) else { return };
    let out = &mut reader.out;
    let is_told = out.items.iter().any(|item| item.role == Role::Title);
    let first = out.items.iter_mut().find(|item| item.left_out.is_none() && !item.line.range.is_empty());
    if let Some(first) = first.filter(|first| !is_told && first.cell.is_none()) {
        let words = slice(&out.shown.text, first.line.range.clone());
        if squeezed(words) == title {
            first.role = Role::Title;
        }
    }
}
