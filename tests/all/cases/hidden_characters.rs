//! Controls of terminals and of the direction of text are found in texts, and reach no terminal and no report as themselves.

use crate::support::{BOOK, Site};
use crate::support::{Ran, curbcut};

const TEXT: &str = "---\ntitle: 决议\nsummary: 一个例子。它很短。\n---\n\n正文。\n";

/// Fails when something that was printed holds a character that a terminal or a browser acts upon.
#[track_caller]
fn is_plain(printed: &str) {
    let acts = |c: &char| {
        c.is_control() && *c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}')
    };
    assert_eq!(printed.chars().find(acts), None, "{printed:?}");
}

fn all_formats(site: &Site, arguments: &[&str]) -> Vec<Ran> {
    let mut all = Vec::new();
    for format in ["text", "json", "sarif", "github", "html"] {
        let ran = curbcut(site.root(), &[arguments, &["--format", format]].concat());
        is_plain(&ran.out);
        is_plain(&ran.err);
        all.push(ran);
    }
    all
}

#[test]
fn they_are_found_where_they_stand() {
    for (text, place) in [
        (TEXT.replace("决议", "决\u{202e}议"), "line 2, column 9: here stands U+202E"),
        (TEXT.replace("正文", "正\u{1b}[31m文"), "line 6, column 2: here stands U+001B"),
        (TEXT.replace("正文", "正\u{9b}文"), "line 6, column 2: here stands U+009B"),
        (TEXT.replace("正文", "正文\u{2028}"), "line 6, column 3: here stands U+2028"),
        (TEXT.replace("正文", "正文\u{e0041}"), "line 6, column 3: here stands U+E0041"),
        (TEXT.replace("正文", "正文 \u{2066}abc"), "line 6, column 4: here stands U+2066"),
        (TEXT.replace("决议", "\"决\\u202E议\""), "line 2, column 1: here stands U+202E"),
        (TEXT.replace("决议", "\"决\\e议\""), "line 2, column 1: here stands U+001B"),
        (TEXT.replace("正文", "正&#x202E;文"), "line 6, column 2: here stands U+202E"),
        (TEXT.replace("正文。", "<div>正&#8238;文</div>"), "line 6, column 1: here stands U+202E"),
    ] {
        let site = Site::new(&[("content/a/index.md", &text)]);
        for ran in [curbcut(site.root(), &["check"]), curbcut(site.root(), &["build"])] {
            assert_eq!(ran.code, 1, "{text:?}");
            let said = ran.out + &ran.err;
            assert!(said.contains(&format!("error[content/control-character]: {place}")), "{text:?}: {said}");
        }
        all_formats(&site, &["check"]);
    }
    for (path, text) in [
        ("book.toml", BOOK.replace("决议", "决\u{202e}议")),
        ("book.toml", BOOK.replace("决议", "决\\u202E议")),
        ("content/glossary.yaml", "- term: 报\u{202e}告\n  meaning: 写下来的话。\n".to_owned()),
        ("content/glossary.yaml", "- term: \"报\\u202E告\"\n  meaning: 写下来的话。\n".to_owned()),
    ] {
        let site = Site::new(&[("content/a/index.md", TEXT), (path, &text)]);
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains("error[content/control-character]"), "{path}: {}", ran.out);
        is_plain(&ran.out);
    }
}

#[test]
fn what_writing_needs_passes() {
    let text = TEXT.replace("正文。", "见 می\u{200c}خواهم 和 \u{2067}שלום\u{2069}，👩\u{200d}🦽。`&#x202E;`");
    let site = Site::new(&[("content/a/index.md", &text)]);
    let ran = curbcut(site.root(), &["check"]);
    assert!(!ran.out.contains("content/control-character"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn names_and_arguments_are_written_out() {
    let site = Site::new(&[("content/a/index.md", TEXT), ("content/b\u{202e}/index.md", TEXT)]);
    site.write("content/a/x\u{202e}\u{1b}[2J.txt", "x");
    let name = "<U+202E><U+001B>[2J.txt";
    let [text, json, ..] = &all_formats(&site, &["check"])[..] else { panic!() };
    assert!(text.out.contains(&format!("content/a/x{name}")), "{}", text.out);
    assert!(text.out.contains("content/b<U+202E>/index.md"), "{}", text.out);
    // Programs get the name itself.
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let files = json["findings"].as_array().unwrap().iter().map(|finding| finding["file"].as_str().unwrap());
    assert!(files.clone().any(|file| file == "content/a/x\u{202e}\u{1b}[2J.txt"), "{json}");
    for arguments in [
        &["check\u{1b}[31m"][..],
        &["build", "--wrong\u{202e}"],
        &["build", "--root", "no\u{1b}[31m\u{202e}where"],
        &["import", "no\u{9b}where"],
        &["audit", "no\u{202e}where"],
        &["explain", "no\u{1b}rule"],
        &["review", "no\u{202e}text", "--readers", "2"],
        &["init", "\u{202e}new"],
    ] {
        let ran = curbcut(site.root(), arguments);
        is_plain(&ran.err);
        is_plain(&ran.out);
    }
    // They are shown, in messages of the command line itself too, and none is swallowed with what follows it.
    for hidden in ['\u{1b}', '\u{200b}', '\u{202e}', '\u{9b}', '\u{ad}', '\u{feff}', '\u{2066}'] {
        let (typed, shown) = (format!("a{hidden}[31mb"), format!("a<U+{:04X}>[31mb", u32::from(hidden)));
        for before in [
            &[][..],
            &["build", "--root"],
            &["build", "--no-such"],
            &["build", "--base-url"],
            &["check", "--format"],
            &["check", "--root"],
            &["check"],
            &["explain"],
            &["import"],
            &["audit"],
            &["seal"],
            &["new"],
            &["init", "--lang"],
            &["review", "--role", "editor", "--readers", "2", "--consent", "none"],
            &["review", "content/a/easy-read.md", "--readers"],
            &["serve", "--port"],
            &["completions"],
        ] {
            let mut arguments = before.to_vec();
            let option = format!("--no-such={typed}");
            match arguments.last() == Some(&"--no-such") {
                true => *arguments.last_mut().unwrap() = &option,
                false => arguments.push(&typed),
            }
            let ran = curbcut(site.root(), &arguments);
            is_plain(&ran.err);
            is_plain(&ran.out);
            assert_ne!(ran.code, 0, "{arguments:?}");
            let told = ran.out + &ran.err;
            let has_name =
                told.contains(&shown) || before.last() == Some(&"--no-such") && told.contains("--no-such");
            assert!(has_name && !told.contains(hidden), "{arguments:?}: {told:?}");
        }
    }
}
