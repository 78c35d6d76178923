//! Chains of attributes.

use super::long_clause;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::count::counted;
use crate::finding::Severity;

/// `easy-read/many-particles`
pub static RULE: Rule = Rule {
    name: "easy-read/many-particles",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: Some("3.1.5 Reading Level"),
    source: "derived: at most two 的 a clause",
    docs: include_str!("many_particles.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(particle) = subject.language.particle else { return };
    if !subject.lines().any(|line| line.text.matches(particle).count() > subject.limits.particles) {
        return;
    }
    for (line, clause) in long_clause::clauses(subject) {
        if let Some(count) = subject.more_than(subject.limits.particles, line, &clause, particle) {
            let message =
                format!("“{particle}” stands here {} before the next pause", counted(count, "time"));
            reporter.add(
                line.span(clause),
                message,
                "Say first who does what; tell the rest in another sentence.",
            );
        }
    }
}
