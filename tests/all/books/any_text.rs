//! Whatever stands in a text, its book, its Word file and its file of Akoma Ntoso are well-formed XML, also of a text that has findings and is not published.

use std::path::Path;
use std::sync::LazyLock;

use curbcut::audit::Allow;
use curbcut::check;
use curbcut::formats::akn::AkomaNtoso;
use curbcut::formats::docx::Word;
use curbcut::formats::epub::Epub;
use curbcut::formats::{Download, Format, Material, Modified, Pictures};
use curbcut::lang::Lang;
use curbcut::languages::Languages;
use curbcut::library::Library;
use curbcut::render::{Renderer, SourceMap, Templates};
use proptest::prelude::*;

use super::opened::Opened;
use crate::support::{self, BOOK, Site};

pub static LANGUAGES: LazyLock<Vec<Lang>> = LazyLock::new(|| vec!["zh-Hans".parse().unwrap()]);
pub static TEMPLATES: LazyLock<Templates> =
    LazyLock::new(|| Templates::load(Path::new("/nowhere"), &LANGUAGES, Languages::built_in()).unwrap());

/// Makes every book, every Word file and every file of Akoma Ntoso of a library, whatever was found in its texts. Gives the number of books.
fn make_all(library: &Library) -> usize {
    let renderer = Renderer::new(library, &TEMPLATES, &LANGUAGES, SourceMap::Off);
    let pictures = Pictures::read(library, &mut Vec::new());
    let material = Material {
        renderer: &renderer,
        pictures: &pictures,
        book_style: "",
        modified: Modified::FromContent,
    };
    let make = |format: &dyn Download| -> Vec<Opened> {
        let maker = format.maker(material).unwrap();
        let jobs = format.jobs(library, &LANGUAGES).unwrap().into_iter();
        let ledger = check::allowances(library, &[]);
        let make = |job| {
            let made = maker.make(job).unwrap_or_else(|error| panic!("{error:?}"));
            if format.name() == Word.name() {
                // Links, notes and pictures lead somewhere in any text.
                maker.audit(job, &made, &Allow::default(), &ledger).unwrap();
            }
            Opened::read(&made.bytes)
        };
        jobs.map(make).collect()
    };
    for file in make(&Word) {
        file.words();
    }
    let maker = AkomaNtoso.maker(material).unwrap();
    for job in AkomaNtoso.jobs(library, &LANGUAGES).unwrap() {
        let made = maker.make(job).unwrap_or_else(|error| panic!("{error:?}"));
        maker.audit(job, &made, &Allow::default(), &check::allowances(library, &[])).unwrap();
    }
    let books = make(&Epub);
    books.iter().for_each(Opened::is_well_formed);
    books.len()
}

#[test]
fn every_example_of_the_commonmark_specification_gives_xml() {
    let examples: Vec<String> = serde_json::from_str(include_str!("../../commonmark/examples.json")).unwrap();
    assert_eq!(examples.len(), 652);
    let site = Site::new(&[]);
    site.write("book.toml", format!("{BOOK}[docx]\ndocuments = true\n[akn]\ndocuments = true\n"));
    for (number, example) in examples.iter().enumerate() {
        // The specification also writes NUL, which a source cannot have.
        let example = example.replace('\0', "");
        for kind in ["document", "resolution"] {
            let path = format!("content/{kind}-{number}/index.md");
            site.write(&path, format!("---\ntitle: 例\nsummary: 例。\nkind: {kind}\n---\n\n{example}"));
        }
    }
    let library = support::library(site.root()).0;
    assert_eq!(make_all(&library), 2 * 652 + 1);
}

/// Pieces of Markdown and HTML in any order, and characters that XML does not know.
fn any_markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "\n",
            "\n\n",
            "# ",
            "## ",
            "### ",
            "- ",
            "1. ",
            "   ",
            "> ",
            "> [!NOTE]\n> ",
            "***",
            "**",
            "*",
            "~~",
            "`",
            "```\n",
            "| 一 | 二 |\n|---|---|\n| 三 | 四 |\n",
            "[^1]",
            "[^1]: ",
            "[",
            "](",
            ")",
            "![](a.png)",
            "<",
            ">",
            "&",
            "&amp;",
            "&nbsp;",
            "&#1;",
            "&#xfffe;",
            "\"",
            "'",
            "<br>",
            "<hr>",
            "<b>",
            "</b>",
            "<p>",
            "<ruby>字<rt>zì</rt></ruby>",
            "<span lang=\"en\" title='<&>'>",
            "</span>",
            "<!-- ",
            "-->",
            "<table><tr><td>",
            "<details open><summary>",
            "{#第一}",
            "{#1}",
            "\u{1}",
            "\u{b}",
            "\u{fffe}",
            "\u{ffff}",
            "]]>",
            "<?xml",
            "<![CDATA[",
            "报告\n: 文件。\n",
            "- [x] ",
            "(a) ",
            "1. 决定",
            "人权理事会，\n\n",
        ])
        .prop_map(str::to_owned),
        "[a-z人权。，]{1,4}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_gives_xml(official in any_markdown(), easy in any_markdown(), title in "[^\0\r\n]{0,12}") {
        let title = serde_json::to_string(&title).unwrap();
        let site = Site::new(&[]);
    site.write("book.toml", format!("{BOOK}[docx]\ndocuments = true\n[akn]\ndocuments = true\n"));
        for (folder, kind) in [("a", "document"), ("b", "resolution")] {
            let front = format!("---\ntitle: {title}\nsummary: 例。\nkind: {kind}\n---\n\n");
            site.write(&format!("content/{folder}/index.md"), (front + &official).replace('\0', ""));
            let front = format!("---\ntitle: {title}\nabout: 例。\n---\n\n");
            site.write(&format!("content/{folder}/easy-read.md"), (front + &easy).replace('\0', ""));
        }
        let library = support::library(site.root()).0;
        prop_assert_eq!(make_all(&library), 5);
    }
}
