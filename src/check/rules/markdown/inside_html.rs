//! Markdown inside a block of raw HTML, which is shown as signs.

use std::collections::HashSet;

use crate::check::{Applies, Reporter, Rule, Subject, is_given};
use crate::document::BlockKind;
use crate::finding::Severity;
use crate::parse::AROUND_BLOCKS;
use crate::parse::markup_in_html::{Markup, Unread, markup_in_html};
use crate::source::{Span, slice};

/// `markdown/inside-html`
pub static RULE: Rule = Rule {
    name: "markdown/inside-html",
    severity: Severity::Error,
    applies: Applies::Every,
    criterion: None,
    source: "CommonMark 0.31.2, 4.6: a block of HTML ends at a blank line, and until then nothing in it is Markdown",
    docs: include_str!("inside_html.md"),
    check,
};

fn check(subject: &Subject<'_>, reporter: &mut Reporter<'_>) {
    // Elements that go on past a blank line are pieces of one block of HTML.
    let mut done = HashSet::new();
    subject.document.each_block(&mut |block| {
        if !matches!(block.kind, BlockKind::Html(_)) || !done.insert(block.span.start) {
            return;
        }
        let raw = subject.document.source.slice(block.span);
        for unread in markup_in_html(raw).into_iter().filter(|unread| is_meant(unread, raw, subject)) {
            let start = block.span.start as usize;
            let place = Span::from(start + unread.place.start..start + unread.place.end);
            let message = format!(
                "{} in raw HTML is not read as Markdown; here readers see the signs",
                called(unread.markup)
            );
            reporter.add(place, message, help(&unread, raw));
        }
    });
}

fn is_meant(unread: &Unread, raw: &str, subject: &Subject<'_>) -> bool {
    let words = slice(raw, unread.place.clone());
    match unread.markup {
        Markup::NoteMark => {
            let label = words.trim_start_matches("[^").trim_end_matches(']');
            subject.document.note(label).is_some()
        }
        // Printed texts mark notes with single asterisks.
        Markup::Emphasis => !is_given(subject.document),
        _ => true,
    }
}

fn called(markup: Markup) -> &'static str {
    match markup {
        Markup::Emphasis => "emphasis",
        Markup::Strong => "strong emphasis",
        Markup::Deleted => "what is struck out",
        Markup::Code => "code",
        Markup::Link => "a link",
        Markup::Picture => "a picture",
        Markup::NoteMark => "the mark of a note",
        Markup::Heading => "a heading",
        Markup::List => "a list",
        Markup::Table => "a table",
    }
}

/// What to write instead.
fn help(unread: &Unread, raw: &str) -> String {
    let words = slice(raw, unread.place.clone());
    let element = |name: &str, signs: &[char]| {
        let words = words.trim_matches(signs);
        let is_short = words.chars().count() <= 40 && !words.contains('\n');
        Some(format!("<{name}>{}</{name}>", if is_short { words } else { "…" }))
    };
    let in_html = match unread.markup {
        Markup::Emphasis => element("em", &['*', '_']),
        Markup::Strong => element("strong", &['*', '_']),
        Markup::Deleted => element("del", &['~']),
        Markup::Code => element("code", &['`']),
        Markup::List => Some("<ul> and <li>".to_owned()),
        Markup::Table => Some("<table>, <tr> and <td>".to_owned()),
        Markup::Link | Markup::Picture | Markup::NoteMark | Markup::Heading => None,
    };
    let around = match unread.parent.as_deref() {
        None => Some("Put a blank line between the HTML and the Markdown".to_owned()),
        Some(name) if AROUND_BLOCKS.contains(&name) => {
            Some(format!("Put a blank line after “<{name}>” and one before “</{name}>”"))
        }
        Some(_) => None,
    };
    match (around, in_html) {
        (Some(around), Some(in_html)) => format!("{around}, or write {in_html}."),
        (Some(around), None) => format!("{around}."),
        (None, Some(in_html)) => {
            format!("Write {in_html}, or write all of it as Markdown, without HTML around it.")
        }
        (None, None) => {
            let none = match unread.markup {
                Markup::Link => "links",
                Markup::Picture => "pictures",
                Markup::Heading => "headings",
                _ => "notes",
            };
            match unread.parent.as_deref().unwrap_or_default() {
                "td" | "th" | "caption" => format!(
                    "A table of HTML holds no {none}: write it below the table, after a blank line, or write the table as Markdown."
                ),
                parent => format!(
                    "Write all of it as Markdown, without “<{parent}>” around it: raw HTML has no {none}."
                ),
            }
        }
    }
}
