//! The formats that a site is published in: one list.
//!
//! In: the library, through a [`Renderer`]. Out: one finished file for each [`Job`], in memory, and what the audit finds in it. A
//! format is a folder here and a line in this file; builds, previews, `--only`, `book.toml`, the downloads of pages and `curbcut
//! audit` read the list. No format writes to the disk.

pub mod akn;
mod catalogue;
pub mod discovery;
pub mod docx;
pub mod epub;
mod exports;
mod finished;
pub mod text;
pub(crate) mod trace;
mod version;
pub mod web;
mod written;

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use crate::address::{Address, PageKind};
use crate::audit::Allow;
use crate::check::Ledger;
use crate::config::{self, Config};
use crate::document::Document;
use crate::finding::{Finding, MakeError};
use crate::lang::Lang;
use crate::library::Library;
use crate::misfit::{self, Misfit};
use crate::parse::ids;
use crate::render::{self, Renderer};
use crate::view::BookMetadata;

pub use crate::render::Job;
pub use catalogue::{Catalogue, catalogue_at};
pub use epub::{Modified, Pictures};
pub use finished::{Beside, Finished};

/// The pages. They are made last, as they offer the files of the other formats with their sizes.
pub static PAGES: &dyn Format = &web::Web;

/// The formats of files that pages offer as downloads, in the order in which pages list them.
pub static DOWNLOADS: [&dyn Download; 4] = [&epub::Epub, &docx::Word, &text::PlainText, &akn::AkomaNtoso];

/// Every format.
pub fn all() -> impl Iterator<Item = &'static dyn Format> {
    std::iter::once(PAGES).chain(DOWNLOADS.into_iter().map(|format| format as &dyn Format))
}

/// A format.
pub trait Format: Sync {
    /// Its name: for `--only`, and of its table in `book.toml`.
    fn name(&self) -> &'static str;

    /// What it makes, as the help of `--only` says it.
    fn makes(&self) -> &'static str;

    /// What one of its files is called; “s” makes the plural.
    fn file(&self) -> &'static str;

    /// Whether it is made without being asked for. A build that makes no file of another says nothing of it.
    fn is_usual(&self) -> bool {
        true
    }

    /// The texts, sections and languages that it makes a file of.
    ///
    /// # Errors
    /// A finding when its table in `book.toml` cannot be used.
    fn jobs<'a>(&self, library: &'a Library, languages: &'a [Lang]) -> Result<Vec<Job<'a>>, Finding>;

    /// Where the file of a job stands in the site.
    fn address(&self, library: &Library, job: Job<'_>) -> Address;

    /// The kind of finished file that its audit reads.
    fn audits(&self) -> Audits;

    /// Audits finished files of this kind, whoever made them; `names` are their paths in the folder.
    ///
    /// # Errors
    /// When a file cannot be read.
    fn audit(&self, names: &[String], files: &Finished, allow: &Allow) -> Result<Vec<Finding>>;
}

/// The kind of finished file that an audit reads.
#[derive(Debug, Clone, Copy)]
pub struct Audits {
    /// What such a file is called in a message.
    pub called: &'static str,
    /// What the names of such files end in.
    pub endings: &'static [&'static str],
    /// Whether every such file in a folder is meant, or only one that is named.
    pub in_folders: bool,
}

impl Audits {
    /// Whether this is the name of such a file.
    pub fn is(&self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        self.endings.iter().any(|ending| name.ends_with(ending))
    }
}

/// A format of files that pages offer. Each file is offered by the page of the same [`Job`].
pub trait Download: Format {
    /// What is wrong in the format's table of `book.toml`.
    ///
    /// # Errors
    /// The finding.
    fn settings(&self, config: &Config) -> Result<(), Finding>;

    /// The key by which the site claims that these files conform to a standard, and what it says; none where nothing is claimed.
    fn claim(&self, _config: &Config) -> Option<(&'static str, &'static str)> {
        None
    }

    /// The media type of its files.
    fn media_type(&self) -> &'static str;

    /// The labels of a link to a file: on a page, with `$title` and `$size`, and in the preview.
    fn labels(&self) -> Labels;

    /// The title of the file of a job, as a page says it: words of the fallback stand between marks.
    fn title(&self, library: &Library, job: Job<'_>) -> String;

    /// The texts of which a file is made whose own allowances hold for all of it.
    fn texts<'a>(&self, job: Job<'a>) -> Vec<&'a Document> {
        match job {
            Job::Official(work) => vec![&work.official],
            Job::EasyRead(_, easy) => vec![easy],
            _ => Vec::new(),
        }
    }

    /// Whether a path of the site may be that of one of its files, as this build or an earlier one made them.
    fn may_have_made(&self, path: &str) -> bool;

    /// The rule that an author's file breaks which has the name of one of its files, and what is said of it.
    fn same_name(&self) -> (&'static str, &'static str);

    /// Whether the site changes how its files are made, so that they can be wrong where pages are not.
    fn has_own_look(&self, root: &Path, theme: Option<&str>) -> bool;

    /// The files that list its files for programs, where the site says at which address it stands; none for most formats.
    fn catalogues<'a>(&self, _library: &'a Library, _languages: &'a [Lang]) -> Vec<Catalogue<'a>> {
        Vec::new()
    }

    /// Makes one of these of the finished files that it lists.
    fn catalogue(
        &self,
        _catalogue: &Catalogue<'_>,
        _library: &Library,
        _listed: &[(Job<'_>, &render::Download)],
    ) -> Vec<u8> {
        Vec::new()
    }

    /// Gets ready to make files.
    ///
    /// # Errors
    /// When something that all files share cannot be made.
    fn maker<'a>(&self, material: Material<'a>) -> Result<Box<dyn Maker<'a> + 'a>>;
}

/// The labels of a download.
#[derive(Debug, Clone, Copy)]
pub struct Labels {
    /// On the page that offers it.
    pub offer: &'static str,
    /// In the preview.
    pub preview: &'static str,
}

/// What files are made of.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The library, the templates and the languages.
    pub renderer: &'a Renderer<'a>,
    /// The pictures that are published.
    pub pictures: &'a Pictures,
    /// The style sheet of books.
    pub book_style: &'a str,
    /// When files say they were changed.
    pub modified: Modified,
}

/// Makes the files of a format.
pub trait Maker<'a>: Sync {
    /// Makes one file.
    ///
    /// # Errors
    /// When something cannot be read, or the site's own templates make a file that is none.
    fn make(&self, job: Job<'a>) -> Result<Made, MakeError>;

    /// What the audit finds in a file, each finding where it was written.
    ///
    /// # Errors
    /// When something cannot be read.
    fn audit(&self, job: Job<'a>, made: &Made, allow: &Allow, ledger: &Ledger) -> Result<Vec<Finding>>;
}

/// A finished file.
#[derive(Debug)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// What may be claimed of it, in plain words of its language.
    pub statement: String,
    /// The lines, counted from 1, that are claimed to be headings, in a format that has nothing but lines.
    pub headings: Vec<usize>,
    /// What it says of itself, if it is a book.
    pub book: Option<Arc<BookMetadata>>,
}

/// The formats that a build makes.
#[derive(Debug, Clone, Default)]
pub struct Selection(Vec<String>);

impl Selection {
    /// Those of these names; all of them for no names.
    pub fn only<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Self {
        Self(names.into_iter().map(Into::into).collect())
    }

    /// Whether every format is made.
    pub fn is_all(&self) -> bool {
        all().all(|format| self.has(format))
    }

    /// Whether this one is made.
    pub fn has(&self, format: &dyn Format) -> bool {
        self.0.is_empty() || self.0.iter().any(|name| name == format.name())
    }

    /// The downloads that are made.
    pub fn downloads(&self) -> impl Iterator<Item = &'static dyn Download> {
        DOWNLOADS.into_iter().filter(|format| self.has(*format))
    }
}

/// Accepts settings when every table that they leave to formats is that of a format and right.
///
/// # Errors
/// A finding at the first that is not.
pub fn accept(config: Config) -> Result<Config, Finding> {
    let is_of_a_format = |name: &str| DOWNLOADS.iter().any(|format| format.name() == name);
    if let Some((name, span)) = config.formats.names().find(|(name, _)| !is_of_a_format(name))
        && let Some(source) = &config.check.source
    {
        let names = config::KEYS.into_iter().chain(DOWNLOADS.iter().map(|format| format.name()));
        let Misfit { message, help } = misfit::unknown_key(name, "", &names.collect::<Vec<_>>());
        return Err(config::wrong(source, span, message).help(help));
    }
    DOWNLOADS.iter().try_for_each(|format| format.settings(&config))?;
    Ok(config)
}

/// The format of a file of a finished site: pages and all that belongs to them, or a download.
pub fn format_of(path: &str, library: &Library) -> &'static dyn Format {
    let download = DOWNLOADS.into_iter().find(|format| format.may_have_made(path));
    match download.filter(|_| library.published_asset(path).is_none()) {
        Some(format) => format,
        None => PAGES,
    }
}

/// The download that may stand at a path of the site, with its format.
pub fn download_at<'a>(
    path: &str,
    library: &'a Library,
    languages: &'a [Lang],
) -> Option<(&'static dyn Download, Job<'a>)> {
    if library.published_asset(path).is_some() {
        return None;
    }
    let format = DOWNLOADS.into_iter().find(|format| format.may_have_made(path))?;
    let jobs = format.jobs(library, languages).ok()?;
    let job = jobs.into_iter().find(|job| format.address(library, *job).path() == path)?;
    Some((format, job))
}

/// Where a file beside the page of a job stands: `a-hrc-res-52-8/a-hrc-res-52-8-easy-read.epub`.
pub fn beside_page(library: &Library, job: Job<'_>, ending: &str) -> Address {
    let (slug, version) = match job {
        Job::Official(work) => (&*work.slug, ""),
        Job::EasyRead(work, _) => (&*work.slug, "-easy-read"),
        Job::Section(section) => (&*section.slug, ""),
        _ => ("", ""),
    };
    let lang = job.lang();
    let folder = library.address_of(slug, &lang, PageKind::Home);
    let folder = folder.folder();
    let name = match slug.rsplit('/').next().unwrap_or_default() {
        "" => match ids::slug(library.config.title(&lang)) {
            title if title.is_empty() => "collection".to_owned(),
            title => title,
        },
        last => last.to_owned(),
    };
    Address::file(format!("{folder}{name}{version}.{ending}"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::Source;

    #[test]
    fn a_table_belongs_to_a_format_or_is_wrong() {
        let read = |more: &str| {
            let text = format!("[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n{more}");
            let config = Config::read(&Arc::new(Source::new(config::FILE, text)));
            config.and_then(accept).map(|_| ()).map_err(|finding| {
                let at = finding.place.position();
                format!("{}:{} {}", at.line, at.column, finding.message)
            })
        };
        for format in DOWNLOADS {
            assert_eq!(read(&format!("[{}]\n", format.name())), Ok(()));
            let wrong = read(&format!("[{}]\nx = 1\n", format.name())).unwrap_err();
            assert!(wrong.starts_with(&format!("5:1 “x” is not a key of “{}”", format.name())), "{wrong}");
        }
        let wrong = read("[braille]\nx = 1\n").unwrap_err();
        assert!(wrong.starts_with("4:2 “braille” is not a key of this file"), "{wrong}");
        assert!(read("[site]\ntitel = 1\n").unwrap_err().starts_with("5:1 “titel” is not a key of “site”"));
    }

    #[test]
    fn names_of_formats_differ() {
        let mut names: Vec<_> = all().map(|format| format.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all().count());
        assert!(names.iter().all(|name| !config::KEYS.contains(name) || *name == PAGES.name()));
    }
}
