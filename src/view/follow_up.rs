//! What resolutions ask for, as the page of a resolution and that of the whole site show it.

use serde::Serialize;

use super::{Frame, Heading, Href, Html, IsoDate, Keyword, Link, Text, Url};

/// The page of who must do what by when.
#[derive(Debug, Serialize)]
pub struct FollowUpPage {
    /// What every page has around its text.
    pub page: Frame,
    /// What the page is, in plain sentences.
    pub plain: Vec<Text>,
    /// How many tasks there are, how many of them have a deadline, and for how many that is over.
    pub counts: Text,
    /// What people have checked of the tables.
    pub checked: Text,
    /// The headings of the page, with those of the resolutions below.
    pub contents: Vec<Heading>,
    /// The link to the calendar of deadlines; missing when no deadline has a known day.
    pub calendar: Option<Link>,
    /// The tasks with a deadline, of all resolutions; missing when there are none.
    pub dated: Option<Tasks>,
    /// The tasks without a deadline, by resolution.
    pub undated: Vec<Tasks>,
    /// Where a site has too many resolutions for one page: the links to the tables on their own pages.
    pub elsewhere: Vec<Link>,
}

/// A table of tasks.
#[derive(Debug, Serialize)]
pub struct Tasks {
    /// The id of the heading above the table.
    pub id: Text,
    /// The words of the heading.
    pub heading: Text,
    /// The address of the resolution; missing on its own page, and where the table has tasks of several.
    pub href: Option<Href>,
    /// The name of the frame in which the table scrolls. It is short, as the heading says the rest.
    pub name: Text,
    /// The caption of the table: how many tasks it has.
    pub caption: Text,
    /// What people have checked of the table; missing where the page says it of all its tables.
    pub checked: Option<Text>,
    /// Whether a row has a deadline.
    pub has_deadlines: bool,
    /// The rows.
    pub rows: Vec<TaskRow>,
}

/// A task.
#[derive(Debug, Serialize)]
pub struct TaskRow {
    /// The address of the paragraph.
    pub href: Href,
    /// The name of the paragraph, after that of the resolution where a table has tasks of several.
    pub paragraph: Text,
    /// The sections of the easy-read version that explain the paragraph.
    pub explained: Vec<TaskSection>,
    /// Who is asked, in words of the text, or that the body of the text decides; missing when neither is known.
    pub who: Option<Text>,
    /// Why nobody stands there; missing where somebody does, and where the body decides that the text does not name.
    pub nobody: Option<Text>,
    /// The verb of the text, with what it means in plain words; missing when people added the task.
    pub verb: Option<Text>,
    /// What is asked, in words of the text.
    pub what: Text,
    /// The body that it is handed in to, in words of the text; missing when nothing is handed in.
    pub to: Option<Text>,
    /// From when on, in words; missing when the text does not say it.
    pub start: Option<Text>,
    /// By when, in words; all deadlines where there are several.
    pub due: Text,
    /// What is known of the days of the deadline, and of several of the last; missing when there is no deadline.
    pub days: Option<Text>,
    /// The last day of the deadline, and of several of the last; missing when it is not known.
    pub datetime: Option<IsoDate>,
    /// How it stands: `open`, `overdue`, `done` or `no-task`.
    pub state: Keyword,
    /// How it stands, in a sentence.
    pub status: Text,
    /// The document that shows that it is done; missing when none is recorded.
    pub document: Option<TaskDocument>,
    /// Who compared the task with the text, or that people added it; missing when nobody has.
    pub confirmed: Option<Text>,
    /// Whether somebody has.
    pub is_confirmed: bool,
    /// What people wrote of it; missing when they wrote nothing.
    pub note: Option<Text>,
}

/// A section of an easy-read version that explains a paragraph.
#[derive(Debug, Serialize)]
pub struct TaskSection {
    /// The address of the section.
    pub href: Href,
    /// The words of the link.
    pub words: Html,
}

/// A document that somebody found.
#[derive(Debug, Serialize)]
pub struct TaskDocument {
    /// The address of the document; missing when none is recorded.
    pub href: Option<Url>,
    /// What it is called.
    pub words: Text,
    /// Who looked it up, and when; missing when that is not recorded.
    pub looked_up: Option<Text>,
}
