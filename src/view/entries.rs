//! What the page of a collection shows beyond that of a section.

use serde::Serialize;

use super::{Href, IsoDate, Keyword, LanguageTag, Link, Text};

/// The entries of a collection, or of a part of it.
#[derive(Debug, Serialize)]
pub struct Entries {
    /// How many there are: `12 entries`.
    pub count: Text,
    /// What the table is called: the collection or its part, and which page of it.
    pub caption: Text,
    /// The sentence that says how many more are counted and not shown; missing where nothing may be said of them.
    pub counted: Option<Text>,
    /// The classes by which the table fits on paper, each with a space before it; empty where it needs none.
    pub print: Keyword,
    /// The heads of the columns after that of the titles.
    pub columns: Vec<Column>,
    /// The entries.
    pub rows: Vec<Entry>,
    /// By what the entries can be looked at.
    pub facets: Vec<Facet>,
    /// The page of the whole collection; missing on that page.
    pub whole: Option<Link>,
    /// The page of who can help whom; missing where no entry offers or asks for anything, and on pages of a part.
    pub matching: Option<Link>,
    /// Other collections whose entries are shown beside; empty on the page of a part.
    pub foreign: Vec<ForeignEntries>,
}

/// Another collection.
#[derive(Debug, Serialize)]
pub struct ForeignEntries {
    /// The id of its heading.
    pub id: Text,
    /// What it is called.
    pub name: Column,
    /// Where it stands; missing where nothing is said of it.
    pub href: Option<Href>,
    /// The first of its entries.
    pub entries: Vec<ForeignEntry>,
    /// The sentence that says how many more there are; missing when these are all.
    pub more: Option<Text>,
}

/// An entry of another collection.
#[derive(Debug, Serialize)]
pub struct ForeignEntry {
    /// Its title.
    pub title: Column,
    /// Its page; missing where nothing is said of it.
    pub href: Option<Href>,
    /// Its summary; missing where it has none.
    pub summary: Option<Column>,
}

/// The head of a column, a name of a facet, or other words that may be in another language than the page.
#[derive(Debug, Default, Serialize)]
pub struct Column {
    /// The words.
    pub words: Text,
    /// Their language; missing when it is that of the page.
    pub lang: Option<LanguageTag>,
}

/// A line of the table.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// The title of the entry.
    pub title: Text,
    /// The address of the entry.
    pub href: Href,
    /// The address of its easy-read version; missing when there is none.
    pub easy_read: Option<Href>,
    /// The language tag of the easy-read version, for `hreflang`.
    pub easy_read_lang: LanguageTag,
    /// What it says in each column; a cell without a value is empty.
    pub cells: Vec<Vec<CellValue>>,
}

/// A value in a cell.
#[derive(Debug, Serialize)]
pub struct CellValue {
    /// The words.
    pub words: Text,
    /// Their language; missing when it is that of the page.
    pub lang: Option<LanguageTag>,
    /// The date that the words say; missing when they say none.
    pub datetime: Option<IsoDate>,
    /// The address that they lead to; missing when they lead nowhere.
    pub href: Option<Href>,
}

/// A facet with its values.
#[derive(Debug, Serialize)]
pub struct Facet {
    /// The name of the facet.
    pub name: Column,
    /// The values that have a page, those with most entries first.
    pub values: Vec<FacetValue>,
    /// What is to be known of the values, such as how many more there are; missing when nothing is.
    pub more: Option<Text>,
}

/// A value of a facet.
#[derive(Debug, Serialize)]
pub struct FacetValue {
    /// The words.
    pub words: Text,
    /// Their language; missing when it is that of the page.
    pub lang: Option<LanguageTag>,
    /// The page of its entries.
    pub href: Href,
    /// How many they are.
    pub count: usize,
}
