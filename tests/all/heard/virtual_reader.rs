//! The phrases of our own pages, compared with those of the virtual screen reader of `scripts/test`.
//!
//! Its accepted logs are in `tests/judges/spoken`; a log beside them, in the folder that `CURBCUT_SPOKEN` names, is compared as
//! well: `node tests/judges/run.mjs SITE --dump-spoken DIR` writes one for each page.
//!
//! Where the two differ, and why:
//!
//! - Its names follow ARIA's own roles, so a `doc-glossref` has none, and the words in it are a phrase of their own. DPUB-AAM makes
//!   it a link, and browsers name it by its words, as we do. [`worded`] says it as the virtual reader does: that is the whole
//!   difference on the two pages whose logs are accepted.
//! - White space and punctuation that style sheets add are in no markup.

use std::path::{Path, PathBuf};

use curbcut::audit::heard::{Part, Phrase, heard};

use super::differences;
use crate::support::Site;

/// Roles that the virtual reader does not name by what stands in them.
const NAMED_BY_AUTHOR: [&str; 4] = ["doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"];

/// A phrase in the words of the virtual reader; nothing where it says nothing.
fn worded(all: &[Phrase], phrase: &Phrase) -> Vec<String> {
    let (phrase, is_end) = match phrase.part {
        Part::End(start) => (&all[start], true),
        _ => (phrase, false),
    };
    if phrase.role.is_empty() {
        return if phrase.part == Part::Text { vec![phrase.name.trim().to_owned()] } else { Vec::new() };
    }
    if NAMED_BY_AUTHOR.contains(&phrase.role) && phrase.layout.by_content {
        let whole = vec![phrase.role.to_owned(), phrase.name.clone(), format!("end of {}", phrase.role)];
        return match phrase.part {
            Part::Whole => whole,
            _ if is_end => whole[2..].to_vec(),
            _ => whole[..1].to_vec(),
        };
    }
    let role = match phrase.role {
        "img" => "image",
        "audio" | "dl" | "embed" | "field" | "figcaption" | "iframe" | "legend" | "object" | "summary"
        | "video" => "",
        role => role,
    };
    let role = if is_end { format!("end of {role}") } else { role.to_owned() };
    let mut parts = vec![role, phrase.name.clone(), phrase.value.clone(), phrase.description.clone()];
    for state in &phrase.states {
        parts.push(state.replace('-', " "));
    }
    let level = phrase.level.map(|level| format!("level {level}"));
    if phrase.role == "listitem" {
        let (position, size) = phrase.set.unwrap_or_default();
        parts.extend(level);
        parts.extend([format!("position {position}"), format!("set size {size}")]);
    } else if phrase.role == "heading" {
        parts.extend(level);
    }
    let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    if said.is_empty() || said == "end of " { Vec::new() } else { vec![said] }
}

/// What the virtual reader would log of a page.
fn log(html: &str) -> Vec<String> {
    let phrases = heard(html).phrases;
    let said = phrases.iter().flat_map(|phrase| worded(&phrases, phrase));
    let said = said.map(|phrase| phrase.split_whitespace().collect::<Vec<_>>().join(" "));
    ["document".to_owned()].into_iter().chain(said).chain(["end of document".to_owned()]).collect()
}

/// The accepted logs, and those of the folder that the environment names: each with its page.
fn logs() -> Vec<(String, Vec<String>)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judges/spoken");
    let more = std::env::var_os("CURBCUT_SPOKEN").map(PathBuf::from);
    let mut files = Vec::new();
    for folder in [Some(own), more].into_iter().flatten() {
        let walk = ignore::WalkBuilder::new(&folder).standard_filters(false).build();
        files.extend(
            walk.filter_map(Result::ok).map(ignore::DirEntry::into_path).filter(|path| path.is_file()),
        );
    }
    files.sort();
    files
        .iter()
        .filter_map(|file| {
            let log = std::fs::read_to_string(file).unwrap();
            let (page, log) = log.split_once('\n')?;
            Some((page.strip_prefix("# page: ")?.to_owned(), log.lines().map(str::to_owned).collect()))
        })
        .collect()
}

#[test]
fn our_phrases_are_those_of_the_virtual_reader() {
    let site = Site::own();
    assert!(site.build().report.is_some());
    let (mut all, mut equal) = (0, 0);
    let mut report = String::new();
    let logs = logs();
    assert!(logs.len() >= 2);
    for (page, theirs) in logs {
        let ours = log(&site.page(&page));
        let lines = differences(&theirs, &ours);
        let lost = lines.iter().filter(|line| line.starts_with('-')).count();
        all += theirs.len().max(ours.len());
        equal += theirs.len() - lost;
        report.push_str(&format!(
            "{page}: {} of {}\n{}\n",
            theirs.len() - lost,
            theirs.len(),
            lines.join("\n")
        ));
    }
    println!("{report}");
    assert!(equal * 100 >= all * 98, "{equal} of {all}\n{report}");
}
