//! Tags in an order that HTML does not know, which the sanitiser mends without a word.

mod lists;
mod sections;
mod table;

use super::INLINE;
use super::fault::Fault;
use super::misplaced::MOST_NAMED;
use super::tags::{Tag, TagKind};
use crate::source::slice;
use lists::Lists;
use sections::Sections;
use table::Table;

/// What is wrong with the tags of a block as they are written, by their numbers; the block stands in an element of the name
/// `parent`.
pub fn misordered<'r>(tags: &'r [Tag<'r>], raw: &str, parent: Option<&'r str>) -> Vec<(usize, Fault)> {
    let mut faults = Vec::new();
    let (mut table, mut lists, mut sections) = (Table::default(), Lists::default(), Sections::new(parent));
    let (mut in_paragraph, mut end) = (false, 0);
    for (index, tag) in tags.iter().enumerate() {
        let name = tag.name.as_str();
        let has_words = !slice(raw, end..tag.range.start).trim().is_empty();
        end = tag.range.end;
        if has_words {
            faults.extend(table.words().map(|fault| (index, fault)));
            faults.extend(sections.content());
        }
        let fault = match tag.kind {
            TagKind::Open => {
                faults.extend(sections.open(name, index));
                lists.open(name);
                match name == "details" && !begins_with_summary(slice(raw, end..)) {
                    true => Some(Fault::new(
                        "“<details>” does not begin with its “<summary>”",
                        "Write “<summary>” with the words that open it right after “<details>”.",
                    )),
                    false => table.open(name),
                }
            }
            TagKind::Close => {
                sections.close(name);
                // What was never open is reported by `misplaced`.
                let closes_nothing = match name {
                    "p" => !in_paragraph,
                    _ => lists.closes_nothing(name) | table.closes_nothing(name),
                };
                closes_nothing.then(|| Fault::closes_nothing(name))
            }
            _ => None,
        };
        faults.extend(fault.map(|fault| (index, fault)));
        if matches!(tag.kind, TagKind::Open | TagKind::Close) && !INLINE.contains(&name) {
            in_paragraph = name == "p" && tag.kind == TagKind::Open;
        }
    }
    if !slice(raw, end..).trim().is_empty() {
        faults.extend(sections.content());
    }
    faults.truncate(MOST_NAMED);
    faults
}

fn begins_with_summary(after: &str) -> bool {
    const SUMMARY: &str = "<summary";
    after.trim_start().get(..SUMMARY.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(SUMMARY))
}

#[cfg(test)]
mod tests {
    use super::super::tags::tags;
    use super::*;

    #[test]
    fn what_the_sanitiser_mends_is_named() {
        let faults = |raw: &str| -> Vec<String> {
            let tags: Vec<_> = tags(raw).collect();
            misordered(&tags, raw, None).into_iter().map(|(_, fault)| fault.message).collect()
        };
        for raw in [
            "<table><caption>一</caption><colgroup><col><thead><tr><th>二<tbody><tr><td>三<p>四</p><td>五</table>",
            "<p>一<p>二</p>",
            "<details>\n<summary>一</summary>\n<p>二</p></details>",
            "<div><p>一</div>",
            "<table><tr><td>一<tfoot><tr><td>二</table>",
            "<table><thead><tr><th>一</th></tr></thead><tfoot><tr><td>二</td></tr></tfoot></table>",
            "<table><caption>一</caption><col><col><tr><td>二</td></tr><tr><td>三</td></tr></table>",
            "<ul><li>一<li>二<ul><li>三</ul></li><li>四</li></ul>",
            "<dl><dt>一<dd>二</dd><dt>三</dt><dd>四</dl>",
            "<details><summary>一</summary><details><summary>二</summary>三</details></details>",
            "<figure><figcaption>一</figcaption><p>二</p></figure>",
            "<figure><p>一</p>二<figcaption>三<p>四</p></figcaption></figure><p>五</p>",
            "<table><tr><td><table><tr><td>一</td></tr></table></td><td>二</td></tr></table>",
        ] {
            assert_eq!(faults(raw), [""; 0], "{raw}");
        }
        for (raw, fault) in [
            ("<td>一</td>", "“<td>” stands outside of “<table>”"),
            ("<tr></tr>", "“<tr>” stands outside of “<table>”"),
            ("<table>一<tr><td>二</table>", "words stand directly in “<table>”"),
            ("<table><tr><td>一</td>二</tr></table>", "words stand directly in “<tr>”"),
            ("<details>一</details>", "“<details>” does not begin with its “<summary>”"),
            ("<table><caption>一</caption><caption>二</caption></table>", "“<table>” has two “<caption>”"),
            (
                "<table><tr><td>一</td></tr><caption>二</caption></table>",
                "“<caption>” stands too late in “<table>”",
            ),
            ("<table><tr><td>一<caption>二</caption></table>", "“<caption>” stands too late in “<table>”"),
            ("<table><thead><tr><td>一<thead><tr><td>二</table>", "“<table>” has two “<thead>”"),
            ("<table><tfoot></tfoot><thead></thead></table>", "“<thead>” stands too late in “<table>”"),
            ("<table><tfoot></tfoot><tr><td>一</td></tr></table>", "“<tr>” stands too late in “<table>”"),
            ("<table><tfoot></tfoot><tbody><tr><td>一</table>", "“<tbody>” stands too late in “<table>”"),
            ("<table><tr><td>一</td></tr><col></table>", "“<col>” stands too late in “<table>”"),
            (
                "<table><tr><td>一<colgroup><col></colgroup></table>",
                "“<colgroup>” stands too late in “<table>”",
            ),
            ("<table><tr><td>一</td></td></tr></table>", "“</td>” closes nothing"),
            ("<ul><li>甲<li>乙</li></li></ul>", "“</li>” closes nothing"),
            ("<dl><dt>甲<dd>乙</dd></dt></dl>", "“</dt>” closes nothing"),
            (
                "<details><summary>一</summary><summary>二</summary></details>",
                "“<summary>” stands too late in “<details>”",
            ),
            (
                "<details><summary>一</summary><p>二</p><summary>三</summary></details>",
                "“<summary>” stands too late in “<details>”",
            ),
            (
                "<figure>一<figcaption>二</figcaption><p>三</p></figure>",
                "“<figcaption>” stands in the middle of “<figure>”",
            ),
            (
                "<figure><p>一</p><figcaption>二</figcaption>三</figure>",
                "“<figcaption>” stands in the middle of “<figure>”",
            ),
            (
                "<figure><figcaption>一</figcaption><figcaption>二</figcaption></figure>",
                "“<figure>” has two “<figcaption>”",
            ),
            ("<p>一<div>二</div>三</p>", "“</p>” closes nothing"),
        ] {
            assert_eq!(faults(raw), [fault], "{raw}");
        }
    }
}
