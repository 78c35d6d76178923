//! What is exported of a collection: its public entries, in the order of their folders.
//!
//! In: the library. Out: plain values, and addresses as the file that names them sees them: whole ones where the site says where it
//! stands, else relative ones.

use std::borrow::Cow;
use std::collections::HashSet;

use jiff::civil::Date;
use serde_json::Value as Json;

use crate::address::Address;
use crate::collections::{Collection, Facts, Field, Notice, Shape, Side, Value, is_one_party, parties};
use crate::document::Document;
use crate::front_matter::Consent;
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::library::{Export, Library, Work};
use crate::render::canonical;

/// A collection as a file of it shows it.
pub struct Exported<'a> {
    pub library: &'a Library,
    /// The folder of the collection.
    pub folder: &'a str,
    pub shape: &'a Shape,
    /// The main language of the site, then the others that pages of the collection or of its entries are in.
    pub languages: Vec<&'a Lang>,
    /// The pages of the collection, in the order of the languages.
    pub sections: Vec<&'a Document>,
    collection: &'a Collection,
    /// Where the file stands.
    own: Address,
}

/// A public entry.
pub struct Entry<'a> {
    /// Its folder below that of the collection.
    pub id: &'a str,
    /// Its texts, that of the main language first.
    pub works: &'a [Work],
    facts: &'a Facts,
}

impl<'a> Exported<'a> {
    /// What a file shows of a collection; `None` where the folder is none.
    pub fn of(library: &'a Library, languages: &'a [Lang], folder: &'a str, file: Export) -> Option<Self> {
        let collection = library.collections.get(folder)?;
        let shape = collection.shape.as_deref()?;
        let of_folder = library.sections.iter().filter(|section| *section.slug == *folder);
        let mut sections: Vec<&Document> = of_folder.map(|section| &**section).collect();
        sections.sort_by_key(|section| languages.iter().position(|lang| *lang == section.lang));
        let mut used: HashSet<&Lang> = sections.iter().map(|section| &section.lang).collect();
        used.extend(library.works_below(folder).iter().map(|work| &work.lang));
        let main = &library.config.language;
        let others = languages.iter().filter(|lang| *lang != main && used.contains(lang));
        Some(Self {
            library,
            folder,
            shape,
            languages: std::iter::once(main).chain(others).collect(),
            sections,
            collection,
            own: file.address(library, folder),
        })
    }

    /// The entries.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let (library, folder) = (self.library, self.folder);
        self.collection.entries.iter().filter_map(move |(slug, facts)| {
            let id = slug.strip_prefix(folder)?.strip_prefix('/')?;
            let works = library.works_of(slug);
            (!works.is_empty()).then_some(Entry { id, works, facts })
        })
    }

    /// An address, as this file names it.
    pub fn address(&self, to: &Address) -> String {
        match &self.library.config.site.base_url {
            Some(base) => canonical(base, to),
            None => self.own.link_to(to),
        }
    }

    /// The page of a text, as this file names it.
    pub fn page(&self, text: &Document) -> String {
        self.address(&self.library.address(text))
    }

    /// Who agreed to an entry.
    pub fn consents(&self, entry: &Entry<'_>) -> impl Iterator<Item = &'a Consent> + use<'a> {
        self.library.consents(entry.slug())
    }

    /// Those who must agree that an entry is published; where nobody must, the word for that.
    pub fn parties(&self, entry: &Entry<'a>) -> Vec<Cow<'a, str>> {
        let field = self.shape.consent_of.and_then(|at| Some((self.shape.fields.get(at)?, at)));
        let of_field = field.into_iter().flat_map(|(field, at)| written(field, entry.values(at)));
        let beside = entry.works.first().into_iter().flat_map(|work| &work.official.front.consent_of);
        let mut named: Vec<Cow<'a, str>> = Vec::new();
        for name in of_field.chain(beside.map(|name| Cow::Borrowed(name.trim()))) {
            let is_named = named.iter().any(|other| is_one_party(other, &name));
            if !is_named && name != parties::NOBODY {
                named.push(name);
            }
        }
        if named.is_empty() { vec![Cow::Borrowed(parties::NOBODY)] } else { named }
    }

    /// What an entry offers, or asks for.
    pub fn notices(&self, entry: &Entry<'_>, side: Side) -> impl Iterator<Item = &'a Notice> + use<'a> {
        let notices = self.collection.notices.get(entry.slug()).into_iter().flatten();
        notices.filter(move |notice| notice.side == side)
    }

    /// Where else an entry stands.
    pub fn same_as(&self, entry: &Entry<'_>) -> Vec<&'a str> {
        self.library.same_as(entry.slug())
    }
}

impl<'a> Entry<'a> {
    /// The days on which it was added and last changed.
    pub fn days(&self) -> [Option<Date>; 2] {
        let front = self.works.first().map(|work| &work.official.front);
        [front.and_then(|front| front.date), front.and_then(|front| front.changed)]
    }

    /// What stands on its covers beside title, summary and days: the keys that say something, those of other languages with the tag.
    pub fn cover(&self) -> Vec<(Cow<'static, str>, Json)> {
        let of_work = |(at, work): (usize, &Work)| {
            let tag = (at > 0).then(|| work.lang.to_string());
            let name = move |key: &'static str| match &tag {
                Some(tag) => Cow::Owned(format!("{key}.{tag}")),
                None => Cow::Borrowed(key),
            };
            cover_of(work).into_iter().map(move |(key, value)| (name(key), value))
        };
        self.works.iter().enumerate().flat_map(of_work).collect()
    }

    fn slug(&self) -> &'a str {
        self.works.first().map_or("", |work| &work.slug)
    }

    /// The fields that have a value, with their values.
    pub fn fields(&self, shape: &'a Shape) -> impl Iterator<Item = (&'a Field, &'a [Value])> + use<'a> {
        let facts = self.facts;
        let fields = shape.fields.iter().enumerate().map(move |(at, field)| (field, facts.of(at)));
        fields.filter(|(_, values)| !values.is_empty())
    }

    /// The values of a field, by its place in the shape.
    pub fn values(&self, field: usize) -> &'a [Value] {
        self.facts.of(field)
    }

    /// The text in a language.
    pub fn work(&self, lang: &Lang) -> Option<&'a Work> {
        self.works.iter().find(|work| work.lang == *lang)
    }

    /// The easy-read versions.
    pub fn easy_read(&self) -> impl Iterator<Item = &'a Document> + use<'a> {
        self.works.iter().filter_map(|work| work.easy_read.as_deref())
    }
}

/// What stands on the cover of a text: the keys that say something, in their order.
fn cover_of(work: &Work) -> Vec<(&'static str, Json)> {
    let Ok(Json::Object(mut said)) = serde_json::to_value(&work.official.front) else { return Vec::new() };
    let says_nothing = |value: &Json| match value {
        Json::Null => true,
        Json::String(words) => words.trim().is_empty(),
        Json::Array(values) => values.is_empty(),
        _ => false,
    };
    let of_key = |key| {
        let mut value = said.remove(key).filter(|value| !says_nothing(value))?;
        if let Some(parts) = value.as_object_mut() {
            parts.retain(|_, part| !part.is_null());
        }
        Some((key, value))
    };
    Kind::keys_of_cover().into_iter().filter_map(of_key).collect()
}

/// The values of a field as front matter writes them.
pub fn written<'v>(field: &'v Field, values: &'v [Value]) -> impl Iterator<Item = Cow<'v, str>> {
    values.iter().map(|value| value.written(field))
}
