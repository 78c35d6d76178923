//! The page for addresses that lead nowhere is shown at any depth: its links begin at the root of the host.

use crate::support::{BOOK, Site, curbcut, places};

const TEXT: &str = "---\ntitle: 文件\nsummary: 这是一份文件。它很短。\n---\n\n正文。\n";

#[test]
fn its_links_hold_at_any_depth() {
    let site = Site::new(&[("content/a/index.md", TEXT)]);
    for (base, root) in [
        ("", "/"),
        ("base-url = \"https://example.org\"\n", "/"),
        ("base-url = \"https://example.org/a b/\"\n", ""),
        ("base-url = \"https://example.org/wen-jian\"\n", "/wen-jian/"),
        ("base-url = \"https://例子.中国/文件/二/\"\n", "/%E6%96%87%E4%BB%B6/%E4%BA%8C/"),
    ] {
        site.write("book.toml", format!("{BOOK}[site]\n{base}"));
        let built = site.build_only(&["site"]);
        if root.is_empty() {
            assert!(places(&built.findings).contains(&"book.toml:5:13 config/wrong".to_owned()), "{base}");
            continue;
        }
        let page = site.page("404.html");
        for link in ["href=\"", "src=\""].iter().flat_map(|name| page.split(name).skip(1)) {
            let is_whole = link.starts_with("https://") || link.starts_with('#');
            assert!(is_whole || link.starts_with(root), "{base}: {}", link.split('"').next().unwrap());
        }
        assert!(page.contains(&format!("href=\"{root}assets/style.css\"")), "{page}");
        assert!(!site.page("a/index.html").contains("=\"/"), "no other page needs it");
        let audited = curbcut(site.root(), &["audit", "public"]);
        assert_eq!((audited.code, audited.out.contains("dead-link")), (0, false), "{base}: {}", audited.out);
    }
    site.write("public/404.html", site.page("404.html").replace("assets/style", "assets/stile"));
    let audited = curbcut(site.root(), &["audit", "public"]);
    assert!(audited.out.contains("dead-link"), "{}", audited.out);
}
