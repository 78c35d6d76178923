//! A section without a sentence explains nothing, and a version without one is none.

use crate::support::curbcut;
use crate::support::{Site, library};

const OFFICIAL: &str = "---\ntitle: 开放日\nsummary: 我们请大家来。大家可以提问。\n---\n\n\
                        ## 什么时候 {#when}\n\n星期一。\n\n## 做什么 {#what}\n\n看图书馆。\n\n## 怎样来 {#how}\n\n坐公共汽车。\n";
const EASY: &str = "---\ntitle: 来看图书馆\nabout: 这是易读版。\n---\n\n";
const TEXT: &str = "content/kai-fang-ri/easy-read.md";
const READING: [&str; 8] = ["review", TEXT, "--role", "reader", "--readers", "2", "--consent", "none"];

fn site(easy: &str) -> Site {
    Site::new(&[("content/kai-fang-ri/index.md", OFFICIAL), (TEXT, &format!("{EASY}{easy}"))])
}

#[test]
fn an_empty_version_is_an_error_and_cannot_be_reviewed() {
    for body in
        ["", "## 只有标题 {covers=when,what,how}\n", "## 图 {covers=when}\n\n![图书馆](tu.svg)\n", "……\n"]
    {
        let site = site(body);
        site.write("content/kai-fang-ri/tu.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        let ran = curbcut(site.root(), &["check"]);
        assert!(ran.code == 1 && ran.out.contains("easy-read/empty]"), "{body}: {}", ran.out);
        assert!(ran.out.contains("0 of 3 paragraphs explained"), "{body}: {}", ran.out);
        let ran = curbcut(site.root(), &READING);
        assert!(ran.code != 0 && ran.err.contains("holds no sentence"), "{body}: {}", ran.err);
        assert!(!site.root().join("content/kai-fang-ri/review.yaml").exists());
        assert_eq!(curbcut(site.root(), &["build"]).code, 1, "{body}");
    }
}

#[test]
fn a_section_counts_when_its_first_sentence_is_written() {
    let site = site("## 什么时候 {covers=when}\n\n星期一。\n\n## 其他 {covers=what,how}\n\n![图](tu.svg)\n");
    site.write("content/kai-fang-ri/tu.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.code == 0 && ran.out.contains("1 of 3 paragraphs explained"), "{}", ran.out);
    assert!(
        ran.out.contains("easy-read/empty-section") && ran.out.matches("easy-read/uncovered").count() == 2,
        "{}",
        ran.out
    );
    assert_eq!(curbcut(site.root(), &READING).code, 0);
    let record = site.read("content/kai-fang-ri/review.yaml");
    assert!(
        record.contains("when: blake3:") && !record.contains("what:") && !record.contains("how:"),
        "{record}"
    );
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    let (official, easy) =
        (site.page("kai-fang-ri/index.html"), site.page("kai-fang-ri/easy-read/index.html"));
    assert_eq!(official.matches("class=\"explained\"").count(), 1);
    assert!(easy.contains("index.html#when\"") && !easy.contains("#what\"") && !easy.contains("#how\""));
    let statement = site.page("accessibility/index.html");
    assert!(statement.contains("正式文本里有 2 段"), "{statement}");
    site.replace(TEXT, "![图](tu.svg)\n", "![图](tu.svg)\n看图书馆。\n坐公共汽车来。\n");
    let ran = curbcut(site.root(), &["check"]);
    assert!(ran.out.contains("3 of 3 paragraphs explained"), "{}", ran.out);
}

#[test]
fn no_record_makes_an_empty_version_tested() {
    let site = site("## 什么时候 {covers=when}\n");
    site.replace(TEXT, "---\n\n##", "allow:\n  easy-read/empty: 还没有写\n---\n\n##");
    let (library, _) = library(site.root());
    let easy = library.works[0].easy_read.as_ref().unwrap();
    let digest = curbcut::review::easy_read_digest(&library, easy).now().clone();
    let record =
        format!("- date: 2024-02-01\n  role: reader\n  readers: 3\n  consent: none\n  text: {digest}\n");
    site.write("content/kai-fang-ri/review.yaml", record);
    assert_eq!(curbcut(site.root(), &["build"]).code, 0);
    assert!(site.page("kai-fang-ri/easy-read/index.html").contains("standing not-tested"));
}

#[test]
fn the_number_of_a_paragraph_is_not_told_among_its_words() {
    let official = "---\ntitle: 例\nkind: resolution\nsymbol: A/1\nsummary: 这是一个例子。它有两句话。\n---\n\n人权理事会，\n\n\
                    1. 决定开会；\n\n２．请办事处写一本手册；\n\n3、决定继续处理此案。\n";
    let easy =
        "---\ntitle: 例\nabout: 这是一个例子。\nbased-on: A/1\n---\n\n## 开会 {covers=op-1}\n\n大家开会。\n";
    let site = Site::new(&[("content/a/index.md", official), ("content/a/easy-read.md", easy)]);
    let ran = curbcut(site.root(), &["check"]);
    for words in ["official text: 请办事处写一本手册", "official text: 决定继续处理此案"] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
}
