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
        let ran = curbcut(site.root(), &["seal", "content/a"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{body:?}");
        // One that cannot be sealed does not keep others from it.
        let site = Site::new(&[("content/b/index.md", &text("", &format!("\n{body}\n")))]);
        site.write("content/a/index.md", text("", "\n## 一\n"));
        let ran = curbcut(site.root(), &["seal", "content"]);
        assert!(ran.code != 0 && ran.out.contains("content/b/index.md: sealed"), "{body:?}: {}", ran.out);
    }
}
