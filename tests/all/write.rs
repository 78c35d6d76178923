//! Writing a site: the rules, on a real disk. Kills, full disks and missing rights are in `write/faults.rs`.

#![cfg(unix)]

mod faults;
mod places;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use curbcut::write::{Edition, MANIFEST, Report};
use rayon::prelude::*;
use tempfile::TempDir;

/// A folder for one test, with the output folder `public` in it.
struct Ground(TempDir);

impl Ground {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn at(&self, path: &str) -> PathBuf {
        self.out().join(path)
    }

    fn begin(&self) -> Edition {
        Edition::begin(&self.out()).unwrap()
    }

    /// Publishes exactly these files.
    fn publish(&self, files: &[(&str, &str)]) -> Report {
        try_publish(&self.out(), files).unwrap()
    }

    /// What must go wrong, as a person reads it.
    fn refusal(&self, files: &[(&str, &str)]) -> String {
        format!("{:#}", try_publish(&self.out(), files).unwrap_err())
    }

    /// Writes a file that no build made.
    fn foreign(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap()
    }

    /// Everything in the output folder except the manifest.
    fn tree(&self) -> BTreeMap<String, String> {
        tree(&self.out())
    }

    fn inode(&self, path: &str) -> u64 {
        fs::symlink_metadata(self.at(path)).unwrap().ino()
    }

    /// What stands beside the output folder: nothing may be left there.
    fn beside(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "public")
            .collect();
        names.sort();
        names
    }
}

fn try_publish(out: &Path, files: &[(&str, &str)]) -> anyhow::Result<Report> {
    let edition = Edition::begin(out)?;
    for (path, text) in files {
        edition.add(path, text)?;
    }
    edition.publish()
}

/// Path to content; `/` for a folder, `-> …` for a link.
fn tree(root: &Path) -> BTreeMap<String, String> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = entry.path();
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                walk(root, &path, found);
                found.insert(name, "/".into());
            } else if kind.is_symlink() {
                found.insert(name, format!("-> {}", fs::read_link(&path).unwrap().display()));
            } else if name != MANIFEST {
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found);
    found
}

fn expect(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_first_edition_stands_in_a_new_folder() {
    let ground = Ground::new();
    let report = ground.publish(&[("索引.html", "人权理事会"), ("a-hrc-res-52-8/index.html", "决议")]);
    assert_eq!(report, Report { written: 2, bytes: 21, ..Report::default() });
    assert_eq!(
        ground.tree(),
        expect(&[
            ("索引.html", "人权理事会"),
            ("a-hrc-res-52-8", "/"),
            ("a-hrc-res-52-8/index.html", "决议")
        ])
    );
    let [first, second] = [("a-hrc-res-52-8/index.html", "决议"), ("索引.html", "人权理事会")]
        .map(|(path, text)| format!("{}  {path}\n", blake3::hash(text.as_bytes()).to_hex()));
    assert_eq!(ground.read(MANIFEST), format!("curbcut-manifest 1\n{first}{second}"));
    assert_eq!(ground.beside(), [""; 0]);
}

#[test]
fn missing_parents_are_made_and_go_again_without_a_site() {
    let ground = Ground::new();
    let out = ground.0.path().join("发布/二〇二六/public");
    drop(Edition::begin(&out).unwrap());
    assert_eq!(ground.beside(), [""; 0]);
    try_publish(&out, &[("index.html", "首页")]).unwrap();
    assert_eq!(tree(&out), expect(&[("index.html", "首页")]));
}

#[test]
fn a_later_edition_replaces_what_the_build_made() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "旧"), ("old/deep/page.html", "旧"), ("same.html", "同")]);
    let kept = ground.inode("same.html");
    let report = ground.publish(&[("index.html", "新一"), ("same.html", "同"), ("new.html", "新")]);
    assert_eq!(report, Report { written: 2, unchanged: 1, removed: 1, bytes: 12, notes: vec![] });
    assert_eq!(ground.tree(), expect(&[("index.html", "新一"), ("same.html", "同"), ("new.html", "新")]));
    assert_eq!(ground.inode("same.html"), kept, "an unchanged file is not written again");
    assert_eq!(ground.beside(), [""; 0]);
}

#[test]
fn an_edition_without_any_change_touches_nothing() {
    let ground = Ground::new();
    let files = [("index.html", "首页"), ("en/index.html", "home")];
    ground.publish(&files);
    let [folder, manifest] = ["", MANIFEST].map(|path| ground.inode(path));
    let report = ground.publish(&files);
    assert_eq!(report, Report { unchanged: 2, bytes: 10, ..Report::default() });
    assert_eq!(["", MANIFEST].map(|path| ground.inode(path)), [folder, manifest]);
}

#[test]
fn a_file_of_ours_changed_by_hand_is_written_again() {
    let ground = Ground::new();
    let files =
        [("same-length.html", "人人"), ("longer.html", "人"), ("gone.html", "人"), ("link.html", "人")];
    ground.publish(&files);
    let later = fs::metadata(ground.at(MANIFEST)).unwrap().modified().unwrap() + Duration::from_millis(1);
    fs::write(ground.at("same-length.html"), "入人").unwrap();
    File::options().write(true).open(ground.at("same-length.html")).unwrap().set_modified(later).unwrap();
    fs::write(ground.at("longer.html"), "人人").unwrap();
    fs::remove_file(ground.at("gone.html")).unwrap();
    fs::remove_file(ground.at("link.html")).unwrap();
    symlink("longer.html", ground.at("link.html")).unwrap();
    let report = ground.publish(&files);
    assert_eq!((report.written, report.unchanged), (4, 0));
    assert_eq!(ground.tree(), expect(&files));
}

#[test]
fn an_edition_never_changes_a_file_in_place() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "旧"), ("same.html", "同")]);
    let backup = ground.0.path().join("backup.html");
    fs::hard_link(ground.at("index.html"), &backup).unwrap();
    ground.publish(&[("index.html", "新"), ("same.html", "同")]);
    assert_eq!(fs::read_to_string(backup).unwrap(), "旧");
}

#[test]
fn what_no_build_made_is_carried_over_as_it_is() {
    let ground = Ground::new();
    let outside = ground.0.path().join("外面");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("私人.txt"), "私人").unwrap();
    ground.publish(&[("index.html", "旧"), ("docs/page.html", "旧"), ("gone/page.html", "旧")]);
    ground.foreign("CNAME", "example.org");
    ground.foreign("docs/照片.jpg", "照片");
    ground.foreign("gone/笔记.txt", "笔记");
    ground.foreign(".well-known/deep/file", "文件");
    fs::create_dir(ground.at("空")).unwrap();
    symlink(&outside, ground.at("链接")).unwrap();
    symlink("不存在", ground.at("docs/断开")).unwrap();
    let then = UNIX_EPOCH + Duration::new(1_700_000_000, 987_654_321);
    for path in ["CNAME", "空"] {
        File::open(ground.at(path)).unwrap().set_modified(then).unwrap();
    }
    for (path, mode) in [("CNAME", 0o600), ("空", 0o2750), ("docs", 0o775), ("", 0o2755)] {
        fs::set_permissions(ground.at(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    let photo = ground.inode("docs/照片.jpg");

    for text in ["新", "更新"] {
        ground.publish(&[("index.html", text), ("docs/page.html", text)]);
        assert_eq!(
            ground.tree(),
            expect(&[
                ("index.html", text),
                ("docs", "/"),
                ("docs/page.html", text),
                ("CNAME", "example.org"),
                ("docs/照片.jpg", "照片"),
                ("gone", "/"),
                ("gone/笔记.txt", "笔记"),
                (".well-known", "/"),
                (".well-known/deep", "/"),
                (".well-known/deep/file", "文件"),
                ("空", "/"),
                ("链接", &format!("-> {}", outside.display())),
                ("docs/断开", "-> 不存在"),
            ])
        );
        for path in ["CNAME", "空"] {
            assert_eq!(fs::metadata(ground.at(path)).unwrap().modified().unwrap(), then, "{path}");
        }
        for (path, mode) in [("CNAME", 0o600), ("空", 0o2750), ("docs", 0o775), ("", 0o2755)] {
            assert_eq!(fs::metadata(ground.at(path)).unwrap().mode() & 0o7777, mode, "{path}");
        }
        assert_eq!(ground.inode("docs/照片.jpg"), photo);
        assert_eq!(ground.beside(), ["外面"]);
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
    }
}

#[test]
fn a_folder_with_only_foreign_files_takes_a_site() {
    let ground = Ground::new();
    ground.foreign("README", "读我");
    let report = ground.publish(&[("index.html", "首页")]);
    assert_eq!(report, Report { written: 1, bytes: 6, ..Report::default() });
    assert_eq!(ground.tree(), expect(&[("README", "读我"), ("index.html", "首页")]));
}

#[test]
fn a_foreign_file_in_the_way_stops_everything() {
    let page = [("甲/index.html", "页"), ("乙", "页"), ("index.html", "新")];
    for (foreign, named) in [("甲/index.html", "甲/index.html"), ("甲", "甲"), ("乙/丙", "乙")] {
        let ground = Ground::new();
        ground.publish(&[("index.html", "旧")]);
        ground.foreign(foreign, "别人的");
        let before = ground.tree();
        let message = ground.refusal(&page);
        assert!(message.contains(&format!("public/{named}")), "{message}");
        assert!(message.contains("move them away or choose another folder with --out"), "{message}");
        assert_eq!(ground.tree(), before);
        assert_eq!(ground.beside(), [""; 0]);
        fs::rename(ground.at(named), ground.0.path().join("away")).unwrap();
        ground.publish(&page);
    }
}

#[test]
fn an_empty_foreign_folder_and_a_link_are_in_the_way_too() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "旧")]);
    fs::create_dir(ground.at("乙")).unwrap();
    assert!(ground.refusal(&[("乙", "页")]).contains("public/乙"));
    fs::remove_dir(ground.at("乙")).unwrap();
    symlink(ground.0.path(), ground.at("乙")).unwrap();
    assert!(ground.refusal(&[("乙/index.html", "页")]).contains("public/乙"));
    assert_eq!(ground.beside(), [""; 0], "nothing is written through a link");
}

#[test]
fn many_files_in_the_way_are_counted() {
    let ground = Ground::new();
    let pages: Vec<_> = (0..8).map(|n| format!("页{n}.html")).collect();
    pages.iter().for_each(|page| ground.foreign(page, "别人的"));
    let files: Vec<_> = pages.iter().map(|page| (page.as_str(), "页")).collect();
    assert!(ground.refusal(&files).contains(" and 3 more; "));
}

#[test]
fn a_dropped_edition_changes_nothing() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "旧")]);
    ground.foreign("照片.jpg", "照片");
    let (before, folder) = (ground.tree(), ground.inode(""));
    let edition = ground.begin();
    edition.add("index.html", "新").unwrap();
    edition.add("deep/er/page.html", "新").unwrap();
    assert_eq!(ground.tree(), before);
    drop(edition);
    assert_eq!((ground.tree(), ground.inode("")), (before, folder));
    assert_eq!(ground.beside(), [""; 0]);
}

#[test]
fn a_refused_path_or_a_second_file_of_one_path_stops_the_edition() {
    for (path, reason) in [
        ("../外面.html", "has '.' or '..' as a part"),
        ("/etc/curbcut", "is absolute"),
        ("a//b", "a part of it is empty"),
        ("a\0b", "control character"),
        ("a\\b", "backslash"),
        (MANIFEST, "the manifest has that name"),
        ("页.html", "two pages have the path 页.html"),
        ("页.html/更深", "a file or folder of the site has that name"),
        ("夹", "a file or folder of the site has that name"),
    ] {
        let ground = Ground::new();
        ground.publish(&[("index.html", "旧")]);
        let before = ground.tree();
        let edition = ground.begin();
        edition.add("页.html", "页").unwrap();
        edition.add("夹/页.html", "页").unwrap();
        let message = format!("{:#}", edition.add(path, "坏").unwrap_err());
        assert!(message.contains(reason), "{path:?}: {message}");
        let message = edition.publish().unwrap_err().to_string();
        assert!(message.contains("nothing was published"), "{message}");
        assert_eq!(ground.tree(), before);
        assert_eq!(ground.beside(), [""; 0]);
    }
}

#[test]
fn two_builds_into_one_folder_do_not_meet() {
    let ground = Ground::new();
    let first = ground.begin();
    let message = ground.refusal(&[("index.html", "后")]);
    assert!(message.contains("another build is writing to"), "{message}");
    // Another spelling of the same folder, and a folder beside it.
    assert!(Edition::begin(&ground.0.path().join("./public/")).is_err());
    try_publish(&ground.0.path().join("public-2"), &[("index.html", "旁")]).unwrap();
    first.add("index.html", "先").unwrap();
    first.publish().unwrap();
    assert_eq!(ground.read("index.html"), "先");
    ground.publish(&[("index.html", "后")]);
    assert_eq!(ground.read("index.html"), "后");
}

#[test]
fn many_threads_add_at_once() {
    let ground = Ground::new();
    let pages: Vec<_> = (0..2_000)
        .map(|n| (format!("{}/{}/文件-{n}.html", n % 7, n % 61), format!("第 {n} 页").repeat(50)))
        .collect();
    for _ in 0..2 {
        let edition = ground.begin();
        pages.par_iter().for_each(|(path, text)| edition.add(path, text).unwrap());
        let report = edition.publish().unwrap();
        assert_eq!(report.written + report.unchanged, 2_000);
        let found: BTreeMap<_, _> = ground.tree().into_iter().filter(|(_, text)| text != "/").collect();
        assert_eq!(found, pages.iter().cloned().collect());
    }
    // Of many files with one path exactly one is taken.
    let edition = ground.begin();
    let taken = (0..64).into_par_iter().filter(|n| edition.add("一.html", n.to_string()).is_ok()).count();
    assert_eq!(taken, 1);
}

#[test]
fn a_damaged_manifest_stops_the_build() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "旧")]);
    let good = ground.read(MANIFEST);
    let bad =
        [String::new(), good.trim_end().to_owned(), good.replace("manifest 1", "manifest 9"), "乱".into()];
    for text in bad {
        fs::write(ground.at(MANIFEST), text).unwrap();
        let message = ground.refusal(&[("index.html", "新")]);
        assert!(message.contains("not a manifest this version can read"), "{message}");
        assert_eq!(ground.read("index.html"), "旧");
    }
    fs::write(ground.at(MANIFEST), good).unwrap();
    ground.publish(&[("index.html", "新")]);
}
