//! Records of readings: what is impossible or could mean two things is refused, and counts for nothing where it stands.

use crate::support::Site;
use crate::support::curbcut;

const OFFICIAL: &str = "---\ntitle: 关于报告的决定\nkind: document\nbody: 委员会\ndate: 2024-01-10\nsummary: 这是一个决定。它讲报告。\n---\n\n\
                        ## 报告 {#bao-gao}\n\n请写一份报告。\n";
const EASY: &str = "---\ntitle: 写报告\nabout: 这是决定的易读版。\ndate: 2024-01-05\n---\n\n## 报告 {covers=bao-gao}\n\n\
                    ![图](tu.svg)\n大家要写报告。\n";
const TEXT: &str = "content/jue-ding/easy-read.md";
const RECORDS: &str = "content/jue-ding/review.yaml";
const PAGE: &str = "jue-ding/easy-read/index.html";

fn site() -> Site {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    Site::new(&[("content/jue-ding/index.md", OFFICIAL), (TEXT, EASY), ("content/jue-ding/tu.svg", svg)])
}

/// `curbcut review` with readers, and options divided by blanks.
fn review(site: &Site, options: &str) -> (i32, String) {
    let options: Vec<&str> = ["review", TEXT].into_iter().chain(options.split(' ')).collect();
    let options = match options.contains(&"--role") {
        true => options,
        false => [options, vec!["--role", "reader"]].concat(),
    };
    let ran = curbcut(site.root(), &options);
    (ran.code, ran.err)
}

#[track_caller]
fn recorded(site: &Site, options: &str) {
    let (code, error) = review(site, options);
    assert_eq!((code, error.as_str()), (0, ""), "{options}");
}

/// The command is refused, says this, and writes nothing.
#[track_caller]
fn refused(site: &Site, options: &str, says: &[&str]) {
    let before = std::fs::read(site.root().join(RECORDS)).ok();
    let (code, error) = review(site, options);
    assert!(code == 2 && says.iter().all(|words| error.contains(words)), "{options}: {code} {error}");
    assert_eq!(std::fs::read(site.root().join(RECORDS)).ok(), before, "{options}");
}

/// What the page says of the version after a build.
#[track_caller]
fn status(site: &Site) -> String {
    let ran = curbcut(site.root(), &["build", "--only", "site"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let page = site.page(PAGE);
    let status = page.split("<p>").find(|part| part.contains("智力残疾") || part.contains("测试。"));
    status.unwrap().split("</p>").next().unwrap().split("<br>\n").last().unwrap().trim().to_owned()
}

const ONE_READ_IT: &str =
    "到 2024 年 2 月 3 日为止，1 位智力残疾读者读过这份易读版。至少要有 2 位读过，才算测试过。";

#[test]
fn a_day_on_which_nobody_can_have_read_it_is_refused() {
    let site = site();
    refused(&site, "--readers 2 --consent none --date 9999-12-31", &["has not come yet"]);
    let before = "--readers 2 --consent none --date 2024-01-09";
    refused(&site, before, &["content/jue-ding/index.md is of 2024-01-10", "mend “date:”"]);
    // The later of the two dates counts, whichever text gives it.
    site.replace(TEXT, "date: 2024-01-05", "date: 2024-01-20");
    refused(
        &site,
        "--readers 2 --consent none --date 2024-01-19",
        &["content/jue-ding/easy-read.md is of 2024-01-20"],
    );
    recorded(&site, "--readers 2 --consent none --date 2024-01-20");
    // Without --date it is today, which is never refused.
    recorded(&site, "--role editor --readers 1 --consent none");
}

#[test]
fn a_text_without_a_date_and_the_translation_of_one_with_a_date() {
    let site = site();
    site.replace("content/jue-ding/index.md", "date: 2024-01-10\n", "");
    site.replace(TEXT, "date: 2024-01-05\n", "");
    recorded(&site, "--readers 2 --consent none --date 1990-01-01");
    let english = "content/jue-ding/easy-read.en.md";
    site.write(
        "content/jue-ding/index.en.md",
        "---\ntitle: A decision\nsummary: It is short. It is plain.\n---\n\n## Report {#bao-gao}\n\nWrite.\n",
    );
    site.write(english, "---\ntitle: Write a report\nabout: This is easy-read.\n---\n\n## Report {covers=bao-gao}\n\nYou write a report.\n");
    site.write("content/jue-ding/index.md", OFFICIAL);
    let read_on = |date: &str| {
        let options =
            ["review", english, "--role", "reader", "--readers", "2", "--consent", "none", "--date", date];
        curbcut(site.root(), &options).code
    };
    assert_eq!((read_on("2024-01-09"), read_on("2024-01-10")), (2, 0));
}

#[test]
fn a_record_names_as_many_as_read_the_text() {
    let site = site();
    for (options, says) in [
        ("--readers 0 --consent none", &["nobody read the text"][..]),
        ("--readers 2 --consent names --name 王小明", &["2 read the text, but 1 is named", "“--people new”"]),
        ("--readers 1 --consent names --name 王小明 --name 李红", &["1 read the text, but 2 are named"]),
        ("--readers 2 --consent names --name 王小明 --name 王小明", &["named twice"]),
        ("--readers 1 --consent names", &["“--name NAME”"]),
        ("--readers 1 --consent names --name ...", &["a name is missing"]),
        ("--readers 2 --consent group", &["“--group NAME”"]),
        ("--readers 2 --name 王小明 --consent none", &["nobody agreed", "“--consent names”"]),
        ("--readers 2 --consent none --group 阳光读书会", &["did not agree", "“--consent group”"]),
    ] {
        refused(&site, options, says);
    }
    assert!(!site.root().join(RECORDS).exists());
    recorded(&site, "--readers 2 --consent names --name 王小明 --name 李红 --date 2024-02-01");
    assert_eq!(status(&site), "2024 年 2 月 1 日经王小明、李红测试。");
}

#[test]
fn one_reader_twice_is_one_reader() {
    let site = site();
    recorded(&site, "--readers 1 --consent none --date 2024-02-01");
    let again = "--readers 1 --consent none --date 2024-02-03";
    refused(
        &site,
        again,
        &["may be those of the record of 2024-02-01", "“--people new”", "“--people known”"],
    );
    refused(&site, "--readers 1 --consent names --name L.H. --date 2024-02-03", &["“--people new”"]);
    recorded(&site, &format!("{again} --people known"));
    assert_eq!(status(&site), ONE_READ_IT);
    recorded(&site, &format!("{again} --people new"));
    assert_eq!(status(&site), "2024 年 2 月 1 日至 2024 年 2 月 3 日经 2 位智力残疾读者测试。");
}

#[test]
fn names_and_initials_tell_people_apart() {
    let site = site();
    recorded(&site, "--readers 1 --consent names --name 王小明 --date 2024-02-01");
    recorded(&site, "--readers 1 --consent names --name 王.小.明 --date 2024-02-03");
    assert_eq!(status(&site), ONE_READ_IT);
    // Nor is a name in wide letters, or one composed in another way, another name.
    for names in ["--name Ann --name Ａｎｎ", "--name Zoë --name Zoe\u{308}", "--name W1 --name Ｗ１"] {
        refused(&site, &format!("--readers 2 --consent names {names}"), &["is named twice"]);
    }
    refused(
        &site,
        "--readers 1 --consent names --name 王小明 --people new",
        &["in a record above", "“--people known”"],
    );
    recorded(&site, "--readers 1 --consent names --name L.H. --date 2024-02-03");
    assert!(status(&site).ends_with("经王小明、L.H.测试。"));
    // Whoever does not want to be named is counted, and then nobody's name stands for all.
    recorded(&site, "--readers 1 --consent none --people new --date 2024-02-03");
    assert!(status(&site).ends_with("经 3 位智力残疾读者测试。"));
}

#[test]
fn after_a_correction_the_same_people_read_another_text() {
    let site = site();
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    site.replace(TEXT, "大家要写报告。", "大家要写一份报告。");
    site.replace(TEXT, "date: 2024-01-05", "date: 2024-03-01");
    // The old record is of an earlier text, and no mistake.
    assert_eq!(
        status(&site),
        "智力残疾人上一次读这份易读版是 2024 年 2 月 1 日。以后改过的是：文字。改过以后还没有测试。"
    );
    recorded(&site, "--readers 1 --consent none --date 2024-03-02");
    // One reader is no test, and the earlier test was of other words.
    assert!(status(&site).starts_with("到 2024 年 3 月 2 日为止，1 位智力残疾读者读过"));
    recorded(&site, "--readers 1 --consent none --people new --date 2024-03-03");
    assert_eq!(status(&site), "2024 年 3 月 2 日至 2024 年 3 月 3 日经 2 位智力残疾读者测试。");
}

#[test]
fn the_notice_says_what_changed_and_when_it_was_last_read() {
    let site = site();
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    let words = |site: &Site| site.replace(TEXT, "要写报告", "都写报告");
    let picture = |site: &Site| {
        site.write("content/jue-ding/tu.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>")
    };
    let official = |site: &Site| site.replace("content/jue-ding/index.md", "一份报告", "两份报告");
    let edits: [&dyn Fn(&Site); 3] = [&words, &picture, &official];
    let records = site.read(RECORDS);
    for wanted in 1..8_usize {
        site.write(TEXT, EASY);
        site.write("content/jue-ding/index.md", OFFICIAL);
        site.write("content/jue-ding/tu.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        let changed = |at: &usize| wanted & (1 << at) != 0;
        (0..3).filter(changed).for_each(|at| edits[at](&site));
        let list: Vec<&str> = (0..3).filter(changed).map(|at| ["文字", "图片", "正式文本"][at]).collect();
        let said = format!(
            "智力残疾人上一次读这份易读版是 2024 年 2 月 1 日。以后改过的是：{}。改过以后还没有测试。",
            list.join("、")
        );
        assert_eq!(status(&site), said);
        // Records made before words and pictures were told apart say what they can.
        let old = |line: &&str| !line.starts_with("  words:") && !line.starts_with("  pictures:");
        site.write(RECORDS, records.lines().filter(old).map(|line| format!("{line}\n")).collect::<String>());
        let either =
            said.replace("文字、图片", "文字").replace("：图片", "：文字").replace("：文字", "：文字或图片");
        assert_eq!(status(&site), either);
        site.write(RECORDS, &records);
    }
    site.write(TEXT, EASY);
    site.write("content/jue-ding/index.md", OFFICIAL);
    site.write("content/jue-ding/tu.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert_eq!(status(&site), "2024 年 2 月 1 日经 2 位智力残疾读者测试。");
}

#[test]
fn a_record_in_the_file_that_is_wrong_is_found_at_its_line_and_counts_for_nothing() {
    let site = site();
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    let good = site.read(RECORDS);
    for (old, new, line, column) in [
        ("date: 2024-02-01", "date: 9999-02-01", 1, 9),
        ("date: 2024-02-01", "date: 2024-01-09", 1, 9),
        ("readers: 2", "readers: 0", 3, 12),
        ("consent: none", "consent: group", 4, 12),
        ("consent: none", "consent: names", 4, 12),
        ("consent: none", "names: [王小明, 李红]\n  consent: none", 4, 10),
        ("consent: none", "names: [王小明]\n  consent: names", 3, 12),
    ] {
        assert!(good.contains(old), "{good}");
        site.write(RECORDS, good.replace(old, new));
        let ran = curbcut(site.root(), &["check", RECORDS, "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let found = &report["findings"][0];
        assert_eq!((ran.code, found["rule"].as_str()), (1, Some("review/bad-record")), "{new}: {}", ran.out);
        assert_eq!((found["line"].as_u64(), found["column"].as_u64()), (Some(line), Some(column)), "{new}");
        assert_eq!(curbcut(site.root(), &["build", "--only", "site"]).code, 1, "{new}");
        let (library, _) = crate::support::library(site.root());
        assert_eq!(
            curbcut::review::ReviewStatus::of(&library, &library.works[0]).status,
            curbcut::review::Status::NotTested,
            "{new}"
        );
    }
    // Two records of one day: the second is found where it stands.
    let one = good.replace("readers: 2", "readers: 1");
    site.write(RECORDS, format!("# 阳光读书会\n{one}{one}"));
    let ran = curbcut(site.root(), &["check", "--format", "github"]);
    let line = one.lines().count() + 1 + 3;
    assert!(ran.code == 1 && ran.out.contains(&format!("review.yaml,line={line},")), "{}", ran.out);
    site.write(RECORDS, format!("{one}{}", one.replace("readers: 1", "readers: 1\n  people: new")));
    assert_eq!(status(&site), "2024 年 2 月 1 日经 2 位智力残疾读者测试。");
    // No allowance holds for a record.
    site.write(RECORDS, good.replace("readers: 2", "readers: 0"));
    site.write(
        "book.toml",
        format!("{}\n[check.allow]\n\"review/bad-record\" = \"没有关系\"\n", crate::support::BOOK),
    );
    assert_eq!(curbcut(site.root(), &["build", "--only", "site"]).code, 1);
}

#[test]
fn numbers_of_readers_do_not_overflow() {
    let site = site();
    let most = format!("--readers {} --consent none --date 2024-02-01", u32::MAX);
    recorded(&site, &most);
    recorded(&site, &format!("{most} --people new"));
    assert!(status(&site).contains(&u32::MAX.to_string()));
}

#[test]
fn what_data_files_say_beside_the_words_was_read_too() {
    let site = site();
    site.write(
        "content/glossary.yaml",
        "- term: 报告\n  meaning: 写下来的调查结果。\n- term: 法律\n  meaning: 国家的规定。\n",
    );
    site.write(
        "content/pictures.yaml",
        "xie:\n  file: jue-ding/tu.svg\n  alt:\n    zh-Hans: 写字的人\n  author: 小组\n  licence: CC0-1.0\n",
    );
    site.replace(TEXT, "![图](tu.svg)", "![](concept:xie)");
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    let tested = "2024 年 2 月 1 日经 2 位智力残疾读者测试。";
    assert_eq!(status(&site), tested);
    for (file, old, new, holds) in [
        ("content/glossary.yaml", "写下来的调查结果。", "写下来的话。", false),
        ("content/glossary.yaml", "国家的规定。", "大家的规定。", true),
        ("content/pictures.yaml", "写字的人", "看书的人", false),
        ("content/pictures.yaml", "小组", "另一个小组", true),
    ] {
        let before = site.read(file);
        site.replace(file, old, new);
        assert_eq!(status(&site) == tested, holds, "{new}");
        assert!(holds || status(&site).contains("改过的是：文字。"), "{new}: {}", status(&site));
        site.write(file, before);
    }
    // Records made before this was taken down hold for the words and pictures alone.
    site.write(
        RECORDS,
        site.read(RECORDS)
            .lines()
            .filter(|line| !line.starts_with("  words:"))
            .map(|line| format!("{line}\n"))
            .collect::<String>(),
    );
    site.replace("content/glossary.yaml", "写下来的调查结果。", "写下来的话。");
    assert_eq!(status(&site), tested);
}

#[test]
fn a_name_is_of_one_person_and_all_of_it_is_seen() {
    let site = site();
    for names in ["王明、李华", "李华,王明", "王明，李华", "Ann&Ben", "王明/李华"] {
        refused(
            &site,
            &format!("--readers 1 --consent names --name {names}"),
            &["may be one person or several", "“--name NAME”"],
        );
    }
    for (options, seen) in [
        ("--consent names --name 王\u{202e}明", "王<U+202E>明"),
        ("--consent group --group 读书\u{2066}会", "读书<U+2066>会"),
        ("--consent none --remarks 好\u{7}", "好<U+0007>"),
    ] {
        refused(&site, &format!("--readers 1 {options}"), &["holds a character that is not seen", seen]);
    }
    // In a file by hand it is an error, and counts for nothing.
    recorded(&site, "--readers 2 --consent names --name 王明 --name 李华 --date 2024-02-01");
    site.replace(RECORDS, "- 王明\n  - 李华", "- 王明、李华\n  - 张三");
    let ran = curbcut(site.root(), &["check", RECORDS]);
    assert!(ran.code == 1 && ran.out.contains("“王明、李华” may be one person or several"), "{ran:?}");
}

#[test]
fn readers_are_known_only_from_a_record() {
    let site = site();
    refused(
        &site,
        "--readers 2 --consent none --people known",
        &["there is no record above", "Leave out “--people known”"],
    );
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    recorded(&site, "--readers 1 --consent none --people known --date 2024-02-02");
}

#[test]
fn nobody_is_named_twice_on_the_page() {
    let site = site();
    recorded(&site, "--readers 1 --consent names --name 王明 --date 2024-02-01");
    recorded(&site, "--readers 1 --consent names --name 王·明 --date 2024-02-02");
    assert!(status(&site).contains("，1 位智力残疾读者读过"));
    assert!(site.page(PAGE).contains("读过并提了意见：王明") && !site.page(PAGE).contains("王·明"));
}

const TWO_PARTS: &str = "---\ntitle: 决定\nsummary: 一个决定。它很短。\nbody: 委员会\ndate: 2024-01-01\n---\n\n## 报告 {#bao-gao}\n\n写一份报告。\n\n\
                         ## 会议 {#hui-yi}\n\n开一次会。\n";
const TWO_SECTIONS: &str = "---\ntitle: 写报告\nabout: 这是易读版。\ndate: 2024-01-05\n---\n\n## 报告 {covers=bao-gao}\n\n大家要写报告。\n\n\
                            ## 会议 {covers=hui-yi}\n\n大家要开会。\n\n## 还有\n\n谢谢。\n";
const TESTED: &str = "2024 年 2 月 1 日经 2 位智力残疾读者测试。";
const OTHER_PARTS: &str =
    "智力残疾人上一次读这份易读版是 2024 年 2 月 1 日。以后改过的是：易读版讲哪些段落。改过以后还没有测试。";

fn two_sections() -> Site {
    let site = site();
    site.write("content/jue-ding/index.md", TWO_PARTS);
    site.write(TEXT, TWO_SECTIONS);
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    assert_eq!(status(&site), TESTED);
    site
}

/// What nobody compared is said, though neither the words nor the official text changed.
#[test]
fn a_record_knows_which_section_explained_what() {
    let site = two_sections();
    let (report, meeting) = ("## 报告 {covers=bao-gao}", "## 会议 {covers=hui-yi}");
    for (sections, found, said) in [
        (
            ["## 报告 {covers=hui-yi}", "## 会议 {covers=bao-gao}", "## 还有"],
            &[
                (
                    7,
                    "nobody compared this section with “hui-yi”, which it explains now in place of “bao-gao”; the last review",
                ),
                (
                    11,
                    "nobody compared this section with “bao-gao”, which it explains now in place of “hui-yi”",
                ),
            ][..],
            "还没有人和它查对过",
        ),
        (
            [report, "## 会议 {covers=bao-gao}", "## 还有"],
            &[(11, "with “bao-gao”, which it explains now in place of “hui-yi”")],
            "还没有人和它查对过",
        ),
        (
            [report, "## 会议", "## 还有"],
            &[(11, "this section no longer explains “hui-yi”, as it did in the last review, on 2024-02-01")],
            "这一节还讲正式文本的别的段落",
        ),
        (
            [report, meeting, "## 还有 {covers=hui-yi}"],
            &[(
                15,
                "nobody compared this section with “hui-yi”, which it explains now; the last review was on 2024-02-01",
            )],
            "还没有人和它查对过",
        ),
        (
            ["## 报告 {sums-up=bao-gao}", meeting, "## 还有"],
            &[(7, "nobody compared this section with “bao-gao”, which it sums up now in place of “bao-gao”")],
            "还没有人和它查对过",
        ),
    ] {
        let [one, two, three] = sections;
        site.write(TEXT, TWO_SECTIONS.replace(report, one).replace(meeting, two).replace("## 还有", three));
        assert_eq!(status(&site), OTHER_PARTS, "{sections:?}");
        assert!(site.page(PAGE).contains(said), "{sections:?}");
        let ran = curbcut(site.root(), &["check", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let stale: Vec<(u64, &str)> = report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["rule"] == "easy-read/stale")
            .map(|finding| (finding["line"].as_u64().unwrap(), finding["message"].as_str().unwrap()))
            .collect();
        assert_eq!(stale.len(), found.len(), "{stale:?}");
        for ((line, message), (wanted_line, words)) in stale.iter().zip(found) {
            assert!(line == wanted_line && message.contains(words), "{stale:?}");
        }
    }
    // An editor who compares them makes them right, and what was compared once stays so.
    site.write(
        TEXT,
        TWO_SECTIONS.replace(report, "## 报告 {covers=hui-yi}").replace(meeting, "## 会议 {covers=bao-gao}"),
    );
    recorded(&site, "--role editor --readers 1 --consent none --date 2024-02-03");
    assert_eq!(status(&site), TESTED);
}

#[test]
fn a_record_that_does_not_tell_what_each_section_explained_holds_for_its_paragraphs() {
    let site = two_sections();
    let records = site.read(RECORDS);
    let (old, sections) = records.split_once("  sections:\n").unwrap();
    assert!(sections.contains("covers:\n      - bao-gao\n"), "{records}");
    site.write(RECORDS, old);
    assert_eq!(status(&site), TESTED);
    site.replace(TEXT, "{covers=hui-yi}", "{covers=bao-gao}");
    assert_eq!(status(&site), TESTED, "nobody knows any more");
    // A record that tells takes the place of those that do not, also where it is older.
    let told =
        records.replace("date: 2024-02-01", "date: 2024-01-31").replace("role: reader", "role: editor");
    site.write(RECORDS, format!("{told}{old}"));
    assert_eq!(status(&site), OTHER_PARTS);
}

#[test]
fn a_section_that_is_given_another_paragraph_was_not_compared_with_it() {
    let site = two_sections();
    site.write("content/jue-ding/index.md", format!("{TWO_PARTS}\n## 结果 {{#jie-guo}}\n\n写下结果。\n"));
    site.replace(TEXT, "{covers=bao-gao}", "{covers=bao-gao,jie-guo}");
    assert_eq!(status(&site), OTHER_PARTS);
    let ran = curbcut(site.root(), &["check"]);
    let message = "nobody compared this section with “jie-guo”, which it explains now;";
    assert!(ran.out.contains("easy-read/stale") && ran.out.contains(message), "{}", ran.out);
    assert!(site.page(PAGE).contains("还没有人和它查对过"));
}

#[test]
fn a_record_sees_what_words_alone_do_not_say() {
    let site = site();
    let easy = format!("{EASY}要付 10<sup>3</sup> 元，不是 ~~9~~ 元。\n\n1) 写名字。\n2) 交钱。\n");
    let official = format!(
        "{OFFICIAL}\n付 10<sup>3</sup> 元，不是 ~~9~~ 元[^a]。\n\n1) 写名字。\n2) 交钱。\n\n[^a]: 在三月。\n"
    );
    site.write(TEXT, &easy);
    site.write("content/jue-ding/index.md", &official);
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    assert_eq!(status(&site), TESTED);
    for (old, new) in [
        ("10<sup>3</sup>", "103"),
        // A blank makes another number of two.
        ("付 10<sup>3</sup> 元", "付 1 0<sup>3</sup> 元"),
        ("10<sup>3</sup>", "10<sub>3</sub>"),
        ("~~9~~", "9"),
        ("1) 写名字。\n2) 交", "3. 写名字。\n4. 交"),
        ("1) 写名字。\n2) 交", "- 写名字。\n- 交"),
        ("在三月", "在四月"),
        ("元[^a]", "[^a]元"),
    ] {
        for (file, text, what) in
            [(TEXT, &easy, "文字"), ("content/jue-ding/index.md", &official, "正式文本")]
        {
            if text.contains(old) {
                site.write(file, text.replacen(old, new, 1));
                assert!(
                    status(&site).contains(&format!("改过的是：{what}。")),
                    "{file} {new}: {}",
                    status(&site)
                );
                site.write(file, text);
            }
        }
    }
    assert_eq!(status(&site), TESTED);
}

/// Digests that stand in records and seals hold for texts in which nothing is marked.
#[test]
fn digests_of_plain_words_stay() {
    let site = site();
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    let records = site.read(RECORDS);
    for line in [
        "  text: blake3:cdd13cd4efafbfa68ba80b0bb8540bef\n",
        "  words: blake3:4ee356699797b6f1e8bed78f64bed988\n",
        "  pictures: blake3:6554f13da797829cbcc75e45751a07bf\n",
        "    bao-gao: blake3:d7c749396032496b3addcacaf22f7e7f\n",
        "    blake3:cec8edbe631473d24623e4123727b163:\n      covers:\n      - bao-gao\n",
    ] {
        assert!(records.contains(line), "{line}: {records}");
    }
}

const LINKED: &str = "大家要写报告。\n\n到[这个网页](https://example.org/a)看。";

#[test]
fn where_a_link_leads_was_read_too() {
    let site = site();
    site.replace(TEXT, "大家要写报告。", LINKED);
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    assert_eq!(status(&site), TESTED);
    let other = "智力残疾人上一次读这份易读版是 2024 年 2 月 1 日。以后改过的是：链接打开的网页。改过以后还没有测试。";
    for link in [
        "到[这个网页](https://example.org/b)看。",
        "到这个网页看。",
        "[到](https://example.org/a)这个网页看。",
    ] {
        let text = site.read(TEXT);
        site.replace(TEXT, "到[这个网页](https://example.org/a)看。", link);
        assert_eq!(status(&site), other, "{link}");
        site.write(TEXT, text);
    }
    assert_eq!(status(&site), TESTED);
    // A record that does not tell holds, and says so.
    let records = site.read(RECORDS);
    let line = records.lines().find(|line| line.starts_with("  links: ")).unwrap();
    site.write(RECORDS, records.replace(&format!("{line}\n"), ""));
    assert_eq!(status(&site), TESTED);
    let ran = curbcut(site.root(), &["check", RECORDS]);
    assert!(
        ran.code == 0 && ran.out.contains("note[review/untold]") && ran.out.contains("line 1, column 9"),
        "{}",
        ran.out
    );
    // Once a record tells, it is told.
    recorded(&site, "--role editor --readers 1 --consent none --date 2024-02-02");
    assert!(!curbcut(site.root(), &["check", RECORDS]).out.contains("review/untold"));
}

#[test]
fn a_picture_of_the_official_text_that_is_swapped_makes_its_section_stale() {
    let site = site();
    let picture = "content/jue-ding/biao.svg";
    let svg = |inner: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
    site.write(picture, svg(""));
    site.replace("content/jue-ding/index.md", "请写一份报告。", "请写一份报告。\n\n![表](biao.svg)");
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    assert_eq!(status(&site), TESTED);
    site.write(picture, svg("<g/>"));
    assert!(status(&site).contains("以后改过的是：正式文本。"), "{}", status(&site));
    assert!(curbcut(site.root(), &["check"]).out.contains("easy-read/stale"));
    // A record that does not tell holds, and says so.
    let records = site.read(RECORDS);
    let told = records.split("  official-pictures:\n").nth(1).unwrap().split("  sections:").next().unwrap();
    site.write(RECORDS, records.replace(&format!("  official-pictures:\n{told}"), ""));
    assert_eq!(status(&site), TESTED);
    let ran = curbcut(site.root(), &["check", RECORDS]);
    assert!(ran.out.contains("review/untold") && ran.out.contains("“bao-gao”"), "{}", ran.out);
}

/// Records that hold labels of notes, and know no picture inside a link, are of the same text.
#[test]
fn labels_of_notes_are_read_by_nobody_and_older_records_hold() {
    let site = site();
    let noted = |label: &str| format!("请写一份报告[^{label}]。\n\n[^{label}]: 写在纸上。");
    site.replace("content/jue-ding/index.md", "请写一份报告。", &noted("甲"));
    site.replace(TEXT, "大家要写报告。", "大家要写报告。\n\n**![图](tu.svg)**");
    recorded(&site, "--readers 2 --consent none --date 2024-02-01");
    let records = site.read(RECORDS);
    assert_eq!(status(&site), TESTED);
    site.replace("content/jue-ding/index.md", &noted("甲"), &noted("1"));
    assert_eq!(status(&site), TESTED);
    let (library, _) = crate::support::library(site.root());
    let work = &library.works[0];
    let easy = work.easy_read.as_ref().unwrap();
    let mut older = records;
    let paragraph = curbcut::review::paragraph_digest(&work.official, "bao-gao").unwrap();
    assert_eq!(paragraph.each().count(), 1, "the label is the number");
    for digests in
        [curbcut::review::easy_read_digest(&library, easy), curbcut::review::pictures_digest(&library, easy)]
    {
        let last = digests.each().last().unwrap();
        assert_ne!(last, digests.now());
        older = older.replace(&digests.now().to_string(), &last.to_string());
    }
    site.write(RECORDS, &older);
    assert_eq!(status(&site), TESTED);
    // A record of today and an older one are of one text: whoever read both is not counted twice.
    refused(
        &site,
        "--readers 1 --consent none --date 2024-02-03",
        &["may be those of the record of 2024-02-01"],
    );
    recorded(&site, "--readers 1 --consent none --people new --date 2024-02-03");
    assert!(status(&site).ends_with("经 3 位智力残疾读者测试。"), "{}", status(&site));
}
