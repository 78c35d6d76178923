//! Whether the names of the files of a site mean the same everywhere.
//!
//! In: the files that are published, and those that the program makes. Out: findings at the file: names that Windows
//! cannot have, names that are one and the same on Windows and Mac, and files that would replace one of the program's.

use std::collections::HashMap;

use crate::address::{PageKind, folded};
use crate::content::CONTENT;
use crate::evidence;
use crate::finding::{Finding, Place, Severity};
use crate::formats::{DOWNLOADS, Download};
use crate::hidden::visible;
use crate::lang::Lang;
use crate::library::Library;
use crate::source::{Span, slice};

/// The names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 6] = ["aux", "con", "conin$", "conout$", "nul", "prn"];

/// What stands at a path.
struct Taken {
    /// As it is spelled.
    path: String,
    what: What,
}

#[derive(Clone, Copy)]
enum What {
    Folder,
    /// A file beside the pages.
    File,
    /// A page or another file that the program makes.
    Made,
    Download(&'static dyn Download),
}

/// Judges the names of a site; `theme` are the files of its theme.
pub fn check<'a>(
    library: &Library,
    languages: &[Lang],
    theme: impl Iterator<Item = &'a str>,
    findings: &mut Vec<Finding>,
) {
    for document in library.documents() {
        if let Some(why) = document.slug.split('/').find_map(unfit) {
            findings.push(
                Finding::error(
                    "content/bad-name",
                    &document.source,
                    Span::point(0),
                    format!("its folder {why}"),
                )
                .help("Rename the folder."),
            );
        }
    }
    let mut published = library.published().peekable();
    if published.peek().is_none() {
        return;
    }
    let mut names = Names::default();
    names.made(theme.map(|name| format!("assets/{name}")), What::Made);
    names.made(library.documents().map(|text| library.address(text).path().to_owned()), What::Made);
    for lang in languages {
        for kind in [PageKind::Home, PageKind::Glossary, PageKind::Accessibility] {
            if kind != PageKind::Glossary || library.glossary(lang).is_some() {
                names.made([library.address_of("", lang, kind).path().to_owned()].into_iter(), What::Made);
            }
        }
    }
    names.made(["404.html", evidence::REPORT].into_iter().map(str::to_owned), What::Made);
    for format in DOWNLOADS {
        let jobs = format.jobs(library, languages).unwrap_or_default();
        let paths = jobs.into_iter().map(|job| format.address(library, job).path().to_owned());
        names.made(paths, What::Download(format));
    }
    for asset in published {
        let told = |rule, why: String| {
            let place = Place::File(format!("{CONTENT}/{}", asset.path).into());
            Finding::new(rule, Severity::Error, place, why)
                .help("Rename it, and change the links that lead to it.")
        };
        if let Some(why) = asset.path.split('/').find_map(unfit) {
            findings.push(told("content/bad-name", format!("its name {why}")));
        }
        findings.extend(names.add(&asset.path).map(|(rule, why)| told(rule, why)));
    }
}

/// The names that are taken, by what a disk makes of them that does not tell `A` from `a`.
#[derive(Default)]
struct Names(HashMap<String, Taken>);

impl Names {
    fn made(&mut self, paths: impl Iterator<Item = String>, what: What) {
        for path in paths {
            for folder in folders(&path) {
                let taken = || Taken { path: folder.to_owned(), what: What::Folder };
                self.0.entry(folded(folder).into_owned()).or_insert_with(taken);
            }
            self.0.insert(folded(&path).into_owned(), Taken { path, what });
        }
    }

    /// Takes the name of a file; says which rule it breaks and how.
    fn add(&mut self, path: &str) -> Option<(&'static str, String)> {
        for folder in folders(path) {
            match self.0.get(&*folded(folder)) {
                None => {
                    let taken = Taken { path: folder.to_owned(), what: What::Folder };
                    self.0.insert(folded(folder).into_owned(), taken);
                }
                Some(there) if !matches!(there.what, What::Folder) => {
                    return Some((
                        "content/same-address",
                        format!("its folder has the name of the file “{}”", there.path),
                    ));
                }
                Some(there) if there.path != folder => return Some(alike(&there.path)),
                Some(_) => {}
            }
        }
        match self.0.get(&*folded(path)) {
            None => {
                self.0.insert(folded(path).into_owned(), Taken { path: path.to_owned(), what: What::File });
                None
            }
            Some(there) => Some(match there.what {
                What::Download(format) => {
                    let (rule, why) = format.same_name();
                    (rule, why.to_owned())
                }
                What::Made => {
                    ("content/same-address", format!("the site makes a file “{}” of its own", there.path))
                }
                What::Folder => {
                    ("content/same-address", format!("it has the name of the folder “{}”", there.path))
                }
                What::File => alike(&there.path),
            }),
        }
    }
}

fn alike(other: &str) -> (&'static str, String) {
    let why = format!(
        "on Windows and Mac its name is the same as “{other}”: they differ in capitals or in how letters are composed"
    );
    ("content/same-address", why)
}

/// The folders around a path, the outermost first.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(move |(at, _)| slice(path, ..at))
}

/// Why a part of a path cannot be a name everywhere.
fn unfit(part: &str) -> Option<String> {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |name: &str| {
        stem.strip_prefix(name).is_some_and(|number| {
            matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    if DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt") {
        return Some(format!("“{part}” is kept for a device on Windows"));
    }
    if part.ends_with(['.', ' ']) {
        return Some(format!("“{part}” ends in a dot or a space, which Windows takes away"));
    }
    if let Some(c) = part.chars().find(|c| matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\\')) {
        return Some(format!("“{part}” holds “{c}”, which no name on Windows can have"));
    }
    let shown = visible(part);
    (shown != part || part.contains(char::is_control))
        .then(|| format!("“{shown}” holds a character that nobody sees"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_none_everywhere() {
        for part in [
            "CON",
            "con.txt",
            "Aux",
            "nul.tar.gz",
            "COM1",
            "lpt9.pdf",
            "com¹",
            "PRN .txt",
            "a.",
            "a ",
            "a:b",
            "a*b",
            "a?b",
            "a\"b",
            "a<b",
            "a>b",
            "a|b",
            "a\\b",
            "a\u{202e}b",
            "a\nb",
            "a\u{1b}b",
        ] {
            assert!(unfit(part).is_some(), "{part:?}");
        }
        for part in [
            "console",
            "COM0",
            "com10",
            "auxiliary.pdf",
            "一 二.pdf",
            ".well-known",
            "a'b",
            "会议：记录？.pdf",
        ] {
            assert_eq!(unfit(part), None, "{part:?}");
        }
    }

    #[test]
    fn names_that_are_one_on_other_systems() {
        let said = |made: &[&str], files: &[&str]| -> Vec<Option<&'static str>> {
            let mut names = Names::default();
            names.made(made.iter().map(|path| (*path).to_owned()), What::Made);
            files.iter().map(|path| names.add(path).map(|(rule, _)| rule)).collect()
        };
        let same = Some("content/same-address");
        assert_eq!(said(&["a/index.html"], &["a/b.pdf", "a/B.pdf", "A/c.pdf"]), [None, same, same]);
        assert_eq!(said(&[], &["caf\u{e9}.pdf", "cafe\u{301}.pdf"]), [None, same]);
        assert_eq!(said(&["a/index.html"], &["a/Index.HTML", "a", "a/index.html/b"]), [same, same, same]);
        assert_eq!(said(&[], &["σ.pdf", "ς.pdf", "ſ.pdf", "S.pdf"]), [None, same, None, same]);
        assert_eq!(said(&[], &["图/一.pdf", "图/二.pdf", "图"]), [None, None, same]);
    }
}
