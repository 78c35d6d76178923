//! The relations between the parts of a .docx file.
//!
//! In: the archive and the name of a part. Out: the parts it refers to. Parts are found by them, and not by their names: programs
//! name them differently.

use std::collections::HashMap;

use crate::import::sources::archive::{Archive, Damaged};

/// A relation of a part to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// What it is, the last word of its type: `footnotes`, `image`.
    pub kind: String,
    /// The part's name in the archive; what is outside, as it is written.
    pub target: String,
    /// Whether it leads out of the archive.
    pub is_external: bool,
}

/// The relations of a part, by their ids.
pub type Relations = HashMap<String, Relation>;

/// The relations of a part; those of the archive itself have no part.
pub fn of(archive: &Archive<'_>, part: &str) -> Result<Relations, Damaged> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let Some(tree) = archive.tree(&format!("{folder}{slash}_rels/{name}.rels"))? else {
        return Ok(Relations::new());
    };
    let mut relations = Relations::new();
    for relation in tree.root().children() {
        let get = |name| relation.attribute(name);
        let (Some(id), Some(kind), Some(target)) = (get("Id"), get("Type"), get("Target")) else {
            continue;
        };
        let kind = kind.rsplit('/').next().unwrap_or(kind).to_owned();
        let is_external = get("TargetMode") == Some("External");
        let target = if is_external { target.to_owned() } else { joined(folder, target) };
        relations.insert(id.to_owned(), Relation { kind, target, is_external });
    }
    Ok(relations)
}

/// A part's name from a target that begins at a folder; it cannot lead out of the archive.
fn joined(folder: &str, target: &str) -> String {
    let (folder, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target),
    };
    let mut names: Vec<&str> = Vec::new();
    for name in folder.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => _ = names.pop(),
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_stay_in_the_archive() {
        for (folder, target, want) in [
            ("word", "media/image1.png", "word/media/image1.png"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("word", "../customXml/item1.xml", "customXml/item1.xml"),
            ("word", "../../../etc/passwd", "etc/passwd"),
            ("", "word/document.xml", "word/document.xml"),
            ("", "./word//document.xml", "word/document.xml"),
        ] {
            assert_eq!(joined(folder, target), want);
        }
    }
}
