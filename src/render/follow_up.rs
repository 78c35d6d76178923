//! Who must do what by when: the table on the page of a resolution, and the page of the whole site.

use jiff::civil::Date;

use super::beside::{Beside, paragraph_name};
use super::facts::long_date;
use super::frame::FrameParts;
use super::official::short_title;
use super::{Page, Renderer, official};
use crate::address::{Address, PageKind};
use crate::coverage::Coverage;
use crate::document::{Body, Document, PartContent};
use crate::finding::Finding;
use crate::follow_up::{Deadline, Due, Proof, Row, Standing, name_of};
use crate::lang::Lang;
use crate::languages::{Argument, Labels, When};
use crate::library::{Library, Work};
use crate::view::{FollowUpPage, Html, Link, TaskDocument, TaskRow, TaskSection, Tasks};

/// The id of the table on the page of a resolution. No author can give an id that begins like the names of paragraphs.
pub const ID: &str = "op-tasks";

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
    for work in &works {
        let writer = TaskWriter::new(renderer, work, &address);
        let (with, without): (Vec<Row<'_>>, Vec<Row<'_>>) =
            library.rows(work).into_iter().partition(|row| row.deadline.is_some());
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
            caption: writer
                .say("follow-up-caption", &[("title", short_title(&work.official).as_str().into())]),
            heading: title,
            href: Some(address.link_to(&official)),
            rows: without.iter().map(|row| writer.row(row, false)).collect(),
        });
    }
    dated.sort_by(|(one, _), (other, _)| one.cmp(other));
    let has_calendar = !deadlines(renderer.library, lang).is_empty();
    let calendar = has_calendar
        .then(|| link(address.link_to(&calendar_address(&address)), labels.get("follow-up-calendar")));
    let word = |id: &str| labels.get(id).to_owned();
    let dated = (!dated.is_empty()).then(|| Tasks {
        id: "deadlines".to_owned(),
        heading: word("follow-up-with-deadline"),
        caption: word("follow-up-with-deadline-caption"),
        href: None,
        rows: dated.into_iter().map(|(_, row)| row).collect(),
    });
    let view = FollowUpPage { page, calendar, dated, undated, elsewhere };
    let html = renderer.templates.render("follow-up.html", lang, &view)?;
    Ok(Page { address, html })
}

fn link(href: String, words: &str) -> Link {
    Link { href, words: words.to_owned(), lang: None, current: false, around: false }
}

/// Where the calendar of a page stands.
pub fn calendar_address(page: &Address) -> Address {
    Address::file([page.folder(), CALENDAR].concat())
}

/// The rows of a language whose deadline has known days, with their works.
pub fn deadlines<'a>(library: &'a Library, lang: &Lang) -> Vec<(&'a Work, Row<'a>, (Date, Date))> {
    let works = library.works.iter().filter(|work| work.lang == *lang);
    let of_work = |work: &'a Work| {
        library.rows(work).into_iter().filter_map(move |row| {
            let days = row.deadline.as_ref()?.days?;
            (!row.is_no_task()).then_some((work, row, days))
        })
    };
    works.flat_map(of_work).collect()
}

/// The order of deadlines: by the day, then by the session.
fn order(row: &Row<'_>) -> (Date, String, u32) {
    let Some(deadline) = &row.deadline else { return (Date::MAX, String::new(), 0) };
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
    (!rows.is_empty()).then(|| Tasks {
        id: ID.to_owned(),
        heading: labels.get("follow-up").to_owned(),
        href: None,
        caption: writer.say("follow-up-caption", &[("title", short_title(&work.official).as_str().into())]),
        rows: rows.iter().map(|row| writer.row(row, false)).collect(),
    })
}

/// Writes the rows of one work for one page.
struct TaskWriter<'a> {
    renderer: &'a Renderer<'a>,
    work: &'a Work,
    labels: &'a Labels,
    address: &'a Address,
    official: Address,
    coverage: Coverage,
}

impl<'a> TaskWriter<'a> {
    fn new(renderer: &'a Renderer<'a>, work: &'a Work, address: &'a Address) -> Self {
        Self {
            renderer,
            work,
            labels: renderer.labels(&work.lang),
            address,
            official: renderer.library.address(&work.official),
            coverage: renderer.coverage(work),
        }
    }

    fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.labels.format(id, arguments).unwrap_or_default()
    }

    fn row(&self, row: &Row<'_>, names_work: bool) -> TaskRow {
        let name = name_of_paragraph(&self.work.official, row, self.labels);
        let name = if names_work { format!("{} {name}", short_title(&self.work.official)) } else { name };
        let here =
            if *self.address == self.official { String::new() } else { self.address.link_to(&self.official) };
        let standing = row.standing(self.renderer.library.today);
        TaskRow {
            href: format!("{here}#{}", row.paragraph),
            paragraph: name,
            explained: self.explained(&row.paragraph),
            who: row.who.map(str::to_owned),
            verb: row.verb.map(|verb| self.verb(verb)),
            what: row.what.to_owned(),
            to: row.to.map(|to| self.say("follow-up-to", &[("to", to.into())])),
            due: row
                .deadline
                .as_ref()
                .map_or_else(|| self.word("follow-up-no-deadline"), |deadline| self.due(deadline)),
            days: row.deadline.as_ref().and_then(|deadline| self.days(deadline)),
            datetime: row
                .deadline
                .as_ref()
                .and_then(|deadline| deadline.days)
                .map(|(_, last)| last.to_string()),
            state: match standing {
                Standing::Open => "open",
                Standing::Overdue => "overdue",
                Standing::Done => "done",
                Standing::NoTask => "no-task",
            },
            status: match standing {
                Standing::Open if row.deadline.is_none() => self.word("follow-up-no-record"),
                Standing::Open => self.word("follow-up-open"),
                Standing::Overdue => self.word("follow-up-overdue"),
                Standing::Done => self.word("follow-up-done"),
                Standing::NoTask => self.word("follow-up-no-task"),
            },
            document: row.entry.and_then(|entry| entry.document.as_ref()).map(|proof| self.document(proof)),
            confirmed: match row.confirmed() {
                Some(confirmed) => {
                    let date = long_date(confirmed.date, self.labels);
                    self.say(
                        "follow-up-confirmed",
                        &[("by", confirmed.by.as_str().into()), ("date", date.as_str().into())],
                    )
                }
                None if row.verb.is_none() => self.word("follow-up-added"),
                None => self.word("follow-up-unconfirmed"),
            },
            is_confirmed: row.confirmed().is_some(),
            note: row.entry.and_then(|entry| entry.note.clone()),
        }
    }

    fn word(&self, id: &str) -> String {
        self.labels.get(id).to_owned()
    }

    /// The verb, and what it means where plain words say it otherwise.
    fn verb(&self, verb: &str) -> String {
        let force = &self.renderer.library.language(&self.work.lang).data().verb_force;
        let same = |official: &str| official.to_lowercase() == verb.to_lowercase();
        let plain = force.begun(same).and_then(|begun| begun.easy.first()).filter(|plain| !same(plain));
        match plain {
            Some(plain) => {
                self.say("follow-up-verb-plain", &[("verb", verb.into()), ("plain", plain.as_str().into())])
            }
            None => self.say("follow-up-verb", &[("verb", verb.into())]),
        }
    }

    /// By when, in words.
    fn due(&self, deadline: &Deadline) -> String {
        let (what, when, by_day) = match &deadline.due {
            Due::Day(date, when) => (long_date(*date, self.labels), *when, true),
            Due::Session(session, when) => {
                let patterns = self.renderer.library.language(&self.work.lang).patterns();
                let body = patterns.and_then(|patterns| name_of(&session.body, patterns));
                let body = body.unwrap_or(if session.body.is_empty() { "none" } else { &session.body });
                let number = session.number.to_string();
                let said = self
                    .say("follow-up-session", &[("body", body.into()), ("number", number.as_str().into())]);
                (said, *when, false)
            }
        };
        let label = match when {
            When::Before => "follow-up-before",
            When::At if by_day => "follow-up-by-day",
            When::At => "follow-up-at",
            When::From => "follow-up-from",
        };
        self.say(label, &[("what", what.as_str().into())])
    }

    /// What is known of the days of a deadline.
    fn days(&self, deadline: &Deadline) -> Option<String> {
        let session = deadline.session()?;
        let date = |date: Date| long_date(date, self.labels);
        let said = match (deadline.days, deadline.over_by) {
            (Some((start, end)), _) if start == end => {
                self.say("follow-up-last-day", &[("date", date(end).as_str().into())])
            }
            (Some((start, end)), _) => self.say(
                "follow-up-days",
                &[("start", date(start).as_str().into()), ("end", date(end).as_str().into())],
            ),
            (None, Some(over_by)) => {
                self.say("follow-up-over-by", &[("date", date(over_by).as_str().into())])
            }
            (None, None) if session.body.is_empty() => return None,
            (None, None) => self.word("follow-up-days-unknown"),
        };
        Some(said)
    }

    fn document(&self, proof: &Proof) -> TaskDocument {
        let looked_up = proof.date.zip(proof.by.as_deref()).map(|(date, by)| {
            let date = long_date(date, self.labels);
            self.say("follow-up-looked-up", &[("by", by.into()), ("date", date.as_str().into())])
        });
        TaskDocument {
            href: proof.link.clone(),
            words: match &proof.symbol {
                Some(symbol) => self.say("follow-up-document", &[("symbol", symbol.as_str().into())]),
                None => self.word("follow-up-document-unnamed"),
            },
            looked_up,
        }
    }

    /// The sections that explain a paragraph, or the one around it.
    fn explained(&self, paragraph: &str) -> Vec<TaskSection> {
        let Some(easy) = self.work.easy_read.as_deref() else { return Vec::new() };
        let beside = Beside {
            address: self.address,
            labels: self.labels,
            coverage: &self.coverage,
            easy: Some((easy, self.renderer.library.address(easy))),
        };
        let mut name = paragraph;
        loop {
            let sections: Vec<TaskSection> = beside
                .sections(name)
                .map(|(href, words)| TaskSection { href, words: Html::new(&words) })
                .collect();
            match name.rsplit_once('-') {
                Some((around, _)) if sections.is_empty() && around.contains('-') => name = around,
                _ => return sections,
            }
        }
    }
}

/// What readers call the paragraph of a row.
pub fn name_of_paragraph(text: &Document, row: &Row<'_>, labels: &Labels) -> String {
    let name = |number| paragraph_name(number, labels);
    row.number.map(name).unwrap_or_else(|| match text.part(&row.paragraph).map(|part| part.content) {
        Some(PartContent::Paragraph(paragraph)) => name(&paragraph.id),
        _ => row.paragraph.clone(),
    })
}
