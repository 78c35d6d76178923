//! `curbcut init` and `curbcut new`

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::output::say;
use super::{CLEAN, Root, findings, words};
use crate::kinds::Kind;
use crate::lang::Lang;
use crate::languages;
use crate::load;
use crate::starter;

/// Start a new site that builds, with one document and its easy-read version.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Example:\n    curbcut init my-site\n    cd my-site\n    curbcut build\n    xdg-open public/index.html"
)]
pub struct Init {
    /// The folder of the new site.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// The site's main language.
    #[arg(long, value_name = "TAG", default_value = languages::default_tag())]
    lang: Lang,
}

/// Start a new document: a folder below content/ with its text and, where the kind asks for one, an easy-read version, all drafts.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n    curbcut new notices/2026-meeting --title \"The residents’ meeting\"\n    \
                             curbcut new contact --kind page --title \"Contact us\""
)]
pub struct New {
    /// The folder below content/; it is also the page's address.
    #[arg(value_name = "SLUG")]
    slug: String,
    /// The title.
    #[arg(long, value_parser = words)]
    title: Option<String>,
    /// What kind of document it is; a page is about the site itself.
    #[arg(long, value_name = "KIND", default_value = Kind::default().name(), value_parser = kind_parser())]
    kind: Kind,
    #[command(flatten)]
    root: Root,
}

/// The names of the kinds.
fn kind_parser() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::all().map(Kind::name)).map(|name| Kind::named(&name).unwrap_or_default())
}

pub fn init(options: &Init) -> Result<u8> {
    let started = starter::site(&options.folder, &options.lang)?;
    for file in &started.files {
        say!("{}", file.display());
    }
    let (asked, lang) = (&options.lang, &started.lang);
    if !lang.fallbacks().any(|tag| tag == asked.as_str()) {
        say!(
            "The texts are in “{lang}”, and so says book.toml. When yours are in “{asked}”, write that there."
        );
    }
    say!("Next: cd {} && curbcut build", for_shell(&options.folder));
    Ok(CLEAN)
}

/// A path as a shell takes it for one word.
fn for_shell(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+@%:,=".contains(c);
    let path = if path.starts_with('-') { format!("./{path}") } else { path };
    match path.chars().all(is_plain) {
        true => path,
        false => format!("'{}'", path.replace('\'', "'\\''")),
    }
}

pub fn new(options: &New) -> Result<u8> {
    let (root, title) = (options.root.folder()?, options.title.as_deref());
    if let Err(found) = load::config(root) {
        return Ok(findings::without_site(&[found]));
    }
    for file in starter::document(root, &options.slug, title, options.kind)? {
        say!("{}", file.display());
    }
    match options.kind.asks_easy_read() {
        true => say!("Next: write both texts, then remove “draft: true” from each."),
        false => say!("Next: write the text, then remove “draft: true”."),
    }
    Ok(CLEAN)
}
