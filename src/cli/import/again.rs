//! `curbcut import --again`: brings a corrected source in as a change.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};

use crate::cli::Usage;
use crate::cli::output::{notice, say};
use crate::content::{CONTENT, Input, Role};
use crate::count::counted;
use crate::document::Document;
use crate::files::Folder;
use crate::files::replace;
use crate::import::again::{self, Change, ChangedPiece, Record, Refused, SealAfter};
use crate::import::{self, Imported};
use crate::languages::Languages;
use crate::library::Drafts;
use crate::parse;
use crate::site;
use crate::source::{Position, Source, slice};

/// How many characters of a piece are quoted.
const QUOTED: usize = 60;

/// Brings one source in as a change of the text of this path. Nothing is written with `dry_run`.
pub fn run(
    (root, shown): (&Path, &str),
    path: &str,
    imported: &Imported,
    languages: &Arc<Languages>,
    dry_run: bool,
) -> Result<()> {
    let old = read(root, path, Role::Official, imported, languages)?;
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let record_path = format!("{folder}/{}", again::record_name(name));
    if std::fs::symlink_metadata(root.join(&record_path)).is_ok_and(|found| !found.is_file()) {
        return Err(Usage(format!(
            "{shown}: {record_path} is no file; take it away, and nothing was changed"
        ))
        .into());
    }
    let old_record = std::fs::read_to_string(root.join(&record_path)).ok();
    let record = old_record.as_deref().and_then(Record::read);
    let change = again::change(&old, imported, record.as_ref(), languages)
        .map_err(|refused| Usage(format!("{shown}: {}", why(&refused, path))))?;
    let is_changed = change.text != old.source.text();
    let pictures = imported.pictures.iter().map(|picture| (picture, format!("{folder}/{}", picture.name)));
    let new_pictures: Vec<_> = pictures.filter(|(_, picture)| !root.join(picture).exists()).collect();
    if !dry_run {
        let site = Folder::open(root).with_context(|| format!("cannot open {}", root.display()))?;
        for (picture, place) in &new_pictures {
            replace::create(&site, place, &picture.bytes).with_context(|| format!("cannot write {place}"))?;
        }
        if is_changed {
            replace::change(&site, path, old.source.text(), change.text.clone())
                .with_context(|| format!("cannot write {path}"))?;
        }
        let new_record = Record::of(imported).file();
        if old_record.as_ref() != Some(&new_record) {
            replace::put(&site, &record_path, &new_record)
                .with_context(|| format!("cannot write {record_path}"))?;
        }
    }
    let arrow = if dry_run { "would change" } else { "->" };
    say!("{shown} {arrow} {path}");
    print(&old, &change);
    for (_, picture) in &new_pictures {
        say!("    {picture}: new");
    }
    for name in &change.pictures {
        say!("    {folder}/{name}: the text shows it no longer; the file stays");
    }
    if record.is_none() && is_changed {
        let name = again::record_name(name);
        let why = match &old_record {
            Some(_) => format!("{name} beside it is damaged"),
            None => format!("no {name} beside it says what the last import made"),
        };
        notice!(
            "{path}: note: {why}, so nobody knows what people changed since: all of the above follows the source."
        );
    }
    let easy_path = format!("{folder}/{}", name.replacen("index", "easy-read", 1));
    if root.join(&easy_path).exists() {
        let easy = read(root, &easy_path, Role::EasyRead, imported, languages)?;
        for section in again::affected(&easy, &change) {
            let line = easy.source.position(section.place.start).line;
            let names = section.names.join(", ");
            say!("    {easy_path}:{line}: “{}” explains {names}: read it again", section.heading);
        }
    }
    Ok(())
}

/// Why a source is not brought in, and what to do.
fn why(refused: &Refused, path: &str) -> String {
    match refused {
        Refused::Wrong(findings) => {
            let first = findings.first();
            let line = first.map_or(1, |finding| finding.place.position().line);
            let message = first.map_or("", |finding| finding.message.as_str());
            format!(
                "{path}:{line}: {message}; mend it, so that what the front matter says is known. Nothing was changed"
            )
        }
        Refused::OtherText => {
            format!(
                "nothing in it is as in {path}, so it looks like another text, and nothing was changed. Import it under another name, or replace that text with --force"
            )
        }
    }
}

/// The path of the text that was made of a source: in the folder of its name, or of its symbol in its language wherever it is.
pub fn path(root: &Path, imported: &Imported, tag: Option<&str>) -> Result<String> {
    let [index, _] = import::names(tag);
    let usual = format!("{CONTENT}/{}/{index}", imported.slug);
    if root.join(&usual).exists() {
        return Ok(usual);
    }
    let library = site::read(root, Drafts::Include).ok().and_then(|(library, _)| library);
    let symbol = imported.symbol.as_deref();
    let found = library.as_ref().and_then(|library| {
        library.works.iter().find(|work| {
            symbol.is_some()
                && work.official.front.symbol.as_deref() == symbol
                && work.lang.primary() == imported.lang.primary()
        })
    });
    match found {
        Some(work) => Ok(work.official.source.path().to_owned()),
        None => Err(Usage(format!("{usual} is not there")).into()),
    }
}

fn read(
    root: &Path,
    path: &str,
    role: Role,
    imported: &Imported,
    languages: &Arc<Languages>,
) -> Result<Document> {
    let text = std::fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"))?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let slug = folder.strip_prefix(CONTENT).unwrap_or(folder).trim_start_matches('/');
    let source = Arc::new(Source::new(path, text));
    Ok(parse::parse(&Input { source, role, slug: slug.into(), lang: imported.lang.clone() }, languages).0)
}

/// Says what changes.
fn print(old: &Document, change: &Change) {
    let count = |is: fn(&ChangedPiece) -> bool| change.pieces.iter().filter(|piece| is(piece)).count();
    let changed = count(|piece| piece.old.is_some() && piece.new.is_some());
    let new = count(|piece| piece.old.is_none() && !piece.is_own);
    let gone = count(|piece| piece.new.is_none() && !piece.is_own);
    let own = count(|piece| piece.new.is_none() && piece.is_own);
    say!(
        "    {}: {} as before, {changed} changed, {new} new, {gone} gone",
        counted(change.stay + own + changed + new, "paragraph"),
        change.stay + own
    );
    let text = Source::new(old.source.path(), change.text.as_str());
    for field in &change.fields {
        match &field.old {
            Some(was) => {
                let own = if field.is_own { ", and people had changed it" } else { "" };
                say!("    {}: “{}” becomes “{}”{own}", field.key, short(was), short(&field.new));
            }
            None => {
                let own = if field.is_own { ", and people had taken it out" } else { "" };
                say!("    {}: new, “{}”{own}", field.key, short(&field.new));
            }
        }
    }
    for piece in &change.pieces {
        let name = piece.names.first().map_or_else(String::new, |name| format!("{name}, "));
        match (&piece.old, &piece.new) {
            (Some(was), Some(is)) => {
                let (was, is) = apart(was, is);
                let own = if piece.is_own { ", and people had changed it" } else { "" };
                say!("    {name}line {}: “{was}” becomes “{is}”{own}", line(&text, piece.place));
            }
            (None, Some(is)) if piece.is_own => say!("    people took out “{}”, which stays out", short(is)),
            (None, Some(is)) => {
                say!("    {name}line {}: new, “{}”", line(&text, piece.place), short(is))
            }
            (Some(was), None) if piece.is_own => {
                say!(
                    "    {name}line {}: people wrote “{}”, which stays",
                    line(&text, piece.place),
                    short(was)
                );
            }
            (Some(was), None) => {
                say!("    {name}line {} before: gone, “{}”", line(&old.source, piece.place), short(was))
            }
            (None, None) => {}
        }
    }
    for (place, words) in &change.elsewhere {
        say!("    line {}: “{}” stands here now", line(&text, *place), short(words));
    }
    for (was, is) in &change.moved {
        say!("    {was} is {is} now");
    }
    match change.seal {
        SealAfter::None => {}
        SealAfter::Holds => say!("    the seal holds: no official word or number is another one"),
        SealAfter::Broken => notice!(
            "{}: note: its seal does not hold: official words were changed since. “curbcut check” says more.",
            old.source.path()
        ),
        SealAfter::New => say!("    sealed anew"),
        SealAfter::Gone => notice!(
            "{}: note: its seal is taken away. Compare the text with its source, then run “curbcut seal”.",
            old.source.path()
        ),
    }
}

fn line(source: &Source, at: usize) -> u32 {
    let Position { line, .. } = source.position(at as u32);
    line
}

/// Words on one line, at most so many.
fn short(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", slice(&words, ..at)),
        None => words,
    }
}

/// How many characters stand around what differs.
const AROUND: usize = 12;

/// What differs in two texts, with a few characters around it.
fn apart(was: &str, is: &str) -> (String, String) {
    let (old, new): (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - same;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let shown = |text: &[char]| {
        let from = same.saturating_sub(AROUND);
        let to = (text.len() - end + AROUND).min(text.len());
        let words: String = text.get(from..to).unwrap_or_default().iter().collect();
        let before = if from > 0 { "…" } else { "" };
        let after = if to < text.len() { "…" } else { "" };
        format!("{before}{}{after}", words.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    (shown(&old), shown(&new))
}
