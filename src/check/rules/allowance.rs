//! Allowances themselves: what is allowed, and why, stays true.
//!
//! The rules are listed for their texts; they run after all others, when it is known which allowance was used.

use std::sync::Arc;

use crate::check::known;
use crate::check::never::never;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::{Finding, Severity};
use crate::source::{Source, Span};

/// `check/allowance-without-reason`
pub static WITHOUT_REASON: Rule = Rule {
    name: "check/allowance-without-reason",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "a rule is broken on purpose only when the purpose is written down (derived)",
    docs: include_str!("allowance/allowance_without_reason.md"),
    check: later,
};

/// `check/never-allowed`
pub static NEVER_ALLOWED: Rule = Rule {
    name: "check/never-allowed",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "no reason makes up for what readers or the people recorded lose by it (derived)",
    docs: include_str!("allowance/never_allowed.md"),
    check: later,
};

/// `check/unknown-rule`
pub static UNKNOWN_RULE: Rule = Rule {
    name: "check/unknown-rule",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "an allowance names the rule it means (derived)",
    docs: include_str!("allowance/unknown_rule.md"),
    check: later,
};

/// `check/unused-allowance`
pub static UNUSED: Rule = Rule {
    name: "check/unused-allowance",
    severity: Severity::Warning,
    applies: Applies::Every,
    criterion: None,
    source: "an allowance that hides nothing today would hide a mistake tomorrow (derived)",
    docs: include_str!("allowance/unused_allowance.md"),
    check: later,
};

/// Nothing yet: the [`Ledger`](crate::check::Ledger) finds when all other rules have run.
fn later(_: &Subject<'_>, _: &mut Reporter<'_>) {}

/// An allowance as its author wrote it.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// The name of what is allowed.
    pub rule: &'a str,
    /// Why.
    pub reason: &'a str,
    /// Where the name stands.
    pub span: Span,
}

impl Written<'_> {
    /// Whether it can hide anything.
    pub fn is_right(&self) -> bool {
        is_known(self.rule) && never(self.rule).is_none() && !self.reason.is_empty()
    }

    /// Reports what is wrong with it as it is written.
    pub fn judge(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        if let Some((rule, message, help)) = self.fault() {
            Reporter::new(rule, source, findings).add(self.span, message, help);
        }
    }

    /// Reports that it hides nothing.
    pub fn unused(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let message = format!("nothing here breaks “{}”", self.rule);
        Reporter::new(&UNUSED, source, findings).add(self.span, message, "Remove the allowance.");
    }

    fn fault(&self) -> Option<(&'static Rule, String, String)> {
        if !is_known(self.rule) {
            let help = match nearest(self.rule) {
                Some(name) => format!("Did you mean “{name}”?"),
                None => "“curbcut explain” lists the rules.".to_owned(),
            };
            return Some((&UNKNOWN_RULE, format!("there is no rule “{}”", self.rule), help));
        }
        if let Some(why) = never(self.rule) {
            let message = format!("“{}” cannot be allowed: it reports {why}", self.rule);
            return Some((&NEVER_ALLOWED, message, "Take it out here and mend what is found.".to_owned()));
        }
        let message = format!("it is not said why “{}” is allowed", self.rule);
        let help = "Write the reason after a colon.".to_owned();
        self.reason.is_empty().then_some((&WITHOUT_REASON, message, help))
    }
}

fn is_known(name: &str) -> bool {
    known::names().binary_search(&name).is_ok()
}

/// The name that is most like this one.
fn nearest(name: &str) -> Option<&'static str> {
    /// No name is half as long.
    const LONGEST: usize = 100;
    let likeness = |known: &&&'static str| strsim::jaro_winkler(name, known);
    let names = known::names().iter().filter(|_| name.len() <= LONGEST);
    let best = names.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&best) > 0.8).then_some(*best)
}
