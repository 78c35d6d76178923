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
