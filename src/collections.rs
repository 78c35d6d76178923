//! Collections: folders whose entries have one declared shape, and of which nothing is shown that nobody agreed to.
//!
//! In: the shapes (`collection.yaml`), the sections that declare a collection, and the texts of the entries. Out: what may be published of
//! each entry ([`Standing`]), and the facts of those that are public. Refused: to show anything of a folder whose shape or whose entry
//! cannot be read. An entry that may not be published never reaches the library, so no page, book, export or feed can hold it.

mod consent;
mod entry;
mod facet;
mod field;
mod foreign;
mod notice;
mod opaque;
mod order;
pub mod parties;
pub mod places;
pub mod rows;
mod shape;
mod sought;
mod value;
mod when;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use crate::address::PageKind;
use crate::content::{Role, with_above};
use crate::day::Today;
use crate::document::Document;
use crate::finding::Finding;
use crate::front_matter::{Consent, check_fields, check_same_as, key_place};
use crate::lang::Lang;
use crate::source::{Source, Span};

pub use consent::{Ended, Reason, Standing, is_one_party};
pub use facet::Key;
pub use field::{Choice, Field, Type};
pub use foreign::{Foreign, ForeignEntry};
pub use notice::{Contact, Notice, Side};
pub use shape::{FILE, Shape, SortKey, WRONG};
pub use sought::{Sought, letters};
pub use value::Value;
pub use when::{Period, When};

/// The key by which a section declares a collection.
pub const KEY: &str = "collection";

/// The collections of a site.
#[derive(Debug, Default)]
pub struct Collections {
    collections: BTreeMap<Box<str>, Collection>,
    standings: HashMap<Box<str>, Standing>,
}

/// A collection.
#[derive(Debug, Default)]
pub struct Collection {
    /// Its shape; `None` where that cannot be used.
    pub shape: Option<Arc<Shape>>,
    /// The facts of the public entries, by folder.
    pub entries: BTreeMap<Box<str>, Facts>,
    /// What the public entries offer and ask for, by folder; only of those that do.
    pub notices: BTreeMap<Box<str>, Vec<Notice>>,
    /// The facts of those that are counted and not shown.
    pub counted: Vec<Facts>,
    /// The entries that were published and are no longer.
    pub withdrawn: Vec<Withdrawn>,
    /// Of how many entries nothing is said.
    pub withheld: usize,
    /// What is shown of other collections, in the order in which the shape names them.
    pub foreign: Vec<Vec<ForeignEntry>>,
}

/// The values of an entry, for each field of the shape.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts(pub Vec<Vec<Value>>);

impl Facts {
    /// The values of a field, by its place in the shape.
    pub fn of(&self, field: usize) -> &[Value] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }
}

/// An entry that was published and is no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// Its folder.
    pub slug: Box<str>,
    /// The language of the page.
    pub lang: Lang,
    /// Which of its pages.
    pub page: PageKind,
    /// The last day of its consent, or that on which it was taken back.
    pub day: Date,
    /// Why.
    pub ended: Ended,
    /// What nothing may show any longer.
    pub titles: Sought,
}

/// Which entries are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Those that all who must have agreed to.
    Agreed,
    /// All that can be read, for those who keep the collection, on their own machine.
    All,
}

/// What collections are made of.
#[derive(Debug, Default)]
pub struct Declared<'a> {
    /// The shape in each folder that has a `collection.yaml`; `None` where that cannot be read.
    pub shapes: BTreeMap<&'a str, Option<&'a Arc<Shape>>>,
    /// The sections.
    pub sections: Vec<&'a Arc<Document>>,
    /// All other texts.
    pub texts: Vec<(Role, &'a Arc<Document>)>,
    /// What other collections export, with the folder in which it stands.
    pub foreign: Vec<(&'a str, &'a Arc<Source>)>,
}

impl Collections {
    /// Puts the collections together and judges every entry.
    pub fn of(
        declared: &Declared<'_>,
        main: &Lang,
        today: Today,
        shown: Shown,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let mut collections = Self::default();
        for (&folder, shape) in &declared.shapes {
            let collection = Collection { shape: shape.cloned(), ..Collection::default() };
            collections.collections.insert(folder.into(), collection);
        }
        collections.compare_declarations(declared, findings);
        for (_, text) in declared.texts.iter().filter(|(_, text)| text.front.kind.has_fields()) {
            if collections.folder_around(&text.slug).is_none() {
                check_fields(&text.source, &text.front, &[], findings);
                findings.extend(entry::consent_outside(text));
                findings.extend(check_same_as(&text.source, &text.front));
            }
        }
        if collections.collections.is_empty() {
            return collections;
        }
        let mut entries: BTreeMap<&str, Vec<(Role, &Arc<Document>)>> = BTreeMap::new();
        for &(role, text) in &declared.texts {
            if collections.folder_around(&text.slug).is_some() {
                entries.entry(&text.slug).or_default().push((role, text));
            }
        }
        for (_, text) in
            declared.texts.iter().filter(|(_, text)| collections.collections.contains_key(&text.slug))
        {
            let message = "beside the page of a collection stands no other text";
            let help = "Write an entry in a folder of its own; the words of the page stand in “_index.md”.";
            let place = key_place(&text.source, "title");
            let finding = Finding::error("collection/not-an-entry", &text.source, place, message).help(help);
            findings.push(finding.unquoted());
        }
        for section in
            declared.sections.iter().filter(|section| collections.folder_around(&section.slug).is_some())
        {
            let message = "a folder in a collection holds an entry, and this is a section";
            let help = "Write the entry in “index.md”, or move the folder out of the collection.";
            let place = key_place(&section.source, "title");
            let finding =
                Finding::error("collection/not-an-entry", &section.source, place, message).help(help);
            findings.push(finding.unquoted());
        }
        collections.add_foreign(declared, main, today, findings);
        for (slug, mut texts) in entries {
            // The main language first: its file has the facts.
            texts
                .sort_by_key(|(role, text)| (*role, text.source.path().len(), text.source.path().to_owned()));
            collections.add_entry(slug, &texts, (today, shown), findings);
        }
        collections
    }

    /// A section says that it is a collection, and the folder has the shape: one without the other is a mistake, and then nothing of it
    /// is published.
    fn compare_declarations(&mut self, declared: &Declared<'_>, findings: &mut Vec<Finding>) {
        for section in &declared.sections {
            let Some(named) = &section.front.collection else { continue };
            let is_here = self.collections.contains_key(&section.slug);
            if is_here && named == FILE {
                continue;
            }
            self.collections.entry(section.slug.clone()).or_default().shape = None;
            let message = match is_here {
                true => format!("“{KEY}” names another file than “{FILE}”"),
                false => format!("this folder has no file “{FILE}”, so nothing of it is published"),
            };
            let help = format!("Write “{KEY}: {FILE}”, and in that file which fields an entry has.");
            let place = key_place(&section.source, KEY);
            findings
                .push(Finding::error("collection/not-declared", &section.source, place, message).help(help));
        }
        let is_declared = |folder: &str| {
            let of_folder = |section: &&&Arc<Document>| *section.slug == *folder;
            declared.sections.iter().filter(of_folder).any(|section| section.front.collection.is_some())
        };
        for (folder, collection) in &mut self.collections {
            if let Some(shape) = collection.shape.take_if(|_| !is_declared(folder)) {
                let message =
                    "no section says that this folder is a collection, so nothing of it is published";
                let help =
                    format!("Write “{KEY}: {FILE}” in the front matter of “_index.md” beside this file.");
                let finding =
                    Finding::error("collection/not-declared", &shape.source, Span::point(0), message);
                findings.push(finding.help(help));
            }
        }
    }

    /// Reads what other collections export.
    fn add_foreign(
        &mut self,
        declared: &Declared<'_>,
        main: &Lang,
        today: Today,
        findings: &mut Vec<Finding>,
    ) {
        for (folder, collection) in &mut self.collections {
            let Some(shape) = &collection.shape else { continue };
            let files: Vec<&Arc<Source>> =
                declared.foreign.iter().filter(|(of, _)| *of == &**folder).map(|(_, file)| *file).collect();
            let is_of =
                |file: &Source, foreign: &Foreign| file.path().rsplit('/').next() == Some(&*foreign.file);
            for foreign in &shape.foreign {
                collection.foreign.push(match files.iter().find(|file| is_of(file, foreign)) {
                    Some(file) => foreign::read(file, (shape, foreign), main, today, findings),
                    None => {
                        findings.push(foreign::missing(foreign, shape));
                        Vec::new()
                    }
                });
            }
            let is_named = |file: &&&Arc<Source>| shape.foreign.iter().any(|foreign| is_of(file, foreign));
            findings.extend(
                files.iter().filter(|file| !is_named(file)).map(|file| foreign::unnamed(file, shape)),
            );
        }
    }

    fn add_entry(
        &mut self,
        slug: &str,
        texts: &[(Role, &Arc<Document>)],
        (today, shown): (Today, Shown),
        findings: &mut Vec<Finding>,
    ) {
        let Some(collection) = self.folder_around(slug).map(Box::<str>::from) else { return };
        let Some(collection) = self.collections.get_mut(&collection) else { return };
        let mut wrong = Vec::new();
        let mut read = match &collection.shape {
            Some(shape) => entry::read(texts, shape, &mut wrong),
            None => None,
        };
        let of_parties = read.as_mut().map(|read| std::mem::take(&mut read.of_parties)).unwrap_or_default();
        wrong.extend(texts.iter().filter_map(|(_, text)| check_same_as(&text.source, &text.front)));
        let notices = collection.shape.as_ref().map(|shape| notice::read(texts, shape, &mut wrong));
        let (main, mut others) = entry::main_and_others(texts);
        let consents: Vec<&Consent> = main.into_iter().flat_map(|text| &text.front.consent).collect();
        // One that stands elsewhere never counts in favour: nobody knows to what it was given.
        let has_stray = others.any(|(_, text)| entry::speaks_of_consent(text));
        let is_read = main.is_some_and(|text| !text.front.title.is_empty());
        let parties = read.as_ref().and_then(|read| read.parties.as_deref());
        let agreed = match has_stray || !is_read && consents.is_empty() {
            true => Standing::Withheld(Reason::Unclear),
            false => consent::judge(&consents, parties, today),
        };
        // Of an entry that all agreed to, what is wrong may be quoted; it is not published until it is right. Where one of those who
        // must agree cannot be read, that alone is.
        let may_quote = agreed == Standing::Public;
        let are_unread = !has_stray && consent::judge(&consents, Some(&[]), today) == Standing::Public;
        let told = |finding: Finding, may_quote: bool| match finding.rule {
            _ if may_quote => finding,
            // These name fields, and no value.
            entry::MISSING | entry::ELSEWHERE => finding.unquoted(),
            _ => finding.without_words(),
        };
        let standing = match (agreed, &read) {
            (Standing::Public | Standing::Counted, Some(read)) if !read.is_whole => {
                Standing::Withheld(Reason::Unclear)
            }
            (_, Some(_)) if shown == Shown::All => Standing::Public,
            (agreed, _) => agreed,
        };
        let facts = read.map(|read| read.facts);
        if collection.shape.as_ref().is_some_and(|shape| shape.has_opaque_addresses) {
            findings.extend(texts.first().and_then(|(_, text)| opaque::judge(slug, text)));
        }
        findings.extend(wrong.into_iter().map(|finding| told(finding, may_quote)));
        findings.extend(of_parties.into_iter().map(|finding| told(finding, may_quote || are_unread)));
        entry::check_consents(texts, today, findings);
        match (standing, facts) {
            (Standing::Public, Some(facts)) => {
                collection.entries.insert(slug.into(), facts);
                let notices = notices.filter(|notices| !notices.is_empty());
                notices.map(|notices| collection.notices.insert(slug.into(), notices));
            }
            (Standing::Counted, Some(facts)) => collection.counted.push(facts),
            (Standing::Withdrawn(day, ended), _) => {
                let titles = Sought::of(texts.iter().map(|(_, text)| &*text.front.title));
                let pages = texts.iter().filter(|(role, _)| *role != Role::Transcript);
                collection.withdrawn.extend(pages.map(|(role, text)| Withdrawn {
                    slug: slug.into(),
                    lang: text.lang.clone(),
                    page: if *role == Role::EasyRead { PageKind::EasyRead } else { PageKind::Official },
                    day,
                    ended,
                    titles: titles.clone(),
                }));
            }
            _ => collection.withheld += 1,
        }
        // Without a shape nothing of the folder is published, which is told once.
        findings.extend(entry::left_out(texts, standing).filter(|_| collection.shape.is_some()));
        self.standings.insert(slug.into(), standing);
    }

    /// The collection of this folder.
    pub fn get(&self, folder: &str) -> Option<&Collection> {
        self.collections.get(folder)
    }

    /// Every collection with its folder.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Collection)> {
        self.collections.iter().map(|(folder, collection)| (&**folder, collection))
    }

    /// The folder of the collection that a folder stands in, which is not the folder itself.
    pub fn folder_around<'s>(&self, folder: &'s str) -> Option<&'s str> {
        if self.collections.is_empty() {
            return None;
        }
        with_above(folder).skip(1).find(|above| self.collections.contains_key(*above))
    }

    /// The collection that the entry of a folder belongs to, with its facts; `None` where it is no public entry.
    pub fn entry(&self, slug: &str) -> Option<(&Collection, &Facts)> {
        let collection = self.collections.get(self.folder_around(slug)?)?;
        Some((collection, collection.entries.get(slug)?))
    }

    /// What may be published of the entry of a folder; `None` where it is no entry.
    pub fn standing(&self, slug: &str) -> Option<Standing> {
        self.standings.get(slug).copied()
    }

    /// Whether nothing may be published of what stands in a folder below `content/`. In a collection that is so of everything that does
    /// not belong to a public entry.
    pub fn withholds(&self, folder: &str) -> bool {
        let Some(collection) = self.folder_around(folder) else { return false };
        let inside = with_above(folder).take_while(|above| above.len() > collection.len());
        let nearest = inside.filter_map(|folder| self.standings.get(folder)).next();
        nearest.is_none_or(|standing| *standing != Standing::Public)
    }

    /// Whether a text may not be published, whatever its folder: beside the page of a collection stands no other text, and who agreed to
    /// what is not known where no collection asks for it.
    pub fn withholds_text(&self, role: Role, text: &Document) -> bool {
        let is_beside = role != Role::Section && self.collections.contains_key(&text.slug);
        is_beside || entry::speaks_of_consent(text) && self.folder_around(&text.slug).is_none()
    }

    /// Whether something is said of an entry that is not public.
    pub fn have_withheld(&self) -> bool {
        self.standings.values().any(|standing| *standing != Standing::Public)
    }

    /// Whether anything depends on the day of the build.
    pub fn has_consents(&self) -> bool {
        !self.standings.is_empty()
    }
}

impl Collection {
    /// Sorts a list of entries as the shape says; `entry` gives the folder of each, and its title as it is sorted. What has no value
    /// comes last.
    pub fn sort<'a>(&self, list: &mut [usize], entry: impl Fn(usize) -> Option<(&'a str, String)>) {
        let Some(shape) = &self.shape else { return };
        let by_key = |at: usize| -> Vec<order::Rank> {
            let Some((slug, title)) = entry(at) else { return Vec::new() };
            let facts = self.entries.get(slug);
            shape.sort.iter().map(|key| order::Rank::of(*key, &title, facts)).collect()
        };
        list.sort_by_cached_key(|&at| by_key(at));
    }
}
