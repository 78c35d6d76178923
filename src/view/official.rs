//! What the page of an official text shows, and that of a page about the site.

use serde::Serialize;

use super::{
    Download, EntryMatches, Event, Extra, FormerPlace, Frame, Heading, Href, Html, IsoDate, LanguageTag,
    Link, Recording, RelatedEvents, Tasks, Text, Url,
};

/// The page of an official text (`official.html`) or a page about the site (`page.html`).
#[derive(Debug, Serialize)]
pub struct Official {
    /// What every page has around its text.
    pub page: Frame,
    /// The text and what is known of it.
    pub doc: OfficialDocument,
}

/// A text and what is known of it.
#[derive(Debug, Default, Serialize)]
pub struct OfficialDocument {
    /// The title of the text, after its number when it has one: `52/8. 通过透明……`.
    pub title: Text,
    /// The symbol of the text, such as `A/HRC/RES/52/8`; missing when it has none.
    pub symbol: Option<Text>,
    /// What stands under the title; missing when nothing does.
    pub subtitle: Option<Text>,
    /// The name of this version: that of an official text, or of the full text of one that is not called official.
    pub official_words: Text,
    /// The sentence on whose wording counts; missing on a page about the site.
    pub authority: Option<Text>,
    /// The plain-language summary of the text; empty when there is none.
    pub summary: Text,
    /// The sentence on what the summary is.
    pub summary_note: Text,
    /// The facts of the front matter that its kind shows.
    pub facts: Vec<Fact>,
    /// When and where it takes place, and who can come; missing where it is no event.
    pub event: Option<Event>,
    /// What was recorded of an event; empty where nothing was.
    pub recordings: Vec<Recording>,
    /// The events that lead to the text.
    pub related: Vec<RelatedEvents>,
    /// The files that the page offers.
    pub downloads: Vec<Download>,
    /// The headings of the page.
    pub contents: Vec<Heading>,
    /// The address of the easy-read version; missing when there is none.
    pub easy_read: Option<Href>,
    /// The sentence that there is none.
    pub easy_read_missing: Text,
    /// The language tag of the easy-read version, for `hreflang`.
    pub easy_read_lang: LanguageTag,
    /// The text, or what stands before the opening words of a resolution; may be empty.
    pub body: Html,
    /// The preambular paragraphs of a resolution; empty for other texts.
    pub preamble: Html,
    /// The operative paragraphs of a resolution, as items of a list; empty for other texts.
    pub operative: Html,
    /// What stands after the operative paragraphs of a resolution; may be empty.
    pub after: Html,
    /// How the text was adopted; missing when the front matter does not say it.
    pub adoption: Option<Adoption>,
    /// The notes, as items of a list; empty when there are none.
    pub notes: Html,
    /// What a resolution asks for, as far as the program and people found it; missing where there is nothing.
    pub follow_up: Option<Tasks>,
    /// What the entry asks for and offers, and what fits; missing where that is nothing.
    pub matches: Option<EntryMatches>,
    /// The credits of the pictures in the text: authors and licences.
    pub credits: Vec<Text>,
    /// The document before this one in its section; missing when there is none.
    pub previous: Option<Link>,
    /// The document after this one in its section; missing when there is none.
    pub next: Option<Link>,
    /// The places that once stood on the page and are gone, or stand on another one.
    pub former: Vec<FormerPlace>,
    /// What the author wrote for the site's own templates.
    pub extra: Extra,
}

/// A fact of the front matter.
#[derive(Debug, Serialize)]
pub struct Fact {
    /// The name of the fact.
    pub term: Text,
    /// The language of the name; missing when it is the language of the page.
    pub term_lang: Option<LanguageTag>,
    /// The value of the fact.
    pub words: Text,
    /// The date that the words say; missing when they say none.
    pub datetime: Option<IsoDate>,
    /// The address that the words lead to; missing when they lead nowhere, and when they are several links.
    pub href: Option<Url>,
    /// The links that the value is made of, where it is several; then the words name them all.
    pub links: Vec<FactLink>,
    /// The language of the words; missing when it is the language of the page.
    pub lang: Option<LanguageTag>,
}

/// One of several links of a fact.
#[derive(Debug, Serialize)]
pub struct FactLink {
    /// The words of the link.
    pub words: Text,
    /// The address that it leads to.
    pub href: Url,
}

/// How a text was adopted.
#[derive(Debug, Serialize)]
pub struct Adoption {
    /// The date line under the text, as printed; missing when it has none.
    pub date: Option<Text>,
    /// The date of the document; missing when it has none.
    pub datetime: Option<IsoDate>,
    /// The meeting at which it was adopted; missing when the front matter does not name it.
    pub meeting: Option<Text>,
    /// The sentence that says how it was adopted; missing when there is none.
    pub statement: Option<Text>,
    /// The lists of votes; empty when there was no recorded vote.
    pub lists: Vec<Votes>,
}

/// Those who voted in one way.
#[derive(Debug, Serialize)]
pub struct Votes {
    /// The name of the vote as printed, without its colon.
    pub heading: Text,
    /// How many voted so, in words.
    pub count: Text,
    /// The names of those who voted so.
    pub states: Vec<Text>,
}
