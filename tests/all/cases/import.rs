//! Importing plain text: numbers of every form, notes under rules, lists of States, marks of the page, and files that
//! are no plain text.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Site, curbcut, finished};

const BOOK: &str =
    "[book]\ntitle = \"站\"\nauthors = [\"小组\"]\nlanguage = \"zh-Hans\"\ndescription = \"测试。\"\n";
const ENGLISH: &str =
    "[book]\ntitle = \"Site\"\nauthors = [\"Team\"]\nlanguage = \"en\"\ndescription = \"A test.\"\n";

/// A site with one text to import; it holds what the import said and wrote.
struct Import {
    site: Site,
    said: String,
    slug: String,
}

impl Import {
    #[track_caller]
    fn of(book: &str, name: &str) -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/cases/import").join(name);
        let source = fs::read_to_string(source).unwrap();
        let site =
            Site::new(&[("book.toml", book), ("content/index.md", "---\ntitle: 站\n---\n"), (name, &source)]);
        let ran = curbcut(site.root(), &["import", name]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let content = fs::read_dir(site.root().join("content")).unwrap();
        let folder = content.map(Result::unwrap).find(|entry| entry.path().is_dir()).unwrap();
        let slug = folder.file_name().into_string().unwrap();
        Self { site, said: ran.out + &ran.err, slug }
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.site.root().join("content").join(&self.slug).join(name)).unwrap()
    }

    fn body(&self) -> String {
        self.read("index.md").split_once("---\n\n").unwrap().1.to_owned()
    }
}

#[test]
fn numbers_in_other_forms_are_paragraphs_and_their_explanation_is_missed() {
    let import = Import::of(BOOK, "full-width.txt");
    assert!(import.said.contains("1 preambular and 4 operative paragraphs"), "{}", import.said);
    let index = import.site.root().join("content/a-hrc-res-98-6/index.md");
    fs::write(index, finished(&import.read("index.md"), "车上有标志。标志要大。")).unwrap();
    fs::write(
        import.site.root().join("content/a-hrc-res-98-6/easy-read.md"),
        "---\ntitle: 车上有标志\nabout: 这是第 98/6 号决议的易读版。\nbased-on: A/HRC/RES/98/6\nmade-by: 小组\n---\n\n\
         ## 车上有标志 {covers=op-1}\n\n每辆车都有标志。\n",
    )
    .unwrap();
    let ran = curbcut(import.site.root(), &["check"]);
    assert!(
        ran.out.contains("1 of 4 paragraphs explained") || ran.err.contains("1 of 4 paragraphs explained"),
        "{ran:?}"
    );
    for missing in ["op-2", "op-3", "op-4"] {
        assert!(ran.out.contains(missing), "{}", ran.out);
    }
}

#[test]
fn inserted_paragraphs_have_names_of_their_own() {
    let import = Import::of(ENGLISH, "inserted.txt");
    assert!(import.said.contains("5 operative paragraphs, 32 sub-paragraphs"), "{}", import.said);
    let easy_read = import.read("easy-read.md");
    for name in ["op-1", "op-1-bis", "op-2", "op-2a", "op-3"] {
        assert!(easy_read.contains(&format!("{{covers={name}}}")), "{easy_read}");
    }
    assert!(easy_read.contains("\ndraft: true\n"));
    let text = import.read("index.md");
    assert!(text.contains("\n1 bis. Also decides that trams have signs;\n"), "{text}");
    assert!(text.contains("\n2A. Takes note of the draft;\n"), "{text}");
    // Nobody has written the easy-read version yet, and the site is built all the same.
    let index = import.site.root().join("content/a-hrc-res-98-5/index.md");
    fs::write(index, finished(&text, "Buses have signs. Trams have signs.")).unwrap();
    let ran = curbcut(import.site.root(), &["build", "--out", "public"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let page = fs::read_to_string(import.site.root().join("public/a-hrc-res-98-5/index.html")).unwrap();
    for id in ["op-1-bis", "op-2-b", "op-2a", "op-1-a-ii", "op-1-i", "op-1-v", "op-1-bb"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn a_resolution_of_the_assembly_as_pdftotext_gives_it() {
    let import = Import::of(ENGLISH, "ga-en.txt");
    assert_eq!(import.slug, "a-res-98-265");
    assert!(
        import.said.contains("3 preambular and 5 operative paragraphs, 6 sub-paragraphs, 3 notes"),
        "{}",
        import.said
    );
    let text = import.read("index.md");
    for want in [
        "symbol: A/RES/98/265\n",
        "number: Agenda item 13 (b)\n",
        "Disabilities,[^1] in which",
        "Agenda,[^2]\n",
        "the CO2 displays are not legible, and that the provisions of earlier resolutions were not applied,\n",
        "\n## Annex\n\n### Guidelines on signs in public transport\n\n1. Letters are at least 40 mm high.\n",
        "\nFront 200 mm 7:1\n",
        "\n## Annex II\n\n1. Colours are plain.\n",
        "\n[^1]: United Nations, Treaty Series, vol. 2515, No. 44910.\n",
        "\n[^3]: See Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 53 (A/78/53), chap. VIII, sect. A.\n",
    ] {
        assert!(text.contains(want), "{want} in {text}");
    }
    for furniture in ["24-05510", "2405510", "_____", "2/3"] {
        assert!(!import.body().contains(furniture), "{furniture} in {text}");
        assert!(import.said.contains(furniture), "what is left out is listed");
    }
    // The mark of note 3 is a number among numbers, the item of a list is one no more, nor is the table: nothing is sealed.
    assert!(!text.contains("digest:") && import.said.contains("was not sealed: 3 places"), "{}", import.said);
    assert!(import.said.contains("nothing leads to the note “3”"), "{}", import.said);
}

#[test]
fn a_chinese_resolution_with_a_vote_notes_and_an_annex() {
    let import = Import::of(BOOK, "ga-zh.txt");
    assert_eq!(import.slug, "a-res-98-266");
    let text = import.read("index.md");
    for want in [
        "symbol: A/RES/98/266\n",
        "《残疾人权利公约》，[^1] 其中",
        "《新城市议程》[^2]和第77/320号决议",
        "以往决议的规定没有得到执行，\n",
        "    - 埃及\n    - 南非\n    - 苏丹\n",
        "    - 波斯尼亚和黑塞哥维那\n    - 中非共和国\n",
        "    - 特立尼达和多巴哥\n    - 大不列颠及北爱尔兰联合王国\n",
        "    - 圣文森特和格林纳丁斯\n",
        "\n1．决定每辆公交车都有标志；\n\n２．请秘书长：\n\n㈠ 编写手册；\n",
        "\n## 附件一\n\n### 公共交通标志准则\n\n1. 字高不小于 40 毫米。\n\n2. 颜色：\n\n   (a) 黑；\n",
        "\ndigest: ",
    ] {
        assert!(text.contains(want), "{want} in {text}");
    }
    let body = import.body();
    for furniture in ["请回收", "2405510", "A/RES/98/266"] {
        assert!(!body.contains(furniture), "{furniture} in {body}");
    }
    let index = import.site.root().join("content/a-res-98-266/index.md");
    fs::write(index, finished(&text, "车上有标志。标志要大。")).unwrap();
    let ran = curbcut(import.site.root(), &["build", "--out", "public"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let page = fs::read_to_string(import.site.root().join("public/a-res-98-266/index.html")).unwrap();
    for id in ["op-1", "op-2-i", "op-2-ii", "op-3-a-ii", "op-3-b", "op-4"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn states_joined_by_and_are_counted_one_by_one() {
    let import = Import::of(ENGLISH, "hrc-en.txt");
    let text = import.read("index.md");
    for want in [
        "    - Senegal\n    - South Africa\n    - Sudan\n",
        "    - Antigua and Barbuda\n    - United Kingdom of Great Britain and Northern Ireland\n",
        "    - Bolivia (Plurinational State of)\n    - Bosnia and Herzegovina\n    - Trinidad and Tobago\n",
        "report of the High Commissioner;[^2]\n",
        "\ndigest: ",
    ] {
        assert!(text.contains(want), "{want} in {text}");
    }
    assert!(!import.said.contains("warning"), "{}", import.said);
    assert!(!import.body().contains("43-13765") && !import.body().contains("recycle"), "{text}");
}

#[test]
fn what_is_no_plain_text_is_refused_with_what_to_do() {
    let site = Site::new(&[("book.toml", BOOK), ("content/index.md", "---\ntitle: 站\n---\n")]);
    for (name, bytes, says) in [
        ("a.txt", &b"{\\rtf1\\ansi \\'c8\\'cb}"[..], "Rich Text"),
        ("a.rtf", b"{\\rtf1 x}", "word processor, save it as .docx"),
        ("a.html", b"<html><script>x</script>", "a.html is empty"),
        ("b.txt", b"<p>x</p><p>x</p><p>x</p><p>x</p>", "a name that ends in .html"),
        ("a.mht", b"MIME-Version: 1.0", "as a complete web page"),
        ("a.pdf", b"%PDF-1.7\nx", "pdftotext"),
        ("c.txt", b"%PDF-1.7\nx", "pdftotext"),
        ("a.docx", b"PK\x03\x04 [Content_Types].xml word/document.xml", "word processor"),
        ("d.txt", b"PK\x03\x04 [Content_Types].xml word/document.xml", "word processor"),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "word processor"),
        ("a.odt", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "word processor"),
        ("e.txt", b"abc\0\x01def", "not a text file: byte 3"),
        ("a.png", b"\x89PNG\r\n", "picture"),
    ] {
        fs::write(site.root().join(name), bytes).unwrap();
        let ran = curbcut(site.root(), &["import", name]);
        assert_eq!(ran.code, 2, "{name}: {ran:?}");
        assert!(ran.err.contains(says) && ran.err.contains(name), "{name}: {}", ran.err);
    }
    assert_eq!(fs::read_dir(site.root().join("content")).unwrap().count(), 1, "nothing was written");
}

#[cfg(unix)]
#[test]
fn devices_pipes_and_files_without_end_are_refused() {
    let site = Site::new(&[("book.toml", BOOK), ("content/index.md", "---\ntitle: 站\n---\n")]);
    let made = Command::new("mkfifo").arg(site.root().join("pipe.txt")).status().unwrap();
    assert!(made.success());
    fs::File::create(site.root().join("large.txt")).unwrap().set_len(64 * 1024 * 1024 * 1024).unwrap();
    for (path, says) in [
        ("/dev/zero", "is a device"),
        ("pipe.txt", "is a named pipe"),
        ("content", "is a folder"),
        ("large.txt", "larger than 16 MB"),
    ] {
        let ran = curbcut(site.root(), &["import", path]);
        assert_eq!(ran.code, 2, "{path}: {ran:?}");
        assert!(ran.err.contains(says), "{path}: {}", ran.err);
    }
}

#[test]
fn symbols_of_other_bodies_are_known() {
    let site = Site::new(&[("book.toml", ENGLISH), ("content/index.md", "---\ntitle: Site\n---\n")]);
    for (symbol, slug) in [
        ("A/C.3/98/L.20/Rev.1", "a-c-3-98-l-20-rev-1"),
        ("A/CONF.216/L.1", "a-conf-216-l-1"),
        ("E/RES/2043/14", "e-res-2043-14"),
        ("S/RES/2250 (2015)", "s-res-2250-2015"),
        ("CRPD/C/GC/8", "crpd-c-gc-8"),
        ("A/HRC/55/34/Add.2", "a-hrc-55-34-add-2"),
        ("A/RES/ES-11/1", "a-res-es-11-1"),
    ] {
        let text = format!(
            "United Nations                    {symbol}\n\nDistr.: General\n3 May 2043\n\nOriginal: English\n\n\
             Plain signs on buses\n\nEvery bus has signs.\n\n{symbol}\n\nTrams have signs too.\n"
        );
        fs::write(site.root().join("source.txt"), text).unwrap();
        let ran = curbcut(site.root(), &["import", "source.txt"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let index = fs::read_to_string(site.root().join("content").join(slug).join("index.md")).unwrap();
        assert!(
            index.starts_with(&format!(
                "---\ntitle: Plain signs on buses\nkind: document\nsymbol: {symbol}\n"
            )),
            "{index}"
        );
        assert!(index.ends_with("---\n\nEvery bus has signs.\n\nTrams have signs too.\n"), "{index}");
    }
}

/// The file of this name in the folder, after the source was imported.
#[track_caller]
fn import_as(book: &str, source: &str, file: &str) -> String {
    let site =
        Site::new(&[("book.toml", book), ("content/index.md", "---\ntitle: 站\n---\n"), ("s.txt", source)]);
    let ran = curbcut(site.root(), &["import", "s.txt"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    site.read(&format!("content/{file}")) + &ran.err
}

const RESOLUTION: &str = "United Nations                            A/HRC/RES/97/2\nGeneral Assembly\n\n\
    Human Rights Council\nNinety-seventh session\n\n97/2. Plain signs\n\nThe Human Rights Council,\n\n\
    Recalling the Convention on Signs,1\n\n1. Calls upon States to use signs;\n\n\
    1 bis. Requests a report;\n\n2. Decides to go on.\n\n________\n1 United Nations, Treaty Series, vol. 1.\n";

#[test]
fn an_inserted_paragraph_is_no_note_and_the_body_is_the_one_that_speaks() {
    let text = import_as(ENGLISH, RESOLUTION, "a-hrc-res-97-2/index.md");
    assert!(
        text.contains("\nbody: Human Rights Council\n") && text.contains("\n- General Assembly\n"),
        "{text}"
    );
    assert!(text.contains("\n1 bis. Requests a report;\n\n2. Decides"), "{text}");
    assert!(text.contains("Signs,[^1]\n") && text.contains("\n[^1]: United Nations, Treaty"), "{text}");
}

#[test]
fn a_text_in_another_language_than_the_site_is_named_so() {
    let text = import_as(BOOK, RESOLUTION, "a-hrc-res-97-2/index.en.md");
    assert!(text.contains("title: Plain signs"), "{text}");
    let arabic = BOOK.replace("zh-Hans", "ar");
    let text = import_as(&arabic, "قرار بشأن اللافتات\n\nعلى كل حافلة لافتة.\n", "s/index.md");
    assert!(text.contains("على كل حافلة لافتة."), "{text}");
}

#[test]
fn the_opening_is_a_paragraph_where_only_some_lines_are_indented() {
    let text = "General Assembly                            A/RES/97/3\n\n97/3. Signs\n\nThe General Assembly,\n\n\
        Reaffirming international law,\n\n\t1.\tResolves to use signs;\n\n\t2.\tCalls upon:\n\n\
        \t\t(a)\tMember States;\n\n\t\t(b)\tThe private sector.\n";
    let text = import_as(ENGLISH, text, "a-res-97-3/index.md");
    assert!(text.contains("\nThe General Assembly,\n\nReaffirming international law,\n"), "{text}");
}

#[test]
fn wide_brackets_and_the_day_before_the_body_are_understood() {
    let text = "联合国\nA/RES/97/4\n大会\n第九十七届会议\n议程项目71\n\n残疾人权利\n\n2042年12月19日大会决议\n\n\
        ［根据第三委员会的报告(A/97/1)通过］\n\n97/4．　车上有标志\n\n　　大会，\n\n　　回顾《标志公约》，\n\n\u{3000}　1．　请各国使用标志；\n\n　　2．　决定继续审议。\n\n2042年12月19日\n第50次全体会议\n\n\
        ［经记录表决，以2票赞成、1票反对、1票弃权获得通过。表决情况如下：\n赞成：\n中国、南非\n反对：\n甲国\n弃权：\n乙国］\n";
    let text = import_as(BOOK, text, "a-res-97-4/index.md");
    assert!(text.contains("\n  title: 残疾人权利\nadopted: 2042年12月19日大会决议\n"), "{text}");
    assert!(text.contains("    - 中国\n    - 南非\n") && text.contains("    - 乙国\n"), "{text}");
    assert!(text.contains("\ndigest: ") && !text.contains("］\n\n"), "{text}");
}

#[test]
fn short_chinese_lines_are_paragraphs_of_their_own() {
    let text = "关于车上标志的通知\n\n为落实《标志法》，现将《指南》印发给你们，请认真贯彻执行，并于年底以前报告结果。\n\n\
        附件：标志指南\n\n市交通局\n2042年3月1日\n\n（公开发布）\n\n第一章 总则\n\n第一条 为了方便大家，制定本指南，并在全市各条公共汽车\n线路上施行。\n";
    let text = import_as(BOOK, text, "s/index.md");
    let end = "\n\n附件：标志指南\n\n市交通局\n\n2042年3月1日\n\n（公开发布）\n\n第一章 总则\n\n\
        第一条 为了方便大家，制定本指南，并在全市各条公共汽车线路上施行。\n";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn a_word_that_a_line_end_cuts_is_doubtful() {
    let text = RESOLUTION.replace("to use signs", "to pre-\nserve signs");
    let text = import_as(ENGLISH, &text, "a-hrc-res-97-2/index.md");
    assert!(text.contains("to pre-serve signs") && !text.contains("\ndigest: "), "{text}");
    assert!(text.contains("s.txt:14:1: warning: the hyphen at the end of the line above"), "{text}");
}

#[test]
fn numbers_in_square_brackets_are_notes() {
    let text = RESOLUTION.replace("Signs,1", "Signs,[1]").replace("________\n1 United", "[1] United");
    let text = import_as(ENGLISH, &text, "a-hrc-res-97-2/index.md");
    assert!(text.contains("Signs,[^1]\n") && text.contains("\n[^1]: United Nations, Treaty"), "{text}");
    let text =
        "关于标志的报告\n\n报告讲了标志。[1]\n\n报告讲了车。[2]\n\n[1] 见《标志公约》。\n[2] 见附件。\n";
    let text = import_as(BOOK, text, "s/index.md");
    assert!(text.contains("标志。[^1]\n") && text.contains("\n[^2]: 见附件。\n"), "{text}");
    // Without a note it stays as it is, and nothing is sealed.
    let text = RESOLUTION.replace("use signs", "use signs [12]");
    let text = import_as(ENGLISH, &text, "a-hrc-res-97-2/index.md");
    assert!(text.contains("signs \\[12\\];") && !text.contains("\ndigest: "), "{text}");
}
