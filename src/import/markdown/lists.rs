//! How far the items of lists stand in.
//!
//! In: items with their depths, in order. Out: the indent of each, so that Markdown reads it as an item of the item above it.

/// The items that are open: where the words of each begin.
#[derive(Debug, Default)]
pub struct Lists(Vec<usize>);

impl Lists {
    /// An item begins at the margin.
    pub fn begin(&mut self, sign: usize) {
        self.0 = vec![sign];
    }

    /// How far what belongs to the last item stands in.
    pub fn indent(&self) -> usize {
        self.0.first().copied().unwrap_or(0)
    }

    /// An item begins at a depth, after a sign of some length; how far it stands in.
    pub fn item(&mut self, depth: u8, sign: usize) -> usize {
        self.0.truncate(depth.into());
        let indent = self.0.last().copied().unwrap_or(0);
        self.0.push(indent + sign);
        indent
    }

    /// The lists end.
    pub fn end(&mut self) {
        self.0.clear();
    }
}

/// The sign of an item that is not counted.
pub const BULLET: &str = "- ";

/// Whether a label is one that counts nothing.
pub fn is_bullet(printed: &str) -> bool {
    printed.chars().count() == 1 && !printed.contains(char::is_alphanumeric)
}

/// The sign that Markdown has for an item, where it has one.
pub fn sign(printed: &str) -> Option<String> {
    let digits = printed.trim_end_matches(['.', ')']);
    let is_number = digits.len() + 1 == printed.len()
        && (1..=9).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.len() == 1 || !digits.starts_with('0'));
    match (is_number, is_bullet(printed)) {
        (true, _) => Some(format!("{printed} ")),
        (_, true) => Some(BULLET.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_under_what_they_belong_to() {
        let mut lists = Lists::default();
        let items = [(0, 4, 0), (1, 2, 4), (2, 0, 6), (1, 2, 4), (0, 4, 0), (2, 2, 4), (1, 2, 4)];
        for (depth, sign, want) in items {
            assert_eq!(lists.item(depth, sign), want);
        }
        lists.end();
        assert_eq!(lists.item(1, 2), 0);
    }

    #[test]
    fn only_plain_numbers_and_bullets_are_signs() {
        for (printed, want) in [
            ("1.", Some("1. ")),
            ("12)", Some("12) ")),
            ("•", Some("- ")),
            ("–", Some("- ")),
            ("01.", None),
            ("1.1", None),
            ("1.)", None),
            ("(a)", None),
            ("一、", None),
            ("①", None),
            ("", None),
        ] {
            assert_eq!(sign(printed).as_deref(), want, "{printed}");
        }
    }
}
