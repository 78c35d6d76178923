//! Whether the names of the files of a site mean the same everywhere.
//!
//! In: the files that are published, and those that the program makes. Out: findings at the file: names that Windows
//! cannot have, names that are one and the same on Windows and Mac, and texts and files that would replace one of the
//! program's.

use std::collections::{HashMap, HashSet};

use crate::address::{PageKind, folded};
use crate::content::CONTENT;
use crate::document::Document;
use crate::evidence;
use crate::finding::{Finding, Place, Severity};
use crate::formats::{DOWNLOADS, Download, discovery, web};
use crate::front_matter::{Step, value_place};
use crate::hidden::visible;
use crate::lang::Lang;
use crate::library::{Alias, Library, unfit_alias};
use crate::render::{self, Job, rules};
use crate::source::{Span, slice};

/// The names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 6] = ["aux", "con", "conin$", "conout$", "nul", "prn"];

/// The longest name that disks can have, in bytes.
const LONGEST: usize = 255;

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
    /// The old address of a page.
    Alias,
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
    let theme: Vec<String> = theme.map(|name| format!("assets/{name}")).collect();
    let fixed = fixed(library, languages, &theme);
    let (lists, parts) = (lists(library, languages), parts(library, languages));
    find_bad_folders(library, &fixed, &lists, &parts, findings);
    let mut published = library.published().peekable();
    let mut aliases = library.aliases().peekable();
    if published.peek().is_none() && aliases.peek().is_none() {
        return;
    }
    let mut names = Names::default();
    names.made(library.documents().map(|text| library.address(text).path().to_owned()), What::Made);
    names.made(fixed.into_iter().chain(lists).chain(parts), What::Made);
    for format in DOWNLOADS {
        let jobs = format.jobs(library, languages).unwrap_or_default();
        let paths = jobs.into_iter().map(|job| format.address(library, job).path().to_owned());
        names.made(paths, What::Download(format));
    }
    for asset in published {
        let finding = |rule, why: String| {
            let place = Place::File(format!("{CONTENT}/{}", asset.path).into());
            Finding::new(rule, Severity::Error, place, format!("its {why}"))
                .help("Rename it, and change the links that lead to it.")
        };
        if let Some(why) = asset.path.split('/').find_map(unfit) {
            findings.push(finding("content/bad-name", format!("name {why}")));
        }
        findings.extend(names.add(&asset.path, What::File).map(|(rule, why)| finding(rule, why)));
    }
    let mut alias_of: HashMap<String, &Document> = HashMap::new();
    for Alias { number, named_by, written, address, .. } in aliases {
        let path = address.path();
        let bad = unfit_alias(written).map(str::to_owned).or_else(|| path.split('/').find_map(unfit));
        let found = match bad {
            Some(why) => Some(("content/bad-name", why)),
            None => names.add(path, What::Alias).map(|(_, why)| {
                if let Some(text) = library.documents().find(|text| library.address(text).path() == path) {
                    let why = format!("is taken: it is the address of {}", text.source.path());
                    return ("content/same-address", why);
                }
                if let Some(other) = alias_of.get(path).filter(|other| !std::ptr::eq(**other, named_by)) {
                    return (
                        "content/same-address",
                        format!("is taken: it is an alias of {} too", other.source.path()),
                    );
                }
                let why = match why.strip_prefix("address is taken: ") {
                    Some(by) => by.to_owned(),
                    None => format!("its {why}"),
                };
                ("content/same-address", format!("is taken: {why}"))
            }),
        };
        alias_of.entry(path.to_owned()).or_insert(named_by);
        findings.extend(found.map(|(rule, why)| {
            let way = [Step::Key("aliases"), Step::Item(number)];
            let place = value_place(&named_by.source, "aliases", &way, written);
            Finding::error(rule, &named_by.source, place, format!("the alias “{}” {why}", visible(written))).help(
                "Write paths from the root of the site at which a page stood and nothing stands now, such as “reports/2024”.",
            )
        }));
    }
}

/// The files that the program makes whatever texts there are.
fn fixed(library: &Library, languages: &[Lang], theme: &[String]) -> Vec<String> {
    let pages = languages.iter().flat_map(|lang| {
        let made = [
            (PageKind::Home, true),
            (PageKind::Glossary, library.glossary(lang).is_some()),
            (PageKind::Pictures, library.config.site.pictures),
            (PageKind::FollowUp, library.has_follow_up(lang)),
            (PageKind::Accessibility, true),
        ];
        let made = made.into_iter().filter(|(_, is_made)| *is_made);
        made.map(|(kind, _)| library.address_of("", lang, kind).path().to_owned())
    });
    let others = ["404.html", evidence::REPORT].into_iter().map(str::to_owned);
    let of_servers = library.config.site.redirects.iter();
    let of_servers = of_servers.map(|server| web::redirects::name(*server).to_owned());
    pages.chain(others).chain(of_servers).chain(theme.iter().cloned()).collect()
}

/// The later parts of long lists, and what is made of a collection beside its list.
fn parts(library: &Library, languages: &[Lang]) -> HashSet<String> {
    let jobs = render::jobs(library, languages).into_iter();
    let parts = jobs.filter(|job| {
        matches!(job, Job::HomePart(..) | Job::SectionPart(..) | Job::Part(..) | Job::Match(..))
    });
    parts.map(|job| render::address(library, job).path().to_owned()).collect()
}

/// The files that list for programs what is published.
fn lists(library: &Library, languages: &[Lang]) -> Vec<String> {
    let catalogues = DOWNLOADS.iter().flat_map(|format| format.catalogues(library, languages));
    let catalogues = catalogues.map(|catalogue| catalogue.address.path().to_owned());
    discovery::paths(library, languages).into_iter().chain(catalogues).collect()
}

/// Finds folders of texts whose name is none everywhere, or is taken: by the program, by another text, or in another
/// spelling that is the same on Windows and Mac.
fn find_bad_folders(
    library: &Library,
    fixed: &[String],
    lists: &[String],
    parts: &HashSet<String>,
    findings: &mut Vec<Finding>,
) {
    let lists: HashMap<_, &String> = lists.iter().map(|list| (folded(list), list)).collect();
    for section in library.sections.iter().filter(|section| section.slug.is_empty()) {
        let message = "the folder of all texts has the home page, and no page of a section";
        findings.push(
            Finding::error("content/same-address", &section.source, Span::point(0), message)
                .help("Write what the home page says into “content/index.md”, and delete this file."),
        );
    }
    let mut pages: HashMap<String, &Document> = HashMap::new();
    // Each folder with its first spelling; those that were reported.
    let (mut spelled, mut reported) = (HashMap::new(), HashSet::new());
    for document in library.documents() {
        let mut report = |rule, why: String| {
            findings
                .push(Finding::error(rule, &document.source, Span::point(0), why).help("Rename the folder."));
        };
        if let Some(why) = document.slug.split('/').find_map(unfit) {
            report("content/bad-name", format!("its folder {why}"));
        }
        if let Some(made) = made_at(library, document, fixed) {
            report("content/same-address", format!("the site makes {made} of its own at this address"));
        }
        let path = folded(library.address(document).path()).into_owned();
        if parts.contains(&path) {
            report(
                "content/same-address",
                "the site makes a page of a list of its own at this address".to_owned(),
            );
        }
        if let Some(list) = folders(&path).find_map(|folder| lists.get(folder)) {
            report(
                "content/same-address",
                format!("the site makes a file “{list}” of its own at this address"),
            );
        }
        if let Some(first) = pages.get(&path) {
            report(
                "content/same-address",
                format!("this page would replace that of {}", first.source.path()),
            );
            continue;
        }
        pages.insert(path, document);
        for folder in folders(&document.slug).chain([&*document.slug]) {
            let first = *spelled.entry(folded(folder)).or_insert(folder);
            if first != folder && reported.insert(folder) {
                report(
                    "content/same-address",
                    format!("on Windows and Mac its folder “{folder}” is the same as “{first}”"),
                );
            }
        }
    }
}

/// What the program makes where the page of a text would stand.
fn made_at(library: &Library, document: &Document, fixed: &[String]) -> Option<String> {
    let first = document.slug.split('/').next().filter(|first| !first.is_empty())?;
    if library.config.site.rules && folded(first) == rules::FOLDER {
        return Some("pages".to_owned());
    }
    let address = library.address(document);
    let path = folded(address.path());
    let is_same = |made: &&String| {
        let made = folded(made);
        path.strip_prefix(&*made).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    fixed.iter().find(is_same).map(|made| match made.ends_with(".html") && made != "404.html" {
        true => "a page".to_owned(),
        false => format!("a file “{made}”"),
    })
}

/// The names that are taken, as a disk keeps them that takes `A` and `a` for the same.
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
    fn add(&mut self, path: &str, what: What) -> Option<(&'static str, String)> {
        for folder in folders(path) {
            match self.0.get(&*folded(folder)) {
                None => {
                    let taken = Taken { path: folder.to_owned(), what: What::Folder };
                    self.0.insert(folded(folder).into_owned(), taken);
                }
                Some(there) if !matches!(there.what, What::Folder) => {
                    return Some((
                        "content/same-address",
                        format!("folder has the name of the file “{}”", there.path),
                    ));
                }
                Some(there) if there.path != folder => return Some(alike(&there.path)),
                Some(_) => {}
            }
        }
        match self.0.get(&*folded(path)) {
            None => {
                self.0.insert(folded(path).into_owned(), Taken { path: path.to_owned(), what });
                None
            }
            Some(there) => Some(match there.what {
                What::Download(format) => {
                    let (rule, why) = format.same_name();
                    (rule, format!("address is taken: {why}"))
                }
                What::Made => (
                    "content/same-address",
                    format!("address is taken: the site makes a file “{}” of its own", there.path),
                ),
                What::Folder => {
                    ("content/same-address", format!("name is that of the folder “{}”", there.path))
                }
                What::Alias if there.path == path => {
                    ("content/same-address", "address is that of another alias".to_owned())
                }
                What::File if there.path == path => {
                    ("content/same-address", format!("address is that of the file “{CONTENT}/{path}”"))
                }
                What::File | What::Alias => alike(&there.path),
            }),
        }
    }
}

fn alike(other: &str) -> (&'static str, String) {
    let why = format!(
        "name is, on Windows and Mac, the same as “{other}”: they differ in capitals or in how letters are composed"
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
    if part.len() > LONGEST {
        return Some(format!(
            "“{}…” is longer than {LONGEST} bytes",
            part.chars().take(20).collect::<String>()
        ));
    }
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
            files.iter().map(|path| names.add(path, What::File).map(|(rule, _)| rule)).collect()
        };
        let same = Some("content/same-address");
        assert_eq!(said(&["a/index.html"], &["a/b.pdf", "a/B.pdf", "A/c.pdf"]), [None, same, same]);
        assert_eq!(said(&[], &["caf\u{e9}.pdf", "cafe\u{301}.pdf"]), [None, same]);
        assert_eq!(said(&["a/index.html"], &["a/Index.HTML", "a", "a/index.html/b"]), [same, same, same]);
        assert_eq!(said(&[], &["σ.pdf", "ς.pdf", "ſ.pdf", "S.pdf"]), [None, same, None, same]);
        assert_eq!(said(&[], &["图/一.pdf", "图/二.pdf", "图"]), [None, None, same]);
    }
}
