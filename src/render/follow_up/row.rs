//! A row of the table of who must do what by when, in the words of a language.

use jiff::civil::Date;

use crate::address::Address;
use crate::coverage::Coverage;
use crate::document::{Document, PartContent};
use crate::follow_up::{Deadline, Due, Proof, Row, Standing, name_of};
use crate::languages::{Argument, Labels, When};
use crate::library::Work;
use crate::render::Renderer;
use crate::render::beside::{Beside, paragraph_name};
use crate::render::facts::long_date;
use crate::render::official::short_title;
use crate::render::unbroken::unbroken;
use crate::view::{Html, TaskDocument, TaskRow, TaskSection};

/// Writes the rows of one work for one page.
pub struct TaskWriter<'a> {
    renderer: &'a Renderer<'a>,
    work: &'a Work,
    labels: &'a Labels,
    address: &'a Address,
    official: Address,
    coverage: Coverage,
}

impl<'a> TaskWriter<'a> {
    pub fn new(renderer: &'a Renderer<'a>, work: &'a Work, address: &'a Address) -> Self {
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

    /// A row, which names its resolution where the table has rows of several.
    pub fn row(&self, row: &Row<'_>, names_work: bool) -> TaskRow {
        // In its narrow column, a line ends between the names of the resolution and of the paragraph, and in neither.
        let name = unbroken(&name_of_paragraph(&self.work.official, row, self.labels));
        let name = if names_work { format!("{} {name}", short_title(&self.work.official)) } else { name };
        let here =
            if *self.address == self.official { String::new() } else { self.address.link_to(&self.official) };
        let standing = row.standing(self.renderer.library.today);
        let last = row.last_deadline();
        TaskRow {
            href: format!("{here}#{}", row.paragraph),
            paragraph: name,
            explained: self.explained(&row.paragraph),
            who: who(row, self.labels),
            nobody: self.nobody(row).map(|id| self.word(id)),
            verb: row.verb.map(|verb| self.verb(verb)),
            what: row.what.to_owned(),
            to: row.to.map(|to| self.say("follow-up-to", &[("to", to.into())])),
            start: row.start.as_ref().map(|start| self.due(start)),
            due: match row.deadlines.as_slice() {
                [] if row.confirmed().is_some() => self.word("follow-up-no-deadline"),
                [] => self.word("follow-up-deadline-not-found"),
                deadlines => {
                    let times =
                        deadlines.iter().flat_map(|deadline| [Some(&deadline.due), deadline.also.as_ref()]);
                    self.all(&times.flatten().map(|due| self.due(due)).collect::<Vec<_>>())
                }
            },
            days: last.and_then(|deadline| self.days(deadline)),
            datetime: last.and_then(|deadline| deadline.days).map(|(_, last)| last.to_string()),
            state: match standing {
                Standing::Open => "open",
                Standing::Overdue => "overdue",
                Standing::Done => "done",
                Standing::NoTask => "no-task",
            },
            status: match standing {
                Standing::Open => self.word("follow-up-open"),
                Standing::Overdue => self.word("follow-up-overdue"),
                Standing::Done => self.word("follow-up-done"),
                Standing::NoTask => self.word("follow-up-no-task"),
            },
            document: row.entry.and_then(|entry| entry.document.as_ref()).map(|proof| self.document(proof)),
            confirmed: match row.confirmed() {
                Some(confirmed) => {
                    let date = long_date(confirmed.date, self.labels);
                    let arguments = [("by", confirmed.by.as_str().into()), ("date", date.as_str().into())];
                    Some(self.say("follow-up-confirmed", &arguments))
                }
                None => row.verb.is_none().then(|| self.word("follow-up-added")),
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
        let patterns = self.renderer.library.language(&self.work.lang).patterns();
        match patterns.and_then(|patterns| patterns.follow_up.plain.get(&verb.to_lowercase())) {
            Some(plain) => {
                self.say("follow-up-verb-plain", &[("verb", verb.into()), ("plain", plain.as_str().into())])
            }
            None => self.say("follow-up-verb", &[("verb", verb.into())]),
        }
    }

    /// Why nobody stands in a row.
    fn nobody(&self, row: &Row<'_>) -> Option<&'static str> {
        match row.confirmed() {
            _ if row.who.is_some() || row.decides => None,
            Some(_) => Some("follow-up-who-nobody"),
            None => Some("follow-up-who-unknown"),
        }
    }

    /// All of some times. Halves are put together, as adding one at a time would write the first again and again.
    fn all(&self, times: &[String]) -> String {
        let (one, other) = match times {
            [] => return String::new(),
            [time] => return time.clone(),
            _ => times.split_at(times.len() / 2),
        };
        let (one, other) = (self.all(one), self.all(other));
        self.say("follow-up-due-both", &[("one", one.as_str().into()), ("other", other.as_str().into())])
    }

    /// From when on or by when, in words.
    fn due(&self, due: &Due) -> String {
        let (what, when, by_day) = match due {
            Due::Said(words, ..) => return words.to_string(),
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
            When::From if by_day => "follow-up-from-day",
            When::From => "follow-up-from",
        };
        self.say(label, &[("what", what.as_str().into())])
    }

    /// What is known of the days of a deadline.
    fn days(&self, deadline: &Deadline) -> Option<String> {
        if matches!(deadline.due, Due::Day(..)) || matches!(deadline.also, Some(Due::Day(..))) {
            return None;
        }
        let session = deadline.session();
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
            (None, None) if session.is_none_or(|session| session.body.is_empty()) => return None,
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

/// Who is asked, or that the body of the text decides.
pub fn who(row: &Row<'_>, labels: &Labels) -> Option<String> {
    let who = row.who?;
    match row.decides {
        true => labels.format("follow-up-who-decides", &[("body", who.into())]),
        false => Some(who.to_owned()),
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
