//! Which paths a file of an edition may have.
//!
//! In: a path as the pipeline names it. Out: nothing, or the reason it is refused. The disk is not looked at.

use std::path::{Component, Path};

use super::MANIFEST;

/// Why a path cannot be the path of a file in an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// There is no path.
    #[error("it is empty")]
    Empty,
    /// It starts at the root of the disk, or on Windows at a drive.
    #[error("it is absolute; give it from the root of the site")]
    Absolute,
    /// It has a backslash, which is a separator on one system and a letter on another.
    #[error("it has a backslash; separate folders with '/'")]
    Backslash,
    /// It has NUL, a line break or another control character, which would also break the manifest.
    #[error("it has a control character")]
    Control,
    /// Two separators follow each other, or one stands at the end.
    #[error("a part of it is empty")]
    EmptyPart,
    /// It has `.` or `..` as a part.
    #[error("it has '.' or '..' as a part")]
    Dots,
    /// It is the manifest's own name.
    #[error("the manifest has that name")]
    Manifest,
}

/// Accepts a relative path with `/` between its parts that stays inside the folder it is joined to.
pub(super) fn check(path: &str) -> Result<(), PathError> {
    if path.is_empty() {
        return Err(PathError::Empty);
    }
    if path.starts_with('/') {
        return Err(PathError::Absolute);
    }
    if path.contains('\\') {
        return Err(PathError::Backslash);
    }
    if path.chars().any(char::is_control) {
        return Err(PathError::Control);
    }
    for part in path.split('/') {
        match part {
            "" => return Err(PathError::EmptyPart),
            "." | ".." => return Err(PathError::Dots),
            _ => {}
        }
    }
    // A disk that folds case would take another spelling for the manifest itself.
    if path.split('/').next().is_some_and(|first| first.eq_ignore_ascii_case(MANIFEST)) {
        return Err(PathError::Manifest);
    }
    // The system's own reading of the path decides what the rules above do not know, such as `C:`.
    if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(PathError::Absolute);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_the_reason() {
        for (path, reason) in [
            ("", PathError::Empty),
            ("/", PathError::Absolute),
            ("/etc/passwd", PathError::Absolute),
            ("决议\\index.html", PathError::Backslash),
            ("决议\0.html", PathError::Control),
            ("决议\n.html", PathError::Control),
            ("决议//index.html", PathError::EmptyPart),
            ("决议/", PathError::EmptyPart),
            ("..", PathError::Dots),
            ("决议/../../index.html", PathError::Dots),
            ("./index.html", PathError::Dots),
            (".curbcut-manifest", PathError::Manifest),
            (".Curbcut-Manifest/index.html", PathError::Manifest),
        ] {
            assert_eq!(check(path), Err(reason), "{path:?}");
        }
    }

    #[test]
    fn accepts_what_a_site_has() {
        for path in
            ["index.html", "决议/易读/index.html", "...", "..a/.b", "en/.curbcut-manifest", "a b/~.svg"]
        {
            assert_eq!(check(path), Ok(()), "{path:?}");
        }
    }

    proptest! {
        #[test]
        fn an_accepted_path_never_leaves_its_folder(path in "[./\\\\a决\0\n\u{7f}~: -]{0,12}") {
            if check(&path).is_ok() {
                let root = Path::new("/site");
                let joined = root.join(&path);
                prop_assert!(joined.starts_with(root) && joined != root);
                prop_assert!(joined.components().skip(1).all(|part| matches!(part, Component::Normal(_))));
                // One spelling for one file: every part of the path is a part to the system.
                prop_assert_eq!(joined.components().count(), 2 + path.split('/').count());
            }
        }

        #[test]
        fn ordinary_parts_are_accepted(parts in prop::collection::vec("[a-z决议易读._ -]{1,6}", 1..5)) {
            prop_assume!(parts.iter().all(|part| part != "." && part != ".."));
            prop_assert_eq!(check(&parts.join("/")), Ok(()));
        }

        #[test]
        fn one_bad_part_is_enough(
            parts in prop::collection::vec("[a-z决议]{1,6}", 1..5),
            bad in prop::sample::select(vec!["", ".", "..", "a\\b", "a\0b", "a\nb", "\u{7f}", "\\"]),
            at in any::<prop::sample::Index>(),
        ) {
            let mut parts = parts;
            parts.insert(at.index(parts.len() + 1), bad.to_owned());
            prop_assert!(check(&parts.join("/")).is_err());
        }
    }
}
