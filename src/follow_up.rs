//! Who must do what by when: what the operative paragraphs of resolutions ask for, and what became of it.
//!
//! In: a resolution, the patterns of its language, and `follow-up.yaml` beside it. Out: a row for each task. What the patterns find is a
//! proposal until the file confirms or corrects it; nothing counts as done without a document in the file. A text without numbered
//! operative paragraphs has no rows, whatever it asks for.

mod due;
mod file;
mod find;
mod form;
mod judge;
mod rows;
mod sessions;
mod times;

use jiff::civil::Date;

pub use file::{Confirmed, Entry, FollowUp, Proof};
pub use find::{outcome, tasks};
pub use judge::findings;
pub use rows::{Deadline, Row, Standing, rows};
pub use sessions::{Session, Sessions, is_of_united_nations, name_of};

use crate::document::ParagraphId;
use crate::languages::When;

/// One thing that a paragraph asks for, in the words of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// The verb with which it asks.
    pub verb: Box<str>,
    /// Whether the body that adopted the text takes it on itself.
    pub decides: bool,
    /// Who is asked, or the body that decides; `None` where the patterns, or the opening words, name nobody.
    pub who: Option<Box<str>>,
    /// What they are asked to do.
    pub what: Box<str>,
    /// To whom it is handed in.
    pub to: Option<Box<str>>,
    /// From when on.
    pub start: Option<Due>,
    /// By when: all deadlines, in the order of the text.
    pub due: Vec<Term>,
}

/// One deadline of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// By when.
    pub due: Due,
    /// The day that stands beside the session by which it is due.
    pub also: Option<Due>,
}

/// By when something is to be done, or from when on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Due {
    /// By a session.
    Session(Session, When),
    /// By a day.
    Day(Date, When),
    /// By a time that the text says in these words, with its last day where that is known; for [`When::From`] no day is known.
    Said(Box<str>, When, Option<Date>),
}

impl Due {
    /// Its last day, where the words alone say it.
    fn last_day(&self) -> Option<Date> {
        match self {
            Due::Session(..) => None,
            Due::Day(date, When::Before) => date.yesterday().ok(),
            Due::Day(date, _) => Some(*date),
            Due::Said(_, _, last) => *last,
        }
    }
}
