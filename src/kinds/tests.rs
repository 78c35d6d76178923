use std::fs;
use std::path::Path;

use super::*;

#[test]
fn a_text_that_names_no_kind_is_a_document() {
    assert_eq!(Kind::default().name(), "document");
    assert!(Kind::named("resolutions").is_none());
}

#[test]
fn kinds_have_names_keys_and_templates_of_their_own() {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut names = Vec::new();
    for kind in Kind::all() {
        assert!(!names.contains(&kind.name()), "{kind:?} twice");
        names.push(kind.name());
        let mut keys = Vec::new();
        for key in kind.keys() {
            assert!(!keys.contains(&key), "{kind:?} has {key} twice");
            keys.push(key);
        }
        for key in kind.required() {
            assert!(keys.contains(key), "{kind:?} must have {key} and may not");
        }
        assert!(
            templates.join(kind.layout()).with_extension("html").is_file(),
            "{kind:?}: {}",
            kind.layout()
        );
    }
}

#[test]
fn what_can_be_sealed_has_a_place_for_its_seal() {
    for kind in Kind::all() {
        assert_eq!(kind.is_official(), kind.keys().any(|key| key == "digest"), "{kind:?}");
    }
}

#[test]
fn the_tables_of_kinds_in_the_manual_are_true() {
    // The page, what stands between keys, and the words for: nothing, asked, welcome, a book, no book.
    let languages = [
        ("index.md", "、", ["没有别的", "要求有", "可以有", "有", "没有"]),
        ("index.en.md", ", ", ["nothing more", "asked", "welcome", "yes", "no"]),
    ];
    for (page, between, [nothing, asked, welcome, a_book, no_book]) in languages {
        let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/manual/front-matter").join(page);
        let manual = fs::read_to_string(manual).unwrap();
        let list = |keys: &mut dyn Iterator<Item = &str>| {
            let keys: Vec<String> = keys.map(|key| format!("`{key}`")).collect();
            if keys.is_empty() { nothing.to_owned() } else { keys.join(between) }
        };
        let of_all = list(&mut OF_ALL.into_iter());
        let all_but_last = of_all.rsplit_once(between).unwrap().0;
        assert!(manual.contains(all_but_last), "{page} should list the keys of every kind: {of_all}");
        for kind in Kind::all() {
            let row = manual.lines().find(|line| line.starts_with(&format!("| `{}` |", kind.name())));
            let row = row.unwrap_or_else(|| panic!("{kind:?} is not in the table of {page}"));
            let required = list(&mut kind.required().iter().copied());
            let others = list(&mut kind.keys().filter(|key| !OF_ALL.contains(key)));
            let easy_read = if kind.asks_easy_read() { asked } else { welcome };
            let book = if kind.becomes_book() { a_book } else { no_book };
            let wanted = format!("| {required} | {others} | {easy_read} | {book} |");
            assert!(row.ends_with(&wanted), "{page}: {row}\nshould end with\n{wanted}");
        }
    }
}

#[test]
fn the_owners_of_a_key_are_named() {
    assert_eq!(with_key("vote").as_deref(), Some("resolutions"));
    assert_eq!(
        with_key("session").as_deref(),
        Some("documents, resolutions, acts, reports, events and entries")
    );
    assert_eq!(with_key("about"), None);
}

/// What a kind means is said in its file, so no other code may depend on the name of one.
#[test]
fn no_other_room_asks_which_kind_a_text_is() {
    fn read(folder: &Path, visit: &mut dyn FnMut(&Path, &str)) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, visit);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                visit(&path, &fs::read_to_string(&path).unwrap());
            }
        }
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    read(&src, &mut |path, text| {
        let room = path.strip_prefix(&src).unwrap();
        if room.starts_with("kinds") || room == Path::new("kinds.rs") {
            return;
        }
        for (number, line) in text.lines().enumerate() {
            let compares = ["kind.name() ==", "kind.name() !=", "match front.kind", "match kind.name()"];
            if compares.iter().any(|comparison| line.contains(comparison)) {
                found.push(format!("{}:{}: {}", room.display(), number + 1, line.trim()));
            }
        }
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}
