//! What templates read: plain values with a name and a meaning, and nothing else.
//!
//! This is the contract between the program and themes. A view says what a template can print, and never how it is
//! computed; `render`, the books and the desk fill views. `content/manual/templates/` is made of the comments of these types; a test
//! compares the two, and reads in every template that it uses fields of its view alone.
//!
//! In: values of any room. Out: what Tera gets. Refused, at compile time: anything that is not listed here.

mod book;
mod desk;
mod easy_read;
mod entries;
mod event;
mod follow_up;
mod glossary;
mod html;
mod list;
mod matches;
mod official;
mod page;
mod pictures;
mod rules;
mod statement;

use std::collections::BTreeMap;

use serde::Serialize;

pub use book::{
    BookAbout, BookAboutDocument, BookCover, BookEasyRead, BookEasyReadDocument, BookFrame, BookLink,
    BookMetadata, BookNavigation, BookNotes, BookNotesDocument, BookOfficial, BookOfficialDocument,
    BookOpening, BookOpeningDocument, BookPackage, BookWords, BookWordsDocument, Landmark, ManifestItem,
    Piece,
};
pub use desk::{
    DeskBeside, DeskCoverage, DeskDownload, DeskFile, DeskFinding, DeskFindings, DeskFrame, DeskRow,
    DeskStrip, Labels,
};
pub use easy_read::{Colophon, EasyRead, EasyReadDocument, Explained, Idea, Section, Status};
pub use entries::{CellValue, Column, Entries, Entry, Facet, FacetValue, ForeignEntries, ForeignEntry};
pub use event::{
    Event, EventFact, EventValue, Moment, Player, ProgrammeDay, ProgrammePoint, Recording, RelatedEvent,
    RelatedEvents, TextTrack, Transcript,
};
pub use follow_up::{FollowUpPage, TaskDocument, TaskRow, TaskSection, Tasks};
pub use glossary::{Glossary, Word, WordGroup};
pub use html::Html;
pub use list::{Card, Group, List, ListedDocument, ListedSection, Listing};
pub use matches::{EntryMatches, Match, MatchPage, NeedGroup, Notice, NoticeContact, NoticeFact, NoticeSide};
pub use official::{Adoption, Fact, FactLink, Official, OfficialDocument, Votes};
pub use page::{
    Alternate, Download, FormerPlace, Frame, Heading, Link, LinkedFile, Logo, Moved, NotFound, OpenGraph,
    Withdrawn,
};
pub use pictures::{PicturesPage, ShownPicture};
pub use rules::{ChapterLink, Example, Rule, RuleChapter, RuleFact, Rules};
pub use statement::{
    Assessment, Coverage, CoverageNumbers, CoverageRow, Date, FoundRow, Limitation, OutcomeRow, Results,
    Statement, StatementPage,
};

/// Text without markup. Tera escapes it where it stands.
pub type Text = String;

/// An address as seen from the page or file that it stands in, percent-encoded: `../glossary/`.
pub type Href = String;

/// A whole address, with its scheme: `https://example.org/a/`.
pub type Url = String;

/// A date as ISO 8601 writes it: `2023-04-03`.
pub type IsoDate = String;

/// A language tag of BCP 47: `zh-Hans`.
pub type LanguageTag = String;

/// A word of a fixed list, the same in every language, such as a class name.
pub type Keyword = &'static str;

/// What an author wrote under `extra` in the front matter, for the site's own templates: keys with text, numbers, lists
/// or keys again, such as `doc.extra.topic`. It is missing where nothing is written.
pub type Extra = Option<BTreeMap<String, serde_json::Value>>;

/// What a template reads. The list below is closed: nothing else reaches a template.
pub trait View: Serialize + sealed::Sealed {
    /// The templates that read it.
    const TEMPLATES: &'static [&'static str];
}

mod sealed {
    /// Keeps other rooms from adding views.
    pub trait Sealed {}
}

macro_rules! views {
    ($($view:ident => $($template:literal),+;)+) => {
        $(
            impl sealed::Sealed for $view {}
            impl View for $view {
                const TEMPLATES: &'static [&'static str] = &[$($template),+];
            }
        )+
    };
}

views! {
    Listing => "home.html", "section.html";
    Official => "official.html", "page.html";
    EasyRead => "easy-read.html";
    Glossary => "glossary.html";
    PicturesPage => "pictures.html";
    FollowUpPage => "follow-up.html";
    MatchPage => "match.html";
    StatementPage => "statement.html";
    Rules => "rules.html";
    RuleChapter => "rule-chapter.html";
    NotFound => "404.html";
    Moved => "moved.html";
    Withdrawn => "withdrawn.html";
    BookCover => "book/cover.xhtml";
    BookNavigation => "book/nav.xhtml";
    BookOpening => "book/opening.xhtml";
    BookOfficial => "book/official.xhtml";
    BookNotes => "book/notes.xhtml";
    BookEasyRead => "book/easy-read.xhtml";
    BookWords => "book/words.xhtml";
    BookAbout => "book/about.xhtml";
    BookPackage => "book/package.opf";
    DeskStrip => "desk/strip.html", "desk/top.html", "desk/notice.html", "desk/alone.html";
    DeskBeside => "desk/beside.html";
    DeskFindings => "desk/findings.html";
}
