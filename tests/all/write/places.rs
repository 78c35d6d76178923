//! Places where no site may stand.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use curbcut::write::{Edition, MANIFEST};

use super::{Ground, try_publish};

fn refused(out: &Path, reason: &str) {
    let message = format!("{:#}", Edition::begin(out).unwrap_err());
    assert!(message.contains(reason), "{}: {message}", out.display());
    assert!(message.contains("--out"), "says what to do: {message}");
}

#[test]
fn what_is_not_a_folder_is_refused() {
    let ground = Ground::new();
    let at = |name: &str| ground.0.path().join(name);
    fs::write(at("文件"), "文件").unwrap();
    fs::create_dir(at("文件夹")).unwrap();
    symlink("文件夹", at("链接")).unwrap();
    symlink("不存在", at("断开")).unwrap();
    refused(Path::new(""), "has no name");
    refused(&at("文件"), "is not a folder");
    refused(&at("链接"), "is a symbolic link");
    refused(&at("链接/"), "is a symbolic link");
    refused(&at("断开"), "is a symbolic link");
    refused(&at("文件/下面"), "cannot use");
    refused(&at("不存在/.."), "is not there");
    assert_eq!(fs::read_to_string(at("文件")).unwrap(), "文件");
    assert_eq!(fs::read_dir(at("文件夹")).unwrap().count(), 0);
    assert_eq!(ground.beside(), ["文件", "文件夹", "断开", "链接"]);
}

#[test]
fn a_link_on_the_way_is_followed() {
    let ground = Ground::new();
    fs::create_dir(ground.0.path().join("真")).unwrap();
    symlink("真", ground.0.path().join("链接")).unwrap();
    try_publish(&ground.0.path().join("链接/public"), &[("index.html", "首页")]).unwrap();
    assert_eq!(fs::read_to_string(ground.0.path().join("真/public/index.html")).unwrap(), "首页");
    assert_eq!(ground.beside(), ["真", "链接"]);
}

#[test]
fn the_root_and_the_current_folder_are_refused() {
    refused(Path::new("/"), "the root of the disk");
    for out in [".", "./", "..", "src/.."] {
        refused(Path::new(out), "is the current folder or holds it");
    }
    refused(&std::env::current_dir().unwrap(), "is the current folder or holds it");
}

#[test]
fn a_folder_with_sources_is_refused() {
    let ground = Ground::new();
    let root = ground.0.path().join("站");
    fs::create_dir_all(root.join("content/决议")).unwrap();
    refused(&root, "has a site's sources in it (content)");
    fs::write(root.join("book.toml"), "").unwrap();
    refused(&root, "has a site's sources in it (book.toml)");
    refused(&root.join("content"), "where the site's sources are");
    refused(&root.join("content/public"), "where the site's sources are");
    try_publish(&root.join("public"), &[("index.html", "首页")]).unwrap();
    let mut names: Vec<_> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["book.toml", "content", "public"]);
}

#[test]
fn a_document_called_content_is_no_source() {
    let ground = Ground::new();
    ground.publish(&[("content/index.html", "旧"), ("book.toml", "旧")]);
    ground.publish(&[("content/index.html", "新"), ("book.toml", "新")]);
    assert_eq!(ground.read("content/index.html"), "新");
}

#[test]
fn a_mount_point_is_refused() {
    // The process file system is mounted on every Linux; nothing is ever written there.
    if cfg!(target_os = "linux") {
        let message = format!("{:#}", Edition::begin(Path::new("/proc")).unwrap_err());
        assert!(message.contains("mount point") || message.contains("make that place writable"), "{message}");
    }
}

#[test]
fn a_strange_staging_folder_is_refused() {
    let ground = Ground::new();
    let elsewhere = ground.0.path().join("别处");
    fs::create_dir(&elsewhere).unwrap();
    symlink(&elsewhere, ground.0.path().join(".public.curbcut")).unwrap();
    let message = ground.refusal(&[("index.html", "首页")]);
    assert!(message.contains("is not a folder; move it away"), "{message}");
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
    assert!(!ground.out().exists());
}

#[test]
fn a_manifest_that_is_a_link_is_refused() {
    let ground = Ground::new();
    ground.publish(&[("index.html", "旧")]);
    fs::rename(ground.at(MANIFEST), ground.0.path().join("清单")).unwrap();
    symlink("../清单", ground.at(MANIFEST)).unwrap();
    assert!(ground.refusal(&[("index.html", "新")]).contains("not a manifest this version can read"));
    assert_eq!(ground.read("index.html"), "旧");
}
