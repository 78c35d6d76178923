//! Which lines stand in which section of an easy-read version.

use super::Subject;
use super::prose::Line;
use crate::coverage;
use crate::document::Section;

/// The lines of each section with its heading, in the order of the sections; those of sections below it are not among them.
pub fn lines<'s>(subject: &'s Subject<'_>) -> Vec<Vec<Line<'s>>> {
    let sections = coverage::sections(subject.document);
    let mut lines: Vec<Vec<Line<'s>>> = vec![Vec::new(); sections.len()];
    for line in subject.lines() {
        let start = line.span(0..line.text.len()).start;
        let begins_before =
            |section: &Section| section.heading.as_ref().is_none_or(|heading| heading.span.start <= start);
        let at = sections.partition_point(begins_before).checked_sub(1);
        lines.get_mut(at.unwrap_or(sections.len())).into_iter().for_each(|lines| lines.push(line));
    }
    lines
}
