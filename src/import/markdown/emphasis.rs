//! The signs around words that differ from the rest.
//!
//! In: how words differ, and the characters at both sides of each end. Out: what is written before and after them. Markdown reads stars as
//! words where they touch marks and letters in some ways, or other stars; there HTML says the same.

use crate::import::source::{Run, Vertical};

/// The characters around the ends of a run, outside and inside.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ends {
    /// The character before it.
    pub before: Option<char>,
    /// Its first.
    pub first: Option<char>,
    /// Its last.
    pub last: Option<char>,
    /// The character after it.
    pub after: Option<char>,
}

/// What stands before a run and after it; in what is a head, bold says nothing more.
pub fn signs(run: &Run, ends: Ends, is_html: bool, is_head: bool) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    let mut around = |open: &str, close: &str| {
        before.push_str(open);
        after.insert_str(0, close);
    };
    if let Some(lang) = &run.lang {
        around(&format!("<span lang=\"{lang}\">"), "</span>");
    }
    match run.vertical {
        Vertical::Superscript => around("<sup>", "</sup>"),
        Vertical::Subscript => around("<sub>", "</sub>"),
        Vertical::Line => {}
    }
    if run.is_code {
        around("<code>", "</code>");
    }
    // Inside of a tag the run begins a piece of its own.
    let is_inside = run.lang.is_some() || run.vertical != Vertical::Line || run.is_code;
    let ends = if is_inside { Ends { before: None, after: None, ..ends } } else { ends };
    let is_emphasised = run.is_italic || run.is_underlined;
    // A sign that stands in another one of another kind is a mark to it.
    let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let is_mixed =
        run.is_struck && (run.is_bold || is_emphasised) && (touches(ends.before) || touches(ends.after));
    let is_tagged = is_html || is_mixed || !flanks(ends.before, ends.first) || !flanks(ends.after, ends.last);
    if run.is_struck {
        if is_tagged { around("<del>", "</del>") } else { around("~~", "~~") }
    }
    // Markdown has no sign for underlined words; they are emphasised, as those in italics are.
    if run.is_bold && !is_head {
        if is_tagged { around("<strong>", "</strong>") } else { around("**", "**") }
    }
    if is_emphasised {
        if is_tagged { around("<em>", "</em>") } else { around("*", "*") }
    }
    (before, after)
}

/// Whether stars between these two characters, the one outside and the one inside, are read as a sign.
fn flanks(outside: Option<char>, inside: Option<char>) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let (Some(outside), Some(inside)) = (outside, inside) else { return true };
    !matches!(outside, '*' | '_' | '~' | '\\')
        && (!is_mark(inside) || outside.is_whitespace() || is_mark(outside))
}
