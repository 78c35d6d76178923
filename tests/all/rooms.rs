//! The order of rooms in ARCHITECTURE.md is the order of the code: a room uses only rooms that stand below it there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The rooms in their order, from the block of ARCHITECTURE.md under “Order of rooms”.
fn order(architecture: &str) -> Vec<&str> {
    let (_, after) = architecture.split_once("## Order of rooms").expect("the heading");
    let block = after.split("```").nth(1).expect("the block");
    block.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect()
}

/// The sources of a room: `src/NAME.rs` and all below `src/NAME/`.
fn files(folder: &Path, name: &str) -> Vec<PathBuf> {
    let own = folder.join(format!("{name}.rs"));
    let below = ignore::WalkBuilder::new(folder.join(name)).build();
    let below = below.filter_map(|entry| entry.ok()).map(ignore::DirEntry::into_path);
    let rust = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "rs");
    // Tests may look anywhere.
    let is_test = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == "tests");
    std::iter::once(own).chain(below).filter(|path| rust(path) && path.is_file() && !is_test(path)).collect()
}

/// What a source names after `crate::`, without its comments and its tests.
fn names(text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code: String =
        code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let one = |c: char| {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    depth < 0 || depth == 0 && c == ','
                };
                let group = &group[..group.find(';').unwrap_or(group.len())];
                names.extend(group.split(one).map(|part| word(part.trim_start())));
            }
            None => _ = names.insert(word(rest)),
        }
    }
    names.remove("");
    names
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

#[test]
fn each_room_uses_only_rooms_below_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let architecture = std::fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let order = order(&architecture);
    let src = root.join("src");
    let mut rooms: BTreeSet<String> = std::fs::read_dir(&src)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    rooms.remove("lib");
    let named: BTreeSet<String> = order.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(named, rooms, "the rooms in ARCHITECTURE.md are those in src/");
    let place = |name: &str| order.iter().position(|&other| other == name);
    let mut wrong = Vec::new();
    let mut arrows = 0;
    for (at, room) in order.iter().enumerate() {
        for file in files(&src, room) {
            for used in names(&std::fs::read_to_string(&file).unwrap()) {
                let Some(below) = place(&used).filter(|_| used != *room) else { continue };
                arrows += 1;
                if below < at {
                    let file = file.strip_prefix(root).unwrap().display();
                    wrong.push(format!("{file}: “{room}” stands below “{used}” and uses it"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(arrows > 300, "the use lines were read: {arrows}");
}

#[test]
fn use_lines_are_read() {
    let text = "use crate::{a, b::{self, c}, d};\nuse crate::e::F;\n// crate::g\nfn f() { crate::h::i() }\n\n#[cfg(test)]\nmod tests {\n    use crate::j;\n}\n";
    assert_eq!(names(text).into_iter().collect::<Vec<_>>(), ["a", "b", "d", "e", "h"]);
}
