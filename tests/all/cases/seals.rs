//! What is sealed was compared with an official document, so there must be something to compare.

use crate::support::Site;
use crate::support::curbcut;

fn text(front: &str, body: &str) -> String {
    format!("---\ntitle: 决议\n{front}summary: 一个例子。它很短。\n---\n{body}")
}

#[test]
fn a_text_without_words_is_not_sealed() {
    for (front, body) in [
        ("", ""),
        ("", "\n\n"),
        ("draft: true\n", "\n## \n"),
        ("", "\n## 一\n\n### 二\n"),
        ("", "\n<!-- 正文 -->\n"),
        ("", "\n---\n\n***\n"),
        ("", "\n……\n"),
        ("", "\n- \n"),
        ("", "\n<div lang=\"fr\"></div>\n"),
        ("kind: resolution\n", "\n"),
        ("digest: blake3:0000000000000000\n", "\n## 一\n"),
    ] {
        let before = text(front, body);
        for force in [&[][..], &["--force"]] {
            let site = Site::new(&[("content/a/index.md", &before)]);
            let ran = curbcut(site.root(), &[&["seal", "content/a"], force].concat());
            assert_ne!(ran.code, 0, "{body:?}: {}", ran.out);
            assert_eq!(site.read("content/a/index.md"), before, "{body:?}");
            if !front.starts_with("digest") || !force.is_empty() {
                assert!(
                    ran.err.contains("no words") && ran.err.contains("put the words"),
                    "{body:?}: {}",
                    ran.err
                );
            }
        }
    }
}

#[test]
fn a_text_with_words_anywhere_is_sealed() {
    for body in [
        "正文。",
        "1. 请各国报告。",
        "> 话",
        "| 年 |\n| --- |\n| 2023 |",
        "```\n话\n```",
        "<div>话</div>",
        "<p>话</p>",
        "<section>\n\n话\n\n</section>",
        "词\n: 义",
        "![话](tu.svg)",
        "2023",
    ] {
        let site = Site::new(&[("content/a/index.md", &text("", &format!("\n{body}\n")))]);
        site.write("content/b/index.md", text("", "\n## 一\n"));
        site.write("content/a/tu.svg", svg(""));
        let ran = curbcut(site.root(), &["seal", "content/a"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{body:?}");
        // One that cannot be sealed does not keep others from it.
        let site = Site::new(&[("content/b/index.md", &text("", &format!("\n{body}\n")))]);
        site.write("content/a/index.md", text("", "\n## 一\n"));
        site.write("content/b/tu.svg", svg(""));
        let ran = curbcut(site.root(), &["seal", "content"]);
        assert!(ran.code != 0 && ran.out.contains("content/b/index.md: sealed"), "{body:?}: {}", ran.out);
    }
}

#[test]
fn a_seal_sees_how_the_numbers_of_a_list_end_and_readers_see_it_too() {
    let text = "---\ntitle: 公约\nsummary: 短。请读。\n---\n\n## 一\n\n各国：\n\n1. 写报告；\n2. 建学校。\n";
    let site = Site::new(&[("content/a/index.md", text)]);
    let sealed = curbcut(site.root(), &["seal", "content/a"]);
    assert_eq!(sealed.code, 0, "{}", sealed.err);
    site.build();
    assert!(site.page("a/index.html").contains("<ol>\n<li>写报告；</li>"));
    let text = site.read("content/a/index.md");
    site.write("content/a/index.md", text.replace("1. 写", "1) 写").replace("2. 建", "2) 建"));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("error[official/"), "{}", ran.out);
    let sealed = curbcut(site.root(), &["seal", "content/a", "--force"]);
    assert_eq!(sealed.code, 0, "{}", sealed.err);
    site.build();
    assert!(site.page("a/index.html").contains("<ol class=\"bracketed\">\n<li>写报告；</li>"));
    assert!(site.page("a/a.txt").contains("1) 写报告；\n2) 建学校。"));
}

const WITH_PICTURES: &str = "---\ntitle: 通知\nsummary: 短。请读。\nsymbol: A/1\n---\n\n## 路 {#lu}\n\n请走这里。\n\n![路](tu.svg)\n\n**[![门](men.svg)](https://example.org/)**\n";

fn svg(inner: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>图</title>{inner}</svg>")
}

fn site_with_pictures() -> Site {
    let site = Site::new(&[("content/a/index.md", WITH_PICTURES)]);
    ["tu", "men"].iter().for_each(|name| site.write(&format!("content/a/{name}.svg"), svg("")));
    site
}

/// What “check” finds of seals: the rule, and the words with which its line begins.
fn found(site: &Site) -> Vec<(String, String)> {
    let ran = curbcut(site.root(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let of_seal = |finding: &&serde_json::Value| {
        ["official/changed", "official/not-sealed"].contains(&finding["rule"].as_str().unwrap())
    };
    let findings = report["findings"].as_array().unwrap().iter().filter(of_seal);
    let line = |finding: &serde_json::Value| {
        let text = site.read("content/a/index.md");
        let line = text.lines().nth(finding["line"].as_u64().unwrap() as usize - 1).unwrap();
        line.split(' ').next().unwrap().to_owned()
    };
    findings.map(|finding| (finding["rule"].as_str().unwrap().to_owned(), line(finding))).collect()
}

#[test]
fn a_picture_that_is_swapped_breaks_the_seal() {
    let site = site_with_pictures();
    let seal = |options: &[&str]| curbcut(site.root(), &[&["seal", "content/a"], options].concat());
    assert_eq!(seal(&[]).code, 0);
    let sealed = site.read("content/a/index.md");
    assert_eq!(sealed.matches("\ndigest: blake3:").count(), 1, "{sealed}");
    assert_eq!(sealed.matches("\npictures-digest: blake3:").count(), 1, "{sealed}");
    assert_eq!(found(&site), []);
    // Also one that stands in a link and in emphasis.
    for name in ["content/a/tu.svg", "content/a/men.svg"] {
        site.write(name, svg("<path d=\"M0 0h9\"/>"));
        let changed = ("official/changed".to_owned(), "pictures-digest:".to_owned());
        assert_eq!(found(&site), [changed], "{name}");
        let ran = seal(&[]);
        assert!(
            ran.code == 1 && ran.out.contains("its pictures have changed since it was sealed"),
            "{}",
            ran.out
        );
        assert_eq!(site.read("content/a/index.md"), sealed);
        site.write(name, svg(""));
        assert_eq!(found(&site), []);
    }
    site.write("content/a/tu.svg", svg("<path d=\"M0 0h9\"/>"));
    let ran = seal(&["--force"]);
    assert!(ran.code == 0 && ran.out.contains("sealed again"), "{}", ran.out);
    assert_eq!(
        (found(&site), site.read("content/a/index.md").matches("pictures-digest").count()),
        (vec![], 1)
    );
    // Without pictures nothing is sealed of them.
    site.replace("content/a/index.md", "![路](tu.svg)\n\n**[![门](men.svg)](https://example.org/)**\n", "");
    assert_eq!(seal(&["--force"]).code, 0);
    assert!(!site.read("content/a/index.md").contains("pictures-digest"));
}

#[test]
fn a_seal_that_does_not_tell_of_pictures_holds_and_says_so() {
    let site = site_with_pictures();
    assert_eq!(curbcut(site.root(), &["seal", "content/a"]).code, 0);
    let sealed = site.read("content/a/index.md");
    let line = sealed.lines().find(|line| line.starts_with("pictures-digest: ")).unwrap();
    site.write("content/a/index.md", sealed.replace(&format!("{line}\n"), ""));
    assert_eq!(found(&site), [("official/not-sealed".to_owned(), "digest:".to_owned())]);
    let ran = curbcut(site.root(), &["seal", "content/a"]);
    assert!(ran.code == 0 && ran.out.contains("its pictures are sealed too"), "{}", ran.out);
    assert_eq!(site.read("content/a/index.md"), sealed);
}

#[test]
fn a_text_whose_front_matter_has_a_mistake_is_not_sealed() {
    for (line, rule, at) in [
        ("date: 昨天", "front-matter/wrong-value", "line 4, column 7"),
        ("name: 甲", "front-matter/unknown-key", "line 4, column 1"),
        ("title: 又一", "front-matter/duplicate-key", "line 4, column 1"),
        ("date: [", "front-matter/bad-yaml", "line "),
        ("draft: 3", "front-matter/wrong-value", "line 4, column 8"),
    ] {
        for seal in ["", "digest: blake3:0\n", "digest: blake3:00000000000000000000000000000000\n"] {
            let before = text(&format!("{line}\n{seal}"), "\n正文。\n")
                .replace("title: 决议\n", "title: 决议\nsymbol: A/1\n");
            for force in [&[][..], &["--force"]] {
                let site = Site::new(&[
                    ("content/a/index.md", &before),
                    ("content/b/index.md", &text("", "\n话。\n")),
                ]);
                let ran = curbcut(site.root(), &[&["seal", "content"], force].concat());
                assert_eq!(ran.code, 1, "{line} {seal}: {}", ran.err);
                assert!(
                    ran.err.contains(rule)
                        && ran.err.contains("content/a/index.md\n")
                        && ran.err.contains(at),
                    "{line}: {}",
                    ran.err
                );
                assert!(ran.out.contains("content/b/index.md: sealed"), "{}", ran.out);
                assert_eq!(site.read("content/a/index.md"), before);
            }
        }
    }
    // A seal that is none is no mistake for who seals; only whether the words have changed is not known.
    let site = Site::new(&[("content/a/index.md", &text("digest: blake3:0\n", "\n话。\n"))]);
    let ran = curbcut(site.root(), &["seal", "content"]);
    assert!(ran.code == 1 && ran.out.contains("no digest; not sealed again without --force"), "{}", ran.out);
    let ran = curbcut(site.root(), &["seal", "content", "--force"]);
    assert!(ran.code == 0 && ran.out.contains("had a seal that is no digest; sealed again"), "{}", ran.out);
    assert_eq!(curbcut(site.root(), &["seal", "content"]).code, 0);
}

#[test]
fn a_seal_of_pictures_alone_is_broken() {
    let site = site_with_pictures();
    assert_eq!(curbcut(site.root(), &["seal", "content/a"]).code, 0);
    let sealed = site.read("content/a/index.md");
    let line = sealed.lines().find(|line| line.starts_with("digest: ")).unwrap();
    for without in ["", "digest:\n"] {
        site.write("content/a/index.md", sealed.replace(&format!("{line}\n"), without));
        assert_eq!(found(&site), [("official/changed".to_owned(), "pictures-digest:".to_owned())]);
        let ran = curbcut(site.root(), &["seal", "content/a"]);
        assert!(ran.code == 1 && ran.out.contains("its seal is of its pictures alone"), "{}", ran.out);
        assert_eq!(curbcut(site.root(), &["seal", "content/a", "--force"]).code, 0);
        assert_eq!(found(&site), []);
    }
}

#[test]
fn no_reading_of_a_version_is_recorded_while_the_seal_of_its_official_text_is_broken() {
    let site = site_with_pictures();
    site.write("content/a/easy-read.md", "# 易读\n\n## 甲 {covers=op-1}\n\n话。\n");
    assert_eq!(curbcut(site.root(), &["seal", "content/a"]).code, 0);
    let reading =
        ["review", "content/a/easy-read.md", "--role", "editor", "--readers", "1", "--consent", "none"];
    let sealed = site.read("content/a/index.md");
    site.write("content/a/index.md", format!("{sealed}\n多一句。\n"));
    let ran = curbcut(site.root(), &reading);
    assert!(
        ran.code == 2 && ran.err.contains("content/a/index.md is not the text that was sealed"),
        "{}",
        ran.err
    );
    assert!(!site.root().join("content/a/review.yaml").exists());
    site.write("content/a/index.md", sealed);
    let ran = curbcut(site.root(), &reading);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn a_text_whose_picture_is_not_there_is_not_sealed() {
    let site = Site::new(&[("content/a/index.md", WITH_PICTURES)]);
    site.write("content/a/tu.svg", svg(""));
    let ran = curbcut(site.root(), &["seal", "content/a"]);
    assert!(
        ran.code == 1 && ran.err.contains("not sealed, as its picture “men.svg” is not there"),
        "{}",
        ran.err
    );
    assert_eq!(site.read("content/a/index.md"), WITH_PICTURES);
}
