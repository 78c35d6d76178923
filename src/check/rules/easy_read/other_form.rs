//! Another name for a thing that has one.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;
use crate::source::slice;

/// `easy-read/other-form`
pub static RULE: Rule = Rule {
    name: "easy-read/other-form",
    severity: Severity::Error,
    applies: Applies::EasyRead,
    criterion: Some("3.1.3 Unusual Words"),
    source: "Inclusion Europe, Information for all (2009), rule 9: the same word for the same thing; Japanese easy-read guideline (2015)",
    docs: include_str!("other_form.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(terms) = subject.terms() else { return };
    let prose = subject.prose();
    let mut lines: Vec<usize> =
        terms.traces_of_forms(prose.text()).filter_map(|place| prose.line_at(place)).collect();
    lines.sort_unstable();
    lines.dedup();
    let named = subject.named();
    for (line, named) in lines.into_iter().filter_map(|at| Some((prose.line(at)?, named.get(at)?))) {
        for form in terms.forms(line.text, named) {
            let message = format!(
                "“{}” is called “{}” in these texts",
                slice(line.text, form.range.clone()),
                form.term
            );
            reporter.add(line.span(form.range), message, format!("Write “{}”.", form.term));
        }
    }
}
