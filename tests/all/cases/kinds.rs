//! Kinds of documents: which keys each has, and pages, which are about the site and never official.

use curbcut::kinds::Kind;
use curbcut::render::{Job, Renderer, SourceMap, Templates};

use crate::support::curbcut;
use crate::support::{Site, library};

const NOTICE: (&str, &str) = (
    "content/tong-zhi/index.md",
    "---\ntitle: 通知\nsummary: 下周开会。人人都能来。\n---\n\n## 时间\n\n早上。\n",
);
const CONTACT: (&str, &str) = (
    "content/lian-xi/index.md",
    "---\ntitle: 联系我们\nkind: page\n---\n\n请打电话。\n\n## 地址 {#di-zhi}\n\n和平路。\n",
);
const EASY_CONTACT: (&str, &str) = (
    "content/lian-xi/easy-read.md",
    "---\ntitle: 找我们\nabout: 这里说怎样找到我们。\n---\n\n## 打电话 {covers=di-zhi}\n\n请打电话。\n",
);

/// Whether a page calls itself official, or says that it is not; its footer speaks of the documents of bodies.
fn calls_itself_official(page: &str) -> bool {
    let (page, _) = page.split_once("</main>").unwrap();
    ["正式文本", "这是网页版", "official text", "Official text", "official document"]
        .iter()
        .any(|words| page.contains(words))
}

#[test]
fn a_page_needs_a_title_only_and_is_in_the_footer_of_every_page() {
    let site = Site::new(&[NOTICE, CONTACT]);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let page = site.page("lian-xi/index.html");
    assert!(page.contains("<body class=\"page\">") && page.contains("dir=\"ltr\""), "{page}");
    assert!(page.contains("<meta name=\"description\" content=\"请打电话。\">"), "{page}");
    assert!(
        page.contains("href=\"#di-zhi\"") && !page.contains("easy-read") && !calls_itself_official(&page),
        "{page}"
    );
    for (path, link) in [
        ("index.html", "href=\"lian-xi/index.html\""),
        ("tong-zhi/index.html", "href=\"../lian-xi/index.html\""),
        ("accessibility/index.html", "href=\"../lian-xi/index.html\""),
        ("404.html", "href=\"/lian-xi/index.html\""),
        ("lian-xi/index.html", "href=\"index.html\" aria-current=\"page\""),
    ] {
        let page = site.page(path);
        let (_, footer) = page.split_once("<footer").unwrap();
        assert!(footer.contains(link) && footer.contains("aria-label=\"关于本网站\""), "{path}: {footer}");
        let (text, _) = page.split_once("</main>").unwrap();
        let (_, text) = text.split_once("<main").unwrap();
        assert!(path.starts_with("lian-xi") || !text.contains(link), "{path}: {text}");
    }
}

#[test]
fn no_book_no_coverage_and_no_missing_version_is_told_of_a_page() {
    let alone = Site::new(&[NOTICE]);
    assert_eq!(curbcut(alone.root(), &["build"]).code, 0);
    let site = Site::new(&[NOTICE, CONTACT]);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    assert!(!site.root().join("public/lian-xi/lian-xi.epub").exists());
    let book = |site: &Site| std::fs::read(site.root().join("public/jue-yi.epub")).unwrap();
    assert_eq!(book(&alone), book(&site), "the book of all documents holds no page");
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("tong-zhi") && !ran.out.contains("lian-xi"), "{}", ran.out);
    let measured = curbcut(site.root(), &["check", "--format", "html"]);
    assert!(!measured.out.contains("联系我们"), "{}", measured.out);
    let limitations = |site: &Site| {
        let page = site.page("accessibility/index.html");
        let (_, rest) = page.split_once("还没有易读版").unwrap();
        rest.chars().take(12).collect::<String>()
    };
    assert_eq!(limitations(&alone), limitations(&site));
    // A site of pages alone has no book to offer.
    let pages = Site::new(&[CONTACT]);
    assert_eq!(curbcut(pages.root(), &["build"]).code, 0);
    assert!(!pages.root().join("public/jue-yi.epub").exists());
}

#[test]
fn an_easy_read_version_of_a_page_is_offered_when_there_is_one() {
    let site = Site::new(&[NOTICE, CONTACT, EASY_CONTACT]);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let (page, easy) = (site.page("lian-xi/index.html"), site.page("lian-xi/easy-read/index.html"));
    assert!(page.contains("href=\"easy-read/index.html\"") && page.contains("<span>原文</span>"), "{page}");
    assert!(page.contains("easy-read/index.html#section-1"), "{page}");
    assert!(easy.contains("阅读原文：联系我们") && easy.contains("这一节讲的是原文的"), "{easy}");
    assert!(!calls_itself_official(&page) && !calls_itself_official(&easy), "{easy}");
    assert!(easy.contains("智力残疾人还没有读过"), "its status is told as of every version");
    // Its official brother still says what it is not.
    let official = Site::new(&[
        (CONTACT.0, &CONTACT.1.replace("kind: page", "authority: official\nsummary: 怎样联系。电话也行。")),
        EASY_CONTACT,
    ]);
    assert_eq!(curbcut(official.root(), &["build"]).code, 0);
    assert!(official.page("lian-xi/easy-read/index.html").contains("这不是正式文本。"));
}

#[test]
fn pages_further_down_stand_in_a_list_of_their_section_or_of_the_home_page() {
    let page = |title: &str| format!("---\ntitle: {title}\nkind: page\n---\n\n话。\n");
    let site = Site::new(&[
        NOTICE,
        ("content/bang-zhu/_index.md", "---\ntitle: 帮助\n---\n"),
        ("content/bang-zhu/da-yin/index.md", &page("怎样打印")),
        ("content/gong-zuo/zhao-ren/index.md", &page("招人")),
    ]);
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let (home, section) = (site.page("index.html"), site.page("bang-zhu/index.html"));
    assert!(home.contains("id=\"pages\"") && home.contains("招人") && !home.contains("怎样打印"), "{home}");
    assert!(
        section.contains("怎样打印") && !section.contains("招人") && !section.contains("这里还没有文件"),
        "{section}"
    );
}

#[test]
fn a_page_in_english_is_in_the_language_switch_and_its_links_are_checked() {
    let english = "---\ntitle: Contact us\nkind: page\n---\n\nPlease call us.\n";
    let site = Site::new(&[NOTICE, CONTACT, ("content/lian-xi/index.en.md", english)]);
    site.write(
        "book.toml",
        "[book]\ntitle = \"决议\"\nlanguage = \"zh-Hans\"\n\n[languages.en]\ntitle = \"Resolutions\"\n",
    );
    let ran = curbcut(site.root(), &["build"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(site.page("lian-xi/index.html").contains("href=\"../en/lian-xi/index.html\" lang=\"en\""));
    let page = site.page("en/lian-xi/index.html");
    assert!(page.contains("aria-label=\"About this site\"") && !calls_itself_official(&page), "{page}");
    site.write("content/lian-xi/index.md", format!("{}\n[没有](../mei-you/index.md)\n", CONTACT.1));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("link/nowhere"), "{}", ran.out);
}

#[test]
fn a_page_of_a_language_written_from_right_to_left_says_so() {
    let arabic = "---\ntitle: اتصل بنا\nkind: page\n---\n\nاتصل بنا.\n";
    let site = Site::new(&[NOTICE, ("content/lian-xi/index.ar.md", arabic)]);
    let (library, _) = library(site.root());
    let languages = library.languages();
    let templates = Templates::built_in(&languages, curbcut::languages::Languages::built_in());
    let renderer = Renderer::new(&library, &templates, &languages, SourceMap::Off);
    let work = library.works.iter().find(|work| work.lang.as_str() == "ar").unwrap();
    let page = renderer.page(Job::Official(work)).unwrap().html;
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("href=\"index.html\" aria-current=\"page\">اتصل بنا</a>"), "{page}");
}

#[test]
fn a_saved_text_that_becomes_a_page_moves_in_the_preview_too() {
    let site = Site::new(&[NOTICE, CONTACT]);
    let (shown, _) = library(site.root());
    let otherwise = |from: &str, to: &str| {
        let before = site.read(CONTACT.0);
        site.replace(CONTACT.0, from, to);
        let (changed, _) = library(site.root());
        let contact = changed.works.iter().find(|work| &*work.slug == "lian-xi").unwrap();
        site.write(CONTACT.0, before);
        shown.stands_otherwise(&contact.official)
    };
    for (from, to) in [
        ("kind: page", "summary: 怎样联系。电话也行。"),
        ("kind: page", "kind: page\nmenu: true"),
        ("kind: page", "kind: page\norder: 2"),
        ("kind: page", "kind: page\ndate: 2026-01-02"),
        ("title: ", "title: 新"),
    ] {
        assert!(otherwise(from, to), "{to}");
    }
    assert!(!otherwise("---\n\n", "---\n\n新的。\n\n"), "its words move nothing");
}

#[test]
fn what_is_never_official_is_not_sealed() {
    let site = Site::new(&[NOTICE, CONTACT]);
    let ran = curbcut(site.root(), &["seal", "content/lian-xi"]);
    assert!(
        ran.code == 2 && ran.err.contains("never official") && ran.err.contains("kind: page"),
        "{}",
        ran.err
    );
    assert_eq!(curbcut(site.root(), &["seal", "content"]).code, 0);
    assert!(site.read(NOTICE.0).contains("digest: ") && !site.read(CONTACT.0).contains("digest: "));
}

#[test]
fn a_key_of_another_kind_says_whose_it_is() {
    let with = |lines: &str| format!("---\ntitle: 甲\n{lines}\n---\n\n话。\n");
    for (lines, place, message, help) in [
        (
            "kind: page\nvote:\n  statement: 通过。",
            "line 4, column 1",
            "“vote” belongs to resolutions, not to pages",
            "“kind”",
        ),
        (
            "summary: 一。\nmeeting: 第 55 次会议",
            "line 4, column 1",
            "“meeting” belongs to resolutions, not to documents",
            "“kind”",
        ),
        (
            "kind: page\ndigest: blake3:0",
            "line 4, column 1",
            "belongs to documents, resolutions, acts, reports, events and entries",
            "“extra”",
        ),
        (
            "kind: page\nabout: 甲。",
            "line 4, column 1",
            "“about” belongs to easy-read versions, not to pages",
            "easy-read.md",
        ),
        (
            "kind: page\nsumary: 甲。",
            "line 4, column 1",
            "“sumary” is not a key of this file",
            "Did you mean “summary”?",
        ),
    ] {
        let site = Site::new(&[(CONTACT.0, &with(lines))]);
        let ran = curbcut(site.root(), &["check"]);
        for part in [place, message, help] {
            assert!(ran.code == 1 && ran.out.contains(part), "{part}: {}", ran.out);
        }
    }
    let easy = EASY_CONTACT.1.replace("about:", "vote: 甲\nabout:");
    let ran = curbcut(Site::new(&[CONTACT, (EASY_CONTACT.0, &easy)]).root(), &["check"]);
    assert!(ran.out.contains("“vote” belongs to resolutions, not to easy-read versions"), "{}", ran.out);
    // Of a kind that is not known, only that is told.
    let ran = curbcut(
        Site::new(&[(CONTACT.0, &with("kind: pages\nvote:\n  statement: 通过。"))]).root(),
        &["check"],
    );
    assert!(ran.out.contains("1 error in") && ran.out.contains("front-matter/wrong-value"), "{}", ran.out);
}

#[test]
fn a_new_text_of_every_kind_has_what_its_kind_asks() {
    let site = Site::new(&[]);
    for kind in Kind::all() {
        let (name, slug) = (kind.name(), kind.plural());
        let ran = curbcut(site.root(), &["new", slug, "--kind", name, "--title", "甲"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = site.read(&format!("content/{slug}/index.md"));
        assert!(text.contains(&format!("kind: {name}\n")) && text.contains("draft: true\n"), "{text}");
        assert_eq!(text.contains("\nsummary:\n"), kind.required().contains(&"summary"), "{text}");
        let easy = site.root().join(format!("content/{slug}/easy-read.md"));
        assert_eq!(easy.exists(), kind.asks_easy_read(), "{name}");
    }
    let ran = curbcut(site.root(), &["new", "x", "--kind", "poem"]);
    assert!(ran.code == 2 && ran.err.contains("resolution") && ran.err.contains("page"), "{}", ran.err);
}
