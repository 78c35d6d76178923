//! Who is asked, and what follows: names that hold other names, words between them and the task, and words before the verb.

use curbcut::follow_up::outcome;
use curbcut::library::Drafts;
use curbcut::site;

use super::{english, site as chinese};
use crate::support::Site;

/// Each line of the list holds a paragraph, who is asked, and what.
fn judge(list: &str, site_of: impl Fn(&str) -> Site) {
    let lines: Vec<Vec<&str>> = list.lines().map(|line| line.split(" | ").collect()).collect();
    let paragraphs: Vec<String> =
        lines.iter().enumerate().map(|(at, line)| format!("{}. {}", at + 1, line[0])).collect();
    let site = site_of(&paragraphs.join("\n\n"));
    let (library, _) = site::read(site.root(), Drafts::Skip).unwrap();
    let library = library.unwrap();
    let lang = &library.config.language;
    let found = outcome(&library.work("a", lang).unwrap().official, library.language(lang).patterns());
    let found: Vec<Vec<&str>> = found.iter().map(|found| found.split(" | ").collect()).collect();
    let wrong = lines.iter().enumerate().filter_map(|(at, line)| {
        let paragraph = format!("op-{}", at + 1);
        let of_paragraph: Vec<_> = found.iter().filter(|found| found[0] == paragraph).collect();
        let is_it = matches!(of_paragraph.as_slice(), [task] if task[2..4] == line[1..3]);
        (!is_it).then(|| format!("{}\n  found {of_paragraph:?}", line.join(" | ")))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn chinese_names_of_those_who_are_asked_are_found_whole() {
    judge(include_str!("who/zh.txt"), |paragraphs| chinese(paragraphs, ""));
}

#[test]
fn english_names_of_those_who_are_asked_are_found_whole() {
    judge(include_str!("who/en.txt"), english);
}
