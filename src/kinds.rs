//! The kinds of documents: what `kind:` in the front matter of an official text names.
//!
//! In: a name. Out: a [`Kind`], which says what a text of it has, shows and claims. Each kind is a file of data below this one;
//! the rest of the program asks a kind what it needs to know, and never which kind it is. This room depends on no other.

mod act;
mod document;
mod entry;
mod event;
mod page;
mod report;
mod resolution;

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::misfit;

/// Every kind. The first is that of a text which names none.
static ALL: [&Definition; 7] =
    [&document::KIND, &resolution::KIND, &act::KIND, &report::KIND, &event::KIND, &entry::KIND, &page::KIND];

/// The keys that texts of every kind may have.
const OF_ALL: [&str; 12] = [
    "title", "kind", "date", "summary", "menu", "order", "aliases", "moved", "ended", "draft", "allow",
    "extra",
];

/// The keys of texts to which a collection may give fields, whatever fields it declares.
const OF_COLLECTIONS: [&str; 4] = ["consent", "consent-of", "changed", "same-as"];

/// What a kind says of itself.
#[derive(Debug)]
struct Definition {
    /// As it is written after `kind:`.
    name: &'static str,
    /// Several of them, in messages: `resolutions`.
    plural: &'static str,
    /// The keys it may have beyond those of every kind, in groups that kinds share.
    keys: &'static [&'static [&'static str]],
    /// The keys it must have.
    required: &'static [&'static str],
    /// What its text is made of.
    parts: Parts,
    /// The facts it shows, in their order.
    facts: &'static [Fact],
    /// The layout of its page: the name of its template, and the class that themes know it by.
    layout: &'static str,
    /// The sets of rules it takes beyond those of every text.
    rules: &'static [RuleSet],
    /// Whether a collection may give its texts keys of its own.
    fields: bool,
    /// Whether its texts say when and where something takes place.
    takes_place: bool,
    /// Whether its texts may be called official.
    official: bool,
    /// Whether a book is made of each, and all are in the book of their language.
    book: bool,
    /// Whether an easy-read version is asked of each.
    easy_read: bool,
    /// Where readers find it.
    listing: Listing,
    /// What its texts are in the vocabulary of schema.org: those that are called official, and all others.
    described_as: [SchemaType; 2],
}

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Headings with what stands under them.
    Headings,
    /// Preambular paragraphs, then numbered operative ones.
    Resolution,
    /// Articles, under headings or without.
    Articles,
}

/// A fact of the front matter that a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// `symbol`
    Symbol,
    /// `body`
    Body,
    /// `session: name`
    Session,
    /// `session: dates`
    SessionDates,
    /// `agenda-item`
    AgendaItem,
    /// `date`, as the day of adoption.
    AdoptedOn,
    /// `in-force`
    InForce,
    /// `date`
    Date,
    /// `changed`
    Changed,
    /// `adopted`, where it says more than the body and the day.
    Adopted,
    /// `author`
    Author,
    /// `publisher`
    Publisher,
    /// `edition`
    Edition,
    /// `keywords`
    Keywords,
    /// `meeting`
    Meeting,
    /// `vote: statement`
    Decision,
    /// `distribution`, in four facts.
    Distribution,
    /// `cover-lines`
    CoverLines,
}

/// Rules that some kinds take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSet {
    /// Rules of what a plain-language summary says of a document.
    Summary,
    /// Rules that look for what is lost when a document that stands elsewhere is copied.
    Rendered,
    /// Rules of the parts of a resolution.
    Resolution,
    /// Rules of numbered articles.
    Articles,
}

/// Where readers find a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// In the list of documents of the home page and of its section.
    Documents,
    /// In the footer of every page, or in a list of its own.
    Pages,
}

/// What a text is in the vocabulary of schema.org.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaType {
    /// An act of a body, with who passed it and what its wording is worth.
    Legislation,
    /// A report.
    Report,
    /// An article, of any length.
    Article,
    /// A work of which no more is said.
    CreativeWork,
    /// A page of a site.
    WebPage,
    /// Something that takes place.
    Event,
}

impl SchemaType {
    /// Its name in the vocabulary.
    pub fn name(self) -> &'static str {
        match self {
            Self::Legislation => "Legislation",
            Self::Report => "Report",
            Self::Article => "Article",
            Self::CreativeWork => "CreativeWork",
            Self::WebPage => "WebPage",
            Self::Event => "Event",
        }
    }
}

/// A kind of document. Two kinds cannot be compared, so that what differs between them is said in their files.
#[derive(Clone, Copy)]
pub struct Kind(&'static Definition);

impl Kind {
    /// Every kind, that of a text which names none first.
    pub fn all() -> impl Iterator<Item = Kind> {
        ALL.iter().map(|definition| Kind(definition))
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|kind| kind.name() == name)
    }

    /// Its name, as it is written after `kind:`.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Several of them, in messages: `resolutions`.
    pub fn plural(self) -> &'static str {
        self.0.plural
    }

    /// The keys its front matter may have.
    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        let of_collections = OF_COLLECTIONS.into_iter().filter(|_| self.0.fields);
        OF_ALL.into_iter().chain(self.0.keys.iter().copied().flatten().copied()).chain(of_collections)
    }

    /// The keys of what stands on the cover of a document, beside its title, its summary and its days.
    pub fn keys_of_cover() -> [&'static str; document::COVER.len()] {
        document::COVER
    }

    /// The keys its front matter must have.
    pub fn required(self) -> &'static [&'static str] {
        self.0.required
    }

    /// What its text is made of.
    pub fn parts(self) -> Parts {
        self.0.parts
    }

    /// The facts its page shows, in their order.
    pub fn facts(self) -> &'static [Fact] {
        self.0.facts
    }

    /// The layout of its page: the name of its template without `.html`, and the class that themes know it by.
    pub fn layout(self) -> &'static str {
        self.0.layout
    }

    /// Whether its texts take these rules.
    pub fn takes(self, rules: RuleSet) -> bool {
        self.0.rules.contains(&rules)
    }

    /// Whether its texts may have keys beyond its own, as the collection around them declares them.
    pub fn has_fields(self) -> bool {
        self.0.fields
    }

    /// Whether its texts say when and where something takes place.
    pub fn takes_place(self) -> bool {
        self.0.takes_place
    }

    /// Whether its texts may be called official: they can be sealed, and their easy-read versions say that they are not.
    pub fn is_official(self) -> bool {
        self.0.official
    }

    /// Whether a book is made of each of its texts, and all are in the book of their language.
    pub fn becomes_book(self) -> bool {
        self.0.book
    }

    /// Whether an easy-read version is asked: its page says where it is missing or leaves out a part.
    pub fn asks_easy_read(self) -> bool {
        self.0.easy_read
    }

    /// Where readers find its texts.
    pub fn listing(self) -> Listing {
        self.0.listing
    }

    /// What a text of it is in the vocabulary of schema.org.
    pub fn schema_type(self, is_called_official: bool) -> SchemaType {
        let [official, other] = self.0.described_as;
        if is_called_official { official } else { other }
    }
}

impl Default for Kind {
    fn default() -> Self {
        Self(ALL[0])
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "the name of a kind of document", |name| {
            let names = || Self::all().map(Kind::name).collect::<Vec<_>>().join(", ");
            Self::named(name).ok_or_else(|| {
                let meant = misfit::meant(name, ALL.iter().map(|kind| kind.name));
                let meant = meant.map(|kind| format!(", but there is “{kind}”")).unwrap_or_default();
                format!("there is no kind “{name}”{meant}; the kinds are {}", names())
            })
        })
    }
}

/// The kinds that have a key, in words: `resolutions`, `documents, resolutions and reports`; `None` when no kind has it.
pub fn with_key(key: &str) -> Option<String> {
    let plurals: Vec<&str> =
        Kind::all().filter(|kind| kind.keys().any(|known| known == key)).map(Kind::plural).collect();
    match plurals.as_slice() {
        [] => None,
        [only] => Some((*only).to_owned()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

#[cfg(test)]
mod tests;
