//! What was found on one page, before it becomes findings.
//!
//! A page without trouble is never copied: the source that findings point into is made for the first of them.

use std::sync::Arc;

use super::input::Page;
use super::rules::{Basis, Rule};
use crate::finding::{Finding, OfPage, Place};
use crate::source::{Source, Span};

/// So many findings of one rule are listed for one page; the last says how many more there are.
const MOST_OF_A_RULE: usize = 50;

/// The reports of one page, in the order they were made.
#[derive(Default)]
pub(super) struct Reports {
    list: Vec<Report>,
}

struct Report {
    rule: &'static Rule,
    basis: Option<Basis>,
    message: String,
    origin: Origin,
}

/// The place a report speaks of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Origin {
    /// The start tag or the words.
    pub span: Span,
    /// The value of the nearest `data-source`; empty if there is none.
    pub source: Span,
}

impl From<Span> for Origin {
    fn from(span: Span) -> Self {
        Self { span, source: Span::default() }
    }
}

impl Reports {
    /// Adds a report; `message` is a sentence without full stop.
    pub fn add(&mut self, rule: &'static Rule, origin: impl Into<Origin>, message: impl Into<String>) {
        self.list.push(Report { rule, basis: None, message: message.into(), origin: origin.into() });
    }

    /// Adds a report that stands on less than all that its rule names.
    pub fn add_on(
        &mut self,
        basis: Basis,
        rule: &'static Rule,
        origin: impl Into<Origin>,
        message: impl Into<String>,
    ) {
        self.list.push(Report { rule, basis: Some(basis), message: message.into(), origin: origin.into() });
    }

    /// Says of what is missing or empty that a script of the page may fill it.
    pub fn leave_to_scripts(&mut self) {
        for report in self.list.iter_mut().filter(|report| report.rule.is_filled_by_scripts()) {
            report.basis = Some(Basis::NoAct);
            report.message.push_str("; a script of the page may change that");
        }
    }

    /// The findings, by place.
    pub fn into_findings(mut self, page: Page<'_>) -> Vec<Finding> {
        if self.list.is_empty() {
            return Vec::new();
        }
        let source = Arc::new(Source::new(page.path, page.html));
        self.list.sort_by_key(|report| (report.rule.name, report.origin.span));
        let mut findings: Vec<Finding> = Vec::with_capacity(self.list.len());
        for reports in self.list.chunk_by(|a, b| a.rule.name == b.rule.name) {
            let more = reports.len().saturating_sub(MOST_OF_A_RULE);
            findings.extend(reports.iter().take(MOST_OF_A_RULE).map(|report| Finding {
                act: report.rule.act_of(report.basis),
                house: report.rule.house || report.basis == Some(Basis::House),
                ..finding(report.rule, &source, report.origin, &report.message)
            }));
            if let Some(last) = findings.last_mut().filter(|_| more > 0) {
                last.message.push_str(&format!("; {more} more like this follow on the page"));
                last.more = more as u32;
            }
        }
        findings.sort_by_key(|finding| match finding.place {
            Place::Source(_, span) => span,
            _ => Span::default(),
        });
        findings
    }
}

/// A finding in a finished page, telling the source it was made from where the page says it.
pub(super) fn finding(rule: &'static Rule, page: &Arc<Source>, origin: Origin, message: &str) -> Finding {
    let from = page.slice(origin.source);
    let message = if from.is_empty() { message.to_owned() } else { format!("{message} (from {from})") };
    let place = Place::Source(page.clone(), origin.span);
    let page = (!from.is_empty()).then(|| Box::new(OfPage::MadeFrom(from.into())));
    Finding { page, ..rule.finding(place, message) }
}
