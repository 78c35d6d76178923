//! What `curbcut init` and `curbcut new` write: a small site that builds, in the language it is asked for.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use include_dir::Dir;

use crate::config::{self, Config};
use crate::content::{CONTENT, Input, Name};
use crate::files::Folder;
use crate::files::replace::{self, NotWritten};
use crate::kinds::{Kind, Parts};
use crate::lang::Lang;
use crate::languages::{self, Languages};
use crate::load;
use crate::site;
use crate::source::Source;

/// The texts of a new document.
const FILES: [&str; 2] = ["index.md", "easy-read.md"];

/// What was asked for cannot be: a name that is none everywhere, a language without a starter.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub String);

/// What was written of a new site.
#[derive(Debug)]
pub struct Started {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The language of its texts.
    pub lang: Lang,
}

/// Writes a new site into `folder`.
///
/// # Errors
/// A [`Refusal`] when there is no starter in the language and its script; otherwise when a site is already there or the disk
/// refuses.
pub fn site(folder: &Path, lang: &Lang) -> Result<Started> {
    let book = folder.join(config::FILE);
    if let Some(why) = fault_of_folder(folder, &book)? {
        return Err(Refusal(why).into());
    }
    let starters = starters()?;
    let is_asked = |known: &Lang| known.primary() == lang.primary() && known.script() == lang.script();
    let Some((written_in, starter)) = starters.iter().find(|(known, _)| is_asked(known)) else {
        let known: Vec<&str> = starters.iter().map(|(known, _)| known.as_str()).collect();
        let why = format!(
            "there is no starter in “{lang}”; there is one in {}. Start in one of these, then write language = \"{lang}\" in {}",
            known.join(" and "),
            config::FILE
        );
        return Err(Refusal(why).into());
    };
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let site = Folder::open(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let mut written = Vec::new();
    for file in files_below(starter) {
        let path = file.path().strip_prefix(starter.path())?.to_string_lossy().replace('\\', "/");
        match replace::create(&site, &path, file.contents()) {
            Ok(()) => written.push(folder.join(&path)),
            // Nothing that is already in the folder is replaced.
            Err(NotWritten::Exists) => {}
            Err(error) => {
                return Err(error).with_context(|| format!("cannot write {}", folder.join(&path).display()));
            }
        }
    }
    Ok(Started { files: written, lang: written_in.clone() })
}

/// Why no new site can begin in a folder: something is there that could be taken for its own, or be mixed up with it. What is
/// hidden, and what says what a repository is, may stand there.
fn fault_of_folder(folder: &Path, book: &Path) -> Result<Option<String>> {
    let shown = folder.display();
    if book.symlink_metadata().is_ok() {
        return Ok(Some(format!("{} is already there; choose another folder", book.display())));
    }
    let file = folder.ancestors().find(|path| path.symlink_metadata().is_ok()).filter(|path| !path.is_dir());
    if let Some(file) = file.filter(|file| !file.as_os_str().is_empty()) {
        let file = file.display();
        return Ok(Some(format!(
            "{file} is a file, not a folder; name a folder that is new or empty, such as my-site"
        )));
    }
    let entries = match fs::read_dir(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).with_context(|| format!("cannot read {shown}")),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.with_context(|| format!("cannot read {shown}"))?.file_name();
        names.push(name.to_string_lossy().into_owned());
    }
    names.sort_unstable();
    let is_beside = |name: &String| {
        let name = name.to_uppercase();
        name.starts_with(['.', '_'])
            || ["README", "LICEN", "COPYING"].iter().any(|begin| name.starts_with(begin))
    };
    let other = names.iter().find(|name| !is_beside(name));
    Ok(other.map(|name| {
        format!("{shown} has files in it already ({name}), and a new site would be mixed up with them; name a folder that is new or empty")
    }))
}

/// The language of each starter, as its settings say it, and its files.
fn starters() -> Result<Vec<(Lang, &'static Dir<'static>)>> {
    let read = |dir: &'static Dir<'static>| {
        let settings = dir.get_file(dir.path().join(config::FILE)).and_then(include_dir::File::contents_utf8);
        let source = Arc::new(Source::new(config::FILE, settings.unwrap_or_default()));
        let config = Config::read(&source).map_err(|finding| anyhow::anyhow!("{}", finding.message))?;
        Ok((config.language, dir))
    };
    languages::starters().map(read).collect()
}

/// Writes the folder of a new text of a kind below `content/`, marked as a draft, with an easy-read version where one is
/// asked; returns the files.
///
/// # Errors
/// A [`Refusal`] when the name cannot be an address or a name everywhere; otherwise when the document is already there or
/// the disk refuses.
pub fn document(root: &Path, slug: &str, title: Option<&str>, kind: Kind) -> Result<Vec<PathBuf>> {
    let site = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
    let config = load::config(root)
        .map_err(|finding| anyhow::anyhow!("{}: {}; {}", config::FILE, finding.message, finding.help))?;
    let slug = slug.strip_suffix('/').unwrap_or(slug);
    judge(root, slug, &config)?;
    let title = title.unwrap_or(slug);
    let quoted = serde_json::to_string(title)?;
    let required: String =
        kind.required().iter().filter(|key| **key != "title").map(|key| format!("{key}:\n")).collect();
    let body = match kind.parts() {
        Parts::Headings => "## ",
        Parts::Resolution => "1. ",
        Parts::Articles => &Languages::built_in().of(&config.language).examples().article,
    };
    let name = kind.name();
    let texts = [
        format!("---\ntitle: {quoted}\nkind: {name}\ndraft: true\n{required}---\n\n{body}\n"),
        format!("---\ntitle: {quoted}\nabout:\ndraft: true\nmade-by:\n---\n\n## \n"),
    ];
    let asked = if kind.asks_easy_read() { texts.len() } else { 1 };
    let mut written = Vec::new();
    for (name, text) in FILES.into_iter().zip(texts).take(asked) {
        let path = format!("{CONTENT}/{slug}/{name}");
        let target = root.join(&path);
        replace::create(&site, &path, text.as_bytes()).map_err(|error| match error {
            NotWritten::Exists => {
                Refusal(format!("{} is already there; choose another name", target.display())).into()
            }
            error => anyhow::Error::new(error).context(format!("cannot write {}", target.display())),
        })?;
        written.push(target);
    }
    Ok(written)
}

/// Refuses a name that no folder of a document can have, or that is taken.
fn judge(root: &Path, slug: &str, config: &Config) -> Result<()> {
    match fault_of_name(root, slug, &FILES, config)? {
        Some((why, help)) => Err(Refusal(format!("{why}. {help}")).into()),
        None => Ok(()),
    }
}

/// Why no folder of a document with these files can have a name, and what to do; nothing where it can.
///
/// # Errors
/// When the disk refuses.
pub fn fault_of_name(
    root: &Path,
    slug: &str,
    files: &[&str],
    config: &Config,
) -> Result<Option<(String, String)>> {
    let refuse = |why: &str, help: &str| Ok(Some((why.to_owned(), help.to_owned())));
    if slug.split('/').any(|part| part.is_empty() || part.starts_with('.')) {
        let why = format!("“{slug}” is no name of a folder below {CONTENT}");
        return refuse(&why, "Write names with “/” between them, such as notices/2026-meeting.");
    }
    let mut texts = Vec::new();
    for file in files {
        let path = format!("{slug}/{file}");
        match Name::of(&path, config) {
            Ok(Name::Text { role, slug, lang }) => {
                let source = Arc::new(Source::new(format!("{CONTENT}/{path}").as_str(), ""));
                texts.push(Input { source, role, slug: slug.into(), lang });
            }
            Ok(Name::Data { .. }) => {}
            Err(problem) => return refuse(&problem.message, problem.help),
        }
    }
    if let Some(fault) = site::faults_of_new_names(root, &texts)?.first() {
        // The fault stands at the later of the two names, which may be the one that was there before.
        let there = fault.place.path();
        let why = match there.starts_with(&format!("{CONTENT}/{slug}/")) {
            true => fault.message.clone(),
            false => format!("on Windows and Mac “{slug}” is the same name as that of {there}"),
        };
        return refuse(&why, "Choose another name, such as notices/2026-meeting.");
    }
    Ok(None)
}

fn files_below(dir: &'static Dir<'static>) -> Vec<&'static include_dir::File<'static>> {
    let mut files: Vec<_> = dir.files().collect();
    files.extend(dir.dirs().flat_map(files_below));
    files
}
