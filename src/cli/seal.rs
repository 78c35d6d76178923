//! `curbcut seal`

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use super::output::{notice, say};
use super::paths::SitePaths;
use super::{CLEAN, FINDINGS, Root, UNFINISHED, Usage, findings};
use crate::document::Document;
use crate::files::{Folder, replace};
use crate::finding::{Finding, Severity};
use crate::library::Drafts;
use crate::seal::{self, Seal};
use crate::site;

/// Seal official texts that were compared with the official documents, so that a changed word is an error.
///
/// The seal is a digest of the words and numbers, written into the front matter. Layout, summary and settings may
/// change freely. A text that changed since it was sealed is named and left alone unless --force is given.
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n    curbcut seal content/a-hrc-res-52-8\n    \
                             curbcut seal --force content/a-hrc-res-52-8/index.md\n\n\
                             “git diff” shows which words changed. “curbcut import” seals what it writes.")]
pub struct Options {
    /// Official texts, or folders of them.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    root: Root,
    /// Seal texts again whose words have changed.
    #[arg(long)]
    force: bool,
}

pub fn run(options: &Options) -> Result<u8> {
    let root = &options.root.root;
    let paths = SitePaths::of(root, &options.paths)?;
    let (library, found) = site::read(root, Drafts::Include)?;
    let Some(library) = library else {
        bail!("{} is not a site: it has no usable book.toml", root.display())
    };
    let texts = library.works.iter().map(|work| &*work.official);
    let officials = texts.clone().filter(|text| text.front.kind.is_official());
    // What cannot be read is reported, as it is not sealed.
    let unread = |finding: &&Finding| {
        let path = finding.place.path();
        paths.hold(path)
            && path.ends_with(".md")
            && finding.severity == Severity::Error
            && library.text(path).is_none()
    };
    let unread: Vec<Finding> = found.iter().filter(unread).cloned().collect();
    let files = officials.clone().map(|document| document.source.path());
    if let Some(path) = paths.without(files.chain(unread.iter().map(|finding| finding.place.path()))) {
        let never_official =
            texts.filter(|text| !text.front.kind.is_official()).find(|text| path.holds(text.source.path()));
        return Err(Usage(match never_official {
            Some(text) => format!(
                "{}: {} is of a kind that is never official (“kind: {}”), so there is nothing to seal; give it another kind, such \
                 as “document”, if it is the text of a body",
                path.typed,
                text.source.path(),
                text.front.kind.name(),
            ),
            None => format!("{}: there is no official text", path.typed),
        })
        .into());
    }
    findings::print_messages(&unread);
    let named = officials.filter(|document| paths.hold(document.source.path()));
    let mut code = if unread.is_empty() { CLEAN } else { FINDINGS };
    let site = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
    for document in named {
        let path = document.source.path();
        let said = match seal::state(document) {
            Seal::Holds => Ok("unchanged since it was sealed"),
            Seal::Missing => write(&site, document).map(|()| "sealed"),
            Seal::Broken if options.force => write(&site, document).map(|()| "had changed; sealed again"),
            Seal::Broken => {
                code = code.max(FINDINGS);
                Ok("has changed since it was sealed; not sealed again without --force")
            }
        };
        match said {
            Ok(said) => say!("{path}: {said}"),
            // One text that cannot be sealed does not keep the others from it.
            Err(error) => {
                notice!("error: {path}: {error:#}");
                code = UNFINISHED;
            }
        }
    }
    Ok(code)
}

fn write(site: &Folder, document: &Document) -> Result<()> {
    let text = seal::sealed(document)?;
    Ok(replace::change(site, document.source.path(), document.source.text(), text)?)
}
