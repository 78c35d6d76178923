//! The preview: what an editor sees while files change, and what the server refuses.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::support::{Site, curbcut};
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use curbcut::collections::Shown;
use curbcut::finding::Finding;
use curbcut::library::Drafts;
use curbcut::serve::{Hosts, Serving};
use tokio::runtime::Runtime;
use tower::ServiceExt;

const OFFICIAL: &str =
    "---\ntitle: 关于报告的决定\nsummary: 这是一个决定。它讲报告。\n---\n\n## 一 {#one}\n\n第一段。\n";
const EASY: &str =
    "---\ntitle: 写报告\nabout: 这是决定的易读版。\n---\n\n## 报告 {covers=one}\n\n大家要写报告。\n";

/// Only stops a test that hangs: no machine is so slow.
const AT_MOST: Duration = Duration::from_secs(600);

struct Served {
    site: Site,
    serving: Serving,
    runtime: Runtime,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    bytes: Vec<u8>,
}

impl Served {
    fn new(site: Site) -> Self {
        Self::of(site, Drafts::Include)
    }

    fn of(site: Site, drafts: Drafts) -> Self {
        let serving = Serving::start(site.root(), drafts, Shown::All, None).unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        Self { site, serving, runtime }
    }

    fn pair() -> Self {
        Self::new(Site::new(&[
            ("content/jue-ding/index.md", OFFICIAL),
            ("content/jue-ding/easy-read.md", EASY),
        ]))
    }

    fn send(&self, request: Request<Body>) -> Answer {
        let router = self.serving.router(Hosts::loopback());
        self.runtime.block_on(async {
            let answer = router.oneshot(request).await.unwrap();
            let (parts, body) = answer.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            let words = String::from_utf8_lossy(&body).into_owned();
            Answer { status: parts.status, headers: parts.headers, body: words, bytes: body.into() }
        })
    }

    fn get(&self, path: &str) -> Answer {
        self.send(request(path, "127.0.0.1:8282"))
    }

    /// The page once it is as wanted.
    #[track_caller]
    fn when(&self, path: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        let began = Instant::now();
        loop {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            assert!(began.elapsed() < AT_MOST, "{path} stayed as it was: {} {}", answer.status, answer.body);
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn request(path: &str, host: &str) -> Request<Body> {
    Request::builder().uri(path).header(header::HOST, host).body(Body::empty()).unwrap()
}

/// The page without the desk: what would be published.
fn page(answer: &Answer) -> &str {
    answer.body.split("<section class=\"curbcut-desk").next().unwrap()
}

#[test]
fn a_saved_text_is_on_the_page() {
    let served = Served::pair();
    assert!(served.get("/jue-ding/").body.contains("第一段。"));
    served.site.replace("content/jue-ding/index.md", "第一段。", "改过的一段。");
    let answer = served.when("/jue-ding/", |answer| answer.body.contains("改过的一段。"));
    assert_eq!(answer.status, StatusCode::OK);
    served.site.replace("content/jue-ding/easy-read.md", "大家要写报告。", "大家写报告。");
    served.when("/jue-ding/easy-read/", |answer| answer.body.contains("大家写报告。"));
}

/// Editors that write beside the file and rename it onto the old one, or move the old one away first.
#[test]
fn every_way_of_saving_is_seen_and_never_shows_a_missing_page() {
    let served = Served::pair();
    let file = served.site.root().join("content/jue-ding/index.md");
    let beside = file.with_extension("md.neu");
    std::fs::write(&beside, OFFICIAL.replace("第一段", "换上的一段")).unwrap();
    std::fs::rename(&beside, &file).unwrap();
    served.when("/jue-ding/", |answer| {
        assert_eq!(answer.status, StatusCode::OK);
        answer.body.contains("换上的一段")
    });
    std::fs::rename(&file, file.with_extension("md~")).unwrap();
    std::fs::write(&file, OFFICIAL.replace("第一段", "移开以后写的一段")).unwrap();
    std::fs::remove_file(file.with_extension("md~")).unwrap();
    served.when("/jue-ding/", |answer| {
        assert_eq!(answer.status, StatusCode::OK);
        answer.body.contains("移开以后写的一段")
    });
}

#[test]
fn a_broken_text_leaves_its_last_page_with_the_finding_above_it() {
    let served = Served::pair();
    let path = "content/jue-ding/index.md";
    served.site.write(path, OFFICIAL.replace("title:", "titel:").replace("第一段", "坏了的一段"));
    let answer = served.when("/jue-ding/", |answer| answer.body.contains("curbcut-notice"));
    assert!(page(&answer).contains("第一段。") && !answer.body.contains("坏了的一段"), "{}", answer.body);
    assert!(page(&answer).contains("titel"), "the finding stands above the text: {}", answer.body);
    assert!(answer.body.contains("front-matter/unknown-key"));
    served.site.write(path, OFFICIAL.replace("第一段", "修好的一段"));
    let answer = served.when("/jue-ding/", |answer| answer.body.contains("修好的一段"));
    assert!(!answer.body.contains("curbcut-notice") && !answer.body.contains("front-matter/unknown-key"));
}

#[test]
fn half_a_file_and_what_is_no_text_leave_the_last_page() {
    let served = Served::pair();
    let path = "content/jue-ding/index.md";
    for broken in [&OFFICIAL.as_bytes()[..20], b"", b"\xB0\xA1\xB0", b"---\ntitle: \0\n"] {
        served.site.write(path, broken);
        let answer = served.when("/jue-ding/", |answer| answer.body.contains("curbcut-notice"));
        assert!(page(&answer).contains("第一段。"), "{broken:?}: {}", answer.body);
        served.site.write(path, OFFICIAL);
        served.when("/jue-ding/", |answer| !answer.body.contains("curbcut-notice"));
    }
}

#[test]
fn a_folder_or_a_link_in_the_place_of_a_text_leaves_its_last_page() {
    let served = Served::pair();
    let file = served.site.root().join("content/jue-ding/index.md");
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    let answer = served.when("/jue-ding/", |answer| answer.body.contains("curbcut-notice"));
    assert!(
        page(&answer).contains("第一段。") && answer.body.contains("content/unreadable"),
        "{}",
        answer.body
    );
    std::fs::remove_dir(&file).unwrap();
    served.site.write("content/jue-ding/index.md", OFFICIAL.replace("第一段", "又是一段"));
    served.when("/jue-ding/", |answer| answer.body.contains("又是一段"));
    #[cfg(unix)]
    {
        std::fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", &file).unwrap();
        let answer = served.when("/jue-ding/", |answer| answer.body.contains("content/link"));
        assert!(page(&answer).contains("又是一段") && !answer.body.contains("root:"), "{}", answer.body);
    }
}

#[cfg(unix)]
#[test]
fn a_text_that_may_not_be_read_leaves_its_last_page() {
    use std::os::unix::fs::PermissionsExt;
    let served = Served::pair();
    let file = served.site.root().join("content/jue-ding/index.md");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads everything; then there is nothing to see.
    if std::fs::read(&file).is_err() {
        let answer = served.when("/jue-ding/", |answer| answer.body.contains("content/unreadable"));
        assert!(page(&answer).contains("第一段。"));
    }
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    served.when("/jue-ding/", |answer| !answer.body.contains("content/unreadable"));
}

#[test]
fn what_is_deleted_is_gone_and_what_comes_is_there() {
    let served = Served::pair();
    std::fs::remove_file(served.site.root().join("content/jue-ding/easy-read.md")).unwrap();
    served.when("/jue-ding/easy-read/", |answer| answer.status == StatusCode::NOT_FOUND);
    let official = served.get("/jue-ding/");
    assert!(!official.body.contains("easy-read/index.html"), "no link to what is gone: {}", official.body);
    served.site.write("content/jue-ding/easy-read.md", EASY);
    served.when("/jue-ding/easy-read/", |answer| answer.status == StatusCode::OK);

    served.site.write("content/xin/shen/index.md", OFFICIAL.replace("关于报告", "关于深处"));
    served.when("/xin/shen/", |answer| answer.status == StatusCode::OK);
    assert!(served.get("/").body.contains("关于深处的决定"));

    let content = served.site.root().join("content");
    std::fs::rename(content.join("jue-ding"), content.join("决定")).unwrap();
    served.when("/%E5%86%B3%E5%AE%9A/", |answer| answer.status == StatusCode::OK);
    served.when("/jue-ding/", |answer| answer.status == StatusCode::NOT_FOUND);
    std::fs::remove_dir_all(&content).unwrap();
    served.when("/xin/shen/", |answer| answer.status == StatusCode::NOT_FOUND);
    served.site.write("content/jue-ding/index.md", OFFICIAL);
    served.when("/jue-ding/", |answer| answer.status == StatusCode::OK);
}

#[test]
fn settings_templates_and_themes_are_followed() {
    let served = Served::pair();
    served.site.write("book.toml", "[book]\ntitle = \"新的名字\"\nlanguage = \"zh-Hans\"\n");
    served.when("/", |answer| answer.body.contains("新的名字"));
    served.site.write("book.toml", "[book\n");
    let broken = served.when("/", |answer| answer.body.contains("config/wrong"));
    assert!(broken.body.contains("新的名字"), "the last settings stay: {}", broken.body);
    served.site.write("book.toml", crate::support::BOOK);
    served.when("/", |answer| !answer.body.contains("config/wrong"));

    served.site.write("templates/parts/footer.html", "<footer>我们的页脚</footer>\n");
    served.when("/", |answer| answer.body.contains("我们的页脚"));
    served.site.write("templates/parts/footer.html", "<footer>{{ page.");
    let broken = served.when("/", |answer| answer.body.contains("template/error"));
    assert!(broken.body.contains("我们的页脚"), "the last templates stay: {}", broken.body);
    served.site.write("templates/parts/footer.html", "<footer>{{ page.nothing.at_all }}</footer>");
    let broken =
        served.when("/", |answer| answer.body.contains("template/error") && answer.body.contains("nothing"));
    assert!(broken.body.contains("我们的页脚"), "the last page stays: {}", broken.body);
    std::fs::remove_dir_all(served.site.root().join("templates")).unwrap();
    served.when("/", |answer| !answer.body.contains("template/error") && !answer.body.contains("我们的页脚"));

    served.site.write("themes/default/tokens.css", ":root { --ink: #123456; }");
    served.when("/assets/tokens.css", |answer| answer.body.contains("#123456"));
}

#[test]
fn settings_that_were_never_right_have_a_page_of_their_own() {
    let site = Site::new(&[("content/jue-ding/index.md", OFFICIAL)]);
    site.write("book.toml", "[book]\ntitel = \"x\"\n");
    let served = Served::new(site);
    let answer = served.get("/jue-ding/");
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("titel") && answer.body.contains("desk.js"), "{}", answer.body);
    served.site.write("book.toml", crate::support::BOOK);
    served.when("/jue-ding/", |answer| answer.status == StatusCode::OK);
}

#[test]
fn words_and_pictures_are_followed() {
    let served = Served::pair();
    served.site.write("content/glossary.yaml", "- term: 报告\n  meaning: 写下来的话。\n");
    served.when("/jue-ding/easy-read/", |answer| answer.body.contains("写下来的话"));
    served.site.write("content/glossary.yaml", "- term: [");
    let broken = served.when("/glossary/", |answer| answer.body.contains("content/glossary.yaml"));
    assert!(page(&broken).contains("写下来的话"), "the last words stay: {}", broken.body);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    served.site.write("content/pictures/bao-gao.svg", svg);
    served.site.write(
        "content/pictures.yaml",
        "报告:\n  file: pictures/bao-gao.svg\n  author: 甲\n  licence: CC0-1.0\n",
    );
    served.site.replace("content/jue-ding/easy-read.md", "大家要写", "![](concept:报告)\n大家要写");
    served.when("/jue-ding/easy-read/", |answer| answer.body.contains("bao-gao.svg"));
    served.site.write("content/pictures.yaml", "报告: [");
    let broken = served.when("/jue-ding/easy-read/", |answer| answer.body.contains("content/pictures.yaml"));
    assert!(page(&broken).contains("bao-gao.svg"), "the last pictures stay: {}", broken.body);
    served.site.write("content/jue-ding/图.svg", svg);
    // What no text leads to is not published, here neither.
    served.when("/", |answer| answer.body.contains("content/jue-ding/图.svg"));
    assert_eq!(served.get("/jue-ding/%E5%9B%BE.svg").status, StatusCode::NOT_FOUND);
    served.site.replace("content/jue-ding/index.md", "第一段。", "第一段。![一张图](图.svg)");
    let picture = served.when("/jue-ding/%E5%9B%BE.svg", |answer| answer.status == StatusCode::OK);
    assert_eq!(picture.headers[header::CONTENT_TYPE], "image/svg+xml");
    served.site.write("content/jue-ding/图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>");
    served.when("/jue-ding/%E5%9B%BE.svg", |answer| answer.body.contains("<g/>"));
}

/// The preview shows drafts, and so their files; without drafts neither.
#[test]
fn the_files_of_a_draft_are_shown_with_it() {
    for (drafts, status) in [(Drafts::Include, StatusCode::OK), (Drafts::Skip, StatusCode::NOT_FOUND)] {
        let site = Site::new(&[
            ("content/jue-ding/index.md", OFFICIAL),
            (
                "content/geheim/index.md",
                "---\ntitle: 计划\ndraft: true\nsummary: 一个计划。它很短。\n---\n\n[附件](a.txt)\n",
            ),
            ("content/geheim/a.txt", "geheim"),
            ("content/geheim/b.txt", "geheim"),
        ]);
        let served = Served::of(site, drafts);
        assert_eq!(served.get("/geheim/a.txt").status, status);
        assert_eq!(served.get("/geheim/b.txt").status, StatusCode::NOT_FOUND);
    }
}

#[test]
fn a_theme_without_a_style_for_books_gives_the_books_of_a_build() {
    let site = Site::new(&[
        ("content/jue-ding/index.md", OFFICIAL),
        ("content/jue-ding/easy-read.md", EASY),
        ("themes/su/style.css", "body { margin: 0 }\n"),
        ("themes/default/book.css", "p { margin: 1em }\n"),
    ]);
    site.write("book.toml", format!("{}\n[site]\ntheme = \"su\"\n", crate::support::BOOK));
    assert!(site.build_only(&["epub"]).report.is_some());
    let served = Served::new(site);
    for book in ["jue-ding/jue-ding.epub", "jue-ding/jue-ding-easy-read.epub"] {
        let built = std::fs::read(served.site.out().join(book)).unwrap();
        assert!(served.get(&format!("/{book}")).bytes == built, "{book}");
    }
}

#[test]
fn books_are_made_when_they_are_asked_for() {
    let served = Served::pair();
    for (page, book) in [
        ("/jue-ding/", "jue-ding/jue-ding.epub"),
        ("/jue-ding/easy-read/", "jue-ding/jue-ding-easy-read.epub"),
    ] {
        assert!(served.get(page).body.contains(&format!("href=\"/{book}\"")), "{page} offers it");
        let answer = served.get(&format!("/{book}"));
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/epub+zip");
        assert!(answer.body.starts_with("PK") && answer.body.contains("application/epub+zip"));
    }
    assert_eq!(served.get("/jue-ding/fehlt.epub").status, StatusCode::NOT_FOUND);
    let collection = served.get("/").body;
    let book =
        collection.split("href=\"").find(|link| link.split('"').next().unwrap().ends_with(".epub")).unwrap();
    assert_eq!(served.get(book.split('"').next().unwrap()).status, StatusCode::OK);
}

#[test]
fn findings_of_the_rules_and_of_the_audit_come_and_go() {
    let served = Served::pair();
    assert!(!served.get("/jue-ding/easy-read/").body.contains("easy-read/percentage"));
    served.site.replace("content/jue-ding/easy-read.md", "大家要写报告。", "25% 的人写报告。");
    let answer = served.when("/jue-ding/easy-read/", |answer| answer.body.contains("easy-read/percentage"));
    assert!(answer.body.contains("data-curbcut="), "the paragraph is marked: {}", answer.body);
    served.site.replace("content/jue-ding/easy-read.md", "25% 的人写报告。", "大家要写报告。");
    served.when("/jue-ding/easy-read/", |answer| !answer.body.contains("easy-read/percentage"));
}

/// How the saves are gathered is decided without a clock, in `pending`; here it is seen that none is lost.
#[test]
fn the_last_save_of_a_burst_is_shown() {
    let served = Served::pair();
    served.get("/jue-ding/");
    let before = served.serving.version();
    for round in 0..200 {
        served.site.write("content/jue-ding/index.md", OFFICIAL.replace("第一段", &format!("第 {round} 次")));
    }
    served.when("/jue-ding/", |answer| answer.body.contains("第 199 次"));
    let states = served.serving.version() - before;
    assert!((1..=200).contains(&states), "{states} states for 200 saves");
}

#[test]
fn a_page_is_told_when_it_changed_and_only_then() {
    let served = Served::pair();
    let body = served.get("/jue-ding/").body;
    let seen = body.split("data-seen=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let question = format!("/_curbcut/newer?page=%2Fjue-ding%2F&seen={seen}");
    let router = served.serving.router(Hosts::loopback());
    let waiting = served.runtime.spawn(async move {
        let answer = router.oneshot(request(&question, "localhost")).await.unwrap();
        (answer.status(), axum::body::to_bytes(answer.into_body(), 100).await.unwrap())
    });
    let other = "content/bie-de/index.md";
    served.site.write(other, OFFICIAL.replace("关于报告", "关于别的"));
    served.when("/bie-de/", |answer| answer.status == StatusCode::OK);
    served.site.replace(other, "第一段。", "改了别的。");
    served.when("/bie-de/", |answer| answer.body.contains("改了别的"));
    assert!(!waiting.is_finished(), "the page of another text did not change");
    served.site.replace("content/jue-ding/index.md", "第一段。", "改过了。");
    let (status, now) =
        served.runtime.block_on(async { tokio::time::timeout(AT_MOST, waiting).await }).unwrap().unwrap();
    assert_eq!(status, StatusCode::OK);
    assert_ne!(String::from_utf8_lossy(&now), seen);
    let answer = served.get("/jue-ding/");
    assert!(answer.body.contains("改过了。"), "the new state is there when it is told of");
    assert!(answer.body.contains(&*String::from_utf8_lossy(&now)));
}

#[test]
fn drafts_are_shown_as_drafts_or_left_out() {
    let draft = OFFICIAL.replace("---\n\n", "draft: true\n---\n\n");
    let served = Served::new(Site::new(&[("content/cao-gao/index.md", &draft)]));
    assert!(served.get("/cao-gao/").body.contains("curbcut-draft"));
    let without = Serving::start(served.site.root(), Drafts::Skip, Shown::All, None).unwrap();
    let answer = served
        .runtime
        .block_on(without.router(Hosts::loopback()).oneshot(request("/cao-gao/", "localhost")))
        .unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

/// An entry that nobody agreed to is shown on this machine, marked, and in nothing that is published.
#[test]
fn withheld_entries_are_shown_marked_on_this_machine_alone() {
    let entry = |scope: &str| {
        format!(
            "---\ntitle: 热线{scope}\nkind: entry\nsummary: 一件事。\nconsent:\n  - {{by: 甲, date: 2025-01-01, scope: {scope}}}\n---\n\n[表格](biao.csv)\n\n一段话。\n"
        )
    };
    let site = Site::new(&[
        ("content/k/_index.md", "---\ntitle: 资料库\ncollection: collection.yaml\n---\n"),
        ("content/k/collection.yaml", "fields: []\n"),
        ("content/k/gong-kai/index.md", &entry("public")),
        ("content/k/ju-jue/index.md", &entry("none")),
        (
            "content/k/ju-jue/easy-read.md",
            "---\ntitle: 热线\nabout: 一条热线。\n---\n\n## 热线\n\n金丝雀。\n",
        ),
    ]);
    site.write("content/k/ju-jue/biao.csv", "甲,乙\n");
    let served = Served::new(site);
    let mark = "class=\"curbcut-notice\"";
    let shown = served.get("/k/gong-kai/");
    assert!(shown.status == StatusCode::OK && !shown.body.contains(mark));
    let withheld = served.get("/k/ju-jue/");
    assert!(withheld.status == StatusCode::OK && withheld.body.contains(mark), "{}", withheld.body);
    assert!(withheld.body.contains("热线none") && withheld.body.contains("只有这台电脑"));
    assert!(served.get("/k/ju-jue/easy-read/").body.contains("金丝雀"));
    assert_eq!(served.get("/k/ju-jue/biao.csv").status, StatusCode::OK);
    assert!(served.get("/_curbcut/findings/").body.contains("href=\"/k/ju-jue/\""));
    for list in ["/", "/k/", "/k/entries.json", "/k/entries.csv", "/sitemap.xml"] {
        let list = served.get(list);
        assert!(!list.body.contains("热线none") && !list.body.contains(mark), "{}", list.body);
    }
    served.site.write("content/k/ju-jue/index.md", entry("none").replace("一段话", "改过了"));
    served.when("/k/ju-jue/", |answer| answer.body.contains("改过了"));
    served.site.write("content/k/ju-jue/index.md", entry("public"));
    served.when("/k/ju-jue/", |answer| answer.status == StatusCode::OK && !answer.body.contains(mark));
    served.site.write("content/k/ju-jue/index.md", entry("none"));
    served.when("/k/ju-jue/", |answer| answer.body.contains(mark));
    let elsewhere = Serving::start(served.site.root(), Drafts::Include, Shown::Agreed, None).unwrap();
    for path in ["/k/ju-jue/", "/k/ju-jue/easy-read/", "/k/ju-jue/biao.csv"] {
        let asked = elsewhere.router(Hosts::loopback()).oneshot(request(path, "localhost"));
        assert_eq!(served.runtime.block_on(asked).unwrap().status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn nothing_is_written() {
    let served = Served::pair();
    let before = tree(served.site.root());
    served.get("/jue-ding/");
    served.site.write("content/jue-ding/index.md", OFFICIAL.replace("第一段", "改过"));
    served.when("/jue-ding/", |answer| answer.body.contains("改过"));
    assert_eq!(tree(served.site.root()), before);
}

fn tree(root: &Path) -> Vec<std::path::PathBuf> {
    let walk = ignore::WalkBuilder::new(root).standard_filters(false).build();
    let mut all: Vec<_> = walk.map(|entry| entry.unwrap().into_path()).collect();
    all.sort();
    all
}

#[test]
fn answers_say_their_type_and_are_not_kept() {
    let served = Served::pair();
    let answer = served.get("/jue-ding/");
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(served.get("/assets/style.css").headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
    let moved = served.get("/jue-ding");
    assert_eq!(
        (moved.status, &moved.headers[header::LOCATION]),
        (StatusCode::PERMANENT_REDIRECT, &"/jue-ding/".parse().unwrap())
    );
    let missing = served.get("/nirgends/tief/");
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.body.contains("href=\"/assets/style.css\""), "{}", missing.body);
    let posted = Request::post("/jue-ding/").header(header::HOST, "localhost").body(Body::empty()).unwrap();
    assert_eq!(served.send(posted).status, StatusCode::METHOD_NOT_ALLOWED);
    let head = Request::builder().method(Method::HEAD).uri("/jue-ding/").header(header::HOST, "localhost");
    let head = served.send(head.body(Body::empty()).unwrap());
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
}

/// An event whose recording is these bytes.
fn with_film(film: &[u8]) -> Served {
    let event = "---\ntitle: 讨论会\nkind: event\nsummary: 大家讨论。谁都可以来。\nrecordings:\n  - {file: a.webm, language: zh-Hans, captions: {zh-Hans: a.vtt}}\n---\n\n正文。\n";
    let site = Site::new(&[("content/a/index.md", event)]);
    site.write("content/a/a.webm", film);
    site.write("content/a/a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n大家好。\n");
    Served::new(site)
}

#[test]
fn a_part_of_a_film_is_sent_where_a_player_asks_for_it() {
    let film = [b"\x1A\x45\xDF\xA3".as_slice(), &(0..=255).collect::<Vec<u8>>()].concat();
    let served = with_film(&film);
    let ask = |method: Method, headers: &[(header::HeaderName, &str)]| {
        let request = Request::builder().method(method).uri("/a/a.webm").header(header::HOST, "localhost");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(name, *value));
        served.send(request.body(Body::empty()).unwrap())
    };
    for (range, status, part, content_range) in [
        ("bytes=0-", StatusCode::PARTIAL_CONTENT, 0..260, Some("bytes 0-259/260")),
        ("bytes=100-109", StatusCode::PARTIAL_CONTENT, 100..110, Some("bytes 100-109/260")),
        ("bytes=-10", StatusCode::PARTIAL_CONTENT, 250..260, Some("bytes 250-259/260")),
        ("bytes=260-", StatusCode::RANGE_NOT_SATISFIABLE, 0..0, Some("bytes */260")),
        ("seconds=1-2", StatusCode::OK, 0..260, None),
    ] {
        let answer = ask(Method::GET, &[(header::RANGE, range)]);
        assert_eq!((answer.status, &answer.bytes[..]), (status, &film[part.clone()]), "{range}");
        assert_eq!(
            answer.headers.get(header::CONTENT_RANGE).map(|said| said.to_str().unwrap()),
            content_range
        );
        assert_eq!(answer.headers[header::CONTENT_LENGTH], part.len().to_string());
        assert_eq!(answer.headers[header::ACCEPT_RANGES], "bytes");
        assert_eq!(answer.headers[header::CONTENT_TYPE], "video/webm");
    }
    assert_eq!(ask(Method::GET, &[]).status, StatusCode::OK);
    let as_it_was = [(header::RANGE, "bytes=0-1"), (header::IF_RANGE, "\"1\"")];
    assert_eq!(ask(Method::GET, &as_it_was).status, StatusCode::OK);
    assert_eq!(ask(Method::HEAD, &[(header::RANGE, "bytes=0-1")]).status, StatusCode::OK);
}

#[test]
fn findings_of_recordings_are_shown_with_their_event() {
    let served = with_film(b"<!DOCTYPE html>");
    for page in ["/a/", "/_curbcut/findings/"] {
        let shown = served.get(page).body;
        assert!(shown.contains("media/file") && shown.contains("no film or sound"), "{page}: {shown}");
    }
    served.site.write("content/a/a.vtt", "WEBVTT\n\n00:03.000 --> 00:02.000\n大家好。\n");
    served.when("/a/", |answer| answer.body.contains("media/captions-times"));
    served.site.write("content/a/index.md", "---\ntitle: 讨论会\nkind: event\nsummary: 大家讨论。谁都可以来。\nstart: 2026-12-14T10:00\n---\n\n正文。\n");
    let shown = served.when("/a/", |answer| answer.body.contains("event/times")).body;
    assert!(!shown.contains("media/"), "{shown}");
}

#[test]
fn only_files_of_the_site_are_served() {
    let served = Served::pair();
    served.site.write("geheim.txt", "geheim");
    served.site.write("content/.versteckt/a.txt", "geheim");
    for path in [
        "/../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/%2E%2E%2Fgeheim.txt",
        "/..%2fgeheim.txt",
        "/jue-ding/../../geheim.txt",
        "/jue-ding/%2e%2e/%2e%2e/geheim.txt",
        "/..%5cgeheim.txt",
        "/%5c..%5cgeheim.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/etc/passwd",
        "/jue-ding/index.html%00.txt",
        "/%00",
        "/%ff",
        "/book.toml",
        "/content/jue-ding/index.md",
        "/jue-ding/index.md",
        "/jue-ding/easy-read.md",
        "/.versteckt/a.txt",
        "/assets/../geheim.txt",
        "/assets/",
        "/assets",
        "/_curbcut/",
        "/_curbcut/../geheim.txt",
        "/_curbcut/desk.css/../../geheim.txt",
        "/jue-ding/easy-read/..%2f..%2fgeheim.txt",
    ] {
        let answer = served.get(path);
        let status = answer.status.as_u16();
        assert!(status == 404 || status == 400, "{path}: {status}");
        assert!(!answer.body.contains("geheim") && !answer.body.contains("root:"), "{path}: {}", answer.body);
        assert!(!answer.body.contains("第一段"), "{path}: {}", answer.body);
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_becomes_a_link_out_is_refused() {
    let served = Served::pair();
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("a.txt"), "geheim").unwrap();
    served.site.write("content/anlage/a.txt", "offen");
    served.site.replace("content/jue-ding/index.md", "第一段。", "第一段。[附件](../anlage/a.txt)");
    served.when("/anlage/a.txt", |answer| answer.body == "offen");
    let folder = served.site.root().join("content/anlage");
    std::fs::remove_file(folder.join("a.txt")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("a.txt"), folder.join("a.txt")).unwrap();
    served.when("/anlage/a.txt", |answer| {
        assert!(!answer.body.contains("geheim"), "{}", answer.body);
        answer.status == StatusCode::NOT_FOUND
    });
    std::fs::remove_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink(outside.path(), &folder).unwrap();
    served.when("/", |answer| answer.body.contains("content/anlage"));
    let answer = served.get("/anlage/a.txt");
    assert!(answer.status == StatusCode::NOT_FOUND && !answer.body.contains("geheim"), "{}", answer.body);
}

#[test]
fn a_name_that_was_made_to_point_here_is_refused() {
    let served = Served::pair();
    for host in
        ["evil.example", "evil.example:8282", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1"]
    {
        for path in ["/jue-ding/", "/_curbcut/desk.js", "/_curbcut/newer?page=/&seen=x", "/assets/style.css"]
        {
            let answer = served.send(request(path, host));
            assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host} {path}");
        }
    }
    let whole = Request::builder().uri("http://evil.example/jue-ding/").header(header::HOST, "localhost");
    assert_eq!(served.send(whole.body(Body::empty()).unwrap()).status, StatusCode::MISDIRECTED_REQUEST);
    let none = Request::builder().uri("/jue-ding/").body(Body::empty()).unwrap();
    assert_eq!(served.send(none).status, StatusCode::MISDIRECTED_REQUEST);
}

/// A server at a real port, stopped when dropped.
struct Open {
    port: u16,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    ended: Option<std::thread::JoinHandle<()>>,
}

impl Open {
    fn new(site: &Site) -> Self {
        let serving = Serving::start(site.root(), Drafts::Include, Shown::All, None).unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let (port_is, port) = std::sync::mpsc::channel();
        let ended = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = curbcut::serve::listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
                port_is.send(listener.local_addr().unwrap().port()).unwrap();
                let stop = async { drop(stopped.await) };
                serving.answer(listener, Hosts::loopback(), stop).await.unwrap();
            });
        });
        Self { port: port.recv().unwrap(), stop: Some(stop), ended: Some(ended) }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(AT_MOST)).unwrap();
        stream
    }

    fn ask(&self, stream: &mut TcpStream, path: &str) {
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port)
            .unwrap();
    }

    fn get(&self, path: &str) -> String {
        let mut stream = self.connect();
        self.ask(&mut stream, path);
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let _ = self.stop.take().unwrap().send(());
        let ended = self.ended.take().unwrap().join();
        assert!(std::thread::panicking() || ended.is_ok());
    }
}

#[test]
fn a_thousand_requests_at_once_are_answered() {
    let served = Served::pair();
    let router = served.serving.router(Hosts::loopback());
    let ok = served.runtime.block_on(async {
        let all = (0..1000).map(|number| {
            let path =
                ["/", "/jue-ding/", "/jue-ding/easy-read/", "/assets/style.css", "/fehlt/"][number % 5];
            tokio::spawn(router.clone().oneshot(request(path, "localhost")))
        });
        let mut ok = 0;
        for one in all.collect::<Vec<_>>() {
            ok += usize::from(one.await.unwrap().unwrap().status() == StatusCode::OK);
        }
        ok
    });
    assert_eq!(ok, 800);

    let open = Open::new(&served.site);
    let asked = |_| {
        let mut stream = open.connect();
        open.ask(&mut stream, "/jue-ding/");
        stream
    };
    for mut stream in (0..300).map(asked).collect::<Vec<TcpStream>>() {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("第一段。"), "{answer}");
    }
}

#[test]
fn clients_that_hang_up_or_never_read_hold_nobody_up() {
    let site = Site::new(&[("content/jue-ding/index.md", OFFICIAL)]);
    let large = vec![b'x'; 32 * 1024 * 1024];
    site.write("content/gross.bin", large);
    let open = Open::new(&site);
    // More than a socket holds, asked for and never read.
    let mut never: Vec<TcpStream> = (0..8).map(|_| open.connect()).collect();
    never.iter_mut().for_each(|stream| open.ask(stream, "/gross.bin"));
    // Half a request, and nothing more.
    let mut half = open.connect();
    half.write_all(b"GET /jue-ding/ HT").unwrap();
    // Gone before the answer; gone while waiting for the next state.
    for path in ["/gross.bin", "/_curbcut/newer?page=/jue-ding/&seen=x", "/jue-ding/"] {
        for _ in 0..50 {
            let mut stream = open.connect();
            open.ask(&mut stream, path);
        }
    }
    let mut noise = open.connect();
    noise.write_all(b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03 this is no HTTP\r\n\r\n").unwrap();
    for _ in 0..20 {
        assert!(open.get("/jue-ding/").contains("第一段。"));
    }
    site.replace("content/jue-ding/index.md", "第一段。", "还是更新。");
    let began = Instant::now();
    while !open.get("/jue-ding/").contains("还是更新。") {
        assert!(began.elapsed() < AT_MOST);
    }
    // Dropping stops the server while those clients are still there.
    drop(open);
    drop((never, half, noise));
}

#[test]
fn raw_requests_with_bad_paths_are_refused() {
    let site = Site::new(&[("content/jue-ding/index.md", OFFICIAL)]);
    site.write("geheim.txt", "geheim");
    let open = Open::new(&site);
    for path in [
        "/../geheim.txt",
        "/%2e%2e%2fgeheim.txt",
        "../geheim.txt",
        "geheim.txt",
        "/a/../../geheim.txt",
        "/\\geheim.txt",
    ] {
        let answer = open.get(path);
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
        assert!(!answer.contains("geheim\n") && !answer.ends_with("geheim"), "{path}: {answer}");
    }
    let whole = open.get("http://evil.example/jue-ding/");
    assert!(whole.starts_with("HTTP/1.1 421"), "{whole}");
}

#[test]
fn the_program_says_when_the_port_is_taken() {
    let site = Site::new(&[("content/jue-ding/index.md", OFFICIAL)]);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (code, _, said) = curbcut(site.root(), &["serve", "--port", &port]).parts();
    assert_eq!(code, 3);
    assert!(said.contains(&format!("port {port} is taken")) && said.contains("--port"), "{said}");
}

/// A language of the site's own may come after the start, and so may a file that leaves out others.
#[test]
fn own_languages_and_ignore_files_are_followed() {
    let served = Served::pair();
    served.site.write("languages/zh/labels.ftl", "skip-to-content = 直接看正文\n");
    served.when("/jue-ding/", |answer| answer.body.contains("直接看正文"));
    served.site.write("languages/zh/labels.ftl", "skip-to-content = 错 { $title }\n");
    let broken = served.when("/jue-ding/", |answer| answer.body.contains("language/label-values"));
    assert!(page(&broken).contains("直接看正文"), "the last labels stay: {}", broken.body);
    std::fs::remove_dir_all(served.site.root().join("languages")).unwrap();
    served.when("/jue-ding/", |answer| answer.body.contains("跳到正文"));

    for ignore in [".ignore", "content/.gitignore"] {
        served.site.write(ignore, "jue-ding\n");
        served.when("/jue-ding/", |answer| answer.status == StatusCode::NOT_FOUND);
        std::fs::remove_file(served.site.root().join(ignore)).unwrap();
        served.when("/jue-ding/", |answer| answer.status == StatusCode::OK);
    }
    served.site.write("content/jue-ding/.ignore", "easy-read.md\n");
    served.when("/jue-ding/easy-read/", |answer| answer.status == StatusCode::NOT_FOUND);
}

/// Whether the desk of some page says this of this file.
fn says(bodies: &[String], finding: &Finding) -> bool {
    let file = format!(">{}</bdi>", finding.place.path());
    let rule = format!(">{}<", finding.rule);
    let places = bodies.iter().flat_map(|body| body.split("class=\"curbcut-where\"").skip(1));
    places
        .filter_map(|place| place.split("</p>").next())
        .any(|place| place.contains(&file) && place.contains(&rule))
}

/// What a build would say, an editor sees in the preview: at the same file, and allowed by the same words.
#[test]
fn pages_of_the_preview_have_the_findings_of_a_build() {
    let faulty = OFFICIAL.replace("## 一", "## Права человека");
    let by_comment = faulty.replace("## П", "<!-- allow html/language-of-parts: 原名 -->\n## П");
    let by_key = faulty.replace("---\n\n", "allow:\n  html/language-of-parts: 原名\n---\n\n");
    let site = Site::new(&[
        ("content/jue-ding/index.md", &faulty),
        ("content/jue-ding/easy-read.md", EASY),
        ("content/yun-xu-1/index.md", &by_comment.replace("关于报告", "关于一")),
        ("content/yun-xu-2/index.md", &by_key.replace("关于报告", "关于二")),
        ("content/fu-jian.txt", "没有文本链接到这里"),
        ("languages/zh/labels.ftl", "home = 起点\n"),
    ]);
    let (library, reading) = curbcut::site::read(site.root(), Drafts::Skip).unwrap();
    let library = library.unwrap();
    let findings = curbcut::site::check(site.root(), &library, reading).unwrap();
    let paths: Vec<String> =
        library.documents().map(|text| format!("/{}", library.address(text).folder())).collect();
    let served = Served::of(site, Drafts::Skip);
    let bodies: Vec<String> = ["/", "/_curbcut/findings/"]
        .into_iter()
        .map(str::to_owned)
        .chain(paths)
        .map(|path| served.get(&path).body)
        .collect();
    for finding in &findings {
        assert!(says(&bodies, finding), "{} {} {}", finding.place.path(), finding.rule, finding.message);
    }
    let of_pages: Vec<&Finding> = findings.iter().filter(|finding| finding.page.is_some()).collect();
    assert_eq!(of_pages.len(), 1, "{findings:#?}");
    assert_eq!(
        (of_pages[0].rule, of_pages[0].place.path()),
        ("html/language-of-parts", "content/jue-ding/index.md")
    );
    assert!(findings.len() > 2, "{findings:#?}");
    let told = bodies.iter().flat_map(|body| body.split("class=\"curbcut-where\"").skip(1));
    let told: Vec<&str> = told.filter(|place| place.contains("html/language-of-parts")).collect();
    assert!(!told.is_empty() && told.iter().all(|place| !place.contains("yun-xu")), "{told:#?}");
}

/// What lists the site for programs is answered as it is published.
#[test]
fn the_preview_has_what_programs_read() {
    let site = Site::copy_of("tests/sites/small");
    assert!(site.build().report.is_some());
    let published = [
        "sitemap.xml",
        "feed.atom",
        "en/feed.atom",
        "bao-gao/feed.atom",
        "catalogue.json",
        "en/catalogue.json",
    ]
    .map(|path| (path, site.page(path)));
    let served = Served::new(site);
    for (path, text) in published {
        let answer = served.get(&format!("/{path}"));
        assert_eq!((answer.status, answer.body == text), (StatusCode::OK, true), "{path}: {}", answer.body);
        let kind = match path.rsplit('.').next().unwrap() {
            "xml" => "application/xml",
            "atom" => "application/atom+xml",
            _ => "application/opds+json",
        };
        assert_eq!(answer.headers[header::CONTENT_TYPE], kind, "{path}");
    }
    for path in ["/robots.txt", "/catalogue-2.json", "/wen-jian/feed.atom"] {
        assert_eq!(served.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn the_exports_of_a_collection_are_those_of_the_newest_texts() {
    let served = Served::new(Site::copy_of("tests/sites/repository"));
    for (file, kind, words) in [
        ("entries.csv", "text/csv; charset=utf-8", "ramps,示例：给办事大厅修坡道"),
        ("entries.json", "application/json", "\"id\":\"ramps\""),
        ("entries.jsonld", "application/ld+json", "\"identifier\":\"ramps\""),
        ("schema.json", "application/json", "\"title\": \"国家\""),
    ] {
        let answer = served.get(&format!("/repository/{file}"));
        assert_eq!(
            (answer.status, &answer.headers[header::CONTENT_TYPE]),
            (StatusCode::OK, &kind.parse().unwrap()),
            "{file}"
        );
        assert!(answer.body.contains(words) && !answer.body.contains("金丝雀"), "{file}: {}", answer.body);
    }
    served.site.replace(
        "content/repository/ramps/index.md",
        "title: 示例：给办事大厅修坡道",
        "title: 示例：修二十个坡道",
    );
    served.when("/repository/entries.csv", |answer| answer.body.contains("ramps,示例：修二十个坡道"));
}
