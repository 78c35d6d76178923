//! What the documents of a book show, and what its package document says.

use serde::Serialize;

use super::{
    Adoption, Colophon, Event, Extra, Fact, Href, Html, IsoDate, Keyword, LanguageTag, Recording, Section,
    Text, Url, Word,
};

/// What every document of a book has around its text.
#[derive(Debug, Serialize)]
pub struct BookFrame {
    /// The class of `body`, by which the style sheet knows what kind of document it is.
    pub kind: Keyword,
    /// The language of the document.
    pub lang: LanguageTag,
    /// The direction of its writing, `ltr` or `rtl`.
    pub dir: Keyword,
    /// The title of the document, which differs from those of all others in the book.
    pub title: Text,
}

/// The cover of a book.
#[derive(Debug, Serialize)]
pub struct BookCover {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// The address of the cover's picture.
    pub cover: Href,
    /// The text alternative of the cover's picture.
    pub alternative: Text,
}

/// The navigation document of a book.
#[derive(Debug, Serialize)]
pub struct BookNavigation {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// The table of contents, as one list of links with lists in it.
    pub contents: Html,
    /// The landmarks, without the cover and the contents.
    pub landmarks: Vec<Landmark>,
    /// The links to where pages of the printed document begin; empty when the texts mark none.
    pub pages: Vec<BookLink>,
}

/// A place that reading systems offer by its kind.
#[derive(Debug, Clone, Serialize)]
pub struct Landmark {
    /// The kind of the place, as `epub:type` names it.
    pub kind: Keyword,
    /// The address of the place in the book.
    pub href: Href,
    /// The name of the place.
    pub words: Text,
}

/// A link to a place in the book.
#[derive(Debug, Clone, Serialize)]
pub struct BookLink {
    /// The address of the place in the book.
    pub href: Href,
    /// The name of the place.
    pub words: Text,
}

/// The document that begins an official text in a book.
#[derive(Debug, Serialize)]
pub struct BookOpening {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// The title of the text and what is known of it.
    pub doc: BookOpeningDocument,
}

/// The title of an official text and what is known of it.
#[derive(Debug, Serialize)]
pub struct BookOpeningDocument {
    /// The title of the text, after its number when it has one.
    pub title: Text,
    /// The symbol of the text, such as `A/HRC/RES/52/8`; missing when it has none.
    pub symbol: Option<Text>,
    /// What stands under the title; missing when nothing does.
    pub subtitle: Option<Text>,
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
    /// The links to the operative paragraphs, in a collection; empty in other books, whose contents list them.
    pub paragraphs: Vec<BookLink>,
    /// What the author wrote for the site's own templates.
    pub extra: Extra,
}

/// A document of a book with an official text or a part of one.
#[derive(Debug, Serialize)]
pub struct BookOfficial {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// The text or the part.
    pub doc: BookOfficialDocument,
}

/// An official text or a part of one.
#[derive(Debug, Serialize)]
pub struct BookOfficialDocument {
    /// The heading, with the number of the part when there are several.
    pub heading: Text,
    /// The pieces of the text.
    pub pieces: Vec<Piece>,
    /// How the text was adopted; missing when the front matter does not say it, and in all parts but the last.
    pub adoption: Option<Adoption>,
    /// What was recorded of an event, in the last part; empty where nothing was.
    pub recordings: Vec<Recording>,
    /// The credits of the pictures in the text, in its last part: authors and licences.
    pub credits: Vec<Text>,
}

/// A piece of an official text.
#[derive(Debug, Serialize)]
pub struct Piece {
    /// The kind of the piece: `text`, `preamble` or `operative`.
    pub kind: Keyword,
    /// Whether the preamble or the operative part begins with this piece.
    pub begins: bool,
    /// The piece; operative paragraphs are items of a list.
    pub text: Html,
}

/// The document of a book with the notes of an official text.
#[derive(Debug, Serialize)]
pub struct BookNotes {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// The notes.
    pub doc: BookNotesDocument,
}

/// The notes of an official text.
#[derive(Debug, Serialize)]
pub struct BookNotesDocument {
    /// The notes, as items of a list.
    pub notes: Html,
}

/// A document of a book with an easy-read version or a part of one.
#[derive(Debug, Serialize)]
pub struct BookEasyRead {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// The version or the part.
    pub doc: BookEasyReadDocument,
}

/// An easy-read version or a part of one.
#[derive(Debug, Serialize)]
pub struct BookEasyReadDocument {
    /// The heading, with the number of the part when there are several.
    pub heading: Text,
    /// Whether the version begins with this document.
    pub begins: bool,
    /// What the version is about, in one sentence.
    pub about: Text,
    /// The sentence that the version is not the official text; missing where its text is not called official.
    pub not_official: Option<Text>,
    /// The sentence that the event it explains is cancelled, postponed, over, or has moved online; missing else.
    pub event_standing: Option<Text>,
    /// The words before the list of the parts that a section is about.
    pub explains: Text,
    /// The sections.
    pub sections: Vec<Section>,
    /// What the author wrote for the site's own templates.
    pub extra: Extra,
    /// What is said of the version itself.
    #[serde(flatten)]
    pub colophon: Colophon,
}

/// The document of a book with the words that an easy-read version explains.
#[derive(Debug, Serialize)]
pub struct BookWords {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// The words.
    pub doc: BookWordsDocument,
}

/// The words that an easy-read version explains.
#[derive(Debug, Serialize)]
pub struct BookWordsDocument {
    /// The words.
    pub words: Vec<Word>,
}

/// The document of a book that says what an easy-read version is and who made it.
#[derive(Debug, Serialize)]
pub struct BookAbout {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// What is said of the version.
    pub doc: BookAboutDocument,
}

/// What is said of an easy-read version.
#[derive(Debug, Serialize)]
pub struct BookAboutDocument {
    /// The address of the official text; missing when it is neither in the book nor on a site with a known address.
    pub official: Option<Href>,
    /// The title of the official text, after its number when it has one.
    pub official_title: Text,
    /// The name of that text: official text, or full text where it is not called official.
    pub official_words: Text,
    /// The words of the link to it.
    pub official_link: Text,
    /// The sentence that the version is not the official text; missing where its text is not called official.
    pub not_official: Option<Text>,
    /// The address at which readers can write to the publisher; missing when `book.toml` gives none.
    pub contact: Option<Url>,
    /// What is said of the version itself.
    #[serde(flatten)]
    pub colophon: Colophon,
}

/// The package document of a book.
#[derive(Debug, Serialize)]
pub struct BookPackage {
    /// What every document of a book has around its text.
    pub page: BookFrame,
    /// The metadata of the book.
    pub book: BookMetadata,
    /// The files of the book.
    pub items: Vec<ManifestItem>,
    /// The reading order: positions in `items`, which begin at 0.
    pub spine: Vec<usize>,
}

/// A file as the package document lists it.
#[derive(Debug, Serialize)]
pub struct ManifestItem {
    /// The id of the file in the package document.
    pub id: Text,
    /// The address of the file in the book.
    pub href: Href,
    /// The media type of the file.
    pub media_type: Keyword,
    /// The properties of the file in EPUB's terms, with spaces between them; empty when it has none.
    pub properties: Text,
}

/// The metadata of a book.
#[derive(Debug, Clone, Serialize)]
pub struct BookMetadata {
    /// The identifier of the book, a URN.
    pub identifier: Text,
    /// The title of the book.
    pub title: Text,
    /// What stands under the title of its text; missing when nothing does.
    pub subtitle: Option<Text>,
    /// What its text is about, in single words.
    pub subjects: Vec<Text>,
    /// The language of the book.
    pub lang: LanguageTag,
    /// What the book is about; empty when nothing says it.
    pub description: Text,
    /// The names of those who made the text.
    pub creators: Vec<Text>,
    /// The names of those who publish the text, else of those who publish the site.
    pub publishers: Vec<Text>,
    /// The date of the text; missing when it has none.
    pub date: Option<IsoDate>,
    /// The time of the last change, in UTC.
    pub modified: Text,
    /// The symbol of the official text; missing when it has none, and for a collection.
    pub symbol: Option<Text>,
    /// The address of the official document itself; missing when `book.toml` gives no `symbol-url`.
    pub source: Option<Url>,
    /// The names of the printed documents whose pages are marked; missing when none are.
    pub page_source: Option<Text>,
    /// The title of the collection that the book belongs to; missing for a collection.
    pub collection: Option<Text>,
    /// The values of schema.org's `accessMode`.
    pub modes: Vec<Keyword>,
    /// The values of schema.org's `accessModeSufficient`.
    pub sufficient: Vec<Keyword>,
    /// The values of schema.org's `accessibilityFeature`.
    pub features: Vec<Keyword>,
    /// The values of schema.org's `accessibilityHazard`.
    pub hazards: Vec<Keyword>,
    /// The sentences of schema.org's `accessibilitySummary`.
    pub summary: Text,
    /// The language of these sentences: that of the book, or English where it lacks one of them.
    pub summary_lang: LanguageTag,
    /// The direction of these sentences, `ltr` or `rtl`.
    pub summary_dir: Keyword,
    /// The standard that the book conforms to; missing when nobody certified it.
    pub conforms_to: Option<Keyword>,
    /// The name of whoever certified that the book conforms; missing when nobody did.
    pub certified_by: Option<Text>,
    /// The credential of whoever certified it; missing when `book.toml` gives none.
    pub certifier_credential: Option<Text>,
    /// The address of the certifier's report; missing when `book.toml` gives none.
    pub certifier_report: Option<Url>,
    /// The address of the easy-read rules that the text follows; missing when no address is known.
    pub easy_read_standard: Option<Url>,
}
