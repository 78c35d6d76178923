//! The head of a document: everything before its text.
//!
//! In: the lines of a source. Out: whether a resolution follows, how many lines its head takes, and what they say.

mod plain;
mod report;
mod resolution;

use std::collections::HashSet;
use std::ops::Range;

use super::Setting;
use super::cover::CoverReader;
use super::fields::Fields;
use crate::import::forms::squeezed;
use crate::import::ledger::Ledger;
use crate::import::source::{Head, Line, SourceFile};
use crate::import::unsure::Unsure;
use crate::languages::Body;
use crate::source::slice;

/// How many lines the head of a document can have before its title.
const LONGEST_COVER: usize = 12;

/// A head that was read.
pub struct ReadHead {
    /// What the source has to know of it.
    pub known: Head,
    /// The line that opens the preamble, or stands where it should.
    pub opening: Option<String>,
    /// What the head says.
    pub fields: Fields,
    /// What was left out.
    pub ledger: Ledger,
    /// What was not understood for certain.
    pub unsure: Vec<Unsure>,
}

/// Reads heads.
pub struct HeadReader<'a, S> {
    pub(super) file: &'a S,
    pub(super) text: &'a str,
    pub(super) setting: Setting<'a>,
    pub(super) fields: Fields,
    pub(super) ledger: Ledger,
    unsure: Vec<Unsure>,
}

impl<'a, S: SourceFile> HeadReader<'a, S> {
    /// A reader for the head of this source.
    pub fn new(file: &'a S, setting: Setting<'a>) -> Self {
        let text = file.text().text();
        Self { file, text, setting, fields: Fields::default(), ledger: Ledger::default(), unsure: Vec::new() }
    }

    /// Reads it.
    pub fn read(self) -> ReadHead {
        match (self.structure(), self.act_form()) {
            (Ok(found), _) if self.setting.may_be_resolution => self.resolution(found),
            (_, Some(form)) if self.cover_of_body().is_none() => self.act(form),
            (Err(why), _) if self.setting.may_be_resolution => self.document(why),
            _ => self.document(None),
        }
    }

    fn said(&self, line: &Line<'_>) -> &'a str {
        slice(self.text, line.range.clone())
    }

    fn opened_by(&self, line: &Line<'_>) -> Option<&'a Body> {
        self.setting.rules.opened_by(self.said(line))
    }

    fn document(self, lacks: Option<Unsure>) -> ReadHead {
        match self.cover_of_body() {
            Some(lines) => self.document_of_body(lines, lacks),
            None => self.plain(lacks),
        }
    }

    fn cover(
        &mut self,
        lines: &[Range<usize>],
        (body, title): (Option<&Body>, Option<usize>),
        is_of_body: bool,
    ) -> HashSet<String> {
        let Setting { rules, script, .. } = self.setting;
        let are_paragraphs = self.file.lines().next().is_some_and(|line| line.is_paragraph);
        let cover = CoverReader { text: self.text, rules, script, body, title, are_paragraphs, is_of_body };
        let (said, unsure) = cover.read(lines, &mut self.fields, &mut self.ledger);
        self.unsure.extend(unsure);
        said
    }

    pub(super) fn done(self, mut known: Head, opening: Option<String>) -> ReadHead {
        known.title = self.fields.text("title").map(squeezed).unwrap_or_default();
        let Self { fields, ledger, unsure, .. } = self;
        ReadHead { known, opening, fields, ledger, unsure }
    }
}
