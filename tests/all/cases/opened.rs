//! Only regular files below the site's root are opened: nothing is waited for, and no link is followed.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;

use rustix::fs::{CWD, Mode, mkfifoat};

use crate::support::Site;
use crate::support::{Ran, curbcut};

const TEXT: &str = "---\ntitle: 决议\nsummary: 一。\nkind: document\n---\n\n正文。\n";

fn pipe(site: &Site, path: &str) {
    let place = site.root().join(path);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    let _ = std::fs::remove_file(&place);
    mkfifoat(CWD, &place, Mode::from_raw_mode(0o600)).unwrap();
}

fn site() -> Site {
    Site::new(&[("content/a/index.md", TEXT)])
}

#[track_caller]
fn says(ran: &Ran, code: i32, words: &[&str]) {
    assert_eq!(ran.code, code, "{ran:?}");
    for word in words {
        assert!(ran.err.contains(word) || ran.out.contains(word), "{word}: {ran:?}");
    }
}

#[test]
fn a_pipe_in_content_is_named() {
    for path in ["content/b/index.md", "content/a/图.png", "content/a/review.yaml"] {
        let site = site();
        pipe(&site, path);
        for arguments in [&["check"][..], &["build"]] {
            let ran = curbcut(site.root(), arguments);
            says(&ran, 1, &["content/not-a-file", path, "a named pipe (FIFO)"]);
        }
    }
}

#[test]
fn a_socket_and_a_device_in_content_are_named() {
    let site = site();
    let _socket = UnixListener::bind(site.root().join("content/a/图.svg")).unwrap();
    says(&curbcut(site.root(), &["check"]), 1, &["content/a/图.svg", "this is a socket"]);
    std::fs::remove_file(site.root().join("content/a/图.svg")).unwrap();
    symlink("/dev/zero", site.root().join("content/a/图.svg")).unwrap();
    says(&curbcut(site.root(), &["check"]), 1, &["content/link", "content/a/图.svg"]);
}

#[test]
fn a_pipe_with_a_name_that_is_read_by_itself_is_named() {
    let site = site();
    pipe(&site, "book.toml");
    says(&curbcut(site.root(), &["check"]), 1, &["book.toml", "a named pipe (FIFO)"]);
    for path in ["templates/page.html", "themes/default/own.css"] {
        let site = self::site();
        pipe(&site, path);
        says(&curbcut(site.root(), &["build"]), 3, &[path, "a named pipe (FIFO)"]);
    }
    for name in [".gitignore", ".ignore"] {
        let site = self::site();
        pipe(&site, &format!("content/a/{name}"));
        says(&curbcut(site.root(), &["check"]), 3, &[name, "a named pipe (FIFO)"]);
        // Above the texts it may be anybody's: it is passed over.
        let site = self::site();
        pipe(&site, name);
        says(&curbcut(site.root(), &["check"]), 0, &[]);
    }
}

#[test]
fn a_pipe_as_argument_is_named() {
    let site = site();
    pipe(&site, "x.html");
    pipe(&site, "x.epub");
    pipe(&site, "x.txt");
    pipe(&site, "out");
    let named = ["a named pipe (FIFO)"];
    says(&curbcut(site.root(), &["audit", "x.html"]), 2, &named);
    says(&curbcut(site.root(), &["audit", "x.epub"]), 2, &named);
    says(&curbcut(site.root(), &["audit", "."]), 2, &named);
    says(&curbcut(site.root(), &["import", "x.txt"]), 2, &named);
    says(&curbcut(site.root(), &["import", "/dev/zero"]), 2, &["a device"]);
    says(&curbcut(site.root(), &["build", "--out", "out"]), 2, &named);
    assert_ne!(curbcut(site.root(), &["check", "--root", "out"]).code, 0);
    assert_ne!(curbcut(site.root(), &["seal", "x.txt"]).code, 0);
    let review = ["review", "x.txt", "--role", "reader", "--readers", "2", "--consent", "none"];
    assert_ne!(curbcut(site.root(), &review).code, 0);
}

#[test]
fn a_pipe_where_the_lock_of_a_build_is_is_named() {
    let site = site();
    pipe(&site, ".public.curbcut/lock");
    says(&curbcut(site.root(), &["build"]), 3, &["a named pipe (FIFO)"]);
}

#[test]
fn a_folder_that_is_a_link_is_not_followed() {
    for (path, code) in [("content", 1), ("content/b", 1), ("templates", 3), ("themes", 3)] {
        let (site, outside) = (site(), tempfile::tempdir().unwrap());
        std::fs::create_dir(outside.path().join("default")).unwrap();
        std::fs::write(outside.path().join("index.md"), TEXT.replace("正文", "外面的字")).unwrap();
        let place = site.root().join(path);
        if place.exists() {
            std::fs::remove_dir_all(&place).unwrap();
        }
        symlink(outside.path(), &place).unwrap();
        says(&curbcut(site.root(), &["build"]), code, &["a link to another place", path]);
        assert!(!site.out().exists());
    }
}

/// While a build runs, files and folders become links to a secret outside and files again.
#[test]
fn what_is_swapped_for_a_link_never_leads_out() {
    let (site, outside) = (site(), tempfile::tempdir().unwrap());
    const SECRET: &str = "绝密的字";
    std::fs::write(outside.path().join("index.md"), TEXT.replace("正文", SECRET)).unwrap();
    std::fs::write(outside.path().join("图.txt"), SECRET).unwrap();
    for number in 0..20 {
        site.write(&format!("content/{number}/index.md"), TEXT);
        site.write(&format!("content/{number}/图.txt"), "图");
    }
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let content = site.root().join("content");
            let (aside, link) = (content.join(".aside"), content.join(".link"));
            let mut number = 0;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                let folder = content.join(number.to_string());
                number = (number + 1) % 20;
                let _ = symlink(outside.path(), &link);
                let _ = std::fs::rename(&folder, &aside);
                let _ = std::fs::rename(&link, &folder);
                std::thread::yield_now();
                let _ = std::fs::remove_file(&folder);
                let _ = std::fs::rename(&aside, &folder);
            }
        });
        for _ in 0..10 {
            curbcut(site.root(), &["build"]);
            let published = |path: &Path| {
                let files = ignore::WalkBuilder::new(path).standard_filters(false).build();
                let files = files.filter_map(Result::ok).filter(|entry| entry.path().is_file());
                files.map(|entry| std::fs::read(entry.path()).unwrap()).collect::<Vec<_>>()
            };
            for bytes in published(&site.out()) {
                assert!(!String::from_utf8_lossy(&bytes).contains(SECRET));
            }
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}
