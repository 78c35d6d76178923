//! What a rule is, and how it reports what it found.

use std::sync::Arc;

use super::Subject;
use crate::document::{Document, Version};
use crate::finding::{Finding, Place, Severity};
use crate::kinds::RuleSet;
use crate::source::{Source, Span};

/// One rule: a name that reads well after “allow”, why it stands, and the function that applies it.
#[derive(Debug)]
pub struct Rule {
    /// `group/what-is-wrong`.
    pub name: &'static str,
    /// How much a finding weighs; a rule with two thresholds gives its lighter findings itself.
    pub severity: Severity,
    /// The texts it looks at.
    pub applies: Applies,
    /// The success criterion of WCAG 2.2 that it serves, number and name, if there is one.
    pub criterion: Option<&'static str>,
    /// Where it comes from. A threshold that is our own inference says so.
    pub source: &'static str,
    /// What it wants and why, with bad and good examples: Markdown that is also the rule's test.
    pub docs: &'static str,
    /// Looks at one text.
    pub check: fn(&Subject<'_>, &mut Reporter<'_>),
}

/// The texts a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applies {
    /// Every text.
    Every,
    /// Official texts, listings and home pages.
    Official,
    /// Resolutions, acts, reports, and other official texts with a symbol or a seal: they render a document that stands elsewhere,
    /// and what was lost on the way from there can be found in them.
    Rendered,
    /// Resolutions.
    Resolution,
    /// Resolutions and acts, whose paragraphs and articles are numbered.
    Numbered,
    /// Easy-read versions.
    EasyRead,
}

impl Applies {
    /// Whether a text is looked at.
    pub fn to(self, document: &Document) -> bool {
        let official = document.version == Version::Official;
        let front = &document.front;
        match self {
            Applies::Every => true,
            Applies::Official => official,
            Applies::Rendered => {
                let stands_elsewhere = front.kind.takes(RuleSet::Rendered);
                official && (stands_elsewhere || front.symbol.is_some() || front.digest.is_some())
            }
            Applies::Resolution => official && front.kind.takes(RuleSet::Resolution),
            Applies::Numbered => {
                let sets = [RuleSet::Resolution, RuleSet::Articles];
                official && sets.iter().any(|rules| front.kind.takes(*rules))
            }
            Applies::EasyRead => document.version == Version::EasyRead,
        }
    }

    /// The texts in words, for explanations.
    pub fn words(self) -> &'static str {
        match self {
            Applies::Every => "every text",
            Applies::Official => "official texts of every kind",
            Applies::Rendered => {
                "resolutions, acts, reports, and other official texts with “symbol” or “digest”"
            }
            Applies::Resolution => "resolutions",
            Applies::Numbered => "resolutions and acts",
            Applies::EasyRead => "easy-read versions",
        }
    }
}

/// Whether the wording of a text is that of a document that stands elsewhere, or is sealed: nothing in it is another tool's.
pub fn is_given(document: &Document) -> bool {
    let front = &document.front;
    let is_sealed = front.digest.is_some() || front.pictures_digest.is_some();
    Applies::Numbered.to(document)
        || document.version == Version::Official && (front.symbol.is_some() || is_sealed)
}

/// Takes what a rule finds in one text.
pub struct Reporter<'a> {
    rule: &'static Rule,
    severity: Severity,
    source: &'a Arc<Source>,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Reporter<'a> {
    /// Findings of `rule` in `source` go to `findings`.
    pub fn new(rule: &'static Rule, source: &'a Arc<Source>, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, severity: rule.severity, source, findings }
    }

    /// Adds a finding: what is wrong, and what to do.
    pub fn add(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let place = Place::at(self.source, span);
        self.findings.push(Finding::new(self.rule.name, self.severity, place, message).help(help));
    }

    /// The same with another weight.
    pub fn weighing(&mut self, severity: Severity) -> Reporter<'_> {
        Reporter { rule: self.rule, severity, source: self.source, findings: self.findings }
    }
}
