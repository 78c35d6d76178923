//! `curbcut audit`

use std::collections::HashSet;
use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use super::findings::Report;
use super::output::{notice, say_as_is};
use super::{CLEAN, Usage, words};
use crate::audit::Allow;
use crate::audit::heard::heard;
use crate::files::{self, FileKind, Folder, Which};
use crate::finding::{self, Severity};
use crate::formats::{self, Beside, Finished, PAGES};
use crate::languages::Languages;
use crate::report::{Base, FindingSet};

/// Audit finished HTML and EPUB: the site and the books of any generator, as a folder or as single files.
///
/// Finds what is wrong in the pages themselves: dead links, landmarks, headings, names, languages, tables. In books
/// it also compares what the metadata claim with what the book holds. In a text file that is named it finds what is no
/// UTF-8 and the characters that nobody sees and no writing needs; in a Word file that is named, that it cannot be read, and such
/// characters. Text and Word files in a folder are not read. In a build the same audits run over every file by themselves.
///
/// House rules ask for what no standard asks for, such as a banner or captions of tables; “curbcut explain RULE” says which
/// rules these are and why. Here they are warnings, unless --house is given; in a build they are errors.
///
/// The audit reads markup. It sees neither layout nor the colours of style sheets, runs no script, and understands neither words
/// nor pictures nor sound: “curbcut explain audit” says for each criterion of WCAG 2.2 what is checked and what is left to people.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n    curbcut audit public\n    curbcut audit --format json page.html\n    curbcut audit book.epub\n    curbcut audit resolution.txt\n    curbcut audit --heard page.html"
)]
pub struct Options {
    /// Folders and files.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    report: Report,
    /// A proper name that may stand in a text of any language.
    #[arg(long = "name", value_name = "NAME", value_parser = words)]
    names: Vec<String>,
    /// Weigh house rules as a build does: what no standard asks for is then an error too, not a warning.
    #[arg(long)]
    house: bool,
    /// Print no findings, but what a screen reader would say of one page, in its order and in the language of the page: it is
    /// calculated from the markup, and no recording.
    #[arg(long, conflicts_with_all = ["format", "deny", "names", "house"])]
    heard: bool,
}

pub fn run(options: &Options) -> Result<u8> {
    if options.report.is_html() {
        let why = "“--format html” belongs to “curbcut check”; choose text, json, sarif or github";
        return Err(Usage(why.to_owned()).into());
    }
    if options.heard {
        return print_heard(&options.paths);
    }
    let allow = options.names.iter().fold(Allow::default(), |allow, name| allow.name(name));
    let mut sets = Vec::new();
    for path in &options.paths {
        let found = Found::at(path)?;
        let mut findings = Vec::new();
        for (format, names) in formats::all().zip(&found.names) {
            findings.extend(format.audit(names, &found.files, &allow)?);
        }
        if !options.house {
            for finding in findings.iter_mut().filter(|finding| finding.house) {
                finding.severity = finding.severity.min(Severity::Warning);
            }
        }
        sets.push(FindingSet {
            base: Base::of(found.files.folder.path()),
            findings: finding::settle(findings),
            ..FindingSet::default()
        });
    }
    let code = options.report.print(&sets);
    if options.report.is_text() {
        notice!(
            "The audit sees markup alone: no layout, colours, scripts or meaning. “curbcut explain audit” lists what is left to people."
        );
    }
    Ok(code)
}

/// Prints what is heard of a page.
fn print_heard(paths: &[PathBuf]) -> Result<u8> {
    let [path] = paths else {
        return Err(Usage("“--heard” prints one page; name one HTML file".to_owned()).into());
    };
    if path.is_dir() {
        let message = "this is a folder, and “--heard” prints one page; “curbcut build --heard DIR” writes what is heard of all";
        return Err(Usage(format!("{}: {message}", path.display())).into());
    }
    let found = Found::at(path)?;
    let pages = formats::all().zip(&found.names).find(|(format, _)| format.name() == PAGES.name());
    let Some(name) = pages.and_then(|(_, names)| names.first()) else {
        let message = "“--heard” prints what is heard of a page; name an HTML file";
        return Err(Usage(format!("{}: {message}", path.display())).into());
    };
    let heard = heard(&found.files.page(name)?);
    say_as_is!("{}", heard.text(&path.display().to_string(), Languages::built_in()));
    Ok(CLEAN)
}

/// What is to be audited.
struct Found {
    files: Finished,
    /// The names of the files of each format, in the order of the list.
    names: Vec<Vec<String>>,
}

impl Found {
    fn at(path: &Path) -> Result<Self> {
        let kind = path.metadata().map(|found| FileKind::of(&found));
        if kind.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return Err(Usage(format!("{}: there is no such file or folder", path.display())).into());
        }
        match kind.with_context(|| format!("cannot read {}", path.display()))? {
            FileKind::Folder => Self::in_folder(path),
            FileKind::File => Self::one(path),
            kind => Err(no_file(path, kind)),
        }
    }

    /// A file that is named. One whose ending says nothing is a page when it begins as one.
    fn one(path: &Path) -> Result<Self> {
        // A link that a user names may lead anywhere.
        let real = if path.is_symlink() { Some(path.canonicalize()?) } else { None };
        let path = real.as_deref().unwrap_or(path);
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let root = path.parent().filter(|root| !root.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let known = formats::all().position(|format| format.audits().is(&name));
        let pages = formats::all().position(|format| format.name() == PAGES.name());
        let Some(format) = known.or(pages.filter(|_| !is_other_markup(&name) && begins_as_page(path))) else {
            return Err(Usage(format!(
                "{}: this is no page, book, Word file, plain text or Akoma Ntoso; name a file that ends with .html, .epub, .docx, .txt or .akn.xml",
                path.display()
            ))
            .into());
        };
        let mut names = vec![Vec::new(); formats::all().count()];
        names[format].push(name);
        Ok(Self { files: Finished { folder: open(root)?, beside: Beside::OnDisk }, names })
    }

    fn in_folder(path: &Path) -> Result<Self> {
        let found = Self::in_folder_of(path)?;
        if found.names.iter().all(Vec::is_empty) {
            let looked_for = formats::all().map(|format| format.audits()).filter(|audits| audits.in_folders);
            let looked_for: Vec<_> = looked_for.map(|audits| format!("no {}", audits.called)).collect();
            let why = format!("there is {} in {}", looked_for.join(" and "), path.display());
            return Err(Usage(format!("{why}; name the folder of the finished site")).into());
        }
        Ok(found)
    }

    fn in_folder_of(path: &Path) -> Result<Self> {
        let folder = open(path)?;
        let mut below = files::below(&folder, Which::All, None)?;
        below.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let mut names = vec![Vec::new(); formats::all().count()];
        let mut all = HashSet::new();
        for files::Found { path, kind } in below {
            let name = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
            let format = formats::all().position(|format| {
                let audits = format.audits();
                audits.in_folders && audits.is(&name)
            });
            match (kind, format) {
                (FileKind::File, Some(format)) => names[format].push(name.clone()),
                (FileKind::File, None) => {}
                (FileKind::Link, _) | (_, None) => continue,
                (kind, Some(_)) => {
                    return Err(no_file(&folder.path().join(path), kind));
                }
            }
            all.insert(name);
        }
        Ok(Self { files: Finished { folder, beside: Beside::Listed(all) }, names })
    }
}

/// What is named is neither a file nor a folder.
fn no_file(path: &Path, kind: FileKind) -> anyhow::Error {
    Usage(format!("cannot read {}: {}", path.display(), kind.refused())).into()
}

/// Whether a file is of another markup language by its name, though HTML may stand in it.
fn is_other_markup(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["svg", "xml"].iter().any(|other| ending.eq_ignore_ascii_case(other))
}

/// Whether a file begins as HTML does, comments and all before it aside.
fn begins_as_page(path: &Path) -> bool {
    const LOOKED_AT: u64 = 4096;
    let mut start = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(LOOKED_AT).read_to_end(&mut start));
    let start = String::from_utf8_lossy(&start).to_ascii_lowercase();
    read.is_ok() && ["<!doctype html", "<html"].iter().any(|tag| start.contains(tag))
}

fn open(folder: &Path) -> Result<Folder> {
    Folder::open(folder).with_context(|| format!("cannot read {}", folder.display()))
}
