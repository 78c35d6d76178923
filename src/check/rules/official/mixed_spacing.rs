//! Spaces between Chinese and digits in some places only.

use crate::check::{Applies, Reporter, Rule, Subject, digits};
use crate::count::counted;
use crate::finding::Severity;
use crate::languages::Unit;
use crate::languages::scripts::is_han;
use crate::source::slice;

/// `official/mixed-spacing`
pub static RULE: Rule = Rule {
    name: "official/mixed-spacing",
    severity: Severity::Note,
    applies: Applies::Rendered,
    criterion: None,
    source: "W3C clreq: the gap is a matter of presentation; one text has one habit",
    docs: include_str!("mixed_spacing.md"),
    check,
};

/// Once for a text, at the first place of the rarer habit.
fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    if subject.language.unit != Unit::Characters {
        return;
    }
    let prose = subject.prose();
    let (mut spaced, mut glued) = (Habit::default(), Habit::default());
    for digits in digits::runs(prose.text()) {
        let before = slice(prose.text(), ..digits.start);
        if before.ends_with(is_han) {
            glued.add(digits.start);
        } else if before.strip_suffix(' ').is_some_and(|before| before.ends_with(is_han)) {
            spaced.add(digits.start - 1);
        }
    }
    let (rarer, habit) = if spaced.count < glued.count { (spaced, "a") } else { (glued, "no") };
    if spaced.count > 0 && glued.count > 0 {
        let message = format!(
            "here and in {} there is {habit} space before a digit",
            counted(rarer.count - 1, "more place")
        );
        reporter.add(
            prose.span(rarer.first..rarer.first + 1),
            message,
            "Leave it as it is; the page sets the gap.",
        );
    }
}

/// How often something is done in a text, and where for the first time.
#[derive(Clone, Copy, Default)]
struct Habit {
    count: usize,
    first: usize,
}

impl Habit {
    fn add(&mut self, at: usize) {
        if self.count == 0 {
            self.first = at;
        }
        self.count += 1;
    }
}
