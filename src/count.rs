//! Counts in English messages: “1 note”, “2 notes”, “0 notes”.

use std::fmt::Display;

/// A count with its noun, whose plural ends in “s”.
pub fn counted(count: impl Display + PartialEq<usize>, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// The verb of a count.
pub fn is_or_are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_is_singular() {
        assert_eq!([0, 1, 2].map(|count| counted(count, "note")), ["0 notes", "1 note", "2 notes"]);
        assert_eq!([0, 1, 2].map(is_or_are), ["are", "is", "are"]);
    }
}
