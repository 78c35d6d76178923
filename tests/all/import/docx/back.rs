//! A text that becomes a Word file and is imported again keeps its words, numbers, tables, notes, links, pictures and languages.

use std::collections::BTreeSet;
use std::sync::Arc;

use curbcut::content::{Input as TextInput, Role};
use curbcut::document::{
    Block, BlockKind, Body, Content, Document, InlineKind, Paragraph, attribute, numbers, unescaped,
};
use curbcut::formats::docx::Word;
use curbcut::formats::{Download, Format, Material, Modified, Pictures};
use curbcut::import::{Imported, Input, import};
use curbcut::lang::Lang;
use curbcut::languages::Languages;
use curbcut::parse;
use curbcut::render::{Renderer, SourceMap, Templates};
use curbcut::source::Source;

use super::read_back::prove;
use crate::support::{self, Site};

/// The letters and digits of words.
fn squeezed(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What a text says, as its model has it.
#[derive(Debug, Default)]
struct Said {
    /// The words of each paragraph, heading and cell, after their numbers.
    words: Vec<String>,
    numbers: Vec<String>,
    tables: Vec<Vec<Vec<String>>>,
    notes: Vec<String>,
    links: BTreeSet<String>,
    alternatives: Vec<String>,
    languages: BTreeSet<String>,
}

impl Said {
    fn of(document: &Document) -> Self {
        let mut said = Self::default();
        match &document.body {
            Body::Flow(blocks) => said.blocks(document, blocks),
            Body::Resolution(resolution) => {
                said.blocks(document, &resolution.before);
                said.paragraphs(document, &resolution.preamble);
                said.paragraphs(document, &resolution.operative);
                said.blocks(document, &resolution.after);
            }
            Body::EasyRead(easy) => {
                for section in &easy.sections {
                    said.blocks(document, section.heading.as_slice());
                    section.ideas.iter().for_each(|idea| said.blocks(document, &idea.blocks));
                }
            }
        }
        for note in &document.notes {
            let mut of_note = Self::default();
            of_note.blocks(document, &note.blocks);
            said.notes.push(of_note.words.concat());
        }
        document.each_inline(&mut |inline| match inline.kind {
            InlineKind::Link { target, .. } => {
                let target = document.text(&target);
                said.links.extend(target.starts_with("https://").then(|| target.to_owned()));
            }
            InlineKind::Image { alt, .. } => {
                said.alternatives.extend(Some(document.said(alt)).filter(|alt| !alt.is_empty()));
            }
            InlineKind::Html { tags, .. } => {
                let lang = attribute(tags.open, "lang").and_then(|lang| lang.parse::<Lang>().ok());
                said.languages.extend(lang.map(|lang| lang.primary().to_owned()));
            }
            _ => {}
        });
        said
    }

    fn add(&mut self, number: &str, words: &str) {
        self.words.extend(Some(squeezed(&format!("{number}{words}"))).filter(|words| !words.is_empty()));
    }

    fn content(&mut self, document: &Document, number: &str, content: &Content) {
        self.add(number, &document.plain(content));
    }

    fn paragraphs(&mut self, document: &Document, paragraphs: &[Paragraph]) {
        for paragraph in paragraphs {
            let label = paragraph.label.as_ref().map_or("", |label| document.text(label));
            if !label.is_empty() {
                self.numbers.push(format!("{} {label}", paragraph.id));
            }
            self.numbered(document, label, &paragraph.blocks);
            self.paragraphs(document, &paragraph.children);
            self.blocks(document, &paragraph.closing);
        }
    }

    fn numbered(&mut self, document: &Document, number: &str, blocks: &[Block]) {
        match blocks {
            [Block { kind: BlockKind::Paragraph(content), .. }, rest @ ..] => {
                self.content(document, number, content);
                self.blocks(document, rest);
            }
            blocks => self.blocks(document, blocks),
        }
    }

    fn blocks(&mut self, document: &Document, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => {
                    self.content(document, "", content);
                }
                BlockKind::List { ordered, items } => {
                    for (item, number) in items.iter().zip(numbers(items)) {
                        let number = if *ordered { number.to_string() } else { String::new() };
                        self.numbered(document, &number, &item.blocks);
                    }
                }
                BlockKind::Table(table) => {
                    table.caption.iter().for_each(|caption| self.content(document, "", caption));
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    let cell = |cell: &Content| squeezed(&document.plain(cell));
                    let rows: Vec<Vec<String>> = rows.map(|row| row.iter().map(cell).collect()).collect();
                    rows.iter().flatten().for_each(|cell| self.add("", cell));
                    self.tables.push(rows);
                }
                BlockKind::Quote { blocks, .. } => self.blocks(document, blocks),
                BlockKind::Code(code) => {
                    document.plain(&code.content).lines().for_each(|line| self.add("", line))
                }
                BlockKind::Definitions(list) => {
                    for definition in list {
                        self.content(document, "", &definition.term);
                        definition.meanings.iter().for_each(|meaning| self.blocks(document, meaning));
                    }
                }
                BlockKind::Article(article) => self.paragraphs(document, std::slice::from_ref(article)),
                BlockKind::Html(html) => self.html(html),
                BlockKind::Wrapped(wrapped) => {
                    self.html(&wrapped.open);
                    self.blocks(document, &wrapped.blocks);
                }
                BlockKind::Figure(figure) => {
                    figure.caption.iter().for_each(|caption| self.content(document, "", caption));
                }
                BlockKind::ThematicBreak => {}
            }
        }
    }

    fn html(&mut self, html: &str) {
        for piece in html.split('<') {
            let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
            self.add("", &unescaped(words));
            let lang = attribute(tag, "lang").and_then(|lang| lang.parse::<Lang>().ok());
            self.languages.extend(lang.map(|lang| lang.primary().to_owned()));
        }
    }
}

/// What an imported text says, with its front matter and the words of its notes.
fn imported(imported: &Imported) -> (Said, String) {
    let source = Arc::new(Source::new("content/a/index.md", imported.markdown.as_str()));
    let input = TextInput { source, role: Role::Official, slug: "a".into(), lang: imported.lang.clone() };
    let (document, _) = parse::parse(&input, Languages::built_in());
    let said = Said::of(&document);
    let front = imported.markdown.split("\n---\n").next().unwrap();
    let all = squeezed(front) + &said.words.concat() + &said.notes.concat();
    (said, all)
}

/// What is lost of the texts of a site; how many tables, notes, pictures, languages and resolutions they have.
fn lost(site: &Site) -> (Vec<String>, [usize; 5]) {
    let book = site.read("book.toml");
    if !book.contains("[docx]") {
        site.write("book.toml", format!("{book}\n[docx]\ndocuments = true\n"));
    }
    let (library, _) = support::library(site.root());
    let languages = library.languages();
    let templates = Templates::load(site.root(), &languages, &library.language_data).unwrap();
    let renderer = Renderer::new(&library, &templates, &languages, SourceMap::Off);
    let pictures = Pictures::read(&library, &mut Vec::new());
    let modified = Modified::FromContent;
    let material = Material { renderer: &renderer, pictures: &pictures, book_style: "", modified };
    let maker = Word.maker(material).unwrap();
    let (mut lost, mut counts) = (Vec::new(), [0; 5]);
    for job in Word.jobs(&library, &languages).unwrap() {
        let made = maker.make(job).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(made.bytes, maker.make(job).unwrap().bytes, "the same text gives the same file");
        let name = Word.address(&library, job).path().to_owned();
        let text = Word.texts(job)[0];
        let again = import(Input { path: &name, bytes: &made.bytes, lang: Some(text.lang.clone()) }).unwrap();
        prove(&again, &made.bytes, &name);
        let (wanted, (found, all)) = (Said::of(text), imported(&again));
        counts[0] += wanted.tables.len();
        counts[1] += wanted.notes.len();
        counts[2] += wanted.alternatives.len();
        counts[3] += wanted.languages.len();
        let mut say = |what: &str, of: &dyn std::fmt::Debug| lost.push(format!("{name}: {what}: {of:?}"));
        let is_lost = |words: &&String| !all.contains(words.as_str());
        wanted.words.iter().chain(&wanted.notes).filter(is_lost).for_each(|words| say("words", words));
        // A rule of a ministry is no resolution to the importer; its numbers stand before its words.
        if again.markdown.contains("\nkind: resolution\n") {
            counts[4] += 1;
            if wanted.numbers != found.numbers {
                say("numbers", &(&wanted.numbers, &found.numbers));
            }
        }
        wanted
            .tables
            .iter()
            .filter(|table| !found.tables.contains(table))
            .for_each(|table| say("table", table));
        if found.notes != wanted.notes {
            say("notes", &(&wanted.notes, &found.notes));
        }
        wanted.links.difference(&found.links).for_each(|link| say("link", link));
        let is_lost = |alternative: &&String| !found.alternatives.contains(alternative);
        wanted.alternatives.iter().filter(is_lost).for_each(|alternative| say("picture", alternative));
        wanted.languages.difference(&found.languages).for_each(|lang| say("language", lang));
    }
    (lost, counts)
}

#[test]
fn what_comes_back_from_word_files_is_what_went_out() {
    let site = Site::copy_of("tests/sites/word");
    // Word has no notes on notes: such a mark comes back as words.
    site.replace("content/wen-jian/index.md", "，见注三[^c]", "");
    site.replace("content/wen-jian/index.md", "[^c]: 只有别的注提到的注。\n", "");
    let (lost, mut all) = lost(&site);
    assert_eq!(lost, [""; 0]);
    for name in ["small", "series", "languages", "ministry", "repository"] {
        let (lost, counts) = self::lost(&Site::copy_of(&format!("tests/sites/{name}")));
        assert_eq!(lost, [""; 0], "{name}");
        all.iter_mut().zip(counts).for_each(|(all, count)| *all += count);
    }
    let (lost, counts) = self::lost(&Site::own());
    assert_eq!(lost, [""; 0]);
    all.iter_mut().zip(counts).for_each(|(all, count)| *all += count);
    assert!(all.iter().all(|count| *count > 3), "there is too little to lose: {all:?}");
}
