//! `curbcut seal`

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use clap::Args;

use super::output::{notice, say};
use super::paths::SitePaths;
use super::{CLEAN, FINDINGS, Root, UNFINISHED, Usage, findings};
use crate::document::Document;
use crate::files::{Folder, replace};
use crate::finding::{Finding, Severity};
use crate::library::Drafts;
use crate::load;
use crate::review::{missing_picture, official_pictures};
use crate::seal::{Seal, Sealable, Unsealable};
use crate::site;

/// Seal official texts that were compared with the official documents, so that a changed word is an error.
///
/// The seal is a digest of the words and numbers, and one of the pictures, written into the front matter. Layout, summary and
/// settings may change freely. A text that changed since it was sealed is named and left alone unless --force is given, and so
/// is one whose seal is no digest. One whose front matter has a mistake is not sealed.
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
    /// Seal texts again whose words or pictures have changed.
    #[arg(long)]
    force: bool,
}

pub fn run(options: &Options) -> Result<u8> {
    let root = &options.root.root;
    let paths = SitePaths::of(&options.root, &options.paths)?;
    let (library, found) = site::read(root, Drafts::Include)?;
    let Some(mut library) = library else { return Ok(findings::without_site(&found)) };
    let assets: &mut Vec<_> = Arc::make_mut(&mut library.assets);
    if let Some(unreadable) = load::digest_pictures(assets.iter_mut()).first() {
        bail!("{}: {}", unreadable.place.path(), unreadable.message);
    }
    let texts = library.works.iter().map(|work| &*work.official);
    // What the program made of a file changes with what it is made of.
    let officials = texts.clone().filter(|text| text.front.kind.is_official() && !text.source.is_derived());
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
        if let Some(missing) = missing_picture(&library, document) {
            notice!(
                "error: {path}: not sealed, as its picture “{missing}” is not there; put it there, or mend its address"
            );
            code = code.max(FINDINGS);
            continue;
        }
        let pictures = |text: &Document| official_pictures(&library, text);
        let text = match Sealable::judge(document, &library.language_data, pictures) {
            Ok(text) => text,
            Err(why) => {
                refuse(path, &why);
                code = code.max(FINDINGS);
                continue;
            }
        };
        let has_changed = match text.state() {
            Seal::Broken | Seal::OtherPictures | Seal::Unreadable | Seal::WithoutWords => true,
            Seal::Holds | Seal::Missing | Seal::WithoutPictures => false,
        };
        if text.state() == Seal::Holds {
            say!("{path}: unchanged since it was sealed");
        } else if has_changed && !options.force {
            code = code.max(FINDINGS);
            say!("{path}: {}; not sealed again without --force", what_changed(text.state()));
        } else {
            match replace::change(&site, path, document.source.text(), text.sealed()) {
                Ok(()) => say!("{path}: {}", what_was_done(text.state())),
                // One text that cannot be written does not keep the others from being sealed.
                Err(error) => {
                    notice!("error: {path}: {error}");
                    code = UNFINISHED;
                }
            }
        }
    }
    Ok(code)
}

/// Says why a text is not sealed.
fn refuse(path: &str, why: &Unsealable) {
    match why {
        Unsealable::Wrong(found) => {
            findings::print_messages(found);
            notice!("error: {path}: not sealed, as its front matter has a mistake; mend it first");
        }
        Unsealable::Empty => notice!(
            "error: {path}: it has no words below its front matter; put the words of the official document there first"
        ),
    }
}

fn what_changed(state: Seal) -> &'static str {
    match state {
        Seal::Unreadable => "what stands there as its seal is no digest",
        Seal::OtherPictures => "its pictures have changed since it was sealed",
        Seal::WithoutWords => "its seal is of its pictures alone",
        _ => "has changed since it was sealed",
    }
}

fn what_was_done(state: Seal) -> &'static str {
    match state {
        Seal::Missing => "sealed",
        Seal::WithoutPictures => "its pictures are sealed too",
        Seal::Unreadable => "had a seal that is no digest; sealed again",
        Seal::WithoutWords => "had a seal of its pictures alone; sealed again",
        _ => "had changed; sealed again",
    }
}
