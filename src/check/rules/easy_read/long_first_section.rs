//! A first section with more than the most important things.

use super::long_sentence;
use crate::check::prose::{Line, Role};
use crate::check::{Applies, Reporter, Rule, Subject, sections};
use crate::count::is_or_are;
use crate::coverage;
use crate::document::Section;
use crate::finding::Severity;
use crate::languages::segment;

/// `easy-read/long-first-section`
pub static RULE: Rule = Rule {
    name: "easy-read/long-first-section",
    severity: Severity::Warning,
    applies: Applies::EasyRead,
    criterion: None,
    source: "Inclusion Europe, Information for all: the most important information first; the number is derived",
    docs: include_str!("long_first_section.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let Some(first) = &subject.language.first_section else { return };
    let sections = coverage::sections(subject.document);
    let is_first = |section: &Section| {
        let is_headed = |words| first.is_headed(&subject.document.plain(words));
        !section.sums_up.is_empty() || section.words_of_heading().is_some_and(is_headed)
    };
    if !sections.iter().any(is_first) {
        return;
    }
    let lines = sections::lines(subject);
    for (index, section) in sections.iter().enumerate().filter(|(_, section)| is_first(section)) {
        let Some(heading) = &section.heading else { continue };
        let reach = lines.get(coverage::reach(subject.document, index)).unwrap_or_default();
        let below = reach.iter().flatten().filter(|line: &&Line<'_>| line.role != Role::Heading);
        let length: usize = below.map(|line| segment::length(line.text, subject.language)).sum();
        if length > first.length {
            let (length, is) = (long_sentence::measured(length, subject), is_or_are(first.length));
            let message =
                format!("the section that sums up has {length}; up to {} {is} enough", first.length);
            let help = "Say what the text is about, why it matters to the reader, what will happen, and what the reader can do; all else stands below.";
            reporter.add(heading.span, message, help);
        }
    }
}
