//! Who must do what by when: the tasks of the five resolutions against a list made by hand.

use curbcut::follow_up::outcome;
use curbcut::library::Drafts;
use curbcut::site;

use crate::support::Site;

/// A line of the list without its task, and the first and last words of that.
fn parts(line: &str) -> (String, Vec<&str>) {
    let mut parts: Vec<&str> = line.split(" | ").collect();
    let what = parts.remove(3);
    (parts.join(" | "), what.split(" … ").collect())
}

#[test]
fn every_task_of_the_five_resolutions_is_found_and_none_is_invented() {
    let (library, _) = site::read(Site::own().root(), Drafts::Skip).unwrap();
    let library = library.unwrap();
    let mut tasks = 0;
    let mut wrong = Vec::new();
    for section in include_str!("follow_up/tasks.txt").split("\n## ").skip(1) {
        let mut lines = section.lines().filter(|line| !line.trim().is_empty());
        let slug = lines.next().unwrap();
        let lang = &library.config.language;
        let text = &library.work(slug, lang).unwrap_or_else(|| panic!("{slug}")).official;
        let found = outcome(text, library.language(lang).patterns());
        let mut found: Vec<&str> = found.iter().map(String::as_str).collect();
        for line in lines {
            tasks += 1;
            let (wanted, words) = parts(line);
            let is_it = |found: &&str| {
                let (said, what) = parts(found);
                let what = what.concat();
                said == wanted && what.starts_with(words[0]) && what.ends_with(words[words.len() - 1])
            };
            match found.iter().position(is_it) {
                Some(at) => _ = found.remove(at),
                None => wrong.push(format!("{slug} lacks {line}")),
            }
        }
        wrong.extend(found.iter().map(|found| format!("{slug} has {found}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(tasks, 78);
}
