//! Writing while everything goes wrong: kills, full disks, missing rights, and others at work in the folder.
//!
//! What a child process does is an ignored test, which the others run in a process of its own.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{Ground, expect, tree, try_publish};
use curbcut::write::Edition;

/// Names the output folder of a child process.
const OUT: &str = "CURBCUT_TEST_OUT";
const SIGKILL: i32 = 9;

/// The test `name` of this file, to be run in a process of its own.
fn child(program: &Path, name: &str, out: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["--exact", &format!("write::faults::{name}"), "--ignored", "--nocapture"]);
    command.env(OUT, out).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

fn this_program() -> PathBuf {
    std::env::current_exe().unwrap()
}

fn child_out() -> PathBuf {
    std::env::var_os(OUT).expect("the test that runs this one names the folder").into()
}

/// The site in its version `n`: some pages are always the same, some change, some are only in every third version.
fn version(n: usize) -> Vec<(String, String)> {
    let mut files = vec![("index.html".to_owned(), format!("第 {n} 版"))];
    for page in 0..30 {
        files.push((format!("决议/{}/{page}.html", page % 4), format!("第 {page} 页，第 {n} 版")));
        files.push((format!("同/{page}.html"), format!("第 {page} 页")));
    }
    if n.is_multiple_of(3) {
        files.push(("有时/index.html".to_owned(), "有时".to_owned()));
    }
    files
}

fn publish_version(out: &Path, n: usize) {
    let files = version(n);
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    try_publish(out, &files).unwrap();
}

/// The files of the folder without those that no build made, checked to be one whole version; returns its number.
fn whole_version(ground: &Ground) -> usize {
    let mut found: BTreeMap<_, _> = ground.tree().into_iter().filter(|(_, text)| text != "/").collect();
    assert_eq!(found.remove("照片/图.jpg").as_deref(), Some("照片"));
    let n = found["index.html"].trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap();
    assert_eq!(found, version(n).into_iter().collect());
    n
}

#[test]
#[ignore = "the child of a_killed_build_leaves_a_whole_site"]
fn publish_for_ever() {
    let out = child_out();
    for n in 1.. {
        publish_version(&out, n);
    }
}

/// Only stops a test that hangs: no machine is so slow.
const AT_MOST: Duration = Duration::from_secs(600);

/// Waits until the folder has another first page, and returns how long that took.
fn next_version(ground: &Ground) -> Duration {
    let page = || fs::read_to_string(ground.at("index.html")).unwrap_or_default();
    let (before, start) = (page(), Instant::now());
    while page() == before {
        assert!(start.elapsed() < AT_MOST, "the child publishes nothing");
        std::thread::sleep(Duration::from_micros(50));
    }
    start.elapsed()
}

#[test]
fn a_killed_build_leaves_a_whole_site() {
    // Twenty kills must hit a build at work; which do is chance, so there are as many as it takes.
    const MOMENTS: u32 = 40;
    const HITS: usize = 20;
    let ground = Ground::new();
    publish_version(&ground.out(), 1_000_000);
    ground.foreign("照片/图.jpg", "照片");
    let mut interrupted = 0;
    for attempt in 0.. {
        if attempt >= MOMENTS && interrupted >= HITS {
            break;
        }
        assert!(attempt < 100 * MOMENTS, "only {interrupted} kills hit a build at work");
        let mut child = child(&this_program(), "publish_for_ever", &ground.out()).spawn().unwrap();
        next_version(&ground);
        let cycle = next_version(&ground);
        // The moments of the kills cover one whole publication, however slow the machine is.
        std::thread::sleep(cycle * (attempt % MOMENTS) / MOMENTS);
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap().signal(), Some(SIGKILL));
        whole_version(&ground);
        interrupted += usize::from(!ground.beside().is_empty());
        if attempt % 2 == 0 {
            publish_version(&ground.out(), 1_000_000);
            assert_eq!(whole_version(&ground), 1_000_000);
            assert_eq!(ground.beside(), [""; 0], "the next run tidies up");
        }
    }
}

/// Puts the disk in the state of a kill: the folder `name` beside the output folder is the edition `from`.
fn leave(ground: &Ground, name: &str, from: &str) {
    let staging = ground.0.path().join(".public.curbcut");
    fs::create_dir_all(&staging).unwrap();
    fs::rename(ground.0.path().join(from), staging.join(name)).unwrap();
}

#[test]
fn a_kill_between_two_renames_is_mended() {
    let ground = Ground::new();
    publish_version(&ground.out(), 7);
    ground.foreign("照片/图.jpg", "照片");
    leave(&ground, "old", "public");
    try_publish(&ground.0.path().join("other"), &[("index.html", "不完整")]).unwrap();
    leave(&ground, "ready", "other");
    assert!(!ground.out().exists());
    drop(ground.begin());
    assert_eq!(whole_version(&ground), 7);
    assert_eq!(ground.beside(), [""; 0]);
}

#[test]
fn a_kill_before_the_old_edition_is_gone_loses_nothing() {
    for name in ["ready", "old"] {
        let ground = Ground::new();
        publish_version(&ground.out(), 7);
        ground.foreign("照片/图.jpg", "照片");
        ground.foreign("晚/到.txt", "晚到");
        leave(&ground, name, "public");
        publish_version(&ground.0.path().join("other"), 8);
        fs::rename(ground.0.path().join("other"), ground.out()).unwrap();
        drop(ground.begin());
        assert_eq!(ground.read("晚/到.txt"), "晚到");
        fs::remove_dir_all(ground.at("晚")).unwrap();
        assert_eq!(whole_version(&ground), 8);
        assert_eq!(ground.beside(), [""; 0]);
    }
}

#[test]
fn a_kill_before_the_swap_of_a_first_edition_leaves_no_site() {
    let ground = Ground::new();
    publish_version(&ground.out(), 7);
    leave(&ground, "ready", "public");
    publish_version(&ground.0.path().join("other"), 8);
    leave(&ground, "building", "other");
    drop(ground.begin());
    assert!(!ground.out().exists());
    assert_eq!(ground.beside(), [""; 0]);
}

#[test]
#[ignore = "the child of a_full_disk_leaves_the_old_site"]
fn publish_what_does_not_fit() {
    let out = child_out();
    let edition = Edition::begin(&out).unwrap();
    edition.add("小.html", "小").unwrap();
    let message = format!("{:#}", edition.add("大.html", vec![b'x'; 1 << 20]).unwrap_err());
    assert!(message.contains("cannot write 大.html: "), "{message}");
    assert!(edition.publish().is_err());
    // A manifest that does not fit is no different.
    let edition = Edition::begin(&out).unwrap();
    for n in 0..2_000 {
        edition.add(&format!("{n}.html"), "小").unwrap();
    }
    let message = format!("{:#}", edition.publish().unwrap_err());
    assert!(message.contains("cannot write ") && message.contains(".curbcut-manifest: "), "{message}");
    // A kill by the system in the middle of a file.
    let left = Edition::begin(&out).unwrap();
    left.add("小.html", "小").unwrap();
    assert!(left.add("大.html", vec![b'x'; 1 << 20]).is_err());
    std::process::exit(70);
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let ground = Ground::new();
    publish_version(&ground.out(), 5);
    ground.foreign("照片/图.jpg", "照片");
    // The size limit of the shell stands for the disk's; the trap turns its signal into an error.
    let program = child(&this_program(), "publish_what_does_not_fit", &ground.out());
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""])
        .arg(program.get_program())
        .args(program.get_args())
        .env(OUT, ground.out())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(70), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(whole_version(&ground), 5);
    publish_version(&ground.out(), 6);
    assert_eq!(whole_version(&ground), 6);
    assert_eq!(ground.beside(), [""; 0]);
}

#[test]
#[ignore = "the child of missing_rights_leave_the_old_site"]
fn publish_without_rights() {
    let out = child_out();
    let refusal = |out: &Path| format!("{:#}", try_publish(out, &[("index.html", "新")]).unwrap_err());
    let message = refusal(&out);
    assert!(message.contains("make that place writable or choose another one with --out"), "{message}");
    let message = refusal(&out.join("locked"));
    assert!(message.contains("cannot write in ") && message.contains("choose another folder"), "{message}");
    let message = refusal(&out.with_file_name("new").join("deeper"));
    assert!(message.contains("cannot create the folder"), "{message}");
    // A folder that its owner may not write to is carried over all the same.
    let site = out.join("site");
    try_publish(&site, &[("index.html", "旧")]).unwrap();
    fs::create_dir(site.join("只读")).unwrap();
    fs::write(site.join("只读/图.jpg"), "照片").unwrap();
    fs::set_permissions(site.join("只读"), fs::Permissions::from_mode(0o555)).unwrap();
    for (path, published) in [("index.html", true), ("只读/图.jpg", false)] {
        assert_eq!(try_publish(&site, &[(path, "新")]).is_ok(), published);
        assert_eq!(tree(&site), expect(&[("index.html", "新"), ("只读", "/"), ("只读/图.jpg", "照片")]));
        assert_eq!(fs::metadata(site.join("只读")).unwrap().mode() & 0o777, 0o555);
        assert!(!out.join(".site.curbcut").exists());
    }
}

#[test]
fn missing_rights_leave_the_old_site() {
    let ground = Ground::new();
    let folder = ground.0.path();
    let rights = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    ground.publish(&[("locked/index.html", "旧")]);
    // The administrator may do everything, so the child is nobody, and its program where nobody may read it.
    let program = folder.join("program");
    // Copied by another process: a file that any thread here has open for writing cannot be run.
    assert!(Command::new("cp").arg(this_program()).arg(&program).status().unwrap().success());
    rights(&program, 0o755);
    rights(&ground.at("locked"), 0o555);
    rights(&ground.out(), 0o777);
    rights(folder, 0o555);
    let mut child = child(&program, "publish_without_rights", &ground.out());
    let is_root = fs::metadata("/proc/self").is_ok_and(|meta| meta.uid() == 0);
    if is_root {
        child.uid(65_534).gid(65_534);
    }
    let output = child.output().unwrap();
    rights(folder, 0o755);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(ground.read("locked/index.html"), "旧");
    assert_eq!(ground.beside(), ["program"]);
}

#[test]
fn what_others_write_meanwhile_is_never_lost() {
    let ground = Ground::new();
    publish_version(&ground.out(), 0);
    let written = std::thread::scope(|scope| {
        // A fixed number of files: each is carried over by every later edition.
        let writer = scope.spawn(|| {
            let mut written = BTreeMap::new();
            for n in 0.. {
                if written.len() == 500 {
                    break;
                }
                let folder = ["别人", "决议/0"][n % 2];
                let (path, text) = (format!("{folder}/{n}.txt"), n.to_string());
                let _ = fs::create_dir(ground.at(folder));
                // The folder may be one that is just being taken apart: then nothing was written.
                if fs::write(ground.at(&path), &text).is_ok() {
                    written.insert(path, text);
                }
                std::thread::sleep(Duration::from_micros(100));
            }
            written
        });
        for n in 1.. {
            publish_version(&ground.out(), n);
            if writer.is_finished() {
                break;
            }
        }
        writer.join().unwrap()
    });
    let found = ground.tree();
    for (path, text) in &written {
        assert_eq!(found.get(path), Some(text), "{path}");
    }
    assert_eq!(ground.beside(), [""; 0]);
}
