//! What the pages that list documents show.

use serde::Serialize;

use super::{Download, Entries, Extra, Frame, Href, Html, IsoDate, LanguageTag, Link, RelatedEvents, Text};

/// The home page of a language (`home.html`) or the page of a folder (`section.html`).
#[derive(Debug, Serialize)]
pub struct Listing {
    /// What every page has around its text.
    pub page: Frame,
    /// The list and the words around it.
    pub list: List,
}

/// Documents, and the words around their list.
#[derive(Debug, Default, Serialize)]
pub struct List {
    /// The title of the home page or of the folder.
    pub title: Text,
    /// The summary that its source gives; empty when there is none.
    pub summary: Text,
    /// The text of its source; empty when there is none.
    pub body: Html,
    /// The easy-read versions, as the home page shows them first; empty on the page of a folder that does not ask for them.
    pub cards: Vec<Card>,
    /// The sections that stand in this one, or in none on the home page.
    pub sections: Vec<ListedSection>,
    /// The documents, in groups; without a grouping in one.
    pub groups: Vec<Group>,
    /// Whether there are no documents.
    pub is_empty: bool,
    /// The entries, where the folder is a collection; then there are no groups.
    pub entries: Option<Entries>,
    /// The links to the parts of a long list; empty when this is the whole.
    pub parts: Vec<Link>,
    /// The events of the series whose section it is.
    pub related: Vec<RelatedEvents>,
    /// The pages about the site that are listed here and not in the footer.
    pub pages: Vec<ListedDocument>,
    /// The files that the page offers.
    pub downloads: Vec<Download>,
    /// The credits of the pictures in the text: authors and licences.
    pub credits: Vec<Text>,
    /// What the author wrote for the site's own templates.
    pub extra: Extra,
}

/// Documents of one year, session or letter.
#[derive(Debug, Serialize)]
pub struct Group {
    /// The id of the heading.
    pub id: Text,
    /// The words of the heading.
    pub heading: Text,
    /// The documents.
    pub entries: Vec<ListedDocument>,
}

/// A section in a list.
#[derive(Debug, Serialize)]
pub struct ListedSection {
    /// The title of the section.
    pub title: Text,
    /// The address of the section.
    pub href: Href,
    /// The summary of the section; empty when there is none.
    pub summary: Text,
}

/// An easy-read version in a list.
#[derive(Debug, Serialize)]
pub struct Card {
    /// The title of the version.
    pub title: Text,
    /// The address of the version.
    pub href: Href,
    /// Its first sentence that does not only lead to what follows; missing when there is none.
    pub sentence: Option<Html>,
    /// The address of its first picture that no card before shows; missing when it has none.
    pub picture: Option<Href>,
}

/// A document in a list.
#[derive(Debug, Serialize)]
pub struct ListedDocument {
    /// The title of the document, after its number when it has one.
    pub title: Text,
    /// The address of the document.
    pub href: Href,
    /// The name of its text: official text, or full text where it is not called official.
    pub official_words: Text,
    /// The address of its easy-read version; missing when there is none.
    pub easy_read: Option<Href>,
    /// The sentence that there is no easy-read version.
    pub easy_read_missing: Text,
    /// The language tag of the easy-read version, for `hreflang`.
    pub easy_read_lang: LanguageTag,
    /// The symbol of the document, such as `A/HRC/RES/52/8`; missing when it has none.
    pub symbol: Option<Text>,
    /// The plain-language summary of the document; empty when there is none.
    pub summary: Text,
    /// The date of the document in the words of its language; missing when it has none.
    pub date: Option<Text>,
    /// The same date; missing when the document has none.
    pub datetime: Option<IsoDate>,
    /// That an event is cancelled, postponed or has moved online, in a word or two; missing where it is to take place as announced, and where
    /// the document is no event.
    pub status: Option<Text>,
}
