//! The places that links lead to: bookmarks.
//!
//! In: the ids of a page. Out: names that word processors take. These are of letters, digits and `_`, begin with a letter, and have at
//! most 40 characters.

use std::collections::HashSet;

use crate::xml;

/// The longest name.
const LONGEST: usize = 40;

/// The name of the bookmark for an id: `op_10` for `op-10`. No two ids have one name.
pub fn name(id: &str) -> String {
    let is_plain =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || (c.is_alphabetic() && !c.is_uppercase());
    let name = id.replace('-', "_");
    let is_kept = id.starts_with(|c: char| c.is_alphabetic())
        && id.chars().all(|c| c == '-' || is_plain(c))
        && name.chars().count() <= LONGEST;
    if is_kept {
        return name;
    }
    let short: String = name.chars().filter(|c| *c == '_' || is_plain(*c)).take(LONGEST - 10).collect();
    format!("p{short}_{}", slice_of_digest(id))
}

fn slice_of_digest(id: &str) -> String {
    blake3::hash(id.as_bytes()).to_hex().chars().take(8).collect()
}

/// Writes the bookmark of an id, once.
pub fn write(out: &mut xml::Writer, places: &mut HashSet<String>, id: &str) {
    let name = name(id);
    let number = places.len().to_string();
    if places.insert(name.clone()) {
        out.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &name)]);
        out.empty("w:bookmarkEnd", &[("w:id", &number)]);
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn names_are_those_that_word_processors_take() {
        assert_eq!(name("op-17-a-ii"), "op_17_a_ii");
        assert_eq!(name("第一章"), "第一章");
        let others = ["op_17", "1-a", "Op-17", "op-17", &"长".repeat(41), &"长".repeat(42), ""];
        let names: std::collections::HashSet<String> =
            others.iter().map(|id| name(id).to_lowercase()).collect();
        assert_eq!(names.len(), others.len());
        for name in names {
            assert!(name.chars().count() <= 40 && name.starts_with(char::is_alphabetic), "{name}");
            assert!(name.chars().all(|c| c == '_' || c.is_alphanumeric()), "{name}");
        }
    }
}
