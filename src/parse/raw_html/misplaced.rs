//! Elements of raw HTML in places, and attributes with values, that HTML does not know. Browsers guess what is meant;
//! reading systems refuse the book.

use crate::source::slice;

/// How many faults of one block are named.
const MOST_NAMED: usize = 20;

/// What is wrong in HTML that the sanitiser made and that stands in an element of the name `parent`, each fault once.
pub fn misplaced<'h>(html: &'h str, parent: Option<&'h str>) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    let mut open: Vec<&str> = parent.into_iter().collect();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = slice(rest, at + 1..);
        let end = tag_end(rest);
        let tag = slice(rest, ..end);
        rest = slice(rest, end..);
        if let Some(name) = tag.strip_prefix('/') {
            while open.pop().is_some_and(|last| last != name) {}
            continue;
        }
        let name = name_of(tag);
        let nested = matches!(name, "dfn" | "address") && open.contains(&name);
        let nested = nested.then(|| format!("“<{name}>” stands inside another"));
        for fault in [wrong_tag(tag, open.last().copied()), nested].into_iter().flatten() {
            if faults.len() < MOST_NAMED && !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        if !matches!(name, "br" | "col" | "hr" | "wbr") {
            open.push(name);
        }
    }
    faults
}

/// What is wrong with one start tag, without its `<`, in an element of this name.
pub fn wrong_tag(tag: &str, parent: Option<&str>) -> Option<String> {
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
fn wrong_place(name: &str, parent: &str) -> Option<String> {
    let (needed, told): (&[&str], _) = match name {
        "li" => (&["ul", "ol"], "ul"),
        "dt" | "dd" => (&["dl", "div"], "dl"),
        "summary" => (&["details"], "details"),
        "figcaption" => (&["figure"], "figure"),
        "rb" | "rt" | "rp" => (&["ruby"], "ruby"),
        _ => (&[], ""),
    };
    if !needed.is_empty() && !needed.contains(&parent) {
        return Some(format!("“<{name}>” stands outside of “<{told}>”"));
    }
    let only: &[&str] = match parent {
        "ul" | "ol" => &["li"],
        "dl" => &["dt", "dd", "div"],
        _ => return None,
    };
    (!only.contains(&name)).then(|| format!("“<{name}>” stands directly in “<{parent}>”"))
}

/// An attribute whose value means nothing.
fn wrong_value(tag: &str) -> Option<String> {
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
            _ => true,
        };
        if !good {
            return Some(format!("“{name}” cannot be “{value}”"));
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
            ("<dfn>一<dfn>二</dfn></dfn>", "“<dfn>” stands inside another"),
            ("<ol type=\"x\"></ol>", "“type” cannot be “x”"),
            ("<td colspan=\"0\"></td>", "“colspan” cannot be “0”"),
            ("<time datetime=\"2023-02-30\">一</time>", "“datetime” cannot be “2023-02-30”"),
        ] {
            assert_eq!(misplaced(html, None), [fault], "{html}");
        }
    }
}
