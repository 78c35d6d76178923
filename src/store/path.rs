//! Paths below `content/`, in the order of their folders.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::load;

/// A path below `content/`, with `/`. What is in a folder comes right after it: `a`, `a/b`, `a-b`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentPath(pub String);

impl Ord for ContentPath {
    fn cmp(&self, other: &Self) -> Ordering {
        load::in_order(&self.0, &other.0)
    }
}

impl PartialOrd for ContentPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl ContentPath {
    /// The folder of the file; empty for one that stands in `content/` itself.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether it is this path or one below it; every path is below the empty one.
    pub fn is_at(&self, path: &str) -> bool {
        path.is_empty()
            || self.0.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// The entries at `path` and below it; all for the empty path.
pub fn below<'a, T>(
    map: &'a BTreeMap<ContentPath, T>,
    path: &'a str,
) -> impl Iterator<Item = (&'a ContentPath, &'a T)> {
    map.range(ContentPath(path.to_owned())..).take_while(move |(entry, _)| entry.is_at(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_folder_comes_right_after_it() {
        let paths = ["a-b/c", "a", "ab", "a/b/c", "a/b", "b"].map(|path| (ContentPath(path.to_owned()), ()));
        let map = BTreeMap::from(paths);
        let below = |path| below(&map, path).map(|(path, ())| path.0.as_str()).collect::<Vec<_>>();
        assert_eq!(below(""), ["a", "a/b", "a/b/c", "a-b/c", "ab", "b"]);
        assert_eq!(below("a"), ["a", "a/b", "a/b/c"]);
        assert_eq!(below("a/b"), ["a/b", "a/b/c"]);
        assert!(below("c").is_empty() && below("a/").is_empty());
    }
}
