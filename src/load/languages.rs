//! A site's own languages, from the disk.
//!
//! In: the folder `languages` of a site. Out: its files, and what is wrong with where they lie. Refused: what is not in the
//! folder of a language tag.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use rayon::prelude::*;

use super::{no_file, read_text};
use crate::files::{self, FileKind, Folder, Found, Which};
use crate::finding::{Finding, Place, Severity};
use crate::lang::Lang;
use crate::languages::{FOLDER, Languages, OwnFile};
use crate::limits;
use crate::source::Source;

/// Reads a site's own languages over the built-in ones.
///
/// # Errors
/// When the folder is there and cannot be listed. A file that cannot be read is a finding.
pub fn languages(site: &Folder, findings: &mut Vec<Finding>) -> Result<Arc<Languages>> {
    let mut listed = match site.folder(FOLDER) {
        Ok(own) => files::below(&own, Which::Counted, None)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error).with_context(|| format!("cannot read {FOLDER}")),
    };
    listed.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let read: Vec<Result<OwnFile, Finding>> = listed.par_iter().map(|found| read(site, found)).collect();
    let mut own = Vec::new();
    for read in read {
        match read {
            Ok(file) => own.push(file),
            Err(finding) => findings.push(finding),
        }
    }
    Ok(Languages::with(own, findings))
}

fn read(site: &Folder, found: &Found) -> Result<OwnFile, Finding> {
    let parts: Vec<_> = found.path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let path = format!("{FOLDER}/{}", parts.join("/"));
    if found.kind != FileKind::File {
        return Err(no_file(&path, found.kind));
    }
    let [tag, name] = &parts[..] else {
        return Err(misplaced(path));
    };
    if tag.parse::<Lang>().ok().is_none_or(|lang| lang.as_str() != tag) {
        return Err(misplaced(path));
    }
    let source = read_text(site, &path)?;
    if !name.ends_with(".txt") {
        too_large(&source)?;
    }
    Ok(OwnFile { tag: tag.to_string(), name: name.to_string(), source })
}

fn misplaced(path: String) -> Finding {
    let message = "this is not in the folder of a language";
    Finding::new("language/unknown-file", Severity::Error, Place::File(path.into()), message)
        .help(format!("Put it into {FOLDER}/TAG, where TAG is a language tag such as “ar” or “zh-Hant”."))
}

fn too_large(source: &Source) -> Result<(), Finding> {
    let length = source.text().len() as u64;
    if length <= limits::LANGUAGE {
        return Ok(());
    }
    let message = format!("the file is larger than {}", limits::size(limits::LANGUAGE));
    Err(Finding::new("content/too-large", Severity::Error, Place::File(source.path().into()), message)
        .help("Put long lists of words into files that end with “.txt”."))
}
