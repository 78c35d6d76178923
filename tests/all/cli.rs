//! The program as a user runs it: exit codes, what goes where, and that nothing is lost.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::support::{PROGRAM, Ran, Site, command, curbcut};

#[test]
fn a_new_site_is_in_the_language_that_is_asked_or_says_so() {
    let init = |lang: &str, folder: &str| {
        let root = tempfile::tempdir().unwrap();
        let (code, said, error) = curbcut(root.path(), &["init", folder, "--lang", lang]).parts();
        let book = fs::read_to_string(root.path().join(folder).join("book.toml")).unwrap_or_default();
        (code, said, error, book)
    };
    for lang in ["zh-Hant", "zh-TW", "zh-HK", "ar", "en-Shaw"] {
        let (code, _, error, book) = init(lang, "site");
        assert_eq!((code, book.as_str()), (2, ""), "{lang}");
        let wanted = format!(
            "there is no starter in “{lang}”; there is one in en and zh-Hans. Start in one of these, then write"
        );
        assert!(error.contains(&wanted), "{error}");
    }
    for (lang, texts) in [("zh-CN", "zh-Hans"), ("en-GB", "en")] {
        let (code, said, _, book) = init(lang, "site");
        assert_eq!(code, 0);
        assert!(book.contains(&format!("language = \"{texts}\"")), "{book}");
        let wanted = format!(
            "The texts are in “{texts}”, and so says book.toml. When yours are in “{lang}”, write that there."
        );
        assert!(said.contains(&wanted), "{said}");
    }
    for lang in ["zh", "zh-Hans", "en"] {
        assert!(!init(lang, "site").1.contains("The texts are in"), "{lang}");
    }
    for (folder, shown) in
        [("sp ace/x", "'sp ace/x'"), ("我们的/x", "我们的/x"), ("it's", "'it'\\''s'"), ("a&b", "'a&b'")]
    {
        let (code, said, ..) = init("zh", folder);
        assert_eq!(code, 0);
        assert!(said.ends_with(&format!("Next: cd {shown} && curbcut build\n")), "{said}");
    }
}

#[test]
fn a_new_site_builds_in_an_empty_folder_in_both_languages() {
    for lang in ["zh-Hans", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let (code, _, error) = curbcut(folder.path(), &["init", "site", "--lang", lang]).parts();
        assert_eq!((code, error.as_str()), (0, ""), "{lang}");
        let site = folder.path().join("site");
        let (code, said, error) = curbcut(&site, &["build"]).parts();
        assert_eq!((code, error.as_str()), (0, ""), "{lang}");
        assert!(said.contains("index.html in a browser"));
        let (code, said, _) = curbcut(&site, &["check", "--deny", "warning"]).parts();
        assert_eq!(code, 0, "{lang}: {said}");
        let (code, said, _) = curbcut(&site, &["audit", "--deny", "warning", "public"]).parts();
        assert_eq!((code, said.trim()), (0, "no findings"), "{lang}");
        // What is there is never replaced.
        let (code, _, error) = curbcut(folder.path(), &["init", "site"]).parts();
        assert_eq!(code, 2);
        assert!(error.contains("already there"), "{error}");
        let (code, _, error) = curbcut(&site, &["new", "tong-zhi/yi", "--title", "《一》: \"二\""]).parts();
        assert_eq!((code, error.as_str()), (0, ""));
        let (code, ..) = curbcut(&site, &["build"]).parts();
        assert_eq!(code, 0, "a half-written draft does not stop a build");
        assert_eq!(curbcut(&site, &["build", "--drafts"]).code, 1);
        for bad in ["../x", "a/../../x", "/etc/x", "a b", ""] {
            assert_ne!(curbcut(&site, &["new", bad]).code, 0, "{bad}");
        }
        assert!(!folder.path().join("x").exists());
    }
}

#[test]
fn exit_codes_say_what_happened() {
    let site = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n看[正文](没有.md)。\n",
    )]);
    site.write(
        "content/b/index.md",
        "---\ntitle: 另一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n正文。\n",
    );
    let (code, said, _) = curbcut(site.root(), &["check"]).parts();
    assert_eq!(code, 1);
    assert!(said.contains("line 6, column 7") && said.contains("link/nowhere"), "{said}");
    assert_eq!(curbcut(site.root(), &["check", "content/b"]).code, 0, "only what is asked for is reported");
    assert_eq!(curbcut(site.root(), &["build"]).code, 1);
    assert_eq!(curbcut(site.root(), &["biuld"]).code, 2);
    site.write(
        "content/a/index.md",
        "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n正文。\n",
    );
    let (code, _, error) = curbcut(site.root(), &["build", "--out", "content"]).parts();
    assert_eq!(code, 2);
    assert!(error.starts_with("error: "), "{error}");
    assert!(site.read("content/a/index.md").contains("正文"));
    let empty = tempfile::tempdir().unwrap();
    let (code, _, error) = curbcut(empty.path(), &["build"]).parts();
    assert_eq!(code, 1);
    assert!(error.contains("book.toml"), "{error}");
}

#[test]
fn json_has_the_promised_shape() {
    let site = Site::new(&[(
        "content/a/index.md",
        "---\ntitle: 一份决议\nsummary: 请各国做好公共服务。请各国写报告。\n---\n\n看[正文](没有.md)。\n",
    )]);
    let (_, said, _) = curbcut(site.root(), &["check", "--format", "json"]).parts();
    let report: serde_json::Value = serde_json::from_str(&said).unwrap();
    let finding = &report["findings"][0];
    assert_eq!(finding["file"], "content/a/index.md");
    assert_eq!((finding["line"].as_u64(), finding["column"].as_u64()), (Some(6), Some(7)));
    assert_eq!(finding["rule"], "link/nowhere");
    assert_eq!(finding["severity"], "error");
    assert!(finding["message"].is_string() && finding["help"].is_string());
}

#[test]
fn import_takes_no_name_that_new_refuses() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(curbcut(folder.path(), &["init", "--lang", "zh"]).code, 0);
    assert_ne!(curbcut(folder.path(), &["new", "glossary"]).code, 0);
    fs::write(folder.path().join("glossary.txt"), "词表\n\n一段话，有几个字。\n").unwrap();
    let (code, said, told) = curbcut(folder.path(), &["import", "glossary.txt"]).parts();
    assert_eq!(code, 0, "{told}");
    assert!(said.contains("content/glossary-2/index.md"), "{said}");
    assert!(told.starts_with("glossary.txt: note: ") && told.contains("another name"), "{told}");
    assert!(!folder.path().join("content/glossary").exists());
    // The same file is the same document.
    let (code, _, told) = curbcut(folder.path(), &["import", "glossary.txt"]).parts();
    assert_ne!(code, 0);
    assert!(told.contains("content/glossary-2/index.md exists already"), "{told}");
    let (code, said, _) = curbcut(folder.path(), &["import", "--force", "glossary.txt"]).parts();
    assert!(code == 0 && said.contains("content/glossary-2/index.md"), "{said}");
    assert!(!folder.path().join("content/glossary-3").exists());
}

#[test]
fn import_tells_what_it_cannot_read_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("empty.txt", b"");
    write("binary.txt", b"PNG\x00\x01\x02rest");
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds/99-7.en.txt");
    write("good.txt", &std::fs::read(good).unwrap());
    for (name, wanted) in [("empty.txt", 2), ("binary.txt", 2), ("missing.txt", 2)] {
        let (code, _, error) = curbcut(folder.path(), &["import", name]).parts();
        assert_eq!(code, wanted, "{name}");
        assert!(error.contains(name), "{error}");
        assert!(!folder.path().join("content").exists());
    }
    // The good file is imported although another one cannot be.
    let (code, said, _) = curbcut(folder.path(), &["import", "empty.txt", "good.txt"]).parts();
    assert_eq!(code, 2);
    assert!(said.contains("operative paragraphs"), "{said}");
    let (code, _, error) = curbcut(folder.path(), &["import", "good.txt"]).parts();
    assert_eq!(code, 2, "{error}");
    assert!(error.contains("--force"), "{error}");
    assert_eq!(curbcut(folder.path(), &["import", "--force", "good.txt"]).code, 0);
}

#[test]
fn a_review_makes_a_version_tested() {
    let site = Site::own();
    let text = "content/a-hrc-res-52-8/easy-read.md";
    site.date(text, "2024-01-05");
    let (code, _, error) =
        curbcut(site.root(), &["review", text, "--role", "reader", "--readers", "2", "--consent", "group"])
            .parts();
    assert_eq!(code, 2);
    assert!(error.contains("--group"), "{error}");
    let reading = [
        "review",
        text,
        "--role",
        "reader",
        "--readers",
        "2",
        "--consent",
        "group",
        "--group",
        "阳光读书会",
        "--date",
        "2024-02-01",
    ];
    let (code, said, error) = curbcut(site.root(), &reading).parts();
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(said.contains("review.yaml"));
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    assert!(site.page("a-hrc-res-52-8/easy-read/index.html").contains("阳光读书会"));
    // A date or a digest that is none is found at its line.
    let review = "content/a-hrc-res-52-8/review.yaml";
    let written = site.read(review);
    site.write(review, written.replace("2024-02-01", "2024-13-01"));
    let (code, said, _) = curbcut(site.root(), &["check", "content/a-hrc-res-52-8/review.yaml"]).parts();
    assert_eq!(code, 1);
    assert!(said.contains("review/bad-record"), "{said}");
    site.write(review, written.replacen("blake3:", "md5:", 1));
    let (code, said, _) = curbcut(site.root(), &["check", "content/a-hrc-res-52-8/review.yaml"]).parts();
    assert_eq!(code, 1);
    assert!(said.contains("is not a digest"), "{said}");
}

#[test]
fn a_changed_official_text_is_sealed_again_only_by_force() {
    let site = Site::own();
    let folder = "content/a-hrc-res-52-8";
    let (code, said, _) = curbcut(site.root(), &["seal", folder]).parts();
    assert_eq!((code, said.contains("index.md: unchanged since it was sealed")), (0, true), "{said}");
    let text = "content/a-hrc-res-52-8/index.md";
    site.replace(text, "提供报告的无障碍和易读版本；", "提供报告的无障碍版本；");
    let changed = site.read(text);
    let (code, said, _) = curbcut(site.root(), &["check", folder]).parts();
    assert_eq!((code, said.contains("official/changed")), (1, true), "{said}");
    let (code, said, _) = curbcut(site.root(), &["seal", folder]).parts();
    assert_eq!((code, said.contains("not sealed again without --force")), (1, true), "{said}");
    assert_eq!(site.read(text), changed);
    assert_eq!(curbcut(site.root(), &["seal", "--force", folder]).code, 0);
    assert_eq!(curbcut(site.root(), &["check", folder]).code, 0);
    let (code, _, error) = curbcut(site.root(), &["seal", "content/pictures"]).parts();
    assert_eq!((code, error.contains("no official text")), (2, true), "{error}");
}

#[test]
fn every_rule_explains_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (code, list, _) = curbcut(folder.path(), &["explain"]).parts();
    assert_eq!(code, 0);
    for name in
        ["easy-read/long-sentence", "html/dead-link", "official/number-gap", "front-matter/unknown-key"]
    {
        assert!(list.contains(name));
        let (code, said, _) = curbcut(folder.path(), &["explain", name]).parts();
        assert_eq!(code, 0);
        assert!(said.starts_with(name), "{said}");
    }
    let (code, _, error) = curbcut(folder.path(), &["explain", "easy-read/long-sentense"]).parts();
    assert_eq!(code, 2);
    assert!(error.contains("easy-read/long-sentence"), "{error}");
}

#[test]
fn audit_finds_what_is_wrong_in_finished_pages() {
    let site = Site::copy_of("tests/sites/small");
    assert!(site.build().report.is_some());
    let (code, said, _) =
        curbcut(site.root(), &["audit", "public", "--name", "Curbcut contributors"]).parts();
    assert_eq!(code, 0, "{said}");
    let page = "public/jue-yi/index.html";
    site.write(
        page,
        site.read(page).replace("<main id=\"main\" tabindex=\"-1\">", "<div>").replace("</main>", "</div>"),
    );
    let (code, said, _) = curbcut(site.root(), &["audit", "public"]).parts();
    assert_eq!(code, 1);
    assert!(said.contains("html/missing-main") && said.contains("jue-yi/index.html"), "{said}");
}

#[test]
fn completions_name_the_commands() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish"] {
        let (code, said, _) = curbcut(folder.path(), &["completions", shell]).parts();
        assert_eq!(code, 0);
        assert!(said.contains("review"), "{shell}");
    }
}

#[test]
fn manual_pages_say_what_help_says() {
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let (code, said, _) = curbcut(folder.path(), &["man", "man1"]).parts();
        assert!(code == 0 && said.ends_with("manual pages in man1.\n"), "{said}");
    }
    let build = std::fs::read_to_string(folder.path().join("man1/curbcut-build.1")).unwrap();
    assert!(build.contains("published.json") && build.contains("SOURCE_DATE_EPOCH"), "{build}");
    assert!(folder.path().join("man1/curbcut.1").exists());
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let site = Site::own();
    let mut program = command(PROGRAM, site.root(), &["check", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(program.stdout.take());
    let output = program.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn books_can_be_made_alone_and_at_a_given_time() {
    let site = Site::copy_of("tests/sites/small");
    let (code, said, _) = curbcut(site.root(), &["build", "--only", "epub"]).parts();
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("Built 0 pages, 7 books and 0 text files"), "{said}");
    assert!(site.out().join("jue-yi/jue-yi.epub").exists() && !site.out().join("index.html").exists());
    let (code, said, _) = curbcut(site.root(), &["build", "--only", "site,epub"]).parts();
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(", 7 books and 0 text files") && site.out().join("index.html").exists(), "{said}");
    for (value, expected) in [("1700000000", 0), ("yesterday", 2), ("-1", 2)] {
        let mut build = command(PROGRAM, site.root(), &["build"]);
        let (code, _, error) = Ran::of(build.env("SOURCE_DATE_EPOCH", value)).parts();
        assert_eq!(code, expected, "{value}: {error}");
        assert!(expected == 0 || error.contains("SOURCE_DATE_EPOCH"), "{error}");
    }
}

/// A page without faults, with something to lead to.
fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"zh-Hans\"><head><title>页</title></head><body><a href=\"#m\">正文</a><header>站</header>\
         <main id=\"m\"><h1>页</h1>{body}</main><footer>完</footer></body></html>"
    )
}

#[test]
fn a_page_that_is_named_is_judged_alone() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let place = folder.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, text).unwrap();
    };
    let rules = |arguments: &[&str]| -> (Option<u8>, Vec<String>) {
        let (code, said, _) =
            curbcut(folder.path(), &[&["audit", "--format", "json"], arguments].concat()).parts();
        let said: serde_json::Value = serde_json::from_str(&said).unwrap_or_default();
        let findings = said["findings"].as_array().cloned().unwrap_or_default();
        let told = findings.iter().map(|finding| {
            format!("{}: {}", finding["rule"].as_str().unwrap(), finding["message"].as_str().unwrap())
        });
        (u8::try_from(code).ok(), told.collect())
    };
    // What lies beside it is there or not; what lies outside its folder is not known.
    write(
        "站/页.html",
        &page(
            "<a href=\"二.html#没有\">二</a><a href=\"图/\">图</a><a href=\"../站外.html\">外</a><a href=\"/根.html\">根</a><img src=\"图/甲.png\" alt=\"甲\">",
        ),
    );
    write("站/二.html", "<p id=\"有\">");
    write("站/图/index.html", "<p>");
    write("站/图/甲.png", "");
    // A folder that cannot be read beside it is no matter.
    let dead = "html/dead-fragment: no element of 二.html has the id “没有” the address names";
    assert_eq!(rules(&["站/页.html"]), (Some(1), vec![dead.to_owned()]));
    write("站/二.html", "<p id=\"没有\"><a href=\"无.html\">不判</a>");
    assert_eq!(rules(&["站/页.html"]), (Some(0), vec![]));
    std::fs::remove_file(folder.path().join("站/二.html")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("页.html", folder.path().join("站/二.html")).unwrap();
    std::fs::remove_file(folder.path().join("站/图/甲.png")).unwrap();
    std::fs::create_dir(folder.path().join("站/图/甲.png")).unwrap();
    let gone = ["二.html", "图/甲.png"]
        .map(|path| format!("html/dead-link: the address leads to “{path}”, which is not in the site"));
    assert_eq!(rules(&["站/页.html"]), (Some(1), gone.to_vec()));
    // Other markup is no page, whatever stands in it.
    for name in ["图.svg", "数据.XML"] {
        write(
            name,
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject><html xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject></svg>",
        );
        let (code, _, said) = curbcut(folder.path(), &["audit", name]).parts();
        assert!(code == 2 && said.contains("this is no page"), "{code} {said}");
    }
    // The ending of a page in a folder may be in capitals.
    let bad = page("<button></button>");
    for name in ["甲.HTM", "乙.Html", "丙.XHTML"] {
        write(&format!("大写/{name}"), &bad.replace("页</title>", &format!("{name}</title>")));
    }
    let (code, told) = rules(&["大写"]);
    assert_eq!((code, told.len()), (Some(1), 3), "{told:?}");
}

#[test]
fn a_page_is_read_in_its_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let html = page("<p>易读</p>");
    let wide: Vec<u8> =
        std::iter::once(0xFEFF).chain(html.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    std::fs::write(folder.path().join("宽.html"), wide).unwrap();
    let said = html.replace("<title>", "<meta charset='GB18030'><title>");
    let (old, ..) = encoding_rs::GB18030.encode(&said);
    std::fs::write(folder.path().join("旧.html"), &old[..]).unwrap();
    for name in ["宽.html", "旧.html"] {
        let (code, out, error) = curbcut(folder.path(), &["audit", name]).parts();
        assert_eq!(code, 0, "{name}: {out}{error}");
        let (code, out, _) = curbcut(folder.path(), &["audit", "--heard", name]).parts();
        assert!(code == 0 && out.contains("易读"), "{name}: {out}");
    }
}

#[test]
fn a_house_rule_is_a_warning_unless_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("页.html"), page("<p style=\"color: red\">红</p>")).unwrap();
    std::fs::write(folder.path().join("错.html"), page("<button></button>")).unwrap();
    let audit = |arguments: &[&str]| {
        let (code, said, _) =
            curbcut(folder.path(), &[&["audit", "--format", "json"], arguments].concat()).parts();
        let said: serde_json::Value = serde_json::from_str(&said).unwrap();
        let finding = said["findings"][0].clone();
        assert_eq!(said["findings"].as_array().unwrap().len(), 1, "{said}");
        let told = ["rule", "severity"].map(|key| finding[key].as_str().unwrap().to_owned());
        (code, told, finding["house"].as_bool().unwrap(), finding["act"].clone())
    };
    let style = |severity: &str| ["html/style-attribute".to_owned(), severity.to_owned()];
    assert_eq!(audit(&["页.html"]), (0, style("warning"), true, serde_json::json!([])));
    assert_eq!(audit(&["--house", "页.html"]), (1, style("error"), true, serde_json::json!([])));
    assert_eq!(audit(&["--deny", "warning", "页.html"]), (1, style("warning"), true, serde_json::json!([])));
    let button = ["html/empty-button".to_owned(), "error".to_owned()];
    assert_eq!(audit(&["错.html"]), (1, button, false, serde_json::json!(["97a4e1"])));
}

#[test]
fn a_build_says_for_programs_what_it_made() {
    let site = Site::new(&[("content/a/index.md", "---\ntitle: 通知\nsummary: 短。请读。\n---\n\n正文。\n")]);
    let build = |more: &[&str]| {
        let ran = curbcut(site.root(), &[&["build", "--format", "json"], more].concat());
        let made: serde_json::Value =
            serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.out));
        assert_eq!(ran.err, "");
        (ran.code, made)
    };
    let (code, made) = build(&["--heard", "heard"]);
    assert_eq!((code, made["published"].as_bool(), made["made"]["text"].as_u64()), (0, Some(true), Some(1)));
    let pages = made["made"]["site"].as_u64().unwrap();
    assert_eq!(made["heard"]["written"].as_u64(), Some(pages));
    let written = made["files"]["written"].as_u64().unwrap();
    assert!(written > pages && made["files"]["removed"] == 0, "{made}");
    assert!(site.root().join(made["out"].as_str().unwrap()).join("index.html").is_file());
    assert_eq!(
        made["findings"].as_array().unwrap().len(),
        made["summary"]["notes"].as_u64().unwrap() as usize
    );
    let (_, again) = build(&[]);
    assert_eq!((&again["files"]["written"], &again["files"]["unchanged"]), (&0.into(), &written.into()));
    assert!(again["heard"].is_null());
    site.write("content/a/index.md", "---\ntitle: 通知\nsummary: 短。请读。\nnonsense: 1\n---\n\n正文。\n");
    let (code, made) = build(&[]);
    assert_eq!((code, made["published"].as_bool()), (1, Some(false)));
    assert!(made["files"].is_null() && made["summary"]["errors"] == 1, "{made}");
    assert_eq!(made["findings"][0]["rule"], "front-matter/unknown-key");
    assert!(site.root().join("public/a/index.html").is_file());
    site.write("book.toml", "[book]\n");
    let (code, made) = build(&[]);
    assert_eq!((code, &made["findings"][0]["rule"]), (1, &"config/wrong".into()));
}
