//! The allowances of a site, and which of them hide something: in texts, in finished pages, in books.
//!
//! In: the allowances of every text and of `book.toml`, what `baseline.yaml` lists, then findings as they come up, stage by stage. Out: the
//! findings that stay, those that may stand marked; at the end, the allowances that hid nothing and the entries that nothing breaks. One is
//! reported only when everything it may hide was looked for.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::allow::Allowance;
use super::debts::Debts;
use super::never::never;
use super::rules::RULES;
use super::rules::allowance::{self, Written};
use crate::audit;
use crate::document::Document;
use crate::finding::{Finding, Place, Severity};
use crate::library::Library;
use crate::source::{Source, Span};

/// What of a site was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looked {
    /// What reading finds: files, front matter, Markdown, pictures and word lists.
    pub reading: bool,
    /// The finished pages.
    pub pages: bool,
    /// The downloads of every format that the site wants.
    pub downloads: bool,
}

impl Looked {
    /// Whether everything that can make a finding of this name was looked at.
    pub(super) fn is_enough_for(self, rule: &str) -> bool {
        let is_in = |rules: &[&audit::rules::Rule]| rules.iter().any(|known| known.name == rule);
        if is_in(audit::rules::RULES) || in_pages(rule).is_some() {
            // The documents of books are pages too.
            self.pages && self.downloads
        } else if is_in(audit::book::rules::RULES) {
            self.downloads
        } else {
            self.reading || RULES.iter().any(|known| known.name == rule)
        }
    }
}

/// The rule of finished pages that finds the same fault as this rule of texts.
fn in_pages(rule: &str) -> Option<&'static str> {
    let name = rule.strip_prefix("a11y/")?;
    audit::every_rule().map(|rule| rule.name).find(|of_pages| of_pages.strip_prefix("html/") == Some(name))
}

/// The allowances of a site and what they hid so far.
#[derive(Debug, Default)]
pub struct Ledger {
    /// Those of texts, by the path of the file.
    texts: BTreeMap<Box<str>, OfText>,
    /// Those of `book.toml`.
    site: Vec<OfSite>,
    config: Option<Arc<Source>>,
    /// What stands and is to be mended later.
    debts: Debts,
    /// What was looked at when the last stage was over.
    looked: Looked,
    /// How often each rule was broken and allowed to be.
    counts: BTreeMap<&'static str, usize>,
    /// The same of errors that a standard asks to mend, place by place.
    errors: BTreeMap<&'static str, usize>,
}

#[derive(Debug)]
struct OfText {
    source: Arc<Source>,
    allowances: Vec<Allowance>,
    used: Vec<bool>,
    /// Which allowance holds for a rule in a line, or in the file; of two alike the first.
    places: HashMap<(String, Option<u32>), usize>,
}

#[derive(Debug)]
struct OfSite {
    rule: String,
    reason: String,
    span: Span,
    used: bool,
}

impl Ledger {
    /// The allowances of `book.toml` and of these texts.
    pub fn new(library: &Library, texts: impl IntoIterator<Item = (Arc<Source>, Vec<Allowance>)>) -> Self {
        let check = &library.config.check;
        let of_site = |(rule, reason): (&toml::Spanned<String>, &String)| OfSite {
            rule: rule.get_ref().clone(),
            reason: reason.trim().to_owned(),
            span: rule.span().into(),
            used: false,
        };
        let texts = texts.into_iter().filter(|(_, allowances)| !allowances.is_empty());
        Self {
            texts: texts.map(|(source, all)| (source.path().into(), OfText::new(source, all))).collect(),
            site: check.allow.iter().map(of_site).collect(),
            config: check.source.clone(),
            debts: Debts::new(&library.baseline, |file| library.is_left_out(file)),
            looked: Looked::default(),
            counts: BTreeMap::new(),
            errors: BTreeMap::new(),
        }
    }

    /// Takes out the findings that are allowed. `texts` are those that a page or book is made of: what they allow in their
    /// front matter holds for it as a whole. Marks those that are to be mended later.
    pub fn hide(&mut self, findings: &mut Vec<Finding>, texts: &[&Document]) {
        if !self.is_empty() {
            findings.retain(|finding| {
                let hides = self.hides(finding, texts);
                if hides {
                    *self.counts.entry(finding.rule).or_default() += 1;
                    if finding.severity == Severity::Error && !finding.house {
                        *self.errors.entry(finding.rule).or_default() += 1 + finding.more as usize;
                    }
                }
                !hides
            });
        }
        self.debts.mark(findings);
    }

    /// Marks the findings that are to be mended later.
    pub fn mark(&mut self, findings: &mut [Finding]) {
        self.debts.mark(findings);
    }

    /// What stands and is to be mended later.
    pub fn debts(&self) -> &Debts {
        &self.debts
    }

    /// What was looked at when the last stage was over.
    pub fn looked(&self) -> Looked {
        self.looked
    }

    /// The same for findings that repeat those of pages, which do not count.
    pub fn hide_repeated(&mut self, findings: &mut Vec<Finding>, texts: &[&Document]) {
        if !self.is_empty() {
            findings.retain(|finding| !self.hides(finding, texts));
        }
    }

    /// Whether nothing is allowed anywhere.
    fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.site.is_empty()
    }

    fn hides(&mut self, finding: &Finding, texts: &[&Document]) -> bool {
        if never(finding.rule).is_some() {
            return false;
        }
        // A fault that the text has too is one fault, and one allowance is enough for it.
        let in_texts = finding.rule.strip_prefix("html/").map(|name| format!("a11y/{name}"));
        let mut names = [Some(finding.rule), in_texts.as_deref()].into_iter().flatten();
        names.any(|rule| {
            self.hides_at_its_place(finding, rule)
                || texts.iter().any(|text| self.hides_in_file(rule, text.source.path()))
                || self.hides_everywhere(rule)
        })
    }

    fn hides_at_its_place(&mut self, finding: &Finding, rule: &str) -> bool {
        let Some(text) = self.texts.get_mut(finding.place.path()) else { return false };
        let line = match &finding.place {
            Place::Source(source, span) => Some(source.line_number(span.start)),
            Place::Unquoted(place) => Some(place.at.line),
            Place::File(_) | Place::Byte(..) => None,
        };
        text.hides(rule, line) || line.is_some() && text.hides(rule, None)
    }

    fn hides_in_file(&mut self, rule: &str, path: &str) -> bool {
        self.texts.get_mut(path).is_some_and(|text| text.hides(rule, None))
    }

    fn hides_everywhere(&mut self, rule: &str) -> bool {
        let found = self.site.iter_mut().find(|allowed| allowed.rule == rule && !allowed.reason.is_empty());
        found.map(|allowed| allowed.used = true).is_some()
    }

    /// How often each rule was broken and allowed to be.
    pub fn counts(&self) -> &BTreeMap<&'static str, usize> {
        &self.counts
    }

    /// How many errors of each rule, where a standard asks to mend them, were allowed.
    pub fn allowed_errors(&self) -> &BTreeMap<&'static str, usize> {
        &self.errors
    }

    /// Whether anything that is wrong was allowed, or may stand.
    pub fn has_hidden_any(&self) -> bool {
        !self.counts.is_empty() || !self.debts.is_empty()
    }

    /// Whether a text allows findings of this name.
    pub fn is_allowed_by_a_text(&self, rule: &str) -> bool {
        self.texts.values().flat_map(|text| &text.allowances).any(|allowance| allowance.rule == rule)
    }

    /// What is wrong with the allowances as they are written.
    pub fn wrong(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.each(|written, source, _| written.judge(source, &mut findings));
        findings.extend(self.debts.wrong());
        findings
    }

    /// Whether an allowance hid nothing yet that may still hide something when more is looked at.
    pub fn waits_for_more_than(&self, looked: Looked) -> bool {
        let all = Looked { reading: true, pages: true, downloads: true };
        let mut waits = false;
        self.each(|written, _, used| {
            let waiting = !looked.is_enough_for(written.rule) && all.is_enough_for(written.rule);
            waits |= !used && written.is_right() && waiting;
        });
        waits
    }

    /// The allowances that hide nothing of what was looked at, and the entries of `baseline.yaml` that nothing of it breaks.
    pub fn unused(&mut self, looked: Looked) -> Vec<Finding> {
        self.looked = looked;
        let unused = |ledger: &Self, of_themselves: bool| {
            let mut findings = Vec::new();
            ledger.each(|written, source, used| {
                let judged = (written.rule == allowance::UNUSED.name) == of_themselves;
                if judged && !used && written.is_right() && looked.is_enough_for(written.rule) {
                    written.unused(source, &mut findings);
                }
            });
            findings
        };
        let mut findings = unused(self, false);
        self.hide(&mut findings, &[]);
        // That something unused is allowed may itself be unused, and nothing hides that.
        findings.extend(unused(self, true));
        findings.extend(self.debts.told_of_mended(looked));
        findings
    }

    /// Calls `visit` with every allowance, where it is written, and whether it hid anything.
    fn each(&self, mut visit: impl FnMut(&Written<'_>, &Arc<Source>, bool)) {
        for text in self.texts.values() {
            for (allowance, &used) in text.allowances.iter().zip(&text.used) {
                let Allowance { rule, reason, span, .. } = allowance;
                visit(&Written { rule, reason, span: *span }, &text.source, used);
            }
        }
        let Some(source) = &self.config else { return };
        for OfSite { rule, reason, span, used } in &self.site {
            visit(&Written { rule, reason, span: *span }, source, *used);
        }
    }
}

impl OfText {
    fn new(source: Arc<Source>, allowances: Vec<Allowance>) -> Self {
        let mut places = HashMap::new();
        for (at, allowance) in allowances.iter().enumerate().filter(|(_, one)| !one.reason.is_empty()) {
            places.entry((allowance.rule.clone(), allowance.line)).or_insert(at);
        }
        Self { source, used: vec![false; allowances.len()], allowances, places }
    }

    fn hides(&mut self, rule: &str, line: Option<u32>) -> bool {
        let at = self.places.get(&(rule.to_owned(), line));
        let used = at.and_then(|&at| self.used.get_mut(at));
        used.map(|used| *used = true).is_some()
    }
}
