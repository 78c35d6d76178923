//! The table of the entries of a collection, what they can be looked at by, and the pages of the parts of a collection.

use super::fields::{Said, Voice};
use super::frame::FrameParts;
use super::html::Widths;
use super::listing::{LIST, part_words, title_of_part};
use super::{Page, Renderer, easy_read, matches};
use crate::address::Address;
use crate::collections::{self, Collection, Field, Key, Shape, Type};
use crate::config::Words;
use crate::document::Document;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::library::{ON_A_PAGE, Part, Selected, Work};
use crate::view::{self, CellValue, Column, Entries, Entry, Facet, FacetValue, ForeignEntries, Link};

/// So many values of a facet are named on a page.
const MOST_VALUES: usize = 100;

/// The fewest entries of which their number may be said: of two or one, somebody could tell which they are.
const FEWEST_COUNTED: usize = 3;

/// The entries that stand on a page of a collection, or of a part of it.
pub struct Table<'a> {
    renderer: &'a Renderer<'a>,
    section: &'a Document,
    collection: &'a Collection,
    shape: &'a Shape,
    /// Where the page stands.
    address: &'a Address,
}

impl<'a> Table<'a> {
    /// The table of the collection whose page a section is; `None` where it is none.
    pub fn of(renderer: &'a Renderer<'a>, section: &'a Document, address: &'a Address) -> Option<Self> {
        let collection = renderer.library.collections.get(&section.slug)?;
        let shape = collection.shape.as_deref()?;
        Some(Self { renderer, section, collection, shape, address })
    }

    /// The view of these entries; `all` is how many there are on all pages.
    pub fn view(&self, title: &str, works: &[&Work], all: usize, part: Option<&Part>) -> Entries {
        let columns: Vec<(usize, &Field)> =
            self.shape.fields.iter().enumerate().filter(|(at, field)| self.is_column(*at, field)).collect();
        let heads: Vec<Column> = columns.iter().map(|(_, field)| self.column(field)).collect();
        let rows: Vec<Entry> = works.iter().map(|work| self.row(work, &columns)).collect();
        Entries {
            print: self.widths(&heads, &rows).classes(),
            count: self.format("entries-count", all),
            caption: title.to_owned(),
            counted: self.counted(part),
            columns: heads,
            rows,
            facets: self.facets(part),
            whole: part.map(|_| {
                let words = self.labels().get("entries-all").to_owned();
                let href = self.address.link_to(&self.renderer.library.address(self.section));
                Link { href, words, lang: None, current: false, around: true }
            }),
            foreign: if part.is_none() { self.foreign() } else { Vec::new() },
            matching: matches::link(self.renderer, self.section, self.address).filter(|_| part.is_none()),
        }
    }

    /// What is shown of other collections.
    fn foreign(&self) -> Vec<ForeignEntries> {
        let main = &self.renderer.library.config.language;
        let words = |words: &Words| {
            let (words, lang) = words.nearest(self.lang(), main);
            (!words.is_empty())
                .then(|| Column { words: words.to_owned(), lang: lang.map(|lang| lang.to_string()) })
        };
        let entry = |entry: &collections::ForeignEntry| {
            let href = words(&entry.address).map(|address| address.words);
            Some(view::ForeignEntry { title: words(&entry.title)?, href, summary: words(&entry.summary) })
        };
        let declared = self.shape.foreign.iter().zip(&self.collection.foreign);
        let shown = declared.enumerate().filter_map(|(at, (foreign, entries))| {
            let more = entries.len().saturating_sub(ON_A_PAGE);
            Some(ForeignEntries {
                id: format!("foreign-{}", at + 1),
                name: words(&foreign.name)?,
                href: foreign.address.clone(),
                entries: entries.iter().take(ON_A_PAGE).filter_map(entry).collect(),
                more: (more > 0).then(|| self.format("foreign-more", more)),
            })
        });
        shown.filter(|foreign| !foreign.entries.is_empty()).collect()
    }

    /// The values that the entries of a part have in common.
    fn values_of(&self, part: &Part) -> String {
        let words: Vec<String> = part.by.iter().map(|selected| self.said(selected).words).collect();
        words.join(self.labels().get("list-separator"))
    }

    /// What people look for has a column: what they can choose by, and what the list is sorted by.
    fn is_column(&self, at: usize, field: &Field) -> bool {
        field.facet || self.shape.sort.iter().any(|key| key.field == Some(at))
    }

    fn lang(&self) -> &'a Lang {
        &self.section.lang
    }

    fn labels(&self) -> &'a crate::languages::Labels {
        self.renderer.labels(self.lang())
    }

    fn format(&self, label: &str, count: usize) -> String {
        self.labels().format(label, &[("count", count.into())]).unwrap_or_default()
    }

    fn column(&self, field: &'a Field) -> Column {
        let (words, lang) = Voice::of_site(self.renderer, self.lang()).name(field);
        Column { words: words.to_owned(), lang }
    }

    fn row(&self, work: &Work, columns: &[(usize, &Field)]) -> Entry {
        let library = self.renderer.library;
        let facts = self.collection.entries.get(&work.slug);
        let voice = Voice::of_entry(self.renderer, self.lang(), &work.slug);
        let cell = |&(at, field): &(usize, &Field)| {
            let said =
                facts.map_or(&[][..], |facts| facts.of(at)).iter().map(|value| voice.say(field, value));
            said.map(|Said { words, lang, datetime, href }| CellValue { words, lang, datetime, href })
                .collect()
        };
        Entry {
            title: super::official::full_title(&work.official),
            href: self.address.link_to(&library.address(&work.official)),
            easy_read: easy_read::href(self.renderer, self.address, work),
            easy_read_lang: work.lang.simple().to_string(),
            cells: columns.iter().map(cell).collect(),
        }
    }

    /// How wide the table is.
    fn widths(&self, heads: &[Column], rows: &[Entry]) -> Widths {
        let mut widths = Widths::default();
        widths.add(0, 1, self.labels().get("entry-title"), true);
        heads.iter().enumerate().for_each(|(at, head)| widths.add(at + 1, 1, &head.words, true));
        for row in rows {
            widths.add(0, 1, &row.title, true);
            for (at, cell) in row.cells.iter().enumerate() {
                cell.iter().for_each(|value| widths.add(at + 1, 1, &value.words, false));
            }
        }
        widths
    }

    /// A value of a facet in words.
    fn said(&self, (field, key): &Selected) -> Said {
        let nothing = || Said { words: String::new(), lang: None, datetime: None, href: None };
        // A name is in whatever language somebody wrote it.
        let voice = Voice::of_site(self.renderer, self.lang());
        let said = self.shape.fields.get(*field).zip(key.value());
        said.map_or_else(nothing, |(field, value)| voice.say(field, &value))
    }

    /// What the entries can be looked at by: values with a page, on that of a part those with a page together with it.
    fn facets(&self, part: Option<&Part>) -> Vec<Facet> {
        let Some(facets) = self.renderer.library.facets(self.section) else { return Vec::new() };
        let mut shown = Vec::new();
        for (at, values) in &facets.values {
            let Some(field) = self.shape.fields.get(*at) else { continue };
            let is_chosen = |part: &Part| part.by.iter().any(|(field, _)| field == at);
            let page_of = |key: &Key| {
                let selected = (*at, key.clone());
                match part {
                    // Two values are the most.
                    Some(part) if part.by.len() > 1 => None,
                    Some(part) if is_chosen(part) => None,
                    Some(part) => facets.narrower(part, &selected).filter(|page| page.count() < part.count()),
                    None => facets.part(&[selected]),
                }
            };
            let pages: Vec<(&Key, &Part)> =
                values.iter().filter_map(|(key, _)| Some((key, page_of(key)?))).collect();
            let named = pages.len().min(MOST_VALUES);
            let without = if part.is_none() { values.len() - named } else { pages.len() - named };
            let value = |(key, page): &(&Key, &Part)| {
                let Said { words, lang, .. } = self.said(&(*at, (*key).clone()));
                let address = self.renderer.library.address_of_part(self.section, page, 1);
                FacetValue { words, lang, href: self.address.link_to(&address), count: page.count() }
            };
            if !pages.is_empty() {
                shown.push(Facet {
                    name: self.column(field),
                    values: pages.iter().take(named).map(value).collect(),
                    more: self.beside_values(field, without),
                });
            }
        }
        shown
    }

    /// What is to be known of the values of a facet, of which so many are not shown.
    fn beside_values(&self, field: &Field, without: usize) -> Option<String> {
        let several =
            matches!(field.values, Type::Period).then(|| self.labels().get("facet-years").to_owned());
        let more = (without > 0).then(|| self.format("facet-more", without));
        let said: Vec<String> = several.into_iter().chain(more).collect();
        (!said.is_empty()).then(|| said.join(self.labels().get("sentence-separator")))
    }

    /// How many entries are counted and not shown, where that reveals none of them: at least three in all; of a value only where every
    /// entry has one value of the facet, and each value none or at least three.
    fn counted(&self, part: Option<&Part>) -> Option<String> {
        let counted = &self.collection.counted;
        let count = match part.map(|part| part.by.as_slice()) {
            None => counted.len(),
            Some([(field, key)]) => {
                let mut counts = std::collections::BTreeMap::new();
                for facts in counted {
                    let mut keys = Key::of(facts.of(*field), self.renderer.library.today.date().year());
                    if keys.len() > 1 {
                        return None;
                    }
                    *counts.entry(keys.pop()).or_insert(0usize) += 1;
                }
                if counts.values().any(|count| *count < FEWEST_COUNTED) {
                    return None;
                }
                counts.get(&Some(key.clone())).copied().unwrap_or(0)
            }
            Some(_) => 0,
        };
        (count >= FEWEST_COUNTED).then(|| self.format("entries-counted", count))
    }
}

/// Makes a page of a part of a collection; pages count from 1.
pub fn part_page(
    renderer: &Renderer<'_>,
    section: &Document,
    part: &Part,
    number: usize,
) -> Result<Page, Finding> {
    let library = renderer.library;
    let labels = renderer.labels(&section.lang);
    let address = library.address_of_part(section, part, number);
    let works: Vec<&Work> = library.entries_of(part).skip((number - 1) * ON_A_PAGE).take(ON_A_PAGE).collect();
    let table = Table::of(renderer, section, &address);
    let by = table.as_ref().map(|table| table.values_of(part)).unwrap_or_default();
    let title = format!("{}{}{by}", section.front.title, labels.get("colon"));
    let page_title = match number {
        1 => title.clone(),
        number => title_of_part(&title, number, labels),
    };
    let entries = table.map(|table| table.view(&page_title, &works, part.count(), Some(part)));
    let step = |section: &Document| (section.front.title.clone(), library.address(section));
    let mut trail: Vec<_> = library.sections_around(section).map(step).collect();
    trail.reverse();
    trail.push(step(section));
    trail.push((by.clone(), library.address_of_part(section, part, 1)));
    if number > 1 {
        trail.push((part_words(number, renderer, &section.lang), address.clone()));
    }
    let page_link = |page: usize| Link {
        href: address.link_to(&library.address_of_part(section, part, page)),
        words: part_words(page, renderer, &section.lang),
        lang: None,
        current: page == number,
        around: false,
    };
    let pages = 1..=part.pages();
    let list = view::List {
        title,
        entries,
        parts: pages.filter(|_| part.pages() > 1).map(page_link).collect(),
        ..view::List::default()
    };
    let page = renderer.frame(FrameParts {
        kind: LIST,
        lang: &section.lang,
        address: &address,
        description: page_title.clone(),
        title: page_title,
        alternates: Vec::new(),
        translations: Vec::new(),
        trail,
        work: None,
    });
    let html = renderer.templates.render("section.html", &section.lang, &view::Listing { page, list })?;
    Ok(Page { address, html })
}
