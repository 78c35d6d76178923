//! Numbers of a list that do not follow one another.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{BlockKind, Item, numbers};
use crate::finding::Severity;

/// `markdown/list-numbers`
pub static RULE: Rule = Rule {
    name: "markdown/list-numbers",
    severity: Severity::Warning,
    applies: Applies::Every,
    criterion: None,
    source: "CommonMark 0.31.2, 5.3: only the first number of a list counts; here all do, as people cite them (derived)",
    docs: include_str!("list_numbers.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    // The numbers of the paragraphs of a resolution are no list of these; they have rules of their own.
    subject.document.each_block(&mut |block| {
        if let BlockKind::List { ordered: true, items } = &block.kind {
            list(items, reporter);
        }
    });
}

fn list(items: &[Item], reporter: &mut Reporter<'_>) {
    let mut last: Option<u64> = None;
    for (item, number) in items.iter().zip(numbers(items)) {
        let expected = last.map(|last| last.saturating_add(1));
        let message = match last {
            Some(last) if number == last => format!("the number {number} stands here a second time"),
            Some(last) if number < last => format!("the number {number} stands after {last}"),
            Some(last) if Some(number) != expected => {
                format!("{number} follows {last}, so a number is left out")
            }
            _ => {
                last = Some(number);
                continue;
            }
        };
        reporter.add(
            item.marker,
            message,
            "It is printed as it is written. Write the number that is meant, or 1 at every item to have them counted; items that \
             belong to two lists need a paragraph between them.",
        );
        last = Some(number);
    }
}
