//! The words of a PDF, by a program that these tests put in the place of pdftotext.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::support::{PROGRAM, Ran, command};

const SEED: &str = include_str!("../../seeds/52-8.txt");

/// Runs the command with a program that does this in the place of pdftotext; without one where it says nothing.
fn import(root: &Path, script: &str, arguments: &[&str]) -> Ran {
    let bin = root.join("bin");
    fs::create_dir_all(&bin).unwrap();
    let program = bin.join("pdftotext");
    match script {
        "" => drop(fs::remove_file(&program)),
        script => {
            fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
            fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
    let path = if script.is_empty() {
        bin.display().to_string()
    } else {
        format!("{}:/usr/bin:/bin", bin.display())
    };
    Ran::of(command(PROGRAM, root, &[&["import"], arguments].concat()).env("PATH", path))
}

fn site() -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    fs::write(root.join("book.toml"), "[book]\ntitle = \"站\"\nlanguage = \"zh-Hans\"\n").unwrap();
    fs::write(root.join("words.txt"), SEED).unwrap();
    fs::write(root.join("-52 8.pdf"), "%PDF-1.7\nx").unwrap();
    site
}

#[test]
fn the_words_of_a_pdf_are_a_text_that_is_never_sealed() {
    let site = site();
    let root = site.path();
    // It is asked for the lines of the page, in UTF-8, and gets the whole path: a name may look like an option.
    let checks = "[ \"$1 $2 $3 $5\" = '-layout -enc UTF-8 -' ] && [ -f \"$4\" ] && exec cat words.txt";
    let ran = import(root, checks, &["--text", "--", "-52 8.pdf"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("26 preambular and 12 operative paragraphs"), "{}", ran.out);
    assert!(
        ran.err.contains("-52 8.pdf:1:1: warning: These are the words of a PDF, line by line"),
        "{}",
        ran.err
    );
    let text = fs::read_to_string(root.join("content/a-hrc-res-52-8/index.md")).unwrap();
    assert!(text.contains("symbol: A/HRC/RES/52/8") && !text.contains("digest:"), "{text}");
    // The same words as plain text are sealed.
    let ran = import(root, checks, &["--force", "words.txt"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(fs::read_to_string(root.join("content/a-hrc-res-52-8/index.md")).unwrap().contains("digest:"));
}

#[test]
fn a_pdf_without_words_is_refused_with_what_to_do() {
    let site = site();
    let root = site.path();
    for (script, arguments, told) in [
        ("exec cat words.txt", &["./-52 8.pdf"][..], "“curbcut import --text” takes the words alone"),
        ("", &["--text", "./-52 8.pdf"], "the program “pdftotext” is not installed. It comes with poppler"),
        ("printf '\\f\\n'", &["--text", "./-52 8.pdf"], "holds no words: its pages are likely pictures"),
        (
            "echo >&2; echo 'Command Line Error: Incorrect password' >&2; exit 1",
            &["--text", "./-52 8.pdf"],
            "cannot be read: Command Line Error: Incorrect password",
        ),
        ("exit 3", &["--text", "./-52 8.pdf"], "cannot be read: pdftotext gives no reason"),
        ("exec head -c 20000000 /dev/zero", &["--text", "./-52 8.pdf"], "its words are more than 16 MB"),
    ] {
        let ran = import(root, script, arguments);
        assert_eq!(ran.code, 2, "{script}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
    assert!(!root.join("content").exists());
}
