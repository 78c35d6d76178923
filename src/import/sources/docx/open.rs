//! From the bytes of a file to its lines.
//!
//! In: the archive. Out: the text with its paragraphs, notes, and what is left out. The parts are found by their relations.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::names::SPACES;
use super::notes::{NoteKind, plain, words};
use super::numbering::Numbering;
use super::pages::Pages;
use super::reader::{Reader, Where};
use super::relations::{self, Relations};
use super::styles::Styles;
use crate::count::counted;
use crate::import::sources::archive::{Archive, Damaged, Limits};
use crate::import::sources::styled::Styled;
use crate::import::sources::styled::shown::Aside;
use crate::import::unsure::Unsure;
use crate::xml::tree::{Element, Tree};

/// Opens a file; none where it is an archive of another kind. An error says too whether it is surely such a document.
pub fn open(path: &str, bytes: &[u8], limits: Limits) -> Result<Option<Styled>, (Damaged, bool)> {
    let archive = Archive::open(bytes, &SPACES, limits).map_err(|damaged| (damaged, false))?;
    let of_file = relations::of(&archive, "").map_err(|damaged| (damaged, false))?;
    let Some(main) = of_file.values().find(|relation| relation.kind == "officeDocument") else {
        return Ok(None);
    };
    let is_document = main.target.starts_with("word/");
    if !archive.has(&main.target) {
        return Err((Damaged(format!("its part “{}” is missing", main.target)), is_document));
    }
    let tree = archive.tree(&main.target).map_err(|damaged| (damaged, is_document))?;
    let Some(tree) = tree.filter(|tree| tree.root().name() == "w:document") else { return Ok(None) };
    let parts = Parts::of(&archive, &main.target).map_err(|damaged| (damaged, true))?;
    parts.read(path, &archive, &tree).map(Some).map_err(|damaged| (damaged, true))
}

/// The parts beside the main one.
struct Parts {
    relations: Relations,
    styles: Option<Tree>,
    numbering: Option<Tree>,
    settings: Option<Tree>,
    comments: Option<Tree>,
    footnotes: Option<Tree>,
    endnotes: Option<Tree>,
    of_footnotes: Relations,
    of_endnotes: Relations,
    /// Headers and footers, by their parts.
    edges: BTreeMap<String, (&'static str, Tree)>,
}

impl Parts {
    fn of(archive: &Archive<'_>, main: &str) -> Result<Self, Damaged> {
        let relations = relations::of(archive, main)?;
        let target = |kind: &str| {
            relations
                .values()
                .find(|relation| relation.kind == kind && !relation.is_external)
                .map(|it| it.target.as_str())
        };
        let tree = |kind| target(kind).map_or(Ok(None), |part| archive.tree(part));
        let of =
            |kind| target(kind).map_or_else(|| Ok(Relations::new()), |part| relations::of(archive, part));
        let mut edges = BTreeMap::new();
        for relation in relations.values() {
            let why = match relation.kind.as_str() {
                "header" => "page header",
                "footer" => "page footer",
                _ => continue,
            };
            edges.extend(archive.tree(&relation.target)?.map(|tree| (relation.target.clone(), (why, tree))));
        }
        Ok(Self {
            styles: tree("styles")?,
            numbering: tree("numbering")?,
            settings: tree("settings")?,
            comments: tree("comments")?,
            footnotes: tree("footnotes")?,
            endnotes: tree("endnotes")?,
            of_footnotes: of("footnotes")?,
            of_endnotes: of("endnotes")?,
            edges,
            relations,
        })
    }

    fn read(&self, path: &str, archive: &Archive<'_>, tree: &Tree) -> Result<Styled, Damaged> {
        let body =
            tree.root().child("w:body").ok_or_else(|| Damaged("its main document has no body".to_owned()))?;
        let styles = Styles::of(self.styles.as_ref());
        let mut reader = Reader::new(archive, &styles, &self.relations);
        reader.numbering = Numbering::of(self.numbering.as_ref(), &styles);
        let sections = body.outermost("w:sectPr");
        reader.marks.is_in_sections = sections.len() > 1;
        let settings = self.settings.as_ref().map(Tree::root);
        settings.into_iter().chain(sections.iter().copied()).for_each(|said| reader.marks.count(said));
        reader.pages = Pages::of(sections);
        let comments = self.comments.as_ref().map(Tree::root);
        let comments = comments.into_iter().flat_map(Element::children).filter(|it| it.name() == "w:comment");
        reader.comments = comments
            .filter_map(|it| Some((it.attribute("w:id")?, plain(it))))
            .filter(|(_, words)| !words.is_empty())
            .collect();
        reader.blocks(body, &Where::default());
        reader.finish();
        reader.notes(self);
        reader.comments();
        reader.edges(self);
        reader.whole_file();
        reader.out.finish(path)
    }
}

/// What stands after the paragraphs, and what is to be said.
impl<'a> Reader<'a> {
    /// The notes, each on its line after the text.
    fn notes(&mut self, parts: &'a Parts) {
        let by_id = |tree: &'a Option<Tree>| -> HashMap<&'a str, Element<'a>> {
            let notes = tree.as_ref().map(Tree::root).into_iter().flat_map(Element::children);
            let is_note = |note: &Element<'_>| matches!(note.attribute("w:type"), None | Some("normal"));
            notes.filter(is_note).filter_map(|note| Some((note.attribute("w:id")?, note))).collect()
        };
        let all =
            [(NoteKind::Footnote, by_id(&parts.footnotes)), (NoteKind::Endnote, by_id(&parts.endnotes))];
        let mut read = HashSet::new();
        let mut at = 0;
        while let Some(note) = self.marks.notes.get(at).cloned() {
            self.relations =
                if note.kind == NoteKind::Footnote { &parts.of_footnotes } else { &parts.of_endnotes };
            let of_kind = all.iter().find(|(kind, _)| *kind == note.kind);
            let element = of_kind.and_then(|(_, notes)| notes.get(note.id)).copied();
            let pieces = element.filter(|_| read.insert((note.kind, note.id))).map(|note| self.story(note));
            let is_missing = pieces.is_none();
            let mark = self.out.note(note.number.as_deref(), note.number.clone(), pieces.unwrap_or_default());
            if is_missing {
                self.out.unsure.push(Unsure::note(mark, "the file has a mark of this note, and no note"));
            }
            // A text box in a note is read with it.
            self.boxes.clear();
            at += 1;
        }
        for (kind, notes) in &all {
            let mut others: Vec<_> = notes.iter().filter(|(id, _)| !read.contains(&(*kind, **id))).collect();
            others.sort_by_key(|(id, _)| (id.len(), **id));
            for (id, note) in others {
                let is_deleted = self.marks.deleted.contains(&(*kind, *id));
                let why = if is_deleted {
                    "note whose mark was deleted or is hidden"
                } else {
                    "note without a mark"
                };
                self.out.aside(&plain(*note), why);
            }
        }
    }

    fn comments(&mut self) {
        let mut comments: Vec<_> = std::mem::take(&mut self.comments).into_iter().collect();
        comments.sort_by_key(|(id, _)| (id.len(), *id));
        for (_, words) in comments {
            self.out.aside(&words, Aside::Comment.reason());
        }
    }

    /// Headers and footers.
    fn edges(&mut self, parts: &Parts) {
        for (why, tree) in parts.edges.values() {
            tree.root()
                .outermost("w:p")
                .into_iter()
                .for_each(|paragraph| self.out.edge(words(paragraph), why));
        }
    }

    /// What is said of the file as a whole.
    fn whole_file(&mut self) {
        if self.pages.breaks > 0 && self.pages.numbered == 0 {
            self.out.lacks_pages();
        }
        if self.formatting > 0 {
            let changes = counted(self.formatting, "tracked change");
            let why = format!(
                "{changes} of formatting {} as if accepted: only the look of words changes, and no word",
                if self.formatting == 1 { "stands" } else { "stand" }
            );
            self.out.unsure.push(Unsure::note_only(0..0, why));
        }
    }
}
