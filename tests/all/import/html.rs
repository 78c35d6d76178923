//! Pages of the web: files as programs and offices write them (`tests/sources/html/make.py`), hostile pages made here, and random
//! ones. For each, no character of the page is lost: it stands in the Markdown, in the front matter, or in the list of what was
//! left out.

mod features;
mod hostile;
mod page_text;
mod random;

use std::fs;
use std::path::PathBuf;

use curbcut::import::{Destination, Imported, Input, Refused, import};

use super::docx::read_back::prove_words;
use super::docx::said;
use crate::support::curbcut;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sources/html")
}

fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let files = files.map(|entry| entry.file_name().into_string().unwrap());
    let mut names: Vec<_> =
        files.filter(|name| [".html", ".htm", ".xhtml"].iter().any(|end| name.ends_with(end))).collect();
    names.sort();
    names
}

fn opened(path: &str, bytes: &[u8]) -> Result<Imported, Refused> {
    import(Input { path, bytes, lang: None })
}

/// A page with this body.
fn page(body: &str) -> Imported {
    opened("页.html", format!("<!DOCTYPE html><html lang=zh><body>{body}</body></html>").as_bytes()).unwrap()
}

/// The text after the front matter.
fn body(imported: &Imported) -> &str {
    imported.markdown.split_once("\n---\n").unwrap().1.trim()
}

fn file(name: &str) -> (Imported, Vec<u8>) {
    let path = folder().join(name);
    let bytes = fs::read(&path).unwrap();
    (opened(path.to_str().unwrap(), &bytes).unwrap_or_else(|error| panic!("{error}")), bytes)
}

#[test]
fn pages_of_programs_and_offices_become_what_people_read_in_them() {
    let names = names();
    assert!(names.len() >= 10, "{names:?}");
    for name in names {
        let (imported, _) = file(&name);
        insta::with_settings!({ snapshot_path => "../snapshots/html", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name.as_str(), said(&imported));
        });
    }
}

#[test]
fn no_character_of_any_page_is_lost() {
    for name in names() {
        let (imported, bytes) = file(&name);
        // A letter of a font of signs is a bullet.
        prove_words(&imported, &page_text::of(&bytes).replace('§', "•"), &name);
    }
}

#[test]
fn nobody_who_changed_a_page_is_named() {
    for name in names() {
        let (imported, _) = file(&name);
        assert!(!(said(&imported) + imported.source.text()).contains("Secret"), "{name}");
    }
}

/// A page is what its first words say; a text without tags is text whatever its name is, and one with many is asked about.
#[test]
fn a_page_is_known_by_what_is_in_it() {
    let page = "<!-- saved --> <!DOCTYPE html><title>题</title><p>一。<p>二。";
    for path in ["页.html", "页.txt", "页"] {
        let imported = opened(path, page.as_bytes()).unwrap();
        assert_eq!((imported.unit, body(&imported)), ("paragraph", "一。\n\n二。"), "{path}");
    }
    let imported = opened("页.html", "题目\n\n一 < 二。".as_bytes()).unwrap();
    assert_eq!((imported.unit, body(&imported)), ("line", "一 \\< 二。"));
    assert_eq!(body(&opened("页.htm", "题目<p>一。".as_bytes()).unwrap()), "一。");
    let refused =
        opened("页.txt", "<p>一</p>\n<p>二</p>\n<p>三</p>\n<p>四</p>".as_bytes()).unwrap_err().to_string();
    assert!(refused.contains("give it a name that ends in .html"), "{refused}");
    let refused = opened("页.mht", b"MIME-Version: 1.0\n").unwrap_err().to_string();
    assert!(refused.contains("save it as a complete web page"), "{refused}");
}

#[test]
fn each_encoding_gives_the_same_page() {
    let page = |charset: &str| {
        format!(
            "<html lang=zh><meta charset={charset}><title></title><h1>無障礙環境</h1><p>請各國寫明。</p></html>"
        )
    };
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(page("x").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut pages = vec![
        page("utf-8").into_bytes(),
        page("").into_bytes(),
        page("big5").into_bytes(),
        page("gbk").into_bytes(),
        page("utf-16").into_bytes(),
        wide,
    ];
    for name in ["big5", "gb18030", "gb2312", "utf-8"] {
        let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
        pages.push(encoding.encode(&page(name)).0.into_owned());
    }
    for (at, bytes) in pages.into_iter().enumerate() {
        let imported = opened("a.html", &bytes).unwrap();
        assert!(
            imported.markdown.contains("title: 無障礙環境") && body(&imported) == "請各國寫明。",
            "{at}: {}",
            imported.markdown
        );
    }
    let old = encoding_rs::WINDOWS_1252
        .encode("<html><h1>Le rapport</h1><p>L’été est « chaud » à l’école déjà.</p>")
        .0
        .into_owned();
    let imported = opened("a.html", &old).unwrap();
    assert_eq!(body(&imported), "L’été est « chaud » à l’école déjà.");
    assert!(imported.findings.iter().any(|it| it.message.contains("was read as windows-1252")));
}

/// A site of a page in Chinese and one in English has each word, note, table and picture of them.
#[test]
fn all_of_a_page_stands_on_the_page_of_the_site() {
    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    fs::write(
        root.join("book.toml"),
        "[book]\ntitle = \"站\"\nlanguage = \"zh-Hans\"\n\n[languages.en]\ntitle = \"Station\"\n",
    )
    .unwrap();
    fs::create_dir_all(root.join("content")).unwrap();
    fs::write(root.join("content/index.md"), "---\ntitle: 站\n---\n\n正文。\n").unwrap();
    let pages = [
        ("word-zh.htm", "word-zh/index", "一条木坡道"),
        ("committee-en.html", "en/cxyz-c-gc-98/index", "A ramp beside a stair"),
    ];
    let sources: Vec<_> =
        pages.iter().map(|(name, ..)| folder().join(name).to_str().unwrap().to_owned()).collect();
    let (code, _, told) = curbcut(root, &["import", &sources[0], &sources[1]]).parts();
    assert_eq!(code, 0, "{told}");
    for text in ["word-zh/index.md", "cxyz-c-gc-98/index.en.md"] {
        let path = root.join("content").join(text);
        // A person has read it.
        let said = fs::read_to_string(&path).unwrap().replacen("draft: true\n", "", 1);
        let said = said.replacen("summary: ''\n", "summary: 第一句。第二句。\n", 1);
        fs::write(path, said).unwrap();
    }
    let built = curbcut(root, &["build", "--out", "out"]);
    assert_eq!(built.code, 0, "{built:?}");
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for (name, page, alternative) in pages {
        let (imported, _) = file(name);
        let html = fs::read_to_string(root.join(format!("out/{page}.html"))).unwrap();
        let shown = squeezed(&page_text::of(html.as_bytes()));
        let mut count = 0;
        for entry in imported.ledger.entries() {
            if !matches!(
                entry.destination,
                Destination::Paragraph(_) | Destination::Note(_) | Destination::Field(_)
            ) {
                continue;
            }
            // The numbers and signs of lists are those of the list; a line end in a cell is an element.
            let said = &imported.source.text()[entry.span.range()];
            for line in said.split(['\u{2028}', '\t', '\n']) {
                let words =
                    squeezed(line.trim_start_matches(|c: char| c.is_ascii_digit() || ".•◦▪".contains(c)));
                assert!(shown.contains(&words), "{name}: {words} is not in {shown}");
                count += usize::from(!words.is_empty());
            }
        }
        assert!(count > 15, "{name}");
        assert!(html.contains(&format!("alt=\"{alternative}\"")) && html.contains("<table"), "{name}");
        assert_eq!(html.matches("role=\"doc-noteref\"").count(), imported.counts.notes, "{name}");
        for picture in &imported.pictures {
            assert!(html.contains(&picture.name), "{name}");
        }
    }
}
