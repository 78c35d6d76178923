//! Places that were moved or ended: what the front matter says of them is so.

use crate::check::{Applies, Reporter, Rule, Subject, front};
use crate::finding::Severity;
use crate::library::{Target, anchor};

/// `link/former-place`
pub static RULE: Rule = Rule {
    name: "link/former-place",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: Some("2.4.4 Link Purpose (In Context)"),
    source: "an address that was published leads somewhere (derived)",
    docs: include_str!("former_place.md"),
    check,
};

/// Places that every page of a text has beside those that links in a text may lead to.
const OF_PAGES: [&str; 3] = ["title", "documents", "former"];

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    let document = subject.document;
    let front_matter = &document.front;
    let names = front_matter.moved.keys().map(|old| ("moved", old));
    for (key, old) in names.chain(front_matter.ended.keys().map(|old| ("ended", old))) {
        let mut report =
            |message: String, help: &str| reporter.add(front::words(document, key, old), message, help);
        if old.is_empty() || old.contains(char::is_whitespace) || old.starts_with('#') {
            report(
                format!("“{old}” is no name of a place"),
                "Write the name as it stood in addresses, after “#”.",
            );
        } else if anchor(document, old).is_some() || OF_PAGES.contains(&old.as_str()) {
            report(
                format!("“{old}” still stands on this page"),
                "Take the line out, or give the paragraph that stands there now another name.",
            );
        } else if key == "ended" && front_matter.moved.contains_key(old) {
            report(format!("“{old}” is both moved and ended"), "Keep one of the two.");
        }
    }
    for (old, new) in &front_matter.moved {
        let help =
            "Write the name of a paragraph on this page, or the file of another text: “../b/index.md#op-3”.";
        if anchor(document, new.strip_prefix('#').unwrap_or(new)).is_some() {
            continue;
        }
        let why = match subject.library.resolve(document, new) {
            Target::Page { .. } | Target::Withdrawn(_) => continue,
            Target::Nowhere { why, .. } if new.contains(".md") => why,
            _ => format!("there is no “{new}” on this page"),
        };
        reporter.add(front::within(document, "moved", &[old, new]), why, help);
    }
}
