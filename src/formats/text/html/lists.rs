//! The numbers of lists in raw HTML, as browsers count them.

use crate::document::{attribute, integer};
use crate::formats::text::inlines::name;
use crate::numbering::in_roman;
use crate::render::html::tag_end;
use crate::source::slice;

/// A list that is open.
pub struct List {
    /// The number of the next item; none in a list without numbers.
    next: Option<i64>,
    step: i64,
    form: Form,
}

/// How a list writes its numbers.
#[derive(Clone, Copy)]
enum Form {
    Decimal,
    Letters(u8),
    SmallRoman,
    LargeRoman,
}

/// The largest number that browsers write in Roman numerals.
const LARGEST_ROMAN: i64 = 3999;

impl List {
    /// A list without numbers.
    pub fn bullets() -> Self {
        Self { next: None, step: 1, form: Form::Decimal }
    }

    /// A numbered list that a tag begins; `rest` follows the tag, as a list that counts down begins with how many items it has.
    pub fn numbered(tag: &str, rest: &str) -> Self {
        let is_reversed = attribute(tag, "reversed").is_some();
        let first = || if is_reversed { items(rest) } else { 1 };
        let next = attribute(tag, "start").and_then(|start| integer(&start)).unwrap_or_else(first);
        let form = match attribute(tag, "type").as_deref() {
            Some("a") => Form::Letters(b'a'),
            Some("A") => Form::Letters(b'A'),
            Some("i") => Form::SmallRoman,
            Some("I") => Form::LargeRoman,
            _ => Form::Decimal,
        };
        Self { next: Some(next), step: if is_reversed { -1 } else { 1 }, form }
    }

    /// The mark of the item that a tag begins.
    pub fn mark(&mut self, tag: &str) -> String {
        let Some(next) = self.next else { return "- ".to_owned() };
        let number = attribute(tag, "value").and_then(|value| integer(&value)).unwrap_or(next);
        self.next = Some(number + self.step);
        format!("{}. ", self.form.of(number))
    }
}

impl Form {
    /// A number in this form; in digits where the form has none for it.
    fn of(self, number: i64) -> String {
        match self {
            Self::Letters(first) if number > 0 => {
                let mut letters = Vec::new();
                let mut rest = number;
                while rest > 0 {
                    rest -= 1;
                    letters.push(char::from(first + (rest % 26) as u8));
                    rest /= 26;
                }
                letters.into_iter().rev().collect()
            }
            Self::SmallRoman | Self::LargeRoman if (1..=LARGEST_ROMAN).contains(&number) => {
                let written = in_roman(number.unsigned_abs() as u32);
                if matches!(self, Self::SmallRoman) { written.to_lowercase() } else { written }
            }
            _ => number.to_string(),
        }
    }
}

/// How many items the list has in which this HTML stands.
fn items(html: &str) -> i64 {
    let (mut depth, mut count) = (0usize, 0);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = tag_end(slice(rest, at..)) + at;
        let tag = slice(rest, at..end);
        rest = slice(rest, end..);
        match tag.strip_prefix("</") {
            Some(closing) if matches!(name(closing), "ol" | "ul") => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => break,
            },
            Some(_) => {}
            None if matches!(name(tag), "ol" | "ul") => depth += 1,
            None if depth == 0 && name(tag) == "li" => count += 1,
            None => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_browsers_write_them() {
        let marks = |tag: &str, rest: &str, items: &[&str]| {
            let mut list = List::numbered(tag, rest);
            items.iter().map(|item| list.mark(item).trim_end().to_owned()).collect::<Vec<_>>()
        };
        let plain = ["<li>"; 3];
        assert_eq!(marks("<ol start=\"-1\">", "", &plain), ["-1.", "0.", "1."]);
        assert_eq!(
            marks("<ol>", "", &["<li value=\"-3\">", "<li>", "<li value=\"+7\">"]),
            ["-3.", "-2.", "7."]
        );
        let inside = "<li>a<ol><li>b</li></ol></li><li>c</li><li>d</li></ol><ol><li>e</li></ol>";
        assert_eq!(marks("<ol reversed=\"\">", inside, &plain), ["3.", "2.", "1."]);
        assert_eq!(marks("<ol type=\"a\" start=\"26\">", "", &plain), ["z.", "aa.", "ab."]);
        assert_eq!(marks("<ol type=\"A\" start=\"0\">", "", &plain), ["0.", "A.", "B."]);
        assert_eq!(marks("<ol type=\"i\" start=\"8\">", "", &plain), ["viii.", "ix.", "x."]);
        assert_eq!(
            marks("<ol type=\"I\" start=\"3998\">", "", &plain),
            ["MMMCMXCVIII.", "MMMCMXCIX.", "4000."]
        );
        assert_eq!(marks("<ol start=\"99999999999999999999\">", "", &["<li>"]), ["1."]);
    }
}
