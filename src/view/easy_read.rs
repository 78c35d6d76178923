//! What the page of an easy-read version shows.

use serde::Serialize;

use super::{Download, Extra, FormerPlace, Frame, Heading, Href, Html, IsoDate, Keyword, Link, Text, Word};

/// The page of an easy-read version.
#[derive(Debug, Serialize)]
pub struct EasyRead {
    /// What every page has around its text.
    pub page: Frame,
    /// The easy-read version.
    pub doc: EasyReadDocument,
}

/// An easy-read version.
#[derive(Debug, Serialize)]
pub struct EasyReadDocument {
    /// The title of the version.
    pub title: Text,
    /// The title of the text that it explains, after the number when it has one.
    pub official_title: Text,
    /// What the version is about, in one sentence.
    pub about: Text,
    /// The address of the text that it explains.
    pub official: Href,
    /// The name for the text that it explains, such as “official text” in the language of the page.
    pub official_words: Text,
    /// The words of the link to the text that it explains.
    pub official_link: Text,
    /// The sentence that this is no official text; missing when the text that it explains is none either.
    pub not_official: Option<Text>,
    /// The sentence that the event it explains is cancelled, postponed, over, or has moved online; missing else.
    pub event_standing: Option<Text>,
    /// The words before the parts that a section explains.
    pub explains: Text,
    /// The headings of the sections.
    pub contents: Vec<Heading>,
    /// The sections.
    pub sections: Vec<Section>,
    /// The files that the page offers.
    pub downloads: Vec<Download>,
    /// The words that the version uses and explains.
    pub words: Vec<Word>,
    /// The easy-read version before this one in its section; missing when there is none.
    pub previous: Option<Link>,
    /// The easy-read version after this one in its section; missing when there is none.
    pub next: Option<Link>,
    /// The places that once stood on the page and are gone, or stand on another one.
    pub former: Vec<FormerPlace>,
    /// What the author wrote for the site's own templates.
    pub extra: Extra,
    /// What is said of the version itself.
    #[serde(flatten)]
    pub colophon: Colophon,
}

/// What is said of an easy-read version itself.
#[derive(Debug, Clone, Serialize)]
pub struct Colophon {
    /// The symbol of the official text; missing when it has none.
    pub symbol: Option<Text>,
    /// What may be said of the testing of the version.
    pub status: Status,
    /// The names of those who read the version and agreed to be named; missing when there are none.
    pub read_by: Option<Text>,
    /// The name of whoever made the version; missing when the front matter does not give it.
    pub made_by: Option<Text>,
    /// The name of the rules that the version follows; missing when the front matter does not give it.
    pub rules: Option<Text>,
    /// The date of the version in the words of its language; missing when it has none.
    pub date: Option<Text>,
    /// The same date; missing when the version has none.
    pub datetime: Option<IsoDate>,
    /// The credits of the pictures: authors and licences.
    pub credits: Vec<Text>,
}

/// What may be said of the testing of an easy-read version.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// The class of the status: `not-tested`, `tested` or `changed`.
    pub kind: Keyword,
    /// The sentence that says the status.
    pub words: Text,
}

/// A section of an easy-read version.
#[derive(Debug, Default, Serialize)]
pub struct Section {
    /// The id of the heading; empty when there is none.
    pub id: Text,
    /// The heading; missing when the section begins without one.
    pub heading: Option<Html>,
    /// The level of the heading, from 2 to 6; 0 when there is none.
    pub level: u8,
    /// Whether it says the most important things; the contents stand after it.
    pub sums_up: bool,
    /// The attributes of the heading that give the preview its place in the source; empty in a published page.
    pub source: Html,
    /// The parts of the official text that the section explains.
    pub explains: Vec<Explained>,
    /// The sentence that the official text of the section has changed; missing when it has not.
    pub stale: Option<Text>,
    /// The ideas of the section.
    pub ideas: Vec<Idea>,
}

/// A part of the official text that a section explains.
#[derive(Debug, Serialize)]
pub struct Explained {
    /// The address of the part; missing in a book that does not hold the official text.
    pub href: Option<Href>,
    /// The name of the part.
    pub words: Html,
}

/// An idea: some sentences, and the picture beside them.
#[derive(Debug, Serialize)]
pub struct Idea {
    /// The picture; empty when there is none.
    pub picture: Html,
    /// The sentences.
    pub words: Html,
    /// The words of these sentences that are explained beside them.
    pub boxes: Vec<Word>,
    /// The attributes of the idea that give the preview its place in the source; empty in a published page.
    pub source: Html,
}
