//! Writing a record: what was read is recorded as digests of today's texts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use jiff::civil::Date;

use super::judge::{Form, Known};
use super::{
    NamedSection, easy_read_digest, event_digest, links_digest, named_sections, paragraph_digest,
    paragraph_pictures, pictures_digest, words_digest,
};
use crate::content::CONTENT;
use crate::coverage;
use crate::files::{Folder, replace};
use crate::lang::Lang;
use crate::library::Library;
use crate::load;
use crate::records::{Consent, Named, People, Record, Role};
use crate::yaml::{Trouble, trouble};

/// Who read a version and when.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The day they read it.
    pub date: Date,
    /// As what.
    pub role: Role,
    /// How many they were.
    pub readers: u32,
    /// What they agreed to have printed.
    pub consent: Consent,
    /// Their group's name.
    pub group: Option<String>,
    /// Their names.
    pub names: Vec<String>,
    /// Whether they are in earlier records, where the names do not show it.
    pub people: Option<People>,
    /// What they said.
    pub remarks: Option<String>,
}

/// Which version they read.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The folder below `content/`.
    pub slug: &'a str,
    /// The language.
    pub lang: &'a Lang,
}

/// A record that is impossible, or could mean two things; it says what to write instead.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub String);

/// Adds a record to the `review.yaml` of a work and returns the file. What stands in it already, comments
/// included, stays as it is.
///
/// # Errors
/// A [`Refusal`] when the record is impossible or could mean two things; otherwise when there is no easy-read version or the
/// disk refuses.
pub fn append(
    root: &Path,
    library: &mut Library,
    version: Version<'_>,
    reading: Reading,
    today: Date,
) -> Result<PathBuf> {
    // The first record of a site is made before any review asked for the pictures' hashes.
    let assets: &mut Vec<_> = Arc::make_mut(&mut library.assets);
    if let Some(unreadable) = load::digest_pictures(assets.iter_mut()).first() {
        bail!("{}: {}", unreadable.place.path(), unreadable.message);
    }
    let work = library.work(version.slug, version.lang).context("there is no such document")?;
    let easy = work.easy_read.as_ref().context("this document has no easy-read version")?;
    if !coverage::is_written(easy) {
        let path = easy.source.path();
        return Err(Refusal(format!("{path} holds no sentence, so nobody can have read it")).into());
    }
    let paragraphs: BTreeMap<String, _> = coverage::explained(easy)
        .chain(coverage::summed_up(easy))
        .filter_map(|(_, part)| Some((part.id.to_string(), paragraph_digest(&work.official, &part.id)?)))
        .map(|(id, digests)| (id, digests.now().clone()))
        .collect();
    let pictures_of = |id: &String| Some((id.clone(), paragraph_pictures(library, &work.official, id)?));
    let official_pictures = paragraphs.keys().filter_map(pictures_of).collect();
    let mut sections: BTreeMap<_, Named> = BTreeMap::new();
    // Two sections may say the same.
    for NamedSection { index: _, words, named: Named { covers, sums_up } } in named_sections(easy) {
        let named = sections.entry(words.now().clone()).or_default();
        named.covers.extend(covers);
        named.sums_up.extend(sums_up);
    }
    let record = Record {
        date: reading.date,
        role: reading.role,
        readers: reading.readers,
        group: reading.group,
        names: reading.names,
        consent: reading.consent,
        remarks: reading.remarks,
        people: reading.people,
        text: easy_read_digest(library, easy).now().clone(),
        words: Some(words_digest(library, easy).now().clone()),
        pictures: Some(pictures_digest(library, easy).now().clone()),
        links: Some(links_digest(easy)),
        event: event_digest(work),
        paragraphs,
        official_pictures,
        sections,
    };
    let name = match work.lang == library.config.language {
        true => "review.yaml".to_owned(),
        false => format!("review.{}.yaml", work.lang),
    };
    let path = match &*work.slug {
        "" => format!("{CONTENT}/{name}"),
        slug => format!("{CONTENT}/{slug}/{name}"),
    };
    let site = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
    let known = Known::of(library, work, easy, today, Form::Options);
    replace::update(&site, &path, |old| with(record, old.unwrap_or_default(), &known))
        .with_context(|| format!("cannot add a record to {path}"))?;
    Ok(root.join(path))
}

/// The records of a file with one more. What stands there, comments included, stays as it is.
fn with(record: Record, old: &[u8], known: &Known) -> Result<String> {
    let refuse = |why: String| anyhow::Error::from(Refusal(why));
    let text =
        std::str::from_utf8(old).map_err(|_| refuse("the file is not UTF-8; mend it first".to_owned()))?;
    let mut text = text.to_owned();
    let records = |text: &str| match text.trim().is_empty() {
        true => Ok(Vec::new()),
        false => serde_yaml::from_str::<Option<Vec<Record>>>(text).map(Option::unwrap_or_default),
    };
    let above = records(&text).map_err(|error| {
        let Trouble { message, help, at } = trouble(&text, &error);
        let line = text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        refuse(format!("the file cannot be read: line {line}: {message}. {help}"))
    })?;
    if let Some(trouble) = known.trouble(&record, &above.iter().collect::<Vec<_>>()) {
        return Err(refuse(format!("{}. {}", trouble.message, trouble.help)));
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&serde_yaml::to_string(&[record])?);
    if !records(&text).is_ok_and(|after| after.len() == above.len() + 1) {
        let why =
            "a record cannot stand at the end of the file; write it as a plain list, each record after “- ”";
        return Err(refuse(why.to_owned()));
    }
    Ok(text)
}
