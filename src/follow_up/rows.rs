//! The rows of a resolution: what the patterns propose, with what people say of it.
//!
//! In: tasks, the entries of `follow-up.yaml`, the days of sessions, and the day of the build. Out: a row for each task, and for each one
//! that people add. An entry that could mean two tasks counts for none; the judge says so.

use std::collections::HashMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::due::WrittenTimes;
use super::file::Status;
use super::{Due, Entry, FollowUp, Session, Sessions, Task, Term};
use crate::day::Today;
use crate::document::ParagraphId;
use crate::languages::When;

/// A task with what is known of it.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The name of the paragraph.
    pub paragraph: String,
    /// Its official number; `None` where people added the task.
    pub number: Option<&'a ParagraphId>,
    /// The verb with which it asks; `None` where people added the task.
    pub verb: Option<&'a str>,
    /// Whether the body that adopted the text takes it on itself.
    pub decides: bool,
    /// Who is asked, or the body that decides.
    pub who: Option<&'a str>,
    /// What they are asked to do.
    pub what: &'a str,
    /// To whom it is handed in.
    pub to: Option<&'a str>,
    /// From when on.
    pub start: Option<Due>,
    /// By when: all deadlines, in the order of the text.
    pub deadlines: Vec<Deadline>,
    /// What people say of it.
    pub entry: Option<&'a Entry>,
}

/// One deadline of a task, and what is known of that day.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// As the text says it.
    pub due: Due,
    /// The day that stands beside a session.
    pub also: Option<Due>,
    /// The first and the last day on which it can be done in time, where they are known.
    pub days: Option<(Date, Date)>,
    /// A day by which it was over, where its own days are not known.
    pub over_by: Option<Date>,
}

/// How a task stands on the day of the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A document shows that it is done.
    Done,
    /// Its time is over, and nothing shows that it is done.
    Overdue,
    /// Its time has not passed, or is not known.
    Open,
    /// People say that the text asks for no such thing.
    NoTask,
}

impl Row<'_> {
    /// Who confirmed it, where somebody did.
    pub fn confirmed(&self) -> Option<&super::Confirmed> {
        self.entry?.confirmed.as_ref()
    }

    /// The days on which somebody looked at it.
    pub fn looked_at(&self) -> impl Iterator<Item = Date> {
        let document = self.entry.and_then(|entry| entry.document.as_ref()?.date);
        self.confirmed().map(|confirmed| confirmed.date).into_iter().chain(document)
    }

    /// Whether people say that the text asks for no such thing.
    pub fn is_no_task(&self) -> bool {
        self.entry.is_some_and(|entry| entry.status == Status::NoTask)
    }

    /// The deadline that passes last, which decides whether the time is over; one whose day is not known may be the last.
    pub fn last_deadline(&self) -> Option<&Deadline> {
        self.deadlines.iter().max_by_key(|deadline| deadline.last_day().unwrap_or(Date::MAX))
    }

    /// How it stands.
    pub fn standing(&self, today: Today) -> Standing {
        match self.entry.map(|entry| entry.status).unwrap_or_default() {
            Status::NoTask => Standing::NoTask,
            Status::Done if self.entry.and_then(Entry::proof).is_some() => Standing::Done,
            Status::Done | Status::Open => match self.last_deadline() {
                Some(deadline) if deadline.is_over(today) => Standing::Overdue,
                _ => Standing::Open,
            },
        }
    }
}

impl Entry {
    /// The address of the document that shows that the task is done, and the day on which somebody looked it up.
    pub fn proof(&self) -> Option<(&str, Date)> {
        let document = self.document.as_ref()?;
        Some((document.link.as_deref()?, document.date?))
    }
}

impl Deadline {
    fn of(Term { due, also }: Term, sessions: &Sessions) -> Self {
        let mut over_by = None;
        let days = match &due {
            Due::Day(..) | Due::Said(..) => due.last_day().map(|last| (last, last)),
            Due::Session(session, when) => {
                let days = sessions.days(session);
                over_by = sessions.over_by(session).filter(|_| days.is_none());
                days.and_then(|days| within(days, *when))
            }
        };
        // The day that the text itself names says more than the days of a session.
        let named = also.as_ref().and_then(Due::last_day).map(|last| (last, last));
        Self { due, also, days: named.or(days), over_by: over_by.filter(|_| named.is_none()) }
    }

    /// A day by whose end the time for it has passed, where one is known.
    pub fn last_day(&self) -> Option<Date> {
        let last = self.days.map(|(_, last)| last);
        // A later session begins on a day after this one's last.
        last.or_else(|| self.over_by?.yesterday().ok())
    }

    /// Whether the time for it has passed.
    fn is_over(&self, today: Today) -> bool {
        self.last_day().is_some_and(|last| today.is_over(last))
    }

    /// The session that it names.
    pub fn session(&self) -> Option<&Session> {
        match &self.due {
            Due::Session(session, _) => Some(session),
            Due::Day(..) | Due::Said(..) => None,
        }
    }
}

/// The days on which something can be done in time.
fn within((start, end): (Date, Date), when: When) -> Option<(Date, Date)> {
    match when {
        When::Before => start.checked_sub(1.day()).ok().map(|last| (last, last)),
        _ => Some((start, end)),
    }
}

/// Which task an entry speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// The task of this number.
    Task(usize),
    /// One that the patterns did not find.
    New,
    /// More than one could be meant.
    Unclear,
}

/// The tasks of a text by the names of their paragraphs, each with its number.
pub(super) struct ByParagraph<'a>(HashMap<String, Vec<(usize, &'a Task)>>);

impl<'a> ByParagraph<'a> {
    pub(super) fn new(tasks: &'a [Task]) -> Self {
        let mut by_paragraph: HashMap<String, Vec<(usize, &Task)>> = HashMap::new();
        for (at, task) in tasks.iter().enumerate() {
            by_paragraph.entry(task.paragraph.to_string()).or_default().push((at, task));
        }
        Self(by_paragraph)
    }

    /// The tasks of a paragraph.
    pub(super) fn of(&self, paragraph: &str) -> &[(usize, &'a Task)] {
        self.0.get(paragraph).map_or(&[], Vec::as_slice)
    }
}

/// Which of the tasks an entry speaks of.
pub(super) fn meant(entry: &Entry, tasks: &ByParagraph<'_>) -> Meant {
    let of_paragraph = || tasks.of(&entry.paragraph).iter().copied();
    let same = |one: Option<&str>, other: &str| one.is_some_and(|one| one.trim() == other);
    let mut named: Vec<(usize, &Task)> = match &entry.who {
        Some(who) => of_paragraph().filter(|(_, task)| same(task.who.as_deref(), who.trim())).collect(),
        None => of_paragraph().collect(),
    };
    if named.is_empty() {
        // The patterns may have found the task and not who is asked.
        named = of_paragraph().filter(|(_, task)| task.who.is_none()).collect();
    }
    if let (Some(what), true) = (&entry.what, named.len() > 1) {
        named.retain(|(_, task)| task.what.contains(what.trim()));
    }
    match named.as_slice() {
        [(at, _)] => Meant::Task(*at),
        [] => Meant::New,
        _ => Meant::Unclear,
    }
}

/// The rows of a text, in the order of its paragraphs; those that people add stand at the end.
pub fn rows<'a>(tasks: &'a [Task], file: Option<&'a FollowUp>, sessions: &Sessions) -> Vec<Row<'a>> {
    let entries = file.map_or(&[][..], FollowUp::entries);
    let by_paragraph = ByParagraph::new(if entries.is_empty() { &[] } else { tasks });
    let meant: Vec<Meant> = entries.iter().map(|entry| meant(entry, &by_paragraph)).collect();
    let mut of_tasks = HashMap::new();
    for (meant, entry) in meant.iter().zip(entries) {
        if let Meant::Task(at) = meant {
            // Of two entries the first counts; the judge finds the other.
            of_tasks.entry(*at).or_insert(entry);
        }
    }
    let deadlines = |due: Vec<Term>| due.into_iter().map(|term| Deadline::of(term, sessions)).collect();
    let alone = |due: Vec<Due>| due.into_iter().map(|due| Term { due, also: None }).collect();
    let found = tasks.iter().enumerate().map(|(at, task)| {
        let entry = of_tasks.get(&at).copied();
        let words = |own: fn(&Entry) -> &Option<String>| entry.and_then(|entry| own(entry).as_deref());
        let written = entry.and_then(|entry| entry.due.as_ref()).map(WrittenTimes::times);
        let (start, due) = match written {
            Some((start, due)) => (start.or_else(|| task.start.clone()), alone(due)),
            None => (task.start.clone(), task.due.clone()),
        };
        let is_other = |entry: &Entry| entry.who.as_deref().map(str::trim) != task.who.as_deref();
        Row {
            paragraph: task.paragraph.to_string(),
            number: Some(&task.paragraph),
            verb: Some(&task.verb),
            decides: task.decides && !entry.is_some_and(|entry| entry.who.is_some() && is_other(entry)),
            who: words(|entry| &entry.who).or(task.who.as_deref()),
            what: words(|entry| &entry.what).unwrap_or(&task.what),
            to: words(|entry| &entry.to).or(task.to.as_deref()),
            start,
            deadlines: deadlines(due),
            entry,
        }
    });
    let added = entries.iter().zip(&meant).filter(|(_, meant)| **meant == Meant::New);
    let times = |entry: &Entry| entry.due.as_ref().map(WrittenTimes::times).unwrap_or_default();
    let added = added.map(|(entry, _)| Row {
        paragraph: entry.paragraph.clone(),
        number: None,
        verb: None,
        decides: false,
        who: entry.who.as_deref(),
        what: entry.what.as_deref().unwrap_or_default(),
        to: entry.to.as_deref(),
        start: times(entry).0,
        deadlines: deadlines(alone(times(entry).1)),
        entry: Some(entry),
    });
    found.chain(added).collect()
}
