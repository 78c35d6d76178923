//! Tells Cargo that the built-in templates, themes and language packs are part of the program, and lists the rules for authors.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const RULES: &str = "src/check/rules";

fn main() {
    for folder in ["templates", "themes", "src/languages", RULES] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let mut rules = BTreeMap::new();
    find(Path::new(RULES), &mut rules);
    let mut list = "&[\n".to_owned();
    for path in rules.values() {
        let _ = writeln!(list, "    &{path},");
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names the folder"));
    fs::write(out.join("rules.rs"), list).expect("the folder of the build takes files");
}

/// The path of each `pub static …: Rule` below a folder, by the name of the rule.
fn find(folder: &Path, rules: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            find(&path, rules);
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let module = path.with_extension("");
        let module = module.strip_prefix(RULES).expect("it lies below");
        let module = module.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("::");
        let text = fs::read_to_string(&path).expect("a file of Rust can be read");
        for (_, rule) in text.match_indices("pub static ").map(|(at, start)| text.split_at(at + start.len()))
        {
            let Some((constant, fields)) = rule.split_once(": Rule = Rule {") else { continue };
            let name = fields.split('"').nth(1).filter(|_| !constant.contains(char::is_whitespace));
            let Some(name) = name else { continue };
            let before = rules.insert(name.to_owned(), format!("{module}::{constant}"));
            assert!(before.is_none(), "two rules are called {name}");
        }
    }
}
