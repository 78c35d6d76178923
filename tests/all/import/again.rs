//! A corrected source: it comes in as a change, and what people wrote stays.

use std::fs;
use std::path::Path;

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
    let (said, _) = import(root, SOURCE, &["--again"]);
    assert!(
        said.contains("    7 paragraphs: 7 as before, 0 changed, 0 new, 0 gone\n    the seal holds"),
        "{said}"
    );
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
