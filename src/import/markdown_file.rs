//! Markdown that other tools read.
//!
//! In: a file of GitHub, pandoc, Hugo, Docusaurus and the like, with its front matter. Out: the same text, word for word, under front matter
//! of our own; the first heading is the title, no other heading stands above the second level, and pictures beside the file come along.
//! What means something else here, or nothing, is a finding at its place. Refused: nothing that is text.

mod body;
mod front;

use std::path::Path;
use std::sync::Arc;

use super::ledger::{Destination, Ledger};
use super::recognise;
use super::rules;
use super::sources::beside::Beside;
use super::sources::styled::pictures::Pictures;
use super::unsure::Unsure;
use super::{Certainty, Counts, Imported, LINE, skeleton, slug};
use crate::lang::Lang;
use crate::languages::Languages;
use crate::source::{Source, Span, slice};
use body::Body;
use front::Front;

/// How the names of such files end.
const ENDINGS: [&str; 5] = ["md", "markdown", "mkd", "mdown", "mdx"];

/// Names that say nothing of what a file holds: its folder does.
const NAMELESS: [&str; 3] = ["index", "_index", "readme"];

/// Whether a file is Markdown, by its name.
pub fn is_named(path: &str) -> bool {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// Imports a file. `known` gives its language by what it says of that itself.
pub fn import(
    source: &Arc<Source>,
    known: impl FnOnce(Option<Lang>) -> (Lang, Certainty),
    languages: &Arc<Languages>,
) -> Imported {
    let text = source.text();
    let front = Front::of(text);
    let (lang, certainty) = known(front.language());
    let (mut pictures, mut beside) = (Pictures::default(), Beside::of(source.path()));
    let mut body = Body::of(text, front.end, front.title(), |address| beside.picture(address, &mut pictures));
    let stem = slug_of(source.path());
    let title = front.title().map(str::to_owned).or(body.title.take());
    if title.is_none() {
        let why = "the file has no title, so its name became that";
        body.unsure.push(Unsure::new(front.end..front.end, why));
    }
    let title = title.unwrap_or_else(|| stem.clone());
    let (head, keys) = front.written(&title, &lang, languages);
    let markdown = [&*head, "\n", body.text.trim_start_matches(['\n', '\r'])].concat();
    let written_body = markdown.len() - body.text.trim_start_matches(['\n', '\r']).len();
    let skipped = body.text.len() - (markdown.len() - written_body);
    let files = pictures.into_files();
    let names = files.iter().map(|file| file.name.as_str()).collect();
    let origin = |span: Span| match (span.start as usize).checked_sub(written_body) {
        Some(at) => Some(body.origin(at + skipped)),
        None => front::origin(slice(&markdown, ..span.end as usize), &keys),
    };
    let read = rules::Imported {
        slug: &stem,
        markdown: &markdown,
        origin: &|span, _| origin(span),
        source,
        pictures: &names,
    };
    let (document, mut findings) = read.read(&lang, languages);
    // Each picture is told of already.
    findings.retain(|finding| finding.rule != rules::NO_FILE);
    findings.extend(front.unsure.iter().chain(&body.unsure).map(|unsure| unsure.finding(source)));
    findings.sort_by_key(recognise::place);
    let mut ledger = Ledger::default();
    for (span, key) in &keys {
        ledger.add(span.clone().into(), Destination::Field(key));
    }
    body.enter(&mut ledger);
    for (place, why) in &front.left_out {
        ledger.drop(place.clone(), why);
    }
    ledger.close(text);
    Imported {
        slug: stem,
        symbol: None,
        easy_read: skeleton::of(&document),
        dropped: ledger.dropped(source),
        findings,
        ledger,
        source: source.clone(),
        counts: Counts { plain: body.blocks, notes: document.notes.len(), ..Counts::default() },
        markdown,
        lang,
        pictures: files,
        unit: LINE,
        certainty,
    }
}

/// The name of the folder of a file: where the file is called as every other, that of its own folder.
fn slug_of(path: &str) -> String {
    let path = path.replace('\\', "/");
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let stem = name.split('.').next().unwrap_or(name);
    let above = folder.rsplit('/').next().filter(|above| !matches!(*above, "" | "." | ".."));
    match above.filter(|_| NAMELESS.iter().any(|known| known.eq_ignore_ascii_case(stem))) {
        Some(above) => slug::slug(above),
        None => slug::of_file(&path),
    }
}
