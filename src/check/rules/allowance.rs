//! Allowances themselves: what is allowed, and why, stays true.
//!
//! The rules are listed for their texts; they run after all others, when it is known which allowance was used.

use std::collections::HashSet;
use std::sync::Arc;

use super::{RULES, find};
use crate::check::{Applies, Found, Rule, Subject};
use crate::config::Config;
use crate::finding::{Finding, Severity};
use crate::source::{Source, Span};

/// `check/allowance-without-reason`
pub static WITHOUT_REASON: Rule = Rule {
    name: "check/allowance-without-reason",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "a rule is broken on purpose only when the purpose is written down (derived)",
    docs: include_str!("../../../tests/rules/check/allowance-without-reason.md"),
    check: later,
};

/// `check/unknown-rule`
pub static UNKNOWN_RULE: Rule = Rule {
    name: "check/unknown-rule",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "an allowance names the rule it means (derived)",
    docs: include_str!("../../../tests/rules/check/unknown-rule.md"),
    check: later,
};

/// `check/unused-allowance`
pub static UNUSED: Rule = Rule {
    name: "check/unused-allowance",
    severity: Severity::Warning,
    applies: Applies::Every,
    criterion: None,
    source: "an allowance that hides nothing today would hide a mistake tomorrow (derived)",
    docs: include_str!("../../../tests/rules/check/unused-allowance.md"),
    check: later,
};

/// Nothing yet: [`of_text`] and [`of_site`] find when all other rules have run.
fn later(_: &Subject<'_>, _: &mut Found<'_>) {}

/// Judges the allowances of a text; `used` says which of them hid a finding.
pub fn of_text(subject: &Subject<'_>, used: &[bool], findings: &mut Vec<Finding>) {
    for (allowance, &used) in subject.allowances.iter().zip(used) {
        let written =
            Written { rule: &allowance.rule, reason: &allowance.reason, span: allowance.span, used };
        written.judge(&subject.document.source, findings);
    }
}

/// Judges the allowances of `book.toml`; `used` are the rules of which one hid a finding.
pub fn of_site(config: &Config, used: &HashSet<&'static str>, findings: &mut Vec<Finding>) {
    let Some(source) = &config.check.source else { return };
    for (rule, reason) in &config.check.allow {
        let name = rule.get_ref();
        let used = used.contains(name.as_str());
        Written { rule: name, reason: reason.trim(), span: rule.span().into(), used }.judge(source, findings);
    }
}

/// An allowance as its author wrote it.
struct Written<'a> {
    rule: &'a str,
    reason: &'a str,
    span: Span,
    used: bool,
}

impl Written<'_> {
    fn judge(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let mut add = |rule: &'static Rule, message: String, help: &str| {
            Found::new(rule, source, findings).add(self.span, message, help);
        };
        if find(self.rule).is_none() {
            let help = match nearest(self.rule) {
                Some(name) => format!("Did you mean “{name}”?"),
                None => "“curbcut explain” lists the rules.".to_owned(),
            };
            add(&UNKNOWN_RULE, format!("there is no rule “{}”", self.rule), &help);
        } else if self.reason.is_empty() {
            let message = format!("it is not said why “{}” is allowed", self.rule);
            add(&WITHOUT_REASON, message, "Write the reason after a colon.");
        } else if !self.used {
            let message = format!("nothing here breaks “{}”", self.rule);
            add(&UNUSED, message, "Remove the allowance.");
        }
    }
}

/// The rule whose name is most like this one.
fn nearest(name: &str) -> Option<&'static str> {
    let likeness = |rule: &&&Rule| strsim::jaro_winkler(name, rule.name);
    let best = RULES.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&best) > 0.8).then_some(best.name)
}
