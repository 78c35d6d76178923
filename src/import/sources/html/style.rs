//! What the style of an element itself says.
//!
//! In: the value of its attribute `style`. Out: the values of properties. Style sheets are not read.

use super::tree::Element;

/// The properties of an element's own style, in order.
pub fn properties<'a>(element: Element<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let mut rest = element.attribute("style").unwrap_or_default();
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (mut quote, mut open) = (None, 0usize);
            let end = rest.find(|c| {
                match (quote, c) {
                    (Some(known), c) if known == c => quote = None,
                    (None, '"' | '\'') => quote = Some(c),
                    (None, '(') => open += 1,
                    (None, ')') => open = open.saturating_sub(1),
                    (None, ';') => return open == 0,
                    _ => {}
                }
                false
            });
            let (said, after) = end.map_or((rest, ""), |end| rest.split_at(end));
            rest = after.strip_prefix(';').unwrap_or(after);
            if let Some((name, value)) = said.split_once(':') {
                let value = value.trim();
                let is_important = value.len() >= 10 && value.to_ascii_lowercase().ends_with("!important");
                let value =
                    if is_important { value.get(..value.len() - 10).unwrap_or(value).trim() } else { value };
                return Some((name.trim(), value));
            }
        }
        None
    })
}

/// The value of a property; the last one counts.
pub fn property<'a>(element: Element<'a>, name: &str) -> Option<&'a str> {
    let style = element.attribute("style")?;
    if style.is_empty() {
        return None;
    }
    properties(element).filter(|(known, _)| known.eq_ignore_ascii_case(name)).last().map(|(_, value)| value)
}

/// Whether a property has one of these values.
pub fn is(element: Element<'_>, name: &str, values: &[&str]) -> bool {
    property(element, name).is_some_and(|said| values.iter().any(|value| value.eq_ignore_ascii_case(said)))
}

/// A size of letters in half points, where that around it is known.
pub fn size(value: &str, around: u32) -> Option<u32> {
    let value = value.trim();
    let named = match value {
        "xx-small" => 14,
        "x-small" => 15,
        "small" => 20,
        "medium" => 24,
        "large" => 27,
        "x-large" => 36,
        "xx-large" => 48,
        "smaller" => around * 5 / 6,
        "larger" => around * 6 / 5,
        _ => 0,
    };
    if named > 0 {
        return Some(named);
    }
    let digits = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
    let (number, unit) = value.split_at(digits);
    let number: f64 = number.parse().ok().filter(|number: &f64| *number > 0.0)?;
    let points = match unit.trim().to_ascii_lowercase().as_str() {
        "pt" => number,
        "px" => number * 0.75,
        "em" => number * f64::from(around) / 2.0,
        "rem" => number * 12.0,
        "%" => number * f64::from(around) / 200.0,
        "cm" => number * 28.35,
        "mm" => number * 2.835,
        "in" => number * 72.0,
        "pc" => number * 12.0,
        _ => return None,
    };
    Some((points * 2.0).round().clamp(2.0, 1_000.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_half_points() {
        for (value, want) in [
            ("16px", Some(24)),
            ("10.5pt", Some(21)),
            ("2em", Some(48)),
            ("150%", Some(36)),
            ("large", Some(27)),
            ("0", None),
            ("calc(1px)", None),
        ] {
            assert_eq!(size(value, 24), want, "{value}");
        }
    }
}
