//! Elements of raw HTML in places, and attributes with values, that HTML does not know. Browsers guess what is meant;
//! reading systems refuse the book.

use super::fault::Fault;
use super::{BLOCK, INLINE};
use crate::source::slice;

/// How many faults of one block are named.
pub const MOST_NAMED: usize = 20;

/// An element that is open, and what stands in it so far.
struct Frame<'h> {
    name: &'h str,
    first: Option<&'h str>,
    last: Option<&'h str>,
}

impl<'h> Frame<'h> {
    fn new(name: &'h str) -> Self {
        Self { name, first: None, last: None }
    }

    /// What is wrong in it as a whole; `parent` is the element around it.
    fn fault(&self, parent: &str) -> Option<Fault> {
        let groups = self.name == "dl" || self.name == "div" && parent == "dl";
        if groups && self.first == Some("dd") {
            return Some(Fault::new("“<dd>” has no “<dt>” before it", "Put “<dt>” with the term before it."));
        }
        (groups && self.last == Some("dt"))
            .then(|| Fault::new("“<dt>” has no “<dd>” after it", "Put “<dd>” with the meaning after it."))
    }
}

/// What is wrong in HTML that the sanitiser made and that stands in an element of the name `parent`, each fault once.
pub fn misplaced<'h>(html: &'h str, parent: Option<&'h str>) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut add = |fault: Fault| {
        if faults.len() < MOST_NAMED && !faults.contains(&fault) {
            faults.push(fault);
        }
    };
    let mut open: Vec<Frame<'h>> = parent.map(Frame::new).into_iter().collect();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if let Some(fault) = words_in(open.last(), slice(rest, ..at)) {
            add(fault);
        }
        rest = slice(rest, at + 1..);
        let end = tag_end(rest);
        let tag = slice(rest, ..end);
        rest = rest.get(end + 1..).unwrap_or_default();
        if let Some(name) = tag.strip_prefix('/') {
            while let Some(frame) = open.pop() {
                frame.fault(open.last().map_or("", |parent| parent.name)).into_iter().for_each(&mut add);
                if frame.name == name {
                    break;
                }
            }
            continue;
        }
        let name = name_of(tag);
        let nested = matches!(name, "dfn" | "address") && open.iter().any(|frame| frame.name == name);
        let nested = nested.then(|| Fault::nested(name));
        let wrong = wrong_tag(tag, open.last().map(|parent| parent.name));
        [wrong, nested].into_iter().flatten().for_each(&mut add);
        if let Some(parent) = open.last_mut() {
            parent.first.get_or_insert(name);
            parent.last = Some(name);
        }
        if !matches!(name, "br" | "col" | "hr" | "wbr") {
            open.push(Frame::new(name));
        }
    }
    words_in(open.last(), rest).into_iter().for_each(&mut add);
    faults
}

/// Words that stand directly in an element which holds only others.
fn words_in(parent: Option<&Frame<'_>>, words: &str) -> Option<Fault> {
    let parent =
        parent.filter(|parent| matches!(parent.name, "ul" | "ol" | "dl") && !words.trim().is_empty())?;
    let held = if parent.name == "dl" { "“<dt>” and “<dd>”" } else { "“<li>”" };
    Some(Fault::directly("words", parent.name, held))
}

/// What is wrong with one start tag, without its `<`, in an element of this name.
pub fn wrong_tag(tag: &str, parent: Option<&str>) -> Option<Fault> {
    wrong_place(name_of(tag), parent.unwrap_or_default()).or_else(|| wrong_value(tag))
}

fn name_of(tag: &str) -> &str {
    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    tag.bytes()
        .position(|byte| {
            quoted ^= byte == b'"';
            byte == b'>' && !quoted
        })
        .unwrap_or(tag.len())
}

/// An element that needs another around it, or one that holds only its own.
fn wrong_place(name: &str, parent: &str) -> Option<Fault> {
    let (needed, named): (&[&str], _) = match name {
        "li" => (&["ul", "ol"], "ul"),
        "dt" | "dd" => (&["dl", "div"], "dl"),
        "summary" => (&["details"], "details"),
        "figcaption" => (&["figure"], "figure"),
        "rb" | "rt" | "rp" => (&["ruby"], "ruby"),
        _ => (&[], ""),
    };
    if !needed.is_empty() && !needed.contains(&parent) {
        return Some(Fault::outside(name, named));
    }
    // What may hold only running text; “ins” and “del” hold what their parent may.
    let holds_running_text = parent == "p" || INLINE.contains(&parent) && !matches!(parent, "ins" | "del");
    if holds_running_text && BLOCK.contains(&name) {
        let help = format!("End “<{parent}>” before it, or write it as running text.");
        let message = format!("“<{name}>” stands in “<{parent}>”, which holds running text alone");
        return Some(Fault::new(message, help));
    }
    let only: &[&str] = match parent {
        "ul" | "ol" => &["li"],
        "dl" => &["dt", "dd", "div"],
        _ => return None,
    };
    let held = if parent == "dl" { "“<dt>”, “<dd>” and “<div>”" } else { "“<li>”" };
    (!only.contains(&name)).then(|| Fault::directly(name, parent, held))
}

/// An attribute whose value means nothing.
fn wrong_value(tag: &str) -> Option<Fault> {
    let mut rest = slice(tag, name_of(tag).len()..);
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"')?;
        rest = after;
        let name = name.trim();
        let number = value.parse::<i32>().ok();
        let good = match name {
            "start" | "value" => number.is_some(),
            "colspan" | "span" => number.is_some_and(|number| (1..=1000).contains(&number)),
            "rowspan" => number.is_some_and(|number| (0..=65534).contains(&number)),
            "dir" => matches!(value, "ltr" | "rtl" | "auto"),
            "scope" => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
            "type" => matches!(value, "1" | "a" | "A" | "i" | "I"),
            "datetime" => is_time(value),
            "lang" => !value.trim().is_empty(),
            "title" => name_of(tag) != "abbr" || !value.trim().is_empty(),
            _ => true,
        };
        if !good {
            return Some(Fault::value(name, value));
        }
    }
    None
}

/// A day, a month, a year, a time of day, or a day with a time: the forms that texts need.
fn is_time(value: &str) -> bool {
    let digits = |form: &str| {
        value.len() == form.len()
            && value.bytes().zip(form.bytes()).all(|(byte, form)| match form {
                b'0' => byte.is_ascii_digit(),
                _ => byte == form,
            })
    };
    let in_year = digits("0000") && value != "0000"
        || digits("0000-00") && format!("{value}-01").parse::<jiff::civil::Date>().is_ok();
    in_year
        || digits("0000-00-00") && value.parse::<jiff::civil::Date>().is_ok()
        || digits("00:00") && value.parse::<jiff::civil::Time>().is_ok()
        || digits("0000-00-00T00:00") && value.parse::<jiff::civil::DateTime>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_right_passes() {
        for html in [
            "<ul><li>一<ol start=\"3\"><li value=\"4\">二</li></ol></li></ul>",
            "<dl><div><dt>一</dt><dd>二</dd></div></dl>",
            "<details open=\"\"><summary>一</summary>二</details>",
            "<dl><dt>一</dt><dt>二</dt><dd>三</dd></dl>",
            "<ul> <li>一 <p>二</p></li> </ul>",
            "<ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby><br><time datetime=\"2023-04-03\">三</time>",
            "<p title=\"a > <li>\">一</p>",
        ] {
            assert!(misplaced(html, None).is_empty(), "{html}: {:?}", misplaced(html, None));
        }
    }

    #[test]
    fn what_is_wrong_is_named_once() {
        for (html, fault) in [
            ("<li>一</li><li>二</li>", "“<li>” stands outside of “<ul>”"),
            ("<ul><p>一</p></ul>", "“<p>” stands directly in “<ul>”"),
            ("<rt>一</rt>", "“<rt>” stands outside of “<ruby>”"),
            ("<ul>一<li>二</li></ul>", "words stand directly in “<ul>”"),
            ("<dl>一<dt>二</dt><dd>三</dd></dl>", "words stand directly in “<dl>”"),
            ("<dl><dt>一</dt></dl>", "“<dt>” has no “<dd>” after it"),
            ("<dl><div><dd>一</dd></div></dl>", "“<dd>” has no “<dt>” before it"),
            ("<span><div>一</div></span>", "“<div>” stands in “<span>”, which holds running text alone"),
            ("<dfn>一<dfn>二</dfn></dfn>", "“<dfn>” stands inside another"),
            ("<ol type=\"x\"></ol>", "“type” cannot be “x”"),
            ("<p lang=\"\">一</p>", "“lang” cannot be “”"),
            ("<p dir=\"left\">一</p>", "“dir” cannot be “left”"),
            ("<abbr title=\"\">一</abbr>", "“title” cannot be “”"),
            ("<td colspan=\"0\"></td>", "“colspan” cannot be “0”"),
            ("<time datetime=\"2023-02-30\">一</time>", "“datetime” cannot be “2023-02-30”"),
        ] {
            let found: Vec<String> = misplaced(html, None).into_iter().map(|fault| fault.message).collect();
            assert_eq!(found, [fault], "{html}");
        }
    }
}
