//! Books as readers get them: opened again from the published files.

mod any_text;
mod bad_input;
mod every_word;
mod links;
mod metadata;
pub mod opened;

use crate::support::{Site, errors};
use opened::{Opened, books};

#[test]
fn every_version_and_every_collection_is_a_book() {
    let site = Site::copy_of("tests/sites/small");
    assert_eq!(errors(&site.build().findings), [""; 0]);
    let wanted = [
        "bao-gao/yi/yi.epub",
        "en/a-small-site.epub",
        "en/jue-yi/jue-yi.epub",
        "jue-yi/jue-yi-easy-read.epub",
        "jue-yi/jue-yi.epub",
        "wen-jian/wen-jian.epub",
        "xiao-wang-zhan.epub",
    ];
    assert_eq!(books(&site), wanted);
    assert!(site.page("jue-yi/index.html").contains("href=\"jue-yi.epub\""));
    assert!(site.page("jue-yi/easy-read/index.html").contains("href=\"../jue-yi-easy-read.epub\""));
    assert!(site.page("index.html").contains("href=\"xiao-wang-zhan.epub\""));
    assert!(site.page("en/index.html").contains("href=\"a-small-site.epub\""));
}

/// Our own audit judges what EPUBCheck and Ace are silent about; those two run in `scripts/test`.
#[test]
fn the_audit_finds_nothing_in_our_books() {
    for site in [Site::own(), Site::copy_of("tests/sites/small")] {
        site.build();
        let library = crate::support::library(site.root()).0;
        let allow =
            library.proper_names().fold(curbcut::audit::Allow::default(), curbcut::audit::Allow::name);
        for book in books(&site) {
            let opened = Opened::of(&site, &book);
            let mut audited = curbcut::audit::book::Book::new(&book);
            opened.files.iter().for_each(|(name, bytes)| audited.add(name, bytes));
            assert_eq!(crate::support::places(&audited.findings(&allow)), [""; 0], "{book}");
        }
    }
}

#[test]
fn the_same_texts_give_the_same_bytes_on_any_number_of_threads() {
    let built = |threads: usize| {
        let site = Site::copy_of("tests/sites/small");
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| site.build());
        books(&site).iter().map(|book| std::fs::read(site.out().join(book)).unwrap()).collect::<Vec<_>>()
    };
    let one = built(1);
    assert_eq!(one.len(), 7);
    assert!(one == built(4) && one == built(2), "a book differs");
}

/// So many documents are more than one thread writes at once.
#[test]
fn a_long_collection_is_in_order_on_any_number_of_threads() {
    const DOCUMENTS: usize = 70;
    let built = |threads: usize| {
        let site = Site::new(&[]);
        for number in 1..=DOCUMENTS {
            let text = format!(
                "---\ntitle: 第{number}号\nkind: document\nsummary: 这是第{number}号。\n---\n\n## 决定\n\n继续。\n"
            );
            site.write(&format!("content/wen-jian-{number:02}/index.md"), text);
        }
        let settings = site.read("book.toml");
        site.write("book.toml", format!("{settings}\n[epub]\ndocuments = false\n"));
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| site.build());
        let [book] = books(&site).try_into().unwrap();
        let order = Opened::of(&site, &book).reading_order();
        (order, std::fs::read(site.out().join(&book)).unwrap())
    };
    let (order, bytes) = built(1);
    assert!(bytes == built(3).1, "the book differs");
    let openings: Vec<_> = order.iter().filter(|file| file.ends_with("opening.xhtml")).collect();
    assert_eq!(openings.len(), DOCUMENTS);
    for (at, file) in openings.iter().enumerate() {
        assert!(file.contains(&format!("w{0}-wen-jian-{0:02}-", at + 1)), "{file}");
    }
}

#[test]
fn what_is_not_made_stays_as_it_was() {
    let site = Site::copy_of("tests/sites/small");
    site.build();
    site.write("public/notes.txt", "not ours");
    let (page, book) =
        (site.page("jue-yi/index.html"), std::fs::read(site.out().join("jue-yi/jue-yi.epub")).unwrap());
    site.replace("content/jue-yi/index.md", "summary: 这是一份试验用的决议。", "summary: 这是一份新的决议。");

    let built = site.build_only(&["epub"]);
    assert_eq!((built.count("site"), built.count("epub"), built.report.unwrap().removed), (0, 7, 0));
    assert_eq!(site.page("jue-yi/index.html"), page);
    let new_book = std::fs::read(site.out().join("jue-yi/jue-yi.epub")).unwrap();
    assert_ne!(new_book, book);
    assert!(
        Opened::of(&site, "jue-yi/jue-yi.epub").text("OEBPS/opening.xhtml").contains("这是一份新的决议。")
    );

    let built = site.build_only(&["site"]);
    assert_eq!((built.count("epub"), built.report.unwrap().removed), (0, 0));
    let page = site.page("jue-yi/index.html");
    assert!(page.contains("这是一份新的决议。") && !page.contains(".epub"));
    assert_eq!(std::fs::read(site.out().join("jue-yi/jue-yi.epub")).unwrap(), new_book);
    assert_eq!(site.page("notes.txt"), "not ours");

    // A whole build knows all files again: nothing of the last one is lost or left over.
    std::fs::remove_file(site.root().join("content/jue-yi/easy-read.md")).unwrap();
    let built = site.build();
    assert_eq!(errors(&built.findings), [""; 0]);
    assert!(!site.out().join("jue-yi/jue-yi-easy-read.epub").exists());
    assert!(site.page("jue-yi/index.html").contains("jue-yi.epub"));
}

#[test]
fn a_collection_holds_summary_easy_read_version_and_official_text_of_each_document() {
    let site = Site::own();
    site.build();
    let collection = Opened::of(&site, "ren-quan-li-shi-hui-jue-yi.epub");
    let order = collection.reading_order();
    let begins: Vec<&str> = order
        .iter()
        .filter(|file| file.starts_with("w2-"))
        .map(|file| file.rsplit_once("res-52-8-").unwrap().1)
        .collect();
    assert_eq!(
        begins,
        ["opening.xhtml", "easy-read.xhtml", "words.xhtml", "about.xhtml", "text.xhtml", "notes.xhtml"]
    );
    // Every official paragraph can be reached from the opening of its text.
    let opening = collection.text("OEBPS/w2-a-hrc-res-52-8-opening.xhtml");
    assert!(opening.contains("href=\"w2-a-hrc-res-52-8-text.xhtml#op-12\">第 12 段</a>"));
    // In the collection, what a section explains is in the same book.
    let easy = collection.text("OEBPS/w2-a-hrc-res-52-8-easy-read.xhtml");
    assert!(easy.contains("href=\"w2-a-hrc-res-52-8-text.xhtml#op-1\""));
}

#[test]
fn official_paragraphs_stand_in_the_contents() {
    let site = Site::own();
    site.build();
    let navigation = Opened::of(&site, "a-hrc-res-53-11/a-hrc-res-53-11.epub").text("OEBPS/nav.xhtml");
    let wanted = curbcut::languages::Languages::built_in().of(&"zh-Hans".parse().unwrap()).labels();
    let name = |number: &str| wanted.format("operative-paragraph", &[("number", number.into())]).unwrap();
    for number in ["1", "2", "5"] {
        let entry = format!("<a href=\"text.xhtml#op-{number}\">{}</a>", name(number));
        assert_eq!(navigation.matches(&entry).count(), 1, "{entry}");
    }
}
