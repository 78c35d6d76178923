//! The numbers of lists, as a browser prints them.
//!
//! In: a list with its attributes, and its items in order. Out: the label of each. A form of numbers that is not known here is told.

use super::style;
use super::tree::Element;
use crate::import::sources::styled::numerals::numeral;

/// A list that is open.
#[derive(Debug)]
pub struct List {
    form: String,
    next: i64,
    step: i64,
}

/// The label of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What is printed.
    pub text: String,
    /// Whether a blank follows it.
    pub has_gap: bool,
    /// How deep it stands in lists.
    pub depth: u8,
}

/// The signs of items that are not counted, by the depth of their list.
const BULLETS: [&str; 3] = ["•", "◦", "▪"];

impl List {
    /// A list that begins; `level` is how many lists of the same kind are open around it.
    pub fn of(list: Element<'_>, level: usize) -> Self {
        let is_counted = list.name() == "ol";
        let usual = if is_counted { "decimal" } else { ["disc", "circle", "square"][level.min(2)] };
        let number = |name: &str| list.attribute(name).and_then(integer);
        let is_reversed = is_counted && list.attribute("reversed").is_some();
        let items = || list.children().filter(|item| item.name() == "li").count() as i64;
        let start = number("start").filter(|_| is_counted);
        Self {
            form: form(list).unwrap_or(usual.to_owned()),
            next: start.unwrap_or_else(|| if is_reversed { items() } else { 1 }),
            step: if is_reversed { -1 } else { 1 },
        }
    }

    /// The label of the next item, without its depth; whether its form is known.
    pub fn label(&mut self, item: Element<'_>) -> (Option<(String, bool)>, bool) {
        let n = item.attribute("value").and_then(integer).unwrap_or(self.next);
        self.next = n.saturating_add(self.step);
        let own = form(item);
        let form = own.as_deref().unwrap_or(&self.form);
        match counter(form, n) {
            Some(label) => (label, true),
            None => (Some((format!("{n}."), true)), false),
        }
    }
}

fn integer(value: &str) -> Option<i64> {
    let value = value.trim();
    let end = value.find(|c: char| !c.is_ascii_digit() && c != '-' && c != '+').unwrap_or(value.len());
    value.get(..end)?.parse::<i32>().ok().map(i64::from)
}

/// The form of numbers that an element says.
fn form(element: Element<'_>) -> Option<String> {
    let of_style = style::property(element, "list-style-type").map(str::to_ascii_lowercase);
    let short = || {
        let said = style::property(element, "list-style")?.to_ascii_lowercase();
        said.split_ascii_whitespace().find(|word| counter(word, 1).is_some()).map(str::to_owned)
    };
    let of_type = || {
        Some(
            match element.attribute("type")?.trim() {
                "1" => "decimal",
                "a" => "lower-alpha",
                "A" => "upper-alpha",
                "i" => "lower-roman",
                "I" => "upper-roman",
                other if other.eq_ignore_ascii_case("disc") => "disc",
                other if other.eq_ignore_ascii_case("circle") => "circle",
                other if other.eq_ignore_ascii_case("square") => "square",
                other if other.eq_ignore_ascii_case("none") => "none",
                _ => return None,
            }
            .to_owned(),
        )
    };
    of_style.or_else(short).or_else(of_type)
}

/// What a browser prints before an item, and whether a blank follows; the outer `None` where the form is not known.
fn counter(form: &str, n: i64) -> Option<Option<(String, bool)>> {
    let bullet = |at: usize| Some(Some((BULLETS[at].to_owned(), true)));
    let (name, mark, has_gap) = match form {
        "none" => return Some(None),
        "disc" => return bullet(0),
        "circle" => return bullet(1),
        "square" => return bullet(2),
        "decimal" => ("decimal", ".", true),
        "decimal-leading-zero" => ("decimalZero", ".", true),
        "lower-roman" => ("lowerRoman", ".", true),
        "upper-roman" => ("upperRoman", ".", true),
        "lower-alpha" | "lower-latin" => return Some(Some((alphabetic(n, b'a') + ".", true))),
        "upper-alpha" | "upper-latin" => return Some(Some((alphabetic(n, b'A') + ".", true))),
        "cjk-ideographic" | "trad-chinese-informal" | "simp-chinese-informal" | "japanese-informal" => {
            ("chineseCountingThousand", "、", false)
        }
        "simp-chinese-formal" => ("chineseLegalSimplified", "、", false),
        "trad-chinese-formal" => ("ideographLegalTraditional", "、", false),
        "cjk-decimal" => ("ideographDigital", "、", false),
        "cjk-heavenly-stem" => ("ideographTraditional", "、", false),
        "cjk-earthly-branch" => ("ideographZodiac", "、", false),
        "arabic-indic" => ("hindiArabic", ".", true),
        "hebrew" => ("hebrew2", ".", true),
        _ => return None,
    };
    let positive = u32::try_from(n).ok().filter(|n| *n > 0);
    let text = positive.and_then(|n| numeral(name, n)).unwrap_or_else(|| n.to_string());
    Some(Some((text + mark, has_gap)))
}

/// a to z, then aa, ab; digits below 1.
fn alphabetic(n: i64, first: u8) -> String {
    let mut letters = Vec::new();
    let mut left = n;
    while left > 0 {
        left -= 1;
        letters.push(char::from(first + (left % 26) as u8));
        left /= 26;
    }
    if letters.is_empty() { n.to_string() } else { letters.iter().rev().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_browsers() {
        let printed = |form, n| counter(form, n).unwrap().unwrap().0;
        for (form, n, want) in [
            ("decimal", -3, "-3."),
            ("lower-alpha", 28, "ab."),
            ("upper-alpha", 0, "0."),
            ("lower-roman", 9, "ix."),
            ("cjk-ideographic", 12, "十二、"),
            ("square", 4, "▪"),
        ] {
            assert_eq!(printed(form, n), want, "{form} {n}");
        }
        assert_eq!(counter("none", 1), Some(None));
        assert_eq!(counter("emoji", 1), None);
    }
}
