//! Commands that are killed at any moment leave every source whole and the site one edition.
//!
//! A command runs once to its end, which says how long that takes and what it makes; then it is killed after a random part of
//! that time, again and again. Only what is on the disk afterwards decides, never the time: a run that ends before its kill
//! must have done its work, and does not count. `scripts/kills` runs all of them, the tests a twentieth.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{self, PROGRAM, Site, reading};

/// How many kills of a command make the whole number.
const OF_BUILD: usize = 1000;
const OF_OTHERS: usize = 300;

/// The files below a folder with their bytes.
type Tree = BTreeMap<String, Vec<u8>>;

fn kills(of: usize) -> usize {
    let twentieths = std::env::var("CURBCUT_KILLS").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    of * twentieths / 20
}

fn command(site: &Site, arguments: &[&str]) -> Command {
    let mut command = support::command(PROGRAM, site.root(), arguments);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[track_caller]
fn run(site: &Site, arguments: &[&str]) {
    let ended = command(site, arguments).status().unwrap();
    assert!(ended.success(), "{arguments:?}: {ended}");
}

/// Runs a command and kills it, until it was killed often enough. `prepare` makes the sources ready before each run; `look`
/// looks at what is there after it, and is told whether the run came to its end.
fn kill_often(
    site: &Site,
    often: usize,
    arguments: &[&str],
    mut prepare: impl FnMut(usize),
    mut look: impl FnMut(bool),
) {
    prepare(0);
    let begun = Instant::now();
    run(site, arguments);
    let whole = begun.elapsed();
    look(true);
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut killed = 0;
    for attempt in 1.. {
        assert!(attempt < 100 * (often + 1), "{arguments:?}: nearly every run ends before its kill");
        prepare(attempt);
        let mut child = command(site, arguments).spawn().unwrap();
        std::thread::sleep(random.part_of(whole));
        // By turns as a system does that waits no longer, and as one that asks first.
        let signal = ["KILL", "TERM"][attempt / 2 % 2];
        let _ =
            Command::new("kill").args(["-s", signal, &child.id().to_string()]).stderr(Stdio::null()).status();
        let ended = child.wait().unwrap();
        match ended.signal() {
            None => assert_eq!(ended.code(), Some(0), "{arguments:?}"),
            Some(_) => killed += 1,
        }
        look(ended.signal().is_none());
        if killed == often {
            break;
        }
    }
    eprintln!("{arguments:?}: {killed} kills");
}

struct Random(u64);

impl Random {
    /// A duration from nothing to all of this one.
    fn part_of(&mut self, whole: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        whole.mul_f64((self.0 >> 11) as f64 / (1_u64 << 53) as f64)
    }
}

/// Everything below a folder; what a killed run may leave beside a source counts only when `all` is wanted.
fn tree(folder: &Path, all: bool) -> Tree {
    let mut tree = Tree::new();
    for entry in ignore::WalkBuilder::new(folder).standard_filters(false).build() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy();
        let is_left = name.starts_with('.') && name.ends_with(".curbcut");
        if entry.file_type().unwrap().is_file() && (all || !is_left) {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            tree.insert(path, std::fs::read(entry.path()).unwrap());
        }
    }
    tree
}

const NUMBERS: std::ops::Range<usize> = 0..12;

fn official(number: usize) -> String {
    format!(
        "---\ntitle: 第{number}号通知\nsummary: 开会的通知。\nkind: document\ndate: 2026-01-02\n---\n\n\
         ## 开会 {{#kai-hui}}\n\n各位居民请到会，共 {number} 项议题。\n"
    )
}

fn easy_read(number: usize) -> String {
    format!(
        "---\ntitle: 开会{number}\nabout: 这是通知的易读版。\nmade-by: 编写组\ndate: 2026-01-03\n---\n\n\
         ## 我们开会 {{covers=kai-hui}}\n\n我们开会,请你来.\n"
    )
}

/// A site of small texts, some with a byte order mark or the line ends of Windows.
fn site() -> Site {
    let site = Site::new(&[]);
    for number in NUMBERS {
        for (name, text) in [("index.md", official(number)), ("easy-read.md", easy_read(number))] {
            let text = if number % 2 == 0 { text } else { text.replace('\n', "\r\n") };
            let text = if number % 3 == 0 { format!("\u{FEFF}{text}") } else { text };
            site.write(&format!("content/{number}/{name}"), text);
        }
    }
    site
}

fn put_back(folder: &Path, tree: &Tree) {
    for (path, bytes) in tree {
        std::fs::write(folder.join(path), bytes).unwrap();
    }
}

/// After each run every source must be as it was or as a whole run leaves it, and nothing else may be there.
fn sources_stay_whole(site: &Site, arguments: &[&str]) {
    let content = site.root().join("content");
    let before = tree(&content, true);
    run(site, arguments);
    let after = tree(&content, true);
    assert_ne!(before, after, "{arguments:?} changes something");
    assert!(before.keys().eq(after.keys()), "{arguments:?} leaves nothing behind");
    kill_often(
        site,
        kills(OF_OTHERS),
        arguments,
        |_| put_back(&content, &before),
        |is_done| {
            let now = tree(&content, false);
            assert!(before.keys().eq(now.keys()), "{:?}", now.keys());
            for (path, bytes) in &now {
                let old = !is_done && *bytes == before[path];
                assert!(old || *bytes == after[path], "{path}: {}", String::from_utf8_lossy(bytes));
            }
        },
    );
    put_back(&content, &before);
    run(site, arguments);
    assert_eq!(tree(&content, true), after, "the next run leaves nothing of the killed ones");
}

#[test]
fn build_leaves_one_edition() {
    let site = site();
    // The title stands on every page. A collection is called by it, so there is none.
    let set = |attempt: usize| {
        let title = ["第一版", "第二版"][attempt % 2];
        let epub = "\n[epub]\ncollections = false\n";
        site.write("book.toml", support::BOOK.replace("决议", title) + epub);
    };
    let editions = [0, 1].map(|edition| {
        set(edition);
        run(&site, &["build"]);
        tree(&site.out(), true)
    });
    let pages = editions[0].iter().filter(|(path, _)| path.ends_with(".html"));
    assert!(editions[0].keys().eq(editions[1].keys()));
    assert!(pages.clone().count() > 24 && pages.clone().all(|(path, page)| editions[1][path] != *page));
    kill_often(&site, kills(OF_BUILD), &["build"], set, |_| {
        let now = tree(&site.out(), true);
        let differ = |edition: &Tree| -> Vec<String> {
            let paths = edition.keys().chain(now.keys());
            paths.filter(|path| edition.get(*path) != now.get(*path)).cloned().collect()
        };
        assert!(editions.contains(&now), "{:?}\n{:?}", differ(&editions[0]), differ(&editions[1]));
    });
    set(0);
    run(&site, &["build"]);
    assert_eq!(tree(&site.out(), true), editions[0]);
    assert!(!site.root().join(".public.curbcut").exists(), "the next run tidies up");
}

#[test]
fn seal_leaves_sources_whole() {
    sources_stay_whole(&site(), &["seal", "content"]);
}

#[test]
fn fixes_leave_sources_whole() {
    sources_stay_whole(&site(), &["check", "--fix"]);
}

#[test]
fn import_leaves_sources_whole() {
    let site = Site::new(&[]);
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds");
    for name in ["51-5.txt", "52-8.txt", "53-11.txt", "54-28.txt"] {
        std::fs::copy(seeds.join(name), site.root().join(name)).unwrap();
    }
    let arguments = ["import", "--force", "51-5.txt", "52-8.txt", "53-11.txt", "54-28.txt"];
    let content = site.root().join("content");
    run(&site, &arguments);
    let whole = tree(&content, true);
    let empty = || drop(std::fs::remove_dir_all(&content));
    // Where there is nothing yet.
    kill_often(
        &site,
        kills(OF_OTHERS / 2),
        &arguments,
        |_| empty(),
        |is_done| {
            let now = if content.exists() { tree(&content, false) } else { Tree::new() };
            assert!(!is_done || now.len() == whole.len());
            for (path, bytes) in now {
                assert!(whole.get(&path) == Some(&bytes), "{path}: {}", String::from_utf8_lossy(&bytes));
            }
        },
    );
    empty();
    run(&site, &arguments);
    // Where there are other texts.
    let before: Tree = whole.keys().map(|path| (path.clone(), "旧文\n".as_bytes().to_vec())).collect();
    kill_often(
        &site,
        kills(OF_OTHERS / 2),
        &arguments,
        |_| put_back(&content, &before),
        |_| {
            for (path, bytes) in tree(&content, false) {
                let is_old = bytes == before[&path];
                assert!(is_old || bytes == whole[&path], "{path}: {}", String::from_utf8_lossy(&bytes));
            }
        },
    );
    run(&site, &arguments);
    assert!(whole.keys().eq(tree(&content, true).keys()), "the next run leaves nothing of the killed ones");
}

#[test]
fn review_loses_no_record() {
    let site = site();
    let path = "content/0/review.yaml";
    let arguments = reading("content/0/easy-read.md");
    let begun = "# 先有的记录\r\n";
    site.write(path, begun);
    let mut before = begun.to_owned();
    let mut before_run = 0;
    kill_often(
        &site,
        kills(OF_OTHERS),
        &arguments,
        |_| {},
        |is_done| {
            let now = site.read(path);
            assert!(now.starts_with(&before), "{now}");
            let records: Option<Vec<serde_yaml::Value>> = serde_yaml::from_str(&now).unwrap();
            let records = records.map_or(0, |records| records.len());
            assert!(records == before_run + 1 || (!is_done && records == before_run), "{now}");
            assert_eq!(now.matches('\n').count(), now.matches("\r\n").count());
            (before, before_run) = (now, records);
        },
    );
    run(&site, &arguments);
    let names = tree(&site.root().join("content/0"), true);
    assert!(names.keys().eq(["easy-read.md", "index.md", "review.yaml"]), "{:?}", names.keys());
}
