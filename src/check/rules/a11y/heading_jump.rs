//! Heading levels go down one at a time.

use crate::check::elements::Heading;
use crate::check::{Applies, Reporter, Rule, Subject};
use crate::finding::Severity;

/// `a11y/heading-jump`
pub static RULE: Rule = Rule {
    name: "a11y/heading-jump",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("1.3.1 Info and Relationships"),
    source: "WCAG 2.2, 1.3.1 and technique G141",
    docs: include_str!("heading_jump.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    // The title of the front matter is the page's heading of level 1.
    let mut above = 1;
    let headings = &subject.elements().headings;
    let least = headings.iter().map(|heading| heading.level).min().unwrap_or_default();
    // A text that other tools begin at the fourth level moves up as a whole.
    let whole = least > 2 && headings.first().is_some_and(|first| first.level == least);
    for &Heading { block, level, .. } in headings {
        if level == 1 {
            let message = "the page already has its heading of level 1, the title";
            reporter.add(
                block.span,
                message,
                "Begin headings with “##”; the title stands in the front matter.",
            );
        } else if level > above + 1 {
            let message = format!("this heading of level {level} follows one of level {above}");
            let marks = "#".repeat(above as usize + 1);
            let help = match above == 1 && whole {
                true => format!(
                    "Begin it with “{marks}”, and take {} from all others, too; “curbcut check --fix” does so outside of official texts.",
                    "#".repeat(least as usize - 2)
                ),
                false => format!("Begin it with “{marks}”."),
            };
            reporter.add(block.span, message, help);
        }
        above = level;
    }
}
