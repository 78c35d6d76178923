//! How far the items of lists stand in.
//!
//! In: items with their depths, in order. Out: the indent of each, so that Markdown reads it as an item of the item above it.

/// The items that are open: the depth of each, and where its words begin. A list may begin at any depth.
#[derive(Debug, Default)]
pub struct Lists(Vec<(u8, usize)>);

impl Lists {
    /// An item begins at the margin.
    pub fn begin(&mut self, sign: usize) {
        self.0 = vec![(0, sign)];
    }

    /// How far what belongs to the last item stands in.
    pub fn indent(&self) -> usize {
        self.0.first().map_or(0, |(_, words)| *words)
    }

    /// An item begins at a depth, after a sign of some length; how far it stands in.
    pub fn item(&mut self, depth: u8, sign: usize) -> usize {
        while self.0.last().is_some_and(|(last, _)| *last >= depth) {
            self.0.pop();
        }
        let indent = self.0.last().map_or(0, |(_, words)| *words);
        self.0.push((depth, indent + sign));
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
        for (depth, sign, want) in
            [(2, 3, 0), (3, 4, 3), (2, 3, 0), (3, 4, 3), (4, 2, 7), (2, 3, 0), (1, 2, 0)]
        {
            assert_eq!(lists.item(depth, sign), want);
        }
        lists.begin(3);
        assert_eq!((lists.item(1, 2), lists.item(2, 2), lists.item(0, 2)), (3, 5, 0));
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
