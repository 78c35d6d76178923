//! What nobody agreed to is nowhere: not in a page, a book, a text, a feed, an index, a report or a message.

use std::io::Read as _;
use std::path::Path;

use super::{add, entry, entry_with, site};
use crate::support::{Site, curbcut};

/// The canary of an entry.
fn canary(number: usize) -> String {
    format!("金丝雀{number}号canary{number}x")
}

/// An entry whose every word-bearing place has a canary, with these lines as its consent.
fn with_canary(site: &Site, number: usize, consent: &str) {
    let canary = canary(number);
    let folder = format!("e-{number:03}");
    let text = entry("").replace("法律援助热线", &format!("{canary}题"));
    let text = text.replace("consent:\n  - by: VN\n    date: 2025-03-02\n    scope: public\n", consent);
    let text = text.replace("人们可以打电话问法律问题。", &format!("{canary}做了一件事。"));
    let more = format!(
        "partner: {canary}\nsource: https://example.net/{canary}\nsame-as: https://example.net/same/{canary}\n"
    );
    let text = text.replace("theme: [access]\n", &format!("theme: [access]\n{more}"));
    add(site, &folder, &format!("{text}\n{canary}。[文件]({number}.pdf)\n\n![{canary}]({number}.png)\n"));
    let write = |name: &str, text: String| site.write(&format!("content/库/{folder}/{name}"), text);
    // With mistakes that reports would quote.
    write(
        "easy-read.md",
        format!(
            "---\ntitle: {canary}\nabout: {canary}\nunknown: {canary}\n---\n\n# {canary}\n\n{canary}[^1]\n"
        ),
    );
    write(
        "index.en.md",
        format!(
            "---\ntitle: {canary}\nsummary: {canary}\nkind: entry\nstate: [{canary}]\n---\n\n{canary} <script>{canary}</script>\n"
        ),
    );
    write("review.yaml", format!("- {canary}\n"));
    write(&format!("{number}.pdf"), format!("%PDF-1.4 {canary}"));
    write(&format!("{number}.png"), canary);
}

/// Everything below a folder, books opened.
fn everything(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all.push_str(&path.to_string_lossy());
        if path.is_dir() {
            all.push_str(&everything(&path));
        } else if path.extension().is_some_and(|ending| ending == "epub") {
            let mut book = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
            for at in 0..book.len() {
                let mut bytes = Vec::new();
                book.by_index(at).unwrap().read_to_end(&mut bytes).unwrap();
                all.push_str(&String::from_utf8_lossy(&bytes));
            }
        } else {
            all.push_str(&String::from_utf8_lossy(&std::fs::read(&path).unwrap()));
        }
    }
    all
}

const NONE: [&str; 4] = [
    "",
    "consent:\n  - by: VN\n    date: 2025-03-02\n    scope: none\n",
    "consent:\n  - by: VN\n    date: 2025-03-02\n    scope: aggregate\n",
    "consent:\n  - by: LA\n    date: 2025-03-02\n    scope: public\n",
];
const EXPIRED: &str = "consent:\n  - by: VN\n    date: 2025-03-02\n    scope: public\n    until: 2026-01-31\n    evidence: letter-canary\n";

#[test]
fn what_nobody_agreed_to_is_nowhere() {
    let site = site();
    site.replace("book.toml", "language = \"zh-Hans\"\n", "language = \"zh-Hans\"\n\n[site]\nbase-url = \"https://example.org/\"\nrules = true\npictures = true\n");
    site.replace("book.toml", "\"config/no-base-url\" = \"这个网站只用来试验\"\n", "");
    for number in 0..170 {
        let text = entry("")
            .replace("法律援助热线", &format!("第{number}条热线"))
            .replace("scope: public\n", "scope: public\n    evidence: letter-canary\n")
            .replace("kind:", &format!("date: 2025-04-{:02}\nkind:", 1 + number % 28));
        add(&site, &format!("p-{number:03}"), &text);
    }
    for number in 0..30 {
        with_canary(&site, number, NONE.get(number % 6).copied().unwrap_or(EXPIRED));
    }
    // What cannot be read counts as not agreed to.
    add(&site, "e-100", &format!("---\ntitle: [{}\nconsent:\n", canary(100)));
    site.write(
        "content/库/e-101/easy-read.md",
        format!("---\ntitle: {0}\nabout: {0}。\n---\n\n{0}。\n", canary(101)),
    );
    let is_silent = |what: &str, words: &str| {
        for number in (0..30).chain([100, 101]) {
            let canary = canary(number);
            let at = words.find(&canary).map(|at| {
                let from = words.floor_char_boundary(at.saturating_sub(300));
                words[from..at + canary.len()].to_owned()
            });
            assert!(at.is_none(), "{what}: {at:?}");
        }
        assert!(!words.contains("letter-canary"), "{what}");
    };
    for arguments in [
        &["check"][..],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["check", "--format", "github"],
        &["build", "--heard", "heard"],
        &["build", "--drafts"],
        &["baseline", "--by", "甲", "--until", "2099-01-01"],
        &["baseline", "--by", "甲", "--until", "2099-01-01", "--add"],
    ] {
        let ran = curbcut(site.root(), arguments);
        is_silent(&arguments.join(" "), &[ran.out, ran.err].concat());
    }
    // The mistakes stop the site; without them it is published.
    for number in 0..30 {
        let folder = format!("content/库/e-{number:03}");
        site.write(
            &format!("{folder}/easy-read.md"),
            format!("---\ntitle: {0}\nabout: {0}。\n---\n\n{0}。\n", canary(number)),
        );
        site.write(
            &format!("{folder}/index.en.md"),
            format!("---\ntitle: {0}\nsummary: {0}。\nkind: entry\n---\n\n{0}。\n", canary(number)),
        );
        std::fs::remove_file(site.root().join(format!("{folder}/review.yaml"))).unwrap();
    }
    for folder in ["e-100", "e-101"] {
        std::fs::remove_dir_all(site.root().join("content/库").join(folder)).unwrap();
    }
    let ran = curbcut(site.root(), &["build", "--heard", "heard", "--record"]);
    is_silent("build", &[&*ran.out, &*ran.err].concat());
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let published = everything(&site.out());
    is_silent("public", &published);
    is_silent("heard", &everything(&site.root().join("heard")));
    is_silent("published.json", &site.read("published.json"));
    assert!(published.contains("第169条热线"));

    // The exports have every public entry and no other.
    assert_eq!(site.page("库/entries.csv").lines().count(), 1 + 170 + 1);
    let data: serde_json::Value = serde_json::from_str(&site.page("库/entries.json")).unwrap();
    assert_eq!(data["entries"].as_array().unwrap().len(), 170 + 1);
    for file in ["entries.csv", "entries.json", "entries.jsonld"] {
        assert!(site.page(&format!("库/{file}")).contains("第169条热线"), "{file}");
    }

    // An entry whose consent has run out leaves a page that says so and nothing of it.
    let expired = site.page("库/e-004/index.html");
    assert!(expired.contains("2026 年 1 月 31 日"), "{expired}");
    assert!(!site.read("published.json").contains("e-004"));
    assert!(!site.page("sitemap.xml").contains("e-004") && !site.page("库/index.html").contains("e-004"));
    assert!(!site.out().join("库/e-000").exists());

    // Notes say where, and quote nothing.
    let ran = curbcut(site.root(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let all = report["findings"].as_array().unwrap();
    let notes = all.iter().filter(|finding| finding["rule"] == "collection/withheld").count();
    assert_eq!(notes, 30);
}

#[test]
fn a_consent_outside_of_a_collection_is_an_error() {
    let site = Site::new(&[(
        "content/a/index.md",
        &entry("").replace("state: [VN]\nperiod: 2024-03/2025-02\ntheme: [access]\n", ""),
    )]);
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && ran.out.contains("error[collection/consent]: line 5, column 1"), "{}", ran.out);
    assert!(site.build().report.is_none());
}

#[test]
fn how_many_are_hidden_is_said_only_where_it_reveals_none() {
    let site = site();
    let counted = |number: usize, theme: &str| {
        let text = entry("")
            .replace("scope: public", "scope: aggregate")
            .replace("theme: [access]", &format!("theme: [{theme}]"));
        add(&site, &format!("c-{number}"), &text);
    };
    let said = |page: &str| {
        site.build();
        site.page(page).contains("只同意我们说有几条")
    };
    add(&site, "another", &entry("").replace("theme: [access]", "theme: [upr]"));
    (0..2).for_each(|number| counted(number, "access"));
    assert!(!said("库/index.html"), "two");
    counted(2, "access");
    assert!(said("库/index.html") && said("库/by/theme/access/index.html"), "three");
    // One more of another theme: the difference of two numbers would be that one.
    counted(3, "upr");
    assert!(said("库/index.html") && !said("库/by/theme/access/index.html"), "three and one");
    (4..6).for_each(|number| counted(number, "upr"));
    assert!(said("库/by/theme/access/index.html") && said("库/by/theme/upr/index.html"), "three and three");
    counted(6, "access, upr");
    assert!(!said("库/by/theme/access/index.html"), "one of both");
}

/// What a check and a build say of an entry with this front matter, and with these files beside it; nothing of it may be published, nor its
/// canary be said.
fn is_withheld(texts: &[(&str, &str)]) -> String {
    let site = site();
    texts.iter().for_each(|(path, text)| site.write(&format!("content/库/e/{path}"), text));
    let mut said = String::new();
    for arguments in
        [&["check"][..], &["check", "--format", "json"], &["check", "--format", "sarif"], &["build"]]
    {
        let ran = curbcut(site.root(), arguments);
        said.push_str(&[ran.out, ran.err].concat());
    }
    assert!(!said.contains("金丝雀"), "{said}");
    assert!(!site.out().exists() || !everything(&site.out()).contains("金丝雀"), "{said}");
    said
}

const AGREED: &str = "consent:\n  - {by: VN, date: 2025-03-02, scope: public}\n";
const FACTS: &str = "kind: entry\nstate: [VN]\nperiod: 2024\ntheme: [access]\n";

#[test]
fn a_consent_counts_where_the_facts_stand_alone() {
    let main = format!("---\ntitle: 金丝雀\nsummary: 金丝雀。一。\n{FACTS}---\n\n金丝雀。\n");
    let english = format!("---\ntitle: 金丝雀\nsummary: 金丝雀。\nkind: entry\n{AGREED}---\n\n金丝雀。\n");
    let said = is_withheld(&[("index.md", &main), ("index.en.md", &english)]);
    assert!(
        said.contains("index.en.md") && said.contains("error[collection/facts-elsewhere]: line 5, column 1"),
        "{said}"
    );
    let easy =
        format!("---\ntitle: 金丝雀\nabout: 金丝雀。\n{AGREED}---\n\n## 金丝雀 {{covers=p-0}}\n\n金丝雀。\n");
    is_withheld(&[
        ("index.md", &main.replace("theme: [access]", "theme: [金丝雀]")),
        ("easy-read.md", &easy),
    ]);
    // Who agreed to nothing in a draft has agreed to nothing.
    let agreed = main.replace("---\n\n", &format!("{AGREED}---\n\n"));
    let refused =
        english.replace("scope: public", "scope: none").replace("kind: entry", "kind: entry\ndraft: true");
    is_withheld(&[("index.md", &agreed), ("index.en.md", &refused)]);
}

#[test]
fn nothing_is_quoted_of_an_entry_that_not_all_are_known_to_have_agreed_to() {
    let entry = |facts: &str| {
        format!("---\ntitle: 金丝雀\nsummary: 金丝雀。一。\nkind: entry\n{facts}{AGREED}---\n\n金丝雀。\n")
    };
    for facts in [
        "state: [VN, XX]\nperiod: 2024\nbudget: 金丝雀\n金丝雀: 1\n",
        "state: [VN, LA]\nperiod: 2024\nbudget: 金丝雀\n金丝雀: 1\n",
        "period: 2024\nbudget: 金丝雀\n",
        "state: [VN]\nperiod: 2024\ndate: 金丝雀\n",
    ] {
        let said = is_withheld(&[("index.md", &entry(facts))]);
        assert!(said.contains("something is wrong here"), "{facts}: {said}");
    }
    // Of one that all agreed to, what is wrong is said in full.
    let site = site();
    site.write("content/库/e/index.md", entry("state: [VN]\nperiod: 2024\nbudget: 一百\n"));
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("“一百” is no amount"), "{}", ran.out);
}

#[test]
fn a_last_day_that_is_left_empty_is_no_consent_for_ever() {
    let text = entry_with("    scope: public\n", "    scope: public\n    until:\n")
        .replace("法律援助热线", "金丝雀");
    let said = is_withheld(&[("index.md", &text)]);
    assert!(said.contains("front-matter/wrong-value"), "{said}");
}

const SECRET: &str = "---\ntitle: 金丝雀\nkind: entry\nsummary: 金丝雀的事。\n---\n\n金丝雀的正文。\n";

/// The page of a collection has no other text beside it: one whose name lacks its underscore is told, quoted nowhere, and published never.
#[test]
fn a_text_beside_the_page_of_a_collection_is_no_page() {
    for (name, kind) in [
        ("index.md", "entry"),
        ("index.en.md", "entry"),
        ("index.en.md", "document"),
        ("easy-read.md", "entry"),
    ] {
        let site = site();
        let text = SECRET.replace("kind: entry", &format!("kind: {kind}"));
        let text = if name == "easy-read.md" {
            "---\ntitle: 金丝雀\nabout: 金丝雀。\n---\n\n## 金丝雀\n\n金丝雀。\n".to_owned()
        } else {
            text
        };
        site.write(&format!("content/库/{name}"), text);
        let ran = curbcut(site.root(), &["build"]);
        let said = [&*ran.out, &*ran.err].concat();
        assert!(ran.code == 1 && said.contains("collection/not-an-entry"), "{name} {said}");
        assert!(!said.contains("金丝雀"), "{name} {said}");
    }
}

/// A consent outside of every collection is a mistake, and the preview shows nothing of its text: perhaps its collection was renamed.
#[test]
fn a_text_with_a_consent_outside_of_collections_is_shown_nowhere() {
    let site = site();
    add(
        &site,
        "canary",
        &entry("").replace("title: 法律援助热线", "title: 金丝雀").replace("scope: public", "scope: none"),
    );
    for file in ["_index.md", "collection.yaml"] {
        std::fs::remove_file(site.root().join("content/库").join(file)).unwrap();
    }
    let (library, findings) = crate::support::library(site.root());
    assert!(library.works.iter().all(|work| !work.official.front.title.contains("金丝雀")));
    assert!(findings.iter().all(|finding| !finding.message.contains("金丝雀")));
}

/// A row of a table without its first row is no list of columns, and no table of another name leaves the folder.
#[test]
fn no_cell_of_a_table_is_quoted_or_published() {
    let site = site();
    site.write("content/库/entries.csv", "canary,金丝雀的名字,金丝雀的事,VN,2025\n");
    site.write("content/库/old.csv", "id,title\ncanary,金丝雀\n");
    site.write("content/库/entries_2026.JSON", "[{\"title\": {\"金丝雀\": \"x\"}}]");
    site.write(
        "content/a/index.md",
        "---\ntitle: 甲\nsummary: 一件事。它很短。\n---\n\n看[表格](../库/old.csv)。\n",
    );
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 1 && !ran.out.contains("金丝雀"), "{}", ran.out);
    for file in ["entries.csv", "old.csv", "entries_2026.JSON"] {
        assert!(ran.out.contains(&format!("content/库/{file}")), "{file} {}", ran.out);
    }
    site.write("content/库/entries.csv", "id,titel\n");
    assert!(curbcut(site.root(), &["check"]).out.contains("Did you mean “title”?"));
}

/// A link does not keep a withdrawn entry from being withdrawn, and a build that fails says what still shows it.
#[test]
fn what_still_shows_a_withdrawn_entry_is_named() {
    let site = site();
    let titled = entry("").replace("title: 法律援助热线", "title: '金丝雀 & <热线>'");
    add(&site, "canary", &titled.replace("scope: public", "scope: public\n    until: 2026-06-30"));
    site.write("content/库/canary/plan.pdf", "%PDF-1.4 x");
    site.write(
        "content/库/canary/index.en.md",
        "---\ntitle: A canary\nsummary: People can call.\nkind: entry\n---\n\n[Plan](plan.pdf).\n",
    );
    let other = entry("").replace("法律援助热线", "别的热线");
    add(&site, "other", &other);
    site.write(
        "content/a/index.md",
        "---\ntitle: 甲\nsummary: 一件事。它很短。\n---\n\n看[热线](../库/canary/index.md)和[英文](../库/canary/index.en.md)。\n",
    );
    site.write("content/a/index.en.md", "---\ntitle: One\nsummary: It is short.\n---\n\nWords.\n");
    site.write(
        "content/b/index.md",
        "---\ntitle: 一年里的事\nkind: report\nsummary: 一件事。它很短。\nreports-on: {collection: 库}\n---\n\n[](entries:all)\n",
    );
    site.write(
        "content/c/index.md",
        "---\ntitle: 讲座\nkind: event\nsummary: 一件事。它很短。\nstart: 2026-09-14T10:00\ntime-zone: Europe/Zurich\nform: online\n\
         report: ../库/canary/index.md\nseries: ../库/canary/index.md\n---\n\n大家谈。\n",
    );
    let on = |day: &'static str, more: &[&'static str]| {
        let ran = curbcut(site.root(), &[&["build", "--today", day][..], more].concat());
        (ran.code, [&*ran.out, &*ran.err].concat())
    };
    // Of a file it is known that it shows the entry by its bytes: those of the day after do not hold the title.
    let named = |said: &str| -> Vec<String> {
        let Some((_, list)) = said.split_once(" files: ").or_else(|| said.split_once(" file: ")) else {
            return Vec::new();
        };
        let list = list.split_once(". Build all").unwrap().0;
        list.split(", ").map(str::to_owned).collect()
    };
    let (code, said) = on("2026-06-30", &[]);
    assert_eq!(code, 0, "{said}");
    let (code, said) = on("2026-07-01", &["--only", "site"]);
    assert!(code == 0 && said.contains("still shows"), "{said}");
    let of_texts = ["b/b.txt", "c/c.txt", "en/库/canary/canary.txt", "库/canary/canary.txt"];
    let books = ["b/b.epub", "库/库.epub"];
    for file in of_texts.iter().chain(&books) {
        assert!(
            named(&said).iter().any(|name| name.contains(file.rsplit('/').next().unwrap())),
            "{file}: {said}"
        );
    }
    let is_wrong = |name: &String| *name == "a/a.txt" || name.ends_with("html") || name.contains("entries");
    assert!(!named(&said).iter().any(is_wrong), "{said}");
    assert_eq!(on("2026-06-30", &[]).0, 0);
    let right = site.read("content/a/index.md");
    site.write("content/a/index.md", right.replace("canary", "nowhere"));
    let (code, said) = on("2026-07-01", &[]);
    assert!(code == 1 && said.contains("still shows"), "{said}");
    let found = named(&said);
    for file in [
        "库/canary/index.html",
        "库/canary/plan.pdf",
        "库/index.html",
        "库/entries.csv",
        "库/entries.json",
        "库/entries.jsonld",
        "b/index.html",
        "c/index.html",
    ] {
        assert!(found.iter().any(|name| name == file), "{file}: {said}");
    }
    assert!(!found.iter().any(|name| name.starts_with("a/") || name.starts_with("库/other/")), "{said}");
    // Whatever was not made anew has another text on the next day.
    site.write("content/a/index.md", right);
    let (code, said) = on("2026-07-01", &[]);
    assert!(code == 0 && !said.contains("still shows"), "{said}");
    assert!(site.page("库/canary/index.html").contains("noindex"));
    let page = site.page("a/index.html");
    assert!(
        page.contains("/canary/index.html\">热线") && page.contains("../en/%E5%BA%93/canary/index.html"),
        "{page}"
    );
    assert!(!site.page("c/index.html").contains("金丝雀"));
}

#[test]
fn a_withdrawn_entry_says_whether_its_time_is_over_or_its_consent_was_taken_back() {
    let site = site();
    site.write("content/库/_index.en.md", "---\ntitle: Repository\nsummary: What States did.\n---\n");
    add(&site, "over", &entry("").replace("scope: public", "scope: public\n    until: 2026-06-30"));
    let back = "scope: public\n  - by: VN\n    date: 2026-03-01\n    scope: none";
    add(&site, "back", &entry("").replace("scope: public", back));
    site.write(
        "content/库/back/index.en.md",
        "---\ntitle: A line\nsummary: People can call.\nkind: entry\n---\n\nIt is open.\n",
    );
    let ran = curbcut(site.root(), &["build", "--today", "2026-07-01"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let (over, back) = (site.page("库/over/index.html"), site.page("库/back/index.html"));
    assert!(over.contains("期限过了") && !over.contains("收回"), "{over}");
    assert!(back.contains("在 2026 年 3 月 1 日收回了同意") && !back.contains("期限"), "{back}");
    let back = site.page("en/库/back/index.html");
    assert!(
        back.contains("took their consent back on 1 March 2026") && !back.contains("time is over"),
        "{back}"
    );
}

#[test]
fn a_consent_after_the_day_that_is_given_is_no_mistake_and_counts_for_nothing_yet() {
    let site = site();
    add(&site, "later", &entry(""));
    let ran = curbcut(site.root(), &["build", "--today", "2025-01-01"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(!everything(&site.out()).contains("法律援助热线"));
    add(&site, "later", &entry("").replace("2025-03-02", "2999-03-02"));
    let ran = curbcut(site.root(), &["check", "--today", "2025-01-01"]);
    assert!(ran.code == 1 && ran.out.contains("a consent is of a day to come"), "{}", ran.out);
}

#[test]
fn what_is_wanted_is_said_where_nothing_may_be_quoted() {
    let site = site();
    add(&site, "small", &entry("").replace("by: VN", "by: vn"));
    add(&site, "later", &entry("").replace("by: VN", "by: LA").replace("2024-03/2025-02", "金丝雀"));
    site.write("content/库/金丝 雀/index.md", entry("").replace("by: VN", "by: LA"));
    let ran = curbcut(site.root(), &["check"]);
    for words in [
        "after “by:” stands the code of a State in small letters",
        "“period” must be a period, such as 2026, 2026-03/2027-02, or 2026-03/.. without an end.",
        "Use letters, Chinese characters, digits and hyphens.",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    assert!(!ran.out.contains("金丝雀"), "{}", ran.out);
}

#[test]
fn while_the_text_that_holds_the_consent_is_a_draft_no_language_of_the_entry_is_published() {
    let site = site();
    add(&site, "hotline", &entry("").replace("kind: entry\n", "kind: entry\ndraft: true\n"));
    // Its editor agreed in the other file, as a message of old had asked.
    site.write(
        "content/库/hotline/index.en.md",
        "---\ntitle: Canary\nsummary: A line. Free.\nkind: entry\nconsent:\n  - by: VN\n    date: 2025-03-02\n    scope: public\n---\n\nText.\n",
    );
    let ran = curbcut(site.root(), &["build", "--out", "public"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!everything(&site.root().join("public")).contains("Canary"));
    assert!([&*ran.out, &*ran.err].concat().contains("1 draft is not published"), "{}{}", ran.out, ran.err);
    // A text outside of the collection is published in each language by itself.
    site.write("content/a/index.md", "---\ntitle: 甲\nsummary: 甲。乙。\ndraft: true\n---\n\n文。\n");
    site.write("content/a/index.en.md", "---\ntitle: Alone\nsummary: One. Two.\n---\n\nText.\n");
    assert_eq!(curbcut(site.root(), &["build", "--out", "public"]).code, 0);
    assert!(everything(&site.root().join("public")).contains("Alone"));
}

/// What belongs to an entry that may not be published is not said to be missing, nor to belong to a draft.
#[test]
fn why_a_file_of_an_entry_is_not_there_is_told() {
    let site = site();
    add(&site, "refused", &entry("").replace("scope: public", "scope: none"));
    site.write("content/库/refused/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let config = site.read("book.toml");
    site.write(
        "book.toml",
        format!("{config}\n[site.logo]\nfile = \"库/refused/logo.svg\"\nalternative = \"甲\"\n"),
    );
    site.write(
        "content/pictures.yaml",
        "法律: {file: 库/refused/logo.svg, alt: {zh: 一本书}, author: 甲, licence: CC0-1.0}\n",
    );
    let ran = curbcut(site.root(), &["check"]);
    for told in [
        "“库/refused/logo.svg” belongs to an entry that may not be published, so it is not published",
        "“content/库/refused/logo.svg” belongs to an entry that may not be published, so it is not published",
    ] {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    assert!(!ran.out.contains("belongs to a draft") && !ran.out.contains("there is no file"), "{}", ran.out);
}

/// An entry, or its row in a table, may name more who must agree than the collection asks.
#[test]
fn an_entry_may_name_others_who_must_agree() {
    let of = |scope: &str| {
        let agreed = "consent:\n  - {by: 法律援助处, date: 2025-03-02, scope: public}\n";
        let text = entry(&format!("consent-of: {scope}\n"));
        (
            text.replace("法律援助热线", "金丝雀"),
            text.replace("法律援助热线", "金丝雀").replace("consent:\n", agreed),
        )
    };
    for (named, is_shown) in
        [("法律援助处", [false, true]), ("[法律援助处, LA]", [false, false]), ("nobody", [true, true])]
    {
        let (one, both) = of(named);
        for (text, is_shown) in [one, both].iter().zip(is_shown) {
            let site = site();
            add(&site, "a", text);
            assert_eq!(curbcut(site.root(), &["build"]).code, 0);
            assert_eq!(site.page("库/index.html").contains("金丝雀"), is_shown, "{text}");
        }
    }
    let heads = "id,title,summary,state,period,theme,consent-of,consent-by,consent-date,consent-scope\n";
    for (named, is_shown) in [("", true), ("VN", true), ("LA", false), ("nobody", true)] {
        let site = site();
        let row = format!("a,金丝雀,有一件事。,VN,2024,access,{named},VN,2025-03-02,public\n");
        site.write("content/库/entries.csv", format!("{heads}{row}"));
        let ran = curbcut(site.root(), &["build"]);
        assert_eq!(ran.code, 0, "{}", ran.out);
        assert_eq!(site.page("库/index.html").contains("金丝雀"), is_shown, "{named}");
    }
    let data = r#"[{"id": "a", "title": "金丝雀", "summary": "有一件事。", "state": "VN", "period": "2024", "theme": ["access"],
                  "consent-of": ["LA"], "consent": [{"by": "VN", "date": "2025-03-02", "scope": "public"}]}]"#;
    let site = site();
    site.write("content/库/entries.json", data);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    assert!(!site.page("库/index.html").contains("金丝雀"));
    for (wrong, message) in [
        ("['']", "“consent-of” holds a name without letters"),
        ("[nobody, 法律援助处]", "“consent-of” says “nobody”, and names somebody"),
        ("la", "the code of a State in small letters"),
    ] {
        let (text, _) = of(wrong);
        let site = self::site();
        add(&site, "a", &text);
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains(message), "{wrong}: {}", ran.out);
    }
}
