//! The manual names everything that there is: keys, commands, options, exit codes, limits and elements, in each of its languages.
//!
//! What there is, is read from the program's own sources and its help, so that what is new and not described fails here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::support::curbcut;
use curbcut::config::{self, Config};
use curbcut::formats::epub::Settings;
use curbcut::limits;
use curbcut::source::Source;

/// The files of a page of the manual, one for each language.
const LANGUAGES: [&str; 2] = ["index.md", "index.en.md"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn source(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Fails when a page of the manual does not have each of the pieces, in every language.
#[track_caller]
fn has_all(page: &str, pieces: &BTreeSet<String>) {
    assert!(!pieces.is_empty(), "nothing to look for in {page}");
    for file in LANGUAGES {
        let path = format!("content/manual/{page}/{file}");
        let text = source(&path);
        let missing: Vec<&String> = pieces.iter().filter(|piece| !text.contains(&***piece)).collect();
        assert!(missing.is_empty(), "{path} does not have {missing:?}");
    }
}

/// The same of keys, which stand in tables.
#[track_caller]
fn lists_all(page: &str, keys: &BTreeSet<String>) {
    assert!(!keys.is_empty(), "nothing to look for in {page}");
    for file in LANGUAGES {
        let path = format!("content/manual/{page}/{file}");
        let text = source(&path);
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).collect();
        let missing: Vec<&String> =
            keys.iter().filter(|key| !rows.iter().any(|row| row.contains(&***key))).collect();
        assert!(missing.is_empty(), "no table of {path} has {missing:?}");
    }
}

/// The Rust files of a room.
fn files_of(room: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open = vec![root().join("src").join(room)];
    while let Some(path) = open.pop() {
        match fs::read_dir(&path) {
            Ok(entries) => open.extend(entries.map(|entry| entry.unwrap().path())),
            Err(_) => files.push(path.with_extension("rs")),
        }
    }
    files.push(root().join("src").join(room).with_extension("rs"));
    files.retain(|file| file.is_file());
    files
}

/// The keys of everything in a room that is read from a file of a site: the fields of its `Deserialize` structs, as they are written there.
fn keys_of(room: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for file in files_of(room) {
        let text = fs::read_to_string(&file).unwrap();
        // Each field stands on a line of its own, which `cargo fmt` holds.
        let (mut derives, mut inside, mut name) = (false, false, None);
        for line in text.lines() {
            let words = line.trim();
            match words {
                _ if words.starts_with("#[derive(") => derives = words.contains("Deserialize"),
                _ if words.contains("struct ") && words.ends_with('{') && derives => inside = true,
                "}" => (derives, inside) = (false, false),
                _ if !inside => {}
                "#[serde(skip)]" => name = Some(None),
                _ if words.starts_with("#[serde(rename = ") => name = Some(words.split('"').nth(1)),
                _ if !words.starts_with(['#', '/']) => {
                    let field = words.split_once(": ").map_or("", |(field, _)| field);
                    let field = field.rsplit(' ').next().unwrap_or_default();
                    let written = name.take().unwrap_or(Some(field)).map(|key| key.replace('_', "-"));
                    keys.extend(written.filter(|key| !key.is_empty()).map(|key| format!("`{key}`")));
                }
                _ => {}
            }
        }
    }
    keys
}

#[test]
fn every_key_of_the_settings_is_described() {
    let mut keys = keys_of("config");
    for room in ["formats/epub", "formats/text"] {
        keys.extend(keys_of(room));
    }
    for known in
        ["`title`", "`base-url`", "`alternative`", "`certified-by`", "`known-words`", "`limitations`"]
    {
        assert!(keys.contains(known), "{known}: {keys:?}");
    }
    // The tables themselves stand in headings.
    for table in ["book", "languages", "site", "menu", "footer", "check", "accessibility"] {
        keys.remove(&format!("`{table}`"));
    }
    lists_all("book-toml", &keys);
}

#[test]
fn every_table_of_the_settings_is_described() {
    let tables = curbcut::config::KEYS.into_iter().chain(["epub", "text"]);
    has_all("book-toml", &tables.map(|table| format!("[{table}")).collect());
}

#[test]
fn every_key_of_front_matter_and_data_files_is_described() {
    lists_all("front-matter", &keys_of("front_matter"));
    let mut keys = keys_of("glossary");
    keys.extend(keys_of("pictures"));
    keys.extend(keys_of("records"));
    assert!(keys.contains("`meaning`") && keys.contains("`licence`") && keys.contains("`official-pictures`"));
    lists_all("data-files", &keys);
}

#[test]
fn every_command_with_its_options_is_described() {
    let (_, help, _) = curbcut(root(), &["--help"]).parts();
    let commands = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    // The names stand two columns in; what they do goes on further in.
    let commands = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.contains(&"build") && commands.contains(&"help"), "{commands:?}");
    let mut pieces: BTreeSet<String> =
        commands.iter().map(|command| format!("| `curbcut {command}")).collect();
    for command in commands.iter().filter(|command| **command != "help") {
        let (_, help, _) = curbcut(root(), &[*command, "--help"]).parts();
        let options = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
        let names = options.filter_map(|line| line.split([' ', ',']).find(|word| word.starts_with("--")));
        pieces.extend(names.filter(|name| *name != "--help").map(|name| format!("`{name}`")));
    }
    assert!(pieces.contains("`--base-url`"), "{pieces:?}");
    has_all("command-line", &pieces);
}

#[test]
fn every_exit_code_is_described() {
    let codes = source("src/cli.rs");
    let codes = codes.lines().filter_map(|line| line.strip_prefix("const ")?.split_once(": u8 = "));
    has_all(
        "command-line",
        &codes.map(|(_, code)| format!("| `{}` |", code.trim_end_matches(';'))).collect(),
    );
}

#[test]
fn every_limit_is_described() {
    let number = |number: usize| match number {
        1_000.. => format!("{},{:03}", number / 1_000, number % 1_000),
        _ => number.to_string(),
    };
    let sizes = [
        limits::TEXT,
        limits::LANGUAGE,
        limits::FRONT_MATTER as u64,
        limits::PICTURE,
        limits::MEDIA,
        limits::FILE,
        limits::BOOK_FILE,
        limits::BOOK,
        limits::DOCUMENT,
        limits::DOCUMENT_PART,
        limits::DOCUMENT_WHOLE,
    ];
    let numbers = [
        limits::TITLE,
        limits::YAML_DEPTH,
        limits::NOTICES,
        limits::BOOK_FILES,
        limits::DOCUMENT_FILES,
        limits::DOCUMENT_PARAGRAPHS,
        limits::DOCUMENT_CELLS,
    ];
    let there = source("src/limits.rs").matches("pub const ").count();
    assert_eq!(sizes.len() + numbers.len(), there, "a limit that this test does not know");
    let sizes = sizes.into_iter().map(limits::size);
    has_all("command-line", &sizes.chain(numbers.map(number)).map(|size| format!("| {size}")).collect());
}

#[test]
fn all_html_that_passes_is_described() {
    let code = source("src/parse/raw_html.rs");
    let mut pieces = BTreeSet::new();
    for list in ["INLINE", "BLOCK", "EVERYWHERE", "ATTRIBUTES", "AROUND_BLOCKS"] {
        let (_, list) = code.split_once(&format!("const {list}: [")).unwrap();
        let (_, list) = list.split_once(" = [").unwrap();
        let (list, _) = list.split_once("];").unwrap();
        pieces.extend(list.split('"').skip(1).step_by(2).map(|name| format!("`{name}`")));
    }
    assert!(pieces.contains("`figcaption`") && pieces.contains("`rowspan`"), "{pieces:?}");
    has_all("markdown", &pieces);
}

#[test]
fn every_example_of_settings_is_read() {
    let mut count = 0;
    for page in fs::read_dir(root().join("content/manual")).unwrap() {
        for file in LANGUAGES {
            let path = page.as_ref().unwrap().path().join(file);
            let Ok(text) = fs::read_to_string(&path) else { continue };
            for example in text.split("\n```toml\n").skip(1) {
                let example = example.split("\n```\n").next().unwrap();
                // The main language of an example is that of the page.
                let lang = if file == "index.md" { "zh-Hans" } else { "en" };
                let book = match example.contains("[book]") {
                    true => String::new(),
                    false => format!("[book]\ntitle = \"T\"\nlanguage = \"{lang}\"\n"),
                };
                let source = Arc::new(Source::new(config::FILE, format!("{book}{example}")));
                let read = Config::read(&source).and_then(|config| Settings::read(&config));
                assert!(read.is_ok(), "{}: {:?}\n{}", path.display(), read.err(), source.text());
                count += 1;
            }
        }
    }
    assert!(count > 30, "{count} examples");
}
