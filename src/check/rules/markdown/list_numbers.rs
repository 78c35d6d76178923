//! Numbers of a list that do not follow one another, or that are not printed as they are written.

use crate::check::{Applies, Reporter, Rule, Subject};
use crate::document::{BlockKind, Item, numbers};
use crate::finding::Severity;
use crate::source::slice;

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
            items
                .iter()
                .zip(numbers(items))
                .for_each(|(item, number)| zeros(item, number, subject, reporter));
        }
    });
}

/// Zeros before a number, which no page prints.
fn zeros(item: &Item, number: u64, subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let written = subject.document.source.slice(item.marker);
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    if digits < 2 || !written.starts_with('0') {
        return;
    }
    let mark = slice(written, digits..);
    let message = format!("“{written}” is printed as “{number}{mark}”");
    let help = format!(
        "If the zeros belong to the number, write {}\\{mark} so that it is no list; if not, leave them out.",
        slice(written, ..digits)
    );
    reporter.add(item.marker, message, help);
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
