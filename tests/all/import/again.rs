//! A corrected source: it comes in as a change, and what people wrote stays.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;

use crate::support::{curbcut, finished};

const BOOK: &str = "[book]\ntitle = \"站\"\nlanguage = \"zh-Hans\"\n";
const SOURCE: &str = "A/HRC/RES/98/6\n\n98/6. 标志\n\n人权理事会，\n\n回顾以往各项决议，\n\n1. 请各国在每个车站设清楚的标志；\n\n2. 又请各国：\n\n(a) 写短句；\n\n(b) 用常用词；\n\n3. 决定结束。\n";

fn import(root: &Path, text: &str, arguments: &[&str]) -> (String, String) {
    fs::write(root.join("a.txt"), text).unwrap();
    let (code, said, told) = curbcut(root, &[&["import", "a.txt"], arguments].concat()).parts();
    assert_eq!(code, 0, "{said}{told}");
    (said, told)
}

#[test]
fn a_corrected_source_is_a_change_of_the_text() {
    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    fs::write(root.join("book.toml"), BOOK).unwrap();
    import(root, SOURCE, &[]);
    let folder = root.join("content/a-hrc-res-98-6");
    let index = folder.join("index.md");
    // What people do to a text: a summary, a name for a page, a key of their own.
    let text = finished(&fs::read_to_string(&index).unwrap(), "车上有标志。标志要大。");
    let text =
        text.replace("1. 请各国在", "1. [](page:2)请各国在").replace("kind:", "extra:\n  by: 我们\nkind:");
    fs::write(&index, &text).unwrap();
    let sealed = fs::read_to_string(&index).unwrap();
    let easy = "---\ntitle: 标志\nabout: 易读版。\nbased-on: A/HRC/RES/98/6\nmade-by: 小组\n---\n\n\
        ## 标志 {covers=op-1}\n\n有标志。\n\n## 短句 {covers=op-2}\n\n句子短。\n\n## 完了 {covers=op-3}\n\n完了。\n";
    fs::write(folder.join("easy-read.md"), easy).unwrap();

    // The same source changes nothing.
    let (said, told) = import(root, SOURCE, &["--again"]);
    assert!(said.contains("    7 paragraphs: 7 as before, 0 changed, 0 new, 0 gone\n"), "{said}");
    // The mark of a page is sealed, too, and this one was added.
    assert!(told.contains("its seal does not hold"), "{told}");
    assert_eq!(fs::read_to_string(&index).unwrap(), sealed);

    let corrected = SOURCE
        .replace("用常用词", "用人人都懂的词")
        .replace("3. 决定结束。", "3. 还请各国报告；\n\n4. 决定结束。")
        .replace("98/6. 标志", "98/6. 车站标志");
    let (said, _) = import(root, &corrected, &["--again", "--dry-run"]);
    for line in [
        "    8 paragraphs: 6 as before, 1 changed, 1 new, 0 gone\n",
        "    title: “标志” becomes “车站标志”\n",
        "    op-2-b, line 22: “(b) 用常用词；” becomes “(b) 用人人都懂的词；”\n",
        "    op-3, line 24: new, “3. 还请各国报告；”\n",
        "    op-3 is op-4 now\n",
        "    content/a-hrc-res-98-6/easy-read.md:12: “短句” explains op-2: read it again\n",
        "    content/a-hrc-res-98-6/easy-read.md:16: “完了” explains op-3: read it again\n",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert!(!said.contains("“标志” explains"), "{said}");
    assert!(said.ends_with("Nothing was written.\n"), "{said}");
    assert_eq!(fs::read_to_string(&index).unwrap(), sealed);

    import(root, &corrected, &["--again"]);
    let text = fs::read_to_string(&index).unwrap();
    for kept in [
        "summary: 车上有标志。标志要大。\n",
        "1. [](page:2)请各国在",
        "extra:\n  by: 我们\n",
        "title: 车站标志\n",
    ] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    assert!(text.contains("   (b) 用人人都懂的词；\n\n3. 还请各国报告；\n\n4. 决定结束。\n"), "{text}");
    assert!(!text.contains("draft:"), "what is published stays so");
    // An editor's file with the line ends of Windows keeps them.
    fs::write(&index, text.replace('\n', "\r\n")).unwrap();
    import(root, &corrected.replace("结束", "完成"), &["--again"]);
    let text = fs::read_to_string(&index).unwrap();
    assert!(text.contains("4. 决定完成。\r\n") && !text.replace("\r\n", "").contains('\n'), "{text:?}");
}

#[test]
fn a_text_that_is_not_there_is_not_changed_and_one_that_moved_is_found_by_its_symbol() {
    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    fs::write(root.join("book.toml"), BOOK).unwrap();
    fs::write(root.join("a.txt"), SOURCE).unwrap();
    let (code, _, told) = curbcut(root, &["import", "--again", "a.txt"]).parts();
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("a.txt: there is no text of it yet; import it without --again"), "{told}");
    assert!(!root.join("content").exists());
    import(root, SOURCE, &[]);
    fs::rename(root.join("content/a-hrc-res-98-6"), root.join("content/biao-zhi")).unwrap();
    let (said, _) = import(root, &SOURCE.replace("写短句", "写很短的句子"), &["--again"]);
    assert!(said.contains("a.txt -> content/biao-zhi/index.md\n"), "{said}");
    assert!(fs::read_to_string(root.join("content/biao-zhi/index.md")).unwrap().contains("写很短的句子"));
}

/// A page that editors would mend: no caption, a heading of the wrong level, a paragraph that is a heading.
const PAGE: &str = "<!doctype html><html lang=\"zh\"><body><main><h1>桥</h1><p>费用</p><p>桥要五百万元，市里付一半，另一半向银行借。</p>\
    <table><tr><th>年</th><th>万元</th></tr><tr><td>2024</td><td>100</td></tr></table><h4>借款</h4><p>我们在五月开会，在六月又开了一次会，大家都来了。</p>\
    <p>图：</p><p><img src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\" alt=\"桥\"></p><p>最后一段，说谢谢大家。</p></main></body></html>";

struct Imported {
    site: tempfile::TempDir,
}

impl Imported {
    /// The page as it is imported, with these changes of an editor.
    fn with(edits: &[(&str, &str)]) -> Self {
        let imported = Self { site: tempfile::tempdir().unwrap() };
        fs::write(imported.root().join("book.toml"), BOOK).unwrap();
        imported.run(PAGE, &[], 0);
        let mut text = imported.text();
        for (old, new) in edits {
            assert!(text.contains(old), "{old}\n{text}");
            text = text.replacen(old, new, 1);
        }
        fs::write(imported.index(), text).unwrap();
        imported
    }

    fn root(&self) -> &Path {
        self.site.path()
    }

    fn index(&self) -> std::path::PathBuf {
        self.root().join("content/qiao/index.md")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.index()).unwrap()
    }

    fn run(&self, page: &str, arguments: &[&str], wanted: i32) -> String {
        fs::write(self.root().join("qiao.html"), page).unwrap();
        let (code, said, told) =
            curbcut(self.root(), &[&["import", "qiao.html"], arguments].concat()).parts();
        assert_eq!(code, wanted, "{said}{told}");
        [said, told].concat()
    }
}

/// What editors mend because the program asks for it.
const MENDS: [(&str, &str); 7] = [
    ("\n费用\n", "\n## 费用 {#fei}\n"),
    ("| 年 |", "表：每年借多少\n\n| 年 |"),
    ("## 借款", "### 借款"),
    ("又开了一次会", "又开了**一次**[会](https://example.org/)"),
    ("![桥](", "![一座石头桥](/"),
    ("title: 桥", "title: 新桥"),
    ("\n最后一段", "\n<!-- 核对过 -->\n\n这一段是编辑写的。\n\n最后一段"),
];

fn mends() -> Vec<(&'static str, &'static str)> {
    MENDS.iter().map(|(old, new)| (*old, new.trim_end_matches('/'))).collect()
}

#[test]
fn what_people_mended_stays_where_the_source_says_the_same() {
    let imported = Imported::with(&mends());
    let mended = imported.text();
    let said = imported.run(PAGE, &["--again"], 0);
    assert!(said.contains("0 changed, 0 new, 0 gone"), "{said}");
    assert_eq!(imported.text(), mended);
    // Another place of the source changes, and nothing else.
    let corrected = PAGE.replace("五百万元", "六百万元").replace("最后一段，", "最后的一段，");
    let said = imported.run(&corrected, &["--again"], 0);
    assert!(said.contains("2 changed, 0 new, 0 gone"), "{said}");
    let want = mended.replace("五百万元", "六百万元").replace("最后一段，", "最后的一段，");
    assert_eq!(imported.text(), want);
    let said = imported.run(&corrected, &["--again"], 0);
    assert!(said.contains("0 changed, 0 new, 0 gone"), "{said}");
    assert_eq!(imported.text(), want);
}

#[test]
fn where_both_changed_one_paragraph_the_source_counts_and_it_is_told() {
    let imported = Imported::with(&mends());
    let corrected =
        PAGE.replace("在六月又开了一次会", "在七月又开了一次会").replace("<h1>桥</h1>", "<h1>大桥</h1>");
    let said = imported.run(&corrected, &["--again"], 0);
    assert!(said.contains(", and people had changed it\n"), "{said}");
    assert!(said.contains("title: “新桥” becomes “大桥”"), "{said}");
    let text = imported.text();
    assert!(
        text.contains("在七月又开了一次会，大家都来了。") && text.contains("这一段是编辑写的。"),
        "{text}"
    );
    // What the source takes out is gone, but for what people wrote.
    let corrected = corrected.replace("<p>最后一段，说谢谢大家。</p>", "").replace("<h4>借款</h4>", "");
    let said = imported.run(&corrected, &["--again"], 0);
    let text = imported.text();
    assert!(
        !text.contains("最后一段") && text.contains("这一段是编辑写的。") && text.contains("## 借款"),
        "{text}"
    );
    assert!(said.contains("people wrote “### 借款”, which stays"), "{said}");
}

/// A paragraph that people took out does not come back with a change beside it.
#[test]
fn what_people_took_out_stays_out() {
    let imported = Imported::with(&[("图：\n\n", "")]);
    let corrected = PAGE.replace("我们在五月开会", "我们在四月开会").replace("最后一段，", "最后的一段，");
    imported.run(&corrected, &["--again"], 0);
    let text = imported.text();
    assert!(!text.contains("图：") && text.contains("四月") && text.contains("最后的一段"), "{text}");
}

#[test]
fn without_a_record_all_follows_the_source_and_that_is_told() {
    let imported = Imported::with(&mends());
    fs::remove_file(imported.root().join("content/qiao/imported.yaml")).unwrap();
    let said = imported.run(&PAGE.replace("五百万元", "六百万元"), &["--again"], 0);
    assert!(said.contains("note: no imported.yaml beside it says what the last import made"), "{said}");
    assert!(imported.text().contains("\n## 借款"));
    // From now on there is one.
    fs::write(imported.index(), imported.text().replace("## 借款", "### 借款")).unwrap();
    imported.run(PAGE, &["--again"], 0);
    assert!(imported.text().contains("### 借款") && imported.text().contains("五百万元"));
}

#[test]
fn another_text_is_not_brought_in() {
    let imported = Imported::with(&[]);
    let other = "<!doctype html><html lang=\"zh\"><body><main><h1>别的</h1><p>完全不同的内容。</p><p>没有共同点。</p></main></body></html>";
    let before = imported.text();
    let said = imported.run(other, &["--again"], 2);
    assert!(said.contains("qiao.html: nothing in it is as in content/qiao/index.md"), "{said}");
    // Of two sources of one text the second is refused.
    fs::create_dir(imported.root().join("b")).unwrap();
    fs::write(imported.root().join("b/qiao.html"), PAGE).unwrap();
    let said = imported.run(PAGE, &["b/qiao.html", "--again"], 2);
    assert!(said.contains("was made of qiao.html just now"), "{said}");
    assert_eq!(imported.text(), before);
    // What the front matter says must be known, or it would be lost.
    for (slip, told) in [
        ("title: 甲: 乙", "content/qiao/index.md:2: "),
        ("title: 桥\nmykey: 1", "content/qiao/index.md:3: “mykey” is not a key of this file; mend it"),
    ] {
        fs::write(imported.index(), before.replace("title: 桥", slip)).unwrap();
        let said = imported.run(&PAGE.replace("五百万元", "六百万元"), &["--again"], 2);
        assert!(said.contains(told), "{told}\n{said}");
        assert_eq!(imported.text(), before.replace("title: 桥", slip));
    }
    fs::write(imported.index(), "没有头。\n\n桥要五百万元，市里付一半，另一半向银行借。\n").unwrap();
    let said = imported.run(PAGE, &["--again"], 2);
    assert!(said.contains("index.md:1: the file does not begin with front matter; mend it"), "{said}");
}

/// What a person has to decide on is told as at the first import.
#[test]
fn what_is_left_out_of_a_corrected_source_is_listed() {
    let imported = Imported::with(&[]);
    let more = "<p hidden>看不见的字</p><video src=\"a.mp4\"></video><p>图：</p>";
    let picture = "R0lGODlhAQABAIAAAP8AAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    let corrected = PAGE
        .replace("<p>图：</p>", more)
        .replace("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", picture);
    for arguments in [&["--again", "--dry-run"][..], &["--again"]] {
        let said = imported.run(&corrected, arguments, 0);
        for told in ["看不见的字", "a film is left out", ".gif: new", ".gif: the text shows it no longer"]
        {
            assert!(said.contains(told), "{told}\n{said}");
        }
    }
}

/// Paragraphs that say much the same, as those of resolutions do.
const LIKE: [&str; 5] = [
    "Encourages States to build ramps at stations;",
    "Urges States to print forms in large letters;",
    "Invites banks to train their staff;",
    "Requests the Secretary-General to write a report;",
    "Decides to remain seized of the matter.",
];

fn numbered(paragraphs: &[&str]) -> String {
    let paragraphs = paragraphs.iter().enumerate().map(|(at, text)| format!("{}. {text}\n\n", at + 1));
    format!(
        "A/HRC/RES/58/99\n\n58/99. Public services\n\nThe Human Rights Council,\n\nRecalling its resolution 52/8,\n\n{}",
        paragraphs.collect::<String>()
    )
}

/// What an editor mended, what the source becomes, and what stands then.
#[test]
fn no_paragraph_is_lost_beside_one_that_people_mended() {
    let [a, b, c, d, z] = LIKE;
    let mended = "Urges States to print **all** forms in large letters;";
    for (edit, source, want) in [
        // A new one before it.
        ((b, mended), vec![a, d, b, c, z], vec![a, d, mended, c, z]),
        ((b, mended), vec![a, c, b, d, z], vec![a, c, mended, d, z]),
        // It moves.
        ((b, mended), vec![b, a, c, d, z], vec![mended, a, c, d, z]),
        ((b, mended), vec![a, c, d, b, z], vec![a, c, d, mended, z]),
        // Others move past it.
        ((b, mended), vec![d, a, b, c, z], vec![d, a, mended, c, z]),
    ] {
        let site = tempfile::tempdir().unwrap();
        let root = site.path();
        fs::write(root.join("book.toml"), BOOK.replace("zh-Hans", "en")).unwrap();
        import(root, &numbered(&[a, b, c, d, z]), &[]);
        let index = root.join("content/a-hrc-res-58-99/index.md");
        let text = fs::read_to_string(&index).unwrap();
        assert!(text.contains(edit.0), "{text}");
        fs::write(&index, text.replace(edit.0, edit.1)).unwrap();
        let (said, _) = import(root, &numbered(&source), &["--again"]);
        let text = fs::read_to_string(&index).unwrap();
        let found: Vec<&str> =
            text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect();
        let want: Vec<String> =
            want.iter().enumerate().map(|(at, text)| format!("{}. {text}", at + 1)).collect();
        assert_eq!(found, want, "{said}");
        let (said, _) = import(root, &numbered(&source), &["--again"]);
        assert!(said.contains("0 changed, 0 new, 0 gone"), "{said}");
        assert_eq!(fs::read_to_string(&index).unwrap(), text);
    }
}

#[test]
fn of_what_people_joined_nothing_is_lost_where_the_source_changes_a_part() {
    let [a, b, c, d, z] = LIKE;
    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    fs::write(root.join("book.toml"), BOOK.replace("zh-Hans", "en")).unwrap();
    import(root, &numbered(&[a, b, c, d, z]), &[]);
    let index = root.join("content/a-hrc-res-58-99/index.md");
    let text = fs::read_to_string(&index).unwrap();
    fs::write(&index, text.replace(&format!("{b}\n\n3. {c}"), &format!("{b} {c}"))).unwrap();
    let (said, _) = import(root, &numbered(&[a, &b.replace("print", "publish"), c, d, z]), &["--again"]);
    let text = fs::read_to_string(&index).unwrap();
    for words in ["2. Urges States to publish forms in large letters;", "Invites banks to train their staff;"]
    {
        assert!(text.contains(words), "{said}{text}");
    }
}

#[test]
fn a_record_that_is_none_and_a_seal_that_does_not_hold_are_told() {
    let imported = Imported::with(&[("五百万元", "七百万元")]);
    let record = imported.root().join("content/qiao/imported.yaml");
    // One that was cut off is none.
    let whole = fs::read_to_string(&record).unwrap();
    let cut: String = whole.chars().take(whole.chars().count() - 25).collect();
    fs::write(&record, cut).unwrap();
    let said = imported.run(&PAGE.replace("谢谢", "多谢"), &["--again", "--dry-run"], 0);
    assert!(said.contains("note: imported.yaml beside it is damaged"), "{said}");
    fs::remove_file(&record).unwrap();
    fs::create_dir(&record).unwrap();
    let before = imported.text();
    let said = imported.run(&PAGE.replace("谢谢", "多谢"), &["--again"], 2);
    assert!(said.contains("imported.yaml is no file; take it away"), "{said}");
    assert_eq!(imported.text(), before);

    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    fs::write(root.join("book.toml"), BOOK).unwrap();
    import(root, SOURCE, &[]);
    let index = root.join("content/a-hrc-res-98-6/index.md");
    let text = fs::read_to_string(&index).unwrap();
    fs::write(&index, text.replace("请各国在每个", "请各国在所有")).unwrap();
    let (said, told) = import(root, SOURCE, &["--again"]);
    assert!(!said.contains("the seal holds") && told.contains("its seal does not hold"), "{said}{told}");
}

/// A source that only moves paragraphs is a change, which is told; what both leave in its order stays there.
#[test]
fn what_the_source_moves_is_moved_and_told() {
    let site = tempfile::tempdir().unwrap();
    let root = site.path();
    fs::write(root.join("book.toml"), BOOK).unwrap();
    let run = |page: &str, arguments: &[&str]| {
        fs::write(root.join("bao-gao.md"), page).unwrap();
        let (code, said, told) = curbcut(root, &[&["import", "bao-gao.md"], arguments].concat()).parts();
        assert_eq!(code, 0, "{said}{told}");
        [said, told].concat()
    };
    run("# 报告\n\n甲说学校。\n\n乙说车站。\n\n丙说医院。\n", &[]);
    let said = run("# 报告\n\n甲说学校。\n\n丙说医院。\n\n乙说车站。\n", &["--again"]);
    assert!(said.contains("stands here now"), "{said}");
    let text = fs::read_to_string(root.join("content/bao-gao/index.md")).unwrap();
    assert!(text.ends_with("甲说学校。\n\n丙说医院。\n\n乙说车站。\n"), "{text}");
    let said = run("# 报告\n\n甲说学校。\n\n丙说医院。\n\n乙说车站。\n", &["--again"]);
    assert!(!said.contains("stands here now"), "{said}");
}

/// What is done to a list of paragraphs, by places that are taken as far as the list goes.
#[derive(Debug, Clone)]
enum Edit {
    Mend(usize),
    Add(usize, usize),
    TakeOut(usize),
    Move(usize, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (0..9usize).prop_map(Edit::Mend),
        (0..9usize, 0..900usize).prop_map(|(at, number)| Edit::Add(at, number)),
        (0..9usize).prop_map(Edit::TakeOut),
        (0..9usize, 0..9usize).prop_map(|(from, to)| Edit::Move(from, to)),
    ]
}

/// Sentences that are much alike, as those of one text are.
fn sentence(number: usize) -> String {
    const PLACES: [&str; 7] = ["学校", "车站", "医院", "商店", "公园", "书店", "邮局"];
    let place = |by: usize| PLACES[number / by % PLACES.len()];
    format!("{}的{}有{}条坡道，{}在{}年修好。", place(1), place(3), number + 2, place(5), 1990 + number % 40)
}

/// The paragraphs after the edits; who made them marks what is new, and mends in an own way.
fn edited(paragraphs: &[String], edits: &[Edit], who: &str, mend: (&str, &str)) -> Vec<String> {
    let mut all = paragraphs.to_vec();
    for edit in edits {
        let count = all.len();
        match *edit {
            Edit::Mend(at) => all[at % count] = all[at % count].replace(mend.0, mend.1),
            Edit::Add(at, number) => all.insert(at % (count + 1), format!("{who}{}", sentence(number))),
            Edit::TakeOut(at) if count > 2 => _ = all.remove(at % count),
            Edit::TakeOut(_) => {}
            Edit::Move(from, to) => {
                let moved = all.remove(from % count);
                all.insert(to % count, moved);
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever both do, every paragraph of the source stands in the text, as it is or as people mended it, or is told; and so does all
    /// that people added: what looks like a paragraph that they took out may be one that they mended.
    #[test]
    fn no_paragraph_is_lost_in_silence(
        numbers in proptest::collection::hash_set(0..900usize, 2..8),
        own in proptest::collection::vec(edit(), 0..4),
        of_source in proptest::collection::vec(edit(), 0..4),
    ) {
        let paragraphs: Vec<String> = numbers.into_iter().map(sentence).collect();
        let page = |paragraphs: &[String]| format!("# 关于坡道的报告\n\n{}\n", paragraphs.join("\n\n"));
        let site = tempfile::tempdir().unwrap();
        let root = site.path();
        fs::write(root.join("book.toml"), BOOK).unwrap();
        let run = |page: &str, arguments: &[&str]| {
            fs::write(root.join("bao-gao.md"), page).unwrap();
            let (code, said, told) = curbcut(root, &[&["import", "bao-gao.md"], arguments].concat()).parts();
            (code, [said, told].concat())
        };
        let (code, said) = run(&page(&paragraphs), &[]);
        prop_assert_eq!(code, 0, "{}", said);
        let index = root.join("content/bao-gao/index.md");
        let text = fs::read_to_string(&index).unwrap();
        let (front, _) = text.split_once("\n---\n\n").unwrap();
        let people = edited(&paragraphs, &own, "编者", ("坡道", "好走的坡道"));
        fs::write(&index, format!("{front}\n---\n\n{}\n", people.join("\n\n"))).unwrap();
        let source = edited(&paragraphs, &of_source, "来源", ("修好", "建成开放"));
        let (code, said) = run(&page(&source), &["--again"]);
        // Nothing in common is another text.
        prop_assume!(code == 0);
        let text = fs::read_to_string(&index).unwrap();
        let stand: HashSet<&str> = text.split("\n\n").map(str::trim).collect();
        // What is told is quoted from its first words on.
        let is_told = |words: &str| said.contains(&words.chars().take(12).collect::<String>());
        let as_source = |words: &str| words.replace("好走的", "");
        let as_it_was: HashSet<String> = stand.iter().map(|words| as_source(words)).collect();
        let by_people: HashSet<String> = people.iter().map(|words| as_source(words)).collect();
        for paragraph in &source {
            let is_taken_out = paragraphs.contains(paragraph) && !by_people.contains(paragraph);
            prop_assert!(
                is_taken_out || as_it_was.contains(paragraph) || is_told(paragraph),
                "lost: {}\nwas {:?}\npeople {:?}\nsource {:?}\nis {:?}\n{}", paragraph, paragraphs, people, source, text, said
            );
        }
        for paragraph in &people {
            let is_gone = !stand.contains(paragraph.as_str());
            prop_assert!(
                !is_gone || !paragraph.starts_with("编者") || is_told(paragraph),
                "lost: {}\nwas {:?}\npeople {:?}\nsource {:?}\nis {:?}\n{}", paragraph, paragraphs, people, source, text, said
            );
        }
        let (_, said) = run(&page(&source), &["--again"]);
        prop_assert_eq!(fs::read_to_string(&index).unwrap(), text, "{}", said);
    }
}
