//! What styles say of words and paragraphs.
//!
//! In: `style:text-properties` and `style:paragraph-properties`. Out: what each says and leaves open; what is left open comes from
//! the style before it. Weight, slant, size and language are said three times: for most words, for East Asian ones, and for those
//! from right to left.

use std::rc::Rc;

use crate::xml::tree::Element;

/// What ends the names of the attributes of the three kinds of words.
const KINDS: [(&str, &str); 3] = [("fo:", ""), ("style:", "-asian"), ("style:", "-complex")];

/// What is said of words.
#[derive(Debug, Clone, Default)]
pub struct RunProperties<'a> {
    /// In bold, for each kind of words.
    pub bold: [Option<bool>; 3],
    /// In italics.
    pub italic: [Option<bool>; 3],
    /// The size, in half points.
    pub size: [Option<u32>; 3],
    /// The language.
    pub languages: [Option<Rc<str>>; 3],
    /// Underlined.
    pub underlined: Option<bool>,
    /// Struck out.
    pub struck: Option<bool>,
    /// Hidden.
    pub hidden: Option<bool>,
    /// Above 0 for raised words, below for lowered ones.
    pub raised: Option<i8>,
    /// The font of Chinese characters.
    pub font: Option<&'a str>,
}

impl<'a> RunProperties<'a> {
    /// What an element says over what stands before it.
    pub fn over(element: Option<Element<'a>>, before: &Self) -> Self {
        let mut said = before.clone();
        let Some(element) = element else { return said };
        for (kind, (prefix, ending)) in KINDS.iter().enumerate() {
            let value = |name: &str| element.attribute(&format!("{prefix}{name}{ending}"));
            set(&mut said.bold, kind, value("font-weight").map(is_bold));
            set(&mut said.italic, kind, value("font-style").map(|it| matches!(it, "italic" | "oblique")));
            let old = before.size.get(kind).copied().flatten();
            set(&mut said.size, kind, value("font-size").and_then(|it| size(it, old)));
            set(
                &mut said.languages,
                kind,
                value("language").map(|it| tag(it, value("script"), value("country"))),
            );
        }
        let value = |name| element.attribute(name);
        let is_line = |it: &str| it != "none";
        said.underlined = value("style:text-underline-style").map(is_line).or(said.underlined);
        let struck = value("style:text-line-through-style").or(value("style:text-line-through-type"));
        said.struck = struck.map(is_line).or(said.struck);
        said.hidden = value("text:display").map(|it| it == "none").or(said.hidden);
        said.raised = value("style:text-position").map(raised).or(said.raised);
        said.font = value("style:font-name-asian").or(value("style:font-family-asian")).or(said.font);
        said
    }
}

fn set<T>(all: &mut [Option<T>; 3], kind: usize, new: Option<T>) {
    if let (Some(slot), Some(new)) = (all.get_mut(kind), new) {
        *slot = Some(new);
    }
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)
}

/// A size in half points; one in per cent is of the size before it.
fn size(said: &str, before: Option<u32>) -> Option<u32> {
    let number = |unit| said.strip_suffix(unit).and_then(|it: &str| it.trim().parse::<f64>().ok());
    let half_points = match (number("pt"), number("%")) {
        (Some(points), _) => points * 2.0,
        (None, Some(part)) => f64::from(before?) * part / 100.0,
        _ => return None,
    };
    (half_points > 0.0 && half_points < 10_000.0).then(|| half_points.round() as u32)
}

/// A language; empty for words of none.
fn tag(language: &str, script: Option<&str>, country: Option<&str>) -> Rc<str> {
    if matches!(language, "none" | "zxx" | "") {
        return "".into();
    }
    let parts = [script, country].into_iter().flatten().filter(|part| !matches!(*part, "none" | ""));
    parts.fold(language.to_owned(), |tag, part| format!("{tag}-{part}")).into()
}

fn raised(position: &str) -> i8 {
    match position.split_whitespace().next().unwrap_or_default() {
        "super" => 1,
        "sub" => -1,
        part => match part.trim_end_matches('%').parse::<f64>() {
            Ok(part) if part > 0.0 => 1,
            Ok(part) if part < 0.0 => -1,
            _ => 0,
        },
    }
}

/// What is said of one kind of words.
pub fn of_kind<T: Clone>(all: &[Option<T>; 3], kind: usize) -> Option<T> {
    all.get(kind).cloned().flatten()
}
