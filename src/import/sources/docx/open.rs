//! From the bytes of a file to its lines.
//!
//! In: the archive. Out: the text with its paragraphs, notes, and what is left out. The parts are found by their relations.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::Docx;
use super::notes::{NoteKind, plain, words};
use super::numbering::Numbering;
use super::package::{Damaged, Limits, Package, Relations};
use super::pages::Pages;
use super::reader::{Reader, Where};
use super::shown::{Aside, ShownLine};
use super::styles::Styles;
use crate::count::counted;
use crate::import::source::Note;
use crate::import::unsure::Unsure;
use crate::limits;
use crate::source::{Source, slice};
use crate::xml::tree::{Element, Tree};

/// Opens a file; none where it is an archive of another kind. An error says too whether it is surely such a document.
pub fn open(path: &str, bytes: &[u8], limits: Limits) -> Result<Option<Docx>, (Damaged, bool)> {
    let package = Package::open(bytes, limits).map_err(|damaged| (damaged, false))?;
    let relations = package.relations("").map_err(|damaged| (damaged, false))?;
    let Some(main) = relations.values().find(|relation| relation.kind == "officeDocument") else {
        return Ok(None);
    };
    let is_document = main.target.starts_with("word/");
    if !package.has(&main.target) {
        return Err((Damaged(format!("its part “{}” is missing", main.target)), is_document));
    }
    let tree = package.tree(&main.target).map_err(|damaged| (damaged, is_document))?;
    let Some(tree) = tree.filter(|tree| tree.root().name() == "w:document") else { return Ok(None) };
    let parts = Parts::of(&package, &main.target).map_err(|damaged| (damaged, true))?;
    parts.read(path, &package, &tree).map(Some).map_err(|damaged| (damaged, true))
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
    fn of(package: &Package<'_>, main: &str) -> Result<Self, Damaged> {
        let relations = package.relations(main)?;
        let target = |kind: &str| {
            relations
                .values()
                .find(|relation| relation.kind == kind && !relation.is_external)
                .map(|it| it.target.as_str())
        };
        let tree = |kind| target(kind).map_or(Ok(None), |part| package.tree(part));
        let of = |kind| target(kind).map_or_else(|| Ok(Relations::new()), |part| package.relations(part));
        let mut edges = BTreeMap::new();
        for relation in relations.values() {
            let why = match relation.kind.as_str() {
                "header" => "page header",
                "footer" => "page footer",
                _ => continue,
            };
            edges.extend(package.tree(&relation.target)?.map(|tree| (relation.target.clone(), (why, tree))));
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

    fn read(&self, path: &str, package: &Package<'_>, tree: &Tree) -> Result<Docx, Damaged> {
        let body =
            tree.root().child("w:body").ok_or_else(|| Damaged("its main document has no body".to_owned()))?;
        let styles = Styles::of(self.styles.as_ref());
        let mut reader = Reader::new(package, &styles, &self.relations);
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
        let mut rest = Rest::default();
        rest.notes(&mut reader, self);
        rest.comments(&mut reader);
        rest.edges(&mut reader, self);
        self.docx(path, reader, rest)
    }

    fn docx(&self, path: &str, reader: Reader<'_>, mut rest: Rest) -> Result<Docx, Damaged> {
        let text = reader.shown.text;
        if text.len() as u64 > limits::TEXT {
            return Err(Damaged(format!("its words take more than {}", limits::size(limits::TEXT))));
        }
        for (has, most, name) in [
            (reader.items.len(), limits::DOCUMENT_PARAGRAPHS, "paragraph"),
            (reader.cells, limits::DOCUMENT_CELLS, "cell"),
        ] {
            if has > most {
                return Err(Damaged(format!("it has {}, and at most {most} are read", counted(has, name))));
            }
        }
        if reader.pages.breaks > 0 && reader.pages.numbered == 0 {
            let why = "the file says where its author ended pages, and not where the pages between them begin: no page is marked";
            rest.unsure.push(Unsure::note_only(0..0, why));
        }
        if reader.formatting > 0 {
            let changes = counted(reader.formatting, "tracked change");
            let why = format!(
                "{changes} of formatting stand as if accepted: they change how words look, and no word"
            );
            rest.unsure.push(Unsure::note_only(0..0, why));
        }
        for item in &reader.items {
            rest.line(&text, &item.line);
        }
        let main = reader.tongues.main();
        Ok(Docx {
            items: reader.items,
            notes: rest.notes,
            left_out: rest.left_out,
            unsure: rest.unsure,
            usual: reader.usual,
            main,
            lang: None,
            pictures: reader.pictures.files,
            source: Arc::new(Source::new(path, text)),
        })
    }
}

/// What stands after the paragraphs, and what is to be said.
#[derive(Default)]
struct Rest {
    notes: Vec<Note>,
    left_out: Vec<(Range<usize>, String)>,
    unsure: Vec<Unsure>,
}

impl Rest {
    /// The notes, each on its line after the text.
    fn notes<'a>(&mut self, reader: &mut Reader<'a>, parts: &'a Parts) {
        let by_id = |tree: &'a Option<Tree>| -> HashMap<&'a str, Element<'a>> {
            let notes = tree.as_ref().map(Tree::root).into_iter().flat_map(Element::children);
            let is_note = |note: &Element<'_>| matches!(note.attribute("w:type"), None | Some("normal"));
            notes.filter(is_note).filter_map(|note| Some((note.attribute("w:id")?, note))).collect()
        };
        let all =
            [(NoteKind::Footnote, by_id(&parts.footnotes)), (NoteKind::Endnote, by_id(&parts.endnotes))];
        let all: HashMap<_, _> = all.into_iter().collect();
        let mut read = HashSet::new();
        let mut at = 0;
        while let Some(note) = reader.marks.notes.get(at).cloned() {
            reader.relations =
                if note.kind == NoteKind::Footnote { &parts.of_footnotes } else { &parts.of_endnotes };
            let element = all.get(&note.kind).and_then(|notes| notes.get(note.id)).copied();
            let pieces = element.filter(|_| read.insert((note.kind, note.id))).map(|note| reader.story(note));
            let is_missing = pieces.is_none();
            let line = reader
                .shown
                .line(note.number.as_deref().map(|number| (number, true)), pieces.unwrap_or_default());
            let mark = line.number.clone().unwrap_or(line.range.start..line.range.start);
            if is_missing {
                self.unsure.push(Unsure::note(mark.clone(), "the file has a mark of this note, and no note"));
            }
            if note.number.is_none() {
                self.unsure.push(Unsure::note(
                    line.range.clone(),
                    "the file has a sign for this note, and pages give it a number",
                ));
            }
            self.line(&reader.shown.text, &line);
            for why in std::mem::take(&mut reader.reports) {
                self.unsure.push(Unsure::new(line.range.clone(), why));
            }
            // A text box in a note is read with it.
            reader.boxes.clear();
            let number = note.number.unwrap_or_else(|| "note".to_owned());
            self.notes.push(Note { number, mark, words: line.words, is_marked: true });
            at += 1;
        }
        for (kind, notes) in &all {
            let mut others: Vec<_> = notes.iter().filter(|(id, _)| !read.contains(&(*kind, **id))).collect();
            others.sort_by_key(|(id, _)| (id.len(), **id));
            for (id, note) in others {
                let is_deleted = reader.marks.deleted.contains(&(*kind, *id));
                let why = if is_deleted {
                    "note whose mark was deleted or is hidden"
                } else {
                    "note without a mark"
                };
                self.aside(reader, &plain(*note), why);
            }
        }
    }

    fn comments(&mut self, reader: &mut Reader<'_>) {
        let mut comments: Vec<_> = std::mem::take(&mut reader.comments).into_iter().collect();
        comments.sort_by_key(|(id, _)| (id.len(), *id));
        for (_, words) in comments {
            self.aside(reader, &words, Aside::Comment.reason());
        }
    }

    /// Headers and footers; what many say, once.
    fn edges(&mut self, reader: &mut Reader<'_>, parts: &Parts) {
        let mut said = HashSet::new();
        for (why, tree) in parts.edges.values() {
            for paragraph in tree.root().outermost("w:p") {
                let words = words(paragraph);
                if !words.is_empty() && said.insert((*why, words.clone())) {
                    self.aside(reader, &words, why);
                }
            }
        }
    }

    /// A line of its own that is no part of the text.
    fn aside(&mut self, reader: &mut Reader<'_>, words: &str, why: &str) {
        let start = reader.shown.text.len();
        reader.shown.text.push_str(words);
        self.left_out.push((start..reader.shown.text.len(), why.to_owned()));
        reader.shown.text.push('\n');
    }

    /// What a line says beside its words.
    fn line(&mut self, text: &str, line: &ShownLine) {
        for (range, aside) in &line.asides {
            self.left_out.push((range.clone(), aside.reason().to_owned()));
            if *aside == Aside::Deleted && !slice(text, range.clone()).trim().is_empty() {
                let said = quoted(text, range);
                self.unsure.push(Unsure::change(
                    range.clone(),
                    format!("{said} was deleted by a tracked change, and is left out"),
                ));
            }
        }
        for range in line.inserted.iter().filter(|range| !slice(text, (*range).clone()).trim().is_empty()) {
            let said = quoted(text, range);
            self.unsure.push(Unsure::change(
                range.clone(),
                format!("{said} was inserted by a tracked change, and stands in the text"),
            ));
        }
    }
}

/// The longest quotation in a message, in characters.
const LONGEST_QUOTATION: usize = 200;

fn quoted(text: &str, range: &Range<usize>) -> String {
    let said = slice(text, range.clone()).replace(['\u{2028}', '\t'], " ");
    let said = said.trim();
    let short: String = said.chars().take(LONGEST_QUOTATION).collect();
    let more = if short.len() < said.len() { "…" } else { "" };
    format!("“{short}{more}”")
}
