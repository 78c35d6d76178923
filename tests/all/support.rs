//! Small sites for tests: files written to a folder, read and built as the program does.

mod program;

use std::path::{Path, PathBuf};

use curbcut::finding::Finding;
use curbcut::formats::{Modified, Selection};
use curbcut::library::{Drafts, Library};
use curbcut::render::SourceMap;
use curbcut::site::{self, Build, Built};

pub use program::{PROGRAM, Ran, command, curbcut, reading};

/// Files by their path.
pub type Files = Vec<(String, String)>;

/// Writes the files below `root`.
pub fn write(root: &Path, files: &Files) {
    for (path, text) in files {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
}

/// Reads the site at `root`; what loading and parsing find comes second.
pub fn library(root: &Path) -> (Library, Vec<Finding>) {
    let (library, findings) = site::read(root, Drafts::Include).unwrap();
    (library.unwrap_or_else(|| panic!("book.toml: {findings:?}")), findings)
}

/// A site in a folder of its own, gone when the test ends.
pub struct Site {
    folder: tempfile::TempDir,
}

/// The settings of a small Chinese site.
pub const BOOK: &str = "[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n";

/// A line of `[check.allow]` for a site that stands nowhere, which a note tells otherwise.
pub const NO_ADDRESS: &str = "\"config/no-base-url\" = \"这个网站只用来试验\"\n";

impl Site {
    /// A site with `book.toml` and these files.
    pub fn new(files: &[(&str, &str)]) -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap() };
        site.write("book.toml", format!("{BOOK}\n[check.allow]\n{NO_ADDRESS}"));
        files.iter().for_each(|(path, text)| site.write(path, text));
        site
    }

    /// A copy of a folder of this repository.
    pub fn copy_of(folder: &str) -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap() };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), site.root());
        site
    }

    /// This repository's own site.
    pub fn own() -> Self {
        let site = Self::new(&[]);
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&root.join("content"), &site.root().join("content"));
        std::fs::copy(root.join("book.toml"), site.root().join("book.toml")).unwrap();
        site
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.root().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }

    /// Reads a source file.
    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces a piece of a source file that stands there once.
    pub fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "{old} in {path}");
        self.write(path, text.replace(old, new));
    }

    /// Gives a text another date.
    pub fn date(&self, path: &str, date: &str) {
        let text = self.read(path);
        let is_date = |line: &&str| line.starts_with("date: ");
        let old = text.lines().find(is_date).unwrap_or_else(|| panic!("{path} has no date"));
        self.write(path, text.replacen(old, &format!("date: {date}"), 1));
    }

    /// The folder its pages go to.
    pub fn out(&self) -> PathBuf {
        self.root().join("public")
    }

    /// How it is built: in the formats of these names, or in all.
    pub fn options(&self, formats: &[&str]) -> Build {
        Build {
            root: self.root().to_owned(),
            out: self.out(),
            heard: None,
            drafts: Drafts::Skip,
            base_url: None,
            source_map: SourceMap::Off,
            formats: Selection::only(formats.iter().copied()),
            modified: Modified::FromContent,
            today: Default::default(),
        }
    }

    /// Builds it.
    #[track_caller]
    pub fn build(&self) -> Built {
        self.build_only(&[])
    }

    /// Builds it in the formats of these names.
    #[track_caller]
    pub fn build_only(&self, formats: &[&str]) -> Built {
        site::build(&self.options(formats)).unwrap()
    }

    /// A published page.
    pub fn page(&self, path: &str) -> String {
        self.read(&format!("public/{path}"))
    }

    /// Every published page, one after the other, by name: the order of a folder is its file system's.
    pub fn pages(&self) -> String {
        let mut all = String::new();
        for entry in
            ignore::WalkBuilder::new(self.out()).standard_filters(false).sort_by_file_name(Ord::cmp).build()
        {
            let entry = entry.unwrap();
            if entry.path().extension().is_some_and(|extension| extension == "html") {
                all.push_str(&std::fs::read_to_string(entry.path()).unwrap());
            }
        }
        all
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// An imported text with its summary written, and no draft any more.
pub fn finished(imported: &str, summary: &str) -> String {
    let finished = imported.replacen("summary: ''\ndraft: true\n", &format!("summary: {summary}\n"), 1);
    assert_ne!(imported, finished);
    finished
}

/// Findings as `file:line:column rule`.
pub fn places(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let at = finding.place.position();
            format!("{}:{}:{} {}", finding.place.path(), at.line, at.column, finding.rule)
        })
        .collect()
}

/// The places of what must be mended.
pub fn errors(findings: &[Finding]) -> Vec<String> {
    let errors: Vec<Finding> = findings
        .iter()
        .filter(|finding| finding.severity == curbcut::finding::Severity::Error)
        .cloned()
        .collect();
    places(&errors)
}
