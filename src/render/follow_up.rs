//! Who must do what by when: the table on the page of a resolution, and the page of the whole site.

mod row;

use std::collections::HashMap;

use jiff::civil::Date;

use super::frame::FrameParts;
use super::html::text;
use super::official::{self, short_title};
use super::{Page, Renderer};
use crate::address::{Address, PageKind};
use crate::day::Today;
use crate::document::Body;
use crate::finding::Finding;
use crate::follow_up::{self, Deadline, Row, Standing};
use crate::lang::Lang;
use crate::languages::{Argument, Labels};
use crate::library::{Library, Work};
use crate::view::{FollowUpPage, Heading, Link, Tasks};

use row::TaskWriter;
pub use row::{name_of_paragraph, who};

/// The id of the table on the page of a resolution. No author can give an id that begins like the names of paragraphs.
pub const ID: &str = "op-tasks";

/// The ids of the tasks with a deadline and of those without one, on the page of the site.
const DATED: &str = "deadlines";
const UNDATED: &str = "undated";

/// With more resolutions than this, the tasks without a deadline stand on the pages of the resolutions alone.
const MOST_RESOLUTIONS: usize = 100;

/// The file of the calendar beside the page.
pub const CALENDAR: &str = "follow-up.ics";

impl Renderer<'_> {
    /// Where the page of a language stands, if it has one.
    pub(super) fn follow_up_address(&self, lang: &Lang) -> Option<Address> {
        let has_page = self.library.has_follow_up(lang);
        has_page.then(|| self.library.address_of("", lang, PageKind::FollowUp))
    }
}

/// The page of a language.
pub fn page(renderer: &Renderer<'_>, lang: &Lang) -> Result<Page, Finding> {
    let library = renderer.library;
    let labels = renderer.labels(lang);
    let address = library.address_of("", lang, PageKind::FollowUp);
    let title = labels.get("follow-up").to_owned();
    let translations =
        renderer.languages.iter().filter_map(|lang| Some((lang.clone(), renderer.follow_up_address(lang)?)));
    let page = renderer.frame(FrameParts {
        kind: "follow-up",
        lang,
        address: &address,
        title: title.clone(),
        description: labels.get("follow-up-about").to_owned(),
        alternates: Vec::new(),
        translations: translations.collect(),
        trail: vec![(title, address.clone())],
        work: None,
    });
    let works: Vec<&Work> = library
        .works
        .iter()
        .filter(|work| work.lang == *lang && matches!(work.official.body, Body::Resolution(_)))
        .collect();
    let (mut dated, mut undated, mut elsewhere) = (Vec::new(), Vec::new(), Vec::new());
    let mut count = Count::default();
    for work in &works {
        let writer = TaskWriter::new(renderer, work, &address);
        let rows = library.rows(work);
        count.add(&rows, library.today);
        let (with, without): (Vec<Row<'_>>, Vec<Row<'_>>) =
            rows.into_iter().partition(|row| !row.deadlines.is_empty());
        dated.extend(with.iter().map(|row| (order(row), writer.row(row, true))));
        let official = library.address(&work.official);
        // What people wrote stands on this page in any case.
        let (without, others): (Vec<Row<'_>>, Vec<Row<'_>>) =
            without.into_iter().partition(|row| works.len() <= MOST_RESOLUTIONS || row.entry.is_some());
        let title = official::full_title(&work.official);
        if !others.is_empty() {
            elsewhere.push(link(format!("{}#{ID}", address.link_to(&official)), &title));
        }
        if without.is_empty() {
            continue;
        }
        undated.push(Tasks {
            id: format!("document-{}", undated.len() + 1),
            name: {
                let title = short_title(&work.official);
                format(labels, "follow-up-table-of", &[("title", title.as_str().into())])
            },
            caption: Count::of(&without, library.today).caption(labels),
            heading: title,
            href: Some(address.link_to(&official)),
            checked: None,
            has_deadlines: false,
            rows: without.iter().map(|row| writer.row(row, false)).collect(),
        });
    }
    dated.sort_by(|(one, _), (other, _)| one.cmp(other));
    let has_calendar = !deadlines(library, lang).is_empty();
    let calendar = has_calendar
        .then(|| link(address.link_to(&calendar_address(&address)), labels.get("follow-up-calendar")));
    let word = |id: &str| labels.get(id).to_owned();
    let dated = (!dated.is_empty()).then(|| Tasks {
        id: DATED.to_owned(),
        heading: word("follow-up-with-deadline"),
        name: word("follow-up-table-deadlines"),
        caption: format(labels, "follow-up-caption-deadlines", &[("tasks", count.dated.into())]),
        href: None,
        checked: None,
        has_deadlines: true,
        rows: dated.into_iter().map(|(_, row)| row).collect(),
    });
    let tables = || dated.iter().chain(&undated);
    let view = FollowUpPage {
        page,
        plain: plain(
            renderer,
            &works,
            tables().flat_map(|table| &table.rows).any(|row| !row.explained.is_empty()),
        ),
        counts: count.said(labels),
        checked: count.checked(labels, tables().count()),
        contents: contents(labels, dated.as_ref(), &undated, &elsewhere),
        calendar,
        dated,
        undated,
        elsewhere,
    };
    let html = renderer.templates.render("follow-up.html", lang, &view)?;
    Ok(Page { address, html })
}

/// What the page is, in plain sentences.
fn plain(renderer: &Renderer<'_>, works: &[&Work], is_explained: bool) -> Vec<String> {
    let Some(first) = works.first() else { return Vec::new() };
    let labels = renderer.labels(&first.lang);
    let patterns = renderer.library.language(&first.lang).patterns();
    let of_united_nations = |work: &&Work| {
        patterns.is_some_and(|patterns| follow_up::is_of_united_nations(&work.official, patterns))
    };
    let bodies = if works.iter().all(of_united_nations) { "united-nations" } else { "other" };
    let mut plain = vec![format(labels, "follow-up-plain-1", &[("bodies", bodies.into())])];
    let easy = is_explained.then_some("follow-up-plain-easy-read");
    let others = ["follow-up-plain-2", "follow-up-plain-3"].into_iter().chain(easy);
    plain.extend(others.map(|id| labels.get(id).to_owned()));
    plain
}

/// The headings of the page.
fn contents(labels: &Labels, dated: Option<&Tasks>, undated: &[Tasks], elsewhere: &[Link]) -> Vec<Heading> {
    let named = |table: &Tasks| {
        let mut words = String::new();
        text(&table.heading, &mut words);
        official::heading(&table.id, &words)
    };
    let mut contents: Vec<Heading> = dated.into_iter().map(named).collect();
    if !undated.is_empty() || !elsewhere.is_empty() {
        let children = undated.iter().map(named).collect();
        contents.push(Heading { children, ..official::named(UNDATED, "follow-up-without-deadline", labels) });
    }
    contents
}

/// How many tasks there are, and how they stand.
#[derive(Debug, Default)]
struct Count {
    tasks: usize,
    dated: usize,
    overdue: usize,
    /// The rows, those that somebody compared with the text, and those of which people say that they ask for nothing.
    rows: usize,
    checked: usize,
}

impl Count {
    fn of(rows: &[Row<'_>], today: Today) -> Self {
        let mut count = Self::default();
        count.add(rows, today);
        count
    }

    fn add(&mut self, rows: &[Row<'_>], today: Today) {
        for row in rows {
            let is_task = !row.is_no_task();
            self.rows += 1;
            self.checked += usize::from(row.confirmed().is_some() || !is_task);
            self.tasks += usize::from(is_task);
            self.dated += usize::from(is_task && !row.deadlines.is_empty());
            self.overdue += usize::from(row.standing(today) == Standing::Overdue);
        }
    }

    /// All that is counted, in a sentence.
    fn said(&self, labels: &Labels) -> String {
        let numbers =
            [("tasks", self.tasks.into()), ("dated", self.dated.into()), ("overdue", self.overdue.into())];
        format(labels, "follow-up-counts", &numbers)
    }

    /// The caption of a table of all of them.
    fn caption(&self, labels: &Labels) -> String {
        let numbers = [("tasks", self.tasks.into()), ("dated", self.dated.into())];
        format(labels, "follow-up-caption", &numbers)
    }

    /// What people have checked of some tables.
    fn checked(&self, labels: &Labels, tables: usize) -> String {
        let id = match self.checked {
            0 => "follow-up-unchecked",
            checked if checked == self.rows => "follow-up-checked",
            _ => "follow-up-partly-checked",
        };
        let tables = if tables == 1 { "one" } else { "other" };
        format(labels, id, &[("tables", tables.into())])
    }
}

fn format(labels: &Labels, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    labels.format(id, arguments).unwrap_or_default()
}

fn link(href: String, words: &str) -> Link {
    Link { href, words: words.to_owned(), lang: None, current: false, around: false }
}

/// Where the calendar of a page stands.
pub fn calendar_address(page: &Address) -> Address {
    Address::file([page.folder(), CALENDAR].concat())
}

/// A deadline whose days are known.
pub struct DatedRow<'a> {
    /// The work that it is of.
    pub work: &'a Work,
    /// Its row.
    pub row: Row<'a>,
    /// The place of the row among those of its paragraph, from 1, and that of the deadline in the row where it is not the first.
    pub place: String,
    /// The first and the last day on which it can be done in time.
    pub days: (Date, Date),
}

/// The deadlines of a language whose days are known.
pub fn deadlines<'a>(library: &'a Library, lang: &Lang) -> Vec<DatedRow<'a>> {
    let works = library.works.iter().filter(|work| work.lang == *lang);
    let of_work = |work: &'a Work| {
        let mut places: HashMap<String, usize> = HashMap::new();
        library.rows(work).into_iter().flat_map(move |row| {
            let of_row = places.entry(row.paragraph.clone()).or_default();
            *of_row += 1;
            let dated = |(at, deadline): (usize, &Deadline)| {
                let place = if at == 0 { of_row.to_string() } else { format!("{of_row}.{}", at + 1) };
                Some(DatedRow { work, row: row.clone(), place, days: deadline.days? })
            };
            let deadlines = row.deadlines.iter().enumerate().filter(|_| !row.is_no_task());
            deadlines.filter_map(dated).collect::<Vec<_>>()
        })
    };
    works.flat_map(of_work).collect()
}

/// The order of deadlines: by the day, then by the session.
fn order(row: &Row<'_>) -> (Date, String, u32) {
    let Some(deadline) = row.last_deadline() else { return (Date::MAX, String::new(), 0) };
    let day = deadline.days.map(|(_, last)| last).or(deadline.over_by).unwrap_or(Date::MAX);
    match deadline.session() {
        Some(session) => (day, session.body.to_string(), session.number),
        None => (day, String::new(), 0),
    }
}

/// The table of a resolution on its own page; `None` where it has none.
pub fn of_work(renderer: &Renderer<'_>, work: &Work, address: &Address) -> Option<Tasks> {
    let rows = renderer.library.rows(work);
    let labels = renderer.labels(&work.lang);
    let writer = TaskWriter::new(renderer, work, address);
    let count = Count::of(&rows, renderer.library.today);
    (!rows.is_empty()).then(|| Tasks {
        id: ID.to_owned(),
        heading: labels.get("follow-up").to_owned(),
        href: None,
        name: labels.get("follow-up-table").to_owned(),
        caption: count.caption(labels),
        checked: Some(count.checked(labels, 1)),
        has_deadlines: rows.iter().any(|row| !row.deadlines.is_empty()),
        rows: rows.iter().map(|row| writer.row(row, false)).collect(),
    })
}
