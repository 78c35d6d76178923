//! What the resolutions of a site ask for: their tasks, the sessions that their texts print, and the languages that have any.

use std::sync::Arc;

use super::{Library, Work};
use crate::document::{Body, Document};
use crate::follow_up::{self, FollowUp, Row, Sessions, Task};
use crate::lang::Lang;
use crate::languages::Languages;

/// What all resolutions of a site ask for, together.
#[derive(Debug, Default)]
pub(super) struct Followed {
    sessions: Sessions,
    /// The languages with at least one row.
    languages: Vec<Lang>,
}

/// The tasks of an official text.
pub(super) fn tasks(official: &Document, languages: &Languages) -> Arc<[Task]> {
    match official.body {
        Body::Resolution(_) => follow_up::tasks(official, languages.of(&official.lang).patterns()).into(),
        _ => Arc::default(),
    }
}

impl Library {
    /// Puts together what the resolutions say.
    pub(super) fn follow(&self) -> Followed {
        let mut followed = Followed::default();
        for work in &self.works {
            if !matches!(work.official.body, Body::Resolution(_)) {
                continue;
            }
            if let Some(patterns) = self.language(&work.lang).patterns() {
                followed.sessions.add(&work.official, patterns);
            }
            let has_rows = || self.rows_with(work, Sessions::built_in()).iter().any(|_| true);
            if !followed.languages.contains(&work.lang) && has_rows() {
                followed.languages.push(work.lang.clone());
            }
        }
        followed
    }

    /// What people say of the tasks of a work.
    pub fn follow_up(&self, work: &Work) -> Option<&FollowUp> {
        self.follow_ups.get(&(work.slug.clone(), work.lang.clone())).map(|file| &**file)
    }

    /// Whether a language has a page of what is to be done.
    pub fn has_follow_up(&self, lang: &Lang) -> bool {
        self.followed.languages.contains(lang)
    }

    /// The tasks of a work with what is known of them.
    pub fn rows<'a>(&'a self, work: &'a Work) -> Vec<Row<'a>> {
        self.rows_with(work, &self.followed.sessions)
    }

    fn rows_with<'a>(&'a self, work: &'a Work, sessions: &Sessions) -> Vec<Row<'a>> {
        follow_up::rows(&work.tasks, self.follow_up(work), sessions)
    }

    /// Whether anything that is published depends on the day of the build.
    pub fn depends_on_today(&self) -> bool {
        let has_deadline = |work: &Work| {
            self.rows(work)
                .iter()
                .flat_map(|row| &row.deadlines)
                .any(|deadline| deadline.last_day().is_some())
        };
        let takes_place = |work: &Work| work.kind().takes_place() && work.facts.front.start.is_some();
        !self.baseline.entries().is_empty()
            || self.works.iter().any(takes_place)
            || self.collections.has_consents()
            || self.works.iter().any(has_deadline)
    }
}
